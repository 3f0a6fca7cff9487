"""Markdown. In: a blob. Out: one Document whose text is the raw file, front matter and markup included.

So offsets are those of the file; what the markup says (headings, pictures, tables, code) is in the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.text import Document, PartKind, Span
from timeline.read.blob import Blob, ReadOptions
from timeline.read.dating import from_file_name, from_url
from timeline.read.decode import decode
from timeline.read.document import document
from timeline.read.header import front_matter, header
from timeline.read.layout import Unit, units
from timeline.read.plain import judge

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"=+|-+")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^()\s]*(?:\s+[\"'(]([^\"')]*)[\"')])?\s*\)")
_PICTURE_LINE = re.compile(rf"[*_ ]*\[?{_PICTURE.pattern}(?:\]\([^()\s]*\))?[*_ ]*")
_ITALIC_LINE = re.compile(r"(?:\*(?!\*)|_(?!_))(\S.{2,600}?)(?<=\S)[*_]")
_LINK = re.compile(r"\[([^\]\[]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\]]*\])")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_REFERENCE = re.compile(r"\[[^\]]+\]:\s*\S+")


def read_markdown(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of a Markdown file. Raises UnreadableDocument."""
    text = decode(blob.data, blob.uri)
    top = front_matter(text)
    top = top if top.end else header(text)
    about = top.about
    pieces = _plainly(text, units(text, top.end))
    parts, found = judge(text, pieces, about.title)
    about = about if about.title else replace(about, title=_title(pieces))
    candidates = (*top.candidates, *found, *from_url(about.url or blob.url), *from_file_name(blob.name))
    parts = tuple(sorted((*top.parts, *parts), key=lambda part: part.span))
    yield document(blob, text, parts, about, candidates, options=options, media_type="text/markdown")


def _plainly(text: str, pieces: Sequence[Unit]) -> tuple[Unit, ...]:
    """Units as a reader of the page sees them: markup dropped from their words, told in their hints."""
    found: list[Unit] = []
    fence, titled, pictured = "", False, False
    for i, piece in enumerate(pieces):
        opening = _FENCE.match(piece.text)
        if fence or opening:
            found.append(replace(piece, hint=PartKind.BOILERPLATE, final=True))
            if opening:
                fence = opening[1] if not fence else "" if opening[1].startswith(fence) else fence
            continue
        captioned = _captioned(text, piece, pictured)
        pictured = bool(captioned) and not pictured
        if captioned:
            found += captioned
            continue
        below = pieces[i + 1] if i + 1 < len(pieces) else None
        unit = _plain(piece, below)
        if unit.hint is PartKind.TITLE:
            unit = replace(unit, hint=PartKind.HEADING) if titled else unit
            titled = True
        found.append(unit)
    return tuple(found)


def _captioned(text: str, piece: Unit, pictured: bool) -> list[Unit]:
    """A picture's line, or one in italics under it (`pictured`), as its words and the markup around them; else none."""
    span = piece.span
    picture = _PICTURE_LINE.fullmatch(text, span.start, span.end)
    below = _ITALIC_LINE.fullmatch(text, span.start, span.end) if pictured and not picture else None
    match = picture or below
    if not match:
        return []
    found: list[Unit] = []
    at = span.start
    words = [Span(*match.span(group)) for group in range(1, len(match.groups()) + 1) if (match[group] or "").strip()]
    for inner in words:
        shown = " ".join(text[inner.start : inner.end].split())
        markup = Unit(Span(at, inner.start), "", piece.block, PartKind.BOILERPLATE, True)
        found += [markup, Unit(inner, shown, piece.block, PartKind.CAPTION, True)]
        at = inner.end
    return [*found, Unit(Span(at, span.end), "", piece.block, PartKind.BOILERPLATE, True)]


def _plain(piece: Unit, below: Unit | None) -> Unit:
    text = piece.text
    if text.startswith("<!--") or _REFERENCE.fullmatch(text):
        return replace(piece, hint=PartKind.BOILERPLATE, final=True)
    if text.startswith("|") and text.count("|") > 1:
        return replace(piece, hint=PartKind.TABLE, final=True)
    if heading := _HEADING.fullmatch(text):
        kind = PartKind.TITLE if len(heading[1]) == 1 else PartKind.HEADING
        return replace(piece, text=_words(heading[2]) or text, hint=kind)
    if below and below.block == piece.block and _UNDERLINE.fullmatch(below.text) and len(below.text) > 2:
        return replace(piece, text=_words(text), hint=PartKind.TITLE if below.text[0] == "=" else PartKind.HEADING)
    if text.startswith(">"):
        return replace(piece, text=_words(text.lstrip("> ")) or text, hint=PartKind.QUOTE)
    return replace(piece, text=_words(text) or text)


def _words(text: str) -> str:
    """The words of a line of markup."""
    text = _PICTURE.sub(r"\1", _COMMENT.sub("", text))
    text = _TAG.sub("", _LINK.sub(r"\1", text))
    return " ".join(_EMPHASIS.sub(r"\2", text).split())


def _title(pieces: Sequence[Unit]) -> str | None:
    return next((piece.text for piece in pieces if piece.hint is PartKind.TITLE), None)
