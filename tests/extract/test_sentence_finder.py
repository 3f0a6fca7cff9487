"""A sentence looked for alone is the one that the whole text's sentences have there."""

from __future__ import annotations

import pytest

from timeline.extract.segment import SentenceFinder, sentences
from timeline.model.text import Part, PartKind, Span

TEXT = (
    "The mill closes\n\n"
    "The mill, which St. Agnes had run since 5 p.m. Tuesday, closed. Nobody knew why.\n\n"
    "“We were told on Jan. 4,” she said. It reopens in May.\n"
    "- a first item of 2019\n- a second one of 2020\n"
)


@pytest.mark.parametrize("words", ["mill closes", "5 p.m. Tuesday", "Nobody", "Jan. 4", "May", "2019", "2020"])
@pytest.mark.parametrize("parts", [(), (Part(PartKind.TITLE, Span(0, 15)),)])
def test_finds_the_sentence_of_the_whole(words: str, parts: tuple[Part, ...]) -> None:
    at = TEXT.index(words)
    span = Span(at, at + len(words))
    whole = next(one for one in sentences(TEXT, parts, (span,)) if one.holds(span))
    assert SentenceFinder(TEXT, parts, (span,)).holding(span) == whole


def test_white_space_lies_in_no_sentence() -> None:
    at = TEXT.index("\n\n")
    assert SentenceFinder(TEXT, (), ()).holding(Span(at, at + 2)) is None
