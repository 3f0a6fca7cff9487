"""Dates that markup gives, put in the place of what the words alone would say. In: what was found. Out: the same.

A found date inside or around a given one takes its value and keeps its time of day or its "early"; any other found
one that meets it yields. Words that nobody would read as a date are one where the markup says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, takewhile

from timeline.grammar.found import Found
from timeline.model.expression import (
    CalendarDate,
    Century,
    Clock,
    DayPart,
    Decade,
    Expression,
    Modified,
    Open,
    Range,
    Season,
    Uncertain,
)
from timeline.model.text import MARKUP, GivenDate

_DATE = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")
_SEASONS = range(21, 25)


def with_given(found: Sequence[Found], given: Sequence[GivenDate], text: str) -> list[Found]:
    """What was found, with the given dates in it, in order and without overlap."""
    placed: list[Found] = []
    ends = [item.end for item in found]
    border = 0
    for date in given:
        value = expression_of(date.edtf)
        if value is None or date.span.start < border:
            continue
        after = islice(found, bisect_right(ends, date.span.start), None)
        meeting = list(takewhile(partial(_starts_before, date.span.end), after))
        words = text[date.span.start : date.span.end]
        if not meeting and not date.alone and not any(letter.isdigit() for letter in words):
            continue
        start, end, expression = date.span.start, date.span.end, value
        if len(meeting) == 1:
            item = meeting[0]
            around = item.start <= date.span.start and date.span.end <= item.end
            told = _told(item.expression, value, around=around and (item.start, item.end) != (start, end))
            if told is not None:
                start, end, expression = min(start, item.start), max(end, item.end), told
        placed.append(Found(start, end, expression, MARKUP))
        border = end
    starts = [item.start for item in placed]
    free = [item for item in found if not _meets(item, placed, starts)]
    return sorted([*free, *placed], key=lambda item: item.start)


def _starts_before(end: int, item: Found) -> bool:
    return item.start < end


def _meets(item: Found, placed: Sequence[Found], starts: Sequence[int]) -> bool:
    """Whether a found date shares a letter with a placed one; these are in order and apart."""
    before = bisect_left(starts, item.end) - 1
    return before >= 0 and placed[before].end > item.start


def _told(expression: Expression, value: Expression, *, around: bool) -> Expression | None:
    """What the words add to the given date: a time of day, and where they reach beyond it "early" or "since"."""
    match expression:
        case Clock() | DayPart():
            return replace(expression, of=value)
        case Modified() | Open() | Uncertain() if around:
            return replace(expression, of=value)
        case _:
            return None


def expression_of(edtf: str) -> Expression | None:
    """An EDTF value as an expression; None for forms that no words would have."""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        start, end = expression_of(first), expression_of(last)
        if start is not None and end is not None:
            return Range(start, end)
        return Open(True, start) if start is not None else Open(False, end) if end is not None else None
    if decade := re.fullmatch(r"(\d{3})X", edtf):
        return Decade(int(decade[1]) * 10)
    if century := re.fullmatch(r"(\d\d)XX", edtf):
        return Century(int(century[1]) + 1)
    date = _DATE.fullmatch(edtf)
    if date is None:
        return None
    year, month, day = int(date[1]), int(date[2] or 0) or None, int(date[3] or 0) or None
    if month in _SEASONS and day is None:
        return Season(month or 0, year)
    if month is not None and month > 12:
        return None
    told = CalendarDate(year, month, day)
    return Uncertain(told) if date[4] else told
