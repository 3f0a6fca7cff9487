"""Citing a passage by its source's label and page, and reading pages that are pictures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.read.pdfs import Page, pdf
from timeline.cli import main, recognition
from timeline.errors import InputError, UnreadableDocument

MEMO = pdf(
    [
        Page().column(72, 700, ["The weir was closed on 3 May 2019 after the flood.", "Nobody was told."]),
        Page().column(72, 700, ["The mill burned down on 9 June 2019, at night."]),
    ],
    {"Title": "The weir and the mill"},
)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["timeline", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    return int(end.value.code or 0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "memo.pdf").write_bytes(MEMO)
    return tmp_path


def ids(folder: Path) -> dict[str, str]:
    built = json.loads((folder / "exports" / "timeline.json").read_text(encoding="utf-8"))
    return {event["date"]["edtf"]: event["id"] for event in built["events"]}


@pytest.mark.parametrize(
    ("sidecar", "expected"),
    [
        ("uri,label\nmemo.pdf,Ex. 14\n", "Ex. 14 at 2: “The mill burned down on 9 June 2019, at night.”\n"),
        ("", "“The weir and the mill”, written from c. 9 Jun 2019, p. 2, line 1, memo.pdf: “The mill burned down on 9 June 2019, at night.”\n"),
    ],
)  # fmt: skip
def test_cite(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sidecar: str, expected: str
) -> None:
    if sidecar:
        (folder / "papers" / "sources.csv").write_text(sidecar, encoding="utf-8")
    assert run(monkeypatch, "build", "papers") == 0
    capsys.readouterr()
    wanted = ids(folder)["2019-06-09"]
    for name in (wanted, wanted[:8]):
        assert run(monkeypatch, "cite", name) == 0
        assert capsys.readouterr().out == expected


def test_cite_of_what_is_not_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "cite", "e123") == 2
    assert "name one with --from" in capsys.readouterr().err
    assert run(monkeypatch, "build", "papers") == 0
    assert run(monkeypatch, "cite", "nothing") == 2
    assert "no event or evidence" in capsys.readouterr().err


def test_ocr_that_is_not_installed_is_told_before_the_work(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(recognition.shutil, "which", lambda program: None)
    assert run(monkeypatch, "build", "papers", "--ocr") == 2
    assert "needs ocrmypdf, which is not installed" in capsys.readouterr().err
    with pytest.raises(InputError, match="install it"):
        recognition.checked_program()


def test_ocr_reads_the_pages_that_are_pictures(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = pdf([Page(picture=True), Page(picture=True)])
    (folder / "papers" / "scan.pdf").write_bytes(scan)
    calls: list[list[str]] = []

    def ocrmypdf(call: list[str], **given: object) -> subprocess.CompletedProcess[bytes]:
        calls.append(call)
        read = pdf(
            [
                Page(picture=True).write(72, 700, "The ferry sank on 2 July 2019."),
                Page(picture=True).write(72, 700, "Nobody drowned."),
            ]
        )
        return subprocess.CompletedProcess(call, 0, read, b"")

    monkeypatch.setattr(recognition.shutil, "which", lambda program: f"/bin/{program}")
    monkeypatch.setattr(recognition.subprocess, "run", ocrmypdf)
    assert run(monkeypatch, "build", "papers", "--ocr") == 0
    assert "2019-07-02" in ids(folder)
    assert [call[call.index("--pages") + 1] for call in calls] == ["1-2"]


def test_ocr_that_fails_is_told_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def ocrmypdf(call: list[str], **given: object) -> None:
        raise subprocess.CalledProcessError(1, call, b"", b"no such language")

    monkeypatch.setattr(recognition.subprocess, "run", ocrmypdf)
    with pytest.raises(UnreadableDocument, match="no such language"):
        recognition.recognise(b"%PDF-", "3,7-9")
