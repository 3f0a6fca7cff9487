"""What an infinitive tells more of: the noun before it. In: a sentence, a verb group. Goes out: words, or a group."""

from __future__ import annotations

from timeline.events.antecedent import antecedent
from timeline.events.sentence import PHRASE, Sentence, phrase_start
from timeline.extract.group import Group
from timeline.extract.word import BORDERS, NOUNS, Kind


def is_to_be_done(sentence: Sentence, group: Group) -> bool:
    """Whether an infinitive tells what will be done with the noun before it ("a fair to be held in May")."""
    who = done_with(sentence, group) if group.infinitive and group.passive else []
    named = sentence.words[group.first - 2].kind is Kind.COMMA
    return bool(who) and sentence.words[who[-1]].kind in (NOUNS if named else (Kind.EVENT, Kind.WORD))


def is_noun_s(sentence: Sentence, group: Group) -> bool:
    """Whether an infinitive tells what a noun is for, in a phrase without a verb ("with a deadline to leave")."""
    told, at = sentence.words, group.first - 2
    if (
        not group.infinitive
        or at < 1
        or told[at].kind not in (Kind.WORD, Kind.EVENT)
        or told[at + 1].kind is not Kind.TO
    ):
        return False
    start = phrase_start(sentence, at)
    return start > 0 and told[start - 1].kind is Kind.PREPOSITION


def of_subject(sentence: Sentence, group: Group) -> Group | None:
    """The verb of the clause whose subject an infinitive tells more of ("The ship to leave on 3 May | was the Ida")."""
    told, at = sentence.words, group.first - 2
    if not group.infinitive or at < 0 or told[at].kind not in NOUNS or told[at + 1].kind is not Kind.TO:
        return None
    opens = all(word.kind in PHRASE or word.kind is Kind.ADVERB for word in told[: at + 1])
    main = next((g for g in sentence.groups if g.finite and group.head < g.first), None)
    between = told[group.head + 1 : main.first] if main is not None else ()
    return main if opens and not any(word.kind in _ENDS_SUBJECT for word in between) else None


_ENDS_SUBJECT = BORDERS | {Kind.COORDINATOR, Kind.THAT, Kind.RELATIVE, Kind.PRONOUN}


def done_with(sentence: Sentence, group: Group) -> list[int]:
    """The noun phrase before an infinitive; behind a comma only the nearest one."""
    at = group.first - 2
    if at > 0 and sentence.words[at].kind is Kind.COMMA:
        first, _ = sentence.segment_range(at - 1)
        alone = first == 0 and not any(g.head < at for g in sentence.groups)
        led = sentence.words[first].kind is Kind.PREPOSITION
        return list(range(first if alone and not led else phrase_start(sentence, at - 1), at))
    return antecedent(sentence, at + 1) if at >= 0 else []
