"""English parts of a year told beside it: "last May", "October last year", "the 9th of that month"."""

from __future__ import annotations

from timeline.grammar.rule import Rules
from timeline.language.en.fields import FIELDS
from timeline.model.expression import Base, CalendarDate, Cycle, Expression, Fraction, Nearest, Which, Within
from timeline.model.value import Granularity

RULES = Rules("en.months", FIELDS)


@RULES.rule(
    "{which_word} {month}",
    "[the ]{month} {which_word}",
    examples={"last May": "2012-05", "next February": "2014-02", "this March": "2013-03", "last October": "2012-10"},
    rejects=("last mayor",),
    unless_followed=r" \d",
)
def nearest_month(which_word: Which, month: int) -> Expression:
    return Nearest(which_word, CalendarDate(None, month))


@RULES.rule(
    "that {month}",
    examples={"by [that October]": "2013-10"},
    rejects=("he said that October sales fell", "that may be"),
    only_preceded=r"(?i:[.;,:\u2013\u2014] ?|\b(?:in|by|until|since|of|and) )",
    unless_followed=r"\w| \d",
)
def same_month(month: int) -> Expression:
    return Within(CalendarDate(None, month), Cycle(Which.THIS, Granularity.YEAR, Base.TOLD))


@RULES.rule(
    "the following {month}",
    examples={"the following April": "2013-04"},
    rejects=("the following Aprils", "the following march of men"),
)
def following_month(month: int) -> Expression:
    return Nearest(Which.NEXT, CalendarDate(None, month), Base.TOLD)


@RULES.rule(
    "[the ](previous|preceding) {month}",
    examples={"the previous April": "2012-04"},
    rejects=("the previous marches", "the previous mayor"),
)
def previous_month(month: int) -> Expression:
    return Nearest(Which.LAST, CalendarDate(None, month), Base.TOLD)


@RULES.rule(
    "{month}[ of] {which_word} year",
    "{which_word} year's {month}",
    "{month} {day} of {which_word} year",
    "{month} {day}[,] {which_word} year",
    "{day} {month}[ of| of the|,] {which_word} year",
    examples={
        "25 June last year": "2012-06-25",
        "October last year": "2012-10",
        "March of next year": "2014-03",
        "May 4 of last year": "2012-05-04",
    },
    rejects=("25 June last yearly fair", "October last-minute fares"),
)
def month_of_cycle(month: int, which_word: Which, day: int | None = None) -> Expression:
    return Within(CalendarDate(None, month, day), Cycle(which_word, Granularity.YEAR))


@RULES.rule(
    "{month}[ {day}] (of|in) (that|the same) year",
    "[the ]{day_word} of {month} (of|in) (that|the same) year",
    examples={"October of that year": "2013-10", "June 3 of the same year": "2013-06-03"},
    rejects=("October of that yearly fair", "October of that town"),
)
def month_of_that_year(month: int, day: int | None = None, day_word: int | None = None) -> Expression:
    return Within(CalendarDate(None, month, day or day_word), Cycle(Which.THIS, Granularity.YEAR, Base.TOLD))


@RULES.rule(
    "[the ]{ordinal} (of|day of) (that|the same) month",
    "the {ordinal} of the month",
    examples={"the 9th of that month": "2013-02-09"},
    rejects=("the 9th of that monthly paper", "the 9th of that kind"),
)
def day_of_that_month(ordinal: int) -> Expression | None:
    if not 1 <= ordinal <= 31:
        return None
    return Within(CalendarDate(None, None, ordinal), Cycle(Which.THIS, Granularity.MONTH, Base.TOLD))


@RULES.rule(
    "[the ]{ordinal} quarter of {which_word} year",
    "{which_word} year's {ordinal} quarter",
    "[the ]{ordinal} quarter {which_word} year",
    examples={"the third quarter of last year": "2012-Q3"},
    rejects=("the third quarter of last yearbook", "the third quarter of the town"),
)
def quarter_of_cycle(ordinal: int, which_word: Which) -> Expression | None:
    if not 1 <= ordinal <= 4:
        return None
    return Within(Fraction(Granularity.QUARTER, ordinal), Cycle(which_word, Granularity.YEAR))
