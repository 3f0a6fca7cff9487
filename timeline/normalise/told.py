"""What a text tells as past and as to come, and which days it names without their year: resolutions in, `Told` out.

A date that is told in full needs nothing but its words. What stands in teasers, captions and bylines is not told, and
the stamps of comments are none of the text's own dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.extract.history import dates_in
from timeline.extract.tense import Tense, Tenses
from timeline.grammar.narration import Narration, VerbForm
from timeline.grammar.pack import LanguagePack
from timeline.model import civil
from timeline.model.expression import CalendarDate, Range, Uncertain
from timeline.model.text import AnchorKind, Document, Mention, Resolution, Span
from timeline.model.value import Granularity
from timeline.normalise.anchor import NOT_TOLD, kind_at

_BEFORE = 14
_AHEAD = 48
"""Code points before a date in which a word makes it a plan, though it may be told in the past ("was set for")."""
_YEAR = re.compile(r"\d{4}")
_TO_THE_MINUTE = re.compile(r" ?[-–,]? ?\d{1,2}:\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """A date told in full: how finely, where, its first and last day; `weekday`: the words name it too."""

    granularity: Granularity
    span: Span
    first: int
    last: int
    weekday: bool = False

    @property
    def is_fine(self) -> bool:
        """Whether it is a day or a month."""
        return self.granularity <= Granularity.MONTH


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day told without its year, as past or as to come."""

    span: Span
    month: int
    day: int
    weekday: int | None
    tense: Tense

    def days(self, first: int, last: int) -> tuple[int, ...]:
        """The days between two that it may be; where its weekday is named, those that fell on it."""
        years = range(civil.civil(first)[0], civil.civil(last)[0] + 1)
        fits = (
            civil.day_number(year, self.month, self.day) for year in years if civil.is_date(year, self.month, self.day)
        )
        return tuple(
            day for day in fits if first <= day <= last and self.weekday in (None, civil.weekday(day))
        )  # fmt: skip


def sides(
    document: Document, resolutions: Sequence[Resolution], pack: LanguagePack
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The dates told in full as past, and those told as to come."""
    past: list[Told] = []
    future: list[Told] = []
    words = pack.narration
    leads = words.date_prepositions | words.coordinators
    for resolution, tense in _telling(document, resolutions, pack):
        told = _in_full(document.text, resolution, tense, words)
        if told is None:
            continue
        if told.granularity >= Granularity.YEAR and not _says_when(document.text, resolution.mention, leads):
            continue
        if tense is Tense.FUTURE:
            future.append(told)
        elif tense is Tense.PAST and not _is_planned(document.text, resolution.mention, words):
            past.append(told)
    return tuple(past), tuple(future)


def without_year(document: Document, resolutions: Sequence[Resolution], pack: LanguagePack) -> tuple[Yearless, ...]:
    """The days that are told without their year, as past or as to come."""
    found: list[Yearless] = []
    for resolution, tense in _telling(document, resolutions, pack):
        match dates_in(resolution.mention.expression):
            case (CalendarDate(None, int() as month, int() as day) as date,) if tense in (Tense.PAST, Tense.FUTURE):
                found.append(Yearless(resolution.mention.span, month, day, date.weekday, tense))
    return tuple(found)


def in_words(document: Document, span: Span) -> str:
    """The words at a place, on one line."""
    return " ".join(document.text[span.start : span.end].split())


def lead(text: str, span: Span) -> str:
    """What stands just before a date in its own sentence."""
    return re.split(r"[.;:?!]\s", text[max(0, span.start - _AHEAD) : span.start])[-1]


def _telling(
    document: Document, resolutions: Sequence[Resolution], pack: LanguagePack
) -> Iterator[tuple[Resolution, Tense]]:
    """The mentions that the article itself tells, with their tense."""
    if not resolutions:
        return
    tense_of = Tenses(document, [resolution.mention for resolution in resolutions], pack)
    borders = [part.span.start for part in document.parts]
    for resolution in resolutions:
        mention = resolution.mention
        if not dates_in(mention.expression) and not _YEAR.search(mention.text):
            continue
        if kind_at(document, borders, mention) in NOT_TOLD or isinstance(mention.expression, Uncertain):
            continue
        if not _is_stamp(document.text, mention):
            yield resolution, tense_of(mention)


def _is_stamp(text: str, mention: Mention) -> bool:
    """Whether it is a full date to the minute, as each comment under an article carries one."""
    if not _YEAR.search(mention.text):
        return False
    return bool(_TO_THE_MINUTE.search(mention.text) or _TO_THE_MINUTE.match(text, mention.span.end))


def _in_full(text: str, resolution: Resolution, tense: Tense, words: Narration) -> Told | None:
    """A date that needs nothing but its words. Of "from 1990 to 1995" told as past the last part has begun."""
    value, mention = resolution.value, resolution.mention
    if value is None or resolution.anchor.kind is not AnchorKind.EXPLICIT or value.granularity is None:
        return None
    if value.earliest is None or value.granularity > Granularity.DECADE or value.approximate:
        return None
    if not _YEAR.search(mention.text):
        return None
    first = value.earliest // civil.DAY
    last = first if value.latest is None else (value.latest - 1) // civil.DAY
    dates = dates_in(mention.expression)
    if tense is Tense.PAST and isinstance(mention.expression, Range) and len(dates) == 2:
        first = max(first, _begin(dates[1]) or first) if _opens_range(text, mention, words) else first
    return Told(value.granularity, mention.span, first, last, any(date.weekday is not None for date in dates))


def _opens_range(text: str, mention: Mention, words: Narration) -> bool:
    """Whether a range tells how long something was, as "from 1990 to 1995" and "(1955-2011)" do."""
    first = re.match(r"[^\W\d_]+", mention.text)
    before = text[max(0, mention.span.start - _BEFORE) : mention.span.start].rstrip()
    last = first or re.search(r"[^\W\d_]+$", before)
    return before.endswith("(") or (last is not None and last[0].lower() in words.start_prepositions)


def _begin(date: CalendarDate) -> int | None:
    """The first day of a date that names its year."""
    if date.year is None or date.two_digit or not civil.is_date(date.year, date.month or 1, date.day or 1):
        return None
    return civil.day_number(date.year, date.month or 1, date.day or 1)


def _says_when(text: str, mention: Mention, leads: frozenset[str]) -> bool:
    """Whether a year says when something was, as "in 2011" does and "the 2011 version" does not."""
    if isinstance(mention.expression, Range):
        return True
    before = text[max(0, mention.span.start - _BEFORE) : mention.span.start].rstrip()
    last = re.search(r"[^\W\d_]+$", before)
    return bool(before) and (before[-1] in ",(–-" if last is None else last[0].lower() in leads)


def _is_planned(text: str, mention: Mention, words: Narration) -> bool:
    """Whether the words right before a date tell of a plan, though their verb is past."""
    told = re.findall(r"[^\W\d_]+", lead(text, mention.span).lower())
    if any(not names.isdisjoint(told) for names in (words.planning, words.expecting, words.prospective)):
        return True
    # Why: "to be released in 2011" was still to come.
    return any(
        first == words.infinitive and VerbForm.BASE in words.be.get(second, VerbForm.NONE)
        for first, second in pairwise(told)
    )
