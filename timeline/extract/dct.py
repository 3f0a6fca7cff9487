"""When a document was written: its date candidates in, one `Dating` out, or none.

Candidates are asked in the order of `DateOrigin`: what the user gave, the record, the page's metadata, header
and byline lines, the address, the file's name. The first that names a full day wins, else the first with a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from timeline.errors import EdtfError, InputError
from timeline.grammar.pack import LanguagePack
from timeline.model import edtf, period
from timeline.model.display import display
from timeline.model.expression import CalendarDate, Clock, NumericDate
from timeline.model.text import DateCandidate, DateOrigin, Dating, Document
from timeline.model.value import Granularity, TimeValue

_WORDS = {
    DateOrigin.GIVEN: "as given",
    DateOrigin.RECORD: "as its record says",
    DateOrigin.MAIL_HEADER: "as the mail's header says",
    DateOrigin.FEED: "as the feed says",
    DateOrigin.JSON_LD: "as the page's metadata (JSON-LD) says",
    DateOrigin.META: "as the page's metadata says",
    DateOrigin.TIME_ELEMENT: "as the page's <time> element says",
    DateOrigin.HEADER: "as its header says",
    DateOrigin.BYLINE: "as its byline says",
    DateOrigin.DATELINE: "as its dateline says",
    DateOrigin.STAMP: "as the stamp on its pages says",
    DateOrigin.URL: "as its address says",
    DateOrigin.FILE_NAME: "as its file name says",
}
_ORDER = tuple(DateOrigin)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$")
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?")
_ADDRESS = re.compile(r"(\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)")


def date_document(document: Document, pack: LanguagePack, given: str | None = None) -> Dating | None:
    """The document's own date where one is stated: a day, a time on a day, or at least a month.

    Raises InputError where `given` is no date.
    """
    if given is not None:
        return Dating(given_date(given), DateOrigin.GIVEN.value, True, (f"published {given}, as given",), 1.0)
    found: list[tuple[DateCandidate, TimeValue, tuple[TimeValue, ...]]] = []
    for candidate in sorted(document.date_candidates, key=lambda candidate: _ORDER.index(candidate.origin)):
        values = tuple(_read(candidate.text, pack))
        if values:
            found.append((candidate, values[0], values[1:]))
    if not found:
        return None
    candidate, value, others = next((one for one in found if not _is_month(one[1])), found[0])
    steps = [f"published {display(value)}, {_WORDS[candidate.origin]}"]
    for other, second, _ in found:
        if not _agree(value, second):
            steps.append(f"but {display(second)}, {_WORDS[other.origin]}")
    confidence = 0.95 - 0.05 * _ORDER.index(candidate.origin) / len(_ORDER) - (0.3 if others else 0.0)
    return Dating(
        value, candidate.origin.value, True, tuple(dict.fromkeys(steps)), round(confidence, 2), others, candidate.span
    )


def _is_month(value: TimeValue) -> bool:
    return value.granularity is Granularity.MONTH


def _agree(first: TimeValue, second: TimeValue) -> bool:
    """Whether the one spelling goes on from the other: 2024-05 and 2024-05-03T10:00 do."""
    one, other = (first.edtf or "")[:10], (second.edtf or "")[:10]
    return one.startswith(other) or other.startswith(one)


def given_date(text: str) -> TimeValue:
    """A date that a person or program gave: ISO 8601 or EDTF, a day or finer.

    Raises InputError that says what is expected.
    """
    value = next(iter(_iso(text.strip())), None)
    if value is None:
        raise InputError(f"{text!r} is not a date: give a full day such as 2024-03-15 (or 2024-03-15T10:30)")
    return value


def _read(text: str, pack: LanguagePack) -> Iterable[TimeValue]:
    """The full days in a candidate's text; the first is the best reading, the others its rivals."""
    values = list(_iso(text))
    if values:
        return values[:1]
    for found in pack.matcher.find(text):
        match found.expression:
            case CalendarDate(int(), int(), int()) as date:
                return _day(date)
            case CalendarDate(int() as year, int() as month, None):
                return [period.month(year, month)]
            case Clock(hour, minute, second, zone, CalendarDate(int(), int(), int()) as date):
                return [period.clock(day, hour, minute, second, zone) for day in _day(date)]
            case NumericDate(first, second_number, int() as year, False):
                return _numeric(first, second_number, year, pack.day_first)
    return ()


def _iso(text: str) -> Iterable[TimeValue]:
    if basic := _BASIC.match(text):
        year, month, day, hour, minute, second, zone = basic.groups()
        text = f"{year}-{month}-{day}" + (
            f"T{hour}:{minute}" + (f":{second}" if second else "") + (zone or "") if hour else ""
        )
    for match in _ISO.finditer(text):
        spelled = re.sub(r"[.,]\d+", "", match[0]).replace("UTC", "Z").replace("GMT", "Z")
        spelled = re.sub(r"(?<=\d) (?=\d)", "T", spelled, count=1).replace(" ", "")
        pieces = spelled.partition("T")
        day = "-".join(part.zfill(2) for part in pieces[0].split("-"))
        try:
            value = edtf.parse(day + pieces[1] + pieces[2])
        except EdtfError:
            continue
        yield _minute(value)
    for match in _ADDRESS.finditer(text):
        try:
            yield period.day(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue


def _minute(value: TimeValue) -> TimeValue:
    """A time stamp's seconds say nothing about an article."""
    if value.granularity is not Granularity.SECOND or value.edtf is None:
        return value
    spelled = re.sub(r"(T\d\d:\d\d):\d\d", r"\1", value.edtf)
    return replace(edtf.parse(spelled))


def _day(date: CalendarDate) -> list[TimeValue]:
    assert date.year is not None and date.month is not None and date.day is not None
    if date.two_digit:
        return []
    return [period.day(date.year, date.month, date.day, date.calendar)]


def _numeric(first: int, second: int, year: int, day_first: bool | None) -> list[TimeValue]:
    orders = [(first, second), (second, first)] if day_first is not True else [(second, first), (first, second)]
    values = [period.day(year, month, day) for month, day in orders if month <= 12]
    return values[:1] if first == second or day_first is not None else values
