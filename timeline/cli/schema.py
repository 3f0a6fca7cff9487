"""`timeline schema`: what timeline.json holds, for programs."""

from __future__ import annotations

import json

import typer

from timeline.cli.application import Command, app


@app.command(cls=Command)
def schema() -> None:
    """Print the JSON Schema of timeline.json."""
    from timeline.export.json_file import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1))
