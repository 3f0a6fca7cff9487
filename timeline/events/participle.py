"""Participles and gerunds told as clauses. Comes in: a sentence, a verb group, its subject. Goes out: words they lack.

"The bridge, built in 1911" becomes "The bridge was built", "..., killing twelve" "killed twelve".
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.sentence import AND, ARE, IS, WAS, WERE, Sentence
from timeline.extract.group import Group, Tense
from timeline.extract.word import GERUNDS, NOUNS, Kind, Word
from timeline.grammar.narration import VerbForm

_SLIGHT = frozenset({Kind.COMMA, Kind.ADVERB, Kind.DATE})
_MARKS = frozenset("(–—")
_OBJECTS = frozenset({Kind.DETERMINER, Kind.POSSESSIVE, Kind.NAME, Kind.PRONOUN, Kind.NUMBER})
_SINGULAR = frozenset({"ss", "us", "is"})


def left_out(sentence: Sentence, group: Group, who: list[int]) -> list[int]:
    """The "was" that a participle behind its noun leaves out ("the bridge, built in 1911, ...")."""
    told, n = sentence.words, sentence.narration
    bare = group.first == group.head and not group.finite and group.passive and not group.infinitive
    if not bare or not who or not n.passive_past[0] or told[group.head].form in GERUNDS:
        return []
    return [WERE if is_plural(sentence, who) else WAS] if _is_told_of(sentence, group, who) else []


def _is_told_of(sentence: Sentence, group: Group, who: list[int]) -> bool:
    """Whether a participle without its "was" plainly tells of a subject."""
    told, n = sentence.words, sentence.narration
    before = told[: group.first]
    if who[0] > group.head and all(word.kind in _SLIGHT for word in before):
        return True  # "Born in May, she sang"
    if before and before[-1].kind is Kind.SUBORDINATOR:
        return True  # "said when asked in May"
    if told[group.head].base in n.wording.befalling_persons and who[-1] < group.first:
        return True
    between = told[who[-1] + 1 : group.first]
    if _explains(sentence, between):
        return True
    plain = all(w.kind in _SLIGHT or w.lower in n.distributive or w.lower in _MARKS for w in between)
    return plain and who[-1] < group.first


def _explains(sentence: Sentence, between: Sequence[Word]) -> bool:
    """Whether words only tell who somebody is ("Obi, | a dual citizen | freed in May")."""
    led = len(between) > 2 and between[0].kind is Kind.COMMA and between[1].kind is Kind.DETERMINER
    plain = all(word.kind in (Kind.WORD, Kind.NAME, Kind.EVENT) for word in between[2:])
    return led and plain and between[1].lower not in sentence.narration.definite


def going_on(sentence: Sentence, group: Group, who: list[int], *, leads: bool = False) -> list[int]:
    """The "was" that a gerund behind its noun leaves out ("the allies demanding that Iraq withdraw").

    `leads`: an infinitive hangs on it ("two boats standing by to sail").
    """
    told, n = sentence.words, sentence.narration
    bare = group.first == group.head and not group.finite and not group.infinitive and told[group.head].form in GERUNDS
    if not bare or not who or who[-1] != group.first - 1 or group.tense is not Tense.PAST or not n.passive_past[0]:
        return []
    if told[who[-1]].kind is Kind.PREPOSITION:
        return []  # "two men accused of | killing her"
    after = told[group.head + 1].kind if group.head + 1 < len(told) else None
    first, _ = sentence.segment_range(group.head)
    along = first > 0 and told[first].lower in n.wording.accompanying  # "..., with its van arriving on Tuesday"
    if not (leads or along) and after not in _OBJECTS | {Kind.THAT}:
        return []
    return [WERE if is_plural(sentence, who) else WAS]


def due(sentence: Sentence, who: list[int]) -> list[int]:
    """The "is" that an infinitive behind its noun leaves out ("a fair to be held in May")."""
    if not who or not sentence.narration.passive_present[0]:
        return []
    return [ARE if is_plural(sentence, who) else IS]


def as_past(sentence: Sentence, group: Group, who: list[int]) -> str | None:
    """The past of a gerund that only adds to its clause ("..., killing twelve", "by selling it"); None for others."""
    told = sentence.words
    lead = next((word for word in reversed(told[: group.first]) if word.kind is not Kind.ADVERB), None)
    circumstance = lead is not None and lead.lower in sentence.narration.wording.circumstances
    first = circumstance and not any(g.first < group.first for g in sentence.groups)
    main = next((g for g in sentence.groups if g.finite and g.first > group.head), None) if first else None
    past = group.tense is Tense.PAST or (main is not None and main.tense is Tense.PAST)
    if lead is None and past is False and who:
        # Why: "Announcing the fair on 3 May, Berg said ...": he announced it.
        behind = [g for g in sentence.groups if g.finite and g.first > max(who)]
        main = next((g for g in behind if told[sentence.segment_range(g.first)[0]].kind is not Kind.RELATIVE), None)
        return _past(sentence, group, who) if main is not None and main.tense is Tense.PAST else None
    perfect = told[group.first].kind is Kind.HAVE and group.head > group.first
    before = next((g for g in reversed(sentence.groups) if g.head < group.first), None)
    joint = next((w.kind for w in reversed(told[: group.first]) if w.kind is not Kind.ADVERB), None)
    if joint is Kind.COORDINATOR and before is not None and is_gerund(sentence, before):
        # Why: "..., freeing two and killing twelve": the last goes on as the first does.
        return _past(sentence, group, who) if as_past(sentence, before, who) is not None else None
    adds = lead is not None and (lead.kind is Kind.COMMA or circumstance or perfect) and past
    return _past(sentence, group, who) if adds else None


def _past(sentence: Sentence, group: Group, who: list[int]) -> str | None:
    """The past of a gerund, with the auxiliary of one in the passive; None of what is none."""
    told = sentence.words
    if not is_gerund(sentence, group):
        return None
    if group.passive:
        participle = sentence.words_of(group.head, group.head + 1)
        return f"{sentence.narration.passive_past[is_plural(sentence, who)]} {participle}"
    if told[group.head].kind is Kind.HAVE and group.head > group.first:
        return told[group.head].lower
    if told[group.head].kind is Kind.HAVE:  # "before having to leave"
        return next((word for word, form in sentence.narration.have.items() if form & VerbForm.PAST), None)
    return sentence.narration.wording.past_of.get(told[group.head].base)


def adds(sentence: Sentence, group: Group) -> bool:
    """Whether a gerund adds to what is yet to come ("expects to sell, making a loss", "hopes to gain by selling")."""
    told = sentence.words
    bare = group.first == group.head and not group.finite and told[group.head].form in GERUNDS and group.first > 0
    lead = told[group.first - 1] if bare else None
    by = lead is not None and lead.lower in sentence.narration.by
    return lead is not None and (lead.kind is Kind.COMMA or by) and group.tense is not Tense.PAST


def is_subjunctive(sentence: Sentence, group: Group) -> bool:
    """Whether a verb with a subject stands in its base form behind "that" ("recommended that the mill be shut")."""
    told, n = sentence.words, sentence.narration
    bare = told[group.first].kind is Kind.BE and n.be.get(told[group.first].lower) is VerbForm.BASE
    opener = told[sentence.segment_range(group.first)[0]].kind
    plain = bare and told[group.first].lower not in n.plural_auxiliaries
    return group.finite and plain and opener is Kind.THAT and told[group.first - 1].kind in NOUNS


def is_plural(sentence: Sentence, who: list[int]) -> bool:
    """Whether a subject is several: joined by "and", or with a noun of the plural as its head."""
    told = sentence.words
    stop = next((p for p, i in enumerate(who) if i >= 0 and told[i].kind is Kind.PREPOSITION), len(who))
    phrase = who[:stop]
    if any(i == AND or (i >= 0 and told[i].kind is Kind.COORDINATOR) for i in phrase):
        return True
    head = told[phrase[-1]] if phrase and phrase[-1] >= 0 else None
    if head is None or head.kind is Kind.NAME:
        surface = "" if head is None else sentence.text[head.start : head.end]
        return surface.endswith("s") and surface[:-1] in sentence.narration.demonyms
    if head.kind is Kind.NUMBER:  # "20,000 were there", but "the Boeing 747 was"
        named = any(i >= 0 and told[i].kind is Kind.NAME for i in phrase)
        return head.lower[0].isdigit() and head.lower != "1" and not named
    return head.lower in sentence.narration.plural_nouns or (
        head.lower.endswith("s") and head.lower[-2:] not in _SINGULAR
    )


def is_gerund(sentence: Sentence, group: Group) -> bool:
    """Whether a verb group is a gerund: "freeing", "being freed", "having freed"."""
    first = sentence.words[group.first]
    lower, n = first.lower, sentence.narration
    form = first.form if first.kind is Kind.VERB else n.be.get(lower) or n.have.get(lower) or VerbForm.NONE
    return not group.finite and not group.infinitive and form in GERUNDS
