"""Checks a `timeline.json` against its originals: every text's hash, every span, every quote.

In: the published timeline and the documents as they read today. Out: what no longer stands, source by source
and event by event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline.model.text import Document

if TYPE_CHECKING:
    from timeline.export import schema


class Original(StrEnum):
    """What became of a source's original."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A source, and whether its text still is what it was."""

    id: str
    uri: str
    original: Original


@dataclass(frozen=True, slots=True)
class CheckedEvent:
    """An event (or an undated or set-aside passage) with the passages that are gone: it stands if one is left."""

    kind: str
    """event, undated or set_aside."""
    id: str
    title: str
    lost: tuple[str, ...]
    passages: int

    @property
    def stands(self) -> bool:
        """Whether at least one passage is still in its source."""
        return len(self.lost) < self.passages


@dataclass(frozen=True, slots=True)
class Verification:
    """All sources, and the events of which at least one passage is gone."""

    sources: tuple[CheckedSource, ...]
    weakened: tuple[CheckedEvent, ...]
    passages: int

    @property
    def holds(self) -> bool:
        """Whether everything is as it was."""
        return not self.weakened and all(source.original is Original.SAME for source in self.sources)


def verify(published: schema.Timeline, originals: Iterable[Document]) -> Verification:
    """What of a timeline still stands in its originals.

    An original is known again by its text, wherever it lies now; else by its uri, and then it has changed.
    """
    texts: dict[str, str] = {}
    by_uri: dict[str, list[Document]] = defaultdict(list)
    for document in originals:
        texts[document.source.text_sha256] = document.text
        by_uri[document.source.uri].append(document)
    sources: list[CheckedSource] = []
    text_of: dict[str, str] = {}
    for source in published.sources:
        same = texts.get(source.text_sha256)
        changed = [document.text for uri in (source.uri, *source.copies) for document in by_uri.get(uri, ())]
        state = Original.SAME if same is not None else Original.CHANGED if changed else Original.MISSING
        sources.append(CheckedSource(source.id, source.uri, state))
        if same is not None or changed:
            text_of[source.id] = same if same is not None else changed[0]
    entries: list[tuple[str, str, str, tuple[schema.Evidence, ...]]]
    entries = [("event", event.id, event.title, event.evidence) for event in published.events]
    for kind, pieces in (("undated", published.undated), ("set_aside", published.set_aside)):
        entries += [(kind, piece.id, piece.date_text or piece.id, (piece,)) for piece in pieces]
    weakened = [_checked(*entry, text_of) for entry in entries]
    passages = sum(len(evidence) for *_, evidence in entries)
    return Verification(tuple(sources), tuple(event for event in weakened if event.lost), passages)


def _checked(
    kind: str, id: str, title: str, evidence: tuple[schema.Evidence, ...], text_of: dict[str, str]
) -> CheckedEvent:
    lost = (reason for piece in evidence if (reason := _lost(piece, text_of)))
    return CheckedEvent(kind, id, title, tuple(lost), len(evidence))


def _lost(piece: schema.Evidence, text_of: dict[str, str]) -> str | None:
    """Why a passage no longer stands; None where it does, or was added by hand and points into no text."""
    told = (
        ("quote", piece.quote, piece.quote_span),
        ("date", piece.date_text, piece.date_span),
        ("head", piece.head, piece.head_span),
    )
    spans = [(what, words, span) for what, words, span in told if words is not None and span is not None]
    if not spans or piece.source is None:
        return None
    text = text_of.get(piece.source)
    if text is None:
        return f"{piece.id}: its source cannot be found"
    for what, words, (start, end) in spans:
        if text[start:end] != words or not 0 <= start <= end <= len(text):
            return f"{piece.id}: its {what} is no longer at {start}-{end} of the source: {_short(words)}"
    return None


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return f'"{folded}"' if len(folded) <= 80 else f'"{folded[:79]}…"'
