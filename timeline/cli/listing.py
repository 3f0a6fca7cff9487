"""What `sources` and `names` share: documents in; a list in one of three forms, and a file to correct, out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.printing import Progress, count
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.model.event import Timeline
    from timeline.pipeline import Options
    from timeline.read import ReadOptions

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")]


def built(paths: Iterable[str], how: ReadOptions, options: Options) -> Timeline:
    """The timeline of some documents, with a bar on a terminal while it is made."""
    from timeline.pipeline import build
    from timeline.read import read

    with Progress() as progress:
        readings = list(progress.reading(read(*paths, options=how)))
        return build(readings, options, progress.working)


def checked_form(*, as_json: bool, as_csv: bool) -> None:
    """Raises InputError where a list is asked for in two forms."""
    if as_json and as_csv:
        raise InputError("--json and --csv: a list is printed in one form; choose one")


def print_json(rows: Sequence[object]) -> None:
    """A list as JSON."""
    typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))


def print_csv(text: str) -> None:
    """A list as CSV, whose lines end as the format asks, on every system."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def write_to_correct(path: Path, text: str, number: int, noun: str) -> None:
    """Writes the list as a file to be corrected. Raises InputError where there is one already, or none can be."""
    try:
        with path.open("xb") as file:
            file.write(text.encode("utf-8-sig"))
    except FileExistsError as error:
        raise InputError(f"{path}: is there already; your corrections are in it. Choose another name") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); check the folder") from error
    typer.echo(f"wrote {path} ({count(number, noun)}); it is read where it lies beside the documents")
