"""What makes one event matter more than another."""

from itertools import pairwise

import pytest

from tests.events.passages import document, told
from timeline.merge import families, merge, most, sketch, weighed
from timeline.model import period
from timeline.model.event import Event, Status

DAM = "The dam above Lipa broke on [3 May 2011]."
AGAIN = "On [3 May 2011] the dam above Lipa broke."
OTHER = "The mayor of Oslo resigned on [9 June 2012]."
FILL = " It rained. It blew. It froze. It thawed. It snowed. It hailed."


def important(*texts: str) -> dict[str, float]:
    """The importance of the events in some documents, by their dates."""
    pieces = tuple(piece for number, text in enumerate(texts) for piece in told(text, f"d{number}"))
    read = [document(text.replace("[", "").replace("]", ""), f"d{number}") for number, text in enumerate(texts)]
    sketches = tuple(map(sketch, read))
    family = families((one.source_id, one.runs) for one in sketches)
    events = weighed(merge(pieces, sketches, family), [one.source for one in read], sketches, family)
    return {event.when.edtf or "": event.importance for event in events}


MORE = [
    ((DAM, AGAIN, OTHER), "2011-05-03", "2012-06-09", "two articles report it, one the other"),
    ((DAM + FILL + " " + OTHER,), "2011-05-03", "2012-06-09", "it stands in the opening, the other at the end"),
    ((OTHER, DAM, "Judges freed Ida Holm on [3 May 2011]."), "2011-05-03", "2012-06-09", "two articles tell its date"),
    (
        (DAM, "The old dam of Lipa leaked on [4 July 2010].", OTHER),
        "2010-07-04",
        "2012-06-09",
        "the folder tells of dams",
    ),
    ((f"{DAM} Nobody was killed on [5 May 2011].",), "2011-05-03", "2011-05-05", "the other did not happen"),
]


@pytest.mark.parametrize(("texts", "more", "less", "why"), MORE)
def test_matters_more(texts: tuple[str, ...], more: str, less: str, why: str) -> None:
    found = important(*texts)
    assert found[more] > found[less], why


def test_each_further_article_adds_less_and_the_sum_stays_below_one() -> None:
    values = [
        important(*(f"{AGAIN} Number {word} said so." for word in range(count)))["2011-05-03"]
        for count in (1, 2, 3, 40)
    ]
    steps = [later - earlier for earlier, later in pairwise(values)]
    assert 0 < steps[1] < steps[0]
    assert values[-1] < 1


def test_nothing_in_nothing_out() -> None:
    nothing: tuple[Event, ...] = ()
    assert weighed((), (), (), {}) == nothing


def event(id: str, importance: float, status: Status = Status.CANDIDATE) -> Event:
    return Event(id, id, period.day(2011, 5, 3), (), 0.9, importance=importance, status=status)


@pytest.mark.parametrize(
    ("count", "kept"),
    [(1, "bd"), (2, "bcd"), (3, "abcd"), (9, "abcde")],
)
def test_accepted_events_are_kept_first_and_rejected_ones_take_no_place(count: int, kept: str) -> None:
    every = (
        event("a", 0.5),
        event("b", 0.1, Status.REJECTED),
        event("c", 0.7),
        event("d", 0.2, Status.ACCEPTED),
        event("e", 0.5),
    )
    assert "".join(one.id for one in most(every, count)) == kept
