"""Archives. In: a blob of a zip, a tar, or one compressed file. Out: its members as Blobs, in the order of their names.

Nothing is written to disk: a member's name only goes into its uri, `archive.zip/inner/name.html`. What a header says
of sizes is not believed; bytes are counted as they come.
"""

from __future__ import annotations

import gzip
import io
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure, Skipped
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.document import encodable
from timeline.read.nobody import is_ours, why_not_file, why_not_folder

MOST_MEMBERS = 50_000
LARGEST = 256 << 20
"""Bytes of one member."""
LARGEST_PACKED = 1 << 30
"""Bytes of what is packed whole: a tar in a gzip."""
MOST_RATIO, RATIO_FROM = 200, 1 << 20
"""Text shrinks to a tenth, tables to a fiftieth: what is large and unpacks to two hundred times its size is a bomb."""

Member = Blob | Failure | Skipped

_CHUNK = 1 << 20
_BROKEN = (
    EOFError, OSError, ValueError, LookupError, RuntimeError, zlib.error, lzma.LZMAError, struct.error,
    zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip
"""What the standard library raises for damaged archives; NotImplementedError is a RuntimeError."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_END_OF_TAR = bytes(512)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A member before it is opened. `packed`: how many bytes it takes in the archive."""

    name: str
    open: Callable[[], IO[bytes] | None]
    packed: int
    locked: bool = False


def read_zip(blob: Blob, options: ReadOptions) -> Iterator[Member]:
    """The members of a zip. Raises UnreadableDocument (broken-archive, bomb)."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(blob.data))
        entries = [
            _Entry(info.filename, partial(archive.open, info), info.compress_size, bool(info.flag_bits & 1))
            for info in archive.infolist()
            if not info.filename.endswith("/")
        ]
    except _BROKEN as error:
        raise _cut(blob.uri, error) from error
    with archive:
        yield from _members(blob, entries)


def refuse_bomb(blob: Blob) -> None:
    """For what is a zip inside (an office document). Raises UnreadableDocument (broken-archive, bomb, too-large)."""
    size = 0
    try:
        with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
            for info in archive.infolist():
                with archive.open(info) as stream:
                    for chunk in _chunks(stream.read, info.compress_size, blob.uri):
                        size += len(chunk)
                        if size > LARGEST:
                            raise _too_large(blob.uri)
    except _BROKEN as error:
        raise _cut(blob.uri, error) from error


def read_tar(blob: Blob, options: ReadOptions) -> Iterator[Member]:
    """The members of a tar, up to where it is cut. Raises UnreadableDocument (broken-archive, bomb)."""
    yield from _tar(blob, blob.data, None)


def read_gzip(blob: Blob, options: ReadOptions) -> Iterator[Member]:
    """What a gzip holds: a tar's members under its own uri, else one Blob. Raises UnreadableDocument."""
    data = bytearray()
    broken: Exception | None = None
    try:
        # Why read1: what comes before a break is handed out.
        unpacking = gzip.GzipFile(fileobj=io.BytesIO(blob.data)).read1
        for chunk in _chunks(unpacking, len(blob.data), blob.uri, LARGEST_PACKED):
            data += chunk
    except _BROKEN as error:
        broken = error
    if data[257:262] == b"ustar":
        yield from _tar(blob, bytes(data), broken)
    elif broken is not None:
        raise _cut(blob.uri, broken) from broken
    else:
        name = PurePosixPath(blob.name)
        yield Blob(f"{blob.uri}/{name.stem if name.suffix.lower() == '.gz' else name.name}", bytes(data), url=blob.url)


def _tar(blob: Blob, data: bytes, broken: Exception | None) -> Iterator[Member]:
    entries: list[_Entry] = []
    links: list[Skipped] = []
    try:
        archive = tarfile.TarFile(fileobj=io.BytesIO(data), errors="replace")
        while (info := archive.next()) is not None and len(entries) + len(links) <= MOST_MEMBERS:
            if info.isfile() and not info.issparse() and info.offset_data + info.size > len(data):
                raise EOFError(f"{info.name} ends too soon")
            if info.isfile():
                entries.append(_Entry(info.name, partial(archive.extractfile, info), len(blob.data)))
            elif not info.isdir():
                links.append(Skipped(f"{blob.uri}/{_shown(info.name)}", "a link or a device, not a file"))
        if broken is None and data[archive.offset : archive.offset + len(_END_OF_TAR)] != _END_OF_TAR:
            broken = EOFError("its end is missing")
    except _BROKEN as error:
        broken = broken or error
    if broken is not None and not entries:
        raise _cut(blob.uri, broken) from broken
    yield from links
    if entries or not links:
        yield from _members(blob, entries)
    if broken is not None:
        told = _cut(blob.uri, broken)
        yield Failure(blob.uri, STAGE, told.code, f"{told}; {len(entries)} files before the break were found")


def _members(blob: Blob, entries: list[_Entry]) -> Iterator[Member]:
    """The members in order. A bomb among them ends the archive: raises UnreadableDocument."""
    if len(entries) > MOST_MEMBERS:
        raise UnreadableDocument(
            f"{blob.uri}: holds more than {MOST_MEMBERS:,} files; unpack it and name the folders to read", "too-many"
        )
    if not entries:
        raise UnreadableDocument(f"{blob.uri}: holds no files; remove it", "empty")
    passed = _passed_over(entries)
    seen: Counter[str] = Counter()
    for entry in sorted(entries, key=lambda entry: entry.name.split("/")):
        shown = _shown(entry.name)
        seen[shown] += 1
        uri = f"{blob.uri}/{shown}" + (f"~{seen[shown]}" if seen[shown] > 1 else "")
        folder = next((folder for folder in _folders(entry.name) if folder in passed), None)
        if _leads_out(entry.name):
            message = f"{uri}: its name leads out of the archive, so it is not read; see who made this archive"
            yield Failure(uri, STAGE, "unsafe-name", message)
        elif folder is not None:
            if passed[folder]:
                yield Skipped(f"{blob.uri}/{_shown(folder)}/", passed[folder])
                passed[folder] = ""
        elif why := why_not_file(PurePosixPath(entry.name).name):
            yield Skipped(uri, why)
        else:
            yield _opened(entry, uri)


def _opened(entry: _Entry, uri: str) -> Member:
    """One member's bytes, or why there are none. Raises UnreadableDocument for a bomb."""
    if entry.locked:
        message = f"{uri}: is encrypted; unpack the archive with its password and name the folder"
        return Failure(uri, STAGE, "encrypted", message)
    data = bytearray()
    try:
        stream = entry.open()
        if stream is None:
            raise EOFError("it is not there")
        with stream:
            for chunk in _chunks(stream.read, entry.packed, uri):
                data += chunk
    except _BROKEN as error:
        broken = _cut(uri, error)
        return Failure(uri, STAGE, broken.code, str(broken))
    if is_ours(PurePosixPath(entry.name).name, data):
        return Skipped(uri, "an output of this program")
    return Blob(uri, bytes(data))


def _chunks(read: Callable[[int], bytes], packed: int, uri: str, most: int = LARGEST) -> Iterator[bytes]:
    """A stream's bytes, as long as they are no bomb. Raises UnreadableDocument (bomb, too-large)."""
    size = 0
    while chunk := read(_CHUNK):
        size += len(chunk)
        if size > RATIO_FROM and size > MOST_RATIO * packed:
            told = f"unpacks to more than {MOST_RATIO} times its size, as a zip bomb does, so it is not read"
            raise UnreadableDocument(f"{uri}: {told}; see who made it, and unpack it by hand if you trust it", "bomb")
        if size > most:
            raise _too_large(uri, most)
        yield chunk


def _passed_over(entries: list[_Entry]) -> dict[str, str]:
    """The folders whose files are nobody's documents, and why."""
    files: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        folder, _, name = entry.name.rpartition("/")
        files[folder].add(name)
    found: dict[str, str] = {}
    for folder in sorted({folder for entry in entries for folder in _folders(entry.name)}):
        above, _, name = folder.rpartition("/")
        if why := why_not_folder(name, files[above]):
            found[folder] = why
    return found


def _folders(name: str) -> Iterator[str]:
    """The folders of a member, outermost first."""
    parts = name.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or bool(re.match(r"[A-Za-z]:[/\\]", name))


def _shown(name: str) -> str:
    """A member's name as it goes into a uri."""
    return _CONTROL.sub("�", encodable(name.removeprefix("./")))


def _cut(uri: str, error: Exception) -> UnreadableDocument:
    told = " ".join(str(error).split()) or type(error).__name__
    return UnreadableDocument(f"{uri}: is cut short or broken ({told}); get it again", "broken-archive")


def _too_large(uri: str, most: int = LARGEST) -> UnreadableDocument:
    return UnreadableDocument(f"{uri}: unpacks to more than {most >> 20:,} MB; divide it", "too-large")
