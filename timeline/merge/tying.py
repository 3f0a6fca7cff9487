"""Finds the passages that decisions are about. In: a timeline as built, decisions. Out: `Ties`.

A passage whose id is gone (a corrected copy of the document, a better rule) is known again by its source's uri, its
quote and the words of its date. What was not read this time sleeps; what was, and is not found, is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from timeline.model.decision import Action, Decision, Target
from timeline.model.event import Evidence, Timeline


class Fortune(StrEnum):
    """What became of a decision in this build."""

    HOLDS = "holds"
    LOST = "lost"
    """Its source was read, and the passage is not in it any more."""
    SLEEPS = "sleeps"
    """Its source was not read."""


@dataclass(slots=True)
class Ties:
    """The passages of a build by id, and how decisions lead to them."""

    pieces: dict[str, Evidence]
    uris: Mapping[str, str]
    """Source ids to uris."""
    read: frozenset[str]
    """All uris that were read, those of copies too."""
    _by_words: dict[tuple[str, str, str], list[str]] | None = field(default=None, init=False)

    def tied(self, targets: Iterable[Target]) -> tuple[str, ...]:
        """The ids of the passages that are there, in the targets' order, each once."""
        found = (self.find(target) for target in targets)
        return tuple(dict.fromkeys(id for id in found if id is not None))

    def find(self, target: Target) -> str | None:
        """The id that a target's passage has now."""
        if target.evidence in self.pieces:
            return target.evidence
        if not target.uri or not target.quote:
            return None
        if self._by_words is None:
            self._by_words = self._indexed()
        found = self._by_words.get((target.uri, _folded(target.quote), _folded(target.date_text or "")), ())
        return found[0] if found else None

    def fortune(self, decision: Decision) -> Fortune:
        """What became of a decision of whose passages none was found, or that is about a source."""
        named = decision.action in (Action.ADD, Action.SOURCE)
        asked = {decision.patch.uri} if named else {target.uri for target in decision.targets}
        was_read = bool(asked & self.read) or (named and decision.patch.source_id in self.uris)
        if named and decision.action is Action.SOURCE and was_read:
            return Fortune.HOLDS
        return Fortune.LOST if was_read or asked == {None} else Fortune.SLEEPS

    def _indexed(self) -> dict[tuple[str, str, str], list[str]]:
        """Passages by uri, quote and date words; of several the first in the text comes first."""
        found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for piece in sorted(self.pieces.values(), key=lambda piece: (piece.when.mention.span, piece.id)):
            uri = self.uris.get(piece.source_id)
            if uri is not None:
                found[uri, _folded(piece.quote_text), _folded(piece.when.mention.text)].append(piece.id)
        return found


def ties(timeline: Timeline, added: Sequence[Evidence] = ()) -> Ties:
    """The ties of a timeline as built, with passages that people added."""
    pieces = {piece.id: piece for event in timeline.events for piece in event.evidence}
    pieces |= {piece.id: piece for piece in (*timeline.undated, *timeline.set_aside, *added)}
    sources = [report.source for report in timeline.sources]
    read = frozenset(uri for source in sources for uri in (source.uri, *source.copies))
    return Ties(pieces, {source.id: source.uri for source in sources}, read)


def _folded(words: str) -> str:
    return " ".join(words.split())
