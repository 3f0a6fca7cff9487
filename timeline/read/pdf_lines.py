"""The lines of a page in reading order. In: a Sheet's words. Out: Lines, columns one after the other.

A stretch is words that follow each other closely on one line. Stretches side by side are columns where both sides
are prose that goes on below; else they are one row, as of a table. Numbers counted down a margin are taken out
(depositions and pleadings have them) and number the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from timeline.read.pdf_pages import Sheet, Word

_GAP = 1.3
"""Heights of its font between two words that do not follow each other."""
_CELL = 2.5
"""Heights between two stretches of a row that are cells of a table."""
_FEWEST_LINES, _PROSE_LETTERS = 3, 14
"""A column has so many lines, of so many letters on average."""
_FEWEST_NUMBERED = 6
_NUMBER = re.compile(r"\d{1,3}")
_SPANNING = 0.55


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column: words joined, its box; `number` is its place on the page from the top.

    `column` counts a page's columns in reading order; `cells`: it is a row of several cells; `cut`: a hyphen ends it
    that only the line's end made, and is not in `text`.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    page: int
    number: int = 0
    column: int = 0
    cells: bool = False
    cut: bool = False

    @property
    def height(self) -> float:
        """The height of its font."""
        return self.top - self.bottom


def reading_order(pages: Sequence[Sequence[Line]]) -> list[tuple[Line, ...]]:
    """Each page's stretches as lines in the order in which they are read.

    A page whose columns are too short to be known by themselves has those of most other pages.
    """
    found = [gutters(lines) for lines in pages]
    usual = Counter(tuple(round(gutter, -1) for gutter in page) for page in found if page)
    often = max(usual, key=lambda page: (usual[page], page), default=())
    return [
        tuple(_ordered(lines, page or (often if _fit(lines, often) else ())))
        for lines, page in zip(pages, found, strict=True)
    ]


def _ordered(lines: Sequence[Line], parted: Sequence[float]) -> Iterator[Line]:
    column = 0
    for band in _bands(lines, parted):
        for side in band:
            yield from (replace(row(group), column=column) for group in level(side))
            column += 1


def _fit(lines: Sequence[Line], parted: Sequence[float]) -> bool:
    """Whether gutters part lines that stand beside each other, and cut none."""
    cut = any(line.left < gutter < line.right for line in lines for gutter in parted)
    return bool(parted) and not cut and len(_sides(lines, parted)) > 1


def stretches(sheet: Sheet) -> tuple[Line, ...]:
    """A page's stretches of words, each with the number of its row; a margin's numbers are no stretches."""
    plain, numbers = _without_margin(_stretches(sheet))
    placed: list[Line] = []
    for number, group in enumerate(level(plain), 1):
        told = next((at for beside, at in numbers if _meet(beside, group[0])), number)
        placed += (replace(line, number=told) for line in group)
    return tuple(placed)


def _stretches(sheet: Sheet) -> list[Line]:
    """Words that follow each other on one line, in the order in which the page was drawn."""
    found: list[Line] = []
    words: list[Word] = []
    for word in sheet.words:
        if words and not _follows(words[-1], word):
            found.append(_joined(words, sheet.number))
            words = []
        words.append(word)
    if words:
        found.append(_joined(words, sheet.number))
    return found


def _follows(before: Word, word: Word) -> bool:
    height = max(before.height, word.height)
    beside = min(before.top, word.top) - max(before.bottom, word.bottom) > 0.4 * min(before.height, word.height)
    return beside and not before.cut and -0.5 * height < word.left - before.right < _GAP * height


def _joined(words: Sequence[Word], page: int) -> Line:
    pieces = [words[0].text]
    for before, word in pairwise(words):
        # Why: a raised letter ("3rd") is drawn apart, but no blank is seen before it.
        raised = word.bottom - before.bottom > 0.15 * before.height and word.left - before.right < 0.1 * before.height
        pieces.append(word.text if raised else f" {word.text}")
    letters: Counter[float] = Counter()
    for word in words:
        letters[round(word.height, 1)] += len(word.text)
    # Why of most letters: a raised footnote mark or a sign of another font says nothing of the line.
    main = max(words, key=lambda word: letters[round(word.height, 1)])
    return Line(
        "".join(pieces),
        min(word.left for word in words),
        main.bottom,
        max(word.right for word in words),
        main.top,
        page,
        cut=words[-1].cut,
    )


def level(lines: Sequence[Line]) -> list[list[Line]]:
    """Stretches from top to bottom, those side by side as one group, from left to right."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        if groups and _meet(groups[-1][0], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [sorted(group, key=lambda line: line.left) for group in groups]


def _meet(one: Line, other: Line) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.5 * min(one.height, other.height)


def row(group: Sequence[Line]) -> Line:
    """Stretches side by side as one line; those far apart are cells."""
    text, cells = group[0].text, False
    for before, line in pairwise(group):
        apart = line.left - before.right > _CELL * before.height and len(before.text) > 4
        cells = cells or apart
        text += (" | " if apart else " ") + line.text
    return replace(
        group[0],
        text=text,
        right=max(line.right for line in group),
        bottom=min(line.bottom for line in group),
        top=max(line.top for line in group),
        cells=cells,
        cut=group[-1].cut,
    )


def _without_margin(lines: list[Line]) -> tuple[list[Line], list[tuple[Line, int]]]:
    """The lines without the numbers that are counted down beside them, and those numbers with their places."""
    leading = [(line, found) for line in lines if (found := _NUMBER.match(line.text)) and _is_first(line.text, found)]
    leading.sort(key=lambda pair: (-pair[0].top, pair[0].left))
    best: list[tuple[Line, re.Match[str]]] = []
    run: list[tuple[Line, re.Match[str]]] = []
    for line, found in leading:
        goes_on = run and int(found[0]) == int(run[-1][1][0]) + 1 and _aligned((line, found), run[-1])
        run = [*run, (line, found)] if goes_on else [(line, found)]
        best = run if len(run) > len(best) else best
    heads = {id(line) for line, _ in best}
    others = sum(id(line) not in heads and line.left > best[0][0].left for line in lines) if best else 0
    bare = sum(found.end() == len(line.text) for line, found in best)
    if len(best) < _FEWEST_NUMBERED or len(best) * 2 < len(level(lines)) or (bare and others < bare // 2):
        return lines, []
    kept = [line for line in lines if id(line) not in heads]
    kept += [
        replace(line, text=line.text[found.end() :].lstrip(), left=line.left + line.height)
        for line, found in best
        if found.end() < len(line.text)
    ]
    return kept, [(line, int(found[0])) for line, found in best]


def _is_first(text: str, found: re.Match[str]) -> bool:
    return found.end() == len(text) or text[found.end()] == " "


def _aligned(one: tuple[Line, re.Match[str]], other: tuple[Line, re.Match[str]]) -> bool:
    return abs(one[0].left - other[0].left) < 4 or abs(_edge(*one) - _edge(*other)) < 4


def _edge(line: Line, found: re.Match[str]) -> float:
    """The right edge of a number that opens a line, as near as its letters' share tells."""
    return line.left + (line.right - line.left) * found.end() / max(1, len(line.text))


def _bands(lines: Sequence[Line], parted: Sequence[float]) -> Iterator[list[list[Line]]]:
    """From top to bottom: lines across the page on their own, and what stands between them in its columns."""
    if not parted:
        yield [list(lines)]
        return

    def crosses(line: Line) -> bool:
        return any(line.left < gutter < line.right for gutter in parted)

    for across, found in groupby(sorted(lines, key=lambda line: -line.top), key=crosses):
        band = list(found)
        yield [band] if across else _sides(band, parted)


def _sides(band: Sequence[Line], parted: Sequence[float]) -> list[list[Line]]:
    edges = [float("-inf"), *parted, float("inf")]
    sides = [[line for line in band if left <= (line.left + line.right) / 2 < right] for left, right in pairwise(edges)]
    return [side for side in sides if side]


def gutters(lines: Sequence[Line]) -> list[float]:
    """Where a page's columns part: blank from top to bottom, but for lines across, with prose on both sides."""
    if len(lines) < 2 * _FEWEST_LINES:
        return []
    wide = max(line.right for line in lines) - min(line.left for line in lines)
    narrow = sorted((line for line in lines if line.right - line.left < _SPANNING * wide), key=lambda line: line.left)
    if len(narrow) < 2 * _FEWEST_LINES or len(narrow) * 2 < len(lines):
        return []
    found: list[float] = []
    reach = narrow[0].right
    for line in narrow[1:]:
        if line.left - reach > 0.5 * line.height:
            found.append((reach + line.left) / 2)
        reach = max(reach, line.right)
    kept = list(found)
    while kept:
        sides = _sides(narrow, kept)
        if len(sides) == len(kept) + 1 and all(map(_is_column, sides)) and _beside(sides):
            return kept
        poor = [i for i, side in enumerate(sides) if not _is_column(side)]
        if len(sides) != len(kept) + 1 or not poor:
            return []
        # Why: a narrow side (a list's marks, a margin's notes) is no column of its own.
        kept.pop(min(poor[0], len(kept) - 1))
    return []


def _is_column(side: Sequence[Line]) -> bool:
    rows = level(side)
    return len(rows) >= _FEWEST_LINES and sum(len(line.text) for line in side) >= _PROSE_LETTERS * len(rows)


def _beside(sides: Sequence[Sequence[Line]]) -> bool:
    """Whether neighbours stand beside each other, not one below the other."""
    for left, right in pairwise(sides):
        tops = min(max(line.top for line in left), max(line.top for line in right))
        bottoms = max(min(line.bottom for line in left), min(line.bottom for line in right))
        shortest = min(max(line.top for line in side) - min(line.bottom for line in side) for side in (left, right))
        if tops - bottoms < 0.5 * shortest:
            return False
    return True
