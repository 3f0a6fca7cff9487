"""The command line: parse, call, print. What a command does is in the floors below.

Exit codes: 0 all that is a document was read, 1 some of it failed (or no longer stands), 2 nothing could be done.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand

from timeline.cli.printing import (
    Progress,
    complain,
    complain_of,
    complain_of_call,
    count,
    forget_output,
    print_dates,
    print_verification,
)
from timeline.cli.reading import opened, reading
from timeline.errors import InputError, StoreError, TimelineError

if TYPE_CHECKING:
    from timeline.model.event import Failure, Skipped
    from timeline.model.text import Document


class _Command(TyperCommand):
    """A command whose help shows the names of its arguments, not their Python types."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for parameter in self.params:
            if isinstance(parameter, TyperArgument):
                setattr(parameter, "display_type_rich", lambda ctx: "")  # noqa: B010


app = typer.Typer(
    name="timeline",
    help="Turns documents into a timeline that a person can check.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_PATHS = (
    "Documents: text, Markdown, web pages, PDF, Word and other papers, mails, feeds, tables, archives of any of these; "
    'JSON Lines (.jsonl) of one document a line, as in {"text": "...", "published": "2024-03-22", "url": "..."}; '
    "folders, read with all that is in them; patterns such as 'news/*.html'; web addresses; - for standard input."
)
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day on which the documents were written, such as 2024-03-22.")
]
TrustMtime = Annotated[
    bool,
    typer.Option(
        "--trust-mtime",
        help="Let the day of a file's last change date it, where nothing else does.",
    ),
]
Ocr = Annotated[
    bool, typer.Option("--ocr", help="Read pages of PDFs that are pictures, by ocrmypdf, which must be installed.")
]
Origin = Annotated[
    Path | None,
    typer.Option("--from", metavar="timeline.json", help="The timeline that names it. Without it, the one in exports."),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="Two-letter code of the language that the texts are in, such as en. Without it, each is judged.",
    ),
]
Fields = Annotated[
    str | None,
    typer.Option(
        "--map",
        metavar="FIELDS",
        help="What JSON, CSV and Excel files call things, such as text=body,published=date. The usual names are known.",
    ),
]


_WRONG_CALL: type[Exception] = typer.BadParameter.__mro__[2]
"""What typer raises for a call that it cannot understand: its base has no public name."""


def main() -> None:
    """Runs the command line; the errors that a user can do something about are one line, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty() and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(app(prog_name="timeline", standalone_mode=False))
    except TimelineError as error:
        complain(str(error))
        sys.exit(2)
    except _WRONG_CALL as error:
        sys.exit(complain_of_call(error))
    except BrokenPipeError:
        forget_output()
        sys.exit(1)
    finally:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            forget_output()


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.", is_eager=True)] = False,
) -> None:
    if version:
        import timeline

        typer.echo(f"timeline {timeline.__version__}")
        raise typer.Exit


@app.command(cls=_Command)
def build(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help=_PATHS),
    ],
    out: Annotated[
        str,
        typer.Option(
            metavar="FOLDER", help="Folder to write timeline.json and timeline.html into, or one file to write."
        ),
    ] = "exports",
    title: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE", help="Title of the timeline. Without it, the folder's name or the document's title."
        ),
    ] = None,
    published: Published = None,
    language: Language = None,
    fields: Fields = None,
    trust_mtime: TrustMtime = False,
    ocr: Ocr = False,
    parts: Annotated[
        str,
        typer.Option(
            metavar="article|all",
            help="What makes events: the article, or all, with teasers of other stories and the page's boilerplate.",
        ),
    ] = "article",
    format: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="What to write, separated by commas: json,html. Without it, everything."),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="Processes that work side by side.")] = 1,
) -> None:
    """Build a timeline from documents. Writes its data as timeline.json and a page to look at as timeline.html."""
    from timeline.export import export, export_targets
    from timeline.pipeline import Options
    from timeline.pipeline import build as assemble
    from timeline.read import read

    formats = [name.strip() for name in format.split(",") if name.strip()] if format is not None else None
    export_targets(out, formats)  # an unknown format is told before the work, not after it
    if parts not in ("article", "all"):
        raise InputError(f"--parts {parts}: there are article and all")
    options = Options(title or _title(paths), published, language, workers, parts == "all")
    how = reading(paths, language, fields, trust_mtime=trust_mtime, ocr=ocr)
    with Progress() as progress:
        readings = list(progress.reading(read(*paths, options=how)))
        made = assemble(readings, options, progress.working)
    for failure in made.failures:
        complain_of(failure.uri, failure.message)
    if not made.sources:
        if not made.failures:
            complain(f"nothing to read in {', '.join(paths)}: {count(len(made.skipped), 'file')} skipped")
        raise typer.Exit(2)
    written = export(made, out, formats)
    _keep(written[0], paths, readings, how.fields)
    typer.echo(f"wrote {', '.join(map(str, written))}")
    dates = sum(number for report in made.sources for _, number in report.fates)
    typer.echo(
        f"{count(len(made.sources), 'document')}, {count(dates, 'date')}, {count(len(made.events), 'event')}, "
        f"{len(made.undated)} undated, {len(made.set_aside)} set aside, {len(made.skipped)} skipped, "
        f"{count(len(made.failures), 'failure')}"
    )
    if made.failures:
        raise typer.Exit(1)


@app.command(cls=_Command)
def sources(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help=_PATHS)],
    published: Published = None,
    language: Language = None,
    fields: Fields = None,
    trust_mtime: TrustMtime = False,
    ocr: Ocr = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")] = False,
    write: Annotated[
        Path | None,
        typer.Option(metavar="sources.csv", help="File to write, to be corrected and laid beside the documents."),
    ] = None,
) -> None:
    """Show what is known of documents. When each was written, who says so, and what became of its dates."""
    from timeline.cli.sources import show_sources, write_sidecar
    from timeline.export.publish import publish
    from timeline.pipeline import Options
    from timeline.pipeline import build as assemble
    from timeline.read import read

    how = reading(paths, language, fields, trust_mtime=trust_mtime, ocr=ocr)
    with Progress() as progress:
        readings = list(progress.reading(read(*paths, options=how)))
        made = publish(assemble(readings, Options(published=published, language=language), progress.working))
    if write is None or as_json or as_csv:
        show_sources(made, as_json=as_json, as_csv=as_csv)
    if write is not None:
        write_sidecar(made, write)
    if made.failures:
        raise typer.Exit(1 if made.sources else 2)


@app.command(cls=_Command)
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


@app.command(cls=_Command)
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


@app.command(cls=_Command)
def schema() -> None:
    """Print the JSON Schema of timeline.json."""
    from timeline.export.json_file import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1))


@app.command(cls=_Command)
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


@app.command(cls=_Command)
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
    sys.stdout.buffer.flush()


@app.command(cls=_Command)
def cite(
    id: Annotated[str, typer.Argument(metavar="ID", help="An event's id, or that of one passage, or its beginning.")],
    origin: Origin = None,
) -> None:
    """Print the reference of an event or a passage. By its source's label and page, with the words that say it."""
    from timeline.export.citation import citations

    _, published = opened(origin, id)
    for citation in citations(published, id):
        typer.echo(citation.reference + (f": “{citation.quote}”" if citation.quote else ""))


def _title(paths: list[str]) -> str | None:
    """A single folder's name; None where the documents themselves must tell."""
    folder = Path(paths[0])
    return folder.resolve().name or None if len(paths) == 1 and folder.is_dir() else None


def _keep(
    written: Path,
    paths: list[str],
    readings: Iterable[Document | Failure | Skipped],
    fields: tuple[tuple[str, str], ...],
) -> None:
    """Keeps the texts beside the outputs for `text` and `verify`; what hinders that is told, and hinders no build."""
    from timeline.model.text import Document
    from timeline.pipeline.originals import places_of
    from timeline.store import store_folder, write_cache

    documents = [item for item in readings if isinstance(item, Document)]
    try:
        warning = write_cache(store_folder(written), places_of(paths), documents, fields)
    except StoreError as error:
        warning = str(error)
    if warning:
        complain(warning)
