"""The steps that read a window. Places are code points of the window, half-open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline.grammar.rule import Rule
from timeline.model.expression import Expression

Veto = frozenset[tuple[int, str]]
"""Rules that the context refused, each with the place of its mention in the window."""
Ends = tuple[int, ...]
"""The spans of the two ends of a range that one rule read."""
Reader = Callable[[str], object]


class Piece(NamedTuple):
    """What a rule takes: a piece of the window and its reader, or (`read` None) what the step number `start` made."""

    name: str
    read: Reader | None
    start: int
    end: int


class Step(NamedTuple):
    """A rule taken; with no `expression` one that refused what it matched, as it must again.

    `constant`: nothing that it takes can vary with the window's numbers. `parts`: the steps that it joined.
    """

    rule: Rule
    start: int
    end: int
    pieces: tuple[Piece, ...]
    expression: Expression | None
    constant: bool
    parts: tuple[int, ...] = ()
    ends: Ends | None = None


class Derivation(NamedTuple):
    """The steps that read a window, and the numbers of those whose expressions stand in the end, in order."""

    steps: tuple[Step, ...]
    kept: tuple[int, ...]


def expression_of(rule: Rule, pieces: Sequence[Piece], window: str, before: Sequence[Step]) -> Expression | None:
    """What a rule makes of its pieces, None where it refuses them; `before` are the steps taken already."""
    arguments: dict[str, object] = {}
    for name, read, start, end in pieces:
        value = before[start].expression if read is None else read(window[start:end])
        if value is None:
            return None
        arguments[name] = value
    return rule.production(**arguments)
