"""Who says which date of an event. Comes in: a conflict, the event, the sources. Goes out: a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model.display import display
from timeline.model.event import Conflict, Event, Evidence
from timeline.model.text import Source
from timeline.model.value import TimeValue

_SHOWN = 3


def who_says(conflict: Conflict, event: Event, sources: Mapping[str, Source]) -> str:
    """Both sides with their sources: "Harbour Courier says 16 Feb 2025; Levant Digest and Tarn Herald say 15 Feb 2025".

    Passages that people added have no source and are counted; a conflict without passages keeps its own words.
    """
    against = [piece for piece in event.evidence if piece.id in conflict.evidence]
    if not against:
        return conflict.note
    agreeing = [piece for piece in event.evidence if piece.when.value == event.when]
    sides = [_side(conflict.date, against, sources)]
    if agreeing:
        sides.append(_side(event.when, agreeing, sources))
    return "; ".join(sides)


def _side(date: TimeValue, pieces: Iterable[Evidence], sources: Mapping[str, Source]) -> str:
    told = tuple(pieces)
    names = list(dict.fromkeys(_name(sources[piece.source_id]) for piece in told if piece.source_id in sources))
    if not names:
        return f"{len(told)} {'passage says' if len(told) == 1 else 'passages say'} {display(date)}"
    shown, more = names[:_SHOWN], len(names) - _SHOWN
    if more > 0:
        shown.append(f"{more} other{'' if more == 1 else 's'}")
    listed = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + f" and {shown[-1]}"
    return f"{listed} {'says' if len(names) == 1 else 'say'} {display(date)}"


def _name(source: Source) -> str:
    return source.publisher or source.label
