"""EPUB books. In: a blob. Out: one Document: the chapters in the spine's order, with title, author and date."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from timeline.model.event import Failure
from timeline.model.locator import Locator
from timeline.model.text import DateCandidate, DateOrigin, Document, PartKind
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.decode import declared_charset, decode
from timeline.read.document import Metadata
from timeline.read.markup import Block, parse_page
from timeline.read.package import Package, broken, locked, open_package
from timeline.read.paragraphs import Paragraph, compose
from timeline.read.xml_tree import all_text, attribute, first, local

if TYPE_CHECKING:
    from timeline.read.xml_tree import Node

WHAT = "EPUB book"
_FONTS = re.compile(r"\.(?:otf|ttf|woff2?|ttc)$", re.I)
_KINDS = {
    "h1": PartKind.HEADING, "h2": PartKind.HEADING, "h3": PartKind.HEADING, "h4": PartKind.HEADING,
    "h5": PartKind.HEADING, "h6": PartKind.HEADING, "figcaption": PartKind.CAPTION, "li": PartKind.LIST,
    "td": PartKind.TABLE, "th": PartKind.TABLE, "tr": PartKind.TABLE, "blockquote": PartKind.QUOTE,
    "nav": PartKind.BOILERPLATE, "aside": PartKind.FOOTNOTE,
}  # fmt: skip


def read_epub(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure]:
    """The one document of a book, and a Failure for each chapter that is missing. Raises UnreadableDocument."""
    package = open_package(blob.data, blob.uri, WHAT)
    if _is_locked(package):
        raise locked(blob.uri, WHAT)
    place, root = _opf(package)
    paragraphs: list[Paragraph] = []
    chapters = _spine(place, root)
    if not chapters:
        raise broken(blob.uri, WHAT, "no chapters are listed in it")
    for name in chapters:
        data = package.bytes_of(name)
        if data is None:
            told = f"{blob.uri}: its chapter {name} is missing; the others are read: get a whole copy of the book"
            yield Failure(f"{blob.uri}/{name}", STAGE, "missing", told)
            continue
        page = parse_page(decode(data, f"{blob.uri}/{name}", declared_charset(data))) if data.strip() else None
        paragraphs += (_paragraph(block, name) for block in (page.blocks if page else ()))
    about, dates = _about(root)
    yield compose(blob, paragraphs, about, dates, options=options, media_type="application/epub+zip")


def _paragraph(block: Block, name: str) -> Paragraph:
    hint = next((_KINDS[tag] for tag in reversed(block.tags) if tag in _KINDS), None)
    final = hint in (PartKind.BOILERPLATE, PartKind.FOOTNOTE)
    return Paragraph(block.text.replace("\n", " "), hint, final, ((0, Locator(selector=posixpath.basename(name))),))


def _is_locked(package: Package) -> bool:
    """Whether more than its fonts is encrypted."""
    tree = package.tree("META-INF/encryption.xml")
    named = (attribute(node, "URI") for node in tree.root.iter() if local(node) == "CipherReference") if tree else ()
    return any(uri and not _FONTS.search(uri) for uri in named)


def _opf(package: Package) -> tuple[str, Node]:
    """The book's description: its folder, and its root."""
    container = package.tree("META-INF/container.xml")
    rootfile = first(container.root, "rootfile") if container is not None else None
    named = attribute(rootfile, "full-path") if rootfile is not None else None
    name = named or next((name for name in package.names() if name.endswith(".opf")), None)
    tree = package.tree(name) if name else None
    if name is None or tree is None:
        raise broken(package.uri, WHAT, "its list of chapters is missing")
    return posixpath.dirname(name), tree.root


def _spine(folder: str, root: Node) -> list[str]:
    """The chapters' names in reading order; what is read apart ("linear: no") comes last."""
    items = {attribute(node, "id"): attribute(node, "href") or "" for node in root.iter() if local(node) == "item"}
    refs = [node for node in root.iter() if local(node) == "itemref"]
    refs.sort(key=lambda node: attribute(node, "linear") == "no")
    found = (items.get(attribute(node, "idref")) for node in refs)
    names = (posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0]))) for href in found if href)
    return list(dict.fromkeys(names))


def _about(root: Node) -> tuple[Metadata, list[DateCandidate]]:
    """Title, author, publisher, language and the day of publication, as the book says."""
    metadata = first(root, "metadata")
    told: dict[str, list[Node]] = {}
    for node in metadata.iter() if metadata is not None else ():
        told.setdefault(local(node), []).append(node)

    def text(name: str) -> str | None:
        return next((all_text(node) for node in told.get(name, ()) if all_text(node)), None)

    authors = ", ".join(dict.fromkeys(filter(None, map(all_text, told.get("creator", ())))))
    dates = sorted(told.get("date", ()), key=lambda node: (attribute(node, "event") or "publication") != "publication")
    stated = [all_text(node) for node in dates if attribute(node, "event") != "modification"]
    candidates = [DateCandidate(date, DateOrigin.META) for date in stated[:1] if date[:4].isdigit()]
    return Metadata(text("title"), text("publisher"), authors or None, text("language")), candidates
