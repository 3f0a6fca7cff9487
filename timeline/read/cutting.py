"""Files of records that are too large to be held whole. In: a file. Out: Blobs of whole lines, each small.

Only JSON Lines can be cut anywhere between two lines; every other format is one Blob.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline.read.blob import Blob

PIECE = 4 << 20
"""Bytes of a piece, about."""
LINES = frozenset({".jsonl", ".ndjson"})
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def is_cut(path: Path, size: int) -> bool:
    """Whether a file is read in pieces: lines of records in an encoding in which a newline is one byte."""
    if path.suffix.lower() not in LINES or size <= PIECE:
        return False
    with path.open("rb") as file:
        return not file.read(2).startswith(_WIDE)


def pieces(uri: str, path: Path) -> Iterator[Blob]:
    """A file of lines in order, piece by piece; a line longer than a piece makes that piece longer.

    Each knows the number of its first line, so that records are named and faults told as in the whole file.
    Raises OSError.
    """
    first = 1
    with path.open("rb") as file:
        while data := file.read(PIECE):
            data += file.readline() if not data.endswith(b"\n") else b""
            if data.strip():
                yield Blob(uri, data, "application/x-ndjson", first_line=first)
            first += data.count(b"\n")
