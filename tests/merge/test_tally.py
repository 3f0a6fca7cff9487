"""How many tell an event: copies and one publisher's articles are one report, mere mentions are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.passages import told
from timeline.merge.tally import tally
from timeline.model.event import Role
from timeline.model.text import Source

PIECE = told("The mill burned on [3 May 2004].")[0]


def source(id: str, publisher: str | None = None, copy_of: str | None = None) -> Source:
    return Source(id, f"{id}.txt", id, id, "0" * 64, "text/plain", publisher=publisher, copy_of=copy_of)


@pytest.mark.parametrize(
    ("sources", "passages", "counts"),
    [
        ([source("a", "Post")], ["a"], (1, 1, 1, 1)),
        ([source("a", "Post")], ["a", "a"], (2, 1, 1, 1)),
        ([source("a", "Post"), source("b", "Times")], ["a", "b"], (2, 2, 2, 2)),
        ([source("a", "Post"), source("b", "  POST ")], ["a", "b"], (2, 2, 1, 1)),
        ([source("a", "Post"), source("b", "Times", "a")], ["a", "b"], (2, 2, 2, 1)),
        ([source("a", "Post"), source("b", "Times", "c")], ["a", "b"], (2, 2, 2, 2)),
        ([source("a", "Post"), source("b", "Times", "a"), source("c", "Times")], ["a", "b", "c"], (3, 3, 2, 1)),
        ([source("a"), source("b")], ["a", "b"], (2, 2, 0, 2)),
        ([source("a", "Post"), source("b", "Times")], ["a", "b refers"], (2, 2, 2, 1)),
        ([source("a", "Post")], ["a refers"], (1, 1, 1, 0)),
        ([], ["a"], (1, 1, 0, 1)),
    ],
)
def test_counts(sources: list[Source], passages: list[str], counts: tuple[int, ...]) -> None:
    evidence = [
        replace(PIECE, id=f"e{i}", source_id=words.split()[0], role=Role.REFERS if "refers" in words else Role.REPORTS)
        for i, words in enumerate(passages)
    ]
    assert tally(evidence, {known.id: known for known in sources}) == counts
