"""Years that only another source can give. Comes in: all evidence. Goes out: the same, with what could be settled.

Evidence is never changed: what is settled is emitted again, with the anchor SOURCES and a step that says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.merge.likeness import narration_of, stem
from timeline.merge.passages import names_of, sense_of
from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.event import Evidence, Fate
from timeline.model.expression import CalendarDate, Expression, Open
from timeline.model.text import Anchor, AnchorKind, Resolution
from timeline.model.value import Granularity, TimeValue

GUESSED = 0.6
"""Below this confidence a year that the document suggests may be settled by others."""
DISTANT = 120 * civil.DAY
"""Further than this from the document's own date (in seconds) a day without a year may be another year's."""
_SETTLED = 0.75
_MOST_ASKED = 200
"""Complete dates that one without its year is compared with; of a crowd on one day, those first by id."""
_WORD = re.compile(r"[^\W\d_]+")
Day = tuple[int, int | None]
"""Month and day of some year; a month alone has no day."""


class Asked:
    """What other sources tell of days without their year: those of one happening, and those named by their date."""

    def __init__(self) -> None:
        self._told: dict[tuple[Day, str], list[Evidence]] = defaultdict(list)
        self._named: dict[Day, list[Evidence]] = defaultdict(list)

    def add(self, piece: Evidence) -> None:
        """One more passage that may tell."""
        day = sure_day(piece)
        if day is not None:
            self._told[day, sense_of(piece)].append(piece)
            if piece.named_by_date:
                self._named[day].append(piece)

    def close(self) -> None:
        """No more come: of a crowd the first by id are asked."""
        for pieces in (*self._told.values(), *self._named.values()):
            pieces.sort(key=lambda piece: piece.id)
            del pieces[_MOST_ASKED:]

    def settled(self, piece: Evidence) -> Evidence:
        """The piece as others settle it, or as it is."""
        wanted = _wanted(piece)
        if wanted is None or wanted[0].month is None:
            return piece
        day = wanted[0].month, wanted[0].day
        return _settled(piece, wanted, self._told.get((day, sense_of(piece)), []) + self._named.get(day, []))


def settle(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Evidence in the same order; a day or month without its year takes the one that other sources plainly give.

    Where they give several, all are alternatives and the steps say so.
    """
    asked = Asked()
    for piece in evidence:
        asked.add(piece)
    asked.close()
    return tuple(map(asked.settled, evidence))


def yearless_day(piece: Evidence) -> Day | None:
    """Month and day of a date without its year that other sources may settle; None for all else."""
    wanted = _wanted(piece)
    return None if wanted is None or wanted[0].month is None else (wanted[0].month, wanted[0].day)


def sure_day(piece: Evidence) -> Day | None:
    """Month and day of a date whose year is sure."""
    value = piece.when.value
    sure = piece.when.anchor.kind is AnchorKind.EXPLICIT or piece.confidence >= 0.85
    if piece.fate is not Fate.EVIDENCE or value is None or value.earliest is None or piece.when.yearless or not sure:
        return None
    _, month, day = civil.civil(value.earliest // civil.DAY)
    if value.granularity is Granularity.DAY:
        return month, day
    return (month, None) if value.granularity is Granularity.MONTH else None


def _settled(piece: Evidence, wanted: tuple[CalendarDate, Open | None], others: Sequence[Evidence]) -> Evidence:
    calendar, opened = wanted
    fitting = {
        _year(other): other for other in reversed(others) if other.source_id != piece.source_id and _fits(piece, other)
    }
    values = {year: value for year in sorted(fitting) if (value := _valued(calendar, opened, year)) is not None}
    if len(values) > 1:
        return _left_open(piece, tuple(values.values()))
    known = piece.when.value
    for year, value in values.items():
        if value != known:
            return _emitted(piece, value, known, fitting[year])
    return piece


def _left_open(piece: Evidence, values: tuple[TimeValue, ...]) -> Evidence:
    """The piece as it was, with the years that other sources give beside it."""
    others = tuple(value for value in values if value != piece.when.value)
    years = " and ".join(display(value) for value in values)
    step = f"names no year; other sources tell the like of {years}, so none of them settles it"
    alternatives = tuple(dict.fromkeys((*others, *piece.when.alternatives)))
    return replace(piece, when=replace(piece.when, steps=(*piece.when.steps, step), alternatives=alternatives))


def _wanted(piece: Evidence) -> tuple[CalendarDate, Open | None] | None:
    """The yearless words of a mention that nothing, or only a guess, has dated."""
    resolution = piece.when
    value = resolution.value
    unsettled = (
        value is None
        or (value.earliest is None and value.latest is None)
        or (resolution.confidence < GUESSED and resolution.anchor.kind is not AnchorKind.EXPLICIT)
        or _is_distant(resolution)
    )
    if not resolution.yearless or not unsettled or piece.fate not in (Fate.EVIDENCE, Fate.UNDATED):
        return None
    expression: Expression = resolution.mention.expression
    opened = expression if isinstance(expression, Open) else None
    inner = expression.of if isinstance(expression, Open) else expression
    if isinstance(inner, CalendarDate) and inner.year is None and inner.month is not None:
        return inner, opened
    return None


def _is_distant(resolution: Resolution) -> bool:
    """A day that the document's own date has put in a year, but months away from it."""
    value, written = resolution.value, resolution.anchor.value
    if resolution.anchor.kind is not AnchorKind.DCT or value is None or written is None:
        return False
    told, seen_from = value.earliest, written.earliest
    return told is not None and seen_from is not None and abs(seen_from - told) > DISTANT


def _fits(piece: Evidence, other: Evidence) -> bool:
    """Whether another source's passage plainly tells the same happening."""
    return _tells_the_same(piece, other) or _speaks_of(piece, other)


def _speaks_of(piece: Evidence, other: Evidence) -> bool:
    """Whether the sentence itself names what the other source tells: "cold since October 7, when the attack ..." """
    sense, names = sense_of(other), names_of(other)
    if not other.named_by_date or not sense or not names:
        return False
    words = {word.lower() for word in _WORD.findall(piece.quote_text)}
    narration = narration_of(piece.when.mention.language)
    return bool(names & words) and sense in {stem(word, narration) for word in words}


def _tells_the_same(piece: Evidence, other: Evidence) -> bool:
    sense, other_sense = sense_of(piece), sense_of(other)
    shared = names_of(piece) & names_of(other)
    if not sense or sense != other_sense:
        return False
    both_named = piece.named_by_date and other.named_by_date
    disjoint = bool(names_of(piece) and names_of(other)) and not shared
    return bool(shared) or (both_named and not disjoint)


def _year(piece: Evidence) -> int:
    value = piece.when.value
    assert value is not None and value.earliest is not None
    return civil.civil(value.earliest // civil.DAY)[0]


def _valued(calendar: CalendarDate, opened: Open | None, year: int) -> TimeValue | None:
    assert calendar.month is not None
    if calendar.day is None:
        value = period.month(year, calendar.month)
    elif civil.is_date(year, calendar.month, calendar.day):
        value = period.day(year, calendar.month, calendar.day)
    else:
        return None
    if opened is None:
        return value
    return period.since(value) if opened.since else period.until(value)


def _emitted(piece: Evidence, value: TimeValue, known: TimeValue | None, other: Evidence) -> Evidence:
    """The piece again, dated by another source."""
    told = other.when.mention.text
    step = f"names no year; another source tells the same happening of {told}: “{other.title}”"
    alternatives: Iterable[TimeValue] = (*((known,) if known is not None else ()), *piece.when.alternatives)
    resolution = replace(
        piece.when,
        value=value,
        anchor=Anchor(AnchorKind.SOURCES, None, other.when.value),
        steps=(*piece.when.steps, step, f"so it is {display(value)}"),
        confidence=_SETTLED,
        alternatives=tuple(dict.fromkeys(a for a in alternatives if a != value)),
        reason=None,
    )
    return replace(piece, fate=Fate.EVIDENCE, when=resolution, confidence=_SETTLED, reason=None)
