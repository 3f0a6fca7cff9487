"""Records (a line of JSON, a row of a table) as documents. In: one record. Out: its Document; what is wrong in it.

The usual names are known: our own, those of news APIs (`content`, `publishedAt`, `source.name`), of CC-News
(`maintext`, `date_publish`, `source_domain`) and of GDELT (`seendate`, `domain`). `ReadOptions.fields` names others.
A record's uri is its address, else `FILE#id`, else `FILE#number`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure
from timeline.model.locator import Locator, Place
from timeline.model.text import DateCandidate, DateOrigin, Document
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.chronology import NAMES as EVENT_NAMES
from timeline.read.dating import from_url, tells_date
from timeline.read.document import Metadata, document, encodable
from timeline.read.fragment import text_of_html
from timeline.read.layout import units
from timeline.read.plain import judge
from timeline.read.stamp import iso_of_unix

Record = Mapping[str, Any]
Fields = dict[str, tuple[str, Any]]
"""Folded name -> the name as it stands, and the value."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "maintext", "fulltext", "bodytext", "articlebody", "articletext", "body", "fields.bodytext", "content",
        "content.rendered", "contenthtml",
        "contenttext", "article", "story", "message", "transcript", "description", "summary", "leadparagraph",
        "abstract",
    ),
    "title": ("title", "headline", "headline.main", "fields.headline", "webtitle", "title.rendered", "subject"),
    "published": (
        "published", "dct", "publishedat", "datepublish", "datepublished", "publisheddate", "publishdate",
        "publicationdate", "publishedon", "pubdate", "webpublicationdate", "firstpublished", "date", "datetime",
        "seendate", "sqldate", "issued", "posted", "createdat", "createdutc", "created",
        "timestamp", "ts",
    ),
    "publisher": (
        "publisher", "source.name", "source.title", "publication", "newspaper", "outlet", "sitename", "sourcedomain",
        "domain", "sourcecommonname", "site", "source",
    ),
    "author": ("author", "authors", "byline", "byline.original", "creator", "writer", "from"),
    "url": ("url", "link", "weburl", "sourceurl", "documentidentifier", "permalink", "canonicalurl"),
    "language": ("language", "lang", "inlanguage", "sourcelang"),
    "id": ("id", "guid", "uuid", "articleid", "documentid", "docid"),
}  # fmt: skip
"""What a document is told by -> the names it goes by, best first, without case, spaces, dashes and underscores."""

FIELDS = tuple(dict.fromkeys((*NAMES, *EVENT_NAMES)))
"""All that `--map` may name: what documents are told by, and what the events of a chronology are."""
_SHORT = ("description", "summary", "leadparagraph", "abstract")
_OUR_DATES = ("published", "dct")
_MARKUP = re.compile(
    r"\s*<(?:p|div|h[1-6]|article|section|span|ul|ol|table|figure|blockquote|!--)\b[^<>]{0,2000}>", re.I
)
_FOLD = re.compile(r"[\s_-]+")


def has_text(names: Iterable[str], options: ReadOptions) -> bool:
    """Whether columns or fields hold a document's text, or at least its title and where or when it stood."""
    told = {_folded(name) for name in names}

    def has(field: str) -> bool:
        return not told.isdisjoint(_wanted(field, options))

    return has("text") or (not options.fields and has("title") and (has("url") or has("published")))


def document_of(
    blob: Blob,
    record: Record,
    number: int,
    where: str,
    options: ReadOptions,
    *,
    media_type: str,
    row: int | None = None,
) -> Iterator[Document | Failure]:
    """A record's document, and a Failure where its date cannot be read.

    `number`: what it goes by in FILE; `where`: what messages call it; `row`: of a table. Raises UnreadableDocument
    (broken-record, empty).
    """
    fields = _flat(record)
    text = _text(fields, options, where)
    title, url, key = (_string(_value(fields, name, options)) for name in ("title", "url", "id"))
    stated, bad = _stated(fields, options)
    about = Metadata(
        title=title,
        publisher=_string(_value(fields, "publisher", options)),
        author=_string(_value(fields, "author", options)),
        language=_string(_value(fields, "language", options)),
        url=url,
    )
    parts, found = judge(text, units(text), title)
    given = (DateCandidate(stated, DateOrigin.RECORD),) if stated else ()
    made = document(
        blob,
        text,
        parts,
        about,
        (*given, *found, *from_url(url)),
        options=options,
        media_type=media_type,
        uri=url or f"{blob.uri}{'.' if '#' in blob.uri else '#'}{key or number}",
        key=key,
    )
    yield made if row is None else replace(made, places=(Place(0, Locator(row=row)),))
    for name, value in bad:
        shown = json.dumps(value, ensure_ascii=False, default=str)
        message = f"{where}: {name!r} is no date: {shown[:60]}; give a day such as 2024-03-22 (read without it)"
        yield Failure(where, STAGE, "bad-date", message)


def _text(fields: Fields, options: ReadOptions, where: str) -> str:
    """A record's text; a summary or a title for want of it, where a date or an address says that it is an article."""
    told = [(name, fields[name][1]) for name in _wanted("text", options) if name in fields]
    texts = [(name, text) for name, value in told if (text := _prose(value)) is not None]
    is_article = any(_value(fields, name, options) for name in ("published", "url"))
    full = (text for name, text in texts if text.strip() and (is_article or options.fields or name not in _SHORT))
    title = _string(_value(fields, "title", options)) if is_article and not dict(options.fields).get("text") else None
    text = next(full, None) or title
    if text is None and texts and not any(told.strip() for _, told in texts):
        raise UnreadableDocument(f"{where}: the record's text is empty; remove it or fill it", "empty")
    if text is None:
        name = dict(options.fields).get("text", "text")
        advice = "give it as a string, or name the field that has it: --map text=FIELD"
        raise UnreadableDocument(f"{where}: no {name!r} in the record; {advice}", "broken-record")
    return (text_of_html(text) or text) if _MARKUP.match(text) else text


def _prose(value: object) -> str | None:
    """A field that is a text, the paragraphs of one, or (as in chats) its pieces, some of them with marks."""
    if isinstance(value, (list, tuple)) and value:
        told = [piece.get("text") if isinstance(piece, Mapping) else piece for piece in value]
        pieces = [piece for piece in told if isinstance(piece, str)]
        if len(pieces) == len(value):
            value = ("\n\n" if pieces == list(value) else "").join(pieces)
    return encodable(value) if isinstance(value, str) else None


def _stated(fields: Fields, options: ReadOptions) -> tuple[str | None, list[tuple[str, Any]]]:
    """The first date that can be read, and those that cannot, with their names.

    Of fields that are only likely to hold it, one that cannot be read is told for want of another.
    """
    first: str | None = None
    bad: list[tuple[str, Any]] = []
    likely: list[tuple[str, Any]] = []
    for name in _wanted("published", options):
        shown, value = fields.get(name, (name, None))
        value = iso_of_unix(value) or value
        stated = None if isinstance(value, (Mapping, list, tuple)) else _string(value)
        if stated is not None and tells_date(stated):
            first = first or stated
        elif value not in (None, ""):
            (bad if name in _OUR_DATES or options.fields else likely).append((shown, value))
    return first, bad or (likely[:1] if first is None else [])


def _value(fields: Fields, field: str, options: ReadOptions) -> Any:
    """What a record tells under the first of a field's names that holds something."""
    told = (fields[name][1] for name in _wanted(field, options) if name in fields)
    return next((value for value in told if _string(value) is not None), None)


def _wanted(field: str, options: ReadOptions) -> tuple[str, ...]:
    mapped = dict(options.fields).get(field)
    return NAMES[field] if mapped is None else (_folded(mapped),)


def _flat(record: Record) -> Fields:
    """Fields by their folded names, those of an object inside as "source.name"; the first of a name counts."""
    found: dict[str, tuple[str, Any]] = {}
    inside: list[tuple[str, Any]] = []
    for name, value in record.items():
        found.setdefault(_folded(name), (name, value))
        if isinstance(value, Mapping):
            inside += [(f"{name}.{inner}", told) for inner, told in value.items()]
    for name, value in inside:
        found.setdefault(_folded(name), (name, value))
    return found


def _folded(name: str) -> str:
    return _FOLD.sub("", name.lower().removeprefix("\ufeff"))


def _string(value: object) -> str | None:
    """A field as text: a number is its digits, an object its name, a list its members; anything else is nothing."""
    if isinstance(value, Mapping):
        return _string(value.get("name"))
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_string, value[:8]))) or None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return encodable(str(value)).strip() or None
