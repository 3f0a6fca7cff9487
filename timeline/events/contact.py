"""Relative clauses without "that". Comes in: a sentence, a verb group. Goes out: whether it is one."""

from __future__ import annotations

from timeline.events.sentence import Sentence, phrase_start
from timeline.extract.group import Group
from timeline.extract.word import NOUNS, Kind


def opens_contact(sentence: Sentence, group: Group) -> bool:
    """Whether a verb and its pronoun follow a noun as a relative clause without "that" ("the systems we have ...")."""
    told, at = sentence.words, group.first - 1
    if at < 1 or not group.finite or group.passive or group.copula or told[at].lower not in sentence.narration.personal:
        return False
    after = told[group.head + 1].kind if group.head + 1 < len(told) else Kind.BREAK
    before = told[at - 1]
    wording = sentence.narration.wording
    idle = before.lower in wording.idle or before.lower in wording.asked
    idle = idle or told[group.head].base in wording.befalling_nobody  # "a relative we went looking for"
    start = phrase_start(sentence, at - 1)
    led = start > 1 and told[start - 1].kind is Kind.PREPOSITION and told[start - 2].kind in NOUNS
    led = led and told[start - 1].lower not in sentence.narration.genitive_prepositions
    noun = before.kind in (Kind.WORD, Kind.EVENT) and not before.genitive and not idle and not led
    return noun and after not in (
        Kind.DETERMINER,
        Kind.POSSESSIVE,
        Kind.NAME,
        Kind.WORD,
        Kind.EVENT,
        Kind.THAT,
        Kind.PRONOUN,
    )
