"""What somebody goes on to say of other dates: on the day on which the same speaker was told to speak."""

from dataclasses import replace

import pytest

from tests.events.passages import marked
from timeline.events import evidence
from timeline.language import pack
from timeline.model import period
from timeline.model.event import Evidence, mentions_by_fate
from timeline.model.text import AnchorKind, DateOrigin, Dating
from timeline.model.value import TimeValue

DAY = period.day(2024, 6, 12)
MONDAY = period.day(2024, 6, 10)
STATED = Dating(DAY, DateOrigin.BYLINE, True)
SPOKE = "Ada Cole gave a speech in Lund on [Monday=2024-06-10]. "


def untold(text: str, published: Dating | None = STATED) -> list[tuple[str | None, TimeValue | None, AnchorKind]]:
    """What no words date: head, day and what it was worked out from."""
    found = [piece for piece in pieces(text, published) if not piece.when.mention.text]
    return [(piece.head_text, piece.when.value, piece.when.anchor.kind) for piece in found]


def pieces(text: str, published: Dating | None = STATED) -> tuple[Evidence, ...]:
    made, resolutions = marked(text)
    return evidence(replace(made, source=replace(made.source, published=published)), resolutions, pack("en"))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (SPOKE + "Cole said that the mill would close in [2026].", "said"),
        (SPOKE + "Many cheered. She warned that the mill would close in [2026].", "warned"),
        (SPOKE + "The mill, she said, would close in [2026].", "said"),
        (SPOKE + "“The mill will close in [2026],” Cole said.", "said"),
        ("Ada Cole announced on [Monday=2024-06-10] a new mill. Cole said the old one closed in [2011].", "said"),
    ],
)
def test_a_speech_goes_on(text: str, head: str) -> None:
    assert untold(text) == [(head, MONDAY, AnchorKind.MENTION)]


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("another speaker", SPOKE + "Tom Rask said that the mill would close in [2026]."),
        ("it has its own day", SPOKE + "Cole said on [Tuesday=2024-06-11] that the mill would close."),
        ("no date in the sentence", SPOKE + "Cole said that the mill would close."),
        ("no speech was told", "Ada Cole was born on [Monday=2024-06-10]. Cole said the mill closed in [2011]."),
        ("a speech long ago", "Ada Cole gave a speech on [3 May 2011]. Cole said the mill closed in [2010]."),
        ("a perfect", SPOKE + "Cole had said that the mill would close in [2026]."),
        ("denied", SPOKE + "Cole did not say that the mill would close in [2026]."),
        ("beside another clause", SPOKE + "Rask left when Cole said the mill would close in [2026]."),
    ],
)
def test_what_is_not_of_that_speech(why: str, text: str) -> None:
    assert untold(text) == [], why


def test_nobody_states_the_day_of_writing() -> None:
    text = SPOKE + "Cole said that the mill would close in [2026]."
    assert untold(text, None) == untold(text, replace(STATED, stated=False)) == []


def test_it_is_told_and_counts_no_mention() -> None:
    found = pieces(SPOKE + "Cole said that the mill would close in [2026].")
    assert sum(mentions_by_fate(found).values()) == 2
    spoken = found[-1]
    assert spoken.title == "Cole said that the mill would close"
    assert "names no day for what is said" in spoken.when.steps[0]
    assert spoken.quote.holds(spoken.when.mention.span)


def test_a_claim_in_the_present_is_of_the_day_of_writing() -> None:
    text = "Lund Mills sued its bank [this week=2024-06-10]. Lund Mills claims that the bank broke a deal of [2011]."
    assert untold(text) == [("claims", DAY, AnchorKind.DCT)]
    assert untold(text.replace("Lund Mills claims", "Many claim")) == []
