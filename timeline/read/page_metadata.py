"""What a web page says of itself. In: Page. Out: Metadata and DateCandidates (JSON-LD, meta, time, address)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.model.text import DateCandidate, DateOrigin, Span
from timeline.read.dating import from_url
from timeline.read.document import Metadata
from timeline.read.markup import Page, TimeElement

_ARTICLE = re.compile(
    r"(?:\w*Article|\w*NewsArticle|BlogPosting|Report|LiveBlogPosting|Review|ScholarlyArticle|WebPage)$"
)
_META_DATES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "pubdate", "publishdate", "publish-date", "publish_date", "published", "publication_date", "publication-date",
    "article.published", "date.published", "date_published", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "citation_publication_date",
    "citation_date", "cxenseparse:recs:publishtime", "originalpublicationdate", "date", "datecreated", "created",
)  # fmt: skip
_META_UPDATES = (
    "article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "datemodified", "last-modified",
    "lastmod", "dcterms.modified", "dc.date.modified", "modified", "revised",
)  # fmt: skip
_SITE_TAIL = re.compile(r"\s+(?:[|·•»—–-]|::)\s+[^|·•»—–]{2,50}$")
_STORY_AROUND = re.compile(r"related|recommend|sidebar|teaser|promo|more-|latest|trending|popular|comment|card|footer")
_PUBLISHED = re.compile(
    r"publish|pubdate|datecreated|posted|entry-date|dateline|article-date|post-date|byline|timestamp"
)
_MODIFIED = re.compile(r"modified|updated|datemodified")
_MOST_NODES = 2000
_HEAD_WORDS = 14


def about_page(page: Page, heading: str | None) -> Metadata:
    """Title, publisher, author, language and address; `heading` is the first-rank heading as shown."""
    meta = _first_of(page)
    article = _article(page, heading, _address(page, meta))
    title = (
        _text(article.get("headline"))
        or meta.get("og:title")
        or meta.get("twitter:title")
        or heading
        or (page.title and _SITE_TAIL.sub("", page.title))
    )
    return Metadata(
        title=heading if heading and title and _same(heading, title) else title,
        publisher=_name(article.get("publisher")) or meta.get("og:site_name") or meta.get("application-name"),
        author=_name(article.get("author")) or _author(meta),
        language=page.language
        or _text(article.get("inLanguage"))
        or meta.get("og:locale")
        or meta.get("content-language"),
        url=_address(page, meta),
    )


def page_candidates(page: Page, heading: str | None, first_block: int, body_block: int) -> tuple[DateCandidate, ...]:
    """The dates that a page's markup states.

    A `<time>` counts when it stands between the title (`first_block`) and the second paragraph
    (`body_block`), or says that it is the publication's; one in a list of other stories never does.
    """
    meta = _first_of(page)
    url = _address(page, meta)
    article = _article(page, heading, url)
    found: list[DateCandidate] = []
    for name in ("datePublished", "dateCreated", "uploadDate"):
        if stated := _text(article.get(name)):
            found.append(DateCandidate(stated, DateOrigin.JSON_LD))
            break
    if stated := _text(article.get("dateModified")):
        found.append(DateCandidate(stated, DateOrigin.JSON_LD, update=True))
    found += [DateCandidate(meta[name], DateOrigin.META) for name in _META_DATES if _has_digit(meta.get(name))][:2]
    updates = (meta[name] for name in _META_UPDATES if _has_digit(meta.get(name)))
    found += [DateCandidate(stated, DateOrigin.META, update=True) for stated in updates][:1]
    published = False
    for time in page.times:
        names = " ".join(element.names for element in time.around[-4:])
        if _is_of_other_story(time):
            continue
        if not _has_digit(time.value):
            continue
        placed = first_block <= time.blocks_before <= body_block
        if _MODIFIED.search(names):
            if placed:
                found.append(DateCandidate(time.value.strip(), DateOrigin.TIME_ELEMENT, update=True))
        elif not published and (placed or (_PUBLISHED.search(names) and time.blocks_before <= body_block + 1)):
            found.append(DateCandidate(time.value.strip(), DateOrigin.TIME_ELEMENT))
            published = True
    return (*found, *from_url(url))


def post_dates(page: Page, places: Mapping[int, Span], text: str) -> tuple[DateCandidate, ...]:
    """The `<time>`s that head posts or entries, on short lines of their own; `places` are the blocks kept, by index."""
    found: list[DateCandidate] = []
    for time in page.times:
        place = places.get(time.blocks_before)
        names = " ".join(element.names for element in time.around[-4:])
        if place is None or _is_of_other_story(time) or _MODIFIED.search(names) or not _has_digit(time.value):
            continue
        if len(text[place.start : place.end].split()) <= _HEAD_WORDS:
            found.append(DateCandidate(time.value.strip(), DateOrigin.TIME_ELEMENT, place))
    return tuple(found)


def posts_of(page: Page) -> tuple[frozenset[int], ...]:
    """The posts of a thread, as the numbers of their elements: those of one kind that each hold a `<time>`."""
    alike: dict[tuple[str, str], set[int]] = {}
    for time in page.times:
        if not _is_of_other_story(time):
            for element in time.around[:-1]:
                if element.names:
                    alike.setdefault((element.tag, re.sub(r"\d+", "", element.names)), set()).add(element.number)
    return tuple(frozenset(numbers) for numbers in alike.values() if len(numbers) > 1)


def _is_of_other_story(time: TimeElement) -> bool:
    return any(
        _STORY_AROUND.search(element.names) or element.tag in ("aside", "footer", "nav") for element in time.around[-6:]
    )


def _address(page: Page, meta: dict[str, str]) -> str | None:
    return page.canonical or meta.get("og:url") or meta.get("twitter:url")


def _first_of(page: Page) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in page.meta:
        found.setdefault(name, value)
    return found


def _article(page: Page, heading: str | None, url: str | None) -> dict[str, Any]:
    """The JSON-LD object of this article: the one of its title or address, else the only one that there is."""
    articles = [node for text in page.json_ld for node in _nodes(text) if _is_article(node)]
    for node in articles:
        headline = _text(node.get("headline")) or _text(node.get("name"))
        if heading and headline and _same(heading, headline):
            return node
    for node in articles:
        if url and url in (_text(node.get("url")), _text(node.get("@id")), _text(node.get("mainEntityOfPage"))):
            return node
    dated = [node for node in articles if node.get("datePublished")]
    whole = [node for node in dated if "WebPage" not in str(node.get("@type"))]
    titled = [node for node in whole if heading and _text(node.get("headline"))]
    # Why: several titled articles, none of them this one, are a list of other stories.
    return (whole or dated or [{}])[0] if len(titled) < 2 else {}


def _nodes(text: str) -> Iterator[dict[str, Any]]:
    """All objects in a JSON-LD script, outermost first; broken scripts have none."""
    try:
        stack = [json.loads(text.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while stack and seen < _MOST_NODES:
        node = stack.pop(0)
        seen += 1
        if isinstance(node, list):
            stack = [*node, *stack]
        elif isinstance(node, dict):
            yield node
            stack += [
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
                if key in node
            ]


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(name, str) and _ARTICLE.match(name) for name in (types if isinstance(types, list) else [types])
    )


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name or names of a person or an organisation."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_name, value[:8])))) or None
    if isinstance(value, dict):
        value = value.get("name")
        return _name(value) if not isinstance(value, dict) else None
    return value.strip() or None if isinstance(value, str) else None


def _author(meta: dict[str, str]) -> str | None:
    for name in ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"):
        stated = meta.get(name)
        if stated and not stated.startswith(("http://", "https://", "@")):
            return re.sub(r"^by\s+", "", stated, flags=re.I)
    return None


def _same(one: str, other: str) -> bool:
    """Whether two titles are one, but for case, quotes and a site's name behind."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return bool(short) and (short == long or (len(short) >= 20 and long.startswith(short)))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _has_digit(text: str | None) -> bool:
    return bool(text) and any(character.isdigit() for character in text or "")
