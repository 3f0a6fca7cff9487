"""`timeline verify`, `text` and `cite`: from a timeline back to what it was made from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import Ocr, Origin
from timeline.cli.printing import print_verification
from timeline.cli.reading import opened, reading
from timeline.errors import InputError


@app.command(cls=Command)
def verify(
    file: Annotated[Path, typer.Argument(metavar="timeline.json", help="The timeline to check.")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Where the originals are now. Without it, where they were read."),
    ] = None,
    ocr: Ocr = False,
) -> None:
    """Check a timeline against its originals. Every text, every quote, every date; names what no longer stands."""
    from timeline.export.json_file import read_json
    from timeline.pipeline.originals import gone_texts, originals
    from timeline.pipeline.verification import Original
    from timeline.pipeline.verification import verify as check

    published = read_json(file)
    result = check(
        published, originals(file, published, paths or (), reading(paths or (), ocr=ocr)), gone_texts(file, published)
    )
    print_verification(result, len(published.events))
    if result.sources and all(source.original is Original.MISSING for source in result.sources):
        raise InputError(f"{file}: its originals are not where they were; name their files or folders after it")
    if not result.holds:
        raise typer.Exit(1)


@app.command(cls=Command)
def text(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A source's id, uri or label, or the path of a document.")
    ],
    origin: Origin = None,
) -> None:
    """Print a source's text as it was read. This is the text that all spans point into, to the last character."""
    from timeline.pipeline.originals import named_source, single_document, text_of

    document = single_document(source) if origin is None else None
    if document is None:
        file, published = opened(origin, source)
        words = text_of(file, published, named_source(published, source, file))
    else:
        words = document.text
    sys.stdout.buffer.write(words.encode("utf-8", "surrogatepass"))
    if sys.stdout.isatty() and not words.endswith("\n"):
        sys.stdout.buffer.write(b"\n")  # Why there alone: in a pipe it is the text to the last character.
    sys.stdout.buffer.flush()


@app.command(cls=Command)
def cite(
    id: Annotated[str, typer.Argument(metavar="ID", help="An event's id, or that of one passage, or its beginning.")],
    origin: Origin = None,
) -> None:
    """Print the reference of an event or a passage. By its source's label and page, with the words that say it."""
    from timeline.export.citation import citations

    _, published = opened(origin, id)
    for citation in citations(published, id):
        typer.echo(citation.reference + (f": “{citation.quote}”" if citation.quote else ""))
