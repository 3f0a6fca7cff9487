"""For every format: a date planted at a random place in a random layout is found, and its span is what a reader sees."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.read.packages import docx, epub, odt
from tests.read.pdfs import HEIGHT, WORDS, Page, pdf
from timeline.model.locator import locate
from timeline.model.text import Document, PartKind
from timeline.read import Blob, read_blob

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

Draw = Callable[[st.SearchStrategy[object]], object]
Paragraphs = list[list[str]]
"""Each paragraph as its words; one of them holds the date's words, marked by where it stands."""


@st.composite
def planted(draw: st.DrawFn) -> tuple[Paragraphs, str, str]:
    """Some paragraphs of plain words, a date somewhere in one of them, and its EDTF."""
    day, month, year = draw(st.integers(1, 28)), draw(st.integers(1, 12)), draw(st.integers(1851, 2029))
    words = draw(
        st.sampled_from(
            [
                f"{day} {MONTHS[month - 1]} {year}",
                f"{MONTHS[month - 1]} {day}, {year}",
                f"the {day}th of {MONTHS[month - 1]} {year}",
            ]
        )
    )
    paragraphs = [
        [f"The {draw(st.sampled_from(WORDS))} stood", *draw(st.lists(st.sampled_from(WORDS), min_size=6, max_size=40))]
        for _ in range(draw(st.integers(1, 6)))
    ]
    at = draw(st.integers(0, len(paragraphs) - 1))
    place = draw(st.integers(1, len(paragraphs[at])))
    paragraphs[at][place:place] = ["and", "on", *words.split(), "shook"]
    for paragraph in paragraphs:
        paragraph[-1] += "."
    return paragraphs, words, f"{year}-{month:02d}-{day:02d}"


def flat(paragraphs: Paragraphs) -> list[str]:
    return [" ".join(words) for words in paragraphs]


def wrapped(words: list[str], width: int) -> list[str]:
    """A paragraph's words as lines of so many letters."""
    lines: list[str] = []
    for word in " ".join(words).split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def hyphenated(lines: list[str]) -> list[str]:
    """The same lines with the last long word of some cut by a hyphen."""
    found = list(lines)
    for i in range(len(found) - 1):
        first, blank, rest = found[i + 1].partition(" ")
        if i % 2 == 0 and len(first) > 6 and first.isalpha():
            found[i], found[i + 1] = f"{found[i]} {first[:3]}-", first[3:] + blank + rest
    return found


def as_pdf(paragraphs: Paragraphs, draw: st.DrawFn) -> bytes:
    """Pages of one or two columns, with heads and feet or without, lines wrapped and hyphenated."""
    columns, furnished = draw(st.sampled_from([1, 2])), draw(st.booleans())
    width = draw(st.integers(50, 80)) if columns == 1 else draw(st.integers(34, 40))
    rows, apart = draw(st.integers(7, 30)), draw(st.booleans())
    lines: list[str | None] = []
    for words in paragraphs:
        lines += [*(hyphenated(wrapped(words, width)) if draw(st.booleans()) else wrapped(words, width)), None]
    while columns == 2 and len(lines) % (2 * rows):
        lines.append("The rest of it stood in the mill")  # Why: two columns of a line each are no columns.
    pages: list[Page] = []
    while lines:
        page = Page()
        for column in range(columns):
            taken, lines = lines[:rows], lines[rows:]
            for i, line in enumerate(taken):
                if line is not None:
                    (page.apart if apart else page.write)(60 + column * 260, HEIGHT - 100 - i * 14, line)
        if furnished:
            page.write(60, HEIGHT - 40, "Minutes of the Harbour Board", 9).write(300, 30, f"Page {len(pages) + 1}", 9)
        pages.append(page)
    return pdf(pages)


def as_cues(paragraphs: Paragraphs, draw: st.DrawFn, head: str, comma: str) -> bytes:
    size, made = draw(st.integers(2, 9)), [head] if head else []
    words = " ".join(flat(paragraphs)).split()
    for number, at in enumerate(range(0, len(words), size)):
        start, end = f"00:{number // 60:02d}:{number % 60:02d}", f"00:{(number + 1) // 60:02d}:{(number + 1) % 60:02d}"
        made.append(f"{number + 1}\n{start}{comma}000 --> {end}{comma}000\n{' '.join(words[at : at + size])}\n")
    return "\n".join(made).encode()


def runs(words: list[str], draw: st.DrawFn) -> str:
    """A Word paragraph whose words are cut into runs anywhere."""
    text = " ".join(words)
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=4))})
    pieces = [text[start:end] for start, end in pairwise(cuts)]
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces) + "</w:p>"


def as_html(paragraphs: Paragraphs, draw: st.DrawFn) -> bytes:
    inline = draw(st.sampled_from(["{}", "<b>{}</b>", "<a href='/x'>{}</a>", "<span>{}</span>"]))
    body = "".join(f"<p>{' '.join(inline.format(escape(w)) for w in words)}</p>\n" for words in paragraphs)
    return f"<html><body><article><h1>The weir</h1>{body}</article></body></html>".encode()


FORMATS: dict[str, Callable[[Paragraphs, st.DrawFn], bytes]] = {
    ".pdf": as_pdf,
    ".docx": lambda paragraphs, draw: docx("".join(runs(words, draw) for words in paragraphs)),
    ".odt": lambda paragraphs, draw: odt("".join(f"<text:p>{text}</text:p>" for text in flat(paragraphs))),
    ".epub": lambda paragraphs, draw: epub({"a.xhtml": "".join(f"<p>{text}</p>" for text in flat(paragraphs))}),
    ".rtf": lambda paragraphs, draw: (r"{\rtf1\ansi " + r"\par ".join("\n".join(wrapped(w, 60)).replace("\n", " \n") for w in paragraphs) + "}").encode(),
    ".tei": lambda paragraphs, draw: f"<TEI><text><body>{''.join(f'<p>{t}</p>' for t in flat(paragraphs))}</body></text></TEI>".encode(),
    ".xml": lambda paragraphs, draw: f"<report>{''.join(f'<para>{t}</para>' for t in flat(paragraphs))}</report>".encode(),
    ".srt": lambda paragraphs, draw: as_cues(paragraphs, draw, "", ","),
    ".vtt": lambda paragraphs, draw: as_cues(paragraphs, draw, "WEBVTT\n", "."),
    ".html": as_html,
    ".txt": lambda paragraphs, draw: draw(st.sampled_from(["\n\n", "\r\n\r\n"])).join(
        "\n".join(wrapped(words, 70)) for words in paragraphs
    ).encode(),
    ".md": lambda paragraphs, draw: "\n\n".join(flat(paragraphs)).encode(),
}  # fmt: skip


@pytest.mark.parametrize("suffix", FORMATS)
@given(made=planted(), data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_planted_date_is_found(suffix: str, made: tuple[Paragraphs, str, str], data: st.DataObject) -> None:
    paragraphs, words, edtf = made
    written = FORMATS[suffix](paragraphs, data.draw)  # type: ignore[arg-type]
    documents = [item for item in read_blob(Blob(f"a{suffix}", written)) if isinstance(item, Document)]
    assert len(documents) == 1
    text = documents[0].text
    assert set(" ".join(flat(paragraphs)).split()) <= set(text.split()), "a word is lost"
    found = [
        (" ".join(text[one.mention.span.start : one.mention.span.end].split()), one.value.edtf if one.value else None)
        for one in timeline.dates(text)
    ]
    assert (words, edtf) in found, text
    at = next(one.mention.span for one in timeline.dates(text) if one.value and one.value.edtf == edtf)
    kinds = [part.kind for part in documents[0].parts if part.span.start <= at.start < part.span.end]
    assert not set(kinds) & {PartKind.BOILERPLATE, PartKind.TEASER}
    if suffix == ".pdf":
        place = locate(documents[0].places, at.start, at.end)
        assert place.page is not None
        assert place.box is not None
    if suffix in (".srt", ".vtt"):
        assert locate(documents[0].places, at.start, at.end).time
