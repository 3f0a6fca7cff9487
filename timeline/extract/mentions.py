"""Finds the date mentions of a document: document and language pack in, `Mention`s out, in order."""

from __future__ import annotations

from dataclasses import replace

from timeline.extract.as_seen import as_seen
from timeline.extract.given import with_given
from timeline.extract.history import tells_history
from timeline.extract.running_clock import with_running_clock
from timeline.grammar.found import Found
from timeline.grammar.pack import LanguagePack
from timeline.model.expression import Clock, DayPart, Duration, Expression, Listed, Range, Recurrence
from timeline.model.text import Document, Mention, MentionType, Span


def mentions(document: Document, pack: LanguagePack) -> tuple[Mention, ...]:
    """Every date expression of a document, by start, none overlapping."""
    seen = as_seen(document.text, pack, recognised=document.recognised)
    text = document.text if seen is None else seen.text
    if pack.capitals is not None:
        text = pack.capitals(text)
    found = pack.matcher_for(text).find(text)
    if pack.histories is not None and tells_history([item.expression for item in found]):
        found = pack.histories.find(text, found)
    each = [piece for item in found for piece in (item.parts if isinstance(item.expression, Listed) else (item,))]
    read_as: dict[int, str] = {}
    if seen is not None:
        told = [(seen.back(item), seen.read_as(item)) for item in each]
        each, read_as = [item for item, _ in told], {item.start: words for item, words in told if words}
    each = with_running_clock(each, document.text, pack.narration.determiners | pack.narration.date_prepositions)
    if document.given:
        each = with_given(each, document.given, document.text)
    made = (_mention(document.id, document.text, item, pack.code) for item in each)
    if not read_as:
        return tuple(made)
    return tuple(replace(mention, read_as=read_as.get(mention.span.start)) for mention in made)


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
