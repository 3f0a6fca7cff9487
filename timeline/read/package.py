"""Documents that are zips of XML (.docx, .odt, .epub). In: a blob. Out: their members, by name and within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from timeline.errors import UnreadableDocument
from timeline.read.xml_tree import Tree, parse_xml

LARGEST = 200 << 20
"""Bytes of one member: no book's text is so long."""
_MOST_RATIO, _RATIO_FROM = 300, 8 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, KeyError)


@dataclass(frozen=True, slots=True)
class Package:
    """An open package."""

    uri: str
    what: str
    archive: zipfile.ZipFile

    def names(self) -> list[str]:
        """The members' names, in the order of the archive."""
        return self.archive.namelist()

    def bytes_of(self, name: str) -> bytes | None:
        """A member's bytes, None where there is none. Raises UnreadableDocument (encrypted, bomb, broken)."""
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise locked(self.uri, self.what)
        try:
            with self.archive.open(info) as member:
                data = member.read(LARGEST + 1)
        except _BROKEN as error:
            raise broken(self.uri, self.what, str(error)) from error
        if len(data) > LARGEST or (len(data) > _RATIO_FROM and len(data) > _MOST_RATIO * max(1, info.compress_size)):
            told = (
                f"{self.uri}: {name} in it unpacks to more than any {self.what} holds; it may be a zip bomb: remove it"
            )
            raise UnreadableDocument(told, "bomb")
        return data

    def tree(self, name: str) -> Tree | None:
        """A member as XML, None where there is none. Raises UnreadableDocument."""
        data = self.bytes_of(name)
        return parse_xml(data, f"{self.uri}/{name}") if data else None


def open_package(data: bytes, uri: str, what: str) -> Package:
    """The package in some bytes; `what` names it to people. Raises UnreadableDocument (encrypted, broken)."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise locked(uri, what)
    try:
        return Package(uri, what, zipfile.ZipFile(io.BytesIO(data)))
    except _BROKEN as error:
        raise broken(uri, what, str(error)) from error


def locked(uri: str, what: str) -> UnreadableDocument:
    """What is told of a document that only its owner can open."""
    return UnreadableDocument(f"{uri}: this {what} is locked with a password; save a copy without it", "encrypted")


def broken(uri: str, what: str, told: str) -> UnreadableDocument:
    """What is told of a document that is cut or damaged."""
    advice = "download or copy it again, or open and save it in its own program"
    return UnreadableDocument(f"{uri}: this {what} is broken or cut off ({told}); {advice}", "broken-package")
