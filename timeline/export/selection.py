"""Part of a timeline: the events that have what is asked for. In: a published timeline. Out: a smaller one.

What has no status, tag or date of its own (undated and set aside passages, failures) is in no selection.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from timeline.errors import EdtfError, InputError
from timeline.export import schema
from timeline.export.figure import days
from timeline.model import edtf
from timeline.model.civil import DAY


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep; empty: everything. `first` and `last` are EDTF dates, both inclusive.

    An event is kept that may have been in that time: of an imprecise date, any day counts.
    Raises InputError for what no event could have.
    """

    statuses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    min_confidence: float = 0.0

    def __post_init__(self) -> None:
        known = get_args(schema.Status)
        for status in self.statuses:
            if status not in known:
                raise InputError(f"unknown status {status!r}; there are: {', '.join(known)}")
        if not 0 <= self.min_confidence <= 1:
            raise InputError(f"a confidence lies between 0 and 1, not at {self.min_confidence:g}")
        first, last = self.days()
        if first is not None and last is not None and last < first:
            raise InputError(f"nothing lies from {self.first} to {self.last}; exchange the two")

    def days(self) -> tuple[int | None, int | None]:
        """The first and last day asked for, as day numbers; None where that side is open."""
        first = None if self.first is None else _bounds(self.first)[0]
        return first, None if self.last is None else _bounds(self.last)[1]


EVERYTHING = Selection()


def select(published: schema.Timeline, selection: Selection) -> schema.Timeline:
    """The timeline with the events selected, and the sources that these cite."""
    if selection == EVERYTHING:
        return published
    events = tuple(event for event in published.events if _fits(event, selection))
    cited = {item.source for event in events for item in event.evidence}
    return published.model_copy(
        update={
            "events": events,
            "sources": tuple(source for source in published.sources if source.id in cited),
            "undated": (),
            "set_aside": (),
            "failures": (),
        }
    )


def _fits(event: schema.Event, selection: Selection) -> bool:
    first, last = selection.days()
    starts, ends = days(event.date)
    return (
        (not selection.statuses or event.status in selection.statuses)
        and (not selection.tags or any(tag in event.tags for tag in selection.tags))
        and event.confidence >= selection.min_confidence
        and (first is None or ends is None or ends >= first)
        and (last is None or starts is None or starts <= last)
        and ((first is None and last is None) or (starts, ends) != (None, None))
    )


def _bounds(text: str) -> tuple[int | None, int | None]:
    try:
        value = edtf.parse(text)
    except EdtfError as error:
        raise InputError(f"{error}; give a day, month or year such as 2024-03-22, 2024-03 or 2024") from error
    if (value.earliest, value.latest) == (None, None):
        raise InputError(f"{text}: names no year; give a day, month or year such as 2024-03-22, 2024-03 or 2024")
    return (
        None if value.earliest is None else value.earliest // DAY,
        None if value.latest is None else (value.latest - 1) // DAY,
    )
