"""The plotly.js that a page carries.

The plotly package has the whole of it (4.8 MB). A page needs bars and points only, and where the basic bundle was
fetched when this package was built (`make assets`), that is carried instead, a quarter of the size. It is no part of
the project's own tree, so a page made without it is larger, and draws the same.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from timeline.export import figure

BASIC = "plotly-basic.min.js"
FOLDER = "assets"
NAMED = re.compile(r"plotly\.js (?:\(basic - minified\) )?v?(\d+\.\d+\.\d+)")


def bundle() -> str:
    """The basic bundle where it lies in the package, else the plotly package's own."""
    return _basic() or figure.bundle()


def is_basic() -> bool:
    """Whether the basic bundle is here."""
    return bool(_basic())


def address() -> str:
    """Where plotly.js's makers publish this very bundle."""
    kind = "plotly-basic" if _basic() else "plotly"
    return f"https://cdn.plot.ly/{kind}-{version()}.min.js"


def version() -> str:
    """The version of the bundle."""
    found = NAMED.search(_basic()[:400])
    return found[1] if found else figure.bundle_version()


@cache
def _basic() -> str:
    there = files("timeline.export") / FOLDER / BASIC
    return there.read_text(encoding="utf-8") if there.is_file() else ""
