"""The pages of a PDF as words with boxes. In: bytes. Out: PdfFile. The only importer of pypdfium2.

Measured: twenty times the speed of pypdf. PDFium gives the words in the order in which the page was drawn, a word
cut by a hyphen at a line's end with U+FFFE; where a word stands is asked of its first and last letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ctypes import byref
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import UnreadableDocument

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

    from timeline.model.locator import Box

MOST_PAGES = 10_000
MOST_ATTACHED = 2_000
MOST_LETTERS = 400_000
"""On one page: no sheet of paper holds more."""
HYPHEN = "\ufffe"
"""What PDFium puts for the hyphen that a line's end makes."""
_SEEN = rf"[^\s{HYPHEN}\x00-\x1f]"
_LINE = re.compile(rf"{_SEEN}(?:[^\r\n{HYPHEN}]*{_SEEN})?{HYPHEN}?")
_WORD = re.compile(rf"{_SEEN}+{HYPHEN}?")
_LETTERS = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xAD: None, 0x200B: None, 0xFEFF: None, 0xFFFF: None,
}  # fmt: skip
"""Ligatures as the letters that a reader sees, and what nobody sees."""
_SPARSE = 400
"""Letters on a page below which it is asked whether it is a picture."""
_LARGE = 0.4
_FAR = 1e5
"""Points from the page's corner beyond which nothing is seen."""
_DRAWN = 300
"""Strokes on a page without a word that may be words drawn as outlines."""
_SAMPLE = 3
_WRITTEN_ON = frozenset({3, 13, 20})
"""PDFium's numbers for notes whose words are seen on the page: free text, stamps, fields of forms."""
_PICTURE, _PATH = 3, 2
"""PDFium's numbers for kinds of page objects."""


class Word(NamedTuple):
    """A word, or words drawn in one go, and its box in points as the page is seen.

    `cut`: a hyphen ends it that is not in `text`, at the end of a line.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    cut: bool = False

    @property
    def height(self) -> float:
        """The height of its font."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, the label that the file gives it, its words as drawn, and whether it is a picture."""

    number: int
    label: str | None
    width: float
    height: float
    words: tuple[Word, ...]
    pictured: bool


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF's own fields and its pages; `broken` are the numbers of pages that could not be opened."""

    about: dict[str, str]
    pages: tuple[Sheet, ...]
    broken: tuple[int, ...] = ()
    attached: tuple[tuple[str, bytes], ...] = ()
    """The names and bytes of files that lie in it."""


def open_pdf(data: bytes, uri: str) -> PdfFile:
    """All pages of a PDF. Raises UnreadableDocument (encrypted, broken-pdf, too-large)."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(uri, str(error)) from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableDocument(
                f"{uri}: has {len(document):,} pages, more than {MOST_PAGES:,}; "
                f"split it first: qpdf --split-pages=1000 {uri} part.pdf",
                "too-large",
            )
        if not len(document):
            raise _refused(uri, "no pages")
        pages: list[Sheet] = []
        broken: list[int] = []
        for number in range(1, len(document) + 1):
            try:
                pages.append(_page(document, number))
            except pypdfium2.PdfiumError:
                broken.append(number)
        about = {name: value for name, value in document.get_metadata_dict().items() if value.strip()}
        return PdfFile(about, tuple(pages), tuple(broken), tuple(_attached(document)))
    finally:
        document.close()


def _attached(document: PdfDocument) -> Iterator[tuple[str, bytes]]:
    """The files that lie in a PDF, as in a portfolio of mails; those that cannot be opened are left out."""
    import pypdfium2

    for place in range(min(document.count_attachments(), MOST_ATTACHED)):
        try:
            file = document.get_attachment(place)
            name = re.split(r"[\\/]", file.get_name())[-1].strip("\0 ")
            data = bytes(file.get_data())
        except pypdfium2.PdfiumError:
            continue
        if data:
            yield name or f"attachment-{place + 1}", data


def _refused(uri: str, told: str) -> UnreadableDocument:
    if "password" in told.lower():
        advice = f"save a copy without it: qpdf --decrypt --password=PASSWORD {uri} open.pdf"
        return UnreadableDocument(f"{uri}: this PDF is locked with a password; {advice}", "encrypted")
    advice = f"download it again, or repair it: qpdf {uri} repaired.pdf"
    return UnreadableDocument(f"{uri}: this PDF is broken or cut off and cannot be opened; {advice}", "broken-pdf")


def _page(document: PdfDocument, number: int) -> Sheet:
    page = document.get_page(number - 1)
    if _is_stamped(page):
        page.close()
        page = document.get_page(number - 1)
    try:
        width, height = page.get_size()
        textpage = page.get_textpage()
        try:
            words = tuple(_words(textpage, _turned(page, width, height)))
        finally:
            textpage.close()
        sparse = sum(len(word.text) for word in words) < _SPARSE
        pictured = (sparse or number <= _SAMPLE) and _is_picture(page, width * height, bare=not words)
        label = document.get_page_label(number - 1).strip() or None
        return Sheet(number, label, width, height, words, pictured)
    finally:
        page.close()


def _is_stamped(page: PdfPage) -> bool:
    """Whether words were put on a page later (stamps, typed notes, form fields); they are made a part of it."""
    from pypdfium2 import raw

    for place in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, place)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind in _WRITTEN_ON:
            return bool(raw.FPDFPage_Flatten(page.raw, 0))
    return False


def _turned(page: PdfPage, width: float, height: float) -> Callable[[Box], Box]:
    """From the page's own coordinates to the page as it is seen, which may be turned and cropped."""
    x, y, _, _ = page.get_cropbox()
    match page.get_rotation():
        case 90:
            return lambda box: (box[1] - y, height - (box[2] - x), box[3] - y, height - (box[0] - x))
        case 180:
            return lambda box: (
                width - (box[2] - x), height - (box[3] - y), width - (box[0] - x), height - (box[1] - y),
            )  # fmt: skip
        case 270:
            return lambda box: (width - (box[3] - y), box[0] - x, width - (box[1] - y), box[2] - x)
        case _:
            return lambda box: (box[0] - x, box[1] - y, box[2] - x, box[3] - y)


def _words(textpage: PdfTextPage, turned: Callable[[Box], Box]) -> Iterator[Word]:
    """The words of a page, in the order in which it was drawn."""
    from pypdfium2 import raw

    count = min(textpage.count_chars(), MOST_LETTERS)
    text = textpage.get_text_range(0, count) if count > 0 else ""
    rect, handle, ask = raw.FS_RECTF(), textpage.raw, raw.FPDFText_GetLooseCharBox
    place = byref(rect)
    shifted = len(text) != count

    def index(at: int) -> int:
        return raw.FPDFText_GetCharIndexFromTextIndex(handle, at) if shifted else at

    def box(at: int) -> Box | None:
        return turned((rect.left, rect.bottom, rect.right, rect.top)) if ask(handle, index(at), place) else None

    for line in _LINE.finditer(text):
        first, end = line.span()
        # Why: words in one rectangle were drawn in one go, and follow each other; two letters tell where they stand.
        if raw.FPDFText_CountRects(handle, index(first), index(end - 1) - index(first) + 1) == 1:
            cut = text[end - 1] == HYPHEN and end - first > 1
            run = _whole(line[0][:-1] if cut else line[0], box(first), box(end - 1 - cut), cut)
            if run is not None:
                yield run
                continue
        for match in _WORD.finditer(text, first, end):
            start, stop = match.span()
            cut = text[stop - 1] == HYPHEN and stop - start > 1
            yield from _placed(text, start, stop - 1 - cut, cut, box)


def _whole(text: str, start: Box | None, end: Box | None, cut: bool) -> Word | None:
    """A run of words between the boxes of its first and last letter; None where they do not stand on one line."""
    if start is None or end is None:
        return None
    left, bottom, right, top = start
    if min(top, end[3]) - max(bottom, end[1]) <= 0.3 * min(top - bottom, end[3] - end[1]) or end[2] < left:
        return None
    left, bottom, right, top = min(left, end[0]), min(bottom, end[1]), max(right, end[2]), max(top, end[3])
    shown = " ".join(text.split())
    shown = shown if shown.isascii() else shown.translate(_LETTERS)
    if not shown or top <= bottom or max(abs(left), abs(right), abs(bottom), abs(top)) >= _FAR:
        return None
    return Word(shown, left, bottom, right, top, cut)


def _placed(text: str, first: int, last: int, cut: bool, box: Callable[[int], Box | None]) -> Iterator[Word]:
    """A word, or its letters where they do not stand on one line (single letters in a column are no word)."""
    word = _whole(text[first : last + 1], box(first), box(last), cut)
    if word is not None:
        yield word
    elif last > first:
        for at in range(first, last + 1):
            yield from _placed(text, at, at, cut and at == last, box)


def _is_picture(page: PdfPage, area: float, *, bare: bool) -> bool:
    """Whether a picture covers much of a page, or so many strokes that they may be words drawn as outlines."""
    strokes = 0
    for shape in page.get_objects(filter=[_PICTURE, _PATH], max_depth=3):
        if shape.type == _PATH:
            strokes += 1
            if bare and strokes > _DRAWN:
                return True
            continue
        left, bottom, right, top = shape.get_bounds()
        if (right - left) * (top - bottom) >= _LARGE * area:
            return True
    return False
