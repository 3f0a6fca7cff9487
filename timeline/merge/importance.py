"""How much an event matters among the others. Comes in: all events, their sources, the documents' sketches. Goes out:
the same events with their `importance`.

It grows with the articles that report it (copies of one text count once), with the passages that tell or mention it,
with those of them in an article's opening, with what is made of its date, and with how much the documents speak of what
its title says; each less the more there is already. What did not come about, or may not, matters less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log1p

from timeline.merge.copies import once
from timeline.merge.likeness import Sketch, narration_of, terms
from timeline.merge.moments import Moment, Told, Voices, moment_of, written_on
from timeline.model.event import Event, Factuality, Role, Status
from timeline.model.text import Source

REPORTS, PASSAGES, LEADS, DATE, SUBJECT = 1.0, 0.5, 0.5, 1.0, 1.0
"""What each of the five is worth."""
HALF = 4.0
"""The sum that makes an event half as important as one can be."""
CERTAINTY = {
    Factuality.PLANNED: 0.9,
    Factuality.EXPECTED: 0.85,
    Factuality.RECURRING: 0.7,
    Factuality.DENIED: 0.7,
    Factuality.HYPOTHETICAL: 0.6,
}
"""What is left of it where something is not said to have happened."""


class Weighing:
    """The importance of events among all: they are all added first, and then weighed one by one.

    `written`: the day number on which each source was written; `family`: the sources that are one text, which count
    once; `spoken`: the share of the documents that speak much of a term.
    """

    def __init__(
        self, written: Mapping[str, int | None], family: Mapping[str, str], spoken: Mapping[str, float]
    ) -> None:
        self._written = written
        self._family = family
        self._spoken = spoken
        self._voices = Voices(family)
        self._made: Mapping[Moment, float] = {}

    def add(self, event: Event) -> None:
        """Counts who tells the event's date, and where."""
        moment = moment_of(event.when)
        if moment is not None:
            for piece in event.evidence:
                self._voices.add(Told(piece.source_id, self._written.get(piece.source_id), moment, piece.lead))

    def close(self) -> None:
        """No more events come; now they can be weighed."""
        self._made = self._voices.weights()
        self._voices = Voices(self._family)

    def weighed(self, event: Event) -> Event:
        """The event with its importance."""
        pieces = once(event.evidence, self._family)
        reports = len({piece.source_id for piece in pieces if piece.role is Role.REPORTS})
        moment = moment_of(event.when)
        weight = (
            REPORTS * log1p(reports)
            + PASSAGES * log1p(len(pieces))
            + LEADS * log1p(sum(piece.lead for piece in pieces))
            + DATE * log1p(self._made[moment] if moment is not None else 0.0)
            + SUBJECT * self._closeness(event)
        )
        # Why rounded: the sum of floats may differ in its last digit, and what is published has three decimals anyway.
        return replace(event, importance=round(CERTAINTY.get(event.factuality, 1.0) * weight / (weight + HALF), 3))

    def _closeness(self, event: Event) -> float:
        """How much the documents speak of what an event's title says: the mean share over its terms."""
        said = sorted(set(terms(event.title, narration_of(event.evidence[0].when.mention.language))))
        return sum(self._spoken.get(term, 0.0) for term in said) / len(said) if said else 0.0


def weighed(
    events: Iterable[Event], sources: Iterable[Source], sketches: Sequence[Sketch], family: Mapping[str, str]
) -> tuple[Event, ...]:
    """The events in the same order, each with its importance among them, 0 to 1."""
    every = tuple(events)
    written = {source.id: written_on(source.published) for source in sources}
    spoken = Counter(term for sketch in sketches for term, _ in sketch.terms)
    weighing = Weighing(written, family, {term: count / len(sketches) for term, count in spoken.items()})
    for event in every:
        weighing.add(event)
    weighing.close()
    return tuple(map(weighing.weighed, every))


def most(events: Sequence[Event], count: int) -> tuple[Event, ...]:
    """The `count` most important events, in the order in which they come; of equals, the earlier.

    What a person accepted comes before all else; what was rejected stays, and takes nobody's place.
    """
    order = [
        (event.status is not Status.ACCEPTED, -event.importance, place)
        for place, event in enumerate(events)
        if event.status is not Status.REJECTED
    ]
    gone = {place for *_, place in sorted(order)[count:]}
    return tuple(event for place, event in enumerate(events) if place not in gone)
