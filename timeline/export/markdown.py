"""A report in Markdown with footnotes (as GitHub, Pandoc and Obsidian know them). What is in it: see `report`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from timeline.export import schema
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.report import Entry, Note, Report, report
from timeline.export.writing import text_lines, write_whole

MARK = '<!-- name="generator" content="timeline" -->'
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_STARTS = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def write_markdown(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one file."""
    write_whole(path, text_lines(_lines(report(published))))
    return path


def _lines(told: Report) -> Iterator[str]:
    yield from (MARK, "", f"# {_text(told.title)}", "", _text(told.summary))
    for heading, entries in told.sections():
        yield from ("", f"## {_text(heading)}", "")
        yield from map(_entry, entries)
    for number, (words, reason) in enumerate(told.undated()):
        yield from () if number else ("", "## Undated", "")
        yield f"- {_text(words)} ({_text(reason)})"
    for number, note in enumerate(told.notes()):
        yield from () if number else ("",)
        yield f"[^{note.number}]: {_note(note)}"


def _entry(entry: Entry) -> str:
    marks = "".join(f"[^{note.number}]" for note in entry.notes)
    remarks = f" ({_text('; '.join(entry.remarks))})" if entry.remarks else ""
    return f"- **{_text(entry.when)}** {_text(entry.title)}{remarks}{marks}"


def _note(note: Note) -> str:
    reference = _text(note.reference)
    if note.link and note.link not in note.reference:
        reference = f"[{reference}](<{note.link.replace('>', '%3E').replace('<', '%3C')}>)"
    return f"“{_text(note.quote)}” — {reference}" if note.quote else reference


def _text(text: str) -> str:
    """A text on one line in which nothing is Markdown."""
    return _STARTS.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(text.split())))
