"""Named parts of the calendar without a year: a weekday, the weekend, a season, a quarter, a holiday."""

from __future__ import annotations

from collections.abc import Callable

from timeline.extract.tense import Tense
from timeline.model import civil, period
from timeline.model.display import WEEKDAYS, display
from timeline.model.expression import Base, Fraction, Named, Season, Weekend, Which
from timeline.model.value import Granularity, TimeValue
from timeline.normalise import cycle
from timeline.normalise.calendar_date import NO_DATE, NO_DAY_OF_EVENT, NOTHING_TOLD, explicit
from timeline.normalise.frame import Frame, Reading, day_number, last_day
from timeline.normalise.holiday import FIRST
from timeline.normalise.year import LOPSIDED, in_story

_SOON = 60
"""Days within which a weekday goes with the day to come that a message told before."""


def weekday(day: int, frame: Frame) -> Reading:
    """A bare weekday: the nearest past up to the DCT, or by the tense the first to come."""
    if told := _weekday_of_story(day, frame):
        return told
    reference = frame.written_day
    if reference is None or not frame.tells_day:
        return Reading(None, reason=NO_DATE)
    return _weekday_of_message(day, reference, frame) or _weekday_seen_from(day, reference, frame)


def _weekday_of_story(day: int, frame: Frame) -> Reading | None:
    """In a history, the first such day on or after the one told before."""
    if not frame.narrative or frame.told is None or frame.told.granularity is not Granularity.DAY:
        return None
    base, written = frame.told_day, frame.written_day
    number = None if base is None else cycle.latest_weekday(day, base + 6)
    # Why: after its own dateline a piece speaks of the days before, not of those after it was written.
    if number is None or not (written is None or number <= written or frame.tense is Tense.FUTURE):
        return None
    value = period.day_of(number)
    step = f"the {WEEKDAYS[day]} on or after the date told before: {display(value)}"
    return Reading(value, frame.told_anchor, (step,), 0.75)


def _weekday_of_message(day: int, reference: int, frame: Frame) -> Reading | None:
    """In a text that is nothing but dates, or a message, the weekday that goes with the date told just before."""
    told = frame.told_day if frame.alone and frame.told_near else None
    if told is None:
        return None
    if frame.lead.endswith("("):
        assert frame.told is not None
        # Why: "27 March (Fri)" says the same once more.
        value = period.day_of(cycle.latest_weekday(day, last_day(frame.told) or told))
        return Reading(value, frame.told_anchor, (f"the weekday of the date before: {display(value)}",), 0.8)
    if not reference < told < reference + _SOON:
        return None
    value = period.day_of(cycle.latest_weekday(day, told + 6))
    step = f"the {WEEKDAYS[day]} that goes with the day to come told before: {display(value)}"
    return Reading(value, frame.told_anchor, (step,), 0.7)


def _weekday_seen_from(day: int, reference: int, frame: Frame) -> Reading:
    """The last such day up to the DCT, or the first after it, by the tense."""
    name, to_come = frame.written_name, frame.tense is Tense.FUTURE
    past, coming = cycle.latest_weekday(day, reference), cycle.latest_weekday(day, reference + 7)

    def seen(number: int, words: str, trust: float, others: tuple[TimeValue, ...] = ()) -> Reading:
        return Reading(period.day_of(number), frame.written_anchor, (words,), round(trust * frame.trust, 3), others)

    if past == reference:
        told = frame.told_day if frame.told_near and frame.told is not None else None
        if told is not None and reference < told < coming and to_come:
            words = f"told as still to come, after the date told before: the {WEEKDAYS[day]} after {name}"
            return seen(coming, f"{words}: {display(period.day_of(coming))}", 0.85)
        return seen(past, f"{name}, is a {WEEKDAYS[day]} itself", 0.92)
    if to_come:
        words = f"told as still to come: the first {WEEKDAYS[day]} after {name}"
        return seen(coming, f"{words}: {display(period.day_of(coming))}", 0.88)
    words = f"the last {WEEKDAYS[day]} up to {name}: {display(period.day_of(past))}"
    sure = frame.tense is Tense.PAST
    return seen(past, words, 0.92 if sure else 0.8, () if sure else (period.day_of(coming),))


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
    if base is None or day_number(base[0]) is None:
        return Reading(None, reason=NO_DATE, yearless=True)
    value, anchor, name, trust = base
    if anchor == frame.told_anchor:
        chosen, words = _in_the_year_told(part, value, name, frame)
    elif isinstance(part, Fraction):
        chosen, words = _of_business(part, value, frame), f"that of {name}"
    elif isinstance(part, Named):
        chosen, words = _nearest_holiday(part, value, frame), f"the one meant, seen from {name}"
    elif frame.tense is Tense.FUTURE or (frame.alone and frame.tense is not Tense.PAST and _comes_soon(part, value)):
        chosen, words = _containing_or(part, Which.NEXT, value), f"told as still to come, seen from {name}"
    else:
        chosen, words = _containing_or(part, Which.LAST, value), f"the last one up to {name}"
    if chosen is None:
        return Reading(None, reason=NO_DATE)
    step = f"names no year; {words}: {display(chosen)}"
    return Reading(chosen, anchor, (step,), round(0.8 * trust, 3), yearless=True)


def _in_the_year_told(
    part: Season | Fraction | Named, told: TimeValue, name: str, frame: Frame
) -> tuple[TimeValue | None, str]:
    """The one of the year that a history tells of, and how that is known."""
    if isinstance(part, Season) and (placed := in_story(lambda year: cycle.within_year(part, year), frame)):
        return placed[0], placed[1]
    year = civil.civil(day_number(told) or 0)[0]
    if isinstance(part, Named):
        # Why: "V-E Day" told after "the war of 1939-45" is the first one; before it there was none.
        year = max(year, FIRST.get(part.key, year))
    return cycle.within_year(part, year), f"the year of {name}"


def _of_business(part: Fraction, base: TimeValue, frame: Frame) -> TimeValue | None:
    """A quarter or half as business speaks of it: this year's; early in a year the late ones are last year's."""
    year, month, _ = civil.civil(day_number(base) or 0)
    last_years = month <= 4 and part.number * _LENGTH[part.unit] > 6 and not frame.alone
    ahead = (part.number - 1) * _LENGTH[part.unit] >= month
    # Why: a quarter told as past has begun, one told as to come has not ended.
    last_years = frame.tense is not Tense.FUTURE if last_years else ahead and frame.tense is Tense.PAST
    return cycle.within_year(part, year - 1 if last_years else year)


_LENGTH = {Granularity.QUARTER: 3, Granularity.HALF: 6}


def _nearest_holiday(part: Named, base: TimeValue, frame: Frame) -> TimeValue | None:
    """The last or next one by the tense; without one, or where one is far nearer, the nearer."""
    reference = day_number(base) or 0
    last = cycle.within_year(part, civil.civil(reference)[0])
    if last is not None and day_number(last) == reference:
        return last
    last, coming = cycle.nearest(part, Which.LAST, base), cycle.nearest(part, Which.NEXT, base)
    if last is None or coming is None:
        return last or coming
    gone, ahead = reference - (day_number(last) or 0), (day_number(coming) or 0) - reference
    if frame.tense is Tense.PAST:
        return coming if ahead < LOPSIDED * gone and frame.plainly() is not Tense.PAST else last
    if frame.tense is Tense.FUTURE:
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
        reasons = {Base.WRITTEN: NO_DATE, Base.HAPPENING: NO_DAY_OF_EVENT}
        return Reading(None, reason=reasons.get(base_kind, NOTHING_TOLD))
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
