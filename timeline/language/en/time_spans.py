"""English from one hour to another: "3-5pm", "from 2pm to 4pm tomorrow", "between 8 and 10 p.m. on 17 May".

`JOINS` work on dates that other rules have found.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.grammar.rule import Rules
from timeline.language.en.fields import FIELDS
from timeline.model.expression import CalendarDate, Clock, Cycle, Expression, Nearest, Range, Shift, Weekday, Within
from timeline.model.value import Granularity

_FIELDS = FIELDS | {
    "last_hour": FIELDS["hour"],
    "last_minute": FIELDS["minute"],
    "last_meridiem": FIELDS["meridiem"],
}
RULES = Rules("en.time_spans", _FIELDS)
JOINS = Rules("en.time_spans_on", _FIELDS)
_TO = "{last_hour}[:{last_minute}][ ]{last_meridiem}"


@RULES.rule(
    f"{{hour}}[:{{minute}}][[ ]{{meridiem}}]( to |–| till | until ){_TO}",
    f"between {{hour}}[:{{minute}}][[ ]{{meridiem}}] and {_TO}",
    examples={"3-5pm": "2013-02-12T15:00/2013-02-12T17:00",
              "from [9 a.m. to 5:30 p.m.]": "2013-02-12T09:00/2013-02-12T17:30",
              "11-1pm": "2013-02-12T11:00/2013-02-12T13:00"},
    rejects=("15-17pm", "won 3-5 amid cheers", "5pm to 3pm"),
)  # fmt: skip
def hours(
    hour: int, last_hour: int, last_meridiem: int, minute: int | None = None, meridiem: int | None = None,
    last_minute: int | None = None,
) -> Expression | None:  # fmt: skip
    if not (1 <= hour <= 12 and 1 <= last_hour <= 12):
        return None
    end = Clock(last_hour % 12 + last_meridiem, last_minute or 0)
    start = Clock(hour % 12 + (last_meridiem if meridiem is None else meridiem), minute or 0)
    if meridiem is None and _moment(start) >= _moment(end):
        start = replace(start, hour=hour % 12)  # Why: "11-1pm" begins in the morning.
    return Range(start, end) if _moment(start) < _moment(end) else None


@JOINS.rule(
    "{start}[,| on] {end}",
    "{end}[,| from| between] {start}",
    examples={"3-5pm tomorrow": "2013-02-13T15:00/2013-02-13T17:00",
              "3-5pm on 17 May 2012": "2012-05-17T15:00/2012-05-17T17:00",
              "17 May 2012, 3-5pm": "2012-05-17T15:00/2012-05-17T17:00"},
    rejects=("3-5pm 2012",),
)  # fmt: skip
def hours_on_day(start: Expression, end: Expression) -> Expression | None:
    match start, end:
        case Range(Clock(of=None) as first, Clock(of=None) as last), _ if _is_day(end):
            return Range(replace(first, of=end), replace(last, of=end))
    return None


def _moment(clock: Clock) -> int:
    return clock.hour * 60 + (clock.minute or 0)


def _is_day(date: Expression) -> bool:
    match date:
        case CalendarDate(_, _, int()) | Weekday() | Nearest(_, Weekday()) | Within(Weekday(), _):
            return True
        case Cycle(_, Granularity.DAY) | Shift(_, Granularity.DAY):
            return True
    return False
