"""The shape of a window: its words as they stand, each number by what rules can tell of it, and the plain months alike.

"7 March 1943" and "8 March 1871" have one shape, and so have "12 January 1871" and "14 October 1990": what the one was
read by, the other is too (`replay`). Of a number rules see its length, and whether it may be a day, a month, an hour,
a minute, a year. A test reads every rule's examples with other numbers both ways.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_MONTHS = "January|February|September|October|November|December"
"""Months that no rule tells apart: the others are words, names, or part of a holiday's name."""
_CLOCK = r"\s(?i:hours|hrs|local|eastern|pacific|utc|msk|[a-z]{1,3}t)\b"
"""Words that make four digits a time of day."""
_NAMED = r"12(?![0-9])|1/2(?![0-9/])"
"""Numbers that rules name: "12 noon", "6 1/2 hours"."""
VARIABLE = re.compile(
    rf"(?<![0-9A-Za-z])(?!{_NAMED})(?:[0-9]{{1,3}}(?:,[0-9]{{3}})*|[0-9]{{4}}(?!{_CLOCK})|[0-9]{{5,7}})(?!\s?['\u2019]|[0-9A-Za-z])"
    rf"|(?<![^\W_])(?:{_MONTHS})(?![^\W_])"
)
"""What a shape tells by its kind. Why not "1st", "5pm", "1990s", "1990 's": there the last digit tells more."""


def shape(text: str) -> tuple[str, list[int]]:
    """The shape of a text, and where each variable piece of it ends, after a first 0."""
    ends = [0]

    def kind(match: re.Match[str]) -> str:
        ends.append(match.end())
        return _KINDS[match[0]]

    return VARIABLE.sub(kind, text), ends


Place = tuple[int, int]
"""How many variable pieces end at or before a place, and code points from the end of the last of them."""


def place_in(at: int, text: str, ends: Sequence[int]) -> Place | None:
    """A place of a text, told so that it holds for all texts of its shape; None inside a variable piece."""
    count = bisect_right(ends, at) - 1
    if count + 1 < len(ends):
        piece = VARIABLE.search(text, ends[count])
        if piece is not None and piece.start() < at:
            return None
    return count, at - ends[count]


class _Kinds(dict[str, str]):
    """What rules can tell of a number or a month: equal for two that no rule tells apart. Bounded."""

    def __missing__(self, piece: str) -> str:
        first, *groups = piece.split(",")
        if groups:
            return f"{self[first]},{len(groups)}"
        kind = "month"
        if first.isdigit():
            borders = _BORDERS[len(first)]
            kind = f"{len(first)}:{borders[bisect_right(borders, first) - 1]}"
        kind = f"\x00{kind}\x00"
        if len(first) < _LONG:
            self[piece] = kind
        return kind


_BORDERS = {
    1: ("0", "1", "5"),
    2: ("00", "01", "10", "13", "20", "24", "25", "30", "32", "40", "60"),
    3: ("000", "100"),
    4: ("0000", "1000", "1500", "2000", "2100", "2200"),
    5: ("00000",),
    6: ("000000",),
    7: ("0000000",),
}
"""Where a number of so many digits begins to be another thing to a rule: a quarter, a month, an hour, a day, a year."""
_LONG = 5
"""Digits of numbers that are too many to be remembered."""
_KINDS = _Kinds()
