"""Who a passage tells of, and whether two tell of different ones. Comes in: evidence. Goes out: `Subject`.

Two happenings alike in all but who or what they befell are two: "Team 7 won a medal", "Team 8 won a medal".
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from timeline.grammar.narration import Narration
from timeline.merge.likeness import stem
from timeline.merge.words import SMALL, Word, frozen, plain_of, words
from timeline.model.event import Evidence, Role


class Subject(NamedTuple):
    """What stands before the verb: its numbers, the names and the other words in it; and all words of the passage."""

    numbers: frozenset[str]
    """Those that say which one ("Team 7"), not those that say how many."""
    names: frozenset[str]
    words: frozenset[str]
    """The words up to the first preposition; empty where a name stands among them."""
    title: frozenset[str]
    others: frozenset[str]
    """The names that stand elsewhere in the passage."""
    nominal: bool
    """The head is a noun: whoever is named beside it need not be part of it."""
    points_back: bool
    """Opens as only a phrase does that takes its people as known ("the two", "they", "the singer")."""
    is_person: bool
    """One person is told of by what they are ("a singer", "the mother of two")."""
    is_bare: bool
    """Little more is told of who it is: in two words at most, that may stand for somebody named elsewhere."""


class Kinship(Enum):
    """How two subjects stand to one another."""

    SAME = auto()
    OPEN = auto()
    """One of them says too little."""
    UNLIKE = auto()
    """Described by different words, which may be of one and the same."""
    APART = auto()
    """Two named or numbered ones, and not the same."""


def subject_of(piece: Evidence, title: Sequence[Word], opening: Sequence[Word], narration: Narration) -> Subject:
    """The subject as a title has it; else what the sentence says before what it refers to.

    `title`: the words of the title; `opening`: those of them before the head.
    """
    nominal = _is_nominal(piece, opening, narration)
    every, before = _before_head(piece, title, opening, narration)
    places = _parts_of(piece.places)
    named = _parts_of(piece.participants) | places
    names: list[str] = []
    described: list[str] = []
    numbers: list[str] = []
    core, named_core = True, False
    befalls = piece.head_text is not None and stem(piece.head_text, narration) in narration.befalling
    last = ""
    for position, word in enumerate(before):
        core = core and not word.leads
        if word.counts:
            if _says_which(before, position, narration):
                numbers.append(word.plain)
        elif word.plain in named or (position and word.is_capital):
            # Why: "the Haiti quake" and "the Port-au-Prince quake" may be one; where it was is not who it befell.
            if not (nominal and word.plain in places):
                names.append(word.plain)
            named_core = named_core or core
        elif core and word.describes and not (word.kind and befalls):
            # Why not what befell: "the crash killed two" and "the accident killed two" differ in no subject.
            described.append(word.stem)
            last = word.plain
    plain = frozen(() if named_core or nominal else described)
    points_back, is_person = _points_back(before, narration), not named_core and _is_person(last, narration)
    return Subject(
        frozen(numbers),
        frozen(names),
        plain,
        named.union([word.stem for word in every]),
        named.difference(names) if names else named,
        nominal,
        points_back,
        is_person,
        (points_back or is_person) and len(plain) <= 2 and not names,
    )


def names_in_quote(piece: Evidence, quote: Sequence[Word]) -> frozenset[str]:
    """The capital words of a sentence that are no titles, nations or months, in lower case."""
    inside = [word.name for word in quote[1:] if word.name]
    return _parts_of(piece.participants).union(_parts_of(piece.places), inside)


def kinship(first: Subject, second: Subject) -> Kinship:
    """Whether both tell who or what it befell, and the same one."""
    if first.numbers and second.numbers and first.numbers.isdisjoint(second.numbers):
        return Kinship.APART
    if first.names and second.names:
        apart = first.names.isdisjoint(second.title) and second.names.isdisjoint(first.title)
        return Kinship.APART if apart else Kinship.SAME
    if first.words and second.words:
        # Why: "gunmen" and "militants" may be the same people; what they did in one named place is one deed.
        if not (first.words.isdisjoint(second.title) and second.words.isdisjoint(first.title)):
            return Kinship.SAME
        return Kinship.UNLIKE if first.others.isdisjoint(second.others) else Kinship.OPEN
    for bare, named in ((first, second), (second, first)):
        # Why not what points back: "the singer" may be the one named; "aid" and "a truck" are not the ship named.
        if bare.words and named.names and not bare.points_back and not bare.is_person:
            unlike = bare.words.isdisjoint(named.title) and bare.others.isdisjoint(named.names)
            return Kinship.UNLIKE if unlike else Kinship.OPEN
    return Kinship.OPEN


def _is_nominal(piece: Evidence, opening: Sequence[Word], narration: Narration) -> bool:
    """Whether the head is a noun: "the fall of the tower", not "the tower fell"."""
    if piece.head_text is None:
        return False
    lower = piece.head_text.lower()
    if lower not in narration.event_nouns:
        return False
    # Why: the nurses who "went on strike" are its subject, those of "the nurses' strike" need not be told.
    clause = any(word.is_past for word in opening)
    verb = lower in narration.verbs and narration.verbs[lower][0] != lower
    return not clause and (not verb or piece.role is Role.REFERS)


def _says_which(opening: Sequence[Word], position: int, narration: Narration) -> bool:
    """Whether a number is a name's ("Team 7", "Room 12 of the east wing") and not a count ("at least 45 people")."""
    if not position:
        return False
    before = opening[position - 1].plain
    if not before.isalpha() or before in _small(narration):
        return False
    return position + 1 == len(opening) or opening[position + 1].leads


@lru_cache(maxsize=64)
def _small(narration: Narration) -> frozenset[str]:
    return narration.stop_words | narration.prepositions | narration.adverbs | narration.determiners


def _points_back(before: Sequence[Word], narration: Narration) -> bool:
    if not before:
        return False
    first, second = before[0].lower, before[:2][-1].lower
    known = first in narration.distributive or first in narration.definite or first in narration.third_person
    return known or second in narration.numbers


def _is_person(word: str, narration: Narration) -> bool:
    happenings = narration.happenings
    return bool(word) and (word in happenings.persons or word.endswith(happenings.person_endings))


def _before_head(
    piece: Evidence, title: Sequence[Word], opening: Sequence[Word], narration: Narration
) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words to look at, and of them those before the head."""
    if piece.head is None or piece.head_text is None:
        return title, ()
    before, found, _ = piece.title.partition(piece.head_text)
    if found and before.strip():
        return title, opening
    if piece.role is Role.REFERS and not piece.named_by_date:
        quote = piece.quote_text
        return words(quote, narration), words(quote[: max(0, piece.head.start - piece.quote.start)], narration)
    return title, ()


@lru_cache(maxsize=50_000)
def _parts_of(names: tuple[str, ...]) -> frozenset[str]:
    """The words of names that may stand for them."""
    parts = (part for name in names for part in name.split() if len(part) >= SMALL and part[0].isupper())
    return frozenset(map(plain_of, parts))
