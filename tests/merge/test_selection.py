"""Which dates a digest keeps, and which sentences tell them."""

from collections.abc import Sequence

import pytest

from timeline.merge.moments import Moment, moment_of
from timeline.merge.selection import Chosen, Sentence, selected
from timeline.model import edtf


def moment(text: str) -> Moment:
    found = moment_of(edtf.parse(text))
    assert found is not None
    return found


def sentence(
    text: str, source: str = "a", *, on: str = "", written: str = "2010-06-01", lead: bool = False, running: bool = True
) -> Sentence:
    """A sentence that names the dates of `on`; short ones are filled up so that they can stand."""
    words = text if text.count(" ") > 6 else f"{text} " + "as they say " * 3
    moments = tuple(moment(one) for one in on.split())
    terms = tuple(dict.fromkeys(text.lower().split()))
    return Sentence(source, words.strip(), terms, moments, moment(written).first, lead, running)


def dates(some: Sequence[Sentence], count: int | None = None, **bounds: str) -> list[str]:
    first, last = (moment(bounds[name]) if name in bounds else None for name in ("first", "last"))
    chosen = selected(
        some, {}, dates=count, each=1, first=first.first if first else None, last=last.last if last else None
    )
    return [one.moment.text for one in chosen]


TOLD = [
    sentence("dam broke", "a", on="2010-05-03", lead=True),
    sentence("dam broke again", "b", on="2010-05-03 2010-05-09"),
    sentence("mayor left", "c", on="2010-05-20"),
    sentence("mayor born", "c", on="1960-02 1971"),
    sentence("a heading", "d", on="2010-05-04", running=False),
]


@pytest.mark.parametrize(
    ("count", "bounds", "found"),
    [
        (1, {}, ["2010-05-03"]),
        (2, {}, ["2010-05-03", "2010-05-09"]),
        (3, {}, ["2010-05-03", "2010-05-09", "2010-05-20"]),
        (4, {}, ["1960-02", "2010-05-03", "2010-05-09", "2010-05-20"]),
        (9, {}, ["1960-02", "1971", "2010-05-03", "2010-05-09", "2010-05-20"]),
        (None, {}, ["2010-05-03", "2010-05-09", "2010-05-20"]),
        (9, {"first": "2010-05-04"}, ["2010-05-09", "2010-05-20"]),
        (9, {"last": "2010-05-09", "first": "1971"}, ["1971", "2010-05-03", "2010-05-09"]),
        (9, {"last": "1960-02-15"}, []),
    ],
)
def test_the_dates_that_most_is_made_of_are_kept_days_first(
    count: int | None, bounds: dict[str, str], found: list[str]
) -> None:
    assert dates(TOLD, count, **bounds) == found


def texts(some: Sequence[Sentence], each: int) -> list[str]:
    (one,) = selected(some, {}, dates=1, each=each, first=moment("2010-05-03").first, last=moment("2010-05-03").first)
    return [sentence.text.split(" as they say")[0] for sentence in one.sentences]


QUAKE = sentence("quake struck town killing hundreds", on="2010-05-03", written="2010-05-09")
ALIKE = sentence("quake struck town killing hundreds then", "b", on="2010-05-03", written="2010-05-09")
OTHER = sentence("rescue teams flew in", "c", on="2010-05-03", written="2010-05-09")
OPENING = sentence("quake struck at dawn", "d", lead=True, written="2010-05-04")
LATER = sentence("quake struck nothing today", "e", lead=True, written="2010-05-05")
INNER = sentence("quake struck deep inside", "f", written="2010-05-04")
QUESTION = sentence("who knew of the quake that struck the town before it struck?", on="2010-05-03")
SCRAP = Sentence("g", "The quake.", ("quake",), (moment("2010-05-03"),), None)


@pytest.mark.parametrize(
    ("some", "each", "found"),
    [
        ([QUAKE, OTHER], 1, ["quake struck town killing hundreds"]),
        ([OTHER, QUAKE, ALIKE], 2, ["quake struck town killing hundreds then", "rescue teams flew in"]),
        ([QUAKE, ALIKE], 2, ["quake struck town killing hundreds then"]),
        ([QUAKE, OPENING], 2, ["quake struck town killing hundreds", "quake struck at dawn"]),
        ([QUAKE, LATER], 2, ["quake struck town killing hundreds"]),
        ([QUAKE, INNER], 2, ["quake struck town killing hundreds"]),
        ([QUAKE, QUESTION, SCRAP], 3, ["quake struck town killing hundreds"]),
        ([SCRAP], 1, ["The quake."]),
    ],
)
def test_sentences_that_name_a_date_and_openings_of_that_day_or_the_next_tell_it(
    some: Sequence[Sentence], each: int, found: list[str]
) -> None:
    assert texts(some, each) == found


def test_a_sentence_tells_one_date_where_others_can_tell_the_next() -> None:
    both = sentence("quake and second quake struck", on="2010-05-03 2010-05-04")
    some = [both, sentence("quake struck", "b", on="2010-05-03"), sentence("second quake came", "c", on="2010-05-04")]
    chosen: tuple[Chosen, ...] = selected(some, {}, dates=2, each=1)
    assert len({one.sentences[0].text for one in chosen}) == 2
