"""A text without full stops is read in windows: in linear time, its dates whole, its quotes verbatim."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.passages import marked, told
from timeline.events.window import LONGEST, MOST_DATES, windows
from timeline.language import pack
from timeline.model.text import Span

ENDLESS = [
    " [2020]-" * 6_000,
    "It rained on " + ", ".join(f"[{1 + i % 28} May 1950]" for i in range(3_000)) + ".",
    "the mill burned in [2020] and " * 1_500,
    "[2020]\n" * 1_500,
]


@pytest.mark.parametrize("text", ENDLESS, ids=["bare", "listed", "clauses", "lines"])
def test_an_endless_sentence_takes_seconds(text: str) -> None:
    from timeline.events import evidence

    made, resolutions = marked(text)
    started = process_time()
    pieces = evidence(made, resolutions, pack("en"))
    assert process_time() - started < 30
    assert len(pieces) == len(resolutions)


def test_the_quote_of_an_endless_sentence_is_cut_around_its_date() -> None:
    filler = "while the bells of the lower town rang and the carts went by, "
    text = filler * 40 + "Ida Holm resigned on [3 June 2011], " + filler * 40
    (piece,) = told(text)
    assert len(piece.quote_text) <= LONGEST
    assert "Ida Holm resigned on 3 June 2011" in piece.quote_text
    assert piece.head_text == "resigned"
    plain = text.replace("[", "").replace("]", "")
    assert plain[piece.quote.start : piece.quote.end] == piece.quote_text
    assert plain[piece.quote.start - 1].isspace()
    assert piece.quote_text.split()[-1] in filler.split()


def test_a_sentence_of_common_length_is_taken_whole() -> None:
    text = "Ida Holm, " + "who had led the council of the lower town, " * 10 + "resigned on [3 June 2011]."
    (piece,) = told(text)
    assert piece.quote_text == text.replace("[", "").replace("]", "")


@given(st.text("ab1 ,;\n", max_size=3_000), st.lists(st.integers(0, 3_000), max_size=80, unique=True))
def test_windows_lose_nothing_and_split_no_date(text: str, borders: list[int]) -> None:
    edges = sorted(edge for edge in borders if edge <= len(text))
    dates = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    whole = text.strip()
    at = text.find(whole) if whole else 0
    sentence = Span(at, at + len(whole))
    found = windows(text, [sentence], dates) if whole else ()
    assert "".join("".join(text[w.start : w.end] for w in found).split()) == "".join(whole.split())
    for before, after in pairwise(found):
        assert before.end <= after.start
        assert text[before.start].strip() and text[after.start].strip()
    for window in found:
        inside = [d for d in dates if window.start <= d.start < window.end]
        assert len(inside) <= MOST_DATES
        assert all(d.end <= window.end or d.end > sentence.end for d in inside)
