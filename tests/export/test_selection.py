"""What a selection keeps, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.samples import Sample, bridge, day, month, since, span, until, year
from timeline.errors import InputError
from timeline.export import schema
from timeline.export.selection import EVERYTHING, Selection, select


def made() -> schema.Timeline:
    sample = Sample("Selected")
    for name in ("a", "b"):
        sample.source(name, name, None, None, f"{name}.txt")
    rows: list[tuple[str, schema.Date, str, dict[str, Any]]] = [
        ("day", day("2023-10-07"), "a", {"status": "accepted", "tags": ("war",)}),
        ("month", month("2023-11"), "a", {"confidence": 0.5}),
        ("span", span("2023-12-20", "2024-01-10", "20 Dec 2023 – 10 Jan 2024"), "b", {"status": "rejected"}),
        ("year", year("2024"), "b", {"tags": ("war", "talks")}),
        ("since", since("2022-02", "2022-02-01", "since Feb 2022"), "b", {"status": "accepted"}),
        ("until", until("2021-05", "2021-05-31", "until May 2021"), "b", {}),
    ]
    for title, when, source, more in rows:
        sample.tell(title, when, f"{title} was told.", title, [source], **more)
    return sample.done()


@pytest.mark.parametrize(
    ("selection", "titles"),
    [
        (EVERYTHING, "until since day month span year"),
        (Selection(statuses=("accepted",)), "since day"),
        (Selection(statuses=("accepted", "rejected")), "since day span"),
        (Selection(tags=("war",)), "day year"),
        (Selection(tags=("talks", "none")), "year"),
        (Selection(min_confidence=0.9), "until since day span year"),
        (Selection(first="2024-01"), "since span year"),
        (Selection(last="2023-10-07"), "until since day"),
        (Selection(first="2023-10-08", last="2023-11-15"), "since month"),
        (Selection(first="2023-11", last="2023-12"), "since month span"),
        (Selection(first="-0043"), "until since day month span year"),
    ],
)
def test_what_is_kept(selection: Selection, titles: str) -> None:
    assert " ".join(event.title for event in select(made(), selection).events) == titles


def test_only_sources_that_are_cited_stay_and_nothing_that_has_no_event() -> None:
    kept = select(made(), Selection(tags=("talks",)))
    assert [source.id for source in kept.sources] == ["b"]
    kept = select(bridge(), Selection(min_confidence=0.1))
    assert (kept.undated, kept.set_aside, kept.failures) == ((), (), ())
    assert bridge().undated and bridge().set_aside and bridge().failures


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"statuses": ("done",)}, "unknown status 'done'; there are: candidate, accepted, rejected"),
        ({"first": "yesterday"}, "not an EDTF date: 'yesterday'.*give a day, month or year"),
        ({"last": "XXXX-12-24"}, "names no year"),
        ({"first": "2024", "last": "2023"}, "nothing lies from 2024 to 2023"),
        ({"min_confidence": 90}, "between 0 and 1, not at 90"),
    ],
)
def test_what_no_event_could_have_is_refused(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=told):
        Selection(**wrong)
