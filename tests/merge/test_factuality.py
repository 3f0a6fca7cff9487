"""Whether an event came about, by what all its reports say; a denied one never looks like a fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.passages import told
from timeline.merge.salience import event_of
from timeline.model.event import Event, Factuality, Role

PIECE = told("The bridge opened on [3 May 2004].")[0]


def event(*words: str) -> Event:
    """An event of passages such as "planned" or "denied refers", each with its words as its title."""
    pieces = [
        replace(
            PIECE,
            id=f"e{i}",
            source_id=f"s{i}",
            title=said,
            factuality=Factuality(said.split()[0]),
            role=Role.REFERS if "refers" in said else Role.REPORTS,
        )
        for i, said in enumerate(words)
    ]
    return event_of(pieces, {})


@pytest.mark.parametrize(
    ("words", "factuality", "title"),
    [
        (["planned", "planned", "happened"], "happened", "happened"),
        (["hypothetical", "happened"], "happened", "happened"),
        (["planned", "ongoing"], "ongoing", "ongoing"),
        (["happened", "happened", "ongoing"], "happened", "happened"),
        (["planned", "expected", "expected"], "expected", "expected"),
        (["planned", "expected"], "planned", "planned"),
        (["denied", "happened"], "denied", "denied"),
        (["denied", "happened", "happened"], "happened", "happened"),
        (["denied", "planned", "planned"], "denied", "denied"),
        (["planned", "happened refers"], "planned", "planned"),
        (["happened refers"], "happened", "happened refers"),
    ],
)
def test_factuality_and_title(words: list[str], factuality: str, title: str) -> None:
    made = event(*words)
    assert (made.factuality.value, made.title) == (factuality, title)
