"""How alike articles are. Comes in: sketches. Goes out: `Stories`, which tells whether two articles tell one story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from timeline.merge.likeness import Sketch, Weights, cosine, rarity, weighted

SAME_WORDS = 0.2
"""Cosine of two articles' words, weighted by rarity, from which on they are as alike as two reports of one event."""
SAME_NAMES = 0.5
"""... and of the names that they hold most. Results of two firms share words, two reports of one event also names."""
_NONE: Mapping[str, float] = {}
_MOST_KNOWN = 50_000
"""Pairs of articles that are remembered; an archive has more pairs than memory."""
_MOST_WEIGHED = 2_500
"""... and articles: those of a few days of news."""


class Stories:
    """The likeness of articles by their sketches; what was worked out lately is remembered.

    `find` gives a source's sketch, `rare` how rare each term is among all: an archive's sketches are not all held.
    """

    def __init__(self, find: Callable[[str], Sketch | None], rare: Mapping[str, float]) -> None:
        self._find = find
        self._rare = rare
        # Why the latest, and not all of a sudden none: an article tells of days that lie apart, and is asked for again.
        self._weighed = lru_cache(_MOST_WEIGHED)(self._weighed_anew)
        self._known: dict[tuple[str, str], float] = {}

    @classmethod
    def of(cls, sketches: Iterable[Sketch]) -> Stories:
        """Those of some sketches."""
        kept = {sketch.source_id: sketch for sketch in sketches}
        return cls(kept.get, rarity([term for term, _ in sketch.terms] for sketch in kept.values()))

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

    def speaks_of(self, source: str, names: Iterable[str]) -> bool:
        """Whether all these names are among the words an article uses most."""
        known = self._weighed(source)[0]
        return all(name in known or name.removesuffix("s") in known for name in names)

    def _worked_out(self, first: str, second: str) -> float:
        words, names = self._weighed(first)
        other_words, other_names = self._weighed(second)
        alike = min(1.0, cosine(words, other_words) / SAME_WORDS)
        return (alike + min(1.0, cosine(names, other_names) / SAME_NAMES)) / 2 if names and other_names else alike

    def _weighed_anew(self, source: str) -> tuple[Weights, Weights]:
        """The weights of an article's terms, and of its names."""
        sketch = self._find(source)
        if sketch is None:
            return _NONE, _NONE
        return weighted(sketch.terms, self._rare), weighted(sketch.names, {})
