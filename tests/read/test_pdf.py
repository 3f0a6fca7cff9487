"""PDFs: reading order, what stands on every page, pages that are pictures, files that cannot be read."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pypdfium2
import pytest

import timeline
from tests.read.pdfs import WORDS, Page, pdf
from timeline.model.event import Failure, Skipped
from timeline.model.locator import locate
from timeline.model.text import DateOrigin, Document, PartKind
from timeline.read import Blob, ReadOptions, read_blob
from timeline.read.hyphen import Hyphens
from timeline.read.pdf import page_ranges


def filler(number: int, count: int = 7) -> str:
    return " ".join(WORDS[(number * 5 + i * i + number // 3) % len(WORDS)] for i in range(count))


def readings(data: bytes, ocr: Callable[[bytes, str], bytes] | None = None) -> list[Document | Failure | Skipped]:
    return list(read_blob(Blob("brief.pdf", data), ReadOptions(ocr=ocr)))


def document(data: bytes) -> Document:
    (found,) = (item for item in readings(data) if isinstance(item, Document))
    return found


def dates(found: Document) -> list[str]:
    """The days that a text tells, with the words as a reader sees them."""
    return [
        f"{resolution.mention.text}={resolution.value.edtf if resolution.value else None}"
        for resolution in timeline.dates(found.text)
    ]


def stamped(pages: int, pictures: Sequence[int] = ()) -> bytes:
    made: list[Page] = []
    for number in range(1, pages + 1):
        page = Page(picture=number in pictures)
        page.write(72, 770, f"Case 1:19-cv-01234-ABC Document 45 Filed 03/12/20 Page {number} of {pages}", 9)
        if not page.picture:
            page.column(72, 720, [f"{filler(number * 30 + i)} on line {i} of page {number}" for i in range(40)])
            page.write(300, 40, str(number + 6))
        made.append(page)
    return pdf(made, {"CreationDate": "D:20210402101500-05'00'"})


def test_a_stamped_paper_gives_one_filing_date_and_names_its_pictures() -> None:
    found = readings(stamped(40, (3, 7, 8, 9, 40)))
    (failure,) = (item for item in found if isinstance(item, Failure))
    assert failure.code == "no-text-layer"
    assert "pages 3, 7-9, 40 have no text layer" in failure.message
    assert "ocrmypdf --force-ocr --pages 3,7-9,40 brief.pdf brief-ocr.pdf" in failure.message
    (read,) = (item for item in found if isinstance(item, Document))
    told = [(date.text, date.origin) for date in read.date_candidates]
    assert told == [("2020-03-12", DateOrigin.STAMP), ("2021-04-02T10:15:00-05:00", DateOrigin.PDF)]
    built = timeline.build([read])
    assert not built.events
    assert not built.undated
    published = built.sources[0].source.published
    assert published is not None
    assert published.value.edtf == "2020-03-12"


def test_every_stamp_and_page_number_is_boilerplate_and_numbers_the_page() -> None:
    read = document(stamped(8))
    aside = [read.text[part.span.start : part.span.end] for part in read.parts if part.kind is PartKind.BOILERPLATE]
    assert "\n".join(aside).count("Filed 03/12/20") == 8
    assert {line for text in aside for line in text.split() if line.isdigit() and int(line) > 8} >= {"9", "14"}
    at = read.text.index("line 1 of page 3")
    assert locate(read.places, at, at + 5).words == "p. 3 (printed 9), line 3"


COLUMNS = [
    Page()
    .write(72, 730, "The Harbour Inquiry", 20)
    .column(72, 690, ["The inquiry opened on the 3rd", "of May at the old quay and sat", "for eleven days, and on 14", "May 2019, without a pause."])
    .column(330, 690, ["It then moved to the mill and", "heard nine keepers there, the", "last of them on 2 June 2019,", "when the weir was closed."]),
    Page()
    .write(72, 730, "The Harbour Inquiry", 20)
    .write(72, 690, "The inquiry opened on the 3rd").write(330, 690, "It then moved to the mill and")
    .write(72, 676, "of May at the old quay and sat").write(330, 676, "heard nine keepers there, the")
    .write(72, 662, "for eleven days, and on 14").write(330, 662, "last of them on 2 June 2019,")
    .write(72, 648, "May 2019, without a pause.").write(330, 648, "when the weir was closed."),
]  # fmt: skip


@pytest.mark.parametrize("page", COLUMNS, ids=["drawn by column", "drawn by row"])
def test_two_columns_are_read_one_after_the_other(page: Page) -> None:
    read = document(pdf([page]))
    assert "on the 3rd of May at the old quay" in read.text
    assert read.text.index("without a pause.") < read.text.index("It then moved")
    told = [date for date in dates(read) if "2019" in date]
    assert told == ["the 3rd of May=2019-05-03", "14 May 2019=2019-05-14", "2 June 2019=2019-06-02"]
    assert read.source.title == "The Harbour Inquiry"


BORDERS: dict[str, list[Page]] = {
    "line end": [Page().column(72, 700, ["The board met for the last time on 12", "December 2019 at the quay."])],
    "hyphen": [Page().column(72, 700, ["The board met for the last time on 12 Decem-", "ber 2019 at the quay."])],
    "month and year": [Page().column(72, 700, ["The board met again on 12 December", "2019 and left the quay."])],
    "column": [
        Page()
        .column(72, 700, ["The board met at the weir and", "the mill, and for the last", "time it met on 12"])
        .column(330, 700, ["December 2019 at the quay of", "the ferry, with all its keepers", "and tenders in the room."])
    ],
    "page": [
        Page().column(72, 740, [filler(n) for n in range(40)] + ["and the board met for the last time on 12"]),
        Page().column(72, 740, ["December 2019 at the quay.", *(filler(n) for n in range(50, 60))]),
    ],
    "page after an abbreviation": [
        Page().column(72, 740, [filler(n) for n in range(40)] + ["and the board met for the last time on 12 Dec."]),
        Page().column(72, 740, ["2019 at the quay.", *(filler(n) for n in range(50, 60))]),
    ],
    "page that a sentence opens at the end of": [
        Page().column(72, 740, [filler(n) for n in range(40)] + ["and the board met for the last time. 12"]),
        Page().column(72, 740, ["December 2019 was its day.", *(filler(n) for n in range(50, 60))]),
    ],
    "page with heads, feet and notes": [
        Page().write(72, 770, "Minutes of the Harbour Board", 9).write(300, 30, "- 1 -", 9)
        .column(72, 730, [filler(n) for n in range(20)] + ["and the board met for the last time on 12"])
        .write(72, 90, "1 See the ledger.", 8),
        Page().write(72, 770, "Minutes of the Harbour Board", 9).write(300, 30, "- 2 -", 9)
        .column(72, 730, ["December 2019 at the quay.", *(filler(n) for n in range(50, 60))]),
        Page().write(72, 770, "Minutes of the Harbour Board", 9).write(300, 30, "- 3 -", 9)
        .column(72, 730, [filler(n) for n in range(70, 80)]),
    ],
    "numbered lines": [
        Page()
        .column(50, 700, [str(n) for n in range(1, 11)])
        .column(90, 700, [filler(n) for n in range(8)] + ["and the board met for the last time on 12", "December 2019 at the quay."])
    ],
}  # fmt: skip


@pytest.mark.parametrize("border", BORDERS)
def test_a_date_split_over_a_border_is_one(border: str) -> None:
    read = document(pdf(BORDERS[border]))
    assert [told.split("=")[1] for told in dates(read)] == ["2019-12-12"]


def test_heads_feet_and_notes_follow_the_paragraph_that_they_interrupt() -> None:
    read = document(pdf(BORDERS["page with heads, feet and notes"]))
    kinds = {read.text[part.span.start : part.span.end]: part.kind for part in read.parts}
    assert kinds["1 See the ledger."] is PartKind.FOOTNOTE
    assert read.text.index("1 See the ledger.") > read.text.index("December 2019 at the quay")
    assert "- 2 -" in "".join(text for text, kind in kinds.items() if kind is PartKind.BOILERPLATE)
    at = read.text.index("12 December")
    assert locate(read.places, at, at + 16).short == "1–2"


def test_numbers_counted_down_the_margin_number_the_lines() -> None:
    read = document(pdf(BORDERS["numbered lines"]))
    at = read.text.index("December 2019")
    assert locate(read.places, at, at + 5).line == 10
    assert "8 and the board" not in read.text


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("Case 1:19-cv-01234 Document 45 Filed 03/12/20 Page {} of 3", "2020-03-12"),
        ("Case 1:19-cv-01234 Document 45 Filed 13/12/20 Page {} of 3", "2020-12-13"),
        ("Received 12 May 2019, page {} of 3", "12 May 2019"),
        ("RECEIVED: 03/12/20 ({})", "3/12/2020"),
        ("Lodged on 2019-05-12, no. {}", "2019-05-12"),
        ("Confidential, {}", None),
    ],
)
def test_a_stamp_dates_the_filing(stamp: str, expected: str | None) -> None:
    pages = [
        Page().write(72, 770, stamp.format(number), 9).column(72, 700, [filler(number * 10 + i) for i in range(9)])
        for number in (1, 2, 3)
    ]
    read = document(pdf(pages))
    told = [date.text for date in read.date_candidates if date.origin is DateOrigin.STAMP]
    assert told == ([expected] if expected else [])
    assert not timeline.build([read]).events


def test_a_stamp_put_on_later_is_read_like_one_that_was_printed() -> None:
    pages = [Page(stamp=f"Received 12 May 2019, page {n} of 3").column(72, 700, [filler(n)]) for n in (1, 2, 3)]
    read = document(pdf(pages))
    assert [(date.text, date.origin) for date in read.date_candidates] == [("12 May 2019", DateOrigin.STAMP)]
    assert read.text.count("Received") == 3


def test_files_that_lie_in_a_pdf_are_read_too() -> None:
    portfolio = pypdfium2.PdfDocument(pdf([Page().write(72, 700, "A cover sheet of 3 May 2019.")]))
    portfolio.new_attachment("letters/one.txt").set_data(
        b"The mill was sold on 9 June 2019, and nobody was told of it."
    )
    buffer = io.BytesIO()
    portfolio.save(buffer)
    found = [item for item in readings(buffer.getvalue()) if isinstance(item, Document)]
    assert [item.source.uri for item in found] == ["brief.pdf", "brief.pdf/one.txt"]
    assert dates(found[1]) == ["9 June 2019=2019-06-09"]


def test_heads_of_short_chapters_are_heads_too() -> None:
    heads = [*("1: The quay",) * 4, *("2: The mill",) * 1, *("3: The weir",) * 3]
    pages = [
        Page()
        .write(72, 770, f"Chapter {head} {number + 4}")
        .column(72, 700, [filler(number * 10 + i) for i in range(9)])
        for number, head in enumerate(heads)
    ]
    read = document(pdf(pages))
    aside = [read.text[part.span.start : part.span.end] for part in read.parts if part.kind is PartKind.BOILERPLATE]
    assert "Chapter 2: The mill 8" in "\n".join(aside)
    assert "\n".join(aside).count("Chapter") == len(heads)


def test_lines_of_a_table_of_contents_stay_apart() -> None:
    rows = [
        "1 The quay . . . . . . . . . . . . . . . . 3",
        "2 The mill . . . . . . . . . . . . . . . . 15",
        "and more of it",
    ]
    assert document(pdf([Page().column(72, 700, rows)])).text.split("\n") == rows


def test_a_table_is_read_by_rows() -> None:
    rows = [("3 May 2019", "weir closed"), ("9 June 2019", "mill sold"), ("2 July 2019", "ferry sunk")]
    page = Page()
    for i, (when, what) in enumerate(rows):
        page.write(72, 700 - 14 * i, when).write(250, 700 - 14 * i, what)
    read = document(pdf([page]))
    assert read.text == "3 May 2019 | weir closed\n9 June 2019 | mill sold\n2 July 2019 | ferry sunk"
    assert [part.kind for part in read.parts] == [PartKind.TABLE]


def test_days_over_the_pages_of_a_diary_are_no_running_heads() -> None:
    days = ["12 May 1943", "14 May 1943", "19 May 1943", "2 June 1943"]
    pages = [Page().write(72, 740, day, 14).column(72, 700, [f"{filler(i)}." for i in range(9)]) for day in days]
    read = document(pdf(pages))
    assert not [part for part in read.parts if part.kind is PartKind.BOILERPLATE]


def test_a_locator_names_page_label_line_and_box() -> None:
    pages = [Page().column(72, 700, [filler(1), f"On 3 May 2019 the {filler(2)}."]) for _ in range(2)]
    read = document(pdf(pages, labels="0 << /S /r >> 1 << /S /D /St 7 >>"))
    at = read.text.rindex("3 May 2019")
    place = locate(read.places, at, at + 10)
    assert (place.page, place.page_label, place.line) == (2, "7", 2)
    assert place.box is not None
    assert place.box[0] == pytest.approx(72, abs=1)
    assert 680 < place.box[1] < place.box[3] < 700


@pytest.mark.parametrize(
    ("before", "after", "cut", "expected"),
    [
        ("on 12 Decem", "ber 2019", True, "on 12 December 2019"),
        ("in mid", "December", True, "in mid-December"),
        ("the twenty", "first century", True, "the twenty-first century"),
        ("the years 2019", "20", True, "the years 2019-20"),
        ("a re", "entry", True, "a re-entry"),
        ("on 12", "May 2019", False, "on 12 May 2019"),
        ("on 12 Decem-", "ber 2019", False, "on 12 December 2019"),
    ],
)
def test_a_hyphen_at_a_lines_end_is_the_words_own_or_not(before: str, after: str, cut: bool, expected: str) -> None:
    kept, glue = Hyphens(["their re-entry was late"]).join(before, after, cut=cut)
    assert kept + glue + after == expected


@pytest.mark.parametrize(("pages", "told"), [([3], "3"), ([7, 8, 9, 3], "3,7-9"), ([1, 2], "1-2"), ([], "")])
def test_page_numbers_are_told_as_ranges(pages: list[int], told: str) -> None:
    assert page_ranges(pages) == told


PAPER = stamped(3)
# An encryption dictionary whose user password is not empty.
LOCKED = PAPER.replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard "
    b"/V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
)


@pytest.mark.parametrize(
    ("data", "code", "advice"),
    [
        (LOCKED, "encrypted", "qpdf --decrypt"),
        (b"%PDF-1.7\nnothing more", "broken-pdf", "download it again"),
        (PAPER[: len(PAPER) // 3], "broken-pdf", "repair it"),
        (pdf([Page(picture=True), Page(picture=True)]), "no-text-layer", "ocrmypdf brief.pdf brief-ocr.pdf"),
        (pdf([Page()]), "empty", "remove it"),
    ],
    ids=["locked", "junk", "cut", "pictures", "blank"],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, code: str, advice: str) -> None:
    (failure,) = readings(data)
    assert isinstance(failure, Failure)
    assert failure.code == code
    assert advice in failure.message
    assert failure.message.startswith("brief.pdf: ")


def recognising(answer: bytes) -> tuple[list[str], Callable[[bytes, str], bytes]]:
    asked: list[str] = []

    def ocr(data: bytes, pages: str) -> bytes:
        asked.append(pages)
        return answer

    return asked, ocr


def test_pictures_are_read_where_they_can_be_recognised() -> None:
    asked, ocr = recognising(pdf([Page(picture=True).write(72, 700, "The weir was closed on 3 May 2019.")]))
    (read,) = readings(pdf([Page(picture=True)]), ocr)
    assert asked == ["1"]
    assert isinstance(read, Document)
    assert read.recognised
    assert dates(read) == ["3 May 2019=2019-05-03"]
