"""`timeline diff`: what differs between two timelines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.application import Command, app
from timeline.cli.printing import count
from timeline.cli.reading import named_timeline

if TYPE_CHECKING:
    from timeline.export import schema
    from timeline.export.difference import Change, Difference


@app.command(cls=Command)
def diff(
    before: Annotated[Path, typer.Argument(metavar="A.json", help="The timeline as it was.")],
    after: Annotated[Path, typer.Argument(metavar="B.json", help="The timeline as it is now.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of lines.")] = False,
) -> None:
    """Tell what came, went and changed between two timelines. Events are the same where they share evidence."""
    from timeline.export.difference import difference, plain

    found = difference(named_timeline(before)[1], named_timeline(after)[1])
    if as_json:
        typer.echo(json.dumps(plain(found), ensure_ascii=False, indent=1))
        return
    for line in _lines(found):
        typer.echo(line)


def _lines(found: Difference) -> list[str]:
    """One line for each event that came (+), went (-) or changed (~), with what changed below it; then the sum."""
    lines = [f"+ source {source.uri}" for source in found.sources_came]
    lines += [f"- source {source.uri}" for source in found.sources_went]
    lines += [f"+ {_event(event)}" for event in found.came]
    lines += [f"- {_event(event)}" for event in found.went]
    for pair in found.changed:
        lines.append(f"~ {_event(pair.after)}")
        lines += [f"    {one.field}: {_change(one)}" for one in pair.changes]
    if not found:
        return ["nothing differs"]
    return [*lines, f"{len(found.came)} came, {len(found.went)} went, {count(len(found.changed), 'event')} changed"]


def _event(event: schema.Event) -> str:
    return f"{event.date.display}  {event.title}  [{event.id}]"


def _change(change: Change) -> str:
    if change.field == "evidence":
        return ", ".join([*(f"+{item}" for item in change.after), *(f"-{item}" for item in change.before)])
    return f"{_told(change.before)} → {_told(change.after)}"


def _told(value: Any) -> str:
    """A field in a few words: a date as people write it, a decision by who took it, a list with commas."""
    if isinstance(value, dict):
        words = next((value[name] for name in ("display", "by", "note") if value.get(name)), None)
        return str(words or json.dumps(value, ensure_ascii=False))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_told, value)) or "none"
    return "none" if value in (None, "") else str(value)
