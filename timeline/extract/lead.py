"""An article's running text and its opening. In: a document, its sentences. Out: some of these, or a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from timeline.model.text import Document, PartKind, Span

LEAD = 5
"""Sentences in which an article tells what it is about."""
_BESIDE = frozenset(
    {
        PartKind.TITLE,
        PartKind.HEADING,
        PartKind.DATELINE,
        PartKind.BYLINE,
        PartKind.CAPTION,
        PartKind.TEASER,
        PartKind.TABLE,
        PartKind.FOOTNOTE,
        PartKind.BOILERPLATE,
    }
)
"""What is no running text."""


def running(document: Document, sentences: Iterable[Span]) -> Iterator[Span]:
    """Of a document's sentences, in order, those of its running text."""
    parts = iter([part for part in document.parts if part.kind in _BESIDE])
    part = next(parts, None)
    for sentence in sentences:
        while part is not None and part.span.end <= sentence.start:
            part = next(parts, None)
        if part is None or sentence.start < part.span.start:
            yield sentence


def lead_end(document: Document, sentences: Iterable[Span]) -> int:
    """Where the opening ends, title included: with the fifth sentence of running text, or the last."""
    lead = list(islice(running(document, sentences), LEAD))
    return lead[-1].end if lead else len(document.text)
