"""A word of a sentence and what it can be: plain data for the tagger and for those who read its words."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from timeline.grammar.narration import VerbForm


class Kind(int):
    """What a word is in its sentence.

    Why no enum: to look up a member takes Python 3.11 five times as long, and each word is asked many times.
    """

    NAME: ClassVar[Kind]
    WORD: ClassVar[Kind]
    EVENT: ClassVar[Kind]
    DETERMINER: ClassVar[Kind]
    POSSESSIVE: ClassVar[Kind]
    PRONOUN: ClassVar[Kind]
    PREPOSITION: ClassVar[Kind]
    TO: ClassVar[Kind]
    MODAL: ClassVar[Kind]
    BE: ClassVar[Kind]
    HAVE: ClassVar[Kind]
    DO: ClassVar[Kind]
    NEGATION: ClassVar[Kind]
    COORDINATOR: ClassVar[Kind]
    SUBORDINATOR: ClassVar[Kind]
    RELATIVE: ClassVar[Kind]
    THAT: ClassVar[Kind]
    ADVERB: ClassVar[Kind]
    NUMBER: ClassVar[Kind]
    VERB: ClassVar[Kind]
    DATE: ClassVar[Kind]
    COMMA: ClassVar[Kind]
    BREAK: ClassVar[Kind]
    QUOTE: ClassVar[Kind]

    def __repr__(self) -> str:
        return list(Kind.__annotations__)[self - 1]


_KINDS = tuple(map(Kind, range(1, len(Kind.__annotations__) + 1)))
for name, kind in zip(Kind.__annotations__, _KINDS, strict=True):
    setattr(Kind, name, kind)

# Why: a name of its own is found sooner still.
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
) = _KINDS

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
