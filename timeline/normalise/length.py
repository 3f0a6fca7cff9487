"""Lengths of time and repetitions as TIMEX3 values: "498 days" is P498D, "on Mondays" XXXX-WXX-1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.model import civil
from timeline.model.expression import CalendarDate, DayPart, Duration, Recurrence, Season, Weekday, Weekend, Which
from timeline.model.period import SEASON_LETTERS
from timeline.model.value import Granularity, Mod, TimeValue
from timeline.normalise.frame import day_number

_LETTERS = {
    Granularity.SECOND: ("TS", 1), Granularity.MINUTE: ("TM", 1), Granularity.HOUR: ("TH", 1),
    Granularity.DAY: ("D", 1), Granularity.WEEK: ("W", 1), Granularity.MONTH: ("M", 1), Granularity.QUARTER: ("M", 3),
    Granularity.HALF: ("M", 6), Granularity.YEAR: ("Y", 1), Granularity.DECADE: ("Y", 10),
    Granularity.CENTURY: ("Y", 100), Granularity.MILLENNIUM: ("Y", 1000),
}  # fmt: skip
_HALVES = {
    Granularity.MINUTE: (30, Granularity.SECOND), Granularity.HOUR: (30, Granularity.MINUTE),
    Granularity.YEAR: (6, Granularity.MONTH),
}  # fmt: skip
"""What half of a unit is told as: two and a half years are P2Y6M."""
_VAGUE_LETTERS = {
    Granularity.QUARTER: "Q", Granularity.DECADE: "DE", Granularity.CENTURY: "CE", Granularity.MILLENNIUM: "ML",
}  # fmt: skip


def length(duration: Duration) -> TimeValue:
    """A duration's value: no calendar holds it, so it has no EDTF and no bounds."""
    text, clock = "P", ""
    for amount, unit in _whole(duration.parts):
        letter, factor = _LETTERS[unit]
        if amount is None:
            number, letter = "X", _VAGUE_LETTERS.get(unit, letter)
        else:
            number = f"{amount * factor:g}"
        if letter.startswith("T"):
            clock += number + letter[1:]
        else:
            text += number + letter
    timex = text + (f"T{clock}" if clock else "")
    return TimeValue(None, timex, duration.parts[0][1], None, None, mod=duration.mod)


def placed(value: TimeValue, duration: Duration, base: TimeValue) -> TimeValue:
    """A length's value with the bounds that it has up to the base's day, or from the day after it."""
    first = day_number(base)
    amounts = [(amount, unit) for amount, unit in duration.parts if amount is not None and unit >= Granularity.DAY]
    if first is None or len(amounts) < len(duration.parts):
        return value
    sign = -1 if duration.toward is Which.LAST else 1
    start = first if sign < 0 or duration.mod is Mod.EQUAL_OR_LESS else first + 1
    end: int | None = start
    for amount, unit in amounts:
        end = None if end is None else _moved(end, sign * amount, unit)
    if end is None:
        return value
    earliest, latest = sorted((start, end))
    return replace(value, earliest=earliest * civil.DAY, latest=latest * civil.DAY)


def _moved(number: int, amount: float, unit: Granularity) -> int | None:
    if unit < Granularity.MONTH:
        return number + round(amount * (7 if unit is Granularity.WEEK else 1))
    letter, factor = _LETTERS[unit]
    months = amount * factor * (12 if letter == "Y" else 1)
    if months % 1:
        return None
    year, month, day = civil.civil(number)
    year, month = civil.add_months(year, month, int(months))
    return civil.day_number(year, month, min(day, civil.month_length(year, month)))


def _whole(parts: tuple[tuple[float | None, Granularity], ...]) -> Iterator[tuple[float | None, Granularity]]:
    """The parts with the half of a last unit told in smaller ones."""
    for amount, unit in parts:
        if amount is None or amount % 1 != 0.5 or unit not in _HALVES:
            yield amount, unit
            continue
        if amount > 1:
            yield int(amount), unit
        yield _HALVES[unit]


def repetition(recurrence: Recurrence) -> TimeValue:
    """A set's value."""
    match recurrence.every:
        case Duration() as every:
            return length(every)
        case Weekday(day):
            timex = f"XXXX-WXX-{day + 1}"
        case Weekend():
            timex = "XXXX-WXX-WE"
        case CalendarDate(_, month, day_number):
            timex = f"XXXX-{month or 0:02d}" + (f"-{day_number:02d}" if day_number else "")
        case Season(code):
            timex = f"XXXX-{SEASON_LETTERS[code]}"
        case DayPart(code, Weekday(day)):
            timex = f"XXXX-WXX-{day + 1}T{code}"
        case DayPart(code):
            timex = f"XXXX-XX-XXT{code}"
    return TimeValue(None, timex, None, None, None)
