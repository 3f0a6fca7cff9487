"""`timeline decisions`: what people decided, out as JSON Lines and in again."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import DecisionsFile
from timeline.cli.printing import count
from timeline.cli.telling import print_agreement
from timeline.errors import InputError

Folder = Annotated[
    Path, typer.Option("--in", metavar="FOLDER", help="The folder of the timeline that the decisions are on.")
]
_EXPORTS = Path("exports")

commands = typer.Typer(
    help="Move people's decisions between people and machines, as JSON Lines.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(commands, name="decisions")


@commands.command("export", cls=Command)
def export_decisions(
    file: Annotated[str, typer.Argument(metavar="FILE.jsonl", help="File to write; - for standard output.")],
    folder: Folder = _EXPORTS,
    decisions: DecisionsFile = None,
) -> None:
    """Write every decision that was ever made, undone ones too, one a line."""
    from timeline.store import decisions_file, read_decisions
    from timeline.store.decision_lines import line

    kept = _there(decisions or decisions_file(folder))
    told = read_decisions(kept)
    body = "".join(f"{line(decision)}\n" for decision in told).encode()
    if file == "-":
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return
    from timeline.export.writing import write_whole

    write_whole(Path(file), (body,))
    typer.echo(f"wrote {file} ({count(len(told), 'decision')})")


@commands.command("import", cls=Command)
def import_decisions(
    file: Annotated[str, typer.Argument(metavar="FILE.jsonl", help="File to read; - for standard input.")],
    folder: Folder = _EXPORTS,
    decisions: DecisionsFile = None,
) -> None:
    """Take decisions in. All of a file or, where a line is wrong, none; those that are here already change nothing."""
    from timeline.store import decisions_file, open_decisions
    from timeline.store.decision_lines import read_lines

    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{file}: cannot be opened ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8 (byte {error.start + 1}); save it as UTF-8") from error
    # Why not splitlines: a text in a decision may hold other line ends than this one.
    told = tuple(read_lines(text.split("\n"), "stdin" if file == "-" else file))
    with closing(open_decisions(decisions or decisions_file(folder))) as store:
        new = store.keep(told)
    typer.echo(f"{count(len(told), 'decision')} read, {new} new; build the timeline again to see them in it")


@commands.command(cls=Command)
def agreement(folder: Folder = _EXPORTS, decisions: DecisionsFile = None) -> None:
    """Show how far reviewers agree. For each two, on the events that both accepted or rejected."""
    from timeline.review.agreement import agreements
    from timeline.store import decisions_file, read_decisions

    told = read_decisions(_there(decisions or decisions_file(folder)))
    if not agreements(told):
        typer.echo("no two reviewers judged the same event yet; timeline review --blind is for a second pass")
    print_agreement(told)


def _there(path: Path) -> Path:
    if not path.exists():
        raise InputError(f"{path}: there are no decisions yet; timeline review makes them, --in names another folder")
    return path
