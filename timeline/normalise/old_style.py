"""Dates of a source that is known to write in the Julian calendar (Old Style): resolutions in, the same moved out."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.expression import CalendarDate, Expression, NumericDate, Range
from timeline.model.text import Resolution
from timeline.model.value import Calendar, Granularity, Kind, TimeValue


def in_old_style(resolutions: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """The days that the words name, read in the Julian calendar; months, years and relative dates stay as they are."""
    return tuple(map(_moved, resolutions))


def _moved(resolution: Resolution) -> Resolution:
    value = resolution.value
    if value is None or value.calendar is Calendar.JULIAN or not _names_a_day(resolution.mention.expression):
        return resolution
    moved = _julian(value)
    if moved is None:
        return resolution
    step = f"its source writes in the Julian calendar: {display(moved)} in ours"
    others = tuple(filter(None, map(_julian, resolution.alternatives)))
    return replace(resolution, value=moved, steps=(*resolution.steps, step), alternatives=others)


def _names_a_day(expression: Expression) -> bool:
    match expression:
        case CalendarDate(_, int(), int()) | NumericDate():
            return True
        case Range(start, end):
            return _names_a_day(start) and _names_a_day(end)
        case _:
            return False


def _julian(value: TimeValue) -> TimeValue | None:
    if value.granularity is not Granularity.DAY or value.earliest is None or value.latest is None:
        return None
    first, last = value.earliest // civil.DAY, value.latest // civil.DAY - 1
    start = period.day(*civil.civil(first), Calendar.JULIAN)
    return start if value.kind is Kind.POINT else period.span(start, period.day(*civil.civil(last), Calendar.JULIAN))
