"""What a derivation finds, and the same steps taken again in another window of its shape.

A rule reads "8 March 1871" as it read "7 March 1943": only its fields' readers and its production run again. Where
one of them now refuses, or makes another kind of expression, the window must be read by the rules themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.grammar.found import Found
from timeline.grammar.rule import Context
from timeline.grammar.shape import Place, place_in
from timeline.grammar.step import Derivation, Piece, Reader, Step
from timeline.model.expression import Expression, Listed, Range


class Guard(NamedTuple):
    """What must be asked of the text around a mention."""

    start: int
    end: int
    rule: str
    context: Context


class Reading(NamedTuple):
    """What a window holds, and what must be asked of the text around it."""

    found: tuple[Found, ...]
    guards: tuple[Guard, ...]


def reading_of(derivation: Derivation) -> Reading:
    """What a derivation found."""
    made: list[Found | None] = []
    for step in derivation.steps:
        made.append(None if step.expression is None else _found(step, made))
    return _reading(derivation.kept, _guards_in(derivation), made)


def replay_of(derivation: Derivation, window: str, ends: Sequence[int]) -> Replay | None:
    """A derivation made ready for other windows; None where it parts a number that may vary."""
    steps: list[_Replayed] = []
    for step in derivation.steps:
        places = [place_in(at, window, ends) for at in (step.start, step.end, *(step.ends or ()))]
        takes = [_take(piece, window, ends) for piece in step.pieces]
        known, taken = [place for place in places if place is not None], [take for take in takes if take is not None]
        if len(known) < len(places) or len(taken) < len(takes):
            return None
        steps.append(_Replayed(step, None if step.constant else tuple(taken), known[0], known[1], tuple(known[2:])))
    return Replay(tuple(steps), derivation.kept, _guards_in(derivation))


class _Take(NamedTuple):
    """A piece with its two places told by variable pieces; of an earlier step's number, the first alone."""

    name: str
    read: Reader | None
    first: int
    offset: int
    last: int
    last_offset: int


class _Replayed(NamedTuple):
    """A step with its places told by variable pieces. `takes` None: nothing in it varies."""

    step: Step
    takes: tuple[_Take, ...] | None
    start: Place
    end: Place
    two: tuple[Place, ...]


class Replay:
    """The steps that read one window, to be taken in others of its shape."""

    __slots__ = ("_guards", "_kept", "_steps")

    def __init__(
        self, steps: tuple[_Replayed, ...], kept: tuple[int, ...], guards: tuple[tuple[int, Context], ...]
    ) -> None:
        self._steps, self._kept, self._guards = steps, kept, guards

    def reading(self, window: str, ends: Sequence[int]) -> Reading | None:
        """What a window holds whose variable pieces end at `ends`; None where a step does not come out alike."""
        made: list[Found | None] = []
        for step, takes, (start, from_start), (end, from_end), two in self._steps:
            expression = step.expression
            if takes is not None:
                kind = type(expression)
                expression = _expression(step, takes, window, ends, made)
                if type(expression) is not kind:
                    return None
            if expression is None:
                made.append(None)
                continue
            if two:
                spans = [ends[place] + offset for place, offset in two]
                parts = _told_apart(step.rule.id, expression, spans)
            else:
                parts = _parts(step, made)
            made.append(Found(ends[start] + from_start, ends[end] + from_end, expression, step.rule.id, parts))
        return _reading(self._kept, self._guards, made)


def _expression(
    step: Step, takes: tuple[_Take, ...], window: str, ends: Sequence[int], made: Sequence[Found | None]
) -> Expression | None:
    arguments: dict[str, object] = {}
    for name, read, first, offset, last, last_offset in takes:
        if read is None:
            taken = made[first]
            value: object = None if taken is None else taken.expression
        else:
            value = read(window[ends[first] + offset : ends[last] + last_offset])
        if value is None:
            return None
        arguments[name] = value
    return step.rule.production(**arguments)


def _take(piece: Piece, window: str, ends: Sequence[int]) -> _Take | None:
    if piece.read is None:
        return _Take(piece.name, None, piece.start, 0, 0, 0)
    start, end = place_in(piece.start, window, ends), place_in(piece.end, window, ends)
    return None if start is None or end is None else _Take(piece.name, piece.read, *start, *end)


def _found(step: Step, made: Sequence[Found | None]) -> Found:
    assert step.expression is not None
    parts = _parts(step, made) if step.ends is None else _told_apart(step.rule.id, step.expression, step.ends)
    return Found(step.start, step.end, step.expression, step.rule.id, parts)


def _parts(step: Step, made: Sequence[Found | None]) -> tuple[Found, ...]:
    if not step.parts:
        return ()
    return tuple(part for index in step.parts if (part := made[index]) is not None)


def _told_apart(rule: str, expression: Expression, spans: Sequence[int]) -> tuple[Found, ...]:
    """The ends of a range, or the items of a list, at their places; an item that is a range has two."""
    places = iter(zip(spans[::2], spans[1::2], strict=True))

    def found(part: Expression) -> Found:
        if not isinstance(part, Range):
            return Found(*next(places), part, rule)
        ends = found(part.start), found(part.end)
        return Found(ends[0].start, ends[1].end, part, rule, ends)

    match expression:
        case Range():
            return found(expression).parts
        case Listed(items):
            return tuple(found(item) for item in items)
    return ()


def _guards_in(derivation: Derivation) -> tuple[tuple[int, Context], ...]:
    """The steps that stand in the end, or in one that does, and look at what is around them."""

    def guards(index: int) -> Iterator[tuple[int, Context]]:
        step = derivation.steps[index]
        if step.rule.context is not None:
            yield index, step.rule.context
        for part in step.parts:
            if derivation.steps[part].rule.id != step.rule.id:
                yield from guards(part)

    return tuple(guard for index in derivation.kept for guard in guards(index))


def _reading(kept: Sequence[int], guards: Sequence[tuple[int, Context]], made: Sequence[Found | None]) -> Reading:
    found = [item for index in kept if (item := made[index]) is not None]
    if not guards:
        return Reading(tuple(found), ())
    asked = [
        Guard(item.start, item.end, item.rule, context)
        for index, context in guards
        if (item := made[index]) is not None
    ]
    return Reading(tuple(found), tuple(asked))
