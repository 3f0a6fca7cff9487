"""What a build remembers is what it would find again, and nothing that somebody put into the file can run."""

from __future__ import annotations

import pickle
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.review.decided import BRIDGE, INQUIRY, documents
from timeline.model.event import Failure, Fate, Review, Role
from timeline.model.expression import Weekend
from timeline.model.text import Anchor, AnchorKind, Span
from timeline.pipeline import Options, build, remembering
from timeline.read import Blob, ReadOptions, read
from timeline.store.frozen import made, packed, unpacked
from timeline.store.memory import Memory, key_of


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are worked on from now on."""
    from timeline.pipeline import workers

    real, names = workers.packed_work, list[str]()

    def noted(document: object, options: Options) -> object:
        names.append(document.source.uri)  # type: ignore[attr-defined]
        return real(document, options)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "packed_work", noted)
    return names


@pytest.mark.parametrize(
    ("options", "changed", "again"),
    [
        (Options(), INQUIRY, []),
        (Options(), INQUIRY + "\nIt met on 2 May 2024.\n", ["inquiry.txt"]),
        (Options(published="2024-05-05"), INQUIRY, ["bridge.txt", "inquiry.txt"]),
        (Options(title="Another"), INQUIRY, []),
    ],
)
def test_only_what_changed_is_worked_on_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: Options, changed: str, again: list[str]
) -> None:
    with closing(Memory(tmp_path)) as memory:
        build(documents(bridge=BRIDGE, inquiry=INQUIRY), known=memory)
        memory.settle()
    names = counted(monkeypatch)
    now = documents(bridge=BRIDGE, inquiry=changed)
    with closing(Memory(tmp_path)) as memory:
        remembered = build(now, options, known=memory)
    assert names == again
    assert remembered == build(now, options)


def test_a_file_is_read_again_only_when_its_bytes_are_new(tmp_path: Path) -> None:
    opened: list[str] = []

    class Noting(Memory):
        def put(self, key: str, value: object) -> None:
            opened.append(key)
            super().put(key, value)

    blobs = [Blob("a.txt", BRIDGE.encode()), Blob("b.txt", b"")]
    for number, new in ((1, 2), (2, 0), (3, 1)):
        if number == 3:
            blobs[1] = Blob("b.txt", INQUIRY.encode())
        before = len(opened)
        with closing(Noting(tmp_path)) as memory:
            found = tuple(read(*blobs, options=remembering(ReadOptions(), memory)))
            memory.settle()
        assert found == tuple(read(*blobs))
        assert len(opened) - before == new
        assert isinstance(found[1], Failure) == (number < 3)


def test_what_a_build_had_no_use_for_is_forgotten(tmp_path: Path) -> None:
    with closing(Memory(tmp_path)) as memory:
        memory.put("old", 1)
        memory.settle()
    with closing(Memory(tmp_path)) as memory:
        assert memory.get("old") == 1
        memory.put("new", 2)
        memory.settle()
    with closing(Memory(tmp_path)) as memory:
        assert (memory.get("new"), memory.get("never")) == (2, None)
        memory.settle()
    with closing(Memory(tmp_path)) as memory:
        assert memory.get("old") is None


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return exec, ("raise SystemExit('it ran')",)


@pytest.mark.parametrize("body", [pickle.dumps(Evil()), pickle.dumps(Path("x")), b"", b"\x80", pickle.dumps(print)])
def test_what_others_put_into_the_cache_runs_nothing(tmp_path: Path, body: bytes) -> None:
    with pytest.raises(ValueError, match="not data of this program"):
        unpacked(body)
    with closing(Memory(tmp_path)) as memory:
        memory.put("key", 1)
        memory.settle()
    with closing(sqlite3.connect(tmp_path / "cache.db")) as connection:
        connection.execute("UPDATE work SET body = ?", (body,))
        connection.commit()
    with closing(Memory(tmp_path)) as memory:
        assert memory.get("key") is None


def test_data_comes_back_as_it_was() -> None:
    made = build(documents(bridge=BRIDGE, inquiry=INQUIRY))
    told = (made.sources, made.events, made.undated, made.set_aside)
    assert unpacked(packed(told)) == told


@pytest.mark.parametrize("told", [Weekend(), Span(3, 5), Role.REFERS, Failure("a", "read", "b", "c"), (1, "x", None)])
def test_data_with_many_fields_or_none_comes_back(told: object) -> None:
    assert unpacked(packed(told)) == told


def test_what_is_always_held_is_written_in_place() -> None:
    event = build(documents(bridge=BRIDGE)).events[0]
    piece = replace(
        event.evidence[0],
        when=replace(event.evidence[0].when, anchor=Anchor(AnchorKind.DCT, Span(1, 2), event.when), yearless=True),
        fate=Fate.UNDATED,
        review=Review(by="Ida", at="2024-05-05T10:00:00Z"),
        joined="same day",
    )
    body = packed(piece)
    assert unpacked(body) == piece
    inside = (b"Resolution", b"Mention", b"MentionType", b"Fate", b"AnchorKind")
    assert [name for name in inside if name in body] == []


@pytest.mark.parametrize("name", ["Fate", "Nobody", "Evidence"])
def test_what_is_no_data_or_too_little_is_an_error(name: str) -> None:
    class Told:
        def __reduce__(self) -> tuple[object, ...]:
            return made, (name, "a")

    with pytest.raises(ValueError, match="not data of this program"):
        unpacked(pickle.dumps(Told(), protocol=5))


def test_a_damaged_cache_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache.db").write_bytes(b"damaged" * 1000)
    with closing(Memory(tmp_path)) as memory:
        assert build(documents(bridge=BRIDGE), known=memory) == build(documents(bridge=BRIDGE))
        memory.settle()


def test_a_build_that_comes_to_nothing_leaves_nothing(tmp_path: Path) -> None:
    with closing(Memory(tmp_path / "exports")) as memory:
        build(documents(bridge=BRIDGE), known=memory)
    assert not (tmp_path / "exports").exists()


def test_keys_differ_where_one_part_does() -> None:
    assert len({key_of("a", "b"), key_of("ab"), key_of("a", b"b"), key_of("a", None), key_of("a", "b", "")}) == 5
