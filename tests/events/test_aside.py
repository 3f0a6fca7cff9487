"""Dates of which nothing is told are set aside, with the reason."""

import pytest

from tests.events.passages import told
from timeline.events.fate import COMPARISON, CREDIT, EDITION, FIGURE, LOOKED_UP, STAMP, TEASER
from timeline.model.event import Fate
from timeline.model.text import Document
from timeline.pipeline import build
from timeline.read import Blob, read_blob


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Rain in Lund - 2 hrs ago Fire in Tarn - 3 hrs ago Snow in Hull - [5 hrs ago=2024-06-10] Courier.", TEASER),
        ("Rain in Lund - 2 hrs ago Fire in Tarn - [5 hrs ago=2024-06-10] Courier.", None),
        ("It rained in Lund 2 hrs ago, in Tarn 3 hrs ago and in Hull [5 hrs ago=2024-06-10].", None),
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
        ("The port paid 4 marks, up 15% from 3 marks in [1953].", COMPARISON),
        ("Trade fell to 40 marks, compared with 60 marks in [1953].", COMPARISON),
        ("It is their largest fair in [the past decade=200X].", COMPARISON),
        ("The market share is up 82 percent from [9 months ago=2023-09].", COMPARISON),
        ("Trade fell to 40 marks from 60 marks in [1953].", COMPARISON),
        ("Trade grew from 40 marks in [1953] to 60 marks.", None),
        ("The port took 40 marks from smugglers in [1953].", None),
        ("Lund moved from 40 Mill Lane in [1953].", None),
        ("Compared with its rival the mill was small; it closed in [1953].", None),
        ("Earnings fell below the [year-earlier=2010] $4 million.", COMPARISON),
        ("Sales were above [last year=2010]'s $3 million.", COMPARISON),
        ("[Friday=2011-05-06]'s $3 million sale was brief.", None),
        ("Ida Holm spoke to the leaders of [tomorrow=2011-05-07].", FIGURE),
        ("Ida Holm spoke to the leaders of [tomorrow=2011-05-07]'s march.", None),
        ("Ida Holm spoke to the leaders on [3 May 2011].", None),
        ("The offer is told in [today=2011-05-06]'s editions of the Courier.", EDITION),
        ("It was far above [Thursday=2011-05-05]'s closing price.", EDITION),
        ("It was far above [Thursday=2011-05-05]'s price.", None),
        ("Photo: [2020] Getty", CREDIT),
        ("(c) [2020] AP", CREDIT),
        ("© [2020] Ida Holm / Northern Press", CREDIT),
        ("The council meets in Lipa (Photo: [2020] Northern Press).", CREDIT),
        ("Photo: the council meets in [2020].", None),
        ("Ida Holm in [2020] (photo by Tom Rask)", None),
        ("Lipa, [2020]", None),
        ("Page last updated at [3 May 2011]", STAMP),
        ("Keeper resigns, says sister Page last updated at 08:58, [3 May 2011] UK Ida Holm resigned.", STAMP),
        ("Posted: [3 May 2011]", STAMP),
        ("UPDATED 3:09 PM, [3 May 2011]", STAMP),
        ("The page was last updated in [May 2011].", None),
        ("Published in [May 2011], the book was sold.", None),
        ("The book, published in [May 2011], was sold.", None),
        ("Ida Holm posted a letter on [3 May 2011].", None),
    ],
)
def test_what_is_set_aside(text: str, reason: str | None) -> None:
    (piece,) = told(text)
    assert piece.reason == reason
    assert piece.fate is (Fate.EVIDENCE if reason is None else Fate.SET_ASIDE)


def test_the_day_on_which_a_note_was_looked_up_is_no_event() -> None:
    body = "The lock gates at Tarn Bridge failed on 3 March 2017 and sent a wave of water into the lower town.\n\nNobody drowned in it, and the board renewed the gates."
    notes = "References\n\n[1] “Iron gates for Tarn”, The Tarn Herald, 9 June 1931. Retrieved 4 May 2015.\n[2] Lock gates fail. Archived from the original on 12 June 2018.\n"
    (document,) = read_blob(Blob("a.txt", f"{body}\n\n{notes}".encode()))
    assert isinstance(document, Document)
    made = build([document])
    assert sorted(event.when.edtf or "" for event in made.events) == ["1931-06-09", "2017-03-03"]
    assert {piece.reason for piece in made.set_aside} == {LOOKED_UP}
