"""What each word is, by the words beside it: listed words in, names, verbs and happenings among them out.

No statistical tagger: a word's class comes from the language's lists and its neighbours.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.extract.word import (
    ADVERB,
    AUXILIARIES,
    BASE_FORMS,
    BE,
    BORDERS,
    BREAK,
    COMMA,
    COORDINATOR,
    DATE,
    DETERMINER,
    DO,
    EVENT,
    GERUNDS,
    HAVE,
    MODAL,
    NAME,
    NEGATION,
    NOUNS,
    NUMBER,
    PARTICIPLES,
    PAST_FORMS,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    THIRD_FORMS,
    TO,
    UNFORMED,
    VERB,
    WORD,
    Kind,
    Word,
    forms_with,
)
from timeline.grammar.narration import Narration, VerbForm


def tagged(raw: list[Word], n: Narration, known: frozenset[str]) -> tuple[Word, ...]:
    """The words with a second look, left to right: names, verbs and happenings among the plain words."""
    plain = [w.capital for w in raw if w.kind is WORD and w.end - w.start > 3]
    headline = len(plain) > 3 and sum(plain) >= 0.8 * len(plain)
    tagged: list[Word] = []
    finite = False
    subordinators: list[int] = []
    for index, word in enumerate(raw):
        kind = word.kind
        if kind is WORD:
            if tagged and tagged[-1].kind in _BEFORE_BASE and _is_unlisted_verb(word, tagged, raw, n):
                word = word.turned(VERB, word.lower, VerbForm.BASE)  # noqa: PLW2901
            elif word.capital or word.genitive or not _is_plain(word.lower, n):
                word = _tag(word, tagged, raw, n, headline, known)  # noqa: PLW2901
            kind = word.kind
        elif kind is ADVERB or kind is MODAL:
            word = _tag(word, tagged, raw, n, headline, known)  # noqa: PLW2901
            kind = word.kind
        tagged.append(word)
        if kind is VERB:
            finite = finite or word.form in _FINITE_FORMS
        elif kind in AUXILIARIES:
            finite = True
        elif kind is SUBORDINATOR or kind is THAT:
            subordinators.append(index)
    if not finite:
        _find_finite(tagged, n)
    settled = [_subordinator_or_preposition(tagged, index, n) for index in subordinators]
    for index, word in zip(subordinators, settled, strict=True):
        tagged[index] = word
    return tuple(tagged)


_BEFORE_BASE = frozenset({MODAL, TO})
_OBJECTS = frozenset({DETERMINER, POSSESSIVE, PRONOUN})


def _is_unlisted_verb(word: Word, before: list[Word], raw: list[Word], n: Narration) -> bool:
    """Whether a word that the lists do not know must be a verb: after "will", or between "to" and an object."""
    if word.capital or word.genitive or not _is_plain(word.lower, n):
        return False
    after = raw[len(before) + 1] if len(before) + 1 < len(raw) else None
    return before[-1].kind is MODAL or (after is not None and after.kind in _OBJECTS and not after.capital)


def _may_be_finite(word: Word) -> bool:
    return word.kind in AUXILIARIES or (word.kind is VERB and word.form in _FINITE_FORMS)


def _find_finite(tagged: list[Word], n: Narration) -> None:
    """In words without a finite verb, takes the first that could be one after a noun ("The council meets on ...")."""
    for index in range(1, len(tagged) - 1):
        word, before = tagged[index], tagged[index - 1]
        if before.kind is ADVERB and index > 1:
            before = tagged[index - 2]
        base, form = n.verbs.get(word.lower, ("", UNFORMED))
        plural = before.lower.endswith("s") and not before.genitive
        fits = form in BASE_FORMS if plural else form in THIRD_FORMS
        noun = before.kind in NOUNS and not before.genitive and word.kind in (WORD, EVENT) and not word.capital
        after = tagged[index + 1]
        if noun and fits and (after.kind in (PREPOSITION, DATE, TO, ADVERB) or after.lower in n.taken_up):
            tagged[index] = word.turned(VERB, base, form & (VerbForm.BASE | VerbForm.THIRD))
            return


_FINITE_FORMS = forms_with(VerbForm.PAST, VerbForm.THIRD)
_PAST_OR_PARTICIPLE = {form: form & (VerbForm.PAST | VerbForm.PARTICIPLE) for form in PAST_FORMS | PARTICIPLES}


def _that(tagged: list[Word], index: int) -> Word:
    """ "That" before a noun points at it where no verb follows ("called for that unit to return")."""
    after = tagged[index + 1] if index + 1 < len(tagged) else None
    if after is None or after.kind not in (WORD, EVENT):
        return tagged[index]
    if index == 0:
        return tagged[index].turned(DETERMINER)  # "That suit was settled"
    if after.kind is WORD and after.lower.endswith("s") and after.lower[-2:] not in _SINGULAR:
        return tagged[index]  # "that tickets, which are dear, will go": what points at many is "those"
    for later in tagged[index + 1 :]:
        if later.kind in BORDERS or later.kind in (SUBORDINATOR, RELATIVE, TO, COORDINATOR):
            break
        if _may_be_finite(later):
            return tagged[index]
    return tagged[index].turned(DETERMINER)


_SINGULAR = frozenset({"ss", "us", "is"})
_IN_LIST = NOUNS | {DETERMINER, POSSESSIVE, COMMA, COORDINATOR}


def _subordinator_or_preposition(tagged: list[Word], index: int, n: Narration) -> Word:
    """ "After" opens a clause only where a verb that can be finite follows before the next border."""
    word = tagged[index]
    if word.kind is THAT:
        return _that(tagged, index)
    if word.kind is not SUBORDINATOR or word.lower not in n.prepositions:
        return word
    after = tagged[index + 1] if index + 1 < len(tagged) else None
    if index and tagged[index - 1].kind is HAVE and after is not None and after.kind in (VERB, BE):
        return word.turned(ADVERB)  # "has since left"
    if index and (tagged[index - 1].lower, word.lower) in n.compound_prepositions:
        return word.turned(PREPOSITION)  # "programmes such as A and B will be shown"
    again = index > 1 and tagged[index - 2].lower == word.lower
    if (word.lower in n.bound_prepositions or again) and after is not None and after.kind is NUMBER:
        return word.turned(PREPOSITION)  # "more than 40 men left", "as many as 40"
    coordinated, named = False, True
    if after is not None and after.kind not in (DATE, TO) and after.lower not in n.prepositions:
        for later in tagged[index + 1 :]:
            named = named and later.kind in _IN_LIST
            if (later.kind in BORDERS and not (named and later.kind is COMMA)) or later.kind in (
                SUBORDINATOR,
                RELATIVE,
            ):
                break
            if _may_be_finite(later):
                # Why: "released as a trial and is due": the verb after "and" is not the one that "as" opens.
                if coordinated:
                    break
                return word
            coordinated = later.kind is COORDINATOR or (coordinated and later.kind in (ADVERB, NEGATION))
    return word.turned(PREPOSITION)


def _tag(word: Word, before: list[Word], raw: list[Word], n: Narration, headline: bool, known: frozenset[str]) -> Word:
    kind, lower = word.kind, word.lower
    if kind is ADVERB:
        infinitive = before and before[-1].kind is TO and lower in n.verbs
        return word.turned(VERB, lower, VerbForm.BASE) if infinitive else word
    if kind is MODAL:
        return word.turned(NAME) if word.capital and not _opens(before) else word
    if word.capital and not headline:
        opens = _opens(before)
        surely = opens and len(lower) >= _SURE and _is_adverb(word, before, known, n)
        if not surely and (not opens or lower in known or _opens_name(word, _after(before, raw, headline), n)):
            return word.turned(NAME) if lower not in n.not_names or not opens else word
    if _is_adverb(word, before, known, n):
        return word.turned(ADVERB)
    leads, base, form, is_event = _facts(lower, n)
    if leads and before and before[-1].kind in (BE, HAVE):
        return word.turned(ADVERB)
    if word.genitive:
        return word.turned(EVENT) if lower in n.event_nouns else word
    if form is not UNFORMED or is_event:
        after = _after(before, raw, headline)
        if after is not None and after.kind is DATE and form in THIRD_FORMS and len(before) + 2 < len(raw):
            # Why: "U.S. forces Thursday launched ...": the verb stands behind the date.
            after = raw[len(before) + 2] if _is_finite(raw[len(before) + 2], n) else after
        if form is not UNFORMED and (verb := _as_verb(lower, form, before, after, n)) is not UNFORMED:
            return word.turned(VERB, base, verb)
        if is_event and not _joins_noun(word, after):
            return word.turned(EVENT, base)
    if headline and word.capital and form is UNFORMED:
        return word.turned(NAME)
    return word


_LONG, _SURE = 8, 10
"""Letters from which a sentence's first word in "-ly" is hardly a name, and surely none ("Unfortunately")."""


def _is_adverb(word: Word, before: list[Word], known: frozenset[str], n: Narration) -> bool:
    """Whether a word is an adverb by its ending; at a sentence's start only a long one, for "Kelly" is none."""
    if not word.lower.endswith(n.adverb_endings) or word.lower in n.adverb_exceptions or word.genitive:
        return False
    return not word.capital or (_opens(before) and len(word.lower) >= _LONG and word.lower not in known)


def _opens(before: list[Word]) -> bool:
    """Whether a word after these opens a sentence."""
    if not before or before[-1].lower in ":.!?":
        return True
    return before[-1].kind in _BEFORE_START and all(word.kind in _BEFORE_START for word in before)


def _after(before: list[Word], raw: list[Word], headline: bool) -> Word | None:
    """The word after the one at hand: a name where it has a capital."""
    index = len(before) + 1
    if index == len(raw):
        return None
    after = raw[index]
    return after.turned(NAME) if after.kind is WORD and after.capital and not headline else after


@lru_cache(maxsize=20_000)
def _facts(lower: str, n: Narration) -> tuple[bool, str, VerbForm, bool]:
    """What the lists say of a plain word: whether it leads to a date; its verb and forms; whether it is a happening."""
    return lower in n.date_leads, *_verb_form(lower, n), _is_event_noun(lower, n)


@lru_cache(maxsize=20_000)
def _is_plain(lower: str, n: Narration) -> bool:
    """Whether the lists say nothing of a word: then it is what it is, whatever stands beside it."""
    leads, _, form, is_event = _facts(lower, n)
    return not leads and form is UNFORMED and not is_event and not lower.endswith(n.adverb_endings)


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
    return lower, UNFORMED


_BEFORE_START = frozenset({DATE, BREAK, QUOTE, COMMA})
_BESIDE_VERB = frozenset({ADVERB, NEGATION})
_OBJECT = frozenset({DETERMINER, POSSESSIVE, PRONOUN, NAME, NUMBER})


def _as_verb(lower: str, form: VerbForm, before: list[Word], after: Word | None, n: Narration) -> VerbForm:
    """Which of its forms a word has here, NONE for a noun or adjective."""
    if lower in n.past_exceptions:
        return UNFORMED
    back = len(before) - 1
    while back >= 0 and before[back].kind in _BESIDE_VERB:
        back -= 1
    prior = before[back] if back >= 0 else None
    next_kind = after.kind if after else None
    noun_like = lower in n.event_nouns
    if prior is not None and (prior.kind in (TO, MODAL, DO)) and form in BASE_FORMS:
        return VerbForm.BASE
    led = prior is not None and (prior.kind in (DETERMINER, POSSESSIVE) or prior.genitive or _is_dated(before))
    # Why: "the newly opened bridge", but "it still met".
    beside = back == len(before) - 1 or (next_kind in (WORD, NAME, EVENT) and form in _PAST_OR_PARTICIPLE)
    qualified = led and beside
    if qualified and prior is not None and prior.lower not in n.distributive and prior.lower not in ("that", "this"):
        return UNFORMED
    if prior is not None and prior.lower in n.superlatives and next_kind in (WORD, EVENT):
        return UNFORMED  # "the largest recorded flood"
    if before and before[-1].kind is NEGATION and before[-1].lower in n.determiners:
        return UNFORMED
    if form in _PAST_OR_PARTICIPLE:
        return _past_form(form, prior, after, noun_like)
    if form in GERUNDS:
        return UNFORMED if prior is None and _is_finite(after, n) else _gerund(prior, after, noun_like)
    if form in THIRD_FORMS:
        subject = prior is not None and prior.kind in (NAME, PRONOUN, RELATIVE, THAT)
        owned = prior is not None and prior.lower in n.genitive_relatives
        if owned or (prior is not None and prior.kind in NOUNS and after is not None and _is_finite(after, n)):
            return UNFORMED
        objected = (next_kind in _OBJECT and not _opens_contact(lower, after, n)) or next_kind in (TO, THAT)
        objected = objected or (next_kind is DATE and n.verbs.get(lower, ("",))[0] in n.reporting)
        if next_kind is DATE and prior is not None and prior.kind in NOUNS and _verb_form(lower, n)[0] in n.timetabled:
            return VerbForm.THIRD
        # Why: "rejected claims that": no verb in the present follows a verb.
        free = prior is not None and prior.kind not in (PREPOSITION, VERB)
        if (objected and free) if noun_like else (subject or (objected and free)):
            return VerbForm.THIRD
        return UNFORMED
    said = prior is not None and prior.kind is COMMA and lower in n.reporting
    if said and (next_kind in _OBJECT or next_kind is THAT):
        return VerbForm.BASE
    if prior is not None and prior.kind is COORDINATOR and not noun_like:
        goes_on = next_kind in _OBJECT or next_kind is TO or (after is not None and after.lower in n.particles)
        return VerbForm.BASE if goes_on and any(w.form in _ONLY_BASE for w in before[-_CLAUSE:]) else UNFORMED
    return _base_form(prior, next_kind, noun_like, n)


def _opens_contact(lower: str, after: Word | None, n: Narration) -> bool:
    """Whether a subject follows what is a noun then ("the plans we have"), not what somebody says or thinks."""
    base, m = n.verbs.get(lower, (lower,))[0], n.modality
    subjects = n.human_pronouns | (n.personal & (n.first_person | n.wording.plural_pronouns))
    says = any(base in verbs for verbs in (n.reporting, n.showing, n.states, m.expecting, m.wishing, m.fearing))
    return after is not None and after.lower in subjects and not says


def _is_dated(before: list[Word]) -> bool:
    """Whether a date that only qualifies what follows ends these words: "a 1993 hit", "Tuesday's devastating quake"."""
    if len(before) > 1 and before[-1].kind is DATE and before[-2].kind in (DETERMINER, POSSESSIVE):
        return True
    marked = before[-1:] and before[-1].lower in _OWNING
    date = before[-2] if marked and len(before) > 1 else before[-1] if before else None
    return date is not None and date.kind is DATE and bool(marked or date.lower.endswith(("'s", "’s")))


_OWNING = frozenset({"'s", "’s"})
_ONLY_BASE = frozenset({VerbForm.BASE})
_CLAUSE = 12
"""Words back in which a verb is looked for that another one goes on ("to come back and pick it up")."""


def _past_form(form: VerbForm, prior: Word | None, after: Word | None, noun_like: bool) -> VerbForm:
    """PAST, PARTICIPLE or both where only the clause can tell."""
    if prior is not None and prior.kind in (BE, HAVE):
        return VerbForm.PARTICIPLE if form in PARTICIPLES else VerbForm.PAST
    nounish = after is not None and after.kind in (WORD, EVENT)
    if prior is None:
        return VerbForm.PARTICIPLE if after is not None and not nounish and form in PARTICIPLES else UNFORMED
    if prior.kind in (PREPOSITION, NUMBER, TO) and (nounish or noun_like):
        return UNFORMED
    if noun_like and prior.kind is WORD and after is not None and after.kind is PREPOSITION:
        return UNFORMED
    return _PAST_OR_PARTICIPLE[form]


def _is_finite(after: Word | None, n: Narration) -> bool:
    """Whether a verb that can be finite follows: then what opens the sentence is its subject ("Digging began")."""
    if after is None or after.kind in (BE, HAVE, MODAL, DO):
        return after is not None
    return n.verbs.get(after.lower, ("", UNFORMED))[1] in PAST_FORMS


def _gerund(prior: Word | None, after: Word | None, noun_like: bool) -> VerbForm:
    if prior is not None and prior.kind is BE:
        return VerbForm.GERUND
    if noun_like and (after is None or after.kind not in _OBJECT):
        return UNFORMED
    if after is not None and after.kind is PREPOSITION and after.lower == "of" and prior is not None:
        return VerbForm.GERUND if prior.kind is COMMA else UNFORMED
    return VerbForm.GERUND


def _base_form(prior: Word | None, next_kind: Kind | None, noun_like: bool, n: Narration) -> VerbForm:
    """A bare base form is a verb after a subject of many ("leaders meet", "they meet"), else a noun."""
    if prior is None or (noun_like and next_kind not in _OBJECT):
        return UNFORMED
    if prior.kind is PRONOUN or prior.kind is RELATIVE:
        return VerbForm.BASE
    many = prior.lower.endswith("s") or prior.lower in n.plural_nouns
    plural = prior.kind in (WORD, EVENT) and many and not prior.genitive
    return VerbForm.BASE if plural and next_kind not in (WORD, EVENT) else UNFORMED
