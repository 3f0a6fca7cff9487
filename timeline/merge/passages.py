"""Evidence made ready to compare. Comes in: evidence, sketches. Goes out: `Passage`s, and whether two tell the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.merge.likeness import Sketch, Weights, cosine, narration_of, rarity, stem, terms, weighted
from timeline.model.event import Evidence
from timeline.model.value import Granularity

_QUOTE_WEIGHT = 0.3
"""What a word of the sentence counts against one of the title: a sentence may tell of several dates."""

SAME_HEAD_NAMED = 0.12
"""Least likeness of two passages with the same kind of head and a name in common."""
SAME_HEAD_UNNAMED = 0.42
"""... where one of them names nobody."""
SAME_HEAD_OTHER_NAMES = 0.75
"""... where both name others: near copies only."""
OTHER_HEAD = 0.5
"""... with another head, but two names in common."""
ALIKE_ARTICLES = 0.25
"""From here on, two articles are taken to tell one story."""
_STORY_BONUS = 0.12


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of evidence with its kind of happening, its names and its weighted words."""

    evidence: Evidence
    sense: str
    names: frozenset[str]
    words: Weights


class Likeness:
    """The likeness of articles by their sketches; each pair is worked out once."""

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        kept = {sketch.source_id: dict(sketch.terms) for sketch in sketches}
        rare = rarity(kept.values())
        self._weights = {source: weighted(counts, rare) for source, counts in kept.items()}
        self._known: dict[tuple[str, str], float] = {}

    def between(self, first: str, second: str) -> float:
        """From 0 to 1; an article is like itself."""
        if first == second:
            return 1.0
        pair = (first, second) if first < second else (second, first)
        if pair not in self._known:
            empty: Mapping[str, float] = {}
            self._known[pair] = cosine(self._weights.get(pair[0], empty), self._weights.get(pair[1], empty))
        return self._known[pair]


def passages(evidence: Iterable[Evidence]) -> list[Passage]:
    """Each piece of evidence made ready, in order of id."""
    ordered = sorted(evidence, key=lambda piece: piece.id)
    stems: dict[str, dict[str, str]] = {}
    bags = [_bag(piece, stems.setdefault(piece.when.mention.language, {})) for piece in ordered]
    rare = rarity(bags)
    return [
        Passage(piece, sense_of(piece), names_of(piece), weighted(bag, rare))
        for piece, bag in zip(ordered, bags, strict=True)
    ]


def sense_of(piece: Evidence) -> str:
    """The kind of happening: the stem of the head, one for synonyms; empty without a head."""
    return stem(piece.head_text, narration_of(piece.when.mention.language)) if piece.head_text else ""


def names_of(piece: Evidence) -> frozenset[str]:
    """The last words of its names, in lower case: "Vladimir Putin" and "Putin" are one."""
    found = (name.split()[-1].strip("“”\"'’.").lower() for name in (*piece.participants, *piece.places) if name.split())
    return frozenset(name for name in found if name)


def _bag(piece: Evidence, stems: dict[str, str]) -> dict[str, float]:
    narration = narration_of(piece.when.mention.language)
    date = {word.lower() for word in piece.when.mention.text.split()}
    bag: dict[str, float] = {}
    for term, count in Counter(terms(piece.quote_text, narration, stems)).items():
        if term not in date:
            bag[term] = _QUOTE_WEIGHT * count
    for term in terms(piece.title, narration, stems):
        bag[term] = 1.0
    # Why: the head is compared by itself; two openings of one year are not alike for both being openings.
    bag.pop(sense_of(piece), None)
    return bag


def _told_closely(piece: Evidence) -> bool:
    """Whether a date is told to the month or finer: a year holds many happenings of one kind."""
    value = piece.when.value
    return value is not None and value.granularity is not None and value.granularity <= Granularity.MONTH


def tell_the_same(first: Passage, second: Passage, likeness: Likeness) -> bool:
    """Whether two passages on one date plainly tell one happening."""
    same_sense = bool(first.sense) and first.sense == second.sense
    one, other = first.evidence, second.evidence
    shared = first.names & second.names
    disjoint = bool(first.names and second.names) and not shared
    if one.named_by_date and other.named_by_date:
        return same_sense or not disjoint
    if one.factuality is not other.factuality and {one.factuality.value, other.factuality.value} & {"denied"}:
        return False
    near = cosine(first.words, second.words)
    story = one.source_id != other.source_id and likeness.between(one.source_id, other.source_id) >= ALIKE_ARTICLES
    near += _STORY_BONUS if story else 0.0
    if same_sense:
        if one.named_by_date or other.named_by_date:
            return not disjoint
        if not _told_closely(one):
            return bool(shared) and not disjoint and near >= SAME_HEAD_UNNAMED
        least = SAME_HEAD_OTHER_NAMES if disjoint else SAME_HEAD_NAMED if shared else SAME_HEAD_UNNAMED
        return near >= least
    return len(shared) >= 2 and near >= OTHER_HEAD and one.source_id != other.source_id
