"""An expression found in a text, and the placeholder characters that stand for it while others are joined from it."""

from __future__ import annotations

from typing import NamedTuple

from timeline.grammar.pattern import ATOM, Field
from timeline.model.expression import Clock, DayPart, Duration, Expression, Recurrence

BLOCK = 256
"""How many expressions of one window can be told apart by their placeholders."""
_DATES, _TIMES, _DURATIONS = 0xE000, 0xE100, 0xE200
_BLOCK_OF: dict[type, int] = {Clock: _TIMES, DayPart: _TIMES, Duration: _DURATIONS, Recurrence: _DURATIONS}
BLOCKS = frozenset(map(chr, (_DATES, _TIMES, _DURATIONS)))
"""The first placeholder of each block: the key that a join rule looks it up by."""
PLACEHOLDERS = "\ue000-\ue2ff"
"""All placeholders, as a range for a character class."""


class Found(NamedTuple):
    """An expression in a text: code points, half-open. `parts` are the expressions that it was joined from."""

    start: int
    end: int
    expression: Expression
    rule: str
    parts: tuple[Found, ...] = ()

    def shifted(self, offset: int) -> Found:
        """The same at another place."""
        start, end, expression, rule, parts = self
        if parts:
            parts = tuple(part.shifted(offset) for part in parts)
        return _found((start + offset, end + offset, expression, rule, parts))


_found = Found._make


def atom_field(first: int) -> Field:
    """A field of join rules: an expression already found, of one block of placeholders."""
    pattern = f"[{chr(first)}-{chr(first + BLOCK - 1)}]"
    return Field(pattern, str, frozenset(), frozenset({ATOM}), needs=frozenset({chr(first)}))


ATOM_FIELDS = {
    "date": atom_field(_DATES),
    "start": atom_field(_DATES),
    "end": atom_field(_DATES),
    "time": atom_field(_TIMES),
    "duration": atom_field(_DURATIONS),
}


def block(expression: Expression) -> int:
    """The first code point of the block that an expression's placeholder is of."""
    return _BLOCK_OF.get(type(expression), _DATES)


def is_placeholder(character: str) -> bool:
    """Whether a character stands for an expression."""
    return "\ue000" <= character <= "\ue2ff"


def slot(placeholder: str) -> int:
    """The number of the expression that a placeholder stands for."""
    return (ord(placeholder) - _DATES) % BLOCK


def block_key(placeholder: str) -> str:
    """The key of a placeholder's block, one of `BLOCKS`."""
    return chr(ord(placeholder) // BLOCK * BLOCK)
