"""TimelineJS 3 (Knight Lab): slides as JSON. Source: TimelineJS's table of JSON fields.

Kept: title, date as precise as told (a month without a day stays one) and in words, span, quotes and references,
group (the first source's name), id. An open date stands on the day that is known.
Cannot be kept: status and confidence, what is approximate but in words, dates without a year (left out).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from timeline.export import schema
from timeline.export.calendar_days import Day, clock, reach
from timeline.export.credit import Sources, credits_of, sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.listing import title_of
from timeline.export.naming import names_of
from timeline.export.writing import json_object, json_text, write_whole

FIRST_YEAR, LAST_YEAR = -271_820, 275_759
"""Years that the browser's dates know; beyond, TimelineJS counts in years alone."""
FINE = ("day", "hour", "minute", "second")
COARSE = ("year", "decade", "century", "millennium")


def write_timelinejs(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes the JSON that TimelineJS's `source` may be."""
    about = {"title": {"text": {"headline": escape(published.title)}}, "scale": scale(published)}
    write_whole(path, json_object({**about, "events": map(json_text, slides(published))}))
    return path


def scale(published: schema.Timeline) -> str:
    """The scale that has room for all events."""
    starts = (told.first or told.last for event in published.events for told in [reach(event.date)])
    far = any(not FIRST_YEAR < _year(day) < LAST_YEAR for day in starts if day is not None)
    return "cosmological" if far else "human"


def slides(published: schema.Timeline) -> Iterator[dict[str, Any]]:
    """The events as TimelineJS has them."""
    sources, names = sources_of(published), names_of(published)
    return (slide for event in published.events if (slide := _slide(event, sources, names)))


def _slide(event: schema.Event, sources: Sources, names: dict[str, str]) -> dict[str, Any] | None:
    told = reach(event.date)
    start = told.first or told.last
    if start is None:
        return None
    group = next((names[item.source] for item in event.evidence if item.source in names), None)
    slide = {
        "unique_id": event.id,
        "start_date": _date(start, event.date),
        "display_date": event.date.display,
        "text": {"headline": escape(title_of(event)), "text": _text(event, sources)},
        "autolink": False,
    }
    # Why not for a month or a year: a slide that lasts until its end would tell that the happening did.
    if event.date.kind == "span" and told.first is not None and told.last is not None:
        slide["end_date"] = _date(told.last, event.date)
    return slide | ({"group": group} if group else {})


def _year(day: Day) -> int:
    """TimelineJS counts years before our era without a year 0."""
    return day.year if day.year > 0 else day.year - 1


def _date(day: Day, date: schema.Date) -> dict[str, int]:
    """A day as precise as the date is told."""
    found = {"year": _year(day)}
    if date.precision not in COARSE:
        found["month"] = day.month
    if date.precision in FINE or date.precision == "week":
        found["day"] = day.day
    time = clock(date)
    if time is not None:
        found |= {"hour": time[0], "minute": time[1]}
    return found


def _text(event: schema.Event, sources: Sources) -> str:
    """The quotes with their references, as HTML."""
    told = []
    for credit in credits_of(event, sources):
        reference = escape(credit.reference)
        if credit.link:
            reference = f'<a href="{escape(credit.link)}">{reference}</a>'
        quote = f"“{escape(credit.quote)}”<br>" if credit.quote else ""
        told.append(f"<p>{quote}<cite>{reference}</cite></p>")
    word = "" if event.factuality == "happened" else f"<p>({event.factuality})</p>"
    return word + "".join(told)
