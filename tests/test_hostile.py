"""Input that means no good, or is only too large: told as a failure with its reason, and never at the others' cost.

The limits are lowered; `tests/benchmarks/hostile.py` has the real sizes.
"""

from __future__ import annotations

import io
import os
import sys
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.read.pdfs import Page, pdf
from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.pipeline import Options, opening, processes, remembering
from timeline.pipeline.crew import Lost
from timeline.read import Blob, ReadOptions, read
from timeline.read.discover import discover

READ = sys.modules["timeline.read"]
SENTENCE = "The old mill burned down on 3 May 1901, and was built again a year later. "
ARTICLE = "The bridge of Tarn was opened on 9 June 1977."


class Notes(dict[str, Any]):
    """What is remembered, in a dictionary."""

    def put(self, key: str, value: object) -> None:
        self[key] = value


def told(readings: Iterable[Any]) -> list[str]:
    """Each reading in short: its uri, and its code where it failed."""
    return [
        item.source.uri if isinstance(item, Document) else f"{item.uri} {getattr(item, 'code', 'skipped')}"
        for item in readings
    ]


def zipped(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return held.getvalue()


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder with an article, which must be read whatever lies beside it."""
    (tmp_path / "zz.txt").write_text(ARTICLE)
    return tmp_path


def test_a_text_that_is_too_large_is_not_even_read(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (beside / "long.txt").write_text(SENTENCE * 1000)
    monkeypatch.setattr(READ, "HANDED_ON", 1000)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    found = list(read(beside, options=ReadOptions(largest=50_000)))
    assert told(found) == ["long.txt too-large", "zz.txt"]
    assert isinstance(found[0], Failure) and "divide it, or allow more with --max-document-mb" in found[0].message


@pytest.mark.parametrize("limit", [100, 1 << 20])
def test_a_large_file_gives_what_a_small_one_gives(limit: int, beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (beside / "page.html").write_text(f"<html><body><p>{SENTENCE * 30}</p></body></html>")
    (beside / "papers.zip").write_bytes(zipped(a_txt=ARTICLE.encode(), b_zip=zipped(c_txt=SENTENCE.encode())))
    (beside / "timeline.json").write_text('{\n "schema_version": 1,\n "title": "' + "x" * 300 + '"}')
    monkeypatch.setattr(READ, "HANDED_ON", limit)
    plain = list(read(beside))
    assert told(plain) == ["page.html", "papers.zip/a.txt", "papers.zip/b.zip/c.txt", "timeline.json skipped", "zz.txt"]
    assert list(read(beside, options=remembering(ReadOptions(), Notes()))) == plain


def test_folders_may_lie_as_deep_as_they_like(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    depth = sys.getrecursionlimit() + 100
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text(ARTICLE)
    try:
        found = discover((tmp_path,))
        assert [item.uri for item in found] == ["d/" * depth + "a.txt"]
    finally:
        Path("a.txt").unlink()
        for _ in range(depth):
            os.chdir("..")
            Path("d").rmdir()


def test_a_folder_that_lies_too_deep_for_the_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    depth = 21
    for _ in range(depth):
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
    found = discover((tmp_path,))
    for _ in range(depth):
        os.chdir("..")
        Path("d" * 200).rmdir()
    (failure,) = found
    assert isinstance(failure, Failure) and "move it nearer to the top" in failure.message


def test_a_file_that_was_found_costs_little_until_it_is_read(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number:05}.txt").touch()
    tracemalloc.start()
    found = discover((tmp_path,))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held / len(found) < 600


def test_a_few_of_many_files_are_opened_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST", 10)
    taken: list[int] = []

    def things() -> Iterator[Blob]:
        for number in range(200):
            taken.append(number)
            yield Blob(f"{number}.txt", f"Mill {number} burned down in 1901.".encode())

    opened = remembering(ReadOptions(), Notes()).open
    assert opened is not None
    for number, reading in enumerate(opened(things())):
        assert isinstance(reading, Document) and len(taken) <= number + 10


def test_one_bomb_in_an_archive_ends_it(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(zeros_txt=b"0" * (3 << 20))
    opened: list[str] = []
    reader = READ.READERS[".zip"]
    monkeypatch.setattr(
        READ,
        "READERS",
        READ.READERS | {".zip": lambda blob, options: opened.append(blob.uri) or reader(blob, options)},
    )
    READ.readers.cache_clear()
    (beside / "many.zip").write_bytes(zipped(a_txt=ARTICLE.encode(), **{f"b{number}_zip": bomb for number in range(9)}))
    try:
        found = told(read(beside))
    finally:
        READ.readers.cache_clear()
    assert found == ["many.zip/a.txt", "many.zip/b0.zip bomb", "zz.txt"]
    assert opened == ["many.zip", "many.zip/b0.zip"]


class Failing:
    """A crew that loses whatever has a certain word in its name."""

    size, here = 2, True

    def __init__(self, lost: Lost) -> None:
        self._lost = lost

    def each(self, work: Callable[[Any], Any], items: Iterable[Any], seconds: float | None = None) -> Iterator[Any]:
        for batch in items:
            yield self._lost if any("bad" in thing.uri for thing in batch) else work(batch)


@pytest.mark.parametrize(
    ("lost", "message"),
    [
        (
            Lost("too-long", "took more than 9 seconds"),
            "bad.txt: took more than 9 seconds; divide it, or give it longer",
        ),
        (Lost("worker-lost", "its worker process ended"), "bad.txt: its worker process ended; divide it"),
    ],
)
def test_a_file_that_costs_its_worker_costs_no_other_and_is_tried_again_the_next_time(lost: Lost, message: str) -> None:
    things = [Blob(f"{name}.txt", ARTICLE.encode()) for name in ("a", "bad", "c")]
    found = [(*readings, sure) for readings, sure in opening.read_by(Failing(lost), things, ReadOptions(), 9)]
    assert told(item for item, _ in found) == ["a.txt", f"bad.txt {lost.code}", "c.txt"]
    assert [sure for _, sure in found] == [True, False, True]
    assert found[1][0].message.startswith(message)


def test_a_paper_that_takes_too_long_to_read_ends_alone(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (beside / "pages.pdf").write_bytes(pdf([Page().column(50, 750, [SENTENCE] * 40) for _ in range(1500)]))
    (beside / "note.txt").write_text(SENTENCE)
    monkeypatch.setattr(opening, "LITTLE", 0)
    monkeypatch.setattr(READ, "HANDED_ON", 1000)
    notes = Notes()
    how = remembering(ReadOptions(), notes, Options(workers=2, seconds=3))
    found = list(read(beside, options=how))
    assert told(found) == ["note.txt", "pages.pdf too-long", "zz.txt"]
    assert len(notes) == 2, "what was lost is not remembered"


def needing(amount: int) -> str:
    try:
        return f"{len(bytearray(amount))} bytes"
    except MemoryError:
        return "no room"


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process can be bounded")
def test_a_worker_cannot_take_all_memory() -> None:
    with processes.Processes(1) as crew:
        assert list(crew.each(needing, [1000, processes.ROOM + (1 << 30)])) == ["1000 bytes", "no room"]


def test_what_needs_too_much_memory_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def reader(blob: Blob, options: ReadOptions) -> Iterator[Document]:
        raise MemoryError

    monkeypatch.setattr(READ, "READERS", READ.READERS | {".txt": reader})
    READ.readers.cache_clear()
    try:
        (failure,) = read(Blob("a.txt", b"x"))
    finally:
        READ.readers.cache_clear()
    assert isinstance(failure, Failure)
    assert (failure.code, failure.message) == (
        "too-large",
        "a.txt: needs more memory than a document may have; divide it, or remove it",
    )


def test_what_is_known_is_told_in_its_place_without_being_read_again(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (beside / "a.txt").write_text(SENTENCE)
    (beside / "ours.png").write_bytes(b"\x89PNG")
    notes = Notes()
    first = list(read(beside, options=remembering(ReadOptions(), notes)))
    (beside / "m.txt").write_text("The mill of Rill burned down in 1902.")
    asked: list[str] = []
    plain = opening.read_thing
    monkeypatch.setattr(opening, "read_thing", lambda thing, options: asked.append(thing.uri) or plain(thing, options))
    second = list(read(beside, options=remembering(ReadOptions(), notes)))
    assert asked == ["m.txt"]
    assert [item for item in second if not isinstance(item, Document) or item.source.uri != "m.txt"] == first
    assert told(first) == ["a.txt", "ours.png skipped", "zz.txt"]
