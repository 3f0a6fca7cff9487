"""Finding: whole expressions, and exact offsets in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language import pack

ENGLISH = pack("en").matcher


def found(text: str) -> list[str]:
    return [text[item.start : item.end] for item in ENGLISH.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on the morning of 7 October 2023 and left.", ["the morning of 7 October 2023"]),
        ("It ran from 3 to 6 May 2004.", ["from 3 to 6 May 2004"]),
        ("the 19th and early 20th century", ["the 19th and early 20th century"]),
        ("The wind\u2014strong in Ōsaka\u2014fell on 3\u00a0March\u00a02011.", ["3\u00a0March\u00a02011"]),
        ("🙂🙂 on 24 December 🙂 in 1999", ["24 December", "1999"]),
        ("שלום 7 October 2023 שלום", ["7 October 2023"]),
        ("split over a line on 7\nOctober 2023", ["7\nOctober 2023"]),
        ("not over a paragraph: 7\n\nOctober 2023", ["October 2023"]),
        ("2000 soldiers, 1,939 men, $2016, Boeing 777, page 1939", []),
        ("Theresa May may resign; May the force be with March.", []),
        ("They march on Washington and the Sun rose.", []),
        ("in his 20s, a 36-year-old, seconds out, the second man", []),
        ("the Thirty Years' War", []),
        ("Call 555-2023-1010 or 020 7946 0018.", []),
        ("They won 10-7 and lost 21-14.", []),
    ],
)
def test_finds_whole_expressions(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@given(st.text(max_size=200))
def test_found_spans_are_ordered_disjoint_and_inside(text: str) -> None:
    border = 0
    for item in ENGLISH.find(text):
        assert border <= item.start < item.end <= len(text)
        border = item.end


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["7 October 2023", "May 2004", "3 months ago"]))
def test_a_planted_date_is_found_among_anything(before: str, after: str, date: str) -> None:
    text = f"{before}\n\n{date}\n\n{after}"
    start = len(before) + 2
    assert (start, start + len(date)) in [(item.start, item.end) for item in ENGLISH.find(text)]


def test_the_cache_never_changes_what_is_found() -> None:
    texts = ["in 2000 soldiers", "2000 soldiers", "in 2000, soldiers", "May 10", "may 10", "(1998)", "$1998"] * 2
    first = [found(text) for text in texts]
    assert first == [found(text) for text in texts]
    assert first[1] == []
