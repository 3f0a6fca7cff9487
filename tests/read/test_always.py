"""What holds for every text: spans in range, parts in order, the text untouched, nothing slow, nothing raised."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.layouts import ALL_BODY, FIRST, SECOND, SET_ASIDE
from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.read import READERS, Blob, read_blob

LINES = st.sampled_from(
    [
        "", " ", "\u00a0", "Related stories", "Read more", "keep readingShow less", "By Una Price", "3 hours ago", "***",
        "Photo: Ola Berg/North Light", "- a bullet", "| a | b |", "> quoted", "# Heading", "Title: x", "---", "```",
        "Swans return to the upper lock",
        "4 March 2017", "LONDON, March 3 (Reuters) - It rained.", "🦢 Ölberg شارع",
        "<script>alert(1)</script>", "\x0c", "</div>", *FIRST.splitlines(), *SECOND.splitlines(),
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"])
TEXTS = st.lists(st.tuples(LINES | st.text(max_size=40), ENDS), max_size=30).map(
    lambda pairs: "".join(line + end for line, end in pairs)
)


def check(reading: object) -> None:
    if isinstance(reading, Failure):
        assert reading.message
        return
    assert isinstance(reading, Document)
    size = len(reading.text)
    reading.text.encode()
    assert reading.text.strip()
    for part in reading.parts:
        assert 0 <= part.span.start < part.span.end <= size
        assert reading.text[part.span.start : part.span.end].strip()
    for before, after in pairwise(reading.parts):
        assert before.span.end <= after.span.start
    for date in reading.date_candidates:
        assert date.span is None or reading.text[date.span.start : date.span.end] == date.text
    assert reading.source.label
    assert len(reading.source.label) <= 60
    assert "\n" not in reading.source.title


@pytest.mark.parametrize("suffix", READERS)
@given(text=TEXTS)
@settings(max_examples=40)
def test_any_text_in_any_reader(suffix: str, text: str) -> None:
    data = text.encode("utf-8", errors="replace")
    readings = list(read_blob(Blob(f"a{suffix}", data)))
    assert readings
    for reading in readings:
        check(reading)
    assert readings == list(read_blob(Blob(f"a{suffix}", data)))


@given(text=TEXTS)
def test_plain_text_and_markdown_are_never_altered(text: str) -> None:
    data = text.encode("utf-8", errors="replace")
    for name in ("a.txt", "a.md"):
        for reading in read_blob(Blob(name, data)):
            if isinstance(reading, Document) and reading.source.media_type != "text/html":
                assert reading.text == data.decode().removeprefix("\ufeff")


@given(data=st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for suffix in (".txt", ".html", ".jsonl", ".md"):
        for reading in read_blob(Blob(f"a{suffix}", data)):
            check(reading)


@pytest.mark.parametrize("layout", [*(layout for layout, _, _ in SET_ASIDE.values()), *ALL_BODY.values()])
def test_the_layouts(layout: str) -> None:
    (reading,) = read_blob(Blob("a.txt", layout.replace("{a}", FIRST).replace("{b}", SECOND).encode()))
    check(reading)


HOSTILE = {
    "one long line": ("a.txt", "The lock gates failed on 3 March 2017 and then " * 22_000),
    "one long line without spaces": ("a.txt", "a" * 1_000_000),
    "many short lines": ("a.txt", "Swans return to the lock\n" * 40_000),
    "many links to read on": ("a.txt", f"{FIRST}\n\n" + "Swans return at last\n\nIt is so.\n\nRead more\n\n" * 3_000),
    "many headings over others": ("a.txt", f"{FIRST}\n\n" + "Related stories\n\nSwans return at last\n\n" * 5_000),
    "brackets": ("a.txt", ("(" * 400 + "\n") * 500),
    "bars and dots": ("a.txt", "| . " * 100_000),
    "names without end": ("a.txt", ("By " + "Ann Lee and " * 15 + "\n") * 2_000),
    "emphasis": ("a.md", "*a _b " * 50_000),
    "open links": ("a.md", "[a](" * 50_000),
    "front matter without end": ("a.md", "---\n" + "a: b\n" * 50_000),
    "deep elements": ("a.html", "<html><body>" + "<div>" * 100_000 + f"<p>{FIRST}</p>"),
    "deep inline elements": ("a.html", "<html><body><p>" + "<b>a " * 50_000),
    "many elements": ("a.html", "<html><body>" + "<p>The lock <b>failed</b> on 3 March 2017.</p>" * 8_000),
    "an open tag": ("a.html", "<html><body><p>x</p>" + "<a " * 100_000),
    "a deep script": ("a.html", "<script type='application/ld+json'>" + "[" * 100_000 + f"</script><p>{FIRST}</p>"),
    "NULs": ("a.html", f"<p>\0{FIRST}\0</p>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_read_in_time(name: str) -> None:
    uri, text = HOSTILE[name]
    began = time.process_time()
    for reading in read_blob(Blob(uri, text.encode())):
        check(reading)
    assert time.process_time() - began < 10, "a megabyte takes a second or two, also on a slow machine"
