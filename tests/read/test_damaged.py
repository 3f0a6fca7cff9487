"""Damaged files of every kind: cut anywhere, letters changed anywhere, noise: Documents or Failures that advise."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.packages import docx, epub, odt, p
from tests.read.pdfs import Page, pdf
from tests.read.test_always import check
from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.read import Blob, read_blob

TEXT = "The weir was closed on 3 May 2019 after the flood, and the ferry was tied up."
TEI = f"<TEI><teiHeader/><text><body><p>{TEXT} <date when='2019-05-04'>Next day</date></p></body></text></TEI>"
SAMPLES: dict[str, bytes] = {
    "a.pdf": pdf([Page().column(72, 700, [TEXT, TEXT]), Page(picture=True)], {"Title": "The weir"}, "0 << /S /D >>"),
    "a.docx": docx(p("The weir", "Title") + p(TEXT) + f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"),
    "a.odt": odt(f"<text:h>The weir</text:h><text:p>{TEXT}</text:p>"),
    "a.epub": epub({"a.xhtml": f"<h1>The weir</h1><p>{TEXT}</p>"}, "<dc:title>The weir</dc:title>"),
    "a.rtf": (r"{\rtf1\ansi{\info{\title The weir}}" + TEXT + r"{\footnote x}\par\trowd a\cell b\cell\row}").encode(),
    "a.xml": TEI.encode(),
    "b.xml": f"<!DOCTYPE r [<!ENTITY x 'y'>]><r><p>{TEXT} &x;</p><q><a>1</a><b>2</b></q><q><a>1</a><b>2</b></q></r>".encode(),
    "a.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{TEXT}\n\n2\n00:00:03,000 --> 00:00:04,000\n- Yes.\n".encode(),
    "a.vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>{TEXT}\n".encode(),
    "a.html": f"<html><body><p>{TEXT} <time datetime='2019-05-04'>Next day</time></p></body></html>".encode(),
}  # fmt: skip


def read(name: str, data: bytes) -> None:
    """Reads, and holds every reading to what must be true of it; a bug of ours would ask to be reported."""
    for reading in read_blob(Blob(name, data)):
        check(reading)
        if isinstance(reading, Failure):
            assert "report it" not in reading.message, reading.message
            assert re.search(r"; |: run|, or ", reading.message), f"no advice: {reading.message}"
        if isinstance(reading, Document):
            size = len(reading.text)
            assert [place.start for place in reading.places] == sorted(place.start for place in reading.places)
            assert all(0 <= place.start <= size for place in reading.places)
            assert all(0 <= one.span.start < one.span.end <= size for one in reading.given)


@pytest.mark.parametrize("name", SAMPLES)
def test_whole_samples_are_read(name: str) -> None:
    documents = [item for item in read_blob(Blob(name, SAMPLES[name])) if isinstance(item, Document)]
    assert [TEXT in document.text for document in documents] == [True]


@pytest.mark.parametrize("name", SAMPLES)
@given(share=st.floats(0, 1))
@settings(max_examples=25, deadline=None)
def test_cut_anywhere(name: str, share: float) -> None:
    data = SAMPLES[name]
    read(name, data[: int(share * len(data))])


@pytest.mark.parametrize("name", SAMPLES)
@given(changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_changed_anywhere(name: str, changes: list[tuple[float, int]]) -> None:
    data = bytearray(SAMPLES[name])
    for share, byte in changes:
        data[int(share * len(data))] = byte
    read(name, bytes(data))


@pytest.mark.parametrize("name", SAMPLES)
@given(noise=st.binary(max_size=200))
@settings(max_examples=20, deadline=None)
def test_noise(name: str, noise: bytes) -> None:
    read(name, noise)
    read(name, SAMPLES[name][:60] + noise)
