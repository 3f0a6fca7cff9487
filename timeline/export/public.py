"""A timeline for publication. In: a published timeline. Out: one that holds nothing of the desk it was made at.

Accepted events only, as they were accepted; nothing undated, set aside or unread; no notes, names of reviewers or marks
of their work; sources by label and public address, never by file name or path. A public note on a correction stays.
Ids of events and passages stay, so that old links open; those of sources do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from timeline.export import schema
from timeline.export.naming import given_label, is_link, link_of

HIDDEN_ORIGINS = frozenset({"file-name", "file-time", "sources.csv", "given", "pdf"})
"""Where the date of a source is from that only the desk has seen."""
BY_PEOPLE = "set by the editors"
_FATES = tuple(schema.DateFates.model_fields)
_FEWEST_LETTERS = 4
"""A shorter name of a file is a word like any other."""


Secret = re.Pattern[str] | None


def public(published: schema.Timeline) -> schema.Timeline:
    """The edition of a timeline for readers. Its title stays: see that it is not a folder's name."""
    events = [event for event in published.events if event.status == "accepted" and not _changed(event)]
    cited = {item.source for event in events for item in event.evidence}
    sources = [source for source in published.sources if source.id in cited]
    names = {source.id: f"source-{number}" for number, source in enumerate(sources, 1)}
    secret = _secret(published)
    ids = {event.id for event in events}
    return published.model_copy(
        update={
            **_emptied(published),
            "sources": tuple(_source(source, number, events) for number, source in enumerate(sources, 1)),
            "events": tuple(_event(event, names, secret, ids) for event in events),
        }
    )


def _emptied(published: schema.Timeline) -> dict[str, Any]:
    """Whatever else a timeline holds, without it: what has no place in this list is not for readers."""
    shown = {"schema_version", "title", "sources", "events"}
    fields = type(published).model_fields
    return {name: () if field.is_required() else field.default for name, field in fields.items() if name not in shown}


def _changed(event: schema.Event) -> bool:
    """Whether it is no longer what was accepted."""
    return bool(getattr(getattr(event, "review", None), "changed", False))


def _secret(published: schema.Timeline) -> Secret:
    """Whatever names a file, or a reviewer."""
    words: set[str] = set()
    for source in published.sources:
        for place in _files(source):
            words |= {str(place), place.name, place.stem}
        words |= {source.key or "", *(place for place in (source.uri, *source.copies) if not is_link(place))}
    for item in (*published.events, *published.undated):
        review = getattr(item, "review", None)
        if review is not None:
            words |= {review.by, *(opinion.by for opinion in review.dissent)}
    long = sorted((re.escape(word) for word in words if len(word) >= _FEWEST_LETTERS), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){word}(?!\w)" for word in long)) if long else None


def _event(event: schema.Event, names: Mapping[str, str], secret: Secret, ids: set[str]) -> schema.Event:
    kept = {item.id for item in event.evidence}
    conflicts = [conflict for conflict in event.conflicts if set(conflict.evidence) <= kept]
    return event.model_copy(
        update={
            **({"review": None} if "review" in type(event).model_fields else {}),
            "edited": False,
            "maybe_same": tuple(other for other in event.maybe_same if other in ids),
            "conflicts": tuple(conflict for conflict in conflicts if not _tells(secret, conflict.note)),
            "evidence": tuple(_passage(item, names, secret) for item in event.evidence),
        }
    )


def _passage(item: schema.Evidence, names: Mapping[str, str], secret: Secret) -> schema.Evidence:
    by_people = item.basis == "reviewer"
    why = (BY_PEOPLE,) if by_people else tuple(step for step in item.why if not _tells(secret, step))
    return item.model_copy(
        update={
            "source": names.get(item.source or ""),
            "basis": "import" if by_people else item.basis,
            "why": why,
            "locator": item.locator.model_copy(update={"header": None}),
        }
    )


def _tells(secret: Secret, text: str) -> bool:
    return secret is not None and secret.search(text) is not None


def _source(source: schema.Source, number: int, events: Iterable[schema.Event]) -> schema.Source:
    """A source by its public name and address; what only the desk knows of it is gone."""
    link = link_of(source)
    name = given_label(source)
    title = source.title if link or not _is_file_name(source.title, source) else name or f"Source {number}"
    label = name or (source.label if not _is_file_name(source.label, source) else title)
    dates = sum(1 for event in events for item in event.evidence if item.source == source.id)
    hidden = source.published_from in HIDDEN_ORIGINS
    return source.model_copy(
        update={
            "id": f"source-{number}",
            "key": None,
            "uri": link or label,
            "address": link,
            "label": label,
            "title": title,
            # Why: of a file, it may be the name of whoever saved it.
            "author": source.author if link else None,
            "published_from": None if hidden else source.published_from,
            "published_why": (),
            "text_sha256": "",
            "copies": tuple(copy for copy in source.copies if is_link(copy)),
            "copy_of": None,
            "dates": schema.DateFates(**{**dict.fromkeys(_FATES, 0), "mentions": dates, "evidence": dates}),
        }
    )


def _files(source: schema.Source) -> tuple[PurePosixPath, ...]:
    """The files that a source was read from."""
    places = (place for place in (source.uri, *source.copies) if not is_link(place))
    return tuple(PurePosixPath(place.split("#")[0]) for place in places)


def _is_file_name(text: str, source: schema.Source) -> bool:
    """Whether a title or label is only what the file is called."""
    bare = " ".join(text.split()).removesuffix("…")
    return any(bare and (bare in (place.stem, str(place)) or place.name.startswith(bare)) for place in _files(source))
