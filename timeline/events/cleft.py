"""Sentences that put a date first ("it was in May that ..."). In: a sentence, a date. Out: the verb that tells more."""

from __future__ import annotations

from timeline.events.date_words import date_phrase
from timeline.events.sentence import Sentence
from timeline.extract.group import Group
from timeline.extract.word import Kind


def behind_cleft(sentence: Sentence, date: int) -> Group | None:
    """The verb of what "it was in May that ..." tells; None for other sentences."""
    told, n = sentence.words, sentence.narration
    start, end = date_phrase(sentence, date)
    before = start - 1
    while before > 0 and told[before].kind in (Kind.ADVERB, Kind.NEGATION):
        before -= 1
    copula = sentence.group_of(before)
    if copula is None and end < len(told) and told[end].kind in (Kind.RELATIVE, Kind.THAT):
        return _behind_cleft_noun(sentence, date, end)
    if (
        copula is None
        or not copula.copula
        or told[copula.first - 1].lower not in n.wording.impersonal
        or end >= len(told)
    ):
        return None
    following = next((g for g in sentence.groups if g.first > end and g.finite), None)
    linked = told[end].lower in n.wording.cleaving or told[end].lower in n.personal
    return following if linked else None


def _behind_cleft_noun(sentence: Sentence, date: int, end: int) -> Group | None:
    """The verb of what "it was the fall of the dam in May that ..." tells of it; None elsewhere."""
    told, n = sentence.words, sentence.narration
    first, _ = sentence.segment_range(date)
    inside = [g for g in sentence.groups if first <= g.head < date]
    cleft = len(inside) == 1 and inside[0].copula and told[inside[0].first - 1].lower in n.wording.impersonal
    led = cleft and told[inside[0].head + 1].kind in (Kind.DETERMINER, Kind.POSSESSIVE, Kind.NAME)
    following = next((g for g in sentence.groups if g.first > end), None)
    direct = following is not None and following.finite and following.first == end + 1
    return following if led and direct else None
