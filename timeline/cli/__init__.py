"""The command line: parse, call, print. What a command does is in the floors below.

Exit codes: 0 all that is a document was read, 1 some of it failed (or no longer stands), 2 nothing could be done.
"""

from __future__ import annotations

import gc
import sys

import typer

from timeline.cli.application import app
from timeline.cli.printing import complain, complain_of_call, forget_output
from timeline.errors import TimelineError

# Why in this order: a module registers its commands when it is imported, and the help lists them so.
# isort: off
import timeline.cli.build
import timeline.cli.digest
import timeline.cli.sources
import timeline.cli.names
import timeline.cli.dates
import timeline.cli.tag
import timeline.cli.originals
import timeline.cli.review
import timeline.cli.exporting
import timeline.cli.importing
import timeline.cli.comparing
import timeline.cli.decisions
import timeline.cli.schema  # noqa: F401

# isort: on

_WRONG_CALL: type[Exception] = typer.BadParameter.__mro__[2]
"""What typer raises for a call that it cannot understand: its base has no public name."""
_SELDOM = 20_000
"""New things after which the garbage collector looks for circles among them."""


def main() -> None:
    """Runs the command line; the errors that a user can do something about are told, without a traceback."""
    # Why: the garbage collector's rounds find next to nothing among frozen data, and took a tenth of a build's time.
    gc.set_threshold(_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty() and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(app(prog_name="timeline", standalone_mode=False))
    except TimelineError as error:
        for line in str(error).splitlines():
            complain(line)
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
