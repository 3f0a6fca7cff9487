"""Who says it. Comes in: a sentence, a head, the document's names. Goes out: the speaker, or None.

A claim has its speaker before it ("police said that"), after it ("..., said Ruiz"), around it ("the fire, police said,
began"), or behind "according to". What the text takes as known is nobody's claim.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.events.head import Head
from timeline.events.names import Names
from timeline.events.participants import people_and_places
from timeline.events.sentence import Sentence, phrase_end, phrase_start
from timeline.events.subject import subject
from timeline.extract.group import Group
from timeline.extract.word import BORDERS, NOUNS, Kind
from timeline.grammar.narration import Narration

_MARKS = BORDERS | {Kind.QUOTE}


def speaker_of(sentence: Sentence, head: Head | None, names: Names) -> str | None:
    """Who is said to say it; None where the text says it itself or the speaker is only a pronoun."""
    words = speaking(sentence, head)
    return None if words is None else _name(sentence, words, names)


def speaking(sentence: Sentence, head: Head | None) -> list[int] | None:
    """The words that tell who says it, a pronoun among them; None where the text itself says it."""
    if head is not None and head.refers:
        return None
    told, n = sentence.words, sentence.narration
    at = 0 if head is None else head.index if head.group is None else max(head.index, head.group.head)
    cited = _cited(sentence)
    if cited is not None and not _are_papers(sentence, cited):
        return cited
    said: list[int] | None = None
    for group in sentence.groups:
        base = told[group.head].base
        if not group.finite or group.passive or group.negated or group.first <= at <= group.head:
            continue
        if base in n.modality.accusing and group.head < at and not _parted(sentence, group.head, at):
            said = subject(sentence, group)
        elif base in n.reporting:
            if _governs(sentence, group, at):
                said = _subject(sentence, group)
            elif _stands_aside(sentence, group, at) and not _tells_of_speaker(sentence, group, at):
                said = said or _aside(sentence, group)
    return said or cited or None


def _are_papers(sentence: Sentence, words: list[int]) -> bool:
    """Whether those who are cited are only papers ("according to those figures"): somebody else may show them."""
    told = sentence.words
    last = told[words[-1]].lower if words else ""
    return last in sentence.narration.modality.papers and all(told[i].kind is not Kind.NAME for i in words)


def _subject(sentence: Sentence, group: Group) -> list[int]:
    """The subject of a reporting verb, with what hangs on it by prepositions ("a spokesman for the mill")."""
    words = subject(sentence, group)
    start = _phrase_before(sentence, group)
    first, _ = sentence.segment_range(group.first)
    opens = start == first or sentence.words[start - 1].kind in (Kind.COORDINATOR, Kind.ADVERB)
    return list(range(start, group.first)) if words and opens and first <= start < words[0] else words


def _cited(sentence: Sentence) -> list[int] | None:
    """The words after "according to"; of "a report by the bank", the bank."""
    lowers = [word.lower for word in sentence.words]
    for phrase in _according(sentence.narration):
        if phrase[0] not in lowers:
            continue
        size = len(phrase)
        for index in (i for i, lower in enumerate(lowers) if lower == phrase[0]):
            if tuple(lowers[index : index + size]) == phrase:
                first = index + size
                return _by_whom(sentence, first) or list(range(first, _versed_end(sentence, first)))
    return None


@lru_cache(maxsize=16)
def _according(n: Narration) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(n.according))


def _versed_end(sentence: Sentence, first: int) -> int:
    """Where those end who say it, with what they know ("people familiar with the matter")."""
    told, end = sentence.words, phrase_end(sentence, first)
    if end > first and told[end - 1].lower in sentence.narration.wording.versed and end + 1 < len(told):
        return phrase_end(sentence, end + 1)
    return end


def _by_whom(sentence: Sentence, first: int) -> list[int]:
    """The name behind papers ("figures released by the bank"); empty where there is none."""
    told, m = sentence.words, sentence.narration.modality
    end = phrase_end(sentence, first)
    if end == first or told[end - 1].kind is not Kind.WORD or told[end - 1].lower not in m.papers:
        return []
    for index in range(end, len(told)):
        if told[index].kind in BORDERS:
            return []
        if told[index].lower in m.authored_by:
            words = list(range(index + 1, phrase_end(sentence, index + 1)))
            if any(told[i].kind is Kind.NAME for i in words):
                return words
    return []


def _governs(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether a reporting verb before the head has the head's clause as what it reports."""
    told = sentence.words
    if group.head > at or _parted(sentence, group.head, at):
        return False
    between = told[group.head + 1 : at]
    if any(word.kind is Kind.THAT for word in between):
        return True
    quoted = next((i for i in range(group.head + 1, at) if told[i].kind is Kind.QUOTE), None)
    if quoted is not None and told[quoted - 1].kind in BORDERS | {Kind.VERB}:
        return True
    later = next((g for g in sentence.groups if g.first > group.head and g.finite), None)
    if later is None or later.first > at + 1:
        return False
    lead = told[group.head + 1 : later.first]
    if any(word.kind in (Kind.SUBORDINATOR, Kind.RELATIVE) for word in lead):
        return False
    if lead and lead[-1].kind is Kind.COORDINATOR:
        return False  # "added a mill to its fund and closed it"
    return any(word.kind in NOUNS or word.kind is Kind.PRONOUN for word in lead)


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a new statement begins in between: after ";", or after ", and" with a subject of its own."""
    told = sentence.words
    for index in range(first + 1, last):
        if told[index].lower == ";":
            return True
        if (
            told[index].kind is Kind.COORDINATOR
            and told[index - 1].kind is Kind.COMMA
            and _opens_clause(sentence, index)
        ):
            return True
    return False


def _opens_clause(sentence: Sentence, coordinator: int) -> bool:
    """Whether a subject with its finite verb follows an "and", a date perhaps between."""
    told, start = sentence.words, coordinator + 1
    while start < len(told) and told[start].kind in _BEFORE_SUBJECT:
        start += 1
    end = phrase_end(sentence, start) if start < len(told) else start
    end += end < len(told) and told[end].kind is Kind.PRONOUN
    group = sentence.group_of(end) if end < len(told) else None
    return end > start and group is not None and group.finite


_BEFORE_SUBJECT = frozenset({Kind.PREPOSITION, Kind.DATE, Kind.ADVERB, Kind.COMMA})


def _stands_aside(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether a reporting verb and its subject stand by themselves after a comma or quote, without a clause."""
    told = sentence.words
    first, last = sentence.segment_range(group.first)
    start = _phrase_before(sentence, group)
    while start > first and told[start - 1].kind in (Kind.DATE, Kind.ADVERB, Kind.PREPOSITION):
        start -= 1
    opened = start == 0 or told[start - 1].kind in _MARKS
    if not opened or first <= at < last:
        return False
    # Why: "Ruiz said: “We left”" speaks, "Ruiz said little, and left" does not.
    if start == 0 and not any(word.kind is Kind.QUOTE for word in told[group.head + 1 : last + 2]):
        return False
    return not any(group.head < g.first < last and g.finite for g in sentence.groups)


def _tells_of_speaker(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether the head stands in a clause that only tells more of the speaker ("said Cole, who left in May")."""
    first, _ = sentence.segment_range(at)
    quoted = any(word.kind is Kind.QUOTE for word in sentence.words[first:at])
    return group.head < first and sentence.words[first].kind is Kind.RELATIVE and not quoted


def _phrase_before(sentence: Sentence, group: Group) -> int:
    """Where the noun phrase right before a verb starts; the verb itself where none stands there."""
    told, last = sentence.words, group.first - 1
    if last < 0 or (told[last].kind not in NOUNS and told[last].kind is not Kind.PRONOUN):
        return group.first
    start = phrase_start(sentence, last)
    while start > 1 and told[start - 1].kind is Kind.PREPOSITION and told[start - 2].kind in NOUNS:
        start = phrase_start(sentence, start - 2)
    return start


def _aside(sentence: Sentence, group: Group) -> list[int]:
    """The subject of a verb that stands aside: before it, or after it ("said Ruiz")."""
    start = _phrase_before(sentence, group)
    if start < group.first:
        return list(range(start, group.first))
    if sentence.words[group.head].base in sentence.narration.wording.telling:
        return subject(sentence, group)  # "..., its owner, Tom Rask, told reporters"
    end = phrase_end(sentence, group.head + 1)
    if end < len(sentence.words) and end == group.head + 1 and sentence.words[end].kind is Kind.PRONOUN:
        end += 1
    return list(range(group.head + 1, end))


def _name(sentence: Sentence, words: list[int], names: Names) -> str | None:
    """A speaker's name in full where the words hold one, else the words without their article."""
    told = sentence.words
    words = [i for i in words if i >= 0]
    while words and told[words[0]].kind in (Kind.DETERMINER, Kind.QUOTE, Kind.DATE, Kind.COMMA, Kind.ADVERB):
        words = words[1:]
    while words and told[words[-1]].kind in (Kind.QUOTE, Kind.DATE, Kind.COMMA, Kind.ADVERB):
        words = words[:-1]
    if not words or told[words[0]].kind in (Kind.PRONOUN, Kind.POSSESSIVE, Kind.RELATIVE):
        return None
    if (
        told[words[0]].lower in sentence.narration.modality.nobody
        or sentence.words_of(words[0], words[-1] + 1)[0] in _AMOUNT
    ):
        return None  # "nothing suggests", "100m says"
    if (person := _named_person(sentence, words, names)) is not None:
        return person
    organisations = sentence.narration.organisations
    owner = next((i for i in reversed(words[:-1]) if told[i].genitive), None)
    own = "" if owner is None else sentence.words_of(words[-1], words[-1] + 1)
    if owner is not None and all(told[i].kind is Kind.NAME for i in words if i > owner) and own not in organisations:
        words = [i for i in words if i > owner]
    people, places = people_and_places(sentence, words, names)
    plain = [
        i
        for i in words
        if told[i].kind in (Kind.WORD, Kind.EVENT) and told[i].lower not in sentence.narration.modality.offices
    ]
    found = people or places
    if len(found) == 1 and not plain and not any(told[i].genitive for i in words):
        return found[0]
    if any(told[i].kind not in NOUNS and told[i].kind not in _INSIDE for i in words):
        return None
    return _CUT_OFF.sub("", sentence.words_of(words[0], words[-1] + 1))


_AMOUNT = frozenset("0123456789$€£")
_CUT_OFF = re.compile(r"\s+(?=['’]s\b)")
_LEADING = 2
"""Words that a name has at least which stands for somebody behind what tells who that is."""


def _named_person(sentence: Sentence, words: list[int], names: Names) -> str | None:
    """The name in "the port's lawyer Ada Cole" or "Ada Cole of the harbour board"; None where there is none."""
    told, n = sentence.words, sentence.narration
    led = next((p for p, i in enumerate(words) if told[i].kind is Kind.PREPOSITION), len(words))
    for end in dict.fromkeys((led, len(words))):
        first = end
        while first > 0 and told[words[first - 1]].kind is Kind.NAME and not told[words[first - 1]].genitive:
            first -= 1
        run = words[first:end]
        surfaces = {sentence.words_of(i, i + 1) for i in run}
        whole = first == 0 and end == len(words)
        if len(run) < _LEADING or whole or not surfaces.isdisjoint(n.organisations | n.wording.corporate):
            continue
        role = first == 0 or told[words[first - 1]].genitive or told[words[first - 1]].kind is Kind.WORD
        people, places = people_and_places(sentence, run, names)
        if role and len(people) == 1 and not places and people[0].rsplit(" ", 1)[-1] in surfaces:
            return people[0]
    return None


_INSIDE = frozenset(
    {
        Kind.PREPOSITION,
        Kind.DETERMINER,
        Kind.POSSESSIVE,
        Kind.COORDINATOR,
        Kind.COMMA,
        Kind.QUOTE,
        Kind.BREAK,
        Kind.ADVERB,
    }
)
