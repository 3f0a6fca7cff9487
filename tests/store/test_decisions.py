"""Nothing that was kept is ever lost, whatever happens to the program, the disk or another program."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline.errors import StoreError
from timeline.model.decision import Action, Decision, Target
from timeline.store import decisions_file, open_decisions, read_decisions
from timeline.store.decisions import APPLICATION, MIGRATIONS


def decision(number: int, note: str | None = None) -> Decision:
    return Decision(Action.ACCEPT, "Ada", f"2026-01-01T00:00:00.{number:06d}Z", (Target(f"e{number}"),), note=note)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "decisions.db"


def test_what_is_kept_is_there_in_its_order_and_once(path: Path) -> None:
    made = [decision(3), decision(1), decision(2)]
    with open_decisions(path) as store:
        assert store.keep(made) == 3
        assert store.keep([*made, decision(4)]) == 1
        assert store.since(3) == ((4, decision(4)),)
    assert read_decisions(path) == (*made, decision(4))
    assert read_decisions(path.with_name("other.db")) == ()
    assert not path.with_name("other.db").exists(), "looking makes no file"


def test_nothing_deletes_or_rewrites_a_decision(path: Path) -> None:
    with open_decisions(path) as store:
        store.keep([decision(1)])
    with closing(sqlite3.connect(path)) as connection:
        for statement in ("DELETE FROM decisions", "UPDATE decisions SET body = '{}'"):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                connection.execute(statement)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert read_decisions(path) == (decision(1),)


def test_where_decisions_lie(tmp_path: Path) -> None:
    assert decisions_file(tmp_path) == tmp_path / "decisions.db"
    assert decisions_file(tmp_path / "not-yet") == tmp_path / "not-yet" / "decisions.db"
    assert decisions_file(tmp_path / "timeline.json") == tmp_path / "decisions.db"


WRITER = """
import sys
from pathlib import Path
from timeline.store import open_decisions
from timeline.model.decision import Action, Decision, Target
name = sys.argv[2]
with open_decisions(Path(sys.argv[1])) as store:
    print("open", flush=True)
    for number in range(int(sys.argv[3])):
        at = f"2026-01-01T00:00:00.{number:06d}Z"
        batch = [Decision(Action.ACCEPT, name, at, (Target(f"e{number}-{part}"),)) for part in range(7)]
        store.keep(batch)
        print(number, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


@pytest.mark.parametrize("after", [0, 1, 5, 23])
def test_kill_at_any_moment_loses_nothing_that_was_said_to_be_kept(path: Path, after: int) -> None:
    with writer(path, "Ada", 100_000) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(after + 1)]
        os.kill(process.pid, signal.SIGKILL)
        lines += process.stdout.readlines()
    kept = [int(line) for line in lines if line.strip().isdecimal()]
    there = read_decisions(path)
    assert len(there) % 7 == 0, "a batch is whole or not there"
    assert len(there) // 7 >= len(kept)
    with open_decisions(path) as store:
        assert store.keep([decision(9, "after the crash")]) == 1


def test_two_programs_write_at_once(path: Path) -> None:
    with writer(path, "Ada", 40) as one, writer(path, "Bob", 40) as other:
        assert (one.wait(60), other.wait(60)) == (0, 0)
    assert len(read_decisions(path)) == 2 * 40 * 7


def test_one_sees_what_the_other_kept(path: Path) -> None:
    with open_decisions(path) as one, open_decisions(path) as other:
        one.keep([decision(1)])
        assert [kept for _, kept in other.since()] == [decision(1)]
        other.keep([decision(2)])
        assert [kept for _, kept in one.since(1)] == [decision(2)]


@pytest.fixture
def small_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store on a disk that is full after a few pages."""
    connect = sqlite3.connect

    def limited(*arguments: object, **named: object) -> sqlite3.Connection:
        connection = connect(*arguments, **named)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 12")
        return connection  # type: ignore[no-any-return]

    monkeypatch.setattr("timeline.store.decisions.sqlite3.connect", limited)
    yield path
    monkeypatch.undo()


def test_a_full_disk_is_told_and_leaves_what_was_there(small_disk: Path) -> None:
    kept: list[Decision] = []
    with open_decisions(small_disk) as store:
        with pytest.raises(StoreError, match="the disk is full"):
            for number in range(100):
                batch = [decision(10 * number + part, "x" * 900) for part in range(5)]
                store.keep(batch)
                kept += batch
        assert kept
        assert store.all() == tuple(kept), "none of the batch that did not fit"
        assert store.since(len(kept)) == ()
    assert read_decisions(small_disk) == tuple(kept)


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine (a)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")


def damaged(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def is_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (foreign, "another program's"),
        (newer, "a newer version"),
        (damaged, "no database"),
        (is_folder, "cannot be used"),
    ],
)
def test_what_is_no_store_of_ours_is_told_and_left_alone(path: Path, made: object, told: str) -> None:
    made(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=told):
        open_decisions(path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    with open_decisions(path) as store:
        assert store.keep([decision(1)]) == 1
