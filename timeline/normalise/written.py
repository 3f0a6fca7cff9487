"""Between which days a text was written, from what it tells itself: resolutions in, an approximate `Dating` out.

For documents that state no date of their own. Not before the latest date told as past; not after the earliest told
as to come. A dateline without a year ("LONDON, March 3") names the day, once the text's own dates give the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.stated import yearless_day
from timeline.extract.tense import Tense
from timeline.grammar.pack import LanguagePack
from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.expression import Range, Uncertain
from timeline.model.text import AnchorKind, DateOrigin, Dating, Document, Mention, Resolution, Span
from timeline.model.value import Granularity, TimeValue
from timeline.normalise.anchor import NOT_TOLD, kind_at
from timeline.normalise.frame import last_day
from timeline.normalise.resolve import tenses

FILED_WITHIN = 300
"""Days after the latest past date in which a dateline without a year falls."""
NEXT_DAY = 1
"""Days by which the day of writing and what is told may differ around the world."""
BOUNDED, HALF_BOUNDED, FILED = 0.6, 0.5, 0.6
_ADVERBIAL = re.compile(
    r"(?:\b(?:in|of|since|during|by|until|from|to|through|late|early|mid|and|between)|[,(–-])\s*$", re.I
)
"""What stands before a year that says when something was; "the 2011 version" says nothing of the kind."""
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


def written_between(
    document: Document,
    resolutions: Sequence[Resolution],
    pack: LanguagePack,
    updated: Dating | None = None,
) -> Dating | None:
    """The days between which a text was written, `approximate`, open where nothing bounds it; None without a bound.

    `updated`: its last change, where that is stated; the text was there by then.
    """
    past, future = _sides(document, resolutions, pack)
    after = max(past, key=lambda told: (told.first, -told.span.start), default=None)
    if after is not None:
        # Why: a date to come that lies before what is past was the future of somebody in the story.
        future = [told for told in future if told.first > after.first]
    before = min(future, key=lambda told: (told.last, told.span.start), default=None)
    last, why = (before.last, f"tells “{_words(document, before)}” as to come") if before is not None else (None, "")
    changed = last_day(updated.value) if updated is not None else None
    if changed is not None and (last is None or changed < last):
        last, why = changed, "was last changed on that day"
    if after is None and last is None:
        return None
    steps = ["no date is stated"]
    if after is not None:
        steps.append(
            f"not before {display(period.day_of(after.first))}: the text tells “{_words(document, after)}” as past"
        )
    if last is not None:
        steps.append(f"not after {display(period.day_of(last))}: the text {why}")
    filed = _filed(document, pack, after, last)
    if filed is not None:
        day, where = filed
        steps.append(f"its dateline names no year: {display(period.day_of(day))} is the first such day from there on")
        return Dating(
            period.approximately(period.day_of(day)), DateOrigin.DATELINE.value, False, tuple(steps), FILED, (), where
        )
    place = next((told.span for told in (after, before) if told is not None), None)
    confidence = BOUNDED if after is not None and last is not None else HALF_BOUNDED
    return Dating(_between(after, last), DateOrigin.TEXT.value, False, tuple(steps), confidence, (), place)


def contradiction(
    document: Document, resolutions: Sequence[Resolution], pack: LanguagePack, dating: Dating
) -> str | None:
    """What the text tells as past though it lies after the day on which it is said to have been written."""
    written = last_day(dating.value)
    if written is None:
        return None
    later = [
        resolution
        for resolution in resolutions
        if (told := _in_full(resolution)) and told.first > written + NEXT_DAY and told.granularity < Granularity.YEAR
    ]
    past, _ = _sides(document, later, pack)
    if not past:
        return None
    latest = max(past, key=lambda told: (told.first, -told.span.start))
    return f"but the text tells “{_words(document, latest)}” as past"


def _sides(
    document: Document, resolutions: Sequence[Resolution], pack: LanguagePack
) -> tuple[list[_Told], list[_Told]]:
    """The dates told in full as past, and those told as to come."""
    if not resolutions:
        return [], []
    tense_of = tenses(document, [resolution.mention for resolution in resolutions], pack)
    past: list[_Told] = []
    future: list[_Told] = []
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
            future.append(told)
        elif tense is Tense.PAST and not _is_planned(document.text, mention, ahead):
            past.append(told)
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


def _filed(document: Document, pack: LanguagePack, after: _Told | None, last: int | None) -> tuple[int, Span] | None:
    """The day of a dateline without a year: the first one from the latest past date on."""
    if after is None or after.granularity > Granularity.MONTH:
        return None
    for candidate in document.date_candidates:
        named = yearless_day(candidate.text, pack) if candidate.span is not None else None
        if named is None or candidate.span is None:
            continue
        for day in _days_named(*named, after.first):
            if day - after.first <= FILED_WITHIN and (last is None or day <= last):
                return day, candidate.span
    return None


def _days_named(month: int, day: int, first: int) -> Iterator[int]:
    year = civil.civil(first)[0]
    for other in (year, year + 1):
        if civil.is_date(other, month, day) and civil.day_number(other, month, day) >= first:
            yield civil.day_number(other, month, day)


def _words(document: Document, told: _Told) -> str:
    return " ".join(document.text[told.span.start : told.span.end].split())


def _between(after: _Told | None, last: int | None) -> TimeValue:
    start = period.day_of(after.first) if after is not None else None
    end = period.day_of(last) if last is not None else None
    if start is not None and end is not None:
        return period.approximately(start if start == end else period.span(start, end))
    if start is not None:
        return period.approximately(period.since(start))
    assert end is not None
    return period.approximately(period.until(end))
