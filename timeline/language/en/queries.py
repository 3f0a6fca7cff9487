"""English as people ask: "in two weeks" after "will", "the rest of the week", "year to date", "EOM"."""

from __future__ import annotations

from timeline.grammar.pattern import numeric
from timeline.grammar.rule import Rules
from timeline.language.en.fields import FIELDS
from timeline.model import civil
from timeline.model.expression import (
    Base,
    CalendarDate,
    Cycle,
    Expression,
    Modified,
    Nearest,
    Range,
    Shift,
    WeekOfYear,
    Which,
    Within,
)
from timeline.model.value import Granularity, Mod

RULES = Rules("en.queries", FIELDS | {"first": numeric(r"\d{1,2}"), "two": numeric(r"\d{1,2}")})
_WILL = (
    r"(?i:(?:\b(?:will|shall|going to|due|leave|leaving|back|again|want to|wants to|expires?|see you)\b|['\u2019]ll\b)"
    r"[^.;:!\n]*\s)"
)
_UNIT_OF_DAYS = {Granularity.WEEK: 7}
_DAYS = {Granularity.DAY: 1, Granularity.WEEK: 7}


@RULES.rule(
    "in {number} {unit}",
    "in a fortnight",
    examples={"he will return [in two weeks]": "2013-02-26", "is due [in 3 days]": "2013-02-15"},
    rejects=(
        "will end within a year",
        "in two weeks he had it done",
        "rose 5 percent in two years",
        "he will be the fifth coach in four years",
    ),
    unless_preceded=r"(?i:\b(?:first|second|third|fourth|fifth|sixth|most|least|best|worst|only)\b[^.]*)",
    only_preceded=_WILL,
    unless_followed=r"[-\u2010]?\w|['\u2019]| (?:of|or|after|from|since|at)\b",
)
def in_time_to_come(number: float = 2, unit: Granularity = Granularity.WEEK) -> Expression:
    return ahead_by(number, unit)


def ahead_by(number: float, unit: Granularity) -> Expression:
    """So much time from now: a number of weeks is told to the day."""
    days = _UNIT_OF_DAYS.get(unit)
    return Shift(number * days, Granularity.DAY) if days else Shift(number, unit, future=True)


@RULES.rule(
    "[the ](EOM|E.O.M.)",
    "[the ]end of month",
    examples={"EOM": "2013-02", "by [end of month]": "2013-02"},
    rejects=("EOMs",),
)
def end_of_month() -> Expression:
    return Modified(Mod.END, Cycle(Which.THIS, Granularity.MONTH))


@RULES.rule(
    "[the ](EOY|E.O.Y.)",
    "[the ]end of year",
    examples={"EOY": "2013", "at [the end of year]": "2013"},
    rejects=("end of yearly talks",),
)
def end_of_year() -> Expression:
    return Modified(Mod.END, Cycle(Which.THIS, Granularity.YEAR))


@RULES.rule("[the ]BOM", "[the ]beginning of month", examples={"beginning of month": "2013-02"}, rejects=("BOMB",))
def start_of_month() -> Expression:
    return Modified(Mod.START, Cycle(Which.THIS, Granularity.MONTH))


@RULES.rule("[the ]beginning of year", examples={"beginning of year": "2013"}, rejects=("beginning of years",))
def start_of_year() -> Expression:
    return Modified(Mod.START, Cycle(Which.THIS, Granularity.YEAR))


@RULES.rule(
    "[the ]{period} to date",
    "YTD",
    examples={"the year to date": "2013", "month to date": "2013-02"},
    rejects=("year to dated",),
)
def to_date(period: Granularity = Granularity.YEAR) -> Expression:
    return Cycle(Which.THIS, period, Base.WRITTEN, span=Which.LAST)


@RULES.rule(
    "[the ]{cardinal} (next|following) {plural_unit}",
    examples={"the 2 next days": "2013-02-13/2013-02-14", "3 next weeks": "2013-02-13/2013-03-05"},
    rejects=("the 3 next years",),
)
def days_to_come(cardinal: int, plural_unit: Granularity) -> Expression | None:
    days = cardinal * _DAYS.get(plural_unit, 0)
    return Range(Shift(1, Granularity.DAY), Shift(days, Granularity.DAY)) if days > 1 else None


@RULES.rule(
    "[the ]{cardinal} (last|past|previous|preceding) {plural_unit}",
    examples={"the 10 previous weeks": "2012-12-04/2013-02-11"},
    rejects=("the 3 last years",),
)
def days_gone(cardinal: int, plural_unit: Granularity) -> Expression | None:
    days = cardinal * _DAYS.get(plural_unit, 0)
    return Range(Shift(-days, Granularity.DAY), Shift(-1, Granularity.DAY)) if days > 1 else None


@RULES.rule(
    "{month} in {number} (year|years)",
    examples={"March in 1 year": "2014-03"},
    rejects=("rose in March in 2 yearly steps",),
)
def month_in_years(month: int, number: float) -> Expression | None:
    whole = float(number).is_integer()
    return Within(CalendarDate(None, month), Shift(number, Granularity.YEAR)) if whole else None


@RULES.rule(
    "[the ](current|present) date",
    "today's date",
    examples={"the current date": "2013-02-12"},
    rejects=("the current date palm", "the present date of birth", "the current dates"),
    unless_followed=r"\w| (?:palms?|of birth|line|stamps?|formats?|fields?|nights?)\b",
)
def current_date() -> Expression:
    return Cycle(Which.THIS, Granularity.DAY)


@RULES.rule("the upcoming {period}", examples={"for [the upcoming year]": "2014"}, rejects=("the upcoming days",))
def upcoming(period: Granularity) -> Expression:
    return Cycle(Which.NEXT, period)


@RULES.rule(
    "{which_word} {first}/{two}",
    examples={"next 5/12": "2013-05-12", "last 12/24": "2012-12-24"},
    rejects=("last 3/40", "last 1/2 of it"),
    unless_followed=r"\d|/\d| of\b",
)
def nearest_numbers(which_word: Which, first: int, two: int) -> Expression | None:
    month, day = (first, two) if first <= 12 else (two, first)
    return Nearest(which_word, CalendarDate(None, month, day)) if civil.is_date(2000, month, day) else None


@RULES.rule(
    "the (next|coming) quarter",
    examples={"for [the next quarter]": "2013-Q2"},
    rejects=("the next quarters",),
)
def coming_quarter() -> Expression:
    return Cycle(Which.NEXT, Granularity.QUARTER)


@RULES.rule(
    "[the ](last|past|previous|preceding) {cardinal} quarters",
    examples={"the last two quarters": "2012-35/2012-36"},
    rejects=("three quarters", "the last three quarters of a mile"),
    unless_followed=r" of\b",
)
def last_quarters(cardinal: int) -> Expression:
    return Range(Shift(-cardinal, Granularity.QUARTER), Shift(-1, Granularity.QUARTER))


@RULES.rule(
    "[the ](next|coming|following) {cardinal} quarters",
    examples={"the next two quarters": "2013-34/2013-35"},
    rejects=("the next three quarters of a mile",),
    unless_followed=r" of\b",
)
def next_quarters(cardinal: int) -> Expression:
    return Range(Shift(1, Granularity.QUARTER), Shift(cardinal, Granularity.QUARTER))


@RULES.rule(
    "[the ]rest of the {period}",
    "[the ](remaining|remainder) of the {period}",
    "[the ]rest of this {period}",
    examples={"the rest of the week": "2013-W07", "rest of this year": "2013"},
    rejects=("the rest of the weekend",),
)
def rest_of(period: Granularity) -> Expression:
    return Cycle(Which.THIS, period, Base.WRITTEN, span=Which.NEXT)


@RULES.rule(
    "{which_word} (calendar|current|school|academic|fiscal|financial) {period}",
    "{which_word} (working|business|work) week",
    "{which_word} workweek",
    examples={
        "this calendar year": "2013",
        "last fiscal year": "2012",
        "next workweek": "2013-W08",
        "this working week": "2013-W07",
    },
    rejects=("this calendar yearly", "last fiscal yearbook"),
)
def kind_of_period(which_word: Which, period: Granularity = Granularity.WEEK) -> Expression:
    return Cycle(which_word, period)


@RULES.rule(
    "{number} (fortnight|fortnights) (ago|back)",
    examples={"a fortnight ago": "2013-01-29"},
    rejects=("a fortnight of rain", "a fortnightly ago"),
)
def fortnights_ago(number: float) -> Expression:
    return Shift(-14 * number, Granularity.DAY)


@RULES.rule(
    "in {number} fortnight's time",
    "{number} fortnight hence",
    examples={"in a fortnight's time": "2013-02-26"},
    rejects=("in a fortnight's rain", "in a fortnight of time"),
)
def fortnights_from_now(number: float) -> Expression:
    return Shift(14 * number, Granularity.DAY)


@RULES.rule(
    "{number} (fortnight|fortnights) (later|afterwards)",
    examples={"a fortnight later": "2013-02-26"},
    rejects=("a fortnight late", "a fortnight laterally"),
)
def fortnights_later(number: float) -> Expression:
    return Shift(14 * number, Granularity.DAY, Base.TOLD)


@RULES.rule(
    "[the ](week|wk) {number}[ of|,] {year}",
    "the week {number}",
    "[the ]week number {number}",
    examples={"the week 3 of 2012": "2012-W03", "the week 1": "2013-W01"},
    rejects=("week 60 of 2013", "the week 3 men died"),
    unless_followed=r" ?[a-z]",
)
def numbered_week(number: float, year: int | None = None) -> Expression | None:
    return WeekOfYear(year, int(number)) if 1 <= number <= 53 and float(number).is_integer() else None
