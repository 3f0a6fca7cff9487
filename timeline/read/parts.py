"""What the stretches of a text are, judged by layout and wording. In: a text and its units. Out: Parts.

Nothing is deleted: what is not the article is only marked. What is not marked is body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model.text import SET_ASIDE_PARTS, Part, PartKind, Span
from timeline.read import wording
from timeline.read.layout import Unit
from timeline.read.shape import Shape, is_credited, is_kicker, shape, words
from timeline.read.teasers import teasers

_FIRST_WORDS = 12
_TITLE_WORDS = 32
_HEADING_WORDS = 14
_SENTENCE_WORDS = 4
"""Words up to which a line that ends in a full stop is told by that alone: longer ones are prose already."""
_TOP = 14
_CHRONOLOGY_LEAST, _DATE_MOST = 3, 100
"""Dates on lines of their own that make a chronology; code points of the longest such line."""
_COLUMNS_WITHIN = 400
_COLUMNS = re.compile(r"\S(?:\t+|\s{3,}| ?\| ?)\S")
_KIND = {
    Shape.FURNITURE: PartKind.BOILERPLATE,
    Shape.READ_ON: PartKind.BOILERPLATE,
    Shape.CREDIT: PartKind.CAPTION,
    Shape.CAPTION: PartKind.CAPTION,
    Shape.BYLINE: PartKind.BYLINE,
    Shape.BULLET: PartKind.LIST,
}


def mark(text: str, units: Sequence[Unit], title: str | None = None) -> tuple[Part, ...]:
    """The parts of a text, sorted, never overlapping. `title` is the title that metadata give."""
    decided = [
        Part(unit.hint, unit.span) for unit in units if unit.hint and unit.final and unit.hint in SET_ASIDE_PARTS
    ]
    units = [unit for unit in units if not (unit.final and unit.hint in SET_ASIDE_PARTS)]
    if not units:
        return _joined(text, decided)
    shapes = [shape(unit) for unit in units]
    _rejoin_captions(units, shapes)
    start = _first_paragraph(units, shapes)
    others = teasers(units, shapes, start)
    _mark_bio(units, shapes, others, start)
    top = _top_matter(units, shapes, start, title)
    dated = _date_headings(units, shapes)
    tables = _tables(text, units)
    notes = _notes(units, shapes, others)
    parts = decided
    for i, unit in enumerate(units):
        if i in others:
            aside = shapes[i] in (Shape.FURNITURE, Shape.READ_ON)
            kind: PartKind | None = PartKind.BOILERPLATE if aside else PartKind.TEASER
        elif unit.final:
            kind = unit.hint
        elif i in top:
            kind = top[i]
        elif i in notes:
            kind = PartKind.HEADING if wording.NOTES.fullmatch(unit.text) else PartKind.FOOTNOTE
        elif i in tables:
            kind = PartKind.TABLE
        elif i in dated:
            kind = PartKind.HEADING
        elif shapes[i] is Shape.STAMP:
            kind = PartKind.BYLINE
        else:
            kind = unit.hint or _KIND.get(shapes[i]) or _body_kind(units, shapes, i)
        if kind:
            parts.append(Part(kind, unit.span))
    return _joined(text, [*parts, *_dateline(text, units, shapes, start, others), *_opening_stamp(text, units, parts)])


def _rejoin_captions(units: Sequence[Unit], shapes: list[Shape]) -> None:
    """Captions told by their neighbours.

    A short line right above one that only names the photographer is its caption; a line that merely speaks of
    a picture is one only where it stands alone.
    """
    for i, unit in enumerate(units):
        beside = [units[j].block for j in (i - 1, i + 1) if 0 <= j < len(units)]
        set_alone = unit.block not in beside or unit.final
        if shapes[i] is Shape.CAPTION and not set_alone and not is_credited(unit.text):
            shapes[i] = Shape.PROSE
    for i in range(1, len(units)):
        above, here = units[i - 1], units[i]
        if shapes[i] is not Shape.CREDIT or above.block != here.block or above.final:
            continue
        alone = i < 2 or units[i - 2].block != above.block
        if shapes[i - 1] is Shape.PROSE and words(above.text) <= 45 and alone:
            shapes[i - 1] = Shape.CAPTION


def _mark_bio(units: Sequence[Unit], shapes: list[Shape], others: frozenset[int], start: int) -> None:
    """The line about its writer that ends an article belongs to the page."""
    last = next(
        (i for i in reversed(range(start + 2, len(units))) if shapes[i] is Shape.PROSE and i not in others), None
    )
    if last is None or words(units[last].text) > 70:
        return
    above = units[last - 1].text.lower().rstrip(":")
    if wording.WRITER.match(units[last].text) or above in ("about the author", "about the writer", "about the authors"):
        shapes[last] = Shape.FURNITURE


def _first_paragraph(units: Sequence[Unit], shapes: Sequence[Shape]) -> int:
    """The index of the article's first paragraph: prose of a dozen words, not told twice, else any prose."""
    seen: dict[str, int] = {}
    for unit in units[:_TOP]:
        seen[unit.text] = seen.get(unit.text, 0) + 1
    prose = [i for i, found in enumerate(shapes) if found is Shape.PROSE and not units[i].final]
    for i in prose:
        if words(units[i].text) >= _FIRST_WORDS and seen.get(units[i].text, 1) == 1:
            return i
    return prose[0] if prose else len(units)


def _top_matter(units: Sequence[Unit], shapes: Sequence[Shape], start: int, title: str | None) -> dict[int, PartKind]:
    """Title, kicker, byline and the like, from the top to the article's first paragraph."""
    found: dict[int, PartKind] = {}
    heading = _title(units, shapes, start, title)
    for i, unit in enumerate(units[: start + 1]):
        if heading is not None and unit.text == units[heading].text:
            found[i] = PartKind.TITLE
        elif i == start:
            break
        elif shapes[i] in (Shape.STAMP, Shape.BYLINE):
            found[i] = PartKind.BYLINE
        elif shapes[i] in (Shape.OTHERS, Shape.FURNITURE, Shape.READ_ON):
            found[i] = PartKind.BOILERPLATE
        elif shapes[i] is Shape.POINTER and i > 0:
            found[i] = PartKind.TEASER
        elif shapes[i] in (Shape.KICKER, Shape.HEADLINE):
            found[i] = PartKind.HEADING
    for i, unit in enumerate(units[:_TOP]):
        if heading is not None and unit.text == units[heading].text:
            found[i] = PartKind.TITLE
    return found


def _title(units: Sequence[Unit], shapes: Sequence[Shape], start: int, given: str | None) -> int | None:
    """The title's index: as metadata say, a line told twice, the first headline that is no section's name."""
    top = range(min(start, len(units), _TOP))
    repeated = [
        i for i in range(min(len(units), _TOP))
        if words(units[i].text) >= 3
        and shapes[i] in (Shape.HEADLINE, Shape.PROSE, Shape.KICKER)
        and any(units[i].text == other.text for other in units[i + 1 : _TOP])
    ]  # fmt: skip
    headlines = [i for i in top if shapes[i] in (Shape.HEADLINE, Shape.KICKER) and not _is_sentence(units, i)]
    hinted = [i for i in range(min(len(units), _TOP)) if units[i].hint is PartKind.TITLE]
    stated = [i for i in range(min(len(units), _TOP)) if given and units[i].text.lower() == given.lower()]
    for choice in (
        hinted,
        stated,
        repeated,
        [i for i in headlines if words(units[i].text) >= 4 and not is_kicker(units[i].text)],
        [i for i in headlines if words(units[i].text) >= 2 and not is_kicker(units[i].text)],
        [i for i in headlines if words(units[i].text) == 3 and "|" not in units[i].text],
        headlines,
    ):
        fitting = [i for i in choice if words(units[i].text) <= _TITLE_WORDS]
        if fitting:
            return fitting[0]
    return None


def _is_sentence(units: Sequence[Unit], i: int) -> bool:
    """Whether a short line is a sentence, or a piece of one that goes on in the next line."""
    line, after = units[i], units[i + 1] if i + 1 < len(units) else None
    goes_on = after is not None and after.block == line.block and _goes_on(after.text)
    return goes_on or _goes_on(line.text) or (line.text.endswith(".") and words(line.text) < _SENTENCE_WORDS)


def _goes_on(text: str) -> bool:
    """Whether a line begins in the middle of a sentence; "iPhone" does not."""
    return text[:1].islower() and not text[1:2].isupper()


def _date_headings(units: Sequence[Unit], shapes: Sequence[Shape]) -> frozenset[int]:
    """Lines that are only a date, where several head the entries of a diary or chronology."""
    dates = [i for i, unit in enumerate(units) if shapes[i] is Shape.STAMP and wording.PURE_DATE.fullmatch(unit.text)]
    heading = [i for i in dates if i + 1 < len(units) and shapes[i + 1] in (Shape.PROSE, Shape.BULLET, Shape.HEADLINE)]
    return frozenset(dates) if len(heading) >= _CHRONOLOGY_LEAST else frozenset()


def is_chronology(units: Sequence[Unit]) -> bool:
    """Whether a text's date lines head its entries, so that none is the document's own date."""
    dates = sum(len(unit.text) <= _DATE_MOST and bool(wording.PURE_DATE.fullmatch(unit.text)) for unit in units)
    return dates >= _CHRONOLOGY_LEAST and bool(_date_headings(units, [shape(unit) for unit in units]))


def _notes(units: Sequence[Unit], shapes: Sequence[Shape], others: frozenset[int]) -> frozenset[int]:
    """The notes and references that end a text, under their heading, or each under its own mark."""
    end = next((i for i in range(len(units)) if i in others), len(units))
    while end and shapes[end - 1] in (Shape.FURNITURE, Shape.STAMP, Shape.RULE):
        end -= 1
    headed = [i for i in range(end // 3, end - 1) if wording.NOTES.fullmatch(units[i].text)]
    if headed:
        return frozenset(range(headed[0], end))
    start = end
    while start and wording.NOTE.match(units[start - 1].text):
        start -= 1
    return frozenset(range(start, end)) if 0 < start < end else frozenset()


def _tables(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Runs of two or more lines in columns."""
    rows = [_in_columns(text[unit.span.start : unit.span.end], unit.text) for unit in units]
    return frozenset(
        i for i, row in enumerate(rows)
        if row and ((i > 0 and rows[i - 1] and units[i - 1].block == units[i].block)
                    or (i + 1 < len(rows) and rows[i + 1] and units[i + 1].block == units[i].block))
    )  # fmt: skip


def _in_columns(line: str, shown: str) -> bool:
    """Whether a line is in columns; `shown` is it with its white space folded."""
    # Why: nearly all lines have single blanks alone, and no column then.
    if len(line) == len(shown) and "\t" not in line and "|" not in line:
        return False
    return "\n" not in line and bool(_COLUMNS.search(line, 0, _COLUMNS_WITHIN))


def _body_kind(units: Sequence[Unit], shapes: Sequence[Shape], i: int) -> PartKind | None:
    """Quoted lines and section headings; a heading stands alone, is short, and something follows it."""
    text = units[i].text
    if text.startswith(">"):
        return PartKind.QUOTE
    if shapes[i] not in (Shape.HEADLINE, Shape.KICKER, Shape.OTHERS) or words(text) > _HEADING_WORDS:
        return None
    if shapes[i] is Shape.HEADLINE and (text[:1].islower() or text.endswith(('"', "”"))):
        return None
    alone = i == 0 or units[i - 1].block != units[i].block
    followed = i + 1 < len(units) and shapes[i + 1] in (Shape.PROSE, Shape.BULLET, Shape.RULE, Shape.CAPTION)
    if followed and shapes[i + 1] is Shape.PROSE and units[i + 1].text[:1].islower():
        return None
    return PartKind.HEADING if alone and followed else None


def _dateline(
    text: str, units: Sequence[Unit], shapes: Sequence[Shape], start: int, others: frozenset[int]
) -> list[Part]:
    """The newspaper's place and date in front of the first paragraph."""
    if start >= len(units) or start in others or units[start].hint:
        return []
    span = units[start].span
    found = dateline(text, span)
    return [Part(PartKind.DATELINE, Span(span.start, found.end()))] if found else []


def _opening_stamp(text: str, units: Sequence[Unit], parts: Sequence[Part]) -> list[Part]:
    """What a first paragraph opens with that says when the page was put out, where no line of its own says so."""
    span = units[0].span
    found = wording.OPENING_STAMP.match(text, span.start, min(span.end, span.start + 160))
    if found is None or not re.search(r"\d{4}", found[0]) or any(part.span.meets(span) for part in parts):
        return []
    return [Part(PartKind.BYLINE, Span(span.start, found.end()))]


def dateline(text: str, paragraph: Span) -> re.Match[str] | None:
    """The dateline that opens a paragraph; its group `date` may be None."""
    end = min(paragraph.end, paragraph.start + 160)
    for pattern in (wording.DATELINE, wording.PLACED_DATE):
        found = pattern.match(text, paragraph.start, end)
        if found:
            return found
    return None


def _joined(text: str, parts: list[Part]) -> tuple[Part, ...]:
    """Sorted; neighbours of one kind with only white space between become one, but for what counts singly."""
    joined: list[Part] = []
    single = (PartKind.TITLE, PartKind.HEADING, PartKind.CAPTION, PartKind.DATELINE)
    for part in sorted(parts, key=lambda part: (part.span, part.kind)):
        last = joined[-1] if joined else None
        if last and part.span.start < last.span.end:
            continue
        gap_is_blank = last is not None and not text[last.span.end : part.span.start].strip()
        if last and last.kind is part.kind and part.kind not in single and gap_is_blank:
            joined[-1] = Part(part.kind, Span(last.span.start, part.span.end))
        else:
            joined.append(part)
    return tuple(joined)
