"""The tense of the clause that holds a date. Comes in: text, sentence, the date's span, the language's narration.

The nearest verb group in the date's own segment tells; else the nearest finite one of the sentence.
"""

from __future__ import annotations

from timeline.extract.verbs import Group, Tense, groups, segments
from timeline.extract.word import DATE, PREPOSITION
from timeline.extract.words import words
from timeline.grammar.narration import Narration
from timeline.model.text import Span

__all__ = ["Tense", "tense"]


REACH = 400
"""Code points before and after a date in which a verb may tell its tense."""


def tense(text: str, sentence: Span, at: Span, narration: Narration) -> Tense:
    """PAST, PRESENT, FUTURE or UNKNOWN of the clause around `at`, which lies in `sentence`."""
    unknown = Tense.UNKNOWN
    sentence = _near(text, sentence, at)
    told = words(text, sentence, (at,), narration)
    here = next((i for i, word in enumerate(told) if word.kind is DATE), None)
    found = groups(told, narration)
    if here is None or not found:
        return unknown
    segment = segments(told)

    def distance(group: Group) -> tuple[int, int]:
        # Why: what stands before a date is nearer to it than what follows, but for a date that opens its clause.
        gap = here - group.head if group.head < here else (group.first - here) * (1 if opens else 2)
        return abs(segment[group.head] - segment[here]), gap

    opens = all(segment[i] < segment[here] or told[i].kind is PREPOSITION for i in range(here))
    known = [group for group in found if group.tense is not unknown]
    return min(known, key=distance).tense if known else unknown


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
