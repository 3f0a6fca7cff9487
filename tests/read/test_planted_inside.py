"""A date planted in what lies inside other things (mails, feeds, tables, archives) is found where a reader sees it."""

from __future__ import annotations

import base64
import gzip
import html
import json
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.outlook_files import BODY, HTML, SUBJECT, msg
from tests.read.test_archive import tarred, zipped
from tests.read.test_mail import HEADER, mail
from tests.read.test_records import workbook
from tests.read.test_web_archive import answer
from timeline.model.text import Document
from timeline.pipeline import Options, resolved
from timeline.read import Blob, read_blob

SENTENCES = [
    "The keeper of the lock wrote the level into a book.", "Nobody had asked the miller about the water.",
    "Zoë’s brother came from Łódź & stayed for the fair.", "“It holds,” he said, and went home.",
    "The council voted for a new weir by a wide margin.", "A ferry took them over while the bridge was shut.",
]  # fmt: skip
PLANTED = ("17 September 1987", "September 17, 1987", "17th of September, 1987", "17.09.1987", "1987-09-17")
LAYOUT = st.tuples(
    st.permutations(SENTENCES), st.integers(0, 5), st.sampled_from(PLANTED), st.sampled_from([1, 2, 3, 6])
)


def paragraphs(layout: tuple[list[str], int, str, int]) -> list[str]:
    """The sentences, the date in one of them, so many to a paragraph."""
    sentences, place, date, together = layout
    told = list(sentences)
    told[place] = f"The gates were hung on {date} by hand."
    return [" ".join(told[at : at + together]) for at in range(0, len(told), together)]


def page(told: list[str]) -> str:
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in told)
    return f"<!doctype html><html><head><meta charset='utf-8'><title>The lock</title></head><body><article><h1>The lock</h1>{body}</article></body></html>"


def plain(told: list[str]) -> str:
    return "\n\n".join(told) + "\n"


def coded(told: list[str]) -> bytes:
    header = f"{HEADER}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    return header.encode() + base64.encodebytes(plain(told).encode())


def quoted(told: list[str]) -> bytes:
    return mail(
        "Yes.\n\nOn 17 February 2020, Tom Hall wrote:\n" + "".join(f"> {line}\n" for line in plain(told).split("\n"))
    )


def wrapped(told: list[str]) -> list[str]:
    """As mail programs break lines: a date may stand on two."""
    return ["\n".join(textwrap.wrap(paragraph, 40, break_on_hyphens=False)) for paragraph in told]


def feed(told: list[str]) -> str:
    body = html.escape("".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in told))
    return f"<rss version='2.0'><channel><item><title>The lock</title><description>{body}</description></item></channel></rss>"


FORMATS: dict[str, Callable[[list[str]], str | bytes]] = {
    "a.txt": plain,
    "a.md": lambda told: "# The lock\n\n" + plain(told),
    "a.html": page,
    "a.eml": lambda told: mail(plain(told)),
    "coded.eml": coded,
    "page.eml": lambda told: f"{HEADER}Content-Type: text/html; charset=utf-8\n\n{page(told)}",
    "quoted.eml": quoted,
    "wrapped.eml": lambda told: mail(plain(wrapped(told))),
    "wrapped quote.eml": lambda told: quoted(wrapped(told)),
    "a.mbox": lambda told: b"From a@b.example Tue Mar  3 10:00:00 2020\n" + mail(plain(told)),
    "a.msg": lambda told: msg({SUBJECT: "The lock", BODY: plain(told).replace("\n", "\r\n")}, 0),
    "page.msg": lambda told: msg({SUBJECT: "The lock", HTML: page(told)}, 0),
    "a.rss": feed,
    "a.json": lambda told: json.dumps([{"content": plain(told)}]),
    "a.jsonl": lambda told: json.dumps({"text": plain(told)}),
    "a.csv": lambda told: 'title,text\nThe lock,"' + plain(told).replace('"', '""') + '"\n',
    "a.xlsx": lambda told: workbook([["title", "text"], ["The lock", plain(told)]]),
    "a.warc": lambda told: answer("https://rill.example/l", page(told).encode(), "text/html; charset=utf-8"),
    "a.zip": lambda told: zipped({"in/a.html": page(told)}),
    "a.tar.gz": lambda told: tarred({"a.txt": plain(told)}, "w:gz"),
    "a.txt.gz": lambda told: gzip.compress(plain(told).encode("utf-16")),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@given(layout=LAYOUT)
@settings(max_examples=12)
def test_a_planted_date_is_found(name: str, layout: tuple[list[str], int, str, int]) -> None:
    content = FORMATS[name](paragraphs(layout))
    found = list(read_blob(Blob(name, content.encode() if isinstance(content, str) else content)))
    assert all(isinstance(item, Document) for item in found), found
    hits = []
    for document in found:
        assert isinstance(document, Document)
        for resolution in resolved(document, Options()).resolutions:
            span = resolution.mention.span
            assert document.text[span.start : span.end] == resolution.mention.text
            if resolution.value is not None and resolution.value.edtf == "1987-09-17":
                hits.append(" ".join(resolution.mention.text.split()))
    assert hits == [layout[2]]
    shown = " ".join(" ".join(item.text.split()) for item in found if isinstance(item, Document))
    assert all(" ".join(paragraph.split()) in shown for paragraph in paragraphs(layout)), "every word as it was written"
