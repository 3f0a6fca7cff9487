"""What was read, laid down and put in order. In: documents, failures and skipped files. Out: `Gathered`.

Identical copies become one document that lists the others' uris; documents are in order of their uris. They lie on a
shelf, for an archive of them is never held.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.model.event import Failure, Skipped
from timeline.model.text import DateOrigin, Document, NameRule
from timeline.store.frozen import packed, unpacked

if TYPE_CHECKING:
    from timeline.store.shelf import Shelf, Table


_IN_ORDER = "ORDER BY uri, key, id"


@dataclass(frozen=True, slots=True)
class Gathered(Collection[Document]):
    """The documents of a build, each once, and what else was met while they were read.

    `text`: code points of all; `rules`: what is said of names beside them.
    """

    failures: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]
    rules: tuple[NameRule, ...]
    count: int
    text: int
    _table: Table

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts by their documents' ids, each read when it is asked for."""
        return _Texts(self._table, "id")

    @property
    def texts_by_sha256(self) -> Mapping[str, str]:
        """The texts by their sources' `text_sha256`."""
        return _Texts(self._table, "sha256")

    def __len__(self) -> int:
        return self.count

    def __contains__(self, document: object) -> bool:
        return isinstance(document, Document) and document.id in self.texts

    def __iter__(self) -> Iterator[Document]:
        """The documents in order of uri, then of their key in it, then of id."""
        return (unpacked(body) for (body,) in self._table.rows(_IN_ORDER, what="body"))

    def marked(self) -> Iterator[tuple[str, bytes, bytes]]:
        """The documents in the same order: id, a hash of all that it holds, and the document, packed."""
        return self._table.rows(_IN_ORDER, what="id, mark, body")

    def marks(self) -> Iterator[bytes]:
        """Only the hashes."""
        return (mark for (mark,) in self._table.rows(_IN_ORDER, what="mark"))


@dataclass(frozen=True, slots=True)
class _Texts(Mapping[str, str]):
    """Texts by a column that names them."""

    table: Table
    column: str

    def __getitem__(self, name: str) -> str:
        for (body,) in self.table.rows(f"WHERE {self.column} = ? LIMIT 1", (name,), "body"):
            text: str = unpacked(body).text
            return text
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self.table.rows(what=self.column))

    def __len__(self) -> int:
        return len(self.table)


def gather(readings: Iterable[Document | Failure | Skipped], shelf: Shelf) -> Gathered:
    """Lays down what is read, as it is read."""
    table = shelf.table("documents", "id TEXT, sha256 TEXT, uri BLOB, key BLOB, size INTEGER, mark BLOB, body BLOB")
    failures: list[Failure] = []
    skipped: list[Skipped] = []
    rules: dict[NameRule, None] = {}
    for item in readings:
        match item:
            case Document():
                rules |= dict.fromkeys(item.names)
                _lay_down(item, table)
            case Failure():
                failures.append(item)
            case Skipped():
                skipped.append(item)
    table.index("uri, key, id, mark")
    table.index("id")
    table.index("sha256")
    _make_one_of_each(table)
    ((count, text),) = table.rows(what="count(*), coalesce(sum(size), 0)")
    return Gathered(tuple(failures), tuple(skipped), tuple(rules), count, text, table)


def _lay_down(document: Document, table: Table) -> None:
    size, sha256 = len(document.text), document.source.text_sha256
    table.add(document.id, sha256, *_place(document), size, _mark(document), packed(document))


def _mark(document: Document) -> bytes:
    # Why without names: what is said of them is put on when all documents are at hand.
    told = repr(replace(document, names=())) if document.names else repr(document)
    return hashlib.sha256(told.encode("utf-8", "backslashreplace")).digest()


def _make_one_of_each(table: Table) -> None:
    """Of copies, the one that tells when it was written is kept, then the first by uri."""
    copied = [id for (id,) in table.rows("GROUP BY id HAVING count(*) > 1", what="id")]
    for id in copied:
        copies: list[Document] = [unpacked(body) for (body,) in table.rows("WHERE id = ?", (id,), "body")]
        copies.sort(key=lambda document: (telling(document), *_place(document), document.text))
        first, *others = copies
        uris = sorted({other.source.uri for other in others} - {first.source.uri} | set(first.source.copies))
        kept = replace(first, source=replace(first.source, copies=tuple(uris)))
        table.remove("id = ?", (id,))
        _lay_down(kept, table)


def telling(document: Document) -> int:
    """0 for a copy that somebody has dated, 1 for one that dates itself, 2 for the others."""
    origins = [candidate.origin for candidate in document.date_candidates]
    return 0 if DateOrigin.SIDECAR in origins else 1 if origins else 2


def _place(document: Document) -> tuple[bytes, bytes]:
    """Uri and key as bytes, in the order of their code points: names of files may hold what SQLite's texts cannot."""
    return _bytes(document.source.uri), _bytes(document.source.key or "")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
