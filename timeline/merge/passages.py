"""Evidence made ready to compare. Comes in: evidence, sketches. Goes out: `Passage`s, and whether two tell the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.merge.likeness import Sketch, Weights, cosine, narration_of, rarity, stem, terms, weighted
from timeline.merge.subjects import Subject, differ, names_in_quote, subject_of
from timeline.model.event import Evidence
from timeline.model.text import PartKind
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
NEAR_COPY = 0.85
"""Share of words in common from which on one sentence is a copy of another."""
_ANY_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of evidence with its kind of happening, its names and its weighted words."""

    evidence: Evidence
    sense: str
    names: frozenset[str]
    words: Weights
    subject: Subject
    mentioned: frozenset[str]
    """The names of the whole sentence."""
    tokens: frozenset[str]
    copy: tuple[str, int]
    """The same for a sentence told word for word elsewhere, and for the same date in it."""


class Likeness:
    """The likeness of articles by their sketches; each pair is worked out once."""

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        kept = {sketch.source_id: dict(sketch.terms) for sketch in sketches}
        rare = rarity(kept.values())
        self._weights = {source: weighted(counts, rare) for source, counts in kept.items()}
        self._terms = {source: frozenset(counts) for source, counts in kept.items()}
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

    def speaks_of(self, source: str, names: Iterable[str]) -> bool:
        """Whether all these names are among the words an article uses most."""
        known = self._terms.get(source, frozenset())
        return all(name in known or name.removesuffix("s") in known for name in names)


def passages(evidence: Iterable[Evidence]) -> list[Passage]:
    """Each piece of evidence made ready, in order of id."""
    ordered = sorted(evidence, key=lambda piece: piece.id)
    stems: dict[str, dict[str, str]] = {}
    bags = [_bag(piece, stems.setdefault(piece.when.mention.language, {})) for piece in ordered]
    rare = rarity(bags)
    return [
        Passage(
            piece,
            sense_of(piece),
            names_of(piece),
            weighted(bag, rare),
            subject_of(piece),
            names_in_quote(piece),
            frozenset(_ANY_TOKEN.findall(piece.quote_text.lower())),
            _copy_of(piece),
        )
        for piece, bag in zip(ordered, bags, strict=True)
    ]


def _copy_of(piece: Evidence) -> tuple[str, int]:
    at = piece.when.mention.span.start - piece.quote.start
    return (
        " ".join(_ANY_TOKEN.findall(piece.quote_text.lower())),
        len(_ANY_TOKEN.findall(piece.quote_text[: max(0, at)])),
    )


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


def apart(first: Passage, second: Passage) -> bool:
    """Whether two passages name different subjects: then nothing makes them one."""
    if first.evidence.named_by_date and second.evidence.named_by_date:
        return False
    return first.copy != second.copy and differ(first.subject, second.subject)


def tell_the_same(first: Passage, second: Passage, likeness: Likeness) -> bool:
    """Whether two passages on one date plainly tell one happening."""
    if first.copy == second.copy:
        return True
    same_sense = bool(first.sense) and first.sense == second.sense
    one, other = first.evidence, second.evidence
    shared = first.names & second.names
    disjoint = bool(first.names and second.names) and not shared
    if one.named_by_date and other.named_by_date:
        return same_sense or not disjoint
    if apart(first, second):
        return False
    if one.factuality is not other.factuality and {one.factuality.value, other.factuality.value} & {"denied"}:
        return False
    if same_sense and _meets_others(first, second):
        return False
    if same_sense and not disjoint and _near_copies(first, second):
        return True
    near = cosine(first.words, second.words)
    other_source = one.source_id != other.source_id
    story = other_source and likeness.between(one.source_id, other.source_id) >= ALIKE_ARTICLES
    near += _STORY_BONUS if story else 0.0
    if same_sense:
        if one.named_by_date or other.named_by_date:
            return not disjoint
        if not _told_closely(one):
            return bool(shared) and not disjoint and near >= SAME_HEAD_UNNAMED
        if disjoint and one.participants and other.participants:
            return False
        if story and (_stands_for(first, second, likeness) or _stands_for(second, first, likeness)):
            return True
        strange = _are_strangers(first, second)
        least = SAME_HEAD_OTHER_NAMES if disjoint else SAME_HEAD_NAMED if shared and not strange else SAME_HEAD_UNNAMED
        return near >= least
    if story and _are_encounters(first, second):
        return True
    if _are_captions(first, second):
        return True
    return len(shared) >= 2 and near >= OTHER_HEAD and other_source and not _are_strangers(first, second)


def _near_copies(first: Passage, second: Passage) -> bool:
    both = len(first.tokens & second.tokens)
    return both >= NEAR_COPY * len(first.tokens | second.tokens)


def _stands_for(bare: Passage, named: Passage, likeness: Likeness) -> bool:
    """Whether "the two women" can be those whom another article names: its own article speaks of all of these."""
    subject = bare.subject
    return (
        not bare.names
        and len(named.subject.names) >= 2
        and not subject.names
        and _points_back(bare.evidence)
        and likeness.speaks_of(bare.evidence.source_id, named.names)
    )


def _points_back(piece: Evidence) -> bool:
    """Whether a title opens as only a phrase that takes its people as known does ("both", "the two", "they")."""
    narration = narration_of(piece.when.mention.language)
    opening = [word.lower() for word in piece.title.split()[:2]]
    return bool(opening) and (
        opening[0] in narration.distributive or opening[0] in narration.personal or opening[-1] in narration.numbers
    )


def _are_strangers(first: Passage, second: Passage) -> bool:
    """Whether each passage tells of somebody whom the other leaves out."""
    return bool(_people(first) - second.mentioned) and bool(_people(second) - first.mentioned)


def _meets_others(first: Passage, second: Passage) -> bool:
    """Whether somebody came together with one person here and with another there."""
    met = first.sense in narration_of(first.evidence.when.mention.language).encounters
    return met and _are_strangers(first, second)


def _are_encounters(first: Passage, second: Passage) -> bool:
    """Whether both tell of people coming together on one day, no one side with others than the other."""
    value = first.evidence.when.value
    if value is None or value.granularity is None or value.granularity > Granularity.DAY:
        return False
    encounters = narration_of(first.evidence.when.mention.language).encounters
    if not (first.sense in encounters and second.sense in encounters):
        return False
    return not _are_strangers(first, second) and bool(
        first.mentioned & second.mentioned & (_people(first) | _people(second))
    )


def _people(passage: Passage) -> frozenset[str]:
    return frozenset(name.split()[-1].lower() for name in passage.evidence.participants if name.split())


def _are_captions(first: Passage, second: Passage) -> bool:
    """Whether two captions show the same people at one time, to the month."""
    one, other = first.evidence, second.evidence
    both = one.part is PartKind.CAPTION and other.part is PartKind.CAPTION
    return both and _told_closely(one) and len(_people(first)) >= 2 and _people(first) == _people(second)
