"""A report in Markdown with footnotes (as GitHub, Pandoc and Obsidian know them). What is in it: see `report`."""

from __future__ import annotations

import re
from pathlib import Path

from timeline.export import schema
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.json_file import write_whole
from timeline.export.report import Note, Report, report

MARK = '<!-- name="generator" content="timeline" -->'
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_STARTS = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def write_markdown(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one file."""
    write_whole(path, markdown(report(published)).encode("utf-8", "replace"))
    return path


def markdown(told: Report) -> str:
    """A report as Markdown."""
    out = [MARK, "", f"# {_text(told.title)}", "", _text(told.summary), ""]
    for section in told.sections:
        out += [f"## {_text(section.heading)}", ""]
        for entry in section.entries:
            marks = "".join(f"[^{note.number}]" for note in entry.notes)
            remarks = f" ({_text('; '.join(entry.remarks))})" if entry.remarks else ""
            out.append(f"- **{_text(entry.when)}** {_text(entry.title)}{remarks}{marks}")
        out.append("")
    if told.undated:
        out += ["## Undated", "", *(f"- {_text(words)} ({_text(reason)})" for words, reason in told.undated), ""]
    out += [f"[^{note.number}]: {_note(note)}" for note in told.notes]
    return "\n".join(out).rstrip("\n") + "\n"


def _note(note: Note) -> str:
    reference = _text(note.reference)
    if note.link and note.link not in note.reference:
        reference = f"[{reference}](<{note.link.replace('>', '%3E').replace('<', '%3C')}>)"
    return f"“{_text(note.quote)}” — {reference}" if note.quote else reference


def _text(text: str) -> str:
    """A text on one line in which nothing is Markdown."""
    return _STARTS.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(text.split())))
