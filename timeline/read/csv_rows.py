"""A table that people correct beside their documents. In: a CSV file. Out: its rows by column, each with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from timeline.errors import InputError, UnreadableDocument
from timeline.read.decode import decode

_GUARD = re.compile(r"'(?=[=+@\t\r-])")
"""What keeps a spreadsheet from taking a title for a formula."""


def header_and_rows(path: Path) -> tuple[list[str], Iterator[tuple[int, Mapping[str, str]]]]:
    """The columns of a CSV file in lower case, and its rows with their lines; empty rows are left out.

    Raises InputError where it cannot be opened or is no CSV.
    """
    name = path.name
    try:
        text = decode(path.read_bytes(), name)
    except OSError as error:
        raise InputError(f"{name}: cannot be opened ({error.strerror}); check its permissions") from error
    except UnreadableDocument as error:
        raise InputError(f"{error}; save it as CSV in UTF-8") from error
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = [" ".join(cell.lower().replace("_", " ").split()) for cell in next(table, [])]

    def rows() -> Iterator[tuple[int, Mapping[str, str]]]:
        try:
            for cells in table:
                if any(cell.strip() for cell in cells):
                    yield table.line_num, {key: _plain(cell) for key, cell in zip(header, cells, strict=False)}
        except csv.Error as error:
            raise InputError(f"{name}:{table.line_num}: not CSV ({error}); save it again as CSV") from error

    return header, rows()


def _plain(cell: str) -> str:
    return " ".join(_GUARD.sub("", cell, count=1).split())
