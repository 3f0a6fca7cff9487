"""Lines of pages become paragraphs. In: each page's lines in reading order, its furniture. Out: Paragraphs.

A paragraph goes on over the end of a column or a page where its sentence does; what the page's border puts between
(footnotes, feet, the next page's head) follows it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.model.locator import Locator
from timeline.model.text import PartKind
from timeline.read.hyphen import Hyphens
from timeline.read.paragraphs import Paragraph
from timeline.read.pdf_lines import Line

_MARKER = re.compile(
    r"(?:[-*•‣◦▪●·–—]\s|\(?\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,2})+\.?\s|\(?[a-z][.)]\s|[IVX]{1,5}\.\s|§)", re.I
)
_LEADER = re.compile(r"(?:\. ?){4,}\s*\w{0,5}$")
"""How a line of a table of contents ends."""
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§]|\[\d{1,3}\])[.)]?\s?\S")
_ENDED = re.compile(r"""[.!?:;…]["'”’»)\]]*\d{0,3}$""")
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]{0,4}\.$")
_HANGING = re.compile(r"(?:\b[a-z]{1,3}|\b\d{1,2}|[,(])$")
"""What a sentence does not end with: a small word, a day's number."""
_PITCH = 1.35
"""Leadings between two lines above which a new paragraph starts."""
_MIXED = 0.25
"""Share by which lines of one sentence may differ, where a part of it is set in another font."""
_SAME, _SMALL, _LARGE, _TITLE = 0.08, 0.92, 1.12, 1.25
"""Shares of the body's height of font: taken for the same, of a footnote, of a heading, of a title."""
_SHORT, _VERY_SHORT = 0.12, 0.35
"""Shares of the column that a line leaves blank."""
_HEADING_LETTERS, _TITLE_LETTERS = 160, 300

Edges = dict[tuple[int, int], tuple[float, float]]


def paragraphs_of(
    pages: Sequence[Sequence[Line]], aside: Sequence[frozenset[Line]], labels: Sequence[str | None]
) -> list[Paragraph]:
    """The paragraphs of a document, its furniture among them; `labels` are what is printed on the pages."""
    flow = _Flow(pages, labels)
    for lines, furnished in zip(pages, aside, strict=True):
        prose, notes = _footnotes(lines, flow.body)
        middle = max((line.top for line in lines), default=0.0)
        rows = [[line] for line in sorted(furnished, key=lambda line: (-line.top, line.left))]
        for line in rows:
            if not lines or line[0].bottom >= middle:
                flow.wait(PartKind.BOILERPLATE, line)
        for prose_line in prose:
            flow.take(prose_line)
        for note in notes:
            flow.wait(PartKind.FOOTNOTE, note)
        for line in rows:
            if lines and line[0].bottom < middle:
                flow.wait(PartKind.BOILERPLATE, line)
    flow.close()
    return [_in_table(flow.done, i) for i in range(len(flow.done))]


def _in_table(paragraphs: Sequence[Paragraph], i: int) -> Paragraph:
    """A row of cells is a table's only where another stands beside it."""
    if paragraphs[i].hint is not PartKind.TABLE:
        return paragraphs[i]
    beside = [paragraphs[j].hint for j in (i - 1, i + 1) if 0 <= j < len(paragraphs)]
    table = PartKind.TABLE in beside
    return replace(paragraphs[i], hint=PartKind.TABLE if table else None, final=table)


class _Flow:
    """The paragraph that is open, what waits until it is closed, and what is done."""

    def __init__(self, pages: Sequence[Sequence[Line]], labels: Sequence[str | None]) -> None:
        every = [line for lines in pages for line in lines]
        self.body = _body_height(every)
        self.done: list[Paragraph] = []
        self._leading = _leading(every, self.body)
        self._largest = _title_height(pages, self.body)
        self._edges = _edges(every)
        self._labels = labels
        self._hyphens = Hyphens(line.text for line in every)
        self._open: list[Line] = []
        self._waiting: list[tuple[PartKind, list[Line]]] = []
        self._titled = False
        self._near = False

    def take(self, line: Line) -> None:
        """The next line of the body."""
        if not self._open:
            self.close()
        elif not self._goes_on(self._open[-1], line):
            before = self._open[-1]
            self.close()
            beside = (before.page, before.column) == (line.page, line.column)
            even = beside and _alike(before.height, line.height)
            self._near = even and before.bottom - line.bottom <= _PITCH * self._leading * before.height
        self._open.append(line)

    def wait(self, kind: PartKind, lines: list[Line]) -> None:
        """What follows the open paragraph, or stands on its own."""
        self._waiting.append((kind, lines))

    def close(self) -> None:
        """Ends the paragraph, and lets follow it what waited."""
        if self._open:
            self._add(self._open, self._hint(), close=self._near)
        for kind, lines in self._waiting:
            self._add(lines, kind, final=kind is PartKind.BOILERPLATE)
        self._open, self._waiting, self._near = [], [], False

    def _add(self, lines: Sequence[Line], hint: PartKind | None, *, final: bool = False, close: bool = False) -> None:
        pieces: list[str] = []
        places: list[tuple[int, Locator]] = []
        at = 0
        for i, line in enumerate(lines):
            text, glue = line.text, "-" if line.cut else ""
            if i + 1 < len(lines):
                text, glue = self._hyphens.join(line.text, lines[i + 1].text, cut=line.cut)
            places.append((at, self._locator(line)))
            pieces += (text, glue)
            at += len(text) + len(glue)
        text = "".join(pieces)
        self.done.append(Paragraph(text, hint, final, tuple(places), close=close))

    def _locator(self, line: Line) -> Locator:
        label = self._labels[line.page - 1] if line.page <= len(self._labels) else None
        box = (round(line.left, 1), round(line.bottom, 1), round(line.right, 1), round(line.top, 1))
        return Locator(page=line.page, page_label=label, line=line.number, box=box)

    def _hint(self) -> PartKind | None:
        letters = sum(len(line.text) for line in self._open)
        height = self._open[0].height
        if self._open[0].cells:
            return PartKind.TABLE
        if not self._titled and self._largest and _alike(height, self._largest) and letters <= _TITLE_LETTERS:
            self._titled = True
            return PartKind.TITLE
        return PartKind.HEADING if height >= _LARGE * self.body and letters <= _HEADING_LETTERS else None

    def _goes_on(self, before: Line, line: Line) -> bool:
        if before.cells or line.cells or _LEADER.search(before.text):
            return False
        even = abs(before.height - line.height) <= _MIXED * max(before.height, line.height)
        if not _alike(before.height, line.height) and not (even and line.text[:1].islower()):
            return False
        beside = (before.page, before.column) == (line.page, line.column)
        if beside and before.bottom - line.bottom > _PITCH * self._leading * before.height:
            return False
        if before.cut or before.text.endswith("-"):
            return True
        if _MARKER.match(line.text) and (_ENDED.search(before.text) or _is_bullet(line.text)):
            return False
        left, right = self._edges[before.page, before.column]
        blank = (right - before.right) / max(1.0, right - left)
        # Why: "on 12 Dec." with "2019" behind the border has not ended.
        cut_short = line.text[:1].isdigit() and _ABBREVIATED.search(before.text)
        ended = bool(_ENDED.search(before.text)) and not cut_short
        plainly_new = line.text[:1].isupper() or not line.text[:1].isalnum()
        if not beside:
            return not ended and not (plainly_new and blank > _VERY_SHORT and not _HANGING.search(before.text))
        if blank > _VERY_SHORT and (ended or plainly_new):
            return False
        indent = line.left - self._edges[line.page, line.column][0]
        stepped = line.left - before.left > 0.8 * line.height and indent > 0.8 * line.height
        return not ((ended or blank > _SHORT) and stepped) and not (ended and blank > 2 * _SHORT)


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME * max(one, other)


def _is_bullet(text: str) -> bool:
    return not text[:1].isalnum()


def _footnotes(lines: Sequence[Line], body: float) -> tuple[list[Line], list[list[Line]]]:
    """A page's prose, and the notes in small letters that end its columns."""
    at = len(lines)
    while at and lines[at - 1].height < _SMALL * body:
        at -= 1
    tail = lines[at:]
    start = next((i for i, line in enumerate(tail) if _NOTE.match(line.text)), len(tail))
    notes: list[list[Line]] = []
    for line in tail[start:]:
        if not notes or _NOTE.match(line.text):
            notes.append([line])
        else:
            notes[-1].append(line)
    return [*lines[:at], *tail[:start]], notes


def _body_height(lines: Iterable[Line]) -> float:
    """The height of font of most letters."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.height, 1)] += len(line.text)
    return max(letters, key=lambda height: (letters[height], height), default=1.0)


def _leading(lines: Sequence[Line], body: float) -> float:
    """The usual distance of two lines of a paragraph, in heights of their font."""
    pitches = sorted(
        (before.bottom - line.bottom) / before.height
        for before, line in pairwise(lines)
        if (before.page, before.column) == (line.page, line.column)
        and _alike(before.height, body)
        and 0.5 * before.height < before.bottom - line.bottom < 4 * before.height
    )
    return pitches[len(pitches) * 3 // 10] if pitches else 1.2


def _title_height(pages: Sequence[Sequence[Line]], body: float) -> float | None:
    first = next((lines for lines in pages if lines), ())
    largest = max((line.height for line in first if sum(c.isalpha() for c in line.text) > 3), default=0.0)
    return largest if largest >= _TITLE * body else None


def _edges(lines: Iterable[Line]) -> Edges:
    """The left and right edge of each column."""
    found: Edges = {}
    for line in lines:
        left, right = found.get((line.page, line.column), (line.left, line.right))
        found[line.page, line.column] = min(left, line.left), max(right, line.right)
    return found
