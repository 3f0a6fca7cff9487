"""The one event that a document may rest on its own date: the news of its lead, where that names no day."""

from dataclasses import replace

import pytest

from tests.events.passages import marked
from timeline.events import evidence
from timeline.language import pack
from timeline.model import period
from timeline.model.event import Evidence
from timeline.model.text import AnchorKind, DateOrigin, Dating

DAY = period.day(2024, 3, 22)
STATED = Dating(DAY, DateOrigin.BYLINE, True)
NEWS = "The council of Lund has closed the old pier. Nobody was hurt. Talks begin on [25 March 2025]."
WEEK = "The council of Lund closed the old pier. Nobody was hurt. It was tired of the sea. Talks ended on [Tuesday=2024-03-19]."


def lead(text: str, published: Dating | None = STATED, media_type: str = "text/plain") -> Evidence | None:
    made, resolutions = marked(text)
    source = replace(made.source, published=published, media_type=media_type)
    found = evidence(replace(made, source=source), resolutions, pack("en"))
    return next((piece for piece in found if not piece.when.mention.text), None)


def test_what_is_only_referred_to_tells_no_day_of_the_news() -> None:
    piece = lead("The council of Lund has opened a fund for victims of the [19 March 2024] storm. Nobody was hurt.")
    assert piece is not None
    assert piece.head_text == "opened"


@pytest.mark.parametrize("text", [NEWS, WEEK])
def test_news_rests_on_its_own_date(text: str) -> None:
    piece = lead(text)
    assert piece is not None
    assert (piece.head_text, piece.when.value, piece.when.anchor.kind) == ("closed", DAY, AnchorKind.DCT)
    assert piece.title.endswith("closed the old pier")
    assert piece.quote_text == text.partition(".")[0] + "."
    assert "names no day" in piece.when.steps[0]


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("it tells its day", "The council of Lund has closed the old pier on [22 March 2024]. Nobody was hurt."),
        ("the next sentence tells it", "The council of Lund has closed the old pier. It did so [Thursday=2024-03-21]."),
        ("a history", "The council of Lund closed the old pier. It had been built in [1911]."),
        ("a state", "The council of Lund was fond of the old pier. Talks ended on [Tuesday=2024-03-19]."),
        ("a person's own tale", "We have closed our old pier in Lund today. Talks begin on [25 March 2025]."),
        ("what is to come", "The council of Lund will close the old pier. Talks begin on [25 March 2025]."),
        ("what did not happen", "The council of Lund has not closed the old pier. Talks begin on [25 March 2025]."),
        ("nobody is named", "It has closed the old pier by the sea. Talks begin on [25 March 2025]."),
        ("a line that is no sentence", "Lund council has closed the old pier\n\nTalks begin on [25 March 2025]"),
    ],
)
def test_what_is_no_news(what: str, text: str) -> None:
    assert lead(text) is None, what


@pytest.mark.parametrize(
    ("published", "media_type"),
    [
        (None, "text/plain"),
        (Dating(DAY, DateOrigin.TEXT, False), "text/plain"),
        (Dating(period.month(2024, 3), DateOrigin.BYLINE, True), "text/plain"),
        (STATED, "message/rfc822"),
    ],
)
def test_a_day_that_nobody_states_carries_no_news(published: Dating | None, media_type: str) -> None:
    assert lead(NEWS, published, media_type) is None
