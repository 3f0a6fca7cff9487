"""Named parts of the calendar without a year: a weekday, the weekend, a season, a quarter, a holiday."""

from __future__ import annotations

from collections.abc import Callable

from timeline.extract.tense import Tense
from timeline.model import civil, period
from timeline.model.display import WEEKDAYS, display
from timeline.model.expression import Base, Fraction, Named, Season, Weekend, Which
from timeline.model.value import Granularity, TimeValue
from timeline.normalise import cycle
from timeline.normalise.calendar_date import NO_DATE, NOTHING_TOLD, explicit
from timeline.normalise.frame import Frame, Reading, day_number, last_day
from timeline.normalise.holiday import FIRST
from timeline.normalise.year import LOPSIDED, in_story

_SOON = 60
"""Days within which a weekday goes with the day to come that a message told before."""


def weekday(day: int, frame: Frame) -> Reading:
    """A bare weekday: the nearest past up to the DCT, or by the tense the first to come."""
    if frame.narrative and frame.told is not None and frame.told.granularity is Granularity.DAY:
        base, written = frame.told_day, frame.written_day
        number = None if base is None else cycle.latest_weekday(day, base + 6)
        # Why: after its own dateline a piece speaks of the days before, not of those after it was written.
        if number is not None and (written is None or number <= written or frame.tense is Tense.FUTURE):
            value = period.day_of(number)
            step = f"the {WEEKDAYS[day]} on or after the date told before: {display(value)}"
            return Reading(value, frame.told_anchor, (step,), 0.75)
    reference = frame.written_day
    if reference is None or not frame.tells_day:
        return Reading(None, reason=NO_DATE)
    told = frame.told_day if frame.alone and frame.told_near else None
    if told is not None and frame.lead.endswith("("):
        assert frame.told is not None
        # Why: "27 March (Fri)" says the same once more.
        value = period.day_of(cycle.latest_weekday(day, last_day(frame.told) or told))
        return Reading(value, frame.told_anchor, (f"the weekday of the date before: {display(value)}",), 0.8)
    if told is not None and reference < told < reference + _SOON:
        value = period.day_of(cycle.latest_weekday(day, told + 6))
        step = f"the {WEEKDAYS[day]} that goes with the day to come told before: {display(value)}"
        return Reading(value, frame.told_anchor, (step,), 0.7)
    past, coming = cycle.latest_weekday(day, reference), cycle.latest_weekday(day, reference + 7)
    told = frame.told_day if frame.told_near and frame.told is not None else None
    if past == reference and told is not None and reference < told < coming and frame.tense is Tense.FUTURE:
        words = f"told as still to come, after the date told before: the {WEEKDAYS[day]} after {frame.written_name}"
        value = period.day_of(coming)
        return Reading(value, frame.written_anchor, (f"{words}: {display(value)}",), round(0.85 * frame.trust, 3))
    if past == reference:
        words = f"{frame.written_name}, is a {WEEKDAYS[day]} itself"
        return Reading(period.day_of(past), frame.written_anchor, (words,), round(0.92 * frame.trust, 3))
    if frame.tense is Tense.FUTURE:
        words = f"told as still to come: the first {WEEKDAYS[day]} after {frame.written_name}"
        value = period.day_of(coming)
        return Reading(value, frame.written_anchor, (f"{words}: {display(value)}",), round(0.88 * frame.trust, 3))
    value = period.day_of(past)
    words = f"the last {WEEKDAYS[day]} up to {frame.written_name}: {display(value)}"
    sure = frame.tense is Tense.PAST
    others = () if sure else (period.day_of(coming),)
    return Reading(value, frame.written_anchor, (words,), round((0.92 if sure else 0.8) * frame.trust, 3), others)


def weekend(frame: Frame) -> Reading:
    """The weekend: told as past before Friday, it is the one gone by."""
    reference = frame.written_day
    gone = frame.tense is Tense.PAST and reference is not None and civil.weekday(reference) < 4
    which = Which.LAST if gone else Which.THIS
    return relative(Base.WRITTEN, frame, lambda value: cycle.nearest(Weekend(), which, value), 0.8)


def part_of_year(part: Season | Fraction | Named, frame: Frame) -> Reading:
    """A season, quarter, half or holiday in the year that is meant."""
    if part.year is not None:
        value = cycle.within_year(part, part.year)
        return Reading(None, reason=f"no such day in {part.year}") if value is None else explicit(value)
    base = frame.base(Base.TOLD if frame.narrative else Base.WRITTEN)
    if base is None:
        return Reading(None, reason=NO_DATE, yearless=True)
    value, anchor, name, trust = base
    reference = day_number(value)
    if reference is None:
        return Reading(None, reason=NO_DATE, yearless=True)
    if anchor == frame.told_anchor:
        placed = in_story(lambda year: cycle.within_year(part, year), frame) if isinstance(part, Season) else None
        year = civil.civil(reference)[0]
        if isinstance(part, Named):
            # Why: "V-E Day" told after "the war of 1939-45" is the first one; before it there was none.
            year = max(year, FIRST.get(part.key, year))
        chosen = placed[0] if placed else cycle.within_year(part, year)
        words = f"names no year; {placed[1]}" if placed else f"names no year; the year of {name}"
    elif isinstance(part, Fraction):
        year, month, _ = civil.civil(reference)
        # Why: business speaks of this year's quarters; only early in a year are the late ones last year's.
        last_years = month <= 4 and part.number * _LENGTH[part.unit] > 6 and not frame.alone
        ahead = (part.number - 1) * _LENGTH[part.unit] >= month
        # Why: a quarter told as past has begun, one told as to come has not ended.
        last_years = frame.tense is not Tense.FUTURE if last_years else ahead and frame.tense is Tense.PAST
        chosen = cycle.within_year(part, year - 1 if last_years else year)
        words = f"names no year; that of {name}"
    elif isinstance(part, Named):
        chosen = _nearest_holiday(part, value, frame.tense)
        words = f"names no year; the one meant, seen from {name}"
    elif frame.tense is Tense.FUTURE or (frame.alone and frame.tense is not Tense.PAST and _comes_soon(part, value)):
        chosen = _containing_or(part, Which.NEXT, value)
        words = f"names no year; told as still to come, seen from {name}"
    else:
        chosen = _containing_or(part, Which.LAST, value)
        words = f"names no year; the last one up to {name}"
    if chosen is None:
        return Reading(None, reason=NO_DATE)
    return Reading(chosen, anchor, (f"{words}: {display(chosen)}",), round(0.8 * trust, 3), yearless=True)


_LENGTH = {Granularity.QUARTER: 3, Granularity.HALF: 6}


def _nearest_holiday(part: Named, base: TimeValue, tense: Tense) -> TimeValue | None:
    """The last or next one by the tense; without one, or where one is far nearer, the nearer."""
    reference = day_number(base) or 0
    last = cycle.within_year(part, civil.civil(reference)[0])
    if last is not None and day_number(last) == reference:
        return last
    last, coming = cycle.nearest(part, Which.LAST, base), cycle.nearest(part, Which.NEXT, base)
    if last is None or coming is None:
        return last or coming
    gone, ahead = reference - (day_number(last) or 0), (day_number(coming) or 0) - reference
    if tense is Tense.PAST:
        return coming if ahead < LOPSIDED * gone else last
    if tense is Tense.FUTURE:
        return last if gone < LOPSIDED * ahead else coming
    return last if gone <= ahead else coming


def _comes_soon(part: Season | Fraction | Named, base: TimeValue) -> bool:
    """Whether the next one is nearer than the last."""
    reference = day_number(base) or 0
    last, coming = cycle.nearest(part, Which.LAST, base), cycle.nearest(part, Which.NEXT, base)
    if last is None or coming is None:
        return last is None
    return (day_number(coming) or 0) - reference < reference - (last_day(last) or 0)


def _containing_or(part: Season | Fraction | Named, which: Which, base: TimeValue) -> TimeValue | None:
    """The one that holds the base's first day, else the last or next."""
    reference = day_number(base) or 0
    year = civil.civil(reference)[0]
    for other in (year - 1, year):
        value = cycle.within_year(part, other)
        if value is not None and (day_number(value) or 0) <= reference <= (last_day(value) or 0):
            return value
    return cycle.nearest(part, which, base)


def relative(
    base_kind: Base, frame: Frame, move: Callable[[TimeValue], TimeValue | None], confidence: float
) -> Reading:
    """What a move makes of the base, told with the base's name."""
    base = frame.base(base_kind)
    if base is None:
        return Reading(None, reason=NO_DATE if base_kind is Base.WRITTEN else NOTHING_TOLD)
    value, anchor, name, trust = base
    moved = move(value)
    if moved is None:
        return Reading(None, anchor, reason=f"cannot be counted from {name} ({display(value)})")
    reference = name if display(value) in name else f"{name} ({display(value)})"
    return Reading(moved, anchor, (_moved_step(value, moved, reference),), round(confidence * trust, 3))


def _moved_step(base: TimeValue, moved: TimeValue, reference: str) -> str:
    """How a value came from its base, in words: "today" is the day itself, "this week" the week that holds it."""
    first, start, end = day_number(base), day_number(moved), last_day(moved)
    holds = first is not None and start is not None and end is not None and start <= first <= end
    if not holds or moved.granularity is None:
        return f"counted from {reference}: {display(moved)}"
    shown = display(moved)
    same = shown == display(base) or (moved.granularity is Granularity.DAY and shown in reference)
    return f"that is {reference}" if same else f"the {moved.granularity.word} of {reference}: {shown}"
