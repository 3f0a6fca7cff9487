"""Decisions as JSON Lines: out and in again the same, and what is no decision is told with its line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from timeline.errors import InputError
from timeline.model.decision import Action, Decision, Patch, Target, Version
from timeline.model.event import Factuality
from timeline.model.text import Span
from timeline.store.decision_lines import line, read_lines

AT = "2026-03-01T10:20:30.000001Z"
TARGETS = (Target("e1", "a.html", "Ada met Bob on 24 December.", "24 December"), Target("e2"))
WHOLE = Patch(
    "A title", "2023-12-24", ("Ada",), (), ("x",), Factuality.DENIED,
    "s1", "a.html", "Ada met Bob.", Span(0, 12), "24 December", Span(4, 15),
)  # fmt: skip


@pytest.mark.parametrize(
    "decision",
    [
        Decision(Action.ACCEPT, "Ada", AT, TARGETS, shown=Version("A title", None, "happened", ("2024",))),
        Decision(Action.EDIT, "Ada", AT, TARGETS, WHOLE, note="as the report says"),
        Decision(Action.EDIT, "Ada", AT, TARGETS, Patch(participants=())),
        Decision(Action.ADD, "李 “Ó”\u2028", AT, patch=Patch("Title\nof two lines", "-0043", source_id="s1")),
        Decision(Action.NOTE, "half a \ud83d pair", AT, TARGETS, note="n"),
        Decision(Action.SOURCE, "Ada", AT, patch=Patch(edtf="2023-11", uri="a.html")),
        Decision(Action.UNDO, "Ada", AT, undoes=("d1", "d2"), batch="b1"),
    ],
    ids=lambda decision: decision.action.value,
)
def test_a_decision_comes_back_as_it_was(decision: Decision) -> None:
    told = line(decision)
    told.encode()
    assert "\n" not in told
    assert tuple(read_lines([told, "", "  "], "d.jsonl")) == (decision,)
    assert json.loads(told)["id"] == decision.id


GOOD: dict[str, Any] = {"action": "accept", "reviewer": "Ada", "at": AT, "targets": [{"evidence": "e1"}]}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"action": "destroy"}, "must be one of accept, reject"),
        ({"action": ["accept"]}, "must be one of accept, reject"),
        ({"reviewer": ""}, '"reviewer" must be a text that is not empty'),
        ({"reviewer": None}, '"reviewer" must be a text'),
        ({"at": "yesterday"}, "instant in UTC"),
        ({"targets": []}, "name its evidence"),
        ({"targets": {}}, "name its evidence"),
        ({"targets": "e1"}, '"targets" must be a list'),
        ({"targets": [{"evidence": 3}]}, '"evidence" must be a text'),
        ({"targets": [{"uri": "a"}]}, "lacks evidence"),
        ({"targets": [{"evidence": "e1", "colour": "red"}]}, "has no 'colour'"),
        ({"patch": {"edtf": "last week"}}, "not an EDTF date"),
        ({"patch": {"title": " "}}, "needs a title"),
        ({"patch": {"participants": "Ada"}}, "must be a list of texts"),
        ({"patch": {"quote_span": [5, 2]}}, "[start, end]"),
        ({"patch": {"quote_span": [True, 2]}}, "[start, end]"),
        ({"patch": {"factuality": "perhaps"}}, "must be one of happened"),
        ({"note": "x" * 20_001}, "longer than"),
        ({"action": "edit"}, "an edit changes something"),
        ({"action": "add", "patch": {"title": "T"}}, "needs a title and a date"),
        ({"action": "source", "patch": {"edtf": "2023"}}, "needs its uri"),
        ({"action": "undo"}, "what it undoes"),
        ({"undoes": ["d1"]}, "what it undoes"),
        ({"shown": {"title": "T"}}, "lacks factuality"),
    ],
)  # fmt: skip
def test_what_is_no_decision_is_told_with_its_line(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError) as error:
        list(read_lines([json.dumps(GOOD), json.dumps(GOOD | changed)], "d.jsonl"))
    assert str(error.value).startswith("d.jsonl:2:")
    assert told in str(error.value)


@pytest.mark.parametrize("text", ["{", "[1]", "3", '"accept"', "[" * 100_000])
def test_a_line_that_is_no_object_is_told(text: str) -> None:
    with pytest.raises(InputError, match=r"d\.jsonl:1"):
        list(read_lines([text], "d.jsonl"))
