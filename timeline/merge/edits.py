"""What a person changes of an event. In: an event, a patch. Out: the event with it; what documents say stays theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.merge.salience import compatible, conflicts_of
from timeline.model.decision import Decision, Patch, value_of
from timeline.model.display import display
from timeline.model.event import Event, Evidence, Fate
from timeline.model.text import Anchor, AnchorKind, Span
from timeline.model.value import TimeValue


def edited(event: Event, decision: Decision) -> Event:
    """An event with what the decision's patch changes of it."""
    patch = decision.patch
    value = None if patch.edtf is None else _value(event, patch)
    if value is not None and value != event.when:
        event = _dated(event, value, decision)
    return replace(
        event,
        title=event.title if patch.title is None else patch.title,
        participants=event.participants if patch.participants is None else patch.participants,
        places=event.places if patch.places is None else patch.places,
        tags=event.tags if patch.tags is None else patch.tags,
        factuality=event.factuality if patch.factuality is None else patch.factuality,
        correction=event.correction if patch.correction is None else patch.correction or None,
        edited=True,
    )


def placed(piece: Evidence, decision: Decision) -> Evidence:
    """A passage without a date on the day that a person gives it."""
    assert decision.patch.edtf is not None
    return _redated(piece, _known(piece, decision.patch) or value_of(decision.patch), decision)


def respanned(piece: Evidence, patch: Patch) -> Evidence:
    """A passage whose date's words a person marked anew; the quote grows where they stand outside it."""
    date = _span_in(piece, patch)
    if date is None or patch.date_text is None:
        return piece
    when = replace(piece.when, mention=replace(piece.when.mention, span=date, text=patch.date_text))
    if patch.quote_span is None or patch.quote is None or not patch.quote_span.holds(date):
        return replace(piece, when=when) if piece.quote.holds(date) else piece
    within = piece.head is None or patch.quote_span.holds(piece.head)
    return replace(
        piece,
        when=when,
        quote=patch.quote_span,
        quote_text=patch.quote,
        head=piece.head if within else None,
        head_text=piece.head_text if within else None,
    )


def _span_in(piece: Evidence, patch: Patch) -> Span | None:
    """Where the marked words stand in this text, which may be another copy than the one they were marked in."""
    words, span = patch.date_text, patch.date_span
    if not words or span is None or len(words) != span.end - span.start:
        return None
    if patch.source_id == piece.source_id:
        return span
    at = piece.quote_text.find(words)
    return Span(piece.quote.start + at, piece.quote.start + at + len(words)) if at >= 0 else None


def _value(event: Event, patch: Patch) -> TimeValue:
    """The date that a patch gives; of one that the passages give too, with all that their words say of it."""
    if _gives(patch, event.when):
        return event.when
    return next(filter(None, (_known(piece, patch) for piece in event.evidence)), None) or value_of(patch)


def _known(piece: Evidence, patch: Patch) -> TimeValue | None:
    values: Iterator[TimeValue | None] = iter((piece.when.value, *piece.when.alternatives))
    return next((value for value in values if value is not None and _gives(patch, value)), None)


def _gives(patch: Patch, value: TimeValue) -> bool:
    """Whether a patch means this date. Why less is asked of some: the first versions kept its EDTF alone."""
    return value.edtf == patch.edtf and (patch.timex is None or (value.timex, value.mod) == (patch.timex, patch.mod))


def _dated(event: Event, value: TimeValue, decision: Decision) -> Event:
    """The event on another date: a passage that was misread is read so too, one that says otherwise is against it."""
    given = any(
        piece.when.value is not None
        and compatible(piece.when.value, value)
        and not compatible(piece.when.value, event.when)
        for piece in event.evidence
    )
    pieces = tuple(
        piece if given or not _misread(piece, event.when, value) else _redated(piece, value, decision)
        for piece in event.evidence
    )
    return replace(event, when=value, evidence=pieces, conflicts=conflicts_of(pieces, value), confidence=1.0)


def _misread(piece: Evidence, before: TimeValue, value: TimeValue) -> bool:
    """Whether a passage was read as the event's date, which it cannot be if the new one is right."""
    told = piece.when.value
    return told is None or (compatible(told, before) and (not compatible(told, value) or told.earliest is None))


def _redated(piece: Evidence, value: TimeValue, decision: Decision) -> Evidence:
    known = piece.when.value
    step = f"{decision.reviewer} read it as {display(value)}"
    others = (*((known,) if known is not None else ()), *piece.when.alternatives)
    when = replace(
        piece.when,
        value=value,
        anchor=Anchor(AnchorKind.REVIEWER),
        steps=(*piece.when.steps, step),
        confidence=1.0,
        alternatives=tuple(dict.fromkeys(other for other in others if other != value)),
        reason=None,
    )
    return replace(piece, fate=Fate.EVIDENCE, when=when, confidence=1.0, reason=None)
