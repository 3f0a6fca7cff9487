"""What somebody goes on to say. Comes in: sentences whose dates stand in what is said. Goes out: the saying, its day.

"Ada Cole spoke on Monday. ... Cole said that the mill would close in 2026": the speech is Monday's, the closing is of
2026. Only where the same speaker was told to speak on a day near the day of writing; nobody's day is made up.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.head import Head
from timeline.events.lead import CONFIDENCE, is_near
from timeline.events.names import Names
from timeline.events.participants import people_and_places
from timeline.events.quoted import Neighbour
from timeline.events.report import reports, said_after, said_before
from timeline.events.sentence import Sentence
from timeline.events.subject import subject
from timeline.extract.group import Group, Tense
from timeline.extract.word import Kind
from timeline.grammar.narration import Narration
from timeline.model.display import display
from timeline.model.event import Evidence, Factuality, Fate, Role
from timeline.model.expression import CalendarDate
from timeline.model.text import SAID, Anchor, AnchorKind, Dating, Mention, MentionType, Resolution, Span
from timeline.model.value import Granularity

_REACH = 3
"""Sentences back in which somebody is named for whom "he" stands."""


def saying(sentence: Sentence, tense: Tense = Tense.PAST) -> Head | None:
    """The verb of saying that no date of its sentence dates: all of them stand in what is said."""
    told = sentence.words
    dates = [index for index, word in enumerate(told) if word.kind is Kind.DATE]
    for group in sentence.groups if dates else ():
        if group.tense is not tense or not _says(sentence, group):
            continue
        before = said_before(sentence, group)
        if before is not None and set(dates) <= set(before[1]):
            return Head(group.head, group)
        that = next((i for i in range(group.head + 1, len(told)) if told[i].kind is Kind.THAT), group.head + 1)
        if said_after(sentence, group) is not None and dates[0] > that:
            return Head(group.head, group)
    return None


def _says(sentence: Sentence, group: Group) -> bool:
    """Whether a verb tells that somebody speaks or spoke: of itself, in no clause that only adds to another."""
    told = sentence.words
    opener = told[sentence.segment_range(group.first)[0]].kind
    plain = group.finite and not (group.passive or group.negated or group.modal or group.prospective)
    simple = told[group.first].kind is not Kind.HAVE
    free = opener not in (Kind.SUBORDINATOR, Kind.RELATIVE, Kind.THAT)
    return plain and simple and free and reports(sentence, group)


def speaker(sentence: Sentence, head: Head, names: Names, neighbour: Neighbour) -> frozenset[str]:
    """The words of the speaker's name, in lower case, a pronoun followed back; empty where nobody is named plainly."""
    who = _subject(sentence, head.group)
    told = _name(sentence, who, names)
    pronoun = len(who) == 1 and sentence.words[who[0]].lower in sentence.narration.human_pronouns
    return told if told or not pronoun else _before(names, neighbour)


def _subject(sentence: Sentence, group: Group | None) -> list[int]:
    said = said_before(sentence, group) if group is not None else None
    who = said[0] if said is not None else subject(sentence, group) if group is not None else []
    return [i for i in who if i >= 0 and sentence.group_of(i) is not group]


def _name(sentence: Sentence, who: list[int], names: Names) -> frozenset[str]:
    people, _ = people_and_places(sentence, who, names)
    return frozenset(people[0].lower().split()) if len(people) == 1 else frozenset()


def _before(names: Names, neighbour: Neighbour) -> frozenset[str]:
    """The person whom "he" stands for: the subject named last before."""
    for back in range(1, _REACH + 1):
        sentence = neighbour(-back)
        if sentence is None:
            break
        main = next((g for g in sentence.groups if g.finite), None)
        found = _name(sentence, _subject(sentence, main), names)
        if found:
            return found
    return frozenset()


def spoke_on(pieces: Sequence[Evidence], speaks: frozenset[str], dating: Dating, n: Narration) -> Evidence | None:
    """The last of the pieces that tells that the same speaker spoke on a day of the week up to the day of writing."""
    for piece in reversed(pieces):
        value = piece.when.value
        day = value is not None and value.granularity is not None and value.granularity <= Granularity.DAY
        told = piece.fate is Fate.EVIDENCE and piece.factuality is Factuality.HAPPENED and piece.role is Role.REPORTS
        if not (day and told and is_near(value, dating)):
            continue
        who = piece.participants[0].lower().split() if piece.participants else []
        if _tells_speech(piece, n) and not speaks.isdisjoint(who):
            return piece
    return None


def _tells_speech(piece: Evidence, n: Narration) -> bool:
    head = (piece.head_text or "").lower()
    base = n.verbs.get(head, (head,))[0]
    return base in n.reporting or base in n.speeches or not n.speeches.isdisjoint(piece.title.lower().split())


def on_day_of(earlier: Evidence, at: int) -> Resolution:
    """The day of a speech as the date of what is said further on, at the code point `at`; no words there tell it."""
    when = earlier.when
    mention = Mention(
        earlier.source_id, Span(at, at), "", MentionType.DATE, CalendarDate(None), SAID, when.mention.language
    )
    value = when.value
    told = display(value) if value is not None else ""
    step = f"the sentence names no day for what is said; its speaker was told to speak on {told} before"
    anchor = Anchor(AnchorKind.MENTION, when.mention.span, value)
    return Resolution(mention, value, anchor, (step,), round(min(CONFIDENCE, earlier.confidence), 2))
