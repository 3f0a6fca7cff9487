"""XML: TEI with its given dates, records and prose of no known kind, what is unsafe; transcripts with time codes."""

from __future__ import annotations

import pytest

from timeline.model.event import Failure, Skipped
from timeline.model.locator import locate
from timeline.model.text import DateOrigin, Document, PartKind
from timeline.read import Blob, read_blob
from timeline.read.markup_date import stated, tei_date

HEADER = """<teiHeader><fileDesc><titleStmt><title>To the Board</title><author>Ann Keeper</author></titleStmt>
<publicationStmt><publisher>Quay Press</publisher><date when="2015">2015</date></publicationStmt></fileDesc>{}</teiHeader>"""
SENT = '<profileDesc><correspDesc><correspAction type="sent"><date when="1843-05-12"/></correspAction></correspDesc></profileDesc>'
BODY = """<text><body><pb n="12"/><head>To the Board</head>
<opener><dateline>The Quay, <date when="1843-05-12">12 May</date></dateline><salute>Dear all,</salute></opener>
<p>The weir broke on <date when="1843-05-09">Tuesday
 last</date><note>He means the <choice><sic>olb</sic><corr>old</corr></choice> weir.</note> and it rained.
<pb n="13"/>We<lb/>wait <del>long </del>here, in the
mid<lb break="no"/>dle of the <abbr>yr</abbr>.</p><fw>Letters</fw>
<lg><l>A line of verse</l><l>another one</l></lg><list><item>one</item><item>two</item></list></body></text>"""


def readings(name: str, text: str) -> list[Document | Failure | Skipped]:
    return list(read_blob(Blob(name, text.encode())))


def document(name: str, text: str) -> Document:
    (found,) = readings(name, text)
    assert isinstance(found, Document), found
    return found


def tei(more: str = SENT, body: str = BODY) -> str:
    return f'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format(more)}{body}</TEI>'


def test_tei_reads_as_its_editor_has_it() -> None:
    read = document("letter.xml", tei())
    assert read.text == (
        "To the Board\n\nThe Quay, 12 May\n\nDear all,\n\nThe weir broke on Tuesday last and it rained. "
        "We wait here, in the middle of the yr.\n\nHe means the old weir.\n\nLetters\n\nA line of verse\nanother one\n\none\ntwo"
    )
    kinds = {read.text[part.span.start : part.span.end]: part.kind for part in read.parts}
    assert kinds["He means the old weir."] is PartKind.FOOTNOTE
    assert kinds["Letters"] is PartKind.BOILERPLATE
    assert kinds["The Quay, 12 May"] is PartKind.DATELINE
    assert (read.source.title, read.source.author, read.source.publisher) == (
        "To the Board",
        "Ann Keeper",
        "Quay Press",
    )
    at = read.text.index("We wait")
    assert locate(read.places, at, at + 2).words == "p. 13"


def test_tei_gives_its_dates() -> None:
    read = document("letter.xml", tei())
    assert [(read.text[date.span.start : date.span.end], date.edtf) for date in read.given] == [
        ("12 May", "1843-05-12"), ("Tuesday last", "1843-05-09"),
    ]  # fmt: skip
    assert [(date.text, date.origin) for date in read.date_candidates] == [("1843-05-12", DateOrigin.HEADER)]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (SENT, [("1843-05-12", DateOrigin.HEADER)]),
        (
            "<profileDesc><creation><date when='1843-06'>June</date></creation></profileDesc>",
            [("1843-06", DateOrigin.HEADER)],
        ),
        ("", [("1843-05-12", DateOrigin.DATELINE)]),
    ],
)
def test_a_text_is_dated_by_its_writing_before_its_edition(header: str, expected: list[tuple[str, DateOrigin]]) -> None:
    assert [(date.text, date.origin) for date in document("letter.xml", tei(header)).date_candidates] == expected


def test_an_edition_dates_a_text_that_says_nothing_else() -> None:
    read = document("letter.xml", tei("", "<text><body><p>The weir broke.</p></body></text>"))
    assert [date.text for date in read.date_candidates] == ["2015"]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"when": "1843-05-12"}, "1843-05-12"),
        ({"when": "1843-05"}, "1843-05"),
        ({"when": "1843"}, "1843"),
        ({"when": "-0043-03-15"}, "-0043-03-15"),
        ({"when": "1843-05-12T10:00:00"}, "1843-05-12"),
        ({"when": "1843-05-12", "cert": "low"}, "1843-05-12?"),
        ({"from": "1842-01", "to": "1842-03"}, "1842-01/1842-03"),
        ({"from": "1842-01"}, "1842-01/.."),
        ({"notBefore": "1790", "notAfter": "1795"}, "1790/1795"),
        ({"when": "--05-12"}, None),
        ({"when": "soon"}, None),
        ({"when": "1843-02-31"}, None),
        ({}, None),
    ],
)
def test_what_a_tei_date_says(attributes: dict[str, str], expected: str | None) -> None:
    assert tei_date(attributes.get) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-12-24", "2023-12-24"), ("2023-12-24T10:00:00Z", "2023-12-24"), ("2023-12-24 10:00", "2023-12-24"),
        ("20231224", "2023-12-24"), ("2023-12", "2023-12"), ("2023", "2023"), ("PT2H", None), ("10:00", None),
        ("2023-W51", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_what_datetime_says(value: str | None, expected: str | None) -> None:
    assert stated(value) == expected


def test_several_texts_in_one_file_are_several_documents() -> None:
    one, two = tei(), tei("", "<text><body><p>Nothing came.</p></body></text>")
    corpus = "<teiCorpus>" + (one + two).replace('<?xml version="1.0"?>\n', "") + "</teiCorpus>"
    found = readings("letters.xml", corpus)
    assert [item.source.uri for item in found if isinstance(item, Document)] == ["letters.xml#1", "letters.xml#2"]


def test_records_are_rows_and_prose_is_paragraphs() -> None:
    text = (
        "<report><title>The Weir</title><body><p>It broke on <b>3 May</b> 2019.</p><p>Then <i>no</i> more.</p></body>"
        "<log><row><d>2019-05-03</d><w>shut</w></row><row><d>2019-05-04</d><w>open</w></row></log></report>"
    )
    read = document("a.xml", text)
    assert read.text == "The Weir\n\nIt broke on 3 May 2019.\n\nThen no more.\n\n2019-05-03 | shut\n2019-05-04 | open"
    at = read.text.index("2019-05-04")
    assert locate(read.places, at, at + 1).row == 2


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]><r>&c;</r>'


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("laughs.xml", LAUGHS, ["unsafe-xml"]),
        ("laughs.xml", LAUGHS.replace("<r>&c;</r>", "<TEI>&c;</TEI>"), ["unsafe-xml"]),
        ("outside.xml", '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><r>&a;</r>', ["unsafe-xml"]),
        ("outside.xml", '<!DOCTYPE r [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]><r>one</r>', ["unsafe-xml"]),
        ("bare.xml", "<r/>", ["empty"]),
        ("cut.xml", "<r", ["empty"]),
        ("cut.xml", "<r><p>It broke on 3 May 2019.", ["broken-xml"]),
    ],
)
def test_what_is_unsafe_or_broken_is_told(name: str, text: str, codes: list[str]) -> None:
    failures = [item for item in readings(name, text) if isinstance(item, Failure)]
    assert [failure.code for failure in failures] == codes
    assert all(failure.message.startswith(name) for failure in failures)


def test_short_entities_are_what_they_stand_for() -> None:
    text = '<!DOCTYPE r [<!ENTITY dash "&#8212;">]><r><p>On 3 May 2019 &dash; a Friday.</p></r>'
    assert document("a.xml", text).text == "On 3 May 2019 — a Friday."
    assert document("a.xml", "<r><p>On 3&nbsp;May 2019 &mdash; a Friday.</p></r>").text == "On 3 May 2019 — a Friday."


SRT = """1
00:00:01,000 --> 00:00:03,500
The board met on 12

2
00:00:03,600 --> 00:00:05,000
<i>December 2019</i> in the mill.

3
00:12:09,000 --> 00:12:11,000
Then it closed.
"""
VTT = """WEBVTT - A talk

NOTE not said

STYLE
::cue { color: red }

00:01.000 --> 00:03.000 align:start
<v Ann Keeper>The board met on 12

00:03.000 --> 00:04.000
<v Ann Keeper>December 2019 &amp; left.

last
00:04.000 --> 00:06.000
<v Bo>So it did.
"""


@pytest.mark.parametrize(
    ("name", "text", "expected", "codes"),
    [
        ("a.srt", SRT, "The board met on 12 December 2019 in the mill.\n\nThen it closed.", ["00:00:01", "00:00:03", "00:12:09"]),
        ("a.srt", SRT.replace("\n", "\r\n"), "The board met on 12 December 2019 in the mill.\n\nThen it closed.", ["00:00:01", "00:00:03", "00:12:09"]),
        ("a.txt", SRT, "The board met on 12 December 2019 in the mill.\n\nThen it closed.", ["00:00:01", "00:00:03", "00:12:09"]),
        ("a.vtt", VTT, "Ann Keeper: The board met on 12 December 2019 & left.\n\nBo: So it did.", ["00:00:01", "00:00:03", "00:00:04"]),
    ],
)  # fmt: skip
def test_cues_are_joined_and_keep_their_time_codes(name: str, text: str, expected: str, codes: list[str]) -> None:
    read = document(name, text)
    assert read.text == expected
    assert [place.locator.time for place in read.places] == codes


def test_captions_that_roll_are_told_once() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nThe board met\n\n00:02.000 --> 00:03.000\nThe board met\non 12 May 2019\n"
    )
    assert document("a.vtt", text).text == "The board met on 12 May 2019"
