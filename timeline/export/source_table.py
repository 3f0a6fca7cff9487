"""The sources of a timeline as a table. In: published sources. Out: rows, CSV, or a `sources.csv` to correct.

The first columns are those that `timeline.read.sidecar` reads back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from timeline.export import schema
from timeline.export.naming import WORKED_OUT, given_label

CORRECTIONS = ("uri", "label", "title", "publisher", "published", "language", "calendar", "date order")
COUNTS = ("words", "dates", "events", "undated", "set aside", "other")
COLUMNS = (*CORRECTIONS, "published from", "updated", *COUNTS, "copies", "copy of", "id")
_FORMULA = re.compile(r"[=+@\t\r-]")

Row = Mapping[str, str | int]


def rows(sources: Iterable[schema.Source]) -> tuple[Row, ...]:
    """One row for each source, by column; what is not known is empty."""
    return tuple(map(_row, sources))


def table_csv(sources: Iterable[schema.Source]) -> str:
    """All columns as CSV."""
    return written(COLUMNS, rows(sources))


def sidecar_csv(sources: Iterable[schema.Source]) -> str:
    """A `sources.csv` to correct: what was found, without what was only worked out."""
    return written(CORRECTIONS, rows(sources))


def _row(source: schema.Source) -> Row:
    found = source.dates
    stated = source.published is not None and source.published_from != WORKED_OUT and not source.published.approximate
    return MappingProxyType(
        {
            "uri": source.uri,
            "label": given_label(source) or "",
            "title": source.title,
            "publisher": source.publisher or "",
            "published": source.published.edtf if stated and source.published else "",
            "language": source.language or "",
            "calendar": source.calendar or "",
            "date order": source.date_order or "",
            "published from": source.published_from or "",
            "updated": source.updated.edtf if source.updated else "",
            "words": source.words,
            "dates": found.mentions,
            "events": found.evidence,
            "undated": found.undated,
            "set aside": found.set_aside,
            "other": found.duration + found.set + found.vague,
            "copies": " ".join(source.copies),
            "copy of": source.copy_of or "",
            "id": source.id,
        }
    )


def written(columns: tuple[str, ...], table: Iterable[Row]) -> str:
    """A table as CSV in which no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in table:
        writer.writerow([_guarded(row[column]) for column in columns])
    return out.getvalue()


def _guarded(cell: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
