"""English lists of days and months that share what one of them tells: "May 3, 4 and 5, 2018", "1 or 2 June".

Each item is a mention of its own, or a range: "May 2 - 3, 9 - 10, 16 - 17".
"""

from __future__ import annotations

from itertools import pairwise

from timeline.grammar.rule import Rules
from timeline.language.en.fields import FIELDS
from timeline.model import civil
from timeline.model.expression import CalendarDate, Decade, Expression, Listed, Range, Season

_ITEMS = ("day", "also_day", "also2_day", "also3_day", "also4_day", "also5_day", "also6_day", "also7_day", "also8_day",
          "also9_day", "last_day")  # fmt: skip
RULES = Rules(
    "en.lists",
    FIELDS
    | dict.fromkeys(_ITEMS, FIELDS["day"])
    | {"last_short_decade": FIELDS["short_decade"]}
    | {"also_month": FIELDS["any_month"], "also2_month": FIELDS["any_month"]},
)
_LAST = "[,] (and|or|&) [the ]"
_OR = " (and|or|&) [the ]"
_MORE = "[, [the ]{also2_day}][, [the ]{also3_day}][, [the ]{also4_day}]"
_PAIRS = ", {also2_day}–{also3_day}[, {also4_day}–{also5_day}][, {also6_day}–{also7_day}][, {also8_day}–{also9_day}]"
_COUNTED = r"\d|,\d{3}|[-\u2010]?\w|:\d\d| ?%| (?:people|percent|million|men|times|points|others)\b"


@RULES.rule(
    f"{{month}} [the ]{{day}}, [the ]{{also_day}}{_MORE}{_LAST}{{last_day}}[[,| of] {{year}}]",
    f"[the ]{{day}}, [the ]{{also_day}}{_MORE}{_LAST}{{last_day}}[ of] {{month:any_month}}[[,| of] {{year}}]",
    examples={"May 3, 4 and 5, 2010": "2010-05-03 & 2010-05-04 & 2010-05-05",
              "3, 4 and 5 May 2004": "2004-05-03 & 2004-05-04 & 2004-05-05",
              "the 1st, 2nd, 3rd or 9th of July": "2012-07-01 & 2012-07-02 & 2012-07-03 & 2012-07-09"},
    rejects=("May 3, 4 and 5 people", "March 3, 4 and 5,000 men", "May 5, 4 and 3"),
    unless_followed=_COUNTED,
)  # fmt: skip
def days(month: int, year: int | None = None, **numbers: int) -> Expression | None:
    told = [numbers[name] for name in _ITEMS if name in numbers]
    return _listed(year, month, told, [CalendarDate(year, month, day) for day in told])


@RULES.rule(
    f"{{month}} [the ]{{day}}{_OR}{{last_day}}[[,| of] {{year}}]",
    f"[the ]{{day}}{_OR}{{last_day}}[ of] {{month:any_month}}[[,| of] {{year}}]",
    examples={"September 14 and 18, 2010": "2010-09-14 & 2010-09-18", "3 or 5 May 2004": "2004-05-03 & 2004-05-05",
              "May 3 & 4, 2010": "2010-05-03 & 2010-05-04"},
    rejects=("May 5 and 300 men", "March 3 and 4,000 men", "May 5 and 4", "between 5 and 4 May"),
    unless_followed=_COUNTED,
)  # fmt: skip
def two_days(month: int, day: int, last_day: int, year: int | None = None) -> Expression | None:
    told = [day, last_day]
    return _listed(year, month, told, [CalendarDate(year, month, number) for number in told])


@RULES.rule(
    f"{{month}} {{day}}–{{also_day}}{_PAIRS}[[,| of] {{year}}]",
    examples={"May 2-3, 9-10, 2010": "2010-05-02/2010-05-03 & 2010-05-09/2010-05-10"},
    rejects=("May 2-3, 9-10 in the second set", "won on May 2-3, 1-0"),
    unless_followed=rf"{_COUNTED}|[-\u2010-\u2015]| in the",
)
def ranges_of_days(month: int, year: int | None = None, **numbers: int) -> Expression | None:
    told = [numbers[name] for name in _ITEMS if name in numbers]
    days = [CalendarDate(year, month, day) for day in told]
    return _listed(year, month, told, [Range(*pair) for pair in zip(days[::2], days[1::2], strict=True)])


def _listed(year: int | None, month: int, days: list[int], items: list[CalendarDate] | list[Range]) -> Listed | None:
    """A list, where its days go forward and the month has them all."""
    forward = all(first < second for first, second in pairwise(days))
    return Listed(tuple(items)) if forward and civil.is_date(year or 2000, month, days[-1]) else None


@RULES.rule(
    "[the ][early |late ]{decade}( and | or |/)[the ]{last_short_decade}",
    examples={"the 1850s and 60s": "185X & 186X", "the 1980s and '90s": "198X & 199X"},
    rejects=("the 1980s and 70s",),
    unless_followed=r"\w",
)
def decades(decade: int, last_short_decade: int) -> Expression | None:
    second = decade - decade % 100 + last_short_decade
    return Listed((Decade(decade), Decade(second))) if second > decade else None


@RULES.rule(
    "{month}[ and | or |/]{last_month}[,| of] {year}",
    "{month:any_month}, {also_month}[,] (and|or|&) {last_month}[,| of] {year}",
    "{month:any_month}, {also_month}, {also2_month}[,] (and|or|&) {last_month}[,| of] {year}",
    examples={"January and March 2020": "2020-01 & 2020-03", "Jan/Feb 2018": "2018-01 & 2018-02",
              "January, February and March 2018": "2018-01 & 2018-02 & 2018-03"},
    rejects=("March and May 2000 men",),
    unless_followed=_COUNTED,
)  # fmt: skip
def months(
    month: int, last_month: int, year: int, also_month: int | None = None, also2_month: int | None = None
) -> Expression | None:
    told = [number for number in (month, also_month, also2_month, last_month) if number is not None]
    forward = all(first < second for first, second in pairwise(told))
    return Listed(tuple(CalendarDate(year, number) for number in told)) if forward else None


@RULES.rule(
    "[the ]{season} and [the ][early |late ]{last_season}[ of| in|,] {year}",
    "[the ]{season} or [the ]{last_season}[ of| in|,] {year}",
    examples={
        "the spring and early summer of 1943": "1943-21 & 1943-22",
        "spring and autumn 1917": "1917-21 & 1917-23",
    },
    rejects=("the winter and spring of discontent",),
)
def seasons(season: int, last_season: int, year: int) -> Expression | None:
    return Listed((Season(season, year), Season(last_season, year))) if season < last_season else None
