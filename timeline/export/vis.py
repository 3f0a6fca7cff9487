"""vis-timeline: `{"items", "groups"}` as JSON, ready for its DataSets. Source: vis-timeline's table of item fields.

Kept: title, days (an imprecise date is a range over its possible days, of class `imprecise`), BCE, the first quote and
the date in words (in the item's title), group (the first source's name), and status, factuality and confidence as
fields of their own and as classes. An open date is a point of class `since` or `until`.
Cannot be kept: the other passages, and dates without a year (left out).
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from timeline.export import schema
from timeline.export.calendar_days import clock, reach
from timeline.export.credit import Sources, credits_of, sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.json_file import utf8, write_whole
from timeline.export.listing import title_of
from timeline.export.naming import event_names, names_of

BY_HAND = "Added by hand"


def write_vis(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes the JSON."""
    write_whole(path, utf8(json.dumps(items(published), ensure_ascii=False, indent=1) + "\n"))
    return path


def items(published: schema.Timeline) -> dict[str, Any]:
    """The items and the groups that they are in."""
    sources, names = sources_of(published), names_of(published)
    found = [item for event in published.events if (item := _item(event, sources, names))]
    groups = dict.fromkeys(item["group"] for item in found)
    return {"items": found, "groups": [{"id": name, "content": escape(name)} for name in groups]}


def _item(event: schema.Event, sources: Sources, names: dict[str, str]) -> dict[str, Any] | None:
    told, time = reach(event.date), clock(event.date)
    at = told.first or told.last
    if at is None:
        return None
    item: dict[str, Any] = {
        "id": event.id,
        "content": escape(title_of(event)),
        "title": _hover(event, sources),
        "group": next(iter(event_names(event, names)), BY_HAND),
        "start": at.expanded,
        "edtf": event.date.edtf,
        "status": event.status,
        "factuality": event.factuality,
        "confidence": event.confidence,
    }
    classes: list[str] = [event.status, event.factuality]
    if told.first is None or told.after is None:
        item["type"] = "point"
        classes.append("until" if told.first is None else "since")
    elif told.is_one_day:
        item["type"] = "box"
        if time is not None:
            item["start"] += f"T{time[0]:02d}:{time[1]:02d}:{time[2]:02d}{time[3]}"
    else:
        item["type"], item["end"] = "range", told.after.expanded
        classes.append("span" if event.date.kind == "span" else "imprecise")
    return item | {"className": " ".join(classes)}


def _hover(event: schema.Event, sources: Sources) -> str:
    first = next((credit for credit in credits_of(event, sources) if credit.quote), None)
    quote = f"<br>“{escape(first.quote)}” — {escape(first.reference)}" if first else ""
    return f"<b>{escape(event.date.display)}</b>{quote}"
