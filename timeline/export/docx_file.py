"""A report for word processors (Office Open XML), with numbered notes at its end. What is in it: see `report`.

The only importer of python-docx.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from timeline.export import schema
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.report import Entry, Note, report
from timeline.export.writing import write_whole

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Row = TypeVar("Row")
GENERATOR = "event-timeline"
# Why fixed: the same timeline gives the same bytes.
MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def write_docx(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one document."""
    from docx import Document

    told = report(published)
    document = Document()
    about = document.core_properties
    about.title, about.author, about.comments = _text(told.title)[:255], "", GENERATOR
    about.created = about.modified = MADE
    document.add_heading(_text(told.title), 0)
    document.add_paragraph(told.summary)
    for heading, entries in told.sections():
        _add(document, heading, entries, _add_entry)
    _add(document, "Undated", told.undated(), lambda paragraph, row: paragraph.add_run(_text(f"{row[0]} ({row[1]})")))
    _add(document, "Sources", told.notes(), lambda paragraph, note: paragraph.add_run(_note(note)))
    held = io.BytesIO()
    document.save(held)
    write_whole(path, (_undated(held.getvalue()),))
    return path


def _add(document: Any, heading: str, rows: Iterator[Row], add: Callable[[Any, Row], object]) -> None:
    """A section with a paragraph for each row, where there is one."""
    for number, row in enumerate(rows):
        if number == 0:
            document.add_heading(heading, 1)
        add(document.add_paragraph(), row)


def _add_entry(paragraph: Any, entry: Entry) -> None:
    paragraph.add_run(f"{entry.when}  ").bold = True
    paragraph.add_run(_text(entry.title))
    if entry.remarks:
        paragraph.add_run(_text(f" ({'; '.join(entry.remarks)})")).italic = True
    if entry.notes:
        marks = paragraph.add_run(" " + ", ".join(str(note.number) for note in entry.notes))
        marks.font.superscript = True


def _note(note: Note) -> str:
    link = f", {note.link}" if note.link and note.link not in note.reference else ""
    quote = f"“{note.quote}” — " if note.quote else ""
    return _text(f"{note.number}. {quote}{note.reference}{link}")


def _text(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _undated(archive: bytes) -> bytes:
    """The same zip with one time for all its members."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as made, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name in made.namelist():
            out.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), made.read(name), zipfile.ZIP_DEFLATED)
    return held.getvalue()
