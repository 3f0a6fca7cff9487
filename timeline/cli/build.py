"""`timeline build`: documents in, a timeline's files out."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import (
    Chromium,
    Dates,
    DecisionsFile,
    Fields,
    Language,
    MaxDocument,
    Ocr,
    Paths,
    PlotlyJs,
    Published,
    TrustMtime,
)
from timeline.cli.printing import Progress, complain, complain_of, count
from timeline.cli.reading import reading
from timeline.cli.telling import print_applied
from timeline.errors import InputError, StoreError

if TYPE_CHECKING:
    from timeline.model.event import Failure, Skipped
    from timeline.model.text import Document
    from timeline.pipeline import Options


@app.command(cls=Command)
def build(
    paths: Paths,
    out: Annotated[
        str,
        typer.Option(
            metavar="FOLDER", help="Folder to write timeline.json and timeline.html into, or one file to write."
        ),
    ] = "exports",
    title: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE", help="Title of the timeline. Without it, the folder's name or the document's title."
        ),
    ] = None,
    published: Published = None,
    language: Language = None,
    fields: Fields = None,
    trust_mtime: TrustMtime = False,
    ocr: Ocr = False,
    parts: Annotated[
        str,
        typer.Option(
            metavar="article|all",
            help="What makes events: the article, or all, with teasers of other stories and the page's boilerplate.",
        ),
    ] = "article",
    format: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Formats to write, separated by commas. Without it, json and html.",
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="NUMBER", help="Keep only so many events, the most important. Without it, all are kept."
        ),
    ] = None,
    max_document: MaxDocument = 20,
    max_seconds: Annotated[
        float,
        typer.Option(
            "--max-document-seconds", min=0.01, metavar="SECONDS", help="The longest that a document may take a worker."
        ),
    ] = 120,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="NUMBER",
            help="Processes that work side by side. Without it, one for each core where there is much to do.",
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="A Dask cluster whose workers do the work, as tcp://HOST:8786 (needs the extra `cluster`).",
        ),
    ] = None,
    decisions: DecisionsFile = None,
    plotlyjs: PlotlyJs = "inline",
    date_style: Dates = "reader",
    chromium: Chromium = None,
) -> None:
    """Build a timeline from documents. Writes its data as timeline.json and a page to look at as timeline.html."""
    from timeline.export import ExportOptions, export, export_targets, left_to_others
    from timeline.export.page_options import PageOptions
    from timeline.model.text import Document
    from timeline.pipeline import Options, build_reviewed, remembering
    from timeline.read import read
    from timeline.read.nobody import NAMES, NAMES_WHY, SIDECAR, SIDECAR_WHY
    from timeline.store import decisions_file, read_decisions, store_folder
    from timeline.store.memory import Memory

    formats = [name.strip() for name in format.split(",") if name.strip()] if format is not None else None
    targets = export_targets(out, formats)  # an unknown format is told before the work, not after it
    told = read_decisions(decisions or decisions_file(targets[0][1]))
    page = PageOptions(cast(Any, plotlyjs), cast(Any, date_style))
    if parts not in ("article", "all"):
        raise InputError(f"--parts {parts}: there are article and all")
    options = Options(title or _title(paths), published, language, workers, max_seconds, parts == "all", top, scheduler)
    how = reading(paths, language, fields, trust_mtime=trust_mtime, ocr=ocr, largest_mb=max_document)
    with closing(Memory(store_folder(targets[0][1]))) as known:
        with Progress() as progress:
            readings = list(progress.reading(read(*paths, options=remembering(how, known))))
            reviewed = build_reviewed(readings, told, options, progress.working, known)
        made = reviewed.applied.timeline
        for failure in made.failures:
            complain_of(failure.uri, failure.message)
        if not made.sources:
            if not made.failures:
                complain(f"nothing to read in {', '.join(paths)}: {count(len(made.skipped), 'file')} skipped")
            raise typer.Exit(2)
        texts = {item.source.text_sha256: item.text for item in readings if isinstance(item, Document)}
        written = export(made, out, formats, ExportOptions(texts, page=page, chromium=chromium))
        known.settle()
    _keep(written[0], paths, readings, how.fields, options)
    typer.echo(f"wrote {', '.join(map(str, written))}")
    for line in left_to_others(len(made.events), targets):
        typer.echo(line)
    dates = sum(number for report in made.sources for _, number in report.fates)
    beside = {item.why for item in made.skipped} & {SIDECAR_WHY, NAMES_WHY}
    skipped = [item for item in made.skipped if item.why not in beside]
    said = sum(report.source.corrected is not None for report in made.sources)
    if said or SIDECAR_WHY in beside:
        typer.echo(f"{SIDECAR} was read: it says something of {count(said, 'document')}")
    ruled = {rule.name for item in readings if isinstance(item, Document) for rule in item.names}
    if ruled:
        typer.echo(f"{NAMES} was read: it says something of {count(len(ruled), 'name')}")
    typer.echo(
        f"{count(len(made.sources), 'document')}, {count(dates, 'date')}, {count(len(made.events), 'event')}, "
        f"{len(made.undated)} undated, {len(made.set_aside)} set aside, {len(skipped)} skipped, "
        f"{count(len(made.failures), 'failure')}"
    )
    if made.left_out:
        typer.echo(f"{count(made.left_out, 'less important event')} left out, as --top {top} asks")
    if told:
        print_applied(reviewed.applied, told)
    if made.failures:
        raise typer.Exit(1)


def _title(paths: list[str]) -> str | None:
    """A single folder's name; None where the documents themselves must tell."""
    folder = Path(paths[0])
    return folder.resolve().name or None if len(paths) == 1 and folder.is_dir() else None


def _keep(
    written: Path,
    paths: list[str],
    readings: Iterable[Document | Failure | Skipped],
    fields: tuple[tuple[str, str], ...],
    options: Options,
) -> None:
    """Keeps the texts beside the outputs for `text` and `verify`; what hinders that is told, and hinders no build."""
    from timeline.model.text import Document
    from timeline.pipeline.document import kept_options
    from timeline.pipeline.originals import places_of
    from timeline.store import store_folder, write_cache
    from timeline.store.memory import code_version

    documents = [item for item in readings if isinstance(item, Document)]
    try:
        warning = write_cache(
            store_folder(written),
            places_of(paths),
            documents,
            fields,
            {**kept_options(options), "code": code_version()},
        )
    except StoreError as error:
        warning = str(error)
    if warning:
        complain(warning)
