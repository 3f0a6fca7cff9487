"""A range as the pieces that it is told in. In: a mention. Out: its pieces, and what each of them means.

Taggers write "from 2 to 4 May" as two dates; each takes from the other what its own words leave out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.expression import Duration, Expression, Range, Vague
from timeline.model.text import Mention, Span
from timeline.model.value import Kind
from timeline.normalise.evaluate import ends, evaluate
from timeline.normalise.frame import Frame, Reading


def in_pieces(mention: Mention) -> tuple[Mention, ...]:
    """A range as its two ends, or as the length or the date that it is made of; anything else whole."""
    expression, parts = mention.expression, mention.parts
    hours = next((part.parts for part in parts if len(part.parts) == 2), None)
    if hours is not None and isinstance(expression, Range):
        # Why: the day of "2 to 4 p.m. tomorrow" goes with the hour that it stands beside.
        start = min(part.span.start for part in (*parts, *hours) if not part.parts)
        end = max(part.span.end for part in (*parts, *hours) if not part.parts)
        return _cut(mention, start, hours[0]), _cut(mention, hours[1].span.start, hours[1], end)
    has_length = any(isinstance(part.expression, Duration) for part in parts)
    if not isinstance(expression, Range) or len(parts) != 2 or has_length:
        return parts or (mention,)
    last = parts[1].expression
    return parts if isinstance(last, Vague) or last == expression.end else (mention,)


def _cut(whole: Mention, start: int, piece: Mention, end: int | None = None) -> Mention:
    """A piece of a mention that reaches further to one side."""
    span = Span(start, piece.span.end if end is None else end)
    return replace(piece, span=span, text=whole.text[start - whole.span.start : span.end - whole.span.start])


def of_pieces(mention: Mention, pieces: Sequence[Mention], frame: Frame) -> tuple[Reading, ...]:
    """The meaning of each piece of a mention; of two, the one tells what the other leaves out."""
    expression = mention.expression
    if not isinstance(expression, Range) or pieces == (mention,):
        return (evaluate(expression, frame),)
    parts = [piece.expression for piece in pieces]
    if len(parts) == 2 and not any(isinstance(part, Duration) for part in parts):
        told: tuple[Reading, ...] = ends(expression.start, expression.end, frame)
    else:
        whole = evaluate(expression, frame)
        told = tuple(
            whole if len(parts) == 1 or isinstance(part, Duration) else evaluate(part, frame) for part in parts
        )
    return tuple(_as_named(part, reading, frame) for part, reading in zip(parts, told, strict=True))


def _as_named(piece: Expression, reading: Reading, frame: Frame) -> Reading:
    """What a range means at one of its pieces, under that piece's own TIMEX3 value.

    "Now" is a day there; "two weeks", of those that start on 20 May, have a first and a last day.
    """
    own = evaluate(piece, frame)
    if reading.value is None or own.value is None:
        return reading
    if isinstance(piece, Vague | Duration) or (reading.value.kind is Kind.SPAN and own.value.kind is Kind.POINT):
        return reading.with_value(replace(reading.value, timex=own.value.timex))
    return reading
