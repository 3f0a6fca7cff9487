"""Each passage where it belongs. In: the results of all documents, what is known of all. Out: `Placed`, on a shelf.

Here names get one form, and other sources settle the years that a passage leaves open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from timeline.merge import Naming
from timeline.merge.cluster import Period
from timeline.merge.passages import sense_of
from timeline.merge.years import Asked
from timeline.model.event import Evidence, Fate, SourceReport
from timeline.model.text import LEAD, Source
from timeline.pipeline.blocks import PIECES, lay_down
from timeline.pipeline.standing import Standing, standing_of
from timeline.pipeline.survey import Survey
from timeline.pipeline.working import Results
from timeline.store.frozen import packed, unpacked
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

    def lay(number: int, standing: Standing, body: bytes) -> None:
        if standing.fate in tables:
            tables[standing.fate].add(number, body)
        elif standing.fate is Fate.EVIDENCE and standing.put_down:
            put_down.append(unpacked(body))
        elif standing.fate is Fate.EVIDENCE:
            lay_down(evidence, Period(standing.year, standing.month), standing.id, body)

    asked = Asked()
    waiting: list[tuple[int, Evidence]] = []
    days = {day for day, _ in seen.asked}
    for number, (standing, body) in enumerate(results.passages()):
        may_answer = standing.sure is not None and standing.sure in days
        if standing.yearless is None and not may_answer and names.keeps(standing):
            lay(number, standing, body)
            continue
        piece = names.renamed(unpacked(body))
        if may_answer and (piece.named_by_date or (standing.sure, sense_of(piece)) in seen.asked):
            asked.add(piece)
        if standing.yearless is None:
            lay(number, standing, packed(piece))
        else:
            waiting.append((number, piece))
    asked.close()
    for number, piece in waiting:
        settled = asked.settled(piece)
        if settled.fate is not piece.fate and piece.when.mention.rule != LEAD:
            moved[piece.source_id, piece.fate] -= 1
            moved[piece.source_id, settled.fate] += 1
        lay(number, standing_of(settled), packed(settled))
    sources = shelf.table("sources", _OTHERS)
    for number, report in enumerate(results.reports()):
        sources.add(number, packed(as_it_is(report, seen, moved)))
    return Placed(evidence, tuple(put_down), tables[Fate.UNDATED], tables[Fate.SET_ASIDE], sources)


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
