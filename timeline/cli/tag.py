"""`timeline tag`: texts in, the TIMEX3 types and values of their time expressions out."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.printing import complain, count
from timeline.errors import InputError


@app.command(cls=Command)
def tag(
    texts: Annotated[
        str, typer.Argument(metavar="IN.jsonl", help='Lines of {"id", "dct", "text"}; - for standard input.')
    ],
    out: Annotated[str, typer.Option(metavar="OUT.jsonl", help="File to write; - for standard output.")] = "-",
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Two-letter code of the language that the texts are in.")
    ] = "en",
) -> None:
    """Tag the time expressions of many texts. Reads one text a line, and writes TIMEX3 types and values."""
    from timeline.language import pack
    from timeline.model.event import Failure
    from timeline.pipeline.tagging import tag as tagged

    pack(language)
    if out != "-" and texts != "-" and Path(out).absolute() == Path(texts).absolute():
        raise InputError(f"{out}: is the file that is read; choose another --out")
    done = failed = 0
    with ExitStack() as stack:
        try:
            lines = sys.stdin.buffer if texts == "-" else stack.enter_context(Path(texts).open("rb"))
            sink = sys.stdout.buffer if out == "-" else stack.enter_context(Path(out).open("wb"))
        except OSError as error:
            raise InputError(f"{error.filename}: cannot be opened ({error.strerror}); check the path") from error
        for result in tagged(lines, "stdin" if texts == "-" else Path(texts).name, language):
            if isinstance(result, Failure):
                failed += 1
                complain(result.message)
            else:
                done += 1
                sink.write(result.line.encode() + b"\n")
        sink.flush()
    if not done and not failed:
        where = "standard input" if texts == "-" else texts
        raise InputError(f'{where}: holds no text to tag; give lines such as {{"id": 1, "dct": null, "text": "..."}}')
    typer.echo(f"{count(done, 'text')} tagged, {count(failed, 'failure')}", err=True)
    if failed:
        raise typer.Exit(1 if done else 2)
