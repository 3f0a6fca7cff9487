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
    "{first}/{two}/{full}",
    "{first}.{two}.{full}",
    "{first}-{two}-{full}",
    examples={"10/17/2012": "2012-10-17", "17.10.2012": "2012-10-17", "3/3/2012": "2012-03-03"},
    rejects=("10/7/3012", "40/40/2012", "1.2.2012.4"),
    unless_followed=r"[-/.]\d",
)
def three_numbers(first: int, two: int, full: int) -> Expression | None:
    return NumericDate(first, two, full) if _plausible(first, two) else None


@RULES.rule(
    "{first}/{two}/{short}",
    examples={"10/17/12": "2012-10-17"},
    rejects=("40/40/12",),
    unless_followed=r"[-/.]\d",
)
def three_short_numbers(first: int, two: int, short: int) -> Expression | None:
    return NumericDate(first, two, short, two_digit=True) if _plausible(first, two) else None


def _plausible(first: int, second: int) -> bool:
    return 1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31
