"""What a date is read against: the document's date, what was told before, the tense; and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.extract.tense import Tense
from timeline.grammar.narration import NO_SCENE, Scene
from timeline.model import civil
from timeline.model.expression import Base, Expression
from timeline.model.quick import quickly_made
from timeline.model.text import Anchor, AnchorKind, Span
from timeline.model.value import Granularity, TimeValue

YEARS_AGO = 800
"""Days before the day of writing that make a story long gone."""
EXPLICIT = Anchor(AnchorKind.EXPLICIT)
IN_TEXT = Anchor(AnchorKind.MENTION)
NEAR = 150
"""Code points within which a date told before still sets the day of a clock time."""


def no_tense() -> Tense:
    """The tense where nobody knows it."""
    return Tense.UNKNOWN


UNTOLD = 0.6
"""How far the DCT is to be trusted for what should count from a date told before, where none is."""
GUESSED = 0.75
"""Confidence under which a date is a guess."""


class NumberOrder(NamedTuple):
    """In which order a document writes day and month in numbers, what tells so, and how far that is to be trusted."""

    day_first: bool
    words: str
    confidence: float


@dataclass(slots=True)
class Frame:
    """Everything outside a mention's own words that its meaning may hang on.

    Why not frozen: one frame goes through a document from mention to mention; a new one for each took as long as
    all the reading.
    """

    written: TimeValue | None
    """When the document was written (DCT), stated or worked out."""
    written_anchor: Anchor
    written_name: str
    """The DCT in an explanation: "the article's date, 24 Dec 2023"."""
    trust: float
    """How far the DCT is to be trusted, 0-1: a factor of every confidence that rests on it."""
    told: TimeValue | None = None
    """The last date told before this mention."""
    told_span: Span | None = None
    """Where that stands."""
    story: TimeValue | None = None
    """Where the story stands: the last date told, without side glances at other years."""
    told_gap: int = 0
    """Code points since the last told date."""
    told_sure: float = 1.0
    """The confidence in it: what counts from a guess is no surer than the guess."""
    told_expression: Expression | None = None
    """The words of the last told date."""
    quarter: tuple[TimeValue, Span] | None = None
    """The quarter that a business report tells of."""
    reported: tuple[TimeValue, Span] | None = None
    """What a business report compares with the year before: its quarter, or after "the nine months" its year."""
    narrative: bool = False
    """The document tells a history: dates without a year count from what was told, not from the DCT."""
    tense_of: Callable[[], Tense] = no_tense
    """Asks for the tense. Why: that takes longer than all else here, and few meanings hang on it."""
    plainly: Callable[[], Tense] = no_tense
    """Asks for the tense where a verb plainly tells by the mention when it came about or will."""
    quoted: bool = False
    """In a history, somebody of its time says it: "today" is that day."""
    coming: TimeValue | None = None
    """The full date that the same sentence goes on to."""
    coming_joined: bool = False
    """Only an "and" with its clause stands before that."""
    lead: str = ""
    """What stands just before the mention."""
    scene: Scene = NO_SCENE
    """What of it tells how a date belongs to a story, in the document's language."""
    alone: bool = False
    """The text is nothing but dates, as someone types them to look them up, or a message of what is to come soon."""
    order: NumberOrder | None = None
    """The order of day and month in 10/7/2023, where anything tells it."""
    full_days: Mapping[tuple[int, int], set[int]] = field(default_factory=dict)
    """The years of each (month, day) told in full anywhere in the document."""
    full_months: Mapping[int, set[int]] = field(default_factory=dict)
    """The years of each month told with one anywhere in the document."""
    settled_days: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    """The years of each (month, day) told before without one, as they were settled."""
    written_steps: tuple[str, ...] = ()
    """How the DCT was worked out, where the document does not state it."""
    months: Sequence[tuple[int, tuple[int, int]]] = ()
    """Where the last full dates stand, and the (year, month) of each."""
    passage: int | None = None
    """Where the passage begins whose full dates tell a missing year; None for what stands beside the story."""

    @property
    def tells_day(self) -> bool:
        """Whether the DCT is known to the day: a weekday or an hour counts from nothing coarser."""
        written = self.written.granularity if self.written is not None else None
        return written is not None and written <= Granularity.DAY

    @property
    def told_anchor(self) -> Anchor:
        """The last told date as an anchor."""
        return IN_TEXT if self.told_span is None else Anchor(AnchorKind.MENTION, self.told_span, self.told)

    @property
    def months_before(self) -> tuple[tuple[int, int], ...]:
        """(year, month) of the full dates told in the same passage, before this mention."""
        since = self.passage
        return () if since is None else tuple(month for at, month in self.months if at >= since)

    @property
    def told_near(self) -> bool:
        """Whether the last told date stands just before."""
        return self.told is not None and self.told_gap <= NEAR

    @property
    def tense(self) -> Tense:
        """The tense of the clause around the mention."""
        return self.tense_of()

    @property
    def adverbial(self) -> bool:
        """The date says when the verb happens ("on November 3"); it is no part of a name ("the October 7 attack")."""
        return self.lead.lower().endswith(self.scene.adverbial)

    @property
    def long_gone(self) -> bool:
        """In a history, the story stands years before the day of writing."""
        stands, written = day_number(self.story), self.written_day
        return self.narrative and stands is not None and written is not None and written - stands > YEARS_AGO

    @property
    def written_day(self) -> int | None:
        """The DCT as a day number."""
        return day_number(self.written)

    @property
    def told_day(self) -> int | None:
        """The last told date's first day."""
        return day_number(self.told)

    def base(self, base: Base) -> tuple[TimeValue, Anchor, str, float] | None:
        """(value, anchor, its name in words, trust) of what a relative date counts from, or None."""
        if base is Base.HAPPENING:
            # Why not the day of writing: what happened the day before it is told as "yesterday's".
            told = self.told if self.told != self.written else None
            return None if told is None else (told, self.told_anchor, "the date told before", UNTOLD)
        if base is Base.TOLD and self.told is not None:
            # Why: a history goes on from what it has just told; news as often from the day that it is of.
            trust = 0.98 if self.narrative and self.told_near else 0.85
            if self.told_sure < GUESSED:
                trust = min(trust, self.told_sure)
            return self.told, self.told_anchor, "the date told before", trust
        if self.quoted and self.told is not None:
            return self.told, self.told_anchor, "the day of who is quoted, told before", 0.7
        if self.written is None:
            return None
        # Why: "forty years on" with nothing told before hardly counts from the day of writing.
        trust = min(self.trust, UNTOLD) if base is Base.TOLD else self.trust
        return self.written, self.written_anchor, self.written_name, trust


@quickly_made
@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means in its frame. `value` None: `reason` says what is missing."""

    value: TimeValue | None
    anchor: Anchor = EXPLICIT
    steps: tuple[str, ...] = ()
    confidence: float = 0.97
    alternatives: tuple[TimeValue, ...] = ()
    reason: str | None = None
    yearless: bool = False

    def with_value(self, value: TimeValue | None, step: str | None = None) -> Reading:
        """The same with another value and one step more."""
        steps = (*self.steps, step) if step else self.steps
        return Reading(value, self.anchor, steps, self.confidence, self.alternatives, self.reason, self.yearless)


def day_number(value: TimeValue | None) -> int | None:
    """The first day of a value (the last where its start is open)."""
    if value is None:
        return None
    if value.earliest is not None:
        return value.earliest // civil.DAY
    return None if value.latest is None else (value.latest - 1) // civil.DAY


def last_day(value: TimeValue) -> int | None:
    """The last day of a value (the first where its end is open)."""
    if value.latest is not None:
        return (value.latest - 1) // civil.DAY
    return None if value.earliest is None else value.earliest // civil.DAY
