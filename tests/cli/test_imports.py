"""`timeline import`: chronologies and the decisions of a workbook, as a user types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from timeline.cli import app
from timeline.errors import InputError

Run = Callable[..., Result]

REPORT = "Title: Lock gates\n\nThe board closed the lock on 8 March 2017. The mayor opened a new lock on 2 June 2018. It leaked in 2019.\n"
KEPT = "When,Fact\nc. 1850,The mill is built\n2 June 2018,The mayor opened a new lock\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    Path(tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    Path(tmp_path / "kept.csv").write_text(KEPT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, list(words))


def loaded(path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(path).read_bytes())
    return found


def test_a_chronology_is_imported_alone_and_built_beside_documents(run: Run) -> None:
    result = run("import", "kept.csv", "--map", "date=When,title=Fact", "--out", "kept.json")
    assert result.exit_code == 0, result.output
    assert "2 events from 1 source" in result.output
    first = Path("kept.json").read_bytes()
    run("import", "kept.csv", "--map", "date=When,title=Fact", "--out", "kept.json")
    assert Path("kept.json").read_bytes() == first
    for chronology, fields in (("kept.json", ()), ("kept.csv", ("--map", "date=When,title=Fact"))):
        run("build", "report.txt", chronology, *fields, "--out", "out", "--format", "json")
        made = loaded("out/timeline.json")
        assert [event["title"] for event in made["events"] if event["evidence"][0]["basis"] == "import"] == [
            "The mill is built", "The mayor opened a new lock",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("report.txt",), "no chronology is known in it; name its columns"),
        (("kept.csv", "--map", "date=When,title=What"), "no column is known"),
        (("kept.csv", "--map", "day=When"), "there are .*date"),
        (("gone.csv",), "cannot be opened"),
    ],
)
def test_what_is_no_chronology_is_told(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run("import", *words)
    assert result.exit_code != 0
    import re

    assert re.search(told, f"{result.output}{result.exception}")


# A colleague's workbook


def filled_in(
    run: Run, cells: dict[str, dict[str, str]], out: str = "decisions.jsonl", **more: str
) -> tuple[Result, list[dict[str, Any]]]:
    """Exports the report's events, writes into the row of each title, and imports what was decided."""
    run("build", "report.txt", "--out", "out", "--format", "json,xlsx")
    book = load_workbook("out/timeline.xlsx")
    sheet = book["Events"]
    names = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for name, value in cells.get(row[names.index("title")].value, {}).items():
            row[names.index(name)].value = value
    book.properties.lastModifiedBy = more.get("saved_by", "Ada")
    book.save("filled.xlsx")
    words = ("--reviewer", more["reviewer"]) if "reviewer" in more else ()
    result = run("import", "filled.xlsx", "--out", out, *words)
    lines = Path(out).read_text(encoding="utf-8").splitlines() if Path(out).exists() else []
    return result, [json.loads(line) for line in lines]


CLOSED, OPENED, LEAKED = "The board closed the lock", "The mayor opened a new lock", "It leaked"


@pytest.mark.parametrize(
    ("cells", "decided"),
    [
        ({}, []),
        ({CLOSED: {"decision": "accept"}}, [("accept", None, None)]),
        ({CLOSED: {"decision": "No", "note": "not ours"}}, [("reject", None, "not ours")]),
        ({CLOSED: {"note": "ask Bea"}}, [("note", None, "ask Bea")]),
        ({CLOSED: {"correction": "It was 7 March before."}}, [("edit", None, None)]),
        ({CLOSED: {"corrected_date": "2017-03"}}, [("edit", "2017-03", None)]),
        ({CLOSED: {"corrected_date": "c. 1850", "decision": "accept"}}, [("edit", "1850~", None), ("accept", None, None)]),
        ({CLOSED: {"corrected_date": "9 March 2017"}, OPENED: {"decision": "x"}}, [("edit", "2017-03-09", None), ("accept", None, None)]),
    ],
)  # fmt: skip
def test_what_a_colleague_decided(
    run: Run, cells: dict[str, dict[str, str]], decided: list[tuple[str, str | None, str | None]]
) -> None:
    result, lines = filled_in(run, cells)
    assert result.exit_code == 0, result.output
    assert [(line["action"], line.get("patch", {}).get("edtf"), line.get("note")) for line in lines] == decided
    events = {event["title"]: event for event in loaded("out/timeline.json")["events"]}
    for line in lines:
        assert line["reviewer"] == "Ada"
        (target,) = line["targets"]
        piece = next(
            piece for event in events.values() for piece in event["evidence"] if piece["id"] == target["evidence"]
        )
        assert (target["quote"], target["date_text"], target["uri"]) == (
            piece["quote"],
            piece["date_text"],
            "report.txt",
        )


def test_a_public_correction_is_taken_once(run: Run) -> None:
    _, (line,) = filled_in(run, {CLOSED: {"correction": "It was 7 March before."}})
    assert line["patch"] == {"correction": "It was 7 March before."}
    run("decisions", "import", "decisions.jsonl", "--in", "out")
    _, lines = filled_in(run, {}, out="second.jsonl")
    assert lines == []
    (event,) = (event for event in loaded("out/timeline.json")["events"] if event["title"] == CLOSED)
    assert event["correction"] == "It was 7 March before."


def test_a_second_import_gives_the_same_decisions(run: Run) -> None:
    cells = {CLOSED: {"decision": "accept", "corrected_date": "2017-03", "note": "seen"}}
    _, first = filled_in(run, cells)
    run("import", "filled.xlsx", "--out", "again.jsonl")
    again = [json.loads(line) for line in Path("again.jsonl").read_text(encoding="utf-8").splitlines()]
    assert again == first and len(first) == 2


def test_a_cell_that_cannot_be_understood_is_told_and_the_rest_is_taken(run: Run) -> None:
    result, lines = filled_in(
        run, {CLOSED: {"decision": "perhaps"}, OPENED: {"corrected_date": "soon"}, LEAKED: {"decision": "accept"}}
    )
    assert result.exit_code == 1
    assert "filled.xlsx:2: the decision 'perhaps' is not known; write accept or reject" in result.output
    assert "filled.xlsx:3: the date 'soon' cannot be read" in result.output
    assert [line["action"] for line in lines] == ["accept"]


def test_who_decided_is_who_saved_it_or_who_is_named(run: Run) -> None:
    cells = {CLOSED: {"decision": "accept"}}
    assert filled_in(run, cells, reviewer="Bea")[1][0]["reviewer"] == "Bea"
    result, _ = filled_in(run, cells, out="none.jsonl", saved_by="")
    assert isinstance(result.exception, InputError) and "name them with --reviewer" in str(result.exception)
