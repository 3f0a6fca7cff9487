"""A chronology that a person keeps, through all floors: its Document in, a Worked out, a piece of evidence a row.

The date of a row is taken as it is written: as EDTF, else as the words that stand in its cell, alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.errors import EdtfError
from timeline.events.row import UNREAD, row_evidence
from timeline.extract.given import expression_of
from timeline.model import edtf
from timeline.model.event import Fate, SourceReport
from timeline.model.expression import CalendarDate
from timeline.model.text import (
    Anchor,
    AnchorKind,
    Document,
    Mention,
    MentionType,
    Resolution,
    Row,
    Source,
    Span,
)
from timeline.model.value import TimeValue
from timeline.pipeline.document import DEFAULT_LANGUAGE, Options, Worked, resolved

RULE = "import"
CONFIDENCE = 0.99
_NUMBERS = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)\b")


def worked_rows(document: Document, options: Options) -> Worked:
    """What a chronology adds to a timeline."""
    from timeline.merge import Told, sketch

    day_first = document.source.day_first
    document = replace(
        document,
        source=replace(
            document.source,
            language=options.language or document.source.language or DEFAULT_LANGUAGE,
            day_first=_day_first(document) if day_first is None else day_first,
        ),
    )
    found = tuple(row_evidence(document, row, _read(document, row, options)) for row in document.rows)
    counts = dict.fromkeys(Fate, 0)
    for piece in found:
        counts[piece.fate] += 1
    source = replace(document.source, day_first=day_first)
    report = SourceReport(source, tuple(counts.items()), len(document.text.split()))
    told = Told(source.id, source.uri, source.language or DEFAULT_LANGUAGE, put_down=True)
    return Worked(report, found, sketch(document), told)


def _day_first(document: Document) -> bool | None:
    """The order of 10/7/2023, where another row can be read in one way only."""
    told = (_NUMBERS.match(document.text, row.date.start, row.date.end) for row in document.rows)
    pairs = [(int(found[1]), int(found[2])) for found in told if found]
    first, second = (any(pair[side] > 12 for pair in pairs) for side in (0, 1))
    return None if first == second else first


def _read(document: Document, row: Row, options: Options) -> Resolution:
    """What a row's date means; without a value where it cannot be read."""
    words = document.text[row.date.start : row.date.end]
    step = f"written down as “{words}”" if words else "written down without a date"
    try:
        return _resolution(document, row, edtf.parse(row.edtf or words), (step,))
    except EdtfError:
        found = _in_words(document, words, options)
    if found is None:
        reason = f"{UNREAD}: “{words}”" if words else "this row has no date"
        return replace(_resolution(document, row, None, (step,)), reason=reason)
    return replace(
        _resolution(document, row, found.value, (step, *found.steps)),
        confidence=found.confidence,
        alternatives=found.alternatives,
        reason=found.reason or f"“{words}” does not tell which year",
    )


def _in_words(document: Document, words: str, options: Options) -> Resolution | None:
    """The one date that words tell, read by themselves; None where they tell none or several."""
    if not words:
        return None
    source = document.source
    alone = Source("cell", "", "", "", "", "text/plain", language=source.language, day_first=source.day_first)
    told = resolved(Document(alone, words), Options(language=options.language)).resolutions
    dated = [one for one in told if one.value is not None and one.value.edtf is not None]
    return dated[0] if len(dated) == 1 else None


def _resolution(document: Document, row: Row, value: TimeValue | None, steps: tuple[str, ...]) -> Resolution:
    words = document.text[row.date.start : row.date.end]
    expression = (expression_of(value.edtf) if value and value.edtf else None) or CalendarDate(None)
    mention = Mention(
        document.id,
        Span(row.date.start, row.date.end),
        words,
        MentionType.DATE,
        expression,
        RULE,
        document.source.language or DEFAULT_LANGUAGE,
    )
    return Resolution(mention, value, Anchor(AnchorKind.IMPORT), steps, CONFIDENCE)
