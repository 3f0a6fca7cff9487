"""One event from its evidence: its date, title, standing. Comes in: evidence of one happening. Goes out: `Event`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from timeline.merge.copies import once
from timeline.model import civil
from timeline.model.display import display
from timeline.model.event import Conflict, Event, Evidence, Factuality, Role
from timeline.model.text import AnchorKind, PartKind
from timeline.model.value import Granularity, TimeValue


def event_of(
    evidence: Sequence[Evidence], family: Mapping[str, str], joined: Callable[[Evidence], Evidence] | None = None
) -> Event:
    """The event that pieces of evidence tell; its id is the smallest of theirs.

    `family`: the sources that are one text, by id; they count as one. `joined`: the piece with why it was joined to
    the first, asked of all others.
    """
    pieces = sorted(evidence, key=lambda piece: piece.id)
    if len(pieces) == 1:
        return _told_once(pieces[0])
    dated = _dating(pieces, family)
    when = dated.when.value
    assert when is not None
    conflicts = conflicts_of(pieces, when)
    factuality = _factuality(pieces)
    # Why: what came about is not called by the words of a plan.
    best = sorted(
        pieces, key=lambda piece: (piece.role is Role.REFERS, piece.factuality is not factuality, *_telling(piece))
    )
    return Event(
        id=pieces[0].id,
        title=best[0].title,
        when=when,
        evidence=tuple(best) if joined is None else (best[0], *map(joined, best[1:])),
        confidence=_confidence(pieces, when, family, contested=bool(conflicts)),
        participants=_gathered([piece.participants for piece in best]),
        places=_gathered([piece.places for piece in best]),
        factuality=factuality,
        conflicts=conflicts,
    )


def _told_once(piece: Evidence) -> Event:
    """The event of one piece of evidence, as most are."""
    when = piece.when.value
    assert when is not None
    return Event(
        id=piece.id,
        title=piece.title,
        when=when,
        evidence=(piece,),
        confidence=_confidence((piece,), when, {}, contested=False),
        participants=_gathered((piece.participants,)),
        places=_gathered((piece.places,)),
        factuality=piece.factuality,
    )


def _dating(pieces: Sequence[Evidence], family: Mapping[str, str]) -> Evidence:
    """The piece that dates the event: the finest date, then the one most pieces give, then the surest."""
    values = [piece.when.value for piece in pieces]
    agree = values.count(values[0]) == len(values)
    given = None if agree else Counter([piece.when.value for piece in once(pieces, family)])

    def rank(piece: Evidence) -> tuple[int, int, int, float, str]:
        value = piece.when.value
        fineness = value.granularity if value is not None and value.granularity is not None else Granularity.MILLENNIUM
        told = 0 if piece.when.anchor.kind is AnchorKind.EXPLICIT else 1
        return max(fineness, Granularity.DAY), -given[value] if given else 0, told, -piece.confidence, piece.id

    return min(pieces, key=rank)


def _telling(piece: Evidence) -> tuple[int, int, int, int, float, str]:
    """Best first: what reports, names its happening, in running text, with a full clause, surely dated."""
    words = len(piece.title.split())
    return (
        piece.role is Role.REFERS,
        piece.head is None,
        piece.part in (PartKind.CAPTION, PartKind.FOOTNOTE, PartKind.TABLE),
        -min(words, 8),
        -piece.confidence,
        piece.id,
    )


def _gathered(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Names of all pieces, each once; a short form goes where a longer one with the same last word is there."""
    names = tuple(dict.fromkeys(chain.from_iterable(groups)))
    if len(names) < 2:
        return names
    return tuple(name for name in names if not any(_is_short_of(name, other) for other in names))


def _is_short_of(name: str, other: str) -> bool:
    return name != other and len(name.split()) == 1 and other.rsplit(maxsplit=1)[-1] == name


def _factuality(pieces: Sequence[Evidence]) -> Factuality:
    """What most reports say, but for two things.

    A report that it came about outweighs all that were written before, when it was planned or feared; where as many
    deny it as tell it, it is denied.
    """
    if all(piece.factuality is pieces[0].factuality for piece in pieces):
        return pieces[0].factuality
    reports = [piece for piece in pieces if piece.role is Role.REPORTS] or list(pieces)
    counts = Counter(piece.factuality for piece in reports)
    facts = counts[Factuality.HAPPENED] + counts[Factuality.ONGOING]
    if counts[Factuality.DENIED] >= max(facts, 1):
        return Factuality.DENIED
    if facts:
        return max((Factuality.HAPPENED, Factuality.ONGOING), key=lambda factuality: counts[factuality])
    order = list(Factuality)
    return min(counts, key=lambda factuality: (-counts[factuality], order.index(factuality)))


def conflicts_of(pieces: Sequence[Evidence], when: TimeValue) -> tuple[Conflict, ...]:
    """The dates that exclude the event's own, with who gives them."""
    others: dict[TimeValue, list[str]] = {}
    for piece in pieces:
        value = piece.when.value
        if value is not None and not compatible(value, when):
            others.setdefault(value, []).append(piece.id)
    return tuple(
        Conflict(value, tuple(ids), f"{_sources(len(ids))} {display(value)}, not {display(when)}")
        for value, ids in sorted(others.items(), key=lambda entry: entry[1])
    )


def _sources(count: int) -> str:
    return "one passage says" if count == 1 else f"{count} passages say"


def compatible(first: TimeValue, second: TimeValue) -> bool:
    """Whether two dates can be of one day: their bounds meet; clocks of different zones are not compared."""
    if first.earliest == second.earliest and first.latest == second.latest != first.earliest:
        return True
    if _zone(first) != _zone(second):
        first, second = _day(first), _day(second)
    starts = [value.earliest for value in (first, second) if value.earliest is not None]
    ends = [value.latest for value in (first, second) if value.latest is not None]
    return not starts or not ends or max(starts) < min(ends)


def _zone(value: TimeValue) -> str:
    """What an EDTF time ends with: "Z", "+01:00", or nothing."""
    if value.granularity is None or value.granularity >= Granularity.DAY:
        return ""
    return (value.edtf or "").partition("T")[2].lstrip("0123456789:")


def _day(value: TimeValue) -> TimeValue:
    if value.granularity is None or value.granularity >= Granularity.DAY or value.earliest is None:
        return value
    start = value.earliest // civil.DAY * civil.DAY
    return replace(value, earliest=start, latest=start + civil.DAY)


def _confidence(pieces: Sequence[Evidence], when: TimeValue, family: Mapping[str, str], *, contested: bool) -> float:
    """That the date is right: the surest piece, raised by other sources that agree, lowered by those that do not."""
    by_source: dict[str, float] = {}
    for piece in pieces:
        if piece.when.value is not None and compatible(piece.when.value, when):
            source = family.get(piece.source_id, piece.source_id)
            by_source[source] = max(by_source.get(source, 0.0), piece.confidence)
    doubt = 1.0
    for position, confidence in enumerate(sorted(by_source.values(), reverse=True)):
        # Why: sources copy one another, so each further one counts half of what it says.
        doubt *= 1 - confidence * (1.0 if position == 0 else 0.5)
    sure = 1 - doubt
    # Why: no number of articles makes a date certain; what people accept is.
    return round(min(sure * (0.8 if contested else 1.0), 0.99), 3)
