"""The verb groups of a sentence. Comes in: its words. Goes out: `Group`s with tense.

A group is a verb with its auxiliaries ("would not have been released").
"""

from __future__ import annotations

from timeline.extract.group import Group, Tense
from timeline.extract.reduced import reduced
from timeline.extract.segments import segments
from timeline.extract.word import (
    ADVERB,
    AUXILIARIES,
    BASE_FORMS,
    BE,
    BORDERS,
    COORDINATOR,
    DO,
    GERUNDS,
    HAVE,
    MODAL,
    NEGATION,
    PARTICIPLES,
    PAST_FORMS,
    THIRD_FORMS,
    TO,
    UNFORMED,
    VERB,
    Word,
)
from timeline.grammar.narration import Narration

_PAST, _PRESENT, _FUTURE, _UNKNOWN = Tense


SUBJECT = 10
"""Words that a subject may have before its verb."""
_INSIDE = frozenset({MODAL, BE, HAVE, DO, NEGATION, ADVERB})


def groups(words: tuple[Word, ...], narration: Narration, segment: tuple[int, ...] | None = None) -> tuple[Group, ...]:
    """The verb groups in order; what is not finite takes its tense from the group before it.

    `segment` is the number of each word's segment, where it is known already.
    """
    if segment is None:
        segment = segments(words)
    found: list[Group] = []
    index = 0
    while index < len(words):
        word = words[index]
        if word.kind in AUXILIARIES or word.kind is VERB:
            group = _group(words, index, narration)
            found.append(_settled(words, group, found, segment, narration))
            index = group.head + 1
        else:
            index += 1
    return tuple(reduced(words, found, segment, narration))


def _group(words: tuple[Word, ...], first: int, n: Narration) -> Group:
    """The group that starts at a verb or auxiliary."""
    head, negated, index = first, False, first
    while index < len(words):
        word = words[index]
        if word.kind is VERB:
            head = index
            break
        if word.kind in AUXILIARIES:
            head = index
            negated = negated or word.lower in n.negations
        elif word.kind is NEGATION:
            negated = True
        elif word.kind is not ADVERB and (index == first or word.lower not in n.wording.floating):
            break  # "have both left"
        index += 1
    verb = words[head]
    done = head + _is_got(words, head, n)
    auxiliaries = [word for word in words[first : head + 1] if word.kind in AUXILIARIES]
    kinds = [word.kind for word in auxiliaries]
    modal = auxiliaries[kinds.index(MODAL)].lower if MODAL in kinds else ""
    infinitive = first > 0 and words[first - 1].kind is TO
    passive = done > head or (verb.kind is VERB and verb.form in PARTICIPLES and BE in kinds)
    negated = negated or (first > 0 and words[first - 1].kind is NEGATION)
    denied = negated or (MODAL in kinds and _is_denied(words, first))
    finite, tense = _finite_tense(auxiliaries, verb, infinitive, denied, n)
    ahead = words[head].lower in n.prospective and head + 1 < len(words) and words[head + 1].kind is TO
    if verb.kind is BE and head + 2 < len(words):
        ahead = words[head + 1].kind is TO or (words[head + 1].lower in n.prospective and words[head + 2].kind is TO)
    copula = verb.kind is BE
    return Group(first, done, tense, finite, passive, infinitive, negated, modal, copula, ahead)


def _is_got(words: tuple[Word, ...], head: int, n: Narration) -> bool:
    """Whether a verb only puts the participle behind it into the passive ("got arrested", "is getting beaten")."""
    after = words[head + 1] if head + 1 < len(words) else None
    participle = after is not None and after.kind is VERB and after.form in PARTICIPLES
    return participle and words[head].kind is VERB and words[head].base in n.wording.passive_verbs


def _is_denied(words: tuple[Word, ...], first: int) -> bool:
    """Whether the subject denies the verb: "nobody could", "neither he nor she could"."""
    for index in range(first - 1, max(-1, first - SUBJECT), -1):
        if words[index].kind in BORDERS or words[index].kind is VERB:
            return False
        if words[index].kind is NEGATION:
            return True
    return False


def _finite_tense(
    auxiliaries: list[Word], verb: Word, infinitive: bool, denied: bool, n: Narration
) -> tuple[bool, Tense]:
    """Whether a group is finite, and the tense of its first word."""
    if infinitive:
        return False, _UNKNOWN
    if not auxiliaries:
        if verb.form in PAST_FORMS:
            return True, _PAST
        if verb.form in PARTICIPLES:
            return False, _PAST
        finite = verb.form in THIRD_FORMS or verb.form in BASE_FORMS
        return finite, _UNKNOWN if verb.form in GERUNDS else _PRESENT
    lead = auxiliaries[0]
    perfect = HAVE in [w.kind for w in (auxiliaries if verb.kind is VERB else auxiliaries[:-1])]
    if lead.kind is MODAL:
        unable = lead.lower in n.able and denied
        return True, _PAST if unable or (perfect and lead.lower not in n.future) else _FUTURE
    form = {BE: n.be, HAVE: n.have, DO: n.do}[lead.kind].get(lead.lower, UNFORMED)
    if (form in GERUNDS or form in PARTICIPLES) and form not in PAST_FORMS:
        return False, _UNKNOWN
    if form in PAST_FORMS or perfect:
        return True, _PAST
    return True, _PRESENT


def _settled(
    words: tuple[Word, ...], group: Group, before: list[Group], segment: tuple[int, ...], n: Narration
) -> Group:
    """A group with the tense that the words before it lend: "is going to open", "managed to open", "freeing"."""
    if group.finite and _shares_infinitive(words, group, before, segment):
        return group._replace(tense=before[-1].tense, prospective=before[-1].prospective)
    if group.finite:
        return group._replace(tense=_FUTURE) if group.prospective and group.tense is _PRESENT else group
    if group.tense is not _UNKNOWN or not before:
        return group
    governor = before[-1]
    base = words[governor.head].base
    between = words[governor.head + 1 : group.first - 1]
    object_only = group.infinitive and not any(w.kind in BORDERS or w.kind is COORDINATOR for w in between)
    if object_only and (base in n.planning or base in n.expecting):
        return group._replace(tense=_FUTURE, prospective=True)
    lead = words[group.first - 2] if group.infinitive and group.first > 1 else None
    if lead is not None and (
        lead.lower in n.prospective
        or lead.lower in n.planning
        or lead.lower in n.expecting
        or lead.base in n.planning
        or lead.base in n.expecting
        or lead.kind is BE
    ):
        return group._replace(tense=_FUTURE, prospective=True)
    return group._replace(tense=governor.tense, modal=group.modal or governor.modal)


def _shares_infinitive(words: tuple[Word, ...], group: Group, before: list[Group], segment: tuple[int, ...]) -> bool:
    """Whether a base form goes on an infinitive ("expects to win approval and complete the sale")."""
    if not before or not before[-1].infinitive or group.first != group.head:
        return False
    joined = words[group.first - 1].kind is COORDINATOR and segment[group.first] == segment[before[-1].head]
    return joined and words[group.head].form in BASE_FORMS
