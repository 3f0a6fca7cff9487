"""`timeline digest`, as a user types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import timeline
from timeline.cli import app

Run = Callable[..., Result]

ARTICLES = (
    ("a", "2010-05-04", "The dam at Lipa broke on 3 May 2010 and flooded the whole lower town. The mayor was away."),
    ("b", "2010-05-04", "Forty people drowned on Monday when the old dam above Lipa broke in the night."),
    ("c", "2010-06-20", "The mayor resigned on 18 June 2010. The dam had broken on 3 May 2010 while he was at sea."),
    ("d", "2010-06-21", "Nobody [in *Lipa*] would say on Monday who is going to pay for a new dam and new houses."),
)
COLLAPSE = ["2010-05-03"]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    lines = (json.dumps({"id": id, "published": day, "title": "", "text": text}) for id, day, text in ARTICLES)
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, list(words))


def test_json_has_dates_sentences_and_the_source_of_each(run: Run) -> None:
    made = json.loads(run("digest", "articles.jsonl", "--dates", "2", "--sentences", "3", "--json").stdout)
    assert [list(entry) for entry in made] == [["date", "sentences", "sources"]] * 2
    assert [entry["date"] for entry in made] == ["2010-05-03", "2010-06-18"]
    texts = {f"articles.jsonl#{id}": text for id, _, text in ARTICLES}
    for entry in made:
        assert len(entry["sources"]) == len(entry["sentences"]) > 0
        for sentence, source in zip(entry["sentences"], entry["sources"], strict=True):
            assert sentence in texts[source]


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (("--dates", "1"), ["2010-05-03"]),
        ((), ["2010-05-03", "2010-06-18", "2010-06-21"]),
        (("--from", "2010-06"), ["2010-06-18", "2010-06-21"]),
        (("--from", "2010-05-04", "--to", "2010-06-18"), ["2010-06-18"]),
        (("--to", "2009"), []),
    ],
)
def test_as_many_dates_as_asked_for_between_those_given(run: Run, words: tuple[str, ...], dates: list[str]) -> None:
    result = run("digest", "articles.jsonl", "--json", *words)
    assert result.exit_code == 0
    assert [entry["date"] for entry in json.loads(result.stdout)] == dates


def test_lines_and_markdown_are_for_people(run: Run) -> None:
    lines = run("digest", "articles.jsonl", "--dates", "1", "--sentences", "1").stdout.splitlines()
    assert lines[0] == "3 May 2010"
    assert lines[1].startswith("  ")
    marked = run("digest", "articles.jsonl", "--markdown", "--from", "2010-06-21").stdout
    assert marked.startswith("## 21 Jun 2010\n\n- Nobody \\[in \\*Lipa\\*\\] would say")


def test_a_finished_timeline_is_summed_up_from_its_quotes(run: Run) -> None:
    assert run("build", "articles.jsonl", "--out", "made", "--format", "json").exit_code == 0
    built = json.loads(run("digest", "made/timeline.json", "--json", "--dates", "1").stdout)
    assert [entry["date"] for entry in built] == COLLAPSE
    assert {source for entry in built for source in entry["sources"]} <= {f"articles.jsonl#{id}" for id in "abcd"}
    file = Path("made/timeline.json")
    changed = json.loads(file.read_text(encoding="utf-8"))
    for event in changed["events"]:
        event["status"] = "rejected" if event["date"]["start"] in COLLAPSE else event["status"]
    file.write_text(json.dumps(changed), encoding="utf-8")
    left = json.loads(run("digest", "made/timeline.json", "--json").stdout)
    assert [entry["date"] for entry in left] == ["2010-06-18", "2010-06-21"]


WRONG = [
    (("articles.jsonl", "--json", "--markdown"), "choose one"),
    (("articles.jsonl", "--from", "soon"), "'soon' is not a date: give a day, month or year"),
    (("articles.jsonl", "--from", "2011", "--to", "2010"), "give the earlier one first"),
    (("nowhere.txt",), "nowhere.txt"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_what_cannot_be_done_is_told(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run("digest", *words)
    assert result.exit_code != 0
    assert told in str(result.exception)


def test_a_timeline_beside_documents_is_refused(run: Run) -> None:
    run("build", "articles.jsonl", "--out", "made", "--format", "json")
    assert "give it alone" in str(run("digest", "made/timeline.json", "articles.jsonl").exception)


def test_what_fails_is_told_and_the_rest_summed_up(run: Run) -> None:
    Path("broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    result = run("digest", "articles.jsonl", "broken.pdf", "--json")
    assert result.exit_code == 1
    assert "broken.pdf" in result.stderr
    assert json.loads(result.stdout)


def test_the_library_gives_the_same(run: Run) -> None:
    made = timeline.digest(timeline.read("articles.jsonl"), timeline.Length(dates=1, sentences=2))
    told = json.loads(run("digest", "articles.jsonl", "--json", "--dates", "1").stdout)
    assert [(entry.date, list(entry.sentences)) for entry in made.entries] == [
        (entry["date"], entry["sentences"]) for entry in told
    ]
    with pytest.raises(timeline.InputError):
        timeline.digest([], timeline.Length(dates=0))
