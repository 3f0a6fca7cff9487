"""What people say of their sources in one file beside them. In: `sources.csv`. Out: corrected documents.

A table with a row for each source: `uri` as the program shows it, and whatever is wrong or missing. An empty cell
leaves what was found. Columns of what the program itself told (words, dates found) may stand there and are not read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.errors import EdtfError, InputError
from timeline.model import edtf
from timeline.model.event import Failure, Skipped
from timeline.model.text import DateCandidate, DateOrigin, Document, Source
from timeline.model.value import Calendar, Granularity
from timeline.read.blob import STAGE, Reading
from timeline.read.csv_rows import header_and_rows
from timeline.read.document import clip_label
from timeline.read.nobody import SIDECAR

CORRECTED = ("uri", "label", "title", "publisher", "published", "language", "calendar", "date order")
"""The columns that are read."""
TOLD = (
    "published from",
    "updated",
    "words",
    "dates",
    "events",
    "undated",
    "set aside",
    "other",
    "copies",
    "copy of",
    "id",
)
"""Columns that the program writes beside them."""
ORDERS = {"day first": True, "month first": False}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})?", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says of one source; None where its cell is empty."""

    uri: str
    where: str
    label: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    calendar: Calendar | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The rows by uri; `complete`: all sources beside it are read, so that each row must match one."""

    rows: Mapping[str, Row]
    complete: bool


def sidecars(where: Iterable[str | os.PathLike[str]]) -> tuple[Sidecar, ...]:
    """The `sources.csv` in each folder that is named, and beside each file.

    Raises InputError for a bad one, a line for each of its mistakes.
    """
    folders: dict[Path, bool] = {}
    for item in map(Path, where):
        is_folder = item.is_dir()
        folder = item if is_folder else item.parent
        folders[folder] = folders.get(folder, False) or is_folder
    found = ((folder / SIDECAR, complete) for folder, complete in folders.items())
    return tuple(Sidecar(_read(path), complete) for path, complete in found if path.is_file())


def corrected(
    readings: Iterable[Reading], given: tuple[Sidecar, ...], knows_language: Callable[[str], bool] | None = None
) -> Iterator[Reading]:
    """The readings with their sources as the sidecars say; at the end a Failure for each row that matched nothing.

    `knows_language`: whether a language can be read; a row that names another is a Failure too.
    """
    used: set[str] = set()
    for item in readings:
        if isinstance(item, Document):
            row = next((sidecar.rows[item.source.uri] for sidecar in given if item.source.uri in sidecar.rows), None)
            if row is not None:
                used.add(row.where)
                language, found = row.language, item.source.language
                if language and language != found and knows_language is not None and not knows_language(language):
                    advice = "cannot be read; give another code, such as en, or leave the cell empty"
                    message = f"{row.where}: column 'language': the language {language!r} {advice}"
                    yield Failure(row.where, STAGE, "unknown-language", message)
                    row = replace(row, language=None)
                yield _corrected(item, row)
                continue
        elif isinstance(item, Failure | Skipped):
            used.update(sidecar.rows[item.uri].where for sidecar in given if item.uri in sidecar.rows)
        yield item
    for sidecar in given:
        for row in sidecar.rows.values() if sidecar.complete else ():
            if row.where not in used:
                message = f"{row.where}: no source is called {row.uri!r}; `timeline sources` shows their names"
                yield Failure(row.where, STAGE, "unmatched-row", message)


def _corrected(document: Document, row: Row) -> Document:
    source: Source = document.source
    candidates = document.date_candidates
    if row.published:
        candidates = (DateCandidate(row.published, DateOrigin.SIDECAR), *candidates)
    title = row.title or source.title
    return replace(
        document,
        source=replace(
            source,
            corrected=row.where,
            label=row.label or (clip_label(title) if row.title else source.label),
            title=title,
            publisher=row.publisher or source.publisher,
            language=row.language or source.language,
            calendar=row.calendar or source.calendar,
            day_first=source.day_first if row.day_first is None else row.day_first,
        ),
        date_candidates=candidates,
    )


def _read(path: Path) -> dict[str, Row]:
    """The rows of a sidecar by uri. Raises InputError with file, line and column."""
    name = path.name
    header, table = header_and_rows(path)
    _check_header(name, header)
    rows: dict[str, Row] = {}
    seen: dict[str, str] = {}
    wrong: list[str] = []
    try:
        for line, cells in table:
            where = f"{name}:{line}"
            uri = cells["uri"]
            wrong += [f"{where}: column {column!r}: {cells[column]!r} {why}" for column, why in _mistakes(cells)]
            if uri and uri in seen:
                wrong.append(f"{where}: column 'uri': {uri!r} has a row already ({seen[uri]}); join them")
            seen.setdefault(uri, where)
            if not wrong:
                rows[uri] = _row(where, cells)
    except InputError as error:
        wrong.append(str(error))
    if wrong:
        raise InputError("\n".join(wrong))
    return rows


def _check_header(name: str, header: list[str]) -> None:
    if "uri" not in header:
        raise InputError(f"{name}:1: no column 'uri'; give it, or rename the file if it is no list of sources")
    unknown = [cell for cell in header if cell and cell not in CORRECTED and cell not in TOLD]
    if unknown:
        raise InputError(f"{name}:1: no such column: {unknown[0]!r}; there are {', '.join(CORRECTED)}")


def _mistakes(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The columns of a row whose cells cannot be, each with what is wrong and what to do."""
    if not cells["uri"]:
        yield "uri", "names no source; `timeline sources` shows their names"
    published, language = cells.get("published"), cells.get("language")
    calendar, order = cells.get("calendar", "").lower(), cells.get("date order", "").lower()
    if published and not _is_day_or_month(published):
        yield "published", "is no date; give a day such as 2024-03-15 (or 2024-03, or 2024-03-15T10:30+01:00)"
    if language and not _LANGUAGE.fullmatch(language):
        yield "language", "is no language; give a code of two letters such as en"
    if calendar and calendar not in tuple(Calendar):
        yield "calendar", f"is no calendar; give {' or '.join(Calendar)}"
    if order and order not in ORDERS:
        yield "date order", f"is no order of 10/7/2023; give {' or '.join(ORDERS)}"


def _row(where: str, cells: Mapping[str, str]) -> Row:
    """A row without mistakes."""
    language, calendar = cells.get("language"), cells.get("calendar", "").lower()
    order = cells.get("date order", "").lower()
    return Row(
        cells["uri"],
        where,
        cells.get("label") or None,
        cells.get("title") or None,
        cells.get("publisher") or None,
        cells.get("published") or None,
        re.split("[-_]", language)[0].lower() if language else None,
        Calendar(calendar) if calendar else None,
        ORDERS[order] if order else None,
    )


def _is_day_or_month(text: str) -> bool:
    try:
        value = edtf.parse(text)
    except EdtfError:
        return False
    fine = value.granularity is not None and value.granularity <= Granularity.MONTH
    return fine and value.earliest is not None and value.latest is not None and "/" not in text and "~" not in text
