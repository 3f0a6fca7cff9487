"""Whether a happening told by a noun came about. Comes in: a sentence, the noun. Goes out: `Factuality` or None.

"The planned visit", "fears of a strike", "a concert was called off": the words beside it, before it, and what is done
to it tell; None where they tell nothing, and it is taken as its clause tells.
"""

from __future__ import annotations

from timeline.events.sentence import Sentence, phrase_start
from timeline.extract.group import Group, Tense
from timeline.extract.word import BORDERS, NOUNS, Kind
from timeline.model.event import Factuality


def of_noun(sentence: Sentence, index: int) -> Factuality | None:
    """What the words around a noun say of it."""
    told, m = sentence.words, sentence.narration.modality
    first = phrase_start(sentence, index)
    beside = {word.lower for word in told[first : index + 2] if word.kind is not Kind.DATE}
    beside -= {told[index].lower}
    if beside & m.cancelled or is_called_off(sentence, index):
        return Factuality.DENIED
    if m.nobody & {word.lower for word in told[max(0, first - 1) : first + 1]} or _is_denied(sentence, first):
        return Factuality.DENIED
    after = told[index + 1].lower if index + 1 < len(told) else ""
    if told[index].lower in m.doubtful and after in m.leading:
        return Factuality.HYPOTHETICAL
    said = beside | {_lead(sentence, first)}
    if said & m.planned:
        return Factuality.PLANNED
    if said & m.expected:
        return Factuality.EXPECTED
    if said & m.doubtful:
        return Factuality.HYPOTHETICAL
    if beside & m.yearly and _is_told_as_habit(sentence, first):
        return Factuality.RECURRING
    return None


def _lead(sentence: Sentence, first: int) -> str:
    """The noun whose preposition leads to a phrase: "fears" before "of a strike"; empty where there is none."""
    told, m = sentence.words, sentence.narration.modality
    if first < 2 or told[first - 1].lower not in m.leading or told[first - 2].kind not in NOUNS:
        return ""
    return told[first - 2].lower


def verb_before(sentence: Sentence, index: int) -> Group | None:
    """The verb whose object a noun is, with or without a preposition ("called for a strike")."""
    told, m = sentence.words, sentence.narration.modality
    first = phrase_start(sentence, index)
    while first and told[first - 1].lower in m.leading | m.off:
        first -= 1
    return sentence.group_of(first - 1) if first else None


def _is_denied(sentence: Sentence, first: int) -> bool:
    """Whether a denial has the phrase as its object: "denied a meeting", "rejected claims of a meeting"."""
    told, m = sentence.words, sentence.narration.modality
    claimed = first > 1 and told[first - 1].lower in m.leading and told[first - 2].lower in m.claims
    at = phrase_start(sentence, first - 2) if claimed else first
    group = sentence.group_of(at - 1) if at else None
    if group is None or group.negated or group.passive:
        return False
    return sentence.words[group.head].base in (m.rejecting if claimed else m.denying)


def is_called_off(sentence: Sentence, index: int) -> bool:
    """Whether a noun is the object or subject of a verb that tells that it did not take place."""
    return _cancels(sentence, verb_before(sentence, index), passive=False) or _ends_unheld(sentence, index)


def _ends_unheld(sentence: Sentence, index: int) -> bool:
    """Whether the verb of which the noun is the subject calls it off, or says that it was not held."""
    told, m = sentence.words, sentence.narration.modality
    segment = sentence.segment_range(index)
    for group in sentence.groups:
        if group.first < index or not group.finite:
            continue
        first = sentence.segment_range(group.first)[0]
        inserted = told[first].kind is Kind.RELATIVE or told[first].kind is Kind.SUBORDINATOR
        if inserted and first > index:
            continue
        if first != segment[0] and not _resumes(sentence, index, group):
            return False
        if any(w.kind in (Kind.COORDINATOR, Kind.SUBORDINATOR) for w in told[index : group.first]):
            return False
        if _cancels(sentence, group, passive=True):
            return True
        return group.negated and group.tense is Tense.PAST and told[group.head].base in m.coming_about
    return False


def _resumes(sentence: Sentence, index: int, group: Group) -> bool:
    """Whether a verb directly after a comma goes on with the noun: "The march, planned for May, was banned"."""
    told = sentence.words
    return group.first > 0 and told[group.first - 1].kind in BORDERS and told[index + 1].kind in BORDERS


def _cancels(sentence: Sentence, group: Group | None, *, passive: bool) -> bool:
    told, m = sentence.words, sentence.narration.modality
    if group is None or group.negated or group.passive is not passive or group.tense is not Tense.PAST:
        return False
    after = told[group.head + 1].lower if group.head + 1 < len(told) else ""
    base = told[group.head].base
    return base in m.cancelling or (base in m.called and after in m.off)


def _is_told_as_habit(sentence: Sentence, first: int) -> bool:
    """Whether a present verb holds it ("holds its annual fair")."""
    group = sentence.group_of(first - 1) if first else None
    return group is not None and group.tense is Tense.PRESENT
