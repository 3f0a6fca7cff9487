"""JSON and JSON Lines. In: a blob. Out: a Document for every good record, a Failure for every broken one.

JSON Lines has one record a line. A `.json` file is one record, an array of them, or an object that holds one such
array (`{"articles": [...]}`, `{"response": {"docs": [...]}}`); see `records` for what a record holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure, Skipped
from timeline.model.text import Document
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.chronology import chronology
from timeline.read.decode import decode
from timeline.read.put_down import put_down
from timeline.read.records import document_of, has_text
from timeline.read.timelinejs import is_timelinejs, slides, title_of

_LINES, _JSON = "application/x-ndjson", "application/json"
_LISTS = (
    "articles", "items", "results", "docs", "documents", "records", "entries", "news", "posts", "stories", "hits",
    "data", "response", "feed",
)  # fmt: skip
"""Names under which others keep their records, best first."""


def read_json_lines(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure]:
    """The documents of a JSON Lines file. Raises UnreadableDocument when it is not text at all."""
    text = decode(blob.data, blob.uri)
    # Why: only "\n" ends a record; U+2028 and the like may stand inside a JSON string.
    if not text.strip():
        raise UnreadableDocument(f"{blob.uri}: no records in it; remove it or fill it", "empty")
    for number, line in enumerate(text.split("\n"), blob.first_line):
        if not line.strip():
            continue
        where = f"{blob.uri}:{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Failure(where, STAGE, "broken-json", f"{where}: {_what(error)}; correct or remove the line")
        else:
            yield from _documents(blob, record, number, where, _LINES, options)


def read_json(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure | Skipped]:
    """The documents of a JSON file. Raises UnreadableDocument (broken-json, no-records)."""
    text = decode(blob.data, blob.uri)
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data" and "\n" in text.strip():
            yield from read_json_lines(blob, options)
            return
        raise UnreadableDocument(f"{blob.uri}: {_what(error)}; correct it or save it again", "broken-json") from error
    if is_timelinejs(whole):
        kept = tuple(slides(whole))
        if not kept:
            raise UnreadableDocument(f"{blob.uri}: no slide has a date and a headline; complete them", "no-records")
        yield chronology(blob, kept, options, _JSON, title_of(whole))
        return
    if isinstance(whole, dict) and "schema_version" in whole and "events" in whole:
        yield put_down(blob, whole) or Skipped(blob.uri, "an output of this program")
        return
    records = _records(whole)
    if records is None:
        message = f"{blob.uri}: no records in it; give an array of objects that hold a text each, such as"
        raise UnreadableDocument(f'{message} [{{"text": "...", "published": "2024-03-22"}}]', "no-records")
    for number, record in enumerate(records, 1):
        yield from _documents(blob, record, number, f"{blob.uri}#{number}", _JSON, options)


def looks_like_records(data: bytes) -> bool:
    """Whether the first line is a whole JSON object with a text."""
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith(b"{"):
        return False
    try:
        first = json.loads(head.partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and has_text(first, ReadOptions())


def looks_like_json(data: bytes) -> bool:
    """Whether bytes are a JSON array or object that holds records."""
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith((b"{", b"[")):
        return False
    try:
        return bool(_records(json.loads(head)))
    except (ValueError, RecursionError):
        return False


def _documents(
    blob: Blob, record: object, number: int, where: str, media_type: str, options: ReadOptions
) -> Iterator[Document | Failure]:
    """One record's document, or why there is none."""
    try:
        if not isinstance(record, dict):
            raise UnreadableDocument(f"{where}: not a JSON object; give {{'text': ...}}", "broken-record")
        yield from document_of(blob, record, number, where, options, media_type=media_type)
    except UnreadableDocument as error:
        yield Failure(where, STAGE, error.code, str(error))


def _records(whole: Any) -> list[Any] | None:
    """The records in what a file holds: itself an array of them, or with one inside, or one record."""
    for _ in range(3):
        if isinstance(whole, list):
            return whole if any(isinstance(record, dict) for record in whole) else None
        if not isinstance(whole, dict):
            return None
        named = (whole[name] for name in _LISTS if isinstance(whole.get(name), (list, dict)))
        lists = (value for value in whole.values() if isinstance(value, list) and any(map(_is_record, value)))
        inside = next(named, None) or next(lists, None)
        if inside is None or has_text(whole, ReadOptions()):
            return [whole]
        whole = inside
    return None


def _is_record(value: object) -> bool:
    return isinstance(value, dict) and has_text(value, ReadOptions())


def _what(error: Exception) -> str:
    """What is wrong with some JSON, and where in it."""
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg}" + (f", line {error.lineno})" if error.lineno > 1 else ")")
    return "not JSON (nested too deep)" if isinstance(error, RecursionError) else "not JSON (a number too long)"
