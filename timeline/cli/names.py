"""`timeline names`: who and where over all documents, one line for one name. In: paths. Out: a table, JSON or CSV."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.listing import AsCsv, AsJson, built, checked_form, print_csv, print_json, write_to_correct
from timeline.cli.options import Fields, Language, Ocr, Paths, Published, TrustMtime
from timeline.cli.printing import PIPE_WIDTH, complain_of
from timeline.cli.reading import reading

if TYPE_CHECKING:
    from timeline.model.event import Name


@app.command(cls=Command)
def names(
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
        typer.Option(metavar="names.csv", help="File to write, to be corrected and laid beside the documents."),
    ] = None,
) -> None:
    """Show who and where. Each name with its other forms, its kind, and in how many documents and events it is."""
    from timeline.export.name_table import corrections_csv, table_csv
    from timeline.pipeline import Options

    checked_form(as_json=as_json, as_csv=as_csv)
    how = reading(paths, language, fields, trust_mtime=trust_mtime, ocr=ocr)
    made = built(paths, how, Options(published=published, language=language))
    known = made.names
    for failure in made.failures:
        complain_of(failure.uri, failure.message)
    if as_json:
        print_json([dataclasses.asdict(name) for name in known])
    elif as_csv:
        print_csv(table_csv(known))
    elif write is None:
        _print_table(known)
    if write is not None:
        write_to_correct(write, corrections_csv(known), len(known), "name")
    if made.failures:
        raise typer.Exit(1 if made.sources else 2)


def _print_table(known: tuple[Name, ...]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console() if sys.stdout.isatty() else Console(width=PIPE_WIDTH)
    table = Table("name", "other forms", "kind", box=box.SIMPLE_HEAD)
    for column in ("documents", "events"):
        table.add_column(column, justify="right")
    for name in known:
        # Why: as Text, because names in [brackets] would be taken for the library's own markup.
        cells = (name.name, "\n".join(name.forms), name.kind or "", f"{name.documents:,}", f"{name.events:,}")
        table.add_row(*map(Text, cells))
    console.print(table)
