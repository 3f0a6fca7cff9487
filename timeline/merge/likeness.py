"""How alike articles and passages are. Comes in: documents, evidence. Goes out: `Sketch`, `Weights`, cosines.

A sketch is all that merging keeps of a document: its heaviest words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import fsum, log, sqrt
from typing import NamedTuple

from timeline.grammar.narration import Narration, VerbForm
from timeline.language import pack
from timeline.merge.copies import runs
from timeline.model.quick import quickly_made
from timeline.model.text import Document

WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*")
_BREAKS = bytes(byte if byte > 127 or chr(byte).isalpha() or chr(byte) == "-" else 32 for byte in range(256))
"""Bytes of a text as they stand, but blanks for what of ASCII is in no word."""
_NAME = re.compile(r"[A-Z\u0080-\U0010ffff](?<=[^\W_] [^\W\d_]|, [^\W\d_])[^\W\d_]{2,}")
"""A word with a capital that does not open its sentence; there is no class of capitals, so others are dropped later.

Why it looks back from behind its first letter: a pattern that starts with a look back is tried everywhere.
"""
_SKETCH_TERMS = 120
_SKETCH_NAMES = 15
_SKETCHED = 40_000
"""Code points of a document that its sketch is taken from: an article's subject shows early."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Sketch:
    """A document's heaviest terms with their weights (1 + log of how often), heaviest first."""

    source_id: str
    terms: tuple[tuple[str, float], ...]
    runs: tuple[int, ...] = ()
    """The runs of words by which the same text is known again (see `copies`)."""
    names: tuple[tuple[str, float], ...] = ()
    """Whom and what it names most, in lower case, with their weights; empty where a script has no capitals."""


def sketch(document: Document) -> Sketch:
    """A document's term weights, for the likeness of articles."""
    narration = narration_of(document.source.language)
    text = document.text[:_SKETCHED]
    return Sketch(
        document.id,
        _heaviest(_counted(text, narration), _SKETCH_TERMS),
        runs(document, _SKETCHED),
        _heaviest(_names_counted(text, narration), _SKETCH_NAMES),
    )


def _heaviest(counts: Mapping[str, int], most: int) -> tuple[tuple[str, float], ...]:
    heaviest = sorted(sorted(counts), key=counts.__getitem__, reverse=True)[:most]
    return tuple((term, _weight(counts[term])) for term in heaviest)


def _names_counted(text: str, narration: Narration) -> Counter[str]:
    """How often each word with a capital stands inside a sentence: no titles, nations or words of the calendar."""
    counts: Counter[str] = Counter()
    for word, count in Counter(_NAME.findall(text)).items():
        lower = word.lower()
        if word[0].isupper() and not (
            word in narration.calendar_names
            or word in narration.honorifics
            or word in narration.demonyms
            or lower in narration.not_names
        ):
            counts[lower] += count
    return counts


@lru_cache(maxsize=1_000)
def _weight(count: int) -> float:
    return round(1 + log(count), 4)


def _counted(text: str, narration: Narration) -> dict[str, int]:
    """How often each term stands in a text. Why not `terms`: to cut and count bytes first, and to stem each piece once.

    That takes half the time.
    """
    counts: dict[str, int] = {}
    for piece, count in Counter(text.lower().encode("utf-8", "surrogatepass").translate(_BREAKS).split()).items():
        for term in _terms_of(piece, narration):
            counts[term] = counts.get(term, 0) + count
    return counts


@lru_cache(maxsize=50_000)
def _terms_of(piece: bytes, narration: Narration) -> tuple[str, ...]:
    """The terms of what no blank or mark of ASCII parts."""
    words = WORD.findall(piece.decode("utf-8", "surrogatepass"))
    return tuple(_stem(word, narration) for word in words if word not in narration.stop_words)


@lru_cache(maxsize=64)
def narration_of(language: str | None) -> Narration:
    """The narration of a language; English where none is known."""
    return pack(language or "en").narration


def terms(text: str, narration: Narration, known: dict[str, str] | None = None) -> Iterable[str]:
    """The stems of a text's words that carry weight; `known` keeps those already worked out."""
    known = {} if known is None else known
    for surface in WORD.findall(text):
        word = surface.lower()
        if word in narration.stop_words:
            continue
        if word not in known:
            known[word] = stem(word, narration)
        yield known[word]


def stem(word: str, narration: Narration) -> str:
    """A word's base form: the verb's where it is one, else without a plural ending; one name for synonyms."""
    return _stem(word.lower(), narration)


@lru_cache(maxsize=50_000)
def _stem(lower: str, narration: Narration) -> str:
    lower = lower.replace("’", "'").removesuffix("'s")
    if lower in narration.synonyms:
        return narration.synonyms[lower]
    base, form = narration.verbs.get(lower, (lower, VerbForm.NONE))
    if not form and lower.endswith("s") and not lower.endswith("ss") and len(lower) > 4:
        base = lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]
        base = narration.verbs.get(base, (base, form))[0]
    return narration.synonyms.get(base, base)


Weights = Mapping[str, float]


def weighted(counts: Iterable[tuple[str, float]], rarity: Mapping[str, float]) -> Weights:
    """Term weights of length 1; the counts come in an order of their own, as the last digit of a sum hangs on it."""
    raw = [(term, count * rarity.get(term, 1.0)) for term, count in counts]
    length = sqrt(sum([weight * weight for _, weight in raw]))
    return {term: weight / length for term, weight in raw}


def rarity(bags: Iterable[Iterable[str]]) -> dict[str, float]:
    """How rare each term is among bags of terms."""
    sets = [bag if isinstance(bag, Set) else set(bag) for bag in bags]
    return rarity_by(Counter(chain.from_iterable(sets)), len(sets))


def rarity_by(seen: Mapping[str, int], total: int) -> dict[str, float]:
    """How rare each term is, by how many of so many bags it is in (smoothed inverse frequency)."""
    return {term: log((1 + total) / (1 + count)) + 1 for term, count in seen.items()}


def cosine(first: Weights, second: Weights) -> float:
    """The cosine of two weight tables of length 1."""
    if len(first) > len(second):
        first, second = second, first
    return fsum([weight * second[term] for term, weight in first.items() if term in second])


class Bag(NamedTuple):
    """Terms that each stand once in a text, where how rare they are is all that they weigh.

    Why no `Weights`: the terms are there, and a table of them takes longer to make than two bags to compare.
    """

    terms: Set[str]
    squares: Mapping[str, float]
    """How rare terms are, each squared; one table for all bags of a batch."""
    length: float

    @classmethod
    def of(cls, terms: Set[str], squares: Mapping[str, float]) -> Bag:
        """The bag of terms that are all in the table."""
        return cls(terms, squares, sqrt(fsum(map(squares.__getitem__, terms))))

    def cosine(self, other: Bag) -> float:
        """The cosine of two bags, which may be of two batches."""
        both = self.terms & other.terms
        if not both:
            return 0.0
        one, two = self.squares, other.squares
        shared = map(one.__getitem__, both) if one is two else [sqrt(one[term] * two[term]) for term in both]
        return fsum(shared) / (self.length * other.length)
