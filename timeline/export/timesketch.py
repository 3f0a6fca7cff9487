"""Timesketch: a line of JSON for each event. Source: Timesketch's guide to importing JSON Lines.

Kept: title (`message`), first possible instant (`datetime`, `timestamp` in microseconds), how precise that is
(`timestamp_desc`), last day, the date as EDTF and in words, tags with the status, quotes, references and all ids.
Cannot be kept: years before 1 and after 9999, and dates without a year: those events are left out.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from timeline.export import schema
from timeline.export.calendar_days import clock, reach
from timeline.export.credit import Sources, credits_of, sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.listing import title_of
from timeline.export.writing import json_lines, write_whole

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def write_timesketch(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes the lines, in order of time."""
    sources = sources_of(published)
    write_whole(path, json_lines(row for event in published.events if (row := _row(event, sources))))
    return path


def _row(event: schema.Event, sources: Sources) -> dict[str, Any] | None:
    told, time = reach(event.date), clock(event.date)
    at = told.first or told.last
    if at is None or at.date is None:
        return None
    hour, minute, second, zone = time or (0, 0, 0, "")
    moment = datetime.datetime.combine(at.date, datetime.time(hour, minute, second), _zone(zone))
    credits = credits_of(event, sources)
    return {
        "message": title_of(event),
        "datetime": moment.isoformat(),
        "timestamp": (moment - _EPOCH) // datetime.timedelta(microseconds=1),
        "timestamp_desc": _described(event.date),
        "tag": [event.status, *event.tags],
        "event_id": event.id,
        "date_edtf": event.date.edtf,
        "date_in_words": event.date.display,
        "date_last_day": event.date.end,
        "precision": event.date.precision,
        "confidence": event.confidence,
        "factuality": event.factuality,
        "participants": list(event.participants),
        "places": list(event.places),
        "source_names": [credit.reference for credit in credits],
        "quotes": [credit.quote for credit in credits],
    }


def _described(date: schema.Date) -> str:
    words = {"since": "Event begins", "until": "Event ends", "span": "Event begins", "point": "Event"}[date.kind]
    if date.precision not in ("day", "hour", "minute", "second"):
        words += f" ({'approximate, ' if date.approximate else ''}to the {date.precision})"
    return words


def _zone(text: str) -> datetime.tzinfo:
    """The zone that is told; what names none is taken for UTC, as Timesketch needs one."""
    if text in ("", "Z"):
        return datetime.UTC
    digits = text[1:].replace(":", "")
    shift = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return datetime.timezone(-shift if text[0] == "-" else shift)
