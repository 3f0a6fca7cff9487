"""Who says it. Comes in: a sentence, a head, the document's names. Goes out: the speaker, or None."""

from __future__ import annotations

from timeline.events.head import Head
from timeline.events.names import Names, people_and_places
from timeline.events.sentence import Sentence, phrase_end, phrase_start
from timeline.extract.verbs import Group
from timeline.extract.word import BORDERS, NOUNS, Kind


def speaker_of(sentence: Sentence, head: Head | None, names: Names) -> str | None:
    """Who is said to say it; None where the text says it itself or the speaker is only a pronoun."""
    told, n = sentence.words, sentence.narration
    at = head.index if head is not None else 0
    lowers = [word.lower for word in told]
    for phrase in sorted(n.according):
        for index in (i for i, lower in enumerate(lowers) if lower == phrase[0]):
            if tuple(lowers[index : index + len(phrase)]) == phrase:
                first = index + len(phrase)
                return _phrase(sentence, first, phrase_end(sentence, first), names)
    for group in sentence.groups:
        if told[group.head].base not in n.reporting or group.passive or group.negated or not group.finite:
            continue
        if head is not None and group.first <= at <= group.head:
            continue
        speaker = _speaker(sentence, group, at, names)
        if speaker is not None:
            return speaker
    return None


def _speaker(sentence: Sentence, group: Group, at: int, names: Names) -> str | None:
    """The subject of a reporting verb whose words hold the head."""
    told = sentence.words
    if group.head < at:
        between = told[group.head + 1 : at]
        opened = any(word.kind is Kind.THAT for word in between) or _clause_follows(sentence, group, at)
        if not opened or any(word.kind is Kind.BREAK and word.lower == ";" for word in between):
            return None
        return _subject_before(sentence, group, names)
    if any(word.kind is Kind.COORDINATOR for word in told[at : group.first]):
        return None
    after_mark = group.first > 0 and any(w.kind in BORDERS or w.kind is Kind.QUOTE for w in told[at : group.first])
    if not after_mark:
        return None
    first, _ = sentence.segment_range(group.first)
    if group.first == first or told[group.first - 1].kind in BORDERS or told[group.first - 1].kind is Kind.QUOTE:
        start = group.head + 1
        return _phrase(sentence, start, phrase_end(sentence, start), names) if start < len(told) else None
    return _subject_before(sentence, group, names)


def _clause_follows(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether a finite verb with its own subject follows the reporting verb, the head in it."""
    told = sentence.words
    for later in sentence.groups:
        if later.first > group.head and later.finite:
            between = told[group.head + 1 : later.first]
            broken = any(w.kind is Kind.COORDINATOR and not _has_noun(sentence, group.head, w.start) for w in between)
            return (
                later.first <= at + 1 + (at - later.first)
                and not broken
                and any(w.kind in NOUNS or w.kind is Kind.PRONOUN for w in between)
            )
    return False


def _has_noun(sentence: Sentence, head: int, before: int) -> bool:
    return any(w.kind in NOUNS for w in sentence.words[head + 1 :] if w.start < before)


def _subject_before(sentence: Sentence, group: Group, names: Names) -> str | None:
    last = group.first - 1
    if last < 0 or sentence.words[last].kind not in NOUNS:
        return None
    return _phrase(sentence, phrase_start(sentence, last), last + 1, names)


def _phrase(sentence: Sentence, first: int, last: int, names: Names) -> str | None:
    """A speaker's name where the phrase holds one, else the phrase without its article."""
    told = sentence.words
    while first < last and told[first].kind in (Kind.DETERMINER, Kind.QUOTE, Kind.DATE, Kind.COMMA):
        first += 1
    while last > first and told[last - 1].kind in (Kind.QUOTE, Kind.DATE):
        last -= 1
    if first >= last or told[first].kind is Kind.PRONOUN or told[first].kind is Kind.POSSESSIVE:
        return None
    people, _ = people_and_places(sentence, range(first, last), names)
    plain = [word for word in told[first:last] if word.kind in (Kind.WORD, Kind.EVENT)]
    return people[0] if len(people) == 1 and not plain else sentence.words_of(first, last)
