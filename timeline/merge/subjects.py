"""Who a passage tells of, and whether two tell of different ones. Comes in: evidence. Goes out: `Subject`.

Two happenings alike in all but who or what they befell are two: "Team 7 won a medal", "Team 8 won a medal".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.grammar.narration import Narration
from timeline.merge.likeness import narration_of, stem
from timeline.model.event import Evidence, Role

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SMALL = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands before the verb: its numbers, the names and the other words in it; and all words of the passage."""

    numbers: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    """The words up to the first preposition; empty where a name stands among them."""
    title: frozenset[str]
    others: frozenset[str]
    """The names that stand elsewhere in the passage."""


def subject_of(piece: Evidence) -> Subject:
    """The subject as a title has it; of a happening only referred to, what its sentence says before it."""
    narration = narration_of(piece.when.mention.language)
    told, before = _before_head(piece, narration)
    tokens = _TOKEN.findall(before)
    named = {part for name in (*piece.participants, *piece.places) for part in _parts(name)}
    names: set[str] = set()
    words: set[str] = set()
    numbers: set[str] = set()
    core, named_core = True, False
    for position, token in enumerate(tokens):
        lower = _plain(token)
        core = core and lower not in narration.prepositions
        if token[0].isdigit() or lower in narration.numbers:
            numbers.add(lower)
        elif lower in named or (position and token[0].isupper() and not _is_title(token, narration)):
            names.add(lower)
            named_core = named_core or core
        elif core and lower not in narration.stop_words and len(lower) >= _SMALL and lower not in narration.pronouns:
            words.add(stem(lower, narration))
    every = {stem(_plain(token), narration) for token in _TOKEN.findall(told)} | named
    plain = frozenset() if named_core else frozenset(words)
    return Subject(frozenset(numbers), frozenset(names), plain, frozenset(every), frozenset(named - names))


def names_in_quote(piece: Evidence) -> frozenset[str]:
    """The capital words of a sentence that are no titles, nations or months, in lower case."""
    narration = narration_of(piece.when.mention.language)
    found = {part for name in (*piece.participants, *piece.places) for part in _parts(name)}
    tokens = _TOKEN.findall(piece.quote_text)
    found |= {
        _plain(token)
        for position, token in enumerate(tokens)
        if position and token[0].isupper() and len(token) >= _SMALL and not _is_title(token, narration)
    }
    return frozenset(found)


def differ(first: Subject, second: Subject) -> bool:
    """Whether both name a subject, and not the same one."""
    if first.numbers and second.numbers and not first.numbers & second.numbers:
        return True
    if first.names and second.names and not (first.names & second.title or second.names & first.title):
        return True
    if first.words and second.words:
        # Why: "gunmen" and "militants" may be the same people; what they did in one named place is one deed.
        alike = first.words & second.title or second.words & first.title or first.others & second.others
        return not alike
    return False


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


def _parts(name: str) -> list[str]:
    return [_plain(part) for part in name.split() if len(part) >= _SMALL and part[0].isupper()]


def _plain(token: str) -> str:
    return token.strip("“”\"'’.").lower().replace("’", "'").removesuffix("'s")


def _is_title(token: str, narration: Narration) -> bool:
    """Whether a capital word is a title, a nation's adjective, a month or a word that only opens a sentence."""
    return (
        token in narration.honorifics
        or token in narration.demonyms
        or token in narration.calendar_names
        or token.lower() in narration.not_names
    )
