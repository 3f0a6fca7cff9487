"""Infers a missing year: "24 December" or "in February", in a frame, to the year that is meant.

Asked in order: the same date told in full in the document; the document's own date, helped by the tense; in a
history, the last date told. Each is named in the explanation and lowers the confidence; the other year in reach is
kept as an alternative.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from timeline.extract.tense import Tense
from timeline.model import civil, period
from timeline.model.display import MONTHS, display
from timeline.model.text import Anchor, AnchorKind
from timeline.model.value import Granularity, Kind, TimeValue
from timeline.normalise.frame import Frame, Reading, day_number, last_day

JUST_NOW = 31
"""Days from a stated DCT within which a date without a year is that one."""
CONTINUED, LONG_BEFORE = 130, 330
"""Days: a story goes on to a date so soon after the last one, if that was so long before the DCT."""
CLOSE, FAR = 62, 4
"""A date so many days from where the story stands is sure, if the next year's is so many times farther."""
GONE_ON, GONE_ON_FROM_YEAR = 45, 550
"""Days after which a story has left a month behind; and where it stands at a year."""
FORTNIGHT = 14
LOPSIDED, LOPSIDED_ALONE = 0.25, 0.5
"""How many times nearer the one date must be than the other to be meant against the tense."""


BESIDE = 12
"""Code points within which a year stands just before its month: "in 1998, in June"."""
_BESIDE = re.compile(r",? (?:in|on|early in|late in) |, ")
_ENDS = re.compile(r"[.!?\n]")


def with_year(month: int, day: int | None, frame: Frame) -> Reading:
    """A month or a day of a month, with the year that it most likely means."""
    name = MONTHS[month - 1] if day is None else f"{day} {MONTHS[month - 1]}"
    reference = frame.written_day
    # Why: "will be unveiled on November 3" is to come, whatever is told in full of another 3 November.
    stands = day_number(frame.story) if frame.narrative else None
    # Why: in a story of long ago, what "was to" come has come.
    gone = reference is not None and stands is not None and reference - stands > LONG_BEFORE
    if beside := _beside(month, day, frame):
        return beside
    to_come = frame.adverbial and reference is not None and not gone and frame.tense is Tense.FUTURE
    if not to_come and (told := _told_in_full(month, day, frame)):
        return told
    if not to_come and (continued := _continued(month, day, frame)):
        return continued
    if not to_come and (joined := _joined(month, day, frame)):
        return joined
    if frame.narrative and frame.told is not None and not to_come:
        return _after_told(month, day, frame, name)
    if reference is None:
        return _of_no_year(month, day, name)
    previous, following = _around(month, day, reference)
    if not to_come and (settled := _settled(month, day, frame)):
        return settled
    return _after_coming(following, reference, frame) or _nearer(previous, following, reference, name, frame)


def _of_no_year(month: int, day: int | None, name: str) -> Reading:
    words = f"names no year, and nothing in the document tells which {name} is meant"
    value = period.yearless(month, day) if day is not None else None
    return Reading(value, steps=(words,), confidence=0.2, reason=words, yearless=True)


def _nearer(previous: TimeValue, following: TimeValue, reference: int, name: str, frame: Frame) -> Reading:
    """The last such date up to the DCT or the first after it: by how near they are, then by the tense."""
    gap_back, gap_ahead = reference - _first_day(previous), _first_day(following) - reference
    # Why: of two dates, one four times nearer is meant whatever the tense: "the deadline was set for Nov. 16".
    lopsided = LOPSIDED_ALONE if frame.alone else LOPSIDED
    if gap_ahead < lopsided * gap_back and frame.plainly() is not Tense.PAST:
        value, other, why, sure = following, previous, f"the {name} just after", frame.tense is Tense.FUTURE
    elif gap_back < lopsided * gap_ahead and not _is_missed(previous, reference, frame):
        value, other, why, sure = previous, following, f"the last {name} up to", frame.tense is not Tense.FUTURE
    elif frame.tense is Tense.FUTURE or (frame.tense is Tense.PRESENT and gap_ahead < gap_back):
        value, other, why, sure = following, previous, f"told as still to come: the first {name} after", gap_ahead < 300
    else:
        value, other, why, sure = previous, following, f"the last {name} up to", frame.tense is Tense.PAST
    return Reading(
        value,
        frame.written_anchor,
        (f"names no year; {why} {frame.written_name}: {display(value)}",),
        round((0.93 if sure else 0.75) * frame.trust, 3),
        () if sure else (other,),
        yearless=True,
    )


def _is_missed(previous: TimeValue, reference: int, frame: Frame) -> bool:
    """Whether what a verb tells as to come is not the date just gone by ("will be held in July", told in August).

    Why a fortnight: what is told as to come by a month may be told within it.
    """
    over = last_day(previous)
    return over is not None and reference - over > FORTNIGHT and not frame.alone and frame.plainly() is Tense.FUTURE


def _beside(month: int, day: int | None, frame: Frame) -> Reading | None:
    """The month or day in a year told just before it: "two years later, in June"."""
    told = frame.told
    if told is None or told.granularity is not Granularity.YEAR or told.kind is not Kind.POINT:
        return None
    if not 0 < frame.told_gap < BESIDE or not _BESIDE.fullmatch(frame.lead[len(frame.lead) - frame.told_gap :]):
        return None
    year = civil.civil(day_number(told) or 0)[0]
    if not _exists(year, month, day):
        return None
    value = _value(year, month, day)
    step = f"names no year; that of the date just before it, {display(told)}: {display(value)}"
    return Reading(value, frame.told_anchor, (step,), 0.88, yearless=True)


def _told_in_full(month: int, day: int | None, frame: Frame) -> Reading | None:
    """The same date with its year elsewhere in the document: for a month, only near the DCT."""
    if day is not None:
        years = sorted(frame.full_days.get((month, day), ()))
    elif frame.narrative and frame.story is not None:
        return None
    else:
        reference = frame.written_day
        years = sorted(frame.full_months.get(month, ()))
        if years and reference is not None and frame.tense is not Tense.FUTURE:
            years = [year for year in years if 0 <= reference - civil.day_number(year, month) < 366]
        elif reference is not None:
            years = []
    if len(years) != 1:
        return None
    value = _value(years[0], month, day)
    stands = day_number(frame.story)
    # Why: a history has many a 22 June; the one told in full is meant only where the story is near it.
    if frame.narrative and stands is not None and abs(stands - _first_day(value)) > LONG_BEFORE:
        return None
    reference = frame.written_day
    if day is not None and reference is not None and frame.trust == 1.0 and not frame.narrative:
        # Why: "on Aug. 2" in the middle of August is this month's, whatever happened on one years ago.
        near = min(abs(reference - _first_day(other)) for other in _around(month, day, reference))
        if near <= JUST_NOW < abs(reference - _first_day(value)):
            return None
    words = f"names no year; the document tells the same date in full: {display(value)}"
    return Reading(value, Anchor(AnchorKind.MENTION), (words,), 0.9 if day is not None else 0.85, yearless=True)


def _continued(month: int, day: int | None, frame: Frame) -> Reading | None:
    """A day that goes with a full date told just before: "on 5 August 2003 ... only on August 7".

    In the same month always; in the months after, where the story is told as past and lies long before the DCT.
    """
    if day is None or not frame.months_before:
        return None
    years = {year for year, other in frame.months_before if other == month}
    told_year, told_month = frame.months_before[-1]
    year = years.pop() if len(years) == 1 else told_year if month > told_month else told_year + 1
    if not _exists(year, month, day):
        return None
    value = period.day(year, month, day)
    # Why: a story that has since told of June 1930 does not come back to October 1929.
    is_left = (year, month) not in frame.months_before or (frame.story is not None and _has_gone_on(frame.story, value))
    if frame.narrative and frame.story is not None and is_left:
        return None
    before = period.month(told_year, told_month)
    if (year, month) not in frame.months_before:
        gone = _first_day(value) - _first_day(before)
        long_ago = frame.written_day is None or frame.written_day - _first_day(before) > LONG_BEFORE
        too_late = frame.written_day is not None and _first_day(value) > frame.written_day
        if gone > CONTINUED or not long_ago or too_late or frame.tense is Tense.FUTURE:
            return None
    words = f"names no year; the story had just told of {display(before)}: {display(value)}"
    return Reading(value, Anchor(AnchorKind.MENTION), (words,), 0.9, yearless=True)


def _joined(month: int, day: int | None, frame: Frame) -> Reading | None:
    """What news tells in the past beside a full date of long ago: "sold in May 1945 and burned down in March".

    Not in a history, which goes on from its dates anyway, nor from the birth of somebody.
    """
    if frame.narrative or frame.tense is not Tense.PAST:
        return None
    told, year = _year_going_on(month, frame) or _year_leading_to(month, frame) or (None, 0)
    if told is None or not _exists(year, month, day):
        return None
    value, reference, stands = _value(year, month, day), frame.written_day, day_number(told)
    if stands is None or (reference is not None and reference - max(stands, _first_day(value)) <= LONG_BEFORE):
        return None
    words = f"names no year; goes with {display(told)}, told in the same sentence: {display(value)}"
    anchor = frame.told_anchor if told is frame.told else Anchor(AnchorKind.MENTION)
    return Reading(value, anchor, (words,), 0.88, yearless=True)


def _year_going_on(month: int, frame: Frame) -> tuple[TimeValue, int] | None:
    """The full date that the same sentence has told, and the year in which it goes on to a month."""
    told, first = frame.told, frame.told_day
    if told is None or first is None or not _is_fine(told) or told.kind is not Kind.POINT or frame.told_span is None:
        return None
    start = len(frame.lead) - frame.told_gap
    before = start - (frame.told_span.end - frame.told_span.start)
    if before < 0 or frame.scene.lifelong.search(frame.lead, 0, before):
        return None
    year = civil.civil(first)[0] + (month < civil.civil(first)[1])
    coming = None if frame.coming is None else last_day(frame.coming)
    # Why: between two full dates of one sentence lies all that stands between them.
    between = coming is not None and first <= civil.day_number(year, month) <= coming and _in_one_sentence(frame)
    return (told, year) if between or frame.scene.joined.fullmatch(frame.lead, start) else None


def _year_leading_to(month: int, frame: Frame) -> tuple[TimeValue, int] | None:
    """The full date that "and" joins to a month before it ("tried in May and freed in June 1999"), and the year."""
    coming = frame.coming
    if coming is None or not frame.coming_joined or not _is_fine(coming):
        return None
    year, last = civil.civil(day_number(coming) or 0)[:2]
    return coming, year - (month > last)


def _has_gone_on(story: TimeValue, value: TimeValue) -> bool:
    stands = day_number(story)
    if stands is None:
        return False
    # Why: a bare year may only be glanced at, as in "a campaign of 1976"; two years on, it is not.
    return stands - _first_day(value) > (GONE_ON if _is_fine(story) else GONE_ON_FROM_YEAR)


def _is_fine(value: TimeValue) -> bool:
    return value.granularity is not None and value.granularity <= Granularity.MONTH


def _settled(month: int, day: int | None, frame: Frame) -> Reading | None:
    """The same day told before in this document: it has one year throughout."""
    years = () if day is None else tuple(frame.settled_days.get((month, day), ()))
    if len(years) != 1 or day is None:
        return None
    value = period.day(years[0], month, day)
    words = f"names no year; the same day as told before, seen from {frame.written_name}: {display(value)}"
    return Reading(value, frame.written_anchor, (words,), round(0.88 * frame.trust, 3), yearless=True)


def _after_coming(following: TimeValue, reference: int, frame: Frame) -> Reading | None:
    """What follows a day to come told just before: "from 17 May to 17 June and on 21 June"."""
    told = frame.told_day
    if told is None or not frame.told_near or told <= reference or frame.tense is Tense.PAST:
        return None
    if not 0 <= _first_day(following) - told <= CONTINUED:
        return None
    words = f"names no year; goes on from the day to come told before: {display(following)}"
    return Reading(following, frame.told_anchor, (words,), 0.8, yearless=True)


def _after_told(month: int, day: int | None, frame: Frame, name: str) -> Reading:
    """In a history: the one that goes with where the story stands."""
    placed = in_story(lambda year: _value(year, month, day) if _exists(year, month, day) else None, frame)
    if placed is None:
        return Reading(None, reason=f"names no year, and the date told before {name} is open")
    value, words, confidence = placed
    step = f"names no year; {words}: the {name} that goes with it"
    return Reading(value, frame.told_anchor, (step,), confidence, yearless=True)


def in_story(in_year: Callable[[int], TimeValue | None], frame: Frame) -> tuple[TimeValue, str, float] | None:
    """A part of the year, in the year that goes with the story, with the words that tell why and the confidence."""
    coming, told = frame.coming, frame.story or frame.told
    if frame.told is not None and _is_fine(frame.told) and _in_one_sentence(frame):
        told = frame.told
    if coming is not None and (value := _leading_to(coming, in_year)) is not None:
        return value, f"the sentence goes on to {display(coming)}", 0.92
    first, last = day_number(told), None if told is None else last_day(told)
    if told is None or first is None or last is None:
        return None
    ahead, back = _weights(frame)

    def distance(value: TimeValue) -> tuple[int, bool]:
        start, end = day_number(value) or 0, last_day(value) or 0
        is_back = start < first
        return back * max(0, first - end) if is_back else ahead * max(0, start - last), is_back

    year = civil.civil(first)[0]
    found = [value for other in (year - 1, year, year + 1) if (value := in_year(other)) is not None]
    if not found:
        return None
    found.sort(key=distance)
    gaps = [distance(value)[0] for value in found]
    is_close = gaps[0] <= CLOSE and (len(gaps) == 1 or gaps[1] >= FAR * gaps[0])
    return found[0], f"the story last told {display(told)}", 0.9 if is_close else 0.75


def _in_one_sentence(frame: Frame) -> bool:
    """Whether the last date was told in the same sentence, not far before."""
    start = len(frame.lead) - frame.told_gap
    return 0 <= start < len(frame.lead) and not _ENDS.search(frame.lead, start)


def _leading_to(coming: TimeValue, in_year: Callable[[int], TimeValue | None]) -> TimeValue | None:
    """The last one up to a date that the same sentence tells in full."""
    end = last_day(coming)
    if end is None:
        return None
    year = civil.civil(end)[0]
    return next(
        (value for other in (year, year - 1) if (value := in_year(other)) and (day_number(value) or 0) <= end), None
    )


def _weights(frame: Frame) -> tuple[int, int]:
    """How much a day ahead of the story and a day back weigh, by what stands before the date."""
    if frame.scene.onward.search(frame.lead):
        return 1, 8
    if frame.scene.anterior.search(frame.lead):
        return 2, 1
    if frame.adverbial and _in_one_sentence(frame):
        # Why: "in April he married; in December" goes on within one sentence.
        return 1, 3
    # Why: a history goes forward; a step back of a few weeks is common, of many months rare.
    return 1, 2 if frame.adverbial else 1


@lru_cache(maxsize=10_000)
def _around(month: int, day: int | None, reference: int) -> tuple[TimeValue, TimeValue]:
    """The last one that began by the reference day, and the first after it."""
    year = civil.civil(reference)[0]
    reach = 8 if (month, day) == (2, 29) else 1
    years = [other for other in range(year - reach, year + reach + 1) if _exists(other, month, day)]
    past = [other for other in years if civil.day_number(other, month, day or 1) <= reference]
    return _value(past[-1], month, day), _value(years[len(past)], month, day)


def _first_day(value: TimeValue) -> int:
    number = day_number(value)
    assert number is not None
    return number


def _value(year: int, month: int, day: int | None) -> TimeValue:
    return period.month(year, month) if day is None else period.day(year, month, day)


def _exists(year: int, month: int, day: int | None) -> bool:
    return civil.is_date(year, month, day or 1)
