"""Checks a `timeline.json` against its originals: every text's hash, every span, every quote.

In: the published timeline and the documents as they read today. Out: what no longer stands, source by source
and event by event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline.model.text import Document

if TYPE_CHECKING:
    from timeline.export import schema


class Original(StrEnum):
    """What became of a source's original. GONE: it came from the web or standard input, and is not read again."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A source, and whether its text still is what it was."""

    id: str
    uri: str
    original: Original


@dataclass(frozen=True, slots=True)
class CheckedEvent:
    """An event (or an undated or set-aside passage) with the passages that are gone: it stands if one is left.

    `moved` are the passages that an edit elsewhere in the text has pushed to another place, word for word the same.
    """

    kind: str
    """event, undated or set_aside."""
    id: str
    title: str
    lost: tuple[str, ...]
    passages: int
    moved: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether at least one passage is still in its source."""
        return len(self.lost) < self.passages


@dataclass(frozen=True, slots=True)
class Verification:
    """All sources, and the events of which at least one passage is gone or has moved."""

    sources: tuple[CheckedSource, ...]
    weakened: tuple[CheckedEvent, ...]
    passages: int

    @property
    def holds(self) -> bool:
        """Whether everything is as it was."""
        return not self.weakened and all(source.original is Original.SAME for source in self.sources)


def verify(
    published: schema.Timeline, originals: Iterable[Document], gone: Mapping[str, str] = MappingProxyType({})
) -> Verification:
    """What of a timeline still stands in its originals.

    An original is known again by its text, wherever it lies now; else by its uri, and then it has changed.
    `gone`: the kept texts, by SHA-256, of what came from the web or through standard input.
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
        kept = gone.get(source.text_sha256)
        state, text = next(
            (state, text)
            for state, text in (
                (Original.SAME, same),
                (Original.CHANGED, changed[0] if changed else None),
                (Original.GONE, kept),
                (Original.MISSING, ""),
            )
            if text is not None
        )
        # Why: a copy with the same text keeps the quotes standing, and the original named has changed all the same.
        at_home = [document.source.text_sha256 for document in by_uri.get(source.uri, ())]
        if state is Original.SAME and at_home and source.text_sha256 not in at_home:
            state = Original.CHANGED
        sources.append(CheckedSource(source.id, source.uri, state))
        if state is not Original.MISSING:
            text_of[source.id] = text
    entries: list[tuple[str, str, str, tuple[schema.Evidence, ...]]]
    entries = [("event", event.id, event.title, event.evidence) for event in published.events]
    for kind, pieces in (("undated", published.undated), ("set_aside", published.set_aside)):
        entries += [(kind, piece.id, piece.date_text or piece.id, (piece,)) for piece in pieces]
    weakened = [_checked(*entry, text_of) for entry in entries]
    passages = sum(len(evidence) for *_, evidence in entries)
    return Verification(tuple(sources), tuple(event for event in weakened if event.lost or event.moved), passages)


def _checked(
    kind: str, id: str, title: str, evidence: tuple[schema.Evidence, ...], text_of: dict[str, str]
) -> CheckedEvent:
    lost: list[str] = []
    moved: list[str] = []
    for piece in evidence:
        reason = _lost(piece, text_of)
        if reason is not None:
            to = _moved_to(piece, text_of)
            (lost if to is None else moved).append(reason if to is None else f"{piece.id}: {to}")
    return CheckedEvent(kind, id, title, tuple(lost), len(evidence), tuple(moved))


def _moved_to(piece: schema.Evidence, text_of: dict[str, str]) -> str | None:
    """Where the whole quote stands now, with what was marked in it; None where it is in the text no more."""
    text = text_of.get(piece.source or "", "")
    if not piece.quote or piece.quote_span is None:
        return None
    start, end = piece.quote_span
    for words, span in ((piece.date_text, piece.date_span), (piece.head, piece.head_span)):
        if words is not None and span is not None and piece.quote[span[0] - start : span[1] - start] != words:
            return None
    if text[start:end] == piece.quote:
        return None
    places = []
    at = text.find(piece.quote)
    while at >= 0:
        places.append(at)
        at = text.find(piece.quote, at + 1)
    if not places:
        return None
    at = min(places, key=lambda place: abs(place - start))
    return f"moved from {start}-{end} to {at}-{at + len(piece.quote)}: {_short(piece.quote)}"


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
