"""Large files: records are read piece by piece as they would be whole; a document too large is told, and the rest read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.read import ReadOptions, read, read_blob
from timeline.read.blob import Blob
from timeline.read.cutting import is_cut, pieces

CUTTING = sys.modules["timeline.read.cutting"]
LINES = [
    '{"id": "one", "text": "The mill burned on 3 May 1901.", "published": "1901-05-04"}',
    '{"text": "A weir was built in 1902. ' + "It held. " * 60 + '"}',
    "",
    "{broken",
    '{"text": "Grüße aus Köln, 4 June 1903, a text without an id."}',
]


@pytest.mark.parametrize("piece", [1, 30, 90, 200, 700, 10_000])
@pytest.mark.parametrize("end", ["\n", ""])
def test_pieces_give_what_the_whole_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int, end: str
) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(LINES) + end, encoding="utf-8")
    whole = list(read_blob(Blob("news.jsonl", path.read_bytes())))
    monkeypatch.setattr(CUTTING, "PIECE", piece)
    assert list(read(path)) == whole
    assert [item.uri for item in whole if isinstance(item, Failure)] == ["news.jsonl:4"]
    assert [item.source.uri for item in whole if isinstance(item, Document)][-1] == "news.jsonl#5"


@pytest.mark.parametrize(
    ("name", "data", "cut"),
    [
        ("a.jsonl", b"{}\n" * 40, True),
        ("a.ndjson", b"{}\n" * 40, True),
        ("a.jsonl", b"{}\n", False),
        ("a.jsonl", "\ufeff{}\n".encode("utf-16-le") * 40, False),
        ("a.txt", b"{}\n" * 40, False),
    ],
)
def test_what_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, cut: bool) -> None:
    monkeypatch.setattr(CUTTING, "PIECE", 50)
    path = tmp_path / name
    path.write_bytes(data)
    assert is_cut(path, len(data)) is cut


def test_a_piece_holds_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CUTTING, "PIECE", 64)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(b'{"n": %d, "x": "%s"}\n' % (n, b"y" * (n * 7 % 90)) for n in range(50)))
    found = list(pieces("a.jsonl", path))
    assert b"".join(blob.data for blob in found) == path.read_bytes()
    assert [json.loads(blob.data.split(b"\n")[0])["n"] + 1 for blob in found] == [blob.first_line for blob in found]


@pytest.mark.parametrize(("name", "size"), [("a.txt", 3000), ("a.html", 3000), ("a.jsonl", 3000)])
def test_a_document_too_large_is_told_and_the_others_read(tmp_path: Path, name: str, size: int) -> None:
    text = "The dam broke on 5 May 1950. " * (size // 29 + 1)
    written = {"a.txt": text, "a.html": f"<article><p>{text}</p></article>", "a.jsonl": json.dumps({"text": text})}
    (tmp_path / name).write_text(written[name], encoding="utf-8")
    (tmp_path / "b.txt").write_text("The dam was mended in 1951.", encoding="utf-8")
    failure, document = sorted(
        read(tmp_path, options=ReadOptions(largest=size)), key=lambda item: isinstance(item, Document)
    )
    assert isinstance(failure, Failure)
    assert failure.code == "too-large"
    assert "--max-document-mb" in failure.message
    assert isinstance(document, Document)
    assert document.source.uri == "b.txt"
