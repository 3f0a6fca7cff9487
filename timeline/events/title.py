"""A readable clause for a happening, in the article's own words. Comes in: a sentence, its head. Goes out: `Title`.

A title is made of whole phrases of the sentence: subject, verb group, what follows; dates are left out where that is
clean. `Title.words` are the indices it shows, from which names are taken.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.clause import (
    clause_end,
    governing,
    share_of,
    shared_auxiliaries,
    unfinished,
)
from timeline.events.coordinated import also_dated
from timeline.events.date_words import date_words, without_dates
from timeline.events.fit import LONGEST, WHOLE, fitted
from timeline.events.gap import moved_object
from timeline.events.gapping import gapped
from timeline.events.head import Head
from timeline.events.infinitive import done_with, is_noun_s, is_to_be_done, of_subject
from timeline.events.insertion import dashed_to, put_in_to
from timeline.events.lead_in import behind_opening
from timeline.events.noun_phrase import noun_phrase, told_of
from timeline.events.participle import adds, as_past, due, going_on, is_gerund, is_subjunctive, left_out
from timeline.events.pronoun import stood_for, with_objects
from timeline.events.report import behind_hearer, reports, said_after, said_before
from timeline.events.sentence import Sentence, phrase_start
from timeline.events.subject import subject
from timeline.events.written import headed, written
from timeline.extract.group import Group
from timeline.extract.word import NOUNS, Kind

_SHORT_WORDS = 3
_BARE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Title:
    """The title and the words of the sentence that make it."""

    text: str
    words: tuple[int, ...]


def title_of(sentence: Sentence, head: Head | None, date: int) -> Title:
    """The clause around a head; without one, what the sentence says but for its dates.

    A clause that says nothing by itself ("it began", "has not done") gives way to the sentence that holds it.
    """
    title = _in_past(sentence, head, _title_of(sentence, head, date))
    if (dated := _with_complement(sentence, title, date)) is not None:
        return dated
    if head is None or not _is_bare(sentence, title):
        return title
    up_to = without_dates(sentence, list(range(title.words[-1] + 1)))
    if title.words and len(up_to) == len(title.words) + 1 and sentence.words[up_to[0]].kind is Kind.SUBORDINATOR:
        return title  # "when" alone adds nothing to "I got home"
    if len(written(sentence, up_to)) > WHOLE:
        return title
    return shown(sentence, up_to, head.index)


def naming(sentence: Sentence, head: Head | None, title: Title) -> list[int]:
    """The words that names are taken from: those of a title but its head, and several subjects that it shortens."""
    own = [i for i in title.words or range(len(sentence.words)) if head is None or i != head.index]
    if head is None or head.group is None:
        return own
    if all(word.kind is not Kind.COORDINATOR for word in sentence.words[: head.group.first]):
        return own
    group = (governing(sentence, head.group) if head.group.infinitive else None) or head.group
    who = [i for i in subject(sentence, group) if i >= 0]
    several = any(sentence.words[i].kind is Kind.COORDINATOR for i in who)
    return [*own, *(i for i in who if i not in own)] if several and not set(own).isdisjoint(who) else own


def _with_complement(sentence: Sentence, title: Title, date: int) -> Title | None:
    """A title that ends with "is" with the date that this tells ("This is May"); None for others.

    None for what is only compared, too ("as good as it was in May").
    """
    last = title.words[-1] if title.words else -1
    group = sentence.group_of(last)
    if group is None or not group.copula or group.head != last or not last < date or title.words[0] == group.first:
        return None
    if sentence.words[opener(sentence, group)].kind is Kind.SUBORDINATOR:
        return None
    gone, end = date_words(sentence), last + 1
    while end < len(sentence.words) and (end in gone or (end > date and sentence.words[end].kind is Kind.TO)):
        end += 1
    words = [*title.words, *range(last + 1, end)]
    return shown(sentence, words, words[-1]) if end > date else None


def _in_past(sentence: Sentence, head: Head | None, title: Title) -> Title:
    """A title whose gerund has a subject before it and no clause around it, told in the past ("It killed twelve")."""
    group = head.group if head is not None else None
    governor = governing(sentence, group) if group is not None and group.infinitive else None
    group = group if governor is None or governor.finite else governor
    if head is not None and group is None:
        group = next((g for g in sentence.groups if g.first in title.words[1:] and is_gerund(sentence, g)), None)
    if group is None or group.first not in title.words:
        return title
    past = as_past(sentence, group, list(title.words[: title.words.index(group.first)]))
    if past is None:
        return title
    surface = sentence.words_of(group.first, group.head + 1)
    surface = surface if group.first else surface[:1].lower() + surface[1:]
    before, found, after = title.text.partition(f" {surface}")
    text = f"{before} {past}{after}"
    return Title(text, title.words) if found and len(text) <= WHOLE else title


def _is_bare(sentence: Sentence, title: Title) -> bool:
    """Whether a title is a pronoun with its verb, has no subject, or ends with a verb that stands for another."""
    words = title.text.lower().split()
    opening = sentence.group_of(title.words[0]) if title.words else None
    if opening is not None and opening.first == title.words[0] > 0 and (opening.finite or len(words) == 1):
        return True
    told = sentence.words
    stands_in = len(title.words) > 1 and told[title.words[-1]].kind is Kind.COORDINATOR
    if not title.words or (len(words) > _BARE_WORDS and not stands_in):
        return False
    if told[title.words[-2 if stands_in else -1]].lower in sentence.narration.do:
        return True
    if stands_in:
        return False
    first, _ = sentence.segment_range(title.words[-1])
    return words[0] in sentence.narration.personal and told[first].kind is Kind.SUBORDINATOR


def shown(sentence: Sentence, words: list[int], anchor: int, verbs: tuple[int, ...] = ()) -> Title:
    """Words as a title, cut to its length; the anchor stays. `verbs` are as in `fitted`."""
    text, kept = fitted(sentence, words, anchor, verbs)
    return Title(headed(text), tuple(i for i in kept if i >= 0))


def _title_of(sentence: Sentence, head: Head | None, date: int) -> Title:
    if head is None:
        return shown(sentence, without_dates(sentence, list(range(len(sentence.words)))), 0)
    if head.group is not None:
        said = said_before(sentence, head.group)
        if said is not None:
            who, what = said
            main = next(g for g in sentence.groups if g.finite and g.head in what)
            what = behind_opening(sentence, what, main)
            return shown(sentence, without_dates(sentence, [*who, *what]), main.head, (main.first,))
        return shown(sentence, *clause_of(sentence, head.group, date))
    noun = stood_for(sentence, noun_phrase(sentence, head.index))
    new = _brings_news(sentence, head)
    if (
        not new
        and not _says(sentence, head)
        and not (head.plainly and tells(sentence, head))
        and len([i for i in noun if i >= 0 and sentence.words[i].kind in NOUNS]) >= _SHORT_WORDS
    ):
        return shown(sentence, noun, head.index)
    own = [i for i in noun if i >= 0 and sentence.words[i].kind is not Kind.DETERMINER]
    if own == [head.index] and (which := told_of(sentence, head.index)):
        return shown(sentence, which, head.index)
    group = None if head.refers and not new and not tells(sentence, head) else clause_around(sentence, head)
    if group is not None:
        title = shown(sentence, *clause_of(sentence, group, date))
        if head.index in title.words:
            return title
    return shown(sentence, noun, head.index)


def _brings_news(sentence: Sentence, head: Head) -> bool:
    """Whether a dated noun is told for the first time, as object or complement ("reported a third-quarter loss")."""
    told, start = sentence.words, phrase_start(sentence, head.index)
    lead = told[start]
    indefinite = lead.kind is Kind.DETERMINER and lead.lower not in sentence.narration.definite and not lead.genitive
    before = sentence.group_of(start - 1) if start else None
    return head.attributive and indefinite and before is not None and before.head == start - 1


def tells(sentence: Sentence, head: Head) -> bool:
    """Whether a noun that its date qualifies opens the sentence as a subject: "The May 3 quake killed 40 people"."""
    group = sentence.group_of(head.index + 1) if head.index + 1 < len(sentence.words) else None
    subject = group is not None and group.finite
    if not head.attributive and _says(sentence, head):
        return True
    first, _ = sentence.segment_range(head.index)
    opens = first == 0 or phrase_start(sentence, head.index) == first
    return head.attributive and subject and opens and not hangs_on(sentence, head.index)


def hangs_on(sentence: Sentence, index: int) -> bool:
    """Whether a noun's phrase only tells more of a word before it ("survivors of the quake", "hit by the quake")."""
    told, start = sentence.words, phrase_start(sentence, index)
    return start > 1 and told[start - 1].kind is Kind.PREPOSITION and told[start - 2].kind in NOUNS | {Kind.VERB}


def _says(sentence: Sentence, head: Head) -> bool:
    """Whether a noun, with what hangs on it, is the subject of a verb of saying ("a note from Lund said")."""
    following = next((g for g in sentence.groups if g.first > head.index), None)
    if following is None or not following.finite or not reports(sentence, following):
        return False
    between = sentence.words[head.index + 1 : following.first]
    return all(word.kind in _HANGS_ON for word in between)


_HANGS_ON = NOUNS | {Kind.PREPOSITION, Kind.DETERMINER, Kind.POSSESSIVE, Kind.DATE}


def clause_around(sentence: Sentence, head: Head) -> Group | None:
    """The clause that tells more of a noun: the one it is the subject of, or the one it stands in."""
    segment = sentence.segments[head.index]
    here = [g for g in sentence.groups if sentence.segments[g.head] == segment and not g.infinitive]
    before = [g for g in here if g.head < head.index]
    after = [g for g in here if g.finite and not _only_dates(sentence, g)]
    return before[-1] if before else after[0] if after else _next_main(sentence, head.index)


def _only_dates(sentence: Sentence, group: Group) -> bool:
    """Whether a verb says no more than the date ("the deadline is 3 May")."""
    following = sentence.words[group.head + 1 : group.head + 2]
    return group.copula and bool(following) and following[0].kind is Kind.DATE


def _next_main(sentence: Sentence, index: int) -> Group | None:
    """The finite verb after a noun whose phrase a comma closes ("The summit, on May 3, ended")."""
    for group in sentence.groups:
        if group.finite and group.first > index:
            first, _ = sentence.segment_range(group.first)
            return group if first == group.first or sentence.words[first].kind is Kind.ADVERB else None
    return None


def clause_of(sentence: Sentence, group: Group, date: int) -> tuple[list[int], int, tuple[int, ...]]:
    """Subject, verb group and what follows; the word that must stay; and where the verb groups start."""
    governor = None if is_to_be_done(sentence, group) else governing(sentence, group)
    if governor is None and is_subjunctive(sentence, group):
        governor = next((g for g in reversed(sentence.groups) if g.finite and g.head < group.first), None)
    if governor is None and adds(sentence, group):
        governor = next((g for g in reversed(sentence.groups) if g.finite and g.head < group.first), None)
    if (main := of_subject(sentence, group)) is not None:
        governor = main
        who = list(range(sentence.segment_range(group.first)[0], main.first))
        predicate = list(range(main.first, clause_end(sentence, main.head)))
    elif governor is not None:
        who = subject(sentence, governor)
        was = [] if governor.finite else going_on(sentence, governor, who, leads=True)
        own = gapped(sentence, group, date) if group.infinitive else []
        rest = [*range(governor.first, group.head + 1), *own]
        predicate = [*was, *(rest if own else range(governor.first, clause_end(sentence, group.head)))]
    elif is_to_be_done(sentence, group):
        who = done_with(sentence, group)
        predicate = list(range(group.first - 1, clause_end(sentence, group.head)))
        # Why: "the fair to be held in May | was cancelled" has a verb of its own.
        if not any(g.finite and g.first in predicate for g in sentence.groups):
            predicate = [*due(sentence, who), *predicate]
    elif is_noun_s(sentence, group):
        who = list(range(phrase_start(sentence, group.first - 2), group.first - 1))
        predicate = list(range(group.first - 1, clause_end(sentence, group.head)))
    else:
        who = subject(sentence, group)
        shared = (
            unfinished(sentence, group)
            or shared_auxiliaries(sentence, group)
            or left_out(sentence, group, who)
            or going_on(sentence, group, who)
        )
        own = gapped(sentence, group, date)
        verb = range(group.first, group.head + 1)
        predicate = [*verb, *own] if own else [*shared, *range(group.first, clause_end(sentence, group.head))]
    who = who or _date_as_subject(sentence, governor or group)
    # Why: a gerund may stand within the subject that it is told of ("talks on feeding the town failed").
    if who and predicate and who[0] < predicate[0]:
        predicate = [i for i in predicate if i not in who]
    predicate = share_of(sentence, predicate, group.head, date)
    predicate = _with_second_verb(sentence, who, predicate, group, date)
    who = stood_for(sentence, who)
    predicate = with_objects(sentence, who, predicate)
    anchor, said = group.head, said_after(sentence, group)
    if said is not None:
        predicate, anchor = _with_what_is_said(sentence, predicate, group, said, who), said.head
    predicate = _without_asides(sentence, predicate)
    predicate = _with_speech(sentence, group, predicate)
    moved = moved_object(sentence, governor or group)
    whole = without_dates(sentence, [*who, *_with_object(predicate, moved, group.head)])
    if who and all(i >= 0 and sentence.words[i].kind is Kind.DATE for i in who):
        whole = [*who, *whole]
    if who and governor is None and whole and whole[-1] == group.head and _is_on_date(sentence, who, group):
        whole = without_dates(sentence, who) or who
    first = (governor or group).first
    return whole, anchor, (first, *_told_inside(sentence, predicate, first, said))


def _with_speech(sentence: Sentence, group: Group, predicate: list[int]) -> list[int]:
    """A predicate with what is said behind its colon ("The mayor says: “The port is open”")."""
    told, end = sentence.words, predicate[-1] + 1 if predicate else len(sentence.words)
    speech = end + 2 < len(told) and (told[end + 1].kind is Kind.QUOTE or told[end + 1].capital)
    opens = speech and told[end].lower == ":"
    main = next((g for g in sentence.groups if g.finite and g.first > end), None) if opens else None
    if main is None or not reports(sentence, group):
        return predicate
    return [*predicate, *range(end, clause_end(sentence, main.head))]


def _without_asides(sentence: Sentence, predicate: list[int]) -> list[int]:
    """A predicate without what stands between two dashes, or the subject of its "that" clause and the verb."""
    told = sentence.words
    asides = [(i, put_in_to(sentence, i)) for i in predicate if told[i].kind is Kind.COMMA]
    asides += [(i, dashed_to(sentence, i)) for i in predicate if told[i].kind is Kind.BREAK]
    gone = {i for first, last in asides if last for i in range(first, last + 1)}
    return [i for i in predicate if i not in gone] if gone else predicate


def _told_inside(sentence: Sentence, predicate: list[int], first: int, said: Group | None) -> list[int]:
    """Where the verbs start that a verb of saying or a "that" within a predicate leads to."""
    inside = [g for g in sentence.groups if g.finite and first < g.first and g.head in predicate]
    return [g.first for g in inside if g is said or _is_content(sentence, g)]


def _is_content(sentence: Sentence, group: Group) -> bool:
    """Whether a verb stands behind "that" with a subject of its own: "oil that was used" only tells more of oil."""
    first = opener(sentence, group)
    return sentence.words[first].kind is Kind.THAT and group.first > first + 1


def opener(sentence: Sentence, group: Group) -> int:
    """The word that opens the clause of a verb."""
    return sentence.segment_range(group.first)[0]


def _date_as_subject(sentence: Sentence, group: Group) -> list[int]:
    """A date of which its verb says something ("2007 was the year of the mill"); empty where there is none."""
    told, before = sentence.words, group.first - 1
    alone = before == 0 or told[before - 1].kind not in (Kind.PREPOSITION, Kind.VERB)
    return [before] if group.finite and before >= 0 and told[before].kind is Kind.DATE and alone else []


def _with_object(predicate: list[int], moved: list[int], head: int) -> list[int]:
    """A predicate with an object that stood before it right behind its verb."""
    at = predicate.index(head) + 1 if head in predicate else len(predicate)
    return [*predicate[:at], *moved, *predicate[at:]]


def _is_on_date(sentence: Sentence, who: list[int], group: Group) -> bool:
    """Whether a clause says no more of something than its day ("The fair is on 3 May")."""
    told, after = sentence.words, group.head + 1
    led = after < len(told) and told[after].lower in sentence.narration.day_prepositions
    dated = after + led < len(told) and told[after + led].kind is Kind.DATE
    return group.copula and dated and who[-1] >= 0 and told[who[-1]].kind in (*NOUNS, Kind.DATE)


def _with_second_verb(sentence: Sentence, who: list[int], predicate: list[int], group: Group, date: int) -> list[int]:
    """What a date in front of both tells of two verbs ("On 3 May he shot and killed a guard"), where there is room.

    Not of verbs that tell two happenings: each of them has its own title.
    """
    told = sentence.words
    end = predicate[-1] + 1 if predicate else len(told)
    second = next((g for g in sentence.groups if g.first > end), None)
    if not 0 <= date < group.first or not group.finite or end >= len(told) or told[end].kind is not Kind.COORDINATOR:
        return predicate
    if (
        second is None
        or not second.finite
        or second.tense is not group.tense
        or second.copula
        or second.first > end + 3
        or also_dated(sentence, Head(group.head, group), date)
    ):
        return predicate
    both = [*predicate, *range(end, clause_end(sentence, second.head))]
    dated = any(told[i].kind is Kind.DATE for i in both if i > end)
    fits = len(written(sentence, without_dates(sentence, [*who, *both]))) <= LONGEST
    return both if fits and not dated else predicate


def _with_what_is_said(
    sentence: Sentence, predicate: list[int], group: Group, said: Group, speaker: list[int]
) -> list[int]:
    """A verb of saying with all of the clause that it reports, without what is put between its subject and verb."""
    if said.head in predicate:
        return predicate
    who = subject(sentence, said)
    if who == speaker:
        who = [said.first - 1]
    linked = [i for i in predicate if i > group.head and sentence.words[i].kind is Kind.THAT][:1]
    told = behind_hearer(sentence, group)
    up_to = [i for i in predicate if i < told]
    return [*up_to, *linked, *who, *range(said.first, clause_end(sentence, said.head))]
