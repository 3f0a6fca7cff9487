"""`timeline import`: events that are kept in another form, as a timeline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.printing import count
from timeline.errors import InputError


@app.command("import", cls=Command)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A timeline as timeline.json or as CSV.")],
    out: Annotated[Path, typer.Option(metavar="timeline.json", help="File to write.")] = Path("imported.json"),
) -> None:
    """Read a timeline back from the files of an export. Nothing is lost on the way."""
    from timeline.export.csv_files import is_csv_export, read_csv_export
    from timeline.export.json_file import read_json, write_json

    if out.resolve() == file.resolve():
        raise InputError(f"{out}: is the file that is read; choose another --out")
    published = read_csv_export(file) if is_csv_export(file) else read_json(file)
    write_json(published, out)
    typer.echo(f"wrote {out}")
    typer.echo(f"{count(len(published.events), 'event')} from {count(len(published.sources), 'source')}")
