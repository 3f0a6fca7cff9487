"""Sentences: where they end, what they never split, and that nothing but white space falls between them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.segment import paragraphs, sentences
from timeline.model.text import Part, PartKind, Span


def cut(text: str, *keep: str, parts: tuple[Part, ...] = ()) -> list[str]:
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in keep)
    return [text[span.start : span.end] for span in sentences(text, parts, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam burst. Forty people died.", ["The dam burst.", "Forty people died."]),
        ("Dr. Lind met Mr. Obi. They spoke.", ["Dr. Lind met Mr. Obi.", "They spoke."]),
        ("It cost $5.5 million (see p. 4).", ["It cost $5.5 million (see p. 4)."]),
        ("A headline\n\nThe text begins.", ["A headline", "The text begins."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("- one thing\n- another thing", ["- one thing", "- another thing"]),
        ("1. The start\n2. The end", ["1. The start", "2. The end"]),
        ("He left 🎉 at noon. She stayed.", ["He left 🎉 at noon.", "She stayed."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("  \n\n  ", []),
        ("", []),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


WRAPPED = (
    "The river rose above the old mark in the night and by the\n"
    "morning the lower town stood under two metres of water; the\n"
    "bridge held. Nobody was hurt."
)


def test_a_wrapped_line_goes_on() -> None:
    assert len(cut(WRAPPED)) == 2


def test_lines_of_a_list_do_not_go_on() -> None:
    text = "Members of the board, listed here by the year in which they joined:\nIda Holm, chair\nOle Berg\nTom Rask"
    assert len(cut(text)) == 4


@pytest.mark.parametrize(
    ("text", "keep", "count"),
    [
        ("They met at 5 p.m. Tuesday. It rained.", "5 p.m. Tuesday", 2),
        ("Elle est née le 5 janv. 2019 à Lyon.", "5 janv. 2019", 1),
        ("It opened on Jan. 5. Then it closed.", "Jan. 5", 2),
        ("On 3 May\n2004 it fell.", "3 May\n2004", 1),
    ],
)
def test_a_date_is_never_split(text: str, keep: str, count: int) -> None:
    found = cut(text, keep)
    assert len(found) == count
    assert any(keep in sentence for sentence in found)


def test_marks_stay_with_what_they_mark() -> None:
    assert cut("a) One thing. b) Another.")[0].startswith("a) One")


def test_the_border_of_a_part_ends_a_sentence() -> None:
    text = "Photo of the harbour The harbour was closed."
    parts = (Part(PartKind.CAPTION, Span(0, 20)),)
    assert cut(text, parts=parts) == ["Photo of the harbour", "The harbour was closed."]


def test_paragraphs_start_after_blank_lines() -> None:
    text = "One.\n\nTwo.\nThree."
    assert [text[start:].split(".", maxsplit=1)[0] for start in paragraphs(text)] == ["One", "Two", "Three"]


TEXTS = st.text(st.sampled_from(list('ab AB.,!?\n\r\t"“”()’1 0\u2028é🎉')), max_size=300)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 300), st.integers(1, 20)), max_size=5))
def test_sentences_cover_the_text_in_order(text: str, places: list[tuple[int, int]]) -> None:
    keep = tuple(Span(start, min(start + size, len(text))) for start, size in places if start < len(text))
    found = sentences(text, (), keep)
    at = 0
    for span in found:
        assert span.start >= at
        assert span.start < span.end
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()
    borders = [one.end for one in found[:-1]]
    for span in keep:
        inside = text[span.start : span.end]
        if inside == inside.strip():
            assert not any(span.start < end < span.end for end in borders)


@pytest.mark.parametrize("unit", ["(“", "a. ", "“A", "\n", "x" * 50, "Mr. "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    start = time.perf_counter()
    sentences(text, (), ())
    assert time.perf_counter() - start < 5
