"""English dates that name a month or a year: "7 October 2023", "Oct. 7", "May 2004", "in 1998", "44 BC"."""

from __future__ import annotations

from timeline.grammar.pattern import any_of
from timeline.grammar.rule import Rules
from timeline.language.en.context import (
    ADDRESS,
    AFTER_MONTH,
    AFTER_MONTH_DAY,
    BEFORE_NAME_MONTH,
    BEFORE_PRICE,
    BEFORE_YEAR,
    COUNTED,
    HOUR_TOLD,
    NUMBER_JOINED,
    NUMBERED,
    PHONE,
    PLURAL,
)
from timeline.language.en.fields import FIELDS
from timeline.model import civil
from timeline.model.expression import CalendarDate, Expression
from timeline.model.value import Calendar

RULES = Rules("en.absolute", FIELDS)


_NO_NOUN = any_of(
    "and or in at on to by of when where after before while with from until he she it they we was were is as the a an"
)
"""What tells that "March the first" is a day, not the first of something in March."""


def _full(year: int, month: int, day: int | None, weekday: int | None = None) -> Expression:
    """A day that the calendar has not is told all the same: which one is meant is for a person to say."""
    # Why: 29 February 1700 was a day in the Julian calendar.
    julian = (month, day) == (2, 29) and year % 4 == 0 and not civil.is_date(year, 2, 29)
    return CalendarDate(year, month, day, weekday, Calendar.JULIAN if julian else Calendar.GREGORIAN)


@RULES.rule(
    "[{weekday}[,] [the ]]{day}[ day][ of] {month:any_month}[,| in| of][ ]{year}",
    "[the ]{day}[ day] of {month:any_month}[,| in| of] {year}",
    "[{weekday}[,] ][the ]{day_word}[ day] of {month:any_month}[,| in| of] {year}",
    examples={
        "7 October 2023": "2023-10-07", "Saturday, 7 Oct. 2023": "2023-10-07", "the 7th of October, 2023": "2023-10-07",
        "the seventh of October 2023": "2023-10-07", "11th day of May 2004": "2004-05-11", "27 Nov. 1095": "1095-11-27",
    },
    rejects=("32 June 2004", "7 Octobers 2023", "19 January, 1815 GMT"),
    unless_followed=rf"\d|,\d{{3}}|{HOUR_TOLD}",
)  # fmt: skip
def day_month_year(
    month: int, year: int, day: int | None = None, day_word: int | None = None, weekday: int | None = None
) -> Expression | None:
    return _full(year, month, day or day_word, weekday)


@RULES.rule(
    "[{weekday}[,] ]{month} [the ]{day}(,[ ]|.[ ]|, of | of | ){year}",
    "[{weekday}[,] ]{month} [the ]{day_word}[,| of] ({year}|{spoken_year})",
    "[{weekday}[,] ]{month}-{day}-{year}",
    examples={
        "October 7, 2023": "2023-10-07", "Oct. 7th 2023": "2023-10-07", "Saturday, October 7, 2023": "2023-10-07",
        "June the 3rd, 1920": "1920-06-03", "July fourth, nineteen ninety-six": "1996-07-04",
    },
    rejects=("October 77, 2023", "October 7, 1830 GMT"),
    unless_followed=rf"\d|,\d{{3}}|{HOUR_TOLD}",
)  # fmt: skip
def month_day_year(
    month: int, day: int | None = None, year: int | None = None, day_word: int | None = None,
    spoken_year: int | None = None, weekday: int | None = None,
) -> Expression | None:  # fmt: skip
    told = year if year is not None else spoken_year
    return None if told is None else _full(told, month, day or day_word, weekday)


@RULES.rule(
    "{day}-{month:any_month}-{year}",
    "{day}-{month:any_month}-{two_digits}",
    "{day}{month:any_month}{year}",
    "{day}/{month:any_month}/{year}",
    examples={"11-May-2004": "2004-05-11", "03-Feb-12": "2012-02-03", "24Dec2011": "2011-12-24"},
    rejects=("11-May-20044",),
)
def day_month_year_joined(
    day: int, month: int, year: int | None = None, two_digits: int | None = None
) -> Expression | None:
    if two_digits is not None:
        return CalendarDate(two_digits, month, day, two_digit=True)
    return None if year is None else _full(year, month, day)


@RULES.rule(
    "[{weekday}[,] ]{month} [the ]{day}",
    examples={
        "October 7": "2012-10-07", "Oct. 7th": "2012-10-07", "Monday, December 24": "2012-12-24",
        "February 12": "2013-02-12",
    },
    rejects=("October 77", "March 40 miles", "May 300", "may 10 people"),
    unless_followed=AFTER_MONTH_DAY,
)  # fmt: skip
def month_day(month: int, day: int, weekday: int | None = None) -> Expression | None:
    return CalendarDate(None, month, day, weekday)


@RULES.rule(
    "[{weekday}[,] ]{month} [the ]{day_word}",
    examples={"April the ninth": "2013-04-09", "June first": "2012-06-01"},
    rejects=("May the Second Army", "March First National", "In September the first ships", "March the first men"),
    unless_followed=rf"{AFTER_MONTH_DAY}| [A-Z]| (?!{_NO_NOUN}\b)[a-z]",
)
def month_day_in_words(month: int, day_word: int, weekday: int | None = None) -> Expression | None:
    return CalendarDate(None, month, day_word, weekday) if civil.is_date(2000, month, day_word) else None


@RULES.rule(
    "[{weekday}[,] [the ]]{day}[ day][ of] {month}",
    "[{weekday}[,] ][the ]{ordinal_day}[ day] of {month}",
    "[the ]{ordinal_day} {month}",
    "{day}-{month}",
    "{weekday}[,] the {ordinal_day} of {month}",
    examples={
        "7 October": "2012-10-07", "the 7th of October": "2012-10-07", "Monday, 24 December": "2012-12-24",
        "the seventh of October": "2012-10-07", "3rd Feb": "2013-02-03", "the fourth day of June": "2012-06-04",
    },
    rejects=("77 October", "$ 12 December"),
    unless_followed=r"\w",
    unless_preceded=r"[$£€] ",
)  # fmt: skip
def day_month(
    month: int, day: int | None = None, ordinal_day: int | None = None, weekday: int | None = None
) -> Expression | None:
    number = day or ordinal_day
    return CalendarDate(None, month, number, weekday) if number and number <= 31 else None


@RULES.rule(
    "{month}[,| of| in] {year}",
    "[the month of ]{month}[,][ of] ({year}|{spoken_year})",
    "{month}-{year}",
    "{month}, of {year}",
    examples={
        "Nov 2023": "2023-11", "November, 2023": "2023-11", "February of 2022": "2022-02", "May 2004": "2004-05",
        "the month of June 1940": "1940-06", "June, nineteen forty": "1940-06",
    },
    rejects=("Nov 20233", "may 2000 people", "he may 2004"),
    unless_followed=rf"\d|{COUNTED}",
)  # fmt: skip
def month_year(month: int, year: int | None = None, spoken_year: int | None = None) -> Expression | None:
    told = year if year is not None else spoken_year
    return None if told is None else CalendarDate(told, month)


@RULES.rule(
    "the month of {name_month}",
    examples={"for [the month of April]": "2013-04"},
    rejects=("the month of Mayhem",),
    unless_followed=AFTER_MONTH,
)
def the_month_of(name_month: int) -> Expression:
    return CalendarDate(None, name_month)


@RULES.rule(
    "{month} '{two_digits}",
    "{month}'{two_digits}",
    examples={"March '98": "1998-03", "Oct '12": "2012-10"},
    rejects=("March '983", "Oct '12ers"),
)
def month_short_year(month: int, two_digits: int) -> Expression:
    return CalendarDate(two_digits, month, two_digit=True)


@RULES.rule(
    "[the month of ]{plain_month}",
    examples={"November": "2012-11", "Sept.": "2012-09", "the month of October": "2012-10"},
    rejects=("the decor", "Octoberfest", "a julep", "$DEC farming", "gave to the DEC"),
    unless_followed=AFTER_MONTH,
    unless_preceded=r"[$#@&]",
)
def month_alone(plain_month: int) -> Expression:
    return CalendarDate(None, plain_month)


@RULES.rule(
    "{name_month}",
    examples={"in [May]": "2012-05", "throughout [August]": "2012-08",
              "of [March]": "2013-03"},
    rejects=("he may resign", "the march continued", "Theresa May", "April Jones", "May the force",
    "March on Washington",
             "in may ways"),
    unless_followed=rf"{AFTER_MONTH}|(?<=Jan|Mar) [A-Z]|(?<=and June) [A-Z]|(?<=and April) [A-Z]",
    only_preceded=BEFORE_NAME_MONTH,
)  # fmt: skip
def name_month_alone(name_month: int) -> Expression:
    return CalendarDate(None, name_month)


@RULES.rule(
    "[the year ]{year}",
    "the year of {year}",
    examples={"1998": "1998", "the year 2001": "2001"},
    rejects=(
        "2000 soldiers",
        "1500 people",
        "2012-1400",
        "32 - 2015",
        "2015-32",
        "$2016",
        "2016 km",
        "Boeing 2000",
        "1998%",
        "page 1939",
        "1,939",
        "closed at 1850",
        "struck 1653 local time",
        "1600 Pennsylvania Avenue",
        "020 7946 1998",
        "between 1500 and 2000 people",
        "PO Box 1987",
        "1800 cc",
    ),
    unless_followed=rf"\d|s\b|(?<=0)['\u2019]s\b|{NUMBER_JOINED}|{COUNTED}|{PLURAL}|{ADDRESS}"
    rf"| (?:and|to|or) \d{{4}}(?:{COUNTED}|{PLURAL})",
    unless_preceded=rf"[$£€¥#+(]? ?\d[.,/]|[$£€¥#]|[A-Za-z][-_/]|\w|(?i:{NUMBERED}) |{BEFORE_PRICE}at "
    rf"|{PHONE}"
    r"|[(+]\d[\d ]*[-) ]|(?<![\d/.-])\b(?:3[2-9]|[4-9]\d) ?[-\u2013] ?",
)
def year_alone(year: int) -> Expression:
    return CalendarDate(year)


@RULES.rule(
    "[the year ]{year}",
    examples={"in [2000] soldiers came": "2000", "during [1500] troops": "1500", "until at least [2015]": "2015"},
    rejects=("of 2000 soldiers", "in 2000-odd cases"),
    unless_followed=rf"\d|['\u2019]s? |[-/\u2010\u2011]\d+[-/]|{COUNTED}",
    only_preceded=BEFORE_YEAR,
)
def year_after_preposition(year: int) -> Expression:
    return CalendarDate(year)


@RULES.rule(
    "the year {spoken_year}",
    examples={"the year two thousand": "2000", "the year nineteen ninety-four": "1994"},
    rejects=("the yearly two thousand", "two thousand men"),
)
def spoken_year_named(spoken_year: int) -> Expression:
    return CalendarDate(spoken_year)


@RULES.rule(
    "{spoken_year}",
    examples={"nineteen eighty-four": "1984", "two thousand and eight": "2008"},
    rejects=("twenty people", "nineteen hundred people"),
    unless_followed=rf"[-\u2010]|{COUNTED}|{PLURAL}",
)
def spoken_year_alone(spoken_year: int) -> Expression | None:
    return CalendarDate(spoken_year) if 1000 < spoken_year < 2100 and spoken_year != 2000 else None


@RULES.rule(
    "'{two_digits}",
    examples={"in ['98]": "1998", "the class of ['68]": "1968"},
    rejects=("5'10", "'10 things"),
    unless_followed=r"\w|['\u2019]\w| (?:minutes|people)",
    only_preceded=r"(?i:\b(?:in|of|since|from|by|until|late|early|mid|summer|spring|winter|autumn|fall) )",
)
def short_year(two_digits: int) -> Expression:
    return CalendarDate(two_digits, two_digit=True)


@RULES.rule(
    "[{month} ][the year ]{any_year} (BC|BCE|B.C.|B.C.E.)",
    "[{month} ]{any_year}BC",
    examples={"44 BC": "BC0044", "March 44 BC": "BC0044-03", "753 B.C.": "BC0753"},
    rejects=("44 BCD",),
)
def before_christ(any_year: int, month: int | None = None) -> Expression | None:
    return CalendarDate(1 - any_year, month) if any_year else None


@RULES.rule(
    "{month} {day}, {any_year} (BC|BCE|B.C.|B.C.E.)",
    "{day} {month}[,] {any_year} (BC|BCE|B.C.|B.C.E.)",
    examples={"15 March 44 BC": "BC0044-03-15"},
    rejects=("15 March 44 BCG", "15 March 44 became"),
)
def day_before_christ(month: int, day: int, any_year: int) -> Expression | None:
    # Why: BCE dates are told in the Julian calendar, but sources print them as they stand: no conversion.
    return CalendarDate(1 - any_year, month, day)


@RULES.rule(
    "(AD|A.D.|CE) {any_year}",
    "{any_year} (AD|A.D.|CE|C.E.)",
    "{day} {month}[,] {any_year} (AD|CE)",
    "{month} {any_year} (AD|CE)",
    examples={"AD 79": "0079", "476 CE": "0476", "24 August 79 AD": "0079-08-24"},
    rejects=("ad 30 seconds",),
    unless_followed=r"\d| (?:seconds|minutes|people|percent)",
)
def anno_domini(any_year: int, month: int | None = None, day: int | None = None) -> Expression | None:
    return CalendarDate(any_year, month, day) if any_year else None
