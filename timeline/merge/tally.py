"""How many tell an event. Comes in: its evidence, the sources. Goes out: `Tally`, which is shown beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timeline.model.event import Evidence, Role
from timeline.model.text import Source


class Tally(NamedTuple):
    """What stands behind an event, counted.

    `independent`: the reports that are neither copies of one text nor from one publisher; passages that only mention
    the event, as something known, add none.
    """

    quotes: int
    sources: int
    publishers: int
    independent: int


def tally(evidence: Iterable[Evidence], sources: Mapping[str, Source]) -> Tally:
    """The counts of an event; a source that is not known counts as itself, and has no publisher."""
    pieces = tuple(evidence)
    used = list(dict.fromkeys(piece.source_id for piece in pieces))
    reporting = dict.fromkeys(piece.source_id for piece in pieces if piece.role is Role.REPORTS)
    publishers = {name for source in used if (name := _publisher(sources.get(source))) is not None}
    return Tally(len(pieces), len(used), len(publishers), _independent(reporting, sources))


def _publisher(source: Source | None) -> str | None:
    """A publisher's name, as it is compared."""
    return None if source is None or not source.publisher else " ".join(source.publisher.casefold().split())


def _independent(reporting: Iterable[str], sources: Mapping[str, Source]) -> int:
    """How many groups of sources there are when those of one text, and those of one publisher, go together."""
    groups: list[set[str]] = []
    for source in reporting:
        known = sources.get(source)
        text = source if known is None else known.copy_of or source
        marks = {f"text {text}"} | ({f"publisher {name}"} if (name := _publisher(known)) is not None else set())
        joined = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks]
        groups.append(marks.union(*joined))
    return len(groups)
