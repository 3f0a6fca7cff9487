"""`timeline sources`: when each document was written, and who says so. In: a timeline. Out: a table, JSON or CSV."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import Fields, Language, Ocr, Paths, Published, TrustMtime
from timeline.cli.printing import PIPE_WIDTH, Progress, complain_of, count
from timeline.cli.reading import reading
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.export import schema

_NUMBERS = ("words", "dates", "events", "undated", "set aside", "other")


@app.command(cls=Command)
def sources(
    paths: Paths,
    published: Published = None,
    language: Language = None,
    fields: Fields = None,
    trust_mtime: TrustMtime = False,
    ocr: Ocr = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")] = False,
    write: Annotated[
        Path | None,
        typer.Option(metavar="sources.csv", help="File to write, to be corrected and laid beside the documents."),
    ] = None,
) -> None:
    """Show what is known of documents. When each was written, who says so, and what became of its dates."""
    from timeline.export.publish import publish
    from timeline.pipeline import Options
    from timeline.pipeline import build as assemble
    from timeline.read import read

    how = reading(paths, language, fields, trust_mtime=trust_mtime, ocr=ocr)
    with Progress() as progress:
        readings = list(progress.reading(read(*paths, options=how)))
        made = publish(assemble(readings, Options(published=published, language=language), progress.working))
    if write is None or as_json or as_csv:
        _show(made, as_json=as_json, as_csv=as_csv)
    if write is not None:
        _write_sidecar(made, write)
    if made.failures:
        raise typer.Exit(1 if made.sources else 2)


def _show(published: schema.Timeline, *, as_json: bool, as_csv: bool) -> None:
    """The sources of a timeline in the form that was asked for; what could not be read goes to standard error."""
    from timeline.export.source_table import table_csv

    for failure in published.failures:
        complain_of(failure.uri, failure.message)
    if as_json:
        told = [source.model_dump() for source in published.sources]
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
    elif as_csv:
        sys.stdout.buffer.write(table_csv(published.sources).encode())
        sys.stdout.buffer.flush()
    else:
        _print_table(published.sources)
        _print_doubts(published.sources)


def _write_sidecar(published: schema.Timeline, path: Path) -> None:
    """A `sources.csv` to start from. Raises InputError where there is one already, or none can be written."""
    from timeline.export.source_table import sidecar_csv

    try:
        with path.open("xb") as file:
            file.write(sidecar_csv(published.sources).encode("utf-8-sig"))
    except FileExistsError as error:
        raise InputError(f"{path}: is there already; your corrections are in it. Choose another name") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder") from error
    typer.echo(
        f"wrote {path} ({count(len(published.sources), 'source')}); it is read where it lies beside the documents"
    )


def _print_table(sources: tuple[schema.Source, ...]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from timeline.export.source_table import rows

    console = Console() if sys.stdout.isatty() else Console(width=PIPE_WIDTH)
    table = Table("source", "publisher", "date", "from", "lang.", box=box.SIMPLE_HEAD)
    for name in _NUMBERS:
        table.add_column(name, justify="right")
    for source, row in zip(sources, rows(sources), strict=True):
        title = f"{row['label']}: {source.title}" if row["label"] else source.title
        # Why: as Text, because titles in [brackets] would be taken for the library's own markup.
        cells = [
            f"{title}\n{source.uri}",
            source.publisher or "",
            _date(source),
            source.published_from or "",
            source.language or "",
        ]
        numbers: list[Any] = [f"{row[name]:,}" for name in _NUMBERS]
        table.add_row(*(Text(cell) for cell in (*cells, *numbers)))
    console.print(table)


def _date(source: schema.Source) -> str:
    lines = [source.published.display if source.published else "no date"]
    return "\n".join([*lines, *([f"updated {source.updated.display}"] if source.updated else [])])


def _print_doubts(sources: tuple[schema.Source, ...]) -> None:
    """The documents without a date, and those whose places contradict one another, each with what is known."""
    undated = [source for source in sources if source.published is None or source.published.approximate]
    contested = [source for source in sources if any(step.startswith(("but ", "or ")) for step in source.published_why)]
    if undated:
        typer.echo(f"{count(len(undated), 'document')} without a stated date; give it in sources.csv or --published:")
        for source in undated:
            told = "; ".join(source.published_why) or "nothing in it tells when it was written"
            typer.echo(f"  {source.uri}: {told}")
    uris = {source.id: source.uri for source in sources}
    again = [(source.uri, uris.get(source.copy_of, source.copy_of)) for source in sources if source.copy_of]
    if again:
        typer.echo(f"{count(len(again), 'document')} with the text of another and small changes, counted once:")
        for uri, original in again:
            typer.echo(f"  {uri}: as {original}")
    if contested:
        typer.echo(
            f"{count(len(contested), 'document')} with dates that contradict one another, or can be read in two ways:"
        )
        for source in contested:
            typer.echo(f"  {source.uri}: {'; '.join(source.published_why)}")
