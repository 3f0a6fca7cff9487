"""English phrases that stand alone, as people type them to look a date up: "in 3 days", "last 2 weeks".

In prose these are lengths of time; here nothing may follow, and no more than a preposition go before.
"""

from __future__ import annotations

from timeline.grammar.pattern import lexical
from timeline.grammar.rule import Rules
from timeline.language.en.fields import FIELDS
from timeline.language.en.queries import ahead_by
from timeline.language.en.relative import shift_in_two
from timeline.model.expression import CalendarDate, Expression, Range, Shift, Weekday
from timeline.model.value import Granularity

_AHEAD: dict[str, object] = {"upcoming": 1, "next": 1, "coming": 1, "following": 1}
_BACK: dict[str, object] = {"last": -1, "past": -1, "previous": -1, "preceding": -1}
RULES = Rules(
    "en.lone",
    FIELDS
    | {
        "direction": lexical(
            {name: sign for name, sign in (_AHEAD | _BACK).items() if name != "upcoming"}, triggers=False
        ),
    },
)
_ALONE = r"(?i:\A\s*(?:(?:for|over|during|in|within|on|by|at) (?:the )?|the )?)"
_NOTHING_MORE = r"\s*[^\s.?!]"


@RULES.rule(
    "(in|within|after) {number} {unit}",
    "in a fortnight",
    examples={"in 3 days": "2013-02-15"},
    rejects=("in two weeks he had it done",),
    only_preceded=r"(?i:\A\s*|\A.{0,30}\b(?:back|or) )",
    unless_followed=_NOTHING_MORE,
)
def in_time_alone(number: float = 2, unit: Granularity = Granularity.WEEK) -> Expression:
    return ahead_by(number, unit)


@RULES.rule(
    "[the ]{direction} {number} {unit}[,| and|, and] {more} {smaller}",
    examples={"next 2 weeks 3 days": "2013-03-01", "last 1 year 2 months": "2011-12"},
    rejects=("the next 2 weeks 3 days are lost",),
    only_preceded=_ALONE,
    unless_followed=_NOTHING_MORE,
)
def in_two_units(
    direction: int, number: float, unit: Granularity, more: float, smaller: Granularity
) -> Expression | None:
    return shift_in_two(direction, (number, unit), (more, smaller))


@RULES.rule(
    "{direction} day",
    examples={"last day": "2013-02-11", "next day": "2013-02-13"},
    rejects=("the last day of school",),
    only_preceded=r"(?i:\A\s*)",
    unless_followed=_NOTHING_MORE,
)
def day_around(direction: int) -> Expression:
    return Shift(direction, Granularity.DAY)


@RULES.rule(
    "{name_month}",
    "{short_weekday}",
    examples={"May": "2013-05", "Fri": "2013-02-15"},
    rejects=("May I", "Sun and rain"),
    only_preceded=r"\A\s*",
    unless_followed=_NOTHING_MORE,
)
def name_alone(name_month: int | None = None, short_weekday: int | None = None) -> Expression | None:
    if name_month is not None:
        return CalendarDate(None, name_month)
    return None if short_weekday is None else Weekday(short_weekday)


@RULES.rule(
    "{number}[ ]{unit}",
    examples={"- [3 weeks]": "2013-W04", "-[2 days]": "2013-02-10"},
    rejects=("scores: - 3 weeks of rain",),
    only_preceded=r"\A\s*[-\u2212] ?",
    unless_followed=_NOTHING_MORE,
)
def minus(number: float, unit: Granularity) -> Expression:
    return Shift(-number, unit)


@RULES.rule(
    "{number}[ ]{unit}",
    examples={"+ [3 weeks]": "2013-W10", "+[2 days]": "2013-02-14"},
    rejects=("scores: + 3 weeks of rain",),
    only_preceded=r"\A\s*\+ ?",
    unless_followed=_NOTHING_MORE,
)
def plus(number: float, unit: Granularity) -> Expression:
    return Shift(number, unit)


@RULES.rule(
    "(upcoming|coming) {number} {unit}",
    "{number} (upcoming|coming) {unit}",
    examples={"upcoming two weeks": "2013-W09", "2 upcoming months": "2013-04"},
    rejects=("the upcoming two weeks are full",),
    only_preceded=_ALONE,
    unless_followed=_NOTHING_MORE,
)
def upcoming(number: float, unit: Granularity) -> Expression:
    return Shift(number, unit)


@RULES.rule(
    "[the ]{direction} {number} {unit}",
    "[the ]{number} {direction} {unit}",
    examples={"last 2 weeks": "2013-01-28/2013-02-10", "the next three days": "2013-02-13/2013-02-15",
              "past two months": "2012-12/2013-01"},
    rejects=("the last two weeks were cold", "in the past two years he has"),
    only_preceded=_ALONE,
    unless_followed=_NOTHING_MORE,
)  # fmt: skip
def units_around(direction: int, number: float, unit: Granularity) -> Expression | None:
    if not float(number).is_integer() or number < 1 or unit < Granularity.DAY:
        return None
    if number == 1:
        return Shift(direction, unit)
    near, far = Shift(direction, unit), Shift(direction * number, unit)
    return Range(near, far) if direction > 0 else Range(far, near)
