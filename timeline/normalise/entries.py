"""Letters, diary entries, posts: stretches of one document that each count from a date of their own.

In: a document whose reader found its entries, and the frame of the whole. Out: the frame as it is at a place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.stated import readings, yearless_day
from timeline.grammar.pack import LanguagePack
from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.text import Anchor, AnchorKind, Document, Entry
from timeline.model.value import TimeValue
from timeline.normalise.frame import Frame, day_number

FILED_BEFORE = 2
"""Days by which a dateline may lie before the day of publication and still be of the same report."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """An entry with its day; `before`: the day of the entry before, where the heading names no year.

    `alone`: it is a report under a dateline.
    """

    entry: Entry
    value: TimeValue
    before: TimeValue | None
    alone: bool = False

    def heads(self, position: int) -> bool:
        """Whether a place lies in a heading that goes on from the entry before."""
        span = self.entry.date.span
        return self.before is not None and span is not None and span.start <= position < span.end


class Entries:
    """Where the entries of a document stand, and what each counts from."""

    def __init__(self, document: Document, frame: Frame, pack: LanguagePack) -> None:
        self._around = (frame.written, frame.written_anchor, frame.written_name, frame.trust, frame.narrative)
        self._dated = tuple(_dated(document.entries, pack, document.source.day_first, frame.written))
        self._starts = [dated.entry.span.start for dated in self._dated]
        self._now = (-1, False)

    def enter(self, frame: Frame, position: int) -> bool:
        """Lets the frame count from the entry that holds a place; whether it is another one than before."""
        if not self._dated:
            return False
        at = bisect_right(self._starts, position) - 1
        if at >= 0 and position >= self._dated[at].entry.span.end:
            at = -1
        now = (at, at >= 0 and self._dated[at].heads(position))
        if now == self._now:
            return False
        self._now = now
        if at < 0:
            frame.written, frame.written_anchor, frame.written_name, frame.trust, frame.narrative = self._around
        else:
            _count_from(self._dated[at], frame, is_heading=now[1])
        return True


def days_of_entries(document: Document, pack: LanguagePack) -> tuple[int, ...]:
    """The days of a document's entries, in order of time, each once; none for a report under a dateline."""
    if len(document.entries) < 2:
        return ()
    days = (day_number(dated.value) for dated in _dated(document.entries, pack, document.source.day_first, None))
    return tuple(sorted({day for day in days if day is not None}))


def _count_from(dated: _Dated, frame: Frame, *, is_heading: bool) -> None:
    value, name = dated.value, "the date above this entry" if not dated.alone else "the dateline"
    if is_heading and dated.before is not None:
        value, name = dated.before, "the entry before"
    frame.written = value
    frame.written_anchor = Anchor(AnchorKind.HEADING, dated.entry.date.span, value)
    frame.written_name = f"{name}, {display(period.day_of(day_number(value) or 0))}"
    frame.trust, frame.narrative = 1.0, False


def _dated(
    entries: Sequence[Entry], pack: LanguagePack, day_first: bool | None, written: TimeValue | None
) -> Iterator[_Dated]:
    """Each entry with its day; a heading without a year goes on from the one before, or is the last up to the DCT."""
    if len(entries) == 1:
        yield from _filed(entries[0], pack, day_first, written)
        return
    before: TimeValue | None = None
    for entry in entries:
        value, goes_on = next(iter(readings(entry.date.text, pack, day_first)), None), None
        if value is None and (named := yearless_day(entry.date.text, pack)):
            value, goes_on = _with_year(*named, before, written), before
        if value is not None and day_number(value) is not None:
            before = value
            yield _Dated(entry, value, goes_on)


def _filed(entry: Entry, pack: LanguagePack, day_first: bool | None, written: TimeValue | None) -> Iterator[_Dated]:
    """A report under a dateline, where it was filed a day or two before it was published."""
    published = day_number(written)
    if published is None:
        return
    value = next(iter(readings(entry.date.text, pack, day_first)), None)
    if value is None and (named := yearless_day(entry.date.text, pack)):
        value = _with_year(*named, None, written)
    filed = day_number(value)
    if value is not None and filed is not None and 0 < published - filed <= FILED_BEFORE:
        yield _Dated(entry, value, None, alone=True)


def _with_year(month: int, day: int, before: TimeValue | None, written: TimeValue | None) -> TimeValue | None:
    """The day of that name nearest to the entry before; without one, the last up to the document's own date."""
    known = day_number(before if before is not None else written)
    if known is None:
        return None
    year = civil.civil(known)[0]
    days = [civil.day_number(y, month, day) for y in (year - 1, year, year + 1) if civil.is_date(y, month, day)]
    if before is None:
        days = [number for number in days if number <= known][-1:]
    nearest = min(days, key=lambda number: abs(number - known), default=None)
    return None if nearest is None else period.day_of(nearest)
