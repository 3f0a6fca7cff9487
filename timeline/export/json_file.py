"""`timeline.json`: the published types as a file, and back.

The same timeline gives the same bytes: UTF-8, fields in the schema's order, one newline at the end.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from timeline.errors import InputError
from timeline.export import schema
from timeline.export.format import DEFAULTS, ExportOptions


def write_json(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes the file whole or not at all (a temporary file beside it, then a rename); returns its path."""
    write_whole(path, json_bytes(published))
    return path


def json_bytes(published: schema.Timeline) -> bytes:
    """The published timeline as JSON, in UTF-8."""
    return utf8(json.dumps(published.model_dump(mode="python"), ensure_ascii=False, indent=1) + "\n")


def utf8(text: str) -> bytes:
    """JSON text in UTF-8."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        # Why: half a surrogate pair, as broken JSON and old files hold them, is no UTF-8: written as \udXXX.
        return "".join(
            f"\\u{ord(character):04x}" if "\ud800" <= character <= "\udfff" else character for character in text
        ).encode()


def read_json(path: Path) -> schema.Timeline:
    """The timeline that a `timeline.json` holds. Raises InputError for what is not one."""
    try:
        raw = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be opened ({error.strerror}); give the path of a timeline.json") from error
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({error}); give the path of a timeline.json") from error
    version = raw.get("schema_version") if isinstance(raw, dict) else None
    if version != schema.SCHEMA_VERSION:
        told = "names no schema_version" if version is None else f"has schema_version {version}"
        raise InputError(f"{path}: {told}; this program reads version {schema.SCHEMA_VERSION} of timeline.json")
    try:
        return schema.Timeline.model_validate(raw)
    except ValueError as error:
        first = str(error).splitlines()[1:3]
        raise InputError(f"{path}: not a whole timeline.json ({': '.join(map(str.strip, first))})") from error


def is_timeline_json(path: Path) -> bool:
    """Whether a file is, or was meant to be, a timeline.json."""
    try:
        head = path.open("rb").read(4096).lstrip()
    except OSError as error:
        raise InputError(f"{path}: cannot be opened ({error.strerror}); check the path") from error
    return head.startswith(b"{") and b'"schema_version"' in head


def json_schema() -> dict[str, object]:
    """The JSON Schema of `timeline.json`."""
    described = schema.Timeline.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all. Raises InputError where the place cannot be written to."""
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(number, "wb") as file:
            file.write(content)
        # Why: temporary files are private; the result gets the rights that any new file gets.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another --out") from error
