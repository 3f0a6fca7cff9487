"""Passages of one date that tell one happening. Comes in: a block of passages. Goes out: `Group`s.

The likeliest pairs are joined first; a join is refused where anybody in the one group cannot be with somebody in the
other, or where the two are not alike on the whole. So several happenings of one day stay several, and no chain of
half-alike passages makes them one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from timeline.merge.candidates import candidates
from timeline.merge.passages import Passage
from timeline.merge.sameness import excluded, likelihood
from timeline.merge.stories import Stories
from timeline.model.text import PartKind

COMPARED = 4
"""Members of a group that are compared with those of another before the two are joined."""
ALIKE_SHARE = 0.5
"""Share of the pairs compared that must tell one happening."""
STRAY = 1 / 3
"""Share of the pairs of subjects that may exclude one another by mistake."""
_MOST_SUBJECTS = 12
_HEADLINES = frozenset({PartKind.TITLE, PartKind.HEADING})
Pair = tuple[Passage, Passage]


class Group:
    """Passages that tell one happening, and beside which other each was joined (by id)."""

    __slots__ = ("apart", "beside", "passages", "sources", "taken")

    def __init__(self, passage: Passage) -> None:
        self.passages = [passage]
        self.beside: dict[str, Passage] = {}
        self.sources = {passage.source}
        self.apart = [passage]
        """One passage for each kind of subject, a few: what others are asked to stand beside."""
        self.taken = False
        """Whether it has become part of another."""

    @property
    def id(self) -> str:
        """The smallest id of its evidence."""
        return min(passage.evidence.id for passage in self.passages)

    def add_copy(self, passage: Passage) -> None:
        """Takes in a sentence that it holds already, from elsewhere."""
        self.beside[passage.evidence.id] = self.passages[0]
        self.passages.append(passage)
        self.sources.add(passage.source)

    def take(self, other: Group, beside: tuple[Passage, Passage] | None) -> None:
        """Joins another group; `beside` is the pair that speaks for it, if any."""
        self.passages += other.passages
        self.sources |= other.sources
        self.beside.update(other.beside)
        subjects = set(map(_subject_of, self.apart))
        for passage in other.apart:
            subject = _subject_of(passage)
            if len(self.apart) < _MOST_SUBJECTS and subject not in subjects:
                subjects.add(subject)
                self.apart.append(passage)
        for one, two in (beside, beside[::-1]) if beside else ():
            self.beside.setdefault(one.evidence.id, two)
        other.taken = True


def _subject_of(passage: Passage) -> object:
    return passage.subject, passage.clock, passage.is_denied, passage.people


def grouped(block: Sequence[Passage], stories: Stories) -> list[Group]:
    """The happenings of one block of passages, which are in order of id; pure over the block."""
    groups = _copies(block)
    firsts = [group.passages[0] for group in groups]
    found: list[tuple[float, int, int]] = []
    for one, two in candidates(firsts):
        sum_of_signs = likelihood(firsts[one], firsts[two], stories)
        if sum_of_signs >= 0:
            found.append((-sum_of_signs, one, two))
    alike = {(firsts[one], firsts[two]) for _, one, two in found}
    root = list(range(len(groups)))

    def root_of(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    for _, one, two in sorted(found):
        first, second = root_of(one), root_of(two)
        if first != second and may_join(groups[first], groups[second], alike, stories):
            # Why the smaller into the larger: a crowd of 20,000 joined one by one would be copied each time.
            if (len(groups[first].passages), -first) < (len(groups[second].passages), -second):
                first, second = second, first
            groups[first].take(groups[second], (firsts[one], firsts[two]))
            root[second] = first
    return _with_headlines([group for group in groups if not group.taken])


def may_join(first: Group, second: Group, alike: Collection[Pair], stories: Stories) -> bool:
    """Whether nobody in one group excludes somebody in the other, and the two are alike on the whole.

    `alike`: pairs that are known to tell one happening.
    """
    if len(first.passages) == len(second.passages) == 1:
        return True
    if any_excluded(first, second):
        return False
    pairs = [(one, two) for one in spread(first) for two in spread(second)]
    wanted = ALIKE_SHARE * len(pairs)
    same = 0
    for tried, (one, two) in enumerate(pairs):
        # Why: most groups agree, or do not, before all of their pairs are compared.
        if same >= wanted or same + len(pairs) - tried < wanted:
            break
        same += (one, two) in alike or (two, one) in alike or likelihood(one, two, stories) >= 0
    return same >= wanted


def spread(group: Group) -> list[Passage]:
    """A few members of a group, from all over it."""
    count = len(group.passages)
    return [group.passages[i * count // COMPARED] for i in range(COMPARED)] if count > COMPARED else group.passages


def any_excluded(first: Group, second: Group) -> bool:
    """Whether passages of the groups cannot be one; each kind of subject is looked at once.

    Of large groups a few pairs may: a name that stands beside the happening is at times taken for its subject.
    """
    told = sum([excluded(one, two) for one in first.apart for two in second.apart])
    return told > STRAY * len(first.apart) * len(second.apart)


def _copies(block: Sequence[Passage]) -> list[Group]:
    """One group for each sentence told word for word for one date and time."""
    groups: dict[object, Group] = {}
    for passage in block:
        key = passage.copy, passage.clock
        if key in groups:
            groups[key].add_copy(passage)
        else:
            groups[key] = Group(passage)
    return list(groups.values())


def _with_headlines(groups: list[Group]) -> list[Group]:
    """Joins what only a title or heading tells to the one report of that day in the same article."""
    bodies: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for source in sorted({p.source for p in group.passages if p.evidence.part not in _HEADLINES}):
            bodies[source].append(group)
    for group in groups:
        if len(group.sources) > 1 or any(passage.evidence.part not in _HEADLINES for passage in group.passages):
            continue
        told = bodies[group.passages[0].source]
        if group.passages[0].day is not None and len(told) == 1 and not any_excluded(group, told[0]):
            told[0].take(group, None)
    return [group for group in groups if not group.taken]
