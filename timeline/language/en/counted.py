"""English dates that count: "the third Tuesday of May", "the last week of 2016", "two Fridays ago".

`JOINS` work on dates that other rules have found.
"""

from __future__ import annotations

from timeline.grammar.pattern import either, lexical, numeric
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.fields import FIELDS
from timeline.model.expression import (
    Base,
    CalendarDate,
    Century,
    Cycle,
    Decade,
    Duration,
    Expression,
    Fraction,
    Named,
    Nearest,
    Nth,
    NumericDate,
    Range,
    Season,
    Shift,
    Weekday,
    Weekend,
    Which,
    Within,
)
from timeline.model.value import Granularity

_TODAY = Cycle(Which.THIS, Granularity.DAY)
_PLURALS = {f"{word}s": day for word, day in lexicon.WEEKDAYS.items() if word.endswith("day")}
_PARTS: dict[str, object] = {
    name: lexicon.UNITS[name] for name in ("day", "week", "month", "quarter", "year", "decade")
}  # fmt: skip
_MOST = {Granularity.DAY: 31, Granularity.WEEK: 52, Granularity.MONTH: 12, Granularity.QUARTER: 4}
_FROM_END: dict[str, object] = {
    "last": -1, "final": -1, "closing": -1, "second last": -2, "second-to-last": -2, "next-to-last": -2,
    "third last": -3, "2nd last": -2, "3rd last": -3, "4th last": -4, "5th last": -5, "fourth last": -4,
    "fifth last": -5, "penultimate": -2,
}  # fmt: skip

COUNT = either(numeric(r"\d{1,2}"), lexical(lexicon.CARDINALS, triggers=False))
"""A small number, in digits or words."""
_FIELDS = FIELDS | {
    "any_weekday": lexical(lexicon.WEEKDAYS | _PLURALS),
    "piece": lexical(_PARTS, triggers=False),
    "from_end": lexical(_FROM_END, triggers=False),
    "count": COUNT,
    "day_in_month": numeric(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", lambda text: int(text.rstrip("stndrh"))),
}
RULES = Rules("en.counted", _FIELDS)
JOINS = Rules("en.counts", _FIELDS)


@RULES.rule(
    "{count} {any_weekday} (from now|from today|hence|out)",
    "{count} {any_weekday} from this {weekday}",
    examples={"3 Fridays from now": "2013-03-01", "two Sundays from now": "2013-02-24"},
    rejects=("3 Fridays from nowhere",),
)
def weekdays_from_now(count: int, any_weekday: int, weekday: int | None = None) -> Expression:
    return Nth(count, Weekday(any_weekday), _TODAY, Which.NEXT)


@RULES.rule(
    "{count} {any_weekday} (ago|back)",
    examples={"two Fridays ago": "2013-02-01", "2 Thursdays back": "2013-01-31"},
    rejects=("3 Fridays backed",),
)
def weekdays_ago(count: int, any_weekday: int) -> Expression:
    return Nth(count, Weekday(any_weekday), _TODAY, Which.LAST)


@RULES.rule(
    "[the ]{full_weekday} after next",
    examples={"Friday after next": "2013-02-22"},
    rejects=("Friday after nexus", "Friday after lunch"),
)
def weekday_after_next(full_weekday: int) -> Expression:
    return Nth(2, Weekday(full_weekday), _TODAY, Which.NEXT)


@RULES.rule(
    "[the ]{full_weekday} before last",
    examples={"the Friday before last": "2013-02-01"},
    rejects=("the Friday before lastly", "the Friday before lunch"),
)
def weekday_before_last(full_weekday: int) -> Expression:
    return Nth(2, Weekday(full_weekday), _TODAY, Which.LAST)


@RULES.rule(
    "[the ]{piece} after next",
    examples={"the week after next": "2013-W09", "the year after next": "2015"},
    rejects=("the day after next Monday",),
    unless_followed=r" \w",
)
def after_next(piece: Granularity) -> Expression:
    return Shift(2, piece)


@RULES.rule(
    "[the ]{piece} before last",
    examples={"the week before last": "2013-W05", "the year before last": "2011"},
    rejects=("the day before last Monday",),
    unless_followed=r" \w+day\b",
)
def before_last(piece: Granularity) -> Expression:
    return Shift(-2, piece)


@RULES.rule(
    "{full_weekday}[,] [of |in |from ]{which_word} week",
    "{which_word} week[,]['s][ on] {full_weekday}",
    examples={"Tuesday, next week": "2013-02-19", "next week Wednesday": "2013-02-20",
              "Sunday from last week": "2013-02-10"},
    rejects=("Tuesday next weekend", "Tuesday, next door"),
)  # fmt: skip
def weekday_of_week(full_weekday: int, which_word: Which) -> Expression:
    return Within(Weekday(full_weekday), Cycle(which_word, Granularity.WEEK))


@RULES.rule(
    "[the ]{full_weekday} (of|in) the (following|next) week",
    examples={"Monday of the following week": "2013-02-18"},
    rejects=("Monday of the following weekend", "Monday of the following men"),
)
def weekday_of_following_week(full_weekday: int) -> Expression:
    return Within(Weekday(full_weekday), Cycle(Which.NEXT, Granularity.WEEK, Base.TOLD))


@RULES.rule(
    "[the ]{day_in_month}[ day] of {which_word} month",
    "the {day_in_month}[ of] {which_word} month",
    "[the ]{day_word}[ day] of {which_word} month",
    examples={"the 15th day of next month": "2013-03-15", "20 of this month": "2013-02-20",
              "the 21st this month": "2013-02-21", "the first of next month": "2013-03-01"},
    rejects=("the 15th day of next monsoon", "the 32nd day of next month"),
)  # fmt: skip
def day_of_month(which_word: Which, day_in_month: int | None = None, day_word: int | None = None) -> Expression | None:
    day = day_in_month or day_word
    return Within(CalendarDate(None, None, day), Cycle(which_word, Granularity.MONTH)) if day and day < 32 else None


@RULES.rule(
    "[the ]{day_in_month}[ day] of the (previous|preceding) month",
    examples={"the 20th of the previous month": "2013-01-20"},
    rejects=("the 20th of the previous months", "the 20th of the previous owners"),
)
def day_of_previous_month(day_in_month: int) -> Expression:
    return Within(CalendarDate(None, None, day_in_month), Cycle(Which.LAST, Granularity.MONTH, Base.TOLD))


@RULES.rule(
    "[the ]{day_in_month}[ day] of the (following|next) month",
    examples={"the 20th of the following month": "2013-03-20"},
    rejects=("the 20th of the following months", "the 20th of the following men"),
)
def day_of_following_month(day_in_month: int) -> Expression:
    return Within(CalendarDate(None, None, day_in_month), Cycle(Which.NEXT, Granularity.MONTH, Base.TOLD))


@RULES.rule(
    "[the ]{day_in_month} inst.",
    "[the ]{day_in_month} instant",
    examples={"the 4th inst.": "2013-02-04", "the 12th instant": "2013-02-12"},
    rejects=("the 4th instance",),
)
def day_of_this_month(day_in_month: int) -> Expression:
    return Within(CalendarDate(None, None, day_in_month), Cycle(Which.THIS, Granularity.MONTH))


@RULES.rule(
    "[the ]{day_in_month} ult.",
    "[the ]{day_in_month} (ultimo|ulto.)",
    examples={"the 28th ult.": "2013-01-28", "the 3rd ultimo": "2013-01-03"},
    rejects=("the 4th ultimate",),
)
def day_of_last_month(day_in_month: int) -> Expression:
    return Within(CalendarDate(None, None, day_in_month), Cycle(Which.LAST, Granularity.MONTH))


@RULES.rule(
    "[the ]{day_in_month} prox.",
    "[the ]{day_in_month} proximo",
    examples={"the 7th prox.": "2013-03-07"},
    rejects=("the 4th proxy",),
)
def day_of_next_month(day_in_month: int) -> Expression:
    return Within(CalendarDate(None, None, day_in_month), Cycle(Which.NEXT, Granularity.MONTH))


@RULES.rule(
    "[the ]{ordinal} {full_weekday} (of|in) (the|this) month",
    examples={"the first Monday of the month": "2013-02-04"},
    rejects=("every first Monday of the month", "the second Tuesday of each month"),
    unless_preceded=r"(?i:\b(?:every|each|on the) )",
)
def weekday_of_the_month(ordinal: int, full_weekday: int) -> Expression:
    return Nth(ordinal, Weekday(full_weekday), Cycle(Which.THIS, Granularity.MONTH))


@JOINS.rule(
    "[the ]{ordinal} {start}[,] (of|in) {end}",
    "[the ]{from_end} {start} (of|in) {end}",
    examples={"the third Tuesday of September 2014": "2014-09-16", "second Monday of last month": "2013-01-14",
              "the third last week of 2018": "2018-W50"},
    rejects=("the third Tuesday club of September", "the sixth Tuesday of September 2014"),
)  # fmt: skip
def weekday_within(
    start: Expression, end: Expression, ordinal: int | None = None, from_end: int | None = None
) -> Expression | None:
    number = ordinal or from_end or 1
    if not is_whole(end) or number > 5:
        return None
    match start:
        case Weekday() | Weekend():
            return Nth(number, start, end)
        case Cycle(Which.LAST, Granularity.WEEK | Granularity.MONTH as unit, Base.WRITTEN, None) if ordinal:
            return Nth(-number, unit, end) if _fits(unit, end) else None
    return None


@JOINS.rule(
    "[the ]{start} (of|in) {end}",
    examples={
        "last Friday in October 2012": "2012-10-26",
        "the last week of 2016": "2016-W52",
        "the last week of July 2011": "2011-W30",
        "the last quarter of 2012": "2012-Q4",
    },
    rejects=("last Friday in Octoberfest", "the last weekly of 2016"),
)
def last_within(start: Expression, end: Expression) -> Expression | None:
    if not is_whole(end):
        return None
    match start:
        case Nearest(Which.LAST, Weekday() | Weekend() as part, Base.WRITTEN):
            return Nth(-1, part, end)
        case Cycle(Which.LAST, Granularity.WEEK | Granularity.MONTH | Granularity.QUARTER as unit, Base.WRITTEN, None):
            return Nth(-1, unit, end) if _fits(unit, end) else None
    return None


@JOINS.rule(
    "[the ]{ordinal} {piece}[,] (of|in) {date}",
    "[the ](last|final|closing) {piece} (of|in) {date}",
    "[the ]{from_end} {piece} (of|in) {date}",
    examples={"the first week of 2015": "2015-W01", "the 3rd week of January 2012": "2012-W03",
              "the 9th month of next year": "2014-09", "the last day of 2012": "2012-12-31",
              "the 5th last day of May 2012": "2012-05-27"},
    rejects=("the first year of 2012", "the fortieth day of May 2012"),
)  # fmt: skip
def piece_within(
    piece: Granularity, date: Expression, ordinal: int | None = None, from_end: int | None = None
) -> Expression | None:
    number = ordinal or from_end or -1
    return Nth(number, piece, date) if is_whole(date) and _fits(piece, date) else None


@JOINS.rule(
    "[the ]{ordinal} {start} after {end}",
    "[the ]{start} after {end}",
    examples={"the third Tuesday after Christmas 2014": "2015-01-13", "the Sunday after 3 May 2004": "2004-05-09"},
    rejects=("the third Tuesday after the fire", "the Sunday after the vote"),
)
def weekday_after(start: Expression, end: Expression, ordinal: int = 1) -> Expression | None:
    return Nth(ordinal, start, end, Which.NEXT) if isinstance(start, Weekday) and _is_dated(end) else None


@JOINS.rule(
    "[the ]{start} before {end}",
    examples={"the Sunday before 3 May 2004": "2004-05-02"},
    rejects=("the Sunday before the vote", "the Sunday before he left"),
)
def weekday_before(start: Expression, end: Expression) -> Expression | None:
    return Nth(1, start, end, Which.LAST) if isinstance(start, Weekday) and _is_dated(end) else None


@JOINS.rule(
    "{duration} (of|in) {date}",
    examples={"the last 3 weeks of 2011": "2011-12-12/2012-01-01", "the first two months of 2012": "2012-01/2012-02",
              "the last ten days of May 2012": "2012-05-22/2012-05-31"},
    rejects=("three weeks of 2011", "the next two weeks of May 2012", "the first 90 days of May 2012"),
)  # fmt: skip
def pieces_within(duration: Expression, date: Expression) -> Expression | None:
    """The first or last so many units of a whole."""
    match duration:
        case Duration(((float() | int() as amount, unit),), None, Which.THIS | Which.LAST):
            count = int(amount)
            if not is_whole(date) or not _fits(unit, date) or count != amount or not 1 < count <= _MOST.get(unit, 0):
                return None
            first, last = (-count, -1) if duration.toward is Which.LAST else (1, count)
            return Range(Nth(first, unit, date), Nth(last, unit, date))
    return None


@JOINS.rule(
    "{duration} from {date}",
    examples={"two days from 3 May 2004": "2004-05-05"},
    rejects=("two days from the coast", "two days from home"),
)
def length_from(duration: Expression, date: Expression) -> Expression | None:
    match duration:
        case Duration(((float() | int() as amount, unit),)) if _is_dated(date) or isinstance(date, Cycle | Shift):
            days = 7 if unit is Granularity.WEEK and _is_fine(date) else 1
            return Shift(amount * days, Granularity.DAY if days == 7 else unit, Base.TOLD, of=date)
    return None


@JOINS.rule(
    "[the ]week (of|starting|commencing|beginning|ending)[ on] {date}",
    examples={"the week of October 6, 2012": "2012-W40"},
    rejects=("the week of 2012",),
)
def week_of(date: Expression) -> Expression | None:
    return Shift(0, Granularity.WEEK, Base.TOLD, of=date) if is_day(date) else None


def is_whole(date: Expression) -> bool:
    """Whether it can be said to have parts: a month, a year, a decade, a season."""
    match date:
        case CalendarDate(_, _, None) | Decade() | Century() | Season() | Fraction():
            return True
        case Cycle(_, unit) | Shift(_, unit):
            return unit >= Granularity.MONTH
        case Nearest(_, CalendarDate(_, _, None) | Season()) | Within(CalendarDate(_, _, None), _):
            return True
    return False


def is_day(date: Expression) -> bool:
    """Whether it is one day."""
    match date:
        case CalendarDate(_, _, day):
            return day is not None
        case NumericDate() | Named() | Weekday() | Nearest(_, Weekday()) | Within(Weekday(), _):
            return True
    return False


def _is_fine(date: Expression) -> bool:
    return is_day(date) or (isinstance(date, Cycle | Shift) and date.unit is Granularity.DAY)


def _is_dated(date: Expression) -> bool:
    return is_whole(date) or is_day(date)


def _fits(piece: Granularity, date: Expression) -> bool:
    match date:
        case CalendarDate(_, None, None):
            return piece <= Granularity.HALF
        case CalendarDate() | Nearest() | Within():
            return piece <= Granularity.WEEK
        case Cycle(_, unit) | Shift(_, unit):
            return piece < unit
        case Season() | Fraction():
            return piece <= Granularity.MONTH
        case Decade() | Century():
            return piece >= Granularity.YEAR or piece <= Granularity.DAY
    return True
