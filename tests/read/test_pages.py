"""Twelve layouts of web pages: the article's date, title and text are found, and no other story's; spans are what is seen."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpora.layouts import errors
from tests.read.pages import LAYOUTS, STORIES, Day, Made, Story, bare, pages
from timeline.model.text import Document
from timeline.pipeline.document import Options, resolved
from timeline.read import Blob, read_blob

PAGES = pages()


def read(name: str, text: str) -> Document:
    (found,) = read_blob(Blob(name, text.encode()))
    assert isinstance(found, Document)
    return found


def seen(page: str) -> str:
    """What a page shows, white space folded."""
    body = re.sub(r"<(script|style|title)\b.*?</\1>|<!--.*?-->", " ", page, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def named(made: Made) -> str:
    return f"{made.layout}-{made.day}"


@pytest.mark.parametrize("made", PAGES, ids=named)
def test_date_title_and_text_are_the_article_s(made: Made) -> None:
    assert errors(made) == {}


@pytest.mark.parametrize("made", [bare(made) for made in PAGES], ids=named)
def test_date_title_and_text_without_telling_names_too(made: Made) -> None:
    wrong = errors(made)
    assert {name: told for name, told in wrong.items() if name != "teasers"} == {}


def test_without_telling_names_hardly_a_teaser_is_taken_for_the_article() -> None:
    assert sum("teasers" in errors(bare(made)) for made in PAGES) <= 1


@pytest.mark.parametrize("made", PAGES, ids=named)
def test_a_span_is_what_the_reader_of_the_page_sees(made: Made) -> None:
    found = read("page.html", made.html)
    shown = seen(made.html)
    for resolution in resolved(found, Options(language="en")).resolutions:
        span = resolution.mention.span
        assert found.text[span.start : span.end] == resolution.mention.text
        assert " ".join(resolution.mention.text.split()) in shown
    for paragraph in made.body:
        assert paragraph in found.text


WORDS = st.lists(
    st.sampled_from(["gate", "barge", "town", "water", "lock", "wheel", "paper", "harbour", "smoke", "ladder"]),
    min_size=9,
    max_size=24,
)
DATES = st.sampled_from(
    ["4 May 1931", "June 9, 1911", "12th of August 1887", "1931-05-04", "May 1931", "4\u00a0May\u00a01931"]
)


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=4, max_size=4), DATES, st.integers(0, 3), st.integers(1, 8), st.sampled_from(LAYOUTS), st.sampled_from(["html", "txt", "md", "jsonl"]))  # fmt: skip
def test_a_date_planted_anywhere_is_found_in_each_format(
    bodies: list[list[str]], date: str, paragraph: int, at: int, layout: object, form: str
) -> None:
    sentences = [f"The {' '.join(words)} stood." for words in bodies]
    words = bodies[paragraph]
    sentences[paragraph] = f"The {' '.join(words[:at])} on {date} {' '.join(words[at:])} stood."
    story = Story(STORIES[0].title, STORIES[0].slug, tuple(sentences))
    if form == "html":
        document = read("page.html", layout(story, Day(2018, 3, 12)).html)  # type: ignore[operator]
        if sentences[paragraph].replace("\u00a0", " ") not in document.text.replace("\u00a0", " "):
            return  # a stub shows the first paragraphs alone
    else:
        text = "\n\n".join((story.title, *sentences)) + "\n"
        document = read(f"a.{form}", json.dumps({"text": text}) if form == "jsonl" else text)
    found = [one.mention for one in resolved(document, Options(language="en")).resolutions]
    planted = [mention for mention in found if " ".join(mention.text.split()) == date.replace("\u00a0", " ")]
    assert planted, (form, document.text)
    for mention in planted:
        assert document.text[mention.span.start : mention.span.end] == mention.text
