"""What all decisions on one happening come to. In: its passages, the decisions in order. Out: an event, or passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.merge.edits import edited, placed, respanned
from timeline.merge.salience import event_of
from timeline.model import edtf
from timeline.model.decision import Action, Decision, Version, value_of, version_of, version_of_passage
from timeline.model.display import display
from timeline.model.event import Event, Evidence, Fate, Review, Status

_VERDICTS = {Action.ACCEPT: Status.ACCEPTED, Action.REJECT: Status.REJECTED}

Decided = Event | tuple[Evidence, ...]
"""An event, or the passages that have no date still."""


def decided(
    pieces: Sequence[Evidence], base: Event | None, told: Sequence[Decision], family: Mapping[str, str]
) -> Decided:
    """The event that passages make by the decisions on them; `base` is what a build made of just these, if it did."""
    pieces = [_marked(_brought_back(piece, told), told) for piece in pieces]
    dated = [piece for piece in pieces if piece.fate is Fate.EVIDENCE]
    undated = [piece for piece in pieces if piece.fate is not Fate.EVIDENCE]
    if not dated:
        dating = next((decision for decision in told if decision.patch.edtf is not None), None)
        if dating is None:
            return tuple(_passage(piece, told) for piece in undated)
        dated, undated = [placed(piece, dating) for piece in undated], []
        before: Version | None = version_of_passage(pieces[0])
    else:
        before = None
    unchanged = base is not None and all(piece in base.evidence for piece in pieces)
    event = base if base is not None and unchanged else event_of(dated, family)
    if undated:
        late = tuple(replace(piece, fate=Fate.EVIDENCE, reason=None) for piece in undated)
        event = replace(event, id=min(event.id, *(piece.id for piece in late)), evidence=(*event.evidence, *late))
    return _event(event, told, before)


def _brought_back(piece: Evidence, told: Sequence[Decision]) -> Evidence:
    """A passage that was set aside on the date that its words tell, where a person wants it on the timeline."""
    placed = piece.when.value is not None and (piece.when.value.earliest, piece.when.value.latest) != (None, None)
    if piece.fate is Fate.SET_ASIDE and placed and _status(told) is Status.ACCEPTED:
        return replace(piece, fate=Fate.EVIDENCE, reason=None)
    return piece


def _marked(piece: Evidence, told: Sequence[Decision]) -> Evidence:
    """A passage with the words of its date as they were last marked by a person."""
    for decision in told:
        if decision.patch.date_span is not None and decision.targets and _is_about(decision, piece):
            piece = respanned(piece, decision.patch)
    return piece


def _is_about(decision: Decision, piece: Evidence) -> bool:
    target = decision.targets[0]
    return target.evidence == piece.id or target.quote == piece.quote_text


def _event(event: Event, told: Sequence[Decision], before: Version | None) -> Event:
    if not told:
        return event
    made = event
    for decision in told:
        if decision.action is Action.EDIT:
            event = edited(event, decision)
    status = _status(told)
    accepted = next((decision for decision in reversed(told) if decision.action is Action.ACCEPT), None)
    if status is Status.ACCEPTED or any(decision.action is Action.ADD for decision in told):
        event = replace(event, confidence=1.0)
    shown = accepted.shown if accepted is not None and status is Status.ACCEPTED else None
    now = version_of(event)
    changed = shown is not None and shown.seen != now.seen
    date = made.when if before is None else edtf.parse(before.edtf) if before.edtf else None
    review = Review(
        by=told[-1].reviewer,
        at=told[-1].at,
        note=_note(told),
        title=made.title if event.title != made.title else None,
        date=date if before is not None or event.when != made.when else None,
        changed=changed,
        seen_title=shown.title if changed and shown is not None else None,
        seen_date=shown.edtf if changed and shown is not None else None,
        dissent=_dissent(told),
    )
    return replace(event, status=status, review=review)


def _passage(piece: Evidence, told: Sequence[Decision]) -> Evidence:
    if not told:
        return piece
    review = Review(told[-1].reviewer, told[-1].at, _note(told), dissent=_dissent(told))
    return replace(piece, status=_status(told), review=review)


def _status(told: Sequence[Decision]) -> Status:
    """By the last who accepted or rejected it; what a person adds is accepted."""
    found = Status.CANDIDATE
    for decision in told:
        found = Status.ACCEPTED if decision.action is Action.ADD else _VERDICTS.get(decision.action, found)
    return found


def _note(told: Sequence[Decision]) -> str | None:
    """The last note; an empty one takes it away."""
    return next((decision.note for decision in reversed(told) if decision.note is not None), None) or None


def _dissent(told: Sequence[Decision]) -> tuple[tuple[str, str], ...]:
    """What two reviewers say where they do not agree; with a third, the last word holds."""
    said: dict[str, dict[str, str]] = {}
    for decision in told:
        mine = said.setdefault(decision.reviewer, {})
        if decision.action in _VERDICTS:
            mine["status"] = _VERDICTS[decision.action].value
        if decision.action is Action.EDIT and decision.patch.edtf is not None:
            mine["date"] = f"dates it {display(value_of(decision.patch))}"
    telling = {reviewer: mine for reviewer, mine in said.items() if mine}
    if len(telling) != 2:
        return ()
    one, other = telling.values()
    if all(one[key] == other[key] for key in one.keys() & other.keys()):
        return ()
    return tuple((reviewer, ", ".join(telling[reviewer].values())) for reviewer in sorted(telling))
