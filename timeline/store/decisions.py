"""What people decided: `decisions.db` beside the outputs. Rows are added and read; nothing here changes or deletes one.

In: decisions. Out: the same, in the order in which they were brought in. A decision is kept when `keep` returns: it is
on the disk then (WAL, synchronous), whatever happens to the program. Several processes may use one file at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from timeline.errors import InputError, StoreError
from timeline.model.decision import Decision
from timeline.store.decision_lines import line, read_line

FILE = "decisions.db"
PATIENCE = 10.0
"""Seconds to wait for another program that is writing."""
APPLICATION = 0x544C4443
"""SQLite's `application_id`, by which a file is known as ours."""

MIGRATIONS = (
    """
    CREATE TABLE decisions (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
    CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
    CREATE TRIGGER decisions_stand BEFORE UPDATE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
    """,
)
"""What leads from one layout (`user_version`) to the next; a file of an older one is brought up when it is opened."""


@dataclass(slots=True)
class Decisions:
    """An open store. Used by one thread at a time; closed with `close`, or as a context."""

    path: Path
    _connection: sqlite3.Connection = field(repr=False)

    def since(self, number: int = 0) -> tuple[tuple[int, Decision], ...]:
        """The decisions with a higher number, in order. Raises StoreError."""
        try:
            rows = self._connection.execute(
                "SELECT number, body FROM decisions WHERE number > ? ORDER BY number", (number,)
            ).fetchall()
        except sqlite3.Error as error:
            raise StoreError(_advice(self.path, error)) from error
        try:
            return tuple((number, read_line(body, f"{self.path}: decision {number}")) for number, body in rows)
        except InputError as error:
            raise StoreError(f"{error}; the file was changed by another program") from error

    def all(self) -> tuple[Decision, ...]:
        """Every decision that was ever kept. Raises StoreError."""
        return tuple(decision for _, decision in self.since())

    def keep(self, decisions: Iterable[Decision]) -> int:
        """Keeps all of them or none, and gives how many were new. Raises StoreError where they cannot be kept."""
        rows = [(decision.id, line(decision)) for decision in decisions]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                before = self._connection.total_changes
                self._connection.executemany("INSERT OR IGNORE INTO decisions (id, body) VALUES (?, ?)", rows)
                new = self._connection.total_changes - before
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise StoreError(_advice(self.path, error)) from error
        return new

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def __enter__(self) -> Decisions:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def decisions_file(outputs: Path) -> Path:
    """Where the decisions on these outputs (a folder, or a file in it) lie."""
    return (outputs.parent if outputs.is_file() or outputs.suffix else outputs) / FILE


def open_decisions(path: Path) -> Decisions:
    """The store in a file, which is made where there is none. Raises StoreError for what is no store of ours."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Why any thread: the review page's requests come in several, one after the other.
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(_advice(path, error)) from error
    try:
        _prepare(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise StoreError(_advice(path, error)) from error
    except StoreError:
        connection.close()
        raise
    return Decisions(path, connection)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Every decision in a file; none where there is no such file. Raises StoreError."""
    if not path.exists():
        return ()
    with closing(open_decisions(path)) as store:
        return store.all()


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Checks whose file it is, and brings it to the last layout."""
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN")
    layout = _checked_layout(connection, path)
    connection.execute("COMMIT")
    if layout == len(MIGRATIONS):
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    # Why again: another process may have been here first. What fails is rolled back when the connection is closed.
    layout = _checked_layout(connection, path)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    for migration in MIGRATIONS[layout:]:
        for statement in _statements(migration):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute("COMMIT")


def _checked_layout(connection: sqlite3.Connection, path: Path) -> int:
    """The layout of a file of ours, 0 of an empty one. Raises StoreError for any other."""
    layout = _number(connection, "user_version")
    if _number(connection, "application_id") != APPLICATION:
        if layout or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError(f"{path}: is another program's database; name another file with --decisions")
        return 0
    if layout > len(MIGRATIONS):
        raise StoreError(f"{path}: a newer version of this program made it; use that one")
    return layout


def _statements(script: str) -> Sequence[str]:
    """The statements of a script, one by one, so that they stay in one transaction."""
    found: list[str] = []
    statement = ""
    for piece in script.split(";"):
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return [one for one in found if one.strip(" \n;")]


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    found: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return found


def _advice(path: Path, error: Exception) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{path}: another program is writing to it; wait until it is done and try again"
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return f"{path}: not kept, the disk is full or fails ({error}); make room and decide again"
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return f"{path}: is damaged or no database ({error}); keep it, and name another file with --decisions"
    return f"{path}: cannot be used ({error}); check that the folder may be written to, or name a file with --decisions"
