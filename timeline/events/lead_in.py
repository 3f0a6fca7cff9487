"""What stands before a subject and is none of it. Comes in: a sentence, words up to a verb. Goes out: fewer words."""

from __future__ import annotations

from timeline.events.date_words import date_words, heads_noun
from timeline.events.sentence import Sentence
from timeline.extract.group import Group
from timeline.extract.word import NOUNS, Kind, Word


def behind_firm(sentence: Sentence, own: list[int]) -> list[int]:
    """A subject's name alone, where its office and firm stand before it ("the founder of Acme Inc. Ada Cole")."""
    told, corporate = sentence.words, sentence.narration.wording.corporate
    last = next((p for p, i in enumerate(own) if sentence.words_of(i, i + 1) in corporate), None)
    name = own[last + 1 :] if last else []
    led = last is not None and any(told[i].kind is Kind.PREPOSITION for i in own[:last])
    return name if led and len(name) > 1 and all(told[i].kind is Kind.NAME for i in name) else own


def behind_moment(sentence: Sentence, own: list[int]) -> list[int]:
    """A subject without the moment that its clause tells of ("by the time she was freed", "the day he died")."""
    told = sentence.words
    at = next((p for p, i in enumerate(own[:3]) if told[i].lower in sentence.narration.wording.idle), None)
    if not at or at + 1 >= len(own) or told[own[at - 1]].kind is not Kind.DETERMINER or own[at + 1] != own[at] + 1:
        return own
    return own[at + 1 :] if told[own[at + 1]].kind in (Kind.PRONOUN, Kind.DETERMINER, Kind.POSSESSIVE) else own


def behind_date(sentence: Sentence, own: list[int]) -> list[int]:
    """A subject without what an earlier clause tells of another date ("in May the mill and in June the pier was")."""
    told, gone = sentence.words, date_words(sentence)
    for position in range(len(own) - 2, 0, -1):
        if told[own[position]].kind is Kind.COORDINATOR and own[position + 1] in gone:
            rest = without_lead(sentence, own[position + 1 :])
            return rest if rest and told[rest[0]].kind in _OPENS_NOUN else own
    return own


def behind_complement(sentence: Sentence, earlier: Group, own: list[int]) -> list[int]:
    """A subject without what the verb before says of its own ("it became clear | the quake was bad")."""
    told = sentence.words
    parted = len(own) > 1 and own[0] == earlier.head + 1 and told[own[0]].kind is Kind.WORD
    return own[1:] if parted and told[own[1]].kind in (Kind.DETERMINER, Kind.POSSESSIVE) else own


def without_hearer(sentence: Sentence, speaks: Group, own: list[int]) -> list[int]:
    """A subject without whom its clause is told to: "told him the keeper had left" tells of the keeper."""
    told = sentence.words
    hearer = len(own) > 1 and own[0] == speaks.head + 1 and told[own[0]].kind is Kind.PRONOUN
    return own[1:] if hearer and told[speaks.head].base in sentence.narration.wording.telling else own


def behind_opening(sentence: Sentence, what: list[int], main: Group) -> list[int]:
    """A clause without its "but", and without a participle before its subject ("Tired of waiting, | Berg left")."""
    told = sentence.words
    while what and told[what[0]].kind in (Kind.COORDINATOR, Kind.COMMA):
        what = what[1:]
    comma = next((p for p, i in enumerate(what) if told[i].kind is Kind.COMMA and i < main.first), 0)
    first = sentence.group_of(what[0]) if what else None
    parted = comma and first is not None and first.first == what[0] and not first.finite
    return what[comma + 1 :] if parted and has_nouns(sentence, [i for i in what[comma:] if i < main.first]) else what


_OPENERS = frozenset(
    {Kind.COORDINATOR, Kind.ADVERB, Kind.COMMA, Kind.BREAK, Kind.SUBORDINATOR, Kind.THAT, Kind.NEGATION}
)


def without_lead(sentence: Sentence, words: list[int]) -> list[int]:
    """A subject without what opens its clause: conjunctions, adverbs, commas, and a date with its preposition."""
    told = sentence.words
    gone = date_words(sentence)
    while words:
        kind = told[words[0]].kind
        lead = kind in _OPENERS
        wording = sentence.narration.wording
        if lead and told[words[0]].lower in wording.measuring and _measures(told, words):
            return words
        if kind is Kind.NEGATION and told[words[0]].lower in wording.pairing:
            return words  # "neither he nor she"
        if not lead and (words[0] not in gone or (kind is Kind.DATE and heads_noun(sentence, words[0]))):
            return words
        words = words[1:]
    return words


def _measures(told: tuple[Word, ...], words: list[int]) -> bool:
    """Whether small words lead to an amount ("more than 40 men", "as many as 40")."""
    if len(words) > 3 and told[words[0]].lower == told[words[2]].lower:
        return told[words[3]].kind is Kind.NUMBER
    return told[words[0]].kind is Kind.ADVERB and any(told[i].kind is Kind.NUMBER for i in words[1:3])


_OPENS_NOUN = frozenset({Kind.DETERMINER, Kind.POSSESSIVE, Kind.NAME})


def has_nouns(sentence: Sentence, words: list[int]) -> bool:
    """Whether words name or point at something, so that they can be a subject."""
    return any(
        sentence.words[i].kind in NOUNS or sentence.words[i].kind in (Kind.PRONOUN, Kind.DETERMINER) for i in words
    )
