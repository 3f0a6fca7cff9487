"""Feeds: RSS and Atom. In: a blob. Out: a Document for every item, with its date. The only importer of feedparser."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure, Skipped
from timeline.model.text import DateCandidate, DateOrigin, Document, Part, PartKind, Span
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.dating import from_url
from timeline.read.document import Metadata, document, encodable
from timeline.read.fragment import text_of_html
from timeline.read.layout import units
from timeline.read.plain import judge
from timeline.read.stamp import iso_stamp

_DATES = ("published", "created", "updated")
"""What dates an item, best first: one that was only updated is dated by that."""


def read_feed(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure | Skipped]:
    """The items of a feed. Raises UnreadableDocument (broken-feed, empty)."""
    feed, broken = _parsed(blob)
    about = feed.get("feed", {})
    media_type = "application/atom+xml" if str(feed.get("version", "")).startswith("atom") else "application/rss+xml"
    items = feed.get("entries", ())
    blank = 0
    for number, item in enumerate(items, 1):
        made = _document(blob, item, number, about, media_type, options)
        if made is None:
            blank += 1
        else:
            yield made
    if broken is not None:
        told = f"cut short or broken ({broken}); get it again ({len(items) - blank} items were read)"
        yield Failure(blob.uri, STAGE, "broken-feed", f"{blob.uri}: {told}")
    elif blank == len(items):
        raise UnreadableDocument(f"{blob.uri}: no items with a text in the feed; remove it", "empty")
    elif blank:
        yield Skipped(blob.uri, f"items without a title or a text: {blank}")


def _parsed(blob: Blob) -> tuple[dict[str, Any], str | None]:
    """The feed, and what is broken in it. Raises UnreadableDocument."""
    import feedparser  # type: ignore[import-untyped]

    try:
        # Why a stream: the library takes text for an address to fetch.
        feed = feedparser.parse(io.BytesIO(blob.data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        # Why all: a damaged feed breaks the library in many ways.
        raise UnreadableDocument(f"{blob.uri}: the feed is broken; get it again", "broken-feed") from error
    told: Any = feed.get("bozo_exception") if feed.get("bozo") else None
    # Why only these: what has no line is a remark on the charset or the media type.
    return feed, f"{told.getMessage()}, line {told.getLineNumber()}" if hasattr(told, "getLineNumber") else None


def _document(
    blob: Blob, item: dict[str, Any], number: int, about: dict[str, Any], media_type: str, options: ReadOptions
) -> Document | None:
    """One item: its title, and under it what it says; None where it has neither."""
    title = _plain(item.get("title"))
    body = _body(item)
    if not title and not body:
        return None
    text = f"{title}\n\n{body}" if title and body else f"{title or body}\n"
    start = len(title) if title else 0
    marked, found = judge(text, units(text, start), title)
    own = (Part(PartKind.TITLE, Span(0, start)),) if start else ()
    parts = (*own, *(part for part in marked if part.kind is not PartKind.TITLE))
    # Why dict.get: the library's own gives the update for the publication.
    stated = next(filter(None, (iso_stamp(dict.get(item, name)) for name in _DATES)), None)
    key, link = item.get("id"), str(item.get("link") or "")
    url = link if link.startswith(("http://", "https://")) else None
    return document(
        blob,
        text,
        parts,
        Metadata(
            title=title,
            publisher=_plain((item.get("source") or {}).get("title")) or _plain(about.get("title")),
            author=_plain(item.get("author")),
            language=about.get("language"),
            url=url,
        ),
        (*((DateCandidate(stated, DateOrigin.FEED),) if stated else ()), *found, *from_url(url)),
        options=options,
        media_type=media_type,
        uri=url or f"{blob.uri}{'.' if '#' in blob.uri else '#'}{number}",
        key=encodable(key) if key and key != url else None,
    )


def _body(item: dict[str, Any]) -> str:
    """The whole text where the item carries it, else its summary."""
    texts = [content.get("value") or "" for content in item.get("content", ())]
    longest = max((*texts, item.get("summary") or ""), key=len)
    return encodable(text_of_html(longest)) if longest.strip() else ""


def _plain(html: str | None) -> str | None:
    return " ".join(encodable(text_of_html(html)).split()) or None if html else None
