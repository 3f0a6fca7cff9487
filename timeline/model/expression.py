"""What the words of a date expression say, before anyone asks what they mean.

A closed union of small frozen shapes: `Expression`. Nothing here knows a document, an anchor or a language.
Missing fields are what the words leave out: `CalendarDate(None, 12, 24)` is "24 December".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.model.quick import quickly_made
from timeline.model.value import Calendar, Granularity, Mod


class Which(StrEnum):
    """Which one of a cycle: "this year", "last May", "next Monday", "that summer"."""

    THIS = "this"
    LAST = "last"
    NEXT = "next"


class Base(StrEnum):
    """What a relative expression counts from: when the text was written, what it told last, or which fits."""

    WRITTEN = "written"
    TOLD = "told"
    NEAR = "near"
    """What was told last where it is of the unit asked for, else when the text was written ("the quarter")."""
    HAPPENING = "happening"
    """What the words behind it tell, and no date ("the day after the vote"): of the date told last, if any."""


class Reference(StrEnum):
    """TIMEX3's vague references."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"
    UNTOLD = ""
    """ "During this period": a time that the words point at and do not tell. TIMEX3 leaves its value empty."""


@quickly_made
@dataclass(frozen=True, slots=True)
class CalendarDate:
    """Year, month, day as far as told. `year` is astronomical; `two_digit` marks one told as '98."""

    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    two_digit: bool = False


@dataclass(frozen=True, slots=True)
class NumericDate:
    """10/7/2023, or 10/7: two numbers whose order the document must settle."""

    first: int
    second: int
    year: int | None = None
    two_digit: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A bare weekday; Monday is 0."""

    day: int


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and Sunday."""


@dataclass(frozen=True, slots=True)
class WeekOfYear:
    """An ISO week."""

    year: int | None
    week: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its EDTF code: 21 spring, 22 summer, 23 autumn, 24 winter."""

    code: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """A numbered part of a year: quarter 1-4 or half 1-2; `fiscal` where the words say so."""

    unit: Granularity
    number: int
    year: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from `start`; with `century` False only the tens are told ("the nineties" is 90)."""

    start: int
    century: bool = True


@dataclass(frozen=True, slots=True)
class Century:
    """The ordinal of a century, BCE negative: 19 is 1801-1900 in speech, 18XX in EDTF and TIMEX3."""

    number: int


@dataclass(frozen=True, slots=True)
class Millennium:
    """The ordinal of a millennium, BCE negative."""

    number: int


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of a century or millennium; `number` is the one that begins, None where not told."""

    unit: Granularity
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before (negative) or after the base: "3 months ago", "two days later".

    `amount` None is "several", "some"; `of` is what it counts from where told ("two days after 3 May").
    """

    amount: float | None
    unit: Granularity
    base: Base = Base.WRITTEN
    future: bool = False
    of: Expression | None = None
    approximate: bool = False
    to_the_day: bool = False
    """"A year ago today" is a day, "a year ago" a year."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """This, last or next unit: "last year", "this week", "that month" (base TOLD)."""

    which: Which
    unit: Granularity
    base: Base = Base.WRITTEN
    span: Which | None = None
    """LAST for "earlier this year" (up to the base), NEXT for "later this year" (after it)."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The last, this or next one of a named part: "last May", "next Monday", "the following spring"."""

    which: Which
    of: CalendarDate | Weekday | Weekend | Season | Named | Fraction
    base: Base = Base.WRITTEN


@dataclass(frozen=True, slots=True)
class Within:
    """A part told inside a period: "October last year", "the summer of that year"; of a business report "the 1988
    period" (a cycle within a year)."""

    part: CalendarDate | Season | Fraction | Named | Weekday | Weekend | Cycle
    of: Cycle | Shift | CalendarDate | Nearest | Named


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth part of a whole, from its end where negative; or the nth after it (NEXT) or before it (LAST)."""

    number: int
    part: Weekday | Weekend | Granularity
    of: Expression
    place: Which = Which.THIS


@dataclass(frozen=True, slots=True)
class Workday:
    """So many working days after the day of writing, or before it where negative: "next weekday"."""

    steps: int


@dataclass(frozen=True, slots=True)
class Modified:
    """An expression with a TIMEX3 mod: "early 2010", "about 1850", "the end of May"."""

    mod: Mod
    of: Expression


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A date that its source doubts: "[1843?]", "possibly 1850"."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, of a date where one is told. `zone` is minutes east of UTC."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: int | None = None
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day by its TIMEX3 letters: MO MI AF EV NI DT."""

    code: str
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one to another, both told."""

    start: Expression
    end: Expression


@dataclass(frozen=True, slots=True)
class Listed:
    """Dates that share a month or a year: "September 14 and 18, 2010". Each is a mention of its own."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """From one on (`since`), or up to one: the other side is open."""

    since: bool
    of: Expression


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: amounts with units, largest first; an amount None is "several"."""

    parts: tuple[tuple[float | None, Granularity], ...]
    mod: Mod | None = None
    toward: Which | None = None
    """LAST where it ends now ("the past two weeks"), NEXT where it begins now ("within two weeks")."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Again and again: "every year", "on Mondays", "weekly"."""

    every: Duration | Weekday | Weekend | CalendarDate | Season | DayPart
    frequency: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A holiday or named day, by its key in the pack's lexicon."""

    key: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """Now, once, soon."""

    reference: Reference


Expression = (
    CalendarDate
    | NumericDate
    | Weekday
    | Weekend
    | WeekOfYear
    | Season
    | Fraction
    | Decade
    | Century
    | Millennium
    | Turn
    | Shift
    | Cycle
    | Nearest
    | Within
    | Nth
    | Workday
    | Modified
    | Uncertain
    | Clock
    | DayPart
    | Range
    | Listed
    | Open
    | Duration
    | Recurrence
    | Named
    | Vague
)
