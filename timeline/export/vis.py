"""vis-timeline: `{"items", "groups"}` as JSON, ready for its DataSets. Source: vis-timeline's table of item fields.

Kept: title, days (an imprecise date is a range over its possible days, of class `imprecise`), BCE, the first quote and
the date in words (in the item's title), group (the first source's name), and status, factuality and confidence as
fields of their own and as classes. An open date is a point of class `since` or `until`.
Cannot be kept: the other passages, and dates without a year (left out).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from timeline.export import schema
from timeline.export.calendar_days import clock, reach
from timeline.export.credit import Sources, credits_of, sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.listing import title_of
from timeline.export.naming import event_names, names_of
from timeline.export.writing import json_object, json_text, write_whole

BY_HAND = "Added by hand"


def write_vis(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes the JSON."""
    groups: dict[str, None] = {}
    write_whole(path, json_object({"items": _counted(items(published), groups), "groups": _groups(groups)}))
    return path


def items(published: schema.Timeline) -> Iterator[dict[str, Any]]:
    """The items, each of which names the group that it is in."""
    sources, names = sources_of(published), names_of(published)
    return (item for event in published.events if (item := _item(event, sources, names)))


def _counted(found: Iterator[dict[str, Any]], groups: dict[str, None]) -> Iterator[bytes]:
    """The items in JSON; on the way, their groups are noted."""
    for item in found:
        groups[item["group"]] = None
        yield json_text(item)


def _groups(names: Iterable[str]) -> Iterator[bytes]:
    """The groups in JSON."""
    for name in names:
        yield json_text({"id": name, "content": escape(name)})


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
