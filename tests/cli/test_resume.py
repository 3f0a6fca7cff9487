"""A build that is killed loses the batch in flight, and the next one ends as if nothing had been."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

COUNT = 600


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.jsonl"
    lines = (
        {"id": f"a{n}", "published": "2011-06-06", "text": f"Mill {n} burned down on {n % 28 + 1} May {1900 + n % 90}."}
        for n in range(COUNT)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def started(archive: Path, out: Path, workers: int) -> subprocess.Popen[str]:
    call = "from timeline.cli import main; main()"
    arguments = ["build", str(archive), "--out", str(out), "--format", "json", "--workers", str(workers)]
    return subprocess.Popen(
        [sys.executable, "-c", call, *arguments], stdout=subprocess.PIPE, text=True, start_new_session=True
    )


def remembered(out: Path) -> int:
    """How many results the cache holds."""
    try:
        with closing(sqlite3.connect(f"file:{out / 'cache.db'}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM work").fetchone()[0])
    except sqlite3.Error:
        return 0


@pytest.mark.skipif(os.name != "posix", reason="process groups are killed the POSIX way")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_build_goes_on_where_it_was(workers: int, archive: Path, tmp_path: Path) -> None:
    whole, out = tmp_path / "whole", tmp_path / "out"
    assert started(archive, whole, 1).wait() == 0
    process = started(archive, out, workers)
    while remembered(out) < 200 and process.poll() is None:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    kept = remembered(out)
    assert 200 <= kept < COUNT
    assert not (out / "timeline.json").exists()
    assert started(archive, out, workers).wait() == 0
    assert (out / "timeline.json").read_bytes() == (whole / "timeline.json").read_bytes()


def test_a_second_build_writes_nothing(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert started(archive, out, 1).wait() == 0
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    again = started(archive, out, 2)
    told, _ = again.communicate()
    assert again.returncode == 0
    assert told.startswith(f"nothing new: {out / 'timeline.json'} is as before")
    assert f"{COUNT:,} documents" in told
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == before


@pytest.mark.parametrize("change", ["output", "text", "option"])
def test_whatever_changes_makes_it_anew(change: str, archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert started(archive, out, 1).wait() == 0
    whole = (out / "timeline.json").read_bytes()
    arguments = []
    match change:
        case "output":
            (out / "timeline.json").write_bytes(whole[:-5])
        case "text":
            archive.write_text(archive.read_text().replace("Mill 7 burned", "Barn 7 burned"))
        case "option":
            arguments = ["--top", "3"]
    call = [sys.executable, "-c", "from timeline.cli import main; main()"]
    ran = subprocess.run(
        [*call, "build", archive, "--out", out, "--format", "json", *arguments],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.startswith("wrote ")
    assert ((out / "timeline.json").read_bytes() == whole) is (change == "output")
