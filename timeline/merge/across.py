"""Happenings told with several dates. Comes in: groups of single dates. Goes out: groups, some of them joined.

A coarse date ("in February") joins the finer one inside it that plainly tells the same; two days a little apart become
one event with a conflict where everything else agrees.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import inf, log
from operator import itemgetter
from typing import NamedTuple

from timeline.merge.groups import Group, Pair, any_excluded, spread
from timeline.merge.passages import Passage
from timeline.merge.sameness import are_of_heads, disjoint, likelihood
from timeline.merge.stories import Stories
from timeline.model import civil
from timeline.model.text import AnchorKind
from timeline.model.value import Granularity, Kind, TimeValue

MARGIN = 0.4
"""By so much the best must lead those of other dates for a coarse one to join it."""
PLAIN = 1.0
"""Likelihood from which on a name in the two sentences is enough for a year to join what lies in it."""
CONTRARY = 2.0
"""Least likelihood of two passages that tell one happening on days that differ."""
CONTRARY_WORDS = 0.6
"""... and least cosine of their titles."""
CONTRARY_DAYS = 2
MUCH_TOLD = 1.2
"""Times the logarithm of how many tell it: "the January earthquake" is the one that most speak of."""
_MOST_TRIED = 40
_MOST_NAMES = 8

Key = tuple[str, str]
"""A kind or family of happenings with a name, or with none."""
_Told = tuple[str, str, int]
"""A kind of happening, one of those whom it befell (else a place), and its day."""


def inside(groups: Iterable[Group], stories: Stories, finest: Granularity, coarsest: Granularity) -> list[Group]:
    """Joins each group of a coarse date to the one group inside it that plainly tells the same, from fine to coarse.

    The groups are of one month or one year; those coarser than `finest` up to `coarsest` look for what is inside.
    """
    every = sorted(groups, key=rank)
    if not any(finest < _granularity(group) <= coarsest for group in every):
        return every
    index: dict[Key, list[Group]] = defaultdict(list)
    for group in every:
        if not may_hold(group):
            continue
        if finest < _granularity(group) <= coarsest:
            found = _fitting(group, index, stories)
            if found is not None:
                target, pair = found
                target.take(group, pair)
                continue
        for key in keys(group):
            index[key].append(group)
    return [group for group in every if not group.taken]


def rank(group: Group) -> tuple[Granularity, str]:
    """The order in which groups are looked at: from fine to coarse, then by id."""
    return _granularity(group), group.id


def may_hold(group: Group) -> bool:
    """Whether a group's date is a point with both its ends known, so that it may lie in another or hold it."""
    value = value_of(group)
    return value.kind is Kind.POINT and value.earliest is not None and value.latest is not None


class Finest:
    """Of the groups of a year's months, those that a coarser date of that year may join: few for each key."""

    def __init__(self, coarse: Iterable[Group]) -> None:
        """`coarse`: the groups of the year's coarser dates."""
        asking = (group for group in coarse if may_hold(group))
        self._kept: dict[Key, list[Group]] = {key: [] for group in asking for key in keys(group)}
        self._places: Counter[Group] = Counter()

    def offer(self, group: Group) -> Iterator[Group]:
        """Takes a group in; gives the groups that nothing will join any more, itself perhaps."""
        wanted = [key for key in keys(group) if key in self._kept] if self._kept and may_hold(group) else []
        if not wanted:
            yield group
            return
        let_go: dict[Group, None] = {}
        for key in wanted:
            kept = self._kept[key]
            insort(kept, group, key=rank)
            self._places[group] += 1
            if len(kept) > _MOST_TRIED:
                last = kept.pop()
                self._places[last] -= 1
                if not self._places[last]:
                    let_go[last] = None
        for last in let_go:
            # Why again: what a key lets go, a later key of the same group may keep.
            if not self._places[last]:
                del self._places[last]
                yield last

    def held(self) -> list[Group]:
        """The groups that are kept."""
        return list(self._places)


def _granularity(group: Group) -> Granularity:
    return max(value_of(group).granularity or Granularity.DAY, Granularity.DAY)


def value_of(group: Group) -> TimeValue:
    """The date of a group of one date."""
    value = group.passages[0].evidence.when.value
    assert value is not None, f"undated evidence cannot be merged: {group.id}"
    return value


def keys(group: Group) -> list[Key]:
    """What a group is found by: its kinds of happening, with each of its names, and alone."""
    kinds = {kind for passage in group.passages for kind in (*passage.kinds, *passage.families, *passage.near)}
    names = {name for passage in spread(group) for name in passage.names}
    return [(kind, name) for kind in sorted(kinds) for name in (*sorted(names)[:_MOST_NAMES], "")]


def _fitting(group: Group, index: Mapping[Key, list[Group]], stories: Stories) -> tuple[Group, Pair] | None:
    """The finer group that a coarse one joins, with the pair that speaks for it."""
    value = value_of(group)
    found: dict[str, tuple[float, Group, Pair]] = {}
    tried: set[str] = set()
    for key in keys(group):
        for target in index.get(key, ())[:_MOST_TRIED]:
            if target.id in tried or not _holds(value, value_of(target)):
                continue
            tried.add(target.id)
            best = _best(group, target, stories, _is_plain)
            if best is None or any_excluded(group, target):
                continue
            found[target.id] = (best[0] + MUCH_TOLD * log(len(target.passages)), target, best[1])
    ranked = sorted(found.values(), key=lambda entry: (-entry[0], entry[1].id))
    if not ranked:
        return None
    most, target, pair = ranked[0]
    rivals = (sum_of_signs for sum_of_signs, other, _ in ranked if value_of(other) != value_of(target))
    return None if most - next(rivals, -inf) < MARGIN else (target, pair)


def _is_plain(coarse: Passage, fine: Passage, sum_of_signs: float) -> bool:
    """Whether a name speaks for it too where a date is no finer than a year: a year holds many calls and openings.

    A name that only the sentences share speaks for it where the other signs do so plainly; a copy needs none.
    """
    value = coarse.evidence.when.value
    assert value is not None and value.granularity is not None
    if value.granularity < Granularity.YEAR or coarse.names & fine.names or coarse.copy[0] == fine.copy[0]:
        return True
    return sum_of_signs >= PLAIN and bool(coarse.mentioned & fine.mentioned)


def _holds(coarse: TimeValue, fine: TimeValue) -> bool:
    if coarse.earliest is None or coarse.latest is None or fine.earliest is None or fine.latest is None:
        return False
    return coarse.earliest <= fine.earliest and fine.latest <= coarse.latest


def _best(
    first: Group, second: Group, stories: Stories, speaks: Callable[[Passage, Passage, float], bool]
) -> tuple[float, Pair] | None:
    """The likeliest pair of two groups, of the members that are compared and that speak for a join."""
    pairs = [(one, two) for one in spread(first) for two in spread(second)]
    told = [(likelihood(one, two, stories), (one, two)) for one, two in pairs]
    speaking = [
        (sum_of_signs, pair) for sum_of_signs, pair in told if sum_of_signs >= 0 and speaks(*pair, sum_of_signs)
    ]
    return max(speaking, key=lambda entry: entry[0], default=None)


def contrary(months: Iterable[tuple[int, list[Group]]], stories: Stories) -> Iterator[tuple[int, list[Group]]]:
    """Joins two groups of days a little apart where no source tells both and all else agrees: a conflict of dates.

    In: each month's groups with their year, in order of time. Out: the same, each month when the next is known, since
    days over its end may be in question. Each group joins at most one other, the one that is likeliest for both.
    """
    before: tuple[int, list[Group]] | None = None
    known: dict[_Told, list[Group]] = {}
    doubts: list[_Doubt] = []
    for year, groups in months:
        days = _days(groups)
        doubts += _contradictions(known, days, stories)
        doubts += _contradictions(days, days, stories)
        if before is not None:
            _join(doubts, frozenset(before[1]))
            yield before[0], [group for group in before[1] if not group.taken]
        here = frozenset(groups)
        doubts = [doubt for doubt in doubts if doubt.later in here]
        before, known = (year, groups), days
    if before is not None:
        _join(doubts, frozenset(before[1]))
        yield before[0], [group for group in before[1] if not group.taken]


def _days(groups: Iterable[Group]) -> dict[_Told, list[Group]]:
    """The groups of days, by what they tell, of whom, and when."""
    days: dict[_Told, list[Group]] = defaultdict(list)
    for group in groups:
        if group.passages[0].day is not None:
            for key in {key for passage in group.passages for key in _told(passage)}:
                days[key].append(group)
    return days


def _told(passage: Passage) -> Iterator[_Told]:
    for kind in passage.kinds:
        for name in passage.people or passage.places:
            yield kind, name, passage.day or 0


def _join(doubts: Iterable[_Doubt], firsts: frozenset[Group]) -> None:
    """Joins the pairs that are likeliest for both, of those whose earlier day is among `firsts`."""
    best: dict[Group, _Doubt] = {}
    for doubt in doubts:
        for group in (doubt.earlier, doubt.later):
            if group not in best or doubt.order < best[group].order:
                best[group] = doubt
    chosen = {doubt.name: doubt for doubt in best.values() if doubt.earlier in firsts}
    for _, doubt in sorted(chosen.items()):
        if best[doubt.earlier].name == best[doubt.later].name == doubt.name:
            doubt.earlier.take(doubt.later, doubt.pair)


class _Doubt(NamedTuple):
    """Two groups that may be one happening, told of days that differ."""

    sum_of_signs: float
    name: str
    """Both ids, as they were when it was found."""
    earlier: Group
    later: Group
    pair: Pair

    @property
    def order(self) -> tuple[float, str]:
        """The likeliest comes first."""
        return -self.sum_of_signs, self.name


def _contradictions(
    days: Mapping[_Told, list[Group]], others: Mapping[_Told, list[Group]], stories: Stories
) -> Iterator[_Doubt]:
    tried: set[tuple[Group, Group]] = set()
    first_day = min(map(itemgetter(2), others), default=inf)
    for (kind, name, day), firsts in days.items():
        if day + CONTRARY_DAYS < first_day:
            continue
        for later in range(day + 1, day + 1 + CONTRARY_DAYS):
            for second in others.get((kind, name, later), ())[:_MOST_TRIED]:
                for first in firsts[:_MOST_TRIED]:
                    if (first, second) in tried or not first.sources.isdisjoint(second.sources):
                        continue
                    tried.add((first, second))
                    best = _best(first, second, stories, _agree)
                    if best is not None and not any_excluded(first, second):
                        yield _Doubt(best[0], f"{first.id} {second.id}", first, second, best[1])


def _agree(first: Passage, second: Passage, sum_of_signs: float) -> bool:
    """Whether happening, people and words are the same, so that only the day is in question."""
    assert first.day is not None and second.day is not None
    if sum_of_signs < CONTRARY:
        return False
    if first.title.cosine(second.title) < CONTRARY_WORDS or disjoint(first.amounts, second.amounts):
        return False
    if abs(first.day - second.day) > 1:
        return first.sense == second.sense and first.names == second.names
    same = bool(first.kinds & second.kinds) and are_of_heads(first, second) and not _are_serial(first, second)
    return same and bool(first.names & second.names) and _name_the_same(first, second)


def _name_the_same(first: Passage, second: Passage) -> bool:
    """Whether the one sentence names nobody whom the other does not: "Holm", "Ida Holm", but not "Tom Holm"."""
    return first.mentioned <= second.mentioned or second.mentioned <= first.mentioned


def _are_serial(first: Passage, second: Passage) -> bool:
    """Whether each is told as seen from its own day: what "today" brought, and what the next day's "today" did."""
    one, other = _passed(first), _passed(second)
    return one is not None and one == other


def _passed(passage: Passage) -> int | None:
    """The days from what is told to the day of writing, where the date is counted from that."""
    anchor = passage.evidence.when.anchor
    if anchor.kind is not AnchorKind.DCT or anchor.value is None or anchor.value.earliest is None:
        return None
    return anchor.value.earliest // civil.DAY - (passage.day or 0)
