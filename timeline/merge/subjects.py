"""Who a passage tells of, and whether two tell of different ones. Comes in: evidence. Goes out: `Subject`.

Two happenings alike in all but who or what they befell are two: "Team 7 won a medal", "Team 8 won a medal".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from timeline.grammar.narration import Narration, VerbForm
from timeline.merge.likeness import narration_of, stem
from timeline.model.event import Evidence, Role

TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SMALL = 3


@dataclass(frozen=True, slots=True)
class Subject:
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


class Kinship(Enum):
    """How two subjects stand to one another."""

    SAME = auto()
    OPEN = auto()
    """One of them says too little."""
    UNLIKE = auto()
    """Described by different words, which may be of one and the same."""
    APART = auto()
    """Two named or numbered ones, and not the same."""


def subject_of(piece: Evidence, title: list[str]) -> Subject:
    """The subject as a title has it, whose tokens are given; else what the sentence says before what it refers to."""
    narration = narration_of(piece.when.mention.language)
    told, before = _before_head(piece, narration)
    nominal = _is_nominal(piece, narration)
    tokens = TOKEN.findall(before)
    places = {part for name in piece.places for part in _parts(name)}
    named = {part for name in piece.participants for part in _parts(name)} | places
    names: set[str] = set()
    words: set[str] = set()
    numbers: set[str] = set()
    core, named_core = True, False
    core_words: list[str] = []
    for position, token in enumerate(tokens):
        lower = _plain(token)
        core = core and lower not in narration.prepositions
        if token[0].isdigit() or lower in narration.numbers:
            if _says_which(tokens, position, narration):
                numbers.add(lower)
        elif lower in named or (position and token[0].isupper() and not _is_title(token, narration)):
            # Why: "the Haiti quake" and "the Port-au-Prince quake" may be one; where it was is not who it befell.
            if not (nominal and lower in places):
                names.add(lower)
            named_core = named_core or core
        elif core and lower not in narration.stop_words and len(lower) >= _SMALL and lower not in narration.pronouns:
            words.add(stem(lower, narration))
            core_words.append(lower)
    every = title if told is piece.title else TOKEN.findall(told)
    plain = frozenset() if named_core or nominal else frozenset(words)
    return Subject(
        frozenset(numbers),
        frozenset(names),
        plain,
        frozenset({stem(_plain(token), narration) for token in every} | named),
        frozenset(named - names),
        nominal,
        _points_back(tokens, narration),
        not named_core and _is_person(core_words, narration),
    )


def names_in_quote(piece: Evidence, tokens: list[str]) -> frozenset[str]:
    """The capital words of a sentence that are no titles, nations or months, in lower case."""
    narration = narration_of(piece.when.mention.language)
    found = {part for name in (*piece.participants, *piece.places) for part in _parts(name)}
    found |= {
        _plain(token)
        for position, token in enumerate(tokens)
        if position and token[0].isupper() and len(token) >= _SMALL and not _is_title(token, narration)
    }
    return frozenset(found)


def kinship(first: Subject, second: Subject) -> Kinship:
    """Whether both tell who or what it befell, and the same one."""
    if first.numbers and second.numbers and not first.numbers & second.numbers:
        return Kinship.APART
    if first.names and second.names:
        same = first.names & second.title or second.names & first.title
        return Kinship.SAME if same else Kinship.APART
    if first.words and second.words:
        # Why: "gunmen" and "militants" may be the same people; what they did in one named place is one deed.
        if first.words & second.title or second.words & first.title:
            return Kinship.SAME
        return Kinship.OPEN if first.others & second.others else Kinship.UNLIKE
    for bare, named in ((first, second), (second, first)):
        # Why not what points back: "the singer" may be the one named; "aid" and "a truck" are not the ship named.
        if bare.words and named.names and not bare.points_back and not bare.is_person:
            return Kinship.OPEN if bare.words & named.title or bare.others & named.names else Kinship.UNLIKE
    return Kinship.OPEN


def _is_nominal(piece: Evidence, narration: Narration) -> bool:
    """Whether the head is a noun: "the fall of the tower", not "the tower fell"."""
    if piece.head_text is None:
        return False
    lower = piece.head_text.lower()
    if lower not in narration.event_nouns:
        return False
    told = TOKEN.findall(piece.title.partition(piece.head_text)[0])
    # Why: the nurses who "went on strike" are its subject, those of "the nurses' strike" need not be told.
    clause = any(narration.verbs.get(token.lower(), ("", VerbForm.NONE))[1] & VerbForm.PAST for token in told)
    verb = lower in narration.verbs and narration.verbs[lower][0] != lower
    return not clause and (not verb or piece.role is Role.REFERS)


def _says_which(tokens: list[str], position: int, narration: Narration) -> bool:
    """Whether a number is a name's ("Team 7", "Room 12 of the east wing") and not a count ("at least 45 people")."""
    if not position:
        return False
    before = _plain(tokens[position - 1])
    small = narration.stop_words | narration.prepositions | narration.adverbs | narration.determiners
    after = _plain(tokens[position + 1]) if position + 1 < len(tokens) else ""
    return before.isalpha() and before not in small and (not after or after in narration.prepositions)


def _points_back(tokens: list[str], narration: Narration) -> bool:
    opening = [token.lower() for token in tokens[:2]]
    if not opening:
        return False
    known = narration.distributive, narration.definite, narration.third_person
    return any(opening[0] in words for words in known) or opening[-1] in narration.numbers


def _is_person(words: list[str], narration: Narration) -> bool:
    if not words:
        return False
    happenings = narration.happenings
    return words[-1] in happenings.persons or words[-1].endswith(happenings.person_endings)


def _before_head(piece: Evidence, narration: Narration) -> tuple[str, str]:
    """The words to look at, and of them those before the head."""
    if piece.head is None or piece.head_text is None:
        return piece.title, ""
    before, found, _ = piece.title.partition(piece.head_text)
    if found and before.strip():
        return piece.title, before
    if piece.role is Role.REFERS and not piece.named_by_date:
        return piece.quote_text, piece.quote_text[: max(0, piece.head.start - piece.quote.start)]
    return piece.title, ""


@lru_cache(maxsize=50_000)
def _parts(name: str) -> tuple[str, ...]:
    return tuple([_plain(part) for part in name.split() if len(part) >= _SMALL and part[0].isupper()])


def _plain(token: str) -> str:
    if token.isalpha():
        return token.lower()
    return token.strip("“”\"'’.").lower().replace("’", "'").removesuffix("'s")


@lru_cache(maxsize=50_000)
def _is_title(token: str, narration: Narration) -> bool:
    """Whether a capital word is a title, a nation's adjective, a month or a word that only opens a sentence."""
    return (
        token in narration.honorifics
        or token in narration.demonyms
        or token in narration.calendar_names
        or token.lower() in narration.not_names
    )
