"""What else a date dates. Comes in: a sentence, its date, the happening found. Goes out: the others that it dates too.

A date in front of several verbs dates them all: "On 7 May she sold the mill and left". One behind the first does not:
"The mill was founded in 1911 and made cloth".
"""

from __future__ import annotations

from timeline.events.clause import clause_end
from timeline.events.date_words import date_phrase, opens_clause, sets_scene
from timeline.events.head import Head, named
from timeline.events.sentence import Sentence
from timeline.extract.group import Group, Tense
from timeline.extract.word import BORDERS, PARTICIPLES, Kind

_CLOSED = BORDERS | {Kind.DATE, Kind.TO, Kind.THAT, Kind.RELATIVE, Kind.SUBORDINATOR}
_SMALL = frozenset({Kind.ADVERB, Kind.PREPOSITION})
_OPENS_SUBJECT = frozenset({Kind.DETERMINER, Kind.POSSESSIVE, Kind.PRONOUN, Kind.NAME})


def also_dated(sentence: Sentence, head: Head, date: int) -> tuple[Head, ...]:
    """The verbs that go on with the one that a date in front of it dates, up to one with a date of its own."""
    group = head.group
    if group is None or head.attributive or not 0 <= date < group.first or not _leads(sentence, group, date):
        return ()
    found: list[Head] = []
    listed: list[Head] = []
    last = group
    for following in sentence.groups:
        if following.first <= group.head or not following.finite:
            continue
        if not _is_alike(sentence, group, following):
            break
        if _goes_on(sentence, last, following):
            found += [*listed, named(sentence, following)]
            listed = []
        elif _is_listed(sentence, last, following):
            # Why: only an "and" at the list's end shows that it is one.
            listed.append(named(sentence, following))
        else:
            break
        last = following
    return tuple(found)


def _leads(sentence: Sentence, group: Group, date: int) -> bool:
    """Whether a date stands before all that its clause tells; "by May" and "since May" tell no day on which it did."""
    told, n = sentence.words, sentence.narration
    start, end = date_phrase(sentence, date)
    lead = {word.lower for word in told[start:date]}
    told_as = group.finite and (group.tense is Tense.PAST or group.modal in n.future)
    loose = lead & (n.by | n.reference_prepositions | n.start_prepositions)
    before = end == group.first or opens_clause(sentence, date) or sets_scene(sentence, date)
    return told_as and before and not loose


def _goes_on(sentence: Sentence, group: Group, following: Group) -> bool:
    """Whether "and" joins a verb to the one before, with nothing but its subject in between, and no date or "later"."""
    told, n = sentence.words, sentence.narration
    joint = _joint(sentence, group, following)
    end = clause_end(sentence, following.head)
    if joint is None or any(word.kind is Kind.DATE for word in told[group.head + 1 : end]):
        return False
    if any(word.lower in n.afterwards for word in told[joint + 1 : following.head + 3]):
        return False
    before = told[group.head + 1 : joint - (told[joint - 1].kind is Kind.COMMA)]
    # Why: "shot and killed a guard" tells one happening with two verbs.
    if all(word.kind in _SMALL for word in before) or any(word.kind in _CLOSED - {Kind.TO} for word in before):
        return False
    return _has_plain_subject(sentence, group, joint, following)


def _is_listed(sentence: Sentence, group: Group, following: Group) -> bool:
    """Whether a clause with its own subject follows after a comma ("the mill was sold, the pier closed and ...")."""
    told = sentence.words
    first, last = sentence.segment_range(following.first)
    own = told[first : following.first]
    apart = first > group.head and told[first - 1].kind is Kind.COMMA
    dated = any(word.kind is Kind.DATE for word in told[group.head + 1 : last])
    between = any(word.kind in (Kind.RELATIVE, Kind.SUBORDINATOR, Kind.THAT) for word in told[group.head + 1 : first])
    plain = bool(own) and own[0].kind in _OPENS_SUBJECT and not any(word.kind in _CLOSED for word in own)
    return apart and plain and not dated and not between


def _joint(sentence: Sentence, group: Group, following: Group) -> int | None:
    """Where the last "and" between two verbs stands."""
    told, adding = sentence.words, sentence.narration.adding
    places = range(following.first - 1, group.head, -1)
    return next((i for i in places if told[i].kind is Kind.COORDINATOR and told[i].lower in adding), None)


def _has_plain_subject(sentence: Sentence, group: Group, joint: int, following: Group) -> bool:
    """Whether a verb shares the subject of the one before, or plainly has its own ("and the mayor resigned")."""
    told, n = sentence.words, sentence.narration
    own = [word for word in told[joint + 1 : following.first] if word.kind is not Kind.ADVERB]
    verb = told[following.head]
    bare = following.first == following.head and verb.form in PARTICIPLES
    after = told[following.head + 1] if following.head + 1 < len(told) else None
    if not own:
        # Why: "was given a fleet and set sail" is no "was set sail".
        active = after is not None and after.kind not in _SMALL | BORDERS and verb.base not in n.naming
        return not (group.passive and bare and active)
    speaks = told[group.head].base in n.reporting or told[group.head].base in n.showing
    if speaks or any(word.kind in _CLOSED for word in own) or own[0].kind is Kind.PREPOSITION:
        return False
    by = after is not None and after.lower in n.by
    return not bare or (own[0].kind in _OPENS_SUBJECT and not by)


def _is_alike(sentence: Sentence, group: Group, following: Group) -> bool:
    """Whether a verb tells another happening in the same way: no state, nothing denied, no other tense."""
    told, n = sentence.words, sentence.narration
    verb = told[following.head]
    same = following.tense is group.tense and following.modal == group.modal
    perfect = told[following.first].kind is Kind.HAVE and told[group.first].kind is not Kind.HAVE
    plain = verb.kind is Kind.VERB and verb.base not in n.states
    return same and plain and not (following.copula or following.negated or perfect)
