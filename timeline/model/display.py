"""A date in words for people: a `TimeValue` in, "24 Dec 2023", "c. 2000", "3–6 May 2004", "44 BC" out.

Works from the EDTF text and the value's own fields, and never says more than they do. What no form here
fits is shown as its EDTF or TIMEX3 text, never dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.model.civil import DAY
from timeline.model.value import Calendar, Granularity, Kind, Mod, TimeValue

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
DAY_PARTS = {
    "DT": "daytime", "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
}  # fmt: skip
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
UNITS_OF_DAYS = {"DE": "decade", "CE": "century", "ML": "millennium", "Q": "quarter", **UNITS}
REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future", "": "at that time"}
BENT = {Mod.START: "early ", Mod.MID: "mid-", Mod.END: "late "}
SIDES = {
    Mod.BEFORE: "before ", Mod.AFTER: "after ", Mod.ON_OR_BEFORE: "by ", Mod.ON_OR_AFTER: "from ",
    Mod.LESS_THAN: "less than ", Mod.MORE_THAN: "more than ",
    Mod.EQUAL_OR_LESS: "at most ", Mod.EQUAL_OR_MORE: "at least ",
}  # fmt: skip

_PLAIN_DAY = re.compile(r"[1-9]\d{3}-\d\d-\d\d")
_QUALIFIER = re.compile(r"[?~%]")
_PERIOD = re.compile(
    r"Y?(?P<sign>-?)(?P<year>[\dX]{4,})"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<hour>\d\d)(?::?(?P<minute>\d\d))?(?::?(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?"
)
_REPEATED = re.compile(
    r"XXXX-(?:(?P<season>SP|SU|FA|WI)|WXX-(?P<weekday>[1-7]|WE)|(?:XX|(?P<month>0[1-9]|1[0-2]))(?:-(?:XX|(?P<day>\d\d)))?)"
    r"(?:T(?P<part>[A-Z]{2}))?"
)
_DURATION = re.compile(r"P(?=.)(?P<days>(?:[\d.X]+(?:DE|CE|ML|[YMWDQ]))*)(?:T(?P<clock>(?:[\d.X]+[HMS])+))?")
_AMOUNT = re.compile(r"([\d.]+|X)(DE|CE|ML|[YMWDQHS])")


@dataclass(frozen=True, slots=True)
class _Period:
    """One side of an EDTF value, in its fields; a month over 12 is a season, quarter or half."""

    year: int | None
    digits: int
    """How many digits of the year are told: 3 in 199X, 2 in 18XX."""
    bce: bool
    month: int | None = None
    day: int | None = None
    clock: str = ""


@lru_cache(maxsize=10_000)
def display(value: TimeValue) -> str:
    """The date in words: "24 Dec 2023", "from Feb 2022", "spring 1962", "24 Dec (no year)"."""
    if value.edtf is None:
        return _of_timex(value)
    # Why: nearly every date that is told is a plain day, and taking it apart costs ten times as much.
    plain = value.calendar is Calendar.GREGORIAN and not (value.approximate or value.uncertain or value.mod)
    if plain and _PLAIN_DAY.fullmatch(value.edtf) and value.timex == value.edtf and value.kind is Kind.POINT:
        return f"{int(value.edtf[8:])} {MONTHS[int(value.edtf[5:7]) - 1]} {value.edtf[:4]}"
    words = _told(value)
    if value.calendar is Calendar.JULIAN:
        words = f"{words} (Julian)"
    return f"perhaps {words}" if value.uncertain else words


def _told(value: TimeValue) -> str:
    """The date with what bends it, without its calendar and doubt."""
    edtf = _QUALIFIER.sub("", value.edtf or "")
    start, slash, end = edtf.partition("/")
    if slash and start in ("", "..") and end in ("", ".."):
        return "at any time"
    if slash and end in ("", ".."):
        return _sided(value, "from ", _period(value, start))
    if slash and start in ("", ".."):
        return _sided(value, "until ", _period(value, end))
    return _sided(value, _kind_words(value), _interval(value, start, end) if slash else _period(value, start))


def _kind_words(value: TimeValue) -> str:
    return {Kind.SINCE: "from ", Kind.UNTIL: "until "}.get(value.kind, "")


def _sided(value: TimeValue, side: str, words: str) -> str:
    """The words with "early", "c.", "before" and the like in front."""
    if value.mod in BENT:
        words = BENT[value.mod] + words
    elif value.mod in SIDES:
        side = SIDES[value.mod]
    return side + ("c. " + words if value.approximate or value.mod is Mod.APPROX else words)


def _period(value: TimeValue, edtf: str) -> str:
    """One period in words."""
    fields = _fields(edtf)
    if fields is None:
        return edtf
    if value.calendar is Calendar.JULIAN:
        fields = _julian(value, fields)
    words = _words(fields)
    day_part = DAY_PARTS.get(value.timex.partition("T")[2])
    return f"{words}, {day_part}" if day_part and fields.day and not fields.clock else words


def _interval(value: TimeValue, start: str, end: str) -> str:
    """Two periods in words, what they share said once: "3–6 May 2004"."""
    first, last = _fields(start), _fields(end)
    if first is None or last is None:
        return f"{start} – {end}"
    if value.kind is Kind.POINT and (named := _named_interval(value, first, last)):
        return named
    same_year = first.year == last.year and first.digits == last.digits == 4 and not (first.clock or last.clock)
    if same_year and first.day and last.day:
        if first.month == last.month:
            return f"{first.day}–{_words(last)}"
        return f"{first.day} {_month(first.month)} – {_words(last)}"
    if same_year and _is_month(first) and _is_month(last):
        return f"{_month(first.month)}–{_words(last)}"
    if first.clock and last.clock and _without_clock(first) == _without_clock(last):
        return f"{_words(first)}–{last.clock}"
    if first.month is None and last.month is None and first.bce == last.bce and first.digits == last.digits == 4:
        return f"{_words(first).removesuffix(' BC')}–{_words(last)}"
    return f"{_words(first)} – {_words(last)}"


def _named_interval(value: TimeValue, first: _Period, last: _Period) -> str | None:
    """What EDTF can only write as an interval but people have a name for: weeks, weekends, BCE centuries."""
    if value.timex.endswith("-WE"):
        return f"weekend of {_words(first)}"
    match value.granularity:
        case Granularity.WEEK:
            return f"week of {_words(first)}"
        case Granularity.DECADE if first.bce and first.year is not None:
            return f"{-first.year - 8}s BC"
        case Granularity.CENTURY if last.bce and last.year is not None:
            return f"{_ordinal(1 - last.year // 100)} century BC"
        case Granularity.MILLENNIUM if last.bce and last.year is not None:
            return f"{_ordinal(1 - last.year // 1000)} millennium BC"
        case _:
            return None


def _fields(edtf: str) -> _Period | None:
    """The fields of one EDTF period; None where it has a form that this page does not know."""
    found = _PERIOD.fullmatch(edtf)
    if found is None:
        return None
    told = found["year"].rstrip("X")
    if "X" in told:
        return None
    number = int(told + "0" * (len(found["year"]) - len(told))) if told else None
    bce = bool(found["sign"]) or (number == 0 and len(told) == len(found["year"]))
    year = None if number is None else -number if found["sign"] else number
    digits = 4 - (len(found["year"]) - len(told))
    month, day = (None if part in (None, "XX") else int(part) for part in (found["month"], found["day"]))
    return _Period(
        year, digits, bce, month, day, _clock(found["hour"], found["minute"], found["second"], found["zone"])
    )


def _clock(hour: str | None, minute: str | None, second: str | None, zone: str | None) -> str:
    """A time of day; a bare hour as "6 am", so that no minutes are made up."""
    if hour is None:
        return ""
    if minute is None:
        words = f"{(int(hour) + 11) % 12 + 1} {'am' if int(hour) < 12 else 'pm'}"
    else:
        words = ":".join(part for part in (hour, minute, second) if part)
    if zone is None:
        return words
    return f"{words} UTC" if zone == "Z" else f"{words} UTC{zone}"


def _words(fields: _Period) -> str:
    """A period's fields in words."""
    year = _year(fields)
    if fields.month is None:
        return year
    if fields.month <= 12:
        words = f"{fields.day} {_month(fields.month)}" if fields.day else _month(fields.month)
    elif fields.month <= 32:
        words = SEASONS[(fields.month - 21) % 4]
    elif fields.month <= 36:
        words = f"Q{fields.month - 32}"
    elif fields.month <= 39:
        words = f"third no. {fields.month - 36} of"
    else:
        words = f"{('first', 'second')[(fields.month - 40) % 2]} half of"
    return f"{words} {year}" + (f", {fields.clock}" if fields.clock else "")


def _year(fields: _Period) -> str:
    """A year, decade, century or millennium; "(no year)" where none is told."""
    if fields.year is None:
        return "(no year)"
    size = abs(fields.year)
    if fields.digits == 3:
        return f"{size}s" + (" BC" if fields.bce else "")
    if fields.digits == 2:
        return f"{_ordinal(size // 100 + 1)} century" + (" BC" if fields.bce else "")
    if fields.digits == 1:
        return f"{_ordinal(size // 1000 + 1)} millennium" + (" BC" if fields.bce else "")
    if fields.year <= 0:
        return f"{1 - fields.year} BC"
    # Why: "on 5 May 79" reads as 1979; a year this early is told apart by its era.
    return f"AD {fields.year}" if fields.year < 100 else str(fields.year)


def _month(number: int | None) -> str:
    return MONTHS[number - 1] if number else ""


def _is_month(fields: _Period) -> bool:
    return fields.month is not None and fields.month <= 12 and fields.day is None


def _without_clock(fields: _Period) -> tuple[int | None, int | None, int | None]:
    return fields.year, fields.month, fields.day


def _ordinal(number: int) -> str:
    teen = 10 < number % 100 < 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _julian(value: TimeValue, fields: _Period) -> _Period:
    """The same fields in the Julian calendar, worked out from the (Gregorian) bounds.

    Source: E. G. Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac (2013).
    """
    if value.earliest is None or fields.year is None or fields.month is None or fields.month > 12:
        return fields
    shifted = value.earliest // DAY + 2_440_588 + 1401
    quarter_days = 4 * shifted + 3
    day_of_year = 5 * (quarter_days % 1461 // 4) + 2
    month = (day_of_year // 153 + 2) % 12 + 1
    year = quarter_days // 1461 - 4716 + (14 - month) // 12
    day = day_of_year % 153 // 5 + 1
    return _Period(year, fields.digits, year <= 0, month, day if fields.day else None, fields.clock)


def _of_timex(value: TimeValue) -> str:
    """What no calendar holds: "498 days", "now"; else the TIMEX3 value itself."""
    if value.timex in REFERENCES:
        return REFERENCES[value.timex]
    if repeated := _REPEATED.fullmatch(value.timex):
        return _repeated(repeated) or value.timex
    found = _DURATION.fullmatch(value.timex)
    if found is None:
        return value.timex
    days = [_amount(number, UNITS_OF_DAYS[unit]) for number, unit in _AMOUNT.findall(found["days"] or "")]
    clock = [
        _amount(number, "minute" if unit == "M" else UNITS[unit])
        for number, unit in _AMOUNT.findall(found["clock"] or "")
    ]
    return _sided(value, "", " ".join(days + clock))


def display_repeated(value: TimeValue) -> str:
    """What happens again and again, in words: "every 2 weeks", "every Friday"."""
    words = display(value)
    return f"every {words.removeprefix('1 ')}" if value.timex.startswith("P") else words


def _repeated(found: re.Match[str]) -> str | None:
    """A day, month, season or part of the day of any year: "every Friday", "every 3 May", "every morning"."""
    part = DAY_PARTS.get(found["part"] or "", found["part"])
    if found["season"]:
        words = SEASONS[("SP", "SU", "FA", "WI").index(found["season"])]
    elif found["weekday"]:
        words = "weekend" if found["weekday"] == "WE" else WEEKDAYS[int(found["weekday"]) - 1]
    elif found["day"] and found["month"]:
        words = f"{int(found['day'])} {_month(int(found['month']))}"
    elif found["month"]:
        words = _month(int(found["month"]))
    else:
        return f"every {part or 'day'}"
    return f"every {words} {part}" if part else f"every {words}"


def _amount(number: str, unit: str) -> str:
    if number == "X":
        return f"several {_plural(unit)}"
    return f"{number} {unit if number == '1' else _plural(unit)}"


def _plural(unit: str) -> str:
    return {"century": "centuries", "millennium": "millennia"}.get(unit, unit + "s")
