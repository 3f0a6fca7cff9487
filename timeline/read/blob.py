"""What a reader takes: the bytes of one thing, whatever it came from. In: nothing. Out: Blob, ReadOptions, Reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from timeline.model.event import Failure, Skipped
from timeline.model.text import Document

STAGE = "read"
LARGEST = 20_000_000
"""Code points of a document: some fifteen long novels."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes with a name: a file, a member of an archive, standard input, a download.

    `uri` is relative and goes into the output; `media_type` is what the giver says it is, if anything;
    `url` is the web address that it was fetched from, where that is known; `sent`: when the mail was sent that it
    is attached to; `first_line`: the number of its first line where it is a piece of a larger file; `changed`: the day
    of its file's last change, where that may date what it holds.
    """

    uri: str
    data: bytes
    media_type: str | None = None
    url: str | None = None
    sent: str | None = None
    first_line: int = 1
    changed: str | None = None

    @property
    def charset(self) -> str | None:
        """The charset that the giver names in the media type, if any."""
        found = _CHARSET.search(self.media_type or "")
        return found[1] if found else None

    @property
    def name(self) -> str:
        """The last part of the uri: "2023-12-24-talks.txt"."""
        return PurePosixPath(self.uri).name

    @property
    def suffix(self) -> str:
        """The file's suffix, lower-case with its dot; "" for names such as "Letter to Mr. Hall"."""
        suffix = PurePosixPath(self.uri).suffix.lower()
        return suffix if 2 <= len(suffix) <= 9 and suffix[1:].isalnum() else ""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. `language` is what the user says all documents are in; `stdin` is what `-` stands for.

    `fields` names the fields of records, (ours, theirs): (("text", "body"), ("published", "date")).
    `fetch` gets what lies at a web address, and raises UnreadableDocument; None: no address is read.
    `ocr` gives a PDF's named pages ("3,7-9") a text layer; None leaves them unread.
    `knows_language`: whether a language that `sources.csv` names can be read; None: it is taken as it is.
    `largest` is how many bytes a plain text, or code points the text of anything else, may have.
    `trust_file_time`: the day on which a file was last changed may date its documents, where nothing else does.
    `open` reads things in their order, with what it remembers of them or side by side; None: one after the other.
    """

    language: str | None = None
    stdin: bytes | None = None
    fields: tuple[tuple[str, str], ...] = ()
    ocr: Callable[[bytes, str], bytes] | None = None
    fetch: Callable[[str], Blob] | None = None
    largest: int = LARGEST
    trust_file_time: bool = False
    events: bool = False
    """Tables are chronologies: each row is an event, not a document."""
    open: Callable[[Iterator[Thing]], Iterator[Reading]] | None = None
    knows_language: Callable[[str], bool] | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that is too large to be handed on as bytes: whoever reads it opens it. `changed`: as of a Blob."""

    uri: str
    path: str
    size: int
    changed: str | None = None


Reading: TypeAlias = Document | Failure | Skipped
Thing: TypeAlias = Blob | File | Failure | Skipped
"""What is found under the names that the user gives: to be read, or told as it is."""
Reader: TypeAlias = Callable[[Blob, ReadOptions], Iterator[Document | Failure | Skipped | Blob]]
"""A Blob that it yields (a member, an attachment) is read in its turn, by the table, before it goes on.

Raises UnreadableDocument when nothing in the blob can be read; what can be read in part yields Failures.
"""
