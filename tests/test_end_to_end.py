"""`timeline build` from files to files: exit codes, the same bytes, quotes word for word, the seed articles."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline.cli import main
from timeline.export.json_file import read_json
from timeline.pipeline.originals import originals

ARTICLES = {
    "the mill.txt": "The mill burns\n\nThe old mill in Harlow burned down on 3 May 2004, the council said.\n"
    "It had been built in 1890. The owner, 36-year-old Ann Lee, fled. \U0001f525 It reopened in spring 2011.\n",
    "more notes/flood.md": "# The flood\n\nThe river Lea flooded Ware on 12 July 1968.\r\n\r\n"
    "For three days the town was cut off. The Harlow mill burned down on 3 May 2004.\n",
    "page.html": "<!doctype html><html lang='en'><head><title>The bridge</title>"
    "<meta property='article:published_time' content='2012-03-01T09:00:00Z'></head><body><article><h1>The bridge</h1>"
    "<p>The mayor opened the bridge on 4 October 1893, a date the town still marks with a fair by the river.</p>"
    "<p>Last month the council closed it for repairs after an inspection found rust in the northern pier.</p>"
    "</article></body></html>",
    "records.jsonl": '{"id": "r1", "title": "Ferry", "text": "The ferry sank on 2 June 1901.", '
    '"published": "1901-06-03"}\n'
    '{"id": "r2", "text": "The ferry came back yesterday.", "dct": "1902-05-04", "url": "https://news.example/ferry"}\n',
}  # fmt: skip

Run = Callable[..., "Ran"]


class Ran:
    """What a run of the command line left: exit code, both outputs, and all lines of both."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def last_line(self) -> str:
        return self.out.splitlines()[-1]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `timeline ...` in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def go(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["timeline", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        return Ran(code, *capfd.readouterr())

    return go


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of four files whose name has spaces and whose files are of four kinds."""
    return write(tmp_path / "my old papers", ARTICLES)


def write(where: Path, files: dict[str, str] | dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = where / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return where


def built(path: Path = Path("exports/timeline.json")) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(path.read_bytes())
    return made


def passages(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All evidence, placed or not."""
    for event in made["events"]:
        yield from event["evidence"]
    yield from made["undated"]
    yield from made["set_aside"]


# A folder of documents


def test_a_folder_becomes_a_timeline(run: Run, folder: Path) -> None:
    ran = run("build", folder)
    assert (ran.code, ran.err) == (0, "")
    made = built()
    assert made["title"] == "my old papers"
    assert [source["uri"] for source in made["sources"]] == [
        "https://news.example/ferry", "more notes/flood.md", "page.html", "records.jsonl#r1", "the mill.txt",
    ]  # fmt: skip
    found = {event["date"]["edtf"] for event in made["events"]}
    assert {"2004-05-03", "1968-07-12", "1893-10-04", "1901-06-02", "1902-05-03", "2012-02", "1890", "2011-21"} <= found
    assert Path("exports/timeline.html").stat().st_size > 1000
    assert str(folder) not in Path("exports/timeline.json").read_text("utf-8"), "no machine's path in the output"


def test_the_last_line_counts(run: Run, folder: Path) -> None:
    write(folder, {".DS_Store": "x", "photo.jpg": "x"})
    made_line = run("build", folder).last_line
    made = built()
    dates = sum(source["dates"]["mentions"] for source in made["sources"])
    assert made_line == (
        f"5 documents, {dates} dates, {len(made['events'])} events, {len(made['undated'])} undated, "
        f"{len(made['set_aside'])} set aside, 2 skipped, 0 failures"
    )


def test_every_quote_is_word_for_word(run: Run, folder: Path) -> None:
    run("build", folder)
    texts = {}
    for source in built()["sources"]:
        texts[source["id"]] = run("text", source["id"]).out
    checked = 0
    for passage in passages(built()):
        text = texts[passage["source"]]
        for words, span in (("quote", "quote_span"), ("date_text", "date_span"), ("head", "head_span")):
            if passage[words] is not None:
                start, end = passage[span]
                assert text[start:end] == passage[words]
                checked += 1
        assert passage["quote_span"][0] <= passage["date_span"][0] < passage["date_span"][1] <= passage["quote_span"][1]
    assert checked > 16


def test_the_counts_of_each_source_add_up(run: Run, folder: Path) -> None:
    run("build", folder)
    made = built()
    for source in made["sources"]:
        counts = dict(source["dates"])
        assert counts.pop("mentions") == sum(counts.values())
        placed = [piece for event in made["events"] for piece in event["evidence"] if piece["source"] == source["id"]]
        assert counts["evidence"] == len(placed)
        for fate in ("undated", "set_aside"):
            assert counts[fate] == sum(piece["source"] == source["id"] for piece in made[fate])


def test_events_are_in_order(run: Run, folder: Path) -> None:
    run("build", folder)
    keys = [
        (event["date"]["start"] or event["date"]["end"], event["date"]["end"] or "9999", event["id"])
        for event in built()["events"]
    ]
    assert keys == sorted(keys)


def test_the_same_files_give_the_same_bytes(run: Run, folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*.*") if path.is_file())
    ways = {
        "folder": [(folder,), (folder,), (folder, "--workers", "2"), ("my old papers",)],
        # Files named one by one have their bare names as uris; a folder's have their paths inside it.
        "files": [files, files[::-1], ("my old papers/*.*", "my old papers/more notes/flood.md")],
    }
    for name, calls in ways.items():
        for number, arguments in enumerate(calls):
            assert run("build", *arguments, "--out", f"{name}{number}", "--title", "Papers").code == 0
        for file in ("timeline.json", "timeline.html"):
            assert len({Path(f"{name}{number}/{file}").read_bytes() for number in range(len(calls))}) == 1


def test_the_outputs_in_the_folder_are_not_read_again(run: Run, folder: Path) -> None:
    first = run("build", folder, "--out", folder).last_line
    before = (folder / "timeline.json").read_bytes()
    second = run("build", folder, "--out", folder).last_line
    assert (folder / "timeline.json").read_bytes() == before
    assert " 0 skipped" in first
    assert " 0 skipped" not in second


def test_copies_are_one_source(run: Run, folder: Path) -> None:
    write(folder, {"copy of the mill.txt": ARTICLES["the mill.txt"]})
    assert run("build", folder).code == 0
    (mill,) = [source for source in built()["sources"] if source["uri"] == "copy of the mill.txt"]
    assert mill["copies"] == ["the mill.txt"]


@pytest.mark.parametrize(
    ("out", "formats", "files"),
    [
        ("out", None, {"timeline.json", "timeline.html"}),
        ("out", "json", {"timeline.json"}),
        ("out", "html", {"timeline.html"}),
        ("out", "json, html", {"timeline.json", "timeline.html"}),
        ("out/mine.json", None, {"mine.json"}),
    ],
)
def test_the_formats_that_are_asked_for(run: Run, folder: Path, out: str, formats: str | None, files: set[str]) -> None:
    assert run("build", folder, "--out", out, *(["--format", formats] if formats else [])).code == 0
    assert {path.name for path in Path("out").iterdir()} - {"cache.db"} == files


def test_the_library_does_what_the_command_does(run: Run, folder: Path) -> None:
    run("build", folder, "--title", "Papers", "--format", "json")
    code = (
        "import timeline; tl = timeline.build(timeline.read('my old papers'), timeline.Options(title='Papers')); "
        "timeline.export(tl, 'library', ['json'])"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert Path("library/timeline.json").read_bytes() == Path("exports/timeline.json").read_bytes()


# Bad input

EMPTY, BINARY = {"empty.txt": b" \n"}, {"picture.txt": bytes(range(256)) * 8}
BROKEN = {"lines.jsonl": b'{"id": 1, "text": "It began on 3 May 2004."}\n{"id": 2, "text": \n'}
ALL_BROKEN = {"lines.jsonl": b'{"id": 2, "text": \n'}
UNKNOWN = {"sheet.xyz": b"a\x00b"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (EMPTY, "empty.txt: the file is empty"),
        (BINARY, "picture.txt: "),
        (ALL_BROKEN, "lines.jsonl:1: "),
        (UNKNOWN, "sheet.xyz: "),
    ],
)
def test_bad_input_alone_is_one_line_and_exit_code_2(run: Run, files: dict[str, bytes], told: str) -> None:
    for where in ("folder", f"folder/{next(iter(files))}"):
        write(Path("folder"), files)
        ran = run("build", where)
        assert ran.code == 2
        (line,) = ran.err.splitlines()
        assert line.startswith("timeline: ")
        assert told in line
        assert not Path("exports").exists(), "nothing could be done, so nothing is written"


@pytest.mark.parametrize(
    ("files", "uri", "told"),
    [
        (EMPTY, "empty.txt", "empty"),
        (BINARY, "picture.txt", "binary"),
        (BROKEN, "lines.jsonl", "lines.jsonl:2"),
        (UNKNOWN, "sheet.xyz", "xyz"),
    ],
)
def test_bad_input_among_good_is_a_failure_at_the_end(
    run: Run, folder: Path, files: dict[str, bytes], uri: str, told: str
) -> None:
    write(folder, files)
    ran = run("build", folder)
    assert ran.code == 1
    assert ran.last_line.endswith("1 failure")
    (line,) = ran.err.splitlines()
    assert told in line
    made = built()
    (failure,) = made["failures"]
    assert failure["uri"].startswith(uri)
    assert (failure["stage"], bool(failure["code"])) == ("read", True)
    assert told in failure["message"]
    assert len(made["sources"]) >= 5


def test_a_missing_path(run: Run, folder: Path) -> None:
    ran = run("build", "nowhere.txt")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "nowhere.txt" in ran.err
    ran = run("build", folder, "nowhere.txt")
    assert ran.code == 1
    assert "nowhere.txt" in ran.err
    assert [failure["code"] for failure in built()["failures"]] == ["missing"]


def test_a_folder_without_documents(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "empty", {".DS_Store": "x"})
    ran = run("build", "empty")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "timeline: nothing to read in empty: 1 file skipped\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--published", "2024-13-40"), "publication date: '2024-13-40' is not a date"),
        (("--published", "22/3/2024"), "such as 2024-03-15"),
        (("--format", "bmp"), "unknown format 'bmp'; there are: json, html"),
        (("--format", "json,pptx"), "unknown format 'pptx'"),
        (("--out", "mine.pptx"), "unknown format 'pptx'"),
        (("--workers", "0"), "--workers"),
        (("--colour", "red"), "--colour"),
    ],
)
def test_a_bad_option_is_told_before_anything_is_done(
    run: Run, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    ran = run("build", folder, *arguments)
    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert not Path("exports").exists()


def test_a_document_without_any_date_is_still_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nothing in here tells when it was, not at all.", encoding="utf-8")
    ran = run("build", "plain.txt")
    assert ran.code == 0
    assert ran.last_line.startswith("1 document, 0 dates, 0 events, ")
    assert built()["events"] == []


# Verifying


def test_verify_stands_until_a_document_is_edited(run: Run, folder: Path) -> None:
    run("build", folder)
    ran = run("verify", "exports/timeline.json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.last_line.startswith("all stands: 5 sources, ")
    mill = folder / "the mill.txt"
    mill.write_bytes(mill.read_bytes().replace(b"burned down on", b"was burned on"))
    ran = run("verify", "exports/timeline.json")
    assert ran.code == 1
    assert "the mill.txt: has changed since" in ran.out
    (fire,) = [event for event in built()["events"] if event["date"]["edtf"] == "1890"]
    assert f"event {fire['id']}: stands, but its words have moved: {fire['title']}" in ran.out
    mill.unlink()
    ran = run("verify", "exports/timeline.json")
    assert ran.code == 1
    assert "the mill.txt: cannot be found" in ran.out


def test_verify_finds_the_originals_where_they_are_now(run: Run, folder: Path, tmp_path: Path) -> None:
    run("build", folder)
    moved = folder.rename(tmp_path / "elsewhere")
    assert run("verify", "exports/timeline.json").code == 2
    assert run("verify", "exports/timeline.json", moved).code == 0
    assert run("verify", "exports/timeline.json", moved / "the mill.txt").code == 1


def test_a_record_with_a_bad_date_is_built_and_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(
        '{"text": "The mill burned on 3 May 2004.", "dct": "notadate"}\n', encoding="utf-8"
    )
    ran = run("build", "r.jsonl")
    assert ran.code == 1
    assert "r.jsonl:1: 'dct' is no date: \"notadate\"" in ran.err
    made = built()
    assert [event["date"]["edtf"] for event in made["events"]] == ["2004-05-03"]
    assert [(failure["uri"], failure["code"]) for failure in made["failures"]] == [("r.jsonl:1", "bad-date")]


def test_verify_tells_what_only_moved_from_what_is_gone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The mill burned down on 3 May 2004.\n\nThe school opened on 7 June 2005.\n", encoding="utf-8")
    run("build", "a.txt")
    mill, school = built()["events"]
    file.write_text("A new start.\n\nThe mill burned down on 3 May 2004.\n\nThe school closed.\n", encoding="utf-8")
    ran = run("verify", "exports/timeline.json")
    assert ran.code == 1
    assert f"event {school['id']}: no longer stands" in ran.out
    assert f"event {mill['id']}: stands, but its words have moved" in ran.out
    assert "moved from 0-35 to 14-49" in ran.out
    assert ran.last_line.endswith("1 source changed or gone, 1 event no longer standing, 1 passage moved")


def test_verify_names_the_events_of_a_missing_original(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The mill burned down on 3 May 2004.", encoding="utf-8")
    run("build", "a.txt")
    file.unlink()
    ran = run("verify", "exports/timeline.json")
    assert ran.code == 2
    assert f"event {built()['events'][0]['id']}: no longer stands" in ran.out
    assert "name their files or folders after it" in ran.err


def test_verify_finds_a_change_in_the_timeline_itself(run: Run, folder: Path) -> None:
    run("build", folder)
    made = built()
    made["events"][0]["evidence"][0]["quote"] = "Nobody ever wrote this."
    Path("exports/timeline.json").write_text(json.dumps(made), encoding="utf-8")
    ran = run("verify", "exports/timeline.json")
    assert ran.code == 1
    assert made["events"][0]["id"] in ran.out


def test_originals_are_found_again_without_a_cache(run: Run, folder: Path) -> None:
    run("build", folder, "--out", folder / "timeline.json")
    cache = folder / "cache.db"
    cache.unlink()
    file = folder / "timeline.json"
    found = {document.source.uri for document in originals(file, read_json(file))}
    assert {"the mill.txt", "more notes/flood.md", "page.html", "records.jsonl#r1"} <= found


# The seed articles

ATTACK = "2023-10-07"
TABLE = [
    ("a Kremlin meeting on April 16, 2025", {"2025-04-16"}),
    ("freed in February after 498 days in captivity", {"2025-02"}),
    ("released earlier in November 2023", {"2023-11"}),
    ("Hamas's October 7, 2023, attack", {ATTACK}),
    ("the October 7 atrocities", {ATTACK}),
    ("the October 7 Hamas attack on Israel", {ATTACK}),
    ("Hamas's October 7 attack", {ATTACK}),
    ("refusal to condemn Hamas since October 7", {ATTACK, f"{ATTACK}/.."}),
    ("Musa Abu Marzouk in February 2025", {"2025-02"}),
    ("freed Russian-Israeli Roni Krivoi in 2023", {"2023"}),
    ("at the turn of the century", {"2000~"}),
    ("beginning in February 2022", {"2022-02", "2022-02/.."}),
    ("beginning in October 2023", {"2023-10", "2023-10/.."}),
    ("On December 24, Putin and Netanyahu held", {"2023-12-24"}),
    ("earlier this year", {"2023"}),
    ("in January 2018", {"2018-01"}),
]
OF_THE_ATTACK = [phrase for phrase, dates in TABLE if dates == {ATTACK}]


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The timeline of the two seed articles, no options given."""
    import timeline

    folder = shared / "seeds"
    if not folder.is_dir():
        pytest.skip("../shared/seeds is not beside this clone")
    out = tmp_path_factory.mktemp("seeds") / "timeline.json"
    timeline.export(timeline.build(timeline.read(folder)), out)
    return built(out)


def dated_by(made: dict[str, Any], phrase: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The (event, evidence) pairs whose date words stand inside this phrase of their quote."""
    found = []
    for event in made["events"]:
        for piece in event["evidence"]:
            quote, start = piece["quote"].replace("’", "'"), piece["quote_span"][0]
            at = quote.find(phrase)
            while at >= 0:
                if start + at <= piece["date_span"][0] and piece["date_span"][1] <= start + at + len(phrase):
                    found.append((event, piece))
                at = quote.find(phrase, at + 1)
    return found


@pytest.mark.parametrize(("phrase", "dates"), TABLE, ids=[phrase for phrase, _ in TABLE])
def test_a_date_of_the_seed_articles(seeds: dict[str, Any], phrase: str, dates: set[str]) -> None:
    found = dated_by(seeds, phrase)
    assert found, f"no event is dated by {phrase!r}"
    assert {piece["date"]["edtf"] for _, piece in found} <= dates


def test_the_attack_is_one_event_of_both_articles(seeds: dict[str, Any]) -> None:
    found = [pair for phrase in OF_THE_ATTACK for pair in dated_by(seeds, phrase)]
    assert len({event["id"] for event, _ in found}) == 1
    assert len({piece["source"] for _, piece in found}) == 2
    assert len({piece["id"] for _, piece in found}) >= 5


def test_the_refusal_is_no_report_of_the_attack(seeds: dict[str, Any]) -> None:
    ((attack, _), *_) = dated_by(seeds, "Hamas's October 7, 2023, attack")
    for event, piece in dated_by(seeds, "refusal to condemn Hamas since October 7"):
        assert event["id"] != attack["id"] or piece["role"] == "refers"


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in TABLE])
def test_each_date_says_why(seeds: dict[str, Any], phrase: str) -> None:
    for _, piece in dated_by(seeds, phrase):
        assert piece["why"]


def test_what_is_inferred_is_said_and_less_sure(seeds: dict[str, Any]) -> None:
    ((_, told),) = dated_by(seeds, "a Kremlin meeting on April 16, 2025")
    ((_, christmas_eve),) = dated_by(seeds, "On December 24, Putin and Netanyahu held")
    assert "year" in " ".join(christmas_eve["why"])
    assert christmas_eve["basis"] != "explicit"
    ((_, this_year),) = dated_by(seeds, "earlier this year")
    assert "24 Dec" in " ".join(this_year["why"])
    assert this_year["confidence"] < told["confidence"]
    ((_, century),) = dated_by(seeds, "at the turn of the century")
    assert century["date"]["approximate"]
    assert century["date"]["display"] == "c. 2000"
    ((_, caption),) = dated_by(seeds, "in January 2018")
    assert caption["part"] == "caption"


def test_nothing_else_makes_an_event(seeds: dict[str, Any]) -> None:
    told = {piece["id"] for phrase, _ in TABLE for _, piece in dated_by(seeds, phrase)}
    others = [piece for event in seeds["events"] for piece in event["evidence"] if piece["id"] not in told]
    assert [(piece["date_text"], piece["quote"]) for piece in others] == []
    assert seeds["undated"] == []


def test_teasers_are_set_aside(seeds: dict[str, Any]) -> None:
    aside = {piece["date_text"].lower(): piece["part"] for piece in seeds["set_aside"]}
    assert any("mid-february" in words for words in aside)
    assert any("this week" in words for words in aside)
    assert set(aside.values()) <= {"teaser", "boilerplate"}


def test_titles_are_clauses_and_not_paragraphs(seeds: dict[str, Any]) -> None:
    for event in seeds["events"]:
        assert 8 <= len(event["title"]) <= 160, event["title"]
        assert "\n" not in event["title"]
