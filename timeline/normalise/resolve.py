"""Gives every mention of a document its meaning: mentions in, one `Resolution` each out, in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from timeline.extract.segment import sentences
from timeline.extract.tense import Tense, tense
from timeline.grammar.pack import LanguagePack
from timeline.model import civil
from timeline.model.text import (
    SET_ASIDE_PARTS,
    Anchor,
    AnchorKind,
    Dating,
    Document,
    Mention,
    MentionType,
    PartKind,
    Resolution,
    Span,
)
from timeline.model.value import Granularity, Kind, TimeValue
from timeline.normalise.anchor import dates_in, frame_for
from timeline.normalise.evaluate import evaluate
from timeline.normalise.frame import Frame, Reading, day_number

NEAR = 150
"""Code points within which a date told before still sets the day of a clock time."""
PASSAGE = 500
"""Code points within which a full date told before still sets the year of a day in its month."""
OPENING = 80
"""Code points from its start in which a paragraph says when it plays."""
LONE_LENGTH, LONE_LETTERS = 120, 8
"""A text so short, with so few letters that are no date, is a date that stands alone."""


def resolve(
    document: Document, mentions: Sequence[Mention], pack: LanguagePack, dating: Dating | None
) -> tuple[Resolution, ...]:
    """What each mention means, in order. `dating` is the document's stated date, None where it has none."""
    if not mentions:
        return ()
    tense_of = _tenses(document, mentions, pack)
    alone = _stands_alone(document.text, mentions)
    if alone:
        tense_of = _as_to_come(tense_of)
    frame = replace(frame_for(document, mentions, pack, dating, tense_of), alone=alone)
    told: tuple[TimeValue, Span] | None = None
    story: tuple[TimeValue, Span] | None = None
    settled: list[tuple[int, int, int]] = []
    months: list[tuple[int, tuple[int, int]]] = []
    resolutions: list[Resolution] = []
    borders = [part.span.start for part in document.parts]
    for mention in mentions:
        kind = _kind_at(document, borders, mention)
        aside = kind in SET_ASIDE_PARTS
        own = replace(
            _with_told(frame, None if aside else told, mention),
            story=None if aside or story is None else story[0],
            settled_days=tuple(settled),
            months_before=tuple(month for at, month in months[-5:] if mention.span.start - at <= PASSAGE),
        )
        resolution = _resolution(mention, replace(own, tense=tense_of(mention)), dating)
        resolutions.append(resolution)
        settled.extend(_settled_day(resolution))
        months.extend((mention.span.start, month) for month in _full_months(mention))
        if not aside and kind is not PartKind.CAPTION and _tells_a_date(resolution):
            assert resolution.value is not None
            told = resolution.value, mention.span
            if story is None or _goes_on(document.text, story, told):
                story = told
    return tuple(resolutions)


def _with_told(frame: Frame, told: tuple[TimeValue, Span] | None, mention: Mention) -> Frame:
    if told is None:
        return frame
    value, span = told
    near = mention.span.start - span.end <= NEAR
    return replace(frame, told=value, told_anchor=Anchor(AnchorKind.MENTION, span, value), told_near=near)


def _goes_on(text: str, story: tuple[TimeValue, Span], told: tuple[TimeValue, Span]) -> bool:
    """Whether a story goes on to a date told, or only glances aside: "late 1943" amid the days of 1944 does not move it.

    A date finer than a year always moves it; a year only forward, or where it opens a new paragraph.
    """
    value, span = told
    if value.granularity is not None and value.granularity < Granularity.HALF:
        return True
    first, known = day_number(value), day_number(story[0])
    if first is None or known is None:
        return False
    if civil.civil(first)[0] > civil.civil(known)[0]:
        return True
    opening = text.rfind("\n", 0, span.start)
    return story[1].end < opening and span.start - opening < OPENING


def _full_months(mention: Mention) -> Iterator[tuple[int, int]]:
    """The (year, month) of each date that a mention tells in full."""
    for date in dates_in(mention.expression):
        if date.year is not None and date.month is not None and not date.two_digit:
            yield date.year, date.month


def _settled_day(resolution: Resolution) -> Iterator[tuple[int, int, int]]:
    """The day that a date without a year was settled on."""
    first = day_number(resolution.value)
    value = resolution.value
    if value is None or first is None or not resolution.yearless:
        return
    if value.granularity is Granularity.DAY and value.kind is not Kind.SPAN:
        yield civil.civil(first)


def _tells_a_date(resolution: Resolution) -> bool:
    value = resolution.value
    if value is None or value.edtf is None or resolution.mention.type not in (MentionType.DATE, MentionType.TIME):
        return False
    return value.kind in (Kind.POINT, Kind.SPAN) and value.earliest is not None


def _resolution(mention: Mention, frame: Frame, dating: Dating | None) -> Resolution:
    reading = evaluate(mention.expression, frame)
    steps = reading.steps
    if reading.anchor.kind is AnchorKind.DCT and reading.value is not None and dating is None:
        steps = (*steps, "the article states no date of its own, so this rests on the dates it tells")
    return Resolution(
        mention,
        reading.value,
        reading.anchor,
        steps,
        _confidence(reading),
        reading.alternatives,
        reading.reason,
        reading.yearless,
    )


def _confidence(reading: Reading) -> float:
    return round(max(0.05, min(1.0, reading.confidence)), 2)


def _stands_alone(text: str, mentions: Sequence[Mention]) -> bool:
    """A text that is nothing but a date or two, as someone types it to look it up or to make an appointment."""
    if len(text) > LONE_LENGTH:
        return False
    borders = [0, *(place for mention in mentions for place in (mention.span.start, mention.span.end)), len(text)]
    around = " ".join(text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True))
    return sum(character.isalpha() for character in around) <= LONE_LETTERS


def _as_to_come(tense_of: Callable[[Mention], Tense]) -> Callable[[Mention], Tense]:
    """Where no verb tells the tense of a date that stands alone, it is to come."""

    def told(mention: Mention) -> Tense:
        known = tense_of(mention)
        return Tense.FUTURE if known is Tense.UNKNOWN else known

    return told


def _kind_at(document: Document, borders: list[int], mention: Mention) -> PartKind:
    index = bisect_right(borders, mention.span.start) - 1
    if index >= 0 and mention.span.start < document.parts[index].span.end:
        return document.parts[index].kind
    return PartKind.BODY


def _tenses(document: Document, mentions: Sequence[Mention], pack: LanguagePack) -> Callable[[Mention], Tense]:
    """The tense around a mention; sentences are only looked for when someone asks."""
    spans: list[Span] = []
    starts: list[int] = []
    known: dict[int, Tense] = {}

    def tense_of(mention: Mention) -> Tense:
        if not spans:
            spans.extend(sentences(document.text, document.parts, tuple(mention.span for mention in mentions)))
            starts.extend(span.start for span in spans)
        at = mention.span.start
        if at not in known:
            index = bisect_right(starts, at) - 1
            inside = index >= 0 and spans[index].holds(mention.span)
            known[at] = tense(document.text, spans[index], mention.span, pack.narration) if inside else Tense.UNKNOWN
        return known[at]

    return tense_of
