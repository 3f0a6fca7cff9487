"""The disposable cache beside the outputs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

import timeline.store.cache as cache_module
from timeline.errors import StoreError
from timeline.model.text import Document, Source
from timeline.store import Cached, read_cache, store_folder, write_cache
from timeline.store.memory import Memory


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


@pytest.mark.parametrize("left", [0, 100, 5000])
def test_a_damaged_cache_is_thrown_away_with_a_warning(tmp_path: Path, left: int) -> None:
    kept(tmp_path, a_document("b", "B"))
    path = tmp_path / "cache.db"
    path.write_bytes((path.read_bytes()[:left] + b"\xff" * 8000) if left else b"")
    assert read_cache(tmp_path) is None
    warning = kept(tmp_path, a_document("a", "A"))
    assert bool(warning) is bool(left), "an empty file is a new database"
    if left:
        assert "thrown away" in str(warning)
    assert read_cache(tmp_path) == Cached(("/in",), {digest("A"): "A"})


def another_programs(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE texts (theirs TEXT)")


@pytest.mark.parametrize(
    "make",
    [
        another_programs,
        lambda path: path.write_bytes(b"no database at all"),
        lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000),
    ],
)
def test_another_programs_file_of_that_name_is_left_alone(tmp_path: Path, make: Callable[[Path], object]) -> None:
    path = tmp_path / "cache.db"
    make(path)
    before = path.read_bytes()
    assert read_cache(tmp_path) is None
    with closing(Memory(tmp_path)) as memory:
        memory.put("key", 1)
        memory.settle()
    with pytest.raises(StoreError, match="is not this program's; move it elsewhere"):
        kept(tmp_path, a_document("a", "A"))
    assert path.read_bytes() == before


def test_what_an_earlier_version_kept_is_read_until_the_next_build(tmp_path: Path) -> None:
    kept(tmp_path, a_document("a", "A"))
    (tmp_path / ".timeline").mkdir()
    (tmp_path / "cache.db").rename(tmp_path / ".timeline/cache.sqlite")
    assert read_cache(tmp_path) == Cached(("/in",), {digest("A"): "A"})
    kept(tmp_path, a_document("b", "B"))
    assert read_cache(tmp_path) == Cached(("/in",), {digest("B"): "B"})
    assert [path.name for path in tmp_path.iterdir()] == ["cache.db"]


def test_a_truncated_cache_is_no_crash(tmp_path: Path) -> None:
    kept(tmp_path, *(a_document(str(number), f"{number} " * 2000) for number in range(20)))
    path = tmp_path / "cache.db"
    path.write_bytes(path.read_bytes()[:9000])
    assert read_cache(tmp_path) is None
    kept(tmp_path, a_document("a", "A"))
    assert read_cache(tmp_path) == Cached(("/in",), {digest("A"): "A"})


def test_a_locked_cache_is_an_error_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "PATIENCE", 0.05)
    kept(tmp_path, a_document("a", "A"))
    other = sqlite3.connect(tmp_path / "cache.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for use in (kept, read_cache):
        with pytest.raises(StoreError, match="another program is using it; wait"):
            use(tmp_path)
    other.execute("ROLLBACK")
    other.close()
    assert read_cache(tmp_path) == Cached(("/in",), {digest("A"): "A"})


def test_a_place_that_cannot_be_written_to_is_an_error_with_advice(tmp_path: Path) -> None:
    (tmp_path / "cache.db").mkdir()
    with pytest.raises(StoreError, match="choose another --out"):
        kept(tmp_path)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be made"):
        kept(tmp_path / "file" / "out")


def test_a_cache_of_another_layout_is_as_good_as_none(tmp_path: Path) -> None:
    kept(tmp_path, a_document("a", "A"))
    connection = sqlite3.connect(tmp_path / "cache.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert read_cache(tmp_path) is None
    kept(tmp_path, a_document("b", "B"))
    assert read_cache(tmp_path) == Cached(("/in",), {digest("B"): "B"})


def test_no_cache_is_none(tmp_path: Path) -> None:
    assert read_cache(tmp_path / "nowhere") is None


@pytest.mark.parametrize(("outputs", "folder"), [("out", "out"), ("out/mine.json", "out"), ("my.page.html", ".")])
def test_the_store_lies_beside_the_outputs(outputs: str, folder: str) -> None:
    assert store_folder(Path(outputs)) == Path(folder)
