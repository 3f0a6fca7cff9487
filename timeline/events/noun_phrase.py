"""How far a noun phrase goes, with what hangs on it. Comes in: a sentence, a noun. Goes out: word indices."""

from __future__ import annotations

from timeline.events.clause import clause_end, new_verb
from timeline.events.date_words import without_dates
from timeline.events.insertion import state_to
from timeline.events.sentence import PHRASE, Sentence, joined_start, phrase_start
from timeline.extract.word import Kind


def noun_phrase(sentence: Sentence, head: int) -> list[int]:
    """A happening's noun phrase with what hangs on it by prepositions, without its article."""
    told = sentence.words
    start = joined_start(sentence, phrase_start(sentence, head))
    end, aside = head + 1, set[int]()
    while end < len(told):
        word = told[end]
        infinitive = word.kind is Kind.VERB and told[end - 1].kind is Kind.TO
        group = sentence.group_of(end)
        done = end == head + 1 and group is not None and group.head == end and group.passive and not group.finite
        joins = word.kind is Kind.COORDINATOR and _joins_nouns(sentence, head, end)
        pronoun = word.kind is Kind.PRONOUN and told[end - 1].kind in (Kind.PREPOSITION, Kind.DETERMINER)
        led = word.kind in (Kind.PREPOSITION, Kind.TO) and word.lower not in sentence.narration.wording.leading_away
        inside = (word.kind in PHRASE and not _is_verb(sentence, head, end)) or led or pronoun or infinitive
        inside = inside or joins or done
        if word.kind is Kind.COMMA and (closing := state_to(sentence, end)):
            aside.update(range(end, closing + 1))
            end = closing + 1
            continue
        if word.kind is Kind.COMMA:
            local = end + 1 < len(told) and told[end + 1].lower in sentence.narration.locative_prepositions
            inside = told[end - 1].kind is Kind.DATE and local
        after = told[end + 1] if end + 1 < len(told) else None
        # Why: whose "its" is in "the 1991 agreement with its shop", the phrase does not tell.
        owned = led and after is not None and after.lower in sentence.narration.third_person
        if not inside or (owned and word.lower in sentence.narration.wording.accompanying):
            break
        end += 1
    words = [i for i in range(start, end) if i not in aside and not _is_stand_in(sentence, head, i)]
    words = without_dates(sentence, words)
    while words and words[0] < 0:
        words = words[1:]
    while words and told[words[0]].kind in (Kind.DETERMINER, Kind.QUOTE, Kind.NUMBER, Kind.ADVERB) and words[0] != head:
        if told[words[0]].kind is Kind.DETERMINER and len(words) > 1 and told[words[1]].genitive:
            break
        if told[words[0]].kind is Kind.NUMBER and len(words) > 1:
            break
        if told[words[0]].lower in sentence.narration.wording.indefinite and told[words[0] + 1].kind is Kind.DATE:
            break  # "a [May 3] report in the Gazette": one of several
        words = words[1:]
    return words


def _is_verb(sentence: Sentence, head: int, at: int) -> bool:
    """Whether what looks like a noun is the verb that its sentence lacks ("Survivors of the quake need food")."""
    told, n = sentence.words, sentence.narration
    start = phrase_start(sentence, head)
    hangs = at == head + 1 and start > 1 and told[start - 1].kind is Kind.PREPOSITION
    if not hangs or told[at].kind is not Kind.WORD or n.verbs.get(told[at].lower, ("",))[0] != told[at].lower:
        return False
    return not any(g.head > at and sentence.segments[g.head] == sentence.segments[at] for g in sentence.groups)


def told_of(sentence: Sentence, head: int) -> list[int]:
    """A bare noun with the clause behind it that tells which ("quake that killed 40")."""
    told = sentence.words
    if head + 1 >= len(told) or told[head + 1].kind not in (Kind.RELATIVE, Kind.THAT):
        return []
    group = next((g for g in sentence.groups if g.first > head + 1), None)
    if group is None or not group.finite or sentence.segments[group.head] != sentence.segments[head + 1]:
        return []
    words = without_dates(sentence, list(range(head, clause_end(sentence, group.head))))
    return words if group.first == head + 2 else []


def _joins_nouns(sentence: Sentence, head: int, coordinator: int) -> bool:
    """Whether an "and" goes on within the phrase: between two sides, or with a noun that brings no article."""
    told = sentence.words
    if coordinator + 1 >= len(told) or new_verb(sentence, coordinator):
        return False
    two_sided = any(word.lower in sentence.narration.two_sided for word in told[head:coordinator])
    return two_sided or told[coordinator + 1].kind in (Kind.NAME, Kind.WORD)


def _is_stand_in(sentence: Sentence, head: int, index: int) -> bool:
    """Whether a word belongs to "like the one" after the head."""
    lowers = tuple(word.lower for word in sentence.words[head + 1 : head + 4])
    return head < index <= head + 3 and lowers in sentence.narration.stand_ins
