"""Letters, diary entries and posts: each counts from the date above it, and ordinary articles have none."""

from __future__ import annotations

import pytest

from timeline.model.text import AnchorKind, Document
from timeline.pipeline.document import Options, resolved
from timeline.read import Blob, read_blob


def read(text: str, name: str = "a.txt") -> Document:
    (document,) = read_blob(Blob(name, text.encode()))
    assert isinstance(document, Document)
    return document


def told(document: Document) -> list[tuple[str, str | None]]:
    """What counts from an entry's date: the words and what they mean."""
    found = resolved(document, Options(language="en")).resolutions
    return [(one.mention.text, one.value and one.value.edtf) for one in found if one.anchor.kind is AnchorKind.HEADING]


LETTERS = """12 March 1916. Dear Mother, we came here yesterday and sleep in a barn with forty men and a goat.

Your son, Abel.

20 March 1916. Dear Mother, the concert was on Sunday and I sang. Tomorrow we march north with the others.

April 2. Dear Mother, your parcel came today. The cake was whole, and we ate it in the barn with the goat.
"""
DIARY = """# Friday, 3 May 1940

Rain all day. Yesterday the baker's son left for the coast, and nobody knows when he will be back.

# Saturday, 4 May 1940

The baker had a letter this morning, and the whole of Mill Street knows by now what stands in it.
"""
PAPER = """THE TARN HERALD

LONDON, March 3, 1911.--The lock gates failed yesterday and a wave of water went into the lower town, and nobody drowned.

PARIS, March 5.--The observatory was sold yesterday to a maker of telescopes who wants to open the dome to schools.
"""
THREAD = """<html><body><h1>Who heard the gates?</h1>
<div class="post" id="p1"><span>una</span> <time datetime="2018-03-12T09:12">12 March</time><p>I heard the gates fail yesterday, and went down to the lower town with a lamp.</p></div>
<div class="post" id="p2"><span>ned</span> <time datetime="2018-03-14T20:40">14 March</time><p>I was there yesterday and can say that all of this is true, down to the last word.</p></div>
</body></html>"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", LETTERS, [("yesterday", "1916-03-11"), ("Sunday", "1916-03-19"), ("Tomorrow", "1916-03-21"), ("April 2", "1916-04-02"), ("today", "1916-04-02")]),
        ("a.txt", LETTERS.replace("\n", "\r\n"), [("yesterday", "1916-03-11"), ("Sunday", "1916-03-19"), ("Tomorrow", "1916-03-21"), ("April 2", "1916-04-02"), ("today", "1916-04-02")]),
        ("a.md", DIARY, [("Yesterday", "1940-05-02"), ("this morning", "1940-05-04")]),
        ("a.txt", DIARY.replace("# ", ""), [("Yesterday", "1940-05-02"), ("this morning", "1940-05-04")]),
        ("a.txt", PAPER, [("yesterday", "1911-03-02"), ("yesterday", "1911-03-04")]),
        ("a.html", THREAD, [("yesterday", "2018-03-11"), ("yesterday", "2018-03-13")]),
    ],
)  # fmt: skip
def test_each_entry_counts_from_its_own_date(name: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(read(text, name)) == expected


POSTS = """Who heard the gates?

Posted by una on 12 March 2018 at 09:12

I heard the gates fail yesterday, and went down to the lower town with a lamp.

ned wrote on 14 March 2018, 20:40:

I was there yesterday and can say that all of this is true, down to the last word of it.
"""
FILED = """THE TARN HERALD
Saturday, March 4, 1911

LOCK GATES FAIL

LONDON, March {day}.--The lock gates failed yesterday and a wave of water went into the lower town, and nobody drowned.
"""


def test_posts_in_plain_text() -> None:
    assert told(read(POSTS)) == [("yesterday", "2018-03-11"), ("yesterday", "2018-03-13")]


@pytest.mark.parametrize(
    ("day", "yesterday", "anchor"),
    [
        (3, "1911-03-02", AnchorKind.HEADING),
        (2, "1911-03-01", AnchorKind.HEADING),
        (4, "1911-03-03", AnchorKind.DCT),
        (1, "1911-03-03", AnchorKind.DCT),
        (5, "1911-03-03", AnchorKind.DCT),
    ],
)
def test_a_report_counts_from_the_day_on_which_it_was_filed(day: int, yesterday: str, anchor: AnchorKind) -> None:
    found = resolved(read(FILED.format(day=day)), Options(language="en")).resolutions
    (one,) = (one for one in found if one.mention.text == "yesterday")
    assert (one.value and one.value.edtf, one.anchor.kind) == (yesterday, anchor)


@pytest.mark.parametrize(
    ("text", "name", "days"),
    [
        (LETTERS, "a.txt", "1916-03-12~/1916-04-02~"),
        (DIARY, "a.md", "1940-05-03~/1940-05-04~"),
        (POSTS, "a.txt", "2018-03-12~/2018-03-14~"),
    ],
)
def test_letters_were_written_from_the_first_to_the_last(text: str, name: str, days: str) -> None:
    found = resolved(read(text, name), Options(language="en"))
    assert found.dating is None
    assert found.written is not None
    assert found.written.value.edtf == days
    assert found.written.steps[0].startswith("its entries are dated ")


@pytest.mark.parametrize("text", [LETTERS, DIARY, DIARY.replace("# ", "")])
def test_letters_have_no_title_of_their_own(text: str) -> None:
    document = read(text, "to-mother.txt")
    assert (document.source.title, document.source.label) == ("to-mother.txt", "to-mother")


def test_an_entry_says_what_it_counts_from() -> None:
    steps = [step for one in resolved(read(LETTERS), Options(language="en")).resolutions for step in one.steps]
    assert "counted from the date above this entry, 12 Mar 1916: 11 Mar 1916" in steps
    assert "names no year; the 2 Apr just after the entry before, 20 Mar 1916: 2 Apr 1916" in steps


def test_an_entry_s_heading_starts_it() -> None:
    document = read(LETTERS)
    assert [document.text[entry.span.start :][:13] for entry in document.entries] == [
        "12 March 1916",
        "20 March 1916",
        "April 2. Dear",
    ]
    assert [one.span.end for one in document.entries[:-1]] == [one.span.start for one in document.entries[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "Gates renewed\nBy Una Price | 9 March 2017\n\nThe board renewed the gates yesterday and opened the lock to all barges.\n\nUpdated 10 March 2017\n",
        "LONDON, March 3 (Reuters) - The gates failed yesterday.\n\nOn March 5 the board met and said that nobody had drowned.\n",
        "12 March 1916. Dear Mother, we came here yesterday and sleep in a barn with forty men and a goat.\n",
        "The gates failed.\n\nRelated Articles\n\nSwan census\n\n12 March 2016\n\nOld dredger goes\n\n4 May 2015\n",
        "Open on\n\n12 March 2016\n\n13 March 2016\n\n14 March 2016\n",
        "4 May is a holiday here, and nobody works.\n\n5 May is not, and everybody does.\n",
    ],
)
def test_no_entries(text: str) -> None:
    assert read(text).entries == ()
