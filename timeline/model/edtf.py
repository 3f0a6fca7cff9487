"""Reads EDTF: text in, a `TimeValue` out. The writers stand in `period`, beside the bounds they belong to.

Read: level 0 and 1, and of level 2 what names something real (seasons, quarters and halves 21-41, `Y` years,
qualifiers before a component, unspecified digits). Sets (`[..]`, `{..}`), exponential years and significant
digits are refused. Source: ISO 8601-2:2019; the Library of Congress's EDTF specification.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.errors import EdtfError
from timeline.model import civil, period
from timeline.model.value import Granularity, TimeValue

_DATE = re.compile(
    r"(?P<year>Y-?\d{5,}|-?[\dX]{4})"
    r"(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2})"
    r"(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?)?)?"
)
_QUALIFIERS = re.compile(r"[?~%]")


def parse(text: str) -> TimeValue:
    """An EDTF date or interval as a value.

    Raises EdtfError, which names the character where it stops making sense.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _date(text, text, 0)
    if first in ("", "..") and last in ("", ".."):
        raise EdtfError(text, 0, "a date on at least one side of '/'")
    if last in ("", ".."):
        return period.since(_date(text, first, 0))
    if first in ("", ".."):
        return period.until(_date(text, last, len(first) + 1))
    start, end = _date(text, first, 0), _date(text, last, len(first) + 1)
    if start.earliest is not None and end.latest is not None and end.latest <= start.earliest:
        raise EdtfError(text, len(first) + 1, "an end that is not before its start")
    return period.span(start, end)


def _date(whole: str, text: str, offset: int) -> TimeValue:
    qualifiers = set(_QUALIFIERS.findall(text))
    bare = _QUALIFIERS.sub("", text)
    match = _DATE.match(bare)
    if not match:
        raise EdtfError(whole, offset, "a year of four digits")
    if match.end() != len(bare):
        raise EdtfError(whole, offset + match.end() + len(text) - len(bare), "the end of the date")
    try:
        value = _value(match)
    except ValueError as error:
        raise EdtfError(whole, offset, str(error)) from None
    if qualifiers & {"~", "%"}:
        value = period.approximately(value)
    if qualifiers & {"?", "%"}:
        mark = "%" if value.approximate else "?"
        value = replace(value, uncertain=True, edtf=f"{(value.edtf or '').rstrip('~')}{mark}")
    return value


def _value(match: re.Match[str]) -> TimeValue:
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in match[0]:
        return _unspecified(match[0], year, month, day)
    number = int(year.lstrip("Y"))
    if month is None:
        return period.year(number)
    if day is None and int(month) > 12:
        return _part_of_year(number, int(month))
    if not 1 <= int(month) <= 12:
        raise ValueError("a month from 01 to 12 (or 21 to 41 for seasons, quarters and halves)")
    if day is None:
        return period.month(number, int(month))
    if not civil.is_date(number, int(month), int(day)):
        raise ValueError(f"a day that exists in {civil.year_text(number)}-{month}")
    date = period.day(number, int(month), int(day))
    if match["hour"] is None:
        return date
    hour, minute, second = (None if match[name] is None else int(match[name]) for name in ("hour", "minute", "second"))
    assert hour is not None
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 60:
        raise ValueError("a time of day")
    return period.clock(date, hour, minute, second, _zone(match["zone"]))


def _part_of_year(year: int, code: int) -> TimeValue:
    if 21 <= code <= 24:
        return period.season(code, year)
    if 25 <= code <= 28:  # northern seasons, told so
        return period.season(code - 4, year)
    if 33 <= code <= 36:
        return period.quarter(year, code - 32)
    if code in (40, 41):
        return period.half(year, code - 39)
    raise ValueError("a month from 01 to 12, or a season 21-24, a quarter 33-36 or a half 40-41")


def _unspecified(text: str, year: str, month: str | None, day: str | None) -> TimeValue:
    digits = year.lstrip("-").rstrip("X")
    if digits and "X" not in digits and month is None:
        sign = -1 if year.startswith("-") else 1
        count = 10 ** (4 - len(digits))
        first = int(digits) * count * sign - (count - 1 if sign < 0 else 0)
        granularity = {10: Granularity.DECADE, 100: Granularity.CENTURY, 1000: Granularity.MILLENNIUM}[count]
        return period.years(first, count, granularity, year.rstrip("X"))
    if year == "XXXX" and month and month != "XX" and "X" not in month + (day or ""):
        if not 1 <= int(month) <= 12 or (day and not civil.is_date(2000, int(month), int(day))):
            raise ValueError("a month and day that exist")
        return period.yearless(int(month), int(day) if day else None)
    if "X" not in year:
        known = period.year(int(year)) if month is None or "X" in month else period.month(int(year), int(month))
        return replace(known, edtf=text)
    raise ValueError("unspecified digits (X) at the end of the year, or a whole month or day")


def _zone(text: str | None) -> int | None:
    if text is None:
        return None
    if text == "Z":
        return 0
    digits = text[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    return -minutes if text[0] == "-" else minutes
