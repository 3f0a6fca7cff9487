"""A timeline as a report: sections by year, each event with numbered notes. In: a published timeline. Out: a Report.

What `markdown` and `docx` write down. Kept: title, date in words, what is not simply told as happened, places, sources
that disagree, every passage as a note with its quote and reference, and what could not be placed.
Cannot be kept: EDTF, spans and confidence, which are for programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, groupby

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
class Report:
    """A whole report, of which each part is worked out as it is read: a long one is never held."""

    title: str
    summary: str
    of: schema.Timeline

    def sections(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        """Headings, each with the events of its year. One must be read before the next is asked for."""
        for year, entries in groupby(self._entries(), key=lambda entry: entry[0]):
            yield ON_DATE_UNKNOWN if year is None else year_name(year), (entry for _, entry in entries)

    def undated(self) -> Iterator[tuple[str, str]]:
        """Words, with the reason why they have no place in time."""
        return ((" ".join((item.quote or item.date_text or "").split()), item.reason) for item in self.of.undated)

    def notes(self) -> Iterator[Note]:
        """All notes in order of their numbers."""
        return (note for _, entry in self._entries() for note in entry.notes)

    def _entries(self) -> Iterator[tuple[int | None, Entry]]:
        sources, numbers = sources_of(self.of), count(1)
        for event in self.of.events:
            told = credits_of(event, sources)
            notes = tuple(Note(next(numbers), credit.quote, credit.reference, credit.link) for credit in told)
            yield _year(event), Entry(event.date.display, title_of(event), _remarks(event), notes)


def report(published: schema.Timeline) -> Report:
    """The report of a timeline."""
    told = (counted(len(published.events), "event"), counted(len(published.sources), "source"))
    return Report(" ".join(published.title.split()), ", ".join(told), published)


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
