"""English days with a name, and words that point at a time without telling it: "Christmas 1914", "now", "soon"."""

from __future__ import annotations

from timeline.grammar.pattern import any_of
from timeline.grammar.rule import Rules
from timeline.language.en.context import AFTER_HOLIDAY, AFTER_VAGUE_PAST
from timeline.language.en.fields import FIELDS
from timeline.model import civil
from timeline.model.expression import (
    Base,
    CalendarDate,
    Cycle,
    Duration,
    Expression,
    Named,
    Nearest,
    Recurrence,
    Reference,
    Shift,
    Vague,
    Weekend,
    Which,
    Within,
)
from timeline.model.value import Granularity

RULES = Rules("en.named", FIELDS)


@RULES.rule(
    "{holiday}[,| of| in][ the year] ({year}|{spoken_year})",
    "{holiday}[,] '{two_digits}",
    examples={"Christmas 1914": "1914-12-25", "Easter Sunday, 1916": "1916-04-23", "Thanksgiving 2011": "2011-11-24",
              "MLK Day 2012": "2012-01-16", "Diwali in 2012": "2012-11-13", "Eid al-Fitr 2012": "2012-08-19",
              "Yom Kippur 1973": "1973-10-06", "Orthodox Easter 2012": "2012-04-15", "Tax Day 2011": "2011-04-18",
              "Ramadan 2012": "2012-07-20/2012-08-18", "Super Tuesday 2008": "2008-02-05"},
    rejects=("Christmas cards of 1914", "Christmas 19145"),
)  # fmt: skip
def holiday_year(
    holiday: str, year: int | None = None, spoken_year: int | None = None, two_digits: int | None = None
) -> Expression | None:
    if two_digits is not None:
        return Named(holiday, 1900 + two_digits if two_digits > 30 else 2000 + two_digits)
    told = year or spoken_year
    return Named(holiday, told) if told else None


@RULES.rule(
    "{holiday}[,] [the ]{day}[ of] {month:any_month}[,] {year}",
    "{holiday}[,] {month:any_month} {day}[,] {year}",
    examples={"Easter Monday, 24 April 1916": "1916-04-24", "Christmas Day, December 25, 1991": "1991-12-25"},
    rejects=("Christmas Eve 24 December 19911",),
    unless_followed=r"\d",
)
def holiday_dated(holiday: str, day: int, month: int, year: int) -> Expression | None:
    return CalendarDate(year, month, day) if civil.is_date(year, month, day) else None


@RULES.rule(
    "[the ]{which_word} {holiday}",
    examples={"last Christmas": "2012-12-25", "next Easter": "2013-03-31", "last Chinese New Year": "2013-02-10"},
    rejects=("last Christian", "next eastern"),
)
def nearest_holiday(which_word: Which, holiday: str) -> Expression:
    return Nearest(which_word, Named(holiday))


@RULES.rule(
    "{holiday}[,][ of| in| from] {which_word} year",
    "{which_word} year's {holiday}",
    examples={"Thanksgiving of next year": "2014-11-27", "last year's Easter": "2012-04-08"},
    rejects=("Thanksgiving of next yearbook", "last year's Eastern"),
)
def holiday_of_year(holiday: str, which_word: Which) -> Expression:
    return Within(Named(holiday), Cycle(which_word, Granularity.YEAR))


@RULES.rule(
    "{holiday}[,][ of| in] (that|the same) year",
    examples={"Christmas Eve that year": "2013-12-24", "Easter of the same year": "2013-03-31"},
    rejects=("Christmas Eve that yearly", "Easter of the same kind"),
)
def holiday_of_that_year(holiday: str) -> Expression:
    return Within(Named(holiday), Cycle(Which.THIS, Granularity.YEAR, Base.TOLD))


@RULES.rule(
    "{holiday} {number} (year|years) ago",
    examples={"Thanksgiving two years ago": "2011-11-24"},
    rejects=("Thanksgiving two men ago", "Thanksgiving two years of war"),
)
def holiday_years_ago(holiday: str, number: float) -> Expression | None:
    if not float(number).is_integer():
        return None
    # Why: "Christmas one year ago" is the last one, not the one of last year, when this year's is still to come.
    return Nearest(Which.LAST, Named(holiday)) if number == 1 else Within(
        Named(holiday), Shift(-number, Granularity.YEAR)
    )  # fmt: skip


@RULES.rule(
    "{holiday} in {number} {unit}",
    examples={"Thanksgiving in 9 months": "2013-11-28"},
    rejects=("Thanksgiving in 9 towns", "Thanksgiving in 9 days"),
)
def holiday_in(holiday: str, number: float, unit: Granularity) -> Expression | None:
    return Within(Named(holiday), Shift(number, unit)) if unit >= Granularity.MONTH else None


@RULES.rule(
    "[the ]{holiday} (weekend|week-end)[[,| of] {year}]",
    examples={"Halloween weekend 2011": "2011-W43-WE", "Labor Day weekend": "2012-W35-WE"},
    rejects=("Halloween weekender", "Halloween week"),
)
def holiday_weekend(holiday: str, year: int | None = None) -> Expression:
    return Within(Weekend(), Named(holiday, year))


@RULES.rule(
    "(every|each) {holiday}",
    examples={"every Christmas": "P1Y", "each May Day": "P1Y"},
    rejects=("every Christmas card", "every Easter egg"),
    unless_followed=AFTER_HOLIDAY + r"| eggs?\b",
)
def every_holiday(holiday: str) -> Expression:
    return Recurrence(Duration(((1, Granularity.YEAR),)))


@RULES.rule(
    "{plain_holiday}",
    examples={"on [Christmas Day]": "2012-12-25", "at [Halloween]": "2012-10-31"},
    rejects=("Christmas Island", "Father Christmas", "Saint Patrick preached"),
    unless_followed=AFTER_HOLIDAY,
    unless_preceded=r"Father |White |[#@]",
)
def holiday(plain_holiday: str) -> Expression:
    return Named(plain_holiday)


@RULES.rule(
    "9/11",
    examples={"after [9/11]": "2001-09-11", "the [9/11] attacks": "2001-09-11"},
    rejects=("a score of 9/11", "9/11/2012", "got 9/11 of them"),
    only_preceded=r"(?i:\b(?:after|since|before|the|post|pre)[ -])",
    unless_followed=r"\w|[-/]\d| of\b",
)
def eleventh_of_september() -> Expression:
    return CalendarDate(2001, 9, 11)


@RULES.rule(
    "now",
    "right now",
    "currently",
    "at present",
    "nowadays",
    "at the moment",
    "these days",
    "at this time",
    "the present",
    "this moment",
    examples={"now": "PRESENT_REF", "currently": "PRESENT_REF"},
    rejects=("nowhere", "now and then", "now and again"),
    unless_followed=r"['\u2019]?\w| and (?:then|again)\b",
)
def present() -> Expression:
    return Vague(Reference.PRESENT)


@RULES.rule(
    "today's",
    examples={"in [today's] world": "PRESENT_REF", "[today's] young voters": "PRESENT_REF"},
    rejects=("today's meeting", "today's editions"),
    only_followed=r" (?:[a-z]+ )?"
    + any_of(
        """
    world youth children teenagers voters standards society economy market markets money technology computers
    dollars generation young women men parents consumers climate age
    """
    )
    + r"\b",
)
def of_today() -> Expression:
    """Not of that one day: of these days."""
    return Vague(Reference.PRESENT)


@RULES.rule(
    "recently",
    "the past",
    "the recent past",
    "lately",
    examples={"recently": "PAST_REF"},
    rejects=("as recently as 2009",),
    unless_followed=rf"{AFTER_VAGUE_PAST}| as\b",
)
def past() -> Expression:
    return Vague(Reference.PAST)


@RULES.rule(
    "the [near ]future",
    "future",
    "the foreseeable future",
    "(some day|someday)",
    examples={"[some day] it will end": "FUTURE_REF", "the near future": "FUTURE_REF", "the future": "FUTURE_REF"},
    rejects=("futures trading", "her future", "cut future earnings", "future payments"),
    unless_followed=r"\w|(?<!the future) [a-z]+(?:s|ing|ion|ment|ance|er)\b",
    unless_preceded=r"(?i:\b(?:his|her|their|its|our|my|your|no|any|a|bright|political) )",
)
def future() -> Expression:
    return Vague(Reference.FUTURE)
