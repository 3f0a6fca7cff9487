"""Pairs of passages worth a comparison. Comes in: the passages of one day or period. Goes out: pairs of indices.

No block is too large: what is common in it finds only the nearest by rare words, so the pairs grow with the passages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from timeline.merge.likeness import narration_of
from timeline.merge.passages import Passage
from timeline.model.text import PartKind

CROWD = 24
"""A key that so many share finds pairs by itself; in larger crowds it only counts."""
NEAREST = 8
"""Partners of a passage that are compared, those that share most."""
_RARE_WORDS = 5


def candidates(block: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of indices, first before second, each once, in order."""
    if len(block) <= CROWD:
        yield from _all_that_share(block)
        return
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    keys = [tuple(_keys(passage)) for passage in block]
    for index, found in enumerate(keys):
        for key in found:
            holders[key].append(index)
    for index, found in enumerate(keys):
        yield from _nearest(index, found, holders)


def _all_that_share(block: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    keys = [set(_keys(passage)) for passage in block]
    for first, second in combinations(range(len(block)), 2):
        if keys[first] & keys[second]:
            yield first, second


def _nearest(
    index: int, keys: Sequence[tuple[str, ...]], holders: dict[tuple[str, ...], list[int]]
) -> Iterator[tuple[int, int]]:
    """The passage with those before it that share most of what is rare."""
    shared: Counter[int] = Counter()
    for key in keys:
        others = holders[key]
        weight = 1 + CROWD // len(others)
        # Why the nearest in the list: a crowd is in order of id, which has nothing to do with what is told.
        at = _position(others, index)
        for other in others[max(0, at - CROWD) : at]:
            shared[other] += weight
    for other, _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))[:NEAREST]:
        yield other, index


def _position(holders: list[int], index: int) -> int:
    low, high = 0, len(holders)
    while low < high:
        middle = (low + high) // 2
        if holders[middle] < index:
            low = middle + 1
        else:
            high = middle
    return low


def _keys(passage: Passage) -> Iterator[tuple[str, ...]]:
    """What a passage can be found by: its kinds with its names, alone, and its rarest words."""
    for kind in sorted(passage.kinds):
        yield "kind", kind
        for name in sorted(passage.mentioned)[:_RARE_WORDS]:
            yield "both", kind, name
    for family in sorted(passage.families):
        for name in sorted(passage.mentioned)[:_RARE_WORDS]:
            yield "family", family, name
    if passage.evidence.named_by_date:
        yield ("named",)
    if passage.evidence.part is PartKind.CAPTION:
        yield ("caption",)
    if passage.sense in narration_of(passage.evidence.when.mention.language).encounters:
        yield ("encounter",)
    for first, second in combinations(sorted(passage.names)[:_RARE_WORDS], 2):
        yield "names", first, second
    rarest = sorted(passage.title.items(), key=lambda entry: (-entry[1], entry[0]))[:_RARE_WORDS]
    words = sorted(word for word, _ in rarest)
    for first, second in combinations(words, 2):
        yield "words", first, second
    if passage.common:
        # Why: "had 10,000 troops in Haiti" tells in its words what another tells by its head.
        for word in words:
            for name in sorted(passage.mentioned)[:_RARE_WORDS]:
                yield "both", word, name
