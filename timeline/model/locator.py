"""Where something stands in the original, for a person. In: nothing. Out: Locator, its words, and Places of a text.

A reader knows pages, rows and time codes; a text has only code points. Its `Places` lead from the one to the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.model.quick import quickly_made

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, from the lower left corner of a PDF page."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Locator:
    """Where a quote stands in the original, each part or None.

    `page` counts from 1, `page_label` is what is printed on it, `last_page` where the quote ends on a later one;
    `line` is the line of the page (else of the text), `time` a time code, `selector` a CSS path, `header` a mail's
    field, `row` a table's or file's row, `box` the rectangle of the quote on its page.
    """

    page: int | None = None
    page_label: str | None = None
    last_page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    row: int | None = None
    time: str | None = None
    header: str | None = None
    selector: str | None = None
    box: Box | None = None

    @property
    def words(self) -> str:
        """For a reader: "p. 12 (printed 7), line 3"; the paragraph only where nothing nearer is known."""
        found: list[str] = []
        if self.page is not None:
            more = self.last_page is not None and self.last_page > self.page
            found.append(f"pp. {self.page}–{self.last_page}" if more else f"p. {self.page}")
            if self.page_label and self.page_label != str(self.page):
                found[0] += f" (printed {self.page_label})"
        elif self.page_label:
            found.append(f"p. {self.page_label}")
        for word, value in (("row", self.row), ("line", self.line)):
            if value is not None:
                found.append(f"{word} {value}")
        if self.header:
            found.append(f"in the header “{self.header}”")
        if self.time:
            found.append(f"at {self.time}")
        if self.paragraph is not None and not found:
            found.append(f"paragraph {self.paragraph}")
        return ", ".join(found)

    @property
    def short(self) -> str:
        """For a citation, behind "at": the page as printed, else its number, a time code, a row or a line."""
        if self.page_label or self.page is not None:
            more = self.last_page is not None and self.page is not None and self.last_page > self.page
            label = self.page_label or str(self.page)
            return f"{label}–{self.last_page}" if more and label == str(self.page) else label
        if self.time:
            return self.time
        told = (("row", self.row), ("line", self.line), ("para.", self.paragraph))
        return next((f"{word} {value}" for word, value in told if value is not None), "")


NOWHERE = Locator()
BY_PARAGRAPH = Locator(paragraph=1)
"""A place of which only the paragraph can be told: the format has no lines or pages that a person could count."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a text from `start` on, up to the next place, is in the original."""

    start: int
    locator: Locator


def locate(places: Sequence[Place], start: int, end: int) -> Locator:
    """Where a stretch of text stands: the place of its start, with the box of all its lines on that page."""
    first = bisect_right(places, start, key=_start) - 1
    if first < 0:
        return NOWHERE
    here = places[first].locator
    last, box = here.page, here.box
    for at in range(first + 1, len(places)):
        if places[at].start >= end:
            break
        there = places[at].locator
        if there.page is not None and last is not None and there.page > last:
            last = there.page
        elif there.page == here.page and there.box is not None and box is not None:
            box = _around(box, there.box)
    return replace(here, last_page=last if last != here.page else None, box=box)


def _start(place: Place) -> int:
    return place.start


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
