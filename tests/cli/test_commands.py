"""Each command as a user types it: what it prints, what it says when something is wrong, and its exit code."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.cli import main

Run = Callable[..., tuple[int, str, str]]
PROGRAM = [sys.executable, "-c", "from timeline.cli import main; main()"]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `timeline ...` in a folder of its own; gives (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)

    def go(*arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["timeline", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8", "surrogatepass"), err.decode("utf-8")

    return go


# What the program says of itself

COMMANDS = ("build", "digest", "dates", "tag", "schema", "verify", "text", "cite", "export", "import", "diff")


def test_without_arguments_it_tells_what_it_can_do(run: Run) -> None:
    _, out, err = run()
    for command in COMMANDS:
        assert command in out + err


def test_the_version(run: Run) -> None:
    code, out, _ = run("--version")
    assert code == 0
    assert out.startswith("timeline ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_and_argument_is_explained(command: str) -> None:
    from typer.main import get_command

    from timeline.cli import app

    described = get_command(app).commands[command]  # type: ignore[attr-defined]
    assert described.help
    for parameter in described.params:
        assert getattr(parameter, "help", None), f"timeline {command}: {parameter.name} has no help text"


@pytest.mark.parametrize(
    "arguments", [("frobnicate",), ("build",), ("tag",), ("dates", "x", "--nothing"), ("verify",), ("text",)]
)
def test_a_wrong_call_is_exit_code_2_and_no_traceback(run: Run, arguments: tuple[str, ...]) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build", "x", "--fornat", "html"), "timeline: no such option: --fornat (possible options: --format, --ocr, --out); see timeline build --help"),
        (("build",), "timeline: missing argument 'PATH'; see timeline build --help"),
        (("frobnicate",), "timeline: no such command 'frobnicate'; see timeline --help"),
        (("build", "x", "--workers", "0"), "invalid value for '--workers': it must be greater than or equal to 1; see timeline build --help"),
        (("build", "x", "--top", "many"), "invalid value for '--top': it must be a whole number; see timeline build --help"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_in_one_line(run: Run, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert told in err


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_speaks_of_no_types(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert "<" not in out


def test_the_help_of_build_tells_what_it_reads(run: Run) -> None:
    out = " ".join(run("build", "--help")[1].split())
    for told in ("JSON Lines", "folders, read with all that is in them", "standard input"):
        assert told in out


# dates

SENTENCE = "It began yesterday, on [Friday] 3 May 2024, and \U0001f525 took 498 days."


def test_dates_as_a_table(run: Run) -> None:
    code, out, err = run("dates", SENTENCE, "--on", "2024-05-04")
    assert (code, err) == (0, "")
    header, *_ = [line for line in out.splitlines() if line.strip()]
    assert header.split() == ["value", "span", "words", "why"]
    assert "2024-05-03 (3 May 2024)" in out
    assert "9-18" in out
    assert "P498D (498 days)" in out


def test_dates_as_json(run: Run) -> None:
    code, out, _ = run("dates", SENTENCE, "--on", "2024-05-04", "--json")
    assert code == 0
    found = json.loads(out)
    for date in found:
        assert SENTENCE[date["start"] : date["end"]] == date["text"]
    yesterday, *_, duration = found
    assert (yesterday["text"], yesterday["type"], yesterday["value"]) == ("yesterday", "DATE", "2024-05-03")
    assert yesterday["date"]["edtf"] == "2024-05-03"
    assert yesterday["why"]
    assert (duration["text"], duration["type"], duration["value"]) == ("498 days", "DURATION", "P498D")
    assert duration["date"] is None


def test_a_file_is_read_as_a_document_and_anything_else_is_text(run: Run) -> None:
    Path("may 2024.txt").write_bytes(b"The fair opened on 6 June 2023.")
    assert "2023-06-06" in run("dates", "may 2024.txt")[1]
    assert "2024-05" in run("dates", "May 2024")[1]
    assert "2023-06-06" in run("dates", "-", stdin=b"The fair opened on 6 June 2023.")[1]


def test_a_text_is_read_in_its_own_language(run: Run) -> None:
    text = "Der Vertrag wurde am 12. Dezember 1998 in der alten Hauptstadt am Rhein unterzeichnet und gefeiert."
    assert [row["value"] for row in json.loads(run("dates", text, "--json")[1])] == ["1998-12-12"]
    assert [row["value"] for row in json.loads(run("dates", text, "--json", "--language", "en")[1])] != ["1998-12-12"]


def test_what_comes_again_is_told_in_words(run: Run) -> None:
    told = run("dates", "The board met every Friday, and every two weeks in the town hall of Tarn.")[1]
    assert "XXXX-WXX-5 (every Friday)" in told
    assert "P2W (every 2 weeks)" in told


@pytest.mark.parametrize("text", ["Nothing is told here.", "", "x" * 5000, "a\0b", "and/or", "nope.txt is no file."])
def test_no_dates_is_no_error(run: Run, text: str) -> None:
    if text and "\0" not in text:
        word = f" in the text {text!r} (there is no file of that name)" if text == "and/or" else ""
        assert run("dates", text) == (0, f"no dates found{word}\n", "")
    assert run("dates", "-", "--json", stdin=text.encode()) == (0, "[]\n", "")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("nope.txt", "nope.txt: there is no such file"),
        ("NOPE.HTML", "there is no such file"),
        ("old notes/my nope.md", "there is no such file"),
        ("notes/nope", "there is no such file"),
        ("./nope", "there is no such file"),
        ("/no/such/place", "there is no such file"),
        ("with spaces", "with spaces: is a folder"),
        ("notes/", "is a folder"),
        ("", "no text is given"),
        (" \n", "no text is given"),
    ],
)
def test_a_place_that_is_no_file_is_told_and_not_read_as_a_text(run: Run, place: str, told: str) -> None:
    for folder in ("notes", "with spaces"):
        Path(folder).mkdir()
    code, out, err = run("dates", place)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert told in err


@pytest.mark.parametrize(
    "text", ["7/10/2023", "3/4 May 2011", "2011-05-03", "on/about 3 May 2011", "He sent notes.txt on 3 May 2011"]
)
def test_a_slash_or_a_dot_makes_no_path_of_a_text(run: Run, text: str) -> None:
    code, out, err = run("dates", text)
    assert (code, err) == (0, "")
    assert "no dates found" not in out


def test_a_reason_is_told_once(run: Run) -> None:
    _, out, _ = run("dates", "They met on 24 December.")
    assert " ".join(out.split()).count("names no year") == 1


@pytest.mark.parametrize("on", ["2024-13-40", "tomorrow", ""])
def test_a_bad_day_to_count_from(run: Run, on: str) -> None:
    code, out, err = run("dates", "yesterday", "--on", on)
    assert (code, out) == (2, "")
    assert "is not a date" in err
    assert "such as 2024-03-15" in err


# tag

RECORDS: list[dict[str, Any]] = [
    {"id": "a", "dct": "2013-03-22T10:00", "text": "\U0001f525 He left yesterday and stayed three days."},
    {"id": 7, "dct": None, "text": "Nothing here."},
    {"id": "c", "dct": "2013-03-22", "text": "Open from 3 May 2013 to 6 May 2013."},
]


def lines_of(records: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def test_tag_writes_one_line_for_each_text(run: Run) -> None:
    Path("in.jsonl").write_bytes(lines_of(RECORDS))
    code, out, err = run("tag", "in.jsonl", "--out", "out.jsonl")
    assert (code, out, err) == (0, "", "3 texts tagged, 0 failures\n")
    first, second, third = map(json.loads, Path("out.jsonl").read_text(encoding="utf-8").splitlines())
    assert first == {
        "id": "a",
        "timexes": [
            {
                "start": 10, "end": 19, "text": "yesterday", "type": "DATE", "value": "2013-03-21",
                "interval": ["2013-03-21T00:00:00", "2013-03-22T00:00:00"],
            },
            {"start": 31, "end": 41, "text": "three days", "type": "DURATION", "value": "P3D"},
        ],
    }  # fmt: skip
    assert second == {"id": 7, "timexes": []}
    assert [timex["value"] for timex in third["timexes"]] == ["2013-05-03", "2013-05-06"], "a range is its two ends"
    for record, tagged in zip(RECORDS, (first, second, third), strict=True):
        for timex in tagged["timexes"]:
            assert record["text"][timex["start"] : timex["end"]] == timex["text"]


def test_tag_reads_and_writes_pipes(run: Run) -> None:
    code, out, err = run("tag", "-", stdin=b"\xef\xbb\xbf" + lines_of(RECORDS) + b"\n")
    assert (code, err) == (0, "3 texts tagged, 0 failures\n")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", 7, "c"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"id": 1, "text": ', "not JSON"),
        (b'{"id": 1, "text": "\xff"}', "not UTF-8"),
        (b"[1]", "not a JSON object"),
        (b'{"id": 1}', 'has no "text"'),
        (b'{"id": 1, "text": 5}', 'has no "text"'),
        (b'{"id": 1, "text": "x", "dct": 5}', '"dct" must be a date'),
        (b'{"id": 1, "text": "x", "dct": "soonish"}', "is not a date"),
    ],
)
def test_a_broken_line_is_told_with_its_number_and_the_rest_goes_on(run: Run, line: bytes, told: str) -> None:
    Path("in.jsonl").write_bytes(lines_of(RECORDS[:1]) + b"\n" + line + b"\n" + lines_of(RECORDS[2:]))
    code, out, err = run("tag", "in.jsonl")
    assert (code, len(out.splitlines())) == (1, 2)
    first, last = err.splitlines()
    assert first.startswith("timeline: in.jsonl:3: ")
    assert told in first
    assert last == "2 texts tagged, 1 failure"
    Path("in.jsonl").write_bytes(line)
    assert run("tag", "in.jsonl")[0] == 2, "nothing could be done"


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_tag_of_nothing(run: Run, content: bytes) -> None:
    Path("empty.jsonl").write_bytes(content)
    assert run("tag", "empty.jsonl")[0] == 2
    assert "empty.jsonl: holds no text to tag" in run("tag", "empty.jsonl")[2]
    assert "standard input: holds no text to tag" in run("tag", "-", stdin=content)[2]


def test_tag_complains_of_places_it_cannot_use(run: Run) -> None:
    Path("in.jsonl").write_bytes(lines_of(RECORDS))
    for arguments, told in (
        (("nowhere.jsonl",), "nowhere.jsonl: cannot be opened"),
        (("in.jsonl", "--out", "no/folder/out.jsonl"), "out.jsonl: cannot be opened"),
        (("in.jsonl", "--out", "in.jsonl"), "in.jsonl: is the file that is read"),
    ):
        code, _, err = run("tag", *arguments)
        assert code == 2
        assert told in err
    assert Path("in.jsonl").read_bytes() == lines_of(RECORDS)


# schema, text


def test_the_schema_describes_what_build_writes(run: Run) -> None:
    code, out, _ = run("schema")
    assert code == 0
    described = json.loads(out)
    Path("a.txt").write_text("The mill burned on 3 May 2004.", encoding="utf-8")
    run("build", "a.txt")
    made = json.loads(Path("exports/timeline.json").read_bytes())
    assert set(made) == set(described["properties"])
    assert set(made["events"][0]) == set(described["$defs"]["Event"]["properties"])
    assert set(made["events"][0]["evidence"][0]) == set(described["$defs"]["Evidence"]["properties"])


def test_text_prints_a_source_exactly(run: Run) -> None:
    text = "Mill news \r\n\nThe mill burned on 3 May 2004.\u2028 \U0001f525 \n\n "
    Path("in").mkdir()
    Path("in/mill.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    run("build", "in")
    (source,) = json.loads(Path("exports/timeline.json").read_bytes())["sources"]
    names = (source["id"], source["id"][:6], source["uri"], source["label"], "in/mill.txt")
    for name in names:
        assert run("text", name) == (0, text, "")
    assert run("text", source["id"], "--from", "exports/timeline.json") == (0, text, "")
    Path("exports/cache.db").unlink()
    assert run("text", "in/mill.txt") == (0, text, "")
    Path("in/mill.txt").unlink()
    code, out, err = run("text", source["id"])
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_text_of_one_record(run: Run) -> None:
    Path("r.jsonl").write_bytes(b'{"id": "a", "text": "First, 3 May 2004."}\n{"id": "b", "text": "Second text."}\n')
    assert run("text", "r.jsonl#b")[:2] == (0, "Second text.")
    code, _, err = run("text", "r.jsonl")
    assert code == 2
    assert "holds 2 documents; name one: r.jsonl#a, r.jsonl#b" in err


@pytest.mark.parametrize("arguments", [("nothing",), ("nothing", "--from", "nowhere.json")])
def test_text_of_what_is_not_there(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run("text", *arguments)
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_a_source_that_is_not_there_lists_what_is(run: Run) -> None:
    Path("a.txt").write_text("The mill burned on 3 May 2004.", encoding="utf-8")
    run("build", "a.txt")
    code, _, err = run("text", "b.txt")
    assert code == 2
    assert "has no source 'b.txt'; it has: a.txt" in err


def test_build_says_how_many_events_it_leaves_out(run: Run) -> None:
    told = b"The mill burned on 3 May 2004. The council met on 5 May 2004. It was rebuilt in June 2011."
    _, every, _ = run("build", "-", stdin=told)
    code, out, _ = run("build", "-", "--top", "1", stdin=told)
    assert code == 0
    assert "left out" not in every
    assert re.search(r" 1 event, .*\n2 less important events left out, as --top 1 asks", out)


def test_build_reads_standard_input(run: Run) -> None:
    code, out, err = run("build", "-", stdin=b"The mill burned on 3 May 2004.")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1].startswith("1 document, 1 date, 1 event, ")
    made = json.loads(Path("exports/timeline.json").read_bytes())
    assert run("text", made["sources"][0]["id"])[1] == "The mill burned on 3 May 2004."
    code, out, _ = run("verify", "exports/timeline.json")
    assert code == 1
    assert "stdin: came from the web or through standard input, which is not read again" in out
    assert "all stands" not in out
    Path("mill.txt").write_bytes(b"The mill burned on 3 May 2004.")
    assert run("verify", "exports/timeline.json", "mill.txt")[0] == 0


def test_a_locked_cache_costs_a_warning_and_no_build(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    import timeline.store.cache as cache_module

    monkeypatch.setattr(cache_module, "PATIENCE", 0.05)
    Path("a.txt").write_text("The mill burned on 3 May 2004.", encoding="utf-8")
    run("build", "a.txt")
    other = sqlite3.connect("exports/cache.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    code, out, err = run("build", "a.txt")
    other.close()
    assert code == 0
    assert "another program is using it" in err
    assert "1 document" in out


# As a program among others: pipes, interruptions, bugs


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    lines = lines_of(RECORDS) * 400
    (tmp_path / "in.jsonl").write_bytes(lines)
    program = subprocess.Popen(
        [*PROGRAM, "tag", "in.jsonl"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.readline()
    program.stdout.close()
    told = program.stderr.read().decode()
    program.stderr.close()
    assert program.wait(60) in (0, 1)
    assert "Traceback" not in told
    assert "BrokenPipe" not in told


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal to send")
def test_an_interruption_is_clean(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "tag", "-"], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(lines_of(RECORDS[:1]))
    program.stdin.flush()
    time.sleep(2)  # it now waits for the next line
    program.send_signal(signal.SIGINT)
    _, told = program.communicate(timeout=60)
    assert program.returncode in (1, 130)
    assert b"Traceback" not in told


def test_a_bug_shows_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.export import json_file

    def broken() -> dict[str, object]:
        raise RuntimeError("a bug")

    monkeypatch.setattr(json_file, "json_schema", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        run("schema")


def test_no_progress_bar_in_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mill burned on 3 May 2004.", encoding="utf-8")
    ran = subprocess.run([*PROGRAM, "build", "a.txt"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    assert len(ran.stdout.splitlines()) == 2


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_progress_bar_on_a_terminal(tmp_path: Path) -> None:
    import pty

    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"The mill burned on 3 May {1960 + number}.", encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [*PROGRAM, "build", ".", "--format", "json"]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs, env=environment) as program:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # the other side is closed
            pass
        out = program.communicate()[0].decode()
    os.close(ours)
    assert b"reading" in shown
    assert b"finding dates" in shown
    assert b"40/40" in shown
    assert out.splitlines()[-1].startswith("40 documents, 40 dates, 40 events, ")
