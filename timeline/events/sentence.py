"""One sentence read for what happened. Comes in: text, span, dates, narration. Goes out: `Sentence` and its phrases.

All phrases are ranges of word indices, half-open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.extract.group import Group
from timeline.extract.segments import segments
from timeline.extract.verbs import groups
from timeline.extract.word import NOUNS, Kind, Word
from timeline.extract.words import words
from timeline.grammar.narration import Narration
from timeline.model.text import Span

PHRASE = NOUNS | {Kind.DETERMINER, Kind.POSSESSIVE, Kind.QUOTE, Kind.DATE}
AND, WAS, WERE, THE, OWNS, IS, ARE = -1, -2, -3, -4, -5, -6, -7
"""Among word indices, a word that no place of the sentence has: what joins two names, what is left out of a clause."""
CLAUSE_BORDERS = frozenset({Kind.SUBORDINATOR, Kind.RELATIVE})
"""What opens a clause within another, but for "that"."""
OPENING = frozenset("(-–—")
"""What opens an insertion."""
AUXILIARIES = frozenset({Kind.BE, Kind.HAVE, Kind.DO, Kind.MODAL})


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence's words, verb groups and segments (one number for each word).

    Why no `eq`: it is read once, and what is remembered for it is looked up by its identity.
    """

    text: str
    span: Span
    words: tuple[Word, ...]
    groups: tuple[Group, ...]
    segments: tuple[int, ...]
    narration: Narration
    group_at: tuple[Group | None, ...]
    """The verb group that holds each word."""
    ranges: tuple[tuple[int, int], ...]
    """The first word of each word's segment, and the one after its last."""
    persons: frozenset[str] = frozenset()
    """Names that stand for somebody by themselves, as the document has them."""

    def date_at(self, span: Span) -> int:
        """The index of the date word at a span; -1 where there is none."""
        for index, word in enumerate(self.words):
            if word.kind is Kind.DATE and word.start <= span.start and span.end <= word.end:
                return index
        return -1

    def group_of(self, index: int) -> Group | None:
        """The verb group that holds a word."""
        return self.group_at[index] if 0 <= index < len(self.group_at) else None

    def segment_range(self, index: int) -> tuple[int, int]:
        """The words of the segment of a word."""
        return self.ranges[index]

    def words_of(self, first: int, last: int) -> str:
        """The text of words, verbatim."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""


def read(
    text: str,
    span: Span,
    dates: tuple[Span, ...],
    narration: Narration,
    known: frozenset[str] = frozenset(),
    without: tuple[Span, ...] = (),
    persons: frozenset[str] = frozenset(),
) -> Sentence:
    """A sentence with its words, groups and segments; what lies in a span of `without` is passed over."""
    told = words(text, span, dates, narration, known, without)
    segment = segments(told)
    found = groups(told, narration, segment)
    group_at: list[Group | None] = [None] * len(told)
    for group in found:
        group_at[group.first : group.head + 1] = [group] * (group.head + 1 - group.first)
    return Sentence(text, span, told, found, segment, narration, tuple(group_at), _ranges(segment), persons)


def _ranges(segment: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """For each word, where the run of its segment's number starts and ends."""
    ranges: list[tuple[int, int]] = []
    first = 0
    for last in range(1, len(segment) + 1):
        if last == len(segment) or segment[last] != segment[first]:
            ranges += [(first, last)] * (last - first)
            first = last
    return tuple(ranges)


_BRACKET = re.compile(r"(?<!\])\([^()\n]*\)|-LRB-(?:(?!-[LR]RB-)[^\n])*-RRB-")


def parted_name(sentence: Sentence, mark: int) -> bool:
    """Whether a hyphen with blanks parts a name in two, in a text that was cut into words ("Wal - Mart , which")."""
    told, span = sentence.words, sentence.span
    if told[mark].lower != "-" or not 0 < mark < len(told) - 1:
        return False
    before, after = sentence.words_of(mark - 1, mark), sentence.words_of(mark + 1, mark + 2)
    halves = told[mark - 1].kind is told[mark + 1].kind is Kind.NAME
    if not halves or before in sentence.narration.places or after.isupper():
        return False
    return any(cut in sentence.text[span.start : span.end] for cut in (" ,", " ."))


def brackets(text: str, span: Span) -> tuple[Span, ...]:
    """What stands in brackets in a sentence: said beside it, for it reads as well without."""
    if text.find("(", span.start, span.end) < 0 and text.find("-LRB-", span.start, span.end) < 0:
        return ()
    return tuple(Span(m.start(), m.end()) for m in _BRACKET.finditer(text, span.start, span.end))


def opens_aside(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a bracket opens before a date and holds nothing but it ("at 6 p.m. (16:00 GMT)")."""
    told = sentence.words
    if told[index].lower not in ("(", "-lrb-"):
        return False
    return all(word.kind in (Kind.DATE, Kind.NUMBER, Kind.PREPOSITION) for word in told[index + 1 : date + 1])


def phrase_start(sentence: Sentence, last: int, floor: int = 0) -> int:
    """Where the noun phrase that ends with the word `last` starts; genitives and what qualifies belong to it."""
    told, start = sentence.words, last
    while start > floor:
        before = told[start - 1]
        counted = before.lower in sentence.narration.ordinals_of_comparison and start > 1
        counted = counted and told[start - 2].kind is Kind.DETERMINER
        qualifies = before.kind is Kind.ADVERB and (before.lower.endswith("ly") or counted)
        qualifies = qualifies and told[start].kind in NOUNS | {Kind.QUOTE}
        hyphen = before.kind is Kind.BREAK and before.lower == "-" and before.end == told[start].start
        dated = (
            before.kind is Kind.COMMA
            and start > 2
            and told[start - 2].kind is Kind.DATE
            and (told[start - 3].kind in (Kind.DETERMINER, Kind.POSSESSIVE) or told[start - 3].genitive)
        )
        paired = before.kind is Kind.COORDINATOR and _pairs_adjectives(told, start)
        if not (before.kind in PHRASE or qualifies or hyphen or dated or paired) or (
            before.kind is Kind.WORD and _ends_phrase(told, start)
        ):
            break
        if told[start].kind in (Kind.DETERMINER, Kind.POSSESSIVE):
            break
        start -= 1
    while start < last and told[start].kind is Kind.QUOTE and not _closed(told, start, last):
        start += 1
    return start


def joined_start(sentence: Sentence, start: int) -> int:
    """Where two nouns start that share one article ("the telethon and gig"); else where the second one does."""
    told = sentence.words
    bare = start > 2 and told[start - 1].kind is Kind.COORDINATOR and told[start].kind in (Kind.WORD, Kind.EVENT)
    if not bare or told[start - 2].kind not in (Kind.WORD, Kind.EVENT):
        return start
    first = phrase_start(sentence, start - 2)
    led = told[first].kind in (Kind.DETERMINER, Kind.POSSESSIVE, Kind.NUMBER)
    return first if led and first < start - 2 else start


def _pairs_adjectives(told: tuple[Word, ...], start: int) -> bool:
    """Whether an "and" before a word joins two that qualify one noun ("a young and growing market")."""
    if start < 3 or not {told[start].kind, told[start - 2].kind} <= {Kind.WORD, Kind.EVENT}:
        return False
    owned = told[start - 3].kind in (Kind.DETERMINER, Kind.POSSESSIVE) or told[start - 3].genitive
    return owned and start + 1 < len(told) and told[start + 1].kind in (Kind.WORD, Kind.EVENT)


def _ends_phrase(told: tuple[Word, ...], start: int) -> bool:
    """Whether a determiner or possessive opens a new phrase here."""
    return told[start].kind in (Kind.DETERMINER, Kind.POSSESSIVE)


def _closed(told: tuple[Word, ...], start: int, last: int) -> bool:
    return any(word.kind is Kind.QUOTE for word in told[start + 1 : last + 1])


def phrase_end(sentence: Sentence, first: int) -> int:
    """Where the noun phrase that starts with the word `first` ends."""
    told, end = sentence.words, first
    while end < len(told) and (told[end].kind in PHRASE or (told[end].kind is Kind.ADVERB and end == first)):
        if end > first and told[end].kind in (Kind.DETERMINER, Kind.POSSESSIVE) and not _opens(told, first, end):
            break
        end += 1
    return end


def _opens(told: tuple[Word, ...], first: int, end: int) -> bool:
    return all(word.kind in (Kind.DETERMINER, Kind.QUOTE) for word in told[first:end])


def heads_phrase(sentence: Sentence, index: int) -> bool:
    """Whether a noun is the head of its phrase, not a word that qualifies the next noun."""
    told = sentence.words
    if told[index].genitive:
        return False
    after = told[index + 1] if index + 1 < len(told) else None
    return after is None or after.kind not in NOUNS
