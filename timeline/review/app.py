"""The routes of the review page. In: a session. Out: an ASGI application; JSON in, JSON out, and a fixed set of files.

No path of a request leads to a file: what the page is made of is read once, by name, from a list.
"""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from timeline.errors import InputError, StoreError, TimelineError
from timeline.export import STEM, USUAL, ExportOptions, export, exporters, figure, plotlyjs
from timeline.review import asked, deciding, rows
from timeline.review.agenda import place
from timeline.review.dates import dates_in, read_date
from timeline.review.session import Session, published

MOST_BYTES = 8 << 20
OWN = ("review.html", "review.css", "review-dark.css", "review.js")
MODULES = (
    "agenda", "ask", "datefield", "deciding", "dialogs", "event", "keys", "making", "source", "state", "strip",
)  # fmt: skip
"""The page's own scripts; `review.js` puts them together."""
SHARED = (
    "calendar", "chart", "dates", "drawing", "gestures", "ground", "island", "labels", "lanes", "packing", "scene",
    "theme", "words",
)  # fmt: skip
"""Scripts and colours that it shares with the exported page."""
_TYPES = {"html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}

Answer = Mapping[str, Any]
Handler = Callable[[Session, dict[str, Any]], Answer]


def application(session: Session, folder: Path | None = None) -> Starlette:
    """The application; `folder` is where the page's export writes, if it may write at all."""
    static = page_files()
    routes = [
        Route("/", partial(_file, static["review.html"]), methods=["GET"]),
        *(Route(f"/page/{name}", partial(_file, content), methods=["GET"]) for name, content in static.items()),
        Route("/page/plotly.min.js", _plotly, methods=["GET"]),
        Route("/api/export/{format}", partial(_export, session), methods=["GET"]),
        *(Route(f"/api/{name}", partial(_told, session, handler), methods=["POST"]) for name, handler in ASKED.items()),
        Route("/api/write", partial(_told, session, partial(_write, folder)), methods=["POST"]),
    ]
    handlers: dict[Any, Any] = {HTTPException: _unknown, TimelineError: _refused, Exception: _broken}
    return Starlette(routes=routes, exception_handlers=handlers)


def page_files() -> dict[str, tuple[bytes, str]]:
    """What the page is made of, by name: content and type."""
    own = files("timeline.review") / "page"
    shared = files("timeline.export") / "web"
    found = {name: (own / name).read_bytes() for name in (*OWN, *(f"{name}.js" for name in MODULES))}
    found |= {f"{name}.js": (shared / f"{name}.js").read_bytes() for name in SHARED}
    found["review.css"] = (shared / "colors.css").read_bytes() + found["review.css"]
    found["review-dark.css"] = (shared / "dark.css").read_bytes() + found["review-dark.css"]
    return {name: (content, _TYPES[name.rsplit(".", 1)[1]]) for name, content in found.items()}


async def _file(content: tuple[bytes, str], request: Request) -> Response:
    return Response(content[0], media_type=content[1])


async def _plotly(request: Request) -> Response:
    bundle = await run_in_threadpool(lambda: plotlyjs.bundle().encode())
    return Response(bundle, media_type=_TYPES["js"])


async def _told(session: Session, handler: Handler, request: Request) -> Response:
    """Reads a request's body, hands it on, and tells what came of it, with all that changed."""
    if request.headers.get("content-type", "").split(";")[0] != "application/json":
        raise HTTPException(415, "the request is not JSON; reload the page")
    told = asked.body_of(await _body(request))
    return _json(await run_in_threadpool(_handled, session, handler, told))


def _handled(session: Session, handler: Handler, told: dict[str, Any]) -> Answer:
    with session.lock:
        if handler not in LOOKING:
            asked.number(told, "step")  # what is told of the changes is asked for before anything is changed
        session.refresh()
        try:
            return handler(session, told)
        except deciding.Behind as error:
            raise _Conflict(str(error), _since(session, told)) from error


async def _body(request: Request) -> bytes:
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > MOST_BYTES:
            raise HTTPException(413, "that is too much at once")
    return bytes(content)


class _Conflict(TimelineError):
    """A decision on what has changed meanwhile, with what is there now."""

    def __init__(self, message: str, changes: Answer | None) -> None:
        super().__init__(message)
        self.changes = changes


async def _refused(request: Request, error: Exception) -> Response:
    if isinstance(error, _Conflict):
        return _json({"error": str(error), "changes": error.changes}, 409)
    status = 503 if isinstance(error, StoreError) else 400 if isinstance(error, InputError) else 422
    return _json({"error": str(error)}, status)


async def _unknown(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = {404: "there is nothing at this address", 405: "this cannot be done here"}
    return _json({"error": words.get(error.status_code, error.detail)}, error.status_code)


async def _broken(request: Request, error: Exception) -> Response:
    return _json(
        {"error": f"the program met an error ({type(error).__name__}); nothing was decided. Please report it"}, 500
    )


def _json(told: Answer, status: int = 200) -> Response:
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Response(content.encode("utf-8", "replace"), status, media_type="application/json")


# What can be asked


def _state(session: Session, told: dict[str, Any]) -> Answer:
    items = sorted(session.items.values(), key=place)
    return {
        "title": session.timeline.title,
        "reviewer": session.reviewer.name,
        "share": list(session.reviewer.share),
        "blind": session.reviewer.blind,
        "formats": {name: STEM + exporter.suffix for name, exporter in exporters().items()},
        "sources": rows.sources(session.timeline),
        "figure": figure.frame(),
        "rows": [session.row(item.id) for item in items],
        "step": session.step,
        **session.standing(),
    }


def _changes(session: Session, told: dict[str, Any]) -> Answer:
    return {"changes": session.changes(asked.number(told, "step"))}


def _event(session: Session, told: dict[str, Any]) -> Answer:
    item = session.item(asked.text(told, "id", asked.LONGEST_WORD))
    return rows.whole(item, session.timeline, session.applied.history.get(item.id, ()))


def _source(session: Session, told: dict[str, Any]) -> Answer:
    document = session.document(asked.text(told, "id", asked.LONGEST_WORD))
    pieces = rows.by_source(session.items.values()).get(document.id, [])
    return {
        "id": document.id,
        "stretches": rows.marked_text(document, pieces),
        "owner": {piece.id: event for event, piece in pieces},
    }


def _reading(session: Session, told: dict[str, Any]) -> Answer:
    """What a date field says, while it is typed: a date, or what is wrong."""
    source = asked.optional_text(told, "source", asked.LONGEST_WORD)
    typed = asked.text(told, "text")
    try:
        return {"date": rows.date_told(read_date(typed, session.published_day(source) if source else None))}
    except InputError as error:
        return {"date": None, "problem": str(error)}


def _selection(session: Session, told: dict[str, Any]) -> Answer:
    """What words that a person selected say: the words, and the first date in them that has a place in time."""
    document = session.document(asked.text(told, "source", asked.LONGEST_WORD))
    span = asked.span(told, "span")
    if span is None or span.end > len(document.text):
        raise InputError("select some words of the text first")
    words = document.text[span.start : span.end]
    day = session.published_day(document.id)
    placed = (
        found
        for found in dates_in(words[: asked.LONGEST_TEXT], day, document.source.language)
        if rows.is_placed(found[1])
    )
    at, value = next(placed, (None, None))
    whole = at is not None and at == (0, len(words))
    return {
        "words": words,
        "date": rows.date_told(value),
        "date_span": [span.start + at.start, span.start + at.end] if at is not None else None,
        "whole": whole,
    }


def _decide(session: Session, told: dict[str, Any]) -> Answer:
    passages = asked.words(told, "passages") or ()
    shown, count = deciding.decide(
        session,
        asked.text(told, "action"),
        asked.events(told),
        asked.optional_text(told, "note"),
        asked.patch(told),
        accept=asked.flag(told, "accept"),
        passages=passages,
    )
    return {"show": shown, "count": count, "changes": _since(session, told)}


def _add(session: Session, told: dict[str, Any]) -> Answer:
    id = deciding.add(session, asked.patch(told), asked.optional_text(told, "note"))
    return {"show": id, "count": 1, "changes": _since(session, told)}


def _foresee(session: Session, told: dict[str, Any]) -> Answer:
    source, day = asked.text(told, "source", asked.LONGEST_WORD), asked.text(told, "date")
    return {"date": rows.date_told(read_date(day)), "dates": deciding.foreseen(session, source, day)}


def _date_source(session: Session, told: dict[str, Any]) -> Answer:
    deciding.date_source(session, asked.text(told, "source", asked.LONGEST_WORD), asked.text(told, "date"))
    return {"changes": _since(session, told), "sources": rows.sources(session.timeline)}


def _undo(session: Session, told: dict[str, Any]) -> Answer:
    done = deciding.undo(session)
    return {"done": done, "changes": _since(session, told), "sources": rows.sources(session.timeline)}


def _redo(session: Session, told: dict[str, Any]) -> Answer:
    done = deciding.redo(session)
    return {"done": done, "changes": _since(session, told), "sources": rows.sources(session.timeline)}


def _write(folder: Path | None, session: Session, told: dict[str, Any]) -> Answer:
    """Writes the usual formats into the timeline's folder."""
    if folder is None:
        raise InputError("there is no folder to write into; download the formats one by one")
    made = published(session)
    written = export(made, folder, USUAL, _options(session))
    return {"written": [path.name for path in written], "folder": folder.name}


def _options(session: Session) -> ExportOptions:
    return ExportOptions(texts={one.source.text_sha256: one.text for one in session.documents.values()})


def _since(session: Session, told: dict[str, Any]) -> Answer | None:
    return session.changes(asked.number(told, "step"))


ASKED: dict[str, Handler] = {
    "state": _state,
    "changes": _changes,
    "event": _event,
    "source": _source,
    "reading": _reading,
    "selection": _selection,
    "decide": _decide,
    "add": _add,
    "foresee": _foresee,
    "date-source": _date_source,
    "undo": _undo,
    "redo": _redo,
}
"""What the page can ask for by POST, so that each request tells its Origin."""
LOOKING: frozenset[Handler] = frozenset({_state, _event, _source, _reading, _selection, _foresee})
"""What changes nothing."""


async def _export(session: Session, request: Request) -> Response:
    """One format as a download."""
    name = request.path_params["format"]
    if name not in exporters():
        raise HTTPException(404, "there is no such format")
    file, content = await run_in_threadpool(_exported, session, name)
    return Response(
        content,
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{file}"'},
    )


def _exported(session: Session, name: str) -> tuple[str, bytes]:
    """A format's file, or an archive of its files where it has several."""
    with session.lock:
        session.refresh()
        made = published(session)
    with tempfile.TemporaryDirectory() as folder:
        written = export(made, folder, [name], _options(session))
        if len(written) == 1:
            return written[0].name, written[0].read_bytes()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in written:
                archive.write(path, path.relative_to(folder))
        return f"{STEM}-{name}.zip", packed.getvalue()
