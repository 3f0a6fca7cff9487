"""What the last build made, so that the same build need not be made again. Part of the disposable cache.

In: a mark that names all a build depends on, the files it wrote. Out: whether those are still what it wrote.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from timeline.store.cache import FILE, PATIENCE, claimed

_TABLE = "CREATE TABLE IF NOT EXISTS made (mark TEXT NOT NULL, files TEXT NOT NULL, told TEXT NOT NULL)"


@dataclass(frozen=True, slots=True)
class Made:
    """A build: its mark, the files that it wrote with the SHA-256 of each, and what it said of them."""

    mark: str
    files: tuple[tuple[str, str], ...]
    told: tuple[str, ...]


def made_before(folder: Path, mark: str) -> Made | None:
    """The last build of these outputs, if it has this mark and every file is as it wrote it."""
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)) as connection:
            row = connection.execute("SELECT mark, files, told FROM made").fetchone()
            if row is None or row[0] != mark:
                return None
            files = tuple((name, sha256) for name, sha256 in json.loads(row[1]))
            stands = all(sha256_of(Path(name)) == sha256 for name, sha256 in files)
            return Made(mark, files, tuple(json.loads(row[2]))) if stands else None
    except (sqlite3.Error, ValueError, TypeError):
        # Damaged, locked, or made by another version: then it is built again, which is never wrong.
        return None


def keep_made(folder: Path, mark: str, files: Iterable[Path], told: Iterable[str]) -> None:
    """Keeps what a build made; what hinders that makes the next one slower, and nothing else."""
    hashed = [(str(file), sha256_of(file)) for file in files]
    with (
        suppress(sqlite3.Error, OSError),
        closing(sqlite3.connect(folder / FILE, timeout=PATIENCE, isolation_level=None)) as connection,
    ):
        if claimed(connection):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_TABLE)
            connection.execute("DELETE FROM made")
            connection.execute("INSERT INTO made VALUES (?, ?, ?)", (mark, json.dumps(hashed), json.dumps([*told])))
            connection.execute("COMMIT")


def sha256_of(path: Path) -> str | None:
    """The SHA-256 of a file's bytes; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
