"""English that counts to the day: "a year ago today", "a week from today", "Monday week"."""

from __future__ import annotations

from timeline.grammar.pattern import lexical
from timeline.grammar.rule import Rules
from timeline.language.en.fields import FIELDS
from timeline.model.expression import Cycle, Expression, Nearest, Nth, Shift, Weekday, Which
from timeline.model.value import Granularity

_TODAY = Cycle(Which.THIS, Granularity.DAY)
_DAYS: dict[str, object] = {"today": 0, "yesterday": -1, "tomorrow": 1}
_LONG = frozenset({Granularity.WEEK, Granularity.MONTH, Granularity.YEAR, Granularity.DECADE})

RULES = Rules("en.to_the_day", FIELDS | {"near_day": lexical(_DAYS)})


@RULES.rule(
    "{number} {unit} ago[,] {near_day}",
    "{near_day} {number} {unit} ago",
    examples={"a week ago today": "2013-02-05", "two years ago today": "2011-02-12",
              "a month ago yesterday": "2013-01-11"},
    rejects=("3 people ago today",),
)  # fmt: skip
def ago_today(number: float, unit: Granularity, near_day: int) -> Expression | None:
    return _moved(-number, unit, near_day)


@RULES.rule(
    "{number} (year|years) ago this month",
    examples={"ten years ago this month": "2003-02"},
    rejects=("ten years ago this monthly",),
    unless_followed=r"\w",
)
def years_ago_this_month(number: float) -> Expression | None:
    if not float(number).is_integer():
        return None
    return Shift(-12 * number, Granularity.MONTH)


@RULES.rule(
    "{number} {unit} from {near_day}",
    examples={"a week from today": "2013-02-19", "a month from tomorrow": "2013-03-13"},
    rejects=("two days from today's news", "3 hours from today"),
    unless_followed=r"['\u2019]?\w",
)
def from_today(number: float, unit: Granularity, near_day: int) -> Expression | None:
    return _moved(number, unit, near_day)


@RULES.rule(
    "{number} (week|weeks) ago[,| on| this past| last] {full_weekday}",
    examples={"a week ago Monday": "2013-02-04", "two weeks ago on Friday": "2013-01-25"},
    rejects=("a week ago Mondays were",),
    unless_followed=r"['\u2019]?(?!s\b)\w",
)
def weeks_ago_on(number: float, full_weekday: int) -> Expression | None:
    last = Nearest(Which.LAST, Weekday(full_weekday))
    return Shift(-number, Granularity.WEEK, of=last, to_the_day=True) if float(number).is_integer() else None


@RULES.rule(
    "{full_weekday} week",
    "a week on {full_weekday}",
    "a week next {full_weekday}",
    examples={"on [Monday week]": "2013-02-25", "a week on Friday": "2013-02-22"},
    rejects=("the Monday week-long fair", "Monday Week 3"),
    unless_followed=r"['\u2019-]?\w| (?:\d|[A-Z])",
)
def weekday_week(full_weekday: int) -> Expression:
    return Nth(2, Weekday(full_weekday), _TODAY, Which.NEXT)


@RULES.rule(
    "{full_weekday} fortnight",
    "a fortnight on {full_weekday}",
    examples={"on [Monday fortnight]": "2013-03-04"},
    rejects=("on Monday fortnightly", "on Monday for night"),
    unless_followed=r"['\u2019-]?\w",
)
def weekday_fortnight(full_weekday: int) -> Expression:
    return Nth(3, Weekday(full_weekday), _TODAY, Which.NEXT)


@RULES.rule(
    "{near_day} (week|fortnight)",
    "a week {near_day}",
    examples={"tomorrow week": "2013-02-20", "a week tomorrow": "2013-02-20"},
    rejects=("today week-long talks", "yesterday week"),
    unless_followed=r"['\u2019-]?\w",
)
def day_week(near_day: int) -> Expression | None:
    return Shift(7 + near_day, Granularity.DAY) if near_day >= 0 else None


@RULES.rule(
    "(this|the same|same) (day|date)[,] {which_word} year",
    "(this|the same|same) (day|date)[,] a year (ago|earlier)",
    examples={"this day last year": "2012-02-12", "the same date a year ago": "2012-02-12"},
    rejects=("this day in history",),
)
def same_day_of_cycle(which_word: Which = Which.LAST) -> Expression | None:
    step = {Which.LAST: -1, Which.NEXT: 1, Which.THIS: 0}[which_word]
    return Shift(step, Granularity.YEAR, of=_TODAY, to_the_day=True) if step else None


def _moved(number: float, unit: Granularity, near_day: int) -> Expression | None:
    """So many units from a day, told to the day; days and hours are so without it."""
    if not float(number).is_integer() or unit not in _LONG | {Granularity.DAY}:
        return None
    base = _TODAY if near_day == 0 else Shift(near_day, Granularity.DAY)
    return Shift(number, unit, of=base, to_the_day=True)
