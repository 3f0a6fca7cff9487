"""`timeline sources`: when each document was written, and who says so. In: a timeline. Out: a table, JSON or CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.application import Command, app
from timeline.cli.listing import AsCsv, AsJson, built, checked_form, print_csv, print_json, write_to_correct
from timeline.cli.options import Fields, Language, Ocr, Paths, Published, TrustMtime
from timeline.cli.printing import PIPE_WIDTH, complain_of, count
from timeline.cli.reading import reading

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
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    write: Annotated[
        Path | None,
        typer.Option(metavar="sources.csv", help="File to write, to be corrected and laid beside the documents."),
    ] = None,
) -> None:
    """Show what is known of documents. When each was written, who says so, and what became of its dates."""
    from timeline.export.publish import publish
    from timeline.export.source_table import sidecar_csv, table_csv
    from timeline.pipeline import Options

    checked_form(as_json=as_json, as_csv=as_csv)
    how = reading(paths, language, fields, trust_mtime=trust_mtime, ocr=ocr)
    made = publish(built(paths, how, Options(published=published, language=language)))
    known = made.sources
    for failure in made.failures:
        complain_of(failure.uri, failure.message)
    if as_json:
        print_json([source.model_dump() for source in known])
    elif as_csv:
        print_csv(table_csv(known))
    elif write is None:
        _print_table(known)
        _print_doubts(known)
    if write is not None:
        write_to_correct(write, sidecar_csv(known), len(known), "source")
    if made.failures:
        raise typer.Exit(1 if known else 2)


def _print_table(sources: Iterable[schema.Source]) -> None:
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


def _print_doubts(sources: Iterable[schema.Source]) -> None:
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
