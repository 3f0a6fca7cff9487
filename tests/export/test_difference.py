"""What came, went and changed, as a table of edits to one timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.samples import bridge, day
from timeline.export import schema
from timeline.export.difference import difference, plain

ONE, TWO, *REST = bridge().events


def edited(**changes: Any) -> schema.Event:
    return ONE.model_copy(update=changes)


def told(events: list[schema.Event]) -> dict[str, Any]:
    after = bridge().model_copy(update={"events": tuple(events)})
    found = plain(difference(bridge(), after))
    fields = [(pair["id"], [change["field"] for change in pair["changes"]]) for pair in found["changed"]]
    return {
        "came": [event["id"] for event in found["came"]],
        "went": [event["id"] for event in found["went"]],
        "changed": fields,
    }


NEW = ONE.model_copy(update={"id": "new", "evidence": (ONE.evidence[0].model_copy(update={"id": "p-new"}),)})
JOINED = TWO.model_copy(update={"evidence": (*TWO.evidence, *ONE.evidence)})


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([ONE, TWO, *REST], {"came": [], "went": [], "changed": []}),
        ([TWO, *REST], {"came": [], "went": [ONE.id], "changed": []}),
        ([ONE, TWO, *REST, NEW], {"came": ["new"], "went": [], "changed": []}),
        ([edited(title="Another"), TWO, *REST], {"came": [], "went": [], "changed": [(ONE.id, ["title"])]}),
        ([edited(date=day("1999-01-01"), status="accepted"), TWO, *REST], {"came": [], "went": [], "changed": [(ONE.id, ["date", "status"])]}),
        # Another id with the same evidence is the same event, and the id alone is no change.
        ([edited(id="other"), TWO, *REST], {"came": [], "went": [], "changed": []}),
        ([JOINED, *REST], {"came": [], "went": [ONE.id], "changed": [(TWO.id, ["evidence"])]}),
    ],
)  # fmt: skip
def test_what_differs(events: list[schema.Event], expected: dict[str, Any]) -> None:
    assert told(events) == expected


def test_evidence_is_told_by_what_was_lost_and_gained() -> None:
    after = bridge().model_copy(update={"events": (JOINED, *REST)})
    (changed,) = difference(bridge(), after).changed
    (change,) = changed.changes
    assert (change.before, change.after) == ([], [item.id for item in ONE.evidence])


@pytest.mark.parametrize(
    ("edit", "side"),
    [(lambda sources: sources[1:], "went"), (lambda sources: (*sources, sources[0].model_copy(update={"id": "new"})), "came")],
)  # fmt: skip
def test_sources_are_told_too(
    edit: Callable[[tuple[schema.Source, ...]], tuple[schema.Source, ...]], side: str
) -> None:
    after = bridge().model_copy(update={"sources": edit(bridge().sources)})
    found = plain(difference(bridge(), after))["sources"]
    assert len(found[side]) == 1 and len(found["came"]) + len(found["went"]) == 1
