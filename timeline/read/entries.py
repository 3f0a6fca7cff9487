"""Letters, diary entries and posts under datelines of their own. In: a text's units and parts. Out: Entries, in order.

"12 March 1916. Dear Mother, ..." and a line with a date alone head an entry; so does the `<time>` of a post. One such
line is only the document's own date; it takes two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice

from timeline.grammar.linear import Sieve
from timeline.model.text import SET_ASIDE_PARTS, DateCandidate, DateOrigin, Entry, Part, PartKind, Span
from timeline.read import layout, wording
from timeline.read.layout import Unit

_LEAST = 2
_LONGEST_LINE = 90
_WORDS_AFTER = 8
"""A date heads an entry only where so many words follow: else it is one of a list, or of a byline."""
_STARTS = Sieve(wording.ENTRY_START)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def entries(text: str, parts: Sequence[Part], stamped: Sequence[DateCandidate] = ()) -> tuple[Entry, ...]:
    """The entries of a text; `stamped` are dates of posts that markup gives, with the spans of their lines."""
    begun = len(tuple(islice(wording.ENTRY_START.finditer(text), _LEAST))) if _STARTS.line(text) else 0
    if begun < _LEAST and len(stamped) < _LEAST:
        return ()
    return _entries(text, layout.units(text), parts, stamped)


def dateline_entry(text: str, parts: Sequence[Part]) -> tuple[Entry, ...]:
    """The report under a dateline that names its day: filed then, and perhaps printed a day later."""
    line = next((part.span for part in parts if part.kind is PartKind.DATELINE), None)
    date = wording.BYLINE_DATE.search(text, line.start, line.end) if line is not None else None
    if line is None or date is None or not _DAY.search(date[0]):
        return ()
    head = DateCandidate(date[0], DateOrigin.DATELINE, Span(*date.span()))
    return (Entry(Span(line.start, len(text)), head),)


def _entries(
    text: str, units: Sequence[Unit], parts: Sequence[Part], stamped: Iterable[DateCandidate]
) -> tuple[Entry, ...]:
    aside = [part.span for part in parts if part.kind in SET_ASIDE_PARTS]
    heads = {head.span.start: head for head in _heads(text, units) if head.span is not None}
    heads |= {stamp.span.start: stamp for stamp in stamped if stamp.span is not None}
    places = sorted(heads)
    starts: dict[int, DateCandidate] = {}
    for unit in units:
        at = bisect_left(places, unit.span.start)
        if at < len(places) and places[at] < unit.span.end and not _meets(aside, unit.span):
            starts[unit.span.start] = heads[places[at]]
    if not starts:
        return ()
    ends = [*list(starts)[1:], _end(text, units, parts)]
    found = tuple(
        Entry(Span(start, end), head)
        for (start, head), end in zip(starts.items(), ends, strict=True)
        if len(text[start:end].split()) >= _WORDS_AFTER + len(head.text.split())
    )
    return found if len({entry.date.text for entry in found}) >= _LEAST else ()


def _meets(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span meets one of these, which are in order and apart."""
    at = bisect_left(spans, span.end, key=lambda other: other.start)
    return at > 0 and spans[at - 1].meets(span)


def _heads(text: str, units: Sequence[Unit]) -> Iterable[DateCandidate]:
    """The dates that stand alone on a line above prose, or open a paragraph as letters do."""
    for i, unit in enumerate(units):
        start, end = unit.span.start, unit.span.end
        line = wording.ENTRY_LINE.fullmatch(text, start, end) if end - start <= _LONGEST_LINE else None
        if line is not None and _is_head(text, units, i + 1):
            continue
        found = line or wording.ENTRY_OPENING.match(text, start, min(end, start + _LONGEST_LINE))
        if found and _DAY.search(found["date"]):
            yield DateCandidate(found["date"], DateOrigin.DATELINE, Span(*found.span("date")))


def _is_head(text: str, units: Sequence[Unit], i: int) -> bool:
    span = units[i].span if i < len(units) else None
    return span is not None and bool(wording.ENTRY_LINE.fullmatch(text, span.start, span.end))


def _end(text: str, units: Sequence[Unit], parts: Sequence[Part]) -> int:
    """Where the last entry ends: before the other stories or the page's furniture that close the text."""
    end = len(text)
    for part in reversed(parts):
        if part.kind not in SET_ASIDE_PARTS and part.kind is not PartKind.BYLINE:
            break
        if text[part.span.end : end].strip():
            break
        end = part.span.start
    return end
