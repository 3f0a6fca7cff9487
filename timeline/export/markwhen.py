"""Markwhen: a text that people edit by hand. Source: markwhen's documentation of its syntax, and its parser.

Kept: title, days as precise as told, tags, id, status, the date as EDTF and in words, quotes and references.
Cannot be kept: what is approximate but in words; dates without a year and those before our era that are no whole year
are shown by their year or left out; tags keep their letters and digits only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from timeline.export import schema
from timeline.export.calendar_days import Day, clock, reach
from timeline.export.credit import Sources, credits_of, sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.listing import title_of, year_name
from timeline.export.writing import text_lines, write_whole
from timeline.model.civil import month_length

_NO_TAG = re.compile(r"[^\w]+")
_MARK = re.compile(r"(?<!\w)[#@!](?=\w)|\]\(")
_SPECIAL_LINE = re.compile(r"(?=(?:section|group|end(?:Section|Group)|title|key|description)\b|[#\-*\d!@/])", re.I)


def write_markwhen(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one page, in sections by year."""
    write_whole(path, text_lines(_lines(published)))
    return path


def _lines(published: schema.Timeline) -> Iterator[str]:
    # Why JSON: what stands between the dashes is YAML, and a JSON string is one of its.
    yield from ("---", f"title: {json.dumps(' '.join(published.title.split()), ensure_ascii=False)}", "---")
    sources = sources_of(published)
    placed = ((event, written) for event in published.events if (written := _date(event.date)))
    for year, rows in groupby(placed, key=lambda row: _year(row[0].date)):
        yield from ("", f"# {year}")
        for event, written in rows:
            yield from ("", *_entry(event, written, sources))


def _entry(event: schema.Event, written: str, sources: Sources) -> list[str]:
    tags = "".join(f" #{_NO_TAG.sub('_', tag)}" for tag in event.tags if _NO_TAG.sub("", tag))
    lines = [f"{written} {_plain(title_of(event))}{tags}", f"id: {event.id}", f"status: {event.status}"]
    lines += [f"edtf: {json.dumps(event.date.edtf)}", f"date: {json.dumps(event.date.display, ensure_ascii=False)}"]
    if event.factuality != "happened":
        lines.append(f"factuality: {event.factuality}")
    return [*lines, *(_line(credit.words) for credit in credits_of(event, sources))]


def _date(date: schema.Date) -> str | None:
    """A date or a range of markwhen's with what parts it from the title; None for what it has no form for."""
    told = reach(date)
    first, last = told.first or told.last, told.last or told.first
    if first is None or last is None:
        return None
    if first.year < 1:
        return f"{1 - first.year} BCE"
    if first.year > 9999 or last.year > 9999:
        return f"{first.year}:"
    time = clock(date)
    if time is not None:
        return f"{_iso(first)}T{time[0]:02d}:{time[1]:02d}:{time[2]:02d}Z:"
    if told.is_one_day or told.first is None or told.last is None:
        return f"{_iso(first)}:"
    return f"{_range(first, last)}:"


def _range(first: Day, last: Day) -> str:
    """From one day to another; whole months and years by their own names."""
    one, other = _iso(first), _iso(last)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        one, other = one[:4], other[:4]
    elif first.day == 1 and last.day == month_length(last.year, last.month):
        one, other = one[:7], other[:7]
    return one if one == other else f"{one}/{other}"


def _iso(day: Day) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _year(date: schema.Date) -> str:
    told = reach(date)
    at = told.first or told.last
    assert at is not None
    return year_name(at.year)


def _plain(text: str) -> str:
    """A text on one line, in which nothing is a tag, a reference or a comment."""
    return _MARK.sub(lambda found: found[0][0] + "\u2060" + found[0][1:], " ".join(text.split()))


def _line(text: str) -> str:
    """A line of an entry's text that begins no entry, section or property."""
    return _plain(f"> {text}" if _SPECIAL_LINE.match(text) else text)
