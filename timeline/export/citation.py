"""References to cite by. In: a published timeline and an id. Out: one Citation for each passage that it names.

A source that people have labelled is cited by its label and page ("Ex. 14 at 3"), any other by its title, publisher,
date and place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.errors import InputError
from timeline.export import schema
from timeline.export.naming import dated, full_title, given_label, link_of, place
from timeline.model.locator import Locator

_FEWEST_CHARACTERS = 4


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage's reference, and its words."""

    reference: str
    quote: str | None


def citations(published: schema.Timeline, wanted: str) -> tuple[Citation, ...]:
    """The passages of an event, or the one that an evidence's id names. Raises InputError where there is none."""
    sources = {source.id: source for source in published.sources}
    return tuple(Citation(reference(item, sources), _line(item.quote)) for item in _named(published, wanted))


def _named(published: schema.Timeline, wanted: str) -> tuple[schema.Evidence, ...]:
    """The evidence that an id, or its first characters, stands for: an event's id for all of the event's."""
    named: dict[str, tuple[schema.Evidence, ...]] = {}
    loose: Iterable[schema.Evidence] = (*published.undated, *published.set_aside)
    for item in (*(piece for event in published.events for piece in event.evidence), *loose):
        named[item.id] = (item,)
    named |= {event.id: event.evidence for event in published.events}
    fitting = [key for key in named if key == wanted] or [
        key for key in named if key.startswith(wanted) and len(wanted) >= _FEWEST_CHARACTERS
    ]
    if len(fitting) == 1:
        return named[fitting[0]]
    if fitting:
        raise InputError(f"{wanted!r} begins {len(fitting)} ids; give more of it: {', '.join(sorted(fitting)[:5])}")
    if any(key.startswith(wanted) for key in named):
        raise InputError(f"{wanted!r} is too short for an id; give at least {_FEWEST_CHARACTERS} characters of it")
    raise InputError(f"{wanted!r} is no event or evidence of this timeline; its ids stand in timeline.json")


def reference(item: schema.Evidence, sources: Mapping[str, schema.Source]) -> str:
    """A passage's reference: label and page of a source that people have labelled, else what is known of it."""
    source = sources.get(item.source or "")
    if source is None:
        return "added by hand"
    label = given_label(source)
    if label is not None:
        short = Locator(**{name: getattr(item.locator, name) for name in Locator.__slots__}).short
        return f"{label} at {short}" if short else label
    address = link_of(source) or (source.uri if full_title(source) != source.uri else None)
    told = (f"“{full_title(source)}”", source.author, source.publisher, dated(source), place(item.locator), address)
    return ", ".join(piece for piece in told if piece)


def _line(quote: str | None) -> str | None:
    return " ".join(quote.split()) if quote else None
