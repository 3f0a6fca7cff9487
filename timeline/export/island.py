"""What the page's script reads, as plain data: the events with their days and shapes, the sources, the looks.

In: `schema.Timeline`. Out: a dictionary for JSON, without what has its usual value, so that an event costs little.
Where there are more events than a browser can hold, the weightiest are kept and the others counted by month.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import Any

from timeline.export import figure, listing, naming, schema, shown
from timeline.model.civil import civil, day_number

MOST = 20_000
"""With more events than these, a page holds only KEPT of them and counts the rest."""

KEPT = 10_000
LISTED = 1_000
"""Of such a timeline, so many are listed of what is not on it."""
LISTS = ("sources", "events", "undated", "set_aside")
BYLINE_LENGTH, TITLE_LENGTH = 160, 300

Weight = tuple[bool, float, int, str]

USUAL: dict[str, Any] = {
    "mod": None,
    "calendar": "gregorian",
    "approximate": False,
    "uncertain": False,
    "kind": "point",
    "precision": "day",
    "status": "candidate",
    "edited": False,
    "factuality": "happened",
    "role": "reports",
    "part": "body",
    "basis": "explicit",
}
"""What stands in nearly every event, and so is not written; `web/island.js` has the same."""


def island(published: schema.Timeline, rest: dict[str, Any] | None = None) -> dict[str, Any]:
    """The data of a page. `rest`: what is counted only, as from `thinned`."""
    names, colors = naming.names_of(published), naming.source_colors(published)
    works = naming.works_of(published)
    media = {source.id: source.media_type for source in published.sources}
    return {
        "title": published.title,
        "sources": [_source(source, names[source.id], works[source.id]) for source in published.sources],
        "names": [{"name": name, "color": color} for name, color in colors.items()],
        "events": [_event(event, media) for event in published.events if event.status != "rejected"],
        "rest": rest,
        "unplaced": len(published.undated),
        "figure": figure.frame(),
    }


def thinned(published: schema.Timeline, most: int = MOST, kept: int = KEPT) -> tuple[schema.Timeline, dict[str, Any]]:
    """A timeline of at most `most` events as it is; of a larger one the weightiest `kept`, the others counted by month.

    With them come the sources that they cite, and the first of what is undated, set aside or could not be read.
    The counts: {"total": all events, "months": [[first day, events], ...]}; empty where nothing was left out.
    """
    months: Counter[int | None] = Counter()
    weightiest = nsmallest(kept, _weighed(published.events, months))
    total = months.total()
    if total <= most:
        return published.model_copy(update={name: tuple(getattr(published, name)) for name in LISTS}), {}
    for _, _, month in weightiest:
        months[month] -= 1
    events = tuple(published.events[place] for place in sorted(place for _, place, _ in weightiest))
    cited = {item.source for event in events for item in event.evidence}
    sources = tuple(source for source in published.sources if source.id in cited)
    loose = {name: tuple(getattr(published, name)[:LISTED]) for name in ("undated", "set_aside", "failures")}
    counted = sorted((month, number) for month, number in months.items() if month is not None and number)
    return (
        published.model_copy(update={"events": events, "sources": sources, **loose}),
        {"total": total, "months": counted},
    )


def _weighed(events: Iterable[schema.Event], months: Counter[int | None]) -> Iterator[tuple[Weight, int, int | None]]:
    """Each event's weight, place and month; the months are counted on the way."""
    for place, event in enumerate(events):
        if event.status != "rejected":
            month = _month(event)
            months[month] += 1
            yield _weight(event), place, month


def _month(event: schema.Event) -> int | None:
    """The first day of the month that an event is counted in."""
    first, last = figure.days(event.date)
    day = first if first is not None else last
    if day is None:
        return None
    year, month, _ = civil(day)
    return day_number(year, month)


def _weight(event: schema.Event) -> Weight:
    """The weightiest first: what a person accepted, then by importance and by how many sources tell it."""
    sources = len({item.source for item in event.evidence})
    return event.status != "accepted", -event.importance, -sources, event.id


def _source(source: schema.Source, name: str, work: str) -> dict[str, Any]:
    link = naming.link_of(source)
    return {
        "id": source.id,
        "name": name,
        "work": work,
        "house": naming.house_of(source),
        "byline": source.publisher or naming.shorten(naming.full_title(source), BYLINE_LENGTH),
        "about": naming.given_label(source) or (source.label if source.publisher else naming.host(source.uri) or ""),
        "title": naming.shorten(naming.full_title(source), TITLE_LENGTH),
        "uri": link or source.uri,
        "link": link is not None,
        "published": naming.dated(source),
    }


def _event(event: schema.Event, media: dict[str, str]) -> dict[str, Any]:
    first, last = figure.days(event.date)
    drawn = {"title": listing.title_of(event), "first": first, "last": last, "shape": figure.shape(event.date)}
    plain = event.model_dump(mode="json", exclude={"evidence", "date", "conflicts", "title"})
    told = {
        "date": _date(event.date),
        "conflicts": [{"date": _date(one.date), "note": one.note} for one in event.conflicts],
        "evidence": [_evidence(item, event.date, media.get(item.source or "")) for item in event.evidence],
    }
    return _short(plain | drawn | told)


def _evidence(item: schema.Evidence, when: schema.Date, media_type: str | None) -> dict[str, Any]:
    spans = {"quote", "quote_span", "date_span", "head", "head_span", "date", "alternatives", "locator"}
    plain = item.model_dump(mode="json", exclude=spans)
    told: dict[str, Any] = {
        "quote": list(shown.pieces(item, media_type)) if item.quote else None,
        "place": naming.place(item.locator),
        "alternatives": [_date(date) for date in item.alternatives],
    }
    if item.date != when:
        told["date"] = _date(item.date) if item.date else 0
    return _short(plain | told)


def _date(date: schema.Date) -> dict[str, Any]:
    return _short(date.model_dump(mode="json", exclude={"timex", "start", "end"}))


def _short(plain: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty or as usual."""
    return {
        key: value
        for key, value in plain.items()
        if not (value in (None, "", []) or (key in USUAL and USUAL[key] == value))
    }
