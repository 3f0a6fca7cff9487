"""The tense of the clause that holds a date. Comes in: text, sentence, the date's span, the language's narration.

The nearest verb group in the date's own segment tells; else the nearest finite one of the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from timeline.extract.day_tense import Place, is_attribute, nearest, of_the_day
from timeline.extract.segment import SentenceFinder
from timeline.extract.segments import segments
from timeline.extract.verbs import Tense, groups
from timeline.extract.word import DATE
from timeline.extract.words import words
from timeline.grammar.narration import Narration
from timeline.grammar.pack import LanguagePack
from timeline.model.text import Document, Mention, Span

__all__ = ["Tense", "TenseFinder", "TenseOf", "tense", "tenses"]

TenseOf = Callable[[Mention], Tense]

REACH = 400
"""Code points before and after a date in which a verb may tell its tense."""
MOST_DATES = 30
"""A sentence far longer than that, with more dates, is a list: no verb tells the tense of the rest."""


class TenseFinder:
    """The tenses of one sentence, for each of its dates that someone asks of.

    `dates` are the spans of the sentence's dates, in order: each is one word of it.
    """

    def __init__(self, text: str, sentence: Span, dates: Sequence[Span], narration: Narration) -> None:
        self._text, self._sentence, self._dates, self._narration = text, sentence, dates, narration
        self._whole: _Clauses | None = None
        self._asked = 0

    def at(self, date: Span) -> Tense:
        """PAST, PRESENT, FUTURE or UNKNOWN of the clause around a date."""
        near = _near(self._text, self._sentence, date)
        if near != self._sentence:
            self._asked += 1
            if self._asked > MOST_DATES:
                return Tense.UNKNOWN
            dates = [other for other in self._dates if near.holds(other)]
            return _Clauses(self._text, near, dates, self._narration).tense(date)
        if self._whole is None:
            self._whole = _Clauses(self._text, near, self._dates, self._narration)
        return self._whole.tense(date)


class _Clauses:
    """The words, verb groups and segments of a stretch of text."""

    __slots__ = ("_groups", "_narration", "_segment", "_telling", "_words")

    def __init__(self, text: str, stretch: Span, dates: Sequence[Span], narration: Narration) -> None:
        self._words = words(text, stretch, tuple(dates), narration)
        self._segment = segments(self._words)
        self._groups = groups(self._words, narration, self._segment)
        self._telling = [
            group for group in self._groups if group.tense is not Tense.UNKNOWN and not is_attribute(self._words, group)
        ]
        self._narration = narration

    def tense(self, date: Span) -> Tense:
        told = self._words
        here = next((i for i, word in enumerate(told) if word.start == date.start and word.kind is DATE), None)
        if here is None or not self._telling:
            return Tense.UNKNOWN
        lead = told[here - 1].lower if here else ""
        place = Place(told, here, lead, self._groups, self._narration, self._segment)
        return of_the_day(place, nearest(place, self._telling))


def tenses(document: Document, mentions: Sequence[Mention], pack: LanguagePack) -> TenseOf:
    """The tense around a mention; sentences are only looked for where someone asks."""
    spans = sorted(mention.span for mention in mentions)
    starts = [span.start for span in spans]
    finder = SentenceFinder(document.text, document.parts, spans)
    finders: dict[Span, TenseFinder] = {}
    known: dict[int, Tense] = {}

    def tense_of(mention: Mention) -> Tense:
        at = mention.span.start
        tense = known.get(at)
        if tense is None:
            tense = known[at] = found(mention.span)
        return tense

    def found(date: Span) -> Tense:
        sentence = finder.holding(date)
        if sentence is None:
            return Tense.UNKNOWN
        tense = finders.get(sentence)
        if tense is None:
            dates = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            tense = finders[sentence] = TenseFinder(document.text, sentence, dates, pack.narration)
        return tense.at(date)

    return tense_of


def tense(text: str, sentence: Span, at: Span, narration: Narration) -> Tense:
    """The tense of the clause around `at`, the one date that is known of in `sentence`."""
    return TenseFinder(text, sentence, (at,), narration).at(at)


def _near(text: str, sentence: Span, at: Span) -> Span:
    """A sentence without what lies too far from a date, cut between words."""
    start, end = at.start - REACH, at.end + REACH
    if start > sentence.start:
        space = text.find(" ", start, at.start)
        start = start if space < 0 else space + 1
    if end < sentence.end:
        space = text.rfind(" ", at.end, end)
        end = end if space < 0 else space
    return Span(max(start, sentence.start), min(end, sentence.end))
