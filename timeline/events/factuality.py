"""Whether it came about, and who says so. Comes in: a sentence and a head. Goes out: `Factuality`, speaker."""

from __future__ import annotations

from timeline.events.head import Head
from timeline.events.names import Names, people_and_places
from timeline.events.sentence import Sentence, phrase_end, phrase_start
from timeline.extract.verbs import Group, Tense
from timeline.extract.word import BORDERS, NOUNS, Kind
from timeline.grammar.narration import VerbForm
from timeline.model.event import Factuality
from timeline.model.value import Kind as ValueKind


def factuality_of(sentence: Sentence, head: Head | None, date: int, kind: ValueKind) -> Factuality:
    """Whether a happening came about, as the words have it; without a head, it is taken as told."""
    if head is None:
        return Factuality.HAPPENED
    told, n = sentence.words, sentence.narration
    first, last = sentence.segment_range(head.group.first if head.group is not None else head.index)
    segment = told[first:last]
    group = head.group or (None if head.attributive or head.refers else _governor(sentence, head.index))
    if any(word.lower in n.recurring and _modifies(sentence, first + i, head) for i, word in enumerate(segment)):
        return Factuality.RECURRING
    if segment and segment[0].lower in n.hypothetical and not head.attributive:
        return Factuality.HYPOTHETICAL
    if group is None:
        return _of_noun(sentence, head, date)
    if head.group is None and head.index < group.first and not group.copula:
        return Factuality.HAPPENED if group.tense is Tense.PAST else _of_group(sentence, group, kind, date)
    return _of_group(sentence, group, kind, date, head_is_noun=head.index > group.head)


def _modifies(sentence: Sentence, index: int, head: Head) -> bool:
    """Whether a word of habit belongs to the head's verb, not to some noun ("every soldier")."""
    word = sentence.words[index]
    group = head.group
    if group is None:
        return index == head.index - 1
    return word.kind is Kind.ADVERB and group.first - 2 <= index <= group.head + 1


def _of_group(
    sentence: Sentence, group: Group, kind: ValueKind, date: int, *, head_is_noun: bool = False
) -> Factuality:
    told, n = sentence.words, sentence.narration
    if group.negated or _is_denied(sentence, group):
        return Factuality.DENIED
    if head_is_noun and told[group.head].base in n.planning:
        return Factuality.PLANNED
    if head_is_noun and told[group.head].base in n.expecting:
        return Factuality.EXPECTED
    if group.modal in n.conditional:
        return _of_modal(sentence, group)
    if group.tense is Tense.FUTURE or (group.copula and group.tense is Tense.PRESENT and date == group.head + 1):
        return Factuality.EXPECTED if _is_expected(sentence, group) else Factuality.PLANNED
    if told[group.head].base in n.planning and group.passive and _points_ahead(sentence, group, date):
        return Factuality.PLANNED
    if told[group.head].base in n.expecting and group.passive:
        return Factuality.EXPECTED
    since = kind is ValueKind.SINCE or (date > 0 and told[date - 1].lower in n.start_prepositions)
    lasting = any(w.lower in n.ongoing for w in told[max(0, group.first - 1) : group.head + 2])
    progressive = group.tense is Tense.PRESENT and bool(told[group.head].form & VerbForm.GERUND)
    perfect = any(w.kind is Kind.HAVE for w in told[group.first : group.head]) and group.finite
    if progressive or lasting or (since and (group.tense is Tense.PRESENT or perfect)):
        return Factuality.ONGOING
    return Factuality.HAPPENED


def _of_modal(sentence: Sentence, group: Group) -> Factuality:
    """ "Would" after "if" is supposed, after "said" expected; "may" and "could" are suppositions."""
    n = sentence.narration
    if any(word.lower in n.hypothetical for word in sentence.words):
        return Factuality.HYPOTHETICAL
    return Factuality.EXPECTED if group.modal in n.reported_future else Factuality.HYPOTHETICAL


def _is_expected(sentence: Sentence, group: Group) -> bool:
    told, n = sentence.words, sentence.narration
    governor = next((g for g in reversed(sentence.groups) if g.head < group.first), None) if group.infinitive else None
    lead = told[governor.head if governor is not None else max(0, group.first - 3) : group.head + 1]
    return any(word.lower in n.expecting or word.base in n.expecting for word in lead)


def _is_denied(sentence: Sentence, group: Group) -> bool:
    """Whether a denial or a failure governs the group ("denied that he met", "refused to sign")."""
    told, n = sentence.words, sentence.narration
    earlier = [g for g in sentence.groups if g.head < group.first]
    if not earlier:
        return False
    governor = earlier[-1]
    base = told[governor.head].base
    between = told[governor.head + 1 : group.first]
    if any(word.kind in BORDERS or word.kind is Kind.COORDINATOR for word in between):
        return False
    if base in n.denying:
        return not governor.negated
    return base in n.thwarted and group.infinitive and not governor.negated


def _points_ahead(sentence: Sentence, group: Group, date: int) -> bool:
    """Whether "planned", "scheduled" is followed by what it is planned for."""
    return any(word.lower in sentence.narration.aims for word in sentence.words[group.head + 1 : date])


def _governor(sentence: Sentence, index: int) -> Group | None:
    segment = sentence.segments[index]
    here = [g for g in sentence.groups if sentence.segments[g.head] == segment]
    before = [g for g in here if g.head < index]
    return before[-1] if before else here[0] if here else None


def _of_noun(sentence: Sentence, head: Head, date: int) -> Factuality:
    """A noun with no verb: planned where a word beside it says so."""
    told, n = sentence.words, sentence.narration
    beside = told[phrase_start(sentence, head.index) : head.index + 2]
    if any(word.lower in n.planning for word in beside):
        return Factuality.PLANNED
    if any(word.lower in n.expecting for word in beside):
        return Factuality.EXPECTED
    return Factuality.HAPPENED


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
