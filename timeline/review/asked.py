"""What a request's JSON says, checked. In: plain data from outside. Out: values of the right kind.

Raises InputError in the page's own words; nothing of a request is used that did not pass here.
"""

from __future__ import annotations

import json
from typing import Any

from timeline.errors import EdtfError, InputError
from timeline.model.decision import DateFields, Patch, date_fields, value_of
from timeline.model.event import Factuality
from timeline.model.text import Span
from timeline.model.value import Mod
from timeline.review.dates import placed, read_date
from timeline.review.deciding import Seen

MOST_EVENTS = 100_000
LONGEST_TEXT = 5000
LONGEST_WORD = 300
MOST_WORDS = 200


def body_of(raw: bytes) -> dict[str, Any]:
    """The object that a request's body is."""
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InputError("the request is not JSON; reload the page") from error
    if not isinstance(told, dict):
        raise InputError("the request is not what this page sends; reload the page")
    return told


def text(told: dict[str, Any], name: str, longest: int = LONGEST_TEXT) -> str:
    """A text that must be there."""
    found = optional_text(told, name, longest)
    if found is None:
        raise InputError(f"{name} is missing")
    return found


def optional_text(told: dict[str, Any], name: str, longest: int = LONGEST_TEXT) -> str | None:
    """A text, or None."""
    found = told.get(name)
    if found is None:
        return None
    if not isinstance(found, str):
        raise InputError(f"{name} must be a text")
    if len(found) > longest:
        raise InputError(f"{name} is too long: at most {longest:,} characters")
    # Why: half of a surrogate pair, which a page can send and no file can hold.
    return found.encode("utf-8", "replace").decode()


def flag(told: dict[str, Any], name: str) -> bool:
    """True or False; False where it is not said."""
    found = told.get(name, False)
    if not isinstance(found, bool):
        raise InputError(f"{name} must be true or false")
    return found


def number(told: dict[str, Any], name: str) -> int:
    """A whole number, not below zero."""
    found = told.get(name)
    if type(found) is not int or not 0 <= found < 2**53:
        raise InputError(f"{name} must be a whole number")
    return found


def events(told: dict[str, Any]) -> tuple[Seen, ...]:
    """The events that are decided on, each with the mark of what was seen."""
    found = told.get("events")
    if not isinstance(found, list) or len(found) > MOST_EVENTS:
        raise InputError("events must be a list of events")
    seen = []
    for one in found:
        if not isinstance(one, dict):
            raise InputError("an event must be told with its id and mark")
        seen.append(Seen(text(one, "id", LONGEST_WORD), text(one, "mark", LONGEST_WORD)))
    if len({one.id for one in seen}) != len(seen):
        raise InputError("an event is there twice")
    return tuple(seen)


def words(told: dict[str, Any], name: str) -> tuple[str, ...] | None:
    """A list of short texts, blank ones left out; None where it is not said."""
    found = told.get(name)
    if found is None:
        return None
    if not isinstance(found, list) or len(found) > MOST_WORDS:
        raise InputError(f"{name} must be a list of at most {MOST_WORDS} names")
    every = [" ".join(text({name: one}, name, LONGEST_WORD).split()) for one in found]
    return tuple(dict.fromkeys(one for one in every if one))


def span(told: dict[str, Any], name: str) -> Span | None:
    """A stretch of a text, [start, end] in code points; None where it is not said."""
    found = told.get(name)
    if found is None:
        return None
    if not isinstance(found, list) or len(found) != 2:
        raise InputError(f"{name} must be [start, end]")
    start, end = (number({name: one}, name) for one in found)
    if start >= end:
        raise InputError("select some words first")
    return Span(start, end)


def patch(told: dict[str, Any]) -> Patch:
    """What an edit or an addition changes. A date is read as a person writes it, and kept as EDTF."""
    found = told.get("patch") or {}
    if not isinstance(found, dict):
        raise InputError("patch must say what to change")
    unknown = set(found) - {
        "title", "date", "participants", "places", "tags", "factuality", "source", "quote", "quote_span", "date_span",
    }  # fmt: skip
    if unknown:
        raise InputError(f"{sorted(unknown)[0][:40]} cannot be changed here")
    title = optional_text(found, "title")
    if title is not None and not title.strip():
        raise InputError("an event needs a title; say in a few words what happened")
    return Patch(
        title=" ".join(title.split()) if title is not None else None,
        **_date(found),
        participants=words(found, "participants"),
        places=words(found, "places"),
        tags=words(found, "tags"),
        factuality=_factuality(found),
        source_id=optional_text(found, "source", LONGEST_WORD),
        quote=optional_text(found, "quote") or None,
        quote_span=span(found, "quote_span"),
        date_span=span(found, "date_span"),
    )


def _date(found: dict[str, Any]) -> DateFields:
    """A date: as a person types it, or as the page was told that it is read."""
    told = found.get("date")
    if told is None:
        return DateFields(edtf=None, timex=None, mod=None)
    if not isinstance(told, dict):
        return date_fields(read_date(text(found, "date")))
    mod = optional_text(told, "mod", LONGEST_WORD)
    if mod is not None and mod not in set(Mod):
        raise InputError(f"{mod[:40]!r} bends no date; type the date anew")
    patch = Patch(edtf=text(told, "edtf"), timex=text(told, "timex"), mod=Mod(mod) if mod else None)
    try:
        value = value_of(patch)
    except EdtfError as error:
        raise InputError(f"the date cannot be read: {error}; type it anew") from error
    return date_fields(placed(value, patch.edtf or ""))


def _factuality(told: dict[str, Any]) -> Factuality | None:
    found = optional_text(told, "factuality", LONGEST_WORD)
    if found is None:
        return None
    try:
        return Factuality(found)
    except ValueError as error:
        raise InputError(f"{found[:40]!r} is none of {', '.join(Factuality)}") from error
