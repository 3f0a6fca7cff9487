"""`timeline.html`: one file that opens offline, an interactive timeline with the evidence for every date.

In: `schema.Timeline`. Out: the file. The parts lie in `web/`: a template, style sheets and JavaScript modules, which
are joined here into one script. The content security policy lets only this script and the plotly.js that belongs to
it run, by their hashes, and lets nothing reach a network.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any, Literal

from timeline.errors import InputError
from timeline.export import figure, listing, naming, schema
from timeline.export.format import DEFAULTS, ExportOptions

PlotlyJs = Literal["inline", "cdn", "directory"]

MODULES = (
    "calendar",
    "theme",
    "island",
    "lanes",
    "packing",
    "labels",
    "drawing",
    "chart",
    "gestures",
    "overview",
    "evidence",
    "catalogue",
    "address",
    "keys",
    "loading",
    "app",
)
"""The page's scripts in the order they build on each other."""

STYLES = ("colors", "layout", "chart", "evidence", "catalogue", "print")
BYLINE_LENGTH, TITLE_LENGTH = 160, 300
LARGE = 600
"""From so many events on, the browser lays out only the part of the list that is on the screen."""

BUNDLE_NAME = "plotly.min.js"
IMPORT = re.compile(r"^import\s[^;]*;\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|let|function|class)\b)", re.MULTILINE)
SCRIPT_BREAKERS = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def write_page(published: schema.Timeline, path: Path, plotlyjs: PlotlyJs = "inline") -> Path:
    """Write the page to `path`; with "directory", plotly.js is written beside it. Same input, same bytes.

    Raises InputError for an unknown `plotlyjs`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page(published, plotlyjs).encode())
    if plotlyjs == "directory":
        (path.parent / BUNDLE_NAME).write_bytes(figure.bundle().encode())
    return path


def page(published: schema.Timeline, plotlyjs: PlotlyJs = "inline") -> str:
    """The page as text. `plotlyjs`: "inline" (default), from its "cdn", or a file in the same "directory"."""
    app = script()
    bundle, loader, allowed = _plotly(plotlyjs)
    policy = (
        f"default-src 'none'; script-src '{_digest(app)}' {allowed}; style-src 'unsafe-inline'; "
        "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    return Template(_part("template.html")).substitute(
        policy=escape(policy),
        title=escape(published.title or "Timeline"),
        summary=listing.summary(published),
        styles="".join(_part(f"{name}.css") for name in STYLES if name != "colors"),
        light=_part("colors.css"),
        dark=_part("dark.css"),
        large=" large" if len(published.events) > LARGE else "",
        events=listing.events(published),
        appendix=listing.appendix(published),
        island=island_text(island(published, loader)),
        bundle=bundle,
        script=app,
    )


def island(published: schema.Timeline, loader: dict[str, Any]) -> dict[str, Any]:
    """What the page's script reads: the events as in `timeline.json` with their days and shapes, and the figure."""
    names, colors = naming.names_of(published), naming.source_colors(published)
    return {
        "title": published.title,
        "sources": [
            {
                "id": source.id,
                "name": names[source.id],
                "byline": source.publisher or naming.shorten(naming.full_title(source), BYLINE_LENGTH),
                "about": naming.given_label(source)
                or (source.label if source.publisher else naming.host(source.uri) or ""),
                "title": naming.shorten(naming.full_title(source), TITLE_LENGTH),
                "uri": listing.link_of(source) or source.uri,
                "link": listing.link_of(source) is not None,
                "published": naming.dated(source),
            }
            for source in published.sources
        ],
        "names": [{"name": name, "color": color} for name, color in colors.items()],
        "events": [_event(event) for event in published.events if event.status != "rejected"],
        "figure": figure.frame(figure.figure(published)),
        "loader": loader,
    }


def island_text(value: dict[str, Any]) -> str:
    """JSON that no HTML parser and no JavaScript line can break out of."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(SCRIPT_BREAKERS)


@cache
def script() -> str:
    """The page's modules as one script: imports dropped, exports made plain, in one closed scope."""
    bodies = [EXPORT.sub("", IMPORT.sub("", _part(f"{name}.js"))) for name in MODULES]
    return '(() => {\n"use strict";\n' + "\n".join(bodies) + "\n})();\n"


def _event(event: schema.Event) -> dict[str, Any]:
    plain = event.model_dump(mode="json", exclude_none=True)
    first, last = figure.days(event.date)
    evidence = [_evidence(item, plain_item) for item, plain_item in zip(event.evidence, plain["evidence"], strict=True)]
    drawn = {"title": listing.title_of(event), "first": first, "last": last, "shape": figure.shape(event.date)}
    return plain | drawn | {"evidence": evidence}


def _evidence(item: schema.Evidence, plain: dict[str, Any]) -> dict[str, Any]:
    return plain | {"place": listing.place(item.locator)}


def _plotly(plotlyjs: str) -> tuple[str, dict[str, Any], str]:
    """What carries plotly.js: an island of bytes, what the loader is told, what the policy allows."""
    bundle = figure.bundle()
    digest = _digest(bundle)
    if plotlyjs == "inline":
        return _packed(), {"how": "inline"}, f"'{digest}'"
    if plotlyjs == "cdn":
        address = f"https://cdn.plot.ly/plotly-{figure.bundle_version()}.min.js"
        return "", {"how": "address", "address": address, "integrity": digest}, address
    if plotlyjs == "directory":
        return "", {"how": "address", "address": BUNDLE_NAME}, "'self' file:"
    raise InputError(f"unknown way to carry plotly.js: {plotlyjs!r}: give inline, cdn or directory")


@cache
def _packed() -> str:
    return base64.b64encode(gzip.compress(figure.bundle().encode(), compresslevel=9, mtime=0)).decode("ascii")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _part(name: str) -> str:
    return (files("timeline.export") / "web" / name).read_text(encoding="utf-8")


def write_html(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """The format `html`: the page as one file."""
    return write_page(published, path)
