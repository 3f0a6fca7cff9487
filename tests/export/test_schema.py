"""`timeline.json` is what `timeline schema` says it is, by the judgement of the library that others check it with."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from tests.browser.samples import SAMPLES
from tests.export.models import any_of
from timeline.export import schema
from timeline.export.json_file import json_bytes, json_schema
from timeline.export.public import public

VALIDATOR = Draft202012Validator(json_schema())
LARGE = {"crowded", "thinned"}
"""Thousands of events that are all of one kind."""


def complaints(data: object) -> list[str]:
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in VALIDATOR.iter_errors(data)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("name", sorted(SAMPLES.keys() - LARGE))
def test_a_timeline_is_valid(name: str) -> None:
    made = SAMPLES[name]()
    assert complaints(json.loads(json_bytes(made))) == []
    assert complaints(json.loads(json_bytes(public(made)))) == []


@given(any_of(schema.Timeline))
@settings(max_examples=25)
def test_any_timeline_is_valid(made: schema.Timeline) -> None:
    assert complaints(json.loads(json_bytes(made))) == []


def spoiled(data: dict[str, Any], *path: str | int, value: object = None) -> dict[str, Any]:
    """A copy with another value at a place, or without it."""
    copy = json.loads(json.dumps(data))
    inner = copy
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return copy


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("events",), None, "'events' is a required property"),
        (("events", 0, "date", "edtf"), 2004, "2004 is not of type 'string'"),
        (("events", 0, "status"), "maybe", "'maybe' is not one of"),
        (("events", 0, "evidence", 0, "quote_span"), [1, 2, 3], "events/0/evidence/0/quote_span"),
        (("schema_version",), 99, "schema_version"),
    ],
)
def test_what_is_no_timeline_is_not_valid(path: tuple[str | int, ...], value: object, told: str) -> None:
    whole = json.loads(json_bytes(SAMPLES["bridge"]()))
    assert any(told in complaint for complaint in complaints(spoiled(whole, *path, value=value)))
