"""How near a text was written to the days that it tells. In: its bounds and what it tells. Out: closer bounds, and why.

News names no year for what is near, so a day without one bounds the day of writing as soon as its year is known: from
the bounds, or from its weekday. What is told of the newest figures ("as of", "the quarter ended") is near as well.
How near was measured on dated news; a full date of the past alone is mostly years old there and closes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.tense import Tense
from timeline.grammar.narration import Scene
from timeline.model import period
from timeline.model.display import display
from timeline.model.text import Document, Span
from timeline.normalise.told import Told, Yearless, in_words, lead

NEAR = 60
"""Days off the day of writing, at most, of most days that are told without their year."""
REPORTED = 60
"""Days after a quarter's end in which its results are told."""
CURRENT = 180
"""Days after the newest day or month that something is told "as of"."""
KNOWN_YEAR = 366
"""Days between two bounds, at most, that settle the year of a day."""
FEW_YEARS = 5 * 365
"""Days after a full date of the past in which a weekday settles the year of a day: it fits one year in five or six."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A day before or after which a text was not written, and why; `fine`: it comes from a day or a month."""

    day: int
    why: str
    span: Span | None = None
    fine: bool = False


Bounds = tuple[Bound | None, Bound | None]
"""The day before which a text was not written, and the day after which it was not."""


def narrowed(
    document: Document, past: Sequence[Told], days: Sequence[Yearless], bounds: Bounds, scene: Scene
) -> Bounds:
    """The bounds, closer where the text tells what is near to the day of its writing."""
    for near in _newest(document, past, scene):
        bounds = _within(bounds, near)
    after, before = bounds
    if after is None:
        return bounds
    settled = before is not None and before.day - after.day <= KNOWN_YEAR
    last = before.day if before is not None and settled else after.day + FEW_YEARS
    known = [
        (fits[0], told)
        for told in days
        if len(fits := told.days(after.day, last if told.tense is Tense.PAST else last + NEAR)) == 1
        and (settled or (told.weekday is not None and after.fine))
    ]
    past_days = [(day, told) for day, told in known if told.tense is Tense.PAST]
    days_to_come = [(day, told) for day, told in known if told.tense is Tense.FUTURE]
    # Why these two: the day of writing lies between the latest that is past and the first that is to come.
    for day, told in (*_first(past_days, latest=True), *_first(days_to_come)):
        bounds = _within(bounds, _around(document, told, day))
    return bounds


def _first(days: list[tuple[int, Yearless]], *, latest: bool = False) -> list[tuple[int, Yearless]]:
    return sorted(days, key=lambda known: (-known[0] if latest else known[0], known[1].span))[:1]


def _newest(document: Document, past: Sequence[Told], scene: Scene) -> Iterator[tuple[Bound, Bound]]:
    """What is told of the newest figures."""
    for told in past:
        before = lead(document.text, told.span)
        reach = REPORTED if scene.results.search(before) else CURRENT if scene.newest.search(before) else None
        if reach is not None and told.is_fine:
            words = in_words(document, told.span)
            yield (
                Bound(told.first, f"the text tells “{words}” as past", told.span, True),
                Bound(told.last + reach - 1, f"what it tells of “{words}” is told as the newest", told.span),
            )


def _around(document: Document, told: Yearless, day: int) -> tuple[Bound, Bound]:
    """The days around one that is named without its year."""
    words, shown = in_words(document, told.span), display(period.day_of(day))
    side = "past" if told.tense is Tense.PAST else "to come"
    why = f"the text tells “{words}” as {side}, {shown} by " + (
        "its other dates" if told.weekday is None else "its weekday"
    )
    near = f"{why}, and names no year, as is done for what is near"
    if told.tense is Tense.PAST:
        return Bound(day, why, told.span, True), Bound(day + NEAR - 1, near, told.span)
    return Bound(day - NEAR + 1, near, told.span, True), Bound(day, why, told.span)


def _within(bounds: Bounds, near: tuple[Bound, Bound]) -> Bounds:
    """The bounds cut to what is near; as they are where the two do not meet."""
    after = max((bound for bound in (bounds[0], near[0]) if bound is not None), key=lambda bound: bound.day)
    before = min((bound for bound in (bounds[1], near[1]) if bound is not None), key=lambda bound: bound.day)
    return (after, before) if after.day <= before.day else bounds
