"""What a build remembers of the last: results by a key that names all they depend on. Part of the disposable cache.

In: keys, frozen data. Out: the data of a key, or None. Whatever hinders remembering (a damaged file, another program)
makes a build slower and never stops it.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from timeline.store.cache import FILE, PATIENCE, claimed
from timeline.store.frozen import packed, unpacked

_TABLE = "CREATE TABLE IF NOT EXISTS work (key TEXT PRIMARY KEY, body BLOB NOT NULL)"
_TOGETHER = 200
_MOST_WAITING = 4_000_000
"""How many results, and bytes of them, are written in one transaction: so much an interrupted build does again."""


class Memory:
    """The results of one folder's builds. `settle` it when the build is done, `close` it in any case."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        self._waiting: list[tuple[str, bytes]] = []
        self._size = 0
        self._connection: sqlite3.Connection | None = None
        self._hindered = False
        if (folder / FILE).is_file():
            self._open()

    def get(self, key: str) -> Any:
        """What was kept under a key; None where there is nothing."""
        self._used.add(key)
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT body FROM work WHERE key = ?", (key,)).fetchone()
            return unpacked(row[0]) if row else None
        except sqlite3.Error:
            self._give_up()
        except ValueError:
            pass
        return None

    def put(self, key: str, value: object) -> None:
        """Keeps a result."""
        if not self._hindered:
            body = packed(value)
            self._waiting.append((key, body))
            self._size += len(body)
            if len(self._waiting) >= _TOGETHER or self._size >= _MOST_WAITING:
                self._write(())

    def settle(self) -> None:
        """Writes what waits, and forgets what this build had no use for."""
        try:
            known = [key for (key,) in self._connection.execute("SELECT key FROM work")] if self._connection else []
        except sqlite3.Error:
            known = []
        self._write([key for key in known if key not in self._used])

    def close(self) -> None:
        """Closes the file; what was not settled is lost, and found again by the next build."""
        self._give_up()

    def _open(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                self._folder / FILE, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            if claimed(self._connection):
                self._connection.execute(_TABLE)
            else:
                self._give_up()
        except (OSError, sqlite3.Error):
            self._give_up()

    def _write(self, forgotten: Sequence[str]) -> None:
        if self._connection is None and self._waiting and not self._hindered:
            # Why so late: the folder of the outputs may be one that is being read.
            self._open()
        if self._connection is None:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO work VALUES (?, ?)", self._waiting)
            self._connection.executemany("DELETE FROM work WHERE key = ?", [(key,) for key in forgotten])
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            self._give_up()
        self._waiting.clear()
        self._size = 0

    def _give_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        self._hindered = True


def key_of(*parts: object) -> str:
    """The key of what depends on these: data whose `repr` tells all of it, and bytes."""
    digest = hashlib.sha256(code_version().encode())
    for part in parts:
        told = part if isinstance(part, bytes) else repr(part).encode("utf-8", "backslashreplace")
        digest.update(b"%d:" % len(told))
        digest.update(told)
    return digest.hexdigest()


@cache
def code_version() -> str:
    """A hash of this program's code and its libraries' versions: what one of them made is not another's result."""
    digest = hashlib.sha256(sys.version.encode())
    for module in _modules(files("timeline")):
        digest.update(module.read_bytes())
    try:
        for line in requires("event-timeline") or ():
            name = line.split(">")[0].split("=")[0].split(";")[0].strip()
            digest.update(f"{name}{version(name)}".encode())
    except PackageNotFoundError:
        pass  # a work tree that was never installed: its code is hashed above
    return digest.hexdigest()


def _modules(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for inside in sorted(folder.iterdir(), key=lambda item: item.name):
        if inside.is_dir():
            found += _modules(inside)
        elif inside.name.endswith(".py"):
            found.append(inside)
    return found
