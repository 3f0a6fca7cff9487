"""Each passage where it belongs. In: the results of all documents, what is known of all. Out: `Placed`, on a shelf.

Here names get one form, and other sources settle the years that a passage leaves open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from timeline.merge import Naming, is_put_down, period_of
from timeline.merge.passages import sense_of
from timeline.merge.years import Asked, sure_day, yearless_day
from timeline.model.event import Evidence, Fate, SourceReport
from timeline.model.text import LEAD, Source
from timeline.pipeline.blocks import PIECES, lay_down
from timeline.pipeline.survey import Survey
from timeline.pipeline.working import Results
from timeline.store.frozen import packed
from timeline.store.shelf import Shelf, Table

_OTHERS = "number INTEGER PRIMARY KEY, body BLOB"


@dataclass(frozen=True, slots=True)
class Placed:
    """The passages of all documents by what becomes of them; sources with their counts.

    `put_down`: what a person put down elsewhere, which is an event as it stands.
    """

    evidence: Table
    put_down: tuple[Evidence, ...]
    undated: Table
    set_aside: Table
    sources: Table


def place(results: Results, seen: Survey, names: Naming, shelf: Shelf) -> Placed:
    """Lays every passage down where it belongs."""
    put_down: list[Evidence] = []
    tables = {fate: shelf.table(fate.value, _OTHERS) for fate in (Fate.UNDATED, Fate.SET_ASIDE)}
    evidence = shelf.table("pieces", PIECES)
    moved: Counter[tuple[str, Fate]] = Counter()

    def lay(number: int, piece: Evidence) -> None:
        if piece.fate in tables:
            tables[piece.fate].add(number, packed(piece))
        elif piece.fate is Fate.EVIDENCE and is_put_down(piece):
            put_down.append(piece)
        elif piece.fate is Fate.EVIDENCE:
            lay_down(evidence, period_of(piece), piece)

    asked = Asked()
    waiting: list[tuple[int, Evidence]] = []
    days = {day for day, _ in seen.asked}
    for number, piece in enumerate(_renamed(results, names)):
        if (
            seen.asked
            and (day := sure_day(piece)) in days
            and (piece.named_by_date or (day, sense_of(piece)) in seen.asked)
        ):
            asked.add(piece)
        if yearless_day(piece) is None:
            lay(number, piece)
        else:
            waiting.append((number, piece))
    asked.close()
    for number, piece in waiting:
        settled = asked.settled(piece)
        if settled.fate is not piece.fate and piece.when.mention.rule != LEAD:
            moved[piece.source_id, piece.fate] -= 1
            moved[piece.source_id, settled.fate] += 1
        lay(number, settled)
    sources = shelf.table("sources", _OTHERS)
    for number, report in enumerate(results.reports()):
        sources.add(number, packed(as_it_is(report, seen, moved)))
    return Placed(evidence, tuple(put_down), tables[Fate.UNDATED], tables[Fate.SET_ASIDE], sources)


def _renamed(results: Results, names: Naming) -> Iterator[Evidence]:
    return (names.renamed(piece) for pieces in results.evidence() for piece in pieces)


class Families(Protocol):
    """Which sources are one text, and the first of each."""

    @property
    def family(self) -> Mapping[str, str]:
        """Their family by their ids."""

    @property
    def originals(self) -> Mapping[str, Source]:
        """The first of each family."""


def as_it_is(report: SourceReport, seen: Families, moved: Counter[tuple[str, Fate]]) -> SourceReport:
    """A source with the counts after others have settled what they could; a copy names the first of its text."""
    source = report.source
    counts = tuple((fate, count + moved[source.id, fate]) for fate, count in report.fates)
    original = seen.originals.get(seen.family.get(source.id, ""))
    if original is not None and original.id != source.id:
        source = replace(source, copy_of=original.id)
    return replace(report, source=source, fates=counts)
