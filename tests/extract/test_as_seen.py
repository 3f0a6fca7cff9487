"""Dates that are not written as they are seen: soft hyphens, ligatures, wide and double spaces, slips of recognition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.extract.as_seen import as_seen
from timeline.extract.slips import slips
from timeline.language import pack
from timeline.language.en.lexicon import MONTHS_IN_FULL

SHY, NBSP, ZERO = "\u00ad", "\u00a0", "\u200b"


def told(text: str) -> list[tuple[str, str | None]]:
    found = timeline.dates(text)
    for resolution in found:
        span = resolution.mention.span
        assert text[span.start : span.end] == resolution.mention.text
    return [(one.mention.text, one.value.edtf if one.value else None) for one in found]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        (f"12 Decem{SHY}ber 2019", "2019-12-12"),
        (f"12{NBSP}December{NBSP}2019", "2019-12-12"),
        ("12  December   2019", "2019-12-12"),
        (f"12 Dec{ZERO}ember 2019", "2019-12-12"),
        ("the \ufb01rst of May 2018", "2018-05-01"),
        ("Augu\ufb06 2018", "2018-08"),
        ("12 December\n2019", "2019-12-12"),
        ("12 Decem-\nber 2019", "2019-12-12"),
        ("12 Decem-\r\n  ber 2019", "2019-12-12"),
        (f"12 De{SHY}\ncember 2019", "2019-12-12"),
        ("12 Decem\u2010\nber 2019", "2019-12-12"),
        ("the nine-\nteenth century", "18XX"),
        ("12 December\u2009\u202f2019", "2019-12-12"),
    ],
)
def test_a_date_is_found_as_it_is_seen_and_stays_as_it_is_written(words: str, edtf: str) -> None:
    assert told(f"The board met on {words}, in the mill.") == [(words, edtf)]


@pytest.mark.parametrize(
    ("words", "edtf", "read_as"),
    [
        ("l2 Marcb 2O19", "2019-03-12", "12 March 2019"),
        ("Decernber 4, 2O18", "2018-12-04", "December 4, 2018"),
        ("Ju1y 1O, 20l9", "2019-07-10", "July 10, 2019"),
        ("3rd Septemher l943", "1943-09-03", "3rd September 1943"),
        ("0ctober 2O18", "2018-10", "October 2018"),
        ("I5 of Apnl 2O19", "2019-04-15", "15 of April 2019"),
    ],
)
def test_slips_of_recognition_are_read_and_told(words: str, edtf: str, read_as: str) -> None:
    (found,) = timeline.dates(f"The board met on {words}, in the mill.")
    assert (found.mention.text, found.value.edtf if found.value else None) == (words, edtf)
    assert found.steps[0] == f"read as “{read_as}”: text recognition (OCR) has letters wrong in it"
    assert found.confidence < 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Match 2019 was hers, and so was Augusta 2019, with Jury 2019 behind.",
        "Order l2 of the lot, and B2O19 of the other; Marsh 12, 1O of them.",
        "On l2 March 2019 the board met.",
        "He read 5 Match 2019 reports on 2Oth street.",
        "In room 1O1 of 2O19, March was cold.",
    ],
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert not slips(text, MONTHS_IN_FULL, recognised=False)


def test_a_recognised_text_needs_no_other_sign() -> None:
    text = "It met on 12 Marcb 2019."
    assert not slips(text, MONTHS_IN_FULL, recognised=False)
    assert [repair.text for repair in slips(text, MONTHS_IN_FULL, recognised=True)] == ["March"]


def test_a_text_that_reads_as_it_stands_is_not_copied() -> None:
    assert as_seen("On 12 March 2019 – a Tuesday – it met.", pack("en"), recognised=False) is None


@given(st.lists(st.sampled_from([SHY, ZERO, "\ufb01", "a", "On 12 March", " 2019. ", "é", "\n"]), max_size=30))
def test_whatever_is_not_seen_spans_are_true(pieces: list[str]) -> None:
    told("".join(pieces))


@given(st.integers(1, 28), st.sampled_from(MONTHS_IN_FULL), st.integers(1800, 2030), st.data())
def test_unseen_marks_anywhere_inside_a_word_change_nothing(
    day: int, month: str, year: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(month) - 1))
    words = f"{day} {month[:at].capitalize()}{data.draw(st.sampled_from([SHY, ZERO]))}{month[at:]} {year}"
    number = MONTHS_IN_FULL.index(month) + 1
    assert told(f"The mill stood until the flood of {words} took it.") == [(words, f"{year}-{number:02d}-{day:02d}")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It opened in mid-\nDecember 2019.", ["mid-\nDecember 2019"]),
        ("The man-\nday is no date.", []),
        ("They march-\ned on Rome.", []),
    ],
)
def test_a_word_s_own_hyphen_stays(text: str, words: list[str]) -> None:
    assert [one for one, _ in told(text)] == words
