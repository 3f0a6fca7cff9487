"""iCalendar (RFC 5545): an entry for each event, whole days, tentative until somebody accepts it.

Kept: title, days, time of day, place, tags, status, the first source's address, quotes and references (in the
description), the date itself as EDTF in `X-EDTF`, from which `timeline import` reads it back. An imprecise date is
an entry over all its possible days, an open one stands on the day that is known.
Cannot be kept: years before 1 and after 9999, and dates without a year: those events are left out, and their number is
told in `X-LEFT-OUT`. The only importer of icalendar that writes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

from timeline.export import schema
from timeline.export.calendar_days import clock, reach
from timeline.export.credit import Sources, credits_of, sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.listing import title_of
from timeline.export.writing import write_whole

STATUSES = {"accepted": "CONFIRMED", "candidate": "TENTATIVE", "rejected": "CANCELLED"}
# Why not the hour of the export: the same timeline gives the same bytes.
STAMP = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def write_ics(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one calendar."""
    write_whole(path, _calendar(published))
    return path


def _calendar(published: schema.Timeline) -> Iterator[bytes]:
    """What is said of the calendar, its entries, and its end."""
    from icalendar import Calendar

    about = Calendar()
    about.add("prodid", "-//event-timeline//timeline//EN")
    about.add("version", "2.0")
    about.add("x-wr-calname", published.title)
    left_out = sum(_times(event.date) is None for event in published.events)
    if left_out:
        about.add("x-left-out", str(left_out))
    head, end, rest = about.to_ical().rpartition(b"END:VCALENDAR")
    yield head
    sources = sources_of(published)
    for event in published.events:
        times = _times(event.date)
        if times is not None:
            yield _entry(event, times, sources)
    yield end + rest


def _entry(event: schema.Event, times: Mapping[str, datetime.date], sources: Sources) -> bytes:
    from icalendar import Event

    entry = Event()
    entry.add("uid", f"{event.id}@event-timeline")
    entry.add("dtstamp", STAMP)
    for name, value in times.items():
        entry.add(name, value)
    entry.add("summary", title_of(event))
    entry.add("description", _description(event, sources))
    entry.add("status", STATUSES[event.status])
    entry.add("transp", "TRANSPARENT")
    if event.places:
        entry.add("location", ", ".join(event.places))
    if event.tags:
        entry.add("categories", list(event.tags))
    link = next((credit.link for credit in credits_of(event, sources) if credit.link), None)
    if link is not None:
        entry.add("url", link)
    entry.add("x-edtf", event.date.edtf)
    made: bytes = entry.to_ical()
    return made


def _times(date: schema.Date) -> dict[str, datetime.date] | None:
    """An entry's start and, of whole days, its end (the day after the last); None where a calendar has no such day."""
    told = reach(date)
    at = told.first or told.last
    if at is None or at.date is None:
        return None
    time = clock(date)
    if time is not None:
        hour, minute, second, zone = time
        moment = datetime.datetime.combine(at.date, datetime.time(hour, minute, second))
        return {"dtstart": moment.replace(tzinfo=datetime.UTC) if zone == "Z" else moment}
    if told.first is None or told.after is None or told.is_one_day:
        return {"dtstart": at.date}
    return None if told.after.date is None else {"dtstart": at.date, "dtend": told.after.date}


def _description(event: schema.Event, sources: Sources) -> str:
    told = [event.date.display if event.factuality == "happened" else f"{event.date.display} ({event.factuality})"]
    return "\n\n".join([*told, *(credit.words for credit in credits_of(event, sources))])
