"""How fast files are read: pages, PDFs and texts a second, with the libraries' own share. `make bench` runs it.

The files are made here, the same in every run. A library's share is what it needs alone for the same bytes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.read.packages import docx, p
from tests.read.pdfs import WORDS, Page, pdf
from timeline.read import Blob, read_blob

SENTENCE = "On {day} March {year} the keeper of {place} number {n} wrote that the gates would be shut until the flood was over."
FILES = 30


def sentences(number: int, count: int) -> list[str]:
    return [
        SENTENCE.format(day=1 + i % 28, year=1990 + i % 30, place=WORDS[(number + i) % len(WORDS)], n=number + i)
        for i in range(count)
    ]


def web_page(number: int) -> bytes:
    """A page with menus, teasers and forty paragraphs."""
    menu = "".join(f'<li><a href="/{place}">{place.title()} and more</a></li>' for place in WORDS)
    body = "".join(f"<p>{' '.join(sentences(number + i, 3))}</p>" for i in range(40))
    cards = "".join(
        f'<div class="card"><a href="/{n}"><h3>Another story of the quay {n}</h3></a></div>' for n in range(20)
    )
    head = f"<title>The weir {number}</title><meta property='article:published_time' content='2024-03-01'>"
    return (
        f"<!doctype html><html lang='en'><head>{head}</head><body><nav><ul>{menu}</ul></nav><main><article>"
        f"<h1>The weir {number}</h1>{body}</article></main><aside class='related'>{cards}</aside></body></html>"
    ).encode()


def paper(number: int) -> bytes:
    """Twenty pages of two columns with stamps and page numbers."""
    pages: list[Page] = []
    for place in range(20):
        page = Page().write(72, 770, f"Case 1:19-cv-01234 Document 45 Filed 03/12/20 Page {place + 1} of 20", 9)
        for column in range(2):
            words = " ".join(sentences(number + place + column, 22)).split()
            lines = [" ".join(words[i : i + 7]) for i in range(0, len(words), 7)][:45]
            page.column(60 + 270 * column, 730, lines)
        pages.append(page.write(300, 40, str(place + 5)))
    return pdf(pages)


KINDS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "texts": ("a.txt", lambda number: "\n\n".join(sentences(number, 120)).encode()),
    "web pages": ("a.html", web_page),
    "PDFs of 20 pages": ("a.pdf", paper),
    "Word documents": ("a.docx", lambda number: docx("".join(map(p, sentences(number, 120))))),
}


def trafilatura_alone(data: bytes) -> None:
    """What trafilatura needs for a page."""
    from timeline.read.main_content import main_paragraphs

    main_paragraphs(data.decode())


def pypdfium2_alone(data: bytes) -> None:
    """What pypdfium2 needs for the text of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for index in range(len(document)):
        textpage = document[index].get_textpage()
        textpage.get_text_range()
        textpage.close()
    document.close()


ALONE: dict[str, tuple[str, Callable[[bytes], None]]] = {
    "web pages": ("trafilatura", trafilatura_alone),
    "PDFs of 20 pages": ("pypdfium2", pypdfium2_alone),
}


def seconds(work: Callable[[bytes], object], files: list[bytes]) -> float:
    """Seconds for all files; the first is read once more before, so that nothing is loaded while it is measured."""
    work(files[0])
    start = time.perf_counter()
    for data in files:
        work(data)
    return time.perf_counter() - start


def main() -> None:
    """Measures and prints."""
    for kind, (name, make) in KINDS.items():
        files = [make(number) for number in range(FILES)]
        took = seconds(lambda data, name=name: list(read_blob(Blob(name, data))), files)
        size = sum(map(len, files)) / 1e6
        told = f"{FILES / took:>8.1f} a second {size / took:>8.2f} MB/s"
        if kind in ALONE:
            library, alone = ALONE[kind]
            told += f"   {library} alone {100 * seconds(alone, files) / took:.0f} % of it"
        print(f"read {kind:<24}{told}")


if __name__ == "__main__":
    main()
