"""What a word is worth for merging, wherever it stands. Comes in: texts. Goes out: `Word`s, each worked out once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from timeline.grammar.narration import Narration, VerbForm
from timeline.merge.kinds import kind_of
from timeline.merge.likeness import WORD, stem
from timeline.model.quick import quickly_made

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SMALL = 3
"""Letters below which a capital word is no name, and a word says nothing of its subject."""
_MOST_KNOWN = 50_000
_NOTHING: frozenset[str] = frozenset()


@quickly_made
@dataclass(frozen=True, slots=True)
class Word:
    """A word or number of a text, with all that is asked of it."""

    token: str
    """As it stands."""
    lower: str
    plain: str
    """In lower case, without quotes and possessive."""
    terms: tuple[str, ...]
    """The stems of what in it carries weight: one mostly, two of "market-place"."""
    stem: str
    is_figure: bool
    counts: bool
    """It is a number, in figures or in letters."""
    is_capital: bool
    """Has a capital, and is no title, no nation's adjective, no month and no word that only opens a sentence."""
    name: str
    """How it is compared where it may be a name; empty where it is none."""
    leads: bool
    """It is a preposition."""
    describes: bool
    """It says something of a subject: no stop word, no pronoun, not short."""
    kind: str
    """The kind of happening that it tells as a noun; empty where it tells none."""
    is_past: bool
    """It is a verb's past form."""


class _Words(dict[str, tuple[Word, ...]]):
    """The words of all that stood between blanks so far in texts of a language.

    Why not of each token: texts are parted at blanks twice as fast as a pattern finds their tokens.
    """

    def __init__(self, narration: Narration) -> None:
        super().__init__()
        self._narration = narration

    def __missing__(self, chunk: str) -> tuple[Word, ...]:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found = self[chunk] = tuple([_word(token, self._narration) for token in _TOKEN.findall(chunk)])
        return found


def words(text: str, narration: Narration) -> list[Word]:
    """The words and numbers of a text."""
    return list(chain.from_iterable(map(_known(narration).__getitem__, text.split())))


def terms_of(told: Iterable[Word]) -> set[str]:
    """The terms of words, each once."""
    return {term for word in told for term in word.terms}


def frozen(found: Collection[str]) -> frozenset[str]:
    """A set for good. Why not `frozenset`: an empty one takes as much room as one of four, and most are empty."""
    return frozenset(found) if found else _NOTHING


@lru_cache(maxsize=64)
def _known(narration: Narration) -> _Words:
    return _Words(narration)


@lru_cache(maxsize=_MOST_KNOWN)
def _word(token: str, narration: Narration) -> Word:
    plain, lower = plain_of(token), token.lower()
    figure = token[0].isdigit()
    capital = token[0].isupper() and not _only_looks_like_a_name(token, narration)
    parts = [found.lower() for found in WORD.findall(token)]
    return Word(
        token=token,
        lower=lower,
        plain=plain,
        terms=tuple(stem(part, narration) for part in parts if part not in narration.stop_words),
        stem=stem(plain, narration),
        is_figure=figure,
        counts=figure or plain in narration.numbers,
        is_capital=capital,
        name=plain if capital and len(token) >= SMALL else "",
        leads=plain in narration.prepositions,
        kind=kind_of(token, narration) if _tells(token, narration) else "",
        is_past=bool(narration.verbs.get(lower, ("", VerbForm.NONE))[1] & VerbForm.PAST),
        describes=plain not in narration.stop_words and len(plain) >= SMALL and plain not in narration.pronouns,
    )


def plain_of(token: str) -> str:
    """A token in lower case, without quotes and possessive."""
    if token.isalpha():
        return token.lower()
    return token.strip("“”\"'’.").lower().replace("’", "'").removesuffix("'s")


def _only_looks_like_a_name(token: str, narration: Narration) -> bool:
    """Whether a capital word is a title, a nation's adjective, a month or a word that only opens a sentence."""
    return (
        token in narration.honorifics
        or token in narration.demonyms
        or token in narration.calendar_names
        or token.lower() in narration.not_names
    )


def _tells(token: str, narration: Narration) -> bool:
    lower = token.lower().removesuffix("'s").removesuffix("’s")
    return lower in narration.event_nouns and token not in narration.calendar_names
