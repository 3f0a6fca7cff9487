"""Which of its forms a verb has where it stands, and where it is a noun. In: a word, its neighbours. Out: forms."""

from __future__ import annotations

from timeline.extract.word import (
    ADVERB,
    BASE_FORMS,
    BE,
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
)
from timeline.grammar.narration import Narration, VerbForm


def verb_form(lower: str, n: Narration) -> tuple[str, VerbForm]:
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


def before_amount(after: list[Word], n: Narration) -> bool:
    """Whether an amount follows, with its preposition and what measures it ("for more than 70 percent")."""
    after = after[1:] if after and after[0].kind is PREPOSITION else after
    ahead = next((word for word in after[:3] if word.lower not in n.wording.measuring), None)
    return ahead is not None and ahead.kind is NUMBER


_PAST_OR_PARTICIPLE = {form: form & (VerbForm.PAST | VerbForm.PARTICIPLE) for form in PAST_FORMS | PARTICIPLES}
_OPENS_NOUN = frozenset({DETERMINER, POSSESSIVE, NUMBER})
_BESIDE_VERB = frozenset({ADVERB, NEGATION})
_OBJECT = frozenset({DETERMINER, POSSESSIVE, PRONOUN, NAME, NUMBER})


def as_verb(lower: str, form: VerbForm, before: list[Word], after: Word | None, n: Narration) -> VerbForm:
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
    led = prior is not None and (
        prior.kind in (DETERMINER, POSSESSIVE) or prior.genitive or _is_dated(before, after, n)
    )
    # Why: "the newly opened bridge", but "it still met".
    beside = back == len(before) - 1 or (next_kind in (WORD, NAME, EVENT) and form in _PAST_OR_PARTICIPLE)
    qualified = led and beside
    if qualified and prior is not None and prior.lower not in n.distributive and prior.lower not in ("that", "this"):
        return UNFORMED
    paired = prior is not None and prior.kind is COORDINATOR and next_kind in (WORD, EVENT) and back > 1
    if (
        paired
        and form in _PAST_OR_PARTICIPLE
        and before[back - 1].kind is WORD
        and before[back - 2].kind in _OPENS_NOUN
    ):
        return UNFORMED  # "twenty small or exiled governments"
    if qualified and form in GERUNDS and next_kind in (WORD, EVENT):
        return UNFORMED  # "this humiliating treaty"
    if prior is not None and prior.lower in n.superlatives and next_kind in (WORD, EVENT):
        return UNFORMED  # "the largest recorded flood"
    if before and before[-1].kind is NEGATION and before[-1].lower in n.determiners:
        return UNFORMED
    if form in _PAST_OR_PARTICIPLE:
        noun = noun_like or form in BASE_FORMS  # "hit", not "broken"
        if noun and _is_complement(before, n) and (after is None or after.lower not in n.by):
            return UNFORMED
        if noun and prior is not None and prior.kind in (WORD, EVENT) and is_finite(after, n):
            return UNFORMED  # "a tough bid made by Lund", "a deep cut was made"
        if _opens_noun(before, next_kind):
            return UNFORMED  # "On Friday, respected journal The Lamp accused"
        return _past_form(form, prior, after, noun_like)
    if form in GERUNDS:
        return _as_gerund(lower, prior, after, noun_like, n)
    if form in THIRD_FORMS:
        subject = prior is not None and prior.kind in (NAME, PRONOUN, RELATIVE, THAT)
        subject = subject and not _is_object(before[: back + 1], n)
        subject = subject and prior is not None and not (prior.kind is NAME and _is_adjective(prior, n))
        owned = prior is not None and prior.lower in n.genitive_relatives
        counted = prior is not None and prior.kind is NUMBER and verb_form(lower, n)[0] not in n.speaking  # "60 votes"
        owned = owned or counted or (after is not None and after.lower in n.reporting)  # "court documents reveal that"
        if owned or (prior is not None and prior.kind in NOUNS and after is not None and is_finite(after, n)):
            return UNFORMED
        wording = n.wording
        if prior is not None and prior.kind in NOUNS | {DATE} and lower in wording.surely_present | wording.measured:
            return VerbForm.THIRD
        if prior is not None and prior.kind is COMMA and verb_form(lower, n)[0] in n.speaking:
            return VerbForm.THIRD  # "Berg, the director, says boats will come"
        objected = (next_kind in _OBJECT and not _opens_contact(lower, after, n)) or next_kind is TO
        objected = objected or (next_kind is THAT and _says(lower, n))
        objected = objected or (after is not None and after.lower in n.taken_up)
        objected = objected or (next_kind is DATE and n.verbs.get(lower, ("",))[0] in n.reporting)
        if next_kind is DATE and prior is not None and prior.kind in NOUNS and verb_form(lower, n)[0] in n.timetabled:
            return VerbForm.THIRD
        leads = prior is not None and prior.kind is RELATIVE and (back == 0 or before[back - 1].kind is not PREPOSITION)
        if leads and noun_like and not (after is not None and is_finite(after, n)):
            return VerbForm.THIRD  # "the year, which ends on 3 May", but "in which attacks were told"
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


def _as_gerund(lower: str, prior: Word | None, after: Word | None, noun_like: bool, n: Narration) -> VerbForm:
    """What a word in "-ing" is: NONE where it is a noun."""
    named = lower in n.gerund_exceptions and (after is None or after.kind not in _OBJECT)
    if named and prior is not None and prior.kind not in (BE, COMMA):
        return UNFORMED  # "a broken building on Monday"
    if prior is not None and prior.kind in NOUNS | {DATE} and after is not None and _heads_compound(after, n):
        return UNFORMED  # "the Lund operating system", "the spring planting season"
    subject = prior is None or prior.kind is SUBORDINATOR or prior.kind is THAT  # "as soon as trading opened"
    return UNFORMED if subject and is_finite(after, n) else _gerund(prior, after, noun_like)


def _is_adjective(name: Word, n: Narration) -> bool:
    """Whether a name only tells the nation of the noun behind it ("Bulgarian forces")."""
    return name.lower.capitalize() in n.demonyms and not name.lower.endswith("s")


def _is_object(before: list[Word], n: Narration) -> bool:
    """Whether a name at the end of these words is what a verb is done to ("had been shelling Lund | positions")."""
    back = len(before) - 1
    while back >= 0 and before[back].kind is NAME:
        back -= 1
    verb = before[back] if 0 <= back < len(before) - 1 else None
    return verb is not None and verb.kind is VERB and verb.base not in n.reporting | n.showing


def _opens_noun(before: list[Word], next_kind: Kind | None) -> bool:
    """Whether a noun follows behind a date that opens the sentence and its comma: then a participle qualifies it."""
    opens = 1 < len(before) < _OPENING and before[-1].kind is COMMA and before[-2].kind is DATE
    return opens and next_kind in (WORD, EVENT)


_OPENING = 4
"""Words, with the comma, that open a sentence with a date ("On Friday, ...")."""


def _is_complement(before: list[Word], n: Narration) -> bool:
    """Whether words end with "is a" and an adjective: a noun follows ("was a huge hit")."""
    start = len(before) - 1
    while start > 1 and before[start].kind is WORD and start > len(before) - 3:
        start -= 1
    if not before or before[-1].lower.endswith(n.wording.person_endings):
        return False  # "was a sailor hit in the leg"
    return 0 < start < len(before) - 1 and before[start].kind is DETERMINER and before[start - 1].kind is BE


def _opens_contact(lower: str, after: Word | None, n: Narration) -> bool:
    """Whether a subject or a place follows what is a noun then ("the plans we have", "the forces there").

    Not behind what somebody says or thinks.
    """
    subjects = n.human_pronouns | (n.personal & (n.first_person | n.wording.plural_pronouns))
    return after is not None and not _says(lower, n) and (after.lower in subjects or after.lower in n.wording.placing)


def _says(lower: str, n: Narration) -> bool:
    """Whether a verb says or thinks something, so that a clause follows: in "the gains that began" there is a noun."""
    base, m = n.verbs.get(lower, (lower,))[0], n.modality
    return any(base in verbs for verbs in (n.reporting, n.showing, n.states, m.expecting, m.wishing, m.fearing))


def _is_dated(before: list[Word], after: Word | None, n: Narration) -> bool:
    """Whether a date that only qualifies what follows ends these words: "a 1993 hit", "Tuesday's devastating quake".

    Not where it is a stretch of time that has an end: "its fourth quarter ended Jan. 31".
    """
    if len(before) > 1 and before[-1].kind is DATE and before[-2].kind in (DETERMINER, POSSESSIVE):
        ends = after is not None and after.kind is DATE and before[-1].lower.rsplit(" ", 1)[-1] in n.spans
        return not ends
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


def is_finite(after: Word | None, n: Narration) -> bool:
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


def _heads_compound(after: Word, n: Narration) -> bool:
    """Whether a noun is one that a gerund before it tells the kind of ("operating system")."""
    return after.lower in n.wording.of_kind or after.lower.removesuffix("s") in n.wording.of_kind


def _base_form(prior: Word | None, next_kind: Kind | None, noun_like: bool, n: Narration) -> VerbForm:
    """A bare base form is a verb after a subject of many ("leaders meet", "they meet"), else a noun."""
    if prior is None or (noun_like and next_kind not in _OBJECT and next_kind is not THAT):
        return UNFORMED
    if prior.kind is PRONOUN or prior.kind is RELATIVE:
        return VerbForm.BASE
    many = prior.lower.endswith("s") or prior.lower in n.plural_nouns
    plural = prior.kind in (WORD, EVENT) and many and not prior.genitive
    return VerbForm.BASE if plural and next_kind not in (WORD, EVENT) else UNFORMED
