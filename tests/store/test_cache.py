"""The disposable cache beside the outputs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

import timeline.store.cache as cache_module
from timeline.errors import StoreError
from timeline.model.text import Document, Source
from timeline.store import Cached, read_cache, store_folder, write_cache


def a_document(name: str, text: str) -> Document:
    return Document(Source(name, f"{name}.txt", name, name, digest(text), "text/plain"), text)


def digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def kept(folder: Path, *documents: Document, places: tuple[str, ...] = ("/in",)) -> str | None:
    return write_cache(folder, places, documents)


@pytest.mark.parametrize(
    "text", ["", "Fire on 3 May.\r\n", "\ufeffBOM \u2028 \U0001f600", "half \ud83d pair", "nul \0"]
)
def test_a_text_comes_back_exactly(tmp_path: Path, text: str) -> None:
    kept(tmp_path, a_document("a", text))
    assert read_cache(tmp_path) == Cached(("/in",), {digest(text): text})


def test_the_next_build_replaces_the_last(tmp_path: Path) -> None:
    kept(tmp_path, a_document("a", "A"), a_document("b", "B"))
    kept(tmp_path, a_document("c", "C"), places=("/one", "-"))
    assert read_cache(tmp_path) == Cached(("/one", "-"), {digest("C"): "C"})


def test_a_build_that_ends_early_keeps_the_last(tmp_path: Path) -> None:
    kept(tmp_path, a_document("a", "A"))

    def ends_early() -> Iterator[Document]:
        yield a_document("b", "B")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_cache(tmp_path, ("/in",), ends_early())
    assert read_cache(tmp_path) == Cached(("/in",), {digest("A"): "A"})


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_cache_is_thrown_away_with_a_warning(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(damage)
    assert read_cache(tmp_path) is None
    warning = kept(tmp_path, a_document("a", "A"))
    assert bool(warning) is bool(damage), "an empty file is a new database, anything else is damage"
    if damage:
        assert "thrown away" in str(warning)
    assert read_cache(tmp_path) == Cached(("/in",), {digest("A"): "A"})


def test_a_truncated_cache_is_no_crash(tmp_path: Path) -> None:
    kept(tmp_path, *(a_document(str(number), f"{number} " * 2000) for number in range(20)))
    path = tmp_path / "cache.sqlite"
    path.write_bytes(path.read_bytes()[:9000])
    assert read_cache(tmp_path) is None
    kept(tmp_path, a_document("a", "A"))
    assert read_cache(tmp_path) == Cached(("/in",), {digest("A"): "A"})


def test_a_locked_cache_is_an_error_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "PATIENCE", 0.05)
    kept(tmp_path, a_document("a", "A"))
    other = sqlite3.connect(tmp_path / "cache.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for use in (kept, read_cache):
        with pytest.raises(StoreError, match="another program is using it; wait"):
            use(tmp_path)
    other.execute("ROLLBACK")
    other.close()
    assert read_cache(tmp_path) == Cached(("/in",), {digest("A"): "A"})


def test_a_place_that_cannot_be_written_to_is_an_error_with_advice(tmp_path: Path) -> None:
    (tmp_path / "cache.sqlite").mkdir()
    with pytest.raises(StoreError, match="choose another --out"):
        kept(tmp_path)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be made"):
        kept(tmp_path / "file" / ".timeline")


def test_a_cache_of_another_layout_is_as_good_as_none(tmp_path: Path) -> None:
    kept(tmp_path, a_document("a", "A"))
    connection = sqlite3.connect(tmp_path / "cache.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert read_cache(tmp_path) is None
    kept(tmp_path, a_document("b", "B"))
    assert read_cache(tmp_path) == Cached(("/in",), {digest("B"): "B"})


def test_no_cache_is_none(tmp_path: Path) -> None:
    assert read_cache(tmp_path / "nowhere") is None


@pytest.mark.parametrize(("outputs", "folder"), [("out", "out"), ("out/mine.json", "out"), ("my.page.html", ".")])
def test_the_store_lies_beside_the_outputs(outputs: str, folder: str) -> None:
    assert store_folder(Path(outputs)) == Path(folder) / ".timeline"
