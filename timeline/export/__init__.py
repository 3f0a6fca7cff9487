"""A timeline out as files: `export` picks the writers, functions of the published types, from one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline.errors import InputError, UnknownFormat
from timeline.export.format import DEFAULTS, Exporter, ExportOptions, added
from timeline.model.event import Timeline

if TYPE_CHECKING:
    from timeline.export import schema

__all__ = [
    "EXPORTERS",
    "STEM",
    "USUAL",
    "ExportOptions",
    "Exporter",
    "export",
    "export_targets",
    "exporters",
    "left_to_others",
]

EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "json": Exporter("timeline.export.json_file:write_json", ".json", rejected=True),
        "html": Exporter("timeline.export.page:write_html", ".html", weightiest=True),
        "embed": Exporter("timeline.export.embed:write_embed", ".embed.html", weightiest=True),
        "png": Exporter("timeline.export.picture:write_png", ".png", weightiest=True),
        "svg": Exporter("timeline.export.picture:write_svg", ".svg", weightiest=True),
        "pdf": Exporter("timeline.export.picture:write_pdf", ".pdf", weightiest=True),
        "jsonl": Exporter("timeline.export.json_lines:write_json_lines", ".jsonl", rejected=True),
        "csv": Exporter("timeline.export.csv_files:write_csv", ".csv", rejected=True),
        "xlsx": Exporter("timeline.export.xlsx_file:write_xlsx", ".xlsx"),
        "markdown": Exporter("timeline.export.markdown:write_markdown", ".md"),
        "docx": Exporter("timeline.export.docx_file:write_docx", ".docx", most=20_000),
        "ics": Exporter("timeline.export.ics:write_ics", ".ics"),
        "timelinejs": Exporter("timeline.export.timelinejs:write_timelinejs", ".timelinejs.json"),
        "vis": Exporter("timeline.export.vis:write_vis", ".vis.json"),
        "markwhen": Exporter("timeline.export.markwhen:write_markwhen", ".mw"),
        "jsonld": Exporter("timeline.export.jsonld:write_jsonld", ".jsonld"),
        "timeml": Exporter("timeline.export.timeml:write_timeml", ".timeml", texts=True, most=100_000),
        "timesketch": Exporter("timeline.export.timesketch:write_timesketch", ".timesketch.jsonl"),
        "ftm": Exporter("timeline.export.follow_the_money:write_ftm", ".ftm.json"),
        "parquet": Exporter("timeline.export.parquet:write_parquet", ".parquet"),
    }
)
"""A format's name -> how it is written. One line to add; a format is one file with one function."""

USUAL = ("json", "html")
"""What is written where no format is named."""

STEM = "timeline"
"""The name of the files written into a folder: timeline.json, timeline.html."""


def exporters() -> Mapping[str, Exporter]:
    """Every format, those of other packages (entry points `timeline.exporters`) with ours."""
    return MappingProxyType({**EXPORTERS, **added(EXPORTERS)})


def export(
    timeline: Timeline | schema.Timeline,
    path: str | PathLike[str],
    formats: Iterable[str] | None = None,
    options: ExportOptions = DEFAULTS,
) -> tuple[Path, ...]:
    """Writes a timeline into a folder (the usual formats, or those named), or to one file by its suffix.

    Returns the paths written. Raises UnknownFormat for a format without exporter, and InputError, before anything is
    written, for one that has no room for so many events.
    """
    targets = export_targets(path, formats)
    from timeline.export.publish import publish

    published = publish(timeline) if isinstance(timeline, Timeline) else timeline
    known = exporters()
    for name, target in targets:
        most = known[name].most
        if most is not None and len(published.events) > most:
            told = f"{target}: {name} has room for {most:,} events, and there are {len(published.events):,}"
            raise InputError(f"{told}; choose some (`timeline export` with --from, --to or --tag), or another format")
    return tuple(file for name, target in targets for file in known[name].write(published, target, options))


def left_to_others(events: int, targets: Iterable[tuple[str, Path]]) -> tuple[str, ...]:
    """What is to be said of the files that show only a part of so many events."""
    from timeline.export.island import KEPT, MOST

    known = exporters()
    parts = [target.name for name, target in targets if known[name].weightiest] if events > MOST else []
    return tuple(f"{name} shows the {KEPT:,} most important of {events:,} events" for name in parts)


def export_targets(path: str | PathLike[str], formats: Iterable[str] | None = None) -> tuple[tuple[str, Path], ...]:
    """What `export` would write: (format, file) pairs. Raises UnknownFormat."""
    names = tuple(dict.fromkeys(formats)) if formats is not None else None
    known = exporters()
    for name in names or ():
        if name not in known:
            raise _unknown(name, known)
    where = Path(path)
    is_folder = where.is_dir() or fspath(path).endswith(("/", "\\")) or not where.suffix
    if is_folder:
        if where.exists() and not where.is_dir():
            raise InputError(f"{where}: is a file, not a folder; choose another place for the outputs")
        return tuple((name, where / f"{STEM}{known[name].suffix}") for name in (names if names is not None else USUAL))
    if names is None:
        return ((_named_by(where, known), where),)
    if len(names) != 1:
        raise InputError(f"{where}: one file cannot hold the formats {', '.join(names)}; give a folder")
    return ((names[0], where),)


def _named_by(file: Path, known: Mapping[str, Exporter]) -> str:
    """The format with the longest suffix that a file's name ends in."""
    fitting = [name for name, exporter in known.items() if file.name.lower().endswith(exporter.suffix)]
    if not fitting:
        raise _unknown(file.suffix.removeprefix(".").lower(), known)
    return max(fitting, key=lambda name: len(known[name].suffix))


def _unknown(name: str, known: Mapping[str, Exporter]) -> UnknownFormat:
    return UnknownFormat(f"unknown format {name!r}; there are: {', '.join(known)}")
