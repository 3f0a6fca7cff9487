"""From the program's own data to the published types, and to timeline.json and back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.errors import InputError, UnknownFormat
from timeline.export import USUAL, export, export_targets, listing, schema
from timeline.export.citation import citations
from timeline.export.json_file import json_bytes, json_schema, read_json, write_json
from timeline.export.publish import publish, publish_date
from timeline.model import edtf, period
from timeline.model.event import (
    Conflict,
    Event,
    Evidence,
    Factuality,
    Failure,
    Fate,
    Locator,
    Role,
    Skipped,
    SourceReport,
    Timeline,
)
from timeline.model.expression import CalendarDate
from timeline.model.text import (
    Anchor,
    AnchorKind,
    Dating,
    Mention,
    MentionType,
    PartKind,
    Resolution,
    Source,
    Span,
)
from timeline.model.value import Mod, TimeValue
from timeline.read import Blob

TEXT = "On 3 May 2004 the mill burned."
SOURCE = Source(
    "s1", "mill.txt", "The mill", "The mill burns", "0" * 64, "text/plain",
    published=Dating(period.day(2004, 5, 4), "header", True), language="en", copies=("copy.txt",),
)  # fmt: skip
MENTION = Mention("s1", Span(3, 13), TEXT[3:13], MentionType.DATE, CalendarDate(2004, 5, 3), "en.absolute.day", "en")
RESOLUTION = Resolution(
    MENTION, period.day(2004, 5, 3), Anchor(AnchorKind.EXPLICIT), ("names its year",), 0.99,
    (period.day(2004, 3, 5),),
)  # fmt: skip
EVIDENCE = Evidence(
    "e1", "s1", Fate.EVIDENCE, RESOLUTION, Span(0, 30), TEXT, Span(14, 22), TEXT[14:22], "The mill burned",
    PartKind.BODY, Role.REPORTS, Factuality.HAPPENED, locator=Locator(line=1), confidence=0.987654321,
)  # fmt: skip
EVENT = Event("e1", "The mill burned", period.day(2004, 5, 3), (EVIDENCE,), 0.9, ("the mill",), importance=1.2)
TIMELINE = Timeline(
    "Mills",
    (SourceReport(SOURCE, ((Fate.EVIDENCE, 1), (Fate.DURATION, 2), (Fate.VAGUE, 3))),),
    (EVENT,),
    undated=(replace(EVIDENCE, id="e2", fate=Fate.UNDATED, reason="names no year"),),
    set_aside=(replace(EVIDENCE, id="e3", fate=Fate.SET_ASIDE, part=PartKind.TEASER, reason="another story's teaser"),),
    failures=(Failure("bad.txt", "read", "empty", "bad.txt: the file is empty"),),
    skipped=(Skipped(".DS_Store", "a hidden file"),),
)


@pytest.mark.parametrize(
    ("value", "start", "end", "kind", "precision"),
    [
        (edtf.parse("2023-12-24"), "2023-12-24", "2023-12-24", "point", "day"),
        (edtf.parse("2024-05"), "2024-05-01", "2024-05-31", "point", "month"),
        (edtf.parse("2024-02"), "2024-02-01", "2024-02-29", "point", "month"),
        (edtf.parse("2023"), "2023-01-01", "2023-12-31", "point", "year"),
        (edtf.parse("2004-05-03/2004-05-06"), "2004-05-03", "2004-05-06", "span", "day"),
        (edtf.parse("2022-02/.."), "2022-02-01", None, "since", "month"),
        (edtf.parse("../1945-05"), None, "1945-05-31", "until", "month"),
        (edtf.parse("2023-10-07T06:30"), "2023-10-07", "2023-10-07", "point", "minute"),
        (edtf.parse("2023-10-07T23:59:59"), "2023-10-07", "2023-10-07", "point", "second"),
        (edtf.parse("-0043-03-15"), "-0043-03-15", "-0043-03-15", "point", "day"),
        (edtf.parse("XXXX-12-24"), None, None, "point", "day"),
        (edtf.parse("18XX"), "1800-01-01", "1899-12-31", "point", "century"),
        (period.week(2013, 20), "2013-05-13", "2013-05-19", "point", "week"),
        (period.modified(period.year(2010), Mod.END), "2010-09-01", "2010-12-31", "point", "year"),
    ],
)
def test_bounds_are_full_inclusive_days(
    value: TimeValue, start: str | None, end: str | None, kind: str, precision: str
) -> None:
    date = publish_date(value)
    assert date is not None
    assert (date.start, date.end, date.kind, date.precision) == (start, end, kind, precision)
    assert date.edtf == value.edtf


@pytest.mark.parametrize("value", [None, TimeValue(None, "P3D", None, None, None)])
def test_what_no_calendar_holds_has_no_date(value: TimeValue | None) -> None:
    assert publish_date(value) is None


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28))
def test_a_day_starts_and_ends_on_itself(year: int, month: int, day: int) -> None:
    date = publish_date(period.day(year, month, day))
    assert date is not None
    assert date.start == date.end == date.edtf


def test_an_event_with_all_its_fields() -> None:
    (event,) = publish(TIMELINE).events
    (evidence,) = event.evidence
    assert event.model_dump(exclude={"date", "evidence"}) == {
        "id": "e1", "title": "The mill burned", "confidence": 0.9, "status": "candidate", "edited": False,
        "participants": ("the mill",), "places": (), "tags": (), "factuality": "happened", "importance": 1.0,
        "conflicts": (), "counts": {"quotes": 1, "sources": 1, "publishers": 0, "independent": 1},
        "maybe_same": (), "correction": None, "review": None,
    }  # fmt: skip
    assert evidence.model_dump(exclude={"date", "alternatives", "locator"}) == {
        "id": "e1", "source": "s1", "quote": TEXT, "quote_span": (0, 30), "date_text": "3 May 2004",
        "date_span": (3, 13), "head": "the mill", "head_span": (14, 22), "basis": "explicit",
        "why": ("names its year",), "confidence": 0.988, "part": "body", "lead": False, "role": "reports",
        "factuality": "happened", "attributed_to": None, "joined": None,
    }  # fmt: skip
    assert [date.display for date in evidence.alternatives] == ["5 Mar 2004"]
    assert evidence.locator.line == 1
    assert evidence.locator.page is None


def test_a_source_counts_its_dates_and_they_add_up() -> None:
    (source,) = publish(TIMELINE).sources
    assert source.dates.model_dump() == {
        "mentions": 6, "evidence": 1, "undated": 0, "set_aside": 0, "duration": 2, "set": 0, "vague": 3,
    }  # fmt: skip
    assert source.published is not None
    assert (source.published.display, source.published_from, source.copies) == ("4 May 2004", "header", ("copy.txt",))


def test_what_is_not_on_the_timeline_says_why() -> None:
    published = publish(TIMELINE)
    assert [entry.reason for entry in published.undated] == ["names no year"]
    assert [(entry.part, entry.reason) for entry in published.set_aside] == [("teaser", "another story's teaser")]
    assert [failure.code for failure in published.failures] == ["empty"]


def test_conflicts_name_their_date_and_evidence() -> None:
    event = replace(EVENT, conflicts=(Conflict(period.day(2004, 5, 4), ("e9",), "one source says a day later"),))
    (conflict,) = publish(replace(TIMELINE, events=(event,))).events[0].conflicts
    assert (conflict.date.edtf, conflict.evidence, conflict.note) == (
        "2004-05-04", ("e9",), "one source says a day later",
    )  # fmt: skip


def test_json_comes_back_the_same(tmp_path: Path) -> None:
    published = publish(TIMELINE)
    path = write_json(published, tmp_path / "new" / "timeline.json")
    assert read_json(path) == published
    assert path.read_bytes() == json_bytes(published)
    assert path.read_bytes().endswith(b"}\n")
    assert [item.name for item in path.parent.iterdir()] == ["timeline.json"], "no temporary file is left"


def test_json_is_in_the_words_own_letters_and_safe_for_half_a_surrogate_pair() -> None:
    published = publish(replace(TIMELINE, title="Größe \u202e\U0001f600"))
    assert "Größe \u202e\U0001f600" in json_bytes(published).decode()
    event = publish(TIMELINE).events[0].model_copy(update={"title": "broken \ud83d title"})
    broken = json_bytes(publish(TIMELINE).model_copy(update={"events": (event,)}))
    assert json.loads(broken)["events"][0]["title"] == "broken \ud83d title"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[]", "names no schema_version"),
        (b"{}", "names no schema_version"),
        (b'{"schema_version": 2}', "has schema_version 2"),
        (b'{"schema_version": 1}', "not a whole timeline.json"),
    ],
)
def test_what_is_no_timeline_json_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "timeline.json").write_bytes(content)
    with pytest.raises(InputError, match=told):
        read_json(tmp_path / "timeline.json")
    with pytest.raises(InputError, match="cannot be opened"):
        read_json(tmp_path / "nothing.json")


def test_the_json_schema_names_every_field_of_the_file() -> None:
    described = json_schema()
    definitions = {**described["$defs"], "Timeline": described}
    for name, model in (("Timeline", schema.Timeline), ("Event", schema.Event), ("Date", schema.Date)):
        assert set(definitions[name]["required"]) == {
            key for key, field in model.model_fields.items() if field.is_required()
        }
        assert set(definitions[name]["properties"]) == set(model.model_fields)


@pytest.mark.parametrize(
    ("path", "formats", "written"),
    [
        ("out", None, [f"out/timeline.{name}" for name in USUAL]),
        ("out", ["json"], ["out/timeline.json"]),
        ("out", ["html", "json", "html"], ["out/timeline.html", "out/timeline.json"]),
        ("mine.json", None, ["mine.json"]),
        ("mine.HTML", None, ["mine.HTML"]),
        ("mine.data", ["json"], ["mine.data"]),
        ("results.2024/", None, [f"results.2024/timeline.{name}" for name in USUAL]),
    ],
)
def test_a_folder_gets_every_format_and_a_file_its_own(
    path: str, formats: list[str] | None, written: list[str]
) -> None:
    assert [target.as_posix() for _, target in export_targets(path, formats)] == written


@pytest.mark.parametrize(("path", "formats"), [("out", ["doc"]), ("mine.doc", None), ("out", ["json", ""])])
def test_an_unknown_format_lists_what_there_is(path: str, formats: list[str] | None) -> None:
    with pytest.raises(UnknownFormat, match="there are: json, html"):
        export_targets(path, formats)


def test_one_file_cannot_hold_two_formats() -> None:
    with pytest.raises(InputError, match="give a folder"):
        export_targets("mine.json", ["json", "html"])


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InputError, match="choose another"):
        export(TIMELINE, tmp_path / "file", ["json"])
    with pytest.raises(InputError, match="cannot be written"):
        export(TIMELINE, tmp_path / "file" / "timeline.json")


def test_a_saved_page_keeps_its_address() -> None:
    page = (
        "<html><head><link rel='canonical' href='https://news.example/2019/weir'></head><body><h1>The weir is shut</h1>"
        "<p>The weir was shut on 3 May 2019 after the flood came over the mill and the quay.</p></body></html>"
    )
    published = publish(timeline.build(timeline.read(Blob("saved.html", page.encode()))))
    (source,) = published.sources
    assert (source.uri, source.address) == ("saved.html", "https://news.example/2019/weir")
    assert listing.link_of(source) == source.address
    assert citations(published, published.events[0].id)[0].reference.endswith("https://news.example/2019/weir")
