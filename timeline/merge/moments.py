"""How much is made of each day, month or year. Comes in: dates with who tells them. Goes out: `Moment`s, weights.

A day that few would speak of again is one when many later articles still do: each article counts once for a day, more
where its opening names the day, and more the longer ago the day was when it was written.
Source: date selection of timeline summarisation, as in Ghalandari and Ifrim, Examining the State-of-the-Art in News
Timeline Summarization (2020); the growth with distance is ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log1p
from sys import intern
from typing import NamedTuple

from timeline.model import civil
from timeline.model.text import Dating
from timeline.model.value import Granularity, Kind, TimeValue

OPENING = 1.0
"""What an article's opening adds to its word for a day."""
REMEMBERED = 0.5
"""What the logarithm of the days that have passed adds."""
LONG_AGO = 90
"""Days after which it makes no difference how long ago a day was."""
_COARSE = {Granularity.MONTH: len("-01"), Granularity.YEAR: len("-01-01")}
"""What of a full day is left out where only the month or the year is told."""


class Moment(NamedTuple):
    """A day, month or year by its first day (days since 1970-01-01)."""

    grain: Granularity
    first: int

    @property
    def last(self) -> int:
        """Its last day."""
        if self.grain is Granularity.DAY:
            return self.first
        year, month, _ = civil.civil(self.first)
        if self.grain is Granularity.MONTH and month < 12:
            return civil.day_number(year, month + 1) - 1
        return civil.day_number(year + 1) - 1

    @property
    def text(self) -> str:
        """As ISO 8601 writes it: "2010-01-12", "2010-01", "2010"."""
        day = civil.iso(self.first)
        return day[: len(day) - _COARSE.get(self.grain, 0)]


class Told(NamedTuple):
    """One place where a source tells a moment; `written` is the source's own day, None where nobody knows it."""

    source: str
    written: int | None
    moment: Moment
    lead: bool


def moment_of(value: TimeValue | None) -> Moment | None:
    """The day, month or year that a date names; None for what is longer, open, or between these."""
    if value is None or value.kind is not Kind.POINT or value.granularity is None or value.earliest is None:
        return None
    day = value.earliest // civil.DAY
    if value.granularity <= Granularity.DAY:
        return Moment(Granularity.DAY, day)
    year, month, _ = civil.civil(day)
    if value.granularity is Granularity.MONTH:
        return Moment(Granularity.MONTH, civil.day_number(year, month))
    return Moment(Granularity.YEAR, civil.day_number(year)) if value.granularity is Granularity.YEAR else None


def written_on(dating: Dating | None) -> int | None:
    """The day number of a stated date of writing."""
    if dating is None or not dating.stated or dating.value.earliest is None:
        return None
    return dating.value.earliest // civil.DAY


def remembrance(moment: Moment, written: int | None) -> float:
    """What a mention is worth, by how long after the moment it was written: 1 on the day itself, up to 3.3."""
    passed = 0 if written is None else min(max(written - moment.first, 0), LONG_AGO)
    return 1 + REMEMBERED * log1p(passed)


class Voices:
    """Who speaks of each moment, and how much; sources that are one text (`family`) count once, by the loudest."""

    def __init__(self, family: Mapping[str, str]) -> None:
        self._family = family
        self._by_moment: dict[Moment, dict[str, float]] = defaultdict(dict)

    def add(self, told: Told) -> None:
        """One more place where a moment is told."""
        worth = (1 + OPENING * told.lead) * remembrance(told.moment, told.written)
        source = intern(self._family.get(told.source, told.source))
        voices = self._by_moment[told.moment]
        voices[source] = max(worth, voices.get(source, 0.0))

    def weights(self) -> dict[Moment, float]:
        """How much is made of each moment."""
        # Why: sorted, for the sum of floats depends on its order and the output must not.
        return {moment: sum(sorted(by_source.values())) for moment, by_source in self._by_moment.items()}


def weights(told: Iterable[Told], family: Mapping[str, str]) -> dict[Moment, float]:
    """How much is made of each moment."""
    voices = Voices(family)
    for one in told:
        voices.add(one)
    return voices.weights()
