"""TEI, the form of edited texts. In: a blob. Out: a Document for each text in it.

A `<date when>` is taken as given. What an editor has put in (`reg`, `corr`, `expan`, `add`) is read, what was struck
out is not; notes follow their paragraph; `pb` gives the printed page, `fw` is a running head.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure
from timeline.model.locator import Locator
from timeline.model.text import DateCandidate, DateOrigin, Document, PartKind, Span
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.document import Metadata
from timeline.read.markup_date import tei_date
from timeline.read.paragraphs import Paragraph, compose
from timeline.read.runs import Runs
from timeline.read.xml_tree import Tree, all_text, attribute, first, local, own_text, parse_xml

if TYPE_CHECKING:
    from timeline.read.xml_tree import Node

_TEXTS = frozenset({"TEI", "TEI.2"})
_UNSEEN = frozenset({"teiHeader", "del", "sic", "orig", "abbr", "surplus", "facsimile", "sourceDoc", "standOff", "fs"})
_UNCHOSEN = frozenset({"sic", "orig", "abbr"})
"""Seen where they stand alone; inside `choice` the editor's reading is."""
_BLOCKS: dict[str, PartKind | None] = {
    **dict.fromkeys(
        ["p", "ab", "l", "lg", "div", "list", "table", "opener", "closer", "salute", "signed", "sp", "stage", "trailer",
         "postscript", "label", "address", "addrLine", "argument", "castList", "bibl"]
    ),
    **dict.fromkeys(["head", "speaker"], PartKind.HEADING),
    **dict.fromkeys(["docTitle", "titlePart"], PartKind.TITLE),
    **dict.fromkeys(["byline", "docDate", "docAuthor"], PartKind.BYLINE),
    **dict.fromkeys(["docImprint", "fw"], PartKind.BOILERPLATE),
    **dict.fromkeys(["quote", "cit", "epigraph"], PartKind.QUOTE),
    **dict.fromkeys(["row", "cell"], PartKind.TABLE),
    "dateline": PartKind.DATELINE, "item": PartKind.LIST, "figDesc": PartKind.CAPTION, "note": PartKind.FOOTNOTE,
}  # fmt: skip
"""Elements that stand on lines of their own, and what they are."""
_WRITTEN = (("correspDesc", "correspAction"), ("profileDesc", "creation"), ("sourceDesc",))
"""Where a header says when a text was written, nearest to the writing first."""
_EDITED = (("publicationStmt",),)
"""Where it says when the edition came out."""


def read_tei(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure]:
    """The documents of a TEI file, one for each text. Raises UnreadableDocument (broken-xml, unsafe-xml, empty)."""
    tree = parse_xml(blob.data, blob.uri)
    texts = [node for node in tree.root.iter() if local(node) in _TEXTS] or [tree.root]
    for number, node in enumerate(texts, 1):
        key = attribute(node, "id") or str(number) if len(texts) > 1 else None
        try:
            yield _document(blob, tree, node, key, options)
        except UnreadableDocument as error:
            yield Failure(f"{blob.uri}#{key}" if key else blob.uri, STAGE, error.code, str(error))
    if tree.broken:
        told = f"{blob.uri}: is no XML from {tree.broken}; read as far as it goes: correct it there"
        yield Failure(blob.uri, STAGE, "broken-xml", told)


def _document(blob: Blob, tree: Tree, node: Node, key: str | None, options: ReadOptions) -> Document:
    walk = _Walk(tree.entities)
    for child in node:
        if local(child) not in _TEXTS:
            walk.block(child, None)
    walk.close(None)
    header = first(node, "teiHeader")
    about = _about(node, header)
    uri = f"{blob.uri}#{key}" if key else None
    made = compose(blob, walk.done, about, (), options=options, media_type="application/tei+xml", uri=uri, key=key)
    headed = (date.edtf for date in made.given if _dates_text(made, date.span))
    own = next(headed, None)
    told = [
        (_dated(header, _WRITTEN), DateOrigin.HEADER),
        (own, DateOrigin.DATELINE),
        (_dated(header, _EDITED), DateOrigin.HEADER),
    ]
    date = next((DateCandidate(text, origin) for text, origin in told if text), None)
    return replace(made, date_candidates=(date, *made.date_candidates)) if date else made


def _dates_text(document: Document, span: Span) -> bool:
    """Whether a span lies in a dateline or on a title page."""
    return any(part.kind in (PartKind.DATELINE, PartKind.BYLINE) and part.span.holds(span) for part in document.parts)


class _Walk:
    """A walk through a text: the paragraph it is in, and those that are done."""

    def __init__(self, entities: dict[str, str]) -> None:
        self.done: list[Paragraph] = []
        self._entities = entities
        self._runs = Runs()
        self._waiting: list[Paragraph] = []
        self._label: str | None = None
        self._row = 0
        self._before = ""

    def block(self, element: Node, hint: PartKind | None) -> None:
        """An element that stands on lines of its own, and all in it."""
        name = local(element)
        if name in _UNSEEN:
            return
        if name == "pb":
            self._turn(element)
        kind = _BLOCKS.get(name) or hint
        if name == "row":
            self._row += 1
        elif name == "table":
            self._row = 0
        self._begin()
        self._children(element, kind)
        self.close(kind, close=name == self._before == "l")
        self._before = name
        if name == "table":
            self._row = 0

    def close(self, hint: PartKind | None, *, close: bool = False) -> None:
        """Ends a paragraph; its notes follow."""
        final = hint in (PartKind.BOILERPLATE, PartKind.FOOTNOTE, PartKind.DATELINE)
        paragraph = self._runs.paragraph(hint, final=final, close=close)
        self.done += [paragraph] if paragraph is not None else []
        self.done += self._waiting
        self._waiting = []

    def _begin(self) -> None:
        self._runs.stand(Locator(page_label=self._label, row=self._row or None))

    def _children(self, element: Node, hint: PartKind | None) -> None:
        self._runs.say(own_text(element, self._entities))
        start_tags = {local(child) for child in element} if local(element) == "choice" else set()
        edited = bool(start_tags - _UNCHOSEN - {""})
        for child in element:
            name = local(child)
            if name in ("note", "fw") and not self._runs.blank:
                self._aside(child, PartKind.FOOTNOTE if name == "note" else PartKind.BOILERPLATE)
            elif name == "cell":
                self._runs.say(" | " if not self._runs.blank else "")
                self._children(child, hint)
            elif name in _BLOCKS:
                self.close(hint)
                self.block(child, hint)
                self._begin()
            else:
                self._inline(child, name, edited, hint)
            self._runs.say(child.tail)

    def _inline(self, child: Node, name: str, edited: bool, hint: PartKind | None) -> None:
        if name == "pb":
            self._turn(child)
            self._runs.say("" if attribute(child, "break") == "no" else " ")
        elif name in ("lb", "cb", "gb"):
            self._runs.say("" if attribute(child, "break") == "no" else " ")
        elif name in ("date", "time", "docDate"):
            start = self._runs.at
            self._children(child, hint)
            self._runs.give(start, tei_date(partial(attribute, child)))
        elif name == "gap":
            self._runs.say("[…]")
        elif name == "":
            self._runs.say(own_text(child, self._entities))
        elif name not in _UNSEEN or (name in _UNCHOSEN and not edited):
            self._children(child, hint)

    def _aside(self, element: Node, kind: PartKind) -> None:
        """A note or running head inside a paragraph, which follows it."""
        inner = _Walk(self._entities)
        inner._label = self._label
        inner.block(element, kind)
        self._waiting += inner.done

    def _turn(self, element: Node) -> None:
        self._label = attribute(element, "n") or None
        self._begin()


def _about(node: Node, header: Node | None) -> Metadata:
    """What a text's header says of it."""
    if header is None:
        return Metadata()
    statement = first(header, "titleStmt")
    title = all_text(first(statement, "title")) if statement is not None else ""
    author = all_text(first(statement, "author")) if statement is not None else ""
    publisher = all_text(first(header, "publicationStmt", "publisher"))
    named = first(header, "langUsage", "language")
    language = attribute(named, "ident") if named is not None else attribute(node, "lang")
    return Metadata(title or None, publisher or None, author or None, language)


def _dated(header: Node | None, paths: tuple[tuple[str, ...], ...]) -> str | None:
    """The first date down some paths of the header."""
    for path in paths:
        place = first(header, *path) if header is not None else None
        for date in place.iter() if place is not None else ():
            told = (tei_date(partial(attribute, date)) or all_text(date)) if local(date) == "date" else None
            if told:
                return told
    return None
