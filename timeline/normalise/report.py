"""Quarters as business reports speak of them: "the latest quarter", "the 1988 period", "a year earlier".

A report tells of one quarter and compares it with the same quarter a year before. A comparison does not move on: after
"from $3 million a year earlier", "the quarter" is still the one reported, and another "a year earlier" the same time.
"""

from __future__ import annotations

from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.expression import Base, Cycle, Duration, Expression, Fraction, Shift, Which
from timeline.model.text import Anchor, AnchorKind, Mention, Span
from timeline.model.value import Granularity, TimeValue
from timeline.normalise import cycle
from timeline.normalise.frame import Frame, Reading, day_number

REACH = 350
"""Code points within which "a year ago" still compares with a quarter told before."""
_MONTHS = (6, 9)
"""Months that a report tells of beside its quarter: what is compared next is the year."""


def follow(frame: Frame, mention: Mention, value: TimeValue | None) -> None:
    """Take note of the quarter, or of the nine months, that a mention reports."""
    match mention.expression:
        case Duration(((int() | float() as amount, Granularity.MONTH),)) if amount in _MONTHS and frame.quarter:
            year = civil.civil(day_number(frame.quarter[0]) or 0)[0]
            frame.reported = period.year(year), mention.span
        # Why not a fiscal one: which months it spans each company settles for itself.
        case Fraction(Granularity.QUARTER, fiscal=False) | Cycle(Which.THIS, Granularity.QUARTER) if value is not None:
            # Why: "a charge in the fourth quarter", which is still to end, is not what is reported.
            if frame.quarter is None or _is_over(value, frame):
                frame.quarter = frame.reported = value, mention.span


def is_year_back(expression: Expression | None) -> bool:
    """Whether it compares with the year before: "a year ago", "a year earlier"."""
    return isinstance(expression, Shift) and expression.unit is Granularity.YEAR and expression.amount == -1


def quarter(frame: Frame) -> Reading | None:
    """The quarter that a report tells of, None where none was told."""
    return None if frame.quarter is None else _told(*frame.quarter)


def in_year(year: int, frame: Frame) -> Reading:
    """ "The 1988 period": the part of that year that is compared with what is reported."""
    base = _told(*frame.reported) if frame.reported is not None else None
    first = None if base is None else day_number(base.value)
    if base is None or base.value is None or first is None or base.value.granularity is not Granularity.QUARTER:
        return Reading(period.year(year), steps=("the words name the year",), confidence=0.8)
    value = period.quarter(year, (civil.civil(first)[1] - 1) // 3 + 1)
    return base.with_value(value, f"the same quarter of {year}: {display(value)}")


def year_back(shift: Shift, frame: Frame) -> Reading | None:
    """What "a year ago" compares with beside another comparison or a quarter; None where it counts like any date."""
    told = frame.told
    if shift.base is Base.NEAR or _in_months(frame):
        return compared(frame)
    if told is None or frame.narrative or frame.told_gap > REACH:
        return None
    if is_year_back(frame.told_expression) and (shift.base is Base.TOLD or told.granularity is Granularity.QUARTER):
        words = f"compares with the same time as before: {display(told)}"
        return Reading(told, frame.told_anchor, (words,), 0.78)
    if shift.base is Base.WRITTEN and told.granularity is Granularity.QUARTER:
        moved = cycle.shifted(told, -1, Granularity.YEAR)
        words = f"compares with a quarter told before ({display(told)})"
        return None if moved is None else Reading(moved, frame.told_anchor, (f"{words}: {display(moved)}",), 0.78)
    return None


def _in_months(frame: Frame) -> bool:
    """Whether "the nine months" was told last, so that a year is compared."""
    if frame.reported is None or frame.told_span is None or frame.narrative:
        return False
    value, span = frame.reported
    return value.granularity is Granularity.YEAR and span.start > frame.told_span.start


def compared(frame: Frame) -> Reading | None:
    """The year before what is reported, for "year-earlier" without a noun."""
    if frame.reported is None:
        return None
    base = _told(*frame.reported)
    moved = None if base.value is None else cycle.shifted(base.value, -1, Granularity.YEAR)
    return None if moved is None else base.with_value(moved, f"a year before: {display(moved)}")


def _told(value: TimeValue, span: Span) -> Reading:
    words = f"the period that the report tells of: {display(value)}"
    return Reading(value, Anchor(AnchorKind.MENTION, span, value), (words,), 0.78)


def _is_over(value: TimeValue, frame: Frame) -> bool:
    written = frame.written_day
    return written is None or value.latest is None or value.latest <= (written + 1) * civil.DAY
