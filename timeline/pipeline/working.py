"""Documents worked on, and what they gave laid down. In: `Gathered` documents, a crew. Out: `Results`, on a shelf.

What is remembered of an earlier build is not worked out again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.model.event import Failure, SourceReport
from timeline.pipeline.crew import Crew
from timeline.pipeline.document import Options
from timeline.pipeline.gathering import Gathered
from timeline.pipeline.remembered import Known, recall, remember
from timeline.pipeline.standing import Standing
from timeline.pipeline.worker import Parts
from timeline.pipeline.workers import worked_out
from timeline.store.frozen import unpacked

if TYPE_CHECKING:
    from timeline.merge import Sketch, Told
    from timeline.store.shelf import Shelf, Table

SKETCHES = "source TEXT PRIMARY KEY, body BLOB"
"""The columns of sketches, which are found by their sources."""
Progress = Callable[[int, int], None]
"""Called with how many documents are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Results:
    """What the documents gave, in their order; those that gave nothing are failures."""

    failures: tuple[Failure, ...]
    _table: Table
    _sketches: Table

    def reports(self) -> Iterator[SourceReport]:
        """The source of each document with its counts."""
        return self._each("report")

    def names(self) -> Iterator[Told]:
        """What each document says of its names."""
        return self._each("names")

    def standings(self) -> Iterator[list[Standing]]:
        """What is asked of the passages of each document."""
        return (list(map(Standing._make, told)) for told in self._each("standing"))

    def passages(self) -> Iterator[tuple[Standing, bytes]]:
        """All passages, packed, with what is asked of each."""
        for standing, evidence in self._table.rows("ORDER BY place", what="standing, evidence"):
            yield from zip(map(Standing._make, unpacked(standing)), unpacked(evidence), strict=True)

    def sketches(self) -> Iterator[Sketch]:
        """The sketch of each document, in order of their ids: also where they came in no order."""
        return (unpacked(body) for (body,) in self._sketches.rows("ORDER BY source", what="body"))

    def sketch(self, source_id: str) -> Sketch | None:
        """The sketch of one document."""
        row = self._sketches.row("WHERE source = ?", (source_id,), "body")
        return None if row is None else unpacked(row[0])

    def _each(self, part: str) -> Iterator[Any]:
        return (unpacked(body) for (body,) in self._table.rows("ORDER BY place", what=part))


def work_on(
    gathered: Gathered,
    options: Options,
    crew: Crew,
    shelf: Shelf,
    known: Known | None = None,
    progress: Progress | None = None,
) -> Results:
    """Works on all documents; `progress` is told of each."""
    table = shelf.table("results", "place INTEGER PRIMARY KEY, report BLOB, evidence BLOB, standing BLOB, names BLOB")
    sketches = shelf.table("sketches", SKETCHES)
    failures: list[Failure] = []
    done = 0

    def lay_down(place: int, id: str, result: Parts | Failure) -> None:
        nonlocal done
        done += 1
        if isinstance(result, Failure):
            failures.append(result)
        else:
            table.add(place, result.report, result.evidence, result.standing, result.names)
            sketches.add(id, result.sketch)
        if progress is not None:
            progress(done, len(gathered))

    handed_out: deque[tuple[int, str, bytes]] = deque()

    def to_do() -> Iterator[bytes]:
        """The documents of which nothing is remembered; what is remembered is laid down on the way."""
        for place, (id, mark, document) in enumerate(gathered.marked()):
            result = None if known is None else recall(mark, options, known)
            if result is not None:
                lay_down(place, id, result)
            else:
                handed_out.append((place, id, mark))
                yield document

    for made in worked_out(to_do(), options, crew):
        place, id, mark = handed_out.popleft()
        if known is not None and isinstance(made, Parts):
            remember(mark, options, made, known)
        lay_down(place, id, made)
    return Results(tuple(failures), table, sketches)
