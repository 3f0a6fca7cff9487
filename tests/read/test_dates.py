"""Where a document's own date may be found, and what only looks like it."""

from __future__ import annotations

import json

import pytest

from timeline.model.text import DateCandidate, DateOrigin, Document
from timeline.read import Blob, read_blob

PROSE = "The lock gates at Tarn Bridge failed on 3 March 2017 and sent a wave of brown water into the lower town.\n\nNobody drowned, but eleven barges broke loose and one of them came to rest in the bakery.\n"
O = DateOrigin  # noqa: E741


def candidates(text: str, name: str = "a.txt") -> tuple[DateCandidate, ...]:
    (document,) = read_blob(Blob(name, text.encode()))
    assert isinstance(document, Document)
    for date in document.date_candidates:
        if date.span:
            assert document.text[date.span.start : date.span.end] == date.text
    return document.date_candidates


def found(text: str, name: str = "a.txt") -> list[tuple[str, DateOrigin]]:
    """The places that say when it was published; where there is none, those that a reader sees of an update."""
    every = candidates(text, name)
    published = [date for date in every if not date.update]
    shown = [date for date in every if date.origin not in (O.JSON_LD, O.META)]
    return [(date.text, date.origin) for date in published or shown]


@pytest.mark.parametrize(
    ("top", "date"),
    [
        ("By Una Price | March 4, 2017", "March 4, 2017"),
        ("Una Price • 4 March 2017", "4 March 2017"),
        ("By Una Price and Ned Rowe, Staff Writers\nMarch 4, 2017 10:15 am", "March 4, 2017"),
        ("Published: 4 March 2017", "4 March 2017"),
        ("Published : 4 March 2017", "4 March 2017"),
        ("Published 4 March 2017, 10:15 GMT | Updated 9 March 2017", "4 March 2017"),
        ("Posted on 2017-03-04", "2017-03-04"),
        ("Sat 4 Mar 2017 10.15 GMT", "Sat 4 Mar 2017"),
        ("Last updated 9 March 2017", "9 March 2017"),
        ("4 March 2017", "4 March 2017"),
        ("March 4, 2017 · 5 min read", "March 4, 2017"),
        ("Tarn, 4 March 2017", "4 March 2017"),
        ("TARN, March 4, 2017 (NTB) --", "March 4, 2017"),
        ("By Una Price\nMarch 4, 2017 Updated 3:15 p.m. March 5, 2017", "March 4, 2017"),
        ("By Una Price\nMarch 4, 2017 | Updated 3:15 p.m.", "March 4, 2017"),
        ("Veröffentlicht am 4. März 2017", "4. März 2017"),
        ("Publié le 4 mars 2017", "4 mars 2017"),
    ],
)
def test_bylines(top: str, date: str) -> None:
    assert found(f"Lock gates fail at Tarn Bridge\n{top}\n\n{PROSE}") == [(date, O.BYLINE)]


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("Last updated: 9 March 2017 - 17:26 GMT ", "9 March 2017"),
        ("Page last updated at 07:19 GMT, Thursday, 9 March 2017 ", "Thursday, 9 March 2017"),
        ("Page last updated at 07:19 GMT , Thursday , 9 March , 2017 08:19 UK ", "Thursday , 9 March , 2017"),
        ("4 March 2017 Last updated at 10:15 GMT ", "4 March 2017"),
        ("Una Price | 10:15 UK time, Saturday, 4 March 2017 ", "Saturday, 4 March 2017"),
        ("Last updated on 9 March, ", None),
        ("Updated gates, first drawn on 9 March 2017, did not help. ", None),
        ("4 March 2017 was a Saturday. ", None),
        ("The mill of Una Price, 4 March 2017, was lost. ", None),
    ],
)
def test_what_a_first_paragraph_opens_with(opening: str, date: str | None) -> None:
    text = f"{opening}{PROSE}"
    assert found(text) == ([(date, O.BYLINE)] if date else [])
    (document,) = read_blob(Blob("a.txt", text.encode()))
    assert isinstance(document, Document)
    aside = [text[part.span.start : part.span.end] for part in document.parts]
    assert aside == ([opening.rstrip()] if date else [])


def test_a_line_under_the_article_says_when_it_was_published() -> None:
    assert found(f"Lock gates fail\n\n{PROSE}\nFirst Published: March 4, 2017, 10:15 IST\n") == [
        ("March 4, 2017", O.BYLINE)
    ]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Updated March 9, 2017 at 9:15 pm", "March 9, 2017"),
        ("Last updated: 9 March 2017", "9 March 2017"),
        ("(Updated at 9:15 pm, 9 March 2017)", "9 March 2017"),
        ("Posted on March 4, 2017 by the newsroom", "March 4, 2017"),
        ("First published March 4, 2017", "March 4, 2017"),
        ("This article was first published on 4 March 2017.", "4 March 2017"),
        ("Page last updated at 09:15 GMT, Thursday, 9 March 2017", "Thursday, 9 March 2017"),
        ("Last updated: 09/03/2017", "09/03/2017"),
    ],
)
@pytest.mark.parametrize(
    "where",
    [
        "{line}\n\n{prose}",
        "{line}\n{prose}",
        "Lock gates fail\n{line}\n\n{prose}",
        "{prose}\n\n{line}\n",
        "{prose}\n{line}",
    ],
)
def test_a_first_or_last_line_that_says_when_it_was_put_out_or_updated(line: str, date: str, where: str) -> None:
    assert found(where.format(line=line, prose=PROSE.strip())) == [(date, O.BYLINE)]


def test_an_update_counts_only_where_nothing_better_is_told() -> None:
    assert found(f"Lock gates fail\nBy Una Price | March 4, 2017\n\n{PROSE}\nUpdated March 9, 2017\n") == [
        ("March 4, 2017", O.BYLINE)
    ]
    assert found(f"Lock gates fail\n\n{PROSE}\nPosted on March 4, 2017\n\nUpdated March 9, 2017\n") == [
        ("March 4, 2017", O.BYLINE)
    ]


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("LONDON, March 3 (Reuters) - ", "March 3"),
        ("TARN BRIDGE, England, 4 March 2017 — ", "4 March 2017"),
        ("TARN BRIDGE, March 4, 2017 /North Light/ -- ", "March 4, 2017"),
        ("Tarn Bridge, 4 March 2017 – ", "4 March 2017"),
        ("TARN BRIDGE — March 4, 2017 — ", "March 4, 2017"),
        ("WASHINGTON (AP) — ", None),
        ("WASHINGTON — ", None),
    ],
)
def test_datelines(opening: str, date: str | None) -> None:
    text = f"Lock gates fail\n\n{opening}{PROSE}"
    assert found(text) == ([(date, O.DATELINE)] if date else [])


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"Lock gates fail\n\n{PROSE}\nMore stories\n\nSwan census\nBy Una Price | 2 May 2015\n\nOld mill sold\n4 May 2016\n",
        f"Lock gates fail\n\n{PROSE}\nCorrected on 9 March 2017 by the editors of the paper.\n",
        f"Three bad years\n\n4 May 2015\n{PROSE}\n9 June 2016\n{PROSE}\n3 March 2017\n{PROSE}",
        f"NOTE: {PROSE}",
    ],
)
def test_dates_that_are_not_the_documents_own(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2017-03-04-lock.txt", "2017-03-04"),
        ("lock_20170304.txt", "2017-03-04"),
        ("lock 2017.03.04.txt", "2017-03-04"),
        ("2017-03 lock.txt", "2017-03"),
        ("lock-2017.txt", None),
        ("000_3e94e20170304aab.txt", "2017-03-04"),
        ("2017-13-04.txt", None),
        ("2017-02-30.txt", None),
        ("page-201703041.txt", None),
    ],
)
def test_file_names(name: str, date: str | None) -> None:
    assert found(PROSE, name) == ([(date, O.FILE_NAME)] if date else [])


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://tarn.example/2017/03/04/lock-gates", "2017-03-04"),
        ("https://tarn.example/news/2017/mar/04/lock-gates", "2017-03-04"),
        ("https://tarn.example/2017/3/lock-gates", "2017-03"),
        ("https://tarn.example/lock-gates-2017-03-04.html", "2017-03-04"),
        ("https://tarn.example/20170304/lock", "2017-03-04"),
        ("https://archive.example/web/20200608101112/https://tarn.example/2017/03/04/lock", "2017-03-04"),
        ("https://archive.example/web/20200608/https://tarn.example/lock", None),
        ("https://2017.example/lock", None),
        ("https://tarn.example/lock?y=2017/03/04", None),
        ("https://tarn.example/story-2017030499", None),
        ("https://tarn.example/2017/lock", "2017"),
        ("https://tarn.example/lock/2017", None),
        ("https://tarn.example/1066/lock", None),
    ],
)
def test_addresses(url: str, date: str | None) -> None:
    assert found(json.dumps({"text": PROSE, "url": url}), "a.jsonl") == ([(date, O.URL)] if date else [])


PAGE = "<html lang='en'><head>{head}</head><body><nav><time datetime='2020-01-01'>now</time></nav><article><h1>Lock gates fail at Tarn Bridge</h1>{top}<p>{prose}</p>{end}</article><aside class='related'><h3><time datetime='2016-06-06'>6 June</time> Swan census</h3></aside></body></html>"
LD = "<script type='application/ld+json'>{}</script>"
ARTICLE = {"@type": "NewsArticle", "headline": "Lock gates fail at Tarn Bridge", "datePublished": "2017-03-04"}
OTHER = {"@type": "NewsArticle", "headline": "Swan census", "datePublished": "2016-06-06"}


@pytest.mark.parametrize(
    ("head", "top", "dates"),
    [
        ("", "", []),
        (LD.format(json.dumps(ARTICLE)), "", [("2017-03-04", O.JSON_LD)]),
        (LD.format(json.dumps({"@graph": [OTHER, ARTICLE]})), "", [("2017-03-04", O.JSON_LD)]),
        (LD.format(json.dumps([OTHER, dict(OTHER, headline="Mill burns")])), "", []),
        (LD.format("{broken"), "", []),
        (
            "<meta property='article:published_time' content='2017-03-04T10:15:00Z'>",
            "",
            [("2017-03-04T10:15:00Z", O.META)],
        ),
        ("<meta name='DC.date.issued' content='2017-03-04'>", "", [("2017-03-04", O.META)]),
        ("<meta property='article:modified_time' content='2019-03-04'>", "", []),
        ("<link rel='canonical' href='https://tarn.example/2017/03/04/lock'>", "", [("2017-03-04", O.URL)]),
        ("", "<time datetime='2017-03-04'>Saturday</time>", [("2017-03-04", O.TIME_ELEMENT)]),
        ("", "<time class='updated' datetime='2019-03-04'>today</time>", [("2019-03-04", O.TIME_ELEMENT)]),
        ("", "<p class='byline'>By Una Price, 4 March 2017</p>", [("4 March 2017", O.BYLINE)]),
        (
            "<meta name='date' content='2017-03-04'>",
            "<p>Published: 4 March 2017</p>",
            [("2017-03-04", O.META), ("4 March 2017", O.BYLINE)],
        ),
    ],
)
def test_web_pages(head: str, top: str, dates: list[tuple[str, DateOrigin]]) -> None:
    page = PAGE.format(head=head, top=top, prose=PROSE.replace("\n\n", "</p><p>"), end="")
    assert found(page, "a.html") == dates


def test_a_time_in_the_prose_is_not_the_pages_own() -> None:
    prose = PROSE.replace("\n\n", "</p><p>")
    page = PAGE.format(
        head="", top="", prose=prose, end="<p>It failed before, on <time datetime='1931-06-09'>9 June 1931</time>.</p>"
    )
    assert found(page, "a.html") == []


def updates(text: str, name: str = "a.txt") -> list[tuple[str, DateOrigin]]:
    return [(date.text, date.origin) for date in candidates(text, name) if date.update]


@pytest.mark.parametrize(
    ("top", "bottom", "update"),
    [
        ("Published 4 March 2017 | Updated 9 March 2017", "", ["9 March 2017"]),
        ("By Una Price | March 4, 2017", "Last updated: March 9, 2017", ["March 9, 2017"]),
        ("", "Posted on March 4, 2017\n\nUpdated March 9, 2017", ["March 9, 2017"]),
        ("Last updated 9 March 2017", "", ["9 March 2017"]),
        ("By Una Price | March 4, 2017", "", []),
    ],
)
def test_an_update_is_marked_as_one(top: str, bottom: str, update: list[str]) -> None:
    text = f"Lock gates fail at Tarn Bridge\n{top}\n\n{PROSE}\n{bottom}\n"
    assert updates(text) == [(date, O.BYLINE) for date in update]


def test_a_header_states_its_update() -> None:
    assert updates(f"Title: Lock gates fail\nPublished: 4 March 2017\nUpdated: 9 March 2017\n\n{PROSE}") == [
        ("9 March 2017", O.HEADER)
    ]


@pytest.mark.parametrize(
    ("head", "top", "update"),
    [
        (LD.format(json.dumps(dict(ARTICLE, dateModified="2017-03-09"))), "", [("2017-03-09", O.JSON_LD)]),
        ("<meta property='article:modified_time' content='2017-03-09T10:15:00Z'>", "", [("2017-03-09T10:15:00Z", O.META)]),
        ("", "<time class='published' datetime='2017-03-04'>4 March</time> <time class='updated' datetime='2017-03-09'>9 March</time>", [("2017-03-09", O.TIME_ELEMENT)]),
        (LD.format(json.dumps([OTHER, dict(OTHER, dateModified="2019-01-01", headline="Mill burns")])), "", []),
    ],
)  # fmt: skip
def test_a_page_states_its_update(head: str, top: str, update: list[tuple[str, DateOrigin]]) -> None:
    page = PAGE.format(head=head, top=top, prose=PROSE.replace("\n\n", "</p><p>"), end="")
    assert updates(page, "a.html") == update


def test_a_letter_s_last_line_dates_it() -> None:
    assert found(f"{PROSE}\nTarn, 4 March 2017\n") == [("4 March 2017", O.DATELINE)]


def test_the_paper_s_day_behind_its_name() -> None:
    text = f"Title: Lock gates fail\nSource: The Tarn Herald, 4 March 2017\n\n{PROSE}"
    assert found(text) == [("4 March 2017", O.HEADER)]
    (document,) = read_blob(Blob("a.txt", text.encode()))
    assert isinstance(document, Document)
    assert document.source.publisher == "The Tarn Herald"
