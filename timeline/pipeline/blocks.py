"""Evidence merged in blocks of time, by a crew. In: evidence on a shelf by period. Out: events on it.

A block is some years. Each is worked on with the month before it and the month after it, because days over its ends may
be told of one happening; so blocks need nothing of one another. A worker of this machine is handed no block: it
reads it from the shelf's file, and leaves what it made in a file beside it. One elsewhere is handed all that it needs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from timeline.errors import TimelineError
from timeline.merge import Sketch, Stories, in_time, merged
from timeline.merge.cluster import Period
from timeline.model.event import Evidence
from timeline.pipeline.crew import Crew, Lost
from timeline.pipeline.rounds import without_rounds
from timeline.pipeline.working import Results
from timeline.store.frozen import packed, packer, unpacked
from timeline.store.shelf import Shelf, Table

if TYPE_CHECKING:
    from timeline.model.event import Event

Made = TypeVar("Made")
Row = tuple[float, float, str, bytes]
"""An event as it lies on the shelf."""
HandedOver: TypeAlias = "tuple[Years, tuple[tuple[Period, tuple[Evidence, ...]], ...], tuple[Sketch, ...]]"

BLOCK, LEAST = 20_000, 1_000
"""Pieces of evidence in a block at most, and at least, but for what years bring."""
_SHARES = 4
"""Blocks for each worker, so that none waits long for the last."""
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


def lay_down(table: Table, period: Period, id: str, body: bytes) -> None:
    """Puts a packed passage among the evidence."""
    table.add(period.year, period.month, id, body)


def merge_on(shelf: Shelf, pieces: Table, events: Table, known: Known, results: Results, crew: Crew) -> None:
    """Merges all evidence that was laid down; what comes of it is put among the events."""
    pieces.index("year, month, id")
    blocks = list(_blocks(pieces, min(BLOCK, max(LEAST, len(pieces) // (_SHARES * crew.size)))))
    if crew.size == 1 or len(blocks) < 2:
        _merge_here(pieces, None, events, Stories(results.sketch, known.rare), known)
        return
    if not crew.here:
        far = crew.each(partial(_merged_far, known), (_handed_over(pieces, results, block) for block in blocks))
        for made in map(_kept, far):
            for row in made:
                events.add(*row)
        return
    facts = shelf.table("facts", "body BLOB")
    facts.add(packed(tuple(dict(part) for part in known)))
    facts.flush()
    for path in map(_kept, crew.each(partial(_merged_apart, shelf.path), blocks)):
        events.take_in(Path(path))


def put(events: Table, event: Event) -> None:
    """Puts an event among the others."""
    events.add(*_row(event, packed))


def _row(event: Event, pack: Callable[[object], bytes]) -> Row:
    return *in_time(event)[:2], event.id, pack(event)


def _merge_here(pieces: Table, block: Years | None, events: Table, stories: Stories, known: Known) -> None:
    """Merges the evidence of a block, or all; what comes of it is put among the events."""
    bodies: dict[str, bytes] = {}
    pack, years = packer(bodies), None if block is None else _years(block)
    with without_rounds():
        for event in merged(_periods(pieces, block, bodies), stories, known.family, years):
            events.add(*_row(event, pack))


def _kept(made: Made | Lost) -> Made:
    if isinstance(made, Lost):
        raise TimelineError(f"the events could not be merged: {made.message}; try it with --workers 1")
    return made


def _blocks(pieces: Table, most: int) -> Iterator[Years]:
    """The years that there is evidence of, in blocks of at most so many pieces, where a year is not more."""
    first: int | None = None
    last: int | None = None
    size = 0
    for year, count in pieces.rows("GROUP BY year ORDER BY year", what="year, count(*)"):
        if year is None:
            yield Years(None, None)
            continue
        if first is not None and size + count > most:
            yield Years(first, last)
            first, size = None, 0
        first = year if first is None else first
        last, size = year, size + count
    if first is not None:
        yield Years(first, last)


def _periods(
    pieces: Table, block: Years | None, bodies: dict[str, bytes] | None = None
) -> Iterator[tuple[Period, list[Evidence]]]:
    """The evidence of each period, in order of time; of a block, with the months before and after it.

    `bodies` is told the bytes of each piece, by id.
    """
    for period, group in groupby(_rows(pieces, block), key=itemgetter(0, 1)):
        told = [(id, body) for _, _, id, body in group]
        if bodies is not None:
            bodies.update(told)
        yield Period(*period), [unpacked(body) for _, body in told]


def _rows(pieces: Table, block: Years | None) -> Iterator[tuple[Any, ...]]:
    where, values = "", tuple[int, ...]()
    if block is not None and block.first is not None and block.last is not None:
        where = "WHERE year BETWEEN ? AND ? OR (year, month) = (?, ?) OR (year, month) = (?, ?)"
        values = block.first, block.last, block.first - 1, 12, block.last + 1, 1
    elif block is not None:
        where = "WHERE year IS NULL"
    return pieces.rows(f"{where} ORDER BY year, month, id", values, "year, month, id, body")


def _years(block: Years) -> range | None:
    return None if block.first is None or block.last is None else range(block.first, block.last + 1)


def _merged_apart(path: Path, block: Years) -> str:
    """The events of one block, by a worker: in a file, whose path it gives."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection, Shelf(path.parent) as own:
        (facts,) = Table(connection, "facts", 1).rows(what="body")
        known = Known(*unpacked(facts[0]))
        stories = Stories(partial(_sketch, Table(connection, "sketches", 2)), known.rare)
        pieces, made = Table(connection, "pieces", 4), own.table("events", EVENTS)
        _merge_here(pieces, block, made, stories, known)
        made.flush()
        return str(own.keep())


def _handed_over(pieces: Table, results: Results, block: Years) -> HandedOver:
    """All that a block asks for, for a worker that sees no file of this machine."""
    periods = tuple((period, tuple(told)) for period, told in _periods(pieces, block))
    sources = dict.fromkeys(piece.source_id for _, told in periods for piece in told)
    return block, periods, tuple(filter(None, map(results.sketch, sources)))


def _merged_far(known: Known, given: HandedOver) -> tuple[Row, ...]:
    """The events of a block that was handed over."""
    block, periods, sketches = given
    stories = Stories({sketch.source_id: sketch for sketch in sketches}.get, known.rare)
    return tuple(_row(event, packed) for event in merged(periods, stories, known.family, _years(block)))


def _sketch(sketches: Table, source_id: str) -> Sketch | None:
    row = sketches.row("WHERE source = ?", (source_id,), "body")
    return None if row is None else unpacked(row[0])
