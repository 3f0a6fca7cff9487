"""English dates that go on from a date just told: "on the 28th", "a month before", "early the next morning".

And nights, which begin on one day and end on the next: "the night of 9/10 March 1945".
"""

from __future__ import annotations

from timeline.grammar.pattern import any_of, lexical, numeric
from timeline.grammar.rule import Rules
from timeline.language.en.fields import FIELDS
from timeline.model import civil
from timeline.model.expression import (
    Base,
    CalendarDate,
    Cycle,
    DayPart,
    Expression,
    Nearest,
    Range,
    Season,
    Shift,
    Which,
    Within,
)
from timeline.model.value import Granularity

_BESIDE: dict[str, object] = {
    "following": Which.NEXT, "next": Which.NEXT, "ensuing": Which.NEXT, "previous": Which.LAST, "preceding": Which.LAST,
    "prior": Which.LAST,
}  # fmt: skip
_ORDINAL = numeric(r"(?:[12]?1st|2?2nd|2?3rd|30th|31st|(?:1\d|2[04-9]|[4-9])th)", lambda text: int(text[:-2]))
RULES = Rules(
    "en.told",
    FIELDS
    | {
        "beside": lexical(_BESIDE, triggers=False),
        "roman_day": lexical(
            {"kalends": "kalends", "calends": "kalends", "nones": "nones", "ides": "ides"}, triggers=False
        ),
        "ordinal_digits": _ORDINAL,
        "last_ordinal": _ORDINAL,
    },
)
_THE_CLAUSE_ENDS = r"[,.;:)]|\s*\Z|\s*\n"
_NO_NOUN = any_of(
    "and or in at when where after before while by with from to until he she it they we the a but for only"
)

_HAPPENING = r" (?:the|an?|his|her|its|their|our|my|he|she|it|they|we|[a-z]{3,}ing|[A-Z][a-z][\w’'-]*)\b"


@RULES.rule(
    "the {period} (after|following)",
    only_followed=_HAPPENING,
    examples={"on 3 May 2004. The day after the vote": "2004-05-03 & 2004-05-04"},
    rejects=("the following day",),
)
def after_happening(period: Granularity) -> Expression:
    """Told by what happened, which the text dates elsewhere or not at all."""
    return Cycle(Which.NEXT, period, Base.HAPPENING)


@RULES.rule(
    "the {period} before",
    only_followed=_HAPPENING,
    examples={"on 3 May 2004. The day before the vote": "2004-05-03 & 2004-05-02"},
    rejects=("the previous day",),
)
def before_happening(period: Granularity) -> Expression:
    """Told by what happened, which the text dates elsewhere or not at all."""
    return Cycle(Which.LAST, period, Base.HAPPENING)


@RULES.rule(
    "the {period} (after|following)",
    unless_followed=_HAPPENING,
    examples={"the day after": "2013-02-13"},
    rejects=("the day after the vote",),
)
def the_one_after(period: Granularity) -> Expression:
    return Cycle(Which.NEXT, period, Base.TOLD)


@RULES.rule(
    "the {period} before",
    unless_followed=_HAPPENING,
    examples={"the day before": "2013-02-11"},
    rejects=("the day before the vote",),
)
def the_one_before(period: Granularity) -> Expression:
    return Cycle(Which.LAST, period, Base.TOLD)


@RULES.rule(
    "(from|between) the {ordinal_digits} (to|through|until|till|and) the {last_ordinal}",
    examples={"from the 14th to the 18th": "2013-02-14/2013-02-18"},
    rejects=("from the 14th to the 18th century", "from the 2nd to the 9th floor", "from the 18th to the 14th"),
    unless_followed=rf"['\u2019]?\w|[-\u2010]\w|\s+(?!{_NO_NOUN}\b)[a-zA-Z]",
)
def days_alone(ordinal_digits: int, last_ordinal: int) -> Expression | None:
    first, last = CalendarDate(None, None, ordinal_digits), CalendarDate(None, None, last_ordinal)
    return Range(first, last) if ordinal_digits < last_ordinal else None


@RULES.rule(
    "the {ordinal_digits}",
    examples={"on [the 28th]": "2013-02-28", "by [the 3rd]": "2013-02-03"},
    rejects=("on the 18th hole", "by the 5th Army", "from the 2nd floor", "the 9th"),
    only_preceded=r"(?i:\b(?:on|until|till|by|since|from|before|after|(?:night|morning|evening|afternoon|eve) of) )",
    unless_followed=rf"['\u2019]?\w|[-\u2010]\w|\s+(?!{_NO_NOUN}\b)[a-zA-Z]",
)
def day_alone(ordinal_digits: int) -> Expression:
    return CalendarDate(None, None, ordinal_digits)


@RULES.rule(
    "{number} {unit} (before|previously)",
    examples={"[a month before]": "2013-01", "[two years before]": "2011"},
    rejects=("two years before the war",),
    only_followed=_THE_CLAUSE_ENDS,
)
def before_that(number: float, unit: Granularity) -> Expression:
    return Shift(-number, unit, Base.TOLD)


@RULES.rule(
    "{number} {unit} (after|on)",
    examples={"[a month after]": "2013-03", "[two years after]": "2015"},
    rejects=("two years after the war",),
    only_followed=_THE_CLAUSE_ENDS,
)
def after_that(number: float, unit: Granularity) -> Expression:
    return Shift(number, unit, Base.TOLD)


@RULES.rule(
    "(early|late)[ on| in] the (next|following) {part}",
    examples={"early the next morning": "2013-02-13TMO", "late in the following night": "2013-02-13TNI"},
    rejects=("early the next man", "early the next part"),
)
def early_next_part(part: str) -> Expression:
    return DayPart(part, Cycle(Which.NEXT, Granularity.DAY, Base.TOLD))


@RULES.rule(
    "(early|late|later) (that|that same|the same) {part}",
    examples={"late that evening": "2013-02-12TEV", "early that same morning": "2013-02-12TMO"},
    rejects=("late that man", "late that part"),
)
def early_that_part(part: str) -> Expression:
    return DayPart(part, Cycle(Which.THIS, Granularity.DAY, Base.TOLD))


@RULES.rule(
    "later in the {season}",
    "later (that|the same) {season}",
    examples={"later in the summer": "2013-SU", "later that spring": "2013-SP"},
    rejects=("later in the summerhouse", "later that springs"),
    unless_followed=r"\w",
)
def later_in_season(season: int) -> Expression:
    return Nearest(Which.THIS, Season(season), Base.TOLD)


@RULES.rule(
    "the (night|nights) of {day}(/|–| to | and ){last_day}[ of] {month:any_month}[[,] {year}]",
    "the (night|nights) of {month} {day}(/|–| to | and ){last_day}[[,] {year}]",
    "the (night|nights) of {day} {month:any_month}(/|–| to | and ){last_day} {last_month}[[,] {year}]",
    "the (night|nights) of {month} {day}(/|–| to | and ){last_month} {last_day}[[,] {year}]",
    examples={"the night of 9/10 March 1945": "1945-03-09TNI", "the night of 23 to 24 August 1572": "1572-08-23TNI",
              "the night of August 23-24, 1572": "1572-08-23TNI",
              "the night of 31 October/1 November 1942": "1942-10-31TNI", "the night of 3-4 May": "2012-05-03TNI"},
    rejects=("the night of 3-9 May",),
)  # fmt: skip
def night_between(
    day: int, last_day: int, month: int, last_month: int | None = None, year: int | None = None
) -> Expression | None:
    told = year or 2000
    if not (civil.is_date(told, month, day) and civil.is_date(told, last_month or month, last_day)):
        return None
    nights = civil.day_number(told, last_month or month, last_day) - civil.day_number(told, month, day)
    return DayPart("NI", CalendarDate(year, month, day)) if nights == 1 else None


@RULES.rule(
    "[the ]{season} of (that|the same|the) year",
    "[the ]{season} of the {beside} year",
    examples={"the spring of the following year": "2014-SP", "the autumn of that year": "2013-FA"},
    rejects=("the spring of the yearly rise",),
)
def season_of_year(season: int, beside: Which = Which.THIS) -> Expression:
    return Within(Season(season), Cycle(beside, Granularity.YEAR, Base.TOLD))


@RULES.rule(
    "{month:any_month}[ {day}][,] (of|in) the {beside} year",
    "{day} {month:any_month}[,] (of|in) the {beside} year",
    "{day} {month:any_month}[,] (of|in) (that|the same) year",
    examples={"March of the following year": "2014-03", "3 May of the same year": "2013-05-03",
              "May 4 of the next year": "2014-05-04"},
    rejects=("May of the next yearly fair",),
)  # fmt: skip
def month_of_year_beside(month: int, day: int | None = None, beside: Which = Which.THIS) -> Expression:
    return Within(CalendarDate(None, month, day), Cycle(beside, Granularity.YEAR, Base.TOLD))


@RULES.rule(
    "(earlier|later) in (that|the same) {period}",
    examples={"earlier in the same month": "2013-02", "later in that year": "2013"},
    rejects=("late in the same periodical",),
)
def earlier_in_the_same(period: Granularity) -> Expression:
    return Cycle(Which.THIS, period, Base.TOLD)


@RULES.rule(
    "[the ]{roman_day} of {month:any_month}[[,| of] ({year}|{any_year} (BC|BCE|B.C.)|AD {year})]",
    examples={"the Ides of March": "2013-03-15", "ides of April": "2013-04-13",
              "the Ides of March, 44 BC": "BC0044-03-15",
              "the Nones of February": "2013-02-05", "the Kalends of January 1417": "1417-01-01"},
    rejects=("the ideas of March", "the tides of March"),
)  # fmt: skip
def roman_day(roman_day: str, month: int, year: int | None = None, any_year: int | None = None) -> Expression | None:
    day = {"kalends": 1, "nones": 5, "ides": 13}[roman_day]
    # Why: in March, May, July and October the Romans told both two days later.
    late = 2 if day > 1 and month in (3, 5, 7, 10) else 0
    return CalendarDate(year if any_year is None else 1 - any_year, month, day + late)
