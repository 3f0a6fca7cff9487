"""An article's opening, and its running text."""

import pytest

from timeline.extract.lead import lead_end, running
from timeline.extract.segment import sentences
from timeline.model.text import Document, Part, PartKind, Source, Span

TEXT = "The dam\n\nIt rained. It poured. The dam broke. People fled. Water rose. It sank. It ended."


def marked(text: str, *parts: tuple[PartKind, str]) -> Document:
    spans = [Part(kind, Span(text.index(words), text.index(words) + len(words))) for kind, words in parts]
    return Document(Source("d", "d", "d", "d", "", "text/plain"), text, tuple(spans))


OPENINGS = [
    (marked(TEXT, (PartKind.TITLE, "The dam")), "Water rose."),
    (marked(TEXT), "People fled."),
    (marked(TEXT, (PartKind.TITLE, "The dam"), (PartKind.CAPTION, "It poured.")), "It sank."),
    (marked("One sentence."), "One sentence."),
    (marked("The dam", (PartKind.TITLE, "The dam")), "The dam"),
]


@pytest.mark.parametrize(("made", "last"), OPENINGS)
def test_the_opening_ends_with_the_fifth_sentence_of_running_text(made: Document, last: str) -> None:
    end = lead_end(made, sentences(made.text, made.parts, ()))
    assert made.text[:end].endswith(last)


def test_running_text_has_no_titles_captions_or_teasers() -> None:
    made = marked(TEXT, (PartKind.TITLE, "The dam"), (PartKind.CAPTION, "It poured."), (PartKind.TEASER, "It ended."))
    told = [made.text[s.start : s.end] for s in running(made, sentences(made.text, made.parts, ()))]
    assert told == ["It rained.", "The dam broke.", "People fled.", "Water rose.", "It sank."]
