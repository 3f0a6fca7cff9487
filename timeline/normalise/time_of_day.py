"""A time of day on its day: the one named with it, the one told just before, or that of the document."""

from __future__ import annotations

from timeline.model import period
from timeline.model.expression import Clock, DayPart
from timeline.model.value import Granularity, Kind, TimeValue
from timeline.normalise.frame import Frame, Reading, day_number

NO_DAY = "a time of day whose day is not told"


def time_of_day(expression: Clock | DayPart, named: Reading | None, frame: Frame) -> Reading:
    """What a time of day means; `named` is the day that its own words name, None where they name none."""
    day = named or _day_meant(frame)
    if day.value is None:
        return day
    if day.value.granularity is not Granularity.DAY or day.value.kind is not Kind.POINT:
        if isinstance(expression, DayPart) and named is None:
            # Why: "they travelled at night", after a month or a year, is no one night.
            value = TimeValue(None, f"XXXX-XX-XXT{expression.code}", None, None, None)
            return Reading(value, steps=("a time of day; which day, or how many, is not told",))
        return Reading(None, day.anchor, reason=NO_DAY)
    if day.value.earliest is None:
        return day
    # Why: a part of that day may have been told ("that night ... at 3 a.m."); the clock goes with the day.
    date = period.day_of(day_number(day.value) or 0) if "T" in day.value.timex else day.value
    match expression:
        case Clock(hour, minute, second, zone):
            return day.with_value(period.clock(date, hour, minute, second, zone))
        case DayPart(code):
            return day.with_value(period.day_part(date, code))


def _day_meant(frame: Frame) -> Reading:
    told = frame.told
    size = None if told is None else told.granularity
    fine = size is not None and size <= Granularity.DAY
    if told is not None and (frame.narrative or frame.written is None or (frame.told_near and fine)):
        # Why: after "at 8 a.m." another hour is one of that day.
        number = day_number(told) if size is not None and size < Granularity.DAY else None
        day = told if number is None else period.day_of(number)
        return Reading(day, frame.told_anchor, ("on the day told before",), 0.7)
    if frame.written is not None and frame.tells_day:
        day = period.day_of(frame.written_day or 0)
        return Reading(day, frame.written_anchor, (f"on {frame.written_name}",), 0.7 * frame.trust)
    return Reading(None, reason=NO_DAY)
