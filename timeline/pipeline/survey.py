"""One look at everything, for what no passage tells by itself. In: the results of all documents. Out: `Survey`.

Kept of each document is little: its names, the day it was written, and which text it is a copy of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from timeline.merge import Census, Stories, families
from timeline.merge.copies import Heap
from timeline.merge.likeness import rarity_by
from timeline.merge.moments import written_on
from timeline.merge.years import Day
from timeline.model.text import Source
from timeline.pipeline.working import Results


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of all documents together.

    `family`: the sources that are one text, by the smallest of their ids; `originals`: the first of each family;
    `written`: the day number of each source that has one; `spoken`: the share of the documents that speak much of a
    term, and `rare` how rare it is; `asked`: the days without their year that others may settle, with the sense.
    """

    census: Census
    family: Mapping[str, str]
    originals: Mapping[str, Source]
    written: Mapping[str, int | None]
    spoken: Mapping[str, float]
    rare: Mapping[str, float]
    asked: frozenset[tuple[Day, str]]


def survey(results: Results, heap: Callable[[], Heap]) -> Survey:
    """Goes through what all documents gave; `heap` makes the place where runs of words are sorted."""
    terms: Counter[str] = Counter()

    def runs() -> Iterator[tuple[str, tuple[int, ...]]]:
        """The runs of each document; its terms are counted on the way."""
        for sketch in results.sketches():
            terms.update(term for term, _ in sketch.terms)
            yield sketch.source_id, sketch.runs

    family = families(runs(), heap)
    written: dict[str, int | None] = {}
    originals: dict[str, Source] = {}
    for report in results.reports():
        source = report.source
        written[source.id] = written_on(source.published)
        if source.id in family:
            first = originals.setdefault(family[source.id], source)
            originals[family[source.id]] = min(first, source, key=_published)
    census = Census()
    asked: set[tuple[Day, str]] = set()
    for pieces in results.standings():
        census.count(pieces)
        asked.update((piece.yearless, piece.sense) for piece in pieces if piece.yearless is not None)
    for told in results.names():
        census.add(told)
    count = len(written)
    spoken = {term: number / count for term, number in terms.items()}
    return Survey(census, family, originals, written, spoken, rarity_by(terms, count), frozenset(asked))


def alike(results: Results, seen: Survey) -> Callable[[str, str], float]:
    """The likeness of two documents by their sketches."""
    return Stories(results.sketch, seen.rare).likeness


def _published(source: Source) -> tuple[float, str, str]:
    dating = source.published
    first = dating.value.earliest if dating is not None and dating.stated else None
    return float("inf") if first is None else first, source.uri, source.id
