"""Small articles, a build of them, and decisions on what came of it: what the tests of reviewing share."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.merge import Applied, apply
from timeline.model.decision import Action, Decision, Patch, Target, target_of, version_of
from timeline.model.event import Event, Evidence, Timeline
from timeline.model.text import Document
from timeline.pipeline import build
from timeline.read import Blob, read

BRIDGE = """The harbour bridge
Published: 2024-03-22

Engineers closed the harbour bridge on 4 March 2024 after they found cracks.

The mayor, Ines Falk, met the engineers on 6 March 2024.

A ship had hit the pier on 17 November 2023, the harbour office said.
"""
INQUIRY = """An inquiry
Published: 2024-04-02

The harbour bridge was closed on 4 March 2024 when engineers found cracks in it.

The council voted on 28 March 2024 to open an inquiry.
"""
UNDATED = """Letter to the editor

My father helped to build the harbour bridge. On 24 December the workers held a feast on it.
"""


def documents(**texts: str) -> tuple[Document, ...]:
    """Documents named as the keywords say: `bridge="..."` is bridge.txt."""
    blobs = [Blob(f"{name}.txt", text.encode()) for name, text in texts.items()]
    return tuple(item for item in read(*blobs) if isinstance(item, Document))


def built(**texts: str) -> Timeline:
    return build(documents(**texts))


def find(timeline: Timeline, words: str) -> Event:
    """The one event of which some passage has these words."""
    found = [event for event in timeline.events if any(words in piece.quote_text for piece in event.evidence)]
    assert len(found) == 1, f"{words!r}: {[event.title for event in found]}"
    return found[0]


def passage(timeline: Timeline, words: str) -> Evidence:
    pieces = [*(piece for event in timeline.events for piece in event.evidence), *timeline.undated]
    return next(piece for piece in pieces if words in piece.quote_text)


class Reviewer:
    """Makes decisions, one second after the other."""

    def __init__(self, name: str = "Ada", start: int = 0) -> None:
        self.name = name
        self.second = start

    def decide(
        self,
        action: Action,
        timeline: Timeline | None = None,
        *pieces: Evidence,
        event: Event | None = None,
        note: str | None = None,
        undoes: Iterable[Decision] = (),
        **patch: object,
    ) -> Decision:
        self.second += 1
        uris = {report.source.id: report.source.uri for report in timeline.sources} if timeline else {}
        about = pieces or (event.evidence if event else ())
        return Decision(
            action,
            self.name,
            f"2026-01-01T00:{self.second // 60:02d}:{self.second % 60:02d}Z",
            tuple(target_of(piece, uris.get(piece.source_id)) for piece in about),
            Patch(**patch),  # type: ignore[arg-type]
            version_of(event) if event else None,
            note,
            tuple(decision.id for decision in undoes),
        )


def decided(timeline: Timeline, *decisions: Decision, texts: Iterable[Document] = ()) -> Applied:
    return apply(timeline, decisions, {document.id: document.text for document in texts})


__all__ = ["BRIDGE", "INQUIRY", "UNDATED", "Reviewer", "Target", "built", "decided", "documents", "find", "passage"]
