"""What a build asks of a passage before it has its place. In: a passage. Out: `Standing`, a few plain values.

It is kept beside the packed passage: of an archive, most passages are put where they belong without being opened.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.merge import is_put_down, period_of
from timeline.merge.passages import sense_of
from timeline.merge.years import Day, sure_day, yearless_day
from timeline.model.event import Evidence, Fate


class Standing(NamedTuple):
    """A passage's id, source and names, what becomes of it, and when.

    `year`, `month`: its period (see `period_of`), where it is evidence to be merged. `yearless`: its day, where others
    may tell the year, with `sense`, the kind of its happening; `sure`: its day, where it may tell the year of others.
    """

    id: str
    source_id: str
    participants: tuple[str, ...]
    places: tuple[str, ...]
    fate: Fate
    put_down: bool
    year: int | None
    month: int
    yearless: Day | None
    sure: Day | None
    sense: str


def standing_of(piece: Evidence) -> Standing:
    """What is asked of one passage."""
    put_down = is_put_down(piece)
    year, month = period_of(piece) if piece.fate is Fate.EVIDENCE and not put_down else (None, 0)
    yearless = yearless_day(piece)
    sense = "" if yearless is None else sense_of(piece)
    return Standing(
        piece.id, piece.source_id, piece.participants, piece.places, piece.fate, put_down, year, month,
        yearless, sure_day(piece), sense,
    )  # fmt: skip
