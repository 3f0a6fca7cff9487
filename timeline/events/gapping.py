"""A verb that a second date leaves out. Comes in: a sentence, a verb group, a date. Goes out: its object there.

"The bank sold the mill in 1911, in 1912 the pier", "..., the pier in 1912": in 1912 it sold the pier.
"""

from __future__ import annotations

from timeline.events.date_words import date_phrase
from timeline.events.sentence import PHRASE, Sentence
from timeline.extract.group import Group
from timeline.extract.word import BORDERS, Kind

_OPENS = frozenset({Kind.DETERMINER, Kind.POSSESSIVE, Kind.NAME, Kind.NUMBER})
_ENDS = BORDERS | {Kind.COORDINATOR}
_INSIDE = PHRASE | {Kind.PREPOSITION}


def gapped(sentence: Sentence, group: Group, date: int) -> list[int]:
    """The object that stands behind a date in the verb's place; empty where the date is the verb's own."""
    told = sentence.words
    start, first = date_phrase(sentence, date)
    before = start - 1
    if before > 0 and told[before].kind is Kind.COORDINATOR:
        before -= 1
    acts = group.finite and not group.passive and not group.copula
    if not acts or before <= group.head + 1 or told[before].kind is not Kind.COMMA:
        return _between_dates(sentence, group, start)
    own_date = any(word.kind is Kind.DATE for word in told[:before])
    stop = next((i for i in range(first, len(told)) if told[i].kind in _ENDS), len(told))
    own = list(range(first, stop))
    plain = all(told[i].kind in _INSIDE and sentence.group_of(i) is None for i in own)
    objects = bool(own) and told[first].kind in _OPENS and told[group.head + 1].kind in _OPENS
    return own if own_date and plain and objects else []


def _between_dates(sentence: Sentence, group: Group, start: int) -> list[int]:
    """The object that stands between the date before and its own ("adding Lund in 1911, Hull in 1912 | and York |")."""
    told = sentence.words
    opens = group.head + 1 < start and told[group.head + 1].kind in _OPENS
    if group.passive or group.copula or not opens:
        return []
    first = start
    while first - 1 > group.head and told[first - 1].kind in _INSIDE | {Kind.COORDINATOR}:
        first -= 1
        if told[first].kind is Kind.COORDINATOR and told[first - 1].kind is Kind.DATE:
            break
    joint = first if told[first].kind is Kind.COORDINATOR else first - 1
    own = list(range(joint + 1, start))
    listed = told[joint].kind in (Kind.COMMA, Kind.COORDINATOR) and joint - 1 > group.head
    listed = listed and told[joint - 1].kind is Kind.DATE
    plain = all(sentence.group_of(i) is None for i in own)
    return own if listed and own and plain and told[own[0]].kind in _OPENS else []
