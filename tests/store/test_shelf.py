"""What is laid down on a shelf is got back the same, in order, and gone when the shelf is closed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import StoreError
from timeline.store.frozen import packed
from timeline.store.shelf import Shelf, Shelved


def filled(shelf: Shelf, count: int) -> Shelved[int]:
    table = shelf.table("numbers", "place INTEGER, body BLOB")
    for number in range(count):
        table.add(-number, packed(number))
    return Shelved(table, "place DESC")


@pytest.mark.parametrize("count", [0, 1, 3, 1201])
def test_a_sequence_on_a_shelf_is_as_a_list(count: int, tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        numbers, told = filled(shelf, count), list(range(count))
        assert len(numbers) == count
        assert list(numbers) == list(numbers) == told
        assert [tuple(numbers[part]) for part in (slice(1, 3), slice(None, None, 2), slice(-2, None))] == [
            tuple(told[1:3]), tuple(told[::2]), tuple(told[-2:])
        ]  # fmt: skip
        if count:
            assert (numbers[0], numbers[-1]) == (told[0], told[-1])
        with pytest.raises(IndexError):
            numbers[count]


def test_an_item_is_found_by_its_number(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        table = shelf.table("numbered", "number INTEGER PRIMARY KEY, body BLOB")
        for number in range(50):
            table.add(number, packed(f"item {number}"))
        items = Shelved[str](table, "number", numbered=True)
        assert [items[0], items[49], items[-2]] == ["item 0", "item 49", "item 48"]
        (plan,) = shelf.connection.execute(f"EXPLAIN QUERY PLAN SELECT body FROM numbered {items._one}", (3,))
        assert "SEARCH" in plan[3]


def test_items_are_made_of_what_lies_there(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        filled(shelf, 3)
        table = shelf.table("others", "body BLOB")
        table.add(packed(5))
        assert list(Shelved(table, made=lambda number: number * 2)) == [10]


def test_nothing_is_left_of_a_closed_shelf(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        filled(shelf, 3)
        filled(shelf.beside(), 3)
        shelf.heap().add(0, range(20_000))
        assert len(list(tmp_path.iterdir())) == 2
    assert not list(tmp_path.iterdir())


def test_what_a_killed_build_left_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    code = f"import os; from timeline.store.shelf import Shelf; Shelf(__import__('pathlib').Path({str(tmp_path)!r})); os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    (left,) = tmp_path.iterdir()
    others = [tmp_path / "timeline-build-notes.txt", tmp_path / f"timeline-build-{os.getpid()}-x"]
    for other in others:
        other.write_text("mine")
    with Shelf(tmp_path):
        assert not left.exists()
        assert all(other.exists() for other in others)


def test_a_folder_that_nobody_may_write_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot write there"):
        Shelf(tmp_path / "nowhere")


def test_rows_of_another_shelf_are_taken_in(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf, Shelf(tmp_path) as other:
        table = shelf.table("numbers", "place INTEGER, body BLOB")
        table.add(1, packed("first"))
        theirs = other.table("numbers", "place INTEGER, body BLOB")
        theirs.add(0, packed("second"))
        theirs.flush()
        table.take_in(other.keep())
        assert list(Shelved(table, "place")) == ["second", "first"]
    assert not list(tmp_path.iterdir())


@given(st.lists(st.integers(0, 2**64 - 1)))
def test_a_heap_gives_back_what_each_bucket_was_given(numbers: list[int]) -> None:
    with Shelf() as shelf:
        heap = shelf.heap()
        for number in numbers:
            heap.add(number % 64, (number,))
        assert [list(heap.bucket(n)) for n in range(64)] == [[x for x in numbers if x % 64 == n] for n in range(64)]
