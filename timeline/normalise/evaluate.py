"""What one expression means in its frame: `Expression` and `Frame` in, `Reading` out.

Every reading carries the steps that led to it, in words that need no manual.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from timeline.extract.tense import Tense
from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.expression import (
    Base,
    CalendarDate,
    Century,
    Clock,
    Cycle,
    DayPart,
    Decade,
    Duration,
    Expression,
    Fraction,
    Listed,
    Millennium,
    Modified,
    Named,
    Nearest,
    Nth,
    NumericDate,
    Open,
    Range,
    Recurrence,
    Season,
    Shift,
    Turn,
    Uncertain,
    Vague,
    Weekday,
    Weekend,
    WeekOfYear,
    Which,
    Within,
    Workday,
)
from timeline.model.text import AnchorKind
from timeline.model.value import Granularity, Kind, Mod, TimeValue
from timeline.normalise import cycle, length, report
from timeline.normalise.calendar_date import NO_DATE, calendar_date, explicit, three_numbers
from timeline.normalise.frame import EXPLICIT, Frame, Reading, day_number, last_day
from timeline.normalise.named_part import part_of_year, relative, weekday, weekend
from timeline.normalise.ordinal import nth
from timeline.normalise.time_of_day import time_of_day

MENTIONED = "the date told before: it would lie after the day of writing"
FAR_BACK = 500
"""Days before the day of writing after which a day told sets which year "the year" is."""
LAST_SHORT_DECADE = 2019
"""Up to when "the 80s" are looked for where nothing tells when the text was written."""
MODS = {Mod.START: "the early part of it", Mod.MID: "the middle of it", Mod.END: "the late part of it",
        Mod.APPROX: "told as approximate"}  # fmt: skip


def evaluate(expression: Expression, frame: Frame) -> Reading:
    """The meaning of an expression in its frame."""
    match expression:
        case CalendarDate():
            return calendar_date(expression, frame)
        case NumericDate():
            return three_numbers(expression, frame)
        case Weekday(day):
            return weekday(day, frame)
        case Season() | Fraction() | Named():
            return part_of_year(expression, frame)
        case WeekOfYear(year, week):
            return _in_year(year, frame, lambda told: period.week(told, week))
        case Decade(start, century):
            return _decade(start, century, frame)
        case Century(number):
            return explicit(period.century(number))
        case Millennium(number):
            return explicit(period.millennium(number))
        case Turn(unit, number):
            return _turn(unit, number, frame)
        case Shift():
            return _shift(expression, frame)
        case Cycle():
            return _cycle(expression, frame)
        case Nearest(which, named, base):
            return relative(base, frame, lambda value: cycle.nearest(named, which, value), 0.88)
        case Weekend():
            return weekend(frame)
        case Within(Cycle(), CalendarDate(int() as year)):
            return report.in_year(year, frame)
        case Within(part, of):
            return _within(part, of, frame)
        case Nth():
            return _nth(expression, frame)
        case Workday(steps):
            return relative(Base.WRITTEN, frame, lambda value: cycle.workday(value, steps), 0.85)
        case Modified(mod, of):
            return _modified(mod, of, frame)
        case Uncertain(of):
            return _uncertain(of, frame)
        case Clock() | DayPart():
            its_day = None if expression.of is None else evaluate(expression.of, frame)
            return time_of_day(expression, its_day, frame)
        case Listed(items):
            return evaluate(items[0], frame)
        case Range(start, end):
            return _range(start, end, frame)
        case Open(since, of):
            return _open(since, of, frame)
        case Duration():
            return _length(expression, frame)
        case Recurrence():
            return Reading(length.repetition(expression), steps=("something that recurs: not one date",))
        case Vague(reference):
            value = TimeValue(None, reference.value, None, None, None)
            return Reading(value, steps=("too vague to be placed on a timeline",))
        case _:
            assert_never(expression)


def _length(expression: Duration, frame: Frame) -> Reading:
    """A length of time; one that ends or begins now has bounds, though it is no date."""
    value = length.length(expression)
    if expression.toward in (Which.LAST, Which.NEXT):
        base = frame.base(Base.TOLD if frame.narrative else Base.WRITTEN)
        told_of_past = expression.toward is Which.NEXT and frame.tense is Tense.PAST
        if base is not None and not told_of_past:
            value = length.placed(value, expression, base[0])
    return Reading(value, steps=("a length of time: not a date",))


def _in_year(year: int | None, frame: Frame, build: Callable[[int], TimeValue]) -> Reading:
    if year is not None:
        return explicit(build(year))
    reference = frame.written_day
    if reference is None:
        return Reading(None, reason=NO_DATE)
    value = build(civil.civil(reference)[0])
    return Reading(value, frame.written_anchor, (f"names no year; that of {frame.written_name}",), 0.8 * frame.trust)


def _decade(start: int, century: bool, frame: Frame) -> Reading:
    if century:
        return explicit(period.decade(start))
    reference = frame.written_day if not frame.narrative or frame.told_day is None else frame.told_day
    newest = civil.civil(reference)[0] if reference is not None else LAST_SHORT_DECADE
    year = newest - (newest - start) % 100
    return Reading(
        period.decade(year), EXPLICIT, (f"names no century; the last {start:02d}s up to {newest}: the {year}s",), 0.85
    )


def _turn(unit: Granularity, number: int | None, frame: Frame) -> Reading:
    size = 100 if unit is Granularity.CENTURY else 1000
    if number is not None:
        value = period.approximately(period.year((number - 1) * size))
        return Reading(value, EXPLICIT, ("the years around the start of that century",), 0.85)
    reference = frame.told_day if frame.narrative and frame.told_day is not None else frame.written_day
    if reference is None:
        return Reading(None, reason="which century turns is not told, and the document's own date is not known")
    year = civil.civil(reference)[0]
    turn = year - year % size
    value = period.approximately(period.year(turn))
    words = f"the last turn of a {unit.word} before {frame.written_name}: about {turn}"
    return Reading(value, frame.written_anchor, (words,), round(0.85 * min(1.0, frame.trust + 0.15), 3))


def _shift(shift: Shift, frame: Frame) -> Reading:
    amount = shift.amount
    if amount is None:
        return Reading(TimeValue(None, "PAST_REF", None, None, None), steps=("too vague to be placed on a timeline",))
    if shift.of is None:
        if report.is_year_back(shift) and (reading := report.year_back(shift, frame)):
            return reading
        fine = _fine_enough(frame, shift.unit)
        # Why: "signed two years ago", in a story of 1975, is told by somebody of 1975.
        theirs = frame.long_gone and -10 < amount < 0 and shift.unit <= Granularity.YEAR
        base = Base.TOLD if theirs else shift.base
        reading = relative(base, fine, lambda value: cycle.shifted(value, amount, shift.unit), 0.92)
        return reading if shift.base is Base.WRITTEN or amount < 0 else _if_past(reading, frame)
    inner = evaluate(shift.of, frame)
    if inner.value is None:
        return inner
    move = cycle.same_day if shift.to_the_day else cycle.shifted
    moved = move(inner.value, amount, shift.unit)
    if moved is None:
        return Reading(None, inner.anchor, reason="counts from a date that is open")
    return inner.with_value(moved, f"counted from {display(inner.value)}: {display(moved)}")


def _if_past(reading: Reading, frame: Frame) -> Reading:
    """ "Three years later", told as past, cannot lie after the day of writing: then it counts from something else."""
    first, written = day_number(reading.value), frame.written_day
    counted = frame.told is not None and frame.trust == 1.0
    ahead = counted and first is not None and written is not None and first > written
    if not ahead or frame.tense is not Tense.PAST:
        return reading
    return Reading(None, reading.anchor, reason=f"counts from an event whose date is not told, not from {MENTIONED}")


_THEIRS = (Granularity.WEEK, Granularity.MONTH, Granularity.YEAR)
"""Periods that "this" points at: in a story of long ago, those of the story."""


def _cycle(expression: Cycle, frame: Frame) -> Reading:
    if expression.base is Base.NEAR and expression.span is None:
        return _near_period(expression.unit, frame)
    base_kind = expression.base
    if base_kind is Base.NEAR:
        base_kind = Base.TOLD if frame.narrative else Base.WRITTEN
    if expression.which is Which.THIS and expression.unit in _THEIRS and frame.long_gone:
        base_kind = Base.TOLD
    fine = _fine_enough(frame, expression.unit)
    reading = relative(base_kind, fine, lambda value: cycle.cycled(value, expression.which, expression.unit), 0.93)
    if reading.value is None or expression.span is None:
        return reading
    # Why: "earlier this year" ends with the day that it is told on; the words still name the year alone.
    base = frame.base(expression.base)
    told = day_number(base[0]) if base else None
    earliest, latest = reading.value.earliest, reading.value.latest
    if told is None or earliest is None or latest is None:
        return reading
    if expression.span is Which.LAST:
        narrowed = replace(reading.value, latest=max(min(latest, (told + 1) * civil.DAY), earliest + civil.DAY))
    else:
        narrowed = replace(reading.value, earliest=min(max(earliest, told * civil.DAY), latest - civil.DAY))
    return replace(reading, value=narrowed)


def _fine_enough(frame: Frame, unit: Granularity) -> Frame:
    """The frame with where the story stands, in place of a year just glanced at: "days later" count from a day."""
    told, story = frame.told, frame.story
    if told is None or told.granularity is None or story is None or story.granularity is None:
        return frame
    # Why: "later that month", after a season glanced at, is the month of the story.
    is_coarse = told.granularity > unit if unit > Granularity.WEEK else told.granularity >= Granularity.YEAR
    return replace(frame, told=story) if is_coarse and story.granularity <= max(unit, Granularity.MONTH) else frame


def _near_period(unit: Granularity, frame: Frame) -> Reading:
    """ "The quarter": the one reported, else the last that was complete; "the year": the one just told, else this."""
    if unit is Granularity.QUARTER and (reported := report.quarter(frame)):
        return reported
    told, quarterly = frame.told, unit is Granularity.QUARTER
    same = told is not None and told.granularity is unit and (frame.told_near or quarterly)
    # Why: after "on 6 August 1945", "by the end of the year" is not this year's end.
    first, written = frame.told_day, frame.written_day
    long_ago = first is not None and written is not None and written - first > FAR_BACK and frame.told_near
    if told is not None and (same or ((frame.narrative or long_ago) and not quarterly)):
        return relative(Base.TOLD, frame, lambda value: cycle.cycled(value, Which.THIS, unit), 0.85)
    which = Which.LAST if quarterly else Which.THIS
    return relative(Base.WRITTEN, frame, lambda value: cycle.cycled(value, which, unit), 0.8)


def _within(part: object, of: Cycle | Shift | CalendarDate | Nearest | Named, frame: Frame) -> Reading:
    outer = evaluate(of, frame)
    number = day_number(outer.value)
    if outer.value is None or number is None:
        return outer
    value: TimeValue | None = None
    match part:
        case Weekday(day):
            value = period.day_of(number - civil.weekday(number) + day)
        case Weekend():
            # Why: the weekend of a Monday or Tuesday is the one before it.
            early = outer.value.granularity is Granularity.DAY and civil.weekday(number) < 2
            value = period.weekend_of(number - 7 if early else number)
        case CalendarDate(None, None, int() as day):
            year, month, _ = civil.civil(number)
            value = period.day(year, month, day) if civil.is_date(year, month, day) else None
        case CalendarDate() | Season() | Fraction() | Named():
            value = cycle.within_year(part, civil.civil(number)[0])
    if value is None:
        return Reading(None, outer.anchor, reason=f"there is no such day in {display(outer.value)}")
    return outer.with_value(value, f"within {display(outer.value)}: {display(value)}")


def _nth(expression: Nth, frame: Frame) -> Reading:
    outer = evaluate(expression.of, frame)
    if outer.value is None:
        return outer
    value = nth(expression.number, expression.part, expression.place, outer.value)
    if value is None:
        return Reading(None, outer.anchor, reason=f"{display(outer.value)} has no such part")
    return outer.with_value(value, f"counted within or from {display(outer.value)}: {display(value)}")


def _uncertain(of: Expression, frame: Frame) -> Reading:
    inner = evaluate(of, frame)
    if inner.value is None:
        return inner
    doubted = inner.with_value(period.uncertainly(inner.value), "the text itself doubts it")
    return replace(doubted, confidence=min(inner.confidence, 0.7))


def _modified(mod: Mod, of: Expression, frame: Frame) -> Reading:
    inner = evaluate(of, frame)
    if inner.value is None or inner.value.edtf is None:
        return inner
    value = period.modified(inner.value, mod)
    if inner.value.kind is Kind.SPAN and mod is not Mod.APPROX:
        return inner
    alternatives = tuple(period.modified(other, mod) for other in inner.alternatives)
    reading = inner.with_value(value, MODS.get(mod))
    return replace(reading, alternatives=alternatives)


def ends(start: Expression, end: Expression, frame: Frame) -> tuple[Reading, Reading]:
    """What both ends of a range mean: the last follows the first, and tells it what it leaves out."""
    first = evaluate(_shared(start, end), frame)
    last = evaluate(end, replace(frame, story=first.value) if frame.narrative and first.value is not None else frame)
    if first.value is None or last.value is None or first.value.edtf is None or last.value.edtf is None:
        return first, last
    if (under_way := _under_way(start, end, last, frame)) is not None:
        return under_way, last
    if _backwards(first.value, last.value) and isinstance(end, CalendarDate) and end.year is None:
        told = replace(frame, told=first.value, story=first.value, narrative=True)
        last = evaluate(end, told)
    if last.value is not None and _backwards(first.value, last.value) and isinstance(end, Weekday):
        after = cycle.nearest(end, Which.NEXT, first.value)
        last = last.with_value(after, None if after is None else f"the first one after the start: {display(after)}")
    return first, last


def _under_way(start: Expression, end: Expression, last: Reading, frame: Frame) -> Reading | None:
    """The start of a range without years that is going on: in August "from May to September" began last May."""
    written, over = frame.written_day, last_day(last.value) if last.value is not None else None
    if frame.narrative or written is None or over is None or over < written or frame.tense is Tense.PAST:
        return None
    match start, end:
        case CalendarDate(None, int(), _), CalendarDate(None, int(), _) if last.yearless:
            value = cycle.nearest(start, Which.LAST, period.day_of(written + 1))
        case Weekday(), Weekday() if over - written < 7:
            value = cycle.nearest(start, Which.LAST, period.day_of(written + 1))
        case _:
            return None
    began = day_number(value)
    if value is None or began is None or over - began > _LONGEST_UNDER_WAY[type(start)]:
        return None
    step = f"a range that is going on, seen from {frame.written_name}: from {display(value)}"
    return Reading(value, frame.written_anchor, (step,), 0.75 * frame.trust, yearless=last.yearless)


_LONGEST_UNDER_WAY = {CalendarDate: 200, Weekday: 6}
"""Days that a range may have where it is going on."""


def _range(start: Expression, end: Expression, frame: Frame) -> Reading:
    first, last = ends(start, end, frame)
    if first.value is None or last.value is None or first.value.edtf is None or last.value.edtf is None:
        return first if last.value is None else last if first.value is None else Reading(None, reason=NO_DATE)
    if _backwards(first.value, last.value):
        return Reading(None, first.anchor, reason="a range whose end lies before its start")
    anchor = first.anchor if first.anchor.kind is not AnchorKind.EXPLICIT else last.anchor
    steps = tuple(dict.fromkeys((*first.steps, *last.steps)))
    confidence = min(first.confidence, last.confidence)
    return Reading(
        period.span(first.value, last.value), anchor, steps, confidence, yearless=first.yearless or last.yearless
    )


def _shared(start: Expression, end: Expression) -> Expression:
    """What the start leaves out and the end tells: "May to June 2004"."""
    match start, end:
        case Modified(mod, of), _:
            return Modified(mod, _shared(of, end))
        case _, Modified(_, of):
            return _shared(start, of)
        case CalendarDate(None, int()), CalendarDate(int() as year):
            return replace(start, year=year)
        case Season(_, None), Season(_, int() as year):
            return replace(start, year=year)
    return start


def _backwards(first: TimeValue, last: TimeValue) -> bool:
    return first.earliest is not None and last.latest is not None and last.latest <= first.earliest


def _open(since: bool, of: Expression, frame: Frame) -> Reading:
    inner = evaluate(of, frame)
    if inner.value is None or inner.value.edtf is None or inner.value.kind is not Kind.POINT:
        return inner
    value = period.since(inner.value) if since else period.until(inner.value)
    alternatives = tuple(period.since(other) if since else period.until(other) for other in inner.alternatives)
    step = "from then on; the words tell no end" if since else "up to then; the words tell no start"
    return replace(inner.with_value(value, step), alternatives=alternatives)
