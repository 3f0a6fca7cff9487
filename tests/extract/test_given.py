"""Dates that markup gives: in the place of what the words alone would say."""

from __future__ import annotations

import pytest

import timeline
from timeline.extract.given import expression_of
from timeline.model.expression import (
    CalendarDate,
    Century,
    Decade,
    Expression,
    Open,
    Range,
    Season,
    Uncertain,
)
from timeline.model.text import AnchorKind
from timeline.read import Blob, read_blob


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1843-05-12", CalendarDate(1843, 5, 12)),
        ("1843-05", CalendarDate(1843, 5)),
        ("1843", CalendarDate(1843)),
        ("-0043-03-15", CalendarDate(-43, 3, 15)),
        ("1843?", Uncertain(CalendarDate(1843))),
        ("184X", Decade(1840)),
        ("18XX", Century(19)),
        ("1843-21", Season(21, 1843)),
        ("1842-01/1842-03", Range(CalendarDate(1842, 1), CalendarDate(1842, 3))),
        ("1842/..", Open(True, CalendarDate(1842))),
        ("../1842", Open(False, CalendarDate(1842))),
        ("1843-33", None),
    ],
)
def test_an_edtf_value_as_an_expression(edtf: str, expected: Expression | None) -> None:
    assert expression_of(edtf) == expected


def told(paragraph: str) -> list[tuple[str, str | None, AnchorKind]]:
    text = f"<TEI><text><body><p>{paragraph}</p></body></text></TEI>"
    (document,) = read_blob(Blob("letter.xml", text.encode()))
    known = timeline.pipeline.resolved(document, timeline.pipeline.Options())  # type: ignore[arg-type]
    return [(one.mention.text, one.value.edtf if one.value else None, one.anchor.kind) for one in known.resolutions]


M, X = AnchorKind.MARKUP, AnchorKind.EXPLICIT


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ('It broke on <date when="1843-05-09">Tuesday last</date>.', [("Tuesday last", "1843-05-09", M)]),
        ('It broke on <date when="1843-05-09">the feast of the quay</date>.', [("the feast of the quay", "1843-05-09", M)]),
        ('It broke on <date when="1843-05-09">9 May</date> and not on 3 May 1842.', [("9 May", "1843-05-09", M), ("3 May 1842", "1842-05-03", X)]),
        ('It broke early in <date when="1843">that year</date>.', [("early in that year", "1843", M)]),
        ('It broke on the morning of <date when="1843-05-09">the 9th of May</date>.', [("the morning of the 9th of May", "1843-05-09", M)]),
        ('It lay open <date from="1842-01-01" to="1842-03-31">for a quarter</date>.', [("for a quarter", "1842-01-01/1842-03-31", M)]),
        ('It broke on <date>9 May 1843</date>.', [("9 May 1843", "1843-05-09", X)]),
        ('It broke on <date when="soon">9 May 1843</date>.', [("9 May 1843", "1843-05-09", X)]),
    ],
)  # fmt: skip
def test_a_given_date_is_taken_as_given(paragraph: str, expected: list[tuple[str, str | None, AnchorKind]]) -> None:
    assert told(paragraph) == expected


def test_a_given_date_says_so() -> None:
    text = '<TEI><text><body><p>It broke on <date when="1843-05-09">Tuesday last</date>.</p></body></text></TEI>'
    built = timeline.build(read_blob(Blob("letter.xml", text.encode())))
    (event,) = built.events
    assert event.when.edtf == "1843-05-09"
    assert event.evidence[0].when.steps[0] == "the document's markup gives this date"
