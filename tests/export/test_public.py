"""The edition for readers: what is in it, and that nothing of the desk is, in any format, to the byte."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.browser.samples import Sample, day, month
from tests.export.test_formats import FORMATS
from timeline.export import ExportOptions, export, schema
from timeline.export.json_file import json_bytes
from timeline.export.public import public

DESK = (
    "leak-0417",
    "desk/raw",
    "Ms. Deep Throat",
    "Ada Lovegood",
    "ask the lawyer first",
    "teaser-story",
    "scan-04",
    "memo-77",
)
"""What readers must not see: names of files and folders, of who saved them, of reviewers; notes; what was left out."""


WHY = ("told in full by leak-0417", *(("set by Ada Lovegood",) if "review" in schema.Event.model_fields else ()))


def made() -> schema.Timeline:
    sample = Sample("The lock at Tarn")
    sample.source("s-file", "leak-0417", None, None, "desk/raw/leak-0417.pdf")
    sample.source("s-memo", "Ex. 14", month("2019-05"), None, "desk/raw/memo-77.docx")
    sample.source("s-web", "Deck falls", day("2023-10-08"), "Northwire", "https://northwire.example/deck")
    sample.source("s-unused", "teaser-story", None, None, "desk/raw/teaser-story.html")
    tell = sample.tell
    tell(
        "The board closes the lock",
        day("2017-03-08"),
        "The board closed the lock on 8 March 2017.",
        "8 March 2017",
        ["s-file", "s-memo"],
        status="accepted",
    )
    tell(
        "The deck falls",
        day("2023-10-07"),
        "The deck fell on 7 October 2023.",
        "7 October 2023",
        ["s-web"],
        status="accepted",
        correction="An earlier version gave 8 October.",
        why=WHY,
        edited=True,
    )
    tell(
        "A rumour", day("2018-01-01"), "A rumour of 1 January 2018.", "1 January 2018", ["s-unused"], status="rejected"
    )
    tell("Not looked at", day("2018-02-01"), "On 1 February 2018 nothing was said.", "1 February 2018", ["s-unused"])
    published = sample.done()
    first = published.sources[0].model_copy(
        update={
            "title": "leak-0417.pdf",
            "author": "Ms. Deep Throat",
            "published": day("2020-01-01"),
            "published_from": "file-name",
            "published_why": ("the file's name leak-0417 says so",),
            "copies": ("desk/raw/copy of leak-0417.pdf", "https://archive.example/l"),
        }
    )
    events = [_reviewed(event) for event in published.events]
    loose = schema.Unplaced.model_validate(
        {**published.events[0].evidence[0].model_dump(), "id": "u1", "reason": "scan-04 names no year"}
    )
    failure = schema.Failure(uri="desk/raw/scan-04.pdf", stage="read", code="empty", message="scan-04.pdf: empty")
    return published.model_copy(
        update={
            "sources": (first, *published.sources[1:]),
            "events": tuple(events),
            "undated": (loose,),
            "set_aside": (loose,),
            "failures": (failure,),
        }
    )


def _reviewed(event: schema.Event) -> schema.Event:
    """With what a reviewer left on it, where the schema has room for that."""
    if "review" not in schema.Event.model_fields:
        return event
    told = {"by": "Ada Lovegood", "at": "2026-03-01T10:20:30Z", "note": "ask the lawyer first"}
    return schema.Event.model_validate({**event.model_dump(), "review": told})


def unpacked(data: bytes) -> bytes:
    """The bytes, and those of what is packed in them."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("name", (*FORMATS, "html"))
def test_nothing_of_the_desk_is_in_the_bytes(name: str, tmp_path: Path) -> None:
    before = b"".join(unpacked(file.read_bytes()) for file in export(made(), tmp_path / "whole", ["json"]))
    for word in DESK:
        known = word not in ("Ada Lovegood", "ask the lawyer first") or "review" in schema.Event.model_fields
        assert not known or word.encode() in before, f"{word} is in no bytes at all: the test tests nothing"
    files = export(public(made()), tmp_path / "public", [name], ExportOptions(public=True))
    told = b"".join(unpacked(file.read_bytes()) for file in files)
    assert [word for word in DESK if word.encode() in told] == []


def test_what_readers_see() -> None:
    edition = public(made())
    assert [(event.title, event.status) for event in edition.events] == [
        ("The board closes the lock", "accepted"),
        ("The deck falls", "accepted"),
    ]
    assert (edition.undated, edition.set_aside, edition.failures) == ((), (), ())
    assert [(source.id, source.label, source.uri) for source in edition.sources] == [
        ("source-1", "Source 1", "Source 1"), ("source-2", "Ex. 14", "Ex. 14"),
        ("source-3", "Deck falls", "https://northwire.example/deck"),
    ]  # fmt: skip
    closed, falls = edition.events
    assert [item.source for item in closed.evidence] == ["source-1", "source-2"]
    assert falls.correction == "An earlier version gave 8 October."
    assert falls.edited is False and falls.evidence[0].why == ()


def test_ids_stay_so_that_old_links_open() -> None:
    ids = {event.id: [item.id for item in event.evidence] for event in made().events}
    for event in public(made()).events:
        assert [item.id for item in event.evidence] == ids[event.id]


def test_an_edition_is_a_whole_timeline() -> None:
    edition = public(made())
    assert schema.Timeline.model_validate_json(json_bytes(edition)) == edition


@pytest.mark.parametrize(
    ("change", "kept"),
    [({}, 2), ({"status": "candidate"}, 1), ({"status": "rejected"}, 1)],
)
def test_only_what_was_accepted_is_in_it(change: dict[str, Any], kept: int) -> None:
    events = made().events
    whole = made().model_copy(update={"events": (events[0].model_copy(update=change), *events[1:])})
    assert len(public(whole).events) == kept
