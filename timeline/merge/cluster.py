"""Evidence to events. Comes in: dated evidence, the documents' sketches. Goes out: `Event`s, in order of time.

Blocks hold what has one date, to the day where it is told so finely; each is grouped by itself. Then coarse dates are
joined to finer ones inside them, and days a little apart where only the day is in question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import chain, groupby, islice
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import NamedTuple

from timeline.merge.across import Finest, contrary, inside
from timeline.merge.groups import Group, grouped
from timeline.merge.likeness import Sketch
from timeline.merge.passages import Passage, day_of, passages
from timeline.merge.reasons import headline, reason
from timeline.merge.salience import event_of
from timeline.merge.stories import Stories
from timeline.model import civil
from timeline.model.event import Event, Evidence
from timeline.model.value import Granularity, Kind

_NO_FAMILIES: Mapping[str, str] = MappingProxyType({})
Block = tuple[object, ...]
_FIELDS = [field.name for field in fields(Evidence)]
_by_id = attrgetter("id")
_ALL_OF, _JOINED = attrgetter(*_FIELDS), _FIELDS.index("joined")


class Period(NamedTuple):
    """A stretch of time that evidence is worked on with, in order of time.

    `year`: None where no year is known; `month`: 0 for what is of no one month, and comes before the year's months.
    """

    year: int | None
    month: int

    @property
    def order(self) -> tuple[bool, int, int]:
        """What to sort it by."""
        return self.year is not None, self.year or 0, self.month


def merge(
    evidence: Iterable[Evidence], sketches: Iterable[Sketch], family: Mapping[str, str] = _NO_FAMILIES
) -> tuple[Event, ...]:
    """One event for each happening, with all its evidence, in order of time.

    `family` names the sources that are one text (see `copies`): they count as one report.
    Whatever the order of the documents, the same events come out; each piece of evidence is in exactly one.
    """
    by_period: dict[Period, list[Evidence]] = defaultdict(list)
    for piece in evidence:
        by_period[period_of(piece)].append(piece)
    periods = sorted(by_period.items(), key=lambda entry: entry[0].order)
    return tuple(sorted(merged(periods, Stories.of(sketches), family), key=_order))


def merged(
    periods: Iterable[tuple[Period, Iterable[Evidence]]],
    stories: Stories,
    family: Mapping[str, str] = _NO_FAMILIES,
    years: range | None = None,
) -> Iterator[Event]:
    """The events of some periods, which come in order; no more than a year's few candidates and two months are held.

    `years`: only what begins in these is given; for them to be right, the December before and the January after them
    must be among the periods.
    """
    coarse: dict[int | None, list[Group]] = {}
    for year, group in _joined(periods, coarse, stories):
        if years is None or (year is not None and year in years):
            yield _event(group, stories, family)


def _joined(
    periods: Iterable[tuple[Period, Iterable[Evidence]]], coarse: dict[int | None, list[Group]], stories: Stories
) -> Iterator[tuple[int | None, Group]]:
    """Each happening with the year that it belongs to: what each month tells, joined over days, months and years."""

    def of_months() -> Iterator[tuple[int, list[Group]]]:
        for period, evidence in periods:
            groups = list(told_in(evidence, stories))
            if period.year is None or not period.month:
                coarse[period.year] = groups
            else:
                yield period.year, groups

    for year, months in groupby(contrary(of_months(), stories), key=itemgetter(0)):
        asking = coarse.pop(year, [])
        finest = Finest(asking)
        for _, groups in months:
            for group in inside(groups, stories, Granularity.DAY, Granularity.MONTH):
                for done in finest.offer(group):
                    yield year, done
        for group in inside((*finest.held(), *asking), stories, Granularity.MONTH, Granularity.YEAR):
            yield year, group
    for of, left in coarse.items():
        yield from ((of, group) for group in inside(left, stories, Granularity.MONTH, Granularity.YEAR))


def period_of(piece: Evidence) -> Period:
    """The stretch of time that evidence is worked on with: the month of a day or month, else the year it begins in.

    Dates that are not of one period are never of one block; their groups may be joined by `inside` and `contrary`.
    """
    value = piece.when.value
    assert value is not None, f"undated evidence cannot be merged: {piece.id}"
    if value.earliest is None:
        return Period(None, 0)
    year, month, _ = civil.civil(value.earliest // civil.DAY)
    fine = value.granularity is not None and value.granularity <= Granularity.MONTH and value.kind is Kind.POINT
    return Period(year, month if fine else 0)


def told_in(evidence: Iterable[Evidence], stories: Stories) -> Iterator[Group]:
    """The happenings of one period, each of one date. Pure over the period: no other evidence is looked at."""
    blocks: dict[Block, list[Evidence]] = defaultdict(list)
    for piece in sorted(evidence, key=_by_id):
        blocks[_date(piece)].append(piece)
    in_order = [blocks[date] for date in sorted(blocks, key=repr)]
    ready = passages(chain.from_iterable(in_order))
    for block in in_order:
        # Why not all at once: what was just made ready is compared while it is near at hand.
        yield from grouped(list(islice(ready, len(block))), stories)


def _date(piece: Evidence) -> Block:
    """What has the same date: bounds and kind; clock times fall into their day."""
    day = day_of(piece)
    if day is not None:
        return (day,)
    value = piece.when.value
    assert value is not None
    return value.kind.value, value.earliest, value.latest, value.edtf


def _event(group: Group, stories: Stories, family: Mapping[str, str]) -> Event:
    """The event of a group; each piece but the first says why it was joined."""
    by_id = {passage.evidence.id: passage for passage in group.passages}

    def joined(piece: Evidence) -> Evidence:
        return _joined_for(_why(by_id[piece.id], group, stories), piece)

    return event_of([passage.evidence for passage in group.passages], family, joined)


def _joined_for(reason: str, piece: Evidence) -> Evidence:
    """The piece with why it was joined. Why not `replace`: it takes thrice the time, for every second piece."""
    values = list(_ALL_OF(piece))
    values[_JOINED] = reason
    return Evidence(*values)


def _why(passage: Passage, group: Group, stories: Stories) -> str:
    beside = group.beside.get(passage.evidence.id)
    return headline() if beside is None else reason(passage, beside, stories)


def _order(event: Event) -> tuple[float, float, str]:
    """By first possible second (else the last), then the last, then id; what stays open comes last."""
    never = float("inf")
    start, end = event.when.earliest, event.when.latest
    first = start if start is not None else end
    return never if first is None else first, never if end is None else end, event.id
