"""Articles that are one text with small changes: a print version, a wire report in another paper.

Comes in: documents, sketches. Goes out: the runs of words that a text is known by, and which sources are of one family.
Source: Broder, On the resemblance and containment of documents (1997); sampled by word, so that cuts change little.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, pairwise
from typing import Protocol
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
SEVERAL = 40
"""So many texts that have a run are compared each with each; of more, each with the next."""
STOCK = 200
"""A run in more than SEVERAL texts, and in more than one of so many, is a stock phrase, and finds no pairs."""
BUCKETS = 64
"""Into so many parts runs are sorted before each part is put in order."""

_TOGETHER = 50_000
"""Runs that are sorted into buckets together."""
_BUCKET = (1 << 32) // BUCKETS
_WORD = re.compile(r"\w+")
_BREAKS = bytes(byte if byte > 127 or _WORD.match(chr(byte)) else 32 for byte in range(256))
"""Bytes of a text as they stand, but blanks for the marks of ASCII, which are in no word."""
_NOT_COMPARED = frozenset(
    {PartKind.TEASER, PartKind.BOILERPLATE, PartKind.TITLE, PartKind.BYLINE, PartKind.DATELINE, PartKind.CAPTION}
)


def runs(document: Document, limit: int) -> tuple[int, ...]:
    """The sampled runs of words of an article's first `limit` code points, as numbers, in order of size."""
    words: list[bytes] = []
    at = 0
    for part in document.parts:
        if part.kind in _NOT_COMPARED:
            words += _words(document.text[at : min(part.span.start, limit)])
            at = max(at, part.span.end)
    words += _words(document.text[at:limit])
    numbers = map(crc32, words[: max(0, len(words) - RUN + 1)])
    starts = [i for i, number in enumerate(numbers) if number % ONE_IN == 0]
    found = {crc32(b" ".join(words[i : i + RUN])) for i in starts}
    return tuple(sorted(found)[:MOST_RUNS])


def _words(text: str) -> list[bytes]:
    """The words of a text in lower case. Why as bytes: cut so, they take a third of the time of a pattern."""
    cut = text.lower().encode("utf-8", "surrogatepass").translate(_BREAKS).split()
    if text.isascii():
        return cut
    return [word for piece in cut for word in ((piece,) if piece.isascii() else _cut(piece))]


def _cut(piece: bytes) -> list[bytes]:
    """The words of a piece with other marks in it than those of ASCII."""
    return [word.encode() for word in _WORD.findall(piece.decode("utf-8", "surrogatepass"))]


class Heap(Protocol):
    """Numbers laid into buckets, and got back a bucket at a time: in memory, or where memory is too small, on disk."""

    def add(self, bucket: int, numbers: Iterable[int]) -> None:
        """Lays numbers into one of the buckets (0 to BUCKETS - 1)."""

    def bucket(self, number: int) -> Sequence[int]:
        """All that was laid into one."""


class HeapInMemory:
    """A heap for what fits into memory."""

    def __init__(self) -> None:
        self._held = [array("Q") for _ in range(BUCKETS)]

    def add(self, bucket: int, numbers: Iterable[int]) -> None:
        """Lays numbers into a bucket."""
        self._held[bucket].extend(numbers)

    def bucket(self, number: int) -> Sequence[int]:
        """All that was laid into it."""
        return self._held[number]


def families(
    texts: Iterable[tuple[str, tuple[int, ...]]], heap: Callable[[], Heap] = HeapInMemory
) -> Mapping[str, str]:
    """The family of each source that has one, by its id: the smallest id of those that are one text.

    `texts`: ids with their runs in order of size; `heap` makes the place where those are sorted.
    """
    by_run, by_text = heap(), heap()
    sources: list[str] = []
    sizes = array("L")
    waiting: list[int] = []
    for number, (source, found) in enumerate(texts):
        sources.append(source)
        sizes.append(len(found))
        waiting += [run << 32 | number for run in found]
        if len(waiting) >= _TOGETHER:
            _lay_down(by_run, waiting)
            waiting.clear()
    _lay_down(by_run, waiting)
    for bucket in range(BUCKETS):
        for holders in _holders(by_run.bucket(bucket)):
            if len(holders) <= max(SEVERAL, len(sources) // STOCK):
                # Why not all pairs of many: a text that a thousand papers print would cost half a million a run.
                pairs = combinations(holders, 2) if len(holders) <= SEVERAL else pairwise(holders)
                for one, other in pairs:
                    by_text.add(one % BUCKETS, (one << 32 | other,))
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while number in parent:
            number = parent[number]
        return number

    for bucket in range(BUCKETS):
        for pair, count in _counted(by_text.bucket(bucket)):
            one, other = pair >> 32, pair & 0xFFFFFFFF
            if count >= FEWEST and count >= SHARED * min(sizes[one], sizes[other]):
                first, second = root(one), root(other)
                if first != second:
                    parent[max(first, second)] = min(first, second)
    members: dict[int, list[str]] = defaultdict(list)
    for number in {*parent, *parent.values()}:
        members[root(number)].append(sources[number])
    return {source: min(group) for group in members.values() for source in group}


def _lay_down(heap: Heap, numbers: list[int]) -> None:
    """Runs with the numbers of their texts behind them, each in the bucket of its size."""
    numbers.sort()
    start = 0
    for bucket in range(BUCKETS):
        end = bisect_left(numbers, (bucket + 1) * _BUCKET << 32, start)
        heap.add(bucket, numbers[start:end])
        start = end


def _holders(numbers: Iterable[int]) -> Iterator[list[int]]:
    """The texts of each run that several have, in their order."""
    last, holders = -1, list[int]()
    for number in sorted(numbers):
        if number >> 32 != last:
            if len(holders) > 1:
                yield holders
            last, holders = number >> 32, []
        holders.append(number & 0xFFFFFFFF)
    if len(holders) > 1:
        yield holders


def _counted(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Each number with how often it is there."""
    for number, same in groupby(sorted(numbers)):
        yield number, sum(1 for _ in same)


def once(pieces: Sequence[Evidence], family: Mapping[str, str]) -> Sequence[Evidence]:
    """The pieces without those of further copies: of each family, those of the source that has most."""
    if not any(piece.source_id in family for piece in pieces):
        return pieces
    counts = Counter(piece.source_id for piece in pieces)
    kept: dict[str, str] = {}
    for source in sorted(counts, key=lambda source: (-counts[source], source)):
        kept.setdefault(family.get(source, source), source)
    return [piece for piece in pieces if kept[family.get(piece.source_id, piece.source_id)] == piece.source_id]
