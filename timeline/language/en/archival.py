"""English dates as old documents and catalogues write them: "11 Feb 1731/2", "12/24 March 1881", "(1843?)".

England began its years on 25 March until 1752, and kept the Julian calendar (Old Style) until then, Russia until 1918.
`JOINS` work on dates that other rules have found.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.grammar.pattern import Field, numeric
from timeline.grammar.rule import Rules
from timeline.language.en.fields import FIELDS
from timeline.model import civil
from timeline.model.expression import CalendarDate, Century, Decade, Expression, Modified, Uncertain
from timeline.model.value import Calendar, Mod

LONGEST_GAP = range(9, 15)
"""Days between the two calendars from 1000 to 2100, with one to spare for slips."""

_NOTHING: frozenset[str] = frozenset()
_FIELDS = FIELDS | {
    "next_year": numeric(r"(?:1[0-9]\d\d|\d{1,2})"),
    "new_day": numeric(r"(?:0?[1-9]|[12]\d|3[01])"),
    "old_day": numeric(r"(?:0?[1-9]|[12]\d|3[01])"),
    "opening": Field(r"[(\[]", str, _NOTHING, _NOTHING),
    "closing": Field(r"[)\]]", str, _NOTHING, _NOTHING),
}
RULES = Rules("en.archival", _FIELDS)
JOINS = Rules("en.archives", _FIELDS)


@RULES.rule(
    "[the ]{day}[ of] {month:any_month}[,] {year}/{next_year}",
    "{month:any_month} {day}[,] {year}/{next_year}",
    "{month:any_month}[,] {year}/{next_year}",
    examples={"11 Feb 1731/2": "1732-02-22", "January 30, 1648/49": "1649-02-09", "March 1700/1": "1701-03"},
    rejects=("11 Feb 1731/5", "11 Oct 1731/2"),
    unless_followed=r"\d|/\d",
)  # fmt: skip
def year_of_two_styles(month: int, year: int, next_year: int, day: int | None = None) -> Expression | None:
    following = year + 1
    if month > 3 or next_year not in (following, following % 100, following % 10):
        return None
    if day is None:
        return CalendarDate(following, month)
    return CalendarDate(following, month, day, calendar=Calendar.JULIAN) if following < 1753 else None


@RULES.rule(
    "{old_day}/{new_day}[ of] {month:any_month}[,] {year}",
    "{month:any_month} {old_day}/{new_day}[,] {year}",
    "{old_day} {opening}{new_day}{closing} {month:any_month}[,] {year}",
    examples={
        "14 (26) December 1825": "1825-12-26",
        "12/24 March 1881": "1881-03-24",
        "March 12/24, 1881": "1881-03-24",
    },
    rejects=("12/14 March 1881",),
    unless_followed=r"\d|/\d",
)
def day_in_two_calendars(
    old_day: int, new_day: int, month: int, year: int, opening: str = "", closing: str = ""
) -> Expression | None:
    if new_day - old_day not in LONGEST_GAP or not civil.is_date(year, month, new_day):
        return None
    return CalendarDate(year, month, new_day)


@RULES.rule(
    "{old_day} {month:any_month}[ ]/[ ]{new_day} {last_month}[,] {year}",
    "{old_day} {month:any_month}[,] {year} {opening}{new_day} {last_month}[ (N.S.|New Style)]",
    "{old_day} {month:any_month} {opening}{new_day} {last_month}{closing}[,] {year}",
    "{new_day} {last_month} {opening}O.S. {old_day} {month:any_month}{closing}[,] {year}",
    examples={"31 Oct./12 Nov. 1881": "1881-11-12", "25 Oct. (7 Nov.) 1917": "1917-11-07",
              "7 November (O.S. 25 October) 1917": "1917-11-07",
              "[25 October 1917 (7 November N.S.])": "1917-11-07"},
    rejects=("25 Oct. (17 Dec.) 1917",),
)  # fmt: skip
def day_in_two_months(
    old_day: int, new_day: int, month: int, last_month: int, year: int, opening: str = "", closing: str = ""
) -> Expression | None:
    if not (civil.is_date(year, month, old_day) and civil.is_date(year, last_month, new_day)):
        return None
    gap = civil.day_number(year, last_month, new_day) - civil.day_number(year, month, old_day)
    return CalendarDate(year, last_month, new_day) if gap in LONGEST_GAP else None


@RULES.rule(
    "{year}?",
    examples={"([1843?])": "1843?"},
    rejects=("in 1843?", "in 1843? No"),
    unless_followed=r"(?![\])])",
)
def year_in_doubt(year: int) -> Expression:
    return Uncertain(CalendarDate(year))


@RULES.rule(
    "(c.|ca.|circa|about)[ ]{year}?",
    examples={"([c. 1843?])": "1843%"},
    rejects=("about 1843?",),
    unless_followed=r"(?![\])])",
)
def about_year_in_doubt(year: int) -> Expression:
    return Uncertain(Modified(Mod.APPROX, CalendarDate(year)))


@JOINS.rule(
    "{date}[,] (O.S.|OS|Old Style)",
    "{date} {opening}(O.S.|OS|Old Style)",
    "{date}[,] old style",
    examples={"[5 November 1605] O.S.": "1605-11-15", "[30 January 1649] (Old Style)": "1649-02-09"},
    rejects=("1605 O.S.",),
    extent="date",
)
def old_style(date: Expression, opening: str = "") -> Expression | None:
    match date:
        case CalendarDate(int(), int(), int()):
            return replace(date, calendar=Calendar.JULIAN, weekday=None)
    return None


@JOINS.rule(
    "{date}[,] (N.S.|New Style)",
    "{date} {opening}(N.S.|New Style)",
    examples={"[15 November 1605] N.S.": "1605-11-15"},
    rejects=("1605 N.S.",),
    extent="date",
)
def new_style(date: Expression, opening: str = "") -> Expression | None:
    return date if isinstance(date, CalendarDate) and date.day is not None else None


@JOINS.rule(
    "(possibly|perhaps) {date}",
    examples={"possibly [May 1850]": "1850-05?"},
    rejects=("perhaps in 1843",),
    extent="date",
)
def uncertain(date: Expression) -> Expression | None:
    match date:
        case CalendarDate(int()) | Decade() | Century() | Modified(_, CalendarDate(int()) | Decade() | Century()):
            return Uncertain(date)
    return None
