"""An Excel workbook: a row for each event, and sheets of the passages and the sources. Goes both ways.

A colleague fills in `decision` (accept or reject), `corrected_date`, `note` and, for readers, `correction`, and
`timeline import` reads what they decided. Dates are dates for the years from 1900, else texts; no cell is a formula or
makes a link of itself.
Cannot be kept: spans, other readings, what is set aside or could not be read. The only importer of xlsxwriter.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from timeline.errors import InputError
from timeline.export import schema
from timeline.export.calendar_days import reach
from timeline.export.credit import Sources, credits_of, sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.listing import title_of
from timeline.export.naming import dated, full_title, link_of, place
from timeline.export.writing import whole

GENERATOR = "event-timeline"
MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""Why fixed: the same timeline gives the same bytes."""
LONGEST = 32_000
"""Characters that fit into a cell, nearly."""
ROWS = 1 << 20
"""Rows of a sheet, its head among them."""
FIRST_YEAR = 1900
"""Before it, spreadsheets have no dates."""
TO_FILL_IN = ("decision", "corrected_date", "note")
WRITABLE = (*TO_FILL_IN, "correction")
FOR_THE_DESK = (*TO_FILL_IN, "shown")
CHOICES = ("accept", "reject")

Cell = str | float | bool | datetime.date | None


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its name, how wide, and what stands in it; `hidden` ones are for the way back."""

    name: str
    width: int
    cell: Callable[[Any], Cell]
    hidden: bool = False


def write_xlsx(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one workbook. Raises InputError for more rows than a sheet holds."""
    with whole(path) as file:
        _write_book(published, file, options)
    return path


def _write_book(published: schema.Timeline, file: IO[bytes], options: ExportOptions) -> None:
    from xlsxwriter import Workbook  # type: ignore[import-untyped, unused-ignore]

    switches = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    # Why: with constant memory each row is on the disk when the next begins.
    book = Workbook(file, {"constant_memory": True, "remove_timezone": True, **dict.fromkeys(switches, False)})
    book.set_properties({"title": published.title[:255], "comments": GENERATOR, "created": MADE})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "fill": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@", "bg_color": "#FFF8DC"}),
    }
    sources = sources_of(published)
    columns = [column for column in _event_columns(sources) if not (options.public and column.name in FOR_THE_DESK)]
    _sheet(book, formats, "Events", columns, published.events)
    _sheet(book, formats, "Evidence", _passage_columns(sources), _passages(published))
    _sheet(book, formats, "Sources", _SOURCES, published.sources)
    book.close()


def _passages(published: schema.Timeline) -> Iterator[tuple[schema.Event | None, schema.Evidence]]:
    for event in published.events:
        yield from ((event, passage) for passage in event.evidence)
    yield from ((None, passage) for passage in published.undated)


def _event_columns(sources: Sources) -> tuple[_Column, ...]:
    return (
        _Column("date", 18, lambda event: event.date.display),
        _Column("title", 50, title_of),
        _Column("decision", 11, lambda event: ""),
        _Column("corrected_date", 16, lambda event: ""),
        _Column("note", 24, lambda event: ""),
        _Column("correction", 24, lambda event: event.correction),
        _Column("quote", 70, lambda event: next((c.quote for c in credits_of(event, sources) if c.quote), "")),
        _Column("sources", 34, lambda event: "\n".join(dict.fromkeys(c.reference for c in credits_of(event, sources)))),
        _Column("start", 12, lambda event: _first(event.date)),
        _Column("end", 12, lambda event: _last(event.date)),
        _Column("precision", 10, lambda event: event.date.precision),
        _Column("edtf", 16, lambda event: event.date.edtf),
        _Column("status", 10, lambda event: event.status),
        _Column("factuality", 11, lambda event: event.factuality),
        _Column("confidence", 10, lambda event: event.confidence),
        _Column("participants", 24, lambda event: "; ".join(event.participants)),
        _Column("places", 18, lambda event: "; ".join(event.places)),
        _Column("tags", 14, lambda event: "; ".join(event.tags)),
        _Column("sources disagree", 24, _disagreement),
        _Column("id", 20, lambda event: event.id),
        _Column("shown", 20, _shown, hidden=True),
    )


def _passage_columns(sources: Sources) -> tuple[_Column, ...]:
    """The columns of (event or None, passage) pairs."""

    def uri(row: Any) -> str:
        source = sources.get(row[1].source or "")
        return source.uri if source else ""

    def source(row: Any) -> str:
        found = sources.get(row[1].source or "")
        return full_title(found) if found else "added by hand"

    return (
        _Column("event", 20, lambda row: row[0].id if row[0] else "undated"),
        _Column("quote", 80, lambda row: row[1].quote),
        _Column("date words", 20, lambda row: row[1].date_text),
        _Column("date", 18, lambda row: row[1].date.display if row[1].date else getattr(row[1], "reason", "")),
        _Column("start", 12, lambda row: _first(row[1].date)),
        _Column("end", 12, lambda row: _last(row[1].date)),
        _Column("source", 34, source),
        _Column("place", 20, lambda row: place(row[1].locator)),
        _Column("why", 60, lambda row: "\n".join(row[1].why)),
        _Column("confidence", 10, lambda row: row[1].confidence),
        _Column("attributed to", 18, lambda row: row[1].attributed_to),
        _Column("uri", 24, uri),
        _Column("id", 20, lambda row: row[1].id),
    )


_SOURCES = (
    _Column("label", 30, lambda source: source.label),
    _Column("title", 50, full_title),
    _Column("publisher", 20, lambda source: source.publisher),
    _Column("author", 20, lambda source: source.author),
    _Column("published", 24, dated),
    _Column("uri", 40, lambda source: source.uri),
    _Column("address", 40, link_of),
    _Column("dates", 8, lambda source: float(source.dates.mentions)),
    _Column("id", 20, lambda source: source.id),
)


def _sheet(book: Any, formats: dict[str, Any], name: str, columns: Sequence[_Column], rows: Iterable[Any]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    last = 0
    for at, column in enumerate(columns):
        own = formats["fill" if column.name in WRITABLE else "text"]
        sheet.set_column(at, at, column.width, own, {"hidden": column.hidden})
        sheet.write_string(0, at, column.name, formats["head"])
    for last, row in enumerate(rows, 1):
        if last >= ROWS:
            told = f"a sheet holds {ROWS - 1:,} rows, and there are more in {name}"
            raise InputError(f"xlsx: {told}; write csv or parquet, or choose some with timeline export --from and --to")
        for at, column in enumerate(columns):
            _write(sheet, last, at, column.cell(row), formats, fill=column.name in WRITABLE)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    for at, column in enumerate(columns):
        if column.name == "decision":
            sheet.data_validation(1, at, max(last, 1), at, {"validate": "list", "source": list(CHOICES)})


def _write(sheet: Any, row: int, at: int, cell: Cell, formats: dict[str, Any], *, fill: bool) -> None:
    match cell:
        case None | "":
            sheet.write_blank(row, at, None, formats["fill" if fill else "text"])
        case datetime.date():
            sheet.write_datetime(row, at, datetime.datetime.combine(cell, datetime.time()), formats["date"])
        case int() | float():
            sheet.write_number(row, at, cell, formats["text"])
        case str():
            sheet.write_string(row, at, cell[:LONGEST], formats["text"])


def _first(date: schema.Date | None) -> Cell:
    return _day(date.start, reach(date).first) if date else None


def _last(date: schema.Date | None) -> Cell:
    return _day(date.end, reach(date).last) if date else None


def _day(text: str | None, day: Any) -> Cell:
    """A day as a spreadsheet's date where it has one, else as text."""
    return day.date if day is not None and day.year >= FIRST_YEAR and day.date is not None else text


def _disagreement(event: schema.Event) -> str:
    return "; ".join(f"{conflict.date.display}: {conflict.note}" for conflict in event.conflicts)


def _shown(event: schema.Event) -> str:
    """What a reviewer of the sheet sees of an event, by which a later build knows whether it has changed."""
    conflicts = sorted(conflict.date.edtf for conflict in event.conflicts)
    told = {"title": event.title, "edtf": event.date.edtf, "factuality": event.factuality, "conflicts": conflicts}
    told |= {"correction": event.correction} if event.correction else {}
    return json.dumps(told, ensure_ascii=False)
