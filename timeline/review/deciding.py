"""What a reviewer asks for, as decisions. In: a session, checked wishes. Out: decisions, kept. Raises InputError.

Nothing is decided on what has changed since it was shown: the page gets `Behind`, shows what is new, and asks again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.errors import InputError
from timeline.merge.edits import edited
from timeline.merge.verdicts import decided
from timeline.model.decision import (
    NO_PATCH,
    Action,
    Decision,
    Patch,
    Target,
    Version,
    target_of,
    version_of,
    version_of_passage,
)
from timeline.model.event import Event, Evidence, Timeline
from timeline.model.text import AnchorKind, Span
from timeline.pipeline import build
from timeline.pipeline.reviewed import redated
from timeline.review.agenda import is_aside
from timeline.review.dates import read_date
from timeline.review.rows import date_told, is_placed, mark
from timeline.review.session import Item, Session
from timeline.store.decision_lines import checked

SIMPLE = {"accept": Action.ACCEPT, "reject": Action.REJECT, "note": Action.NOTE}


class Behind(InputError):
    """What was decided on is not what there is: somebody, or another tab, has been here meanwhile."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An event that the page shows, and the mark of the version that it shows."""

    id: str
    mark: str


def decide(
    session: Session, action: str, events: Sequence[Seen], note: str | None = None, patch: Patch = NO_PATCH,
    accept: bool = False, passages: Sequence[str] = (),
) -> tuple[str | None, int]:  # fmt: skip
    """Decides, and gives the id of the event to show, and how many events it was about."""
    items = _unchanged(session, events)
    if action in SIMPLE:
        if action == "note" and note is None:
            raise InputError("write the note")
        passages_aside = (item for item in items if isinstance(item, Evidence) and is_aside(item))
        if action == "accept" and not all(is_placed(piece.when.value) for piece in passages_aside):
            raise InputError("it has no date to stand on; press e and give it one")
        made = [_decision(session, SIMPLE[action], item, note=note) for item in items]
    elif action == "edit":
        made = _edit(session, _single(items), patch, note, accept=accept)
    elif action == "merge":
        made = [_merge(session, items)]
    elif action == "split":
        made = [_split(session, _single(items), passages)]
    else:
        raise InputError(f"there is no action {action[:40]!r}")
    _keep(session, made)
    if action == "merge":
        return session.item(items[0].id).id, len(items)
    return (items[0].id if items[0].id in session.items else None), len(items)


def add(session: Session, patch: Patch, note: str | None) -> str:
    """Adds an event, and gives its id."""
    if patch.title is None or not patch.title.strip():
        raise InputError("an event needs a title; say in a few words what happened")
    if patch.source_id is not None:
        document = session.document(patch.source_id)
        patch = replace(_marked(document.text, patch), uri=document.source.uri)
    decision = Decision(Action.ADD, session.reviewer.name, session.stamp(), patch=patch, note=note)
    _keep(session, [decision])
    return session.item("a" + decision.id[1:]).id


def date_source(session: Session, source: str, day: str) -> None:
    """Corrects when a source was written."""
    _keep(session, [_on_source(session, source, day)])


def foreseen(session: Session, source: str, day: str) -> list[dict[str, Any]]:
    """Every date in a source that would be another if the source had been written on that day: before and after."""
    supposed = _on_source(session, source, day)
    before = {piece.id: piece for piece in _pieces(session.timeline) if piece.source_id == source}
    then = redated(session.documents.values(), (*session.decisions, supposed))
    after = {piece.id: piece for piece in _pieces(build(then, session.options, known=session.known))}
    told = []
    for id, piece in sorted(before.items(), key=lambda entry: entry[1].when.mention.span):
        other = after.get(id)
        if other is None or other.when.value == piece.when.value or piece.when.anchor.kind is AnchorKind.REVIEWER:
            continue
        told.append(
            {
                "id": id,
                "words": piece.when.mention.text,
                "title": piece.title,
                "before": date_told(piece.when.value),
                "after": date_told(other.when.value),
            }
        )
    return told


def _on_source(session: Session, source: str, day: str) -> Decision:
    value = read_date(day)
    patch = Patch(edtf=value.edtf, source_id=source, uri=session.document(source).source.uri)
    return Decision(Action.SOURCE, session.reviewer.name, session.stamp(), patch=patch)


def undo(session: Session) -> str | None:
    """Takes back the last thing that this reviewer did; gives what it was, None where there is nothing."""
    last = session.last_done()
    if not last:
        return None
    told = session.standing()["undo"]
    _keep(session, [_undoing(session, last)])
    return str(told)


def redo(session: Session) -> str | None:
    """Does again what was undone last."""
    last = session.last_undone()
    if not last:
        return None
    told = session.standing()["redo"]
    _keep(session, [_undoing(session, last)])
    return str(told)


def _undoing(session: Session, decisions: Iterable[Decision]) -> Decision:
    ids = tuple(decision.id for decision in decisions)
    return Decision(Action.UNDO, session.reviewer.name, session.stamp(), undoes=ids)


def _keep(session: Session, made: Sequence[Decision]) -> None:
    for decision in made:
        checked(decision, "this decision")
    if len(made) > 1:
        batch = f"b{made[0].id[1:]}"
        made = [replace(decision, batch=batch) for decision in made]
    session.keep(made)


def _unchanged(session: Session, events: Sequence[Seen]) -> list[Item]:
    if not events:
        raise InputError("choose an event first")
    items = [session.items.get(seen.id) for seen in events]
    behind = [seen.id for seen, item in zip(events, items, strict=True) if item is None or mark(item) != seen.mark]
    if behind:
        what = "This event" if len(events) == 1 else f"{len(behind)} of these events"
        raise Behind(f"{what} changed since this page showed it. Look at it again; nothing was decided")
    return [item for item in items if item is not None]


def _single(items: Sequence[Item]) -> Item:
    if len(items) != 1:
        raise InputError("choose one event")
    return items[0]


def _decision(
    session: Session, action: Action, item: Item, note: str | None = None, patch: Patch = NO_PATCH,
    pieces: Sequence[Evidence] = (), shown: Version | None = None,
) -> Decision:  # fmt: skip
    """A decision on an event and all its passages; the passage that names the event comes first."""
    own = item.evidence if isinstance(item, Event) else (item,)
    about = pieces or sorted(own, key=lambda piece: piece.id != item.id)
    return Decision(
        action, session.reviewer.name, session.stamp(), _targets(session, about), patch, shown or _version(item), note
    )


def _version(item: Item) -> Version:
    return version_of(item) if isinstance(item, Event) else version_of_passage(item)


def _targets(session: Session, pieces: Iterable[Evidence]) -> tuple[Target, ...]:
    uris: Mapping[str, Any] = session.documents
    return tuple(
        target_of(piece, uris[piece.source_id].source.uri if piece.source_id in uris else None) for piece in pieces
    )


def _edit(session: Session, item: Item, patch: Patch, note: str | None, *, accept: bool) -> list[Decision]:
    made: list[Decision] = []
    pieces: Sequence[Evidence] = ()
    if patch.date_span is not None:
        piece = _passage(item, patch.source_id)
        patch = _marked(session.document(piece.source_id).text, replace(patch, source_id=piece.source_id))
        pieces = (piece,)
    if patch != NO_PATCH:
        made.append(_decision(session, Action.EDIT, item, note=note, patch=patch, pieces=pieces))
    elif note is not None:
        made.append(_decision(session, Action.NOTE, item, note=note))
    if accept:
        shown = _version(_after(item, made[0])) if made and made[0].action is Action.EDIT else None
        made.append(_decision(session, Action.ACCEPT, item, shown=shown))
    if not made:
        raise InputError("nothing was changed")
    return made


def _after(item: Item, edit: Decision) -> Item:
    """What an edit makes of an event, to know what the reviewer accepts with it."""
    if isinstance(item, Event):
        return edited(item, edit)
    made = decided([item], None, [edit], {})
    return made if isinstance(made, Event) else item


def _passage(item: Item, source: str | None) -> Evidence:
    """The passage of an event whose date's words are marked anew: the first in that source."""
    pieces = item.evidence if isinstance(item, Event) else (item,)
    found = next((piece for piece in pieces if piece.source_id == source), None)
    if found is None:
        raise InputError("none of this event's passages is in that source; add an event from these words instead")
    return found


def _merge(session: Session, items: Sequence[Item]) -> Decision:
    if len({item.id for item in items}) < 2:
        raise InputError("choose another event to merge with")
    if not any(isinstance(item, Event) for item in items):
        raise InputError("neither of these has a date; give one of them a date first")
    pieces = [piece for item in items for piece in (item.evidence if isinstance(item, Event) else (item,))]
    return _decision(session, Action.MERGE, items[0], pieces=pieces)


def _split(session: Session, item: Item, passages: Sequence[str]) -> Decision:
    own = {piece.id: piece for piece in item.evidence} if isinstance(item, Event) else {}
    apart = [own[id] for id in dict.fromkeys(passages) if id in own]
    if not apart or len(apart) != len(set(passages)) or len(apart) == len(own):
        raise InputError("choose some of the event's passages, not all, to stand apart")
    return _decision(session, Action.SPLIT, item, pieces=apart)


def _marked(text: str, patch: Patch) -> Patch:
    """The patch with the words that its spans mark. Raises InputError for spans outside the text."""
    for span in (patch.quote_span, patch.date_span):
        if span is not None and not 0 <= span.start < span.end <= len(text):
            raise InputError("these words are not in the text; select them again")
    quote = patch.quote_span
    if quote is None and patch.quote is not None:
        at = text.find(patch.quote)
        if at < 0:
            raise InputError("the source does not have these words; copy them as they stand")
        quote = Span(at, at + len(patch.quote))
    date = patch.date_span
    if date is not None and (quote is None or not quote.holds(date)):
        quote = _around(text, date)
    return replace(
        patch,
        quote_span=quote,
        quote=text[quote.start : quote.end] if quote else None,
        date_text=text[date.start : date.end] if date else None,
    )


def _around(text: str, date: Span) -> Span:
    """The line, or what of it is near, around some words."""
    start = max(text.rfind("\n", 0, date.start) + 1, date.start - 300)
    end = text.find("\n", date.end)
    return Span(start, min(end if end >= 0 else len(text), date.end + 300))


def _pieces(timeline: Timeline) -> list[Evidence]:
    told = (piece for event in timeline.events for piece in event.evidence)
    return [*told, *timeline.undated, *timeline.set_aside]
