"""What people decided, put on a timeline as built. In: `Timeline`, decisions. Out: `Applied`.

Merging and splitting come first, because they say which passages make an event; then what was said of those. Pure: the
same timeline and decisions give the same events, in whatever order the decisions were brought in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from timeline.merge.by_hand import added
from timeline.merge.order import in_time
from timeline.merge.tying import Fortune, Ties, ties
from timeline.merge.verdicts import Decided, decided
from timeline.model.decision import Action, Decision, in_force
from timeline.model.event import Event, Evidence, Fate, SourceReport, Timeline

Memory = MutableMapping[tuple[tuple[str, ...], tuple[str, ...]], Decided]
"""What came of some passages by some decisions: (ids of the one, ids of the others) to events."""

_NO_TEXTS: Mapping[str, str] = MappingProxyType({})
_VERDICTS = frozenset({Action.ACCEPT, Action.REJECT})


@dataclass(frozen=True, slots=True)
class Applied:
    """The timeline with the decisions on it; which of those found nothing, and which sleep until their source is read.

    `history`: the decisions that hold for an event (or a passage without a date), by its id, oldest first.
    """

    timeline: Timeline
    lost: tuple[Decision, ...] = ()
    asleep: tuple[Decision, ...] = ()
    history: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)


def apply(
    timeline: Timeline,
    decisions: Iterable[Decision],
    texts: Mapping[str, str] = _NO_TEXTS,
    memory: Memory | None = None,
) -> Applied:
    """The timeline as people decided it. `texts` by source id: where passages that were added are found again.

    `memory` is for those who apply again and again to one timeline: it is asked first, and filled.
    """
    holding = in_force(decisions)
    if not holding:
        return Applied(timeline)
    by_hand = _additions(timeline, holding, texts)
    known = ties(timeline, tuple(by_hand.values()))
    about: list[_About] = []
    missed: dict[Fortune, list[Decision]] = defaultdict(list)
    for decision in holding:
        found = (by_hand[decision.id].id,) if decision.id in by_hand else known.tied(decision.targets)
        fortune = Fortune.HOLDS if found else known.fortune(decision)
        if found:
            about.append(_About(decision, found))
        elif fortune is not Fortune.HOLDS:
            missed[fortune].append(decision)
    groups = _Groups(timeline, by_hand.values())
    for told in about:
        groups.arrange(told)
    groups.part_rejected(about)
    made = _made(timeline, known, groups, about, {} if memory is None else memory)
    return replace(made, lost=tuple(missed[Fortune.LOST]), asleep=tuple(missed[Fortune.SLEEPS]))


@dataclass(frozen=True, slots=True)
class _About:
    """A decision, and the passages that it is about, as they are called now."""

    decision: Decision
    pieces: tuple[str, ...]


@dataclass(slots=True)
class _Groups:
    """Which passages make one event: as built at first, then as people merge and split. Groups are numbers."""

    members: dict[int, list[str]] = field(default_factory=dict)
    home: dict[str, int] = field(default_factory=dict)
    touched: dict[int, None] = field(default_factory=dict)

    def __init__(self, timeline: Timeline, by_hand: Iterable[Evidence]) -> None:
        self.members = {place: [piece.id for piece in event.evidence] for place, event in enumerate(timeline.events)}
        self.home = {id: place for place, ids in self.members.items() for id in ids}
        self.touched = {}
        for piece in (*timeline.undated, *timeline.set_aside, *by_hand):
            self._open([piece.id])

    def arrange(self, about: _About) -> None:
        """Follows one decision; the groups of the passages that it is about are touched."""
        if about.decision.action is Action.MERGE:
            first = self.home[about.pieces[0]]
            for number in dict.fromkeys(self.home[id] for id in about.pieces):
                if number != first:
                    self._move(self.members[number], first)
        elif about.decision.action is Action.SPLIT:
            for number, apart in self._by_home(about.pieces).items():
                if len(apart) < len(self.members[number]):
                    self._open(apart)
        for id in about.pieces:
            self.touched[self.home[id]] = None

    def part_rejected(self, about: Sequence[_About]) -> None:
        """A rejection is of the passages that were there: what a later build adds to them stands on its own."""
        last = {id: told.decision for told in about if told.decision.action in _VERDICTS for id in told.pieces}
        rejected = [id for id, decision in last.items() if decision.action is Action.REJECT]
        for number, apart in self._by_home(rejected).items():
            if len(apart) < len(self.members[number]):
                self.touched[self._open(apart)] = None

    def _by_home(self, ids: Iterable[str]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for id in ids:
            found[self.home[id]].append(id)
        return found

    def _open(self, ids: list[str]) -> int:
        number = len(self.members)
        self.members[number] = []
        self._move(ids, number)
        return number

    def _move(self, ids: list[str], number: int) -> None:
        for id in list(ids):
            before = self.home.get(id)
            if before is not None:
                self.members[before].remove(id)
                self.touched[before] = None
            self.members[number].append(id)
            self.home[id] = number


def _additions(timeline: Timeline, holding: Sequence[Decision], texts: Mapping[str, str]) -> dict[str, Evidence]:
    """The passages that people added, by their decisions' ids; those of sources that were read, or of none."""
    uris = {uri: report.source.id for report in timeline.sources for uri in (report.source.uri, *report.source.copies)}
    ids = set(uris.values())
    found: dict[str, Evidence] = {}
    for decision in holding:
        patch = decision.patch
        if decision.action is not Action.ADD:
            continue
        source = patch.source_id if patch.source_id in ids else uris.get(patch.uri or "")
        if source is None and (patch.source_id or patch.uri):
            continue
        piece = added(decision, source, texts.get(source) if source else None)
        if piece is not None:
            found[decision.id] = piece
    return found


def _made(timeline: Timeline, known: Ties, groups: _Groups, about: Sequence[_About], memory: Memory) -> Applied:
    """The timeline with what came of the groups that decisions touched; all others stay the very same."""
    told: dict[int, list[Decision]] = defaultdict(list)
    for entry in about:
        one = entry.decision.action is Action.EDIT
        # Why: an edit is of one event; where its passages were parted since, it stays with the first.
        for number in dict.fromkeys(groups.home[id] for id in (entry.pieces[:1] if one else entry.pieces)):
            told[number].append(entry.decision)
    family = _family(timeline)
    events: list[Event] = [event for place, event in enumerate(timeline.events) if place not in groups.touched]
    passages: dict[str, Evidence] = {}
    history: dict[str, tuple[Decision, ...]] = {}
    placed: list[str] = []
    # Why the greatest: an event that people make of others, or take from one, matters as these did.
    weight = {piece.id: event.importance for event in timeline.events for piece in event.evidence}
    for number in groups.touched:
        ids = tuple(sorted(groups.members[number]))
        if not ids:
            continue
        key = ids, tuple(decision.id for decision in told[number])
        result = memory.get(key)
        if result is None:
            base = timeline.events[number] if number < len(timeline.events) else None
            whole = base if base is not None and {piece.id for piece in base.evidence} == set(ids) else None
            pieces = [known.pieces[id] for id in ids]
            result = decided(pieces, whole, told[number], family)
            if isinstance(result, Event) and whole is None:
                result = replace(result, importance=max((weight.get(id, 0.0) for id in ids), default=0.0))
            memory[key] = result
        if isinstance(result, Event):
            events.append(result)
            history[result.id] = tuple(told[number])
            placed += ids
        else:
            passages |= {piece.id: piece for piece in result}
            history |= {piece.id: tuple(told[number]) for piece in result}
    left = set(placed)
    undated, set_aside = (
        tuple(passages.get(piece.id, piece) for piece in unplaced if piece.id not in left)
        for unplaced in (timeline.undated, timeline.set_aside)
    )
    unplaced = (*timeline.undated, *timeline.set_aside)
    moved = Counter((piece.source_id, piece.fate) for piece in unplaced if piece.id in left)
    changed = replace(
        timeline,
        events=tuple(sorted(events, key=in_time)),
        undated=undated,
        set_aside=set_aside,
        sources=tuple(_recounted(timeline.sources, moved)),
    )
    return Applied(changed, history=history)


def _recounted(sources: Iterable[SourceReport], moved: Mapping[tuple[str, Fate], int]) -> Iterator[SourceReport]:
    """The counts by fate, where passages that had no place on the timeline were given one."""
    for report in sources:
        by = {fate: -moved.get((report.source.id, fate), 0) for fate in (Fate.UNDATED, Fate.SET_ASIDE)}
        by[Fate.EVIDENCE] = -sum(by.values())
        if not by[Fate.EVIDENCE]:
            yield report
            continue
        yield replace(report, fates=tuple((fate, number + by.get(fate, 0)) for fate, number in report.fates))


def _family(timeline: Timeline) -> dict[str, str]:
    """The sources that are one text, by the first of them."""
    copies = {report.source.id: report.source.copy_of for report in timeline.sources if report.source.copy_of}
    return {**{original: original for original in copies.values()}, **copies}
