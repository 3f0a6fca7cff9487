"""The names of a timeline as a table. In: names. Out: rows, CSV, or a `names.csv` to correct.

A `names.csv` has a row for each form, with the columns that `timeline.read.name_rules` reads back.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.export.source_table import Row, written
from timeline.model.event import Name

COLUMNS = ("name", "other forms", "kind", "documents", "events")
CORRECTIONS = ("name", "same as", "kind", "in", "documents", "events")


def rows(names: Iterable[Name]) -> tuple[Row, ...]:
    """One row for each name, by column; a kind that is not known is empty."""
    return tuple(
        {
            "name": name.name,
            "other forms": "; ".join(name.forms),
            "kind": name.kind or "",
            "documents": name.documents,
            "events": name.events,
        }
        for name in names
    )


def table_csv(names: Iterable[Name]) -> str:
    """All columns as CSV."""
    return written(COLUMNS, rows(names))


def corrections_csv(names: Iterable[Name]) -> str:
    """A `names.csv` to correct: each name, and below it its other forms as they were gathered."""
    return written(CORRECTIONS, (row for name in names for row in _forms(name)))


def _forms(name: Name) -> Iterable[Row]:
    counts: Row = {"documents": name.documents, "events": name.events}
    yield {"name": name.name, "same as": "", "kind": name.kind or "", "in": "", **counts}
    for form in name.forms:
        yield {"name": form, "same as": name.name, "kind": "", "in": "", "documents": "", "events": ""}
