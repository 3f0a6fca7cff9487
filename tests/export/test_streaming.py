"""A timeline too large to hold is written piece by piece: no writer holds its events, or what it makes of them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from weakref import WeakSet

import pytest

from tests.browser.samples import SAMPLES, bridge, crowded
from tests.export.test_publish import TIMELINE
from timeline.errors import InputError
from timeline.export import (
    EXPORTERS,
    export,
    island,
    lazy,
    left_to_others,
    listing,
    parquet,
    schema,
    writing,
    xlsx_file,
)
from timeline.export.json_file import json_bytes
from timeline.export.publish import publish
from timeline.model.event import Timeline

STREAMED = (
    "json", "jsonl", "csv", "xlsx", "markdown", "ics", "timelinejs", "vis", "markwhen", "jsonld", "timesketch", "ftm", "parquet",
)  # fmt: skip
OF_PARTS = ("html", "embed", "png", "svg", "pdf")
BOUNDED = ("docx", "timeml")
MANY = 900
HELD = 40
"""Events that a writer may hold at a time."""


class Stored(Sequence[Any]):
    """A sequence as if on a disk: each item is made when it is asked for. It sees how many of them are in use."""

    def __init__(self, make: Callable[[int], Any], count: int, at_the_end: Callable[[], None] = lambda: None) -> None:
        self._make, self._count, self._at_the_end = make, count, at_the_end
        self.alive: WeakSet[Any] = WeakSet()
        self.made = self.most = 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Any]:
        yield from (self[place] for place in range(self._count))
        self._at_the_end()

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return tuple(map(self._make, range(*at.indices(self._count))))
        item = self._make(at)
        self.made += 1
        if isinstance(item, schema.Published):
            self.alive.add(item)
            self.most = max(self.most, len(self.alive))
        return item


def stored(items: Sequence[Any]) -> Stored:
    return Stored(items.__getitem__, len(items))


def lazily(published: schema.Timeline) -> schema.Timeline:
    names = ("sources", "events", "undated", "set_aside")
    return published.model_copy(update={name: stored(getattr(published, name)) for name in names})


def numbered(number: int) -> schema.Event:
    """One of many events: no two are the same object."""
    events = bridge().events
    event = events[number * len(events) // MANY]
    return event.model_copy(update={"id": f"e{number:06}", "importance": number % 100 / 100})


@pytest.mark.parametrize("name", [*STREAMED, "docx", "html"])
@pytest.mark.parametrize("sample", ["bridge", "hostile", "far", "empty"])
def test_what_is_read_from_a_disk_is_written_as_what_is_held(name: str, sample: str, tmp_path: Path) -> None:
    published = SAMPLES[sample]()
    held, read = (
        export(one, tmp_path / folder, [name]) for one, folder in ((published, "held"), (lazily(published), "read"))
    )
    assert [file.read_bytes() for file in read] == [file.read_bytes() for file in held]


@pytest.mark.parametrize("name", STREAMED)
def test_no_writer_holds_the_events_or_what_it_makes_of_them(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS", 100)
    monkeypatch.setattr(writing, "BUFFER", 4096)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    on_disk: list[int] = []
    events = Stored(numbered, MANY, lambda: on_disk.append(size(tmp_path)))
    files = export(bridge().model_copy(update={"events": events}), f"{tmp_path}/", [name])
    assert events.most <= HELD
    assert max(on_disk) >= sum(file.stat().st_size for file in files) / 3, "it was written while the events were read"


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_every_format_is_streamed_or_says_how_much_it_has_room_for() -> None:
    assert {*STREAMED, *OF_PARTS, *BOUNDED} == set(EXPORTERS)
    assert {name for name, exporter in EXPORTERS.items() if exporter.weightiest} == set(OF_PARTS)
    assert {name for name, exporter in EXPORTERS.items() if exporter.most is not None} == set(BOUNDED)


@pytest.mark.parametrize("name", BOUNDED)
def test_what_has_no_room_for_so_many_events_says_so_before_anything_is_written(name: str, tmp_path: Path) -> None:
    most = EXPORTERS[name].most or 0
    many = bridge().model_copy(update={"events": Stored(numbered, most + 1)})
    with pytest.raises(
        InputError, match=rf"{name} has room for {most:,} events, and there are {most + 1:,}; choose some"
    ):
        export(many, tmp_path / "out", ["json", name])
    assert not (tmp_path / "out").exists()


def test_a_page_of_very_many_events_holds_few_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(island.thinned, "__defaults__", (500, 200))
    monkeypatch.setattr(island, "LISTED", 3)
    events = Stored(numbered, MANY)
    many = bridge().model_copy(update={"events": events, "set_aside": bridge().undated * 5})
    part, rest = island.thinned(many)
    assert events.most <= 200 + HELD and rest["total"] == MANY
    assert (len(part.events), len(part.set_aside)) == (200, 3)
    assert {source.id for source in part.sources} == {item.source for event in part.events for item in event.evidence}
    told = listing.appendix(part, many)
    assert '<span class="count">5</span></summary>' in told and "These are 3 of them; all are in" in told


@pytest.mark.parametrize(
    ("events", "told"), [(20_000, ()), (20_001, ("t.html shows the 10,000 most important of 20,001 events",))]
)
def test_who_wrote_a_page_of_part_of_the_events_is_told(events: int, told: tuple[str, ...]) -> None:
    assert left_to_others(events, [("json", Path("out/t.json")), ("html", Path("out/t.html"))]) == told


def test_publishing_makes_an_event_when_it_is_read(tmp_path: Path) -> None:
    events = Stored(lambda number: TIMELINE.events[0], MANY)
    published = publish(Timeline("Mills", stored(TIMELINE.sources), events, stored(TIMELINE.undated)))
    assert (len(published.events), events.made) == (MANY, 0)
    (whole,) = publish(TIMELINE).events
    assert published.events[7] == whole and list(published.events[2:4]) == [whole, whole] and events.made == 1
    assert tuple(published.undated) == publish(TIMELINE).undated


def test_of_lazy_sequences_some_are_chosen_and_some_found_by_a_key() -> None:
    numbers = stored(range(10))
    even = lazy.chosen(lambda number: number % 2 == 0, numbers)
    assert (len(even), even[1], even[-1], list(even[1:3]), list(even), numbers.made) == (
        5,
        2,
        8,
        [2, 4],
        [0, 2, 4, 6, 8],
        24,
    )
    squares = lazy.mapped(lambda number: number * number, even)
    assert (list(squares), squares[2], list(squares[:2])) == ([0, 4, 16, 36, 64], 16, [0, 4])
    by_key = lazy.by_key(str, numbers)
    assert (by_key["7"], by_key.get("11"), len(by_key), "3" in by_key) == (7, None, 10, True)


@pytest.mark.parametrize("kind", [lazy.mapped, lazy.chosen])
def test_what_is_held_stays_held(kind: Callable[..., Any]) -> None:
    assert isinstance(kind(bool, (1, 2)), tuple)


@pytest.mark.parametrize("name", sorted(SAMPLES.keys() - {"thinned"}))
def test_the_pieces_of_json_are_what_the_standard_library_writes(name: str) -> None:
    published = SAMPLES[name]()
    assert json_bytes(published).decode() == json.dumps(published.model_dump(), ensure_ascii=False, indent=1) + "\n"


def test_a_sheet_that_is_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "ROWS", 31)
    assert export(crowded(15), tmp_path, ["xlsx"])
    with pytest.raises(InputError, match="a sheet holds 30 rows, and there are more in Events; write csv or parquet"):
        export(crowded(31), tmp_path / "full", ["xlsx"])
    assert list((tmp_path / "full").iterdir()) == []
