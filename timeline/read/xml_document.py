"""XML of no known kind. In: a blob. Out: one Document: all its text in order, what stands on its own a paragraph.

An element that holds text between its children is a paragraph; elements of the same name that hold nothing but
short ones are records, each a line; all others only hold what is inside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.model.event import Failure
from timeline.model.locator import Locator
from timeline.model.text import Document, PartKind
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.document import Metadata
from timeline.read.markup_date import tei_date
from timeline.read.paragraphs import Paragraph, compose
from timeline.read.runs import Runs
from timeline.read.xml_tree import all_text, attribute, local, own_text, parse_xml

if TYPE_CHECKING:
    from timeline.read.xml_tree import Node

_HEADS = frozenset({"title", "head", "headline", "heading", "hl1", "hl2", "subtitle", "caption"})
_FEWEST_RECORDS, _LONGEST_FIELD = 2, 120


def read_xml(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure]:
    """The one document of an XML file. Raises UnreadableDocument (broken-xml, unsafe-xml, empty)."""
    tree = parse_xml(blob.data, blob.uri)
    paragraphs = list(_paragraphs(tree.root, tree.entities))
    language = attribute(tree.root, "lang")
    about = Metadata(title=next((p.text for p in paragraphs if p.hint is PartKind.HEADING), None), language=language)
    yield compose(blob, paragraphs, about, (), options=options, media_type="application/xml")
    if tree.broken:
        told = f"{blob.uri}: is no XML from {tree.broken}; read as far as it goes: correct it there"
        yield Failure(blob.uri, STAGE, "broken-xml", told)


def _paragraphs(element: Node, entities: dict[str, str]) -> Iterator[Paragraph]:
    """The paragraphs of an element that is none itself, or the one that it is."""
    if _is_paragraph(element):
        runs = Runs()
        _say(runs, element, entities)
        paragraph = runs.paragraph(PartKind.HEADING if local(element).lower() in _HEADS else None)
        if paragraph is not None:
            yield paragraph
        return
    rows: dict[str, int] = {}
    alike = Counter(map(local, element))
    for child in element:
        name = local(child)
        fields = _fields(child)
        if fields and alike[name] >= _FEWEST_RECORDS:
            rows[name] = rows.get(name, 0) + 1
            yield Paragraph(" | ".join(fields), PartKind.TABLE, True, ((0, Locator(row=rows[name])),))
        else:
            yield from _paragraphs(child, entities)


def _is_paragraph(element: Node) -> bool:
    """Whether text stands in an element itself, not only in those inside."""
    return bool((element.text or "").strip()) or any(
        (child.tail or "").strip() or not local(child) for child in element
    )


def _fields(element: Node) -> list[str]:
    """The short texts of a record; none where it is something else."""
    if _is_paragraph(element) or len(element) < 2 or any(len(child) for child in element):
        return []
    fields = [text for child in element if (text := all_text(child))]
    return fields if all(len(text) <= _LONGEST_FIELD for text in fields) else []


def _say(runs: Runs, element: Node, entities: dict[str, str]) -> None:
    start = runs.at
    runs.say(own_text(element, entities))
    for child in element:
        _say(runs, child, entities)
        runs.say(child.tail)
    if local(element) in ("date", "time"):
        runs.give(start, tei_date(lambda asked: attribute(element, "datetime" if asked == "when" else asked)))
