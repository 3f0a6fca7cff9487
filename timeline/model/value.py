"""What a date expression means: bounds in civil seconds, a granularity, an EDTF and a TIMEX3 value.

Bounds are civil seconds since 1970-01-01T00:00:00 (proleptic Gregorian, no zone), half-open, integers
of any size; an open side is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from timeline.model.quick import quickly_made


class Granularity(IntEnum):
    """How fine a date is told; ordered from fine to coarse."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAY = 4
    WEEK = 5
    MONTH = 6
    QUARTER = 7
    SEASON = 8
    HALF = 9
    YEAR = 10
    DECADE = 11
    CENTURY = 12
    MILLENNIUM = 13

    @property
    def word(self) -> str:
        """The name used in the published JSON."""
        return self.name.lower()


class Mod(StrEnum):
    """TIMEX3's `mod`: how the words bend the value (ISO-TimeML, table of TIMEX3 attributes)."""

    APPROX = "APPROX"
    START = "START"
    MID = "MID"
    END = "END"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class Kind(StrEnum):
    """A point in a period ("in May"), the whole span ("3 to 6 May"), or one with an open side."""

    POINT = "point"
    SPAN = "span"
    SINCE = "since"
    UNTIL = "until"


class Calendar(StrEnum):
    """The calendar the words are in; bounds are Gregorian always."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"


@quickly_made
@dataclass(frozen=True, slots=True)
class TimeValue:
    """A resolved date. `edtf` is None only for what no calendar holds (durations, sets, vague references)."""

    edtf: str | None
    timex: str
    granularity: Granularity | None
    earliest: int | None
    latest: int | None
    kind: Kind = Kind.POINT
    mod: Mod | None = None
    calendar: Calendar = Calendar.GREGORIAN
    approximate: bool = False
    uncertain: bool = False
