"""`timeline import`: what is kept in other forms, as a timeline; and what a colleague decided in a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import Fields, Language
from timeline.cli.printing import complain_of, count
from timeline.cli.reading import reading
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.export import schema


@app.command("import", cls=Command)
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A timeline.json or its CSV; a chronology in Excel, CSV, iCalendar or TimelineJS; events chosen from "
            "the Parquet of a cluster's job; or a workbook that was exported and in which somebody has decided.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="File to write. Without it, imported.json, or decisions.jsonl."),
    ] = None,
    fields: Fields = None,
    language: Language = None,
    reviewer: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who decided in the workbook. Without it, who saved it last."),
    ] = None,
) -> None:
    """Read a timeline, a chronology or decisions from another form. Nothing is lost, and twice is as good as once."""
    from timeline.pipeline.sheet_decisions import is_reviewed_workbook

    if is_reviewed_workbook(file):
        _import_decisions(file, out or Path("decisions.jsonl"), reviewer)
        return
    target = out or Path("imported.json")
    if target.resolve() == file.resolve():
        raise InputError(f"{target}: is the file that is read; choose another --out")
    from timeline.export.json_file import write_json

    published = _own(file) or _chronology(file, fields, language)
    write_json(published, target)
    typer.echo(f"wrote {target}")
    undated = f", {len(published.undated)} undated" if published.undated else ""
    typer.echo(f"{count(len(published.events), 'event')} from {count(len(published.sources), 'source')}{undated}")
    if published.failures:
        raise typer.Exit(1)


def _own(file: Path) -> schema.Timeline | None:
    """The timeline that one of our own exports holds; None for any other file."""
    from timeline.export.chosen_events import is_parquet, read_chosen
    from timeline.export.csv_files import is_csv_export, read_csv_export
    from timeline.export.json_file import is_timeline_json, read_json

    if is_parquet(file):
        return read_chosen(file)
    if is_csv_export(file):
        return read_csv_export(file)
    return read_json(file) if is_timeline_json(file) else None


def _chronology(file: Path, fields: str | None, language: str | None) -> schema.Timeline:
    """The events that are kept in a file, each as it stands there. Raises InputError where it holds none."""
    from timeline.export.publish import publish
    from timeline.model.text import Document
    from timeline.pipeline import Options, build
    from timeline.read import Blob, read

    # Why its bytes: a file that is named is read, though it may be an export of this program.
    readings = list(read(Blob(file.name, file.read_bytes()), options=reading([], language, fields, events=True)))
    made = publish(build(readings, Options(language=language)))
    for failure in made.failures:
        complain_of(failure.uri, failure.message)
    if not any(isinstance(item, Document) and item.rows for item in readings):
        raise InputError(
            f"{file}: no chronology is known in it; name its columns, as in --map 'date=When,title=Fact', "
            "or build a timeline of what it tells: timeline build"
        )
    return made


def _import_decisions(file: Path, out: Path, reviewer: str | None) -> None:
    """Writes what a workbook's reader decided as JSON Lines; a row that cannot be understood is told."""
    from timeline.export.writing import write_whole
    from timeline.pipeline.sheet_decisions import sheet_decisions
    from timeline.store.decision_lines import line

    decided, failures = sheet_decisions(file, reviewer)
    for failure in failures:
        complain_of(failure.uri, failure.message)
    write_whole(out, (f"{line(decision)}\n".encode() for decision in decided))
    typer.echo(f"wrote {out}")
    typer.echo(f"{count(len(decided), 'decision')}; timeline decisions import {out} puts them on a timeline")
    if failures:
        raise typer.Exit(1)
