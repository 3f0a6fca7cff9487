"""Where something stands in the original: in words, for a citation, and by a text's places."""

from __future__ import annotations

import pytest

from timeline.model.locator import Locator, Place, locate


@pytest.mark.parametrize(
    ("locator", "words", "short"),
    [
        (Locator(page=12, page_label="7", line=3), "p. 12 (printed 7), line 3", "7"),
        (Locator(page=12, page_label="12", line=3), "p. 12, line 3", "12"),
        (Locator(page=3, last_page=4, line=40), "pp. 3–4, line 40", "3–4"),
        (Locator(page=3, page_label="iii"), "p. 3 (printed iii)", "iii"),
        (Locator(line=14, paragraph=2), "line 14", "line 14"),
        (Locator(selector="main > p", paragraph=4), "paragraph 4", "para. 4"),
        (Locator(time="00:12:03", paragraph=9), "at 00:12:03", "00:12:03"),
        (Locator(row=7), "row 7", "row 7"),
        (Locator(header="Date"), "in the header “Date”", ""),
        (Locator(), "", ""),
    ],
)
def test_a_locator_in_words(locator: Locator, words: str, short: str) -> None:
    assert (locator.words, locator.short) == (words, short)


PLACES = (
    Place(0, Locator(page=1, line=1, box=(72, 700, 300, 712))),
    Place(40, Locator(page=1, line=2, box=(72, 686, 400, 698))),
    Place(80, Locator(page=2, line=1, box=(72, 700, 200, 712))),
)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (5, 30, Locator(page=1, line=1, box=(72, 700, 300, 712))),
        (5, 60, Locator(page=1, line=1, box=(72, 686, 400, 712))),
        (50, 90, Locator(page=1, last_page=2, line=2, box=(72, 686, 400, 698))),
        (80, 81, Locator(page=2, line=1, box=(72, 700, 200, 712))),
    ],
)
def test_a_quote_stands_where_it_starts_with_a_box_around_its_lines(start: int, end: int, expected: Locator) -> None:
    assert locate(PLACES, start, end) == expected


def test_a_text_without_places_has_no_locator() -> None:
    assert locate((), 0, 5) == Locator()
