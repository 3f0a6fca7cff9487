"""English weekends that are counted: "two weekends ago", "the first weekend of June", "the weekend before Easter".

`JOINS` work on dates that other rules have found.
"""

from __future__ import annotations

from timeline.grammar.rule import Rules
from timeline.language.en.counted import COUNT, is_day, is_whole
from timeline.language.en.fields import FIELDS
from timeline.model.expression import CalendarDate, Cycle, Expression, Nth, Weekend, Which, Within
from timeline.model.value import Granularity

RULES = Rules("en.weekends", FIELDS | {"count": COUNT})
JOINS = Rules("en.weekends_counted", FIELDS)


@RULES.rule(
    "the weekend after next",
    examples={"the weekend after next": "2013-W09-WE"},
    rejects=("the weekend after nexus", "the weekend after the fair"),
)
def weekend_after_next() -> Expression:
    return Nth(2, Weekend(), Cycle(Which.THIS, Granularity.WEEK), Which.NEXT)


@RULES.rule(
    "{count} weekends ago",
    "the weekend before last",
    examples={"two weekends ago": "2013-W05-WE", "the weekend before last": "2013-W05-WE"},
    rejects=("two weekenders ago", "the weekend before the fair"),
)
def weekends_ago(count: int = 2) -> Expression:
    return Nth(count, Weekend(), Cycle(Which.THIS, Granularity.DAY), Which.LAST)


@JOINS.rule(
    "[the ]{ordinal} weekend (of|in) {date}",
    examples={"the first weekend of June 2012": "2012-W22-WE"},
    rejects=("the sixth weekend of June 2012",),
)
def weekend_within(date: Expression, ordinal: int) -> Expression | None:
    return Nth(ordinal, Weekend(), date) if is_whole(date) and ordinal <= 5 else None


@JOINS.rule(
    "{start} before {end}",
    examples={"the weekend before 22 November 2012": "2012-W46-WE"},
    rejects=("the weekend before 2012",),
)
def weekend_before(start: Expression, end: Expression) -> Expression | None:
    return Nth(1, start, end, Which.LAST) if isinstance(start, Weekend) and is_day(end) else None


@JOINS.rule(
    "{start} after {end}",
    examples={"the weekend after 22 November 2012": "2012-W47-WE"},
    rejects=("the weekend after 2012",),
)
def weekend_after(start: Expression, end: Expression) -> Expression | None:
    return Nth(1, start, end, Which.NEXT) if isinstance(start, Weekend) and is_day(end) else None


@JOINS.rule(
    "{start} of {end}",
    examples={"the weekend of May 12, 2012": "2012-W19-WE"},
    rejects=("the weekend of 2012",),
)
def weekend_of(start: Expression, end: Expression) -> Expression | None:
    match start, end:
        case Weekend(), CalendarDate(_, _, int()):
            return Within(start, end)
    return None
