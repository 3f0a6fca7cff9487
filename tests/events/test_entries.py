"""Dated entries that go on in one line: each is told by itself, and its quote is its own."""

import pytest

from tests.events.passages import told

LINES = "[3 May 2011] The trial opens.\n[4 May 2011] A guard leaves.\n[5 May 2011] Nobody comes.\n"


@pytest.mark.parametrize(
    ("line", "quote", "title"),
    [
        ("The keeper was calm throughout the trial [6 May 2011] Ada Cole tells the court of it.",
         "6 May 2011 Ada Cole tells the court of it.", "Ada Cole tells the court of it"),
        ("The keeper was calm throughout the trial in [6 May 2011] Ada Cole tells the court of it.", "The keeper was", ""),
        ("The keeper was calm throughout the trial on [May 6=2011-05-06] Ada Cole tells the court of it.", "The keeper was", ""),
    ],
    ids=["an entry", "led to", "no year"],
)  # fmt: skip
def test_an_entry_within_a_line(line: str, quote: str, title: str) -> None:
    piece = told(LINES + line)[-1]
    assert piece.quote_text.startswith(quote)
    assert title in piece.title


def test_no_entries_without_a_list() -> None:
    (piece,) = told("The keeper was calm throughout the trial [6 May 2011] Ada Cole tells the court of it.")
    assert piece.quote_text.startswith("The keeper")
