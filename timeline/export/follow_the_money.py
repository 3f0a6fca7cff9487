"""FollowTheMoney: entities as JSON Lines, for Aleph, OpenAleph and yente. Source: its model of Event and Document.

Kept: title, dates as precise as told (2018, 2018-01), spans, quotes and references, participants and places as names
that are mentioned, tags, status (a keyword), the date in words, and each source as a Document that the event's `proof`
points to.
Cannot be kept: years before 1 and after 9999 stand in the summary only; participants are names, not people.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

from timeline.export import schema
from timeline.export.calendar_days import Day, reach
from timeline.export.credit import Sources, credits_of, sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.listing import title_of
from timeline.export.naming import full_title, link_of
from timeline.export.writing import json_lines, write_whole

DIGITS = {"year": 4, "decade": 4, "century": 4, "millennium": 4, "month": 7, "quarter": 7, "season": 7, "half": 7}
"""How much of an ISO day is told, by precision; a whole day for all others."""


def write_ftm(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one entity a line, the sources first."""
    sources = sources_of(published)
    events = (_event(event, sources) for event in published.events)
    write_whole(path, json_lines(chain(map(_document, published.sources), events)))
    return path


def _document(source: schema.Source) -> dict[str, Any]:
    published = source.published if source.published and not source.published.approximate else None
    return _entity(
        source.id,
        "Document",
        title=[full_title(source)],
        author=[source.author],
        publisher=[source.publisher],
        sourceUrl=[link_of(source)],
        mimeType=[source.media_type],
        publishedAt=[_day(reach(published).first, published) if published else None],
    )


def _event(event: schema.Event, sources: Sources) -> dict[str, Any]:
    told, credits = reach(event.date), credits_of(event, sources)
    first, last = _day(told.first, event.date), _day(told.last, event.date)
    at_once = event.date.kind == "point" and first is not None and (first == last or told.is_one_day)
    return _entity(
        event.id,
        "Event",
        name=[title_of(event)],
        date=[first if at_once else None],
        startDate=[None if at_once else first],
        endDate=[None if at_once else last],
        summary=[event.date.display],
        description=[credit.words for credit in credits],
        sourceUrl=[credit.link for credit in credits],
        publisher=[credit.source.publisher if credit.source else None for credit in credits],
        proof=[credit.source.id if credit.source else None for credit in credits],
        namesMentioned=[*event.participants],
        locationMentioned=[*event.places],
        keywords=[*event.tags, event.status, event.factuality],
        recordId=[event.id],
    )


def _day(day: Day | None, date: schema.Date) -> str | None:
    """A day cut to what is told; None for years that the model does not know."""
    if day is None or day.date is None:
        return None
    return day.date.isoformat()[: DIGITS.get(date.precision, 10)] if date.mod is None else day.date.isoformat()


def _entity(id: str, kind: str, **properties: list[str | None]) -> dict[str, Any]:
    kept = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": id, "schema": kind, "properties": {name: values for name, values in kept.items() if values}}
