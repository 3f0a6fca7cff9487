"""Times of day that stand before their day, parted from it by a bracket. In: resolutions, a text. Out: the same, dated.

"At 16:53 (21:53 GMT) on Tuesday": the day is told behind both times, and is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.grammar.narration import Narration
from timeline.model import period
from timeline.model.expression import Clock
from timeline.model.text import Resolution
from timeline.model.value import Granularity, Kind
from timeline.normalise.frame import day_number

_OPENS = re.compile(r"\s?(?:\(|-LRB-)\s?|\s?/\s?")
"""What stands between the same time by two clocks."""
_CLOSES = re.compile(r"\s?(?:\)|-RRB-)\s?,?\s?(\w*)\s?")
"""What stands between the second one and the day, with its preposition."""


def with_day_behind(found: Sequence[Resolution], text: str, n: Narration) -> tuple[Resolution, ...]:
    """Resolutions, with the day behind a bracket given to the times of day before and in it."""
    given = {index: day for at, day in enumerate(found) for index in _times_before(found, at, text, n)}
    return tuple(_on(one, given[index]) if index in given else one for index, one in enumerate(found))


def _times_before(found: Sequence[Resolution], at: int, text: str, n: Narration) -> Iterator[int]:
    """The times of day whose day stands at a place: two at most, the same by two clocks."""
    value, before = found[at].value, at - 1
    if before < 0 or not _is_time(found[before]):
        return
    if value is None or value.granularity is not Granularity.DAY or value.kind is not Kind.POINT:
        return
    closing = _CLOSES.fullmatch(text, found[before].mention.span.end, found[at].mention.span.start)
    if closing is None or (closing[1] and closing[1].lower() not in n.day_prepositions):
        return
    yield before
    outer = before - 1
    twice = outer >= 0 and _is_time(found[outer])
    if twice and _OPENS.fullmatch(text, found[outer].mention.span.end, found[before].mention.span.start):
        yield outer


def _is_time(one: Resolution) -> bool:
    """Whether a mention tells a time of day, and no day."""
    return isinstance(one.mention.expression, Clock) and one.mention.expression.of is None


def _on(time: Resolution, day: Resolution) -> Resolution:
    clock, number = time.mention.expression, day_number(day.value)
    assert isinstance(clock, Clock) and number is not None
    value = period.clock(period.day_of(number), clock.hour, clock.minute, clock.second, clock.zone)
    steps = (*day.steps, "on the day told behind the bracket")
    return replace(time, value=value, anchor=day.anchor, steps=steps, confidence=day.confidence, reason=None)
