"""What came, went and changed from one timeline to another. In: two published timelines. Out: a Difference.

Events are the same where they share evidence: an event's title, date and id may change, its passages do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline.export import schema

APART = ("evidence", "id", "importance")
"""Fields that are compared in a way of their own, or not at all: each new document shifts the importance of others."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an event that is not what it was; of evidence, the passages that it lost and gained."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Changed:
    """An event that is in both, and what of it changed."""

    before: schema.Event
    after: schema.Event
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs. Sources are the same by their text, events by their evidence."""

    came: tuple[schema.Event, ...] = ()
    went: tuple[schema.Event, ...] = ()
    changed: tuple[Changed, ...] = ()
    sources_came: tuple[schema.Source, ...] = ()
    sources_went: tuple[schema.Source, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed or self.sources_came or self.sources_went)


def difference(before: schema.Timeline, after: schema.Timeline) -> Difference:
    """What differs, each list in the timelines' order."""
    same = _same(before, after)
    kept = {event.id: event for event in after.events}
    old = {event.id: event for event in before.events}
    pairs = [(old[one], kept[other]) for one, other in same.items()]
    found = [Changed(one, other, changes) for one, other in pairs if (changes := _changes(one, other))]
    now, then = ({source.id for source in one.sources} for one in (after, before))
    return Difference(
        came=tuple(event for event in after.events if event.id not in same.values()),
        went=tuple(event for event in before.events if event.id not in same),
        changed=tuple(found),
        sources_came=tuple(source for source in after.sources if source.id not in then),
        sources_went=tuple(source for source in before.sources if source.id not in now),
    )


def plain(found: Difference) -> dict[str, Any]:
    """The difference as plain data for JSON."""
    return {
        "came": [_shown(event) for event in found.came],
        "went": [_shown(event) for event in found.went],
        "changed": [
            {
                **_shown(pair.after),
                "was": pair.before.id,
                "changes": [{"field": one.field, "before": one.before, "after": one.after} for one in pair.changes],
            }
            for pair in found.changed
        ],
        "sources": {
            "came": [{"id": source.id, "uri": source.uri} for source in found.sources_came],
            "went": [{"id": source.id, "uri": source.uri} for source in found.sources_went],
        },
    }


def _shown(event: schema.Event) -> dict[str, Any]:
    return {"id": event.id, "date": event.date.edtf, "title": event.title}


def _same(before: schema.Timeline, after: schema.Timeline) -> dict[str, str]:
    """The id after by the id before: most evidence in common first, then the same id; each event in one pair."""
    holder = {item.id: event.id for event in after.events for item in event.evidence}
    shared = Counter(
        (event.id, holder[item.id]) for event in before.events for item in event.evidence if item.id in holder
    )
    places = _places(before), _places(after)
    order = sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], places[0][pair[0]], places[1][pair[1]]))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for one, other in order:
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return {event.id: found[event.id] for event in before.events if event.id in found}


def _places(published: schema.Timeline) -> Mapping[str, int]:
    return {event.id: place for place, event in enumerate(published.events)}


def _changes(before: schema.Event, after: schema.Event) -> tuple[Change, ...]:
    one, other = before.model_dump(mode="json"), after.model_dump(mode="json")
    told = [Change(name, one[name], other[name]) for name in one if name not in APART and one[name] != other[name]]
    lost, gained = ([item.id for item in event.evidence] for event in (before, after))
    if set(lost) != set(gained):
        told.append(Change("evidence", _only(lost, gained), _only(gained, lost)))
    return tuple(told)


def _only(these: list[str], not_those: list[str]) -> list[str]:
    return [item for item in these if item not in not_those]
