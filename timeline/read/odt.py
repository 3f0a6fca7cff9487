"""OpenDocument texts. In: a blob. Out: one Document: its paragraphs as the last version reads.

What is tracked as deleted lies apart in the file and is left out; a table's row is a line; notes follow their
paragraph; heads and feet are boilerplate; the page is counted where the file notes its breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure
from timeline.model.locator import NOWHERE, Locator
from timeline.model.text import DateCandidate, DateOrigin, Document, PartKind
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.document import Metadata
from timeline.read.package import Package, broken, locked, open_package
from timeline.read.paragraphs import Paragraph, compose, title_of
from timeline.read.runs import Runs
from timeline.read.xml_tree import all_text, attribute, first, local, own_text

if TYPE_CHECKING:
    from timeline.read.xml_tree import Node

WHAT = "OpenDocument text"
_MAIN = "content.xml"
_UNSEEN = frozenset(
    ["tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "desc", "title", "script", "tab",
     "bibliography-source", "table-of-content-source", "alphabetical-index-source", "dde-connection-decls"]
)  # fmt: skip
_MOST_BLANKS = 40


def read_odt(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure]:
    """The one document of an .odt file. Raises UnreadableDocument (encrypted, broken-package, bomb, empty)."""
    package = open_package(blob.data, blob.uri, WHAT)
    if b"encryption-data" in (package.bytes_of("META-INF/manifest.xml") or b""):
        raise locked(blob.uri, WHAT)
    main = package.tree(_MAIN)
    if main is None:
        raise broken(blob.uri, WHAT, f"{_MAIN} is missing")
    body = first(main.root, "body", "text")
    if body is None:
        raise UnreadableDocument(f"{blob.uri}: no text in it; remove it or give the text", "empty")
    walk = _Walk(main.entities, _styles(main.root))
    walk.page = 1 if first(body, "soft-page-break") is not None else None
    walk.blocks(body, None)
    heads, feet = (list(_around(package, name)) for name in ("header", "footer"))
    about, dates = _about(package)
    about = replace(about, title=title_of(walk.done, about.title))
    media_type = "application/vnd.oasis.opendocument.text"
    yield compose(blob, [*heads, *walk.done, *feet], about, dates, options=options, media_type=media_type)
    if main.broken:
        told = f"{blob.uri}: its text is broken at {main.broken}; read up to there: open it and save it again"
        yield Failure(blob.uri, STAGE, "broken-xml", told)


class _Walk:
    """A walk through the body: the paragraph it is in, and those that are done."""

    def __init__(self, entities: dict[str, str], styles: dict[str, str]) -> None:
        self.done: list[Paragraph] = []
        self.page: int | None = None
        self._entities, self._styles = entities, styles
        self._runs = Runs()
        self._waiting: list[Paragraph] = []

    def blocks(self, element: Node, hint: PartKind | None) -> None:
        """The paragraphs, headings, lists and tables inside an element."""
        for child in element:
            match local(child):
                case "p" | "h" as name:
                    self._runs.stand(Locator(page=self.page))
                    self._inline(child)
                    self._close(PartKind.HEADING if name == "h" else hint or self._kind(child))
                case "list":
                    self.blocks(child, PartKind.LIST)
                case "table":
                    self._table(child)
                case "soft-page-break":
                    self._turn()
                case name if name not in _UNSEEN:
                    self.blocks(child, hint)

    def _kind(self, element: Node) -> PartKind | None:
        name = attribute(element, "style-name") or ""
        name = self._styles.get(name, name).replace("_20_", " ")
        if re.match(r"(?:title|titel|titre|título)$", name, re.I):
            return PartKind.TITLE
        return PartKind.QUOTE if re.match(r"quot|zitat|citation", name, re.I) else None

    def _close(self, hint: PartKind | None) -> None:
        paragraph = self._runs.paragraph(hint)
        self.done += [paragraph] if paragraph is not None else []
        self.done += self._waiting
        self._waiting = []

    def _turn(self) -> None:
        self.page = (self.page or 1) + 1
        self._runs.stand(Locator(page=self.page))

    def _inline(self, element: Node) -> None:
        self._runs.say(own_text(element, self._entities))
        for child in element:
            match local(child):
                case "s":
                    count = attribute(child, "c") or "1"
                    self._runs.say(" " * min(int(count) if count.isdigit() else 1, _MOST_BLANKS))
                case "tab" | "line-break":
                    self._runs.say(" ")
                case "soft-page-break":
                    self._turn()
                case "note":
                    text = all_text(first(child, "note-body"))
                    note = Paragraph(text, PartKind.FOOTNOTE, final=True, places=((0, Locator(page=self.page)),))
                    self._waiting += [note] if text else []
                case "":
                    self._runs.say(own_text(child, self._entities))
                case name if name not in _UNSEEN:
                    self._inline(child)
            self._runs.say(child.tail)

    def _table(self, table: Node) -> None:
        number = 0
        for row in (inner for inner in table.iter() if local(inner) == "table-row" and _table_of(inner) is table):
            cells = [cell for cell in row if local(cell) == "table-cell"]
            if len(cells) == 1:
                self.blocks(cells[0], None)
                continue
            number += 1
            self._runs.stand(Locator(page=self.page, row=number))
            for i, cell in enumerate(cells):
                self._runs.say(" | " if i and not self._runs.blank else "")
                for paragraph in (inner for inner in cell.iter() if local(inner) in ("p", "h")):
                    self._inline(paragraph)
                    self._runs.say(" ")
            self._close(PartKind.TABLE)


def _table_of(row: Node) -> Node | None:
    above = row.getparent()
    while above is not None and local(above) != "table":
        above = above.getparent()
    return above


def _styles(root: Node) -> dict[str, str]:
    """The named styles that a text's own, numbered ones are made from."""
    return {
        attribute(style, "name") or "": attribute(style, "parent-style-name") or ""
        for style in root.iter()
        if local(style) == "style" and attribute(style, "parent-style-name")
    }


def _around(package: Package, name: str) -> Iterator[Paragraph]:
    """The heads or feet of the pages, each once."""
    tree = package.tree("styles.xml")
    texts = (all_text(element) for element in tree.root.iter() if local(element) == name) if tree is not None else ()
    for text in dict.fromkeys(texts):
        if text:
            yield Paragraph(text, PartKind.BOILERPLATE, final=True, places=((0, NOWHERE),))


def _about(package: Package) -> tuple[Metadata, list[DateCandidate]]:
    """Title, author and the day of creation, as the file's properties say."""
    tree = package.tree("meta.xml")
    if tree is None:
        return Metadata(), []
    root = tree.root
    title = all_text(first(root, "title"))
    author = all_text(first(root, "initial-creator")) or all_text(first(root, "creator"))
    created = all_text(first(root, "creation-date"))
    dates = [DateCandidate(created, DateOrigin.PDF)] if created[:4].isdigit() else []
    return Metadata(
        title=title or None, author=author or None, language=all_text(first(root, "language")) or None
    ), dates
