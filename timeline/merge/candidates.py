"""Pairs of passages worth a comparison. Comes in: the passages of one day or period. Goes out: pairs of indices.

No block is too large: what is common in it finds only the nearest by rare words, so the pairs grow with the passages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from timeline.merge.likeness import Bag
from timeline.merge.passages import Passage

CROWD = 24
"""A key that so many share finds pairs by itself; in larger crowds it only counts."""
NEAREST = 8
"""Partners of a passage that are compared, those that share most."""
_RARE_WORDS = 5
Key = tuple[str, ...]
"""What passages share that may be one."""


def candidates(block: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of indices, first before second, each once."""
    if len(block) <= CROWD:
        yield from _all_that_share(block)
        return
    holders: dict[Key, list[int]] = defaultdict(list)
    found: list[list[tuple[list[int], int]]] = []
    for index, passage in enumerate(block):
        shared = []
        for key in _keys(passage):
            others = holders[key]
            if others:
                shared.append((others, len(others)))
            others.append(index)
        found.append(shared)
    for index, shared in enumerate(found):
        for other in _nearest(shared):
            yield other, index


def _all_that_share(block: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    keys = [frozenset(_keys(passage)) for passage in block]
    for first, second in combinations(range(len(block)), 2):
        if not keys[first].isdisjoint(keys[second]):
            yield first, second


def _nearest(lists: Iterable[tuple[list[int], int]]) -> Iterable[int]:
    """Those before a passage that share most of what is rare with it.

    `lists`: who holds each of its keys, in order, and how many of them come before the passage.
    """
    shared: dict[int, int] = {}
    for others, before in lists:
        weight = 1 + CROWD // len(others)
        # Why the nearest in the list: a crowd is in order of id, which has nothing to do with what is told.
        for other in others[before - CROWD if before > CROWD else 0 : before]:
            shared[other] = shared.get(other, 0) + weight
    if len(shared) <= NEAREST:
        return shared
    return sorted(sorted(shared), key=shared.__getitem__, reverse=True)[:NEAREST]


def _keys(passage: Passage) -> list[Key]:
    """What a passage can be found by: its kinds with its names, alone, and its rarest words.

    Each key once. Kinds are keys of one text, words are pairs; the first text of three tells what the others are.
    """
    mentioned = sorted(passage.mentioned)[:_RARE_WORDS]
    names = sorted(passage.names)[:_RARE_WORDS]
    words = _rarest(passage.title)
    found: list[Key] = [*zip(passage.kinds, strict=True), *combinations(words, 2)]
    found += product(("both",), passage.kinds, mentioned)
    found += product(("family",), passage.families | passage.near, mentioned)
    found += [("names", *pair) for pair in combinations(names, 2)]
    if passage.common:
        # Why: "had 10,000 troops in Haiti" tells in its words what another tells by its head.
        found += product(("both",), [word for word in words if word not in passage.kinds], mentioned)
    if passage.named_by_date:
        found.append(("named", "", ""))
    if passage.is_caption:
        found.append(("caption", "", ""))
    if passage.is_encounter:
        found.append(("encounter", "", ""))
    return found


def _rarest(title: Bag) -> list[str]:
    """The rarest words of a title, in order of the alphabet."""
    words = sorted(title.terms)
    if len(words) > _RARE_WORDS:
        words = sorted(sorted(words, key=title.squares.__getitem__, reverse=True)[:_RARE_WORDS])
    return words
