"""The part of the page that needs no script: every event in order of time, and what is not on the timeline.

In: `schema.Timeline`. Out: HTML fragments. This is also the accessible view and the print view. Every text from a
document passes through `html.escape`; right-to-left text is isolated with `dir="auto"`.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from itertools import groupby

from timeline.export import schema, shown
from timeline.export.figure import PALETTE, days
from timeline.export.naming import (
    dated,
    event_names,
    full_title,
    given_label,
    link_of,
    names_of,
    place,
    shorten,
    source_colors,
)
from timeline.export.notes import numbers
from timeline.model.civil import civil

QUOTE_LIMIT, SHORT_QUOTE = 280, 160
FACTUALITY_WORDS = {
    "ongoing": "ongoing",
    "planned": "planned",
    "expected": "expected",
    "denied": "denied",
    "hypothetical": "hypothetical",
    "recurring": "recurring",
}
"""What is said of an event beside its title; what simply happened needs no word."""


def summary(published: schema.Timeline) -> str:
    """One line below the title: how much there is, from when to when."""
    statuses: Counter[str] = Counter()
    known: set[int] = set()
    for event in published.events:
        if event.status != "rejected":
            statuses[event.status] += 1
            known |= {civil(day)[0] for day in days(event.date) if day is not None}
    parts = [said("{n} events", statuses.total()), said("{n} sources", len(published.sources))]
    if known:
        first, last = min(known), max(known)
        parts.append(year_name(first) if first == last else f"{year_name(first)} – {year_name(last)}")
    candidates = statuses["candidate"]
    if 0 < candidates < statuses.total():
        parts.append(said("{n} not reviewed", candidates))
    if published.undated:
        parts.append(said("{n} undated", len(published.undated)))
    if published.left_out:
        parts.append(said("{n} less important events left out", published.left_out))
    return " · ".join(parts)


def events(published: schema.Timeline, total: int = 0) -> str:
    """The chronological list, in sections by year. `total`: of how many events these are the weightiest."""
    kept = [event for event in published.events if event.status != "rejected"]
    if not kept:
        return _nothing(published)
    told = _Told(published)
    out = [_thinned(len(kept), total)] if total else []
    for year, group in groupby(kept, key=_year):
        rows = "".join(_event(event, told) for event in group)
        heading = "Date unknown" if year is None else year_name(year)
        out.append(f'<section class="year"><h3>{heading}</h3><ol>{rows}</ol></section>')
    return "".join(out)


def appendix(published: schema.Timeline, whole: schema.Timeline) -> str:
    """Undated, set aside, rejected, failures and sources, each in a section that opens; `whole`: all there is."""
    rejected = [event for event in published.events if event.status == "rejected"]
    told = _Told(published)
    uris = {source.id: source.uri for source in published.sources}
    sections = (
        _section(
            "undated",
            "Undated",
            "Dates that the text does not tell fully enough to place. They are kept here, not guessed.",
            [_unplaced(item, told) for item in published.undated],
            len(whole.undated),
        ),
        _section(
            "set-aside",
            "Set aside",
            "Dates in teasers, menus and other matter that is not the article.",
            [_unplaced(item, told) for item in published.set_aside],
            len(whole.set_aside),
        ),
        _section(
            "rejected",
            "Rejected",
            "Events that a reviewer took off the timeline.",
            [_event(event, told) for event in rejected],
            len(rejected),
        ),
        _section(
            "failures",
            "Could not be read",
            "These gave no events.",
            [_failure(item) for item in published.failures],
            len(whole.failures),
        ),
        _section(
            "sources",
            "Sources",
            "What was read, and how many dates were found in it.",
            [_source(source, uris) for source in published.sources],
            len(whole.sources),
        ),
    )
    return "".join(sections)


def year_name(year: int) -> str:
    """A year as people write it: 1 BC is the year 0, and one that reads as a short form has its era."""
    if year < 1:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 100 else str(year)


def said(phrase: str, number: int) -> str:
    """A number in a phrase of the page's own, as HTML that its script says again in the reader's language."""
    words = phrase.replace("{n}", f"{number:,}")
    if number == 1:
        words = _PLURAL.sub(r"\1", words, count=1)
    return f'<span data-say="{escape(phrase)}" data-n="{number}">{escape(words)}</span>'


_PLURAL = re.compile(r"\b(event|source|date)s\b")


def counted(number: int, word: str) -> str:
    """ "1 event", "2 events"."""
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def told_by(counts: schema.Counts) -> str:
    """ "6 quotes, 5 publishers, 2 independent": sources in the place of publishers where none is known."""
    who = counted(counts.publishers, "publisher") if counts.publishers else counted(counts.sources, "source")
    return f"{counted(counts.quotes, 'quote')}, {who}, {counts.independent:,} independent"


def title_of(event: schema.Event) -> str:
    """The event's title; one that shows nothing is named as such, so that it can be seen and chosen."""
    return event.title if event.title.strip() else "Untitled event"


def _year(event: schema.Event) -> int | None:
    first, last = days(event.date)
    day = first if first is not None else last
    return None if day is None else civil(day)[0]


class _Told:
    """What the rows need to know of the whole: names, colours, media types, numbers of notes."""

    def __init__(self, published: schema.Timeline) -> None:
        self.names = names_of(published)
        self.colors = source_colors(published)
        self.media = {source.id: source.media_type for source in published.sources}
        self.notes = numbers(published)
        self.limit = QUOTE_LIMIT if self.notes else SHORT_QUOTE


def _event(event: schema.Event, told: _Told) -> str:
    by = event_names(event, told.names)
    color = told.colors[by[0]] if by else len(PALETTE) - 1
    who = escape(", ".join(by[:3])) or '<span class="own">added by hand</span>'
    if len(by) > 3:
        who += f'<span class="others" data-n="{len(by) - 3}"> and {len(by) - 3} more</span>'
    word = FACTUALITY_WORDS.get(event.factuality)
    badge = f' <span class="badge {event.factuality}">{word}</span>' if word else ""
    badge += ' <span class="badge warn">sources disagree</span>' if event.conflicts else ""
    if event.correction:
        note = f'<span class="own">Corrected:</span> {escape(event.correction)}'
        badge += f' <small class="correction" dir="auto">{note}</small>'
    key = escape(event.id)
    kind = f' class="{event.factuality}"' if event.factuality in ("denied", "hypothetical") else ""
    counts = ""
    if event.counts is not None and event.counts.quotes > 1:
        counts = f'<small class="counts">{told_by(event.counts)}</small>'
    after = f"{badge}{_references(told.notes.get(event.id))}{_quote(event, told)}{counts}"
    return (
        f'<li class="event" data-id="{key}"><span class="when">{escape(event.date.display)}</span>'
        f'<div class="what"><a href="#e={key}"{kind} dir="auto">{escape(title_of(event))}</a>{after}</div>'
        f'<span class="by" dir="auto"><i class="c{color}"></i>{who}</span></li>'
    )


def _references(numbered: range | None) -> str:
    if not numbered:
        return ""
    links = " ".join(f'<a href="#n{number}">{number}</a>' for number in numbered)
    return f' <sup class="refs">{links}</sup>'


def _quote(event: schema.Event, told: _Told) -> str:
    first = next((item for item in event.evidence if item.quote), None)
    if first is None:
        return ""
    return f'<q dir="auto">{shown.marked(first, told.media.get(first.source or ""), told.limit)}</q>'


def _thinned(kept: int, total: int) -> str:
    told = (
        'data-say="These are the {kept} weightiest of {n} events." '
        f'data-kept="{kept:,}" data-n="{total}">These are the {kept:,} weightiest of {total:,} events.'
    )
    return (
        f'<p class="thinned"><strong {told}</strong> '
        "The others are counted by month in the chart. All are in <code>timeline.json</code>; a page of a shorter "
        "time, made with <code>timeline export timeline.json --format html --from 2020-01-01 --to 2020-12-31</code>, "
        "shows all of that time.</p>"
    )


def _unplaced(item: schema.Unplaced, told: _Told) -> str:
    words = [told.names.get(item.source or "", ""), place(item.locator)]
    quote = shown.marked(item, told.media.get(item.source or ""), QUOTE_LIMIT)
    lead = escape(item.date_text or (item.date.display if item.date else "") or "")
    return (
        f'<li class="unplaced"><span class="when" dir="auto">{lead}</span>'
        f'<div class="what"><span class="reason" lang="en">{escape(item.reason)}</span><q dir="auto">{quote}</q></div>'
        f'<span class="by" dir="auto">{escape(", ".join(filter(None, words)))}</span></li>'
    )


def _failure(item: schema.Failure) -> str:
    return (
        f'<li class="unplaced"><span class="when">{escape(item.code)}</span>'
        f'<div class="what"><span dir="auto">{escape(item.uri)}</span>'
        f'<q dir="auto" lang="en">{escape(item.message)}</q></div></li>'
    )


def _source(source: schema.Source, uris: dict[str, str]) -> str:
    uri, href = escape(source.uri), link_of(source)
    link = f'<a href="{escape(href)}" rel="noopener noreferrer" target="_blank">{uri}</a>' if href else uri
    when = escape(dated(source) or "") or "no date stated"
    title = ": ".join(filter(None, (given_label(source), full_title(source))))
    credit = ", ".join(filter(None, (source.publisher, source.author)))
    found = source.dates
    fates = (
        (found.evidence, "{n} on the timeline"),
        (found.undated, "{n} undated"),
        (found.set_aside, "{n} set aside"),
        (found.duration + found.set + found.vague, "{n} lengths of time and the like"),
    )
    tally = ", ".join(said(phrase, number) for number, phrase in fates if number)
    copies = f" Also at: {escape(', '.join(source.copies))}." if source.copies else ""
    if source.copy_of:
        copies += f" The text of {escape(uris.get(source.copy_of, source.copy_of))} with small changes: counted once."
    return (
        f'<li class="unplaced"><span class="when">{when}</span>'
        f'<div class="what"><span dir="auto">{escape(shorten(title, 300))}</span>'
        f'<small dir="auto">{escape(credit)}{" — " if credit else ""}{link}.{copies}</small></div>'
        f'<span class="by">{said("{n} dates", found.mentions)}{": " + tally if tally else ""}</span></li>'
    )


def _section(name: str, heading: str, note: str, items: list[str], total: int) -> str:
    if not items:
        return ""
    if len(items) < total:
        note += f" {said('These are {n} of them; all are in', len(items))} <code>timeline.json</code>."
    return (
        f'<details class="more" id="{name}"><summary>{heading} <span class="count">{total:,}</span></summary>'
        f"<p>{note}</p><ol>{''.join(items)}</ol></details>"
    )


def _nothing(published: schema.Timeline) -> str:
    if not published.sources:
        why = "No document was read."
    elif published.undated:
        why = said("{n} dates could be read but not placed: see Undated below.", len(published.undated))
    else:
        why = "The documents that were read name no date that could be placed."
    return f'<div class="empty"><p><strong>No dated events.</strong></p><p>{why}</p></div>'
