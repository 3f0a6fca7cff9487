"""English dates in unusual dress: "10/August 2012", "2012/aug/10", "Dec31, 1994", "Aug 96", "Mon 13th"."""

from __future__ import annotations

from timeline.grammar.pattern import numeric
from timeline.grammar.rule import Rules
from timeline.language.en.context import AFTER_MONTH_DAY, COUNTED, PLURAL
from timeline.language.en.fields import FIELDS
from timeline.model import civil
from timeline.model.expression import CalendarDate, Expression, NumericDate, Which

RULES = Rules(
    "en.written",
    FIELDS
    | {
        "first": numeric(r"\d{1,2}"),
        "two": numeric(r"\d{1,2}"),
        "full": numeric(r"(?:1[5-9]|20|21)\d\d"),
        "short_year": numeric(r"[1-9]\d\d"),
        "day_with_ending": numeric(
            r"(?:[123]?1st|2?2nd|2?3rd|[4-9]th|1\dth|2[04-9]th|30th)",
            lambda text: int(text[:-2]),
            ("st", "nd", "rd", "th"),
        ),
        "late_two_digits": numeric(r"[4-9]\d"),
    },
)


@RULES.rule(
    "[{weekday}[,] ]{month:any_month}[,]/{day}(,[ ]| ){year}",
    "[{weekday}[,] ]{month:any_month}/{day}/{year}",
    "[{weekday}[,] ]{month:any_month}-{day}[,] {year}",
    "[{weekday}[,] ]{month:any_month}, {day}[,] {year}",
    "[{weekday}[,] ]{month:any_month}[.]{day}( |[ ],[ ]){year}",
    "[{weekday}[,] ]{month:any_month} {day}[,] {year}",
    "{day}/{month:any_month}[,] {year}",
    "{day}[st|nd|rd|th]{month:any_month}[,][ ]{year}",
    "{year}-{month:any_month}-{day}",
    "{year}/{month:any_month}/{day}",
    "{year} {month:any_month} {day}",
    examples={"10/August 2012": "2012-08-10", "August/10/2012": "2012-08-10", "August-10, 2012": "2012-08-10",
              "Sunday, March, 6th 2016": "2016-03-06", "2012/aug/10": "2012-08-10", "2012-Aug-10": "2012-08-10",
              "march 3 2015": "2015-03-03", "Dec31, 1994": "1994-12-31", "14april 2015": "2015-04-14"},
    rejects=("2012/aug/40", "august/40/2012"),
    unless_followed=r"\d|[-/]\d|,\d{3}",
)  # fmt: skip
def day_in_full(month: int, day: int, year: int, weekday: int | None = None) -> Expression | None:
    return CalendarDate(year, month, day, weekday) if civil.is_date(year, month, day) else None


@RULES.rule(
    "{first} {two} {full}",
    "{full} {first} {two}",
    examples={"31 10 1974": "1974-10-31", "10 31 1974": "1974-10-31", "on [2012 10 16]": "2012-10-16"},
    rejects=("gates 31 10 1974", "40 10 1974", "31 10 1974 5"),
    only_preceded=r"(?i:\A\s*|\b(?:on|dated|date|of|was|by|since|until|from|before|after)[: ]\s?)",
    unless_followed=r" ?[-/.]?\d",
)
def spaced_numbers(first: int, two: int, full: int) -> Expression | None:
    if not (civil.is_date(full, first, two) or civil.is_date(full, two, first)):
        return None
    return NumericDate(first, two, full)


@RULES.rule(
    "{first}/{two}",
    examples={"on [10/17]": "2012-10-17", "due [3/3]": "2013-03-03"},
    rejects=("9/11", "on 24/7", "by 1/2", "open 24/7", "on 10/17/19999", "score of 10/12"),
    only_preceded=r"(?i:\A\s*|\b(?:on|from|since|until|till|through|before|after|due|date|dated|by) |\? "
    r"|\d/\d{1,2},? (?:and |or )?)",
    unless_followed=r"[-/.]\d|\d| ?(?:%|percent|of|inch|inches|cup|cups|mile|miles|points)\b",
)
def month_and_day(first: int, two: int) -> Expression | None:
    if (first, two) in ((24, 7), (1, 2), (9, 11), (50, 50)) or not (
        civil.is_date(2000, first, two) or civil.is_date(2000, two, first)
    ):
        return None
    return NumericDate(first, two)


@RULES.rule(
    "[{which_word} ]{weekday}[,] [the ]{first}/{two}",
    examples={"this Friday 10/10": "2012-10-10", "Friday 10/12": "2012-10-12", "Monday, 12/24": "2012-12-24"},
    rejects=("Friday 40/12", "Friday 10/12/2012"),
    unless_followed=r"[-/.]\d|\d",
)
def weekday_month_and_day(first: int, two: int, weekday: int, which_word: Which | None = None) -> Expression | None:
    if not (civil.is_date(2000, first, two) or civil.is_date(2000, two, first)):
        return None
    # Why: with "this" or "next" the year is near, and the weekday a slip where it does not fit.
    return CalendarDate(None, *((first, two) if first <= 12 else (two, first)), None if which_word else weekday)


@RULES.rule(
    "[{weekday}[,] ]{day} {month} {late_two_digits}",
    "[{weekday}[,] ]{month} {day},[ ]{late_two_digits}",
    "{month} {late_two_digits}",
    "{month}[,] of [']{late_two_digits}",
    examples={"03 Aug 96": "1996-08-03", "Aug 96": "1996-08", "April of 87": "1987-04", "Aug 3, 96": "1996-08-03"},
    rejects=("in May 96 people", "June 45 miles"),
    unless_followed=rf"\d|[-/:.]\d|{COUNTED}|{PLURAL}| [a-z]+s\b",
)
def late_short_year(
    month: int, late_two_digits: int, day: int | None = None, weekday: int | None = None
) -> Expression | None:
    return CalendarDate(late_two_digits, month, day, weekday, two_digit=True)


@RULES.rule(
    "{month} {day}, {short_year}",
    "[the ]{day}[ of] {month}[,] {short_year}",
    "{month} {short_year}",
    examples={"June 25, 623": "0623-06-25", "1st of January 798": "0798-01-01", "July 768": "0768-07"},
    rejects=("July 768 people", "May 300 men", "on June 25, 623 soldiers"),
    unless_followed=rf"\d|[-/:.,]\d|{COUNTED}|{PLURAL}| [a-z]+(?:en|le)\b",
)
def year_of_three_digits(month: int, short_year: int, day: int | None = None) -> Expression:
    return CalendarDate(short_year, month, day)


@RULES.rule(
    "{month:any_month}/{day}",
    "{month:any_month}{day}",
    "{month:any_month}, {day}",
    "{month:any_month}-{day}",
    "{day}/{month:any_month}",
    examples={"Nov/2": "2012-11-02", "mar3": "2013-03-03", "October, 1st": "2012-10-01", "Nov-12": "2012-11-12"},
    rejects=("Nov/42", "in May, 300 men", "between March, 3.5 miles"),
    unless_followed=rf"{AFTER_MONTH_DAY}| [a-z]+s\b",
)
def month_and_day_marked(month: int, day: int) -> Expression | None:
    return CalendarDate(None, month, day) if civil.is_date(2000, month, day) else None


@RULES.rule(
    "{weekday}[,] [the ]{ordinal_day:day_with_ending}",
    "{full_weekday}[,] the {day}",
    examples={"Friday the 13th": "2012-07-13", "Wed 12th": "2012-12-12", "Monday, the 14th": "2013-01-14"},
    rejects=("Sunday 31 people", "Friday the 40th", "Friday, the fourth decline"),
    unless_followed=r"[-\u2010]?\w|,? (?:century|time|year|day|week|month|anniversary|edition|season|floor|of)\b",
)
def weekday_and_day(
    ordinal_day: int | None = None, day: int | None = None, weekday: int | None = None, full_weekday: int | None = None
) -> Expression | None:
    number = ordinal_day or day
    told = weekday if weekday is not None else full_weekday
    return CalendarDate(None, None, number, told) if number and number <= 31 else None
