"""Pairs of passages worth a comparison. Comes in: the passages of one day or period. Goes out: pairs of indices.

No block is too large: what is common in it finds only the nearest by rare words, so the pairs grow with the passages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

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
    found = [[holders[key] for key in _keys(passage)] for passage in block]
    for index, lists in enumerate(found):
        for others in lists:
            others.append(index)
    for index, lists in enumerate(found):
        for other in _nearest(index, lists):
            yield other, index


def _all_that_share(block: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    keys = [frozenset(_keys(passage)) for passage in block]
    for first, second in combinations(range(len(block)), 2):
        if not keys[first].isdisjoint(keys[second]):
            yield first, second


def _nearest(index: int, lists: Iterable[list[int]]) -> Iterable[int]:
    """Those before a passage that share most of what is rare with it; `lists`: who holds each of its keys, in order."""
    shared: dict[int, int] = {}
    for others in lists:
        if others[0] >= index:
            continue
        weight = 1 + CROWD // len(others)
        # Why the nearest in the list: a crowd is in order of id, which has nothing to do with what is told.
        at = bisect_left(others, index)
        for other in others[at - CROWD if at > CROWD else 0 : at]:
            shared[other] = shared.get(other, 0) + weight
    if len(shared) <= NEAREST:
        return shared
    return sorted(sorted(shared), key=shared.__getitem__, reverse=True)[:NEAREST]


def _keys(passage: Passage) -> list[Key]:
    """What a passage can be found by: its kinds with its names, alone, and its rarest words."""
    mentioned = sorted(passage.mentioned)[:_RARE_WORDS]
    title = passage.title
    words = sorted(sorted(title, key=title.__getitem__, reverse=True)[:_RARE_WORDS])
    found: list[Key] = [("kind", kind) for kind in passage.kinds]
    found += [("both", kind, name) for kind in passage.kinds for name in mentioned]
    found += [("family", family, name) for family in passage.families | passage.near for name in mentioned]
    found += [("names", one, two) for one, two in combinations(sorted(passage.names)[:_RARE_WORDS], 2)]
    found += [("words", one, two) for one, two in combinations(words, 2)]
    if passage.common:
        # Why: "had 10,000 troops in Haiti" tells in its words what another tells by its head.
        found += [("both", word, name) for word in words for name in mentioned]
    if passage.named_by_date:
        found.append(("named",))
    if passage.is_caption:
        found.append(("caption",))
    if passage.is_encounter:
        found.append(("encounter",))
    return found
