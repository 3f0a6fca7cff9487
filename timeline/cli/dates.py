"""`timeline dates`: a text in, a table of its dates out."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import Language
from timeline.cli.printing import print_dates


@app.command(cls=Command)
def dates(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|FILE", help="A text in quotes, or a file with one; - for standard input.")
    ],
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Day on which it was written, such as 2024-03-22: yesterday is the day before."
        ),
    ] = None,
    language: Language = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Show the dates in a text. Each with what it means, where it stands, and how that was worked out."""
    from timeline.pipeline.lookup import described, looked_up

    words = sys.stdin.buffer.read().decode("utf-8", "replace") if text == "-" else text
    found = looked_up(words, on, language, may_be_file=text != "-")
    if as_json:
        rows = [described(known, resolution) for known in found for resolution in known.resolutions]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        print_dates(found)
