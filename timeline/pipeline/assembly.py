"""`build`: documents (with failures and skipped files among them) in, one ordered `Timeline` out.

The same documents give the same timeline, in whatever order they come and however many workers there are: sources are
put in order of their uris before anything is worked on, and results keep that order. What is made on the way lies on a
shelf, for an archive is never held: names, years and copies need one look at everything, and then each passage is told
what came of it by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from timeline.model.event import Event, Evidence, Failure, Skipped, SourceReport, Timeline
from timeline.model.text import Document, NameRule
from timeline.pipeline.built import BuiltTimeline
from timeline.pipeline.document import Options, checked
from timeline.pipeline.gathering import gather
from timeline.pipeline.remembered import Known
from timeline.pipeline.workers import Crews
from timeline.pipeline.working import Progress, work_on
from timeline.store.shelf import Shelf, Shelved

if TYPE_CHECKING:
    from timeline.pipeline.crew import Crew
    from timeline.pipeline.gathering import Gathered
    from timeline.pipeline.working import Results
    from timeline.store.shelf import Table

Kept = TypeVar("Kept", bound=Timeline)
Thing = TypeVar("Thing")

FEW = 8_000_000
"""Events, sources or passages of so many bytes in all are held in memory; more are read from the shelf each time."""
_OPTIONS = Options()


def build(
    documents: Iterable[Document | Failure | Skipped],
    options: Options = _OPTIONS,
    progress: Progress | None = None,
    known: Known | None = None,
) -> BuiltTimeline:
    """The timeline of some documents; Failures and Skipped pass through, and so does what fails in a document.

    What `known` remembers of a document is not worked out again. Raises InputError for options that no document can
    be worked on with.
    """
    checked(options)
    with Shelf() as shelf, Crews(options) as crews:
        return in_memory(assembled_on(shelf, gather(documents, shelf), crews, options, progress, known))


def assembled_on(
    shelf: Shelf,
    gathered: Gathered,
    crews: Crews,
    options: Options = _OPTIONS,
    progress: Progress | None = None,
    known: Known | None = None,
) -> BuiltTimeline:
    """The timeline of documents that lie on a shelf: what is long is read from it, so use it before that is closed."""
    crew = crews.of(len(gathered), gathered.text)
    results = work_on(gathered, options, crew, shelf, known, progress)
    return topmost(_assembled(results, gathered, options, crew, shelf), options.top)


def in_memory(timeline: BuiltTimeline) -> BuiltTimeline:
    """A timeline that needs no shelf any more."""
    return replace(
        timeline,
        sources=tuple(timeline.sources),
        events=tuple(timeline.events),
        undated=tuple(timeline.undated),
        set_aside=tuple(timeline.set_aside),
    )


def topmost(timeline: Kept, count: int | None) -> Kept:
    """The timeline with its `count` most important events, the others counted; None: as it is."""
    if count is None:
        return timeline
    from timeline.merge import most

    kept = most(timeline.events, count)
    return replace(timeline, events=kept, left_out=timeline.left_out + len(timeline.events) - len(kept))


def _assembled(results: Results, gathered: Gathered, options: Options, crew: Crew, shelf: Shelf) -> BuiltTimeline:
    from timeline.merge import NameCount, Weighing, naming
    from timeline.pipeline.blocks import EVENTS, Known, merge_on
    from timeline.pipeline.placing import place
    from timeline.pipeline.survey import alike, survey

    seen = survey(results, shelf.heap)
    forms = naming(seen.census, gathered.rules, alike(results, seen))
    placed = place(results, seen, forms, shelf)
    # Why beside: the workers that merge read the shelf meanwhile.
    table = shelf.beside().table("events", EVENTS)
    merge_on(shelf, placed.evidence, table, Known(seen.rare, seen.family), results, crew)
    _put_down(placed.put_down, table)
    table.index("first, last, id")
    weighing, names = Weighing(seen.written, seen.family, seen.spoken), NameCount()
    for event in Shelved[Event](table):
        weighing.add(event)
        names.add(event)
    weighing.close()
    sources = _held(Shelved[SourceReport](placed.sources, "number", numbered=True))
    return BuiltTimeline(
        title=options.title or title_of(sources),
        sources=sources,
        events=_held(Shelved(table, "first, last, id", weighing.weighed)),
        undated=_held(Shelved(placed.undated, "number")),
        set_aside=_held(Shelved(placed.set_aside, "number")),
        failures=tuple(
            sorted([*gathered.failures, *results.failures, *map(_unmatched, forms.unmatched)], key=by_place)
        ),
        skipped=tuple(sorted(gathered.skipped, key=lambda file: (file.uri, file.why))),
        names=names.names(forms),
    )


def _put_down(pieces: Sequence[Evidence], table: Table) -> None:
    """What a person put down is an event as it stands, one by one; a program only proposes to join it."""
    from timeline.merge import merge, with_proposals
    from timeline.pipeline.blocks import put

    if not pieces:
        return
    for piece in pieces:
        for event in merge((piece,), ()):
            put(table, replace(event, tags=piece.tags))
    every = tuple(Shelved[Event](table))
    for before, event in zip(every, with_proposals(every), strict=True):
        if event is not before:
            table.remove("id = ?", (event.id,))
            put(table, event)


def _held(things: Shelved[Thing]) -> Sequence[Thing]:
    """Few things in memory; many where they lie."""
    return tuple(things) if things.size <= FEW else things


def _unmatched(rule: NameRule) -> Failure:
    message = f"{rule.where}: no event names {rule.name!r}; `timeline names` shows the names"
    return Failure(rule.where, "read", "unmatched-row", message)


def by_place(failure: Failure) -> tuple[list[str | int], ...]:
    """By place, line 2 before line 10."""
    told = (failure.uri, failure.stage, failure.code, failure.message)
    return tuple([int(run) if run.isdecimal() else run for run in re.split(r"(\d+)", word)] for word in told)


def title_of(sources: Sequence[SourceReport]) -> str:
    """The title of a timeline that nobody has named."""
    return sources[0].source.title if len(sources) == 1 else f"Timeline of {len(sources)} documents"
