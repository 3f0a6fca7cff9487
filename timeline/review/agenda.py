"""The order of work. In: an event (or a passage without a date). Out: why to look at it first, and where it stands.

First what no rule could settle, then what two sources or two reviewers say differently, then what is unsure, then what
may be told twice. What was set aside stands last: it can be looked at and brought back, but nobody has to.
"""

from __future__ import annotations

from enum import StrEnum

from timeline.model.civil import DAY
from timeline.model.event import Event, Evidence, Fate, Status
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
    ALIKE = "alike"


def reasons(item: Event | Evidence) -> tuple[Reason, ...]:
    """Why to look at it; nothing for what is as good as any, or was decided and still is what it was."""
    found: list[Reason] = []
    review = item.review
    if isinstance(item, Evidence):
        waits = item.status is Status.CANDIDATE and item.fate is Fate.UNDATED
        return (Reason.UNDATED,) if waits else ()
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
    if item.maybe_same:
        found.append(Reason.ALIKE)
    return tuple(found)


def is_open(item: Event | Evidence) -> bool:
    """Whether somebody should still decide. What was set aside can be brought back, and waits for nobody."""
    return bool(reasons(item)) or (item.status is Status.CANDIDATE and not is_aside(item))


def is_aside(item: Event | Evidence) -> bool:
    """Whether it is a passage that the program set aside, as another story's teaser or the like."""
    return isinstance(item, Evidence) and item.fate is Fate.SET_ASIDE


def place(item: Event | Evidence) -> tuple[int, int, str]:
    """Where it stands on the agenda: by its first reason, then in time."""
    order = list(Reason)
    why = reasons(item)
    when = item.when.value if isinstance(item, Evidence) else item.when
    day = _NEVER if when is None or when.earliest is None else when.earliest // DAY
    last = len(order) + is_aside(item)
    return min((order.index(reason) for reason in why), default=last), day, item.id


def in_share(id: str, share: tuple[int, int]) -> bool:
    """Whether an event is in the first, second ... of so many disjoint shares."""
    number, of = share
    return int(id[1:9], 16) % of == number - 1


def _is_ambiguous(piece: Evidence, event: Event) -> bool:
    """Whether the words that date an event can be read in another way, and no person has read them."""
    chosen = piece.when.anchor.kind is AnchorKind.REVIEWER or event.edited
    return not chosen and piece.when.value == event.when and bool(piece.when.alternatives)
