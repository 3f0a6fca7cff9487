"""The rest of a piece of evidence: fates, names, speakers, locators, ids; and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.passages import document, marked, told
from timeline.events import evidence, fate_of
from timeline.language import pack
from timeline.model.event import Fate
from timeline.model.text import Part, PartKind, Span


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("It fell on [3 May 2011].", Fate.EVIDENCE),
        ("It fell on [3 May=none].", Fate.UNDATED),
        ("It took [two days=duration].", Fate.DURATION),
        ("It rings [daily=set].", Fate.SET),
        ("It is [now=vague] late.", Fate.VAGUE),
    ],
)
def test_fate(text: str, fate: Fate) -> None:
    made, resolutions = marked(text)
    assert [fate_of(resolution, made) for resolution in resolutions] == [fate]
    found = evidence(made, resolutions, pack("en"))
    assert [piece.fate for piece in found] == ([fate] if fate in (Fate.EVIDENCE, Fate.UNDATED) else [])


@pytest.mark.parametrize(
    ("kind", "fate", "reason"),
    [
        (PartKind.TEASER, Fate.SET_ASIDE, "in a teaser of another story"),
        (PartKind.BOILERPLATE, Fate.SET_ASIDE, "in the page's boilerplate, not in the article"),
        (PartKind.BYLINE, Fate.SET_ASIDE, "the document's own date"),
        (PartKind.DATELINE, Fate.SET_ASIDE, "the document's own date"),
        (PartKind.CAPTION, Fate.EVIDENCE, None),
        (PartKind.BODY, Fate.EVIDENCE, None),
    ],
)
def test_part_decides(kind: PartKind, fate: Fate, reason: str | None) -> None:
    made, resolutions = marked("The bridge fell on [3 May 2011].")
    placed = document(made.text, parts=(Part(kind, Span(0, len(made.text))),))
    (piece,) = evidence(placed, resolutions, pack("en"))
    assert (piece.fate, piece.reason, piece.part) == (fate, reason, kind)


@pytest.mark.parametrize(
    ("text", "participants", "places"),
    [
        (
            "It will open on [3 May 2011] in the United States, United Kingdom, France, Germany and Japan.",
            (),
            ("United States", "United Kingdom", "France", "Germany", "Japan"),
        ),
        ("Shares of Acme Inc. rose US $5.41 on [3 May 2011].", ("Acme Inc.",), ()),
        ("Prime Minister Jonas Berg visited Tallinn and Riga in [May 2023].", ("Jonas Berg",), ("Tallinn", "Riga")),
        ("Marie Kowalska was elected mayor of Gdynia in [2019].", ("Marie Kowalska",), ("Gdynia",)),
        ("Iran and Saudi Arabia restored their ties in [2023].", ("Iran", "Saudi Arabia"), ()),
        ("U.S. Vice President Joe Bell warned Europe in [2019].", ("Joe Bell",), ("Europe",)),
        ("The European Commission fined the company in [2017].", ("European Commission",), ()),
        ("Dan Alon spoke. Alon met Ivan Petrov in Geneva in [2017].", ("Dan Alon", "Ivan Petrov"), ("Geneva",)),
        ("In [1666], a fire destroyed most of London.", (), ("London",)),
        ("A Michigan man shot a judge in [May 2011].", (), ("Michigan",)),
        ("Pirates fled to the Gulf of Aden in [May 2011].", (), ("Gulf of Aden",)),
        ("The Indian Ocean tsunami came in [2004].", (), ("Indian Ocean",)),
        ("They met at the Georgia Dome in [May 2011].", (), ("Georgia Dome",)),
        ("The plane fell on Lockerbie, Scotland, in [1988].", (), ("Lockerbie",)),
        ("The Wall Street Journal said so in [2011].", ("Wall Street Journal",), ()),
        ("U.S. Secretary of State Ada Cole visited Kenya in [May 2011].", ("Ada Cole",), ("Kenya",)),
        ("High Court Judge Ada Cole left Oslo in [May 2011].", ("Ada Cole",), ("Oslo",)),
        ("Former UN man Ben Rowe met Ada Cole in [2011].", ("UN", "Ben Rowe", "Ada Cole"), ()),
        ("Rapper Ada Cole sang. Then Ada Cole left Oslo in [2011].", ("Ada Cole",), ("Oslo",)),
        ("The World Food Council (WFC) met. The WFC left Oslo in [2011].", ("World Food Council",), ("Oslo",)),
        ("The Food and Drug Administration met in [2011].", ("Food and Drug Administration",), ()),
        (
            "Harbour clerk Tom Berg, former mill owner Ida Holm and young lawyer Ole Rask chose to leave it in [2011].",
            ("Tom Berg", "Ida Holm", "Ole Rask"),
            (),
        ),
        ("The Senate and Forest Service met in [2011].", ("Senate", "Forest Service"), ()),
        ("The FBI and Customs Service met in [2011].", ("FBI", "Customs Service"), ()),
        ("The G20 leaders met the U2 singer Ole Berg in [2011].", ("G20", "U2", "Ole Berg"), ()),
        (
            "President Berg met the People's Union and the Women's Army Corps in [2011].",
            ("Berg", "People's Union", "Women's Army Corps"),
            (),
        ),
        ("Ida Holm Lund Paper CEO met Ole Berg in [2011]. Ida Holm left.", ("Ida Holm", "Ole Berg"), ()),
        ("Mill Berg met Lund's Union in [2011].", ("Mill Berg", "Lund", "Union"), ()),
        ("South Korean officials met North Korean President Ole Berg in [2011].", ("Ole Berg",), ()),
        (
            "Leaders signed the North American Free Trade Agreement in [2011].",
            ("North American Free Trade Agreement",),
            (),
        ),
        ("Lava reached the harbour in [2011].", (), ()),
        ("Omar al Rashid left Cairo in [2011].", ("Omar al Rashid",), ("Cairo",)),
    ],
)
def test_names(text: str, participants: tuple[str, ...], places: tuple[str, ...]) -> None:
    piece = told(text)[-1]
    assert (piece.participants, piece.places) == (participants, places)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the [October 7] attacks shook the country.", True),
        ("The militia's [October 7, 2021], attack shook the country.", True),
        ("The [October 2021] attack shook the country.", False),
        ("The attack on [October 7] shook the country.", False),
        ("On [October 7] rockets fell.", False),
    ],
)
def test_named_by_date(text: str, named: bool) -> None:
    assert told(text)[0].named_by_date is named


def test_locator_counts_lines_and_paragraphs_from_one() -> None:
    pieces = told("The mill opened in [1911].\n\nIt burned in [1957].\nIt was sold in [1960].")
    assert [(piece.locator.line, piece.locator.paragraph) for piece in pieces] == [(1, 1), (3, 2), (4, 3)]


def test_ids_are_unique_and_hold() -> None:
    text = "The treaty was signed on [12 May 1815] and ratified in [June 1816]."
    ids = [piece.id for piece in told(text)]
    assert len(set(ids)) == 2
    assert ids == [piece.id for piece in told(text)]
    assert all(len(name) == 17 and name[0] == "e" for name in ids)


def test_a_language_without_narration_still_gives_evidence() -> None:
    made, resolutions = marked("Die Brücke fiel am [3 May 2011] in den Fluss.")
    (piece,) = evidence(made, resolutions, pack("de"))
    assert piece.fate is Fate.EVIDENCE
    assert piece.title


PLAIN = (
    "the a Anna Berg who which that and , . ; — “ ” ( ) ' was freed by will not met in on since after if meeting"
    " attack's [2004] [May=none] to of said 498 being having – : U.S. let's don't"
)
WORDS = st.sampled_from([*PLAIN.split(), "\n", "\n\n", "[3 May 2011]", "[March 3]", "[the next day=2011-05-04]"])


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_any_text_gives_sound_evidence(text: str) -> None:
    made, resolutions = marked(text)
    found = evidence(made, resolutions, pack("en"))
    assert [piece.when for piece in found] == list(resolutions)
    assert len({piece.id for piece in found}) == len(found)
    for piece in found:
        assert made.text[piece.quote.start : piece.quote.end] == piece.quote_text
        assert piece.quote.holds(piece.when.mention.span)
        assert piece.head is None or made.text[piece.head.start : piece.head.end] == piece.head_text
        assert piece.head is None or piece.quote.holds(piece.head)
        assert piece.title.strip()
        assert len(piece.title) <= 90


def test_a_passage_of_the_opening_says_so() -> None:
    text = "[3 May 2011] came. It rained. It blew. It froze. On [4 May 2011] it thawed. On [5 May 2011] it rained."
    assert [piece.lead for piece in told(text)] == [True, True, False]
