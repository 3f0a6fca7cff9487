"""A folder of one of each format builds in one run, with exactly one failure for each broken twin beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.read.each_format import BROKEN, WHOLE, WRONG_SUFFIX
from tests.read.test_read import kinds
from timeline.cli import app
from timeline.model.event import Failure, Skipped
from timeline.model.text import Document
from timeline.read import READERS, Blob, read_blob

ALIKE = {
    ".text": ".txt", ".markdown": ".md", ".htm": ".html", ".xhtml": ".html", ".ndjson": ".jsonl", ".mht": ".mhtml", ".tgz": ".tar.gz",
    ".tei": ".xml", ".gz": ".tar.gz",
}  # fmt: skip


def holder(uri: str, names: dict[str, bytes]) -> str | None:
    return next((name for name in names if uri == name or uri.startswith((f"{name}/", f"{name}#", f"{name}:"))), None)


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_is_read(name: str) -> None:
    found = list(read_blob(Blob(name, WHOLE[name])))
    assert [item for item in found if isinstance(item, Failure)] == []
    assert any(isinstance(item, Document) for item in found)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_twin_is_one_failure_that_says_what_to_do(name: str) -> None:
    found = list(read_blob(Blob(name, BROKEN[name])))
    failures = [item for item in found if isinstance(item, Failure)]
    assert len(failures) == 1, found
    assert holder(failures[0].uri, BROKEN) == name
    assert failures[0].message.startswith(name)
    assert ";" in failures[0].message, "a message ends in what to do"
    assert "\n" not in failures[0].message
    assert "report it" not in failures[0].message


@pytest.mark.parametrize("name", WRONG_SUFFIX)
def test_a_wrong_suffix_yields_to_the_content(name: str) -> None:
    wrong = f"wrong.{WRONG_SUFFIX[name]}"
    right = [
        (item.text, item.source.media_type) for item in read_blob(Blob(name, WHOLE[name])) if isinstance(item, Document)
    ]
    found = list(read_blob(Blob(wrong, WHOLE[name])))
    assert [(item.text, item.source.media_type) for item in found if isinstance(item, Document)] == right
    assert not [item for item in found if isinstance(item, Failure)]


def test_every_reader_has_one_of_its_format() -> None:
    there = {name[name.index(".") :] for name in WHOLE} | {"." + name.rpartition(".")[2] for name in WHOLE}
    assert not {suffix for suffix in READERS if ALIKE.get(suffix, suffix) not in there}


def test_a_folder_of_all_builds_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in (WHOLE | BROKEN).items():
        (folder / name).write_bytes(data)
    result = CliRunner().invoke(app, ["build", "in"])
    assert result.exit_code == 1, result.output
    made = json.loads((tmp_path / "exports/timeline.json").read_text(encoding="utf-8"))
    failed = sorted(holder(failure["uri"], BROKEN) or failure["uri"] for failure in made["failures"])
    assert failed == sorted(BROKEN), "one failure for each broken twin, and none for another"
    told = {uri for source in made["sources"] for uri in (source["uri"], *source["copies"])}
    assert len(told) >= len(WHOLE)
    assert len(made["sources"]) >= len(WHOLE)


def test_order_and_bytes_are_the_same_each_time() -> None:
    for name, data in (WHOLE | BROKEN).items():
        once, again = list(read_blob(Blob(name, data))), list(read_blob(Blob(name, data)))
        assert once == again, name
        assert all(isinstance(item, (Document, Failure, Skipped)) for item in once)
        assert kinds(once)
