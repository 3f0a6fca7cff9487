"""The `timeline` command itself: what all its commands hang on. A command is a module that registers with `app`."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand


class Command(TyperCommand):
    """A command whose help shows the names of its arguments as people type them, not their Python types."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for parameter in self.params:
            if isinstance(parameter, TyperArgument):
                setattr(parameter, "display_type_rich", lambda ctx: "")  # noqa: B010
                setattr(parameter, "get_usage_pieces", lambda ctx, one=parameter: [typed(one)])  # noqa: B010


def typed(argument: TyperArgument) -> str:
    """An argument as people type it: `PATH...`, `[PATH...]`."""
    name = f"{argument.metavar or argument.name}{'' if argument.nargs == 1 else '...'}"
    return name if argument.required else f"[{name}]"


app = typer.Typer(
    name="timeline",
    help="Turns documents into a timeline that a person can check.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.", is_eager=True)] = False,
) -> None:
    if version:
        import timeline

        typer.echo(f"timeline {timeline.__version__}")
        raise typer.Exit
