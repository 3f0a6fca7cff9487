"""Damaged files of every format give documents and failures, never an exception, and in time."""

from __future__ import annotations

import time
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.each_format import WHOLE
from tests.read.test_always import check
from tests.read.test_archive import zipped
from tests.read.test_mail import HEADER, mail
from timeline.model.event import Failure, Skipped
from timeline.read import Blob, read_blob

PLACES = st.floats(0, 1)
CUTS = st.tuples(st.just("cut"), PLACES, st.just(b""))
CHANGES = st.tuples(st.sampled_from(["over", "into"]), PLACES, st.binary(min_size=1, max_size=40))
REPEATS = st.tuples(st.just("again"), PLACES, st.just(b""))
DAMAGE = st.lists(CUTS | CHANGES | REPEATS, min_size=1, max_size=4)


def damaged(data: bytes, damage: list[tuple[str, float, bytes]]) -> bytes:
    for what, place, words in damage:
        at = int(place * len(data))
        match what:
            case "cut":
                data = data[:at]
            case "over":
                data = data[:at] + words + data[at + len(words) :]
            case "into":
                data = data[:at] + words + data[at:]
            case _:
                data = data[:at] + data[at : at + 200] + data[at:]
    return data


def held(name: str, data: bytes) -> None:
    """Every reading holds what holds for all, and none is an error of the program's own."""
    readings = list(read_blob(Blob(name, data)))
    assert readings or not data.strip() or name.endswith((".csv", ".tsv", ".xlsx"))
    for reading in islice(readings, 200):
        if isinstance(reading, Skipped):
            assert reading.why
            continue
        check(reading)
        if isinstance(reading, Failure):
            assert "report it" not in reading.message, reading.message
            assert ";" in reading.message, "a message ends in what to do"


@pytest.mark.parametrize("name", WHOLE)
@given(damage=DAMAGE)
@settings(max_examples=25)
def test_a_damaged_file(name: str, damage: list[tuple[str, float, bytes]]) -> None:
    held(name, damaged(WHOLE[name], damage))


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_anywhere(name: str) -> None:
    data = WHOLE[name]
    for part in range(1, 20):
        held(name, data[: len(data) * part // 20])


@given(name=st.sampled_from([*WHOLE, "none", "odd.xyz"]), data=st.binary(max_size=600))
@settings(max_examples=300)
def test_noise_under_any_name(name: str, data: bytes) -> None:
    held(name, data)


@given(first=st.sampled_from(sorted(WHOLE)), second=st.sampled_from(sorted(WHOLE)), place=PLACES)
@settings(max_examples=60)
def test_one_format_in_the_midst_of_another(first: str, second: str, place: float) -> None:
    at = int(place * len(WHOLE[first]))
    held(first, WHOLE[first][:at] + WHOLE[second] + WHOLE[first][at:])


HOSTILE: dict[str, tuple[str, bytes]] = {
    "quotes": ("a.eml", mail("".join(">" * (i % 300) + " On 3 May 2020, X wrote:\n" for i in range(6_000)))),
    "quotes ever deeper": ("a.eml", mail("".join(">" * i + " text 4 May\n" for i in range(1_000)))),
    "introductions": ("a.eml", mail("> x\n\nOn 3 May 2020 at 10:00 a@b.example wrote:\n" * 20_000)),
    "header lines": ("a.eml", mail("From: a\nSent: 3 May 2020\nTo: b\n\nx\n" * 20_000)),
    "separators": ("a.eml", mail("-----Original Message-----\n" * 40_000)),
    "dashes": ("a.eml", mail("- " * 500_000)),
    "addresses": ("a.eml", b"From: a@b.example\nTo: " + b", ".join(b"=?utf-8?q?a?= <p%d@x.example>" % i for i in range(20_000)) + b"\n\n4 May 1951\n"),
    "headers": ("a.eml", b"From: a@b.example\nSubject: x\n" + b"X-A: b\n" * 100_000 + b"\nOn 4 May 1951.\n"),
    "parts in parts": ("a.eml", HEADER.encode() + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(3_000))),
    "parts": ("a.eml", HEADER.encode() + b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\nContent-Type: text/plain\n\n4 May\n" * 10_000),
    "envelopes": ("a.mbox", b"From a Tue Mar  3 10:00:00 2020\nFrom: a\n\n" + b"From here 2020 on\n" * 50_000),
    "open quotes": ("a.csv", b'text\n"' + b'""' * 300_000),
    "commas": ("a.csv", b"text," + b"," * 300_000 + b"\n" + b"," * 300_000),
    "brackets": ("a.json", b"[" * 200_000),
    "objects": ("a.json", b'{"a":' * 100_000),
    "comments": ("a.txt", b"<!---->" * 100_000),
    "declarations": ("a.xml", b"<!DOCTYPE a [" * 40_000),
    "items": ("a.rss", b'<rss version="2.0"><channel>' + b"<item><title>x</title><a>" * 4_000),
    "open items": ("a.rss", b'<rss version="2.0"><channel>' + b"<item " * 50_000),
    "empty members": ("a.zip", zipped({f"d{i}/a.txt": "" for i in range(4_000)})),
    "folders": ("a.zip", zipped({"a/" * 2_000 + f"{i}.jpg": "x" for i in range(10)})),
    "local headers": ("a.txt", b"PK\x03\x04" + b"\0" * 22 + b"\xff\xff\0\0" + b"PK\x03\x04" * 200_000),
    "records": ("a.warc", b"WARC/1.0\r\n" * 100_000),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_read_in_time(name: str) -> None:
    uri, data = HOSTILE[name]
    began = time.process_time()
    held(uri, data)
    assert time.process_time() - began < 10, "a megabyte takes a second or two, also on a slow machine"
