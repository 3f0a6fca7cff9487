"""TimeML: each source's text with the dates in it as TIMEX3, one `.tml` file a source. Source: TimeML 1.2.1, TIMEX3.

Kept: the text to the character, every date in `timeline.json` that stands in it (also undated and set aside ones) with
type, value and mod, the document's own date, and ranges as DURATIONs between two dates.
Cannot be kept: lengths, sets and vague references, which `timeline.json` only counts (`timeline tag` writes them), and
events; characters that XML forbids become U+FFFD. A source whose text is not at hand is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from timeline.errors import InputError
from timeline.export import schema
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.naming import full_title
from timeline.export.writing import write_whole

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LENGTH = re.compile(r"P|T\d")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'

Marked = tuple[int, int, schema.Date | None]


def write_timeml(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> tuple[Path, ...]:
    """Writes a folder of files, named by the sources' ids. Raises InputError where no text is at hand."""
    marks: dict[str, set[Marked]] = defaultdict(set)
    for passage in _passages(published):
        if passage.source is not None and passage.date_span is not None:
            marks[passage.source].add((*passage.date_span, passage.date))
    written = []
    for source in published.sources:
        text = options.texts.get(source.text_sha256)
        if text is not None:
            written.append(path / f"{source.id}.tml")
            write_whole(written[-1], (annotated(source, text, marks[source.id]).encode(),))
    if not written and published.sources:
        raise InputError(f"{path}: the sources' texts are not at hand; build it again, and export it from there")
    return tuple(written)


def annotated(source: schema.Source, text: str, marks: Iterable[Marked]) -> str:
    """One source as TimeML."""
    numbers = count(1)
    dated = source.published.timex if source.published and not source.published.approximate else ""
    shown = escape(source.published.display) if source.published and dated else ""
    own = f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(dated)} functionInDocument="CREATION_TIME">{shown}</TIMEX3>'
    out = [HEAD, f"<DOCID>{_text(source.id)}</DOCID>\n", f"<DCT>{own}</DCT>\n"]
    out += [f"<TITLE>{_text(full_title(source))}</TITLE>\n", "<TEXT>"]
    at = 0
    for start, end, date in _apart(marks):
        out += [_text(text[at:start]), *_timex(text[start:end], date, numbers)]
        at = end
    return "".join([*out, _text(text[at:]), "</TEXT>\n</TimeML>\n"])


def _passages(published: schema.Timeline) -> Iterator[schema.Evidence]:
    for event in published.events:
        yield from event.evidence
    yield from published.undated
    yield from published.set_aside


def _apart(marks: Iterable[Marked]) -> Iterator[Marked]:
    """The marks in order, of those that overlap the longest first one."""
    last = 0
    for mark in sorted(marks, key=lambda mark: (mark[0], -mark[1], mark[2].edtf if mark[2] else "")):
        if mark[0] >= last:
            last = mark[1]
            yield mark


def _timex(words: str, date: schema.Date | None, numbers: Iterator[int]) -> Iterator[str]:
    """The words in a TIMEX3; of a range, with two empty ones behind it for its ends."""
    value = date.timex if date else ""
    start, slash, end = value.partition("/")
    own = f"t{next(numbers)}"
    if not slash:
        kind = "TIME" if "T" in value and not _LENGTH.match(value) else "DATE"
        mod = f" mod={quoteattr(date.mod)}" if date and date.mod else ""
        yield f'<TIMEX3 tid="{own}" type="{kind}" value={quoteattr(value or "XXXX-XX-XX")}{mod}>{_text(words)}</TIMEX3>'
        return
    sides = (("beginPoint", start), ("endPoint", end))
    ends = [(name, f"t{next(numbers)}", side) for name, side in sides if side.strip(".")]
    points = "".join(f' {name}="{number}"' for name, number, _ in ends)
    yield f'<TIMEX3 tid="{own}" type="DURATION" value="PXX"{points}>{_text(words)}</TIMEX3>'
    for _, number, side in ends:
        yield f'<TIMEX3 tid="{number}" type="DATE" value={quoteattr(side)}/>'


def _text(text: str) -> str:
    # Why \r: a parser would read it as a line's end, and every later character would stand elsewhere.
    return escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})
