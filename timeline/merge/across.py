"""Happenings told with several dates. Comes in: groups of single dates. Goes out: groups, some of them joined.

A coarse date ("in February") joins the finer one inside it that plainly tells the same; two days a little apart become
one event with a conflict where everything else agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import inf, log

from timeline.merge.groups import Group, any_excluded, spread
from timeline.merge.likeness import cosine
from timeline.merge.passages import Passage
from timeline.merge.sameness import likelihood
from timeline.merge.stories import Stories
from timeline.model import civil
from timeline.model.value import Granularity, Kind, TimeValue

MARGIN = 0.5
"""By so much the best must lead those of other dates for a coarse one to join it."""
CONTRARY = 2.0
"""Least likelihood of two passages that tell one happening on days that differ."""
CONTRARY_WORDS = 0.6
"""... and least cosine of their titles."""
CONTRARY_DAYS = 2
MUCH_TOLD = 0.5
"""Times the logarithm of how many tell it: "the January earthquake" is the one that most speak of."""
_MOST_TRIED = 40

Pair = tuple[Passage, Passage]
_Told = tuple[str, tuple[str, ...], int]
"""A kind of happening, the names of a passage, and its day."""


def inside(groups: list[Group], stories: Stories) -> list[Group]:
    """Joins each group of a coarse date to the one group inside it that plainly tells the same, from fine to coarse."""
    index: dict[tuple[str, int], list[Group]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: (_granularity(group), group.id)):
        value = value_of(group)
        if value.kind is not Kind.POINT or value.earliest is None or value.latest is None:
            continue
        if Granularity.DAY < _granularity(group) <= Granularity.YEAR:
            found = _fitting(group, value, index, stories)
            if found is not None:
                target, pair = found
                target.take(group, pair)
                continue
        for key in _keys(group, value):
            index[key].append(group)
    return [group for group in groups if not group.taken]


def _granularity(group: Group) -> Granularity:
    return max(value_of(group).granularity or Granularity.DAY, Granularity.DAY)


def value_of(group: Group) -> TimeValue:
    """The date of a group of one date."""
    value = group.passages[0].evidence.when.value
    assert value is not None, f"undated evidence cannot be merged: {group.id}"
    return value


def _keys(group: Group, value: TimeValue) -> list[tuple[str, int]]:
    """The kinds of happening of a group, in its year."""
    assert value.earliest is not None
    year = civil.civil(value.earliest // civil.DAY)[0]
    return sorted({(kind, year) for passage in group.passages for kind in passage.kinds})


def _fitting(
    group: Group, value: TimeValue, index: dict[tuple[str, int], list[Group]], stories: Stories
) -> tuple[Group, Pair] | None:
    """The finer group that a coarse one joins, with the pair that speaks for it."""
    found: dict[str, tuple[float, Group, Pair]] = {}
    tried: set[str] = set()
    for key in _keys(group, value):
        for target in index.get(key, ())[:_MOST_TRIED]:
            if target.id in tried or not _holds(value, value_of(target)):
                continue
            tried.add(target.id)
            best = _best(group, target, stories)
            if best is None or best[0] < 0 or not _is_plain(group, best[1]) or any_excluded(group, target):
                continue
            found[target.id] = (best[0] + MUCH_TOLD * log(len(target.passages)), target, best[1])
    ranked = sorted(found.values(), key=lambda entry: (-entry[0], entry[1].id))
    if not ranked:
        return None
    most, target, pair = ranked[0]
    rivals = (sum_of_signs for sum_of_signs, other, _ in ranked if value_of(other) != value_of(target))
    return None if most - next(rivals, -inf) < MARGIN else (target, pair)


def _is_plain(coarse: Group, pair: Pair) -> bool:
    """Whether a name speaks for it too where a date is no finer than a year: a year holds many calls and openings."""
    first, second = pair
    return _granularity(coarse) < Granularity.YEAR or bool(first.names & second.names)


def _holds(coarse: TimeValue, fine: TimeValue) -> bool:
    if coarse.earliest is None or coarse.latest is None or fine.earliest is None or fine.latest is None:
        return False
    return coarse.earliest <= fine.earliest and fine.latest <= coarse.latest


def _best(first: Group, second: Group, stories: Stories) -> tuple[float, Pair] | None:
    """The likeliest pair of two groups, of the members that are compared."""
    pairs = [(likelihood(one, two, stories), (one, two)) for one in spread(first) for two in spread(second)]
    return max(pairs, key=lambda entry: entry[0], default=None)


def contrary(groups: list[Group], stories: Stories) -> list[Group]:
    """Joins two groups of days a little apart where no source tells both and all else agrees: a conflict of dates.

    Each joins at most one other, the one that is likeliest for both.
    """
    days: dict[_Told, list[Group]] = defaultdict(list)
    for group in groups:
        if group.passages[0].day is not None:
            for key in sorted(
                {(p.sense, tuple(sorted(p.names)), p.day or 0) for p in group.passages if p.sense and p.names}
            ):
                days[key].append(group)
    best: dict[str, tuple[float, str, Group, Group, Pair]] = {}
    for entry in _contradictions(days, stories):
        for group in entry[2:4]:
            known = best.get(group.id)
            if known is None or (-entry[0], entry[1]) < (-known[0], known[1]):
                best[group.id] = entry
    for _, _, first, second, pair in sorted({e[1]: e for e in best.values()}.values(), key=lambda e: e[1]):
        if best[first.id][1] == best[second.id][1]:
            first.take(second, pair)
    return [group for group in groups if not group.taken]


def _contradictions(
    days: dict[_Told, list[Group]], stories: Stories
) -> Iterator[tuple[float, str, Group, Group, Pair]]:
    for sense, names, day in sorted(days):
        for later in range(day + 1, day + 1 + CONTRARY_DAYS):
            for first in days[sense, names, day][:_MOST_TRIED]:
                for second in days.get((sense, names, later), ())[:_MOST_TRIED]:
                    if first.sources & second.sources or any_excluded(first, second):
                        continue
                    best = _best(first, second, stories)
                    if best is not None and best[0] >= CONTRARY and _agree(*best[1]):
                        yield best[0], f"{first.id} {second.id}", first, second, best[1]


def _agree(first: Passage, second: Passage) -> bool:
    """Whether heads, names and words are the same, so that only the day is in question."""
    same = first.sense == second.sense and first.names == second.names
    return same and cosine(first.title, second.title) >= CONTRARY_WORDS
