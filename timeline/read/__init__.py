"""Reading. In: files, folders, globs, standard input, blobs. Out: documents, and failures and skips as values.

A document's `text` is the text as read and is never edited afterwards; every span is code points of it:
decoded, byte order mark dropped, line ends kept. For plain text, Markdown and JSON Lines records it is
the whole text (front matter, markup and other stories' teasers included, marked as parts). For a web page
it is the page's visible text from its title to its last paragraph, one block a paragraph (see `webpage`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import cast

from timeline.errors import InputError, UnreadableDocument
from timeline.model import civil
from timeline.model.event import Failure, Skipped
from timeline.model.text import DateCandidate, DateOrigin, Document
from timeline.read.archive import read_gzip, read_tar, read_zip
from timeline.read.blob import STAGE, Blob, File, Reader, Reading, ReadOptions, Thing
from timeline.read.calendar_file import read_calendar
from timeline.read.correspondence import MEDIA_TYPE as MAIL
from timeline.read.cues import read_cues
from timeline.read.cutting import is_cut, pieces
from timeline.read.discover import Found, discover, is_address
from timeline.read.docx import read_docx
from timeline.read.epub import read_epub
from timeline.read.feed import read_feed
from timeline.read.format import format_of
from timeline.read.json_lines import read_json, read_json_lines
from timeline.read.mail import read_mail, read_mailbox, read_mhtml
from timeline.read.markdown import read_markdown
from timeline.read.name_rules import name_rules, with_names
from timeline.read.nobody import is_ours
from timeline.read.odt import read_odt
from timeline.read.outlook import read_msg
from timeline.read.pdf import read_pdf
from timeline.read.plain import read_plain
from timeline.read.records import FIELDS
from timeline.read.rtf import read_rtf
from timeline.read.sidecar import corrected, sidecars
from timeline.read.table import read_csv, read_xlsx
from timeline.read.tei import read_tei
from timeline.read.web_archive import read_warc
from timeline.read.webpage import read_webpage
from timeline.read.xml_document import read_xml
from timeline.registration import registered

__all__ = [
    "FIELDS",
    "READERS",
    "Blob",
    "ReadOptions",
    "Reader",
    "is_address",
    "locate",
    "read",
    "read_blob",
    "read_thing",
    "readers",
]

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
        ".json": read_json,
        ".jsonl": read_json_lines,
        ".ndjson": read_json_lines,
        ".pdf": read_pdf,
        ".rtf": read_rtf,
        ".csv": read_csv,
        ".tsv": read_csv,
        ".xlsx": read_xlsx,
        ".ics": read_calendar,
        ".eml": read_mail,
        ".msg": read_msg,
        ".mbox": read_mailbox,
        ".mhtml": read_mhtml,
        ".mht": read_mhtml,
        ".rss": read_feed,
        ".atom": read_feed,
        ".warc": read_warc,
        ".docx": read_docx,
        ".odt": read_odt,
        ".epub": read_epub,
        ".tei": read_tei,
        ".xml": read_xml,
        ".srt": read_cues,
        ".vtt": read_cues,
        ".zip": read_zip,
        ".tar": read_tar,
        ".gz": read_gzip,
        ".tgz": read_gzip,
    }
)
"""A file's suffix -> its reader. To add a format: one file with a Reader, one line here, its signs in `format`."""

DEEPEST = 4
"""How many things may lie in one another: an attachment of a mail of a mailbox in a zip does."""
MOST_UNPACKED = 2 << 30
"""Bytes that may come out of one file."""

HANDED_ON = 1 << 20
"""Bytes of a file that is handed on as bytes; a larger one is opened by whoever reads it."""
ARCHIVES = frozenset({".zip", ".tar", ".gz", ".tgz", ".mbox", ".warc"})
"""What holds other things and says nothing itself: its members are read side by side."""
_ARCHIVE_SIGNS = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"WARC/", b"From ", b">From ")

_PLAIN = frozenset({".txt", ".text", ".rst", ".md", ".markdown", ".srt", ".vtt"})
"""Formats in which the bytes are the text."""

GROUP = "timeline.readers"
_OPTIONS = ReadOptions()


@cache
def readers() -> Mapping[str, Reader]:
    """Every reader by suffix, those of other packages (entry points `timeline.readers`, named ".abc") with ours.

    Raises InputError for a suffix that two read.
    """
    added = registered(GROUP, {suffix: reader.__module__ for suffix, reader in READERS.items()})
    return MappingProxyType({**READERS, **{suffix: point.load() for suffix, point in added.items()}})


def read(*where: str | os.PathLike[str] | Blob, options: ReadOptions = _OPTIONS) -> Iterator[Reading]:
    """Every document under the named files, folders and globs (`-`: standard input), in a fixed order.

    What a `sources.csv` and a `names.csv` beside the files say is put in. Raises InputError at once when nothing that
    was named exists, or for a value in one of them that cannot be; a missing path among others is a Failure.
    """
    if not where:
        raise InputError("nothing to read: name a file, a folder or - for standard input")
    if options.stdin is None and "-" in where:
        raise InputError("-: no standard input was given; pipe a text into the command")
    given = tuple(item for item in where if isinstance(item, Blob) or item == "-" or is_address(item))
    paths = tuple(item for item in where if not isinstance(item, Blob) and item != "-" and not is_address(item))
    found = discover(paths)
    missing = [item for item in found if isinstance(item, Failure) and item.code == "missing"]
    if missing and len(missing) == len(found) and not given:
        raise InputError("; ".join(failure.message for failure in missing))
    told, names = sidecars(paths), name_rules(paths)
    things = _things(given, found, options)
    readings = (
        options.open(things) if options.open else (item for thing in things for item in read_thing(thing, options))
    )
    readings = corrected(readings, told, options.knows_language) if told else readings
    return with_names(readings, names) if names else readings


def locate(*where: str | os.PathLike[str]) -> Iterator[tuple[str, Path]]:
    """The (uri, path) of every file that `read` would open: where originals are found again."""
    for item in discover(where):
        if isinstance(item, Found):
            yield item.uri, item.path


def read_blob(blob: Blob, options: ReadOptions = _OPTIONS) -> Iterator[Reading]:
    """The documents in one blob, by what its content and suffix say it is, and in all that it holds."""
    readings = _unfolded(blob, options, lambda inner: True)
    if blob.changed is None:
        return cast(Iterator[Reading], readings)
    when = DateCandidate(blob.changed, DateOrigin.FILE_TIME)
    return (_dated(item, when) if isinstance(item, Document) else cast(Reading, item) for item in readings)


def read_thing(thing: Thing, options: ReadOptions = _OPTIONS) -> Iterator[Reading]:
    """The documents in something that was found; what is told already is told again."""
    if isinstance(thing, File):
        thing = _opened(thing)
    return read_blob(thing, options) if isinstance(thing, Blob) else iter((thing,))


def _unfolded(blob: Blob, options: ReadOptions, opens: Callable[[Blob], bool]) -> Iterator[Reading | Blob]:
    """A blob, or in its place all that it holds, if it and what is in it is to be opened."""
    if not opens(blob):
        yield blob
        return
    unpacked = 0
    opened = [(blob, _read(blob, options))]
    while opened:
        holder, readings = opened[-1]
        item = next(readings, None)
        if item is None:
            opened.pop()
        elif isinstance(item, Failure) and item.code == "bomb" and len(opened) > 1:
            yield replace(item, message=f"{item.message}; nothing is read in {blob.uri} from here on")
            return
        elif not isinstance(item, Blob):
            sent = next((opener.sent for opener, _ in reversed(opened) if opener.sent), None)
            yield _attached(item, sent) if sent and isinstance(item, Document) else item
        elif len(opened) > DEEPEST:
            opened.pop()
            message = f"{holder.uri}: lies too deep in other archives; unpack the outer ones and name the folder"
            yield Failure(holder.uri, STAGE, "too-deep", message)
        elif (unpacked := unpacked + len(item.data)) > MOST_UNPACKED:
            message = f"{blob.uri}: unpacks to more than {MOST_UNPACKED >> 20:,} MB; from {item.uri} on nothing is read"
            yield Failure(blob.uri, STAGE, "bomb", f"{message}; unpack it and name the folders to read")
            return
        elif not opens(item):
            yield item
        else:
            opened.append((item, _read(item, options)))


def _read(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure | Skipped | Blob]:
    """What one blob's reader gives; whatever goes wrong in it is a Failure, and never the others'."""
    if not blob.data.strip():
        yield Failure(blob.uri, STAGE, "empty", f"{blob.uri}: the file is empty; remove it or fill it")
        return
    known = readers()
    suffix = format_of(blob, known)
    reader = known.get(suffix)
    if reader is None:
        message = f"{blob.uri}: no reader for {suffix} files; save it as one of {' '.join(sorted(known))}"
        yield Failure(blob.uri, STAGE, "unknown-format", message)
        return
    if suffix in _PLAIN and len(blob.data) > options.largest:
        yield _too_large(blob.uri, len(blob.data), options)
        return
    try:
        for item in reader(blob, options):
            if isinstance(item, Document) and len(item.text) > options.largest:
                yield _too_large(item.source.uri, len(item.text), options)
            else:
                yield item
    except UnreadableDocument as error:
        yield Failure(blob.uri, STAGE, error.code, str(error))
    except MemoryError:
        message = f"{blob.uri}: needs more memory than a document may have; divide it, or remove it"
        yield Failure(blob.uri, STAGE, "too-large", message)
    except Exception as error:
        # Why: one file must not end a build of thousands; the name of the exception leads to the bug.
        name = type(error).__name__
        message = f"{blob.uri}: this file met an error in the program ({name}: {error}); please report it"
        yield Failure(blob.uri, STAGE, name, message)


def _too_large(uri: str, size: int, options: ReadOptions) -> Failure:
    told = f"its text is larger than a document may be ({size / 1e6:,.0f} of {options.largest / 1e6:,.0f} MB)"
    return Failure(uri, STAGE, "too-large", f"{uri}: {told}; divide it, or allow more with --max-document-mb")


def _things(
    given: tuple[str | os.PathLike[str] | Blob, ...],
    found: tuple[Found | Failure | Skipped, ...],
    options: ReadOptions,
) -> Iterator[Thing]:
    """What is to be read, in order. What only holds other things is opened here, so that each of them is one."""
    for something in given:
        blob = something if isinstance(something, Blob) else _gotten(os.fspath(something), options)
        yield from _members(blob, options) if isinstance(blob, Blob) else (blob,)
    for item in found:
        for thing in _things_in(item, options) if isinstance(item, Found) else (item,):
            yield from _members(thing, options) if isinstance(thing, Blob) else (thing,)


def _members(blob: Blob, options: ReadOptions) -> Iterator[Thing]:
    for item in _unfolded(blob, options, _is_archive):
        yield replace(item, changed=blob.changed) if isinstance(item, Blob) else cast(Thing, item)


def _is_archive(blob: Blob) -> bool:
    """Whether something holds other things and says nothing itself."""
    likely = blob.data.startswith(_ARCHIVE_SIGNS) or blob.data[257:262] == b"ustar" or blob.suffix in ARCHIVES
    return likely and format_of(blob, readers()) in ARCHIVES


def _things_in(item: Found, options: ReadOptions) -> Iterator[Thing]:
    """A file: as its bytes where they are few, in pieces, or by its name; why not, where it cannot be opened."""
    try:
        about = item.path.stat()
        file = File(item.uri, item.name, about.st_size, _day(about.st_mtime) if options.trust_file_time else None)
        if is_cut(item.path, file.size):
            for piece in pieces(item.uri, item.path):
                yield replace(piece, changed=file.changed)
            return
        with item.path.open("rb") as opened:
            data = opened.read(HANDED_ON)
    except OSError as error:
        yield _closed(item.uri, error)
        return
    head = Blob(item.uri, data)
    if len(data) >= file.size:
        yield _blob(file, data)
    elif format_of(head, readers()) in _PLAIN and file.size > options.largest:
        yield _too_large(item.uri, file.size, options)
    else:
        yield _opened(file) if data.startswith(_ARCHIVE_SIGNS) or _is_archive(head) else file


def _opened(file: File) -> Blob | Failure | Skipped:
    """A file's bytes, or why there are none."""
    if file.size > MOST_UNPACKED:
        message = f"{file.uri}: is larger than {MOST_UNPACKED >> 20:,} MB; divide it"
        return Failure(file.uri, STAGE, "too-large", message)
    try:
        return _blob(file, Path(file.path).read_bytes())
    except OSError as error:
        return _closed(file.uri, error)


def _blob(file: File, data: bytes) -> Blob | Skipped:
    if is_ours(PurePath(file.path).name, data):
        return Skipped(file.uri, "an output of this program")
    return Blob(file.uri, data, changed=file.changed)


def _day(seconds: float) -> str:
    return civil.iso(int(seconds) // civil.DAY)


def _closed(uri: str, error: OSError) -> Failure:
    return Failure(uri, STAGE, "unreadable", f"{uri}: cannot be opened ({error.strerror}); check its permissions")


def _attached(document: Document, sent: str) -> Document:
    """A document that came with a mail, with the mail's date as a place that may date it; mails have their own."""
    if document.source.media_type == MAIL or len(document.entries) > 1:
        return document
    return _dated(document, DateCandidate(sent, DateOrigin.ENCLOSING_MAIL))


def _dated(document: Document, when: DateCandidate) -> Document:
    """A document with another place that may date it, after all others."""
    return replace(document, date_candidates=(*document.date_candidates, when))


def _gotten(place: str, options: ReadOptions) -> Blob | Failure:
    """What lies at a web address, or came through standard input."""
    if place == "-":
        return Blob("stdin", options.stdin or b"")
    if options.fetch is None:
        message = f"{place}: no address is read unless the options say how (fetch); save the page and name the file"
        return Failure(place, STAGE, "not-fetched", message)
    try:
        return options.fetch(place)
    except UnreadableDocument as error:
        return Failure(place, STAGE, error.code, str(error))
