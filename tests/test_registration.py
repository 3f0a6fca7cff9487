"""What other packages add: formats and readers by name, and a name that two have is told with both modules."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import timeline.registration
from tests.browser.samples import bridge
from timeline.errors import InputError
from timeline.export import EXPORTERS, ExportOptions, export, exporters, schema
from timeline.export.format import GROUP
from timeline.model.text import Document
from timeline.read import READERS, Blob, ReadOptions, read, readers
from timeline.read.plain import read_plain


def write_titles(published: schema.Timeline, path: Path, options: ExportOptions) -> Path:
    path.write_text("\n".join(event.title for event in published.events), encoding="utf-8")
    return path


def read_backwards(blob: Blob, options: ReadOptions) -> Iterator[object]:
    return read_plain(Blob(blob.uri, blob.data[::-1]), options)


@pytest.fixture(autouse=True)
def _afresh() -> Iterator[None]:
    readers.cache_clear()
    yield
    readers.cache_clear()


def added(monkeypatch: pytest.MonkeyPatch, *points: tuple[str, str], group: str = GROUP) -> None:
    found = [EntryPoint(name, value, group) for name, value in points]
    monkeypatch.setattr(timeline.registration, "entry_points", lambda group: [p for p in found if p.group == group])


def test_another_package_adds_a_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    added(monkeypatch, ("titles", f"{__name__}:write_titles"))
    assert set(exporters()) == {*EXPORTERS, "titles"}
    for out, formats in ((tmp_path / "mine.titles", None), (tmp_path, ["titles"])):
        (written,) = export(bridge(), out, formats)
        assert written.suffix == ".titles" and written.read_text(encoding="utf-8").startswith("Alder Rail takes over")


@pytest.mark.parametrize(
    ("points", "modules"),
    [
        ([("csv", "sheets.writer:write")], ("timeline.export.csv_files", "sheets.writer")),
        ([("story", "one.story:write"), ("story", "two.story:write")], ("one.story", "two.story")),
    ],
)
def test_a_name_that_two_have_names_both(
    monkeypatch: pytest.MonkeyPatch, points: list[tuple[str, str]], modules: tuple[str, str]
) -> None:
    added(monkeypatch, *points)
    with pytest.raises(InputError, match=f"both {modules[0]} and {modules[1]} are called"):
        exporters()


def test_another_package_adds_a_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    added(monkeypatch, (".drow", f"{__name__}:read_backwards"), group="timeline.readers")
    (tmp_path / "note.drow").write_bytes(b".4202 yaM 3 no denrub llim ehT")
    (document,) = read(tmp_path)
    assert isinstance(document, Document) and document.text == "The mill burned on 3 May 2024."
    assert set(readers()) == {*READERS, ".drow"}


def test_a_suffix_that_two_read_names_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    added(monkeypatch, (".pdf", "papers.pdf:read"), group="timeline.readers")
    (tmp_path / "a.txt").write_text("The mill burned.", encoding="utf-8")
    with pytest.raises(InputError, match=r"both timeline\.read\.pdf and papers\.pdf are called '\.pdf'"):
        list(read(tmp_path))
