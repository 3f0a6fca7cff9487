"""Evidence to events. Comes in: dated evidence, the documents' sketches. Goes out: `Event`s, in order of time.

Blocks hold what has one date; within one, passages of one kind of head are compared with one another, the others only
where they share two names. So several happenings of one day stay several, and no pair is compared for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from timeline.merge.likeness import Sketch, cosine, narration_of
from timeline.merge.passages import Likeness, Passage, apart, passages, tell_the_same
from timeline.merge.salience import event_of
from timeline.model import civil
from timeline.model.event import Event, Evidence
from timeline.model.text import PartKind
from timeline.model.value import Granularity, Kind, TimeValue

_COMPARED = 60
"""How many passages of a crowd each one is compared with; the nearest by id order of their rarest words."""
INSIDE = 0.3
"""Least likeness of a coarse date's passage and a finer one's that it joins."""
CONTRARY = 0.6
"""Least likeness of two passages that tell one happening on days that differ."""
_CONTRARY_DAYS = 2
_NO_FAMILIES: Mapping[str, str] = MappingProxyType({})
_HEADLINES = frozenset({PartKind.TITLE, PartKind.HEADING})


@dataclass(slots=True)
class _Group:
    """Passages that tell one happening."""

    passages: list[Passage] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.passages[0].evidence.id


def merge(
    evidence: tuple[Evidence, ...], sketches: Iterable[Sketch], family: Mapping[str, str] = _NO_FAMILIES
) -> tuple[Event, ...]:
    """One event for each happening, with all its evidence, in order of time.

    `family` names the sources that are one text (see `copies`): they count as one report.
    Whatever the order of the documents, the same events come out; each piece of evidence is in exactly one.
    """
    likeness = Likeness(sketches)
    blocks: dict[tuple[object, ...], list[Passage]] = defaultdict(list)
    for passage in passages(evidence):
        blocks[_block(passage.evidence)].append(passage)
    groups = [group for key in sorted(blocks, key=repr) for group in _grouped(blocks[key], likeness)]
    groups = _inside(groups, likeness)
    groups = _contrary(groups, likeness)
    events = [event_of([passage.evidence for passage in group.passages], family) for group in groups]
    return tuple(sorted(events, key=_order))


def _value(piece: Evidence) -> TimeValue:
    assert piece.when.value is not None, f"undated evidence cannot be merged: {piece.id}"
    return piece.when.value


def _day(value: TimeValue) -> int | None:
    """The day number of a date told to the day or finer."""
    fine = value.granularity is not None and value.granularity <= Granularity.DAY and value.kind is Kind.POINT
    return value.earliest // civil.DAY if fine and value.earliest is not None else None


def _block(piece: Evidence) -> tuple[object, ...]:
    """What has the same date: bounds and kind; clock times fall into their day."""
    value = _value(piece)
    day = _day(value)
    if day is not None:
        return value.kind.value, day
    return (value.kind.value, value.earliest, value.latest, value.edtf)


def _grouped(block: Sequence[Passage], likeness: Likeness) -> list[_Group]:
    """The happenings of one block: components of passages that tell the same, none with two different subjects."""
    parent = list(range(len(block)))
    members = {index: [index] for index in range(len(block))}

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def join(first: int, second: int) -> None:
        one, other = sorted((root(first), root(second)))
        if one != other:
            parent[other] = one
            members[one] += members.pop(other)

    copies: dict[tuple[str, int], int] = {}
    for index, passage in enumerate(block):
        join(copies.setdefault(passage.copy, index), index)
    for first, second in _candidates(block):
        one, other = root(first), root(second)
        if one == other or not tell_the_same(block[first], block[second], likeness):
            continue
        # Why: "a team won" is like "team 7 won" and like "team 8 won"; it must not make these one.
        if not _any_apart([block[i] for i in members[one]], [block[i] for i in members[other]]):
            join(first, second)
    found = [_Group([block[i] for i in sorted(members[index])]) for index in sorted(members)]
    return _with_headlines(found)


def _any_apart(first: list[Passage], second: list[Passage]) -> bool:
    """Whether the groups have two passages of different subjects; each kind of subject is looked at once."""
    ones, others = ({passage.subject: passage for passage in group}.values() for group in (first, second))
    return any(apart(one, other) for one in list(ones)[:_COMPARED] for other in list(others)[:_COMPARED])


def _with_headlines(groups: list[_Group]) -> list[_Group]:
    """Joins what only a title or heading tells to the one report of that day in the same article."""
    bodies: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        for source in sorted({p.evidence.source_id for p in group.passages if p.evidence.part not in _HEADLINES}):
            bodies[source].append(group)
    gone: set[str] = set()
    for group in groups:
        sources = {passage.evidence.source_id for passage in group.passages}
        if len(sources) > 1 or any(passage.evidence.part not in _HEADLINES for passage in group.passages):
            continue
        told = bodies[group.passages[0].evidence.source_id]
        fine = _day(_value(group.passages[0].evidence)) is not None
        if fine and len(told) == 1 and not _any_apart(group.passages, told[0].passages):
            gone.add(group.id)
            told[0].passages.extend(group.passages)
    kept = [group for group in groups if group.id not in gone]
    return [_Group(sorted(group.passages, key=lambda passage: passage.evidence.id)) for group in kept]


def _candidates(block: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs worth a comparison: one kind of head, or named by the date, or two names in common."""
    keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, passage in enumerate(block):
        if passage.sense:
            keys["sense", passage.sense].append(index)
        if passage.evidence.named_by_date:
            keys["named",].append(index)
        if passage.evidence.part is PartKind.CAPTION:
            keys["caption",].append(index)
        if passage.sense in narration_of(passage.evidence.when.mention.language).encounters:
            keys["encounter",].append(index)
        names = sorted(passage.names)
        for position, name in enumerate(names):
            for other in names[position + 1 :]:
                keys["names", name, other].append(index)
    seen: set[tuple[int, int]] = set()
    for key in sorted(keys):
        members = keys[key]
        for position, first in enumerate(members):
            for second in members[position + 1 : position + 1 + _COMPARED]:
                if (first, second) not in seen:
                    seen.add((first, second))
                    yield first, second


def _inside(groups: list[_Group], likeness: Likeness) -> list[_Group]:
    """Joins a group of a coarse date ("in February") to the one group inside it that plainly tells the same."""
    finer: dict[tuple[str, int, int], list[_Group]] = defaultdict(list)
    for group in groups:
        value = _value(group.passages[0].evidence)
        day = _day(value)
        if day is not None:
            year, month, _ = civil.civil(day)
            for sense in sorted({passage.sense for passage in group.passages}):
                finer[sense, year, month].append(group)
    joined: dict[str, _Group] = {}
    for group in groups:
        value = _value(group.passages[0].evidence)
        if value.granularity is not Granularity.MONTH or value.kind is not Kind.POINT or value.earliest is None:
            continue
        year, month, _ = civil.civil(value.earliest // civil.DAY)
        senses = sorted({passage.sense for passage in group.passages if passage.sense})
        fitting = {
            target.id: target
            for sense in senses
            for target in finer.get((sense, year, month), ())
            if _plainly_one(group, target, INSIDE, likeness)
        }
        if len(fitting) == 1:
            joined[group.id] = next(iter(fitting.values()))
    kept = [group for group in groups if group.id not in joined]
    for group in groups:
        if group.id in joined:
            joined[group.id].passages.extend(group.passages)
    return [_Group(sorted(group.passages, key=lambda passage: passage.evidence.id)) for group in kept]


def _plainly_one(group: _Group, target: _Group, least: float, likeness: Likeness) -> bool:
    """Whether some passage of each shares its kind of head and a name, and they are near."""
    return any(
        one.sense == other.sense
        and bool(one.names & other.names)
        and cosine(one.words, other.words) >= least
        and one.evidence.factuality is other.evidence.factuality
        and not apart(one, other)
        for one in group.passages
        for other in target.passages
    )


def _contrary(groups: list[_Group], likeness: Likeness) -> list[_Group]:
    """Joins near copies from different sources that give days a little apart: their dates become conflicts."""
    days: dict[tuple[str, int], list[_Group]] = defaultdict(list)
    for group in groups:
        value = _value(group.passages[0].evidence)
        if value.granularity is Granularity.DAY and value.kind is Kind.POINT and value.earliest is not None:
            for sense in sorted({passage.sense for passage in group.passages if passage.sense}):
                days[sense, value.earliest // civil.DAY].append(group)
    gone: set[str] = set()
    for sense, day in sorted(days):
        for group in days[sense, day]:
            for later in range(day + 1, day + 1 + _CONTRARY_DAYS):
                for target in days.get((sense, later), ()):
                    if (
                        group is not target
                        and not {group.id, target.id} & gone
                        and _contradict(group, target, likeness)
                    ):
                        group.passages.extend(target.passages)
                        gone.add(target.id)
    kept = [group for group in groups if group.id not in gone]
    return [_Group(sorted(group.passages, key=lambda passage: passage.evidence.id)) for group in kept]


def _contradict(group: _Group, target: _Group, likeness: Likeness) -> bool:
    """Whether two sources, neither of which tells both, tell one happening of one story on different days."""
    first = {passage.evidence.source_id for passage in group.passages}
    second = {passage.evidence.source_id for passage in target.passages}
    if first & second:
        return False
    return any(
        one.sense == other.sense
        and len(one.names & other.names) >= 2
        and one.names == other.names
        and not apart(one, other)
        and cosine(one.words, other.words) >= CONTRARY
        and likeness.between(one.evidence.source_id, other.evidence.source_id) >= 0.2
        for one in group.passages
        for other in target.passages
    )


def _order(event: Event) -> tuple[float, float, str]:
    """By first possible second (else the last), then the last, then id; what stays open comes last."""
    never = float("inf")
    start, end = event.when.earliest, event.when.latest
    first = start if start is not None else end
    return never if first is None else first, never if end is None else end, event.id
