"""What else a date dates: the verbs that go on with the one it stands in front of."""

import pytest

from tests.events.passages import marked, told
from timeline.events import evidence
from timeline.language import pack
from timeline.model.event import Fate, mentions_by_fate

SEVERAL = [
    ("On [7 May 2011], the firm bought a mill and sold its ships.", ["bought", "sold"]),
    ("In [1911] he lost the mill, and his brother founded a bank.", ["lost", "founded"]),
    ("The council on [7 May 2011] closed the pier and fined its owner.", ["closed", "fined"]),
    ("On [7 May 2011] rebels took the port, and the mayor fled.", ["took", "fled"]),
    ("On [7 May 2011] the mill was sold to a bank and renamed Holm.", ["sold", "renamed"]),
    ("On [7 May 2011] she opened a school, closed it and moved to Lund.", ["opened"]),
    (
        "On [7 May 2011] the mill was sold, the pier closed its gates and the mayor resigned.",
        ["sold", "closed", "resigned"],
    ),
    ("On [7 May 2025] the court will hear the widow and will question her son.", ["hear", "question"]),
]
ALONE = [
    ("the first verb has the date", "The firm was founded on [7 May 2011] and sold its ships.", ["founded"]),
    ("a date of its own", "In [1911] she sold the mill and in [1920] left.", ["sold", "left"]),
    ("it came later", "In [1911] she sold the mill and later bought a ship.", ["sold"]),
    ("it lasts", "In [1911] she sold the mill and still owned the ship.", ["sold"]),
    ("a state", "In [1911] she sold the mill and lived in Lund.", ["sold"]),
    ("another tense", "On [7 May 2011] she sold the mill and is happy.", ["sold"]),
    ("denied", "On [7 May 2011] she sold the mill and did not leave.", ["sold"]),
    ("one happening, two verbs", "On [7 May 2011] he shot and killed a guard.", ["shot"]),
    ("a limit, not a day", "By [7 May 2011] rebels held the port and took the town.", ["held"]),
    ("what is said", "On [7 May 2011] Berg said police and guards were hurt.", ["said"]),
    ("a participle of a second object", "On [7 May 2011] he sent ten ships and a fleet led by Holm.", ["sent"]),
    ("no and", "On [7 May 2011] the mill was sold, the pier closed its gates.", ["sold"]),
    ("an insertion", "On [7 May 2011] Holm met Berg, the man she loved, and his son.", ["met"]),
    ("a list of nouns", "On [7 May 2011] he met Holm and Berg.", ["met"]),
    ("an infinitive", "On [7 May 2011] they voted to sell the mill and to close it.", ["voted"]),
]


@pytest.mark.parametrize(("text", "heads"), SEVERAL)
def test_a_date_in_front_dates_each_verb(text: str, heads: list[str]) -> None:
    assert [piece.head_text for piece in told(text)] == heads


@pytest.mark.parametrize(("why", "text", "heads"), ALONE)
def test_what_it_does_not_date(why: str, text: str, heads: list[str]) -> None:
    assert [piece.head_text for piece in told(text)] == heads, why


def test_each_has_its_own_title_and_id() -> None:
    pieces = told("On [7 May 2011], the firm bought a mill and sold its ships.")
    assert [piece.title for piece in pieces] == ["The firm bought a mill", "The firm sold its ships"]
    assert len({piece.id for piece in pieces}) == 2


def test_a_mention_counts_once() -> None:
    pieces = told("On [7 May 2011], the firm bought a mill and sold its ships. It closed in [2012].")
    assert [number for _, number in sorted(mentions_by_fate(pieces).items())] == [2]


def test_what_is_undated_is_told_once() -> None:
    made, resolutions = marked("On [7 May=none], the firm bought a mill and sold its ships.")
    assert [piece.fate for piece in evidence(made, resolutions, pack("en"))] == [Fate.UNDATED]
