"""Chronologies that people keep: sheets, calendars, TimelineJS. Each row is one event, as it stands there."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path
from typing import Any

import pytest

from timeline.export import schema
from timeline.export.json_file import write_json
from timeline.export.publish import publish
from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.pipeline import build
from timeline.read import Blob, ReadOptions, read

MAPPED = (("date", "When"), ("title", "Fact"))


def told(blob: Blob, *fields: tuple[str, str], events: bool = False) -> schema.Timeline:
    return publish(build(read(blob, options=ReadOptions(fields=fields, events=events))))


def csv_of(*rows: str) -> Blob:
    return Blob("kept.csv", "\r\n".join(rows).encode())


def shown(published: schema.Timeline) -> list[tuple[int | None, str, str]]:
    found = [(event.evidence[0].locator.row, event.date.edtf, event.title) for event in published.events]
    return sorted([*found, *((item.locator.row, "", item.quote or "") for item in published.undated)])


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("1904-02-29", "1904-02-29"),
        ("2023-11", "2023-11"),
        ("1850", "1850"),
        ("c. 1850", "1850~"),
        ("1850~", "1850~"),
        ("spring 1962", "1962-21"),
        ("24 December 2023", "2023-12-24"),
        ("3-6 May 2004", "2004-05-03/2004-05-06"),
        ("44 BC", "-0043"),
        ("-0043-03-15", "-0043-03-15"),
        ("the 1990s", "199X"),
        ("2023-10-07T06:30", "2023-10-07T06:30"),
        ("24 December", ""),
        ("soon", ""),
        ("1990 or 1991", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_as_it_is_written(cell: str, edtf: str) -> None:
    published = told(csv_of("When,Fact", f'"{cell}",The mill is built'), *MAPPED)
    (row,) = shown(published)
    assert row[:2] == (2, edtf)
    assert published.sources[0].dates.mentions == 1
    if not edtf:
        reasons = ("the date of this row cannot be read", "names no year", "this row has no date")
        assert published.undated[0].reason.startswith(reasons)


@pytest.mark.parametrize(
    ("other", "edtf"), [("13/7/1912", "1913-07-10"), ("7/13/1912", "1913-10-07"), ("1 May 1912", "1913-10-07")]
)
def test_the_order_of_numbers_is_the_columns(other: str, edtf: str) -> None:
    published = told(csv_of("When,Fact", f"{other},One", "10/7/1913,Two"), *MAPPED)
    assert shown(published)[1][1] == edtf


def test_a_row_is_human_work_with_its_place_and_words() -> None:
    blob = csv_of(
        "When,Fact,Where,Who,Kind,More", "c. 1850,The mill is built,Tarn; Rill,J. Hall,works,First of its kind"
    )
    fields = (*MAPPED, ("places", "Where"), ("participants", "Who"), ("tags", "Kind"), ("text", "More"))
    (event,) = told(blob, *fields).events
    (piece,) = event.evidence
    assert (event.places, event.participants, event.tags) == (("Tarn", "Rill"), ("J. Hall",), ("works",))
    assert (piece.basis, piece.locator.row, piece.date_text) == ("import", 2, "c. 1850")
    assert piece.quote == "c. 1850 — The mill is built\nFirst of its kind"
    assert piece.why[0] == "written down as “c. 1850”"
    assert event.status == "candidate"


@pytest.mark.parametrize(
    ("head", "is_chronology"),
    [
        ("date,title", True),
        ("When,What happened,Notes,Source", True),
        ("start,end,event,description", True),
        ("date,title,text", False),
        ("date,title,url", False),
        ("published,headline,body", False),
    ],
)
def test_a_table_of_events_is_told_from_one_of_articles(head: str, is_chronology: bool) -> None:
    row = ",".join(
        "2004-05-03" if name in ("date", "When", "start", "end", "published") else "It rained on Tarn."
        for name in head.split(",")
    )
    documents = [item for item in read(csv_of(head, row)) if isinstance(item, Document)]
    assert [bool(document.rows) for document in documents] == [is_chronology]


def test_another_table_keeps_to_its_columns_when_dates_are_mapped() -> None:
    (document,) = read(csv_of("title,text", "Rain,It rained on 3 May 2004."), options=ReadOptions(fields=MAPPED))
    assert isinstance(document, Document | Failure)
    assert not getattr(document, "rows", ())


def test_a_row_without_a_title_is_told_and_the_rest_is_read() -> None:
    published = told(csv_of("When,Fact", "1850,", "1851,The mill burns"), *MAPPED)
    assert [event.title for event in published.events] == ["The mill burns"]
    assert [(one.uri, one.code) for one in published.failures] == [("kept.csv:2", "no-title")]


def test_an_end_makes_a_span() -> None:
    published = told(
        csv_of("start,end,event", "2004-05-03,2004-05-06,Festival", "3 May 2005,6 May 2005,Festival", ",1945,War")
    )
    assert [edtf for _, edtf, _ in shown(published)] == ["2004-05-03/2004-05-06", "2005-05-03/2005-05-06", "../1945"]


# Workbooks


def workbook(
    rows: list[list[Any]], formats: dict[tuple[int, int], str] | None = None, *, since_1904: bool = False
) -> Blob:
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    if since_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for (row, column), code in (formats or {}).items():
        sheet.cell(row, column).number_format = code
    held = io.BytesIO()
    book.save(held)
    return Blob("kept.xlsx", held.getvalue())


@pytest.mark.parametrize("since_1904", [False, True])
@pytest.mark.parametrize(
    ("cell", "code", "edtf"),
    [
        (datetime.date(2023, 10, 7), "yyyy-mm-dd", "2023-10-07"),
        (datetime.date(2023, 10, 7), "DD/MM/YY", "2023-10-07"),
        (datetime.date(2023, 11, 1), "mmm yyyy", "2023-11"),
        (datetime.date(2023, 11, 1), '"in" yyyy', "2023"),
        (datetime.datetime(2023, 10, 7, 6, 30, tzinfo=datetime.UTC).replace(tzinfo=None), "yyyy-mm-dd hh:mm", "2023-10-07T06:30"),
        (1850, "General", "1850"),
        ("c. 1850", "General", "1850~"),
    ],
)  # fmt: skip
def test_a_cell_is_no_more_precise_than_it_shows(cell: Any, code: str, edtf: str, since_1904: bool) -> None:
    blob = workbook([["When", "Fact"], [cell, "The mill is built"]], {(2, 1): code}, since_1904=since_1904)
    assert shown(told(blob, *MAPPED)) == [(2, edtf, "The mill is built")]


# Calendars and TimelineJS


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
X-WR-CALNAME:The mill
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20040503
DTEND;VALUE=DATE:20040507
SUMMARY:Festival
LOCATION:Tarn
CATEGORIES:town,music
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20231007T063000Z
SUMMARY:The first boat
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:No day
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_is_a_chronology() -> None:
    published = told(Blob("kept.ics", CALENDAR.encode()))
    assert shown(published) == [(1, "2004-05-03/2004-05-06", "Festival"), (2, "2023-10-07T06:30Z", "The first boat")]
    assert published.sources[0].title == "The mill"
    festival = published.events[0]
    assert (festival.places, festival.tags) == (("Tarn",), ("town", "music"))
    assert [one.uri for one in published.failures] == ["kept.ics#3"]


SLIDES = {
    "title": {"text": {"headline": "The mill"}},
    "events": [
        {"start_date": {"year": "1850"}, "text": {"headline": "<b>Built</b>", "text": "<p>By J. Hall.</p>"}, "group": "works"},
        {"start_date": {"year": 2004, "month": 5, "day": 3}, "end_date": {"year": 2004, "month": 5, "day": 6}, "text": {"headline": "Festival"}},
        {"start_date": {"year": -44, "month": "3", "day": "15"}, "text": {"headline": "Caesar"}, "display_date": "the Ides of March"},
        {"start_date": {"year": 2023, "month": 10, "day": 7, "hour": 6, "minute": 30}, "text": {"headline": "Boat"}},
    ],
}  # fmt: skip


def test_timelinejs_is_a_chronology() -> None:
    published = told(Blob("kept.json", json.dumps(SLIDES).encode()))
    assert shown(published) == [
        (1, "1850", "Built"),
        (2, "2004-05-03/2004-05-06", "Festival"),
        (3, "-0043-03-15", "Caesar"),
        (4, "2023-10-07T06:30", "Boat"),
    ]
    (built,) = (event for event in published.events if event.title == "Built")
    assert built.tags == ("works",) and "By J. Hall." in (built.evidence[0].quote or "")


# Beside documents


ARTICLE = Blob(
    "news.txt",
    b"Title: The lock\n\nThe mayor of Tarn opened the new lock on 2 June 2018. The dam at Rill failed on 9 July 2018.",
)
KEPT = csv_of(
    "When,Fact",
    "2 June 2018,The mayor of Tarn opened the new lock",
    "9 July 2018,A bakery opens",
    "June 2019,The toll is raised",
)


def test_what_a_person_put_down_is_joined_by_no_program_and_only_proposed() -> None:
    published = publish(build(read(ARTICLE, KEPT, options=ReadOptions(fields=MAPPED))))
    assert all(len({piece.basis for piece in event.evidence}) == 1 for event in published.events)
    kept = {event.title: event for event in published.events if event.evidence[0].basis == "import"}
    found = {event.title: event for event in published.events if event.evidence[0].basis != "import"}
    (same,) = [event for title, event in found.items() if "lock" in title]
    assert kept["The mayor of Tarn opened the new lock"].maybe_same == (same.id,)
    assert same.maybe_same == (kept["The mayor of Tarn opened the new lock"].id,)
    assert not kept["A bakery opens"].maybe_same and not kept["The toll is raised"].maybe_same


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    once = publish(build(read(ARTICLE, KEPT, options=ReadOptions(fields=MAPPED))))
    again = Blob("copy.csv", KEPT.data)
    twice = publish(build(read(ARTICLE, KEPT, again, options=ReadOptions(fields=MAPPED))))
    assert twice.events == once.events
    assert [source.copies for source in twice.sources if source.copies] == [("kept.csv",)]


def test_an_imported_chronology_is_read_again_with_the_same_ids(tmp_path: Path) -> None:
    first = told(KEPT, *MAPPED)
    file = write_json(first, tmp_path / "mine.json")
    again = publish(build(read(file)))
    assert [(event.id, event.title, event.date, event.evidence[0].quote) for event in again.events] == [
        (event.id, event.title, event.date, event.evidence[0].quote) for event in first.events
    ]
    assert [source.id for source in again.sources] == [source.id for source in first.sources]
    beside = publish(build(read(ARTICLE, file)))
    assert {event.id for event in first.events} < {event.id for event in beside.events}
