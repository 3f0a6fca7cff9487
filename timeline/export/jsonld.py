"""JSON-LD with schema.org: an ItemList of Events, for search engines and triple stores. Source: schema.org's Event.

Kept: name, start and end as precise as told (ISO 8601, also before our era), the date as EDTF and the status as
identifiers of their own, places, participants (`about`), tags (`keywords`), quotes as Quotations of the works they
stand in. Cannot be kept: what is approximate but in EDTF; dates without a year have no `startDate`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.export import schema
from timeline.export.calendar_days import reach
from timeline.export.credit import Credit, Sources, credits_of, sources_of
from timeline.export.follow_the_money import DIGITS
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.listing import title_of
from timeline.export.naming import full_title, link_of
from timeline.export.writing import json_object, json_text, write_whole

NAMESPACE = "urn:event-timeline:"


def write_jsonld(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one document."""
    about, entries = item_list(published)
    write_whole(path, json_object({**about, "itemListElement": map(json_text, entries)}))
    return path


def item_list(published: schema.Timeline) -> tuple[dict[str, Any], Iterator[dict[str, Any]]]:
    """The timeline as schema.org has it: what is said of the list, and its elements."""
    sources = sources_of(published)
    entries = (
        {"@type": "ListItem", "position": place, "item": _event(event, sources)}
        for place, event in enumerate(published.events, 1)
    )
    about = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": published.title,
        "numberOfItems": len(published.events),
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
    }
    return about, entries


def _event(event: schema.Event, sources: Sources) -> dict[str, Any]:
    start, end = _days(event.date)
    return _thing(
        "Event",
        **{"@id": NAMESPACE + event.id},
        name=title_of(event),
        startDate=start,
        endDate=end,
        description=event.date.display,
        identifier=[_property("EDTF", event.date.edtf), _property("status", event.status)],
        location=[_thing("Place", name=place) for place in event.places],
        about=[_thing("Thing", name=name) for name in event.participants],
        keywords=list(event.tags),
        subjectOf=[_quotation(credit) for credit in credits_of(event, sources)],
    )


def _days(date: schema.Date) -> tuple[str | None, str | None]:
    """Start and end in ISO 8601; of a point in a month or a year, that alone."""
    if "T" in date.edtf and "/" not in date.edtf:
        return date.edtf.rstrip("?~%"), None
    told = reach(date)
    cut = None if date.mod else DIGITS.get(date.precision)
    first, last = (None if day is None else day.expanded for day in (told.first, told.last))
    if cut is not None:
        first, last = (None if day is None else day[: len(day) - (10 - cut)] for day in (first, last))
    return first, None if last == first else last


def _quotation(credit: Credit) -> dict[str, Any]:
    source = credit.source
    if source is None:
        return _thing("CreativeWork", name=credit.reference)
    published = source.published if source.published and not source.published.approximate else None
    work = _thing(
        "CreativeWork",
        **{"@id": NAMESPACE + source.id},
        name=full_title(source),
        url=link_of(source),
        datePublished=_days(published)[0] if published else None,
        author=_thing("Person", name=source.author) if source.author else None,
        publisher=_thing("Organization", name=source.publisher) if source.publisher else None,
        inLanguage=source.language,
    )
    return _thing("Quotation", text=credit.quote, creditText=credit.reference, isPartOf=work) if credit.quote else work


def _property(name: str, value: str) -> dict[str, Any]:
    return _thing("PropertyValue", propertyID=name, value=value)


def _thing(kind: str, **properties: Any) -> dict[str, Any]:
    return {"@type": kind, **{name: value for name, value in properties.items() if value not in (None, [], "")}}
