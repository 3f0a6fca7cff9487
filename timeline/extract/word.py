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


# Why: to look a member up in its enum takes Python 3.11 six times as long as a name of its own.
(
    NAME,
    WORD,
    EVENT,
    DETERMINER,
    POSSESSIVE,
    PRONOUN,
    PREPOSITION,
    TO,
    MODAL,
    BE,
    HAVE,
    DO,
    NEGATION,
    COORDINATOR,
    SUBORDINATOR,
    RELATIVE,
    THAT,
    ADVERB,
    NUMBER,
    VERB,
    DATE,
    COMMA,
    BREAK,
    QUOTE,
) = Kind

NOUNS = frozenset({NAME, WORD, EVENT, NUMBER})
BORDERS = frozenset({COMMA, BREAK})
AUXILIARIES = frozenset({MODAL, BE, HAVE, DO})


def forms_with(*wanted: VerbForm) -> frozenset[VerbForm]:
    """All combinations that have one of the forms wanted. Why: `&` of flags is slow, to look up in a set is not."""
    every = (VerbForm(value) for value in range(2 * VerbForm.GERUND.value))
    return frozenset(form for form in every if any(one in form for one in wanted))


UNFORMED = VerbForm.NONE
BASE_FORMS, THIRD_FORMS, PAST_FORMS, PARTICIPLES, GERUNDS = (forms_with(form) for form in VerbForm)


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
        return tuple.__new__(Word, (self.start, self.end, self.lower, kind, base, form, self.genitive, self.capital))
