"""Merging by blocks of time gives the events of merging everything at once, whoever does it."""

from __future__ import annotations

import pytest

from tests.test_pipeline import a_document
from timeline.export.json_file import json_bytes
from timeline.export.publish import publish
from timeline.model.text import Document
from timeline.pipeline import Options, blocks, build

PLACES = ("Harlow", "Ware", "Tarn", "Lipa")


def archive() -> list[Document]:
    """Years of happenings told twice: over the end of a year, on days that differ, and by the year alone."""
    found = []
    for year in range(1990, 2002):
        place = PLACES[year % 4]
        found += [
            a_document(f"a{year}", f"Ida Berg opened the mill of {place} on 31 December {year}. It rained for days."),
            a_document(f"b{year}", f"Ida Berg opened the mill of {place} on 1 January {year + 1}. It rained for days."),
            a_document(f"c{year}", f"The Tarn dam burst on 4 May {year} near {place}, and Ole Rask was arrested."),
            a_document(f"d{year}", f"In {year} the Tarn dam burst near {place}. The council met in May {year}."),
        ]
    return found


@pytest.fixture(scope="module")
def at_once() -> bytes:
    return json_bytes(publish(build(archive())))


@pytest.mark.parametrize(("size", "workers"), [(1, 2), (9, 2), (40, 3), (10_000, 2)])
def test_blocks_of_any_size_give_the_same_bytes(
    size: int, workers: int, at_once: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BLOCK", size)
    assert json_bytes(publish(build(archive(), Options(workers=workers)))) == at_once


def test_the_archive_has_what_blocks_could_break() -> None:
    made = build(archive())
    assert any(len({p.when.value.granularity for p in event.evidence if p.when.value}) > 1 for event in made.events)
    over_the_end = [
        e
        for e in made.events
        if {"12-31", "01-01"} <= {((p.when.value and p.when.value.edtf) or "")[5:] for p in e.evidence}
    ]
    assert over_the_end
    assert all(event.conflicts for event in over_the_end)
