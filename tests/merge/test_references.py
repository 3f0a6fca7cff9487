"""An old reference is never broken: whatever documents come, go or change places, an event answers to all its evidence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.export.citation import citations
from timeline.export.publish import publish
from timeline.model.event import Timeline
from timeline.model.text import Document
from timeline.pipeline import build
from timeline.read import Blob, read_blob

TEXTS = (
    "Title: Ferry sinks\nDate: 4 June 2011\n\nThe ferry Aurora sank off Lipa on 3 June 2011. Ida Holm, its captain, was saved.",
    "Title: The captain speaks\nDate: 9 June 2011\n\nThe ferry Aurora sank off Lipa on 3 June in good weather, said Ida Holm.",
    "Title: An inquiry\nDate: 2 July 2011\n\nThe Aurora sank off Lipa in June 2011. Lipa opened an inquiry on 1 July 2011.",
    "Title: A year on\nDate: 3 June 2012\n\nLipa remembered the sinking of the Aurora on 3 June 2011. A stone was unveiled on Sunday.",
    "Title: The mayor goes\nDate: 8 July 2011\n\nTom Rask resigned as mayor of Lipa on 7 July 2011 over the Aurora inquiry.",
    "Title: Elsewhere\nDate: 4 June 2011\n\nPolice arrested Ole Berg in Oslo on 3 June 2011. He was charged on Saturday.",
)


def document(number: int) -> Document:
    (read,) = read_blob(Blob(f"{number}.txt", TEXTS[number].encode()))
    assert isinstance(read, Document)
    return read


def timeline(numbers: Sequence[int]) -> Timeline:
    return build([document(number) for number in numbers])


def shape(made: Timeline) -> list[tuple[str, list[str]]]:
    return [(event.id, sorted(piece.id for piece in event.evidence)) for event in made.events]


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_the_order_of_documents_changes_nothing(order: list[int]) -> None:
    assert shape(timeline(order)) == shape(timeline(range(len(TEXTS))))


@settings(max_examples=12, deadline=None)
@given(st.sets(st.sampled_from(range(len(TEXTS))), min_size=1))
def test_an_id_of_any_evidence_resolves_in_every_later_timeline(kept: set[int]) -> None:
    before, after = timeline(range(len(TEXTS))), publish(timeline(sorted(kept)))
    there = {piece.id: piece.source for event in after.events for piece in event.evidence}
    sources = {document(number).id for number in kept}
    for event in before.events:
        for piece in event.evidence:
            assert (piece.id in there) is (piece.source_id in sources)
            if piece.id in there:
                assert any(cited.quote == " ".join(piece.quote_text.split()) for cited in citations(after, piece.id))


def test_the_sinking_is_one_event_and_every_piece_says_why() -> None:
    made = publish(timeline(range(len(TEXTS))))
    event = max(made.events, key=lambda event: len(event.evidence))
    assert event.date.edtf == "2011-06-03"
    assert {piece.source for piece in event.evidence} == {document(number).id for number in range(4)}
    assert event.evidence[0].joined is None
    assert all(piece.joined for piece in event.evidence[1:])


@pytest.mark.parametrize("edtf", ["2011-07-07", "2011-07-01", "2012-06-03"])
def test_what_is_told_once_is_joined_to_nothing(edtf: str) -> None:
    (event,) = (event for event in publish(timeline(range(len(TEXTS)))).events if event.date.edtf == edtf)
    assert [piece.joined for piece in event.evidence] == [None]
