"""A build that people's decisions are put on. In: documents, decisions. Out: `Applied`, and the timeline before them.

Decisions on a source come before anything is found in it: its dates count from the day that a reviewer gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.model.decision import Action, Decision, in_force
from timeline.model.event import Failure, Skipped, Timeline
from timeline.model.text import DateCandidate, DateOrigin, Document
from timeline.pipeline.assembly import build, topmost
from timeline.pipeline.document import Options
from timeline.pipeline.remembered import Known
from timeline.pipeline.working import Progress

if TYPE_CHECKING:
    from timeline.merge import Applied

_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A timeline as the program makes it, and as people decided it."""

    built: Timeline
    applied: Applied


def build_reviewed(
    documents: Iterable[Document | Failure | Skipped],
    decisions: Sequence[Decision],
    options: Options = _OPTIONS,
    progress: Progress | None = None,
    known: Known | None = None,
) -> Reviewed:
    """The timeline of some documents with people's decisions on it. Raises as `build` does."""
    from timeline.merge import apply

    readings = list(redated(documents, decisions))
    built = build(readings, replace(options, top=None), progress, known)
    texts = {item.id: item.text for item in readings if isinstance(item, Document)} if decisions else {}
    applied = apply(built, decisions, texts)
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
