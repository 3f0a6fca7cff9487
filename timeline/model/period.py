"""Calendar periods as `TimeValue`s: a day, a month, a decade, a span; and how a modifier narrows them.

Years are astronomical. Seasons are the northern meteorological ones; winter ends in the next year.
A century is the hundred years that EDTF and TIMEX3 write it as (19th: 1800 to 1899).
Sources: ISO 8601-2:2019 (EDTF) and ISO 24617-1 (TIMEX3) for the two spellings.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from timeline.model import civil
from timeline.model.value import Calendar, Granularity, Kind, Mod, TimeValue

SEASON_LETTERS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
REMEMBERED = 10_000
"""How many days, months and years are kept: a text tells the same ones again and again."""


def day(year: int, month: int, day: int, calendar: Calendar = Calendar.GREGORIAN) -> TimeValue:
    """One day, told in the given calendar; the bounds are Gregorian.

    Raises ValueError for a day the calendar has not.
    """
    if calendar is Calendar.JULIAN:
        number = civil.from_julian(year, month, day)
        text = civil.iso(number)
        return TimeValue(text, timex_of(text), Granularity.DAY, *_days(number, number + 1), calendar=calendar)
    if not civil.is_date(year, month, day):
        raise ValueError(f"no such day: {year}-{month}-{day}")
    return day_of(civil.day_number(year, month, day))


@lru_cache(maxsize=REMEMBERED)
def day_of(number: int) -> TimeValue:
    """One day by its day number."""
    text = civil.iso(number)
    return TimeValue(_edtf_year_first(text), timex_of(text), Granularity.DAY, *_days(number, number + 1))


@lru_cache(maxsize=REMEMBERED)
def month(year: int, month: int) -> TimeValue:
    """One month."""
    text = f"{civil.year_text(year)}-{month:02d}"
    following = civil.add_months(year, month, 1)
    bounds = _days(civil.day_number(year, month), civil.day_number(*following))
    return TimeValue(_edtf_year_first(text), timex_of(text), Granularity.MONTH, *bounds)


@lru_cache(maxsize=REMEMBERED)
def year(year: int) -> TimeValue:
    """One year."""
    text = civil.year_text(year)
    return TimeValue(_edtf_year_first(text), timex_of(text), Granularity.YEAR, *_years(year, year + 1))


def years(first: int, count: int, granularity: Granularity, digits: str) -> TimeValue:
    """A decade, century or millennium: `digits` are the leading ones that stay fixed, X the rest."""
    bare = digits.lstrip("-")
    spelling = digits + "X" * (4 - len(bare))
    timex = f"BC{bare}" if digits.startswith("-") else bare
    return TimeValue(spelling, timex, granularity, *_years(first, first + count))


def decade(start: int) -> TimeValue:
    """Ten years from `start`, a multiple of ten (1990). BCE decades are told by their larger year (-50: 50s BC)."""
    if start < 0:
        return _interval_years(start - 8, start + 1, Granularity.DECADE, f"BC{-start // 10:03d}")
    return years(start, 10, Granularity.DECADE, f"{start // 10:03d}")


def century(number: int) -> TimeValue:
    """The century by its ordinal, BCE negative: 19 is 18XX, -5 is 500 to 401 BCE."""
    if number < 0:
        last = 100 * (number + 1)
        return _interval_years(last - 99, last, Granularity.CENTURY, f"BC{-number - 1:02d}")
    return years((number - 1) * 100, 100, Granularity.CENTURY, f"{number - 1:02d}")


def millennium(number: int) -> TimeValue:
    """The millennium by its ordinal, BCE negative."""
    if number < 0:
        last = 1000 * (number + 1)
        return _interval_years(last - 999, last, Granularity.MILLENNIUM, f"BC{-number - 1}")
    return years((number - 1) * 1000, 1000, Granularity.MILLENNIUM, f"{number - 1}")


def season(code: int, year: int) -> TimeValue:
    """A season by its EDTF code 21-24."""
    first = 3 * (code - 21) + 3
    text = civil.year_text(year)
    bounds = _months(year, first, 3)
    return TimeValue(
        f"{_edtf_year_first(text)}-{code}", f"{timex_of(text)}-{SEASON_LETTERS[code]}", Granularity.SEASON, *bounds
    )


def quarter(year: int, number: int) -> TimeValue:
    """A quarter 1-4."""
    text = civil.year_text(year)
    bounds = _months(year, 3 * number - 2, 3)
    return TimeValue(
        f"{_edtf_year_first(text)}-{32 + number}", f"{timex_of(text)}-Q{number}", Granularity.QUARTER, *bounds
    )


def half(year: int, number: int) -> TimeValue:
    """A half year 1-2."""
    text = civil.year_text(year)
    bounds = _months(year, 6 * number - 5, 6)
    return TimeValue(
        f"{_edtf_year_first(text)}-{39 + number}", f"{timex_of(text)}-H{number}", Granularity.HALF, *bounds
    )


def week(year: int, number: int) -> TimeValue:
    """An ISO week, Monday to Sunday: an interval of days with granularity week."""
    return week_of(civil.week_start(year, number))


def week_of(number: int) -> TimeValue:
    """The ISO week that holds a day number."""
    monday = number - civil.weekday(number)
    week_year, week_number = civil.iso_week(monday)
    timex = f"{timex_of(civil.year_text(week_year))}-W{week_number:02d}"
    return TimeValue(
        f"{civil.iso(monday)}/{civil.iso(monday + 6)}", timex, Granularity.WEEK, *_days(monday, monday + 7)
    )


def weekend_of(number: int) -> TimeValue:
    """Saturday and Sunday of the ISO week that holds a day number."""
    saturday = number - civil.weekday(number) + 5
    week_year, week_number = civil.iso_week(saturday)
    timex = f"{timex_of(civil.year_text(week_year))}-W{week_number:02d}-WE"
    return TimeValue(
        f"{civil.iso(saturday)}/{civil.iso(saturday + 1)}", timex, Granularity.DAY, *_days(saturday, saturday + 2)
    )


def clock(date: TimeValue, hour: int, minute: int | None, second: int | None, zone: int | None) -> TimeValue:
    """A time of day on a date of granularity day. `zone` is minutes east of UTC; bounds and TIMEX3 stay local."""
    assert date.earliest is not None
    text = f"T{hour:02d}" + ("" if minute is None else f":{minute:02d}") + ("" if second is None else f":{second:02d}")
    timex = f"{date.timex}{text}"
    if zone is not None:
        sign = "+" if zone >= 0 else "-"
        text += "Z" if zone == 0 else f"{sign}{abs(zone) // 60:02d}:{abs(zone) % 60:02d}"
    granularity, length = (
        (Granularity.HOUR, 3600)
        if minute is None
        else (Granularity.MINUTE, 60)
        if second is None
        else (Granularity.SECOND, 1)
    )
    earliest = date.earliest + hour * 3600 + (minute or 0) * 60 + (second or 0)
    return replace(
        date,
        edtf=f"{date.edtf}{text}",
        timex=timex,
        granularity=granularity,
        earliest=earliest,
        latest=earliest + length,
    )


def day_part(date: TimeValue, code: str) -> TimeValue:
    """The morning, evening ... of a day: the EDTF stays the day, TIMEX3 names the part."""
    return replace(date, timex=f"{date.timex[:10]}T{code}")


def yearless(month: int, day: int | None) -> TimeValue:
    """A month or day whose year is not known: no bounds at all."""
    text = f"XXXX-{month:02d}" + ("" if day is None else f"-{day:02d}")
    return TimeValue(text, text, Granularity.MONTH if day is None else Granularity.DAY, None, None)


def span(start: TimeValue, end: TimeValue) -> TimeValue:
    """From one value to another, both included; the granularity is the coarser one."""
    granularity = max(start.granularity or Granularity.DAY, end.granularity or Granularity.DAY)
    first, last = _ends(start)[0], _ends(end)[1]
    if start.timex == end.timex and start.mod is not end.mod and start.earliest is not None and end.latest is not None:
        # Why: "early to mid 1990s" names parts of one period; from early 1990 to mid-1994 names two.
        first, last = _spelled_ends(start.earliest // civil.DAY, end.latest // civil.DAY, start.granularity)
    return TimeValue(
        f"{first}/{last}",
        start.timex if start.timex == end.timex else f"{start.timex}/{end.timex}",
        granularity,
        start.earliest,
        end.latest,
        kind=Kind.SPAN,
        calendar=start.calendar,
        approximate=start.approximate or end.approximate,
        uncertain=start.uncertain or end.uncertain,
    )


def since(value: TimeValue) -> TimeValue:
    """From a value on; the end is open."""
    return replace(value, edtf=f"{_ends(value)[0]}/..", latest=None, kind=Kind.SINCE)


def until(value: TimeValue) -> TimeValue:
    """Up to a value; the start is open."""
    return replace(value, edtf=f"../{_ends(value)[1]}", earliest=None, kind=Kind.UNTIL)


def approximately(value: TimeValue) -> TimeValue:
    """About a value: EDTF `~`, TIMEX3 mod APPROX. The bounds stay those of the words: how far off is not told."""
    if value.edtf is None or value.approximate:
        return value
    edtf = "/".join(end if end in ("..", "") else f"{end}~" for end in value.edtf.split("/"))
    return replace(value, edtf=edtf, mod=Mod.APPROX, approximate=True)


def uncertainly(value: TimeValue) -> TimeValue:
    """A value that its source doubts: EDTF `?`, or `%` where it is approximate too."""
    if value.edtf is None or value.uncertain:
        return value
    ends = (end.removesuffix("~") + ("%" if end.endswith("~") else "?") for end in value.edtf.split("/"))
    return replace(value, edtf="/".join(ends), uncertain=True)


_YEAR_ONE = civil.day_number(1) * civil.DAY


def modified(value: TimeValue, mod: Mod) -> TimeValue:
    """A value with a TIMEX3 mod; START, MID and END narrow the bounds to a third, BEFORE and AFTER open them."""
    if mod is Mod.APPROX:
        return approximately(value)
    earliest, latest = value.earliest, value.latest
    if mod in (Mod.BEFORE, Mod.ON_OR_BEFORE):
        opened = until(value)
        return replace(opened, mod=mod, latest=earliest if mod is Mod.BEFORE else latest)
    if mod in (Mod.AFTER, Mod.ON_OR_AFTER):
        opened = since(value)
        return replace(opened, mod=mod, earliest=latest if mod is Mod.AFTER else earliest)
    narrows = mod in (Mod.START, Mod.MID, Mod.END) and earliest is not None and latest is not None
    if narrows and earliest is not None and latest is not None and latest - earliest >= 3 * civil.DAY:
        start, end = earliest // civil.DAY, latest // civil.DAY
        if value.granularity is Granularity.CENTURY and earliest >= _YEAR_ONE:
            # Why: the early 20th century began in 1901, though TIMEX3 and EDTF count it from 1900.
            start, end = (civil.day_number(civil.civil(day)[0] + 1) for day in (start, end))
        first, second, third = _thirds(start, end, value.granularity)
        parts = {Mod.START: (start, first), Mod.MID: (second, third), Mod.END: (third, end)}
        earliest, latest = _days(*parts[mod])
    return replace(value, mod=mod, earliest=earliest, latest=latest)


def _thirds(first: int, end: int, granularity: Granularity | None) -> tuple[int, int, int]:
    """Where the early part of a period ends, and where its middle begins and ends, in its own smaller units.

    The early 1990s are 1990 to 1993, the late ones 1997 to 1999; early May is 1 to 10 May, early 1990 January to April.
    """
    if granularity is Granularity.WEEK:
        return first + 3, first + 2, first + 4
    year, month, day = civil.civil(first)
    last_year = civil.civil(end)[0]
    if (month, day) == (1, 1) and civil.civil(end)[1:] == (1, 1) and last_year - year >= 10:
        length = last_year - year
        early = 4 if length == 10 else length // 3
        late = 3 if length == 10 else length - 2 * (length // 3) - (length % 3 == 1)
        starts = (early, early, length - late)
        return tuple(civil.day_number(year + step) for step in starts)  # type: ignore[return-value]
    months = (last_year - year) * 12 + civil.civil(end)[1] - month
    if day == 1 and months >= 3 and months % 3 == 0:
        early, late = (civil.day_number(*civil.add_months(year, month, months * part // 3)) for part in (1, 2))
        return early, early, late
    if day == 1 and months == 1:
        return first + 10, first + 10, first + 20
    third = (end - first) // 3
    return first + third, first + third, first + 2 * third


def timex_of(text: str) -> str:
    """An ISO spelling as TIMEX3 writes it: BCE years as BC0044 (a Gregorian -0043)."""
    if not text.startswith("-"):
        return text
    digits, _, rest = text[1:].partition("-")
    return f"BC{int(digits) + 1:04d}" + (f"-{rest}" if rest else "")


def _edtf_year_first(text: str) -> str:
    """EDTF wants Y before years of more than four digits."""
    digits = text.lstrip("-").split("-", 1)[0]
    return text if len(digits) == 4 else f"Y{text}"


def _ends(value: TimeValue) -> tuple[str, str]:
    """The EDTF spellings of both ends of a value."""
    first, slash, last = (value.edtf or "").partition("/")
    return (first, last) if slash else (first, first)


def _spelled_ends(first: int, end: int, granularity: Granularity | None) -> tuple[str, str]:
    """The first and last smaller unit of a part of a period: of "early 1990s" the years 1990 and 1993."""
    size = granularity or Granularity.DAY
    digits = 4 if size > Granularity.YEAR else 7 if size >= Granularity.QUARTER else 10
    texts = [civil.iso(number) for number in (first, end - 1)]
    return texts[0][: digits + texts[0].startswith("-")], texts[1][: digits + texts[1].startswith("-")]


def _interval_years(first: int, last: int, granularity: Granularity, timex: str) -> TimeValue:
    text = f"{civil.year_text(first)}/{civil.year_text(last)}"
    return TimeValue(text, timex, granularity, *_years(first, last + 1))


def _months(year: int, first: int, count: int) -> tuple[int, int]:
    end = civil.add_months(year, first, count)
    return _days(civil.day_number(year, first), civil.day_number(*end))


def _years(first: int, end: int) -> tuple[int, int]:
    return _days(civil.day_number(first), civil.day_number(end))


def _days(first: int, end: int) -> tuple[int, int]:
    return first * civil.DAY, end * civil.DAY
