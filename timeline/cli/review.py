"""`timeline review`: opens the page on which people decide. The clock and the secrets of a session are made here."""

from __future__ import annotations

import datetime
import gc
import getpass
import re
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.application import Command, app
from timeline.cli.options import DecisionsFile
from timeline.cli.printing import complain
from timeline.cli.telling import print_agreement
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.review.session import Session

_SHARE = re.compile(r"([1-9]\d?)/([1-9]\d?)")


@app.command(cls=Command)
def review(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="The folder that timeline build wrote, or the timeline.json in it.")
    ] = Path("exports"),
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="NUMBER", help="Port of the page; 0 takes any that is free.")
    ] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="Print the address and open no browser.")] = False,
    reviewer: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who reviews. Without it, the name of the user on this computer.")
    ] = None,
    share: Annotated[
        str, typer.Option(metavar="1/2", help="Review the first of two disjoint halves (2/3: the second of thirds).")
    ] = "1/1",
    blind: Annotated[
        bool, typer.Option("--blind", help="Show nothing of what others decided, for an independent second pass.")
    ] = False,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to answer at. Others than 127.0.0.1 open it to the network.")
    ] = "127.0.0.1",
    decisions: DecisionsFile = None,
) -> None:
    """Review a timeline in the browser. Accept, correct and reject its events; every decision is kept at once."""
    import secrets

    from timeline.cli.serving import bound, serve
    from timeline.review.app import application
    from timeline.review.guard import Guard
    from timeline.review.session import Reviewer
    from timeline.store import decisions_file, open_decisions

    name = " ".join((reviewer or _user()).split())
    if not name:
        raise InputError("--reviewer: give a name")
    who = Reviewer(name, _share(share), blind)
    with closing(open_decisions(decisions or decisions_file(folder))) as store:
        session = _session(folder, store, who)
        # Why: what a session holds stays; the garbage collector going through it again would take half of each answer.
        gc.freeze()
        at = bound(host, port)
        number = at.getsockname()[1]
        token, secret = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        shown = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{number}/?token={token}"
        guarded = Guard(application(session, _folder(folder)), host, number, token, secret)
        with suppress(KeyboardInterrupt):
            serve(guarded, at, lambda: _tell(address, host, no_open=no_open))
        typer.echo("\nEvery decision is kept; build the timeline again, or write it from the page, to see them in it.")
        print_agreement(session.store.all())


def _session(folder: Path, store: object, who: object) -> Session:
    from timeline.pipeline import Options
    from timeline.review.session import Session
    from timeline.store import store_folder
    from timeline.store.cache import read_documents
    from timeline.store.memory import Memory, code_version

    where = store_folder(folder)
    kept = read_documents(where)
    if kept is None:
        raise InputError(
            f"{folder}: keeps no texts to review ({where.name} is not in it, or older than this program); "
            f"build it again: timeline build ... --out {_folder(folder)}"
        )
    documents, options = kept
    if options.pop("code", None) != code_version():
        raise InputError(f"{folder}: another version of this program built it; build it again, and then review it")
    known = Memory(where)
    return Session(documents, Options(**options), store, who, _now, known)  # type: ignore[arg-type]


def _folder(named: Path) -> Path:
    return named.parent if named.suffix else named


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reviewer"


def _share(told: str) -> tuple[int, int]:
    found = _SHARE.fullmatch(told)
    if not found or int(found[1]) > int(found[2]):
        raise InputError(f"--share {told}: give 1/2 for the first half, 2/2 for the second, 3/5 for the third fifth")
    return int(found[1]), int(found[2])


def _tell(address: str, host: str, *, no_open: bool) -> None:
    typer.echo(f"Review at {address}")
    typer.echo("Press Ctrl-C here to end it.")
    if host not in ("127.0.0.1", "localhost", "::1"):
        complain(f"{host}: everyone in the network who has this address can read the documents and decide")
    if not no_open:
        import webbrowser

        webbrowser.open(address)
