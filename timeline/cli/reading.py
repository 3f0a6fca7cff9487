"""How the commands read: what a call says becomes ReadOptions. In: paths and options. Out: ReadOptions."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import InputError, UnknownLanguage

if TYPE_CHECKING:
    from timeline.export import schema
    from timeline.read import ReadOptions


def reading(
    paths: Iterable[str],
    language: str | None = None,
    fields: str | None = None,
    *,
    trust_mtime: bool = False,
    ocr: bool = False,
    events: bool = False,
    largest_mb: float = 20,
) -> ReadOptions:
    """The options for some paths; standard input is read here, and only the command line may fetch from the web.

    `fields` is what `--map` says: "text=body,published=date". Raises InputError, also where `ocr` cannot be had.
    """
    from timeline.cli.fetch import fetch
    from timeline.cli.recognition import checked_program, recognise
    from timeline.read import ReadOptions, is_address

    paths = tuple(paths)
    if ocr:
        checked_program()
    return ReadOptions(
        language=language,
        stdin=sys.stdin.buffer.read() if "-" in paths else None,
        fields=mapping(fields) if fields else (),
        trust_file_time=trust_mtime,
        knows_language=_knows_language,
        ocr=recognise if ocr else None,
        fetch=fetch if any(map(is_address, paths)) else None,
        events=events,
        largest=int(largest_mb * 1e6),
    )


def _knows_language(code: str) -> bool:
    from timeline.language import pack

    try:
        pack(code)
    except UnknownLanguage:
        return False
    return True


def opened(origin: Path | None, wanted: str) -> tuple[Path, schema.Timeline]:
    """The timeline to look something up in: the one that is named, else the one in exports. Raises InputError."""
    from timeline.export.json_file import read_json

    usual = (path for path in (Path("exports/timeline.json"), Path("timeline.json")) if path.is_file())
    file = origin or next(usual, None)
    if file is None:
        raise InputError(
            f"{wanted!r} is no file here, and there is no timeline.json to look it up in; name one with --from"
        )
    return file, read_json(file)


def named_timeline(place: Path) -> tuple[Path, schema.Timeline]:
    """The timeline in a file, or in the folder that it was built into, with its file. Raises InputError."""
    from timeline.export.json_file import read_json

    file = place / "timeline.json" if place.is_dir() else place
    return file, read_json(file)


def mapping(told: str) -> tuple[tuple[str, str], ...]:
    """Our names of fields and theirs: "text=body,published=date". Raises InputError."""
    from timeline.read import FIELDS

    pairs: dict[str, str] = {}
    for piece in told.split(","):
        ours, equals, theirs = (part.strip() for part in piece.partition("="))
        if not equals or not theirs or ours not in FIELDS:
            known = ", ".join(FIELDS)
            raise InputError(f"--map {told}: give pairs such as text=body,published=date; there are {known}")
        if ours in pairs:
            raise InputError(f"--map {told}: {ours} is named twice; give one field for it")
        pairs[ours] = theirs
    return tuple(pairs.items())
