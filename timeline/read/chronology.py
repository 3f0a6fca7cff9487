"""Events that people keep elsewhere (a sheet, a calendar, TimelineJS) as one document. In: Kept events. Out: Document.

Its text is those events, a paragraph each: the words of the date, the title, and what else is told. Each has a Row,
from which an event is made as it stands there; nothing is read out of the prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from timeline.errors import UnreadableDocument
from timeline.model.locator import Locator, Place
from timeline.model.text import Document, Row, Span
from timeline.read.blob import Blob, ReadOptions
from timeline.read.document import Metadata, document, encodable

NAMES: Mapping[str, tuple[str, ...]] = {
    "date": (
        "date", "when", "startdate", "start", "eventdate", "dateofevent", "datum", "day", "dateedtf", "edtf", "dtstart",
    ),
    "end": ("end", "enddate", "until", "dateend", "dtend"),
    "title": ("title", "event", "headline", "fact", "what", "whathappened", "happening", "summary", "name"),
    "text": ("text", "description", "details", "notes", "body", "comment"),
    "places": ("places", "place", "location", "where"),
    "participants": ("participants", "people", "who", "persons", "actors"),
    "tags": ("tags", "tag", "categories", "category", "group", "type"),
    "url": ("url", "link", "source", "sourceurl", "sources"),
}  # fmt: skip
"""What an event is told by -> the names of columns, best first, without case, spaces, dashes and underscores."""

_ARTICLES = frozenset(
    {
        "text", "maintext", "fulltext", "bodytext", "articlebody", "articletext", "body", "content", "contenthtml",
        "contenttext", "article", "story", "message", "transcript", "url", "link", "weburl", "sourceurl", "permalink",
        "publisher", "author", "byline",
    }
)  # fmt: skip
"""Columns of a table of articles: its dates are those of publication."""
BETWEEN = "\n\n"
"""What parts one event from the next in the text."""
DASH = " — "
"""What parts a date from its title."""
_FOLD = re.compile(r"[\s_-]+")
_PLAIN = re.compile(r"-?\d{4}(?:-\d\d){0,2}")
_SPLIT = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True, slots=True)
class Kept:
    """An event kept elsewhere. `date` are its words; `edtf` is the date where it was given as data."""

    number: int
    date: str
    title: str
    edtf: str | None = None
    text: str = ""
    places: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def columns_of(names: Iterable[str], options: ReadOptions) -> dict[str, str] | None:
    """What a table of events calls things: our names and its own. None for a table that holds something else.

    It is one where `--map` names the date's column; or where events are asked for, or nothing speaks of articles, and
    its columns have the usual names.
    """
    folded = {_folded(name): name for name in names if name}
    mapped = dict(options.fields)
    if "date" in mapped:
        found = {ours: folded[_folded(theirs)] for ours, theirs in mapped.items() if _folded(theirs) in folded}
        if "date" not in found:
            return None
    elif mapped or (not options.events and not _ARTICLES.isdisjoint(folded)):
        return None
    else:
        found = {}
    for ours, usual in NAMES.items():
        theirs = next((folded[name] for name in usual if name in folded and folded[name] not in found.values()), None)
        if theirs is not None and ours not in mapped:
            found[ours] = theirs
    return found if {"date", "title"} <= set(found) else None


def kept_row(number: int, record: Mapping[str, str], columns: Mapping[str, str]) -> Kept:
    """A row of a table. Raises UnreadableDocument for one without a title."""
    told = {ours: record.get(theirs, "").strip() for ours, theirs in columns.items()}
    if not told["title"]:
        raise UnreadableDocument(f"an event without a title; write one in {columns['title']!r}", "no-title")
    date, end = told["date"], told.get("end", "")
    plain = bool(_PLAIN.fullmatch(date) and _PLAIN.fullmatch(end))
    if end and end != date:
        date = f"{date}/{end}" if plain else f"{date} to {end}" if date else f"until {end}"
    return Kept(
        number,
        date,
        told["title"],
        text="\n".join(filter(None, (told.get("text", ""), told.get("url", "")))),
        places=_listed(told.get("places", "")),
        participants=_listed(told.get("participants", "")),
        tags=_listed(told.get("tags", "")),
    )


def chronology(
    blob: Blob, events: Iterable[Kept], options: ReadOptions, media_type: str, title: str | None = None
) -> Document:
    """The document that some kept events are. Raises UnreadableDocument where there is none."""
    text = ""
    rows: list[Row] = []
    places: list[Place] = []
    for kept in events:
        text += BETWEEN if text else ""
        start = len(text)
        date, heading = (encodable(" ".join(words.split())) for words in (kept.date, kept.title))
        text += f"{date}{DASH}{heading}" if date else heading
        at = len(text) - len(heading)
        more = encodable(kept.text.replace("\r\n", "\n").strip())
        text += f"\n{more}" if more else ""
        rows.append(
            Row(
                span=Span(start, len(text)),
                date=Span(start, start + len(date)),
                title=Span(at, at + len(heading)),
                edtf=kept.edtf,
                places=kept.places,
                participants=kept.participants,
                tags=kept.tags,
            )
        )
        places.append(Place(start, Locator(row=kept.number)))
    about = Metadata(title=title or PurePosixPath(blob.name).stem)
    made = document(blob, text, (), about, (), options=options, media_type=media_type)
    return replace(made, rows=tuple(rows), places=tuple(places), entries=(), date_candidates=())


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, _SPLIT.split(cell)))


def _folded(name: str) -> str:
    return _FOLD.sub("", name.lower().removeprefix("\ufeff"))
