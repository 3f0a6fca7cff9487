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
from typing import Any

from timeline.export import listing, notes, plotlyjs, schema
from timeline.export.date_style import restyled
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.island import island, thinned
from timeline.export.page_options import LANGUAGES, USUAL_PAGE, PageOptions, PlotlyJs

MODULES = (
    "words",
    "dates",
    "calendar",
    "theme",
    "island",
    "lanes",
    "filters",
    "packing",
    "labels",
    "drawing",
    "marks",
    "ground",
    "scene",
    "chart",
    "picture",
    "gestures",
    "overview",
    "evidence",
    "catalogue",
    "address",
    "keys",
    "loading",
    "controls",
    "embedded",
    "app",
)
"""The page's scripts in the order they build on each other."""

STYLES = ("colors", "layout", "controls", "chart", "evidence", "catalogue", "print")
LARGE = 600
"""From so many events on, the data come packed, and the browser lays out only the part of the list on the screen."""

BUNDLE_NAME = "plotly.min.js"
IMPORT = re.compile(r"^import\s[^;]*;\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|let|function|class)\b)", re.MULTILINE)
SCRIPT_BREAKERS = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def write_html(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """The format `html`: the page as one file."""
    return write_page(published, path, options.page)


def write_page(published: schema.Timeline, path: Path, options: PageOptions = USUAL_PAGE) -> Path:
    """Write the page to `path`; with "directory", plotly.js is written beside it. Same input, same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page(published, options).encode())
    if options.plotlyjs == "directory":
        (path.parent / BUNDLE_NAME).write_bytes(plotlyjs.bundle().encode())
    return path


def page(published: schema.Timeline, options: PageOptions = USUAL_PAGE) -> str:
    """The page as text."""
    app, early = script(), _part("early.js")
    bundle, loader, allowed = _plotly(options.plotlyjs)
    policy = (
        f"default-src 'none'; script-src '{_digest(early)}' '{_digest(app)}' {allowed}; style-src 'unsafe-inline'; "
        "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    part, rest = thinned(published)
    made = restyled(part, options.dates)
    large = len(made.events) > LARGE
    data = island_text(island(made, rest))
    settings = {
        "plotly": loader,
        "packed": large,
        "dates": options.dates,
        "language": options.language,
        "words": {name: _words(name) for name in LANGUAGES if options.language in ("reader", name)},
        "embed": options.embed,
        "drawn": options.drawn,
    }
    return Template(_part("template.html")).substitute(
        policy=escape(policy),
        title=escape(published.title or "Timeline"),
        summary=listing.summary(published),
        early=early,
        styles="".join(_part(f"{name}.css") for name in STYLES if name != "colors"),
        light=_part("colors.css"),
        dark=_part("dark.css"),
        embed=" embed" if options.embed else "",
        large=" large" if large else "",
        events=listing.events(made, rest.get("total", 0)),
        notes=notes.notes(made),
        appendix=listing.appendix(made, published),
        settings=island_text(settings),
        island=_packed(data) if large else data,
        bundle=bundle,
        script=app,
    )


def island_text(value: dict[str, Any]) -> str:
    """JSON that no HTML parser and no JavaScript line can break out of."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(SCRIPT_BREAKERS)


@cache
def script() -> str:
    """The page's modules as one script: imports dropped, exports made plain, in one closed scope."""
    bodies = [EXPORT.sub("", IMPORT.sub("", _part(f"{name}.js"))) for name in MODULES]
    return '(() => {\n"use strict";\n' + "\n".join(bodies) + "\n})();\n"


def _plotly(how: PlotlyJs) -> tuple[str, dict[str, Any], str]:
    """What carries plotly.js: an island of bytes, what the loader is told, what the policy allows."""
    digest = _digest(plotlyjs.bundle())
    if how == "inline":
        return _packed_bundle(), {"how": "inline"}, f"'{digest}'"
    if how == "cdn":
        address = plotlyjs.address()
        return "", {"how": "address", "address": address, "integrity": digest}, address
    return "", {"how": "address", "address": BUNDLE_NAME}, "'self' file:"


@cache
def _packed_bundle() -> str:
    return _packed(plotlyjs.bundle())


def _packed(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode(), compresslevel=9, mtime=0)).decode("ascii")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


@cache
def _words(language: str) -> dict[str, Any]:
    """The page's own words in a language, by their English."""
    words: dict[str, Any] = json.loads(_part(f"words/{language}.json"))
    return words


@cache
def _part(name: str) -> str:
    return (files("timeline.export") / "web" / name).read_text(encoding="utf-8")
