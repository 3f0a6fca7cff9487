"""iCalendar files: events that people keep. In: a blob. Out: one document, a row for each entry.

Dates are taken as given, whole days and times of day; of our own exports, `X-EDTF` keeps what a calendar cannot. An
entry that recurs is read once. The only importer of icalendar that reads.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.chronology import Kept, chronology

_TYPE = "text/calendar"
_DAY = datetime.timedelta(days=1)


def read_calendar(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure]:
    """The entries of a calendar. Raises UnreadableDocument (broken, empty)."""
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(blob.data, multiple=True)
    except Exception as error:
        # Why all: a damaged calendar breaks the library in many ways.
        message = f"{blob.uri}: no whole calendar ({_line(error)}); export it again as iCalendar"
        raise UnreadableDocument(message, "broken") from error
    kept: list[Kept] = []
    for number, entry in enumerate((e for calendar in calendars for e in calendar.walk("VEVENT")), 1):
        try:
            kept.append(_kept(number, entry))
        except Exception as error:
            where = f"{blob.uri}#{number}"
            yield Failure(where, STAGE, "bad-date", f"{where}: lacks a date or a title; complete it ({_line(error)})")
    if not kept:
        raise UnreadableDocument(f"{blob.uri}: no entries in the calendar; export it again", "empty")
    name = next((str(calendar["x-wr-calname"]) for calendar in calendars if "x-wr-calname" in calendar), None)
    yield chronology(blob, kept, options, _TYPE, name)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]


def _kept(number: int, entry: Any) -> Kept:
    title, start = str(entry["summary"]), entry.decoded("dtstart")
    edtf = str(entry["x-edtf"]) if "x-edtf" in entry else _edtf(start, _end(entry, start))
    categories = entry.get("categories", [])
    tags = [str(tag) for group in (categories if isinstance(categories, list) else [categories]) for tag in group.cats]
    told = (str(entry.get("description", "")), str(entry.get("url", "")))
    place = str(entry.get("location", ""))
    return Kept(
        number,
        edtf,
        title,
        edtf,
        "\n".join(filter(None, told)),
        places=(place,) if place else (),
        tags=tuple(tags),
    )


def _end(entry: Any, start: datetime.date) -> datetime.date | None:
    """The last day of an entry over several whole days; its end is the day after."""
    if "dtend" not in entry or isinstance(start, datetime.datetime):
        return None
    last: datetime.date = entry.decoded("dtend") - _DAY
    return last if last > start else None


def _edtf(start: datetime.date, last: datetime.date | None) -> str:
    if isinstance(start, datetime.datetime):
        zone = "Z" if start.utcoffset() == datetime.timedelta() else ""
        return start.replace(tzinfo=None).isoformat(timespec="minutes") + zone
    return start.isoformat() if last is None else f"{start.isoformat()}/{last.isoformat()}"
