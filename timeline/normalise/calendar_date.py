"""Dates by year, month and day: what the words leave out, a weekday that disagrees, numbers in either order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline.extract.tense import Tense
from timeline.model import civil, period
from timeline.model.display import MONTHS, WEEKDAYS, display
from timeline.model.expression import Base, CalendarDate, NumericDate
from timeline.model.value import Calendar, TimeValue
from timeline.normalise.frame import EXPLICIT, Frame, Reading, day_number
from timeline.normalise.year import with_year

NO_DATE = "counts from the document's own date, which is not known"
NO_DAY_OF_EVENT = "counts from an event whose date is not told"
NOTHING_TOLD = "counts from a date told before, and there is none"
_IN_FULL = ("the words name it in full",)


def explicit(value: TimeValue) -> Reading:
    """A value that the words name in full."""
    return Reading(value, EXPLICIT, _IN_FULL)


def calendar_date(date: CalendarDate, frame: Frame) -> Reading:
    """A date with as much of its year, month and day as the words tell."""
    year = date.year
    if year is not None and date.two_digit:
        return _two_digits(date, frame)
    if year is None and date.month is not None:
        if date.day is not None and not civil.is_date(2000, date.month, date.day):
            return Reading(None, reason=f"there is no {date.day} {MONTHS[date.month - 1]} in any year")
        reading = with_year(date.month, date.day, frame)
        return _checked_weekday(date, reading, frame)
    if year is None:
        return _day_of_month(date, frame)
    if date.month is None:
        return explicit(period.year(year))
    if date.day is None:
        return explicit(period.month(year, date.month))
    if date.calendar is Calendar.GREGORIAN and not civil.is_date(year, date.month, date.day):
        return Reading(None, reason=f"there is no {date.day} {display(period.month(year, date.month))}")
    value = period.day(year, date.month, date.day, date.calendar)
    if date.calendar is Calendar.JULIAN:
        told = "a day of the Julian calendar (Old Style)"
        return Reading(value, EXPLICIT, (f"{told}: {display(value)} in ours",), 0.9)
    return _checked_weekday(date, explicit(value), frame)


def _checked_weekday(date: CalendarDate, reading: Reading, frame: Frame) -> Reading:
    """A weekday told with a date settles a missing year, or casts doubt on the whole."""
    number = day_number(reading.value)
    if date.weekday is None or number is None or civil.weekday(number) == date.weekday:
        return reading
    named = WEEKDAYS[date.weekday]
    if date.year is None and date.month is not None and date.day is not None:
        year = civil.civil(number)[0]
        for other in (year - 1, year + 1, year - 2, year + 2):
            if civil.is_date(other, date.month, date.day):
                value = period.day(other, date.month, date.day)
                if civil.weekday(day_number(value) or 0) == date.weekday:
                    step = f"a {named}, which makes it {display(value)}"
                    return replace(reading.with_value(value, step), confidence=0.8, alternatives=())
    step = f"called a {named}, but that day was a {WEEKDAYS[civil.weekday(number)]}: one of the two is wrong"
    return replace(reading, steps=(*reading.steps, step), confidence=min(reading.confidence, 0.6))


def _day_of_month(date: CalendarDate, frame: Frame) -> Reading:
    if date.weekday is not None and date.day is not None and frame.written_day is not None:
        return _weekday_and_day(date.weekday, date.day, frame)
    base = frame.base(Base.TOLD)
    if base is None or date.day is None or (number := day_number(base[0])) is None:
        return Reading(None, reason=NOTHING_TOLD)
    year, month, _ = civil.civil(number)
    if not civil.is_date(year, month, date.day):
        return Reading(None, reason=f"{period.month(year, month).edtf} has no day {date.day}")
    value = period.day(year, month, date.day)
    return Reading(value, base[1], (f"names only the day; the month is that of {base[2]}: {display(value)}",), 0.7)


def _weekday_and_day(weekday: int, day: int, frame: Frame) -> Reading:
    """Friday the 13th: the last such day, or the next where it is told as to come, the nearer where nothing tells."""
    reference = frame.written_day
    assert reference is not None
    steps: Iterable[int] = range(0, 2600) if frame.tense is Tense.FUTURE else range(0, -2600, -1)
    if frame.tense not in (Tense.FUTURE, Tense.PAST):
        steps = (sign * step for step in range(2600) for sign in (-1, 1))
    number = next(
        (reference + step for step in steps
         if civil.weekday(reference + step) == weekday and civil.civil(reference + step)[2] == day), None
    )  # fmt: skip
    if number is None:
        return Reading(None, reason=f"no {WEEKDAYS[weekday]} near {frame.written_name} was the {day}th")
    value = period.day_of(number)
    words = f"names the weekday and the day; seen from {frame.written_name} that is {display(value)}"
    return Reading(value, frame.written_anchor, (words,), round(0.8 * frame.trust, 3))


def _two_digits(date: CalendarDate, frame: Frame) -> Reading:
    stands = day_number(frame.story) if frame.narrative else None
    reference = frame.written_day if frame.written_day is not None else frame.told_day
    assert date.year is not None
    newest = civil.civil(reference)[0] + 10 if reference is not None else 2030
    if stands is not None:
        # Why: in the story of 1848, '49 is 1849.
        newest = civil.civil(stands)[0] + 50
    year = newest - (newest - date.year) % 100
    full = replace(date, year=year, two_digit=False)
    reading = calendar_date(full, frame)
    return replace(reading, steps=(f"a year of two digits, read as {year}",), confidence=0.85)


def _two_numbers(date: NumericDate, frame: Frame) -> Reading:
    """10/7: the order that the document shows, else month first; the year as for any day without one."""
    orders = ((date.first, date.second), (date.second, date.first))
    month_first, day_first = (CalendarDate(None, month, day) for month, day in orders)
    if date.first > 12:
        return calendar_date(day_first, frame)
    reading = calendar_date(month_first, frame)
    if date.second > 12 or date.first == date.second:
        return reading
    order = frame.order
    if order is not None:
        reading = calendar_date(day_first, frame) if order.day_first else reading
        step = f"read {_NAMES[order.day_first]}, {order.words}"
        return replace(reading, steps=(step, *reading.steps), confidence=min(reading.confidence, order.confidence))
    other = calendar_date(day_first, frame).value
    step = "could be month first or day first; nothing in the document tells which: read month first"
    alternatives = (*reading.alternatives, *(() if other is None else (other,)))
    return replace(reading, steps=(step, *reading.steps), confidence=0.5, alternatives=alternatives)


_NAMES = {True: "day first", False: "month first"}


def three_numbers(date: NumericDate, frame: Frame) -> Reading:
    """10/7/2023: the order that the document shows, else both readings."""
    year = date.year
    if year is None:
        return _two_numbers(date, frame)
    steps: tuple[str, ...] = ()
    if date.two_digit:
        reference = frame.written_day
        newest = civil.civil(reference)[0] + 10 if reference is not None else 2030
        year = newest - (newest - year) % 100
        steps = (f"a year of two digits, read as {year}",)
    orders = {_NAMES[True]: (date.second, date.first), _NAMES[False]: (date.first, date.second)}
    readings = {
        name: period.day(year, month, day) for name, (month, day) in orders.items() if civil.is_date(year, month, day)
    }
    if not readings:
        return Reading(None, reason="these three numbers are no day of any calendar")
    if len(set(readings.values())) == 1:
        value = next(iter(readings.values()))
        return Reading(value, EXPLICIT, (*steps, *_IN_FULL), 0.95)
    if (order := frame.order) is not None:
        name, other = _NAMES[order.day_first], readings[_NAMES[not order.day_first]]
        return Reading(readings[name], EXPLICIT, (*steps, f"read {name}, {order.words}"), order.confidence, (other,))
    value, other = readings["month first"], readings["day first"]
    reference = frame.written_day
    if reference is not None and (day_number(value) or 0) > reference >= (day_number(other) or 0):
        step = "could be month first or day first; month first would lie after the document's own date"
        return Reading(other, EXPLICIT, (*steps, step), 0.7, (value,))
    step = "could be month first or day first; nothing in the document tells which: read month first"
    return Reading(value, EXPLICIT, (*steps, step), 0.5, (other,))
