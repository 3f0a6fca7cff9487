"""A web page as blocks and metadata. In: HTML text. Out: Page (plain data). The only importer of lxml.

A block is what a browser sets on lines of its own; hidden elements, scripts and forms' controls have none.
Walks the tree without recursion: pages nested a hundred thousand deep are read like others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

    _Node: TypeAlias = _Element

_HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "canvas",
        "audio",
        "video",
        "picture",
        "source",
        "track",
        "map",
        "area",
        "dialog",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_CELL = frozenset({"td", "th"})
_NEAR = 40
_TIMED, _UNTIMED = "\x01", "\x02"
"""Where a `<time datetime>` starts and ends in the words of a block."""
_BEFORE_TIME, _BEHIND_TIME = re.compile(rf"(\s*){_TIMED}(\s*)"), re.compile(rf"(\s*){_UNTIMED}(\s*)")
_ID = re.compile(r"[A-Za-z][\w-]{0,60}")
_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(frozen=True, slots=True)
class Element:
    """An element around some text: its tag, its class, id and role words, and a number of its own.

    `step`: how a CSS path names it inside the element around: "p:nth-of-type(3)", or "#id" from anywhere.
    """

    tag: str
    names: str
    number: int
    step: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one block, white space folded ("\\n" where the page breaks the line).

    `around`: the elements it lies in, outermost first (the innermost forty); `linked`: the share of its
    characters in links; `times`: (start, end, datetime) of the `<time>` elements in it.
    """

    text: str
    around: tuple[Element, ...]
    linked: float
    times: tuple[tuple[int, int, str], ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags around, outermost first."""
        return tuple(element.tag for element in self.around)

    @property
    def selector(self) -> str | None:
        """The CSS path of the element that holds it; None in the depths, where it would be no true one."""
        steps: list[str] = []
        for element in reversed(self.around):
            steps.append(element.step)
            if element.step.startswith("#") or element.tag == "body":
                return " > ".join(reversed(steps))
        return None


@dataclass(frozen=True, slots=True)
class TimeElement:
    """A `<time datetime>`: its value, the elements around (itself last), and the number of blocks before it."""

    value: str
    around: tuple[Element, ...]
    blocks_before: int


@dataclass(slots=True)
class Page:
    """What a page holds, in order."""

    blocks: list[Block] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    times: list[TimeElement] = field(default_factory=list)
    language: str | None = None
    title: str | None = None
    canonical: str | None = None
    depth: int = 0


@dataclass(slots=True)
class _Walk:
    """Where a walk through the tree stands."""

    page: Page
    stack: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    holder: list[Element] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    count: int = 0
    stamps: list[str] = field(default_factory=list)
    kin: list[dict[str, int]] = field(default_factory=lambda: [{}])
    """For each open element, how many of each tag it has held so far."""

    def say(self, text: str | None) -> None:
        """Takes up some text; `holder` is the elements that hold all words of the block so far."""
        if text:
            if not text.isspace() and text not in _MARKS:
                self._hold()
            self.words.append(text)
            if self.links:
                self.linked += len(text.strip())

    def _hold(self) -> None:
        if not self.holder:
            self.holder = self.stack[-_NEAR:]
            return
        here = {element.number for element in self.stack[-_NEAR:]}
        while self.holder and self.holder[-1].number not in here:
            self.holder.pop()

    def flush(self) -> None:
        """Ends a block."""
        raw = "".join(self.words)
        if self.stamps:
            raw = _BEHIND_TIME.sub(_behind, _BEFORE_TIME.sub(_before, raw))
        lines = (_SPACE.sub(" ", line).strip() for line in raw.split("\0"))
        text = "\n".join(line for line in lines if line)
        if text.strip(_TIMED + _UNTIMED):
            text, times = _timed(text, self.stamps) if self.stamps else (text, ())
            self.page.blocks.append(Block(text, tuple(self.holder), min(1.0, self.linked / len(text)), times))
        self.words, self.holder, self.linked, self.stamps = [], [], 0, []


_MARKS = ("\0", _TIMED, _UNTIMED)


def _before(blank: re.Match[str]) -> str:
    return (" " if blank[1] or blank[2] else "") + _TIMED


def _behind(blank: re.Match[str]) -> str:
    return _UNTIMED + (" " if blank[1] or blank[2] else "")


def _timed(marked: str, stamps: list[str]) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """A block's text without the marks of its times, and the times."""
    pieces: list[str] = []
    times: list[tuple[int, int, str]] = []
    upcoming = iter(stamps)
    at, start, stamp = 0, 0, ""
    for piece in re.split(f"([{_TIMED}{_UNTIMED}])", marked):
        if piece == _TIMED:
            start, stamp = at, next(upcoming, "")
        elif piece == _UNTIMED:
            times += [(start, at, stamp)] if start < at else []
        else:
            pieces.append(piece)
            at += len(piece)
    return "".join(pieces), tuple(times)


def parse_page(html: str) -> Page:
    """The blocks and metadata of a page; any text gives a Page."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    for mark in _MARKS:
        html = html.replace(mark, "�") if mark in html else html
    root = etree.fromstring(html.encode("utf-8", errors="replace") or b"<p></p>", parser)
    page = Page()
    if root is None:
        return page
    page.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    _read_head(root, page)
    walk = _Walk(page)
    hidden = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if hidden is None and _is_hidden(element):
                hidden = element
            elif hidden is None:
                _enter(walk, element)
        elif hidden is not None and hidden is element:
            hidden = None
            walk.say(element.tail)
        elif hidden is None:
            _leave(walk, element)
    walk.flush()
    return page


def _enter(walk: _Walk, element: _Node) -> None:
    tag = str(element.tag)
    if tag not in _INLINE and tag not in _CELL and tag != "br":
        walk.flush()
    if tag == "br":
        walk.say("\0")
    if tag in _CELL and walk.words:
        walk.say(" | ")
    walk.count += 1
    walk.stack.append(Element(tag, _names(element), walk.count, _step(walk, element, tag)))
    walk.kin.append({})
    walk.links += tag == "a"
    walk.page.depth = max(walk.page.depth, len(walk.stack))
    stated = element.get("datetime") if tag == "time" else None
    if stated:
        walk.page.times.append(TimeElement(stated, tuple(walk.stack[-_NEAR:]), len(walk.page.blocks)))
        walk.stamps.append(stated)
        walk.say(_TIMED)
    walk.say(element.text)


def _leave(walk: _Walk, element: _Node) -> None:
    tag = str(element.tag)
    if tag == "time" and element.get("datetime"):
        walk.say(_UNTIMED)
    if tag not in _INLINE and tag not in _CELL and tag != "br":
        walk.flush()
    walk.stack.pop()
    walk.kin.pop()
    walk.links -= tag == "a"
    walk.say(element.tail)


def _is_hidden(element: _Node) -> bool:
    if not isinstance(element.tag, str) or element.tag in _HIDDEN:
        return True
    return element.get("hidden") is not None or bool(_UNSEEN.search(element.get("style") or ""))


def _step(walk: _Walk, element: _Node, tag: str) -> str:
    """How a CSS path names an element inside the one around it."""
    kin = walk.kin[-1]
    kin[tag] = kin.get(tag, 0) + 1
    name = element.get("id")
    if name and _ID.fullmatch(name):
        return f"#{name}"
    return tag if tag == "body" else f"{tag}:nth-of-type({kin[tag]})"


def _names(element: _Node) -> str:
    found = (element.get(name) for name in ("class", "id", "role", "itemprop", "data-testid"))
    return " ".join(filter(None, found)).lower()[:300]


def _read_head(root: _Node, page: Page) -> None:
    for element in root.iter("meta", "title", "link", "script"):
        text = element.text
        if element.tag == "meta":
            name = next(filter(None, map(element.get, ("property", "name", "itemprop", "http-equiv"))), None)
            content = element.get("content")
            if name and content:
                page.meta.append((name.strip().lower(), content.strip()))
        elif element.tag == "title" and not page.title:
            page.title = _SPACE.sub(" ", text or "").strip() or None
        elif element.tag == "link" and "canonical" in (element.get("rel") or "").lower():
            page.canonical = element.get("href") or page.canonical
        elif element.tag == "script" and "ld+json" in (element.get("type") or "").lower() and text:
            page.json_ld.append(text)
