"""Of whom a participle or gerund is said. Comes in: a sentence, its verb group. Goes out: words by index, or a verb."""

from __future__ import annotations

from timeline.events.sentence import AND, CLAUSE_BORDERS, Sentence, phrase_start
from timeline.extract.group import Group
from timeline.extract.word import BORDERS, NOUNS, Kind

_LEADS = frozenset({Kind.PREPOSITION, Kind.SUBORDINATOR})


def accused(sentence: Sentence, group: Group) -> list[int]:
    """Those of whom a gerund tells what they are accused of, with that ("two men accused of | killing her")."""
    told, of = sentence.words, group.first - 1
    verb = sentence.group_of(of - 1) if of > 1 and told[of].kind is Kind.PREPOSITION else None
    bare = verb is not None and verb.passive and not verb.finite and verb.first == verb.head == of - 1
    if verb is None or not bare or told[verb.head].base not in sentence.narration.wording.accusing:
        return []
    last = verb.first - 1 - (told[verb.first - 1].kind is Kind.COMMA)
    if last < 0 or told[last].kind not in NOUNS:
        return []
    return [*range(phrase_start(sentence, last), last + 1), *range(verb.first, group.first)]


def carrying(sentence: Sentence, group: Group, earlier: list[Group]) -> Group:
    """The verb that a gerund goes on: the last, but of a main clause where a comma closes another ("..., before")."""
    told = sentence.words
    parted = group.first > 1 and told[group.first - 2].kind is Kind.COMMA and told[group.first - 1].kind in _LEADS
    main = [g for g in earlier if told[sentence.segment_range(g.first)[0]].kind not in CLAUSE_BORDERS]
    return main[-1] if parted and main else earlier[-1]


def both_named(sentence: Sentence, before: int) -> list[int]:
    """The two names that "both" gathers, without what stands between them."""
    runs: list[list[int]] = []
    index = before - 1
    while index >= 0 and len(runs) < 2:
        if sentence.words[index].kind is Kind.NAME:
            run = [index]
            while index and sentence.words[index - 1].kind is Kind.NAME:
                index -= 1
                run.insert(0, index)
            runs.insert(0, run)
        elif sentence.group_of(index) is not None:
            break
        index -= 1
    return [*runs[0], AND, *runs[1]] if len(runs) == 2 else []


def opening_clause(sentence: Sentence, last: int) -> list[int]:
    """The noun phrase that opens a clause, its verb still to come ("but the Danes, having won, left"); else empty."""
    told = sentence.words
    start = phrase_start(sentence, last) if last >= 0 and told[last].kind in NOUNS else last
    opener = told[start - 1].kind if start > 0 else Kind.BREAK
    closing = next((i for i in range(last + 2, len(told)) if told[i].kind in BORDERS), len(told) - 1)
    group = sentence.group_of(closing + 1)
    awaits = group is not None and group.finite and told[closing].kind is Kind.COMMA
    return list(range(start, last + 1)) if awaits and opener in (Kind.COORDINATOR, Kind.BREAK) else []


def befalls_person(sentence: Sentence, group: Group, place: list[int]) -> bool:
    """Whether a verb that is done to somebody stands behind a place ("tried in Lund, | charged with fraud")."""
    told, n = sentence.words, sentence.narration
    named = all(told[i].kind is Kind.NAME for i in place)
    led = told[place[0] - 1].lower in n.locative_prepositions
    return named and led and told[group.head].base in n.wording.befalling_persons
