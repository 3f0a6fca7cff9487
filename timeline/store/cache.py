"""The disposable cache of a build: documents, their texts by SHA-256, where they were read from, and the options.

`write_cache` is for the build, `read_cache` for the commands that look into it later. A damaged file of ours is thrown
away with a warning as a value; one that is locked or another program's is a StoreError with advice.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from timeline.errors import StoreError
from timeline.model.text import Document
from timeline.store.frozen import packed, unpacked

FILE = "cache.db"
APPLICATION = 0x544C4341
"""SQLite's `application_id`, by which a file is known as ours: others may call theirs cache.db too."""
LAYOUT = 4
"""Raised when the tables change: a cache of another layout is thrown away."""
FORMER = Path(".timeline", "cache.sqlite")
"""Where the cache lay at first. It is read where there is no other, and gone with the next build."""
PATIENCE = 5.0
"""Seconds to wait for another program that holds the file."""
SIDE_FILES = ("-journal", "-wal", "-shm")

TABLES = """
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, text BLOB NOT NULL);
CREATE TABLE origin (places TEXT NOT NULL, fields TEXT NOT NULL, options TEXT NOT NULL);
CREATE TABLE documents (number INTEGER PRIMARY KEY, body BLOB NOT NULL);
"""
_FILLED = ("texts", "origin", "documents")
_WHOSE = "{path}: is not this program's; move it elsewhere, or choose another --out, so that texts can be kept"

_NO_OPTIONS: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Cached:
    """What a past build kept: texts by their SHA-256, the absolute places it read, the names of records' fields."""

    places: tuple[str, ...]
    texts: dict[str, str]
    fields: tuple[tuple[str, str], ...] = ()


def store_folder(outputs: Path) -> Path:
    """The folder in which the store of these outputs (a folder, or a file in it) lies."""
    return outputs.parent if outputs.is_file() or outputs.suffix else outputs


def write_cache(
    folder: Path,
    places: Iterable[str],
    documents: Collection[Document],
    fields: Iterable[tuple[str, str]] = (),
    options: Mapping[str, object] = _NO_OPTIONS,
) -> str | None:
    """Keeps a build's texts, read from these absolute places (`-`: standard input), in place of the last build's.

    All or nothing. Returns a warning when a damaged cache was thrown away. Raises StoreError where there can be none.
    """
    path = folder / FILE
    origin = json.dumps(list(places)), json.dumps(list(fields)), json.dumps(dict(options))
    kept = (origin, documents)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made ({error.strerror}); the texts are not kept for `verify`") from error
    try:
        _write(path, *kept)
    except sqlite3.OperationalError as error:
        raise StoreError(_advice(path, error)) from error
    except sqlite3.DatabaseError as error:
        if not _bears_our_mark(path):
            raise StoreError(_WHOSE.format(path=path)) from error
        _throw_away(path)
    else:
        _drop_former(folder)
        return None
    try:
        _write(path, *kept)
    except sqlite3.Error as error:
        raise StoreError(_advice(path, error)) from error
    return f"{path}: was damaged, so it was thrown away and made anew"


def read_cache(folder: Path) -> Cached | None:
    """What the last build kept; None where there is no (usable) cache. Raises StoreError for a locked one."""
    path = _kept_in(folder)
    if path is None:
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)) as connection:
            if not _is_current(connection, path):
                return None
            rows = connection.execute("SELECT places, fields FROM origin").fetchall()
            texts = connection.execute("SELECT sha256, text FROM texts ORDER BY sha256").fetchall()
            return Cached(
                tuple(place for places, _ in rows for place in json.loads(places)),
                {sha256: text.decode("utf-8", "surrogatepass") for sha256, text in texts},
                tuple((ours, theirs) for _, fields in rows for ours, theirs in json.loads(fields)),
            )
    except sqlite3.OperationalError as error:
        if _is_locked(error):
            raise StoreError(_advice(path, error)) from error
        return None
    except (sqlite3.DatabaseError, ValueError, AttributeError, TypeError):
        # Damaged or foreign: as good as not there; the next build makes it anew.
        return None


def read_documents(folder: Path) -> tuple[tuple[Document, ...], dict[str, object]] | None:
    """The documents of the last build and its options; None where they are not there (any more)."""
    path = _kept_in(folder)
    if path is None:
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)) as connection:
            if not _is_current(connection, path):
                return None
            options = [json.loads(told) for (told,) in connection.execute("SELECT options FROM origin")]
            bodies = connection.execute("SELECT body FROM documents ORDER BY number")
            return tuple(unpacked(body) for (body,) in bodies), options[0]
    except sqlite3.OperationalError as error:
        if _is_locked(error):
            raise StoreError(_advice(path, error)) from error
        return None
    except (sqlite3.DatabaseError, ValueError, IndexError, TypeError):
        return None


def claimed(connection: sqlite3.Connection) -> bool:
    """Whether an open file is ours; one with nothing in it becomes so."""
    if _number(connection, "application_id") == APPLICATION:
        return True
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return False
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    return True


def _write(path: Path, origin: tuple[str, str, str], documents: Collection[Document]) -> None:
    """Empties the cache of all but what is remembered, and fills it, in one transaction."""
    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        if not claimed(connection):
            raise StoreError(_WHOSE.format(path=path))
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if name in _FILLED or _number(connection, "user_version") not in (0, LAYOUT):
                connection.execute(f'DROP TABLE "{name}"')
        for statement in filter(str.strip, TABLES.split(";")):
            connection.execute(statement)
        connection.execute("INSERT INTO origin VALUES (?, ?, ?)", origin)
        for number, document in enumerate(documents):
            text = document.source.text_sha256, _packed(document.text)
            connection.execute("INSERT OR REPLACE INTO texts VALUES (?, ?)", text)
            connection.execute("INSERT INTO documents VALUES (?, ?)", (number, packed(document)))
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
        connection.execute("COMMIT")


def _packed(text: str) -> bytes:
    """As bytes, because a text may hold half a surrogate pair, which SQLite's own text cannot."""
    return text.encode("utf-8", "surrogatepass")


def _kept_in(folder: Path) -> Path | None:
    return next((path for path in (folder / FILE, folder / FORMER) if path.is_file()), None)


def _is_current(connection: sqlite3.Connection, path: Path) -> bool:
    is_ours = path.name == FORMER.name or _number(connection, "application_id") == APPLICATION
    return is_ours and _number(connection, "user_version") == LAYOUT


def _bears_our_mark(path: Path) -> bool:
    """Whether a file that cannot be opened was ours: its first page says whose it is (sqlite.org/fileformat.html)."""
    try:
        with path.open("rb") as file:
            return file.read(72)[68:] == APPLICATION.to_bytes(4, "big")
    except OSError:
        return False


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    found: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return found


def _is_locked(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _advice(path: Path, error: sqlite3.Error) -> str:
    if _is_locked(error):
        return f"{path}: another program is using it; wait until it is done, or choose another --out"
    return f"{path}: cannot be used ({error}); check that the folder may be written to, or choose another --out"


def _throw_away(path: Path) -> None:
    try:
        path.unlink()
        for suffix in SIDE_FILES:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: is damaged and cannot be deleted ({error.strerror}); delete it by hand") from error


def _drop_former(folder: Path) -> None:
    """Deletes what an earlier version of this program kept. Why silently: the next build tries again."""
    with suppress(OSError):
        (folder / FORMER).unlink(missing_ok=True)
        (folder / FORMER).parent.rmdir()
