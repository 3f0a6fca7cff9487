"""Dates that only tell of a source: a statement issued, remarks made. In: a sentence, a date. Out: the verb dated."""

from __future__ import annotations

from timeline.events.date_words import date_phrase
from timeline.events.sentence import Sentence, phrase_start
from timeline.extract.group import Group
from timeline.extract.word import Kind, Word
from timeline.grammar.narration import Narration


def told_by_source(sentence: Sentence, date: int) -> Group | None:
    """What a source tells whose day alone a sentence gives ("..., according to a statement issued Tuesday")."""
    told, n = sentence.words, sentence.narration
    first = next((at for at in range(1, date) if _cites(told, at, n)), 0)
    if not first or any(word.kind is Kind.DATE for position, word in enumerate(told) if position != date):
        return None
    behind = [g for g in sentence.groups if first < g.first]
    papers = all(told[g.head].base in n.wording.issued and not g.finite and g.head < date for g in behind)
    main = next((g for g in sentence.groups if g.finite and g.first < first), None)
    opener = told[sentence.segment_range(main.first)[0]].kind if main is not None else None
    plain = opener not in (Kind.SUBORDINATOR, Kind.RELATIVE) and told[first - 1].kind is Kind.COMMA
    return main if papers and plain else None


def said_in(sentence: Sentence, date: int) -> Group | None:
    """What was said in a speech that alone a date dates ("gave way in remarks made Tuesday"); None elsewhere."""
    told, n = sentence.words, sentence.narration
    given = sentence.group_of(date_phrase(sentence, date)[0] - 1)
    if given is None or given.finite or not given.passive:
        return None
    if told[given.first - 1].lower not in n.speeches and told[given.head].base not in n.wording.issued:
        return None
    led = phrase_start(sentence, given.first - 1) - 1 if given.first else -1
    main = next((g for g in reversed(sentence.groups) if g.finite and g.head < led), None)
    if main is None or told[led].lower not in n.locative_prepositions:
        return None
    return main if sentence.segments[main.head] == sentence.segments[led] else None


def _cites(told: tuple[Word, ...], at: int, n: Narration) -> bool:
    """Whether a phrase like "according to" starts at a word."""
    lower = told[at].lower
    return any(
        phrase[0] == lower and tuple(word.lower for word in told[at : at + len(phrase)]) == phrase
        for phrase in n.according
    )
