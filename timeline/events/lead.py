"""The news that a document rests on its own date. Comes in: a lead sentence, the document. Goes out: its happening.

A report of the day often names no date: "The council has closed the pier." Only what speaks like news, under a date
that somebody states, is taken so; a history, a letter, a person's own tale never is.
"""

from __future__ import annotations

from timeline.events.head import Head, named
from timeline.events.sentence import Sentence
from timeline.events.subject import subject
from timeline.extract.group import Group, Tense
from timeline.extract.word import NOUNS, Kind
from timeline.model import civil
from timeline.model.display import display
from timeline.model.expression import CalendarDate
from timeline.model.text import (
    LEAD,
    Anchor,
    AnchorKind,
    Dating,
    Document,
    Mention,
    MentionType,
    Resolution,
    Span,
)
from timeline.model.value import Granularity, TimeValue
from timeline.model.value import Kind as ValueKind

CONFIDENCE = 0.6
"""Of such a date at most: the news may be of the day before."""
_NEAR = 7 * civil.DAY
_LETTERS = frozenset({"message/rfc822", "application/mbox", "application/vnd.ms-outlook"})
_SHORTEST = 6


def news_day(document: Document) -> Dating | None:
    """The day that a document may rest its lead on: stated, to the day, and of no letter, diary or mail."""
    dating = document.source.published
    if dating is None or not dating.stated or document.entries or document.rows:
        return None
    if document.source.media_type in _LETTERS or dating.value.granularity is None:
        return None
    fine = dating.value.granularity <= Granularity.DAY and dating.value.kind is ValueKind.POINT
    return dating if fine and dating.value.earliest is not None else None


def speaks_of_days_near(dating: Dating, resolutions: tuple[Resolution, ...]) -> bool:
    """Whether some date is told as the week's own, seen from the day of writing ("Tuesday", "yesterday")."""
    day = dating.value.earliest or 0
    return any(
        resolution.anchor.kind is AnchorKind.DCT
        and resolution.value is not None
        and resolution.value.earliest is not None
        and resolution.value.granularity is not None
        and resolution.value.granularity <= Granularity.DAY
        and abs(resolution.value.earliest - day) <= _NEAR
        for resolution in resolutions
    )


def lead_head(sentence: Sentence, *, spoken: bool) -> Head | None:
    """What a lead sentence tells as news, if it does; `spoken`: the document speaks of its own week's days."""
    n = sentence.narration
    told = sentence.words
    if len(told) < _SHORTEST or any(word.lower in n.first_person for word in told):
        return None
    main = next((group for group in sentence.groups if group.finite and _is_main(sentence, group)), None)
    if main is None or main.tense is not Tense.PAST or main.copula or main.modal or main.negated or main.prospective:
        return None
    if told[main.head].kind is not Kind.VERB or told[main.head].base in n.states:
        return None
    perfect = told[main.first].kind is Kind.HAVE and told[main.first].lower in n.have_present
    who = [i for i in subject(sentence, main) if i >= 0]
    named_subject = any(told[i].kind in NOUNS for i in who) and told[who[0]].kind is not Kind.PRONOUN
    return named(sentence, main) if named_subject and (spoken or perfect) else None


def _is_main(sentence: Sentence, group: Group) -> bool:
    first, _ = sentence.segment_range(group.first)
    return sentence.words[first].kind not in (Kind.SUBORDINATOR, Kind.RELATIVE, Kind.THAT)


def is_near(value: TimeValue | None, dating: Dating) -> bool:
    """Whether a date lies in the week up to the document's own day."""
    day, earliest = dating.value.earliest, value.earliest if value is not None else None
    fine = value is not None and value.granularity is not None and value.granularity <= Granularity.WEEK
    return day is not None and earliest is not None and fine and day - _NEAR <= earliest < day + civil.DAY


def on_its_day(document: Document, dating: Dating, at: int, language: str) -> Resolution:
    """The document's own day as the date of its lead, which starts at `at`; no words of the text tell it."""
    words = CalendarDate(None)
    mention = Mention(document.id, Span(at, at), "", MentionType.DATE, words, LEAD, language)
    step = f"the report names no day for its news; it is of the day that it is dated, {display(dating.value)}"
    anchor = Anchor(AnchorKind.DCT, dating.span, dating.value)
    return Resolution(mention, dating.value, anchor, (step,), round(min(CONFIDENCE, dating.confidence), 2))
