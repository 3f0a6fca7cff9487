"""Whether a verb is denied by a "not" of its own or a "nobody" in its subject. Comes in: a sentence, a verb group."""

from __future__ import annotations

from timeline.events.sentence import AUXILIARIES, Sentence
from timeline.extract.group import Group
from timeline.extract.word import Kind


def is_negated(sentence: Sentence, group: Group) -> bool:
    """Whether a "not" stands in a group or a "nobody" in its subject; "not only" denies nothing."""
    words, n, m = sentence.words, sentence.narration, sentence.narration.modality
    after = group.head + 1
    no_object = group.copula and after < len(words) and words[after].lower in m.nobody
    # Why one word more: in "is not ready" and "did not" the "not" follows what is taken for the verb.
    end = after + (group.copula or words[group.head].kind in AUXILIARIES)
    for index in range(max(0, group.first - 1), min(end, len(words))):
        lower = words[index].lower
        if lower in n.negations and lower not in m.nobody | m.lacking:
            follows = words[index + 1].lower if index + 1 < len(words) else ""
            if follows not in m.only:
                return True
    return no_object or (group.finite and _has_nobody(sentence, group))


def _has_nobody(sentence: Sentence, group: Group) -> bool:
    """Whether the subject right before a verb is nobody: "neither side", "no shots"."""
    words, m = sentence.words, sentence.narration.modality
    index = group.first - 1
    while index >= 0 and sentence.segments[index] == sentence.segments[group.first]:
        if words[index].lower in m.nobody:
            return True
        joins = words[index].kind is Kind.COORDINATOR and words[index].lower not in sentence.narration.negations
        if joins or words[index].kind is Kind.VERB or words[index].kind in AUXILIARIES:
            return False
        index -= 1
    return False
