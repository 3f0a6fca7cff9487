"""How the commands read: what a call says becomes ReadOptions. In: paths and options. Out: ReadOptions."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.read import ReadOptions


def reading(
    paths: Iterable[str], language: str | None = None, fields: str | None = None, *, trust_mtime: bool = False
) -> ReadOptions:
    """The options for some paths; standard input is read here, and only the command line may fetch from the web.

    `fields` is what `--map` says: "text=body,published=date". Raises InputError.
    """
    from timeline.cli.fetch import fetch
    from timeline.read import ReadOptions, is_address

    paths = tuple(paths)
    return ReadOptions(
        language=language,
        stdin=sys.stdin.buffer.read() if "-" in paths else None,
        fields=mapping(fields) if fields else (),
        trust_file_time=trust_mtime,
        fetch=fetch if any(map(is_address, paths)) else None,
    )


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
