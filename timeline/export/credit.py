"""What an export says of where an event was told. In: a published event and the sources. Out: a Credit a passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.export import schema
from timeline.export.citation import reference
from timeline.export.lazy import by_key
from timeline.export.naming import full_title, link_of


@dataclass(frozen=True, slots=True)
class Credit:
    """A passage and its source, in words: its reference, its words on one line, and where the web has it."""

    passage: schema.Evidence
    source: schema.Source | None
    reference: str
    quote: str
    link: str | None

    @property
    def name(self) -> str:
        """Who says so, shortly: the publisher, else the title."""
        if self.source is None:
            return "added by hand"
        return self.source.publisher or full_title(self.source)

    @property
    def words(self) -> str:
        """The quote with its reference behind it."""
        return f"“{self.quote}” — {self.reference}" if self.quote else self.reference


Sources = Mapping[str, schema.Source]


def sources_of(published: schema.Timeline) -> Sources:
    """The sources by their ids."""
    return by_key(lambda source: source.id, published.sources)


def credits_of(event: schema.Event, sources: Sources) -> tuple[Credit, ...]:
    """One credit for each passage, in the event's order."""
    return tuple(_credit(passage, sources) for passage in event.evidence)


def _credit(passage: schema.Evidence, sources: Sources) -> Credit:
    source = sources.get(passage.source or "")
    return Credit(
        passage=passage,
        source=source,
        reference=reference(passage, sources),
        quote=" ".join((passage.quote or "").split()),
        link=link_of(source) if source else None,
    )
