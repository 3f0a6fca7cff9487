"""Word documents. In: a blob. Out: one Document: its paragraphs as the last version reads.

Tracked insertions are kept, deletions left out; a table's row is a line; footnotes follow their paragraph; heads and
feet are boilerplate; the page is the one that Word last showed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.model.event import Failure
from timeline.model.locator import NOWHERE, Locator
from timeline.model.text import DateCandidate, DateOrigin, Document, PartKind
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.document import Metadata
from timeline.read.package import Package, broken, open_package
from timeline.read.paragraphs import Paragraph, compose, title_of
from timeline.read.runs import Runs
from timeline.read.xml_tree import all_text, attribute, first, local

if TYPE_CHECKING:
    from timeline.read.xml_tree import Node

WHAT = "Word document"
_MAIN = "word/document.xml"
_UNSEEN = frozenset(
    ["del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "pPr", "rPr", "tblPr", "trPr", "tcPr",
     "sectPr", "proofErr", "fldData", "annotationRef", "sdtPr", "tblGrid"]
)  # fmt: skip
"""What a reader of the last version does not see, or what only says how it looks."""
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop)\s*\d", re.I)
_TITLE = re.compile(r"(?:title|titel|titre|título)$", re.I)
_QUOTE = re.compile(r"(?:intense )?(?:quote|zitat|citation)|block ?text", re.I)
_CAPTION = re.compile(r"caption|beschriftung|légende", re.I)


def read_docx(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure]:
    """The one document of a Word file. Raises UnreadableDocument (encrypted, broken-package, bomb, empty)."""
    package = open_package(blob.data, blob.uri, WHAT)
    main = package.tree(_MAIN)
    if main is None:
        raise broken(blob.uri, WHAT, f"{_MAIN} is missing")
    walk = _Walk(_styles(package), _notes(package))
    walk.page = 1 if first(main.root, "lastRenderedPageBreak") is not None else None
    body = first(main.root, "body")
    for element in body if body is not None else ():
        walk.block(element)
    heads, feet = (list(_around(package, name)) for name in ("header", "footer"))
    about, dates = _about(package)
    about = replace(about, title=title_of(walk.done, about.title))
    yield compose(
        blob, [*heads, *walk.done, *feet], about, dates, options=options,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )  # fmt: skip
    if main.broken:
        told = f"{blob.uri}: its text is broken at {main.broken}; read up to there: open it in Word and save it again"
        yield Failure(blob.uri, STAGE, "broken-xml", told)


class _Walk:
    """A walk through the body: the paragraph it is in, and those that are done."""

    def __init__(self, styles: dict[str, PartKind], notes: dict[tuple[str, str], str]) -> None:
        self.done: list[Paragraph] = []
        self._styles, self._notes = styles, notes
        self._runs = Runs()
        self.page: int | None = None
        """The page as last shown, where the file says so."""
        self._waiting: list[str] = []
        self._row = 0

    def block(self, element: Node) -> None:
        """A paragraph, a table, or what holds them."""
        match local(element):
            case "p":
                self._paragraph(element)
            case "tbl":
                self._table(element)
            case name if name not in _UNSEEN:
                for child in element:
                    self.block(child)

    def _paragraph(self, element: Node) -> None:
        properties = next((child for child in element if local(child) == "pPr"), None)
        self._runs.stand(self._here())
        self._inline(element)
        if properties is not None and first(properties, "rPr", "del") is not None:
            return  # Why: the mark between it and the next paragraph is deleted.
        self._close(self._kind(properties))

    def _close(self, hint: PartKind | None) -> None:
        paragraph = self._runs.paragraph(hint)
        self.done += [paragraph] if paragraph is not None else []
        here = Locator(page=self.page)
        self.done += (Paragraph(note, PartKind.FOOTNOTE, final=True, places=((0, here),)) for note in self._waiting)
        self._waiting = []

    def _here(self) -> Locator:
        return Locator(page=self.page, row=self._row or None)

    def _kind(self, properties: Node | None) -> PartKind | None:
        if properties is None:
            return None
        for child in properties:
            if local(child) == "pStyle" and (kind := self._styles.get(attribute(child, "val") or "")):
                return kind
        if any(local(child) == "outlineLvl" for child in properties):
            return PartKind.HEADING
        return PartKind.LIST if any(local(child) == "numPr" for child in properties) else None

    def _inline(self, element: Node) -> None:
        for child in element:
            match local(child):
                case "t":
                    self._runs.say(child.text)
                case "tab" | "cr" | "ptab":
                    self._runs.say(" ")
                case "br":
                    self._runs.say(" ")
                    if attribute(child, "type") == "page" and self.page is not None:
                        self._turn()
                case "lastRenderedPageBreak":
                    self._turn()
                case "noBreakHyphen":
                    self._runs.say("-")
                case "footnoteReference" | "endnoteReference" as name:
                    note = self._notes.get((name.removesuffix("Reference"), attribute(child, "id") or ""))
                    self._waiting += [note] if note else []
                case "txbxContent":
                    self._box(child)
                case name if name not in _UNSEEN:
                    self._inline(child)

    def _turn(self) -> None:
        self.page = (self.page or 1) + 1
        self._runs.stand(self._here())

    def _box(self, element: Node) -> None:
        """A text box, after the paragraph that it hangs on."""
        inner = _Walk(self._styles, self._notes)
        for child in element:
            inner.block(child)
        self._waiting += (paragraph.text for paragraph in inner.done)

    def _table(self, table: Node) -> None:
        for row in (child for child in table.iterchildren() if local(child) in ("tr", "sdt", "ins")):
            cells = [cell for cell in row.iter() if local(cell) == "tc" and _table_of(cell) is table]
            properties = next((child for child in row if local(child) == "trPr"), None)
            if properties is not None and first(properties, "del") is not None:
                continue
            self._row += 1
            if len(cells) == 1:
                self._row = 0
                for child in cells[0]:
                    self.block(child)
                continue
            self._runs.stand(self._here())
            for i, cell in enumerate(cells):
                self._runs.say(" | " if i and not self._runs.blank else "")
                for paragraph in (inner for inner in cell.iter() if local(inner) == "p"):
                    self._inline(paragraph)
                    self._runs.say(" ")
            self._close(PartKind.TABLE)
        self._row = 0


def _table_of(cell: Node) -> Node | None:
    """The table that a cell belongs to: tables lie in cells of others."""
    above = cell.getparent()
    while above is not None and local(above) != "tbl":
        above = above.getparent()
    return above


def _styles(package: Package) -> dict[str, PartKind]:
    """What paragraph styles stand for, by their ids; a style based on another is like it."""
    tree = package.tree("word/styles.xml")
    found: dict[str, PartKind] = {}
    based: dict[str, str] = {}
    for style in tree.root if tree is not None else ():
        key = attribute(style, "styleId")
        if local(style) != "style" or key is None:
            continue
        for child in style:
            if local(child) == "basedOn":
                based[key] = attribute(child, "val") or ""
            elif local(child) == "name" and (kind := _named(attribute(child, "val") or "")):
                found[key] = kind
    for key in based:
        above, steps = key, 0
        while above in based and above not in found and steps < 20:
            above, steps = based[above], steps + 1
        if above in found:
            found.setdefault(key, found[above])
    return found


def _named(name: str) -> PartKind | None:
    """What a style's name says its paragraphs are."""
    if _TITLE.match(name):
        return PartKind.TITLE
    if _HEADING.match(name):
        return PartKind.HEADING
    if _QUOTE.match(name):
        return PartKind.QUOTE
    return PartKind.CAPTION if _CAPTION.match(name) else None


def _notes(package: Package) -> dict[tuple[str, str], str]:
    """Footnotes and endnotes, by kind and id."""
    found: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        tree = package.tree(f"word/{kind}s.xml")
        for note in tree.root if tree is not None else ():
            if local(note) == kind and attribute(note, "type") is None:
                found[kind, attribute(note, "id") or ""] = _seen(note)
    return found


def _seen(element: Node) -> str:
    """The text of a part of a document in one line."""
    walk = _Walk({}, {})
    for child in element:
        walk.block(child)
    return " ".join(paragraph.text for paragraph in walk.done)


def _around(package: Package, name: str) -> Iterator[Paragraph]:
    """The heads or feet of the pages, each once."""
    members = sorted(member for member in package.names() if re.fullmatch(rf"word/{name}\d*\.xml", member))
    texts = [_seen(tree.root) for member in members if (tree := package.tree(member)) is not None]
    for text in dict.fromkeys(texts):
        yield Paragraph(text, PartKind.BOILERPLATE, final=True, places=((0, NOWHERE),))


def _about(package: Package) -> tuple[Metadata, list[DateCandidate]]:
    """Title, author and the day of creation, as the file's properties say."""
    tree = package.tree("docProps/core.xml")
    if tree is None:
        return Metadata(), []
    told = {name: all_text(first(tree.root, name)) or None for name in ("title", "creator", "created", "language")}
    created = told["created"]
    dates = [DateCandidate(created, DateOrigin.PDF)] if created and created[:4].isdigit() else []
    return Metadata(title=told["title"], author=told["creator"], language=told["language"]), dates
