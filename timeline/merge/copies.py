"""Articles that are one text with small changes: a print version, a wire report in another paper.

Comes in: documents, sketches. Goes out: the runs of words that a text is known by, and which sources are of one family.
Source: Broder, On the resemblance and containment of documents (1997); sampled by word, so that cuts change little.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from zlib import crc32

from timeline.model.event import Evidence
from timeline.model.text import Document, PartKind

RUN = 5
"""Words in a run: so many alike in a row are copied, not chanced upon."""
ONE_IN = 4
"""Runs are kept that start with one word in so many."""
MOST_RUNS = 4000
SHARED = 0.6
"""Share of the shorter text's runs that the other has, from which on they are one text."""
FEWEST = 8
"""Shared runs that prove anything."""
COMMON = 40
"""A run in more texts than this is a phrase of the house, and finds no pairs."""

_WORD = re.compile(r"\w+")
_NOT_COMPARED = frozenset(
    {PartKind.TEASER, PartKind.BOILERPLATE, PartKind.TITLE, PartKind.BYLINE, PartKind.DATELINE, PartKind.CAPTION}
)


def runs(document: Document, limit: int) -> tuple[int, ...]:
    """The sampled runs of words of an article's first `limit` code points, as numbers, in order of size."""
    words: list[str] = []
    at = 0
    for part in document.parts:
        if part.kind in _NOT_COMPARED:
            words += _WORD.findall(document.text[at : min(part.span.start, limit)].lower())
            at = max(at, part.span.end)
    words += _WORD.findall(document.text[at:limit].lower())
    sampled = {word for word in set(words) if _is_sampled(word)}
    starts = [i for i, word in enumerate(words[: max(0, len(words) - RUN + 1)]) if word in sampled]
    found = {crc32(" ".join(words[i : i + RUN]).encode()) for i in starts}
    return tuple(sorted(found)[:MOST_RUNS])


@lru_cache(maxsize=50_000)
def _is_sampled(word: str) -> bool:
    return crc32(word.encode("utf-8", "surrogatepass")) % ONE_IN == 0


def families(texts: Iterable[tuple[str, tuple[int, ...]]]) -> Mapping[str, str]:
    """The family of each source that has one, by its id: the smallest id of those that are one text."""
    known = dict(texts)
    holders: dict[int, list[str]] = defaultdict(list)
    for source, found in known.items():
        for run in found:
            holders[run].append(source)
    shared: Counter[tuple[str, str]] = Counter()
    for sources in holders.values():
        if 1 < len(sources) <= COMMON:
            shared.update(combinations(sorted(sources), 2))
    parent = {source: source for source in known}

    def root(source: str) -> str:
        while parent[source] != source:
            source = parent[source]
        return source

    copied = [pair for pair, count in shared.items() if count >= FEWEST and count >= SHARED * _shorter(known, pair)]
    for one, other in sorted(copied):
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    sizes = Counter(root(source) for source in known)
    return {source: root(source) for source in known if sizes[root(source)] > 1}


def _shorter(known: Mapping[str, tuple[int, ...]], pair: tuple[str, str]) -> int:
    return min(len(known[pair[0]]), len(known[pair[1]]))


def once(pieces: Sequence[Evidence], family: Mapping[str, str]) -> Sequence[Evidence]:
    """The pieces without those of further copies: of each family, those of the source that has most."""
    if not any(piece.source_id in family for piece in pieces):
        return pieces
    counts = Counter(piece.source_id for piece in pieces)
    kept: dict[str, str] = {}
    for source in sorted(counts, key=lambda source: (-counts[source], source)):
        kept.setdefault(family.get(source, source), source)
    return [piece for piece in pieces if kept[family.get(piece.source_id, piece.source_id)] == piece.source_id]
