"""What runs into a sentence: a headline, a caption, a byline. In: a sentence, a date in it. Out: the span without it.

Texts that have lost their line breaks set a headline right before its story: "Ida Holm is back Ida Holm came home on
3 May". Two verbs that nothing joins give it away.
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.date_words import date_words
from timeline.events.sentence import Sentence
from timeline.extract.group import Group
from timeline.extract.word import Kind
from timeline.grammar.narration import Narration
from timeline.model.text import Span

_BEFORE = frozenset({Kind.WORD, Kind.EVENT, Kind.DATE})
_OBJECT = frozenset({Kind.DETERMINER, Kind.POSSESSIVE, Kind.PRONOUN, Kind.NAME, Kind.NUMBER})
_OWNED = 3
"""Words that an owner may have behind it, before the verb."""
_CAPITALS = 3
"""Words in capitals alone that make a heading."""


def behind_headline(sentence: Sentence, at: Span | None) -> Span:
    """The part of a sentence's span that holds a date, else its last, where a headline runs into it."""
    start, end = sentence.span.start, sentence.span.end
    heading = _heading(sentence)
    for index in (*_byline(sentence), *heading, *_second_starts(sentence)):
        place = sentence.words[index].start
        if at is not None and at.start < place and index in heading:
            continue  # "3 MAY, LUND The mayor has left" is of that day
        if at is not None and at.start < place:
            # Why: a date inside the first words may be of the headline or of the byline; both end there.
            return Span(start, min(end, sentence.words[index - 1].end))
        start = max(start, place)
    return Span(start, end)


def _byline(sentence: Sentence) -> tuple[int, ...]:
    """Where the text starts behind "By Ida Holm Fjord News, Lund"."""
    told, n = sentence.words, sentence.narration
    if not told or told[0].lower not in n.by or not told[0].capital:
        return ()
    comma = next((i for i, word in enumerate(told) if word.kind is not Kind.NAME and i), len(told))
    if comma < _CAPITALS or comma + 1 >= len(told) or told[comma].kind is not Kind.COMMA:
        return ()
    for size in (3, 2, 1):
        end = comma + 1 + size
        if end < len(told) and told[end].capital and sentence.words_of(comma + 1, end) in n.places:
            return (end,)
    return ()


def _heading(sentence: Sentence) -> tuple[int, ...]:
    """Where the text starts behind words in capitals alone ("IDA HOLM, MAYOR OF LUND Ida Holm left")."""
    told, many = sentence.words, 0
    for index, word in enumerate(told):
        surface = sentence.text[word.start : word.end]
        small = word.lower in sentence.narration.wording.openers or word.lower in sentence.narration.first_person
        if many and small and (len(surface) == 1 or surface[1:].islower()):
            return (index,)
        if len(surface) > 1 and surface.isupper() and surface.isalpha():
            many += 1
        elif surface[0].isupper() and len(surface) > 1 and surface[1:].islower():
            return (index,) if many >= _CAPITALS else ()
        elif word.kind not in (Kind.COMMA, Kind.NUMBER, Kind.DATE) and surface != surface.upper():
            return ()
    return ()


def _second_starts(sentence: Sentence) -> tuple[int, ...]:
    """Where a name opens a second clause that nothing joins to the first."""
    finite = [group for group in sentence.groups if group.finite]
    starts = [_unjoined(sentence, one, other) for one, other in pairwise(finite)]
    starts += [_unjoined_aside(sentence, finite, group) for group in finite[1:]]
    return tuple(sorted({start for start in starts if start is not None}))


def _unjoined(sentence: Sentence, one: Group, other: Group) -> int | None:
    """The name before a verb that stands right behind another clause: "pulled from the rubble Ida Holm was found"."""
    first = _names_before(sentence, other.first)
    if first is None or first - 1 <= one.head or sentence.words[first - 1].genitive:
        return None
    named = sentence.words[first - 1].kind in _BEFORE and first < other.first - 1
    if not named and not _is_new_person(sentence, first):
        return None
    return first if _nothing_joins(sentence, one, first, other, lone=not named) else None


def _unjoined_aside(sentence: Sentence, finite: list[Group], other: Group) -> int | None:
    """The same where commas part the name from its verb: "lead to seizures Berg , who was ill , fell"."""
    told, last = sentence.words, other.first - 1
    if told[last].kind not in (Kind.COMMA, Kind.DATE):
        return None
    gone = date_words(sentence)
    while last > 0 and last in gone:
        last -= 1
    if told[last].kind is not Kind.COMMA or last < 1:
        return None
    opening = sentence.segment_range(last - 1)[0] - 1
    if opening < 1 or told[opening].kind is not Kind.COMMA or told[opening - 1].kind is not Kind.NAME:
        return None
    explains = told[opening + 1].kind is Kind.RELATIVE or told[opening + 1].kind is Kind.DETERMINER
    first = _name_start(sentence, opening - 1)
    one = next((group for group in reversed(finite) if group.head < first), None)
    if one is None or first - 1 <= one.head or not explains or not _is_new_person(sentence, first):
        return None
    return first if _nothing_joins(sentence, one, first, other, lone=True) else None


def _nothing_joins(sentence: Sentence, one: Group, first: int, other: Group, *, lone: bool) -> bool:
    """Whether the clause of one verb ends before a name, and that of the other begins with it."""
    told, n = sentence.words, sentence.narration
    between = told[one.head + 1 : first + 1]
    leads = {word.start for word, after in pairwise(between) if word.kind is Kind.TO and after.kind in _PLAIN}
    if any(word.kind not in _PLAIN and word.start not in leads for word in between[:-1]):
        return False
    # Why: in "it was shut, harbour clerk Ida Holm told the court" she says what stands before.
    says = told[other.head].base in n.reporting and any(word.kind is Kind.COMMA for word in between)
    speaks = says or _takes_clause(n, told[one.head].base)
    after = told[other.head + 1].kind if other.head + 1 < len(told) else Kind.BREAK
    # Why: in "saw the mill Ida Holm bought in May" the second verb belongs to the mill, whose place it leaves open.
    # What the first words say again begins anew: "Ida Holm's son goes on trial Ida Holm's son has gone on trial".
    again = [word.lower for word in told[:2]] == [word.lower for word in told[first : first + 2]]
    comma = told[other.first - 1].kind is Kind.COMMA
    whole = other.passive or other.copula or after in _OBJECT or comma or again
    whole = whole or after is Kind.NEGATION or (_is_new_person(sentence, first) and after in _COMPLEMENT)
    moment = told[first - 1].lower in n.wording.idle
    # Why: "the clerk who was there during the floods Holm was found in" tells more of both.
    opener = told[sentence.segment_range(one.head)[0]].kind
    bound = lone and opener in (Kind.RELATIVE, Kind.THAT)
    return whole and not speaks and not moment and not bound


def _is_new_person(sentence: Sentence, first: int) -> bool:
    """Whether a person's name stands behind a noun that cannot tell who it is: one of many, or a happening."""
    told, n = sentence.words, sentence.narration
    before, surface = told[first - 1], sentence.words_of(first, first + 1)
    if before.kind is Kind.DATE and surface in n.places:
        return True
    if surface not in sentence.persons and surface not in n.honorifics:
        return False
    if before.kind in (Kind.DATE, Kind.QUOTE) or (
        before.kind is Kind.EVENT and not before.lower.endswith(n.wording.person_endings)
    ):
        return True
    return before.kind is Kind.WORD and before.lower.endswith("s") and before.lower[-2:] not in _SINGULAR


_COMPLEMENT = frozenset({Kind.WORD, Kind.EVENT, Kind.ADVERB})
_SINGULAR = frozenset({"ss", "us", "is"})


_PLAIN = frozenset(
    {
        Kind.NAME,
        Kind.WORD,
        Kind.EVENT,
        Kind.NUMBER,
        Kind.DETERMINER,
        Kind.POSSESSIVE,
        Kind.PREPOSITION,
        Kind.DATE,
        Kind.ADVERB,
        Kind.COMMA,
    }
)


def _names_before(sentence: Sentence, verb: int) -> int | None:
    """Where the name right before a verb starts, an age between; None where there is none."""
    told, last = sentence.words, verb - 1
    if last > 2 and told[last].kind is told[last - 2].kind is Kind.COMMA and told[last - 1].kind is Kind.NUMBER:
        last -= 3
    owned = last
    while owned > 0 and told[owned].kind in (Kind.WORD, Kind.EVENT) and owned > last - _OWNED:
        owned -= 1
    if told[owned].kind is Kind.NAME and told[owned].genitive:
        last = owned  # "the rented home Ida Holm's death was"
    first = _name_start(sentence, last)
    return first if 0 < first <= last else None


def _name_start(sentence: Sentence, last: int) -> int:
    """Where the run of names starts that ends with a word; behind it where that is none."""
    told, first = sentence.words, last + 1
    while first > 0 and told[first - 1].kind is Kind.NAME and told[first - 1].capital:
        first -= 1
    return first


def _takes_clause(n: Narration, base: str) -> bool:
    """Whether a clause may follow a verb without "that" ("told the court Ida Holm was there")."""
    m = n.modality
    speaking = (n.reporting, n.showing, n.states, m.expecting, m.wishing, m.denying, m.fearing, n.speaking)
    return any(base in verbs for verbs in speaking)
