"""Records: JSON, JSON Lines, CSV, TSV and workbooks; the usual names by themselves, others by a mapping."""

from __future__ import annotations

import datetime
import io
import json

import pytest

from tests.read.test_read import PROSE, kinds, only
from timeline.model.event import Failure
from timeline.model.text import DateOrigin, Document
from timeline.read import Blob, ReadOptions, read_blob

NEWS_API = {
    "source": {"id": None, "name": "The Rill Echo"}, "author": "Ann Lee", "title": "Bridge", "description": "Short.",
    "url": "https://rill.example/b", "publishedAt": "1951-05-05T08:00:00Z", "content": PROSE,
}  # fmt: skip
CC_NEWS = {
    "authors": ["Ann Lee", "Jo Ray"], "date_download": "2021-01-01", "date_publish": "1951-05-05 08:00:00", "language": "en",
    "maintext": PROSE, "source_domain": "rill.example", "title": "Bridge", "url": "https://rill.example/b",
}  # fmt: skip
GDELT = {
    "url": "https://rill.example/b",
    "title": PROSE.strip(),
    "seendate": "19510505T080000Z",
    "domain": "rill.example",
    "language": "English",
}
JSON_LD = {
    "@type": "NewsArticle", "headline": "Bridge", "articleBody": PROSE, "datePublished": "1951-05-05", "author": {"name": "Ann Lee"},
    "publisher": {"@type": "Organization", "name": "The Rill Echo"},
}  # fmt: skip
BLOG = {
    "id": 9,
    "date": "1951-05-05T08:00:00",
    "link": "https://rill.example/b",
    "title": {"rendered": "Bridge"},
    "content": {"rendered": f"<p>{PROSE}</p>"},
}


CHAT = {
    "id": 9,
    "date": "1951-05-05T08:00:00",
    "from": "Ann Lee",
    "text": ["The bridge opened on ", {"type": "bold", "text": "4 May 1951"}, "."],
}


def test_the_pieces_of_a_chats_message() -> None:
    (document,) = read_blob(Blob("in.json", json.dumps({"name": "Rill", "messages": [CHAT]}).encode()))
    assert isinstance(document, Document)
    assert (document.text, document.source.author) == ("The bridge opened on 4 May 1951.", "Ann Lee")


@pytest.mark.parametrize(
    ("record", "publisher", "author", "title", "uri"),
    [
        (NEWS_API, "The Rill Echo", "Ann Lee", "Bridge", "https://rill.example/b"),
        (CC_NEWS, "rill.example", "Ann Lee, Jo Ray", "Bridge", "https://rill.example/b"),
        (GDELT, "rill.example", None, PROSE.strip(), "https://rill.example/b"),
        (JSON_LD, "The Rill Echo", "Ann Lee", "Bridge", "in.json#1"),
        (BLOG, "rill.example", None, "Bridge", "https://rill.example/b"),
    ],
    ids=["news api", "cc-news", "gdelt", "json-ld", "blog"],
)
def test_the_usual_names(record: dict[str, object], publisher: str, author: str | None, title: str, uri: str) -> None:
    source = only(Blob("in.json", json.dumps([record]).encode()))
    about = source.source
    assert (about.publisher, about.author, about.title, about.uri) == (publisher, author, title, uri)
    assert about.language == "en"
    assert source.text.strip() == PROSE.strip()
    stated = [found for found in source.date_candidates if found.origin is DateOrigin.RECORD]
    assert len(stated) == 1
    assert stated[0].text.replace("-", "").startswith("19510505")


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ({"timestamp": 1583307000}, "2020-03-04T07:30Z"),
        ({"ts": "1583307000.000200"}, "2020-03-04T07:30Z"),
        ({"created_utc": 1583307000.0}, "2020-03-04T07:30Z"),
        ({"createdAt": 1583307000123}, "2020-03-04T07:30Z"),
        ({"created": True}, None),
        ({"timestamp": 15833}, None),
    ],
)
def test_unix_time(stated: dict[str, object], date: str | None) -> None:
    document = next(iter(read_blob(Blob("in.jsonl", json.dumps({"text": PROSE, **stated}).encode()))))
    assert isinstance(document, Document)
    assert [found.text for found in document.date_candidates] == ([date] if date else [])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("in.json", [NEWS_API, CC_NEWS]),
        ("in.json", {"articles": [NEWS_API, CC_NEWS], "status": "ok"}),
        ("in.json", {"response": {"docs": [NEWS_API, CC_NEWS]}}),
        ("in.json", {"data": {"items": [NEWS_API, CC_NEWS]}}),
        ("in.json", {"found": 2, "news_list": [NEWS_API, CC_NEWS]}),
        ("in.txt", [NEWS_API, CC_NEWS]),
        ("in", {"articles": [NEWS_API, CC_NEWS]}),
    ],
)
def test_where_a_json_file_keeps_its_records(name: str, content: object) -> None:
    found = [
        item for item in read_blob(Blob(name, json.dumps(content, indent=1).encode())) if isinstance(item, Document)
    ]
    assert [item.source.title for item in found] == ["Bridge", "Bridge"]


def test_a_table_of_titles_with_addresses() -> None:
    rows = f"URL,MobileURL,Date,Title\nhttps://rill.example/b,,1951-05-05,{PROSE.strip().replace(',', '')}\n"
    document = only(Blob("in.csv", rows.encode()))
    assert document.source.uri == "https://rill.example/b"
    assert "4 May 1951" in document.text


def test_one_record_and_lines_with_a_wrong_suffix() -> None:
    assert kinds(read_blob(Blob("in.json", json.dumps(JSON_LD).encode()))) == [("read", "in.json#1")]
    lines = "\n".join(json.dumps({"text": PROSE + str(number)}) for number in (1, 2))
    assert kinds(read_blob(Blob("in.json", lines.encode()))) == [("read", "in.json#1"), ("read", "in.json#2")]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("{broken", [("broken-json", "in.json")]),
        (
            '[{"text": "One day on 4 May 1951."}, {"text": 5}, 7]',
            [("read", "in.json#1"), ("broken-record", "in.json#2"), ("broken-record", "in.json#3")],
        ),
        ("[1, 2]", [("no-records", "in.json")]),
        ('"text"', [("no-records", "in.json")]),
        ('{"name": "left-pad", "description": "pads", "version": "1.0"}', [("broken-record", "in.json#1")]),
        ("[" * 100_000, [("broken-json", "in.json")]),
        ('{"n": ' + "9" * 10_000 + "}", [("broken-json", "in.json")]),
        ('{"schema_version": 1, "events": []}', [("skipped", "in.json")]),
    ],
)
def test_what_is_wrong_in_a_json_file(content: str, found: list[tuple[str, str]]) -> None:
    readings = list(read_blob(Blob("in.json", content.encode())))
    assert kinds(readings) == found
    assert all(
        ";" in item.message and item.message.startswith(item.uri) for item in readings if isinstance(item, Failure)
    )


def test_a_mapping_names_the_fields() -> None:
    record = {
        "body": PROSE,
        "when": "1951-05-05",
        "text": "not this",
        "head": "Bridge",
        "meta": {"paper": "The Rill Echo"},
    }
    options = ReadOptions(
        fields=(("text", "body"), ("published", "when"), ("title", "head"), ("publisher", "meta.paper"))
    )
    for name, data in (
        ("in.jsonl", json.dumps(record)),
        ("in.json", json.dumps({"items": [record]})),
        ("in.csv", f'text,Body,When,Head,meta.paper\nnot this,"{PROSE.strip()}",1951-05-05,Bridge,The Rill Echo'),
    ):
        document = only(Blob(name, data.encode()), options=options)
        assert document.text.strip() == PROSE.strip()
        assert (document.source.title, document.source.publisher) == ("Bridge", "The Rill Echo")
        assert document.date_candidates[0].text == "1951-05-05"
    (failure,) = read_blob(Blob("in.jsonl", json.dumps({"text": PROSE}).encode()), options)
    assert isinstance(failure, Failure)
    assert "'body'" in failure.message


ROWS = [
    ["id", "title", "published", "text"],
    ["a", "One; two", "1951-05-05", 'He said, "it opens"\nand left.'],
    ["", "Three", "1951-05-06", PROSE.strip()],
]


def csv_of(delimiter: str, end: str = "\r\n") -> str:
    cells = ([f'"{cell.replace(chr(34), chr(34) * 2)}"' if cell else "" for cell in row] for row in ROWS)
    return end.join(map(delimiter.join, cells))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("in.csv", csv_of(",").encode()),
        ("in.csv", csv_of(";").encode("utf-8-sig")),
        ("in.csv", csv_of("\t").encode("utf-16")),
        ("in.tsv", csv_of("\t", "\n").encode()),
        ("in.csv", csv_of("|", "\r").encode()),
        ("in.csv", ("sep=;\r\n" + csv_of(";")).encode()),
    ],
)
def test_a_row_is_a_document(name: str, data: bytes) -> None:
    first, second = (item for item in read_blob(Blob(name, data)) if isinstance(item, Document))
    shift = data.startswith(b"sep=")
    assert (first.source.uri, first.source.key, first.source.title) == (f"{name}#a", "a", "One; two")
    assert first.text == 'He said, "it opens"\nand left.'
    assert second.source.uri == f"{name}#{3 + shift}"
    assert second.places[0].locator.row == 3 + shift
    assert second.date_candidates[0].text == "1951-05-06"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (
            "text,date\n,1951-05-05\nSomething on 4 May 1951.,soon\n",
            [("empty", "in.csv:2"), ("read", "in.csv#3"), ("bad-date", "in.csv:3")],
        ),
        ("a,b\n1,2\n", [("no-text-column", "in.csv")]),
        ('text,date\n"One day on 4 May 1951.",1951-05-05\n"Cut sho', [("read", "in.csv#2"), ("broken", "in.csv:3")]),
        ("text\n" + "long " * 60_000 + "\n", [("read", "in.csv#2")]),
        ("text\n\n\nOne day on 4 May 1951.\n", [("read", "in.csv#4")]),
        ("text\n", []),
    ],
)
def test_rows_that_cannot_be_read(content: str, found: list[tuple[str, str]]) -> None:
    readings = list(read_blob(Blob("in.csv", content.encode())))
    assert kinds(readings) == found
    assert all(";" in item.message for item in readings if isinstance(item, Failure))


def workbook(*sheets: list[list[object]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Sheet{number}")
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_workbook() -> None:
    rows: list[list[object]] = [
        ["id", "date", "text"],
        [1, datetime.date(1951, 5, 5), PROSE],
        [2, datetime.datetime(1951, 5, 6, 10, 30, tzinfo=None), PROSE + "Two."],  # noqa: DTZ001 (workbooks know no zones)
        [None, None, None],
        [3, "soon", PROSE + "Three."],
        [4, None, None],
    ]
    data = workbook(rows)
    for name in ("in.xlsx", "in.zip", "in"):
        readings = list(read_blob(Blob(name, data)))
        assert kinds(readings) == [
            ("read", f"{name}#1"), ("read", f"{name}#2"), ("read", f"{name}#3"), ("bad-date", f"{name}:5"), ("empty", f"{name}:6"),
        ]  # fmt: skip
        dates = [item.date_candidates[0].text for item in readings[:2] if isinstance(item, Document)]
        assert dates == ["1951-05-05", "1951-05-06T10:30"]


def test_the_sheets_of_a_workbook() -> None:
    texts: list[list[object]] = [["text"], [PROSE]]
    assert kinds(read_blob(Blob("in.xlsx", workbook(texts, [["sum"], [7]], [])))) == [
        ("read", "in.xlsx#Sheet1.2"), ("skipped", "in.xlsx#Sheet2"), ("skipped", "in.xlsx#Sheet3"),
    ]  # fmt: skip
    assert kinds(read_blob(Blob("in.xlsx", workbook([["sum"], [7]])))) == [("no-text-column", "in.xlsx")]
    assert kinds(read_blob(Blob("in.xlsx", workbook(texts)[:900]))) == [("broken-archive", "in.xlsx")]
