"""A word of a sentence and what it can be: plain data for the tagger and for those who read its words."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import NamedTuple

from timeline.grammar.narration import VerbForm


class Kind(IntEnum):
    """What a word is in its sentence; integers, for they are looked up in sets all the time."""

    NAME = auto()
    WORD = auto()
    EVENT = auto()
    DETERMINER = auto()
    POSSESSIVE = auto()
    PRONOUN = auto()
    PREPOSITION = auto()
    TO = auto()
    MODAL = auto()
    BE = auto()
    HAVE = auto()
    DO = auto()
    NEGATION = auto()
    COORDINATOR = auto()
    SUBORDINATOR = auto()
    RELATIVE = auto()
    THAT = auto()
    ADVERB = auto()
    NUMBER = auto()
    VERB = auto()
    DATE = auto()
    COMMA = auto()
    BREAK = auto()
    QUOTE = auto()


NOUNS = frozenset({Kind.NAME, Kind.WORD, Kind.EVENT, Kind.NUMBER})
BORDERS = frozenset({Kind.COMMA, Kind.BREAK})


class Word(NamedTuple):
    """A word, mark or date with its span in the text; `lower` has a straight apostrophe and no genitive ending.

    Why a tuple: a text has thousands, and a tuple is made in a third of a dataclass's time.
    """

    start: int
    end: int
    lower: str
    kind: Kind
    base: str = ""
    form: VerbForm = VerbForm.NONE
    genitive: bool = False
    capital: bool = False

    def turned(self, kind: Kind, base: str | None = None, form: VerbForm | None = None) -> Word:
        """The same as another kind of word."""
        base = self.base if base is None else base
        form = self.form if form is None else form
        return Word(self.start, self.end, self.lower, kind, base, form, self.genitive, self.capital)
