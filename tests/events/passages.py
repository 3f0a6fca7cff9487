"""A small factory: a text in which dates stand in [brackets] becomes a document with resolutions made by hand."""

from __future__ import annotations

import hashlib
import re

from timeline.language import pack
from timeline.model import period
from timeline.model.event import Evidence
from timeline.model.expression import CalendarDate, Expression, Open, Reference, Vague
from timeline.model.text import Anchor, AnchorKind, Document, Mention, MentionType, Part, Resolution, Source, Span
from timeline.model.value import TimeValue

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MARK = re.compile(r"\[([^\]=]+)(?:=([^\]]+))?\]")


def document(text: str, key: str = "d", parts: tuple[Part, ...] = ()) -> Document:
    """A document of a plain text; its id is made of key and text."""
    digest = hashlib.sha256(f"{key}|{text}".encode()).hexdigest()
    source = Source(digest[:16], f"{key}.txt", key, key, digest, "text/plain", language="en")
    return Document(source, text, parts)


def marked(marked_text: str, key: str = "d", year: int = 2024) -> tuple[Document, tuple[Resolution, ...]]:
    """The document without the brackets, and a resolution for each date in them.

    "[3 May 2011]" is read as it stands; "[Monday=2024-06-10]" has its value told; "[now=vague]", "[two days=duration]",
    "[daily=set]" and "[spring=none]" are the other fates; a date without a year takes `year` and is yearless.
    """
    text, spans, at = "", [], 0
    for match in _MARK.finditer(marked_text):
        text += marked_text[at : match.start()]
        spans.append((Span(len(text), len(text) + len(match[1])), match[2]))
        text += match[1]
        at = match.end()
    text += marked_text[at:]
    made = document(text, key)
    return made, tuple(_resolution(made, span, told, year) for span, told in spans)


def told(marked_text: str, key: str = "d") -> tuple[Evidence, ...]:
    """The evidence of a marked text."""
    from timeline.events import evidence

    made, resolutions = marked(marked_text, key)
    return evidence(made, resolutions, pack("en"))


def _resolution(made: Document, span: Span, told: str | None, year: int) -> Resolution:
    words = made.text[span.start : span.end]
    kind = {"duration": MentionType.DURATION, "set": MentionType.SET}.get(told or "", MentionType.DATE)
    expression, value = _read(words, told, year)
    mention = Mention(made.id, span, words, kind, expression, "test", "en")
    if told in ("duration", "set", "none", "vague"):
        reason = "no year is told" if told == "none" else None
        return Resolution(mention, None, Anchor(AnchorKind.DCT), reason=reason)
    yearless = isinstance(expression, CalendarDate) and expression.year is None and told is None
    anchor = Anchor(AnchorKind.DCT if yearless or told else AnchorKind.EXPLICIT)
    return Resolution(mention, value, anchor, confidence=0.5 if yearless else 0.95, yearless=yearless)


def _read(words: str, told: str | None, year: int) -> tuple[Expression, TimeValue | None]:
    if told == "vague":
        return Vague(Reference.PRESENT), None
    if told in ("duration", "set", "none"):
        return CalendarDate(None), None
    source = told or words
    since = source.endswith("/..")
    numbers = [int(part) for part in source.removesuffix("/..").split("-")] if re.match(r"-?\d+-\d", source) else []
    if not numbers:
        day = re.search(r"\b(\d{1,2})\b(?!\d)", source)
        month = next((i for i, name in enumerate(MONTHS, 1) if name in source), None)
        stated = re.search(r"\b(\d{4})\b", source)
        numbers = [int(stated[1]) if stated else 0, month or 0, int(day[1]) if day and month else 0]
    padded = [*numbers, 0, 0][:3]
    expression = CalendarDate(padded[0] or None, padded[1] or None, padded[2] or None)
    at = padded[0] or year
    value = (
        period.day(at, padded[1], padded[2])
        if padded[2]
        else period.month(at, padded[1])
        if padded[1]
        else period.year(at)
    )
    return (Open(True, expression), period.since(value)) if since else (expression, value)
