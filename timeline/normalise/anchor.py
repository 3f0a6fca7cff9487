"""Chooses what a document's dates count from: its own date, or the latest date that it tells as past.

Also judged here, from the document alone: whether it tells a history, and how it orders the numbers of 10/7/2023.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.history import dates_in, is_spoken
from timeline.extract.tense import Tense, TenseOf
from timeline.grammar.pack import LanguagePack
from timeline.model import civil, period
from timeline.model.display import display
from timeline.model.expression import CalendarDate, NumericDate
from timeline.model.text import SET_ASIDE_PARTS, Anchor, AnchorKind, DateOrigin, Dating, Document, Mention, PartKind
from timeline.model.value import Granularity, TimeValue
from timeline.normalise.frame import Frame, NumberOrder, day_number, last_day
from timeline.normalise.story import is_quoted

HISTORY_SHARE = 0.6
HISTORY_DATES, FEW_DATES = 4, 6
"""With fewer full dates than the second, all must lie before the day of writing."""
FULL_ALONE = 3
"""Full dates that make a text a history which neither states its own date nor ever counts from it."""
LONG_GONE, CENTURY = 20, 100
"""Years before the day of writing that make even two full dates a history; from the second on without a month."""
MANY_DATES, HISTORY_SHARE_OF_MANY = 20, 0.3
"""A text with so many full dates is a chronicle, even where it comes near the day of writing."""
SPOKEN_SHARE, SPOKEN_SHARE_UNDATED = 0.05, 0.2
"""More dates than this that count from the day of writing make a text news, however much history it tells."""
FORWARD_REACH = 270
"""Days after the latest full date within which a date without a year is completed forward."""
LEAD_SHARE = 0.25
_PLAIN = frozenset({"text/plain", "text/markdown"})
_CALLED = {
    "message/rfc822": "mail", "text/html": "article", "application/rss+xml": "article",
    "application/atom+xml": "article", "application/json": "article", "application/x-ndjson": "article",
}  # fmt: skip
"""What to call a document by its media type, where that tells."""

NOT_TOLD = SET_ASIDE_PARTS | {PartKind.CAPTION, PartKind.BYLINE, PartKind.DATELINE, PartKind.TABLE, PartKind.FOOTNOTE}
"""Parts whose dates say nothing about when the article was written."""


def frame_for(
    document: Document, mentions: Sequence[Mention], pack: LanguagePack, dating: Dating | None, tense_of: TenseOf
) -> Frame:
    """The frame that every mention of a document starts from."""
    told: list[tuple[Mention, CalendarDate]] = []
    full_days: dict[tuple[int, int], set[int]] = {}
    full_months: dict[int, set[int]] = {}
    borders = [part.span.start for part in document.parts]
    for mention in mentions:
        dates = dates_in(mention.expression)
        if not dates:
            continue
        if kind_at(document, borders, mention) not in NOT_TOLD:
            told.extend((mention, date) for date in dates)
        for date in dates:
            if date.year is None or date.month is None or date.two_digit:
                continue
            full_months.setdefault(date.month, set()).add(date.year)
            if date.year and date.day is not None:
                full_days.setdefault((date.month, date.day), set()).add(date.year)
    if dating is None:
        dating = _from_text(document, told, tense_of)
    kind = called(document)
    name = f"the {kind}'s date"
    if dating is not None and not dating.stated:
        filed = dating.origin == DateOrigin.DATELINE
        name = f"the {kind}'s dateline" if filed else f"the latest date that the {kind} tells as past"
    if dating is not None:
        # Why: a clock time of the document would only blur "the article's date, 24 Dec 2023".
        shown = period.day_of(day_number(dating.value) or 0) if dating.stated else dating.value
        name = f"{name}, {display(shown)}"
    return Frame(
        written=None if dating is None else dating.value,
        written_anchor=Anchor(
            AnchorKind.DCT, None if dating is None else dating.span, None if dating is None else dating.value
        ),
        written_name=name,
        written_steps=() if dating is None else dating.steps,
        trust=0.0 if dating is None else 1.0 if dating.stated else dating.confidence,
        narrative=_tells_history(document.text, told, mentions, dating),
        order=_number_order(document, mentions, pack),
        full_days=full_days,
        full_months=full_months,
        scene=pack.narration.scene,
    )


def called(document: Document) -> str:
    """What to call a document when speaking of it: a mail, an article, a document, a text."""
    source = document.source
    if source.media_type not in _PLAIN:
        return _CALLED.get(source.media_type, "document")
    headed = any(part.kind in (PartKind.TITLE, PartKind.DATELINE) for part in document.parts)
    return "article" if headed or source.publisher or source.author else "text"


def kind_at(document: Document, borders: Sequence[int], mention: Mention) -> PartKind:
    """The kind of the part that a mention begins in; `borders` are the starts of the document's parts."""
    index = bisect_right(borders, mention.span.start) - 1
    if index >= 0 and mention.span.start < document.parts[index].span.end:
        return document.parts[index].kind
    return PartKind.BODY


def _from_text(document: Document, told: Sequence[tuple[Mention, CalendarDate]], tense_of: TenseOf) -> Dating | None:
    """The latest date told as past, where no date is stated: approximate, and bounded twelve months above."""
    dated = [(mention, value) for mention, date in told if (value := _value(date)) is not None]
    dated.sort(key=lambda pair: (last_day(pair[1]) or 0, -pair[0].span.start), reverse=True)
    # Why in this order: the tense is asked of the latest dates alone.
    past = next(((mention, value) for mention, value in dated if tense_of(mention) is not Tense.FUTURE), None)
    if past is None:
        return None
    latest_mention, latest = past
    steps = [f"no date is stated; the latest date told in full is {display(latest)}"]
    best_mention, best = latest_mention, latest
    # Why: an article that opens with a full day is news of that day; a date without a year is then an older one.
    is_news = latest.granularity is Granularity.DAY and latest_mention.span.start <= LEAD_SHARE * len(document.text)
    if not is_news and latest.granularity in (Granularity.DAY, Granularity.MONTH):
        for mention, date in told:
            if date.year is None and date.month is not None and mention.span.start > latest_mention.span.start:
                completed = _forward(date, latest)
                later = completed is not None and (last_day(completed) or 0) > (last_day(best) or 0)
                if completed is not None and later and tense_of(mention) is not Tense.FUTURE:
                    best_mention, best = mention, completed
    if best is not latest:
        steps = [
            f"names no year; the latest date that the {called(document)} tells in full is {display(latest)}",
            f"completed forward from there it is {display(best)}",
        ]
    coarse = best.granularity is not None and best.granularity > Granularity.MONTH
    confidence = 0.5 if coarse else 0.7 if best is latest else 0.65
    return Dating(best, "text", False, tuple(steps), confidence, (), best_mention.span)


def _forward(date: CalendarDate, latest: TimeValue) -> TimeValue | None:
    """The first such date on or after the start of the latest full one, if near enough."""
    start, end = day_number(latest), last_day(latest)
    if start is None or end is None:
        return None
    for year in range(civil.civil(start)[0], civil.civil(start)[0] + 3):
        value = _value(replace(date, year=year))
        first = day_number(value)
        if value is not None and first is not None and first >= start:
            return value if first - end <= FORWARD_REACH else None
    return None


def _value(date: CalendarDate) -> TimeValue | None:
    if date.year is None or date.two_digit:
        return None
    if date.month is None:
        return period.year(date.year)
    if date.day is None:
        return period.month(date.year, date.month)
    return (
        period.day(date.year, date.month, date.day, date.calendar)
        if civil.is_date(date.year, date.month, date.day)
        else None
    )


def _tells_history(
    text: str, told: Sequence[tuple[Mention, CalendarDate]], mentions: Sequence[Mention], dating: Dating | None
) -> bool:
    """Whether most full dates lie years before the document's own: then its dates count from one another."""
    dates = [date for _, date in told if date.year is not None and not date.two_digit]
    years = [date.year for date in dates if date.year is not None]
    reference = day_number(dating.value) if dating is not None else None
    written = civil.civil(reference)[0] if reference is not None else None
    spoken = sum(is_spoken(mention.expression) and not is_quoted(text, mention.span.start) for mention in mentions)
    # Why late: an article that opens with its latest day is news of that day.
    is_late = dating is not None and dating.span is not None and dating.span.start > len(text) // 4
    if dating is not None and not dating.stated and is_late and spoken == 0 and len(years) >= FULL_ALONE:
        return True
    if len(years) < HISTORY_DATES:
        # Why: who tells a month of long ago, or of centuries ago, and nothing of these days, tells of then.
        long_gone = written is not None and all(year < written - LONG_GONE for year in years)
        told_of = any(date.month is not None for date in dates) or all(
            year < (written or 0) - CENTURY for year in years
        )
        return long_gone and len(years) > 1 and spoken == 0 and told_of
    if spoken > (SPOKEN_SHARE_UNDATED if dating is None or not dating.stated else SPOKEN_SHARE) * len(mentions):
        return False
    if written is None:
        return True
    share = sum(year < written - 1 for year in years) / len(years)
    if len(years) < FEW_DATES:
        return share == 1.0
    return share >= (HISTORY_SHARE if len(years) < MANY_DATES else HISTORY_SHARE_OF_MANY)


def _number_order(document: Document, mentions: Sequence[Mention], pack: LanguagePack) -> NumberOrder | None:
    """How the document orders the numbers of 10/7/2023: as one of them shows, or as it writes days in words."""
    if document.source.day_first is not None:
        return NumberOrder(document.source.day_first, "as is known of this source", 0.95)
    numbers = [mention.expression for mention in mentions if isinstance(mention.expression, NumericDate)]
    shown = {date.first > 12 for date in numbers if max(date.first, date.second) > 12 >= min(date.first, date.second)}
    if len(shown) == 1:
        return NumberOrder(shown.pop(), "as other dates of the document show", 0.88)
    if pack.day_first is not None:
        return NumberOrder(pack.day_first, "as is usual in its language", 0.88)
    if not numbers or shown:
        return None
    worded = {
        (_DAY_THEN_MONTH.search(mention.text) is not None, mention.text) for mention in mentions if _is_worded(mention)
    }
    if len({first for first, _ in worded}) != 1:
        return None
    first, words = min(worded)
    return NumberOrder(first, f"in the order of its dates in words (\u201c{words}\u201d)", 0.75)


_DAY_THEN_MONTH = re.compile(r"\d\D*[A-Za-z]{3}")


def _is_worded(mention: Mention) -> bool:
    """Whether it tells a day with the month's name and the day's number."""
    match mention.expression:
        case CalendarDate(_, int(), int(), None):
            return any(mark.isalpha() for mark in mention.text) and any(mark.isdigit() for mark in mention.text)
    return False
