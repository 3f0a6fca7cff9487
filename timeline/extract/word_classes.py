"""What each word is, by the words beside it: listed words in, names, verbs and happenings among them out.

No statistical tagger: a word's class comes from the language's lists and its neighbours.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.extract.word import BORDERS, NOUNS, Kind, Word
from timeline.grammar.narration import Narration, VerbForm

_SECOND_LOOK = frozenset({Kind.WORD, Kind.ADVERB, Kind.MODAL})
_AUXILIARY = frozenset({Kind.BE, Kind.HAVE, Kind.MODAL, Kind.DO})


def tagged(raw: list[Word], n: Narration, known: frozenset[str]) -> tuple[Word, ...]:
    """The words with a second look, left to right: names, verbs and happenings among the plain words."""
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
