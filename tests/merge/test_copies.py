"""The same article saved twice: one report, whatever its small changes; and articles that only share some words."""

from __future__ import annotations

import pytest

from timeline.export.publish import publish
from timeline.merge.copies import families, runs
from timeline.model.event import Timeline
from timeline.model.text import Document
from timeline.pipeline import build
from timeline.pipeline.lookup import plain_document
from timeline.read import Blob, read_blob

PARAGRAPHS = (
    "The lock gates at Tarn Bridge failed on 3 March 2017 and sent a wave of brown water into the lower town, the council said.",
    "Nobody drowned, but eleven barges broke loose and one of them came to rest in the bakery on Mill Street.",
    "Engineers had warned of the gates for years. A report of October 2014 called the hinges worn and asked the canal board to close the lock.",
    "The board kept the lock open. It said at the time that the barges brought bread and coal to the lower town.",
    "On 9 March 2017 the chairman of the canal board stepped down. His successor promised new hinges before the autumn.",
)
WIRE = "\n\n".join(PARAGRAPHS)
OTHER = (
    "The lock gates at Tarn Bridge failed on 3 March 2017. A wave swept through the lower town, and the bakery has a barge in its window.\n\n"
    "Ina Holt, who keeps it, heard the gates before she saw the water. She ran upstairs with the cash box and her two cats, and waited there.\n\n"
    "The insurers were there the next morning. They counted eleven barges, and none of the owners could say who was to pay for what.\n\n"
    "Schools stayed closed, and children fished for loaves from the bridge until the police sent them home to their dinners."
)
FORMS = {
    "a print version": f"Printed from tarn.example\n\n{WIRE}\n\nPage 1 of 1\n",
    "a wire report cut short": "\n\n".join(PARAGRAPHS[:4]),
    "another headline": f"Wave hits lower town\nBy Ned Rowe\n\n{WIRE}\n",
    "a word here and there": WIRE.replace("brown", "muddy").replace("eleven", "11").replace("stepped down", "resigned"),
    "wrapped lines": WIRE.replace(" the ", "\nthe "),
    "other quotes and cases": WIRE.upper(),
    "a sentence more": f"{WIRE}\n\nThe Tarn Herald has asked the board for a word on all this and has had no answer from it so far.",
}


def family(*texts: str) -> int:
    """Into how many families some texts fall, those without one left out."""
    return len(set(families((str(i), runs(plain_document(text), 40_000)) for i, text in enumerate(texts)).values()))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_text_is_known_again(form: str) -> None:
    assert family(WIRE, FORMS[form]) == 1


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        f"{OTHER}\n\n{PARAGRAPHS[1]}",
        "\n\n".join(paragraph.split(". ")[0] for paragraph in PARAGRAPHS[:1]),
        "The lock gates failed.",
        "",
    ],
)
def test_a_report_of_its_own_is_not_taken_for_a_copy(other: str) -> None:
    assert family(WIRE, other) == 0


@pytest.mark.parametrize(
    ("copies", "others", "found"),
    [(40, 0, 1), (60, 11_940, 1), (60, 60, 0)],
    ids=["few", "many, in an archive", "a form that half of all are written in"],
)
def test_a_text_that_many_papers_print_is_one(copies: int, others: int, found: int) -> None:
    printed = [(f"p{number}", (*range(number % 3, 100), 1_000 + number)) for number in range(copies)]
    own = [(f"q{number}", tuple(range(2_000 + 100 * number, 2_100 + 100 * number))) for number in range(others)]
    assert len(set(families([*printed, *own]).values())) == found


def test_teasers_make_no_copies() -> None:
    teasers = "\n\nRelated Articles\n\n" + "\n\n".join(
        f"Story number {n}\n\n{paragraph}" for n, paragraph in enumerate(PARAGRAPHS)
    )
    documents = [document("a.txt", OTHER + teasers), document("b.txt", OTHER.replace("e", "a") + teasers)]
    assert not families((one.id, runs(one, 40_000)) for one in documents)


def document(uri: str, text: str) -> Document:
    (read,) = read_blob(Blob(uri, text.encode()))
    assert isinstance(read, Document)
    return read


def timeline(**texts: str) -> Timeline:
    return build([document(f"{name}.txt", text) for name, text in texts.items()])


def failure(made: Timeline) -> tuple[int, float, float]:
    """How many passages the failure of the gates has, how sure it is and how much it counts."""
    event = next(event for event in made.events if event.when.edtf == "2017-03-03")
    return len(event.evidence), event.confidence, event.importance


def test_copies_stay_sources_and_count_once() -> None:
    one = failure(timeline(a=f"Gates fail\n\n{WIRE}"))
    twice = failure(timeline(a=f"Gates fail\n\n{WIRE}", b=f"Wave hits town\n\n{FORMS['a word here and there']}"))
    apart = failure(timeline(a=f"Gates fail\n\n{WIRE}", b=f"Wave hits town\n\n{OTHER}"))
    assert twice[0] == 2 * one[0]
    assert twice[1:] == one[1:]
    assert apart[2] > one[2]


def test_the_first_published_is_the_one_that_others_copy() -> None:
    made = timeline(
        a=f"Title: Wave hits town\nDate: 5 March 2017\n\n{WIRE}",
        b=f"Title: Gates fail\nDate: 4 March 2017\n\n{FORMS['a word here and there']}",
        c=f"Title: At the bakery\nDate: 4 March 2017\n\n{OTHER}",
    )
    sources = {source.uri: source for source in publish(made).sources}
    assert [sources[f"{name}.txt"].copy_of for name in "abc"] == [sources["b.txt"].id, None, None]
