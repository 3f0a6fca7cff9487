"""What the commands show: progress on a terminal, tables, counts and complaints. The only importer of rich."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from timeline.pipeline import Resolved
    from timeline.pipeline.verification import Verification

T = TypeVar("T")
_ORIGINAL = {
    "changed": "has changed since",
    "missing": "cannot be found",
    "gone": "came from the web or through standard input, which is not read again; name a file of the text, or its "
    "address, after the timeline",
}
LONGEST_NAME = 80
"""Characters of a word that may be meant as a file's name."""
PIPE_WIDTH = 160
"""Columns of a table that goes into a pipe or a file, where no terminal tells its own."""


class Progress:
    """A bar on standard error while a build runs, where that is a terminal; nothing at all in a pipe."""

    def __init__(self) -> None:
        self._bar: RichProgress | None = None

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Takes the bar away, before something is told."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def reading(self, items: Iterable[T]) -> Iterator[T]:
        """Passes the items on and counts them: how many there will be is not known yet."""
        bar = self._bar
        if bar is None:
            yield from items
            return
        task = bar.add_task("reading", total=None)
        for item in items:
            bar.advance(task)
            yield item
        bar.remove_task(task)

    def working(self, done: int, total: int) -> None:
        """Shows how many documents are worked on, of how many."""
        if self._bar is None:
            return
        if not self._bar.task_ids:
            self._bar.add_task("finding dates", total=total)
        self._bar.update(self._bar.task_ids[-1], completed=done)


def complain(message: str) -> None:
    """One line on standard error."""
    typer.echo("timeline: " + " ".join(message.split()), err=True)


def complain_of(uri: str, message: str) -> None:
    """A failure in one line, with its place in front where the message does not name it."""
    complain(message if uri in message else f"{uri}: {message}")


_PLAINLY = (
    ("Input should be a valid integer, unable to parse string as an integer", "it must be a whole number"),
    ("Input should be a valid number, unable to parse string as a number", "it must be a number"),
    ("Input should be ", "it must be "),
)
"""What the library that reads numbers says of a wrong one, and the same plainly."""


def complain_of_call(error: Exception) -> int:
    """A call that typer could not understand, in one line that names the help; gives the exit code."""
    told = str(getattr(error, "format_message", error.__str__)()).strip()
    if "\n" in told:  # the help itself, for a call without arguments
        typer.echo(told, err=True)
    else:
        context = getattr(error, "ctx", None)
        told = re.sub(r"\((P)ossible", lambda found: "(p" + found[0][2:], told.rstrip("."))
        for said, plain in _PLAINLY:
            told = told.replace(said, plain)
        complain(f"{told[:1].lower()}{told[1:]}; see {context.command_path if context else 'timeline'} --help")
    return int(getattr(error, "exit_code", 2))


def count(number: int, noun: str) -> str:
    """ "1 document", "2 documents"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def forget_output() -> None:
    """Sends the rest of the output nowhere: whoever read it has closed the pipe, which is no error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_dates(found: Iterable[Resolved]) -> None:
    """The dates of some texts as a table: value, span, words, and how each was worked out."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from timeline.model.display import display, display_repeated
    from timeline.model.text import MentionType

    console = Console() if sys.stdout.isatty() else Console(width=PIPE_WIDTH)
    empty = True
    for known in found:
        if not known.resolutions:
            continue
        empty = False
        table = Table("value", "span", "words", "why", box=box.SIMPLE_HEAD, title_justify="left")
        for resolution in known.resolutions:
            mention, value = resolution.mention, resolution.value
            shown = display_repeated if mention.type is MentionType.SET else display
            told = "no date" if value is None else f"{value.edtf or value.timex} ({shown(value)})"
            why = dict.fromkeys([*resolution.steps, *([resolution.reason] if resolution.reason else [])])
            span = f"{mention.span.start}-{mention.span.end}"
            # Why: as Text, because words in [brackets] would be taken for the library's own markup.
            table.add_row(*(Text(cell) for cell in (told, span, " ".join(mention.text.split()), "; ".join(why))))
        if known.document.source.uri:
            console.print(Text(known.document.source.uri, style="bold"))
        console.print(table)
    if empty:
        words = [known.document.text.strip() for known in found if not known.document.source.uri]
        # Why: a single word may be meant as a file's name.
        name = words[0] if len(words) == 1 and 0 < len(words[0]) < LONGEST_NAME and not words[0].split()[1:] else ""
        hint = f" in the text {name!r} (there is no file of that name)" if name else ""
        typer.echo(f"no dates found{hint}")


def print_verification(result: Verification, events: int) -> None:
    """What no longer stands, one line each, and a last line that counts."""
    for source in result.sources:
        if source.original != "same":
            typer.echo(f"source {source.id}: {source.uri}: {_ORIGINAL[source.original.value]}")
    for event in sorted(result.weakened, key=lambda event: not event.lost):
        if not event.stands:
            told = "no longer stands"
        elif event.lost:
            told = f"{len(event.lost)} of {event.passages} passages are gone"
        else:
            told = "stands, but its words have moved"
        typer.echo(f"{event.kind} {event.id}: {told}: {' '.join(event.title.split())}")
        for reason in (*event.lost, *event.moved):
            typer.echo(f"    {reason}")
    changed = sum(source.original in ("changed", "missing") for source in result.sources)
    unread = sum(source.original == "gone" for source in result.sources)
    moved = sum(len(event.moved) for event in result.weakened)
    gone = sum(not event.stands for event in result.weakened if event.kind == "event")
    checked = f"{count(len(result.sources), 'source')}, {count(result.passages, 'passage')}, {count(events, 'event')}"
    if result.holds:
        typer.echo(f"all stands: {checked}")
    else:
        told = f"{count(changed, 'source')} changed or gone, {count(gone, 'event')} no longer standing"
        told += f", {count(moved, 'passage')} moved" if moved else ""
        told += f", {count(unread, 'source')} from the web or standard input not read again" if unread else ""
        typer.echo(f"{checked} checked; {told}")
