"""Between which days a text was written, from what it tells itself: resolutions in, an approximate `Dating` out.

For documents that state no date of their own. Not before the latest date told as past; not after the earliest told
as to come. A dateline without a year ("LONDON, March 3") names the day, once the text's own dates give the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.extract.stated import yearless_day
from timeline.grammar.pack import LanguagePack
from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.text import DateOrigin, Dating, Document, Resolution, Span
from timeline.model.value import Granularity, TimeValue
from timeline.normalise.entries import days_of_entries
from timeline.normalise.frame import day_number, last_day
from timeline.normalise.nearness import Bound, Bounds, narrowed
from timeline.normalise.told import Told, in_words, sides, without_year

FILED_WITHIN, FILED_WITHIN_YEAR = 300, 366
"""Days after the latest past date in which a dateline without a year falls."""
NEXT_DAY = 1
"""Days by which the day of writing and what is told may differ around the world."""
BOUNDED, HALF_BOUNDED, FILED, HEADED = 0.6, 0.5, 0.6, 0.8
_YEAR = re.compile(r"\d{4}")
_COPYRIGHT = "its copyright line names"
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,20}?(?:\d{4}\s?[-–]\s?)?((?:19|20)\d\d)(?!\d)", re.I)
_FOOT = 500
"""Code points at a text's end in which its copyright line stands."""


def written_between(
    document: Document,
    resolutions: Sequence[Resolution],
    pack: LanguagePack,
    updated: Dating | None = None,
) -> Dating | None:
    """The days between which a text was written, `approximate`, open where nothing bounds it; None without a bound.

    `updated`: its last change, where that is stated; the text was there by then.
    """
    headed = days_of_entries(document, pack)
    if len(headed) > 1:
        value = period.approximately(period.span(period.day_of(headed[0]), period.day_of(headed[-1])))
        return Dating(value, DateOrigin.TEXT.value, False, (f"its entries are dated {display(value)}",), HEADED)
    after, before = _bounds(document, resolutions, pack, updated)
    if after is None and before is None:
        return None
    steps = ["no date is stated"]
    steps += [f"not before {display(period.day_of(after.day))}: {after.why}"] if after is not None else []
    steps += [f"not after {display(period.day_of(before.day))}: {before.why}"] if before is not None else []
    filed = _filed(document, pack, after, before)
    if filed is not None:
        day, where = filed
        steps.append(f"its dateline names no year: {display(period.day_of(day))} is the first such day from there on")
        value = period.approximately(period.day_of(day))
        return Dating(value, DateOrigin.DATELINE.value, False, tuple(steps), FILED, (), where)
    place = next((bound.span for bound in (after, before) if bound is not None and bound.span is not None), None)
    confidence = BOUNDED if after is not None and before is not None else HALF_BOUNDED
    return Dating(_between(after, before), DateOrigin.TEXT.value, False, tuple(steps), confidence, (), place)


def _bounds(
    document: Document, resolutions: Sequence[Resolution], pack: LanguagePack, updated: Dating | None
) -> Bounds:
    """The latest day that it was not written before, and the earliest that it was not written after."""
    past, future = sides(document, resolutions, pack)
    latest = max(past, key=lambda told: (told.first, -told.span.start), default=None)
    after = None if latest is None else Bound(latest.first, _as(document, latest, "past"), latest.span, latest.is_fine)
    # Why: a date to come that lies before what is past was the future of somebody in the story.
    known = after.day if after is not None else None
    before = [
        Bound(told.last, _as(document, told, "to come"), told.span)
        for told in future
        if known is None or told.first > known
    ]
    if updated is not None and (changed := last_day(updated.value)) is not None:
        before.append(Bound(changed, "the text was last changed on that day"))
    for year, name in _stated_years(document):
        first, last = civil.day_number(year, 1), civil.day_number(year + 1, 1) - 1
        if known is None or last >= known:
            before.append(Bound(last, f"{name} the year {year}"))
            if name != _COPYRIGHT and (known is None or first > known):
                after = Bound(first, f"{name} the year {year}")
    bounds = after, min(before, key=lambda bound: bound.day, default=None)
    if after is None:
        return bounds
    return narrowed(document, past, without_year(document, resolutions, pack), bounds, pack.narration.scene)


def _stated_years(document: Document) -> Iterator[tuple[int, str]]:
    """The years that its address or its copyright line names."""
    for candidate in document.date_candidates:
        if _YEAR.fullmatch(candidate.text):
            yield int(candidate.text), "its address names"
    found = _COPYRIGHT_YEAR.search(document.text, max(0, len(document.text) - _FOOT))
    if found:
        yield int(found[1]), _COPYRIGHT


def contradiction(
    document: Document,
    resolutions: Sequence[Resolution],
    pack: LanguagePack,
    dating: Dating,
    updated: Dating | None = None,
) -> str | None:
    """What the text tells as past though it lies after the day on which it was written or last changed."""
    written = last_day(dating.value)
    if written is None:
        return None
    written = max(written, (last_day(updated.value) or written) if updated is not None else written)
    # Why so early: the tense is asked of the few dates alone that come into question.
    late = [one for one in resolutions if one.value is not None and (day_number(one.value) or 0) > written + NEXT_DAY]
    past, _ = sides(document, late, pack)
    later = [told for told in past if told.first > written + NEXT_DAY and told.granularity < Granularity.YEAR]
    latest = max(later, key=lambda told: told.first, default=None)
    return None if latest is None else f"but {_as(document, latest, 'past')}"


def _as(document: Document, told: Told, side: str) -> str:
    return f"the text tells “{in_words(document, told.span)}” as {side}"


def _filed(
    document: Document, pack: LanguagePack, after: Bound | None, before: Bound | None
) -> tuple[int, Span] | None:
    """The day of a dateline without a year: the first one from the latest past date on, or the one within a year."""
    if after is None or not (after.fine or (before is not None and before.day - after.day <= FILED_WITHIN_YEAR)):
        return None
    reach = FILED_WITHIN if after.fine else FILED_WITHIN_YEAR
    for candidate in document.date_candidates:
        named = yearless_day(candidate.text, pack) if candidate.span is not None else None
        if named is None or candidate.span is None:
            continue
        for day in _days_named(*named, after.day):
            if day - after.day <= reach and (before is None or day <= before.day):
                return day, candidate.span
    return None


def _days_named(month: int, day: int, first: int) -> Iterator[int]:
    year = civil.civil(first)[0]
    for other in (year, year + 1):
        if civil.is_date(other, month, day) and civil.day_number(other, month, day) >= first:
            yield civil.day_number(other, month, day)


def _between(after: Bound | None, before: Bound | None) -> TimeValue:
    start = period.day_of(after.day) if after is not None else None
    end = period.day_of(before.day) if before is not None else None
    if start is not None and end is not None:
        return period.approximately(start if start == end else period.span(start, end))
    if start is not None:
        return period.approximately(period.since(start))
    assert end is not None
    return period.approximately(period.until(end))
