"""The document's own date: candidates in, the best of them out, with where it came from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.errors import InputError
from timeline.extract.dct import date_document, given_date, last_update
from timeline.language import pack
from timeline.model.text import DateCandidate, DateOrigin, Document, Source

SOURCE = Source("s", "a.txt", "a", "a", "", "text/plain")


def dated(*candidates: tuple[str, DateOrigin], given: str | None = None) -> tuple[str | None, str] | None:
    document = Document(SOURCE, "", (), tuple(DateCandidate(text, origin) for text, origin in candidates))
    dating = date_document(document, pack("en"), given)
    return None if dating is None else (dating.value.edtf, dating.origin)


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        ([("2023-12-24T10:00:05+02:00", DateOrigin.JSON_LD)], ("2023-12-24T10:00+02:00", "json-ld")),
        ([("Published: 3 Mar 2024 10:15 am", DateOrigin.BYLINE)], ("2024-03-03T10:15", "byline")),
        ([("Sun, 24 Dec 2023 10:00:00 GMT", DateOrigin.HEADER)], ("2023-12-24T10:00:00Z", "header")),
        ([("/2023/12/24/a-story", DateOrigin.URL)], ("2023-12-24", "url")),
        ([("20130322", DateOrigin.RECORD)], ("2013-03-22", "record")),
        ([("May 2025", DateOrigin.BYLINE)], ("2025-05", "byline")),
        ([("May 2025", DateOrigin.BYLINE), ("2025-05-07", DateOrigin.FILE_NAME)], ("2025-05-07", "file-name")),
        ([("2023-01-02", DateOrigin.URL), ("2023-01-03", DateOrigin.JSON_LD)], ("2023-01-03", "json-ld")),
        ([("March 3", DateOrigin.DATELINE)], None),
        ([("five minutes ago", DateOrigin.BYLINE), ("", DateOrigin.META)], None),
        ([("2023-02-31", DateOrigin.META)], None),
        ([], None),
    ],
)
def test_chooses(candidates: list[tuple[str, DateOrigin]], expected: tuple[str, str] | None) -> None:
    assert dated(*candidates) == expected


O = DateOrigin  # noqa: E741
CONFLICTS: list[tuple[list[tuple[str, DateOrigin]], str, list[str]]] = [
    # places -> the day, and the days that contradict it
    ([("2020-06-01", O.JSON_LD), ("4 March 2017", O.BYLINE), ("2017-03-04", O.URL)], "2017-03-04", ["2020-06-01"]),
    ([("2017-03-04", O.JSON_LD), ("2017-03-04", O.META), ("2020-06-01", O.FILE_NAME)], "2017-03-04", ["2020-06-01"]),
    ([("2020-06-01", O.RECORD), ("4 March 2017", O.BYLINE), ("2017-03-04", O.URL)], "2020-06-01", ["2017-03-04"]),
    ([("2020-06-01", O.SIDECAR), ("2017-03-04", O.RECORD)], "2020-06-01", ["2017-03-04"]),
    ([("2017-03-04", O.FILE_NAME), ("2020-06-01", O.PDF), ("2020-06-01", O.FILE_TIME)], "2017-03-04", ["2020-06-01"]),
    ([("2017-03", O.URL), ("4 March 2017", O.BYLINE)], "2017-03-04", []),
    ([("2017-03", O.URL), ("March 3", O.DATELINE)], "2017-03-03", []),
    ([("2017-03-04", O.META), ("March 3, 2017", O.DATELINE)], "2017-03-04", []),
    ([("2017-03-04", O.META), ("March 1, 2017", O.DATELINE)], "2017-03-04", ["2017-03-01"]),
    ([("10/7/2023", O.BYLINE), ("2023-07-10", O.URL)], "2023-07-10", []),
    ([("2017-03-05T04:30:00Z", O.META), ("4 March 2017", O.BYLINE)], "2017-03-04", []),
    ([("2017-03-05T04:30:00Z", O.META), ("2 March 2017", O.BYLINE)], "2017-03-05T04:30Z", ["2017-03-02"]),
    ([("2017-03-04T23:30:00-05:00", O.META), ("4 March 2017", O.BYLINE)], "2017-03-04T23:30-05:00", []),
]  # fmt: skip


@pytest.mark.parametrize(("candidates", "day", "against"), CONFLICTS)
def test_places_that_differ(candidates: list[tuple[str, DateOrigin]], day: str, against: list[str]) -> None:
    document = Document(SOURCE, "", (), tuple(DateCandidate(text, origin) for text, origin in candidates))
    dating = date_document(document, pack("en"))
    assert dating is not None
    assert (dating.value.edtf, [other.edtf for other in dating.alternatives]) == (day, against)
    assert (dating.confidence < 0.85) == bool(against)
    assert len([step for step in dating.steps if step.startswith("but ")]) >= len(against)


@pytest.mark.parametrize(
    ("published", "update", "origin", "expected"),
    [
        ("2017-03-04", "2017-03-09", O.META, ("2017-03-04", "2017-03-09")),
        ("2017-03-04T10:00", "2017-03-04T12:00", O.META, ("2017-03-04T10:00", None)),
        ("2017-03-04", "2017-03-01", O.META, ("2017-03-04", None)),
        (None, "9 March 2017", O.BYLINE, ("2017-03-09", "2017-03-09")),
        (None, "2017-03-09", O.META, (None, "2017-03-09")),
    ],
)
def test_an_updated_page_keeps_both_dates(
    published: str | None, update: str, origin: DateOrigin, expected: tuple[str | None, str | None]
) -> None:
    first = (DateCandidate(published, O.META),) if published else ()
    document = Document(SOURCE, "", (), (*first, DateCandidate(update, origin, update=True)))
    dating = date_document(document, pack("en"))
    change = last_update(document, pack("en"), dating)
    assert (dating and dating.value.edtf, change and change.value.edtf) == expected


def test_a_source_that_is_known_to_write_the_day_first() -> None:
    document = Document(replace(SOURCE, day_first=True), "", (), (DateCandidate("10/7/2023", O.BYLINE),))
    dating = date_document(document, pack("en"))
    assert dating is not None
    assert (dating.value.edtf, dating.alternatives) == ("2023-07-10", ())


def test_what_the_user_gives_wins() -> None:
    assert dated(("2023-12-24", DateOrigin.JSON_LD), given="2024-01-01") == ("2024-01-01", "given")


def test_a_conflict_is_told() -> None:
    candidates = (DateCandidate("2023-12-24", DateOrigin.JSON_LD), DateCandidate("2023-12-28", DateOrigin.URL))
    dating = date_document(Document(SOURCE, "", (), candidates), pack("en"))
    assert dating is not None
    assert any("28 Dec 2023" in step for step in dating.steps)


def test_an_ambiguous_order_keeps_both() -> None:
    dating = date_document(Document(SOURCE, "", (), (DateCandidate("10/7/2023", DateOrigin.BYLINE),)), pack("en"))
    assert dating is not None
    assert [dating.value.edtf, *(other.edtf for other in dating.alternatives)] == ["2023-10-07", "2023-07-10"]
    assert dating.confidence < 0.7


@pytest.mark.parametrize("text", ["2024-13-40", "yesterday", "", "2024-05", "next week"])
def test_a_given_date_must_be_a_day(text: str) -> None:
    with pytest.raises(InputError, match="give a full day such as"):
        given_date(text)
