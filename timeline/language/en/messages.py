"""English as it is typed in short messages: "tmr", "2weeks", "430pm", and bare words ("night", "day") that tell a time.

Tried in messages only (`is_message`): in prose these words are mostly something else.
"""

from __future__ import annotations

from timeline.grammar.pattern import lexical, numeric
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.context import COUNTED, NUMBER_JOINED, NUMBERED, PLURAL
from timeline.language.en.fields import FIELDS, WHICH
from timeline.model.expression import (
    CalendarDate,
    Clock,
    Cycle,
    DayPart,
    Duration,
    Expression,
    Nearest,
    NumericDate,
    Recurrence,
    Reference,
    Season,
    Shift,
    Vague,
    Weekday,
    Weekend,
    Which,
    Within,
)
from timeline.model.value import Granularity

_SPELLED_DAYS = {
    "tmr": 1, "tmrw": 1, "tmw": 1, "tmrow": 1, "trmw": 1, "tml": 1, "tmlw": 1, "tomo": 1, "tomoz": 1, "tomolo": 1,
    "tomoro": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "2moro": 1, "2morrow": 1, "2mrw": 1, "2mr": 1,
    "tdy": 0, "todae": 0, "2day": 0, "ytd": -1, "yest": -1, "yday": -1, "ystd": -1,
}  # fmt: skip
_SINGULAR = {word: lexicon.UNITS[word] for word in ("day", "week", "month", "year", "hour", "minute")}
_SHORT_WEEKDAYS = {word: day for word, day in lexicon.WEEKDAYS.items() if not word.endswith("day")}
_PLAIN_WEEKDAYS = {word: day for word, day in _SHORT_WEEKDAYS.items() if word not in ("sun", "wed")}
_PARTS = lexicon.DAY_PARTS | {"nite": "NI", "nites": "NI", "mrng": "MO", "morn": "MO", "arvo": "AF"}
_IN_A_WORD = r"[@#]|\w['\u2019]"
_WHOLE: dict[str, object] = dict.fromkeys(("whole", "entire", "first", "another", *lexicon.ORDINALS), 1)
_WHOLE |= dict.fromkeys(("last", "final", "2nd last", "3rd last", "second last", "third last"), -1)

RULES = Rules(
    "en.messages",
    FIELDS
    | {
        "spelled_day": lexical(dict(_SPELLED_DAYS)),
        "one": lexical(_SINGULAR),
        "typed_weekday": lexical(_PLAIN_WEEKDAYS),
        "short": lexical(_SHORT_WEEKDAYS),
        "part": lexical(_PARTS),
        "whole": lexical(_WHOLE, triggers=False),
        "which": lexical(WHICH | {"nxt": Which.NEXT, "dis": Which.THIS}, triggers=False),
        "count": numeric(r"\d{1,3}"),
        "hhmm": numeric(r"(?:1[0-2]|0?[1-9])[0-5]\d"),
        "first": numeric(r"\d{1,2}"),
        "two": numeric(r"\d{1,2}"),
        "short_year": numeric(r"1\d|2\d"),
    },
)
TRIGGERS = frozenset(_SPELLED_DAYS) | frozenset(_PARTS) | {
    *_SHORT_WEEKDAYS, "nxt", "nyt", "tonyt", "everyday", "weekend", "weekends", "wkend", "wknd", "sunset", "sunrise",
}  # fmt: skip
_BEFORE_NUMBER = (
    rf"[$£€¥#+(]? ?\d[.,/]|[$£€¥#@]|[A-Za-z][-_/]|\w|(?i:{NUMBERED}) |[(+]\d[\d ]*[-) ]"
    r"|(?<![\d/.-])\b(?:3[2-9]|[4-9]\d) ?[-\u2013] ?"
)
_NEAR_YEARS = range(2005, 2030)
"""Years of which messages tell without more ado, even before a word in -s."""
LEFT_OUT = frozenset({"en.absolute.year_alone"})
"""Rules of prose that messages do not have: there 1500 and 1015 are counts and times of day."""


@RULES.rule(
    "{spelled_day}",
    examples={"tmr": "2013-02-13", "tdy": "2013-02-12"},
    rejects=("tmrland", "trm"),
    unless_preceded=_IN_A_WORD,
)
def spelled(spelled_day: int) -> Expression:
    return Shift(spelled_day, Granularity.DAY) if spelled_day else Cycle(Which.THIS, Granularity.DAY)


@RULES.rule("nxt {unit}", examples={"nxt yr": "2014", "nxt week": "2013-W08"}, rejects=("nxt to me", "nxt man"))
def next_unit(unit: Granularity) -> Expression:
    return Cycle(Which.NEXT, unit)


@RULES.rule(
    "{one}", examples={"day": "P1D", "month": "P1M"}, rejects=("daylight", "monthly"), unless_preceded=_IN_A_WORD
)
def one_unit(one: Granularity) -> Expression:
    return Duration(((1, one),))


@RULES.rule(
    "[the |a ]{whole} {one}",
    "{ordinal_day}[ last] {one}",
    examples={"the whole day": "P1D", "first day": "P1D", "1st year": "P1Y", "2nd last day": "P1D"},
    rejects=("first dayne", "last week", "the last year"),
    unless_preceded=_IN_A_WORD,
)
def a_whole_unit(one: Granularity, whole: int = 1, ordinal_day: int = 1) -> Expression | None:
    # Why: "last week" is the one before; "the last day" and "the last minute" are ends of something.
    return Duration(((1, one),)) if whole == 1 or one <= Granularity.DAY else None


@RULES.rule(
    "{one} {count}",
    examples={"day 1": "P1D", "Year 3": "P1Y"},
    rejects=("day 1:30pm", "week 2014", "day 2 days"),
    unless_preceded=_IN_A_WORD,
    unless_followed=r"\d|[:.,]\d| ?[ap]m\b| (?:hours|days|weeks|months|years)\b",
)
def numbered_unit(one: Granularity, count: int) -> Expression | None:
    return Duration(((1, one),)) if one >= Granularity.DAY else None


@RULES.rule("next day", examples={"next day": "2013-02-13"}, rejects=("next days",))
def next_day() -> Expression:
    return Cycle(Which.NEXT, Granularity.DAY)


@RULES.rule("this {one}", examples={"this day": "2013-02-12"}, rejects=("this daylight", "this man"))
def this_unit(one: Granularity) -> Expression | None:
    return Cycle(Which.THIS, one) if one >= Granularity.DAY else None


@RULES.rule(
    "all {one}", "all night", examples={"all day": "P1D", "all night": "P1D"}, rejects=("all daylight", "all of it")
)
def all_of_it(one: Granularity = Granularity.DAY) -> Expression:
    return Duration(((1, one),))


@RULES.rule(
    "{plural_unit}",
    examples={"days": "PXD", "hours": "PTXH"},
    rejects=("daisies", "hourly"),
    unless_preceded=_IN_A_WORD,
)
def units(plural_unit: Granularity) -> Expression:
    return Duration(((None, plural_unit),))


@RULES.rule(
    "(the|those) {plural_unit}",
    "{count}+[ ]{unit}",
    examples={"those days": "PXD", "4+ hours": "PTXH"},
    rejects=("those daisies", "those men"),
)
def these_units(
    plural_unit: Granularity | None = None, count: int | None = None, unit: Granularity | None = None
) -> Expression | None:
    told = plural_unit or unit
    return Duration(((None, told),)) if told else None


@RULES.rule(
    "[a |an |the whole |the entire ][late |early ]{part}",
    examples={"night": "2013-02-12TNI", "an afternoon": "2013-02-12TAF", "a late night": "2013-02-12TNI"},
    rejects=("nightly", "an afternooner"),
    unless_preceded=_IN_A_WORD,
)
def part_of_today(part: str) -> Expression:
    return DayPart(part)


@RULES.rule(
    "(2nite|2night|2nyt|tonyt)",
    examples={"2nite": "2013-02-12TNI"},
    rejects=("2nites", "tonightly"),
    unless_preceded=_IN_A_WORD,
)
def tonight() -> Expression:
    return DayPart("NI", Cycle(Which.THIS, Granularity.DAY))


@RULES.rule("last {part}", examples={"last nite": "2013-02-11TNI"}, rejects=("last nighters",))
def part_of_yesterday(part: str) -> Expression:
    return DayPart(part, Shift(-1, Granularity.DAY))


@RULES.rule(
    "(weekend|wkend|wknd)",
    examples={"weekend": "2013-W07-WE", "wknd": "2013-W07-WE"},
    rejects=("weekender", "wkndr"),
    unless_preceded=_IN_A_WORD,
)
def weekend() -> Expression:
    return Weekend()


@RULES.rule(
    "weekend {which} week",
    "{which} week weekend",
    examples={"weekend next week": "2013-W08-WE", "weekend this week": "2013-W07-WE"},
    rejects=("weekend next door", "weekend this man"),
)
def weekend_of_week(which: Which) -> Expression:
    return Within(Weekend(), Cycle(which, Granularity.WEEK))


@RULES.rule(
    "{which} (weekend|wkend|wknd)",
    examples={"nxt wknd": "2013-W08-WE", "this wkend": "2013-W07-WE"},
    rejects=("nxt wkndr", "nxt week"),
)
def which_weekend(which: Which) -> Expression:
    return Nearest(which, Weekend())


@RULES.rule("{season}", examples={"spring": "2013-SP"}, rejects=("fall",), unless_preceded=_IN_A_WORD)
def season(season: int) -> Expression | None:
    return None if season == 23 else Season(season)


@RULES.rule(
    "the {one}", examples={"the week": "2013-W07", "the day": "2013-02-12"}, rejects=("the weekly", "the daily")
)
def the_unit(one: Granularity) -> Expression:
    return Cycle(Which.THIS, one)


@RULES.rule(
    "{hhmm}[ ]{meridiem}",
    "{hour}+{meridiem}",
    examples={"430pm": "2013-02-12T16:30", "5+am": "2013-02-12T05:00"},
    rejects=("430pmh", "99pm"),
)
def clock(meridiem: int, hhmm: int | None = None, hour: int | None = None) -> Expression | None:
    hours, minutes = divmod(hhmm, 100) if hhmm is not None else (hour or 0, 0)
    return Clock(hours % 12 + meridiem, minutes) if 1 <= hours <= 12 and minutes < 60 else None


@RULES.rule(
    "{military}",
    examples={"left at [1015]": "2013-02-12T10:15", "till [2359]": "2013-02-12T23:59"},
    rejects=("at 1500 feet", "at 2012", "lost 1500", "at 1762 Grill Street"),
    only_preceded=r"(?i:\b(?:at|by|til|till|until|abt|about|around|from) |\b(?:night|nite|evening), )",
    unless_followed=r"\d| ?[-/]\d| [A-Z]| (?:feet|ft|people|pax|words|calories|points|metres|meters|km|m|dollars)\b",
)
def military_time(military: int) -> Expression | None:
    hours, minutes = divmod(military, 100)
    is_time = hours < 24 and minutes < 60 and not 1900 <= military <= 2099
    return Clock(hours, minutes) if is_time else None


@RULES.rule(
    "{typed_weekday}",
    examples={"tues": "2013-02-12", "fri": "2013-02-15"},
    rejects=("c'mon", "#fri"),
    unless_preceded=_IN_A_WORD,
)
def weekday(typed_weekday: int) -> Expression:
    return Weekday(typed_weekday)


@RULES.rule(
    "{short}",
    examples={"mon, wed and thur": "2013-02-18 & 2013-02-20 & 2013-02-21"},
    rejects=("we wed today", "the sun is out"),
    only_preceded=r"(?i:\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat)(?:, ?| and | or | & |/))",
    unless_followed=r"['\u2019]?\w",
)
def weekday_in_list(short: int) -> Expression:
    return Weekday(short)


@RULES.rule(
    "{which} {short}",
    examples={"this sun": "2013-02-17", "last fri": "2013-02-08", "dis sat": "2013-02-16"},
    rejects=("this sunny day",),
)
def nearest_weekday(which: Which, short: int) -> Expression:
    if which is Which.NEXT:
        return Within(Weekday(short), Cycle(which, Granularity.WEEK))
    return Nearest(which, Weekday(short))


@RULES.rule(
    "a {full_weekday}[ {part}]",
    examples={"on [a Sunday]": "2013-02-17", "on [a Sunday evening]": "2013-02-17TEV"},
    rejects=("a Friday Talk",),
    unless_followed=r"['\u2019]?\w| [A-Z]",
)
def some_weekday(full_weekday: int, part: str | None = None) -> Expression:
    return Weekday(full_weekday) if part is None else DayPart(part, Weekday(full_weekday))


@RULES.rule("(every|each) {short}", examples={"every mon": "XXXX-WXX-1"}, rejects=("every month-old cat", "every man"))
def every_weekday(short: int) -> Expression:
    return Recurrence(Weekday(short))


@RULES.rule("everyday", examples={"everyday": "P1D"}, rejects=("everydayness", "every man"))
def everyday() -> Expression:
    return Recurrence(Duration(((1, Granularity.DAY),)))


@RULES.rule(
    "{first}.{two}.{short_year}",
    examples={"27.03.15": "2015-03-27"},
    rejects=("27.33.15", "327.03.15"),
    unless_followed=r"[.\d]",
)
def dotted(first: int, two: int, short_year: int) -> Expression | None:
    return NumericDate(first, two, short_year, two_digit=True) if 12 < first <= 31 and 1 <= two <= 12 else None


@RULES.rule(
    "[the ]{day}[ of] {month}[,] {full_weekday}",
    "{month} {day}[,] {full_weekday}",
    examples={"14th December Friday": "2012-12-14", "Dec 14, Friday": "2012-12-14"},
    rejects=("14th December Fridge", "Dec 14, Fry"),
)
def day_and_weekday(day: int, month: int, full_weekday: int) -> Expression:
    return CalendarDate(None, month, day, full_weekday)


@RULES.rule(
    "{which} {month} {year}",
    examples={"this August 2013": "2013-08"},
    rejects=("this August crowd", "this August 20133"),
)
def which_month_of_year(which: Which, month: int, year: int) -> Expression:
    return CalendarDate(year, month)


@RULES.rule(
    "[the year ]{year}",
    examples={"2014": "2014", "the year 2012": "2012"},
    rejects=("$2012", "2012 km", "page 2012", "room 2012", "2012-1400"),
    unless_followed=rf"\d|s\b|{NUMBER_JOINED}|{COUNTED}",
    unless_preceded=_BEFORE_NUMBER,
)
def near_year(year: int) -> Expression | None:
    return CalendarDate(year) if year in _NEAR_YEARS else None


@RULES.rule(
    "[the year ]{year}",
    examples={"1998": "1998", "the year 1999": "1999"},
    rejects=("2000 followers", "1999 likes", "2000 pax"),
    unless_followed=rf"\d|s\b|(?<=0)['\u2019]s\b|{NUMBER_JOINED}|{COUNTED}|{PLURAL}| pax\b",
    unless_preceded=_BEFORE_NUMBER,
)
def far_year(year: int) -> Expression | None:
    return CalendarDate(year) if year >= 1900 and year not in _NEAR_YEARS else None


@RULES.rule(
    "(sunset|sunrise)", examples={"sunset": "2013-02-12"}, rejects=("#sunset", "sunsets"), unless_preceded=_IN_A_WORD
)
def by_the_sun() -> Expression:
    return Cycle(Which.THIS, Granularity.DAY)


@RULES.rule(
    "future",
    examples={"my [future]": "FUTURE_REF", "a bright [future]": "FUTURE_REF"},
    rejects=("futures",),
    unless_preceded=_IN_A_WORD,
)
def future() -> Expression:
    return Vague(Reference.FUTURE)
