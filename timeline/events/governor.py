"""What a verb hangs on: "deny" in "denied that he had met her". Comes in: a sentence, a group. Goes out: `Governor`."""

from __future__ import annotations

from typing import NamedTuple

from timeline.events.sentence import Sentence
from timeline.extract.group import Group
from timeline.extract.word import BORDERS, NOUNS, Kind
from timeline.grammar.narration import VerbForm

_STOPS = BORDERS | {Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.RELATIVE}


class Governor(NamedTuple):
    """The word that a clause is the complement of, and its verb group where it is a verb."""

    at: int
    group: Group | None
    infinitive: bool
    """The complement is an infinitive."""


def governor_of(sentence: Sentence, group: Group) -> Governor | None:
    """The verb, noun or adjective that a group is the complement of; None for a clause that stands by itself."""
    told = sentence.words
    if group.infinitive:
        return _of_infinitive(sentence, group)
    first, _ = sentence.segment_range(group.first)
    opener = told[first].kind
    if opener is Kind.THAT and first and not _parted(sentence, first + 1, group.first):
        return _at(sentence, first - 1, infinitive=False)
    if opener in (Kind.SUBORDINATOR, Kind.RELATIVE):
        first += 1
    before = next((g for g in reversed(sentence.groups) if first <= g.head < group.first), None)
    if before is None or _parted(sentence, before.head + 1, group.first):
        return None
    gerund = not group.finite and bool(told[group.first].form & VerbForm.GERUND or told[group.first].lower == "being")
    gerund = gerund or (not group.finite and told[group.first].kind is Kind.HAVE)
    return Governor(before.head, before, False) if gerund or _takes_clause(sentence, before, group) else None


def _takes_clause(sentence: Sentence, before: Group, group: Group) -> bool:
    """Whether a verb with its own subject is what another one says ("said prices fell"), not "the way I played"."""
    between = sentence.words[before.head + 1 : group.first]
    subject = any(w.kind in NOUNS or w.kind is Kind.PRONOUN for w in between)
    return group.finite and subject and _speaks(sentence, before)


def _speaks(sentence: Sentence, group: Group) -> bool:
    """Whether a verb takes a clause as what is said, foretold, wished or denied."""
    n, base = sentence.narration, sentence.words[group.head].base
    m = n.modality
    return any(base in verbs for verbs in (n.reporting, m.expecting, m.wishing, m.denying, m.fearing))


def _of_infinitive(sentence: Sentence, group: Group) -> Governor | None:
    """The word before "to", or the verb whose object stands between ("urged the board to hold")."""
    told = sentence.words
    before = group.first - 2
    while before > 0 and told[before].kind in (Kind.ADVERB, Kind.NEGATION):
        before -= 1
    if before < 0:
        return None
    own = sentence.group_of(before)
    if own is not None:
        return Governor(own.head, own, True)
    verb = next((g for g in reversed(sentence.groups) if g.head < before), None)
    if told[before].kind is Kind.COMMA:
        # Why: "agreed on 3 May, after long talks, to withdraw" hangs on the verb before the insertion.
        return Governor(verb.head, verb, True) if verb is not None else None
    if verb is None or _parted(sentence, verb.head + 1, before):
        return Governor(before, None, True)
    return Governor(before, verb, True)


def _at(sentence: Sentence, index: int, *, infinitive: bool) -> Governor | None:
    """What stands before "that": a verb, a noun that states ("claims"), or the verb that tells somebody."""
    told = sentence.words
    while index > 0 and told[index].kind in (Kind.COMMA, Kind.QUOTE, Kind.DATE, Kind.ADVERB):
        index -= 1
    own = sentence.group_of(index)
    if own is not None:
        return Governor(own.head, own, infinitive)
    verb = next((g for g in reversed(sentence.groups) if g.head < index), None)
    if told[index].lower in sentence.narration.modality.stating:
        return Governor(index, verb, infinitive)
    # Why: "told the paper that he met her" says so, "signed the bill that they passed" does not.
    return Governor(verb.head, verb, infinitive) if verb is not None and _speaks(sentence, verb) else None


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    return any(word.kind in _STOPS for word in sentence.words[first:last])
