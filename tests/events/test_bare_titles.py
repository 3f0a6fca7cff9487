"""A title says something by itself, and holds nothing that is no title."""

import pytest

from tests.events.passages import told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The town has feared the siege since it began in [May 2011].", "The town has feared the siege since it began"),
        ("[Ole Berg in the mill in [May 2011] (Northern Press archive)](mill.jpg)".replace("[Ole", "Ole"),
         "Ole Berg in the mill"),
        ("The scheme was launched in [2016]/17.", "The scheme was launched"),
    ],
)  # fmt: skip
def test_titles(text: str, title: str) -> None:
    (piece,) = told(text)
    assert piece.title == title
