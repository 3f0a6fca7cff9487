"""The notes of the page: every passage with its source and quote, numbered, for print and for readers without script.

In: `schema.Timeline`. Out: HTML fragments. On the screen the evidence panel shows the same.
"""

from __future__ import annotations

from html import escape

from timeline.export import schema, shown
from timeline.export.citation import reference

MOST_NOTES = 2_000
"""With more passages than these, a page has no notes: its list has the first quote of each event."""

QUOTE_LIMIT = 600


def numbers(published: schema.Timeline) -> dict[str, range]:
    """The numbers of each event's notes, by its id; empty where there are too many."""
    shown_events = [event for event in published.events if event.status != "rejected"]
    if sum(len(event.evidence) for event in shown_events) > MOST_NOTES:
        return {}
    found, at = {}, 1
    for event in shown_events:
        found[event.id] = range(at, at + len(event.evidence))
        at += len(event.evidence)
    return found


def notes(published: schema.Timeline) -> str:
    """The section of notes; "" where there are none."""
    numbered = numbers(published)
    sources = {source.id: source for source in published.sources}
    rows = [
        _note(number, event, item, sources.get(item.source or ""))
        for event in published.events
        if event.id in numbered
        for number, item in zip(numbered[event.id], event.evidence, strict=True)
    ]
    if not rows:
        return ""
    heading = '<section class="notes" aria-label="Notes"><h2>Notes</h2>'
    return f"{heading}<ol>{''.join(rows)}</ol></section>"


def _note(number: int, event: schema.Event, item: schema.Evidence, source: schema.Source | None) -> str:
    words = shown.marked(item, source.media_type if source else None, QUOTE_LIMIT)
    quote = f' <q dir="auto">{words}</q>' if words else ""
    told = ""
    if item.date is not None and item.date.edtf != event.date.edtf:
        day = escape(item.date.display)
        told = f' <span class="gives" data-date="{day}">Gives {day}.</span>'
    elif item.basis not in ("explicit", "markup") and item.why:
        told = f' <span>Date worked out:</span> <span lang="en">{escape("; ".join(item.why))}.</span>'
    return (
        f'<li id="n{number}" value="{number}" data-of="{escape(event.id)}">{_credit(source, item)}.{quote}{told}</li>'
    )


def _credit(source: schema.Source | None, item: schema.Evidence) -> str:
    """Who says it, where and when, as `timeline cite` refers to it."""
    told = reference(item, {source.id: source} if source else {})
    if item.attributed_to:
        told += f", attributed to {item.attributed_to}"
    return f'<span dir="auto">{escape(told)}</span>'
