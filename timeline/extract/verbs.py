"""The verb groups of a sentence. Comes in: its words. Goes out: `Group`s with tense.

A group is a verb with its auxiliaries ("would not have been released").
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from timeline.extract.segments import segments
from timeline.extract.word import (
    ADVERB,
    AUXILIARIES,
    BASE_FORMS,
    BE,
    BORDERS,
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
    Word,
)
from timeline.grammar.narration import Narration


class Tense(StrEnum):
    """When a clause puts what it tells, as seen from its writer."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


_PAST, _PRESENT, _FUTURE, _UNKNOWN = Tense


class Group(NamedTuple):
    """A verb group by word indices: `first` to `head`, both included."""

    first: int
    head: int
    tense: Tense
    finite: bool
    passive: bool = False
    infinitive: bool = False
    negated: bool = False
    modal: str = ""
    copula: bool = False
    prospective: bool = False


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
    return tuple(_reduced(words, found, segment, narration))


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
    auxiliaries = [word for word in words[first : head + 1] if word.kind in AUXILIARIES]
    kinds = [word.kind for word in auxiliaries]
    modal = auxiliaries[kinds.index(MODAL)].lower if MODAL in kinds else ""
    infinitive = first > 0 and words[first - 1].kind is TO
    passive = verb.kind is VERB and verb.form in PARTICIPLES and BE in kinds
    negated = negated or (first > 0 and words[first - 1].kind is NEGATION)
    denied = negated or (MODAL in kinds and _is_denied(words, first))
    finite, tense = _finite_tense(auxiliaries, verb, infinitive, denied, n)
    ahead = words[head].lower in n.prospective and head + 1 < len(words) and words[head + 1].kind is TO
    if verb.kind is BE and head + 2 < len(words):
        ahead = words[head + 1].kind is TO or (words[head + 1].lower in n.prospective and words[head + 2].kind is TO)
    copula = verb.kind is BE
    return Group(first, head, tense, finite, passive, infinitive, negated, modal, copula, ahead)


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


def _speaks(words: tuple[Word, ...], head: int, n: Narration) -> bool:
    """Whether a past form plainly has a speaker for its subject: "said", or any with "that" behind it."""
    after = next((w for w in words[head + 1 : head + 5] if w.kind not in (DATE, PREPOSITION)), None)
    if after is not None and after.kind is THAT:
        return words[head].base in n.reporting
    passive = after is not None and after.kind is TO
    return words[head].base in n.speaking and not passive and words[head].form in PAST_FORMS


def _reduced(words: tuple[Word, ...], found: list[Group], segment: tuple[int, ...], n: Narration) -> list[Group]:
    """Past forms that are participles without "who was": no longer finite, and passive."""
    result: list[Group] = []
    for position, group in enumerate(found):
        word = words[group.head]
        bare = group.first == group.head and word.kind is VERB and word.form in PARTICIPLES
        if bare and not _speaks(words, group.head, n) and _is_reduced(words, position, result, found, segment, n):
            result.append(group._replace(finite=False, passive=True, tense=_PAST))
        else:
            result.append(group)
    return result


_ASIDE = frozenset({"(", "–", "—"})
_OBJECT = frozenset({DETERMINER, POSSESSIVE, PRONOUN, NAME, NUMBER, WORD, EVENT})


def _is_inserted(
    words: tuple[Word, ...], group: Group, settled: list[Group], later: list[Group], segment: tuple[int, ...]
) -> bool:
    """Whether a past form after a noun and a comma only adds to it ("Obi, freed in May, ...")."""
    at = group.head
    if at < 2 or words[at - 1].kind is not COMMA or words[at - 2].kind not in NOUNS | {RELATIVE}:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    objected = after is not None and after.kind in _OBJECT - {WORD}
    if words[at - 2].kind is RELATIVE:
        return not objected  # "which, combined with the flood, ended it"
    closed = any(g.finite and words[g.first - 1].kind is COMMA for g in later)
    # Why: in "Lund, which makes looms, closed" the verb of the relative clause is not the sentence's own.
    main = any(g.finite and not _is_subordinate(words, g, segment) for g in settled)
    return (not objected and (closed or main)) or (objected and closed and words[at - 2].kind is NAME and not settled)


def _is_subordinate(words: tuple[Word, ...], group: Group, segment: tuple[int, ...]) -> bool:
    """Whether a verb stands in a clause that a relative or a conjunction opens."""
    start = group.first
    while start and segment[start - 1] == segment[group.head]:
        start -= 1
    return words[start].kind in (RELATIVE, SUBORDINATOR)


def _lacks_main(
    words: tuple[Word, ...], position: int, settled: list[Group], found: list[Group], segment: tuple[int, ...]
) -> bool:
    """Whether a sentence whose only verbs stand in one relative clause needs this one ("guards who saw it fled")."""
    here = segment[found[position].head]
    start = found[position].first
    while start and segment[start - 1] == here:
        start -= 1
    relative = words[start].kind is RELATIVE or (words[start].kind is THAT and start and words[start - 1].kind in NOUNS)
    alone = all(segment[g.head] == here for g in settled if g.finite) and sum(g.finite for g in settled) == 1
    return bool(relative) and alone and not any(g.finite for g in found[position + 1 :])


_SUBJECT = NOUNS | {DETERMINER, POSSESSIVE, PRONOUN, ADVERB}


def _has_gap(
    words: tuple[Word, ...], position: int, settled: list[Group], found: list[Group], segment: tuple[int, ...]
) -> bool:
    """Whether a past form is the verb of a relative clause with a subject of its own ("which the flood broke in May").

    Behind "that" or "in which" it may as well tell more of the subject ("the claim that a man jailed in May fled"), if
    not the sentence would have no other verb.
    """
    head = found[position].head
    start = head
    while start and segment[start - 1] == segment[head]:
        start -= 1
    opener, before = words[start].kind, words[start - 1].kind if start else None
    alone = start + 1 < head and all(word.kind in _SUBJECT for word in words[start + 1 : head])
    if not alone or not (opener is RELATIVE or (opener is THAT and before in NOUNS)):
        return False
    if opener is RELATIVE and before is not PREPOSITION:
        return True
    behind = [g for g in found[position + 1 :] if g.finite]
    return not any(g.finite for g in settled) and len(behind) == 1 and segment[behind[0].head] == segment[head]


def _is_reported(words: tuple[Word, ...], governor: Group, group: Group, n: Narration) -> bool:
    """Whether a past form ends a clause that the verb before reports ("said the president's son met with him")."""
    between = words[governor.head + 1 : group.first]
    agent = group.head + 1 < len(words) and words[group.head + 1].lower in n.by
    plain = bool(between) and not any(w.kind in (COORDINATOR, PREPOSITION, TO) for w in between[:1])
    return governor.finite and words[governor.head].base in n.showing and plain and not agent


_LED = frozenset({NAME, WORD, EVENT, NUMBER, DETERMINER, POSSESSIVE, ADVERB})


def _is_led(words: tuple[Word, ...], start: int, head: int) -> bool:
    """Whether a preposition opens the clause of a past form: no subject ("according to figures released ...")."""
    led = words[start + 1 if words[start].kind is WORD else start]
    nouns = all(word.kind in _LED for word in words[start + 2 : head])
    if words[start + 1].kind is DATE:
        return False  # "On Monday the port pledged ..."
    return led.kind in (PREPOSITION, TO) and nouns and head > start + 1


def _is_reduced(
    words: tuple[Word, ...],
    position: int,
    settled: list[Group],
    found: list[Group],
    segment: tuple[int, ...],
    n: Narration,
) -> bool:
    """Whether a bare past form only qualifies the noun before it ("the citizen freed in May")."""
    group = found[position]
    if words[group.head].form not in PAST_FORMS:
        return True
    after = next((w for w in words[group.head + 1 : group.head + 3] if w.lower not in n.object_particles), None)
    if _ends_span(words, group, found, n):
        return True
    if words[group.head].base in n.wording.befalling_nobody:
        return False
    made = after is not None and after.lower in n.wording.made_so
    objected = after is not None and (
        (after.kind in _OBJECT and not made) or (after.kind is TO and words[group.head].base in n.wording.striving)
    )
    before = words[group.head - 1] if group.head else None
    # Why: in "Lund and Berg all left" the verb is the names' own, in "a painted hall" it is not.
    floats = before is not None and before.lower in n.wording.floating and words[group.head - 2].kind in NOUNS
    if before is not None and ((before.kind is DETERMINER and not floats) or before.lower in _ASIDE):
        return True
    here = segment[group.head]
    governed = any(g.finite and segment[g.head] == here for g in settled)
    if not governed and _has_gap(words, position, settled, found, segment):
        return False
    last = next((g for g in reversed(settled) if g.finite), None) if governed else None
    if (
        last is not None
        and not _has_verb_behind(words, position, found, segment)
        and _is_reported(words, last, group, n)
    ):
        return False
    if governed and _lacks_main(words, position, settled, found, segment):
        return False
    if governed:
        coordinated = any(w.kind is COORDINATOR for w in words[settled[-1].head : group.head])
        return not coordinated and not objected and before is not None and before.kind in NOUNS
    # Why: in "the port says the guards, sailors among them, left" what is said still awaits its verb.
    if not _awaits_verb(words, group, settled, n) and _is_inserted(
        words, group, settled, found[position + 1 :], segment
    ):
        return True
    if objected or before is None or before.kind not in NOUNS:
        return False
    start = group.head
    while start and segment[start - 1] == here:
        start -= 1
    if start > 0 and words[start - 1].kind is COMMA and any(g.first == start and not g.finite for g in settled):
        return True  # "..., leaving it near its record set in May"
    apposition = start > 0 and words[start - 1].kind is COMMA and words[start].kind is DETERMINER
    others = [g for g in found if g is not group and g.finite]
    if others and (apposition or _is_led(words, start, group.head)):
        return not (_is_last_word(words, group, found) and words[group.head].base in n.reporting)
    return _has_verb_behind(words, position, found, segment)


def _ends_span(words: tuple[Word, ...], group: Group, found: list[Group], n: Narration) -> bool:
    """Whether a past form tells when a stretch of time ended, beside another verb ("its third quarter ended 3 May")."""
    before, at = words[group.head - 1], group.head
    told = words[at].base in n.phases and (before.kind is DATE or before.lower in n.spans)
    dated = at + 1 < len(words) and words[at + 1].kind is DATE
    return told and dated and any(g is not group and g.finite for g in found)


def _awaits_verb(words: tuple[Word, ...], group: Group, settled: list[Group], n: Narration) -> bool:
    """Whether a verb of saying before a past form has come to no verb of what it says."""
    last = settled[-1] if settled else None
    says = last is not None and last.finite and words[last.head].base in n.speaking
    return (
        says
        and last is not None
        and words[last.head + 1].kind not in (COMMA, THAT, QUOTE)
        and group.head > last.head + 4
    )


def _is_last_word(words: tuple[Word, ...], group: Group, found: list[Group]) -> bool:
    """Whether a past form after somebody ends its sentence ("The pier is safe, the port announced on 3 May.").

    But for a noun that sums it up ("..., the port reported in May, a sign that trade is back").
    """
    behind = [g for g in found if g.first > group.head]
    comma = next((i for i in range(group.head + 1, len(words)) if words[i].kind is COMMA), len(words))
    noun = {w.kind for w in words[comma + 1 : comma + 3]}
    if noun and noun <= NOUNS | {DETERMINER, THAT} and behind and comma < behind[0].first:
        return any(w.kind is THAT for w in words[comma + 2 : behind[0].first])
    adding = all(words[g.head].form in GERUNDS and words[g.first - 1].kind is COMMA for g in behind[:1])
    end = behind[0].first - 1 if behind else len(words)
    spoken = words[group.head - 1].kind in (NAME, WORD) and adding
    return spoken and comma >= end


def _has_verb_behind(words: tuple[Word, ...], position: int, found: list[Group], segment: tuple[int, ...]) -> bool:
    """Whether a finite verb follows in the same stretch, which then has the noun before for its subject."""
    group = found[position]
    following = next((g for g in found[position + 1 :] if g.finite), None)
    if following is None:
        return False
    end = following.first
    if [word.kind for word in words[max(0, end - 3) : end]] == [COMMA, ADVERB, COMMA]:
        end -= 3  # "the note found in May, however, showed"
    if segment[end - 1] != segment[group.head]:
        return False
    between = words[group.head + 1 : end]
    return not any(w.kind in (COORDINATOR, PRONOUN) for w in between)
