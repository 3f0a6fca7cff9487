"""Gives every mention of a document its meaning: mentions in, one `Resolution` each out, in order."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import zip_longest
from typing import Never

from timeline.extract.history import dates_in
from timeline.extract.segment import SentenceFinder
from timeline.extract.tense import Tense, TenseFinder
from timeline.grammar.pack import LanguagePack
from timeline.model import civil
from timeline.model.expression import Duration, Expression, Range, Vague
from timeline.model.text import (
    MARKUP,
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
from timeline.normalise.anchor import TenseOf, frame_for, kind_at
from timeline.normalise.entries import Entries
from timeline.normalise.evaluate import ends, evaluate
from timeline.normalise.frame import Frame, Reading, day_number
from timeline.normalise.report import follow
from timeline.normalise.story import Story, following_date, is_quoted

PASSAGE = 500
"""Code points within which a full date told before still sets the year of a day in its month."""
LEAD = 70
"""Code points before a date that tell how it belongs to the story."""
SLIPPED = 0.75
"""What is left of the confidence in a date that had to be repaired."""
_MARKUP_ANCHOR = Anchor(AnchorKind.MARKUP)
LONE_LENGTH, LONE_LETTERS = 120, 8
"""A text so short, with so few letters that are no date, is a date that stands alone."""


def resolve(
    document: Document, mentions: Sequence[Mention], pack: LanguagePack, dating: Dating | None, *, apart: bool = False
) -> tuple[Resolution, ...]:
    """What each mention means, in order; `apart`: a range as its two ends.

    `dating` is the document's stated date, None where it has none.
    """
    if not mentions:
        return ()
    tense_of = tenses(document, mentions, pack)
    alone = _stands_alone(document.text, mentions)
    if alone:
        tense_of = _as_to_come(tense_of)
    frame = frame_for(document, mentions, pack, dating, tense_of)
    frame.alone = alone or (pack.messages is not None and pack.messages.is_message(document.text))
    frame.scene = pack.narration.scene
    told: tuple[TimeValue, Span] | None = None
    story = Story(pack.narration.scene)
    months: deque[tuple[int, tuple[int, int]]] = deque(maxlen=5)
    frame.months = months
    resolutions: list[Resolution] = []
    borders = [part.span.start for part in document.parts]
    entries = Entries(document, frame, pack)
    for mention, after in zip_longest(mentions, mentions[1:]):
        if entries.enter(frame, mention.span.start):
            told = None
        kind = kind_at(document, borders, mention)
        aside = kind in SET_ASIDE_PARTS
        lead = document.text[max(0, mention.span.start - LEAD) : mention.span.start]
        frame.quoted = frame.narrative and is_quoted(document.text, mention.span.start)
        pieces = _pieces(mention) if apart else (mention,)
        readings: tuple[Reading | None, ...] = (None,)
        if pieces == (mention,):
            readings = (_of_words_alone(mention.expression),)
        if None in readings:
            _set_told(frame, None if aside else told, mention)
            frame.story = None if aside else story.stands
            # Why: a caption stands beside the story, not in it; with a stated date it counts from that.
            beside = kind is PartKind.CAPTION and dating is not None
            frame.passage = None if beside else mention.span.start - PASSAGE
            frame.lead = lead
            frame.coming = following_date(document.text, mention, after) if frame.narrative else None
            frame.tense_of = partial(tense_of, mention)
            readings = _in_frame(mention, pieces, frame)
        for piece, reading in zip(pieces, readings, strict=True):
            assert reading is not None
            if not aside:
                follow(frame, piece, reading.value)
            resolution = _resolution(piece, reading, dating, frame)
            resolutions.append(resolution)
            if resolution.yearless and (day := _settled_day(resolution)):
                frame.settled_days.setdefault(day[1:], set()).add(day[0])
            if full := _full_months(piece):
                months.extend((piece.span.start, month) for month in full)
            if not aside and kind is not PartKind.CAPTION and _tells_a_date(resolution):
                assert resolution.value is not None
                told = resolution.value, piece.span
                frame.told_expression = piece.expression
                _go_on(story, frame, document.text, lead, resolution)
    return tuple(resolutions)


def _go_on(story: Story, frame: Frame, text: str, lead: str, told: Resolution) -> None:
    """The story after a date told: a history follows how it is told, news stands at the last date finer than a year."""
    value = told.value
    if value is None:
        return
    if not frame.narrative:
        if value.granularity is not None and value.granularity < Granularity.HALF:
            story.stands = value
    elif not frame.quoted and told.anchor.kind is not AnchorKind.DCT:
        # Why: what counts from the day of writing ("shown on Thursday") is no part of a history.
        story.tell(text, lead, told.mention, value)


def _pieces(mention: Mention) -> tuple[Mention, ...]:
    """A range as its two ends, or as the length or the date that it is made of; anything else whole."""
    expression, parts = mention.expression, mention.parts
    hours = next((part.parts for part in parts if len(part.parts) == 2), None)
    if hours is not None and isinstance(expression, Range):
        # Why: the day of "2 to 4 p.m. tomorrow" goes with the hour that it stands beside.
        start = min(part.span.start for part in (*parts, *hours) if not part.parts)
        end = max(part.span.end for part in (*parts, *hours) if not part.parts)
        return _cut(mention, start, hours[0]), _cut(mention, hours[1].span.start, hours[1], end)
    has_length = any(isinstance(part.expression, Duration) for part in parts)
    if not isinstance(expression, Range) or len(parts) != 2 or has_length:
        return parts or (mention,)
    last = parts[1].expression
    return parts if isinstance(last, Vague) or last == expression.end else (mention,)


def _cut(whole: Mention, start: int, piece: Mention, end: int | None = None) -> Mention:
    """A piece of a mention that reaches further to one side."""
    span = Span(start, piece.span.end if end is None else end)
    return replace(piece, span=span, text=whole.text[start - whole.span.start : span.end - whole.span.start])


def _in_frame(mention: Mention, pieces: Sequence[Mention], frame: Frame) -> tuple[Reading, ...]:
    """The meaning of each piece of a mention; of two, the one tells what the other leaves out."""
    expression = mention.expression
    if not isinstance(expression, Range) or pieces == (mention,):
        return (evaluate(expression, frame),)
    parts = [piece.expression for piece in pieces]
    if len(parts) == 2 and not any(isinstance(part, Duration) for part in parts):
        told: tuple[Reading, ...] = ends(expression.start, expression.end, frame)
    else:
        whole = evaluate(expression, frame)
        told = tuple(
            whole if len(parts) == 1 or isinstance(part, Duration) else evaluate(part, frame) for part in parts
        )
    return tuple(_as_named(part, reading, frame) for part, reading in zip(parts, told, strict=True))


def _as_named(piece: Expression, reading: Reading, frame: Frame) -> Reading:
    """What a range means at one of its pieces, under that piece's own TIMEX3 value.

    "Now" is a day there; "two weeks", of those that start on 20 May, have a first and a last day.
    """
    own = evaluate(piece, frame)
    if reading.value is None or own.value is None:
        return reading
    if isinstance(piece, Vague | Duration) or (reading.value.kind is Kind.SPAN and own.value.kind is Kind.POINT):
        return reading.with_value(replace(reading.value, timex=own.value.timex))
    return reading


class _NeedsFrameError(Exception):
    """An expression's meaning hangs on the document."""


class _NoFrame(Frame):
    """A frame that nobody may look at."""

    def __getattribute__(self, name: str) -> Never:
        raise _NeedsFrameError


_NO_FRAME = _NoFrame.__new__(_NoFrame)


@lru_cache(maxsize=20_000)
def _of_words_alone(expression: Expression) -> Reading | None:
    """The meaning of an expression that means the same in every document, None for any other.

    Why by trial: which expressions those are is then told in one place, where they are read.
    """
    try:
        return evaluate(expression, _NO_FRAME)
    except _NeedsFrameError:
        return None


def _set_told(frame: Frame, told: tuple[TimeValue, Span] | None, mention: Mention) -> None:
    if told is None:
        frame.told = frame.told_span = frame.told_expression = None
        return
    frame.told, frame.told_span = told
    frame.told_gap = mention.span.start - frame.told_span.end


def _full_months(mention: Mention) -> tuple[tuple[int, int], ...]:
    """The (year, month) of each date that a mention tells in full."""
    dates = dates_in(mention.expression)
    return tuple(
        (date.year, date.month)
        for date in dates
        if date.year is not None and date.month is not None and not date.two_digit
    )


def _settled_day(resolution: Resolution) -> tuple[int, int, int] | None:
    """The (year, month, day) that a date without a year was settled on."""
    value = resolution.value
    first = day_number(value)
    if value is None or first is None or value.granularity is not Granularity.DAY or value.kind is Kind.SPAN:
        return None
    return civil.civil(first)


def _tells_a_date(resolution: Resolution) -> bool:
    value = resolution.value
    if value is None or value.edtf is None or resolution.mention.type not in (MentionType.DATE, MentionType.TIME):
        return False
    return value.kind in (Kind.POINT, Kind.SPAN) and value.earliest is not None


def _resolution(mention: Mention, reading: Reading, dating: Dating | None, frame: Frame) -> Resolution:
    steps = reading.steps
    if reading.anchor.kind is AnchorKind.DCT and reading.value is not None and dating is None:
        # Why: the date that serves as the document's own was not counted from itself.
        steps = frame.written_steps if mention.span == frame.written_anchor.span else steps
        steps = (*steps, "the article states no date of its own; the latest date that it tells as past serves instead")
    anchor, confidence = reading.anchor, _confidence(reading)
    if mention.rule == MARKUP:
        anchor, steps = _MARKUP_ANCHOR, ("the document's markup gives this date", *steps)
    if mention.read_as is not None:
        told = f"read as “{mention.read_as}”: text recognition (OCR) has letters wrong in it"
        steps, confidence = (told, *steps), round(confidence * SLIPPED, 2)
    return Resolution(
        mention, reading.value, anchor, steps, confidence, reading.alternatives, reading.reason, reading.yearless
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


def _as_to_come(tense_of: TenseOf) -> TenseOf:
    """Where no verb tells the tense of a date that stands alone, it is to come."""

    def told(mention: Mention) -> Tense:
        known = tense_of(mention)
        return Tense.FUTURE if known is Tense.UNKNOWN else known

    return told


def tenses(document: Document, mentions: Sequence[Mention], pack: LanguagePack) -> TenseOf:
    """The tense around a mention; sentences are only looked for where someone asks."""
    spans = sorted(mention.span for mention in mentions)
    starts = [span.start for span in spans]
    finder = SentenceFinder(document.text, document.parts, spans)
    finders: dict[Span, TenseFinder] = {}
    known: dict[int, Tense] = {}

    def tense_of(mention: Mention) -> Tense:
        at = mention.span.start
        tense = known.get(at)
        if tense is None:
            tense = known[at] = found(mention.span)
        return tense

    def found(date: Span) -> Tense:
        sentence = finder.holding(date)
        if sentence is None:
            return Tense.UNKNOWN
        tense = finders.get(sentence)
        if tense is None:
            dates = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            tense = finders[sentence] = TenseFinder(document.text, sentence, dates, pack.narration)
        return tense.at(date)

    return tense_of
