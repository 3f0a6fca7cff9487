"""`timeline names`: who and where over all documents, one line for one name. In: paths. Out: a table, JSON or CSV."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import Fields, Language, Ocr, Paths, Published, TrustMtime
from timeline.cli.printing import PIPE_WIDTH, Progress, complain_of, count
from timeline.cli.reading import reading
from timeline.errors import InputError

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
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")] = False,
    write: Annotated[
        Path | None,
        typer.Option(metavar="names.csv", help="File to write, to be corrected and laid beside the documents."),
    ] = None,
) -> None:
    """Show who and where. Each name with its other forms, its kind, and in how many documents and events it is."""
    from timeline.pipeline import Options
    from timeline.pipeline import build as assemble
    from timeline.read import read

    how = reading(paths, language, fields, trust_mtime=trust_mtime, ocr=ocr)
    with Progress() as progress:
        readings = list(progress.reading(read(*paths, options=how)))
        made = assemble(readings, Options(published=published, language=language), progress.working)
    for failure in made.failures:
        complain_of(failure.uri, failure.message)
    if write is None or as_json or as_csv:
        _show(made.names, as_json=as_json, as_csv=as_csv)
    if write is not None:
        _write(made.names, write)
    if made.failures:
        raise typer.Exit(1 if made.sources else 2)


def _show(known: tuple[Name, ...], *, as_json: bool, as_csv: bool) -> None:
    from timeline.export.name_table import table_csv

    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(name) for name in known], ensure_ascii=False, indent=1))
    elif as_csv:
        sys.stdout.buffer.write(table_csv(known).encode())
        sys.stdout.buffer.flush()
    else:
        _print_table(known)


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


def _write(known: tuple[Name, ...], path: Path) -> None:
    """A `names.csv` to start from. Raises InputError where there is one already, or none can be written."""
    from timeline.export.name_table import corrections_csv

    try:
        with path.open("xb") as file:
            file.write(corrections_csv(known).encode("utf-8-sig"))
    except FileExistsError as error:
        raise InputError(f"{path}: is there already; your corrections are in it. Choose another name") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder") from error
    typer.echo(f"wrote {path} ({count(len(known), 'name')}); it is read where it lies beside the documents")
