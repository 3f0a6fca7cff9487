"""English ranges in more forms: "from the 13th to the 15th of July", "10/1-11/2/2017", "early to mid 1990s".

`JOINS` work on dates that other rules have found.
"""

from __future__ import annotations

from timeline.grammar.pattern import either, lexical, numeric
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.fields import FIELDS, ordinal_digits
from timeline.model import civil
from timeline.model.expression import (
    CalendarDate,
    Century,
    Cycle,
    Decade,
    Duration,
    Expression,
    Modified,
    Named,
    Nearest,
    Nth,
    NumericDate,
    Open,
    Range,
    Reference,
    Season,
    Shift,
    Vague,
    Weekday,
    Which,
    Within,
)
from timeline.model.value import Granularity, Mod

_DAY = numeric(r"(?:0?[1-9]|[12]\d|3[01])", int)
_ANY_DAY = either(ordinal_digits, _DAY, lexical(lexicon.ORDINALS, triggers=False))
_ENDINGS = either(ordinal_digits, lexical(lexicon.ORDINALS, triggers=False))
_DAYS = {Granularity.DAY: 1, Granularity.WEEK: 7}
_PHASES: dict[str, object] = {"early": Mod.START, "mid": Mod.MID, "middle": Mod.MID, "late": Mod.END}

_FIELDS = FIELDS | {
    "any_day": _ANY_DAY, "last_any_day": _ANY_DAY, "nth_day": _ENDINGS, "last_nth_day": _ENDINGS,
    "first": numeric(r"\d{1,2}"), "two": numeric(r"\d{1,2}"), "last_first": numeric(r"\d{1,2}"),
    "last_two": numeric(r"\d{1,2}"), "last_full": numeric(r"(?:1[5-9]|20|21)\d\d"),
    "full": numeric(r"(?:1[5-9]|20|21)\d\d"), "last_short_year": numeric(r"[1-9]\d\d"),
    "half": lexical({"first": 1, "1st": 1, "second": 2, "2nd": 2, "latter": 2}, triggers=False),
    "last_any_month": lexical(lexicon.MONTHS), "phase": lexical(_PHASES, triggers=False),
    "last_phase": lexical(_PHASES, triggers=False),
}  # fmt: skip
RULES = Rules("en.ranges", _FIELDS)
JOINS = Rules("en.spans", _FIELDS)


@RULES.rule(
    "[from |between ][the ]{any_day} (to|through|thru|until|till|til) the {last_any_day}[ day][ of]"
    " {month:any_month}[[,| of] {year}]",
    "[from |between ]the {any_day} (to|through|until|till) {last_any_day}[ of] {month:any_month}[[,| of] {year}]",
    "(from|between) [the ]{nth_day} (to|through|thru|until|till|and) [the ]{last_any_day}[ of] {month:any_month}"
    "[[,| of] {year}]",
    "[from |between ]{month:any_month} [the ]{any_day} (to|through|thru|until|till) [the ]{last_any_day}"
    "[[,| of] {year}]",
    "[from |between ]{month:any_month} [the ]{any_day}–[the ]{last_nth_day}[[,| of] {year}]",
    examples={"from the 13th to the 15th of July 2012": "2012-07-13/2012-07-15",
              "the 12th to 15th of May 2011": "2011-05-12/2011-05-15",
              "July 13 thru 15, 2012": "2012-07-13/2012-07-15", "May eighth - tenth, 2010": "2010-05-08/2010-05-10",
              "between ninth and seventeenth of April 2012": "2012-04-09/2012-04-17",
              "April ninth through seventeenth, 2012": "2012-04-09/2012-04-17"},
    rejects=("from the 13th to the 15th century", "May 5 and 300 men"),
    unless_followed=r"[-\u2010]?\w|,\d{3}|[.:]\d| (?:people|men|percent|million|century|points)",
    unless_preceded=r"(?i:\bthe (?:first|second) and )",
)  # fmt: skip
def days(
    month: int, any_day: int | None = None, last_any_day: int | None = None, nth_day: int | None = None,
    last_nth_day: int | None = None, year: int | None = None,
) -> Expression | None:  # fmt: skip
    first, last = any_day or nth_day, last_any_day or last_nth_day
    if not first or not last or first >= last or not civil.is_date(year or 2000, month, last):
        return None
    return Range(CalendarDate(year, month, first), CalendarDate(year, month, last))


@RULES.rule(
    "(from|between) {month:any_month} (to|through|thru|until|till|and) {last_any_month}[[,| of| in] {year}]",
    "{month:any_month} (to|through|thru|until|till) {last_any_month}[,]( in | of ){year}",
    "[from |between ]{month:any_month}[ ](to|through|thru|–)[ ]{last_any_month} {last_short_year}",
    examples={
        "between August and October": "2012-08/2012-10",
        "from April to June in 2017": "2017-04/2017-06",
        "June to July 768": "0768-06/0768-07",
        "from December to May 2022": "2021-12/2022-05",
    },
    rejects=("from may to march on", "June to July 768 men"),
    unless_followed=r" ?\d| [a-z]+(?:en|le)\b| on\b",
)
def months(
    month: int, last_any_month: int, year: int | None = None, last_short_year: int | None = None
) -> Expression | None:
    told = year or last_short_year
    if month == last_any_month:
        return None
    first = told if told is None or month < last_any_month else told - 1
    return Range(CalendarDate(first, month), CalendarDate(told, last_any_month))


@RULES.rule(
    "[from ]{first}/{two}[ ](to|through|until|till|–)[ ]{last_first}/{last_two}[/{last_full}|[,] {last_full}]",
    "[from ]{first}/{two}/{full}[ ](to|through|until|till|–)[ ]{last_first}/{last_two}/{last_full}",
    examples={"from 10/1 to 11/7": "2012-10-01/2012-11-07", "10/1-11/2/2017": "2017-10-01/2017-11-02",
              "from 28/5 to 3/6/2012": "2012-05-28/2012-06-03", "from 5/1-5/7, 2020": "2020-05-01/2020-05-07",
              "10/1/2018-10/7/2018": "2018-10-01/2018-10-07"},
    rejects=("1/2 to 3/4 cup", "from 40/1 to 11/7"),
    unless_followed=r"\d|[-/.]\d| ?(?:cup|inch|of|mile|percent|teaspoon|tablespoon)",
)  # fmt: skip
def numbers(
    first: int, two: int, last_first: int, last_two: int, full: int | None = None, last_full: int | None = None
) -> Expression | None:
    start, end = (first, two), (last_first, last_two)
    if not all(civil.is_date(2000, *pair) or civil.is_date(2000, *reversed(pair)) for pair in (start, end)):
        return None
    if last_full is None and (start, end) == ((1, 2), (3, 4)):
        return None
    if max(first, last_first) > 12 and max(two, last_two) <= 12:
        # Why: what one of two tells of the order, day first, the other follows.
        return Range(CalendarDate(full or last_full, two, first), CalendarDate(last_full, last_two, last_first))
    return Range(NumericDate(*start, full or last_full), NumericDate(*end, last_full))


@RULES.rule(
    "[the ]{phase}[ |-]{tens}",
    examples={"early sixties": "196", "the late seventies": "197"},
    rejects=("in her early sixties", "he was in his late seventies"),
    unless_preceded=r"(?i:\b(?:his|her|their|my|your|its|our|the|aged|low|high)(?: in)? )",
)
def part_of_decade(phase: Mod, tens: int) -> Expression:
    return Modified(phase, Decade(tens, century=False))


@RULES.rule(
    "[the ]{phase}[-| ](to|and|or)[-| ]{last_phase}[ |-]{tens}",
    examples={"the early-to-mid fifties": "1950/1956"},
    rejects=("the early-to-mid fiftieth", "the early fifties"),
)
def parts_of_decade(phase: Mod, last_phase: Mod, tens: int) -> Expression:
    decade = Decade(tens, century=False)
    return Range(Modified(phase, decade), Modified(last_phase, decade))


@JOINS.rule(
    "[the ]{phase}[-| ](to|and|or)[-| ]{last_phase}[ |-]{date}",
    "[the ]{phase}[-| ](to|and|or)[-| ]{date}",
    examples={"early to mid 1990s": "1990/1996", "mid-to-late 1995": "1995-05/1995-12",
              "early-to-mid March 2024": "2024-03-01/2024-03-20", "the mid-to-late 1970s": "1974/1979"},
    rejects=("early to midtown", "mid-to-late men"),
)  # fmt: skip
def parts(phase: Mod, date: Expression, last_phase: Mod | None = None) -> Expression | None:
    match date:
        case Modified(mod, of) if last_phase is None and mod in (Mod.MID, Mod.END):
            return Range(Modified(phase, of), date)
        case CalendarDate(_, _, None) | Decade() | Century() | Season() | Cycle() if last_phase is not None:
            return Range(Modified(phase, date), Modified(last_phase, date))
    return None


@JOINS.rule(
    "(from|between) {start} (and|to|until|till|up to) {end}",
    "{start} (to|until|till) {end}",
    "from {start} (to|until|till) (date|the present day|present)",
    "{start}[ ](to|–)[ ](date|present)",
    examples={"between January 2012 and now": "2012-01/2013-02-12",
              "from May 2012 to the present": "2012-05/2013-02-12",
              "March 2010 to date": "2010-03/2013-02-12"},
    rejects=("from now to now",),
)  # fmt: skip
def up_to_now(start: Expression, end: Expression | None = None) -> Expression | None:
    today = Cycle(Which.THIS, Granularity.DAY)
    match start, end:
        case Vague(Reference.PRESENT), Vague() | None:
            return None
        case Vague(Reference.PRESENT), _ if end is not None:
            return Range(today, end) if _is_date(end) else None
        case _, Vague(Reference.PRESENT) | None:
            return Range(start, today) if _is_date(start) else None
    return None


@JOINS.rule(
    "[the ]{half} half of {date}",
    examples={"second half of the 1980s": "1985/1989", "the second half of June 2017": "2017-06-16/2017-06-30"},
    rejects=("the first half of 3 May 2012",),
)
def half_of(half: int, date: Expression) -> Expression | None:
    match date:
        case Decade(start, True):
            return Range(CalendarDate(start + 5 * (half - 1)), CalendarDate(start + 5 * half - 1))
        case CalendarDate(_, int(), None):
            first, last = (1, 15) if half == 1 else (16, -1)
            return Range(Nth(first, Granularity.DAY, date), Nth(last, Granularity.DAY, date))
    return None


@JOINS.rule(
    "[for ]{duration}[,] (starting|beginning|commencing)[ from| on| with| in] {date}",
    "for {duration}[,] from {date}",
    "{duration}, from {date}",
    examples={"3 days starting 14 October 2019": "2019-10-14/2019-10-16",
              "two weeks beginning on 20 May 2019": "2019-05-20/2019-06-02"},
    rejects=("3 hours starting 14 October 2019",),
)  # fmt: skip
def length_from(duration: Expression, date: Expression) -> Expression | None:
    match duration:
        case Duration(((float() | int() as amount, unit),)) if unit in _DAYS and _is_day(date) and amount * 7 > 1:
            days = round(amount * _DAYS[unit])
            return Range(date, Shift(days - 1, Granularity.DAY, of=date)) if days > 1 else None
    return None


@JOINS.rule(
    "[the ](opening|early|first|initial) (weeks|months|years|decades) of {date}",
    examples={"the early months of 1915": "1915", "in [the opening weeks of 1918]": "1918"},
    rejects=("the early months of the war", "the first weeks of 5 May 1915"),
)
def opening_of(date: Expression) -> Expression | None:
    return Modified(Mod.START, date) if _is_years(date) else None


@JOINS.rule(
    "[the ](closing|final|last|latter|dying|waning) (weeks|months|years|decades) of {date}",
    examples={"the closing years of the 18th century": "17", "the final weeks of 1944": "1944"},
    rejects=("the last years of his life", "the last days of 5 May 1915"),
)
def close_of(date: Expression) -> Expression | None:
    return Modified(Mod.END, date) if _is_years(date) else None


_ROUGHLY = "[(sometime|some time|shortly|just|long|soon) ]"


@JOINS.rule(
    f"{_ROUGHLY}before {{date}}",
    examples={"before [1500]": "../1500", "shortly before [1612]": "../1612"},
    rejects=("before 5 May 2014",),
    extent="date",
)
def before_years(date: Expression) -> Expression | None:
    return Modified(Mod.BEFORE, date) if _is_years(date) else None


@JOINS.rule(
    f"{_ROUGHLY}after {{date}}",
    examples={"after [1650]": "1650/..", "soon after [1700]": "1700/.."},
    rejects=("after 5 May 2014",),
    extent="date",
)
def after_years(date: Expression) -> Expression | None:
    return Modified(Mod.AFTER, date) if _is_years(date) else None


def _is_years(date: Expression) -> bool:
    """Whether it is a year or more. Why: what comes before a day or after it mostly comes close to it."""
    return isinstance(date, Decade | Century) or (isinstance(date, CalendarDate) and date.month is None)


@JOINS.rule(
    "(later than|greater than) {date}",
    examples={"later than [2012]": "2012/.."},
    rejects=("later than the fire", "later than 300"),
    extent="date",
)
def later_than(date: Expression) -> Expression | None:
    return Modified(Mod.AFTER, date) if _is_date(date) else None


@JOINS.rule(
    "(earlier than|prior to) {date}",
    examples={"earlier than [1930]": "../1930", "prior to [May 2012]": "../2012-05"},
    rejects=("earlier than the fire", "prior to the fire"),
    extent="date",
)
def earlier_than(date: Expression) -> Expression | None:
    return Modified(Mod.BEFORE, date) if _is_date(date) else None


@JOINS.rule(
    "(no earlier than|not earlier than|not before|no sooner than) {date}",
    examples={"no earlier than [5 May 2014]": "2014-05-05/.."},
    rejects=("no earlier than the fire", "no earlier edition"),
    extent="date",
)
def no_earlier(date: Expression) -> Expression | None:
    return Modified(Mod.ON_OR_AFTER, date) if _is_date(date) else None


def _is_date(date: Expression) -> bool:
    return not isinstance(date, Range | Open | Vague)


def _is_day(date: Expression) -> bool:
    match date:
        case CalendarDate(_, _, int()) | Weekday() | Named() | NumericDate():
            return True
        case Cycle(_, Granularity.DAY) | Shift(_, Granularity.DAY) | Nearest(_, Weekday()) | Within(Weekday(), _):
            return True
    return False
