"""Paragraphs of formats that have them, laid out as one text. In: Paragraphs. Out: a Document with parts and places.

A paragraph is one line of the text as read, a blank line between two of them, a line end between the rows of a
table, the items of a list and the lines of a verse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.errors import UnreadableDocument
from timeline.model.locator import BY_PARAGRAPH, NOWHERE, Locator, Place
from timeline.model.text import DateCandidate, Document, GivenDate, PartKind, Span
from timeline.read.blob import Blob, ReadOptions
from timeline.read.dating import from_file_name, from_parts
from timeline.read.document import Metadata, document, encodable
from timeline.read.layout import Unit
from timeline.read.parts import is_chronology, mark

_JUNK_TITLE = re.compile(
    r"microsoft \w+ - |untitled|(?:slide|page|document|dokument) ?\d*$|[\W\d]*$"
    r"|.*\.(?:docx?|pdf|indd|qxd|tmp|xlsx?|rtf|odt|wpd)$",
    re.I,
)
"""What programs put where a title is asked for."""
_CLOSE = frozenset({PartKind.TABLE, PartKind.LIST})
_SHOWN = 4000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One piece of a document, white space folded.

    `hint`: what the format says it is, `final` where that is beyond doubt; `places`: where it stands, from which of
    its characters on; `given`: (start, end, EDTF) of dates that its markup states; `close`: no blank line before it.
    """

    text: str
    hint: PartKind | None = None
    final: bool = False
    places: tuple[tuple[int, Locator], ...] = ()
    given: tuple[tuple[int, int, str], ...] = ()
    close: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A text with its units, places and given dates."""

    text: str
    units: tuple[Unit, ...]
    places: tuple[Place, ...]
    given: tuple[GivenDate, ...]


def lay_out(paragraphs: Iterable[Paragraph]) -> Layout:
    """Paragraphs as one text; those that show nothing are left out."""
    pieces: list[str] = []
    units: list[Unit] = []
    places: list[Place] = []
    given: list[GivenDate] = []
    at = block = 0
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if not paragraph.text.strip():
            continue
        if before is not None:
            close = paragraph.close or (paragraph.hint in _CLOSE and before.hint is paragraph.hint)
            pieces.append("\n" if close else "\n\n")
            at += len(pieces[-1])
            block += not close
        text = encodable(paragraph.text)
        pieces.append(text)
        places += (Place(at + start, locator) for start, locator in paragraph.places)
        given += (GivenDate(Span(at + start, at + end), edtf) for start, end, edtf in paragraph.given if start < end)
        units.append(Unit(Span(at, at + len(text)), text[:_SHOWN], block, paragraph.hint, paragraph.final))
        at += len(text)
        before = paragraph
    return Layout("".join(pieces), tuple(units), tuple(places), tuple(given))


def title_of(paragraphs: Iterable[Paragraph], told: str | None) -> str | None:
    """The title that a document shows, else the one that its file names, unless a program made that up."""
    shown = next((paragraph.text for paragraph in paragraphs if paragraph.hint is PartKind.TITLE), None)
    return shown or (told if told and not _JUNK_TITLE.match(told.strip()) else None)


def compose(
    blob: Blob,
    paragraphs: Sequence[Paragraph],
    about: Metadata,
    candidates: Iterable[DateCandidate],
    *,
    options: ReadOptions,
    media_type: str,
    recognised: bool = False,
    uri: str | None = None,
    key: str | None = None,
) -> Document:
    """The document of some paragraphs. Raises UnreadableDocument (empty)."""
    layout = lay_out(paragraphs)
    if not re.search(r"\w", layout.text):
        raise UnreadableDocument(f"{uri or blob.uri}: no text in it; remove it or give the text", "empty")
    parts = mark(layout.text, layout.units, about.title)
    shown = () if is_chronology(layout.units) else from_parts(layout.text, layout.units, parts)
    made = document(
        blob, layout.text, parts, about, (*candidates, *shown, *from_file_name(blob.name)),
        options=options, media_type=media_type, uri=uri, key=key,
    )  # fmt: skip
    told = layout.places or (Place(0, NOWHERE),)
    places = tuple(Place(place.start, BY_PARAGRAPH) if place.locator == NOWHERE else place for place in told)
    return replace(made, given=layout.given, places=places, recognised=recognised)
