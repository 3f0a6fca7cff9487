"""What a stated date says: a candidate's words in, its readings out.

ISO 8601 as metadata write it, addresses, and dates in words as the language's rules read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from timeline.errors import EdtfError, InputError
from timeline.grammar.pack import LanguagePack
from timeline.model import edtf, period
from timeline.model.expression import CalendarDate, Clock, NumericDate
from timeline.model.value import Granularity, TimeValue

_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$")
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?")
_ADDRESS = re.compile(r"(\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)")

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")


@lru_cache(maxsize=1_000)
def given_date(text: str) -> TimeValue:
    """A date that a person or program gave: ISO 8601 or EDTF, a day or finer.

    Raises InputError that says what is expected.
    """
    value = next(iter(_iso(text.strip())), None)
    if value is None:
        why = " (there is no such day)" if _DAY.fullmatch(text.strip()) else ""
        raise InputError(f"{text!r} is not a date{why}: give a full day such as 2024-03-15 (or 2024-03-15T10:30)")
    return value


def readings(text: str, pack: LanguagePack, day_first: bool | None = None) -> Iterable[TimeValue]:
    """The days (or the month) that a candidate's text may mean, best first; none without a year.

    `day_first` is how the document is known to order 10/7/2023.
    """
    values = list(_iso(text))
    if values:
        return values[:1]
    # Why: some texts come with a space before each comma.
    for found in pack.matcher.find(re.sub(r"\s+,", ",", text)):
        match found.expression:
            case CalendarDate(int(), int(), int()) as date:
                return _day(date)
            case CalendarDate(int() as year, int() as month, None):
                return [period.month(year, month)]
            case Clock(hour, minute, second, zone, CalendarDate(int(), int(), int()) as date):
                return [period.clock(day, hour, minute, second, zone) for day in _day(date)]
            case NumericDate(first, second_number, int() as year, False):
                return _numeric(first, second_number, year, pack.day_first if day_first is None else day_first)
    return ()


def yearless_day(text: str, pack: LanguagePack) -> tuple[int, int] | None:
    """The (month, day) of a candidate that names no year: the "March 3" of a dateline."""
    for found in pack.matcher.find(text):
        match found.expression:
            case CalendarDate(None, int() as month, int() as day):
                return month, day
    return None


def _iso(text: str) -> Iterable[TimeValue]:
    if basic := _BASIC.match(text):
        year, month, day, hour, minute, second, zone = basic.groups()
        text = f"{year}-{month}-{day}" + (
            f"T{hour}:{minute}" + (f":{second}" if second else "") + (zone or "") if hour else ""
        )
    for match in _ISO.finditer(text):
        spelled = re.sub(r"[.,]\d+", "", match[0]).replace("UTC", "Z").replace("GMT", "Z")
        spelled = re.sub(r"(?<=\d) (?=\d)", "T", spelled, count=1).replace(" ", "")
        pieces = spelled.partition("T")
        day = "-".join(part.zfill(2) for part in pieces[0].split("-"))
        try:
            value = edtf.parse(day + pieces[1] + pieces[2])
        except EdtfError:
            continue
        yield _minute(value)
    for match in _ADDRESS.finditer(text):
        try:
            yield period.day(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue


def _minute(value: TimeValue) -> TimeValue:
    """A time stamp's seconds say nothing about an article."""
    if value.granularity is not Granularity.SECOND or value.edtf is None:
        return value
    spelled = re.sub(r"(T\d\d:\d\d):\d\d", r"\1", value.edtf)
    return replace(edtf.parse(spelled))


def _day(date: CalendarDate) -> list[TimeValue]:
    assert date.year is not None and date.month is not None and date.day is not None
    if date.two_digit:
        return []
    return [period.day(date.year, date.month, date.day, date.calendar)]


def _numeric(first: int, second: int, year: int, day_first: bool | None) -> list[TimeValue]:
    orders = [(first, second), (second, first)] if day_first is not True else [(second, first), (first, second)]
    values = [period.day(year, month, day) for month, day in orders if month <= 12]
    return values[:1] if first == second or day_first is not None else values
