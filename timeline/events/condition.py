"""What is only supposed: conditions and open questions. Comes in: a sentence and a verb group of it."""

from __future__ import annotations

from timeline.events.sentence import AUXILIARIES, Sentence
from timeline.extract.group import Group
from timeline.extract.word import NOUNS, Kind

_SUBJECT = NOUNS | {Kind.DETERMINER, Kind.PRONOUN, Kind.POSSESSIVE}


def is_supposed(sentence: Sentence, group: Group) -> bool:
    """Whether a clause is a condition or an open question: "if talks resume", "Had he come", "Did he come?"."""
    words, n = sentence.words, sentence.narration
    m = n.modality
    first, _ = sentence.segment_range(group.first)
    opener = words[first]
    if opener.kind is Kind.SUBORDINATOR and opener.lower in n.hypothetical:
        # Why: in "if compared to the profit made in May" the profit was made.
        return group.finite or group.infinitive or group.first <= first + 2
    main = next((i for i, w in enumerate(words) if w.kind not in (Kind.QUOTE, Kind.ADVERB, Kind.COORDINATOR)), 0)
    asks = words[-1].lower == "?" or (len(words) > 1 and words[-2].lower == "?")
    if asks and words[main].kind in AUXILIARIES:
        return sentence.segments[main] == sentence.segments[group.head]
    return (
        opener.lower in m.inverting and opener.capital and first + 1 < len(words) and words[first + 1].kind in _SUBJECT
    )


def _is_within(sentence: Sentence, index: int, group: Group) -> bool:
    """Whether a condition is one of a clause that hangs on the main clause ("said why it will close if rain comes")."""
    first, _ = sentence.segment_range(index - 1) if index else (index, index)
    asks = first > group.head and sentence.words[first].lower in sentence.narration.wording.asked
    return asks and any(first < g.head < index for g in sentence.groups)


def has_condition(sentence: Sentence, group: Group) -> bool:
    """Whether the sentence sets a condition for its main clause; "asked if" sets none, nor does "even if"."""
    words, m = sentence.words, sentence.narration.modality
    for index, word in enumerate(words):
        asked = index > 0 and (words[index - 1].base in m.asking or words[index - 1].lower in m.conceding)
        sets = word.lower in m.conditions and word.kind is not Kind.WORD and not asked
        if sets and not _is_within(sentence, index, group):
            return True
        inverted = word.lower in m.inverting and index + 1 < len(words) and words[index + 1].kind in _SUBJECT
        if (
            inverted
            and not group.first <= index <= group.head
            and (word.capital or words[index - 1].kind in NOUNS | {Kind.DATE})
        ):
            return index == 0 or (word.lower == "had" and group.modal != "")
    return False
