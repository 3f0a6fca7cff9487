"""A summary timeline: the dates that matter, each with the sentences that tell them best. In: sentences. Out: `Chosen`.

Dates are ranked by what is made of them (`moments`). A date's sentences come from those that name it and from the
openings of articles written that day or the day after; one by one, that is taken which brings the summary nearest to
the middle of them all.
Source: the date-wise approach and centroid-opt of Ghalandari and Ifrim, Examining the State-of-the-Art in News Timeline
Summarization (2020).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from timeline.merge.likeness import Weights, rarity, weighted
from timeline.merge.moments import Moment, Told, remembrance, weights
from timeline.model.value import Granularity

DATES = 1.5
"""Dates for the square root of the number of documents, where nobody says how many."""
AFTER = 1
"""Days after a date on which articles still open with it."""
SHORTEST, LONGEST = 8, 60
"""Words of a sentence that can stand in a summary."""
REPEATED = 0.6
"""Likeness from which on a sentence says again what another says."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source, with its terms and the moments it names; `written` is the day of the source's own date.

    `lead`: it belongs to the article's opening; `running`: it is neither a heading nor a caption or the like.
    """

    source: str
    text: str
    terms: tuple[str, ...]
    moments: tuple[Moment, ...]
    written: int | None
    lead: bool = False
    running: bool = True


@dataclass(frozen=True, slots=True)
class Chosen:
    """A date of the summary with its sentences, the most telling first."""

    moment: Moment
    sentences: tuple[Sentence, ...]


def selected(
    sentences: Sequence[Sentence],
    family: Mapping[str, str],
    *,
    dates: int | None,
    each: int,
    first: int | None = None,
    last: int | None = None,
) -> tuple[Chosen, ...]:
    """The `dates` that matter most from day `first` to day `last`, in order of time; by default it chooses how many.

    `each`: how many sentences for a date, at most. `family` names the sources that are one text.
    Months and years are taken only where there are too few days.
    """
    told = [
        Told(sentence.source, sentence.written, moment, sentence.lead)
        for sentence in sentences
        for moment in sentence.moments
    ]
    tellable = {moment for sentence in sentences if sentence.running for moment in sentence.moments}
    made = {
        moment: weight
        for moment, weight in weights(told, family).items()
        if moment in tellable and (first is None or moment.first >= first) and (last is None or moment.last <= last)
    }
    if dates is None:
        texts = {family.get(sentence.source, sentence.source) for sentence in sentences}
        dates = max(1, round(DATES * sqrt(len(texts))))
    ranked = sorted(made, key=lambda moment: (moment.grain, -made[moment], moment.first))[:dates]
    candidates = _candidates(sentences, frozenset(ranked))
    rare = rarity(sentence.terms for sentence in sentences)
    said: set[str] = set()
    chosen = [Chosen(moment, _telling(candidates[moment], rare, each, said)) for moment in ranked]
    return tuple(sorted(chosen, key=lambda one: (one.moment.first, -one.moment.grain)))


class _Candidate(NamedTuple):
    """A sentence that may tell of a date, and how much it counts among the others."""

    sentence: Sentence
    worth: float


def _candidates(sentences: Iterable[Sentence], wanted: frozenset[Moment]) -> dict[Moment, list[_Candidate]]:
    """What may tell of each date wanted."""
    found: dict[Moment, list[_Candidate]] = defaultdict(list)
    for sentence in sentences:
        if not sentence.running:
            continue
        for moment in wanted.intersection(sentence.moments):
            found[moment].append(_Candidate(sentence, remembrance(moment, sentence.written)))
        if sentence.lead and sentence.written is not None:
            for day in range(sentence.written - AFTER, sentence.written + 1):
                moment = Moment(Granularity.DAY, day)
                if moment in wanted and moment not in sentence.moments:
                    found[moment].append(_Candidate(sentence, 1.0))
    return found


def _telling(
    candidates: list[_Candidate], rare: Mapping[str, float], count: int, said: set[str]
) -> tuple[Sentence, ...]:
    """A date's sentences; `said` holds what other dates have said, and is added to."""
    able = [candidate for candidate in candidates if _can_stand(candidate.sentence)] or candidates
    new = [candidate for candidate in able if candidate.sentence.text not in said] or able
    picked = tuple(_nearest(new, rare, count))
    said.update(sentence.text for sentence in picked)
    return picked


def _can_stand(sentence: Sentence) -> bool:
    """Whether a sentence says something by itself: neither a scrap, nor endless, nor a question."""
    return SHORTEST <= len(sentence.text.split()) <= LONGEST and not sentence.text.endswith("?")


def _nearest(candidates: list[_Candidate], rare: Mapping[str, float], count: int) -> Iterator[Sentence]:
    """One sentence after the other, each the one that brings their sum nearest to the middle of all candidates."""
    vectors = [weighted(dict.fromkeys(candidate.sentence.terms, 1.0).items(), rare) for candidate in candidates]
    middle: dict[str, float] = defaultdict(float)
    for candidate, vector in zip(candidates, vectors, strict=True):
        for term, weight in vector.items():
            middle[term] += candidate.worth * weight
    nearness = [_product(vector, middle) for vector in vectors]
    total: dict[str, float] = defaultdict(float)
    near = square = 0.0
    left = list(range(len(vectors)))
    for _ in range(count):
        if not left:
            return
        grown = {index: square + 2 * _product(vectors[index], total) + 1 for index in left}
        scores = {index: (near + nearness[index]) / sqrt(grown[index]) for index in left}
        best = max(left, key=scores.__getitem__)
        yield candidates[best].sentence
        near, square = near + nearness[best], grown[best]
        for term, weight in vectors[best].items():
            total[term] += weight
        left = [index for index in left if index != best and _product(vectors[index], vectors[best]) <= REPEATED]


def _product(first: Weights, second: Weights) -> float:
    return sum(weight * second[term] for term, weight in first.items() if term in second)
