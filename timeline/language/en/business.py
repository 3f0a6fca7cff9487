"""English of business calendars: "Q3 FY2019", "1Q 2019", "first half of next year", "4 business days ago"."""

from __future__ import annotations

from timeline.grammar.pattern import lexical, numeric
from timeline.grammar.rule import Rules
from timeline.language.en.counted import COUNT
from timeline.language.en.fields import FIELDS
from timeline.model.expression import Cycle, Expression, Fraction, Range, Which, Within, Workday
from timeline.model.value import Granularity

_DAYS = "(business days|working days|work days|workdays|weekdays)"
RULES = Rules(
    "en.business",
    FIELDS
    | {
        "half": numeric("[12]"),
        "half_word": lexical({"first": 1, "1st": 1, "second": 2, "2nd": 2, "latter": 2}, triggers=False),
        "count": COUNT,
    },
)


@RULES.rule(
    "{year}[ |-]q{quarter}",
    "q{quarter}[ |-]{year}",
    "quarter {quarter}(,[ ]| of | in | ){year}",
    "{quarter}Q[ |-]{year}",
    examples={"2017-q1": "2017-Q1", "2019 q3": "2019-Q3", "quarter 1 1985": "1985-Q1", "1Q 2019": "2019-Q1"},
    rejects=("2017-q7", "9Q 2019"),
)
def quarter(year: int, quarter: int) -> Expression:
    return Fraction(Granularity.QUARTER, quarter, year)


@RULES.rule(
    "Q{quarter}[,| of][ ](FY|fiscal|fiscal year)[ |-]{year}",
    "(FY|fiscal|fiscal year)[ |-]{year}[,][ |-]Q{quarter}",
    "[the ]{ordinal} quarter of [the ](fiscal|financial)[ year] {year}",
    examples={"Q3 FY 2011": "2011-Q3", "FY 2011 Q3": "2011-Q3", "the fourth quarter of fiscal 2011": "2011-Q4"},
    rejects=("Q7 FY 2011",),
    unless_followed=r"\d",
)
def fiscal_quarter(year: int, quarter: int | None = None, ordinal: int | None = None) -> Expression | None:
    number = quarter or ordinal
    return Fraction(Granularity.QUARTER, number, year, fiscal=True) if number and number <= 4 else None


@RULES.rule(
    "Q{quarter}[ ]'{two_digits}",
    "{quarter}Q'{two_digits}",
    "{quarter}Q{two_digits}",
    "Q{quarter} FY[ |']{two_digits}",
    examples={"Q1 '12": "2012-Q1", "1Q12": "2012-Q1", "Q1 FY 12": "2012-Q1"},
    rejects=("Q1 '123",),
    unless_followed=r"\d",
)
def quarter_of_short_year(quarter: int, two_digits: int) -> Expression:
    return Fraction(Granularity.QUARTER, quarter, 2000 + two_digits if two_digits < 70 else 1900 + two_digits)


@RULES.rule(
    "{year}[ |-]H{half}",
    "H{half}[ of| |-]{year}",
    "{half}H[ |-]{year}",
    examples={"2012 H1": "2012-H1", "H2-2012": "2012-H2", "1H 2012": "2012-H1"},
    rejects=("2012 H3",),
)
def half(year: int, half: int) -> Expression:
    return Fraction(Granularity.HALF, half, year)


@RULES.rule(
    "[the ]{half_word} half of[ the] {which_word} year",
    "{which_word} year's {half_word} half",
    examples={"first half of next year": "2014-H1", "the second half of last year": "2012-H2"},
    rejects=("the first half of next yearly budget",),
)
def half_of_cycle(half_word: int, which_word: Which) -> Expression:
    return Within(Fraction(Granularity.HALF, half_word), Cycle(which_word, Granularity.YEAR))


@RULES.rule(
    "(last|previous) (weekday|workday|business day|working day)",
    examples={"last weekday": "2013-02-11", "the [previous business day]": "2013-02-11"},
    rejects=("last weekdays",),
)
def last_workday() -> Expression:
    return Workday(-1)


@RULES.rule(
    "(next|following) (weekday|workday|business day|working day)",
    examples={"next weekday": "2013-02-13", "the [next working day]": "2013-02-13"},
    rejects=("next weekdays",),
)
def next_workday() -> Expression:
    return Workday(1)


@RULES.rule(
    "{count} (business|working|work) (day|days) (ago|before|back)",
    examples={"3 business days ago": "2013-02-07", "3 working days before": "2013-02-07"},
    rejects=("3 business days before the deadline", "two working days before they met"),
    unless_followed=r"(?<=before) \w",
)
def workdays_ago(count: int) -> Expression:
    return Workday(-count)


@RULES.rule(
    "{count} (business|working|work) (day|days) (from now|from today|later|hence)",
    "in {count} (business|working|work) (day's|day|days|days') time",
    examples={"4 business days from now": "2013-02-18"},
    rejects=("4 business days of rest", "4 business classes from now"),
)
def workdays_from_now(count: int) -> Expression:
    return Workday(count)


@RULES.rule(
    f"[the ](next|following|coming) {{count}} {_DAYS}",
    examples={"the next 4 business days": "2013-02-13/2013-02-18"},
    rejects=("next 4 business class days",),
)
def workdays_to_come(count: int) -> Expression | None:
    return Range(Workday(1), Workday(count)) if count > 1 else None


@RULES.rule(
    f"[the ](last|past|previous|preceding) {{count}} {_DAYS}",
    examples={"the previous 4 business days": "2013-02-06/2013-02-11"},
    rejects=("last 4 business class days",),
)
def workdays_gone(count: int) -> Expression | None:
    return Range(Workday(-count), Workday(-1)) if count > 1 else None
