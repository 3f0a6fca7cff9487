"""Plain text. In: a blob. Out: one Document whose text is the whole file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.model.text import DateCandidate, Document, Part
from timeline.read.blob import Blob, ReadOptions
from timeline.read.dating import from_file_name, from_parts, from_url
from timeline.read.decode import decode
from timeline.read.document import document
from timeline.read.header import header
from timeline.read.layout import Unit, units
from timeline.read.parts import is_chronology, mark


def read_plain(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of a text file. Raises UnreadableDocument."""
    text = decode(blob.data, blob.uri, blob.charset)
    top = header(text)
    about = top.about
    parts, found = judge(text, units(text, top.end), about.title)
    candidates = (*top.candidates, *found, *from_url(about.url or blob.url), *from_file_name(blob.name))
    parts = tuple(sorted((*top.parts, *parts), key=lambda part: part.span))
    yield document(blob, text, parts, about, candidates, options=options, media_type="text/plain")


def judge(
    text: str, pieces: Sequence[Unit], title: str | None = None
) -> tuple[tuple[Part, ...], tuple[DateCandidate, ...]]:
    """The parts of a text without markup, and the dates that its bylines and dateline give it."""
    parts = mark(text, pieces, title)
    return parts, () if is_chronology(pieces) else from_parts(text, pieces, parts)
