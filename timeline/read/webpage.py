"""Web pages. In: a blob of HTML. Out: one Document whose text is the page's visible text around the article.

The text as read is made of blocks (what a browser sets on lines of its own), from the title to the last
paragraph and whatever else its `<article>` holds, white space folded inside a block, a blank line between
paragraphs, a line end between the items of a list; menus and footers around are left out. It is the same
for the same bytes. What is not the article inside that stretch is kept and marked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.errors import UnreadableDocument
from timeline.model.locator import Locator, Place
from timeline.model.text import Document, GivenDate, PartKind, Span
from timeline.read.blob import Blob, ReadOptions
from timeline.read.dating import from_file_name, from_furniture, from_parts
from timeline.read.decode import declared_charset, decode
from timeline.read.document import document
from timeline.read.layout import Unit
from timeline.read.main_content import main_paragraphs
from timeline.read.markup import Block, Element, Page, parse_page
from timeline.read.markup_date import stated
from timeline.read.page_metadata import about_page, page_candidates, post_dates, posts_of
from timeline.read.paragraphs import Layout
from timeline.read.parts import is_chronology, mark

_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?><!--.{0,2000}?-->)\s*)*+<(?:!doctype\s+html|html|head|body|\?xml[^>]{0,200}\?>\s*<(?:!doctype\s+html|html))\b",
    re.I | re.S,
)
_ANY_TAG = re.compile(rb"<(?:p|div|h[1-6]|br|span|a|html|body|article|table|li)\b[^>]{0,500}>", re.I)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.I)
_TAGS = re.compile(r"<[^<>]{0,2000}>")
_STORIES = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|more-?(?:stories|news|from|on|articles|coverage)|also-?like"
    r"|trending|most-?(?:read|popular|viewed|shared)|teasers?"
    r"|promos?|outbrain|taboola|read-?(?:more|next|also)|up-?next|next-?(?:article|story)|latest-?(?:news"
    r"|stories)?|popular|suggested|further-?reading|see-?also"
    r"|story-?list|card-?list|river|onward|cross-?promo)(?:$|[\s_-]|s\b)"
)
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:newsletters?|subscri\w*|sign-?up|shar(?:e|ing)|social|comments?|disqus|cookies?|consent"
    r"|gdpr|banner|breadcrumbs?|menu|navigation|navbar|nav"
    r"|footer|advert\w*|ads?|ad-?(?:slot|unit|container|wrapper)|sponsor\w*|paywall|toolbar|tags?|tag-?list"
    r"|skip-?link|copyright|print-?only|donat\w*|author-?bio|bio)(?:$|[\s_-])"
)
_CAPTION = re.compile(r"caption|(?:photo|image|picture|media)-?credit|(?:^|[\s_-])credit(?:$|[\s_-])")
_BYLINE = re.compile(
    r"byline|(?:^|[\s_-])(?:author|dateline|timestamp|pub-?date|post-?date|entry-(?:meta|date)|article-?meta"
    r"|meta|date|published|posted-on|post-meta)(?:$|[\s_-])"
)
_DEEP = 600
_CELL_WORDS = 40
_LARGE_SHARE, _LINKED = 0.3, 0.6


@dataclass(frozen=True, slots=True)
class _Judged:
    """A block, whether it is the article's by trafilatura, and what its markup says."""

    block: Block
    main: bool
    hint: PartKind | None
    final: bool


def read_webpage(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of a web page. Raises UnreadableDocument."""
    html = decode(blob.data, blob.uri, blob.charset or declared_charset(blob.data))
    page = parse_page(html)
    saved = _SAVED_FROM.search(html[:4000])
    page.canonical = page.canonical or (saved[1] if saved else blob.url)
    if not page.blocks:
        page.blocks = [Block(" ".join(text.split()), (), 0.0) for text in _TAGS.split(html) if text.strip()]
    if not page.blocks:
        raise UnreadableDocument(f"{blob.uri}: no visible text in the page; save the page with its text", "empty")
    judged = _judge(page, main_paragraphs(html) if page.depth <= _DEEP else None)
    first, last = _stretch(judged, posts_of(page))
    kept = _with_title(judged, first, last)
    layout, blocks = _lay_out([judged[i] for i in kept])
    text, units = layout.text, layout.units
    heading = next((judged[i].block.text for i in kept if judged[i].hint is PartKind.TITLE), None)
    about = about_page(page, heading)
    parts = mark(text, units, about.title)
    body = _second_paragraph(judged, kept)
    told = page_candidates(page, heading, kept[0] if heading else max(0, first - 6), body)
    shown = () if is_chronology(units) else from_parts(text, units, parts)
    around = from_furniture(item.block.text for i, item in enumerate(judged) if i > last)
    candidates = (*told, *shown, *(around if not shown else ()), *from_file_name(blob.name))
    if about.author and about.author.lower().startswith("by "):
        about = replace(about, author=about.author[3:])
    posts = post_dates(page, dict(zip(kept, blocks, strict=True)), text)
    made = document(blob, text, parts, about, candidates, options=options, media_type="text/html", stamped=posts)
    yield replace(made, given=layout.given, places=layout.places)


def looks_like_webpage(data: bytes, *, loosely: bool = False) -> bool:
    """Whether bytes are HTML: they open as a page does (`loosely`: they hold any common tag, or wide characters)."""
    if loosely:
        return b"\0" in data[:200] or bool(_ANY_TAG.search(data[: 1 << 20])) or b"<" in data[:200]
    return bool(_MARKUP.match(data[:8192]))


def _judge(page: Page, main: tuple[str, ...] | None) -> list[_Judged]:
    """Every block with what its markup and trafilatura say of it."""
    whole = frozenset(main or ())
    joined = "\n".join(whole)
    sizes: Counter[int] = Counter()
    titled: set[int] = set()
    for block in page.blocks:
        sizes.update({element.number: len(block.text) for element in block.around} if block.linked < _LINKED else {})
        if "h1" in block.tags:
            titled.update(element.number for element in block.around)
    total = sum(len(block.text) for block in page.blocks if block.linked < _LINKED) or 1
    found: list[_Judged] = []
    for block in page.blocks:
        folded = " ".join(block.text.split())
        is_main = folded in whole or (len(folded) > 25 and folded in joined)
        small = [
            element for element in block.around
            if element.number not in titled and sizes[element.number] <= total * _LARGE_SHARE
            and element.tag not in ("html", "body", "main", "article")
        ]  # fmt: skip
        hint, final = _hint(block, small, is_main)
        found.append(_Judged(block, is_main, hint, final))
    return found


def _hint(block: Block, small: Sequence[Element], is_main: bool) -> tuple[PartKind | None, bool]:
    """What the elements around a block say it is, and whether that is beyond doubt."""
    tags, length = block.tags, len(block.text.split())
    if "figcaption" in tags or any(_CAPTION.search(element.names) for element in small[-3:]):
        return PartKind.CAPTION, True
    if any(_STORIES.search(element.names) for element in small):
        return PartKind.TEASER, True
    if any(element.tag in ("nav", "footer") or _CHROME.search(element.names) for element in small):
        if length <= 30 and _is_byline(small):
            return PartKind.BYLINE, True
        return PartKind.BOILERPLATE, True
    if "aside" in tags and not is_main:
        return PartKind.TEASER, True
    if "h1" in tags:
        return PartKind.TITLE, False
    if any(tag in tags for tag in ("h2", "h3", "h4", "h5", "h6")):
        return PartKind.HEADING, False
    if length <= 30 and _is_byline(small):
        return PartKind.BYLINE, True
    if block.linked > _LINKED and length > 3 and not is_main:
        return PartKind.TEASER, True
    # Why: a cell that holds a text in lines or long prose only lays the page out.
    if tags and tags[-1] in ("td", "th", "tr") and length <= _CELL_WORDS and "\n" not in block.text:
        return PartKind.TABLE, False
    if "blockquote" in tags:
        return PartKind.QUOTE, False
    return (PartKind.LIST, False) if "li" in tags else (None, False)


def _is_byline(small: Sequence[Element]) -> bool:
    return any(element.tag == "address" or _BYLINE.search(element.names) for element in small[-3:])


def _stretch(judged: Sequence[_Judged], posts: Sequence[frozenset[int]]) -> tuple[int, int]:
    """The first and last block of the article.

    Those are the main ones, all in the `<article>` that holds most of them, and the `posts` like the one they are in.
    """
    main = [i for i, item in enumerate(judged) if item.main and item.hint is not PartKind.TEASER]
    if not main:
        main = [i for i, item in enumerate(judged) if not item.final] or list(range(len(judged)))
    holders = Counter(
        element.number for i in main for element in judged[i].block.around if element.tag in ("article", "main")
    )
    full = [number for number, count in holders.items() if count * 10 >= len(main) * 8]
    first, last = main[0], main[-1]
    if full:
        inside = [
            i for i, item in enumerate(judged) if any(element.number == max(full) for element in item.block.around)
        ]
        first, last = min(first, inside[0]), max(last, inside[-1])
    thread_of = {number: thread for thread, numbers in enumerate(posts) for number in numbers}
    threads: dict[int, list[int]] = {}
    for i, item in enumerate(judged) if thread_of else ():
        for thread in {thread_of[e.number] for e in item.block.around if e.number in thread_of}:
            threads.setdefault(thread, []).append(i)
    for inside in threads.values():
        if any(judged[i].main and judged[i].hint is not PartKind.TEASER for i in inside):
            first, last = min(first, inside[0]), max(last, inside[-1])
    return first, last


def _with_title(judged: Sequence[_Judged], first: int, last: int) -> list[int]:
    """The blocks to keep: the stretch, and the heading above it with the bylines and captions between."""
    kept = list(range(first, last + 1))
    if any(judged[i].hint is PartKind.TITLE for i in kept):
        return kept
    above = [i for i in range(first) if judged[i].hint is PartKind.TITLE and judged[i].block.linked < _LINKED]
    if not above:
        return kept
    between = [
        i for i in range(above[-1] + 1, first)
        if judged[i].hint in (PartKind.BYLINE, PartKind.CAPTION, None) and len(judged[i].block.text) < 400
    ]  # fmt: skip
    return [above[-1], *between, *kept]


def _lay_out(judged: Sequence[_Judged]) -> tuple[Layout, tuple[Span, ...]]:
    """The text as read with its units and `<time>` elements, and where each block stands in it."""
    pieces: list[str] = []
    units: list[Unit] = []
    places: list[Place] = []
    given: list[GivenDate] = []
    blocks: list[Span] = []
    at = number = 0
    titled = False
    for i, item in enumerate(judged):
        if i:
            close = item.hint in (PartKind.LIST, PartKind.TABLE) and judged[i - 1].hint is item.hint
            pieces.append("\n" if close else "\n\n")
            at += len(pieces[-1])
            number += not close
        blocks.append(Span(at, at + len(item.block.text)))
        hint = item.hint
        if hint is PartKind.TITLE:
            hint, titled = (PartKind.HEADING if titled else hint), True
        places.append(Place(at, Locator(selector=item.block.selector)))
        for start, end, told in item.block.times:
            if edtf := stated(told):
                given.append(GivenDate(Span(at + start, at + end), edtf, alone=False))
        for line in item.block.text.split("\n"):
            units.append(Unit(Span(at, at + len(line)), line[:4000], number, hint, item.final))
            at += len(line) + 1
        at -= 1
        pieces.append(item.block.text)
    return Layout("".join(pieces), tuple(units), tuple(places), tuple(given)), tuple(blocks)


def _second_paragraph(judged: Sequence[_Judged], kept: Sequence[int]) -> int:
    """The index of the block by which an article's own `<time>` has come."""
    prose = [i for i in kept if judged[i].main and judged[i].hint is None and len(judged[i].block.text) > 80]
    return prose[min(1, len(prose) - 1)] if prose else kept[-1]
