"""`names.csv`: what people say of the names in the documents beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.export.name_table import corrections_csv
from timeline.model.event import Timeline
from timeline.pipeline import build
from timeline.read import read

FIRST = "Ada Cole opened the lock in Lund on 3 March 2017. Cole left Lund on 9 March 2017."
SECOND = "The lock in Lund failed on 9 March 2017, and Cole left. The board in Lund dismissed Cole on 12 March 2017."


def folder(path: Path, table: str | None = None) -> Path:
    (path / "first.txt").write_text(FIRST, encoding="utf-8")
    (path / "second.txt").write_text(SECOND, encoding="utf-8")
    if table is not None:
        (path / "names.csv").write_text(table, encoding="utf-8")
    return path


def names(made: Timeline) -> dict[str, str | None]:
    return {name.name: name.kind for name in made.names}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (None, {"Ada Cole": "person", "Lund": "place"}),
        ("name,same as\nCole,Adeline Cole\nAda Cole,Adeline Cole\n", {"Adeline Cole": "person", "Lund": "place"}),
        ("name;kind\nLund;organisation\n", {"Ada Cole": "person", "Lund": "organisation"}),
        ("name,kind\nLund,Not a name\n", {"Ada Cole": "person"}),
        ("name,same_as,in\nCole,Ben Cole,second.txt\n", {"Ada Cole": "person", "Ben Cole": None, "Lund": "place"}),
    ],
)
def test_the_next_build_reads_it(table: str | None, expected: dict[str, str | None], tmp_path: Path) -> None:
    made = build(read(folder(tmp_path, table)))
    assert names(made) == expected
    assert not made.failures


def test_what_is_written_changes_nothing_when_it_is_read(tmp_path: Path) -> None:
    before = build(read(folder(tmp_path)))
    (tmp_path / "names.csv").write_text(corrections_csv(before.names), encoding="utf-8-sig")
    after = build(read(tmp_path))
    assert (after.names, after.events) == (before.names, before.events)
    assert [(skipped.uri, skipped.why) for skipped in after.skipped] == [
        ("names.csv", "what is said of the names in the documents beside it")
    ]


def test_a_row_that_names_nobody_is_told(tmp_path: Path) -> None:
    made = build(read(folder(tmp_path, "name,same as\nCoal,Ada Cole\n")))
    assert [failure.message for failure in made.failures] == [
        "names.csv:2: no event names 'Coal'; `timeline names` shows the names"
    ]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("person,same as\nCole,Ada Cole\n", ["names.csv:1: no column 'name'", "names.csv:1: no such column: 'person'"]),
        ("name,same as\n,Ada Cole\n", ["names.csv:2: column 'name': it is empty"]),
        ("name,kind\nCole,ship\n", ["names.csv:2: column 'kind': 'ship' is no kind; give person, place, organisation or not a name"]),
        ("name,same as,kind\nCole,Ada Cole,not a name\n", ["names.csv:2: column 'same as'"]),
        ("name,same as\nCole,Ada Cole\nCole,Ben Cole\n", ["names.csv:3: column 'name': 'Cole' has a row already (names.csv:2)"]),
        ("name,same as\nCole,Ada Cole\nAda Cole,Cole\n", ["names.csv:2: column 'same as': Cole is Ada Cole is Cole", "names.csv:3: column 'same as'"]),
        ("name,kind\nCole,ship\n,\nLund,boat\n", ["names.csv:2: column 'kind'", "names.csv:4: column 'kind'"]),
    ],
)  # fmt: skip
def test_all_that_is_wrong_is_told_at_once(table: str, wrong: list[str], tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(folder(tmp_path, table))
    lines = str(caught.value).split("\n")
    assert [line.startswith(start) for line, start in zip(lines, wrong, strict=True)] == [True] * len(wrong), lines
