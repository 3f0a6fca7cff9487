"""Events that may be one, for a person to join: what people put down, and what tells the same. In: events. Out: pairs.

Nothing that a person wrote down is joined by a program; where a passage on the same time is like it, that is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.merge.passages import Passage, passages
from timeline.model import civil
from timeline.model.event import Event, Evidence
from timeline.model.text import AnchorKind

LIKE = 0.2
"""Least likeness of two that are told of one day."""
LIKE_LOOSELY = 0.35
"""... where one of the dates is coarser."""
_MOST_YEARS = 10
"""A date that reaches over more is compared with nothing."""


def is_put_down(piece: Evidence) -> bool:
    """Whether a person put it down elsewhere, in a chronology or a calendar."""
    return piece.when.anchor.kind is AnchorKind.IMPORT


def with_proposals(events: Sequence[Event]) -> tuple[Event, ...]:
    """The same events; each that a person put down names those that may be the same, and they name it."""
    imported = [event for event in events if any(map(is_put_down, event.evidence))]
    if not imported:
        return tuple(events)
    made = {passage.evidence.id: passage for passage in passages(piece for event in events for piece in event.evidence)}
    by_year: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        for year in _years(event):
            by_year[year].append(event)
    pairs: set[tuple[str, str]] = set()
    for one in imported:
        others = {other.id: other for year in _years(one) for other in by_year[year] if other.id != one.id}
        pairs |= {pair for other in others.values() if _alike(one, other, made) for pair in _both(one, other)}
    found: dict[str, list[str]] = defaultdict(list)
    for first, second in sorted(pairs):
        found[first].append(second)
    return tuple(replace(event, maybe_same=tuple(found[event.id])) if event.id in found else event for event in events)


def _both(one: Event, other: Event) -> Iterable[tuple[str, str]]:
    return (one.id, other.id), (other.id, one.id)


def _years(event: Event) -> range:
    first, last = event.when.earliest, event.when.latest
    if first is None or last is None:
        return range(0)
    start, end = civil.civil(first // civil.DAY)[0], civil.civil((last - 1) // civil.DAY)[0]
    return range(start, end + 1) if end - start < _MOST_YEARS else range(0)


def _alike(one: Event, other: Event, made: dict[str, Passage]) -> bool:
    """Whether the dates meet, and some passage of each is like the other."""
    bounds = (one.when.earliest, one.when.latest, other.when.earliest, other.when.latest)
    if None in bounds or not (bounds[0] < bounds[3] and bounds[2] < bounds[1]):  # type: ignore[operator]
        return False
    same_day = bounds[:2] == bounds[2:] and bounds[1] - bounds[0] <= civil.DAY  # type: ignore[operator]
    least = LIKE if same_day else LIKE_LOOSELY
    return any(
        _words_alike(made[first.id], made[second.id]) >= least
        for first in one.evidence
        for second in other.evidence
        if first.source_id != second.source_id
    )


def _words_alike(first: Passage, second: Passage) -> float:
    """The likeness of titles, and a little of the sentences, which may tell of several dates."""
    return 0.7 * first.title.cosine(second.title) + 0.3 * first.quote.cosine(second.quote)
