"""PDF. In: a blob. Out: one Document; a Failure that names the pages without text, or says what is cut off.

The text as read is the paragraphs in reading order: lines joined, hyphens dropped where only the line's end made
them, so that a date split over a line, a column or a page is one. Running heads, feet, page numbers, stamps and
footnotes come after the paragraph that they interrupt, marked. Each line's page and box are in the places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure
from timeline.model.text import DateCandidate, DateOrigin, Document
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.document import Metadata, encodable
from timeline.read.paragraphs import compose, title_of
from timeline.read.pdf_flow import paragraphs_of
from timeline.read.pdf_furniture import COURT_STAMP, FILED, Furniture, furniture
from timeline.read.pdf_lines import Line, reading_order, stretches
from timeline.read.pdf_pages import PdfFile, Sheet, open_pdf

_MADE = re.compile(r"D?:?\s*(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
_RECOGNISERS = re.compile(
    r"ocr|tesseract|abbyy|finereader|omnipage|paper capture|readiris|clearscan|scan|luradocument|kofax", re.I
)
_NEXT_CENTURY = 70
"""Years of two figures below which a stamp is of this century."""
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)$")


def read_pdf(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure | Blob]:
    """The one document of a PDF, Failures for what of it could not be read, and the files attached to it.

    Raises UnreadableDocument (encrypted, broken-pdf, too-large, empty).
    """
    file = open_pdf(blob.data, blob.uri)
    lines, found = _lines(file)
    pictured = _without_text(file, lines, found)
    recognised = False
    if pictured and options.ocr is not None:
        try:
            file = open_pdf(options.ocr(blob.data, page_ranges(pictured)), blob.uri)
            lines, found = _lines(file)
            recognised, pictured = True, _without_text(file, lines, found)
        except UnreadableDocument as error:
            yield Failure(blob.uri, STAGE, error.code, f"{blob.uri}: {error}; the other pages are read")
    recognised = recognised or _is_recognised(file)
    if pictured:
        yield Failure(blob.uri, STAGE, "no-text-layer", _advice(blob.uri, pictured, whole=not any(lines)))
    if file.broken:
        told = f"{blob.uri}: {page_ranges(file.broken)} could not be opened; repair it: qpdf {blob.uri} repaired.pdf"
        yield Failure(blob.uri, STAGE, "broken-pages", told)
    if b"%%EOF" not in blob.data[-2048:]:
        told = f"{blob.uri}: the end of the file is missing, pages may be too; download it again"
        yield Failure(blob.uri, STAGE, "truncated", told)
    if any(lines):
        yield _document(blob, file, lines, found, options, recognised)
    elif not pictured and not file.attached:
        raise UnreadableDocument(f"{blob.uri}: no text in it; remove it or give the text", "empty")

    for name, data in file.attached:
        yield Blob(f"{blob.uri}/{encodable(name)}", data)


def page_ranges(numbers: Sequence[int]) -> str:
    """Page numbers for people and for ocrmypdf: "3,7-9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _lines(file: PdfFile) -> tuple[list[tuple[Line, ...]], Furniture]:
    pages = [stretches(sheet) for sheet in file.pages]
    found = furniture(pages, [sheet.height for sheet in file.pages])
    body = reading_order(
        [[line for line in lines if line not in aside] for lines, aside in zip(pages, found.lines, strict=True)]
    )
    return body, found


def _without_text(file: PdfFile, lines: Sequence[Sequence[Line]], found: Furniture) -> list[int]:
    """The numbers of pages that are pictures with no words, or none but a stamp."""
    return [sheet.number for sheet, body in zip(file.pages, lines, strict=True) if sheet.pictured and not body]


def _is_recognised(file: PdfFile) -> bool:
    """Whether the words were read from pictures: a program for that made the file, or words lie over scanned pages."""
    made_by = " ".join(file.about.get(name, "") for name in ("Producer", "Creator"))
    scanned = [sheet.pictured for sheet in file.pages[:3] if sheet.words]
    return bool(_RECOGNISERS.search(made_by)) or (bool(scanned) and all(scanned))


def _advice(uri: str, pages: Sequence[int], *, whole: bool) -> str:
    which = page_ranges(pages)
    told = f"page {which} has" if len(pages) == 1 else f"pages {which.replace(',', ', ')} have"
    name = re.sub(r"\.pdf$", "", uri.rpartition("/")[2], flags=re.I)
    if whole:
        return f"{uri}: {told} no text layer, so nothing was read; run: ocrmypdf {uri} {name}-ocr.pdf, or give --ocr"
    fix = f"run: ocrmypdf --force-ocr --pages {which} {uri} {name}-ocr.pdf, or give --ocr"
    return f"{uri}: {told} no text layer and {'was' if len(pages) == 1 else 'were'} not read; {fix}"


def _document(
    blob: Blob, file: PdfFile, lines: Sequence[Sequence[Line]], found: Furniture, options: ReadOptions, recognised: bool
) -> Document:
    labels = [_label(sheet, printed) for sheet, printed in zip(file.pages, found.labels, strict=True)]
    paragraphs = paragraphs_of(lines, found.lines, labels)
    about = Metadata(title=title_of(paragraphs, file.about.get("Title")), author=file.about.get("Author"))
    made = compose(
        blob, paragraphs, about, _made(file), options=options, media_type="application/pdf", recognised=recognised
    )
    stamp = _filed(made, found)
    return made if stamp is None else replace(made, date_candidates=_with(made.date_candidates, stamp))


def _label(sheet: Sheet, printed: str | None) -> str | None:
    """What is printed on a page: as the file labels it, but for a mere count."""
    counted = sheet.label is None or sheet.label == str(sheet.number)
    return printed or sheet.label if counted else sheet.label


def _made(file: PdfFile) -> Iterator[DateCandidate]:
    """The day on which the file says that it was made."""
    for name in ("CreationDate", "ModDate"):
        told = _MADE.match(file.about.get(name, "").strip())
        if told and "1985" <= told[1] <= "2100":
            year, month, day, hour, minute, second, utc, sign, zone, zone_minute = told.groups()
            if not day:
                continue
            clock = f"T{hour}:{minute or '00'}:{second or '00'}" if hour else ""
            zoned = "Z" if utc else f"{sign}{zone}:{zone_minute or '00'}" if sign else ""
            yield DateCandidate(f"{year}-{month}-{day}{clock}{zoned if clock else ''}", DateOrigin.PDF)
            return


def _filed(document: Document, found: Furniture) -> DateCandidate | None:
    """The one date that the stamps of a document say it was filed on: the first page's."""
    stamps = [line.text for page in found.lines for line in sorted(page, key=lambda line: (-line.top, line.left))]
    for text in stamps:
        told = FILED.search(text)
        if not told:
            continue
        numeric = _NUMERIC.match(told["date"])
        if numeric:
            return DateCandidate(_spelled(numeric, month_first=bool(COURT_STAMP.search(text))), DateOrigin.STAMP)
        return DateCandidate(told["date"], DateOrigin.STAMP)
    return None


def _spelled(numeric: re.Match[str], *, month_first: bool) -> str:
    """A date in figures with its full year; where the order is sure, as an ISO date."""
    first, second, year = int(numeric[1]), int(numeric[3]), numeric[4]
    year = year if len(year) == 4 else f"{'20' if int(year) < _NEXT_CENTURY else '19'}{year}"
    if first > 12:
        return f"{year}-{second:02d}-{first:02d}"
    return f"{year}-{first:02d}-{second:02d}" if month_first or second > 12 else f"{first}/{second}/{year}"


def _with(candidates: tuple[DateCandidate, ...], stamp: DateCandidate) -> tuple[DateCandidate, ...]:
    order = list(DateOrigin)
    return tuple(sorted((*candidates, stamp), key=lambda candidate: order.index(candidate.origin)))
