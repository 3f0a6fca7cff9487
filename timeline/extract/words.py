"""The words of one sentence, each with what it is. Comes in: text, span, dates, narration. Goes out: `Word`s.

No statistical tagger: a word's class comes from the language's lists and the words beside it.
"""

from __future__ import annotations

import re
from enum import IntEnum, auto
from functools import lru_cache
from typing import NamedTuple

from timeline.grammar.narration import Narration, VerbForm
from timeline.model.text import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:-[^\W\d_]+)?"
    r"|[^\W\d_]+(?:[-’'‑][^\W_]+)*[’']?"
    r"|[$€£]?\d(?:[\d.,]*\d)?[^\W_]*(?:-[^\W_]+)*%?"
    r"|[^\w\s]|_"
)
_PRONOUN_PARTS = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}


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


def words(
    text: str,
    sentence: Span,
    dates: tuple[Span, ...],
    narration: Narration,
    known: frozenset[str] = frozenset(),
) -> tuple[Word, ...]:
    """The words of a sentence; each date that lies in it is one word.

    `known` are words, in lower case, that the document uses as names: they are names at a sentence's start too.
    """
    raw: list[Word] = []
    at = sentence.start
    for date in sorted(d for d in dates if sentence.holds(d)):
        if date.start < at:
            continue
        raw.extend(_split(text, at, date.start, narration))
        raw.append(Word(date.start, date.end, text[date.start : date.end].lower(), Kind.DATE))
        at = date.end
    raw.extend(_split(text, at, sentence.end, narration))
    return _tagged(_without_dots(raw), narration, known)


def _split(text: str, start: int, end: int, narration: Narration) -> list[Word]:
    found: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        for first, last, lower, kind, genitive, capital in _pieces(match[0], narration):
            found.append(Word(at + first, at + last, lower, kind, "", VerbForm.NONE, genitive, capital))
    return found


_Piece = tuple[int, int, str, Kind, bool, bool]


@lru_cache(maxsize=20_000)
def _pieces(surface: str, narration: Narration) -> tuple[_Piece, ...]:
    """A token as one word or two ("they'll"): (start, end, lower, kind, genitive, capital) each."""
    size = len(surface)
    lower = surface.lower().replace("’", "'").replace("‑", "-")
    capital = surface[0].isupper()
    cut = lower.rfind("'")
    if (
        cut > 0
        and lower[cut:] in _PRONOUN_PARTS
        and (lower[:cut] in narration.pronouns or lower[:cut] in narration.relatives or lower[cut:] not in ("'s",))
    ):
        verb = _PRONOUN_PARTS[lower[cut:]]
        return (
            (0, cut, lower[:cut], _listed_kind(lower[:cut], narration), False, capital),
            (cut, size, verb, _listed_kind(verb, narration), False, False),
        )
    if lower.endswith("'s") and len(lower) > 2:
        return ((0, size, lower[:-2], _listed_kind(lower[:-2], narration), True, capital),)
    if lower.endswith("s'") and len(lower) > 2:
        return ((0, size, lower[:-1], _listed_kind(lower[:-1], narration), True, capital),)
    if lower.endswith("'") and len(lower) > 1:
        return (
            (0, size - 1, lower[:-1], _listed_kind(lower[:-1], narration), False, capital),
            (size - 1, size, "'", Kind.QUOTE, False, False),
        )
    return ((0, size, lower, _listed_kind(lower, narration), False, capital),)


def _listed_kind(lower: str, n: Narration) -> Kind:
    """The kind that the lists alone give."""
    first = lower[0]
    if not first.isalnum():
        if first in "\"“”«»„‘’'":
            return Kind.QUOTE
        if first in ",":
            return Kind.COMMA
        if first in "$€£" and len(lower) > 1:
            return Kind.NUMBER
        return Kind.BREAK if first in ";:()[]{}—–-.!?…|/•*" else Kind.QUOTE
    if first.isdigit():
        return Kind.NUMBER if lower[-1].isdigit() or lower[-1] == "%" else Kind.WORD
    if lower in n.be or lower in n.have or lower in n.do:
        return Kind.BE if lower in n.be else Kind.HAVE if lower in n.have else Kind.DO
    if lower in n.future or lower in n.conditional:
        return Kind.MODAL
    if lower in n.relatives or lower in n.complementizers:
        return Kind.RELATIVE if lower in n.relatives else Kind.THAT
    if lower in n.coordinators:
        return Kind.COORDINATOR
    if lower in n.possessives:
        return Kind.POSSESSIVE
    if lower in n.personal:
        return Kind.PRONOUN
    if lower in n.negations:
        return Kind.NEGATION
    if lower in n.determiners:
        return Kind.DETERMINER
    if lower in n.pronouns:
        return Kind.PRONOUN
    if lower in n.numbers:
        return Kind.NUMBER
    if lower == n.infinitive:
        return Kind.TO
    if lower in n.subordinators:
        return Kind.SUBORDINATOR
    if lower in n.prepositions:
        return Kind.PREPOSITION
    if lower in n.adverbs:
        return Kind.ADVERB
    return Kind.WORD


def _without_dots(raw: list[Word]) -> list[Word]:
    """Drops the full stops of abbreviations: those with more of the sentence after them."""
    if all(word.lower != "." for word in raw[:-1]):
        return raw
    kept: list[Word] = []
    for index, word in enumerate(raw):
        inner = word.lower == "." and index + 1 < len(raw) and kept and kept[-1].end == word.start
        if inner and kept[-1].end - kept[-1].start <= 5 and raw[index + 1].kind is not Kind.QUOTE:
            kept[-1] = kept[-1]._replace(end=word.end)
        else:
            kept.append(word)
    return kept


_SECOND_LOOK = frozenset({Kind.WORD, Kind.ADVERB, Kind.MODAL})
_AUXILIARY = frozenset({Kind.BE, Kind.HAVE, Kind.MODAL, Kind.DO})


def _tagged(raw: list[Word], n: Narration, known: frozenset[str]) -> tuple[Word, ...]:
    """Second look, left to right: names, verbs and happenings among the plain words."""
    plain = [w.capital for w in raw if w.kind is Kind.WORD and w.end - w.start > 3]
    headline = len(plain) > 3 and sum(plain) >= 0.8 * len(plain)
    tagged: list[Word] = []
    finite = False
    subordinators: list[int] = []
    for index, word in enumerate(raw):
        if word.kind in _SECOND_LOOK:
            word = _tag(word, tagged, raw, n, headline, known)  # noqa: PLW2901
        tagged.append(word)
        finite = finite or _may_be_finite(word)
        if word.kind is Kind.SUBORDINATOR:
            subordinators.append(index)
    if not finite:
        _find_finite(tagged, n)
    settled = [_subordinator_or_preposition(tagged, index, n) for index in subordinators]
    for index, word in zip(subordinators, settled, strict=True):
        tagged[index] = word
    return tuple(tagged)


def _may_be_finite(word: Word) -> bool:
    return word.kind in _AUXILIARY or (word.kind is Kind.VERB and word.form in _FINITE_FORMS)


def _find_finite(tagged: list[Word], n: Narration) -> None:
    """In words without a finite verb, takes the first that could be one after a noun ("The council meets on ...")."""
    for index in range(1, len(tagged) - 1):
        word, before = tagged[index], tagged[index - 1]
        base, form = n.verbs.get(word.lower, ("", VerbForm.NONE))
        plural = before.lower.endswith("s") and not before.genitive
        fits = VerbForm.BASE in form if plural else VerbForm.THIRD in form
        noun = (
            before.kind in NOUNS and not before.genitive and word.kind in (Kind.WORD, Kind.EVENT) and not word.capital
        )
        if noun and fits and tagged[index + 1].kind in (Kind.PREPOSITION, Kind.DATE, Kind.TO, Kind.ADVERB):
            tagged[index] = word.turned(Kind.VERB, base, form & (VerbForm.BASE | VerbForm.THIRD))
            return


_FINITE_FORMS = frozenset(
    VerbForm(value) for value in range(2 * VerbForm.GERUND.value) if VerbForm(value) & (VerbForm.PAST | VerbForm.THIRD)
)


def _subordinator_or_preposition(tagged: list[Word], index: int, n: Narration) -> Word:
    """ "After" opens a clause only where a verb that can be finite follows before the next border."""
    word = tagged[index]
    if word.kind is not Kind.SUBORDINATOR or word.lower not in n.prepositions:
        return word
    after = tagged[index + 1] if index + 1 < len(tagged) else None
    if after is not None and after.kind not in (Kind.DATE, Kind.TO) and after.lower not in n.prepositions:
        for later in tagged[index + 1 :]:
            if later.kind in BORDERS or later.kind in (Kind.SUBORDINATOR, Kind.RELATIVE):
                break
            if _may_be_finite(later):
                return word
    return word.turned(Kind.PREPOSITION)


def _tag(word: Word, before: list[Word], raw: list[Word], n: Narration, headline: bool, known: frozenset[str]) -> Word:
    kind, lower = word.kind, word.lower
    if kind is Kind.ADVERB:
        infinitive = before and before[-1].kind is Kind.TO and lower in n.verbs
        return word.turned(Kind.VERB, lower, VerbForm.BASE) if infinitive else word
    if kind is Kind.MODAL:
        return word.turned(Kind.NAME) if word.capital and not _opens(before) else word
    if word.capital and not headline:
        opens = _opens(before)
        if not opens or lower in known or _opens_name(word, _after(before, raw, headline), n):
            return word.turned(Kind.NAME) if lower not in n.not_names or not opens else word
    leads, base, form, is_event = _facts(lower, n)
    if leads and before and before[-1].kind in (Kind.BE, Kind.HAVE):
        return word.turned(Kind.ADVERB)
    if word.genitive:
        return word.turned(Kind.EVENT) if lower in n.event_nouns else word
    if form is not VerbForm.NONE or is_event:
        after = _after(before, raw, headline)
        if form is not VerbForm.NONE and (verb := _as_verb(lower, form, before, after, n)) is not VerbForm.NONE:
            return word.turned(Kind.VERB, base, verb)
        if is_event and not _joins_noun(word, after):
            return word.turned(Kind.EVENT, base)
    if headline and word.capital and form is VerbForm.NONE:
        return word.turned(Kind.NAME)
    return word


def _opens(before: list[Word]) -> bool:
    """Whether a word after these opens a sentence."""
    return not before or before[-1].lower in ":.!?" or all(word.kind in _BEFORE_START for word in before)


def _after(before: list[Word], raw: list[Word], headline: bool) -> Word | None:
    """The word after the one at hand: a name where it has a capital."""
    index = len(before) + 1
    if index == len(raw):
        return None
    after = raw[index]
    return after.turned(Kind.NAME) if after.kind is Kind.WORD and after.capital and not headline else after


@lru_cache(maxsize=20_000)
def _facts(lower: str, n: Narration) -> tuple[bool, str, VerbForm, bool]:
    """What the lists say of a plain word: whether it leads to a date; its verb and forms; whether it is a happening."""
    return lower in n.date_leads, *_verb_form(lower, n), _is_event_noun(lower, n)


def _opens_name(word: Word, after: Word | None, n: Narration) -> bool:
    """Whether a sentence's first word, a capital anyway, is a name: unknown to the lists, or followed by a capital."""
    if word.lower in n.not_names or word.lower in n.adverbs:
        return False
    if word.genitive or (after is not None and after.capital):
        return not _is_event_noun(word.lower, n)
    return not (word.lower.endswith("s") or _is_event_noun(word.lower, n) or _verb_form(word.lower, n)[1])


def _joins_noun(word: Word, after: Word | None) -> bool:
    """Whether a noun only qualifies the next one by a hyphen."""
    return after is not None and after.start == word.end and after.lower == "-"


def _is_event_noun(lower: str, n: Narration) -> bool:
    if lower in n.event_nouns:
        return True
    listed = lower in n.event_noun_exceptions or lower in n.person_nouns
    return not listed and len(lower) > 6 and lower.endswith(n.event_noun_endings)


def _verb_form(lower: str, n: Narration) -> tuple[str, VerbForm]:
    """The base and possible forms of a word; unlisted ones by their ending."""
    if lower in n.verbs:
        return n.verbs[lower]
    if len(lower) > 4 and lower not in n.past_exceptions and "-" not in lower:
        for ending in n.past_endings:
            if lower.endswith(ending):
                return lower[: -len(ending)], VerbForm.PAST | VerbForm.PARTICIPLE
        if n.gerund_ending and lower.endswith(n.gerund_ending) and lower not in n.gerund_exceptions:
            return lower[: -len(n.gerund_ending)], VerbForm.GERUND
    return lower, VerbForm.NONE


_BEFORE_START = frozenset({Kind.DATE, Kind.BREAK, Kind.QUOTE, Kind.COMMA})
_OBJECT = frozenset({Kind.DETERMINER, Kind.POSSESSIVE, Kind.PRONOUN, Kind.NAME, Kind.NUMBER})


def _as_verb(lower: str, form: VerbForm, before: list[Word], after: Word | None, n: Narration) -> VerbForm:
    """Which of its forms a word has here, NONE for a noun or adjective."""
    if lower in n.past_exceptions:
        return VerbForm.NONE
    prior = next((w for w in reversed(before) if w.kind not in (Kind.ADVERB, Kind.NEGATION)), None)
    next_kind = after.kind if after else None
    noun_like = lower in n.event_nouns
    if prior is not None and (prior.kind in (Kind.TO, Kind.MODAL, Kind.DO)) and VerbForm.BASE in form:
        return VerbForm.BASE
    qualified = (
        prior is not None
        and before[-1] is prior
        and (prior.kind in (Kind.DETERMINER, Kind.POSSESSIVE) or prior.genitive)
    )
    if qualified and prior is not None and prior.lower not in n.distributive and prior.lower not in ("that", "this"):
        return VerbForm.NONE
    if VerbForm.PAST in form or VerbForm.PARTICIPLE in form:
        return _past_form(form, prior, after, noun_like)
    if VerbForm.GERUND in form:
        return VerbForm.NONE if prior is None and _is_finite(after, n) else _gerund(prior, after, noun_like)
    if VerbForm.THIRD in form:
        subject = prior is not None and prior.kind in (Kind.NAME, Kind.PRONOUN, Kind.RELATIVE, Kind.THAT)
        objected = next_kind in _OBJECT or next_kind in (Kind.TO, Kind.THAT)
        if (
            objected
            if noun_like
            else (subject or (objected and prior is not None and prior.kind is not Kind.PREPOSITION))
        ):
            return VerbForm.THIRD
        return VerbForm.NONE
    return _base_form(prior, next_kind, noun_like)


def _past_form(form: VerbForm, prior: Word | None, after: Word | None, noun_like: bool) -> VerbForm:
    """PAST, PARTICIPLE or both where only the clause can tell."""
    if prior is not None and prior.kind in (Kind.BE, Kind.HAVE):
        return VerbForm.PARTICIPLE if VerbForm.PARTICIPLE in form else VerbForm.PAST
    nounish = after is not None and after.kind in (Kind.WORD, Kind.EVENT)
    if prior is None:
        return (
            VerbForm.PARTICIPLE if after is not None and not nounish and VerbForm.PARTICIPLE in form else VerbForm.NONE
        )
    if prior.kind in (Kind.PREPOSITION, Kind.NUMBER, Kind.TO) and (nounish or noun_like):
        return VerbForm.NONE
    if noun_like and prior.kind is Kind.WORD and after is not None and after.kind is Kind.PREPOSITION:
        return VerbForm.NONE
    return form & (VerbForm.PAST | VerbForm.PARTICIPLE)


def _is_finite(after: Word | None, n: Narration) -> bool:
    """Whether a verb that can be finite follows: then what opens the sentence is its subject ("Digging began")."""
    if after is None or after.kind in (Kind.BE, Kind.HAVE, Kind.MODAL, Kind.DO):
        return after is not None
    return bool(n.verbs.get(after.lower, ("", VerbForm.NONE))[1] & VerbForm.PAST)


def _gerund(prior: Word | None, after: Word | None, noun_like: bool) -> VerbForm:
    if prior is not None and prior.kind is Kind.BE:
        return VerbForm.GERUND
    if noun_like and (after is None or after.kind not in _OBJECT):
        return VerbForm.NONE
    if after is not None and after.kind is Kind.PREPOSITION and after.lower == "of" and prior is not None:
        return VerbForm.GERUND if prior.kind is Kind.COMMA else VerbForm.NONE
    return VerbForm.GERUND


def _base_form(prior: Word | None, next_kind: Kind | None, noun_like: bool) -> VerbForm:
    """A bare base form is a verb after a subject of many ("leaders meet", "they meet"), else a noun."""
    if prior is None or (noun_like and next_kind not in _OBJECT):
        return VerbForm.NONE
    if prior.kind is Kind.PRONOUN or prior.kind is Kind.RELATIVE:
        return VerbForm.BASE
    plural = prior.kind in (Kind.WORD, Kind.EVENT) and prior.lower.endswith("s") and not prior.genitive
    return VerbForm.BASE if plural and next_kind not in (Kind.WORD, Kind.EVENT) else VerbForm.NONE
