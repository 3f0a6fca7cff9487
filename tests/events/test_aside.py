"""Dates of which nothing is told are set aside, with the reason."""

import pytest

from tests.events.passages import told
from timeline.events.fate import COMPARISON, CREDIT
from timeline.model.event import Fate


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Lipa need a point to win the league for the first time since [1968=1968-/..].", COMPARISON),
        ("It was the worst flood since [1953].", COMPARISON),
        ("Unemployment rose to its highest level since [May 2010].", COMPARISON),
        ("Prices were highest since [May 2010].", COMPARISON),
        ("She is only the second woman to lead the club since [1953].", COMPARISON),
        ("It is the town's only strike since [1953].", COMPARISON),
        ("The army has held the town since [1953].", None),
        ("The first bridge has stood since [1953].", None),
        ("Ida Holm first sat in the council in [1953].", None),
        ("In the worst flood, in [1953], nine people died.", None),
        ("It has only existed since [1953].", None),
        ("Photo: [2020] Getty", CREDIT),
        ("(c) [2020] AP", CREDIT),
        ("© [2020] Ida Holm / Northern Press", CREDIT),
        ("The council meets in Lipa (Photo: [2020] Northern Press).", CREDIT),
        ("Photo: the council meets in [2020].", None),
        ("Ida Holm in [2020] (photo by Tom Rask)", None),
        ("Lipa, [2020]", None),
    ],
)
def test_what_is_set_aside(text: str, reason: str | None) -> None:
    (piece,) = told(text)
    assert piece.reason == reason
    assert piece.fate is (Fate.EVIDENCE if reason is None else Fate.SET_ASIDE)
