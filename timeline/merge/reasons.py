"""Why a passage was joined to an event, in plain words. Comes in: two passages of one happening. Goes out: text."""

from __future__ import annotations

from timeline.merge.passages import Passage, last_names
from timeline.merge.sameness import are_captions, are_encounters, stands_for, tells_of
from timeline.merge.stories import Stories
from timeline.model import civil
from timeline.model.display import display

_MUCH = 0.5
"""Likeness from which on words or articles are told to be alike."""
_SHOWN = 3


def reason(piece: Passage, other: Passage, stories: Stories) -> str:
    """A clause for each sign that counted: "same day; both tell of “freed”; the articles are alike"."""
    told = [_dates(piece, other)]
    if piece.copy == other.copy:
        told.append("the same sentence")
        return "; ".join(told)
    if are_captions(piece, other):
        told.append("both are captions that show " + _listed(sorted(piece.evidence.participants)))
        return "; ".join(told)
    told.extend(filter(None, (_happening(piece, other), _who(piece, other, stories), _words(piece, other))))
    told.append(_articles(piece, other, stories))
    return "; ".join(filter(None, told))


def headline() -> str:
    """For what a title tells of the one happening of its article's day."""
    return "the title's date is that of the one happening of that day in its article"


def _dates(piece: Passage, other: Passage) -> str:
    one, two = piece.evidence.when.value, other.evidence.when.value
    assert one is not None and two is not None
    if piece.day is not None and other.day is not None:
        apart = abs(piece.day - other.day)
        if not apart:
            return "same day"
        return f"dates {apart} day{'s' if apart > 1 else ''} apart, though all else agrees"
    if (one.earliest, one.latest) == (two.earliest, two.latest):
        return "same date"
    inner, outer = (one, two) if _length(one.earliest, one.latest) < _length(two.earliest, two.latest) else (two, one)
    return f"{display(inner)} lies in {display(outer)}"


def _length(earliest: int | None, latest: int | None) -> float:
    return float("inf") if earliest is None or latest is None else (latest - earliest) / civil.DAY


def _happening(piece: Passage, other: Passage) -> str:
    one, two = piece.evidence.head_text, other.evidence.head_text
    if piece.sense and piece.sense == other.sense:
        alike = one is not None and two is not None and one.lower() == two.lower()
        return f"both tell of “{one}”" if alike else f"“{one}” and “{two}” tell the same kind of happening"
    kinds = sorted(piece.kinds & other.kinds)
    if kinds:
        return f"both dates belong to “{kinds[0]}”"
    if not one or not two:
        return ""
    if are_encounters(piece, other):
        return f"“{one}” and “{two}” tell of one meeting"
    if piece.families & other.families:
        return f"“{one}” and “{two}” may tell one happening"
    return f"one has a word for “{two if tells_of(piece, other) else one}”" if _has_word(piece, other) else ""


def _has_word(piece: Passage, other: Passage) -> bool:
    return tells_of(piece, other) or tells_of(other, piece)


def _who(piece: Passage, other: Passage, stories: Stories) -> str:
    shared = piece.names & other.names
    if not shared:
        return "one names who the other's article is about" if stands_for(piece, other, stories) > 0 else ""
    names = (*piece.evidence.participants, *piece.evidence.places)
    shown = [name for name in names if not shared.isdisjoint(last_names((name,)))]
    return "both name " + _listed(shown)


def _words(piece: Passage, other: Passage) -> str:
    much = piece.title.cosine(other.title) >= _MUCH or piece.quote.cosine(other.quote) >= _MUCH
    return "much the same words" if much else ""


def _articles(piece: Passage, other: Passage, stories: Stories) -> str:
    one, two = piece.source, other.source
    if one == two:
        return "in one article"
    return "the articles are alike" if stories.likeness(one, two) >= _MUCH else ""


def _listed(names: list[str]) -> str:
    names = list(dict.fromkeys(names))[:_SHOWN]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"
