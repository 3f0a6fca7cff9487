"""Evidence merged in blocks of time, by a crew. In: evidence on a shelf by period. Out: events on it.

A block is some years. Each is worked on with the month before it and the month after it, because days over its ends may
be told of one happening; so blocks need nothing of one another. No block is handed over: a worker reads it from the
shelf's file, and leaves what it made in a file beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.errors import TimelineError
from timeline.merge import Sketch, Stories, in_time, merged
from timeline.merge.cluster import Period
from timeline.model.event import Evidence
from timeline.pipeline.crew import Crew, Lost
from timeline.pipeline.working import Results
from timeline.store.frozen import packed, unpacked
from timeline.store.shelf import Shelf, Table

if TYPE_CHECKING:
    from timeline.model.event import Event

BLOCK = 20_000
"""Pieces of evidence that are worth a block of their own."""
PIECES = "year INTEGER, month INTEGER, id TEXT, body BLOB"
"""The columns of evidence."""
EVENTS = "first REAL, last REAL, id TEXT, body BLOB"
"""The columns of events: what they are in order of, and they."""


class Known(NamedTuple):
    """What every block needs of the whole: how rare terms are, and which sources are one text."""

    rare: Mapping[str, float]
    family: Mapping[str, str]


class Years(NamedTuple):
    """A block: the years from `first` to `last`, both counted; None, None: what is of no year."""

    first: int | None
    last: int | None


def lay_down(table: Table, period: Period, piece: Evidence) -> None:
    """Puts a passage among the evidence."""
    table.add(period.year, period.month, piece.id, packed(piece))


def merge_on(shelf: Shelf, pieces: Table, events: Table, known: Known, results: Results, crew: Crew) -> None:
    """Merges all evidence that was laid down; what comes of it is put among the events."""
    pieces.index("year, month, id")
    blocks = list(_blocks(pieces))
    if crew.size == 1 or not crew.here or len(blocks) < 2:
        for event in merged(_periods(pieces), Stories(results.sketch, known.rare), known.family):
            put(events, event)
        return
    facts = shelf.table("facts", "body BLOB")
    facts.add(packed(tuple(dict(part) for part in known)))
    facts.flush()
    for made in crew.each(partial(_merged_apart, shelf.path), blocks):
        if isinstance(made, Lost):
            raise TimelineError(f"the events could not be merged: {made.message}; try it with --workers 1")
        events.take_in(Path(made))


def put(events: Table, event: Event) -> None:
    """Puts an event among the others."""
    events.add(*in_time(event)[:2], event.id, packed(event))


def _blocks(pieces: Table) -> Iterator[Years]:
    """The years that there is evidence of, in blocks of about equal work."""
    first: int | None = None
    last: int | None = None
    size = 0
    for year, count in pieces.rows("GROUP BY year ORDER BY year", what="year, count(*)"):
        if year is None:
            yield Years(None, None)
            continue
        if first is not None and size + count > BLOCK:
            yield Years(first, last)
            first, size = None, 0
        first = year if first is None else first
        last, size = year, size + count
    if first is not None:
        yield Years(first, last)


def _periods(pieces: Table, where: str = "", values: tuple[Any, ...] = ()) -> Iterator[tuple[Period, list[Evidence]]]:
    """The evidence of each period, in order of time."""
    rows = pieces.rows(f"{where} ORDER BY year, month, id", values, "year, month, body")
    for (year, month), group in groupby(rows, key=itemgetter(0, 1)):
        yield Period(year, month), [unpacked(body) for _, _, body in group]


def _merged_apart(path: Path, block: Years) -> str:
    """The events of one block, by a worker: in a file, whose path it gives."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection, Shelf(path.parent) as own:
        (facts,) = Table(connection, "facts", 1).rows(what="body")
        known = Known(*unpacked(facts[0]))
        stories = Stories(partial(_sketch, Table(connection, "sketches", 2)), known.rare)
        pieces, made = Table(connection, "pieces", 4), own.table("events", EVENTS)
        if block.first is None or block.last is None:
            periods, years = _periods(pieces, "WHERE year IS NULL"), None
        else:
            before, after = (block.first - 1, 12), (block.last + 1, 1)
            where = "WHERE year BETWEEN ? AND ? OR (year, month) = (?, ?) OR (year, month) = (?, ?)"
            periods = _periods(pieces, where, (block.first, block.last, *before, *after))
            years = range(block.first, block.last + 1)
        for event in merged(periods, stories, known.family, years):
            put(made, event)
        made.flush()
        return str(own.keep())


def _sketch(sketches: Table, source_id: str) -> Sketch | None:
    row = sketches.row("WHERE source = ?", (source_id,), "body")
    return None if row is None else unpacked(row[0])
