"""`timeline review` before it opens: what it cannot review is told in a line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.review.decided import BRIDGE
from tests.test_end_to_end import Ran, run

__all__ = ["run"]  # a fixture
Run = Callable[..., Ran]


def test_a_folder_that_nothing_was_built_into(run: Run, tmp_path: Path) -> None:
    told = run("review", tmp_path, "--no-open")
    assert told.code == 2
    assert "timeline build" in told.err


def test_a_folder_that_another_version_built(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    run("build", tmp_path / "bridge.txt", "--out", tmp_path / "out")
    with closing(sqlite3.connect(tmp_path / "out/cache.db")) as cache, cache:
        ((options,),) = cache.execute("SELECT options FROM origin").fetchall()
        cache.execute("UPDATE origin SET options = ?", (json.dumps({**json.loads(options), "code": "older"}),))
    told = run("review", tmp_path / "out", "--no-open")
    assert told.code == 2
    assert "another version of this program built it; build it again" in told.err
