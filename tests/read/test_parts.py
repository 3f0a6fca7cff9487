"""Parts: what is the article and what only stands on its page, told by layout and wording."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.read.layouts import ALL_BODY, FIRST, SECOND, SET_ASIDE
from timeline.model.text import SET_ASIDE_PARTS, Document, PartKind
from timeline.read import Blob, read, read_blob

ARTICLES = ROOT / "tests" / "articles"
EXPECTED = [json.loads(line) for line in (ARTICLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
SEEDS = ROOT.parent / "shared" / "seeds"
BODY_SENTENCES = [line for half in (FIRST, SECOND) for line in half.splitlines() if line]


def document(text: str, name: str = "article.txt") -> Document:
    (reading,) = read_blob(Blob(name, text.encode()))
    assert isinstance(reading, Document)
    return reading


def kind_at(read_document: Document, words: str) -> PartKind:
    """The one kind of part that a stretch of words lies in."""
    at = read_document.text.index(words)
    inside = [part.kind for part in read_document.parts if part.span.start <= at and at + len(words) <= part.span.end]
    crossed = [part for part in read_document.parts if part.span.start < at + len(words) and at < part.span.end]
    assert len(crossed) == len(inside), f"{words!r} crosses the border of a part"
    return inside[0] if inside else PartKind.BODY


def filled(layout: str) -> str:
    return layout.replace("{a}", FIRST).replace("{b}", SECOND)


@pytest.mark.parametrize("name", SET_ASIDE)
def test_other_stories_are_set_aside_and_the_article_is_not(name: str) -> None:
    layout, aside, kept = SET_ASIDE[name]
    found = document(filled(layout))
    assert {words: kind_at(found, words) for words in aside if kind_at(found, words) not in SET_ASIDE_PARTS} == {}
    own = (*BODY_SENTENCES, *kept)
    assert {words: kind_at(found, words) for words in own if kind_at(found, words) in SET_ASIDE_PARTS} == {}


@pytest.mark.parametrize("name", SET_ASIDE)
def test_other_stories_are_set_aside_with_windows_line_ends_too(name: str) -> None:
    layout, aside, _ = SET_ASIDE[name]
    found = document(filled(layout).replace("\n", "\r\n"))
    assert all(kind_at(found, words) in SET_ASIDE_PARTS for words in aside)


@pytest.mark.parametrize("name", ALL_BODY)
def test_the_articles_own_sections_stay(name: str) -> None:
    found = document(filled(ALL_BODY[name]))
    aside = [found.text[p.span.start : p.span.end] for p in found.parts if p.kind in SET_ASIDE_PARTS]
    assert aside == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The lock in flood. (Ola Berg/North Light)", PartKind.CAPTION),
        ("The lock in March 2016. [File: Ola Berg/North Light]", PartKind.CAPTION),
        ("Photo: Ola Berg", PartKind.CAPTION),
        ("FILE - Barges wait at Tarn Bridge on 2 May 2015.", PartKind.CAPTION),
        ("File photo: the lower town in 1999", PartKind.CAPTION),
        ("Image caption, The bakery after the wave of 3 March", PartKind.CAPTION),
        ("The bakery, pictured in 2011, stood below the lock.", PartKind.CAPTION),
        ("Ina Holt (left) and her sister at the oven in 2012.", PartKind.CAPTION),
        ("Barges at the upper lock in June 2016. Photograph: Ola Berg/The Tarn Herald", PartKind.CAPTION),
        ("Barges at the upper lock in June 2016 | AFP", PartKind.CAPTION),
        ("The Tarn canal seen from the air in 2009. Getty Images", PartKind.CAPTION),
        ("Reporting by Una Price; editing by Ned Rowe", PartKind.BYLINE),
        ("- Upper Tarn Lock", PartKind.LIST),
        ("> The hinges are worn, and everybody knows it.", PartKind.QUOTE),
        ("A sister city (Norwich) sent pumps and forty men on 4 March.", PartKind.BODY),
        ("The pumps ran until 8 March, the council said. It thanked the men. (The pumps were Dutch.)", PartKind.BODY),
        ("Photographs taken on 4 March 2017 show the bakery with a barge in its window.", PartKind.BODY),
        ("The council met on 5 March 2017 and/or 6 March 2017, as the minutes (item 3/4) have it.", PartKind.BODY),
        ("By May 2017 the lock was dry.", PartKind.BODY),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: PartKind) -> None:
    assert kind_at(document(f"Lock gates fail\n\n{FIRST}\n\n{line}\n\n{SECOND}\n"), line) is kind


@pytest.mark.parametrize(
    ("top", "title", "kinds"),
    [
        ("Lock gates fail at Tarn Bridge\n\nLock gates fail at Tarn Bridge\n\n", "Lock gates fail at Tarn Bridge", {}),
        ("News | Canals\n\nLock gates fail at Tarn Bridge\n\n", "Lock gates fail at Tarn Bridge", {"News | Canals": PartKind.HEADING}),
        ("LOCK GATES FAIL AT TARN BRIDGE\nBy Una Price | March 4, 2017\n\n", "LOCK GATES FAIL AT TARN BRIDGE", {"By Una Price": PartKind.BYLINE}),
        ("Lock gates fail at Tarn Bridge\nUna Price\nPublished: 4 March 2017, 10:15 GMT\n\n", "Lock gates fail at Tarn Bridge", {"Published: 4 March 2017": PartKind.BYLINE}),
        ("Did the board know about the gates?\n\n", "Did the board know about the gates?", {}),
        ("Lock gates fail\n===============\n\n", "Lock gates fail", {}),
    ],
)  # fmt: skip
def test_the_top_of_an_article(top: str, title: str, kinds: dict[str, PartKind]) -> None:
    found = document(f"{top}{FIRST}\n\n{SECOND}\n")
    titles = [found.text[part.span.start : part.span.end] for part in found.parts if part.kind is PartKind.TITLE]
    assert set(titles) == {title}
    assert found.source.title == title
    assert {words: kind_at(found, words) for words in kinds} == kinds
    assert kind_at(found, BODY_SENTENCES[0]) is PartKind.BODY


def test_columns_are_a_table() -> None:
    found = document(f"{FIRST}\n\nYear   Barges\n2015   412\n2016   388\n\n{SECOND}\n")
    assert kind_at(found, "2015   412") is PartKind.TABLE
    assert kind_at(found, BODY_SENTENCES[2]) is PartKind.BODY


def test_a_wrapped_paragraph_is_one_piece() -> None:
    paragraphs = "\n\n".join(textwrap.fill(paragraph, 66) for paragraph in BODY_SENTENCES)
    found = document(f"Lock gates fail\n\n{paragraphs}\n\nRead next\nSwan census finds fewer birds\n")
    assert [part.kind for part in found.parts] == [PartKind.TITLE, PartKind.TEASER]


@pytest.mark.parametrize("row", EXPECTED, ids=[row["file"] for row in EXPECTED])
def test_the_invented_articles(row: dict[str, list[str]]) -> None:
    (found,) = read(ARTICLES / str(row["file"]))
    assert isinstance(found, Document)
    aside = {words: kind_at(found, words) for words in row["teasers"] if words in found.text}
    assert set(aside.values()) <= SET_ASIDE_PARTS, aside
    # Why: of a web page only what lies outside its article is left out of the text.
    assert found.source.media_type == "text/html" or len(aside) == len(row["teasers"])
    assert {words: kind_at(found, words) for words in row["captions"]} == dict.fromkeys(
        row["captions"], PartKind.CAPTION
    )
    titles = {found.text[part.span.start : part.span.end] for part in found.parts if part.kind is PartKind.TITLE}
    assert titles == set(row["titles"])
    own = [event["quote_contains"] for event in row["events"]]  # type: ignore[index]
    assert [words for words in own if kind_at(found, words) in SET_ASIDE_PARTS] == []
    published = [[date.text, date.origin.value] for date in found.date_candidates if not date.update]
    assert published == row["candidates"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not on this machine")
@pytest.mark.parametrize(
    ("number", "words", "kind"),
    [
        ("000", "on April 16, 2025", PartKind.BODY),
        ("000", "Vitaly’s murder only after", PartKind.BODY),
        ("000", "Roni Krivoi in 2023", PartKind.BODY),
        ("003", "Follow us on social", PartKind.BOILERPLATE),
        ("003", "Russian-Israeli relations deteriorated", PartKind.BODY),
        ("003", "On December 24", PartKind.BODY),
        ("003", "earlier this year", PartKind.BODY),
        ("003", "at least worth trying.", PartKind.BODY),
        ("003", "in January 2018", PartKind.CAPTION),
        ("003", "arrest free speech", PartKind.TEASER),
        ("003", "in mid-February", PartKind.TEASER),
        ("003", "met this week", PartKind.TEASER),
        ("003", "In recent weeks", PartKind.TEASER),
        ("003", "Trump transition", PartKind.TEASER),
        ("003", "Subscribe now to our", PartKind.BOILERPLATE),
    ],
)
def test_the_two_first_articles(number: str, words: str, kind: PartKind) -> None:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    (found,) = read(path)
    assert isinstance(found, Document)
    assert kind_at(found, words) is kind


def test_the_seeds_have_their_titles(project: Path) -> None:
    titles = {found.source.uri: found.source.title for found in read(project / "seeds") if isinstance(found, Document)}
    assert titles == {
        "a-meeting-and-its-words.html": "A meeting and its words: Putin, Troufanov and the thanks to Hamas",
        "kremlin-thanks.txt": "Freed hostage received at the Kremlin as Putin credits Hamas",
        "moscow-as-go-between.txt": "How Moscow became a go-between",
        "netanyahu-asks-putin.txt": "Netanyahu asks Putin to press Hamas over hostages",
        "the-december-call.md": "A call on Christmas Eve: why Israel turned to Moscow",
    }


NOTES = "[1] “Iron gates for Tarn”, The Tarn Herald, 9 June 1931. Retrieved 4 May 2015.\n[2] Price, Una: Lock gates fail. Archived from the original on 12 June 2018.\n"


@pytest.mark.parametrize(
    ("end", "kinds"),
    [
        (f"References\n\n{NOTES}", {"References": PartKind.HEADING, "[1] “Iron": PartKind.FOOTNOTE, "12 June 2018": PartKind.FOOTNOTE}),
        (f"## Notes\n\n{NOTES}", {"Notes": PartKind.HEADING, "9 June 1931": PartKind.FOOTNOTE}),
        (f"{NOTES}", {"9 June 1931": PartKind.FOOTNOTE, "12 June 2018": PartKind.FOOTNOTE}),
        (f"{NOTES}\nRelated Articles\n\nSwan census finds fewer birds\nPostmaster retires\n", {"12 June 2018": PartKind.FOOTNOTE, "Swan census": PartKind.TEASER}),
        ("Sources close to the board say that the hinges were cast in 1884.\n", {"cast in 1884": PartKind.BODY}),
    ],
)  # fmt: skip
def test_notes_that_end_a_text(end: str, kinds: dict[str, PartKind]) -> None:
    found = document(f"Lock gates fail\n\n{FIRST}\n\n{SECOND}\n\n{end}", "a.md" if end.startswith("#") else "a.txt")
    assert {words: kind_at(found, words) for words in kinds} == kinds
    assert [kind_at(found, words) for words in BODY_SENTENCES] == [PartKind.BODY] * len(BODY_SENTENCES)
