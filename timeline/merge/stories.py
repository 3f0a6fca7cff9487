"""How alike articles are. Comes in: sketches. Goes out: `Stories`, which tells whether two articles tell one story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.merge.likeness import Sketch, Weights, cosine, rarity, weighted

SAME_WORDS = 0.2
"""Cosine of two articles' words, weighted by rarity, from which on they are as alike as two reports of one event."""
SAME_NAMES = 0.5
"""... and of the names that they hold most. Results of two firms share words, two reports of one event also names."""
_NONE: Mapping[str, float] = {}
_MOST_KNOWN = 200_000
"""Pairs of articles that are remembered; an archive has more pairs than memory."""


class Stories:
    """The likeness of articles by their sketches; what was worked out lately is remembered."""

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        kept = tuple(sketches)
        rare = rarity([term for term, _ in sketch.terms] for sketch in kept)
        self._words: dict[str, Weights] = {one.source_id: weighted(dict(one.terms), rare) for one in kept}
        self._names: dict[str, Weights] = {one.source_id: weighted(dict(one.names), {}) for one in kept}
        self._known: dict[tuple[str, str], float] = {}

    def likeness(self, first: str, second: str) -> float:
        """From 0 to 1: 1 for reports of one event; an article is like itself."""
        if first == second:
            return 1.0
        pair = (first, second) if first < second else (second, first)
        found = self._known.get(pair)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = self._known[pair] = self._worked_out(*pair)
        return found

    def _worked_out(self, first: str, second: str) -> float:
        words = min(1.0, cosine(self._words.get(first, _NONE), self._words.get(second, _NONE)) / SAME_WORDS)
        one, other = self._names.get(first, _NONE), self._names.get(second, _NONE)
        return (words + min(1.0, cosine(one, other) / SAME_NAMES)) / 2 if one and other else words

    def speaks_of(self, source: str, names: Iterable[str]) -> bool:
        """Whether all these names are among the words an article uses most."""
        known = self._words.get(source, _NONE)
        return all(name in known or name.removesuffix("s") in known for name in names)
