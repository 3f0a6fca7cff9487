"""Whether a text tells a history. Comes in: the expressions found in it. Goes out: yes or no, from its words alone.

Where the day of writing is known, `normalise/anchor` judges once more, and more finely, how dates are to be counted.
"""

from __future__ import annotations

from collections.abc import Collection

from timeline.model.expression import (
    Base,
    CalendarDate,
    Clock,
    Cycle,
    DayPart,
    Expression,
    Modified,
    Nearest,
    Open,
    Range,
    Shift,
    Uncertain,
    Weekday,
)

FULL_DATES, FULL_SHARE = 8, 0.35
"""A history names its years often: so many times, and in so large a part of its dates."""
SPOKEN_SHARE = 0.08
"""It hardly ever counts from the day of writing, but for what people in it say."""


def tells_history(expressions: Collection[Expression]) -> bool:
    """Whether a text tells of times long gone: it names their years, and next to never says "on Monday"."""
    years = sum(date.year is not None and not date.two_digit for told in expressions for date in dates_in(told))
    if years < FULL_DATES or years < FULL_SHARE * len(expressions):
        return False
    return sum(map(is_spoken, expressions)) <= SPOKEN_SHARE * len(expressions)


def dates_in(expression: Expression) -> tuple[CalendarDate, ...]:
    """The calendar dates named in an expression."""
    match expression:
        case CalendarDate():
            return (expression,)
        case Modified(_, of) | Open(_, of) | Uncertain(of):
            return dates_in(of)
        case Clock(of=of) | DayPart(of=of) | Shift(of=of) if of is not None:
            return dates_in(of)
        case Range(start, end):
            return dates_in(start) + dates_in(end)
        case _:
            return ()


def is_spoken(expression: Expression) -> bool:
    """Whether it counts from the day of writing: "yesterday", "on Monday", "last week"."""
    match expression:
        case Weekday() | Nearest(base=Base.WRITTEN) | Cycle(base=Base.WRITTEN) | Shift(base=Base.WRITTEN, of=None):
            return True
        case Modified(_, of) | Open(_, of):
            return is_spoken(of)
        case DayPart(of=of) | Clock(of=of) if of is not None:
            return is_spoken(of)
        case _:
            return False
