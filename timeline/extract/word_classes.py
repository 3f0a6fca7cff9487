"""What each word is, by the words beside it: listed words in, names, verbs and happenings among them out.

No statistical tagger: a word's class comes from the language's lists and its neighbours.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.extract.verb_form import as_verb, before_amount, is_finite, verb_form
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
    EVENT,
    HAVE,
    MODAL,
    NAME,
    NEGATION,
    NOUNS,
    NUMBER,
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
    Word,
    forms_with,
)
from timeline.grammar.narration import Narration, VerbForm


def tagged(raw: list[Word], n: Narration, known: frozenset[str]) -> tuple[Word, ...]:
    """The words with a second look, left to right: names, verbs and happenings among the plain words."""
    plain = [w.capital for w in raw if w.kind is WORD and w.end - w.start > 3]
    # Why no full stop: a sentence that lists countries has as many capitals.
    headline = len(plain) > 3 and sum(plain) >= 0.8 * len(plain) and raw[-1].lower != "."
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
        elif kind is BE and word.capital and word.lower in n.wording.of_speaker and tagged and tagged[-1].kind is NAME:
            word, kind = word.turned(NAME), NAME  # noqa: PLW2901 - "Pan Am"
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
        plural = (before.lower.endswith("s") and not before.genitive) or _are_two(tagged[:index])
        fits = form in BASE_FORMS if plural else form in THIRD_FORMS
        noun = before.kind in NOUNS and not before.genitive and word.kind in (WORD, EVENT) and not word.capital
        after = tagged[index + 1]
        if noun and fits and (after.kind in (PREPOSITION, DATE, TO, ADVERB) or after.lower in n.taken_up):
            tagged[index] = word.turned(VERB, base, form & (VerbForm.BASE | VerbForm.THIRD))
            return


def _are_two(before: list[Word]) -> bool:
    """Whether a sentence has told of nothing but two who do something ("He and Ole Berg | meet")."""
    people = all(word.kind in _NAMED for word in before) and before[-1].kind is NAME
    return people and any(word.kind is COORDINATOR for word in before[:-1])


_NAMED = frozenset({NAME, PRONOUN, COORDINATOR, WORD, DETERMINER, ADVERB})
_FINITE_FORMS = forms_with(VerbForm.PAST, VerbForm.THIRD)


def _that(tagged: list[Word], index: int) -> Word:
    """ "That" before a noun points at it where no verb follows ("called for that unit to return")."""
    after = tagged[index + 1] if index + 1 < len(tagged) else None
    if index == 0 and after is not None and after.kind is DATE and len(tagged) > 2:
        after = tagged[2]  # "That 1978 law"
    if after is None or after.kind not in (WORD, EVENT):
        return tagged[index]
    if index == 0:
        return tagged[index].turned(DETERMINER)  # "That suit was settled"
    if after.kind is WORD and after.lower.endswith("s") and after.lower[-2:] not in _SINGULAR:
        return tagged[index]  # "that tickets, which are dear, will go": what points at many is "those"
    for at, later in enumerate(tagged[index + 1 :], index + 1):
        infinitive = later.kind is TO and at + 1 < len(tagged) and tagged[at + 1].kind is VERB
        if later.kind in BORDERS or infinitive or later.kind in (SUBORDINATOR, RELATIVE, COORDINATOR):
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
    if word.lower in n.wording.likening and _is_likened(tagged, index, n):
        return word.turned(PREPOSITION)  # "described it as the worst loss it had had"
    again = index > 1 and tagged[index - 2].lower == word.lower
    if (word.lower in n.bound_prepositions or again) and after is not None and after.kind is NUMBER:
        return word.turned(PREPOSITION)  # "more than 40 men left", "as many as 40"
    coordinated, named = False, True
    dated = after is not None and after.kind is DATE and not _qualifies(tagged, index + 1, n)
    if after is not None and not dated and after.kind is not TO and after.lower not in n.prepositions:
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


def _qualifies(tagged: list[Word], date: int, n: Narration) -> bool:
    """Whether a date stands before a noun whose verb follows ("before the spring season in Lund begins")."""
    after, verb = (tagged[i] if i < len(tagged) else None for i in (date + 1, date + 2))
    noun = after is not None and after.kind in (WORD, EVENT)
    article = tagged[date].lower.startswith(f"{n.article} ")
    return noun and (article or (verb is not None and _may_be_finite(verb)))


_LIKENED = 6
"""Words that may stand between a verb and the "as" that tells for what it takes something."""


def _is_likened(tagged: list[Word], index: int, n: Narration) -> bool:
    """Whether the verb before an "as" takes something for something ("described it as")."""
    for word in reversed(tagged[max(0, index - _LIKENED) : index]):
        if word.kind is VERB:
            return word.base in n.wording.regarding
        if word.kind in BORDERS:
            return False
    return False


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
            after = raw[len(before) + 2] if is_finite(raw[len(before) + 2], n) else after
        if lower in n.wording.measured and not before_amount(raw[len(before) + 1 :], n):
            form = UNFORMED
        if form is not UNFORMED and (verb := as_verb(lower, form, before, after, n)) is not UNFORMED:
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
    return lower in n.date_leads, *verb_form(lower, n), _is_event_noun(lower, n)


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
    return not (word.lower.endswith("s") or _is_event_noun(word.lower, n) or verb_form(word.lower, n)[1])


def _joins_noun(word: Word, after: Word | None) -> bool:
    """Whether a noun only qualifies the next one by a hyphen."""
    return after is not None and after.start == word.end and after.lower == "-"


def _is_event_noun(lower: str, n: Narration) -> bool:
    if lower in n.event_nouns:
        return True
    listed = lower in n.event_noun_exceptions or lower in n.person_nouns
    return not listed and len(lower) > 6 and lower.endswith(n.event_noun_endings)


_BEFORE_START = frozenset({DATE, BREAK, QUOTE, COMMA})
