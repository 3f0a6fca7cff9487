"""Each format as its own tool reads it, else by its published table of fields: what is kept, and what is left out."""

from __future__ import annotations

import datetime
import io
import json
import re
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.browser.samples import (
    HOSTILE_TEXTS,
    SAMPLES,
    bridge,
    date,
    day,
    far,
    hostile,
    month,
    since,
    span,
    until,
    year,
)
from timeline.export import EXPORTERS, ExportOptions, export, schema
from timeline.export.markwhen import _date as markwhen_date
from timeline.export.timelinejs import slides
from timeline.export.vis import items

FORMATS = (
    "json", "jsonl", "csv", "xlsx", "markdown", "docx", "ics", "timelinejs", "vis", "markwhen", "jsonld", "timesketch", "ftm",
    "parquet",
)  # fmt: skip
FLOATING = datetime.datetime.fromisoformat("2023-10-07T06:30")
ISO = datetime.date.fromisoformat


def written(name: str, published: schema.Timeline, folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in export(published, folder, [name]))


def lines(name: str, published: schema.Timeline, folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(name, published, folder).decode().splitlines()]


def with_status(status: str) -> schema.Timeline:
    one, *others = bridge().events
    return bridge().model_copy(update={"events": (one.model_copy(update={"status": status}), *others)})


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("sample", ["bridge", "hostile", "far", "empty"])
def test_same_timeline_same_bytes(name: str, sample: str, tmp_path: Path) -> None:
    one, two = (written(name, SAMPLES[sample](), tmp_path / folder) for folder in ("one", "two"))
    assert one == two


@pytest.mark.parametrize("name", [name for name in FORMATS if not EXPORTERS[name].rejected])
def test_what_was_rejected_is_left_out_where_no_status_is_told(name: str, tmp_path: Path) -> None:
    whole, part = with_status("rejected"), bridge().model_copy(update={"events": bridge().events[1:]})
    assert written(name, whole, tmp_path / "whole") == written(name, part, tmp_path / "part")


@pytest.mark.parametrize("name", FORMATS[3:])
def test_a_format_says_what_it_cannot_keep(name: str) -> None:
    told = import_module(EXPORTERS[name].writer.partition(":")[0]).__doc__ or ""
    assert "annot be kept" in told or "see `report`" in told


# iCalendar, read by icalendar


def calendar(published: schema.Timeline, folder: Path) -> Any:
    from icalendar import Calendar

    return Calendar.from_ical(written("ics", published, folder))


def only(when: schema.Date) -> schema.Timeline:
    event = bridge().events[0].model_copy(update={"date": when})
    return bridge().model_copy(update={"events": (event,)})


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (day("2023-10-07"), ISO("2023-10-07"), None),
        (month("2023-11"), ISO("2023-11-01"), ISO("2023-12-01")),
        (year("2024"), ISO("2024-01-01"), ISO("2025-01-01")),
        (span("2023-10-20", "2023-11-15", ""), ISO("2023-10-20"), ISO("2023-11-16")),
        (since("2022-02", "2022-02-01", ""), ISO("2022-02-01"), None),
        (until("2021-05", "2021-05-31", ""), ISO("2021-05-31"), None),
        (date("2023-10-07T06:30", "2023-10-07", "2023-10-07", "", precision="minute"), FLOATING, None),
        (date("2023-10-07T06:30Z", "2023-10-07", "2023-10-07", "", precision="minute"), datetime.datetime(2023, 10, 7, 6, 30, tzinfo=datetime.UTC), None),
    ],
)  # fmt: skip
def test_an_entry_of_a_calendar(
    when: schema.Date, start: datetime.date, end: datetime.date | None, tmp_path: Path
) -> None:
    (entry,) = calendar(only(when), tmp_path).walk("VEVENT")
    assert entry.decoded("dtstart") == start
    assert (entry.decoded("dtend") if "dtend" in entry else None) == end
    assert str(entry["x-edtf"]) == when.edtf


@pytest.mark.parametrize(("status", "told"), [("accepted", "CONFIRMED"), ("candidate", "TENTATIVE")])
def test_a_calendar_tells_the_status_quotes_and_sources(status: str, told: str, tmp_path: Path) -> None:
    whole = with_status(status)
    entries = calendar(whole, tmp_path).walk("VEVENT")
    assert [str(entry["summary"]) for entry in entries] == [event.title for event in whole.events]
    assert str(entries[0]["status"]) == told
    assert whole.events[0].evidence[0].quote in str(entries[0]["description"])


def test_a_calendar_tells_how_many_events_have_no_day_in_it(tmp_path: Path) -> None:
    found = calendar(far(), tmp_path)
    assert int(found["x-left-out"]) == len(far().events) - len(found.walk("VEVENT")) > 0


# Spreadsheets, read by openpyxl


def test_a_workbook_has_true_dates_and_no_formulas(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    for published in (bridge(), hostile(), far()):
        book = load_workbook(io.BytesIO(written("xlsx", published, tmp_path)))
        assert book.sheetnames == ["Events", "Evidence", "Sources"]
        rows = list(book["Events"].iter_rows())
        names = [cell.value for cell in rows[0]]
        assert [row[names.index("id")].value for row in rows[1:]] == [event.id for event in published.events]
        for row, event in zip(rows[1:], published.events, strict=True):
            start = row[names.index("start")]
            modern = (
                event.date.start is not None and "1900" <= event.date.start < "9999" and len(event.date.start) == 10
            )
            assert start.is_date is modern
            assert (start.value.date().isoformat() if modern else start.value) == event.date.start
        assert not [
            cell
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f" or cell.hyperlink
        ]


def test_a_workbook_has_columns_to_fill_in(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(written("xlsx", bridge(), tmp_path)))["Events"]
    head = {cell.value: cell for cell in sheet[1]}
    for name in ("decision", "corrected_date", "note"):
        assert sheet.cell(2, head[name].column).value is None
        assert sheet.cell(2, head[name].column).number_format == "@"
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"accept,reject"' and head["decision"].column_letter + "2" in rule.sqref


# Reports, read by markdown-it and python-docx


def test_a_markdown_report_shows_the_titles_and_every_footnote(tmp_path: Path) -> None:
    text = written("markdown", bridge(), tmp_path).decode()
    defined = re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.MULTILINE)
    cited = re.findall(r"\[\^(\d+)\](?!:)", text)
    passages = [piece for event in bridge().events for piece in event.evidence]
    assert [number for number, _ in defined] == cited == [str(number) for number in range(1, len(passages) + 1)]
    assert "## 1998" in text and "## Undated" in text


def test_hostile_text_is_text_in_markdown(tmp_path: Path) -> None:
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark").render(written("markdown", hostile(), tmp_path).decode().split("\n", 1)[1])
    assert set(re.findall(r"<(\w+)", page)) <= {"h1", "h2", "p", "ul", "li", "strong", "a"}
    shown = " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())
    for text in HOSTILE_TEXTS.values():
        assert " ".join(text.split()) in shown
    assert not re.findall(r'href="(?!https?:|#)', page)


def test_a_docx_report_holds_every_event_and_note(tmp_path: Path) -> None:
    from docx import Document

    paragraphs = [paragraph.text for paragraph in Document(io.BytesIO(written("docx", bridge(), tmp_path))).paragraphs]
    for event in bridge().events:
        assert any(text.startswith(f"{event.date.display}  {event.title}") for text in paragraphs)
    assert sum(1 for text in paragraphs if re.match(r"\d+\. “", text)) == sum(
        len(event.evidence) for event in bridge().events
    )


# Timeline libraries, by their tables of fields

SLIDE = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
DATE = {"year", "month", "day", "hour", "minute", "second", "millisecond", "display_date"}
VIS = {
    "className",
    "align",
    "content",
    "end",
    "editable",
    "group",
    "id",
    "limitSize",
    "selectable",
    "start",
    "style",
    "subgroup",
    "title",
    "type",
}
VIS_OWN = {"edtf", "status", "factuality", "confidence"}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_slides_are_as_timelinejs_has_them(name: str, tmp_path: Path) -> None:
    made = json.loads(written("timelinejs", SAMPLES[name](), tmp_path))
    assert set(made) <= {"events", "title", "eras", "scale"}
    for slide in made["events"]:
        assert set(slide) <= SLIDE and set(slide["text"]) <= {"headline", "text"}
        for side in ("start_date", "end_date"):
            assert set(slide.get(side, {"year": 0})) <= DATE and isinstance(slide.get(side, {"year": 0})["year"], int)
        assert "<script" not in slide["text"]["headline"] + slide["text"]["text"]


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (day("2023-10-07"), {"year": 2023, "month": 10, "day": 7}, None),
        (month("2023-11"), {"year": 2023, "month": 11}, None),
        (year("2000", approximate=True), {"year": 2000}, None),
        (span("2023-10-20", "2023-11-15", ""), {"year": 2023, "month": 10, "day": 20}, {"year": 2023, "month": 11, "day": 15}),
        (date("-0043-03-15", "-0043-03-15", "-0043-03-15", ""), {"year": -44, "month": 3, "day": 15}, None),
    ],
)  # fmt: skip
def test_a_slide_is_no_more_precise_than_its_date(
    when: schema.Date, start: dict[str, int], end: dict[str, int] | None
) -> None:
    (slide,) = slides(only(when))
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_items_are_as_vis_has_them(name: str, tmp_path: Path) -> None:
    made = json.loads(written("vis", SAMPLES[name](), tmp_path))
    groups = {group["id"] for group in made["groups"]}
    for item in made["items"]:
        assert set(item) <= VIS | VIS_OWN and item["group"] in groups
        assert ("end" in item) is (item["type"] == "range")


@pytest.mark.parametrize(
    ("when", "start", "end", "kind"),
    [
        (day("2023-10-07"), "2023-10-07", None, "box"),
        (month("2023-11"), "2023-11-01", "2023-12-01", "range"),
        (since("2022-02", "2022-02-01", ""), "2022-02-01", None, "point"),
        (date("-0043-03-15", "-0043-03-15", "-0043-03-15", ""), "-000043-03-15", None, "box"),
        (date("Y12024", "12024-01-01", "12024-12-31", "", precision="year"), "+012024-01-01", "+012025-01-01", "range"),
        (
            date("2023-10-07T06:30", "2023-10-07", "2023-10-07", "", precision="minute"),
            "2023-10-07T06:30:00",
            None,
            "box",
        ),
    ],
)
def test_an_item_of_vis(when: schema.Date, start: str, end: str | None, kind: str) -> None:
    (item,) = items(only(when))
    assert (item["start"], item.get("end"), item["type"]) == (start, end, kind)


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (day("2023-10-07"), "2023-10-07:"),
        (month("2024-02"), "2024-02:"),
        (year("2000", approximate=True), "2000:"),
        (span("2023-10-20", "2023-11-15", ""), "2023-10-20/2023-11-15:"),
        (date("199X", "1990-01-01", "1999-12-31", "", precision="decade"), "1990/1999:"),
        (date("2010", "2010-09-01", "2010-12-31", "", precision="year", mod="END"), "2010-09/2010-12:"),
        (since("2022-02", "2022-02-01", ""), "2022-02-01:"),
        (date("-0043", "-0043-01-01", "-0043-12-31", "", precision="year"), "44 BCE"),
        (date("2023-10-07T06:30", "2023-10-07", "2023-10-07", "", precision="minute"), "2023-10-07T06:30:00Z:"),
        (date("XXXX-12-24", None, None, ""), None),
    ],
)
def test_a_date_of_markwhen(when: schema.Date, text: str | None) -> None:
    assert markwhen_date(when) == text


def test_a_page_of_markwhen_has_one_entry_for_each_event(tmp_path: Path) -> None:
    text = written("markwhen", hostile(), tmp_path).decode()
    assert len(re.findall(r"^id: ", text, re.MULTILINE)) == len(hostile().events)
    starts = [line for line in text.split("---\n", 2)[2].splitlines() if re.match(r"\d{4}", line)]
    assert len(starts) == len(hostile().events)


# Data for other programs

EVENT = {
    "name",
    "startDate",
    "endDate",
    "description",
    "identifier",
    "location",
    "about",
    "keywords",
    "subjectOf",
    "@id",
}
WORK = {"@id", "name", "url", "datePublished", "author", "publisher", "inLanguage"}


def test_jsonld_uses_what_schema_org_has(tmp_path: Path) -> None:
    made = json.loads(written("jsonld", bridge(), tmp_path))
    assert (made["@context"], made["@type"], made["numberOfItems"]) == (
        "https://schema.org",
        "ItemList",
        len(bridge().events),
    )
    for entry, event in zip(made["itemListElement"], bridge().events, strict=True):
        item = entry["item"]
        assert item["@type"] == "Event" and set(item) - {"@type"} <= EVENT
        assert {"@type": "PropertyValue", "propertyID": "EDTF", "value": event.date.edtf} in item["identifier"]
        for told in item["subjectOf"]:
            assert told["@type"] == "Quotation" and set(told["isPartOf"]) - {"@type"} <= WORK


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (day("2023-10-07"), "2023-10-07", None),
        (month("2023-11"), "2023-11", None),
        (year("1998"), "1998", None),
        (span("2023-10-20", "2023-11-15", ""), "2023-10-20", "2023-11-15"),
        (since("2022-02", "2022-02-01", ""), "2022-02", None),
        (date("-0043-03-15", "-0043-03-15", "-0043-03-15", ""), "-000043-03-15", None),
        (date("2023-10-07T06:30", "2023-10-07", "2023-10-07", "", precision="minute"), "2023-10-07T06:30", None),
    ],
)
def test_jsonld_is_no_more_precise_than_the_date(
    when: schema.Date, start: str, end: str | None, tmp_path: Path
) -> None:
    item = json.loads(written("jsonld", only(when), tmp_path))["itemListElement"][0]["item"]
    assert (item.get("startDate"), item.get("endDate")) == (start, end)


def test_timesketch_has_its_mandatory_fields_and_one_instant(tmp_path: Path) -> None:
    rows = lines("timesketch", bridge(), tmp_path)
    assert len(rows) == len(bridge().events)
    for row in rows:
        moment = datetime.datetime.fromisoformat(row["datetime"])
        assert row["message"] and row["timestamp_desc"] and moment.tzinfo is not None
        assert row["timestamp"] == moment.timestamp() * 1_000_000
    assert "(to the month)" in next(row for row in rows if row["precision"] == "month")["timestamp_desc"]


# Of the model of FollowTheMoney 4.
FTM = {
    "Event": {"name", "date", "startDate", "endDate", "summary", "description", "sourceUrl", "publisher", "proof", "namesMentioned", "locationMentioned", "keywords", "recordId"},
    "Document": {"title", "author", "publisher", "sourceUrl", "mimeType", "publishedAt"},
}  # fmt: skip


def test_ftm_entities_point_to_documents_and_have_the_models_properties(tmp_path: Path) -> None:
    entities = lines("ftm", bridge(), tmp_path)
    documents = {entity["id"] for entity in entities if entity["schema"] == "Document"}
    assert len(documents) == len(bridge().sources)
    for entity in entities:
        assert set(entity["properties"]) <= FTM[entity["schema"]]
        assert all(
            value and all(isinstance(text, str) and text for text in value) for value in entity["properties"].values()
        )
        assert set(entity["properties"].get("proof", ())) <= documents


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        (day("2023-10-07"), {"date": ["2023-10-07"]}),
        (month("2023-11"), {"date": ["2023-11"]}),
        (span("2023-10-20", "2023-11-15", ""), {"startDate": ["2023-10-20"], "endDate": ["2023-11-15"]}),
        (
            date("199X", "1990-01-01", "1999-12-31", "", precision="decade"),
            {"startDate": ["1990"], "endDate": ["1999"]},
        ),
        (since("2022-02", "2022-02-01", ""), {"startDate": ["2022-02"]}),
        (date("-0043-03-15", "-0043-03-15", "-0043-03-15", ""), {}),
    ],
)
def test_ftm_dates(when: schema.Date, dates: dict[str, list[str]], tmp_path: Path) -> None:
    (event,) = (entity for entity in lines("ftm", only(when), tmp_path) if entity["schema"] == "Event")
    assert {name: value for name, value in event["properties"].items() if "ate" in name} == dates


def test_parquet_is_read_by_pyarrow(tmp_path: Path) -> None:
    from pyarrow import parquet

    for published in (bridge(), far()):
        rows = parquet.read_table(io.BytesIO(written("parquet", published, tmp_path))).to_pylist()
        assert [row["title"] for row in rows] == [event.title for event in published.events]
        for row, event in zip(rows, published.events, strict=True):
            assert row["date"] == event.date.edtf and row["date_start"] == event.date.start
            assert row["start"] is None or row["start"].isoformat() == event.date.start
            assert [piece["quote"] for piece in row["evidence"]] == [piece.quote for piece in event.evidence]


# TimeML, read by lxml


def timeml(text: str, *marks: tuple[str, schema.Date | None], folder: Path) -> Any:
    from lxml import etree

    passages, at = [], 0
    for number, (words, when) in enumerate(marks):
        at = text.index(words, at)
        told = bridge().events[0].evidence[0].model_copy(
            update={"id": str(number), "date": when, "date_text": words, "date_span": (at, at + len(words))}
        )  # fmt: skip
        passages.append(told)
    event = bridge().events[0].model_copy(update={"evidence": tuple(passages)})
    source = next(source for source in bridge().sources if source.id == passages[0].source)
    published = bridge().model_copy(update={"events": (event,), "sources": (source,), "undated": (), "set_aside": ()})
    (file,) = export(published, folder, ["timeml"], ExportOptions(texts={source.text_sha256: text}))
    return etree.fromstring(file.read_bytes())


def test_timeml_keeps_the_text_to_the_character(tmp_path: Path) -> None:
    text = "A <b> & \r\n line\u0001 on 3 May 2004, then\tin 2005 ]]> end"
    tree = timeml(text, ("3 May 2004", day("2004-05-03")), ("2005", year("2005")), folder=tmp_path)
    assert "".join(tree.find("TEXT").itertext()) == text.replace("\u0001", "\ufffd")
    marks = [(mark.text, mark.get("type"), mark.get("value")) for mark in tree.find("TEXT").iter("TIMEX3")]
    assert marks == [("3 May 2004", "DATE", "2004-05-03"), ("2005", "DATE", "2005")]


def test_timeml_marks_a_range_between_its_two_ends(tmp_path: Path) -> None:
    tree = timeml(
        "It ran from 20 Oct to 15 Nov 2023.",
        ("20 Oct to 15 Nov 2023", span("2023-10-20", "2023-11-15", "")),
        folder=tmp_path,
    )
    whole, first, last = tree.find("TEXT").iter("TIMEX3")
    assert (whole.get("type"), whole.get("beginPoint"), whole.get("endPoint")) == (
        "DURATION",
        first.get("tid"),
        last.get("tid"),
    )
    assert (first.get("value"), last.get("value")) == ("2023-10-20", "2023-11-15")
    tids = [mark.get("tid") for mark in tree.iter("TIMEX3")]
    assert len(tids) == len(set(tids))
