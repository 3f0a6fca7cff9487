"""A text's layout: lines and wrapped paragraphs as units. In: text. Out: Units in order, offsets kept.

A unit is what a reader sees as one piece: a line, or the lines of one hard-wrapped paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.model.text import PartKind, Span

_BLANK, _LINE_ENDS = "\u200b\ufeff \t\u00a0", "\n\r\f\v\x85\u2028\u2029"
_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*\s*$""")
_MARKER = re.compile(r"\s*(?:[-*•‣◦▪●·–]\s|\d{1,3}[.)]\s|>|\||#|!\[|<!--|```|~~~)")
_SHOWN = 4000
_WRAP_LEAST, _WRAP_MOST = 45, 110


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of a text.

    `text`: what it shows, white space folded and markup dropped, at most 4,000 characters; `block`: counts
    up at every blank line; `hint`: what markup says it is; `final`: whether the hint is beyond doubt.
    """

    span: Span
    text: str
    block: int
    hint: PartKind | None = None
    final: bool = False


def units(text: str, start: int = 0) -> tuple[Unit, ...]:
    """The units of a plain text from `start` on; spans are trimmed of white space."""
    lines = tuple(_lines(text, start))
    found: list[Unit] = []
    blocks = _blocks(lines)
    wrapped = [_is_wrapped(text, block) for block in blocks]
    width = max((_width(block) for block, is_wrapped in zip(blocks, wrapped, strict=True) if is_wrapped), default=0)
    for block, is_wrapped in zip(blocks, wrapped, strict=True):
        pieces = [_join(block)] if is_wrapped or _fills(text, block, width) else block
        found += [_unit(text, piece, number) for piece, number in pieces]
    return tuple(found)


def _lines(text: str, start: int) -> list[tuple[Span, int]]:
    """(span, block number) of every line that is not blank."""
    found: list[tuple[Span, int]] = []
    block, end = 0, start
    for line in _LINE.finditer(text, start):
        whole, at = line[0], line.start()
        begun = whole.lstrip(_BLANK)
        shown = begun.rstrip(_BLANK)
        if not shown or shown.isspace():
            continue
        gap = text[end:at]
        if found and gap != "\n" and sum(mark in _LINE_ENDS for mark in gap.replace("\r\n", "\n")) > 1:
            block += 1
        start = at + len(whole) - len(begun)
        found.append((Span(start, start + len(shown)), block))
        end = at + len(whole)
    return found


def _blocks(lines: tuple[tuple[Span, int], ...]) -> list[list[tuple[Span, int]]]:
    blocks: list[list[tuple[Span, int]]] = []
    for line in lines:
        if blocks and blocks[-1][-1][1] == line[1]:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_wrapped(text: str, block: list[tuple[Span, int]]) -> bool:
    """Whether a block's lines are one paragraph broken at a fixed width.

    All lines but the last are of like length, and few of them end a sentence.
    """
    if len(block) < 2:
        return False
    full = [span for span, _ in block[:-1]]
    lengths = [span.end - span.start for span in full]
    last = block[-1][0]
    if min(lengths) < _WRAP_LEAST or max(lengths) > _WRAP_MOST or last.end - last.start > max(lengths) + 12:
        return False
    if max(lengths) - min(lengths) > 30 or any(_MARKER.match(text, span.start) for span in (*full[1:], last)):
        return False
    ended = sum(bool(_SENTENCE_END.search(text, max(span.start, span.end - 6), span.end)) for span in full)
    lower = sum(text[span.start].islower() for span, _ in block[1:])
    return ended * 2 <= len(full) and lower > 0


def _width(block: list[tuple[Span, int]]) -> int:
    return max(span.end - span.start for span, _ in block)


def _fills(text: str, block: list[tuple[Span, int]], width: int) -> bool:
    """Whether a block's lines but the last fill the width at which the text's other paragraphs are broken."""
    if len(block) < 2 or not width or any(_MARKER.match(text, span.start) for span, _ in block):
        return False
    full = [span for span, _ in block[:-1]]
    filled = all(width - 14 <= span.end - span.start <= width + 3 for span in full)
    return filled and not all(_SENTENCE_END.search(text, max(span.start, span.end - 6), span.end) for span in full)


def _join(block: list[tuple[Span, int]]) -> tuple[Span, int]:
    return Span(block[0][0].start, block[-1][0].end), block[0][1]


def _unit(text: str, span: Span, block: int) -> Unit:
    shown = " ".join(text[span.start : min(span.end, span.start + _SHOWN)].split())
    return Unit(span, shown, block)
