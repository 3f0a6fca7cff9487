"""A build that people's decisions are put on. In: documents, decisions. Out: `Applied`, and the timeline before them.

Decisions on a source come before anything is found in it: its dates count from the day that a reviewer gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.model.decision import Action, Decision, in_force
from timeline.model.event import Failure, Skipped
from timeline.model.text import DateCandidate, DateOrigin, Document
from timeline.pipeline.assembly import assembled_on, in_memory, topmost
from timeline.pipeline.built import BuiltTimeline
from timeline.pipeline.document import Options, checked
from timeline.pipeline.gathering import Gathered, gather
from timeline.pipeline.remembered import Known
from timeline.pipeline.workers import Crews
from timeline.pipeline.working import Progress
from timeline.store.shelf import Shelf

if TYPE_CHECKING:
    from timeline.merge import Applied

_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A timeline as the program makes it, and as people decided it."""

    built: BuiltTimeline
    applied: Applied


def build_reviewed(
    documents: Iterable[Document | Failure | Skipped],
    decisions: Sequence[Decision],
    options: Options = _OPTIONS,
    progress: Progress | None = None,
    known: Known | None = None,
) -> Reviewed:
    """The timeline of some documents with people's decisions on it. Raises as `build` does."""
    checked(options)
    with Shelf() as shelf, Crews(options) as crews:
        gathered = gather(redated(documents, decisions), shelf)
        built = in_memory(assembled_on(shelf, gathered, crews, replace(options, top=None), progress, known))
        return _reviewed(built, gathered, decisions, options)


def build_reviewed_on(
    shelf: Shelf,
    gathered: Gathered,
    crews: Crews,
    decisions: Sequence[Decision],
    options: Options = _OPTIONS,
    progress: Progress | None = None,
    known: Known | None = None,
) -> Reviewed:
    """The same of documents that lie on a shelf, `redated` already; what is long is read from the shelf."""
    built = assembled_on(shelf, gathered, crews, replace(options, top=None), progress, known)
    return _reviewed(built, gathered, decisions, options)


def _reviewed(built: BuiltTimeline, gathered: Gathered, decisions: Sequence[Decision], options: Options) -> Reviewed:
    from timeline.merge import apply

    applied = apply(built, decisions, gathered.texts if decisions else {})
    return Reviewed(built, replace(applied, timeline=topmost(applied.timeline, options.top)))


def redated(
    documents: Iterable[Document | Failure | Skipped], decisions: Sequence[Decision]
) -> Iterator[Document | Failure | Skipped]:
    """The documents with the days on which reviewers say that they were written, the last word for each."""
    told = [decision.patch for decision in in_force(decisions) if decision.action is Action.SOURCE]
    by_id = {patch.source_id: patch.edtf for patch in told if patch.source_id and patch.edtf}
    by_uri = {patch.uri: patch.edtf for patch in told if patch.uri and patch.edtf}
    for item in documents:
        day = by_id.get(item.id) or by_uri.get(item.source.uri) if isinstance(item, Document) else None
        yield item if day is None or not isinstance(item, Document) else dated(item, day)


def dated(document: Document, day: str) -> Document:
    """A document that a reviewer has dated: what else seemed to date it is not asked any more."""
    updates = (candidate for candidate in document.date_candidates if candidate.update)
    return replace(document, date_candidates=(DateCandidate(day, DateOrigin.REVIEWER), *updates))
