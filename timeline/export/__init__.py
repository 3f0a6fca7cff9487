"""A timeline out as files: `export` picks the exporters, functions of the published types, from one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import InputError, UnknownFormat
from timeline.model.event import Timeline

if TYPE_CHECKING:
    from timeline.export import schema

Exporter = Callable[["schema.Timeline", Path], Path]


def _json(published: schema.Timeline, path: Path) -> Path:
    from timeline.export.json_file import write_json

    return write_json(published, path)


def _html(published: schema.Timeline, path: Path) -> Path:
    from timeline.export.page import write_page

    return write_page(published, path)


EXPORTERS: dict[str, Exporter] = {
    "json": _json,
    "html": _html,
}
"""Name (and file suffix) of a format -> the function that writes it. One line to add."""

STEM = "timeline"
"""The name of the files written into a folder: timeline.json, timeline.html."""


def export(timeline: Timeline, path: str | PathLike[str], formats: Iterable[str] | None = None) -> tuple[Path, ...]:
    """Writes a timeline into a folder (every format, or those named), or to one file by its suffix.

    Returns the paths written. Raises UnknownFormat for a format without exporter.
    """
    targets = export_targets(path, formats)
    from timeline.export.publish import publish

    published = publish(timeline)
    return tuple(EXPORTERS[name](published, target) for name, target in targets)


def export_targets(path: str | PathLike[str], formats: Iterable[str] | None = None) -> tuple[tuple[str, Path], ...]:
    """What `export` would write: (format, file) pairs. Raises UnknownFormat."""
    names = tuple(dict.fromkeys(formats)) if formats is not None else None
    for name in names or ():
        _known(name)
    where = Path(path)
    suffix = where.suffix.removeprefix(".").lower()
    is_folder = where.is_dir() or fspath(path).endswith(("/", "\\")) or not suffix
    if is_folder:
        if where.exists() and not where.is_dir():
            raise InputError(f"{where}: is a file, not a folder; choose another place for the outputs")
        return tuple((name, where / f"{STEM}.{name}") for name in (names if names is not None else EXPORTERS))
    if names is None:
        return ((_known(suffix), where),)
    if len(names) != 1:
        raise InputError(f"{where}: one file cannot hold the formats {', '.join(names)}; give a folder")
    return ((names[0], where),)


def _known(name: str) -> str:
    if name not in EXPORTERS:
        raise UnknownFormat(f"unknown format {name!r}; there are: {', '.join(EXPORTERS)}")
    return name
