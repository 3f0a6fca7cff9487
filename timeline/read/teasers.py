"""Other stories on an article's page. In: units with their shapes. Out: the indices that belong to other stories.

Nothing here is cut on one sign alone: taking an article's own words for a teaser loses events. Four signs
start a region, each with its own evidence: a link to read on under a story's first lines, a heading over
other stories, cards (a headline with a byline, a stamp or a picture credit), a closing run of headlines.
A region goes to the end of the text unless the article is seen to go on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.read import wording
from timeline.read.kinship import kinship, vocabulary
from timeline.read.layout import Unit
from timeline.read.shape import SHORT, Shape, is_story_stamp, words

_STRANGER, _KIN, _CLOSE_KIN = 0.12, 0.2, 0.4
_CARD_PROSE, _BLURB = 3, 45
_BODY_WORDS, _KNOWN, _TOP, _FAR = 60, 60, 14, 40
_CHRONOLOGY = re.compile(r"\b(?:timeline|chronology|history|key (?:dates|events)|milestones|dates)\b", re.I)
_STORY = SHORT | {Shape.OTHERS, Shape.RULE, Shape.FURNITURE, Shape.READ_ON}


@dataclass(frozen=True)
class Page:
    """Units with their shapes; `start` is the index of the article's first paragraph."""

    units: Sequence[Unit]
    shapes: Sequence[Shape]
    start: int

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """Where links to read on stand, after the article's first paragraph."""
        return tuple(i for i in range(self.start + 1, len(self.units)) if self.shapes[i] is Shape.READ_ON)

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The indices of all paragraphs."""
        return tuple(i for i, seen in enumerate(self.shapes) if seen is Shape.PROSE)

    def prose(self, start: int, end: int | None = None, most: int | None = None) -> tuple[int, ...]:
        """The indices of paragraphs in a range, at most so many."""
        first = bisect_left(self.paragraphs, start)
        last = bisect_left(self.paragraphs, len(self.units) if end is None else end)
        return self.paragraphs[first : last if most is None else min(last, first + most)]

    def stops_after(self, at: int) -> bool:
        """Whether a link to read on comes after a place."""
        return bool(self.stops) and self.stops[-1] > at

    def text(self, indices: Sequence[int]) -> str:
        """The words of some units."""
        return " ".join(self.units[i].text for i in indices)

    @cached_property
    def _body_from(self) -> int:
        counted = 0
        for number, i in enumerate(self.prose(self.start), 1):
            counted += words(self.units[i].text)
            if number >= 2 or counted >= _BODY_WORDS:
                return i + 1
        return len(self.units) + 1

    def has_body(self, end: int) -> bool:
        """Whether enough of an article stands before a place for another story to follow."""
        return end >= self._body_from

    @cached_property
    def _vocabularies(self) -> list[frozenset[str]]:
        found = [vocabulary(self.units[i].text for i in range(min(self.start, _TOP)))]
        for i in self.prose(self.start, most=_KNOWN):
            found.append(found[-1] | vocabulary((self.units[i].text,)))
        return found

    def kinship(self, indices: Sequence[int], before: int) -> float:
        """How much some units speak of what the article spoke of before a place."""
        return kinship(self.text(indices), self._known(before))

    def is_strange(self, indices: Sequence[int], before: int) -> bool:
        """Whether some units speak of other things; two short texts may well share a word or two."""
        own = vocabulary(self.units[i].text for i in indices)
        shared = len(own & self._known(before))
        return shared <= min(2, len(own) // 5) or shared < _STRANGER * len(own)

    def _known(self, before: int) -> frozenset[str]:
        return self._vocabularies[len(self.prose(self.start, before, _KNOWN))]


def teasers(units: Sequence[Unit], shapes: Sequence[Shape], start: int) -> frozenset[int]:
    """The indices of units that belong to other stories."""
    page = Page(units, shapes, start)
    found = {i for i, seen in enumerate(shapes) if seen is Shape.POINTER and i > 0}
    starts = sorted(
        {
            *_read_on_starts(page),
            *_heading_starts(page),
            *_card_starts(page),
            *_credit_starts(page),
            *_closing_headlines(page),
        }
    )
    end = 0
    for first in starts:
        if first >= end:
            end = _resumes(page, first)
            found.update(range(first, end))
    return frozenset(found)


def _read_on_starts(page: Page) -> list[int]:
    """Where stories start that end in a link to read on."""
    starts: list[int] = []
    chained = -1
    for stop in page.stops:
        if stop <= chained:
            continue
        first, evidence = _story_above(page, stop)
        if first is not None and (evidence >= 4 or first == chained + 1):
            starts.append(first)
            chained = stop
        elif _lists_headlines(page, stop):
            starts.append(stop)
            chained = stop
    return starts


def _story_above(page: Page, stop: int) -> tuple[int | None, int]:
    """The first unit of the story that ends at a link to read on, and the weight of evidence that it is one."""
    shapes, i = page.shapes, stop - 1
    while i > max(page.start, stop - _FAR) and (
        shapes[i] is Shape.PROSE or (shapes[i] is Shape.CAPTION and stop - i < 3)
    ):
        i -= 1
    prose = page.prose(i + 1, stop)
    headline, marks = None, 0
    while i > max(page.start, stop - _FAR) and (
        shapes[i] in _STORY - {Shape.READ_ON} or (shapes[i] is Shape.CAPTION and not headline)
    ):
        if shapes[i] is Shape.BULLET and headline:
            break
        if shapes[i] is Shape.HEADLINE:
            headline = i
        marks += shapes[i] in (Shape.CREDIT, Shape.STAMP, Shape.BYLINE, Shape.KICKER, Shape.OTHERS, Shape.CAPTION)
        i -= 1
        if shapes[i + 1] is Shape.OTHERS:
            break
    first = i + 1
    if first <= page.start or first == stop or not page.has_body(first):
        return None, 0
    if headline is None and not marks:
        return (first, 0) if shapes[i] is Shape.READ_ON else (None, 0)
    kin = page.kinship(prose, first) if prose else 0.5
    evidence = 1 + (headline is not None) + bool(marks) + (len(page.stops) > 1)
    evidence += 1 if len(prose) <= 3 else -2 if len(prose) > 5 else 0
    evidence += 1 if kin < _STRANGER else -1 if kin > _CLOSE_KIN else 0
    evidence += not page.prose(page.stops[-1] + 1, most=1)
    evidence += any(page.units[j].text.endswith(("…", "...", "[…]", "[...]")) for j in prose[-1:])
    return first, evidence


def _lists_headlines(page: Page, at: int) -> bool:
    """Whether a "Read more" stands over a list instead of under a story: two headlines follow."""
    following = [i for i in range(at + 1, min(at + 7, len(page.units))) if page.shapes[i] is not Shape.FURNITURE][:2]
    return (
        page.has_body(at)
        and len(following) == 2
        and all(page.shapes[i] in (Shape.HEADLINE, Shape.BULLET) for i in following)
        and words(page.units[following[0]].text) >= 4
    )


def _heading_starts(page: Page) -> list[int]:
    """Headings over other stories, where what follows bears them out."""
    return [
        i
        for i in range(page.start + 1, len(page.units))
        if page.shapes[i] is Shape.OTHERS and page.has_body(i) and _heads_stories(page, i)
    ]


def _heads_stories(page: Page, at: int) -> bool:
    shapes, count = page.shapes, len(page.units)
    i = at + 1
    heads = 0
    while i < min(count, at + _FAR) and (shapes[i] in _STORY or _is_short_headline(page, i)):
        heads += shapes[i] is not Shape.FURNITURE and shapes[i] is not Shape.RULE
        i += 1
    rest = page.prose(i, most=3)
    stops = page.stops_after(at)
    label = page.units[at].text.rstrip(": ").strip("#*_ ")
    if not wording.WEAK_OTHERS.fullmatch(label):
        kin = page.kinship(rest[:2], at) if rest else 0.0
        return heads > 0 or not rest or stops or kin < _STRANGER
    if not rest or stops:
        return heads != 1 or i >= count or stops
    listed = [j for j in range(at + 1, i) if shapes[j] in (Shape.HEADLINE, Shape.BULLET)]
    named = [j for j in listed if words(page.units[j].text) >= 5 and not page.units[j].text.endswith((".", ";", ","))]
    return len(named) >= 2 and page.kinship(rest[:3], at) < _STRANGER


def _is_short_headline(page: Page, i: int) -> bool:
    """A headline that ends in a full stop."""
    return page.shapes[i] is Shape.PROSE and words(page.units[i].text) <= 14


def _card_starts(page: Page) -> list[int]:
    """The first of several cards: a headline with a byline or a stamp under it, and few words of its story."""
    cards = [
        i
        for i in range(page.start + 1, len(page.units) - 1)
        if page.shapes[i] is Shape.HEADLINE
        and words(page.units[i].text) >= 4
        and page.shapes[i + 1] in (Shape.STAMP, Shape.BYLINE)
        and page.has_body(i)
        and not _dates_what_follows(page, i + 1)
    ]
    if not cards or len(page.prose(cards[0])) > _CARD_PROSE * len(cards):
        return []
    first = cards[0]
    sure = [
        i for i in cards
        if page.shapes[i + 1] is Shape.BYLINE or is_story_stamp(page.units[i + 1].text)
    ]  # fmt: skip
    rest = page.prose(first)
    strange = not rest or page.is_strange(rest[:9], first)
    if len(sure) >= 2 or (sure and strange):
        return [first]
    above = page.units[first - 1].text
    chronology = _CHRONOLOGY.search(page.text([first - 1, first])) or above.endswith(":")
    return [first] if len(cards) >= 2 and strange and not chronology else []


def _credit_starts(page: Page) -> list[int]:
    """The first of several stories that each open with a picture credit and a headline, of other things."""
    opened = [
        i
        for i in range(page.start + 1, len(page.units) - 2)
        if page.shapes[i] is Shape.CREDIT
        and page.has_body(i)
        and any(page.shapes[j] in (Shape.HEADLINE, Shape.KICKER) for j in (i + 1, i + 2))
    ]
    if len(opened) < 2:
        return []
    first = opened[0]
    while first - 1 > page.start and page.shapes[first - 1] in (Shape.KICKER, Shape.HEADLINE):
        first -= 1
    rest = page.prose(first)
    few = 0 < len(rest) <= _CARD_PROSE * len(opened)
    return [first] if few and page.is_strange(rest[:9], first) else []


def _dates_what_follows(page: Page, stamp: int) -> bool:
    """Whether a stamp stands over the line below it, as in a chronology, and not under the headline above."""
    if stamp + 1 >= len(page.units) or page.shapes[stamp] is not Shape.STAMP:
        return False
    here = page.units[stamp].block
    return page.units[stamp - 1].block != here and page.units[stamp + 1].block == here


def _closing_headlines(page: Page) -> list[int]:
    """The first of three or more headlines that end a text of paragraphs, with nothing that introduces them."""
    i = len(page.units) - 1
    headlines: list[int] = []
    while i > page.start and page.shapes[i] in _STORY:
        if page.shapes[i] is Shape.HEADLINE and words(page.units[i].text) >= 4:
            headlines.append(i)
        i -= 1
    if len(headlines) < 3 or page.units[i].text.endswith(":"):
        return []
    first = headlines[-1]
    body = page.prose(page.start, first)
    average = sum(words(page.units[j].text) for j in headlines) / len(headlines)
    dated = sum(page.shapes[j - 1] is Shape.STAMP and page.units[j - 1].block == page.units[j].block for j in headlines)
    if len(body) < 3 or average < 5 or dated > 1 or _CHRONOLOGY.search(page.text([first - 1, first])):
        return []
    others = [j for j in range(page.start, first) if page.shapes[j] is Shape.HEADLINE]
    return [first] if len(others) * 2 <= len(body) else []


def _resumes(page: Page, first: int) -> int:
    """Where the article goes on after other stories that start at `first`; the end of the text if nowhere."""
    count, i = len(page.units), first + 1
    while i < count:
        if page.shapes[i] is not Shape.PROSE or _is_short_headline(page, i):
            i += 1
            continue
        end = i
        while end < count and page.shapes[end] in (Shape.PROSE, Shape.CAPTION, Shape.POINTER):
            end += 1
        run = page.prose(i, end)
        if not (end < count and page.shapes[end] is Shape.READ_ON) and _goes_on(page, first, run):
            return _own_heading(page, first, i)
        i = end
    return count


def _goes_on(page: Page, first: int, run: Sequence[int]) -> bool:
    """Whether paragraphs after other stories are the article's own."""
    heads = 0
    at = run[0] - 1
    while at > first and page.shapes[at] in (Shape.HEADLINE, Shape.BULLET, Shape.POINTER):
        heads += 1
        at -= 1
    kin = page.kinship(run[:3], first)
    if heads == 1 and len(run) < 3:
        long = len(run) > 1 and words(page.text(run)) > _BLURB
        return kin >= (_KIN if long else _CLOSE_KIN)
    if len(run) >= 4 and heads != 1:
        return kin >= _STRANGER / 2
    return kin >= (_STRANGER if len(run) >= 3 else _KIN)


def _own_heading(page: Page, first: int, resumed: int) -> int:
    """The article's own section heading right above the paragraph it goes on with, told by the blank lines."""
    above = resumed - 1
    if above <= first + 1 or page.shapes[above] not in (Shape.HEADLINE, Shape.KICKER):
        return resumed
    if page.units[above].block == page.units[above - 1].block:
        return resumed
    listed = page.shapes[above - 1] in (Shape.BULLET, Shape.READ_ON)
    together = above - 2 > first and page.units[above - 1].block == page.units[above - 2].block
    return above if listed or together else resumed
