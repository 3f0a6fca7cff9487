"""Between which days a text was written, from what it tells itself: resolutions in, an approximate `Dating` out.

For documents that state no date of their own. Not before the latest date told as past; not after the earliest told
as to come. A dateline without a year ("LONDON, March 3") names the day, once the text's own dates give the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.stated import yearless_day
from timeline.extract.tense import Tense, tenses
from timeline.grammar.pack import LanguagePack
from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.expression import Range, Uncertain
from timeline.model.text import AnchorKind, DateOrigin, Dating, Document, Mention, Resolution, Span
from timeline.model.value import Granularity, TimeValue
from timeline.normalise.anchor import NOT_TOLD, kind_at
from timeline.normalise.entries import days_of_entries
from timeline.normalise.frame import last_day

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
_BEFORE = 14
_AHEAD = 48
"""Code points before a date in which a word makes it a plan, though it may be told in the past ("was set for")."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A date told in full: where, how finely, and its first and last day."""

    granularity: Granularity
    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Bound:
    """A day before or after which the text was not written, and why; `fine`: it comes from a day or a month."""

    day: int
    why: str
    span: Span | None = None
    fine: bool = False


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
) -> tuple[_Bound | None, _Bound | None]:
    """The latest day that it was not written before, and the earliest that it was not written after."""
    past, future = _sides(document, resolutions, pack)
    after = max(past, key=lambda bound: (bound.day, -(bound.span.start if bound.span else 0)), default=None)
    # Why: a date to come that lies before what is past was the future of somebody in the story.
    known = after.day if after is not None else None
    before = [bound for bound, first in future if known is None or first > known]
    if updated is not None and (changed := last_day(updated.value)) is not None:
        before.append(_Bound(changed, "the text was last changed on that day"))
    for year, name in _stated_years(document):
        first, last = civil.day_number(year, 1), civil.day_number(year + 1, 1) - 1
        if known is None or last >= known:
            before.append(_Bound(last, f"{name} the year {year}"))
            if name != _COPYRIGHT and (known is None or first > known):
                after = _Bound(first, f"{name} the year {year}")
    return after, min(before, key=lambda bound: bound.day, default=None)


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
    later = [
        resolution
        for resolution in resolutions
        if (told := _in_full(resolution)) and told.first > written + NEXT_DAY and told.granularity < Granularity.YEAR
    ]
    past, _ = _sides(document, later, pack)
    latest = max(past, key=lambda bound: bound.day, default=None)
    return None if latest is None else f"but {latest.why}"


def _sides(
    document: Document, resolutions: Sequence[Resolution], pack: LanguagePack
) -> tuple[list[_Bound], list[tuple[_Bound, int]]]:
    """The first days of dates told in full as past; the last days of those told as to come, with their first."""
    if not resolutions:
        return [], []
    tense_of = tenses(document, [resolution.mention for resolution in resolutions], pack)
    past: list[_Bound] = []
    future: list[tuple[_Bound, int]] = []
    borders = [part.span.start for part in document.parts]
    words = pack.narration
    ahead = words.planning | words.expecting | words.prospective
    leads = words.prepositions | words.date_prepositions | words.coordinators
    for resolution in resolutions:
        mention = resolution.mention
        told = _in_full(resolution)
        if told is None or kind_at(document, borders, mention) in NOT_TOLD or isinstance(mention.expression, Uncertain):
            continue
        if told.granularity >= Granularity.YEAR and not _says_when(document.text, mention, leads):
            continue
        tense = tense_of(mention)
        if tense is Tense.FUTURE:
            why = f"the text tells “{_words(document, told)}” as to come"
            future.append((_Bound(told.last, why, told.span), told.first))
        elif tense is Tense.PAST and not _is_planned(document.text, mention, ahead):
            why = f"the text tells “{_words(document, told)}” as past"
            past.append(_Bound(told.first, why, told.span, told.granularity <= Granularity.MONTH))
    return past, future


def _in_full(resolution: Resolution) -> _Told | None:
    """A date that needs nothing but its words; a span has begun where it is told as past, no more."""
    value = resolution.value
    if value is None or resolution.anchor.kind is not AnchorKind.EXPLICIT or value.granularity is None:
        return None
    if value.earliest is None or value.granularity > Granularity.DECADE or value.approximate:
        return None
    first = value.earliest // civil.DAY
    last = first if value.latest is None else (value.latest - 1) // civil.DAY
    return _Told(value.granularity, resolution.mention.span, first, last)


def _says_when(text: str, mention: Mention, leads: frozenset[str]) -> bool:
    """Whether a year says when something was, as "in 2011" does and "the 2011 version" does not."""
    if isinstance(mention.expression, Range):
        return True
    before = text[max(0, mention.span.start - _BEFORE) : mention.span.start].rstrip()
    last = re.search(r"[^\W\d_]+$", before)
    return bool(before) and (before[-1] in ",(–-" if last is None else last[0].lower() in leads)


def _is_planned(text: str, mention: Mention, ahead: frozenset[str]) -> bool:
    """Whether the words right before a date tell of a plan, though their verb is past."""
    before = re.split(r"[.;:?!]\s", text[max(0, mention.span.start - _AHEAD) : mention.span.start])[-1]
    return any(word in ahead for word in re.findall(r"[^\W\d_]+", before.lower()))


def _filed(
    document: Document, pack: LanguagePack, after: _Bound | None, before: _Bound | None
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


def _words(document: Document, told: _Told) -> str:
    return " ".join(document.text[told.span.start : told.span.end].split())


def _between(after: _Bound | None, before: _Bound | None) -> TimeValue:
    start = period.day_of(after.day) if after is not None else None
    end = period.day_of(before.day) if before is not None else None
    if start is not None and end is not None:
        return period.approximately(start if start == end else period.span(start, end))
    if start is not None:
        return period.approximately(period.since(start))
    assert end is not None
    return period.approximately(period.until(end))
