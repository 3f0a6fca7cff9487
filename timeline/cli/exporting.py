"""`timeline export`: a timeline that was built, in another format or only part of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import Chromium, Dates, PageLanguage, PlotlyJs
from timeline.cli.printing import complain, count
from timeline.cli.reading import named_timeline
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.export import schema

Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help="Only events of this status: candidate, accepted or rejected."),
]
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="Only events with this tag.")]
First = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="Only what may have been on this day, month or year, or after."),
]
Last = Annotated[
    str | None,
    typer.Option("--to", metavar="DATE", help="Only what may have been on this day, month or year, or before."),
]
MinConfidence = Annotated[
    float, typer.Option(metavar="SHARE", help="Only events whose date is at least as sure as this, between 0 and 1.")
]


@app.command(cls=Command)
def export(
    file: Annotated[
        Path, typer.Argument(metavar="timeline.json", help="The timeline, or the folder that it was built into.")
    ],
    format: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="Formats, separated by commas. Without it, the one that --out ends in."),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="Folder or file to write. Without it, beside the timeline."),
    ] = None,
    statuses: Statuses = None,
    tags: Tags = None,
    first: First = None,
    last: Last = None,
    min_confidence: MinConfidence = 0.0,
    for_readers: Annotated[
        bool,
        typer.Option(
            "--public",
            help="For publication: accepted events only, without notes, reviewers, file names and paths.",
        ),
    ] = False,
    title: Annotated[
        str | None, typer.Option(metavar="TITLE", help="Another title for the timeline in the export.")
    ] = None,
    plotlyjs: PlotlyJs = "inline",
    dates: Dates = "reader",
    page_language: PageLanguage = "reader",
    chromium: Chromium = None,
) -> None:
    """Write a timeline in other formats. All of it, or only the events that are asked for."""
    from timeline.export import ExportOptions, export_targets, exporters, left_to_others
    from timeline.export import export as write
    from timeline.export.page_options import PageOptions
    from timeline.export.public import public
    from timeline.export.selection import Selection, select

    file, published = named_timeline(file)
    if format is None and out is None:
        raise InputError(f"name a format, as in --format csv; there are: {', '.join(exporters())}")
    formats = [name.strip() for name in format.split(",") if name.strip()] if format is not None else None
    targets = export_targets(out or f"{file.parent}/", formats)
    for name, target in targets:
        if target.resolve() == file.resolve():
            raise InputError(f"{target}: is the timeline that is read; give another --out for the format {name}")
    page = PageOptions(cast(Any, plotlyjs), cast(Any, dates), cast(Any, page_language))
    selection = Selection(tuple(statuses or ()), tuple(tags or ()), first, last, min_confidence)
    chosen = select(published, selection)
    if for_readers:
        chosen = public(chosen)
    if title is not None:
        chosen = chosen.model_copy(update={"title": title})
    texts = _texts(file, chosen) if any(exporters()[name].texts for name, _ in targets) else {}
    options = ExportOptions(texts, public=for_readers, page=page, chromium=chromium)
    written = write(chosen, out or f"{file.parent}/", formats, options)
    typer.echo(f"wrote {', '.join(map(str, written))}")
    for line in left_to_others(len(chosen.events), targets):
        typer.echo(line)
    if len(chosen.events) < len(published.events):
        typer.echo(f"{len(chosen.events)} of {count(len(published.events), 'event')}")


def _texts(file: Path, published: schema.Timeline) -> dict[str, str]:
    """The sources' texts by SHA-256, for formats that mark dates in them; those that are gone are told."""
    from timeline.pipeline.originals import text_of

    found: dict[str, str] = {}
    for source in published.sources:
        try:
            found[source.text_sha256] = text_of(file, published, source)
        except InputError as error:
            complain(str(error))
    return found
