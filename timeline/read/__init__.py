"""Reading. In: files, folders, globs, standard input, blobs. Out: documents, and failures and skips as values.

A document's `text` is the text as read and is never edited afterwards; every span is code points of it:
decoded, byte order mark dropped, line ends kept. For plain text, Markdown and JSON Lines records it is
the whole text (front matter, markup and other stories' teasers included, marked as parts). For a web page
it is the page's visible text from its title to its last paragraph, one block a paragraph (see `webpage`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from timeline.errors import InputError, UnreadableDocument
from timeline.model.event import Failure, Skipped
from timeline.read.blob import STAGE, Blob, Reader, Reading, ReadOptions
from timeline.read.discover import Found, discover, is_ours
from timeline.read.json_lines import looks_like_records, read_json_lines
from timeline.read.markdown import read_markdown
from timeline.read.plain import read_plain
from timeline.read.webpage import looks_like_webpage, read_webpage

__all__ = ["READERS", "Blob", "ReadOptions", "Reader", "locate", "read", "read_blob"]

READERS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        ".txt": read_plain,
        ".text": read_plain,
        ".rst": read_plain,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_webpage,
        ".htm": read_webpage,
        ".xhtml": read_webpage,
        ".jsonl": read_json_lines,
        ".ndjson": read_json_lines,
    }
)
"""A file's suffix -> its reader. To add a format: one file with a Reader, one line here."""

_OPTIONS = ReadOptions()
_HEAD = 4096


def read(*where: str | os.PathLike[str] | Blob, options: ReadOptions = _OPTIONS) -> Iterator[Reading]:
    """Every document under the named files, folders and globs (`-`: standard input), in a fixed order.

    Raises InputError at once when nothing that was named exists; a missing path among others is a Failure.
    """
    blobs = [_standard_input(options) if item == "-" else item for item in where]
    found = discover(tuple(item for item in blobs if not isinstance(item, Blob)))
    given = [item for item in blobs if isinstance(item, Blob)]
    missing = [item for item in found if isinstance(item, Failure) and item.code == "missing"]
    if not where:
        raise InputError("nothing to read: name a file, a folder or - for standard input")
    if missing and len(missing) == len(found) and not given:
        raise InputError("; ".join(failure.message for failure in missing))
    return _readings(given, found, options)


def locate(*where: str | os.PathLike[str]) -> Iterator[tuple[str, Path]]:
    """The (uri, path) of every file that `read` would open: where originals are found again."""
    for item in discover(where):
        if isinstance(item, Found):
            yield item.uri, item.path


def read_blob(blob: Blob, options: ReadOptions = _OPTIONS) -> Iterator[Reading]:
    """The documents in one blob, by its suffix, corrected where its content plainly says otherwise."""
    if not blob.data.strip():
        yield Failure(blob.uri, STAGE, "empty", f"{blob.uri}: the file is empty; remove it or fill it")
        return
    reader = _reader(blob)
    if reader is None:
        known = " ".join(sorted(READERS))
        message = f"{blob.uri}: no reader for {blob.suffix} files; save it as one of {known}"
        yield Failure(blob.uri, STAGE, "unknown-format", message)
        return
    try:
        yield from reader(blob, options)
    except UnreadableDocument as error:
        yield Failure(blob.uri, STAGE, error.code, str(error))


def _readings(
    given: list[Blob], found: tuple[Found | Failure | Skipped, ...], options: ReadOptions
) -> Iterator[Reading]:
    for blob in given:
        yield from read_blob(blob, options)
    for item in found:
        if not isinstance(item, Found):
            yield item
            continue
        try:
            data = item.path.read_bytes()
        except OSError as error:
            message = f"{item.uri}: cannot be opened ({error.strerror}); check its permissions"
            yield Failure(item.uri, STAGE, "unreadable", message)
            continue
        if is_ours(item.path, data[:_HEAD]):
            yield Skipped(item.uri, "an output of this program")
        else:
            yield from read_blob(Blob(item.uri, data), options)


def _standard_input(options: ReadOptions) -> Blob:
    if options.stdin is None:
        raise InputError("-: no standard input was given; pipe a text into the command")
    return Blob("stdin", options.stdin)


def _reader(blob: Blob) -> Reader | None:
    """The reader for a blob; a wrong suffix yields to content that is plainly something else."""
    by_suffix = READERS.get(blob.suffix)
    if by_suffix in (read_plain, None) and looks_like_webpage(blob.data):
        return read_webpage
    if by_suffix in (read_plain, None) and looks_like_records(blob.data):
        return read_json_lines
    if by_suffix is read_webpage and not looks_like_webpage(blob.data, loosely=True):
        return read_plain
    return by_suffix or (None if blob.suffix else read_plain)
