"""The nth part of a period, or the nth after it: "the third Tuesday of May", "two Fridays ago".

Plain arithmetic on the bounds of a value. A week belongs to the month or year that holds its Thursday (ISO 8601).
"""

from __future__ import annotations

from timeline.model import civil, period
from timeline.model.expression import Weekday, Weekend, Which
from timeline.model.value import Granularity, TimeValue
from timeline.normalise.cycle import latest_weekday, period_of
from timeline.normalise.frame import day_number, last_day

_THURSDAY, _SATURDAY = 3, 5
_MONTHS = {
    Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.HALF: 6, Granularity.YEAR: 12, Granularity.DECADE: 120,
}  # fmt: skip


def nth(number: int, part: Weekday | Weekend | Granularity, place: Which, whole: TimeValue) -> TimeValue | None:
    """The part so many places from the start of a whole (from its end where negative), after it or before it.

    None where the whole has no such part.
    """
    first, last = day_number(whole), last_day(whole)
    if first is None or last is None or number == 0:
        return None
    if place is Which.NEXT:
        return _after(number, part, last)
    if place is Which.LAST:
        return _before(number, part, first)
    if isinstance(part, Granularity) and part in _MONTHS:
        return _nth_months(number, part, first, last)
    value = _after(number, part, first - 1) if number > 0 else _before(-number, part, last + 1)
    start = day_number(value)
    inside = start is not None and first - 6 <= start <= last
    return value if inside else None


def _after(number: int, part: Weekday | Weekend | Granularity, day: int) -> TimeValue | None:
    """The nth such part that begins after a day."""
    match part:
        case Weekday(weekday):
            return period.day_of(latest_weekday(weekday, day + 7) + 7 * (number - 1))
        case Weekend():
            return period.weekend_of(latest_weekday(_SATURDAY, day + 7) + 7 * (number - 1))
        case Granularity.WEEK:
            return period.week_of(latest_weekday(_THURSDAY, day + 7) + 7 * (number - 1))
        case Granularity.DAY:
            return period.day_of(day + number)
    return None


def _before(number: int, part: Weekday | Weekend | Granularity, day: int) -> TimeValue | None:
    """The nth such part back from a day."""
    match part:
        case Weekday(weekday):
            return period.day_of(latest_weekday(weekday, day - 1) - 7 * (number - 1))
        case Weekend():
            return period.weekend_of(latest_weekday(_SATURDAY, day - 1) - 7 * (number - 1))
        case Granularity.WEEK:
            return period.week_of(latest_weekday(_THURSDAY, day - 1) - 7 * (number - 1))
        case Granularity.DAY:
            return period.day_of(day - number)
    return None


def _nth_months(number: int, part: Granularity, first: int, last: int) -> TimeValue | None:
    """The nth month, quarter, half or year of a whole."""
    length = _MONTHS[part]
    year, month, _ = civil.civil(first if number > 0 else last + 1)
    moved = civil.add_months(year, month, length * (number - 1 if number > 0 else number))
    start = civil.day_number(*moved)
    return period_of(start, part) if first <= start <= last else None
