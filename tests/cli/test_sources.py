"""`timeline sources`, `sources.csv`, `--parts all` and `--trust-mtime`, as a user types them."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from timeline.cli import app

Run = Callable[..., Result]

LETTER = "The lock gates at Tarn Bridge failed yesterday and sent a wave of water into the lower town.\n"
ARTICLE = "Title: Gates renewed\nSource: Tarn Herald\nDate: 9 March 2017\n\nThe board renewed the lock gates on 8 March 2017 and opened the lock.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "2017-03-10-article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "old.txt").write_text(
        "The lock at Tarn Bridge was opened by the mayor on 4 May 1884.\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, list(words))


def test_the_table_tells_dates_counts_and_doubts(run: Run) -> None:
    result = run("sources", "in")
    assert result.exit_code == 0
    for told in ("Gates renewed", "Tarn Herald", "9 Mar 2017", "header"):
        assert told in result.output
    lines = result.output.splitlines()
    at = next(i for i, line in enumerate(lines) if "2 documents without a stated date" in line)
    assert lines[at + 1] == "  letter.txt: nothing in it tells when it was written"
    assert lines[at + 2].startswith("  old.txt: no date is stated; not before 4 May 1884: the text tells “4 May 1884”")


def test_json_and_csv_tell_the_same(run: Run) -> None:
    told = json.loads(run("sources", "in", "--json").stdout)
    table = list(csv.DictReader(io.StringIO(run("sources", "in", "--csv").stdout)))
    assert [row["uri"] for row in table] == [source["uri"] for source in told]
    for row, source in zip(table, told, strict=True):
        counts = source["dates"]
        assert int(row["dates"]) == counts["mentions"]
        assert int(row["dates"]) == sum(int(row[name]) for name in ("events", "undated", "set aside", "other"))
        assert int(row["words"]) == source["words"] > 0
    assert [row["published"] for row in table] == ["2017-03-09", "", ""]
    assert [row["published from"] for row in table] == ["header", "", "text"]


def test_what_is_written_is_read_by_the_next_build(run: Run, tmp_path: Path) -> None:
    assert run("sources", "in", "--write", "in/sources.csv").exit_code == 0
    path = tmp_path / "in" / "sources.csv"
    before = run("sources", "in", "--json").stdout
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    letter = next(row for row in rows if row[0] == "letter.txt")
    letter[rows[0].index("label")], letter[rows[0].index("published")] = "Ex. 14", "2017-03-04"
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")
    assert run("build", "in", "--out", "out").exit_code == 0
    made = json.loads((tmp_path / "out" / "timeline.json").read_text(encoding="utf-8"))
    source = next(source for source in made["sources"] if source["uri"] == "letter.txt")
    assert (source["label"], source["published"]["edtf"], source["published_from"]) == (
        "Ex. 14",
        "2017-03-04",
        "sources.csv",
    )
    assert any(event["date"]["edtf"] == "2017-03-03" for event in made["events"])
    assert "Ex. 14" in (tmp_path / "out" / "timeline.html").read_text(encoding="utf-8")
    assert before != run("sources", "in", "--json").stdout


def test_the_build_says_that_corrections_were_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in" / "sources.csv").write_text(
        "uri,label,language\nletter.txt,Ex. 1,xx\nold.txt,,\n", encoding="utf-8"
    )
    result = run("build", "in", "--out", "out")
    assert result.exit_code == 1
    assert "timeline: sources.csv:2: column 'language': the language 'xx' cannot be read" in result.output
    assert result.output.splitlines()[-2] == "sources.csv was read: it says something of 2 documents"
    assert result.output.splitlines()[-1].endswith("0 skipped, 1 failure")


def test_corrections_are_never_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("uri\n", encoding="utf-8")
    result = run("sources", "in", "--write", "mine.csv")
    assert "is there already" in str(result.exception)
    assert (tmp_path / "mine.csv").read_text(encoding="utf-8") == "uri\n"


def test_a_file_s_time_dates_it_only_where_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    noon = 1_488_628_800  # 2017-03-04T12:00Z
    for path in (tmp_path / "in").iterdir():
        os.utime(path, (noon, noon))
    told = {source["uri"]: source for source in json.loads(run("sources", "in", "--json").stdout)}
    assert told["letter.txt"]["published"] is None
    trusted = {source["uri"]: source for source in json.loads(run("sources", "in", "--json", "--trust-mtime").stdout)}
    assert (trusted["letter.txt"]["published"]["edtf"], trusted["letter.txt"]["published_from"]) == (
        "2017-03-04",
        "file-time",
    )
    assert trusted["2017-03-10-article.txt"]["published"]["edtf"] == "2017-03-09"


TEASERS = "Gates renewed\n\nThe board renewed the lock gates on 8 March 2017 and opened the lock to all barges.\n\nNobody drowned when they failed on 3 March 2017, the board said in its report.\n\nRelated Articles\n\nBakery sold on 2 May 2016\nPostmaster retires\n"


def test_other_stories_make_events_only_where_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEASERS, encoding="utf-8")
    for parts, days in (("article", ["2017-03-03", "2017-03-08"]), ("all", ["2016-05-02", "2017-03-03", "2017-03-08"])):
        run("build", "page.txt", "--out", "out", "--parts", parts)
        made = json.loads((tmp_path / "out" / "timeline.json").read_text(encoding="utf-8"))
        assert [event["date"]["edtf"] for event in made["events"]] == days
        told = made["set_aside"] if parts == "article" else [made["events"][0]["evidence"][0]]
        assert [piece["part"] for piece in told] == ["teaser"]


def test_parts_are_the_article_or_all(run: Run) -> None:
    assert "there are article and all" in str(run("build", "in", "--parts", "some").exception)


def test_a_date_that_can_be_read_in_two_ways_is_told(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "inquiries.csv"
    table.write_text("date,title,text\n03/04/2023,Inquiry,The inquiry opened today.\n")
    told = run("sources", str(table)).output
    assert "published 4 Mar 2023, as its record says; or 3 Apr 2023: the order of day and month is not told" in told
