"""What a relative clause leaves open for what it tells of. In: a sentence, a verb group. Out: its object's words."""

from __future__ import annotations

from timeline.events.antecedent import antecedent
from timeline.events.contact import opens_contact
from timeline.events.lead_in import has_nouns, without_lead
from timeline.events.sentence import Sentence
from timeline.extract.group import Group
from timeline.extract.word import BORDERS, NOUNS, Kind

_BEHIND_GAP = frozenset({Kind.DATE, Kind.PREPOSITION, Kind.BE, Kind.HAVE, Kind.MODAL})


def moved_object(sentence: Sentence, group: Group) -> list[int]:
    """The antecedent where it is the object of a relative clause."""
    if opens_contact(sentence, group):
        return antecedent(sentence, group.first - 1)
    first, _ = sentence.segment_range(group.first)
    opener = sentence.words[first]
    if first > 1 and sentence.words[first - 1].kind is Kind.PREPOSITION and opener.kind is Kind.RELATIVE:
        return _with_preposition(sentence, first, group)
    if (
        not (opener.kind is Kind.RELATIVE or _leaves_gap(sentence, first, group))
        or opener.lower in sentence.narration.genitive_relatives
        or (first > 0 and sentence.words[first - 1].kind is Kind.PREPOSITION)
        or not group.finite
        or group.passive
        or group.copula
        or any(g.finite and first < g.head < group.first for g in sentence.groups)
    ):
        return []
    inner = without_lead(sentence, list(range(first + 1, group.first)))
    return antecedent(sentence, first) if has_nouns(sentence, inner) else []


def _with_preposition(sentence: Sentence, relative: int, group: Group) -> list[int]:
    """A preposition before a pronoun with what this stands for ("Saddam, | with whom the king met" met with Saddam)."""
    told, behind = sentence.words, group.head + 1
    inner = without_lead(sentence, list(range(relative + 1, group.first)))
    stood_for = antecedent(sentence, relative)
    gap = behind >= len(told) or told[behind].kind in _BEHIND_GAP | BORDERS
    own = group.finite and not group.passive and not any(relative < g.head < group.first for g in sentence.groups)
    whole = gap and own and stood_for and has_nouns(sentence, inner)
    return [relative - 1, *stood_for] if whole else []


def _leaves_gap(sentence: Sentence, that: int, group: Group) -> bool:
    """Whether "that" stands for what its verb is done to ("the bridge that the flood destroyed"); not behind what says
    something ("the news that the mill closed").
    """
    told, n = sentence.words, sentence.narration
    before = told[that - 1] if that else None
    if told[that].kind is not Kind.THAT or before is None or before.kind not in NOUNS:
        return False
    behind = group.head + 1
    behind += behind < len(told) and (told[behind].kind is Kind.ADVERB or told[behind].lower in n.wording.placing)
    after = told[behind].kind if behind < len(told) else Kind.BREAK
    says = before.lower in n.wording.contents | n.wording.idle or before.base in n.reporting
    return not says and after in _BEHIND_GAP | BORDERS
