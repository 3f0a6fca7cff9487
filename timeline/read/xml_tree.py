"""XML as a tree, safely. In: bytes. Out: the root element. Beside `markup`, the only importer of lxml.

No network, no files, no DTD; entities are never expanded by the parser. A document that declares entities made of
other entities, or of files, is refused: it is made to fill the memory or to read what it should not.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from timeline.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

    Node: TypeAlias = _Element

_ADVICE = "remove its <!ENTITY> lines and save it again"
_LONGEST_ENTITY = 200
_HARMLESS = re.compile(r"Entity '\w+' not defined")
"""A sign that HTML has a name for, used without saying so."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed document; `entities`: what its own short entities stand for; `broken`: where it stops being XML."""

    root: Node
    entities: dict[str, str]
    broken: str | None = None


def parse_xml(data: bytes, uri: str) -> Tree:
    """The tree of an XML document; what is broken is read as far as it goes. Raises UnreadableDocument."""
    from lxml import etree

    def parser(*, recover: bool) -> XMLParser:
        return etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_comments=True,
            recover=recover, huge_tree=False,
        )  # fmt: skip

    broken = None
    try:
        root = etree.fromstring(data, parser(recover=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        broken = str(error).split(", line")[0]
        line = getattr(error, "lineno", None)
        broken = f"line {line}: {broken}" if line else broken
        try:
            root = etree.fromstring(data, parser(recover=True))
        except (etree.XMLSyntaxError, ValueError):
            root = None
    if root is None:
        raise UnreadableDocument(f"{uri}: this is no XML ({broken}); correct it or save it again", "broken-xml")
    if broken and _HARMLESS.search(broken):
        broken = None
    return Tree(root, _entities(root, uri), broken)


def local(element: Node) -> str:
    """An element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Node, name: str) -> str | None:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def own_text(element: Node, entities: dict[str, str]) -> str:
    """What an element itself opens with; an entity reference as what it stands for."""
    if isinstance(element.tag, str):
        return element.text or ""
    name = getattr(element, "name", None)
    if not isinstance(name, str):
        return ""
    return entities.get(name) or html.unescape(f"&{name};")


def all_text(element: Node | None) -> str:
    """All text of an element, white space folded."""
    return " ".join("".join(str(piece) for piece in element.itertext()).split()) if element is not None else ""


def first(root: Node, *path: str) -> Node | None:
    """The first element down a path of names, whatever their namespaces."""
    here: list[Node] = [root]
    for name in path:
        here = [child for node in here for child in node.iter() if child is not node and local(child) == name]
    return here[0] if here else None


def _entities(root: Node, uri: str) -> dict[str, str]:
    """What a document's own entities stand for. Raises UnreadableDocument (unsafe-xml)."""
    dtd = root.getroottree().docinfo.internalDTD
    found: dict[str, str] = {}
    for entity in dtd.iterentities() if dtd is not None else ():  # type: ignore[attr-defined]
        content = entity.content
        if entity.system_url is not None or content is None:
            raise UnreadableDocument(f"{uri}: names other files as parts of its text; {_ADVICE}", "unsafe-xml")
        if "&" in content.replace("&#", "") or len(content) > _LONGEST_ENTITY:
            told = f"{uri}: has entities made of entities, which may fill all memory; {_ADVICE}"
            raise UnreadableDocument(told, "unsafe-xml")
        found[str(entity.name)] = html.unescape(content)
    return found
