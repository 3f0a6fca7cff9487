"""Evidence to events. Comes in: dated evidence, the documents' sketches. Goes out: `Event`s, in order of time.

Blocks hold what has one date, to the day where it is told so finely; each is grouped by itself. Then coarse dates are
joined to finer ones inside them, and days a little apart where only the day is in question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from timeline.merge.across import contrary, inside
from timeline.merge.groups import Group, grouped
from timeline.merge.likeness import Sketch
from timeline.merge.passages import Passage, day_of, passages
from timeline.merge.reasons import headline, reason
from timeline.merge.salience import event_of
from timeline.merge.stories import Stories
from timeline.model import civil
from timeline.model.event import Event, Evidence
from timeline.model.value import Granularity

_NO_FAMILIES: Mapping[str, str] = MappingProxyType({})
Block = tuple[object, ...]


def merge(
    evidence: Iterable[Evidence], sketches: Iterable[Sketch], family: Mapping[str, str] = _NO_FAMILIES
) -> tuple[Event, ...]:
    """One event for each happening, with all its evidence, in order of time.

    `family` names the sources that are one text (see `copies`): they count as one report.
    Whatever the order of the documents, the same events come out; each piece of evidence is in exactly one.
    """
    stories = Stories(sketches)
    periods: dict[Block, list[Evidence]] = defaultdict(list)
    for piece in evidence:
        periods[period_of(piece)].append(piece)
    groups = [group for key in sorted(periods, key=repr) for group in told_in(periods[key], stories)]
    groups = inside(contrary(groups, stories), stories)
    return tuple(sorted((_event(group, stories, family) for group in groups), key=_order))


def period_of(piece: Evidence) -> Block:
    """The stretch of time that evidence is worked on with: the month of a day, else the date itself.

    Dates that are not of one period are never of one block; their groups may be joined by `inside` and `contrary`.
    """
    value = piece.when.value
    assert value is not None, f"undated evidence cannot be merged: {piece.id}"
    day = day_of(piece)
    if (
        day is None
        and value.granularity is not None
        and value.granularity <= Granularity.MONTH
        and value.earliest is not None
    ):
        day = value.earliest // civil.DAY
    if day is not None:
        year, month, _ = civil.civil(day)
        return "month", year, month
    return ("other", value.kind.value, value.earliest, value.latest, value.edtf)


def told_in(evidence: Iterable[Evidence], stories: Stories) -> Iterator[Group]:
    """The happenings of one period, each of one date. Pure over the period: no other evidence is looked at."""
    blocks: dict[Block, list[Passage]] = defaultdict(list)
    for passage in passages(evidence):
        blocks[_date(passage)].append(passage)
    for key in sorted(blocks, key=repr):
        yield from grouped(blocks[key], stories)


def _date(passage: Passage) -> Block:
    """What has the same date: bounds and kind; clock times fall into their day."""
    value = passage.evidence.when.value
    assert value is not None
    if passage.day is not None:
        return value.kind.value, passage.day
    return (value.kind.value, value.earliest, value.latest, value.edtf)


def _event(group: Group, stories: Stories, family: Mapping[str, str]) -> Event:
    """The event of a group; each piece but the first says why it was joined."""
    made = event_of([passage.evidence for passage in group.passages], family)
    if len(made.evidence) == 1:
        return made
    by_id = {passage.evidence.id: passage for passage in group.passages}
    first, *others = made.evidence
    told = [replace(piece, joined=_why(by_id[piece.id], group, stories)) for piece in others]
    return replace(made, evidence=(first, *told))


def _why(passage: Passage, group: Group, stories: Stories) -> str:
    beside = group.beside.get(passage.evidence.id)
    return headline() if beside is None else reason(passage, beside, stories)


def _order(event: Event) -> tuple[float, float, str]:
    """By first possible second (else the last), then the last, then id; what stays open comes last."""
    never = float("inf")
    start, end = event.when.earliest, event.when.latest
    first = start if start is not None else end
    return never if first is None else first, never if end is None else end, event.id
