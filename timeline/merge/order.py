"""The order of a timeline. In: an event. Out: what to sort it by."""

from __future__ import annotations

from timeline.model.civil import DAY
from timeline.model.event import Event

_NEVER = float("inf")


def in_time(event: Event) -> tuple[float, float, str]:
    """By first possible day (else the last), then last day; what stays open comes after what ends."""
    start = None if event.when.earliest is None else event.when.earliest // DAY
    end = None if event.when.latest is None else (event.when.latest - 1) // DAY
    first = start if start is not None else end
    return _NEVER if first is None else first, _NEVER if end is None else end, event.id
