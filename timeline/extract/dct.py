"""When a document was written: its date candidates in, one `Dating` out, or none; and when it was last changed.

Places of one kind (a page's metadata, what it shows, its address) often repeat one another, so each kind speaks
once, with its strongest voice; those that agree add up, and the day that most speak for wins. What the others say is
told in the steps, kept as alternatives, and lowers the confidence. What the user or a record gives is not outvoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.extract.stated import given_date, readings, yearless_day
from timeline.grammar.pack import LanguagePack
from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.text import DateCandidate, DateOrigin, Dating, Document
from timeline.model.value import Granularity, TimeValue

__all__ = ["date_document", "given_date", "last_update"]

_WORDS = {
    DateOrigin.GIVEN: "as given",
    DateOrigin.REVIEWER: "as a reviewer says",
    DateOrigin.SIDECAR: "as sources.csv says",
    DateOrigin.RECORD: "as its record says",
    DateOrigin.MAIL_HEADER: "as the mail's header says",
    DateOrigin.FEED: "as the feed says",
    DateOrigin.JSON_LD: "as the page's metadata (JSON-LD) says",
    DateOrigin.META: "as the page's metadata says",
    DateOrigin.TIME_ELEMENT: "as the page's <time> element says",
    DateOrigin.HEADER: "as its header says",
    DateOrigin.BYLINE: "as its byline says",
    DateOrigin.DATELINE: "as its dateline says",
    DateOrigin.STAMP: "as the stamp on its pages says",
    DateOrigin.URL: "as its address says",
    DateOrigin.FILE_NAME: "as its file name says",
    DateOrigin.PDF: "as the file's own information says",
    DateOrigin.ENCLOSING_MAIL: "when the mail was sent that it is attached to; it states no date itself",
    DateOrigin.FILE_TIME: "as the file's time of last change says",
}
_ORDER = tuple(DateOrigin)
_UNDISPUTED = frozenset({DateOrigin.REVIEWER, DateOrigin.SIDECAR, DateOrigin.RECORD, DateOrigin.MAIL_HEADER})
"""What people or programs say of this one document is taken as it is."""
_KINDS: tuple[tuple[frozenset[DateOrigin], float], ...] = (
    (frozenset({DateOrigin.JSON_LD, DateOrigin.META, DateOrigin.TIME_ELEMENT, DateOrigin.FEED}), 5),
    (frozenset({DateOrigin.HEADER, DateOrigin.STAMP}), 5),
    (frozenset({DateOrigin.BYLINE, DateOrigin.DATELINE}), 4),
    (frozenset({DateOrigin.URL}), 3),
    (frozenset({DateOrigin.FILE_NAME}), 2.5),
    (frozenset({DateOrigin.PDF}), 1),
    (frozenset({DateOrigin.ENCLOSING_MAIL}), 0.7),
    (frozenset({DateOrigin.FILE_TIME}), 0.5),
)
"""Kinds of places that are filled in together, and how much each kind's word is worth."""
NEXT_EDITION = 2
"""Days between a dateline or an address and the day of publication that are no conflict: filed, then printed."""
ZONES = 14 * 3600
"""Seconds by which a day begins earlier or later than in UTC, at most."""
_FILED = frozenset({DateOrigin.DATELINE, DateOrigin.URL, DateOrigin.FILE_NAME})
_HIDDEN = frozenset({DateOrigin.JSON_LD, DateOrigin.META})
"""Where programs note a last change, often of the page around the text: no reader was told so."""
_CONTESTED, _AMBIGUOUS = 0.15, 0.3


@dataclass(frozen=True, slots=True)
class _Stated:
    """A candidate with what it says; `others` are its further readings."""

    candidate: DateCandidate
    value: TimeValue
    others: tuple[TimeValue, ...] = ()

    @property
    def origin(self) -> DateOrigin:
        return self.candidate.origin

    @property
    def is_month(self) -> bool:
        return self.value.granularity is Granularity.MONTH

    @property
    def told(self) -> str:
        return f"{display(self.value)}, {_WORDS[self.origin]}"


def date_document(document: Document, pack: LanguagePack, given: str | None = None) -> Dating | None:
    """The document's own date where one is stated: a day, a time on a day, or at least a month.

    Raises InputError where `given` is no date.
    """
    reviewed = any(one.origin is DateOrigin.REVIEWER for one in document.date_candidates)
    if given is not None and not reviewed:
        return Dating(given_date(given), DateOrigin.GIVEN.value, True, (f"published {given}, as given",), 1.0)
    found = _stated([one for one in document.date_candidates if not one.update], document, pack)
    updates = _stated([one for one in document.date_candidates if one.update], document, pack)
    if not found:
        shown = [one for one in updates if one.origin not in _HIDDEN]
        return (
            _dating(shown[0], (f"only its last change is dated: {shown[0].told}",), shown[0].others) if shown else None
        )
    best = _best(found)
    steps = [f"published {best.told}", *_zone_step(best, found)]
    rivals = [one for one in found if _contradict(best, one)]
    steps += [f"but {one.told}" for one in rivals]
    steps += [f"or {display(other)}: the order of day and month is not told" for other in best.others]
    value = _local_day(best, found)
    return _dating(
        replace(best, value=value),
        tuple(dict.fromkeys(steps)),
        (*best.others, *dict.fromkeys(one.value for one in rivals)),
        _CONTESTED if rivals else 0.0,
    )


def last_update(document: Document, pack: LanguagePack, published: Dating | None) -> Dating | None:
    """The latest change that the document states, on a later day than its publication, or without one."""
    stated = _stated([one for one in document.date_candidates if one.update], document, pack)
    if not stated:
        return None
    latest = max(stated, key=lambda one: one.value.latest or 0)
    first = published.value.earliest if published is not None else None
    is_alone = all(one.update for one in document.date_candidates)
    if not is_alone and first is not None and ((latest.value.latest or 1) - 1) // civil.DAY <= first // civil.DAY:
        return None
    return _dating(latest, (f"updated {latest.told}",), latest.others)


def _stated(candidates: Sequence[DateCandidate], document: Document, pack: LanguagePack) -> list[_Stated]:
    """What each candidate says, strongest first; one without a year takes it from a month stated elsewhere."""
    found: list[_Stated] = []
    yearless: list[tuple[DateCandidate, tuple[int, int]]] = []
    for candidate in sorted(candidates, key=lambda candidate: _ORDER.index(candidate.origin)):
        values = tuple(readings(candidate.text, pack, document.source.day_first))
        if values:
            found.append(_Stated(candidate, values[0], values[1:]))
        elif part := yearless_day(candidate.text, pack):
            yearless.append((candidate, part))
    found = [_settled(one, found) for one in found]
    # Why: an attachment may be older than its mail, so the mail contradicts nothing.
    found = [one for one in found if one.origin is not DateOrigin.ENCLOSING_MAIL] or found
    for candidate, (month, day) in yearless:
        for one in found:
            first = one.value.earliest
            year, of, _ = civil.civil((first or 0) // civil.DAY)
            if one.is_month and of == month and civil.is_date(year, month, day):
                found.append(_Stated(candidate, period.day(year, month, day)))
                break
    return found


def _settled(one: _Stated, found: Sequence[_Stated]) -> _Stated:
    """An ambiguous 10/7/2023 in the reading that another place confirms."""
    if not one.others:
        return one
    for value in (one.value, *one.others):
        if any(other is not one and not other.others and _agree(value, other.value) for other in found):
            return _Stated(one.candidate, value)
    return one


def _best(found: Sequence[_Stated]) -> _Stated:
    """The day that most kinds of places speak for, told by its strongest; a full day before a month."""
    undisputed = [one for one in found if one.origin in _UNDISPUTED]
    days = [one for one in undisputed or found if not one.is_month] or list(undisputed or found)

    def weight(one: _Stated) -> tuple[float, int]:
        agreeing = [other for other in found if not _contradict(one, other)]
        return sum(
            worth for origins, worth in _KINDS if any(other.origin in origins for other in agreeing)
        ), -_ORDER.index(one.origin)

    return max(days, key=weight)


def _contradict(one: _Stated, other: _Stated) -> bool:
    """Whether two places cannot both be right, given time zones and that what is filed is printed a day later."""
    if any(_agree(first, second) for first in (one.value, *one.others) for second in (other.value, *other.others)):
        return False
    if _within_a_zone(one.value, other.value) or _within_a_zone(other.value, one.value):
        return False
    days = [(value.earliest or 0) // civil.DAY for value in (one.value, other.value)]
    near = abs(days[0] - days[1]) <= NEXT_EDITION and not (one.is_month or other.is_month)
    return not (near and (one.origin in _FILED) != (other.origin in _FILED))


def _agree(first: TimeValue, second: TimeValue) -> bool:
    """Whether the one spelling goes on from the other: 2024-05 and 2024-05-03T10:00 do."""
    one, other = (first.edtf or "")[:10], (second.edtf or "")[:10]
    return one.startswith(other) or other.startswith(one)


def _within_a_zone(instant: TimeValue, day: TimeValue) -> bool:
    """Whether a moment told in UTC falls on a day somewhere on earth."""
    if not (instant.edtf or "").endswith("Z") or instant.earliest is None or day.earliest is None:
        return False
    first = day.earliest // civil.DAY * civil.DAY
    return day.granularity is Granularity.DAY and first - ZONES <= instant.earliest < first + civil.DAY + ZONES


def _local_day(best: _Stated, found: Sequence[_Stated]) -> TimeValue:
    """The publisher's own day where a moment in UTC falls on the day before or after it."""
    shown = _shown_day(best, found)
    return best.value if shown is None else shown.value


def _shown_day(best: _Stated, found: Sequence[_Stated]) -> _Stated | None:
    shown = (one for one in found if one.origin in (DateOrigin.BYLINE, DateOrigin.TIME_ELEMENT) and not one.others)
    return next(
        (one for one in shown if not _agree(one.value, best.value) and _within_a_zone(best.value, one.value)), None
    )


def _zone_step(best: _Stated, found: Sequence[_Stated]) -> tuple[str, ...]:
    shown = _shown_day(best, found)
    if shown is None:
        return ()
    return (f"which is {display(shown.value)} where it was published, {_WORDS[shown.origin]}",)


def _dating(one: _Stated, steps: tuple[str, ...], others: tuple[TimeValue, ...], doubt: float = 0.0) -> Dating:
    confidence = 0.95 - 0.05 * _ORDER.index(one.origin) / len(_ORDER) - (_AMBIGUOUS if one.others else doubt)
    return Dating(one.value, one.origin.value, True, steps, round(confidence, 2), others, one.candidate.span)
