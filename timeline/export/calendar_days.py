"""The days of a date as numbers, for formats with calendars of their own. In: a published date. Out: Day, Reach.

Most of those calendars know the years 1 to 9999 only; what lies outside is told to the caller, not bent.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from timeline.export import schema
from timeline.export.figure import days
from timeline.model.civil import civil

_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?(Z|[+-]\d\d:?\d\d)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A civil day; years are astronomical (1 BCE is 0)."""

    year: int
    month: int
    day: int

    @property
    def date(self) -> datetime.date | None:
        """The day for those who know the years 1 to 9999; None for any other."""
        return datetime.date(self.year, self.month, self.day) if 1 <= self.year <= 9999 else None

    @property
    def expanded(self) -> str:
        """The day as ECMAScript reads it: "2018-01-31", "-000043-03-15", "+012024-01-01"."""
        if 0 <= self.year <= 9999:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        return f"{'-' if self.year < 0 else '+'}{abs(self.year):06d}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Reach:
    """The first and last day that a date may mean, and the day after; None where that side is open."""

    first: Day | None
    last: Day | None
    after: Day | None

    @property
    def is_one_day(self) -> bool:
        """Whether it is a single day."""
        return self.first is not None and self.first == self.last


def reach(date: schema.Date) -> Reach:
    """How far a date reaches."""
    first, last = days(date)
    return Reach(_day(first), _day(last), _day(None if last is None else last + 1))


def clock(date: schema.Date) -> tuple[int, int, int, str] | None:
    """The time of day of a date told to the hour or finer: hour, minute, second, zone ("" where none is told)."""
    found = _CLOCK.search(date.edtf) if "/" not in date.edtf else None
    if found is None or int(found[1]) > 23:
        return None
    return int(found[1]), int(found[2] or 0), min(int(found[3] or 0), 59), found[4] or ""


def _day(number: int | None) -> Day | None:
    return None if number is None else Day(*civil(number))
