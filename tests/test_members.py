"""What lies in other files: built, printed and verified by uris such as `all.zip/inner/page.html` and `mail.eml#quoted-1`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.read.test_archive import zipped
from tests.read.test_mail import mail
from tests.read.test_read import PROSE
from timeline.cli import app

MAIL = mail(
    "The bridge opens tomorrow.\n\nOn 17 February 2020, Tom Hall <tom@hall.example> wrote:\n> The lock gates failed yesterday.\n"
)
URIS = (
    "all.zip/in/a.txt",
    "all.zip/in/letter.eml",
    "all.zip/in/letter.eml#quoted-1",
    "letters.eml",
    "letters.eml#quoted-1",
    "rows.csv#7",
)


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "all.zip").write_bytes(zipped({"in/letter.eml": MAIL.replace(b"bridge", b"tunnel"), "in/a.txt": PROSE}))
    (papers / "letters.eml").write_bytes(MAIL)
    (papers / "rows.csv").write_text("no,what,when\n7,The ferry sank today.,2020-05-03\n", encoding="utf-8")
    code, out = run("build", "papers", "--map", "text=what,published=when,id=no", "--format", "json")
    assert code == 0, out
    return tmp_path


def test_members_are_sources_with_dates_of_their_own(folder: Path) -> None:
    made = json.loads((folder / "exports/timeline.json").read_text(encoding="utf-8"))
    told = {uri: source["id"] for source in made["sources"] for uri in (source["uri"], *source["copies"])}
    assert sorted(told) == sorted(URIS)
    assert len(made["sources"]) == len(URIS) - 1, "the same mail quoted twice is one source"
    dated = {piece["source"]: piece["date"]["edtf"] for event in made["events"] for piece in event["evidence"]}
    assert dated[told["letters.eml"]] == "2020-03-04"
    assert dated[told["letters.eml#quoted-1"]] == "2020-02-16"
    assert dated[told["rows.csv#7"]] == "2020-05-03"


def test_members_are_verified(folder: Path) -> None:
    assert run("verify", "exports/timeline.json")[0] == 0
    shutil.copytree("papers", "moved")
    shutil.rmtree("papers")
    assert run("verify", "exports/timeline.json", "moved")[0] == 0
    (folder / "moved/all.zip").write_bytes(zipped({"in/letter.eml": MAIL, "in/a.txt": PROSE}))
    code, out = run("verify", "exports/timeline.json", "moved")
    assert code == 1
    assert "all.zip/in/letter.eml" in out


def test_members_are_found_without_a_cache(folder: Path) -> None:
    Path("exports/cache.db").unlink()
    for path in (folder / "papers").iterdir():
        path.rename(folder / path.name)
    (folder / "rows.csv").write_text("id,text,published\n7,The ferry sank today.,2020-05-03\n", encoding="utf-8")
    assert run("verify", "exports/timeline.json")[0] == 0


@pytest.mark.parametrize("uri", URIS[:-1])
def test_a_members_text_is_printed(folder: Path, uri: str) -> None:
    code, out = run("text", uri)
    assert code == 0
    assert run("text", f"papers/{uri}") == (0, out)
    assert "timeline:" not in out


def test_what_a_mapping_may_say(folder: Path) -> None:
    from timeline.cli.reading import mapping
    from timeline.errors import InputError

    assert mapping("text=body, published = date") == (("text", "body"), ("published", "date"))
    for wrong in ("text", "text=", "body=text", "text=a,text=b", ""):
        with pytest.raises(InputError, match="--map"):
            mapping(wrong)
