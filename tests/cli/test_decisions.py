"""`timeline decisions`, and builds into a folder that has some."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.review.decided import BRIDGE, INQUIRY, Reviewer, built, find
from tests.test_end_to_end import Ran, run
from timeline.export.json_file import read_json
from timeline.model.decision import Action
from timeline.store import open_decisions, read_decisions
from timeline.store.decision_lines import line

__all__ = ["run"]  # a fixture
Run = Callable[..., Ran]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "inquiry.txt").write_text(INQUIRY, encoding="utf-8")
    return folder


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    timeline, ada = built(bridge=BRIDGE, inquiry=INQUIRY), Reviewer()
    made = [
        ada.decide(Action.ACCEPT, timeline, event=find(timeline, "met the engineers")),
        ada.decide(Action.REJECT, timeline, event=find(timeline, "ship had hit"), note="another bridge"),
        ada.decide(Action.EDIT, timeline, event=find(timeline, "Engineers closed"), edtf="2024-03-05", title="Closed"),
    ]
    path = tmp_path / "decisions.jsonl"
    path.write_text("".join(f"{line(decision)}\n" for decision in made), encoding="utf-8")
    return path


def test_a_build_puts_decisions_on_what_it_finds(run: Run, papers: Path, lines: Path) -> None:
    assert run("decisions", "import", lines).last_line.startswith("3 decisions read, 3 new")
    assert run("decisions", "import", lines).last_line.startswith("3 decisions read, 0 new")
    assert run("build", papers).last_line == "3 decisions applied"
    events = {event.title: event for event in read_json(Path("exports/timeline.json")).events}
    assert [(event.status, event.edited) for event in events.values()].count(("candidate", False)) == len(events) - 3
    closed = events["Closed"]
    assert (closed.date.edtf, closed.edited) == ("2024-03-05", True)
    assert closed.review is not None and closed.review.was is not None and closed.review.was.date is not None
    assert closed.review.was.date.edtf == "2024-03-04"
    rejected = next(event for event in events.values() if event.status == "rejected")
    assert rejected.review is not None and rejected.review.note == "another bridge"
    page = Path("exports/timeline.html").read_text(encoding="utf-8")
    assert rejected.title not in page
    assert "Closed" in page
    first = Path("exports/timeline.json").read_bytes()
    run("build", papers)
    assert Path("exports/timeline.json").read_bytes() == first


def test_decisions_come_out_as_they_went_in(run: Run, lines: Path) -> None:
    run("decisions", "import", lines, "--in", "elsewhere")
    assert run("decisions", "export", "-", "--in", "elsewhere").out == lines.read_text(encoding="utf-8")
    assert run("decisions", "export", "out.jsonl", "--in", "elsewhere").last_line == "wrote out.jsonl (3 decisions)"
    assert Path("out.jsonl").read_bytes() == lines.read_bytes()


def test_decisions_may_lie_elsewhere(run: Run, papers: Path, lines: Path) -> None:
    run("decisions", "import", lines, "--decisions", "kept/here.db")
    assert run("build", papers, "--decisions", "kept/here.db").last_line == "3 decisions applied"
    assert not Path("exports/decisions.db").exists()
    assert "decision" not in run("build", papers).last_line


def test_a_file_with_one_bad_line_changes_nothing(run: Run, lines: Path) -> None:
    with lines.open("a", encoding="utf-8") as file:
        file.write('{"action": "accept"}\n')
    ran = run("decisions", "import", lines)
    assert (ran.code, ran.out) == (2, "")
    assert f"{lines}:4:" in ran.err
    assert not Path("exports/decisions.db").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("import", "no.jsonl"), "no.jsonl: cannot be opened"),
        (("export", "out.jsonl"), "there are no decisions yet"),
        (("export", "out.jsonl", "--in", "nowhere"), "there are no decisions yet"),
    ],
)
def test_what_is_not_there_is_told(run: Run, arguments: tuple[str, ...], told: str) -> None:
    ran = run("decisions", *arguments)
    assert ran.code == 2
    assert told in ran.err


def test_what_is_lost_and_what_sleeps_is_told(run: Run, papers: Path, lines: Path) -> None:
    run("decisions", "import", lines)
    (papers / "bridge.txt").write_text(BRIDGE.replace("A ship had", "Something"), encoding="utf-8")
    told = run("build", papers).out
    assert "2 decisions applied, 1 without their evidence:" in told
    assert "evidence lost: reject by Ada in bridge.txt: “A ship had hit" in told
    (papers / "bridge.txt").unlink()
    assert "asleep (their documents were not read)" in run("build", papers).out
    (papers / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    assert run("build", papers).last_line == "3 decisions applied"
    assert len(read_decisions(Path("exports/decisions.db"))) == 3


def test_a_store_that_cannot_be_used_is_told_before_any_work(run: Run, papers: Path) -> None:
    Path("exports").mkdir()
    Path("exports/decisions.db").write_bytes(b"damaged" * 1000)
    ran = run("build", papers)
    assert ran.code == 2
    assert "decisions.db: is damaged" in ran.err
    assert not Path("exports/timeline.json").exists()


def test_an_output_folder_that_is_read_is_no_document(run: Run, papers: Path, lines: Path) -> None:
    run("decisions", "import", lines, "--in", papers)
    ran = run("build", papers, "--out", papers)
    assert ran.last_line == "3 decisions applied"
    again = run("build", papers, "--out", papers)
    assert (again.code, again.err) == (0, "")


def test_lines_say_what_a_person_would_look_for(lines: Path, tmp_path: Path) -> None:
    first = json.loads(lines.read_text(encoding="utf-8").splitlines()[0])
    assert (first["action"], first["reviewer"], first["targets"][0]["uri"]) == ("accept", "Ada", "bridge.txt")
    with open_decisions(tmp_path / "d.db") as store:
        store.keep([])
        assert store.all() == ()
