"""CSV and back: nothing is lost, no cell is a formula, and spreadsheets know the encoding."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.browser.samples import SAMPLES
from tests.export.models import any_of
from timeline.errors import InputError
from timeline.export import schema
from timeline.export.csv_files import is_csv_export, read_csv_export, write_csv
from timeline.export.flat import cells, columns, model_of
from timeline.export.json_file import read_json, write_json


@pytest.mark.parametrize(
    "kind", [schema.Date, schema.Source, schema.Evidence, schema.Unplaced, schema.Conflict, schema.Failure]
)
def test_any_row_reads_back(kind: type[schema.Published]) -> None:
    assert len(set(columns(kind))) == len(columns(kind))

    @given(any_of(kind))
    @settings(max_examples=60)
    def reads_back(value: schema.Published) -> None:
        assert model_of(kind, cells(value)) == value

    reads_back()


@given(st.data())
@settings(max_examples=25)
def test_any_event_reads_back_beside_its_evidence(data: st.DataObject) -> None:
    event = data.draw(any_of(schema.Event))
    assert model_of(schema.Event, cells(event, ("evidence",)), evidence=event.evidence) == event


@given(any_of(schema.Timeline))
@settings(max_examples=25)
def test_any_timeline_reads_back_from_json_and_csv(
    tmp_path_factory: pytest.TempPathFactory, any_one: schema.Timeline
) -> None:
    named = tuple(event.model_copy(update={"id": f"e{place}"}) for place, event in enumerate(any_one.events))
    published = any_one.model_copy(update={"events": named})
    folder = tmp_path_factory.mktemp("any")
    assert read_json(write_json(published, folder / "t.json")) == published
    assert read_csv_export(write_csv(published, folder / "t.csv")[0]) == published


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_timeline_reads_back(name: str, tmp_path: Path) -> None:
    published = SAMPLES[name]()
    first, *_ = write_csv(published, tmp_path / "t.csv")
    assert is_csv_export(first)
    assert read_csv_export(first) == published


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", "'=1+1"), ("-5 degrees", "'-5 degrees"), ("@all", "'@all"), ("'=x", "''=x"), ("'tis", "'tis"), ("a=1", "a=1"), ("", "")],
)  # fmt: skip
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    failure = schema.Failure(uri="a", stage="read", code="x", message=text)
    assert cells(failure)["message"] == cell
    assert model_of(schema.Failure, {**cells(failure)}) == failure


def test_a_spreadsheet_sees_utf8_whole_days_and_one_row_for_each_event(tmp_path: Path) -> None:
    published = SAMPLES["bridge"]()
    file = write_csv(published, tmp_path / "t.csv")[0]
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["title"] for row in rows] == [event.title for event in published.events]
    assert [row["date_start"] for row in rows] == [event.date.start or "" for event in published.events]
    assert rows[0]["cited"] and rows[0]["quote"]


def test_what_does_not_belong_together_is_told(tmp_path: Path) -> None:
    first, evidence, *_ = write_csv(SAMPLES["bridge"](), tmp_path / "t.csv")
    lines = first.read_bytes().split(b"\r\n")
    first.write_bytes(b"\r\n".join([lines[0], *lines[2:]]))
    with pytest.raises(InputError, match=r"t-evidence\.csv: tells of events that are not in t\.csv"):
        read_csv_export(first)
    evidence.unlink()
    with pytest.raises(InputError, match=r"t-evidence\.csv: cannot be opened .* belong together"):
        read_csv_export(first)


def test_a_row_that_was_broken_is_named(tmp_path: Path) -> None:
    first, *_ = write_csv(SAMPLES["bridge"](), tmp_path / "t.csv")
    text = first.read_text(encoding="utf-8-sig").replace(",candidate,", ",maybe,", 1)
    first.write_text(text, encoding="utf-8-sig")
    with pytest.raises(InputError, match=r"t\.csv:2: not a row that was exported .*status"):
        read_csv_export(first)
