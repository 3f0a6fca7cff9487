"""Ten invented articles, of other years, topics and layouts than the seeds: which events they must make, and not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import timeline
from timeline.export import schema
from timeline.model.text import Document

ARTICLES = Path(__file__).parent / "articles"
EXPECTED: list[dict[str, Any]] = [
    json.loads(line) for line in (ARTICLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()
]
FILES = [article["file"] for article in EXPECTED]
EVENTS = [
    (article["file"], event["quote_contains"], event["edtf"]) for article in EXPECTED for event in article["events"]
]
NO_EVENTS = [(article["file"], words) for article in EXPECTED for words in article["not_events"] + article["teasers"]]
CAPTIONS = [(article["file"], words) for article in EXPECTED for words in article["captions"]]


@dataclass(frozen=True)
class Made:
    """An article as read, and its timeline."""

    document: Document
    timeline: schema.Timeline

    def dated_by(self, words: str) -> list[schema.Evidence]:
        """The placed evidence whose date words meet these words of the article, wherever they occur."""
        found = []
        at = self.document.text.find(words)
        while at >= 0:
            end = at + len(words)
            found += [
                piece
                for event in self.timeline.events
                for piece in event.evidence
                if piece.date_span and piece.date_span[0] < end and at < piece.date_span[1]
            ]
            at = self.document.text.find(words, at + 1)
        return found

    def under_a_date_line(self, words: str) -> list[schema.Evidence]:
        """What quotes these words beneath a line that holds their date."""
        return [
            piece
            for event in self.timeline.events
            for piece in event.evidence
            if piece.part == "heading" and piece.quote and words in piece.quote
        ]


@cache
def made(file: str) -> Made:
    documents = [item for item in timeline.read(ARTICLES / file) if isinstance(item, Document)]
    return Made(documents[0], timeline.publish(timeline.build(documents)))


@pytest.mark.parametrize(("file", "words", "edtf"), EVENTS, ids=lambda word: str(word)[:50])
def test_a_dated_event(file: str, words: str, edtf: str) -> None:
    assert words in made(file).document.text
    pieces = made(file).dated_by(words) or made(file).under_a_date_line(words)
    found = {piece.date.edtf for piece in pieces if piece.date}
    assert found
    assert found <= {edtf, f"{edtf}/.."}


@pytest.mark.parametrize(("file", "words"), NO_EVENTS, ids=lambda word: str(word)[:50])
def test_no_event(file: str, words: str) -> None:
    assert [(piece.date_text, piece.quote) for piece in made(file).dated_by(words)] == []


@pytest.mark.parametrize(("file", "words"), CAPTIONS, ids=lambda word: str(word)[:50])
def test_a_caption_is_marked(file: str, words: str) -> None:
    assert {piece.part for piece in made(file).dated_by(words)} <= {"caption"}


@pytest.mark.parametrize("article", EXPECTED, ids=FILES)
def test_the_article_s_own_date(article: dict[str, Any]) -> None:
    (source,) = made(article["file"]).timeline.sources
    stated = source.published if source.published_from != "text" else None
    assert (stated.edtf[:10] if stated else None) == article["published"]


@pytest.mark.parametrize("file", FILES)
def test_titles_are_readable_clauses(file: str) -> None:
    for event in made(file).timeline.events:
        assert 3 <= len(event.title) <= 160, event.title
        assert "\n" not in event.title


@pytest.mark.parametrize("file", FILES)
def test_every_quote_is_word_for_word_and_the_counts_add_up(file: str) -> None:
    result = made(file)
    placed = [piece for event in result.timeline.events for piece in event.evidence]
    for piece in (*placed, *result.timeline.undated, *result.timeline.set_aside):
        for words, span in (
            (piece.quote, piece.quote_span),
            (piece.date_text, piece.date_span),
            (piece.head, piece.head_span),
        ):
            assert span is None or result.document.text[slice(*span)] == words
    (source,) = result.timeline.sources
    counts = source.dates.model_dump()
    assert counts.pop("mentions") == sum(counts.values())
    assert len({piece.date_span for piece in placed if piece.date_text}) == source.dates.evidence
