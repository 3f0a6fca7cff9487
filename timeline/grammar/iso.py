"""Rules for what every language shares: ISO 8601 dates and times, and dates of three numbers."""

from __future__ import annotations

from timeline.grammar.pattern import Field, numeric
from timeline.grammar.rule import Rules
from timeline.model import civil
from timeline.model.expression import CalendarDate, Clock, Expression, NumericDate

_zone_pattern = r"Z|[+-]\d\d:?\d\d"


def _zone(text: str) -> int:
    if text == "Z":
        return 0
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return -minutes if text[0] == "-" else minutes


FIELDS = {
    "year": numeric(r"\d{4}"),
    "month": numeric(r"0\d|1[0-2]"),
    "day": numeric(r"[0-2]\d|3[01]"),
    "hour": numeric(r"[01]\d|2[0-3]"),
    "minute": numeric(r"[0-5]\d"),
    "second": numeric(r"[0-5]\d"),
    "zone": Field(_zone_pattern, _zone, frozenset({"z"}), frozenset()),
    "first": numeric(r"\d{1,2}"),
    "last": numeric(r"\d{1,2}"),
    "month_number": numeric(r"0?[1-9]|1[0-2]"),
    "last_month": numeric(r"0?[1-9]|1[0-2]"),
    "two": numeric(r"\d{1,2}"),
    "full": numeric(r"(?:1[5-9]|20|21)\d\d"),
    "short": numeric(r"\d\d"),
    "t": Field("[T ]", str, frozenset({"t"}), frozenset()),
    "fraction": Field(r"[.,]\d+", str, frozenset(), frozenset()),
}

RULES = Rules("iso", FIELDS)


@RULES.rule(
    "{year}-{month}-{day}",
    examples={"2023-10-07": "2023-10-07"},
    rejects=("2023-13-40", "555-2023-10"),
    unless_followed=r"[-/]\d|\.\d",
)
def day(year: int, month: int, day: int) -> Expression | None:
    return CalendarDate(year, month, day) if civil.is_date(year, month, day) else None


@RULES.rule(
    "{year}-{month}-{day}{t}{hour}:{minute}[:{second}[{fraction}]][ ][{zone}]",
    examples={"2023-10-07T06:30": "2023-10-07T06:30", "2023-10-07 06:30:15Z": "2023-10-07T06:30:15Z"},
)
def instant(
    year: int, month: int, day: int, t: str, hour: int, minute: int,
    second: int | None = None, zone: int | None = None, fraction: str = "",
) -> Expression | None:  # fmt: skip
    if not civil.is_date(year, month, day):
        return None
    return Clock(hour, minute, second, zone, CalendarDate(year, month, day))


@RULES.rule(
    "{year}[ ]-[ ]{two}-{last}",
    "{year}/{two}/{last}",
    "{year}.{two}.{last}",
    examples={
        "2013-2-7": "2013-02-07",
        "2012/8/10": "2012-08-10",
        "2012.8.10": "2012-08-10",
        "2012/13/1": "2012-01-13",
    },
    rejects=("2013/40/1", "2012.8.10.1"),
    unless_followed=r"[-/.]\d",
)
def year_first(year: int, two: int, last: int) -> Expression | None:
    if not 1000 <= year <= 2100:
        return None
    if two > 12 >= last:
        two, last = last, two
    return CalendarDate(year, two, last) if civil.is_date(year, two, last) else None


@RULES.rule(
    "{month_number}/{full}",
    "{full}-{last_month}",
    "{full}/{month}",
    examples={"04/2012": "2012-04", "2015-12": "2015-12", "2015-3": "2015-03", "2012/08": "2012-08"},
    rejects=("13/2012", "2015-12-40", "1/2012/3", "2008-12"),
    unless_followed=r"[-/.]\d| (?:season|academic|school|fiscal|financial|budget)",
    unless_preceded=r"\d[-/.]",
)
def year_and_month(
    full: int, month: int | None = None, month_number: int | None = None, last_month: int | None = None
) -> Expression | None:
    # Why: 2011-12 is a season of two years; 2015-12 cannot be.
    if last_month is not None and last_month > full % 100:
        return None
    told = month or month_number or last_month
    return CalendarDate(full, told) if told else None


@RULES.rule(
    "{first}/{two}/{full}",
    "{first}.{two}.{full}",
    "{first}-{two}-{full}",
    examples={"10/17/2012": "2012-10-17", "17.10.2012": "2012-10-17", "3/3/2012": "2012-03-03"},
    rejects=("10/7/3012", "40/40/2012", "1.2.2012.4"),
    unless_followed=r"[-/.]\d",
)
def three_numbers(first: int, two: int, full: int) -> Expression | None:
    return NumericDate(first, two, full) if _plausible(first, two, full) else None


@RULES.rule(
    "{first}/{two}/{short}",
    examples={"10/17/12": "2012-10-17"},
    rejects=("40/40/12",),
    unless_followed=r"[-/.]\d",
)
def three_short_numbers(first: int, two: int, short: int) -> Expression | None:
    return NumericDate(first, two, short, two_digit=True) if _plausible(first, two, 2000 + short) else None


def _plausible(first: int, second: int, year: int) -> bool:
    """Whether the numbers are a day in one order at least."""
    return civil.is_date(year, first, second) or civil.is_date(year, second, first)
