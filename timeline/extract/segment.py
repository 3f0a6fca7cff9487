"""Sentences. Comes in: a document's text, its parts, the spans that must stay whole. Goes out: sentence spans.

The only importer of `sentencex`, which is given one paragraph at a time.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.model.text import Part, Span

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LIST_ITEM = re.compile(r"(?:[-*•–—▪◦‣·>#|]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_ENDS = tuple(".!?…:;\"'”’»)]")
_CLOSERS = frozenset(")]\"'”’»")
_SAME_LINE = re.compile(r"[ \t]+\S")
_MARKER = re.compile(r"(?:[-*•–—▪◦‣·>#|]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])")

_BLANK = re.compile(r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[^\S\n\r\v\f\x85\u2028\u2029]*[\n\r\v\f\x85\u2028\u2029]")

_WRAPPED = 50
"""A line shorter than this was not broken for lack of room."""
_WIDEST = 160
"""A line wider than this was not wrapped by hand or by a PDF."""
_SLACK = 0.85
_WINDOW = 4_000
"""Code points given to the splitter at once: it takes square time on unclosed brackets and quotes."""


def sentences(
    text: str,
    parts: tuple[Part, ...],
    keep: tuple[Span, ...],
    code: str = "en",
    starts: tuple[int, ...] | None = None,
) -> tuple[Span, ...]:
    """The sentences of a text, in order and disjoint; all between them is white space.

    A part's border, a blank line and a line break that is no wrapping end a sentence; a span of `keep` is never split.
    `starts` are those of the text's `paragraphs`, where they are known already.
    """
    edges = (*(paragraphs(text, parts) if starts is None else starts), len(text))
    ends = [end for start, stop in pairwise(edges) for end in _sentence_ends(text, start, stop, code)]
    return tuple(_trimmed(text, 0, _joined(ends, keep)))


@lru_cache(maxsize=2)
def paragraphs(text: str, parts: tuple[Part, ...] = ()) -> tuple[int, ...]:
    """Where each paragraph starts, ascending; the first at 0. Remembered: three ask for those of a document."""
    starts = {0, *_paragraph_cuts(text)}
    for part in parts:
        starts.update((part.span.start, part.span.end))
    return tuple(sorted(start for start in starts if start < len(text) or start == 0))


class SentenceFinder:
    """The sentences of a text for those who ask for few of them: a paragraph is split when it is first asked for."""

    def __init__(self, text: str, parts: tuple[Part, ...], keep: Sequence[Span], code: str = "en") -> None:
        self._text, self._parts, self._code = text, parts, code
        self._keep = sorted(keep)
        self._edges: tuple[int, ...] = ()
        self._split: dict[tuple[int, int], tuple[Span, ...]] = {}

    def holding(self, span: Span) -> Span | None:
        """The sentence that a span lies in, None where it lies in none."""
        if not self._edges:
            self._edges = (*paragraphs(self._text, self._parts), len(self._text))
        first = max(0, bisect_right(self._edges, span.start) - 1)
        last = max(first + 1, bisect_left(self._edges, span.end))
        found = self._split.get((first, last))
        if found is None:
            found = self._split[first, last] = self._sentences(first, last)
        index = bisect_right(found, span.start, key=_start) - 1
        return found[index] if index >= 0 and found[index].holds(span) else None

    def _sentences(self, first: int, last: int) -> tuple[Span, ...]:
        edges = self._edges[first : last + 1]
        ends = [end for start, stop in pairwise(edges) for end in _sentence_ends(self._text, start, stop, self._code)]
        from_here, to_here = (bisect_left(self._keep, edge, key=_start) for edge in (edges[0], edges[-1]))
        return tuple(_trimmed(self._text, edges[0], _joined(ends, self._keep[from_here:to_here])))


def _start(span: Span) -> int:
    return span.start


def _paragraph_cuts(text: str) -> Iterator[int]:
    """Where a line starts that does not go on from the one before."""
    blocks = list(_blocks(text))
    wrapped = _width(blocks)
    for position, block in enumerate(blocks):
        if position:
            yield block[0][0]
        widest = max(wrapped, *(end - start for start, end in block))
        for line, following in pairwise(block):
            if not _goes_on(text, line, following, widest, certain=wrapped > 0 or len(block) > 2):
                yield following[0]


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Lines that no blank line parts, each without the white space around it."""
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        if text[start].isspace() or text[end - 1].isspace():
            start, end = _stripped(text, start, end)
            if start == end:
                continue
        if block and _is_blank(text[block[-1][1] : start]):
            yield block
            block = []
        block.append((start, end))
    if block:
        yield block


def _is_blank(gap: str) -> bool:
    """Whether white space between two lines holds a blank line."""
    return gap == "\n\n" or (gap != "\n" and _BLANK.search(gap) is not None)


def _width(blocks: list[list[tuple[int, int]]]) -> int:
    """The width to which a text is wrapped, 0 where it is not: seen in blocks of even lines, the last one shorter."""
    found = 0
    for block in blocks:
        lengths = [end - start for start, end in block]
        even = len(lengths) > 2 and min(lengths[:-1]) >= max(_WRAPPED, 0.7 * max(lengths))
        if even and max(lengths) <= _WIDEST:
            found = max(found, *lengths)
    return found


def _goes_on(text: str, line: tuple[int, int], then: tuple[int, int], widest: int, *, certain: bool) -> bool:
    """Whether a line was only wrapped: the next one's first word would not have fitted."""
    (start, end), (following, following_end) = line, then
    if _LIST_ITEM.match(text, following, following_end) or text[end - 1] in "|:" or widest > _WIDEST:
        return False
    if text[following].islower() and text[end - 1] not in _ENDS and end - start >= _WRAPPED // 2:
        return True
    if not certain or end - start < _WRAPPED:
        return False
    space = text.find(" ", following, following_end)
    first_word = (space if space >= 0 else following_end) - following
    return end - start + 1 + first_word > _SLACK * widest


def _sentence_ends(text: str, start: int, stop: int, code: str) -> Iterator[int]:
    """The ends of the sentences of one paragraph; the last is `stop`."""
    while start < stop:
        window = text[start : min(stop, start + _WINDOW)]
        lengths = [len(piece) for piece in _pieces(window, code)]
        whole = start + len(window) >= stop
        # Why: a window's last piece may go on in the next one; it is split again from its start.
        if not whole and len(lengths) > 1:
            lengths.pop()
        for length in lengths:
            start += length
            if whole or len(lengths) > 1:
                yield start
    yield stop


def _pieces(text: str, code: str) -> list[str]:
    """The splitter's sentences, which make up the text again."""
    if not any(mark in text for mark in ".!?。？！।…"):
        return [text]
    from sentencex import segment  # type: ignore[import-untyped]

    pieces: list[str] = segment(code, text)
    return pieces if sum(map(len, pieces)) == len(text) else [text]


def _joined(ends: list[int], keep: Iterable[Span]) -> list[int]:
    """The ends without those inside a span to keep."""
    kept = sorted(keep)
    if not kept:
        return ends
    dropped: set[int] = set()
    for span in kept:
        dropped.update(ends[bisect_right(ends, span.start) : bisect_left(ends, span.end)])
    return [end for end in ends if end not in dropped]


def _trimmed(text: str, start: int, ends: list[int]) -> list[Span]:
    """Spans without the white space around them; what holds nothing is left out.

    A list's mark stays with what it marks, a closing bracket or quote with what it closes.
    """
    found: list[Span] = []
    for end in ends:
        first, last = _stripped(text, start, end)
        if first < last and _MARKER.fullmatch(text, first, last) and _SAME_LINE.match(text, last):
            start = first
            continue
        start = end
        if found and last - first < 4 and _CLOSERS.issuperset(text[first:last]) and first < last:
            found[-1] = Span(found[-1].start, last)
        elif first < last:
            found.append(Span(first, last))
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
