"""The clock of a report written as things happen ("1849 The council met"). In: a text, what was found. Out: the same.

Such a report sets four digits before each entry. One of them is a year to any reader; a column of them that runs on or
back as times do, some of which are no years, is a clock.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from timeline.grammar.found import Found
from timeline.model.expression import Clock

RULE = "running-clock"
SEVERAL = 5
"""Entries from which on four digits before each are a clock."""
IN_ORDER = 0.9
"""Share of neighbours that follow one another in the report's order; an entry may be set late."""
_STAMP = re.compile(r"^[ \t]*((?:[01]\d|2[0-3])[0-5]\d)(?=:?[ \t]+[^\W\d_]|:?[ \t]*[\n\"“'‘`])", re.MULTILINE)
_INNER = re.compile(r"(?<=[ \t])((?:[01]\d|2[0-3])[0-5]\d)(?=[ \t]+[A-Z])")
"""Four digits within a line: a stamp where its line has lost the break before it."""
_BEFORE = 24
_YEARS = range(1000, 2040)
"""Four digits that a list of years may have ("2012 A second novel"): only what is none tells a clock."""


def with_running_clock(found: list[Found], text: str, leads: Set[str] = frozenset()) -> list[Found]:
    """What was found, with times of day for the digits that a running report sets before its entries.

    `leads` are words before a date, in lower case: behind one of them four digits within a line are no stamp.
    """
    stamps = [(match.start(1), match[1]) for match in _STAMP.finditer(text)]
    if len(stamps) < SEVERAL or not _is_clock([int(digits) for _, digits in stamps]):
        return found
    stamps = sorted([*stamps, *_inner(text, stamps, leads)])
    clock = [Found(at, at + 4, Clock(int(digits[:2]), int(digits[2:])), RULE) for at, digits in stamps]
    return sorted([*_beside(found, clock), *clock], key=lambda item: item.start)


def _inner(text: str, stamps: list[tuple[int, str]], leads: Set[str]) -> Iterator[tuple[int, str]]:
    """The stamps within lines: those between whose neighbours their time lies."""
    starts = [at for at, _ in stamps]
    for match in _INNER.finditer(text, starts[0] + 4, starts[-1]):
        after = bisect(starts, match.start())
        low, high = sorted((stamps[after - 1][1], stamps[after][1]))
        before = text[max(0, match.start() - _BEFORE) : match.start()].split()
        # Why: "the 2004 games" and "since 1804 Lund has" tell years.
        if (
            low <= match[1] <= high
            and starts[after - 1] != match.start()
            and before
            and before[-1].lower() not in leads
        ):
            yield match.start(), match[1]


def _is_clock(numbers: list[int]) -> bool:
    """Whether numbers run as times do, the latest entry first or last, and cannot all be years."""
    falling = sum(second <= first for first, second in pairwise(numbers)) / (len(numbers) - 1)
    runs = falling >= IN_ORDER or falling <= 1 - IN_ORDER
    return runs and sum(number not in _YEARS for number in numbers) > 1


def _beside(found: Iterable[Found], clock: Iterable[Found]) -> list[Found]:
    """What was found elsewhere than on a stamp."""
    taken = {at for stamp in clock for at in range(stamp.start, stamp.end)}
    return [item for item in found if item.start not in taken and item.end - 1 not in taken]
