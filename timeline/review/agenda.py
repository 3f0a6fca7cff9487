"""The order of work. In: an event (or a passage without a date). Out: why to look at it first, and where it stands.

First what no rule could settle, then what two sources or two reviewers say differently, then what is unsure.
"""

from __future__ import annotations

from enum import StrEnum

from timeline.model.civil import DAY
from timeline.model.event import Event, Evidence, Status
from timeline.model.text import AnchorKind

UNSURE = 0.7
"""Confidence below which a date wants a person's eye before others."""
_NEVER = 10**12


class Reason(StrEnum):
    """Why something stands high on the agenda, in the agenda's order."""

    UNDATED = "undated"
    AMBIGUOUS = "ambiguous"
    CONFLICTING = "conflicting"
    CHANGED = "changed"
    UNSURE = "unsure"


def reasons(item: Event | Evidence) -> tuple[Reason, ...]:
    """Why to look at it; nothing for what is as good as any, or was decided and still is what it was."""
    found: list[Reason] = []
    review = item.review
    if isinstance(item, Evidence):
        return (Reason.UNDATED,) if item.status is Status.CANDIDATE else ()
    if review is not None and review.dissent:
        found.append(Reason.CONFLICTING)
    if review is not None and review.changed:
        found.append(Reason.CHANGED)
    if item.status is not Status.CANDIDATE or found:
        return tuple(found)
    if any(_is_ambiguous(piece, item) for piece in item.evidence):
        found.append(Reason.AMBIGUOUS)
    if item.conflicts:
        found.append(Reason.CONFLICTING)
    if item.confidence < UNSURE:
        found.append(Reason.UNSURE)
    return tuple(found)


def is_open(item: Event | Evidence) -> bool:
    """Whether somebody should still decide."""
    return item.status is Status.CANDIDATE or bool(reasons(item))


def place(item: Event | Evidence) -> tuple[int, int, str]:
    """Where it stands on the agenda: by its first reason, then in time."""
    order = list(Reason)
    why = reasons(item)
    when = item.when.value if isinstance(item, Evidence) else item.when
    day = _NEVER if when is None or when.earliest is None else when.earliest // DAY
    return min((order.index(reason) for reason in why), default=len(order)), day, item.id


def in_share(id: str, share: tuple[int, int]) -> bool:
    """Whether an event is in the first, second ... of so many disjoint shares."""
    number, of = share
    return int(id[1:9], 16) % of == number - 1


def _is_ambiguous(piece: Evidence, event: Event) -> bool:
    """Whether the words that date an event can be read in another way, and no person has read them."""
    chosen = piece.when.anchor.kind is AnchorKind.REVIEWER or event.edited
    return not chosen and piece.when.value == event.when and bool(piece.when.alternatives)
