"""Files written whole or not at all, in pieces that are never held together. In: a path, bytes as they come.

What is written goes to a temporary file beside the target, which takes its name when the last piece is there.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from timeline.errors import InputError

BUFFER = 1 << 18
"""Bytes that are written together."""


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a file from its pieces. Raises InputError where the place cannot be written to."""
    with whole(path) as file:
        file.writelines(pieces)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, which is there when all went well. Raises InputError where the place cannot be written to."""
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(number, "w+b", buffering=BUFFER) as file:
            yield file
        # Why: temporary files are private; the result gets the rights that any new file gets.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another --out") from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def utf8(text: str) -> bytes:
    """JSON text in UTF-8."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        # Why: half a surrogate pair, as broken JSON and old files hold them, is no UTF-8: written as \udXXX.
        return "".join(
            f"\\u{ord(character):04x}" if "\ud800" <= character <= "\udfff" else character for character in text
        ).encode()


def text_lines(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines of text; what is no UTF-8 becomes a question mark."""
    return (f"{line}\n".encode("utf-8", "replace") for line in lines)


def json_lines(values: Iterable[object]) -> Iterator[bytes]:
    """A line of JSON for each value."""
    return (utf8(json.dumps(value, ensure_ascii=False) + "\n") for value in values)


def json_object(fields: Mapping[str, Any]) -> Iterator[bytes]:
    """An object as `json.dumps(..., indent=1)` writes it, and a newline.

    An iterator stands for an array: it yields each item's JSON, and is not asked before the fields in front of it are
    written.
    """
    between = "{"
    for name, value in fields.items():
        yield utf8(f"{between}\n {json.dumps(name, ensure_ascii=False)}: ")
        yield from _array(value) if isinstance(value, Iterator) else (_deeper(json_text(value), 1),)
        between = ","
    yield b"\n}\n"


def json_text(value: object) -> bytes:
    """A value in JSON, each of its parts on a line of its own."""
    return utf8(json.dumps(value, ensure_ascii=False, indent=1))


def _array(items: Iterable[bytes]) -> Iterator[bytes]:
    between = b"["
    for text in items:
        yield between + b"\n  " + _deeper(text, 2)
        between = b","
    yield b"\n ]" if between == b"," else b"[]"


def _deeper(text: bytes, depth: int) -> bytes:
    """JSON as a part of another: a newline in it is always one between its parts, since strings have theirs escaped."""
    return text.replace(b"\n", b"\n" + b" " * depth)
