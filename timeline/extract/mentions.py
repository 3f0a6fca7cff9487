"""Finds the date mentions of a document: document and language pack in, `Mention`s out, in order."""

from __future__ import annotations

from timeline.extract.history import tells_history
from timeline.grammar.found import Found
from timeline.grammar.pack import LanguagePack
from timeline.model.expression import Clock, DayPart, Duration, Expression, Listed, Range, Recurrence
from timeline.model.text import Document, Mention, MentionType, Span


def mentions(document: Document, pack: LanguagePack) -> tuple[Mention, ...]:
    """Every date expression of a document, by start, none overlapping."""
    found = pack.matcher_for(document.text).find(document.text)
    if pack.histories is not None and tells_history([item.expression for item in found]):
        found = pack.histories.find(document.text, found)
    each = (piece for item in found for piece in (item.parts if isinstance(item.expression, Listed) else (item,)))
    return tuple(_mention(document.id, document.text, item, pack.code) for item in each)


def mention_type(expression: Expression) -> MentionType:
    """The TIMEX3 type of an expression."""
    while isinstance(expression, Range):
        expression = expression.start
    return _TYPES.get(type(expression), MentionType.DATE)


_TYPES = {
    Clock: MentionType.TIME,
    DayPart: MentionType.TIME,
    Duration: MentionType.DURATION,
    Recurrence: MentionType.SET,
}


def _mention(document_id: str, text: str, found: Found, language: str) -> Mention:
    # Why: only a range is several dates told together; elsewhere the parts are pieces of one date.
    is_range = isinstance(found.expression, Range)
    parts = tuple(_mention(document_id, text, part, language) for part in found.parts) if is_range else ()
    return Mention(
        document_id,
        Span(found.start, found.end),
        text[found.start : found.end],
        mention_type(found.expression),
        found.expression,
        found.rule,
        language,
        parts,
    )
