"""The clock of a report written as things happen ("1849 The council met"). In: a text, what was found. Out: the same.

Such a report sets four digits before each entry. One of them is a year to any reader; a column of them that runs on or
back as times do, some of which are no years, is a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from timeline.grammar.found import Found
from timeline.model.expression import Clock

RULE = "running-clock"
SEVERAL = 5
"""Entries from which on four digits before each are a clock."""
IN_ORDER = 0.9
"""Share of neighbours that follow one another in the report's order; an entry may be set late."""
_STAMP = re.compile(r"^[ \t]*((?:[01]\d|2[0-3])[0-5]\d)(?=:?[ \t]+[^\W\d_]|:?[ \t]*[\n\"“'‘`])", re.MULTILINE)
_YEARS = range(1000, 2040)
"""Four digits that a list of years may have ("2012 A second novel"): only what is none tells a clock."""


def with_running_clock(found: list[Found], text: str) -> list[Found]:
    """What was found, with times of day for the digits that a running report sets before its entries."""
    stamps = [(match.start(1), match[1]) for match in _STAMP.finditer(text)]
    if len(stamps) < SEVERAL or not _is_clock([int(digits) for _, digits in stamps]):
        return found
    clock = [Found(at, at + 4, Clock(int(digits[:2]), int(digits[2:])), RULE) for at, digits in stamps]
    return sorted([*_beside(found, clock), *clock], key=lambda item: item.start)


def _is_clock(numbers: list[int]) -> bool:
    """Whether numbers run as times do, the latest entry first or last, and cannot all be years."""
    falling = sum(second <= first for first, second in pairwise(numbers)) / (len(numbers) - 1)
    runs = falling >= IN_ORDER or falling <= 1 - IN_ORDER
    return runs and sum(number not in _YEARS for number in numbers) > 1


def _beside(found: Iterable[Found], clock: Iterable[Found]) -> list[Found]:
    """What was found elsewhere than on a stamp."""
    taken = {at for stamp in clock for at in range(stamp.start, stamp.end)}
    return [item for item in found if item.start not in taken and item.end - 1 not in taken]
