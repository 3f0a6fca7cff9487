"""What a verb of saying says. Comes in: a sentence, the verb's group. Goes out: the words of who says it and of what.

What is said may follow ("said that it won"), or stand before ("It won, the court said", "..., said the court").
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.date_words import date_words
from timeline.events.insertion import awaits_verb
from timeline.events.sentence import Sentence, phrase_end
from timeline.events.subject import subject
from timeline.extract.group import Group
from timeline.extract.word import NOUNS, Kind

_SMALL = frozenset({Kind.QUOTE, Kind.ADVERB, Kind.BREAK, Kind.COMMA})


def reports(sentence: Sentence, group: Group) -> bool:
    """Whether a verb is one of saying."""
    return sentence.words[group.head].base in sentence.narration.reporting


def said_after(sentence: Sentence, group: Group) -> Group | None:
    """The finite verb of what is said after a verb of saying, where it has a subject of its own."""
    told = sentence.words
    following = [g for g in sentence.groups if g.first > group.head and g.finite]
    adds = group.passive and not group.finite  # "the rule, announced in May, that all must pay"
    if not following or adds or not reports(sentence, group):
        return None
    told_by_noun = [g for g in following if told[sentence.segment_range(g.head)[0]].kind is not Kind.RELATIVE]
    later = told_by_noun[0] if told_by_noun else following[0]
    if any(_opens_clause(sentence, i) for i in range(group.head + 1, later.first)):
        return _behind_condition(sentence, following)
    reported = [
        i
        for i in range(group.head + 1, later.first)
        if told[sentence.segment_range(i)[0]].kind is not Kind.RELATIVE or i == later.first - 1
    ]
    between = [told[i] for i in reported]
    linked = any(w.kind is Kind.THAT for w in between)
    broken = any(w.kind is Kind.BREAK or (w.kind is Kind.COMMA and not linked) for w in between)
    direct = between and between[0].kind is not Kind.COMMA and not broken
    own = [w for w in between if w.kind in NOUNS or w.kind in (Kind.PRONOUN, Kind.DETERMINER)]
    other = any(
        told[i].kind is Kind.RELATIVE
        or (told[i].kind is Kind.COORDINATOR and not awaits_verb(sentence, i))
        or _opens_clause(sentence, i)
        for i in reported
    )
    return later if direct and own and not other else None


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """Whether a word is a conjunction before a clause; in "more than once that" it is none."""
    told = sentence.words
    if told[index].kind is not Kind.SUBORDINATOR:
        return False
    gone = date_words(sentence)
    after = next((told[i].kind for i in range(index + 1, len(told)) if i not in gone), Kind.BREAK)
    return after not in (Kind.THAT, Kind.COMMA, Kind.BREAK)


_SUBJECT = NOUNS | {Kind.DETERMINER, Kind.POSSESSIVE}


def told_first(sentence: Sentence, group: Group) -> Kind:
    """What opens the clause of a verb."""
    return sentence.words[sentence.segment_range(group.first)[0]].kind


def _behind_condition(sentence: Sentence, following: list[Group]) -> Group | None:
    """The main verb behind a condition or time that opens what is said ("said that once it rains they would leave")."""
    for condition, main in pairwise(following):
        own = sentence.words[condition.head + 1 : main.first]
        if own and own[-1].lower in sentence.narration.personal and not any(w.kind is Kind.COORDINATOR for w in own):
            return main
        comma = next((p for p, w in enumerate(own) if w.kind is Kind.COMMA), None)
        subject_only = comma is not None and own[comma + 1 :] and all(w.kind in _SUBJECT for w in own[comma + 1 :])
        if subject_only and told_first(sentence, condition) is Kind.SUBORDINATOR:
            return main
    return None


def said_before(sentence: Sentence, group: Group) -> tuple[list[int], list[int]] | None:
    """Who says it and what, where what is said stands before or around; None where it does not."""
    told = sentence.words
    if not group.finite or not reports(sentence, group):
        return None
    first, last = sentence.segment_range(group.first)
    follows = last < len(told) and told[last].kind is Kind.THAT  # "left, but said on Friday | that it was late"
    relative = told[first].kind is Kind.RELATIVE  # "praised the accord, | which was announced on Friday"
    if first == 0 or told[first - 1].kind is not Kind.COMMA or follows or relative:
        return None
    around = _said_around(sentence, group, first, last)
    if around is not None:
        return around
    start = next((i + 1 for i in range(first - 2, -1, -1) if told[i].kind is Kind.BREAK and told[i].lower != "-"), 0)
    start = _opening_quote(sentence, start, first)
    speaker = _before_speaker(sentence, first)
    what = list(range(start, speaker - 1))
    # Why: in "Berg, who was there, told the court" nothing has been said yet.
    if _only_tells_more(sentence, start, first):
        return None
    who, behind = _speaker(sentence, group, first)
    if what[-1:] < [first - 2]:
        who, behind = subject(sentence, group), group.head + 1
    who = who[1:] if who and told[who[0]].kind is Kind.QUOTE else who
    rest = behind_hearer(sentence, group) if behind == group.head + 1 else behind
    gone = date_words(sentence)
    after = next((told[i].kind for i in range(rest, last) if i not in gone and told[i].kind not in _SMALL), None)
    more = any(rest <= g.head < last for g in sentence.groups)
    if not who or more or after not in (None, Kind.PREPOSITION, Kind.TO):
        return None
    closing = next((i for i in (first, speaker - 1) if told[i].kind is Kind.QUOTE), None)
    if what and told[start].kind is Kind.QUOTE and closing is not None:
        what = [*(what[:-1] if told[what[-1]].kind is Kind.COMMA else what), closing]
    return [*who, *range(group.first, max(group.head + 1, rest if rest > behind else 0))], what


def _before_speaker(sentence: Sentence, first: int) -> int:
    """Where the one is told of who says what stands before ("It is old, | its owner, Tom Rask, told reporters").

    That is before the verb, but for an owner whom a name behind a comma explains, and for one whom commas explain.
    """
    told = sentence.words
    group = sentence.group_of(first)
    if group is None or first < 4:
        return first
    start, _ = sentence.segment_range(first - 2)
    outer, _ = sentence.segment_range(max(start - 2, 0))
    named = all(word.kind is Kind.NAME for word in told[start : first - 1])
    plain = all(word.kind in _SUBJECT for word in told[outer : start - 1])
    office = told[outer].kind in (Kind.POSSESSIVE, Kind.DETERMINER) and told[start - 1].kind is Kind.COMMA
    if named and plain and office and outer > 1 and told[outer - 1].kind is Kind.COMMA:
        return outer
    return _explained(sentence, group) or first


_CLOSES_SPEECH = frozenset({Kind.COMMA, Kind.QUOTE})


def _explained(sentence: Sentence, group: Group) -> int | None:
    """Where the name of a speaker starts that commas explain ("It is old, | Tom Rask, its owner, said")."""
    told, who = sentence.words, subject(sentence, group)
    named = len(who) > 1 and who[0] > 1 and all(i >= 0 and told[i].kind is Kind.NAME for i in who)
    if not named or told[who[0] - 1].kind not in _CLOSES_SPEECH or told[who[-1] + 1].kind is not Kind.COMMA:
        return None
    said = next((g for g in sentence.groups if g.finite), group)
    whole = said.head < who[0] and told_first(sentence, said) not in (Kind.SUBORDINATOR, Kind.RELATIVE)
    return who[0] if whole else None


def _only_tells_more(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether all verbs of a stretch stand in relative clauses, one in each."""
    told_of = [g for g in sentence.groups if g.finite and start <= g.head < stop]
    quoted = sentence.words[start].kind is Kind.QUOTE and bool(told_of)
    relative = not quoted and all(told_first(sentence, g) is Kind.RELATIVE for g in told_of)
    return relative and len(told_of) == len({sentence.segments[g.head] for g in told_of})


_DOUBLE = frozenset(('"', "``", "''", "“", "”"))
"""Marks of what is said; within them, single ones are around a word of somebody else's."""


def _opening_quote(sentence: Sentence, start: int, first: int) -> int:
    """Where a quotation opens that ends before a place; else `start` ("It works “We sell it,” Berg said")."""
    told = sentence.words
    closing = next((i for i in (first, first - 2) if told[i].kind is Kind.QUOTE), None)
    if closing is None:
        return start
    double = told[closing].lower in _DOUBLE
    marks = (i for i in range(closing - 1, start - 1, -1) if told[i].kind is Kind.QUOTE)
    return next((i for i in marks if not double or told[i].lower in _DOUBLE), start)


def behind_hearer(sentence: Sentence, group: Group) -> int:
    """Where what follows a verb of saying starts, behind whom it is said to ("Lund told the court")."""
    told, after = sentence.words, group.head + 1
    if told[group.head].base not in sentence.narration.wording.telling or after >= len(told):
        return after
    return after + 1 if told[after].kind is Kind.PRONOUN else phrase_end(sentence, after)


def _said_around(sentence: Sentence, group: Group, first: int, last: int) -> tuple[list[int], list[int]] | None:
    """The same where who says it stands between commas: "The switch, he said, would come"."""
    told = sentence.words
    start, end = sentence.segment_range(first - 2)[0], last
    closed = last == group.head + 1 < len(told) and told[last].kind is Kind.COMMA
    if not closed or first == group.first or start > 0 or any(g.finite and g.head < first for g in sentence.groups):
        return None
    following = next((g for g in sentence.groups if g.first > last), None)
    if following is None or not following.finite or following.first != last + 1:
        return None
    while end < len(told) and (told[end].kind is not Kind.BREAK or end == last):
        end += 1
    who = list(range(first, group.head + 1))
    return who, [*range(start, first - 1), *range(last + 1, end)]


def _speaker(sentence: Sentence, group: Group, first: int) -> tuple[list[int], int]:
    """Who speaks, and where what follows starts: the words behind the verb, or before it."""
    told = sentence.words
    if all(told[i].kind in _SMALL for i in range(first, group.first)):
        end = phrase_end(sentence, group.head + 1)
        return [i for i in range(group.head + 1, end) if told[i].kind is not Kind.DATE], end
    return subject(sentence, group), group.head + 1
