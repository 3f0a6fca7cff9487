"""What the page shows, as plain data for JSON. In: events, sources, texts. Out: rows, whole events, marked texts.

All offsets are code points of the text as read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from timeline.export import figure, naming, schema
from timeline.export.publish import publish, publish_date
from timeline.model.decision import Decision, value_of, version_of, version_of_passage
from timeline.model.display import display
from timeline.model.edtf import parse
from timeline.model.event import Event, Evidence, Timeline
from timeline.model.text import Document
from timeline.model.value import TimeValue
from timeline.review.agenda import is_aside, is_open, reasons

Item = Event | Evidence
QUOTE = 240
"""Characters of a quote in a row; the whole one comes with the event."""


def row(item: Item) -> dict[str, Any]:
    """An event for the agenda and the chart. `mark` changes with whatever a decision on it could be about."""
    event = isinstance(item, Event)
    pieces = item.evidence if isinstance(item, Event) else (item,)
    value = item.when if isinstance(item, Event) else item.when.value
    date = publish_date(value)
    first, last = figure.days(date) if date is not None else (None, None)
    quoted = next((piece for piece in pieces if piece.quote_text), None)
    told: dict[str, Any] = {
        "id": item.id,
        "title": item.title,
        "date": {
            "display": _shown(value, item),
            "edtf": date.edtf if date else None,
            "precision": date.precision if date else None,
        },
        "first": first,
        "last": last,
        "shape": figure.shape(date) if event and date is not None else None,
        "status": item.status.value,
        "open": is_open(item),
        "aside": is_aside(item),
        "why": [reason.value for reason in reasons(item)],
        "factuality": item.factuality.value,
        "sources": list(dict.fromkeys(piece.source_id for piece in pieces if piece.source_id)),
        "quote": naming.shorten(quoted.quote_text, QUOTE) if quoted else None,
        "names": [*item.participants, *item.places],
        "mark": mark(item),
    }
    if isinstance(item, Event):
        told |= {"edited": item.edited, "tags": list(item.tags), "importance": item.importance, "count": len(pieces)}
    return told


def mark(item: Item) -> str:
    """What a page must have seen to decide on an event; another value means that somebody was here meanwhile."""
    version = version_of(item) if isinstance(item, Event) else version_of_passage(item)
    pieces = item.evidence if isinstance(item, Event) else (item,)
    review = f"{item.review.at}{item.review.by}" if item.review else ""
    return f"{version.seen}{item.status.value[0]}{len(pieces)}{review}"


def whole(item: Item, timeline: Timeline, history: Sequence[Decision]) -> dict[str, Any]:
    """An event with all its evidence, as it is published, and what people did to it."""
    if isinstance(item, Event):
        alone = Timeline(timeline.title, (), (item,))
        published = publish(alone).events[0]
        told = published.model_dump(mode="json")
        told["date"] |= dict(zip(("first", "last"), figure.days(published.date), strict=True))
        pieces = published.evidence
    else:
        unplaced = publish(Timeline(timeline.title, (), (), undated=(item,))).undated[0]
        date = date_told(item.when.value) if is_aside(item) and is_placed(item.when.value) else None
        told = {"id": unplaced.id, "title": item.title, "date": date, "evidence": [unplaced.model_dump(mode="json")]}
        told |= {
            "status": unplaced.status,
            "reason": unplaced.reason,
            "factuality": unplaced.factuality,
            "conflicts": [],
        }
        told |= {
            "review": unplaced.review.model_dump(mode="json") if unplaced.review else None,
            "edited": False,
            "tags": [],
        }
        told |= {"participants": list(item.participants), "places": list(item.places), "confidence": 0.0}
        pieces = (unplaced,)
    for plain, piece in zip(told["evidence"], pieces, strict=True):
        plain["place"] = naming.place(piece.locator)
    seen = item.review if isinstance(item, Event) and item.review and item.review.changed else None
    told["before"] = {"title": seen.seen_title, "date": _spelled(seen.seen_date)} if seen else None
    told["history"] = [_deed(decision) for decision in reversed(history)]
    told["mark"] = mark(item)
    return told


def sources(timeline: Timeline) -> list[dict[str, Any]]:
    """The sources, with the name and colour that the exported page gives them too."""
    # Why not all of it published: ten thousand events take seconds, and of them only who tells them is asked here.
    told = tuple(
        schema.Event.model_construct(evidence=tuple(schema.Evidence.model_construct(source=source) for source in by))
        for by in (tuple(piece.source_id or None for piece in event.evidence) for event in timeline.events)
    )
    bare = publish(replace(timeline, events=(), undated=(), set_aside=()))
    published = bare.model_copy(update={"events": told})
    names, colors = naming.names_of(published), naming.source_colors(published)
    return [
        {
            "id": source.id,
            "name": names[source.id],
            "color": colors.get(names[source.id], len(figure.PALETTE) - 1),
            "title": naming.shorten(naming.full_title(source), 300),
            "byline": source.publisher or "",
            "uri": source.uri,
            "link": naming.link_of(source),
            "published": source.published.model_dump(mode="json") if source.published else None,
            "why": list(source.published_why),
        }
        for source in published.sources
    ]


def marked_text(document: Document, pieces: Iterable[tuple[str, Evidence]]) -> list[dict[str, Any]]:
    """A text in stretches: each with the passages whose quote holds it (`in`) and whose date it is (`date`).

    `pieces` are (event id, passage). The stretches put together are the text, to the last character.
    """
    quotes: dict[int, list[str]] = defaultdict(list)
    closes: dict[int, list[str]] = defaultdict(list)
    dates: dict[tuple[int, int], list[str]] = defaultdict(list)
    cuts = {0, len(document.text)}
    for _, piece in pieces:
        quotes[piece.quote.start].append(piece.id)
        closes[piece.quote.end].append(piece.id)
        span = piece.when.mention.span
        if span.start < span.end:
            dates[span.start, span.end].append(piece.id)
        cuts |= {piece.quote.start, piece.quote.end, span.start, span.end}
    inside = sorted(cut for cut in cuts if cut <= len(document.text))
    open_dates = sorted(dates)
    told: list[dict[str, Any]] = []
    held: dict[str, None] = {}
    for start, end in pairwise(inside):
        for id in closes.get(start, ()):
            held.pop(id, None)
        held |= dict.fromkeys(quotes.get(start, ()))
        stretch: dict[str, Any] = {"at": start, "text": document.text[start:end]}
        if held:
            stretch["in"] = list(held)
        while open_dates and open_dates[0][1] <= start:
            open_dates.pop(0)
        here = [id for low, high in open_dates[:8] if low <= start and end <= high for id in dates[low, high]]
        if here:
            stretch["date"] = here
        told.append(stretch)
    return told


def date_told(value: TimeValue | None) -> dict[str, Any] | None:
    """A date for the page's preview."""
    date = publish_date(value)
    if date is None:
        return None
    first, last = figure.days(date)
    return date.model_dump(mode="json") | {"first": first, "last": last}


def is_placed(value: TimeValue | None) -> bool:
    """Whether a date has a place in time."""
    return value is not None and (value.earliest is not None or value.latest is not None)


def _deed(decision: Decision) -> dict[str, Any]:
    changed = [
        name
        for name in ("title", "participants", "places", "tags", "factuality")
        if getattr(decision.patch, name) is not None
    ]
    dated = [f"date {display(value_of(decision.patch))}"] if decision.patch.edtf else []
    return {
        "action": decision.action.value,
        "by": decision.reviewer,
        "at": decision.at,
        "what": ", ".join([*dated, *changed]),
        "note": decision.note,
    }


def _shown(value: TimeValue | None, item: Item) -> str:
    if value is not None and value.edtf is not None:
        return display(value)
    return f"“{item.when.mention.text}”" if isinstance(item, Evidence) else "no date"


def _spelled(edtf: str | None) -> str | None:
    return display(parse(edtf)) if edtf else None


def by_source(events: Iterable[Item]) -> Mapping[str, list[tuple[str, Evidence]]]:
    """The passages of each source, with their events' ids."""
    found: dict[str, list[tuple[str, Evidence]]] = defaultdict(list)
    for item in events:
        for piece in item.evidence if isinstance(item, Event) else (item,):
            if piece.source_id:
                found[piece.source_id].append((item.id, piece))
    return found
