"""What stands on page after page: running heads and feet, page numbers, stamps. In: pages' lines. Out: Furniture.

A row near the top or the bottom edge is furniture where it returns on other pages at the same height, each number in
it either stays or counts up with the pages ("Page 3 of 41"), and a gap or another font parts it from what it stands
beside. So the dates over the days of a diary are none, nor are lines of a form that every page has.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.read import wording
from timeline.read.pdf_lines import Line, level

_ROWS = 3
_EDGE = 0.2
"""The share of a page's height at its top and bottom in which furniture stands."""
_SAME_HEIGHT = 9
_MOST_LETTERS = 180
_SHARE = 0.8
_NUMBERS = re.compile(r"\d+")
_BARE_NUMBER = re.compile(r"(?:page|p\.|pg\.?|seite|-|–|—|\[|\()?\s*(\d{1,4}|[ivxl]{1,6})\s*(?:-|–|—|\]|\))?", re.I)
_OF_PAGES = re.compile(r"\bpage:? (\d{1,4}) of \d{1,4}\b", re.I)
FILED = re.compile(
    r"\b(?:e-?)?(?:filed|received|entered|lodged|docketed|stamped|recorded)\b(?: on| in court)?:? ?"
    rf"(?P<date>{wording.DATE})",
    re.I,
)
"""A stamp that says when a paper was filed."""
COURT_STAMP = re.compile(
    r"\bcase\b.{0,60}\bdocument\b|\bdoc(?:ument|\.)? ?#?:? ?\d+|\bpage ?(?:id)? ?#?:? ?\d+|\becf\b", re.I
)
"""Words that only the electronic stamps of American courts have: they write the month first."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines that are furniture, by the page's index, and the numbers that are printed on the pages."""

    lines: tuple[frozenset[Line], ...]
    labels: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row near an edge; `parted`: a gap or another font stands between it and the next one inwards."""

    page: int
    lines: tuple[Line, ...]
    text: str
    at: float
    top: bool
    parted: bool
    numbers: tuple[int, ...]


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> Furniture:
    """What is furniture on each page."""
    rows = [row for index, lines in enumerate(pages) for row in _edges(index, lines, heights[index])]
    returning: set[_Row] = {row for row in rows if _is_stamp(row.text)}
    labels: dict[int, str] = {}
    groups: dict[tuple[bool, str], list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row.top, _NUMBERS.sub("#", row.text.lower())].append(row)
    for group in groups.values():
        for level_rows in _same_height(group):
            if _returns(level_rows, len(pages)):
                returning.update(level_rows)
                labels.update(_printed(level_rows) if not labels or _is_bare_number(level_rows[0].text) else {})
    returning.update(_chapter_heads(rows, returning, labels))
    edges: dict[tuple[int, bool], list[_Row]] = defaultdict(list)
    for row in rows:
        edges[row.page, row.top].append(row)
    found: list[set[Line]] = [set() for _ in pages]
    for (index, top), edge in edges.items():
        for row in _parted(edge if top else edge[::-1], returning):
            found[index].update(row.lines)
    return Furniture(tuple(map(frozenset, found)), tuple(labels.get(index) for index in range(len(pages))))


def _chapter_heads(rows: Sequence[_Row], returning: set[_Row], labels: dict[int, str]) -> Iterator[_Row]:
    """Heads of short chapters: at the height of what returns elsewhere, with the page's number at one end."""
    heights = {(row.top, round(row.at)) for row in returning}
    offsets = Counter(int(label) - index for index, label in labels.items() if label.isdecimal()).most_common(1)
    for row in rows:
        near = any((row.top, round(row.at) + step) in heights for step in (-1, 0, 1))
        ends = {row.text.split(" ", 1)[0], row.text.rsplit(" ", 1)[-1]}
        if near and row not in returning and offsets and str(row.page + offsets[0][0]) in ends:
            yield row


def _parted(edge: Sequence[_Row], returning: set[_Row]) -> Sequence[_Row]:
    """The rows from a page's edge inwards that return, up to the last that is parted from what follows."""
    parted = 0
    for place, row in enumerate(edge, 1):
        if row not in returning:
            break
        parted = place if row.parted else parted
    return edge[:parted]


def _edges(index: int, lines: Sequence[Line], height: float) -> Iterator[_Row]:
    """The rows at a page's top and bottom."""
    groups = level(lines)
    pitches = sorted(above[0].bottom - below[0].bottom for above, below in pairwise(groups))
    usual = pitches[len(pitches) // 2] if pitches else 0.0
    for place, group in enumerate(groups):
        top = place < _ROWS and group[0].bottom > (1 - _EDGE) * height
        bottom = place >= len(groups) - _ROWS and group[0].top < _EDGE * height
        text = " ".join(line.text for line in group)
        if (top or bottom) and len(text) <= _MOST_LETTERS:
            inwards = groups[place + 1 : place + 2] if top else groups[max(0, place - 1) : place]
            # Why: a row that only furniture stands above is the page's text, however often it returns.
            alone = len(groups) == 1 or _is_bare_number(text) or _is_stamp(text)
            parted = _are_parted(group[0], inwards[0][0], usual) if inwards else alone
            numbers = tuple(int(number) for number in _NUMBERS.findall(text)[:12])
            yield _Row(index, tuple(group), text, group[0].bottom, top, parted, numbers)


def _are_parted(one: Line, other: Line, usual: float) -> bool:
    height = max(one.height, other.height)
    pitch = abs(one.bottom - other.bottom)
    return pitch > max(1.25 * usual, 1.4 * height) or min(one.height, other.height) < 0.9 * height


def _same_height(group: Sequence[_Row]) -> Iterator[list[_Row]]:
    rows = sorted(group, key=lambda row: row.at)
    start = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i].at - rows[i - 1].at > _SAME_HEIGHT:
            yield sorted(rows[start:i], key=lambda row: row.page)
            start = i


def _returns(rows: Sequence[_Row], pages: int) -> bool:
    """Whether a row stands on several pages, its numbers the same or counting with them."""
    count = len({row.page for row in rows})
    if count < 2 or (count < 3 and count < pages and not _is_bare_number(rows[0].text)):
        return False
    for numbers in zip(*(row.numbers for row in rows), strict=True):
        _, same = Counter(numbers).most_common(1)[0]
        _, counting = Counter(number - row.page for number, row in zip(numbers, rows, strict=True)).most_common(1)[0]
        if max(same, counting) < _SHARE * len(rows):
            return False
    return True


def _is_bare_number(text: str) -> bool:
    """Whether a row is a page number and nothing else."""
    return _BARE_NUMBER.fullmatch(text) is not None


def _is_stamp(text: str) -> bool:
    """A stamp or page number that is plain on a single page, too."""
    return bool(_OF_PAGES.search(text)) and (bool(FILED.search(text)) or len(text) < 40)


def _printed(rows: Sequence[_Row]) -> dict[int, str]:
    """The number printed on each page of a row that counts with the pages."""
    for numbers in zip(*(row.numbers for row in rows), strict=True):
        offset, count = Counter(number - row.page for number, row in zip(numbers, rows, strict=True)).most_common(1)[0]
        if count >= _SHARE * len(rows) and count > 1:
            return {
                row.page: str(number) for number, row in zip(numbers, rows, strict=True) if number - row.page == offset
            }
    return {}
