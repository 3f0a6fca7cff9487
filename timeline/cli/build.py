"""`timeline build`: documents in, a timeline's files out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
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
    PageLanguage,
    Paths,
    PlotlyJs,
    Published,
    TrustMtime,
)
from timeline.cli.printing import Progress, complain, complain_of, count
from timeline.cli.reading import reading
from timeline.cli.telling import lines_on
from timeline.errors import InputError, StoreError

if TYPE_CHECKING:
    from timeline.model.event import Failure, Timeline
    from timeline.model.text import Document
    from timeline.pipeline import Options
    from timeline.pipeline.gathering import Gathered


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
    page_language: PageLanguage = "reader",
    chromium: Chromium = None,
) -> None:
    """Build a timeline from documents. Writes its data as timeline.json and a page to look at as timeline.html."""
    from timeline.export import ExportOptions, export, export_targets, left_to_others
    from timeline.export.page_options import PageOptions
    from timeline.pipeline import Options, remembering
    from timeline.pipeline.gathering import gather
    from timeline.pipeline.remembered import mark_of
    from timeline.pipeline.reviewed import build_reviewed_on, redated
    from timeline.pipeline.workers import Crews, ready
    from timeline.read import read
    from timeline.store import decisions_file, read_decisions, store_folder
    from timeline.store.made import keep_made, made_before
    from timeline.store.memory import Memory
    from timeline.store.shelf import Shelf

    formats = [name.strip() for name in format.split(",") if name.strip()] if format is not None else None
    targets = export_targets(out, formats)  # an unknown format is told before the work, not after it
    decided = read_decisions(decisions or decisions_file(targets[0][1]))
    page = PageOptions(cast(Any, plotlyjs), cast(Any, date_style), cast(Any, page_language))
    if parts not in ("article", "all"):
        raise InputError(f"--parts {parts}: there are article and all")
    options = Options(title or _title(paths), published, language, workers, max_seconds, parts == "all", top, scheduler)
    ready(options)
    how = reading(paths, language, fields, trust_mtime=trust_mtime, ocr=ocr, largest_mb=max_document)
    folder = store_folder(targets[0][1])
    with Shelf() as shelf, Crews(options) as crews, closing(Memory(folder)) as known, Progress() as progress:
        readings = progress.reading(read(*paths, options=remembering(how, known, options, crews)))
        gathered = gather(redated(readings, decided), shelf)
        mark = mark_of(gathered, options, decided, (targets, page))
        before = made_before(folder, mark)
        if before is not None:
            progress.stop()
            _tell(gathered.failures, [f"nothing new: {_names(before.files)} as before", *before.told])
            raise typer.Exit(1 if gathered.failures else 0)
        reviewed = build_reviewed_on(shelf, gathered, crews, decided, options, progress.working, known)
        progress.stop()
        made = reviewed.applied.timeline
        if not made.sources:
            _tell(made.failures, ())
            if not made.failures:
                complain(f"nothing to read in {', '.join(paths)}: {count(len(made.skipped), 'file')} skipped")
            raise typer.Exit(2)
        written = export(made, out, formats, ExportOptions(gathered.texts_by_sha256, page=page, chromium=chromium))
        known.settle()
        _keep(written[0], paths, gathered, how.fields, options)
        told = [
            *left_to_others(len(made.events), targets),
            *_summary(made, gathered, top),
            *(lines_on(reviewed.applied, decided) if decided else ()),
        ]
        if len(made.failures) == len(gathered.failures):
            # Why not else: a document that was too slow today is tried again.
            keep_made(folder, mark, written, told)
        _tell(made.failures, [f"wrote {', '.join(map(str, written))}", *told])
    if made.failures:
        raise typer.Exit(1)


def _tell(failures: Iterable[Failure], lines: Iterable[str]) -> None:
    for failure in failures:
        complain_of(failure.uri, failure.message)
    for line in lines:
        typer.echo(line)


def _names(files: Sequence[tuple[str, str]]) -> str:
    """ "timeline.json is", "timeline.json and timeline.html are"."""
    *first, last = [name for name, _ in files]
    return f"{', '.join(first)} and {last} are" if first else f"{last} is"


def _summary(made: Timeline, gathered: Gathered, top: int | None) -> Iterator[str]:
    """What came of it, in a few lines."""
    from timeline.read.nobody import NAMES, NAMES_WHY, SIDECAR, SIDECAR_WHY

    dates = sum(number for report in made.sources for _, number in report.fates)
    beside = {item.why for item in made.skipped} & {SIDECAR_WHY, NAMES_WHY}
    skipped = [item for item in made.skipped if item.why not in beside]
    said = sum(report.source.corrected is not None for report in made.sources)
    if said or SIDECAR_WHY in beside:
        yield f"{SIDECAR} was read: it says something of {count(said, 'document')}"
    ruled = {rule.name for rule in gathered.rules}
    if ruled:
        yield f"{NAMES} was read: it says something of {count(len(ruled), 'name')}"
    yield (
        f"{count(len(made.sources), 'document')}, {count(dates, 'date')}, {count(len(made.events), 'event')}, "
        f"{len(made.undated)} undated, {len(made.set_aside)} set aside, {len(skipped)} skipped, "
        f"{count(len(made.failures), 'failure')}"
    )
    if made.left_out:
        yield f"{count(made.left_out, 'less important event')} left out, as --top {top} asks"


def _title(paths: list[str]) -> str | None:
    """A single folder's name; None where the documents themselves must tell."""
    folder = Path(paths[0])
    return folder.resolve().name or None if len(paths) == 1 and folder.is_dir() else None


def _keep(
    written: Path,
    paths: list[str],
    documents: Collection[Document],
    fields: tuple[tuple[str, str], ...],
    options: Options,
) -> None:
    """Keeps the texts beside the outputs for `text` and `verify`; what hinders that is told, and hinders no build."""
    from timeline.pipeline.document import kept_options
    from timeline.pipeline.originals import places_of
    from timeline.store import store_folder, write_cache
    from timeline.store.memory import code_version

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
