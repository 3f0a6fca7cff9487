"""Word, OpenDocument, EPUB and RTF: what the last version says, where it stands, what cannot be opened."""

from __future__ import annotations

import io
import zipfile

import pytest

import timeline
from tests.read.packages import docx, epub, odt, p, zipped
from timeline.model.event import Failure, Skipped
from timeline.model.locator import locate
from timeline.model.text import Document, PartKind
from timeline.read import Blob, read_blob

RUN = "<w:r><w:t>{}</w:t></w:r>"


def readings(name: str, data: bytes) -> list[Document | Failure | Skipped]:
    return list(read_blob(Blob(name, data)))


def document(name: str, data: bytes) -> Document:
    (found,) = readings(name, data)
    assert isinstance(found, Document), found
    return found


def kinds(read: Document) -> list[tuple[PartKind, str]]:
    return [(part.kind, read.text[part.span.start : part.span.end]) for part in read.parts]


TRACKED = (
    "<w:p>" + RUN.format("The board met on 12 Decem")
    + "<w:del><w:r><w:delText>ber 2018 and on 1 </w:delText></w:r></w:del>"
    + "<w:ins>" + RUN.format("ber 20") + "</w:ins>"
    + "<w:r><w:t>19</w:t><w:noBreakHyphen/><w:t>ish, in </w:t><w:lastRenderedPageBreak/><w:t>the mill.</w:t>"
    + '<w:footnoteReference w:id="2"/></w:r></w:p>'
)  # fmt: skip
NOTES = {
    "footnotes.xml": '<w:footnotes><w:footnote w:id="2">'
    + p("See the ledger of 4 May 2018.")
    + "</w:footnote></w:footnotes>"
}


def test_word_reads_as_its_last_version() -> None:
    read = document("a.docx", docx(TRACKED, NOTES))
    assert read.text == "The board met on 12 December 2019-ish, in the mill.\n\nSee the ledger of 4 May 2018."
    assert kinds(read) == [(PartKind.FOOTNOTE, "See the ledger of 4 May 2018.")]


def test_word_tells_the_page_as_last_shown() -> None:
    read = document("a.docx", docx(p("Before.") + TRACKED + p("After.")))
    assert [locate(read.places, at, at + 1).words for at in (0, read.text.index("the mill"), read.text.index("After"))] == [
        "p. 1", "p. 2", "p. 2",
    ]  # fmt: skip


def test_word_styles_tables_lists_heads_and_fields() -> None:
    cells = "<w:tc>{}</w:tc><w:tc>{}</w:tc>"
    body = (
        p("The Weir", "Title") + p("How it began", "H1") + p("It was a wet spring and the keepers were tired of it.", "Q")
        + f"<w:tbl><w:tr>{cells.format(p('3 May'), p('shut'))}</w:tr><w:tr>{cells.format(p('4 May'), p('open'))}</w:tr></w:tbl>"
        + f"<w:tbl><w:tr><w:tc>{p('A frame around this.')}</w:tc></w:tr></w:tbl>"
        + '<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>an item</w:t></w:r></w:p>'
        + '<w:p><w:r><w:instrText>PAGE 3 May 1999</w:instrText></w:r><w:hyperlink>' + RUN.format("It says so on a page.") + "</w:hyperlink></w:p>"
        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + RUN.format("On 5 ") + "</w:p>" + p("May it closed.")
    )  # fmt: skip
    core = "<dc:title>Document1</dc:title><dc:creator>Ann Keeper</dc:creator><dcterms:created>2020-01-05T10:00:00Z</dcterms:created>"
    read = document("a.docx", docx(body, {"header1.xml": f"<w:hdr>{p('Draft')}</w:hdr>"}, core))
    assert kinds(read) == [
        (PartKind.BOILERPLATE, "Draft"),
        (PartKind.TITLE, "The Weir"),
        (PartKind.HEADING, "How it began"),
        (PartKind.QUOTE, "It was a wet spring and the keepers were tired of it."),
        (PartKind.TABLE, "3 May | shut\n4 May | open"),
        (PartKind.LIST, "an item"),
    ]
    assert read.text.endswith("A frame around this.\n\nan item\n\nIt says so on a page.\n\nOn 5 May it closed.")
    assert (read.source.title, read.source.author) == ("The Weir", "Ann Keeper")
    assert [(date.text, date.origin.value) for date in read.date_candidates] == [("2020-01-05T10:00:00Z", "pdf")]
    at = read.text.index("4 May")
    assert locate(read.places, at, at + 5).words == "row 2"


def test_opendocument() -> None:
    body = (
        "<text:tracked-changes><text:p>gone since 3 May 1999</text:p></text:tracked-changes>"
        '<text:p text:style-name="P1">The Weir</text:p><text:h>How it began</text:h>'
        '<text:p>The board met on 12<text:s text:c="2"/>December<text:line-break/>2019 in<text:soft-page-break/> the mill'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See the ledger.</text:p>"
        "</text:note-body></text:note>.</text:p>"
        "<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>3 May</text:p></table:table-cell>"
        "<table:table-cell><text:p>shut</text:p></table:table-cell></table:table-row></table:table>"
    )
    look = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    read = document("a.odt", odt(body, "<meta:creation-date>2020-02-03T10:00:00</meta:creation-date>", automatic=look))
    assert "The board met on 12 December 2019 in the mill.\n\nSee the ledger.\n\none\ntwo\n\n3 May | shut" in read.text
    assert [kind for kind, _ in kinds(read)] == [
        PartKind.TITLE, PartKind.HEADING, PartKind.FOOTNOTE, PartKind.LIST, PartKind.TABLE,
    ]  # fmt: skip
    at = read.text.index("the mill")
    assert locate(read.places, at, at + 1).words == "p. 2"


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    chapters = {
        "one.xhtml": "<h1>The Weir</h1><p>The board met on 12 December<br/>2019 in the mill.</p>",
        "two.xhtml": "<p>Then it <b>closed</b>.</p>",
    }
    metadata = "<dc:title>The Weir</dc:title><dc:creator>Ann Keeper</dc:creator><dc:date>2020-05-03</dc:date><dc:publisher>Quay Press</dc:publisher>"
    read = document("a.epub", epub(chapters, metadata, ("two.xhtml", "one.xhtml")))
    assert read.text == "Then it closed.\n\nThe Weir\n\nThe board met on 12 December 2019 in the mill."
    assert (read.source.title, read.source.author, read.source.publisher) == ("The Weir", "Ann Keeper", "Quay Press")
    assert [date.text for date in read.date_candidates] == ["2020-05-03"]


RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\info{\title The Weir}{\author Ann Keeper}{\creatim\yr2019\mo5\dy3}}"
    rb"The board met on 12\~Decem\-ber\line 2019 at the caf\'e9{\footnote See the ledger.}.\par "
    rb"\trowd 3 May\cell shut\cell\row Then it closed.}"
)


def test_rich_text() -> None:
    read = document("a.rtf", RTF)
    assert (
        read.text
        == "The board met on 12 December 2019 at the café.\n\n3 May | shut\n\nThen it closed.\n\nSee the ledger."
    )
    assert (read.source.title, read.source.author) == ("The Weir", "Ann Keeper")
    assert [date.text for date in read.date_candidates] == ["2019-05-03"]


WORD = docx(p("The board met on 12 December 2019."))
DRM = "<encryption><EncryptedData><CipherData><CipherReference URI='OEBPS/text/a.xhtml'/></CipherData></EncryptedData></encryption>"
OLE = b"\xd0\xcf\x11\xe0" + bytes(508) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


@pytest.mark.parametrize(
    ("name", "data", "code", "advice"),
    [
        ("cut.docx", WORD[: len(WORD) // 2], "broken-package", "download or copy it again"),
        ("locked.docx", OLE, "encrypted", "save a copy without it"),
        ("blank.docx", docx(""), "empty", "remove it"),
        ("laughs.docx", zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>'}), "unsafe-xml", "<!ENTITY>"),
        ("bomb.docx", zipped({"word/document.xml": "<x>" + " " * (40 << 20) + "</x>"}), "bomb", "zip bomb"),
        ("locked.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<m><encryption-data/></m>"}), "encrypted", "without it"),
        ("locked.epub", zipped({"mimetype": "application/epub+zip", "META-INF/encryption.xml": DRM}), "encrypted", "without it"),
        ("bare.epub", zipped({"mimetype": "application/epub+zip"}), "broken-package", "list of chapters"),
        ("blank.rtf", rb"{\rtf1 }", "empty", "remove it"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_says_what_to_do(name: str, data: bytes, code: str, advice: str) -> None:
    (failure,) = readings(name, data)
    assert isinstance(failure, Failure), failure
    assert failure.code == code
    assert advice in failure.message
    assert failure.message.startswith(name)


def test_a_chapter_that_is_missing_is_told_and_the_others_are_read() -> None:
    book = epub({"one.xhtml": "<p>On 3 May 2019 it closed.</p>"}, order=("one.xhtml",))
    archive = zipfile.ZipFile(io.BytesIO(book))
    members = {name: archive.read(name) for name in archive.namelist()}
    members["OEBPS/book.opf"] = members["OEBPS/book.opf"].replace(
        b"</manifest><spine>", b'<item id="x" href="gone.xhtml"/></manifest><spine><itemref idref="x"/>'
    )
    failure, read = readings("a.epub", zipped(dict(members)))
    assert isinstance(failure, Failure)
    assert failure.code == "missing"
    assert isinstance(read, Document)
    assert [r.mention.text for r in timeline.dates(read.text)] == ["3 May 2019"]


def test_a_passage_without_pages_is_told_by_its_paragraph() -> None:
    built = timeline.build(readings("a.docx", docx(p("The weir", "Title") + p("It was closed on 3 May 2019."))))
    (event,) = built.events
    assert event.evidence[0].locator.words == "paragraph 2"
