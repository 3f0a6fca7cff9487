"""Tables: CSV, TSV and Excel workbooks. In: a blob. Out: a Document for every row, a Failure for every broken one.

A table of events (a date and a title in each row) is a chronology: one document with a row for each event.
The first row names the columns; see `records` for the names that are known. The only importer of openpyxl.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from timeline.errors import InputError, UnreadableDocument
from timeline.model.event import Failure, Skipped
from timeline.model.text import Document
from timeline.read.archive import refuse_bomb
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.chronology import Kept, chronology, columns_of, kept_row
from timeline.read.decode import decode
from timeline.read.records import document_of, has_text

LONGEST_CELL = 64 << 20
"""Characters."""
MOST_CELLS = 20_000_000
"""Cells of a workbook, empty ones too: a few bytes can claim all of a sheet's sixteen billion."""

_CSV, _XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DELIMITERS = ",;\t|"

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""What a number format shows as it stands, or says of colours and places."""

Row = Sequence[Any]


def read_csv(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure]:
    """The rows of a CSV or TSV file. Raises UnreadableDocument (no-text-column, binary ...)."""
    text = decode(blob.data, blob.uri)
    # Why: Excel's own mark of which delimiter follows; it is a row of its own.
    told = text[4:5] if text[:4].lower() == "sep=" and text[4:5].strip("\r\n") else ""
    delimiter = told or _delimiter(text, options)
    try:
        rows = _rows(text, delimiter)
    except csv.Error as error:
        raise UnreadableDocument(f"{blob.uri}: no table of cells ({error}); save it as CSV again", "broken") from error
    cut = rows.pop()[0] if len(rows) > 1 and _is_cut(text, delimiter) else None
    yield from _documents(blob, rows[1:] if told else rows, _CSV, options)
    if cut is not None:
        where = f"{blob.uri}:{cut}"
        yield Failure(where, STAGE, "broken", f"{where}: a quote is opened and never closed; get the whole file again")


def read_xlsx(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure | Skipped]:
    """The rows of a workbook's sheets. Raises UnreadableDocument (broken-workbook, bomb, no-text-column)."""
    refuse_bomb(blob)
    book = _opened(blob)
    told: list[tuple[str, UnreadableDocument]] = []
    read = 0
    for sheet in book.worksheets:
        inner = Blob(f"{blob.uri}#{sheet.title}", b"") if len(book.worksheets) > 1 else blob
        try:
            for item in _documents(inner, _cells(blob, sheet), _XLSX, options):
                read += 1
                yield item
        except UnreadableDocument as error:
            told.append((inner.uri, error))
    # Why: a workbook has sheets of notes and sums beside its texts; one without any texts is a mistake.
    for uri, wrong in told:
        if not read or wrong.code not in ("no-text-column", "empty"):
            raise wrong
        yield Skipped(uri, "a sheet without a column of texts")


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as text: the rows of each sheet by column, with their numbers; who saved it last, and when (UTC)."""

    sheets: Mapping[str, tuple[tuple[int, Mapping[str, str]], ...]]
    saved_by: str | None
    saved_at: str


def workbook(path: Path) -> Workbook:
    """All sheets of a workbook, the first row of each its columns. Raises InputError."""
    try:
        blob = Blob(path.name, path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be opened ({error.strerror}); check the path") from error
    refuse_bomb(blob)
    book = _opened(blob)
    about = book.properties
    saved = about.modified or about.created
    sheets = {sheet.title: tuple(_named(_cells(blob, sheet))) for sheet in book.worksheets}
    return Workbook(sheets, about.lastModifiedBy or None, saved.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _named(rows: Iterable[tuple[int, Row]]) -> Iterator[tuple[int, Mapping[str, str]]]:
    names: list[str] = []
    for number, row in rows:
        told = [_cell(value) for value in row]
        if not names:
            names = told
        elif any(told):
            yield number, dict(zip(names, told, strict=False))


def _documents(
    blob: Blob, rows: Iterable[tuple[int, Row]], media_type: str, options: ReadOptions
) -> Iterator[Document | Failure]:
    """The documents of a table whose first row names its columns. Raises UnreadableDocument where none is the text."""
    names: list[str] = []
    kept: list[Kept] = []
    columns: dict[str, str] | None = None
    for number, row in rows:
        cells = [_cell(value) for value in row]
        if not any(cells):
            continue
        if not names:
            names = cells
            columns = columns_of(names, options)
            if columns is None and not has_text(names, options):
                shown = ", ".join(filter(None, names))[:200]
                message = f"{blob.uri}: no column is known to hold the text among: {shown}"
                raise UnreadableDocument(f"{message}; name it: --map text=COLUMN", "no-text-column")
            continue
        where = f"{blob.uri}:{number}"
        record = {name: cell for name, cell in zip_longest(names, cells, fillvalue="") if name}
        try:
            if columns is not None:
                kept.append(kept_row(number, record, columns))
                continue
            yield from document_of(blob, record, number, where, options, media_type=media_type, row=number)
        except UnreadableDocument as error:
            yield Failure(where, STAGE, error.code, f"{where}: {str(error).removeprefix(f'{where}: ')}")
    if kept:
        yield chronology(blob, kept, options, media_type)
    if not names:
        raise UnreadableDocument(f"{blob.uri}: no rows in it; remove it or fill it", "empty")


def _rows(text: str, delimiter: str, *, strict: bool = False) -> list[tuple[int, Row]]:
    """The rows of a CSV text with their numbers, from 1. Raises csv.Error."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
        return list(enumerate(reader, 1))
    finally:
        csv.field_size_limit(before)


def _is_cut(text: str, delimiter: str) -> bool:
    """Whether a text ends inside a quoted cell."""
    if text.count('"') % 2 == 0:
        return False
    try:
        _rows(text, delimiter, strict=True)
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def _delimiter(text: str, options: ReadOptions) -> str:
    """What splits the first line into the names that are known, else into the most columns.

    Why not csv.Sniffer: it guesses from the letters of the prose, and takes quadratic time on some texts.
    """
    first = text.lstrip("\r\n")[:4096].splitlines()[:1]

    def fit(delimiter: str) -> tuple[bool, int]:
        names = next(csv.reader(first, delimiter=delimiter), [])
        return has_text(names, options) or columns_of(names, options) is not None, len(names)

    return max(_DELIMITERS, key=fit)


def _opened(blob: Blob) -> Any:
    """A workbook, with the values that its formulas had. Raises UnreadableDocument."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(blob.data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        # Why all: a damaged workbook breaks the library in many ways.
        raise UnreadableDocument(f"{blob.uri}: {_DAMAGED}", "broken-workbook") from error


_DAMAGED = "the workbook is damaged; open it in a spreadsheet program and save it again, or as CSV"


def _cells(blob: Blob, sheet: Any) -> Iterator[tuple[int, Row]]:
    """The rows of a sheet with their numbers. Raises UnreadableDocument."""
    count = 0
    try:
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(), 1):
            row = [_shown(cell) for cell in cells]
            count += len(row) + 1
            if count > MOST_CELLS:
                message = f"{blob.uri}: more than {MOST_CELLS:,} cells; save the rows that count as CSV"
                raise UnreadableDocument(message, "too-large")
            yield number, row
    except UnreadableDocument:
        raise
    except Exception as error:
        raise UnreadableDocument(f"{blob.uri}: {_DAMAGED}", "broken-workbook") from error


def _shown(cell: Any) -> object:
    """A cell's value; a day that is shown as a month or a year alone is no more than that."""
    value = cell.value
    if not isinstance(value, datetime.datetime):
        return value
    letters = _LITERAL.sub("", cell.number_format.lower())
    if "d" in letters or "y" not in letters:
        return value
    return f"{value:%Y-%m}" if "m" in letters else f"{value:%Y}"


def _cell(value: object) -> str:
    """A cell as text; a date without a time of day is a day."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat("T", "minutes")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
