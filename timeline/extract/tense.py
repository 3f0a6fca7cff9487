"""The tense of the clause that holds a date. Comes in: text, sentence, the date's span, the language's narration.

The nearest verb group in the date's own segment tells; else the nearest finite one of the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from timeline.extract.day_tense import Place, is_attribute, nearest, of_the_day, plainly
from timeline.extract.group import Tense
from timeline.extract.segment import SentenceFinder
from timeline.extract.segments import segments
from timeline.extract.verbs import groups
from timeline.extract.word import DATE
from timeline.extract.words import words
from timeline.grammar.narration import Narration
from timeline.grammar.pack import LanguagePack
from timeline.model.text import Document, Mention, Span

__all__ = ["Tense", "TenseFinder", "TenseOf", "Tenses", "tense"]

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
        clauses = self._around(date)
        return Tense.UNKNOWN if clauses is None else clauses.tense(date)

    def plainly(self, date: Span) -> Tense:
        """PAST or FUTURE where a verb plainly tells by a date when it came about or will; else UNKNOWN."""
        clauses = self._around(date)
        return Tense.UNKNOWN if clauses is None else clauses.plainly(date)

    def _around(self, date: Span) -> _Clauses | None:
        """What stands around a date; None where too many were asked of."""
        near = _near(self._text, self._sentence, date)
        if near != self._sentence:
            self._asked += 1
            if self._asked > MOST_DATES:
                return None
            dates = [other for other in self._dates if near.holds(other)]
            return _Clauses(self._text, near, dates, self._narration)
        if self._whole is None:
            self._whole = _Clauses(self._text, near, self._dates, self._narration)
        return self._whole


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
        place = self._place(date)
        return Tense.UNKNOWN if place is None else of_the_day(place, nearest(place, self._telling))

    def plainly(self, date: Span) -> Tense:
        place = self._place(date)
        return Tense.UNKNOWN if place is None else plainly(place, nearest(place, self._telling))

    def _place(self, date: Span) -> Place | None:
        """A date among the words; None where it is no word or no verb tells."""
        told = self._words
        here = next((i for i, word in enumerate(told) if word.start == date.start and word.kind is DATE), None)
        if here is None or not self._telling:
            return None
        lead = told[here - 1].lower if here else ""
        return Place(told, here, lead, self._groups, self._narration, self._segment)


class Tenses:
    """The tense around each mention of a document; sentences are only looked for where someone asks."""

    def __init__(self, document: Document, mentions: Sequence[Mention], pack: LanguagePack) -> None:
        self._document, self._narration = document, pack.narration
        self._spans = sorted(mention.span for mention in mentions)
        self._starts = [span.start for span in self._spans]
        self._sentences = SentenceFinder(document.text, document.parts, self._spans)
        self._finders: dict[Span, TenseFinder] = {}
        self._known: dict[int, Tense] = {}

    def __call__(self, mention: Mention) -> Tense:
        """PAST, PRESENT, FUTURE or UNKNOWN of the clause around a mention."""
        at = mention.span.start
        tense = self._known.get(at)
        if tense is None:
            finder = self._finder(mention.span)
            tense = self._known[at] = Tense.UNKNOWN if finder is None else finder.at(mention.span)
        return tense

    def plainly(self, mention: Mention) -> Tense:
        """PAST or FUTURE where a verb plainly tells by a mention when it came about or will ("left in October")."""
        finder = self._finder(mention.span)
        return Tense.UNKNOWN if finder is None else finder.plainly(mention.span)

    def _finder(self, date: Span) -> TenseFinder | None:
        sentence = self._sentences.holding(date)
        if sentence is None:
            return None
        finder = self._finders.get(sentence)
        if finder is None:
            spans = self._spans[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
            finder = self._finders[sentence] = TenseFinder(self._document.text, sentence, spans, self._narration)
        return finder


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
