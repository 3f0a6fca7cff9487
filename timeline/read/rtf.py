"""Rich Text Format. In: a blob. Out: one Document of its paragraphs. The only importer of striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.errors import UnreadableDocument
from timeline.model.text import DateCandidate, DateOrigin, Document, PartKind
from timeline.read.blob import Blob, ReadOptions
from timeline.read.document import Metadata
from timeline.read.paragraphs import Paragraph, compose, title_of

_INFO = re.compile(r"\{\\(title|author|company) ?((?:[^{}\\]|\\'[0-9a-f]{2}|\\u-?\d+ ?\??|\\[{}\\])*)\}")
_MADE = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})(?:\\hr(\d{1,2})\\min(\d{1,2}))?")
_LINE = re.compile(r"\\line(?![a-z]) ?")
_NOTE = re.compile(r"\{\\footnote(?![a-z])")
_BRACE = re.compile(r"\\[{}\\]|[{}]")
_MOST = 32 << 20


def read_rtf(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of an RTF file, its footnotes last. Raises UnreadableDocument (broken-rtf, too-large, empty)."""
    if len(blob.data) > _MOST:
        raise UnreadableDocument(f"{blob.uri}: larger than {_MOST >> 20} MB; save it without its pictures", "too-large")
    # Why Latin-1: RTF is ASCII with escapes; what else stands there is a byte of the file's own code page.
    source = blob.data.decode("latin-1")
    told = {name: " ".join(_plain("{\\rtf1 " + value + "}", blob.uri).split()) for name, value in _INFO.findall(source)}
    made = _MADE.search(source)
    dates = [DateCandidate("-".join((made[1], made[2].zfill(2), made[3].zfill(2))), DateOrigin.PDF)] if made else []
    body, notes = _without_notes(_LINE.sub(" ", source))
    paragraphs = [_paragraph(line) for line in _plain(body, blob.uri).splitlines()]
    paragraphs += (
        Paragraph(" ".join(_plain("{\\rtf1 " + note + "}", blob.uri).split()), PartKind.FOOTNOTE, final=True)
        for note in notes
    )
    about = Metadata(
        title=title_of(paragraphs, told.get("title")), author=told.get("author"), publisher=told.get("company")
    )
    yield compose(blob, paragraphs, about, dates, options=options, media_type="application/rtf")


def _paragraph(line: str) -> Paragraph:
    """A line as a paragraph; a table's row has a bar behind each cell."""
    text = " ".join(line.replace("\xad", "").split())
    cells = " | ".join(cell.strip() for cell in text.split("|") if cell.strip())
    return Paragraph(cells, PartKind.TABLE) if text.endswith("|") else Paragraph(text)


def _without_notes(source: str) -> tuple[str, list[str]]:
    """The source without its footnotes, and those: the library leaves them out."""
    kept: list[str] = []
    notes: list[str] = []
    at = 0
    while (found := _NOTE.search(source, at)) is not None:
        depth, end = 1, found.end()
        while depth and (brace := _BRACE.search(source, end)) is not None:
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            end = brace.end()
        if depth:
            break
        kept.append(source[at : found.start()])
        notes.append(source[found.end() : end - 1])
        at = end
    return "".join((*kept, source[at:])), notes


def _plain(source: str, uri: str) -> str:
    """The text of an RTF source; "|" behind each cell of a table."""
    from striprtf.striprtf import rtf_to_text

    try:
        return str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, OverflowError, RecursionError, TypeError) as error:
        advice = "open it in a word processor and save it again"
        raise UnreadableDocument(f"{uri}: this RTF file is broken ({error}); {advice}", "broken-rtf") from error
