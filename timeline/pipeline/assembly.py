"""`build`: documents (with failures and skipped files among them) in, one ordered `Timeline` out.

The same documents give the same timeline, in whatever order they come and however many workers there are:
sources are put in order of their uris before anything is worked on, and results keep that order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from timeline.model.event import Evidence, Failure, Fate, Skipped, SourceReport, Timeline, mentions_by_fate
from timeline.model.text import DateOrigin, Document, NameRule, Source
from timeline.pipeline.built import BuiltTimeline
from timeline.pipeline.document import COUNTED_ONLY, Options, Worked, checked
from timeline.pipeline.remembered import Known, recall, remember
from timeline.pipeline.workers import crew_of, worked_out

if TYPE_CHECKING:
    from timeline.merge import Sketch, Stories

Kept = TypeVar("Kept", bound=Timeline)
Progress = Callable[[int, int], None]
"""Called with how many documents are done, and of how many."""

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
    read, failures, skipped = sorted_out(documents)
    sources = one_of_each(read)
    results: list[Worked] = []
    for done, result in enumerate(_results(sources, options, known), 1):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            results.append(result)
        if progress is not None:
            progress(done, len(sources))
    rules = tuple(dict.fromkeys(rule for document in sources for rule in document.names))
    return topmost(_assembled(results, failures, skipped, options, rules), options.top)


def topmost(timeline: Kept, count: int | None) -> Kept:
    """The timeline with its `count` most important events, the others counted; None: as it is."""
    from timeline.merge import most

    kept = most(timeline.events, count) if count is not None else timeline.events
    return replace(timeline, events=kept, left_out=timeline.left_out + len(timeline.events) - len(kept))


def sorted_out(
    documents: Iterable[Document | Failure | Skipped],
) -> tuple[list[Document], list[Failure], list[Skipped]]:
    """What was read, what failed and what nobody reads, apart."""
    read: list[Document] = []
    failures: list[Failure] = []
    skipped: list[Skipped] = []
    for item in documents:
        match item:
            case Document():
                read.append(item)
            case Failure():
                failures.append(item)
            case Skipped():
                skipped.append(item)
    return read, failures, skipped


def one_of_each(read: list[Document]) -> list[Document]:
    """Identical copies as one document that lists the others' uris; in order of uri.

    Of copies, the one that tells when it was written is kept, then the first by uri.
    """
    copies: dict[str, list[Document]] = defaultdict(list)
    for document in read:
        copies[document.id].append(document)
    kept: list[Document] = []
    for group in copies.values():
        group.sort(key=lambda document: (_telling(document), *_place(document), document.text))
        first, *others = group
        uris = sorted({other.source.uri for other in others} - {first.source.uri} | set(first.source.copies))
        kept.append(replace(first, source=replace(first.source, copies=tuple(uris))) if others else first)
    return sorted(kept, key=_place)


def _telling(document: Document) -> int:
    """0 for a copy that somebody has dated, 1 for one that dates itself, 2 for the others."""
    origins = [candidate.origin for candidate in document.date_candidates]
    return 0 if DateOrigin.SIDECAR in origins else 1 if origins else 2


def _place(document: Document) -> tuple[str, str, str]:
    return document.source.uri, document.source.key or "", document.id


def _results(documents: list[Document], options: Options, known: Known | None) -> Iterator[Worked | Failure]:
    """What each document gives, in the documents' order: what is known, and what is worked out now."""
    recalled = {document.id: None if known is None else recall(document, options, known) for document in documents}
    fresh = [document for document in documents if recalled[document.id] is None]
    with crew_of(options, len(fresh), sum(len(document.text) for document in fresh)) as crew:
        made = worked_out(fresh, options, crew)
        for document in documents:
            result: Worked | Failure | None = recalled.pop(document.id)
            if result is None:
                result = next(made)
                if known is not None and isinstance(result, Worked):
                    remember(document, options, result, known)
            yield result


def _assembled(
    results: list[Worked],
    failures: list[Failure],
    skipped: list[Skipped],
    options: Options,
    rules: tuple[NameRule, ...] = (),
) -> BuiltTimeline:
    from timeline.merge import families, in_time, is_put_down, merge, named, names_of, settle, weighed, with_proposals

    sketches = tuple(result.sketch for result in results)
    family = families((sketch.source_id, sketch.runs) for sketch in sketches)
    known = named(
        tuple(piece for result in results for piece in result.evidence),
        (result.names for result in results),
        rules,
        _alike(sketches),
    )
    settled = settle(known.evidence)
    by_fate: dict[Fate, list[Evidence]] = defaultdict(list)
    for piece in settled:
        by_fate[piece.fate].append(piece)
    told = tuple(piece for piece in by_fate[Fate.EVIDENCE] if not is_put_down(piece))
    events = merge(told, sketches, family)
    # Why one by one: what a person put down is an event as it stands; a program only proposes to join it.
    put_down = tuple(piece for piece in by_fate[Fate.EVIDENCE] if is_put_down(piece))
    events += tuple(replace(event, tags=piece.tags) for piece in put_down for event in merge((piece,), ()))
    sources = tuple(_with_originals(_recounted((result.report for result in results), settled), family))
    events = weighed(with_proposals(events), (report.source for report in sources), sketches, family)
    return BuiltTimeline(
        title=options.title or _title(sources),
        sources=sources,
        events=tuple(sorted(events, key=in_time)),
        undated=tuple(by_fate[Fate.UNDATED]),
        set_aside=tuple(by_fate[Fate.SET_ASIDE]),
        failures=tuple(sorted([*failures, *map(_unmatched, known.unmatched)], key=_where)),
        skipped=tuple(sorted(skipped, key=lambda file: (file.uri, file.why))),
        names=names_of(events, known),
    )


def _alike(sketches: tuple[Sketch, ...]) -> Callable[[str, str], float]:
    """The likeness of two documents; worked out when it is first asked for, which few builds do."""
    known: list[Stories] = []

    def alike(first: str, second: str) -> float:
        from timeline.merge import Stories

        if not known:
            known.append(Stories(sketches))
        return known[0].likeness(first, second)

    return alike


def _unmatched(rule: NameRule) -> Failure:
    message = f"{rule.where}: no event names {rule.name!r}; `timeline names` shows the names"
    return Failure(rule.where, "read", "unmatched-row", message)


def _recounted(reports: Iterable[SourceReport], settled: tuple[Evidence, ...]) -> Iterator[SourceReport]:
    """The counts by fate after other sources have settled what they could."""
    now = mentions_by_fate(settled)
    for report in reports:
        source = report.source
        counts = ((fate, count if fate in COUNTED_ONLY else now[source.id, fate]) for fate, count in report.fates)
        yield SourceReport(source, tuple(counts), report.words)


def _with_originals(reports: Iterable[SourceReport], family: Mapping[str, str]) -> Iterator[SourceReport]:
    """The sources that are one text with another name the first of them: the earliest published, then by uri."""
    told = tuple(reports)
    originals: dict[str, Source] = {}
    for source in sorted((report.source for report in told if report.source.id in family), key=_published):
        originals.setdefault(family[source.id], source)
    for report in told:
        original = originals.get(family.get(report.source.id, ""))
        if original is None or original.id == report.source.id:
            yield report
        else:
            yield replace(report, source=replace(report.source, copy_of=original.id))


def _published(source: Source) -> tuple[float, str, str]:
    dating = source.published
    first = dating.value.earliest if dating is not None and dating.stated else None
    return float("inf") if first is None else first, source.uri, source.id


def _where(failure: Failure) -> tuple[list[str | int], ...]:
    """By place, line 2 before line 10."""
    told = (failure.uri, failure.stage, failure.code, failure.message)
    return tuple([int(run) if run.isdecimal() else run for run in re.split(r"(\d+)", word)] for word in told)


def _title(sources: tuple[SourceReport, ...]) -> str:
    return sources[0].source.title if len(sources) == 1 else f"Timeline of {len(sources)} documents"
