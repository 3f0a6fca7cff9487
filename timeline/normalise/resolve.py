"""Gives every mention of a document its meaning: mentions in, one `Resolution` each out, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain

from timeline.extract.history import dates_in
from timeline.extract.tense import Tense, TenseOf, Tenses
from timeline.grammar.pack import LanguagePack
from timeline.model import civil
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
)
from timeline.model.value import Granularity, Kind
from timeline.normalise.anchor import frame_for, kind_at
from timeline.normalise.clock_before_day import with_day_behind
from timeline.normalise.entries import Entries
from timeline.normalise.frame import Frame, Reading, day_number
from timeline.normalise.frameless import of_words_alone
from timeline.normalise.pieces import in_pieces, of_pieces
from timeline.normalise.report import follow
from timeline.normalise.story import Story, following_date, is_quoted

PASSAGE = 500
"""Code points within which a full date told before still sets the year of a day in its month."""
LEAD = 70
"""Code points before a date that tell how it belongs to the story."""
MONTHS_KEPT = 5
"""Full dates before a day in its month that are remembered; more say nothing new of its year."""
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
    walk = _Walk(document, mentions, pack, dating, apart=apart)
    found = tuple(chain.from_iterable(map(walk.read, mentions, (*mentions[1:], None))))
    return with_day_behind(found, document.text, pack.narration)


class _Walk:
    """Goes through a document from mention to mention; its frame knows what was told on the way."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        pack: LanguagePack,
        dating: Dating | None,
        *,
        apart: bool,
    ) -> None:
        self._tenses = tenses = Tenses(document, mentions, pack)
        tense_of: TenseOf = tenses
        alone = _stands_alone(document.text, mentions)
        if alone:
            tense_of = _as_to_come(tenses)
        frame = frame_for(document, mentions, pack, dating, tense_of)
        frame.alone = alone or (pack.messages is not None and pack.messages.is_message(document.text))
        self._document, self._dating, self._apart, self._tense_of = document, dating, apart, tense_of
        self._frame = frame
        self._borders = [part.span.start for part in document.parts]
        self._entries = Entries(document, frame, pack)
        self._story = Story(frame.scene)
        self._told: Resolution | None = None
        self._months: deque[tuple[int, tuple[int, int]]] = deque(maxlen=MONTHS_KEPT)
        frame.months = self._months

    def read(self, mention: Mention, after: Mention | None) -> list[Resolution]:
        """What a mention means, one resolution for each of its pieces; `after` is the mention that follows."""
        frame, text, start = self._frame, self._document.text, mention.span.start
        if self._entries.enter(frame, start):
            self._told = None
        kind = kind_at(self._document, self._borders, mention)
        frame.lead = text[max(0, start - LEAD) : start]
        frame.quoted = frame.narrative and is_quoted(text, start)
        resolutions: list[Resolution] = []
        for piece, reading in self._readings(mention, after, kind):
            if kind not in SET_ASIDE_PARTS:
                follow(frame, piece, reading.value)
            resolution = _resolution(piece, reading, self._dating, frame)
            resolutions.append(resolution)
            self._take_in(resolution, kind)
        return resolutions

    def _readings(self, mention: Mention, after: Mention | None, kind: PartKind) -> Iterable[tuple[Mention, Reading]]:
        """Each piece of a mention with what it means; nothing is looked up where the words alone tell."""
        pieces = in_pieces(mention) if self._apart else (mention,)
        if pieces == (mention,) and (alone := of_words_alone(mention.expression)) is not None:
            return ((mention, alone),)
        self._look_around(mention, after, kind)
        return zip(pieces, of_pieces(mention, pieces, self._frame), strict=True)

    def _look_around(self, mention: Mention, after: Mention | None, kind: PartKind) -> None:
        """Lets the frame show what stands around a mention, and what was told before it."""
        frame = self._frame
        told = None if kind in SET_ASIDE_PARTS else self._told
        if told is None:
            frame.told = frame.told_span = frame.told_expression = None
        else:
            frame.told, frame.told_span, frame.told_expression = told.value, told.mention.span, told.mention.expression
            frame.told_gap, frame.told_sure = mention.span.start - told.mention.span.end, told.confidence
        frame.story = None if kind in SET_ASIDE_PARTS else self._story.stands
        # Why: a caption stands beside the story, not in it; with a stated date it counts from that.
        beside = kind is PartKind.CAPTION and self._dating is not None
        frame.passage = None if beside else mention.span.start - PASSAGE
        text = self._document.text
        frame.coming = following_date(text, mention, after)
        pattern, end = frame.scene.joined, after.span.start if after is not None and frame.coming is not None else 0
        frame.coming_joined = pattern.fullmatch(text, mention.span.end, end) is not None
        frame.tense_of = partial(self._tense_of, mention)
        frame.plainly = partial(self._tenses.plainly, mention)

    def _take_in(self, resolution: Resolution, kind: PartKind) -> None:
        """Remembers what a mention has told, for those after it."""
        mention = resolution.mention
        if resolution.yearless and (day := _settled_day(resolution)):
            self._frame.settled_days.setdefault(day[1:], set()).add(day[0])
        self._months.extend((mention.span.start, month) for month in _full_months(mention))
        if kind in SET_ASIDE_PARTS or kind is PartKind.CAPTION or not _tells_a_date(resolution):
            return
        self._told = resolution
        self._go_on(resolution)

    def _go_on(self, told: Resolution) -> None:
        """A history follows how a date is told; news stands at the last one finer than a year."""
        value, frame = told.value, self._frame
        if value is None:
            return
        if not frame.narrative:
            if value.granularity is not None and value.granularity < Granularity.HALF:
                self._story.stands = value
        elif not frame.quoted and told.anchor.kind is not AnchorKind.DCT:
            # Why: what counts from the day of writing ("shown on Thursday") is no part of a history.
            self._story.tell(self._document.text, frame.lead, told.mention, value)


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
        steps = (*steps, "no date of its own is stated; the latest date told as past serves instead")
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
