"""`timeline export`, `import` and `diff`, as a user types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from timeline.cli import app
from timeline.cli.reading import named_timeline
from timeline.errors import InputError

Run = Callable[..., Result]

REPORT = "Title: Lock gates\n\nThe board closed the lock on 8 March 2017. The mayor opened a new lock on 2 June 2018.\n"
ALL = "json,html,jsonl,csv,xlsx,markdown,docx,ics,timelinejs,vis,markwhen,jsonld,timeml,timesketch,ftm,parquet"
SEQUEL = "Title: Toll\n\nThe council raised the toll on 4 May 2019.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    go = lambda *words: CliRunner().invoke(app, list(words))  # noqa: E731
    assert go("build", "in", "--out", "out", "--format", "json").exit_code == 0
    return go


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("--format", "csv"), ["out/timeline-about.csv", "out/timeline-evidence.csv", "out/timeline-sources.csv", "out/timeline.csv"]),
        (("--format", "jsonl,html", "--out", "there"), ["there/timeline.html", "there/timeline.jsonl"]),
        (("--out", "mine.jsonl"), ["mine.jsonl"]),
        (("--out", "mine.txt", "--format", "jsonl"), ["mine.txt"]),
    ],
)  # fmt: skip
def test_where_an_export_goes(run: Run, words: tuple[str, ...], written: list[str]) -> None:
    for place in ("out/timeline.json", "out"):
        result = run("export", place, *words)
        assert result.exit_code == 0, result.output
        for file in written:
            assert Path(file).stat().st_size
            assert file in result.output


def test_texts_are_found_again_for_formats_that_mark_them(run: Run) -> None:
    result = run("export", "out", "--format", "timeml", "--out", "there")
    assert result.exit_code == 0, result.output
    (file,) = Path("there/timeline.timeml").iterdir()
    assert ">8 March 2017</TIMEX3>. The mayor" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "titles"),
    [((), 2), (("--from", "2018"), 1), (("--to", "2017-03"), 1), (("--status", "accepted"), 0), (("--min-confidence", "0.1"), 2), (("--tag", "x"), 0)],
)  # fmt: skip
def test_only_what_is_asked_for(run: Run, words: tuple[str, ...], titles: int) -> None:
    result = run("export", "out", "--out", "part.json", *words)
    assert result.exit_code == 0
    assert len(named_timeline(Path("part.json"))[1].events) == titles
    assert ("of 2 events" in result.output) is (titles < 2)


def test_for_readers_only_what_was_accepted(run: Run) -> None:
    file = Path("out/timeline.json")
    told = json.loads(file.read_bytes())
    told["events"][0]["status"] = "accepted"
    file.write_text(json.dumps(told), encoding="utf-8")
    result = run("export", "out", "--public", "--title", "The lock", "--out", "public.json")
    assert "1 of 2 events" in result.output
    made = json.loads(Path("public.json").read_bytes())
    assert made["title"] == "The lock" and len(made["events"]) == 1
    assert b"report.txt" not in Path("public.json").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("out",), "name a format, as in --format csv; there are: json, html"),
        (("out", "--format", "json"), "is the timeline that is read; give another --out"),
        (("out", "--format", "pptx"), "unknown format 'pptx'; there are: json, html"),
        (("nowhere.json", "--format", "csv"), "cannot be opened"),
        (("out", "--format", "csv", "--from", "soon"), "not an EDTF date"),
    ],
)
def test_what_cannot_be_is_told(run: Run, words: tuple[str, ...], told: str) -> None:
    with pytest.raises(InputError, match=told):
        raise run("export", *words).exception or AssertionError("no error")


def test_csv_comes_back_to_the_byte(run: Run) -> None:
    run("export", "out", "--format", "csv")
    result = run("import", "out/timeline.csv", "--out", "back.json")
    assert result.exit_code == 0 and "2 events from 1 source" in result.output
    assert Path("back.json").read_bytes() == Path("out/timeline.json").read_bytes()


def test_outputs_beside_the_documents_are_no_documents(run: Run) -> None:
    assert run("build", "in", "--out", "in", "--format", ALL).exit_code == 0
    again = run("build", "in", "--out", "in")
    skipped = len(list(Path("in").iterdir())) - 1
    assert "1 document," in again.output and f"{skipped} skipped" in again.output, again.output


def test_diff_tells_what_a_new_document_brought(run: Run) -> None:
    Path("in/sequel.txt").write_text(SEQUEL, encoding="utf-8")
    run("build", "in", "--out", "new", "--format", "json")
    lines = run("diff", "out", "new/timeline.json").output.splitlines()
    assert lines[0] == "+ source sequel.txt"
    assert lines[1].startswith("+ 4 May 2019  The council raised the toll")
    assert lines[-1] == "1 came, 0 went, 0 events changed"
    found = json.loads(run("diff", "new", "out", "--json").output)
    assert [event["date"] for event in found["went"]] == ["2019-05-04"]
    assert run("diff", "out", "out").output == "nothing differs\n"
