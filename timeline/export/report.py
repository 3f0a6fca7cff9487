"""A timeline as a report: sections by year, each event with numbered notes. In: a published timeline. Out: a Report.

What `markdown` and `docx` write down. Kept: title, date in words, what is not simply told as happened, places, sources
that disagree, every passage as a note with its quote and reference, and what could not be placed.
Cannot be kept: EDTF, spans and confidence, which are for programs.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from timeline.export import schema
from timeline.export.calendar_days import reach
from timeline.export.credit import credits_of, sources_of
from timeline.export.listing import counted, title_of, year_name

ON_DATE_UNKNOWN = "Date unknown"


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: a passage's words and where they stand."""

    number: int
    quote: str
    reference: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An event: its date in words, its title, what else is said of it, and its notes."""

    when: str
    title: str
    remarks: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The events of a year."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report; `undated` are words with their reasons."""

    title: str
    summary: str
    sections: tuple[Section, ...]
    undated: tuple[tuple[str, str], ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes in order of their numbers."""
        return tuple(note for section in self.sections for entry in section.entries for note in entry.notes)


def report(published: schema.Timeline) -> Report:
    """The report of a timeline."""
    sources = sources_of(published)
    number = 0
    sections = []
    for year, events in groupby(published.events, key=_year):
        entries = []
        for event in events:
            notes = []
            for credit in credits_of(event, sources):
                number += 1
                notes.append(Note(number, credit.quote, credit.reference, credit.link))
            entries.append(Entry(event.date.display, title_of(event), _remarks(event), tuple(notes)))
        sections.append(Section(ON_DATE_UNKNOWN if year is None else year_name(year), tuple(entries)))
    told = (counted(len(published.events), "event"), counted(len(published.sources), "source"))
    undated = tuple((" ".join((item.quote or item.date_text or "").split()), item.reason) for item in published.undated)
    return Report(" ".join(published.title.split()), ", ".join(told), tuple(sections), undated)


def _year(event: schema.Event) -> int | None:
    told = reach(event.date)
    at = told.first or told.last
    return at.year if at else None


def _remarks(event: schema.Event) -> tuple[str, ...]:
    told: list[str] = [] if event.factuality == "happened" else [event.factuality]
    told += [f"in {', '.join(event.places)}"] if event.places else []
    told += [f"otherwise {conflict.date.display}: {conflict.note}" for conflict in event.conflicts]
    told += [f"corrected: {event.correction}"] if event.correction else []
    return tuple(told)
