"""What a colleague decided in an exported workbook. In: its file. Out: decisions, and failures by row.

The sheet `Events` has the columns `decision`, `corrected_date` and `note`; a row that leaves all three empty, and
`correction` (what readers are told) as it was, decides nothing. The instant of all decisions is that of the workbook's
last saving, so that a second import gives the same.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from timeline.errors import EdtfError, InputError
from timeline.model import edtf
from timeline.model.decision import Action, DateFields, Decision, Patch, Target, Version, date_fields
from timeline.model.event import Failure
from timeline.model.text import Document, Source
from timeline.model.value import TimeValue
from timeline.pipeline.document import DEFAULT_LANGUAGE, Options, resolved
from timeline.read.table import Workbook, workbook

STAGE = "import"
EVENTS, EVIDENCE = "Events", "Evidence"
TO_FILL_IN = ("decision", "corrected_date", "note")
WORDS = {
    Action.ACCEPT: ("accept", "accepted", "a", "yes", "y", "ok", "x", "correct"),
    Action.REJECT: ("reject", "rejected", "r", "no", "n", "wrong", "delete"),
}
"""What people write into the column."""
_ACTIONS = {word: action for action, words in WORDS.items() for word in words}

Row = Mapping[str, str]


def is_reviewed_workbook(path: Path) -> bool:
    """Whether a file is a workbook that this program exported, to be filled in."""
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        return False
    sheets = workbook(path).sheets
    return EVIDENCE in sheets and {*TO_FILL_IN, "id", "shown"} <= set(next(iter(sheets.get(EVENTS, ())), (0, {}))[1])


def sheet_decisions(path: Path, reviewer: str | None) -> tuple[tuple[Decision, ...], tuple[Failure, ...]]:
    """The decisions in a workbook, in its order, and what could not be understood. Raises InputError."""
    book = workbook(path)
    who = reviewer or book.saved_by
    if not who:
        raise InputError(f"{path}: does not tell who filled it in; name them with --reviewer")
    targets: dict[str, list[Target]] = defaultdict(list)
    for _, row in book.sheets[EVIDENCE]:
        if row.get("id") and row.get("event"):
            told = (row.get(name) or None for name in ("uri", "quote", "date words"))
            targets[row["event"]].append(Target(row["id"], *told))
    decided: list[Decision] = []
    failures: list[Failure] = []
    for number, row in book.sheets[EVENTS]:
        where = f"{path.name}:{number}"
        try:
            decided += _decided(row, tuple(targets.get(row.get("id", ""), ())), who, book, where)
        except InputError as error:
            failures.append(Failure(where, STAGE, "bad-row", str(error)))
    return tuple(decided), tuple(failures)


def _decided(row: Row, targets: tuple[Target, ...], who: str, book: Workbook, where: str) -> Iterator[Decision]:
    """The decisions of one row: its date before its verdict. Raises InputError."""
    word, date, note = (" ".join(row.get(name, "").split()) for name in TO_FILL_IN)
    shown, correction = _shown(row), _correction(row)
    if not (word or date or note) and correction is None:
        return
    if not targets:
        raise InputError(f"{where}: its id is not among the evidence; leave the column id as it was exported")
    action = _ACTIONS.get(word.lower())
    if word and action is None:
        raise InputError(f"{where}: the decision {word!r} is not known; write accept or reject")
    batch = f"{where}@{book.saved_at}"
    if date or correction is not None:
        dated = date_fields(_read(date, where)) if date else DateFields(edtf=None, timex=None, mod=None)
        patch = Patch(**dated, correction=correction)
        yield Decision(Action.EDIT, who, book.saved_at, targets, patch, shown, note or None, batch=batch)
        # Why: what is accepted is the event with its new date.
        shown = replace(shown, edtf=patch.edtf) if shown and patch.edtf else shown
    if action is not None:
        yield Decision(action, who, book.saved_at, targets, shown=shown, note=note or None, batch=batch)
    elif note and not date and correction is None:
        yield Decision(Action.NOTE, who, book.saved_at, targets, shown=shown, note=note, batch=batch)


def _shown(row: Row) -> Version | None:
    """What the reader of the sheet saw."""
    try:
        told = json.loads(row.get("shown", ""))
        return Version(told["title"], told["edtf"], told["factuality"], tuple(told["conflicts"]))
    except (ValueError, KeyError, TypeError):
        return None


def _correction(row: Row) -> str | None:
    """What readers are to be told of a change; None where the column is as it was exported."""
    try:
        before = json.loads(row.get("shown", "")).get("correction") or ""
    except (ValueError, AttributeError):
        return None
    now = row.get("correction", "").strip()
    return None if now == before else now


def _read(words: str, where: str) -> TimeValue:
    """A date: one that is written as EDTF, else in words ("c. 1850", "24 December 2023", "early May 2004")."""
    try:
        return edtf.parse(words)
    except EdtfError:
        cell = Document(Source("cell", "", "", "", "", "text/plain", language=DEFAULT_LANGUAGE), words)
        told = [one.value for one in resolved(cell, Options()).resolutions if one.value and one.value.edtf]
    if len(told) != 1:
        raise InputError(f"{where}: the date {words!r} cannot be read; write one such as 2024-03-22 or c. 1850")
    return told[0]
