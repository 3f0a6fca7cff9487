"""`timeline names` and `names.csv`, as a user types them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from timeline.cli import app

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    folder = tmp_path / "in"
    folder.mkdir()
    text = "Mr Ada Cole opened the lock in Lund on 3 March 2017. Cole left the council on 9 March 2017.\n"
    (folder / "first.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, list(words))


def test_the_table(run: Run) -> None:
    result = run("names", "in")
    assert result.exit_code == 0
    rows = [line.split() for line in result.output.splitlines() if "Cole" in line or "Lund" in line]
    assert rows == [["Ada", "Cole", "person", "1", "2"], ["Lund", "place", "1", "1"]]


def test_json_and_csv_hold_the_same(run: Run) -> None:
    told = json.loads(run("names", "in", "--json").output)
    assert told[0] == {"name": "Ada Cole", "kind": "person", "forms": [], "documents": 1, "events": 2}
    rows = list(csv.DictReader(io.StringIO(run("names", "in", "--csv").output)))
    assert [(row["name"], row["kind"], row["events"]) for row in rows] == [
        (name["name"], name["kind"], str(name["events"])) for name in told
    ]


def test_what_is_written_is_corrected_and_read(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "in" / "names.csv"
    assert "wrote in/names.csv (2 names)" in run("names", "in", "--write", "in/names.csv").output
    text = file.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "name,same as,kind,in,documents,events"
    assert run("names", "in", "--write", "in/names.csv").exception is not None, "corrections are not written over"
    file.write_text(text.replace("Ada Cole,,person", "Ada Cole,Adeline Cole,person"), encoding="utf-8")
    assert "Adeline Cole" in run("names", "in").output
    assert "names.csv was read: it says something of 2 names" in run("build", "in").output


def test_all_errors_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in" / "names.csv").write_text("name,kind\nCole,ship\nLund,boat\n", encoding="utf-8")
    assert str(run("names", "in").exception).count("\n") == 1
