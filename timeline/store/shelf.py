"""Where a build lays down what it makes, so that an archive is never held: lists on disk, in one SQLite file.

In: plain data, as `frozen` packs it. Out: sequences that are read from disk each time they are gone through.
The file is scratch: it is made anew by each build and deleted with it; nothing is lost with it but time.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, overload

from timeline.errors import StoreError
from timeline.store.frozen import unpacked

T = TypeVar("T")

_PRAGMAS = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = NORMAL;
PRAGMA cache_size = -32768;
"""
_TOGETHER = 500
"""Rows that are fetched, or written, at a time."""
_BUCKETS = 64
_NAME = "timeline-build-"
"""What scratch files are called, before the number of the process that they belong to."""


class Shelf:
    """A scratch database. Use it in a `with`; what was laid down is gone after it."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: where its file lies; None: where large temporary files lie. Raises StoreError where none can be."""
        where = folder or _scratch_folder()
        try:
            self._kept = False
            self._others = ExitStack()
            if os.name == "posix":
                _sweep(where)
            handle, path = tempfile.mkstemp(prefix=f"{_NAME}{os.getpid()}-", dir=where)
            os.close(handle)
            self.path = Path(path)
            self.connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self.connection.executescript(_PRAGMAS)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{where}: a build cannot write there ({error}); make room, or set TMPDIR") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Deletes it all."""
        self._others.close()
        self.connection.close()
        if not self._kept:
            with suppress(OSError):
                self.path.unlink()

    def beside(self) -> Shelf:
        """Another shelf, in a file of its own, that is closed with this one."""
        return self._others.enter_context(Shelf(self.path.parent))

    def keep(self) -> Path:
        """Leaves the file where it is, for somebody to take in."""
        self.connection.close()
        self._kept = True
        return self.path

    def table(self, name: str, columns: str) -> Table:
        """A new table of these columns (SQL).

        Why none without row numbers: long rows put in order of their keys would be moved about with every new one.
        """
        self.connection.execute(f'CREATE TABLE "{name}" ({columns})')
        return Table(self.connection, name, columns.count(",") + 1 - columns.count("PRIMARY KEY ("))

    def heap(self) -> Heap:
        """A new heap of numbers, that is closed with this."""
        return Heap(self._others, self.path.parent)


class Table:
    """One table of a shelf: rows are written in bunches, and are there when it is asked."""

    def __init__(self, connection: sqlite3.Connection, name: str, width: int) -> None:
        self.connection = connection
        self.name = name
        self._insert = f'INSERT INTO "{name}" VALUES ({", ".join("?" * width)})'
        self._waiting: list[tuple[Any, ...]] = []

    def add(self, *row: Any) -> None:
        """One more row."""
        self._waiting.append(row)
        if len(self._waiting) >= _TOGETHER:
            self.flush()

    def rows(self, rest: str = "", values: Sequence[Any] = (), what: str = "*") -> Iterator[tuple[Any, ...]]:
        """What a SELECT of `what` gives; `rest` is what comes after the table's name."""
        self.flush()
        cursor = self.connection.execute(f'SELECT {what} FROM "{self.name}" {rest}', values)
        while bunch := cursor.fetchmany(_TOGETHER):
            yield from bunch

    def row(self, rest: str, values: Sequence[Any] = (), what: str = "*") -> tuple[Any, ...] | None:
        """The first row of such a SELECT; None where there is none."""
        self.flush()
        found = self.connection.execute(f'SELECT {what} FROM "{self.name}" {rest} LIMIT 1', values)
        row: tuple[Any, ...] | None = found.fetchone()
        return row

    def remove(self, where: str, values: Sequence[Any]) -> None:
        """Takes away the rows of which that holds."""
        self.flush()
        self.connection.execute(f'DELETE FROM "{self.name}" WHERE {where}', values)

    def index(self, columns: str) -> None:
        """Makes lookups by these columns quick; done when the table is full, which is faster."""
        self.flush()
        self.connection.execute(f'CREATE INDEX "{self.name} by {columns}" ON "{self.name}" ({columns})')

    def take_in(self, path: Path) -> None:
        """Takes all rows of the table of that name in another shelf's file, and deletes that."""
        self.flush()
        self.connection.execute("ATTACH ? AS other", (str(path),))
        self.connection.execute(f'INSERT INTO "{self.name}" SELECT * FROM other."{self.name}"')
        self.connection.execute("DETACH other")
        path.unlink()

    def __len__(self) -> int:
        self.flush()
        count: int = self.connection.execute(f'SELECT count(*) FROM "{self.name}"').fetchone()[0]
        return count

    def flush(self) -> None:
        """Writes what waits to be written."""
        if self._waiting:
            self.connection.execute("BEGIN")
            self.connection.executemany(self._insert, self._waiting)
            self.connection.execute("COMMIT")
            self._waiting.clear()


class Shelved(Sequence[T], Generic[T]):
    """A sequence that lies on a shelf, and is read anew each time it is gone through.

    `order`: the columns that it is ordered by; `made` makes an item of its packed data. `numbered`: the one column of
    the order is a primary key that counts from 0, so that an item is found by its number.
    """

    def __init__(
        self,
        table: Table,
        order: str = "rowid",
        made: Callable[[Any], T] | None = None,
        where: str = "",
        *,
        numbered: bool = False,
    ) -> None:
        self._table = table
        self._where = where
        # Why: what stands at an offset is found by going through all before it.
        self._one = f"WHERE {order} = ?" if numbered else f"{where} ORDER BY {order} LIMIT 1 OFFSET ?"
        self._rest = f"{where} ORDER BY {order}"
        self._made = made
        self._count: int = next(table.rows(where, what="count(*)"))[0]

    def __len__(self) -> int:
        return self._count

    @property
    def size(self) -> int:
        """Bytes of all its items as they lie there; in memory they take some four times as many."""
        return int(next(self._table.rows(self._where, what="coalesce(sum(length(body)), 0)"))[0])

    def __iter__(self) -> Iterator[T]:
        for (body,) in self._table.rows(self._rest, what="body"):
            yield self._item(body)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            start, stop, step = index.indices(self._count)
            if step == 1:
                bunch = self._table.rows(f"{self._rest} LIMIT ? OFFSET ?", (max(stop - start, 0), start), "body")
                return tuple(self._item(body) for (body,) in bunch)
            return tuple(self[place] for place in range(start, stop, step))
        place = index + self._count if index < 0 else index
        if not 0 <= place < self._count:
            raise IndexError(index)
        ((body,),) = self._table.rows(self._one, (place,), "body")
        return self._item(body)

    def _item(self, body: bytes) -> T:
        item = unpacked(body)
        return item if self._made is None else self._made(item)


class Heap:
    """Numbers of 64 bits, by the thousand million: laid down in buckets by size, given back in order."""

    def __init__(self, owner: ExitStack, folder: Path) -> None:
        self._files = [owner.enter_context(tempfile.TemporaryFile(dir=folder)) for _ in range(_BUCKETS)]  # noqa: SIM115
        self._held: list[array[int]] = [array("Q") for _ in range(_BUCKETS)]

    def add(self, bucket: int, numbers: Iterable[int]) -> None:
        """Lays numbers into one of 64 buckets."""
        held = self._held[bucket]
        held.extend(numbers)
        if len(held) >= 8192:
            held.tofile(self._files[bucket])
            del held[:]

    def bucket(self, number: int) -> array[int]:
        """All numbers of a bucket."""
        file, found = self._files[number], array("Q")
        self._held[number].tofile(file)
        del self._held[number][:]
        size = file.tell() // found.itemsize
        file.seek(0)
        found.fromfile(file, size)
        return found


def _scratch_folder() -> Path:
    """Where large temporary files lie. Why not always the usual place: that is often kept in memory."""
    large = Path("/var/tmp")
    named = any(name in os.environ for name in ("TMPDIR", "TEMP", "TMP"))
    return large if not named and os.access(large, os.W_OK) else Path(tempfile.gettempdir())


def _sweep(folder: Path) -> None:
    """Deletes what builds left that were killed."""
    for path in folder.glob(f"{_NAME}*"):
        owner = path.name.removeprefix(_NAME).partition("-")[0]
        if owner.isdecimal() and not _is_running(int(owner)):
            with suppress(OSError):
                path.unlink()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
