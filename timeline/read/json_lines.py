"""JSON Lines: one record a line. In: a blob. Out: a Document for every good line, a Failure for every broken one.

A record: `{"id", "title", "text", "published" or "dct", "url", "language"}`, also `publisher` and `author`;
only `text` must be there. A record's uri is its `url`, else `FILE#id`, else `FILE#line`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure
from timeline.model.text import DateCandidate, DateOrigin, Document
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.dating import from_url, tells_date
from timeline.read.decode import decode
from timeline.read.document import Metadata, document, encodable
from timeline.read.layout import units
from timeline.read.plain import judge

_DATES = ("published", "dct")
"""Fields of a record that tell when it was written; the first that can be read is taken."""


def read_json_lines(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure]:
    """The documents of a JSON Lines file. Raises UnreadableDocument when it is not text at all."""
    text = decode(blob.data, blob.uri)
    # Why: only "\n" ends a record; U+2028 and the like may stand inside a JSON string.
    if not text.strip():
        raise UnreadableDocument(f"{blob.uri}: no records in it; remove it or fill it", "empty")
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = _record(blob, number, line)
            yield _document(blob, record, number, options)
            yield from _bad_dates(f"{blob.uri}:{number}", record)
        except UnreadableDocument as error:
            yield Failure(f"{blob.uri}:{number}", STAGE, error.code, str(error))


def looks_like_records(data: bytes) -> bool:
    """Whether the first line is a whole JSON object with a text."""
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith(b"{"):
        return False
    try:
        first = json.loads(head.partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and isinstance(first.get("text"), str)


def _record(blob: Blob, number: int, line: str) -> dict[str, Any]:
    where = f"{blob.uri}:{number}"
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise UnreadableDocument(f"{where}: not JSON ({what}); correct or remove the line", "broken-json") from error
    if not isinstance(record, dict):
        raise UnreadableDocument(f"{where}: not a JSON object; give {{'text': ...}}", "broken-record")
    if not isinstance(record.get("text"), str):
        raise UnreadableDocument(f"{where}: no 'text' in the record; give it as a string", "broken-record")
    return record


def _document(blob: Blob, record: dict[str, Any], number: int, options: ReadOptions) -> Document:
    text = encodable(record["text"])
    key, url = _string(record.get("id")), _string(record.get("url"))
    uri = url or f"{blob.uri}#{key or number}"
    if not text.strip():
        raise UnreadableDocument(f"{blob.uri}:{number}: the record's text is empty; remove the line", "empty")
    about = Metadata(
        title=_string(record.get("title")),
        publisher=_string(record.get("publisher")),
        author=_string(record.get("author")),
        language=_string(record.get("language")),
        url=url,
    )
    parts, found = judge(text, units(text), about.title)
    stated = next((stated for name in _DATES if (stated := _string(record.get(name))) and tells_date(stated)), None)
    given = (DateCandidate(stated, DateOrigin.RECORD),) if stated else ()
    candidates = (*given, *found, *from_url(url))
    return document(
        blob, text, parts, about, candidates, options=options, media_type="application/x-ndjson", uri=uri, key=key
    )


def _bad_dates(where: str, record: dict[str, Any]) -> Iterator[Failure]:
    """The dates of a record that cannot be read: its document is there without them."""
    for name in _DATES:
        value = record.get(name)
        stated = _string(value)
        if (stated is None and value not in (None, "")) or (stated is not None and not tells_date(stated)):
            shown = json.dumps(value, ensure_ascii=False)
            message = f"{where}: {name!r} is no date: {shown[:60]}; give a day such as 2024-03-22 (read without it)"
            yield Failure(where, STAGE, "bad-date", message)


def _string(value: object) -> str | None:
    """A field as text: a number is its digits, anything else that is not text is nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return encodable(str(value)).strip() or None
