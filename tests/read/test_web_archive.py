"""Web archives: each saved page is a document under its web address."""

from __future__ import annotations

import gzip
import json

import pytest

from tests.read.test_read import PAGE, PROSE, kinds
from timeline.model.event import Failure
from timeline.model.text import DateOrigin, Document
from timeline.read import Blob, read_blob


def record(kind: str, url: str, body: bytes, media_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-03-03T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(url: str, body: bytes, media_type: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{more}\r\n"
    return record("response", url, head.encode() + body, "application/http; msgtype=response")


RECORDS = [
    record("warcinfo", "", b"software: none\r\n", "application/warc-fields"),
    answer("https://www.rill.example/1951/05/05/b", PAGE.encode()),
    record(
        "request",
        "https://www.rill.example/1951/05/05/b",
        b"GET / HTTP/1.1\r\n\r\n",
        "application/http; msgtype=request",
    ),
    answer(
        "https://rill.example/zipped.php",
        gzip.compress(PAGE.replace("4 May", "5 May").encode()),
        more="Content-Encoding: gzip\r\n",
    ),
    answer(
        "https://rill.example/chunked",
        b"%x\r\n%b\r\n0\r\n\r\n" % (len(PROSE), PROSE.encode()),
        "text/plain",
        more="Transfer-Encoding: chunked\r\n",
    ),
    answer("https://rill.example/gone", b"<html><p>Not found", status="404 Not Found"),
    answer("https://rill.example/p.png", b"x", "image/png"),
    answer("https://rill.example/api", json.dumps([{"text": PROSE + "Api."}]).encode(), "application/json"),
    record("conversion", "https://rill.example/text", (PROSE + "Text.").encode(), "text/plain"),
]
EXPECTED = [
    ("read", "https://www.rill.example/1951/05/05/b"),
    ("read", "https://rill.example/zipped.php"),
    ("read", "https://rill.example/chunked"),
    ("skipped", "https://rill.example/gone"),
    ("skipped", "https://rill.example/p.png"),
    ("read", "https://rill.example/api#1"),
    ("read", "https://rill.example/text"),
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc", b"".join(RECORDS)),
        ("a.warc.gz", b"".join(map(gzip.compress, RECORDS))),
        ("a.gz", gzip.compress(b"".join(RECORDS))),
        ("a.txt", b"".join(RECORDS)),
    ],
)
def test_the_pages_of_a_web_archive(name: str, data: bytes) -> None:
    found = list(read_blob(Blob(name, data)))
    assert kinds(found) == EXPECTED
    page = found[0]
    assert isinstance(page, Document)
    assert (page.source.publisher, page.source.media_type) == ("rill.example", "text/html")
    assert [(date.text, date.origin) for date in page.date_candidates] == [("1951-05-05", DateOrigin.URL)], (
        "not that of the capture"
    )


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"".join(RECORDS[:2])[:-200], ["broken-archive"]),
        (b"".join(map(gzip.compress, RECORDS[:2]))[:-30], ["broken-archive"]),
        (gzip.compress(b"".join(RECORDS[:4]))[:-30], ["broken-archive"]),
        (RECORDS[1] + b"noise " * 40 + RECORDS[3], ["read", "broken-archive"]),
        (RECORDS[0], ["empty"]),
        (b"WARC/1.0\r\n", ["empty"]),
    ],
)
def test_broken_web_archives(data: bytes, codes: list[str]) -> None:
    found = list(read_blob(Blob("a.warc", data)))
    assert [kind for kind, _ in kinds(found)][-1:] == codes[-1:]
    assert sum(isinstance(item, Failure) for item in found) == 1
    assert all(";" in item.message for item in found if isinstance(item, Failure))
