"""`timeline digest`: documents, or a timeline.json, in; a summary timeline out, as lines, Markdown or JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import PATHS, Fields, Language, Ocr, Published, TrustMtime
from timeline.cli.printing import Progress, complain, complain_of
from timeline.cli.reading import reading
from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.pipeline.summary import Digest

_MARKUP = re.compile(r"([\\`*_\[\]<>])")


@app.command(cls=Command)
def digest(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help=f"{PATHS} Or one timeline.json.")],
    dates: Annotated[
        int | None,
        typer.Option(min=1, metavar="NUMBER", help="How many dates. Without it, more the more documents there are."),
    ] = None,
    sentences: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="Sentences for each date, at most.")] = 2,
    earliest: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="No earlier date: a day, month or year.")
    ] = None,
    latest: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="No later date: a day, month or year.")
    ] = None,
    published: Published = None,
    language: Language = None,
    fields: Fields = None,
    trust_mtime: TrustMtime = False,
    ocr: Ocr = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON: date, sentences, and the source of each.")
    ] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
) -> None:
    """Sum up documents as a short timeline. The dates that matter most, with the sentences that tell them best."""
    from timeline.pipeline import Length, Options
    from timeline.pipeline import digest as sum_up
    from timeline.pipeline.summary import bounds, digest_of
    from timeline.read import read

    if as_json and as_markdown:
        raise InputError("--json and --markdown: a digest is printed in one form; choose one")
    length = Length(dates, sentences, earliest, latest)
    bounds(length)  # a length that cannot be is told before the work, not after it
    built = _is_timeline(paths)
    if built is not None:
        from timeline.export.json_file import read_json

        made = digest_of(read_json(built), length)
    else:
        how = reading(paths, language, fields, trust_mtime=trust_mtime, ocr=ocr)
        with Progress() as progress:
            readings = list(progress.reading(read(*paths, options=how)))
            made = sum_up(readings, length, Options(published=published, language=language), progress.working)
    for failure in made.failures:
        complain_of(failure.uri, failure.message)
    if as_json:
        typer.echo(json.dumps(_described(made), ensure_ascii=False, indent=1))
    else:
        for line in _lines(made, markdown=as_markdown):
            typer.echo(line)
    if not made.entries:
        complain(f"no dates to tell of in {', '.join(paths)}")
    if made.failures:
        raise typer.Exit(1 if made.entries else 2)


def _is_timeline(paths: list[str]) -> Path | None:
    """The finished timeline that is named, alone; None where documents are."""
    from timeline.export.json_file import is_timeline_json

    files = [Path(path) for path in paths if path.endswith(".json")]
    found = [file for file in files if file.is_file() and is_timeline_json(file)]
    if found and len(paths) > 1:
        raise InputError(f"{found[0]}: is a finished timeline; give it alone, or the documents it was made from")
    return found[0] if found else None


def _described(made: Digest) -> list[dict[str, object]]:
    return [
        {
            "date": entry.date,
            "sentences": list(entry.sentences),
            "sources": [source.uri for source in entry.sources],
        }
        for entry in made.entries
    ]


def _lines(made: Digest, *, markdown: bool) -> Iterator[str]:
    """A date, its sentences with their sources, and an empty line between two dates."""
    from timeline.model import edtf
    from timeline.model.display import display

    for number, entry in enumerate(made.entries):
        if number:
            yield ""
        date = display(edtf.parse(entry.date))
        yield f"## {date}\n" if markdown else date
        for sentence, source in zip(entry.sentences, entry.sources, strict=True):
            told = f"{sentence} ({source.label})"
            yield "- " + _MARKUP.sub(r"\\\1", told) if markdown else f"  {told}"
