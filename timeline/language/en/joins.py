"""English expressions made of others: ranges, open ends, modifiers, a shift from a date, a time on a date.

`{date}`, `{start}`, `{end}`, `{time}` and `{duration}` stand for what the other rules have found.
"""

from __future__ import annotations

from timeline.grammar.rule import Rules
from timeline.language.en.context import COUNTED_AFTER_RANGE
from timeline.language.en.fields import FIELDS
from timeline.model import civil
from timeline.model.expression import (
    Base,
    CalendarDate,
    Century,
    Clock,
    Cycle,
    DayPart,
    Decade,
    Duration,
    Expression,
    Fraction,
    Listed,
    Modified,
    Named,
    Nearest,
    Open,
    Range,
    Season,
    Shift,
    Vague,
    Weekday,
    Which,
    Within,
)
from timeline.model.value import Granularity, Mod

RULES = Rules("en.joins", FIELDS)
SHARED = Rules("en.shared", FIELDS)
"""Ranges and lists whose ends share a month or a year: read as one piece, before single dates."""


@SHARED.rule(
    "[from |between ][{weekday}[,] ]{month} {day}–{last_day}[,| of] {year}",
    "[from ]{month} {day} (to|through|until|till) {last_day}[,| of] {year}",
    "between {month} {day} and {last_day}[,| of] {year}",
    "[from |between ]{day}–{last_day}[ of] {month:any_month}[,| of][ ]{year}",
    "[from ]{day} (to|through|until|till) {last_day}[ of] {month:any_month}[,| of] {year}",
    "between {day} and {last_day}[ of] {month:any_month}[,| of] {year}",
    examples={"3 to 6 May 2004": "2004-05-03/2004-05-06", "May 3-6, 2004": "2004-05-03/2004-05-06",
              "between 3 and 6 May 2004": "2004-05-03/2004-05-06", "3–6 May 2004": "2004-05-03/2004-05-06"},
    rejects=("3 to 6 men in May 2004", "May 36, 2004"),
)  # fmt: skip
def days_year(month: int, day: int, last_day: int, year: int, weekday: int | None = None) -> Expression | None:
    if day >= last_day or not civil.is_date(year, month, last_day):
        return None
    return Range(CalendarDate(year, month, day), CalendarDate(year, month, last_day))


@SHARED.rule(
    "[from |between ]{month} {day}–{last_day}",
    "[from ]{month} {day} (to|through|until|till) {last_day}",
    "between {month} {day} and {last_day}",
    "[from |between ]{day}–{last_day}[ of] {month:any_month}",
    "[from ]{day} (to|through|until|till) {last_day}[ of] {month:any_month}",
    "between {day} and {last_day}[ of] {month:any_month}",
    examples={"May 3-6": "2012-05-03/2012-05-06", "between 3 and 6 May": "2012-05-03/2012-05-06"},
    rejects=("May 3-40", "between 3 and 6 men"),
    unless_followed=r"\d|,\d{3}|:\d\d| (?:people|percent|million)",
)
def days(month: int, day: int, last_day: int) -> Expression | None:
    if day >= last_day or not civil.is_date(2000, month, last_day):
        return None
    return Range(CalendarDate(None, month, day), CalendarDate(None, month, last_day))


@SHARED.rule(
    "[from |between ]{month}[ {day}]–{last_month}[ {last_day}][,] {year}",
    "[from ]{month}[ {day}] (to|through|until|till) {last_month}[ {last_day}][,| of] {year}",
    "between {month}[ {day}] and {last_month}[ {last_day}][,| of] {year}",
    "[from ]{day} {month:any_month} (to|through|until|till) {last_day} {last_month}[,] {year}",
    "between {day} {month:any_month} and {last_day} {last_month}[,] {year}",
    "[from |between ]{day} {month:any_month}–{last_day} {last_month}[,] {year}",
    examples={"March-June 1850": "1850-03/1850-06", "from January to March 2020": "2020-01/2020-03",
              "May 3 to June 6, 2004": "2004-05-03/2004-06-06",
              "between 28 May and 4 June 1940": "1940-05-28/1940-06-04"},
    rejects=("March-June", "from January to 2020 men"),
)  # fmt: skip
def months_year(
    month: int, last_month: int, year: int, day: int | None = None, last_day: int | None = None
) -> Expression | None:
    if (month, day or 0) >= (last_month, last_day or 32):
        return None
    return Range(CalendarDate(year, month, day), CalendarDate(year, last_month, last_day))


@SHARED.rule(
    "[from |between |during ][the years ]{year}–{last_year_short}",
    "[from ]{year} (to|until|till|through) {last_year}",
    "between {year} and {last_year}",
    examples={"1939-1945": "1939/1945", "1850-58": "1850/1858", "from 1939 to 1945": "1939/1945",
              "between 1939 and 1945": "1939/1945", "1914–1918": "1914/1918"},
    rejects=("1939-1938", "tel. 1850-5823", "2010-11-12", "between 1500 and 2000 people",
             "1410 to 1430 GMT"),
    unless_followed=COUNTED_AFTER_RANGE,
    unless_preceded=r"[$£€\d][.,-]?|(?i:\b(?:tel|phone|fax|no|pp|pages|page)\.? )",
)  # fmt: skip
def years(year: int, last_year_short: int | None = None, last_year: int | None = None) -> Expression | None:
    end = last_year if last_year is not None else last_year_short
    if end is None:
        return None
    if end < 100:
        end += year - year % 100
        # Why: in this century an end of two digits is near: 2015-32 counts something else.
        if year >= 2000 and end > year + 15:
            return None
    return Range(CalendarDate(year), CalendarDate(end)) if year < end < year + 400 else None


@SHARED.rule(
    "[[the ](FY|fiscal year|financial year|fiscal|academic year|school year) ]{year}/{last_year_short}",
    examples={"2016/17": "2016/2017", "FY 2011/12": "2011/2012", "1999/2000": "1999/2000"},
    rejects=("2016/19", "2016/12/17"),
    unless_followed=r"\d|[-/]\d",
)
def split_year(year: int, last_year_short: int) -> Expression | None:
    """A season, a budget or a school year over two calendar years."""
    end = last_year_short if last_year_short > 100 else year - year % 100 + last_year_short
    return Range(CalendarDate(year), CalendarDate(year + 1)) if end % 100 == (year + 1) % 100 else None


@SHARED.rule(
    "[the ][(late|early|mid) ]{ordinal}[ |-](to|and|through|or) [the ][early |late |mid-|mid ]{last} centuries",
    "[the ]{ordinal}( to [the ]|–){last} century",
    "[the ][late |early |mid-|mid ]{ordinal}( to [the ]|–)(early|mid|late)[ |-]{last} century",
    examples={"the 18th and 19th centuries": "17/18"},
    rejects=("the 18th and 19th holes", "the 18th and 19th regiments"),
)
def centuries(ordinal: int, last: int) -> Expression | None:
    return Range(Century(ordinal), Century(last)) if ordinal < last else None


@SHARED.rule(
    "[the ][late |early |mid-]{ordinal} and (early|mid|late|mid-)[ ]{last}[ |-]century",
    "[the ][late |early |mid-]{ordinal} and [the ]{last}[ |-]century",
    examples={"the 19th and early 20th century": "18/19"},
    rejects=("the 19th and early 20th hole", "the 19th and the century"),
)
def two_centuries(ordinal: int, last: int) -> Expression | None:
    return Range(Century(ordinal), Century(last)) if ordinal < last else None


@RULES.rule(
    "from {start} (to|until|till|through|til) {end}",
    "between {start} and {end}",
    "{start} (to|until|till|through) {end}",
    "{start}–{end}",
    examples={"from 3 May 2004 to 6 June 2005": "2004-05-03/2005-06-06",
              "between May 1940 and June 1941": "1940-05/1941-06",
              "March 2001 to May 2003": "2001-03/2003-05", "from 1939 until early 1941": "1939/1941"},
    rejects=("from 3 May 2004 to the river", "between May 1940 and the war"),
)  # fmt: skip
def span(start: Expression, end: Expression) -> Expression | None:
    return Range(start, end) if _can_be_end(start) and _can_be_end(end) else None


@RULES.rule(
    "{modifier}[ ]{date}",
    "{modifier} (in|on) {date}",
    "{modifier}-{date}",
    examples={"early 2010": "2010", "the end of May": "2012-05", "mid-February": "2013-02", "late 1990s": "199",
              "the beginning of 1998": "1998", "late last year": "2012"},
    rejects=("late Mr Jones",),
)  # fmt: skip
def part_of(modifier: Mod, date: Expression) -> Expression | None:
    match date:
        case (
            CalendarDate()
            | Season()
            | Decade()
            | Century()
            | Cycle()
            | Nearest()
            | Within()
            | Weekday()
            | Named()
            | Fraction()
            | Shift(-1, Granularity.DAY)
        ):
            return Modified(modifier, date)
    return None


@RULES.rule(
    "{about} {date}",
    "{about}{date}",
    examples={"about 1850": "1850", "circa 1887": "1887", "around May 2004": "2004-05", "c. 1420": "1420"},
    rejects=("about 1850 men", "about 300"),
)
def approximately(about: Mod, date: Expression) -> Expression | None:
    match date:
        case CalendarDate() | Season() | Decade() | Century() | Range():
            return Modified(about, date)
    return None


@RULES.rule(
    "(since|ever since) {date}",
    "(beginning|starting|effective|commencing|dating) (in|on|from|at) {date}",
    "(beginning|starting|effective) {date}",
    "from {date} (onwards|onward|on|forward)",
    "as of {date}",
    examples={"since [October 7, 2023]": "2023-10-07/..", "beginning in [February 2022]": "2022-02/..",
              "since [1998]": "1998/..", "from [May 2004] onwards": "2004-05/.."},
    rejects=("since the fire", "beginning in the north"),
    extent="date",
)  # fmt: skip
def since(date: Expression) -> Expression | None:
    return Open(True, date) if _can_be_end(date) else None


@RULES.rule(
    "(until|till|up to|up until|'til) {date}",
    examples={"until [May 1945]": "../1945-05", "till [2004]": "../2004"},
    rejects=("until the fire", "till the soil"),
    extent="date",
)
def until(date: Expression) -> Expression | None:
    return Open(False, date) if _can_be_end(date) else None


@RULES.rule(
    "through {date}",
    examples={"through [May 1945]": "../1945-05", "through [Friday]": "../2013-02-08"},
    rejects=("all through the summer of 1940", "through 1917"),
    extent="date",
    unless_preceded=r"(?i:\b(?:all|midway|halfway|right) )",
)
def through(date: Expression) -> Expression | None:
    # Why: "through the winter" and "through 1917" are all the time until then, and not before it.
    whole = isinstance(date, Season | Decade | Century) or (isinstance(date, CalendarDate) and date.month is None)
    return Open(False, date) if _can_be_end(date) and not whole else None


@RULES.rule(
    "(no later than|not later than) {date}",
    examples={"no later than [5 May 2014]": "../2014-05-05"},
    rejects=("no later than the fire", "no later edition"),
    extent="date",
)
def no_later(date: Expression) -> Expression | None:
    return Modified(Mod.ON_OR_BEFORE, date) if _can_be_end(date) else None


@RULES.rule(
    "[(early|late|later) (in|on) ][the ]{part} of {date}",
    "{date}[,] {part}",
    examples={"the morning of 7 October 2023": "2023-10-07TMO", "yesterday morning": "2013-02-11TMO",
              "tomorrow night": "2013-02-13TNI"},
    rejects=("the night of 1998",),
)  # fmt: skip
def part_of_day(part: str, date: Expression) -> Expression | None:
    return DayPart(part, date) if _is_day(date) else None


@RULES.rule(
    "[(early|late|later) (in|on) ]{time}[,| on| of|, on] {date}",
    "{date},{time}",
    "{date}[,| at|, at| in| around| about] {time}",
    examples={"5 p.m. on 7 October 2023": "2023-10-07T17:00", "October 7, 2023 at 6:30 am": "2023-10-07T06:30",
              "noon Monday": "2013-02-11T12:00", "5 p.m. yesterday": "2013-02-11T17:00",
              "October 7 in the evening": "2012-10-07TEV",
              "early in the morning of 29 April 1975": "1975-04-29TMO"},
    rejects=("5 men on 7 October 2023", "five points on 7 October 2023"),
)  # fmt: skip
def time_on_day(time: Expression, date: Expression) -> Expression | None:
    if not _is_day(date):
        return None
    match time:
        case Clock(hour, minute, second, zone, None):
            return Clock(hour, minute, second, zone, date)
        case DayPart(code, None):
            return DayPart(code, date)
    return None


@RULES.rule(
    "[the ](early|late|small)[ {part}] hours of {date}",
    "[the ]{part} hours of {date}",
    examples={
        "the early morning hours of 30 April 1975": "1975-04-30TMO",
        "the early hours of 7 October 2023": "2023-10-07TMO",
    },
    rejects=("the early morning hours of work", "the early hours of the fair"),
)
def hours_of_day(date: Expression, part: str = "MO") -> Expression | None:
    return DayPart(part, date) if _is_day(date) else None


@RULES.rule(
    "{time}[ on| in] {part_time:time}",
    examples={
        "7 p.m. tonight": "2013-02-12T19:00",
        "6 a.m. this morning": "2013-02-12T06:00",
        "half past five on the morning of 18 June 1815": "1815-06-18T05:30",
    },
    rejects=("7 men tonight", "6 a.m. mornings"),
)
def time_in_part(time: Expression, part_time: Expression) -> Expression | None:
    match time, part_time:
        case Clock(hour, minute, second, zone, None), DayPart(_, of) if of is not None:
            return Clock(hour, minute, second, zone, of)
    return None


@RULES.rule(
    "{duration} (after|following) {date}",
    examples={"two days after 3 May 2004": "2004-05-05", "three weeks after Christmas 2011": "2012-W02"},
    rejects=("two men after 3 May 2004", "two days after the fire"),
)
def after(duration: Expression, date: Expression) -> Expression | None:
    return _shifted(duration, date, 1)


@RULES.rule(
    "{duration} (before|prior to) {date}",
    examples={"two days before 3 May 2004": "2004-05-01"},
    rejects=("two men before 3 May 2004", "two days before the fire"),
)
def before(duration: Expression, date: Expression) -> Expression | None:
    return _shifted(duration, date, -1)


@RULES.rule(
    "within[ the] {duration}",
    examples={"will end within [10 days]": "P10D", "within [a year]": "P1Y"},
    rejects=("within reach", "within the walls"),
    extent="duration",
)
def within(duration: Expression) -> Expression | None:
    """So long from now at most: the length has an end."""
    match duration:
        case Duration(parts, None, (None | Which.NEXT)):
            return Duration(parts, Mod.EQUAL_OR_LESS, Which.NEXT)
    return None


@RULES.rule(
    "the eve of {date}",
    examples={"the eve of Christmas 2014": "2014-12-24", "the eve of 7 October 2023": "2023-10-06"},
    rejects=("the eve of 1998",),
)
def eve(date: Expression) -> Expression | None:
    return Shift(-1, Granularity.DAY, Base.TOLD, of=date) if _is_day(date) else None


@RULES.rule(
    "{start} {end}",
    examples={"the day after 3 May 2004": "2004-05-04", "the day before 3 May 2004": "2004-05-02",
              "the year before 1950": "1949"},
    rejects=("the day after the fire", "the man before 3 May 2004"),
)  # fmt: skip
def next_to(start: Expression, end: Expression) -> Expression | None:
    """ "the day after" was read as one counting from what was told; here what it counts from is named."""
    match start:
        case Cycle(Which.LAST, unit, Base.TOLD | Base.HAPPENING, None) if _can_be_end(end):
            return Shift(-1, unit, Base.TOLD, of=end)
        case Cycle(Which.NEXT, unit, Base.TOLD | Base.HAPPENING, None) if _can_be_end(end):
            return Shift(1, unit, Base.TOLD, of=end)
    return None


def _shifted(duration: Expression, date: Expression, sign: int) -> Expression | None:
    match duration:
        case Duration(((float() | int() as amount, unit),)) if not isinstance(date, Vague):
            return Shift(sign * amount, unit, Base.TOLD, of=date)
    return None


def _can_be_end(date: Expression) -> bool:
    return not isinstance(date, Range | Listed | Open | Vague)


def _is_day(date: Expression) -> bool:
    match date:
        case CalendarDate(_, _, day):
            return day is not None
        case Weekday() | Named() | Shift(_, Granularity.DAY):
            return True
        case Cycle(_, Granularity.DAY) | Nearest(_, Weekday() | Named()) | Within(Weekday(), _):
            return True
    return False
