"""The page's chart as a picture, and the page as a PDF, drawn by a Chromium that is on this machine.

In: a published timeline. Out: a PNG or SVG of the whole time, with its title, or a PDF of the chart, the list
and the notes. The page draws it itself, from a file that cannot reach a network; the browser only opens it.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from timeline.errors import InputError
from timeline.export import schema
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.page import write_page
from timeline.export.page_options import PageOptions

Kind = Literal["png", "svg", "pdf"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--virtual-time-budget=60000",
)
LONGEST = 180
"""Seconds after which a browser that gives nothing is given up."""

STARTS, ENDS = '<pre id="drawn">', "</pre>"


def write_png(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """The page's chart as a picture of the whole time, with its title, twice as fine as a screen's.

    Drawn by the page itself in a Chromium that is on this machine; its fonts decide the looks. Kept: what the chart
    shows. Cannot be kept: the passages, and what only the page's list tells.
    """
    return _write(published, path, "png", options)


def write_svg(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """The page's chart as a drawing that can be enlarged and edited (Inkscape, Illustrator), with its texts as texts.

    Drawn by the page itself in a Chromium that is on this machine. Kept: what the chart shows. Cannot be kept: the
    passages, and what only the page's list tells.
    """
    return _write(published, path, "svg", options)


def write_pdf(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """The page on paper: the chart of the whole time, the list, and a numbered note with its quote for every passage.

    Printed by a Chromium that is on this machine, in light colours, on the paper size of its settings. Kept: what the
    page tells. Cannot be kept: EDTF, spans and confidence, which are for programs.
    """
    return _write(published, path, "pdf", options)


def _write(published: schema.Timeline, path: Path, kind: Kind, options: ExportOptions) -> Path:
    """Draws the timeline into a file. Raises InputError where no browser is found, or where it draws nothing."""
    chromium = options.chromium or find_chromium()
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="timeline-") as folder:
        how = PageOptions(
            dates=options.page.dates, language=options.page.language, drawn=None if kind == "pdf" else kind
        )
        page = write_page(published, Path(folder) / "timeline.html", how)
        if kind == "pdf":
            made = Path(folder) / "timeline.pdf"
            _run(chromium, Path(folder), f"--print-to-pdf={made}", page.as_uri())
            data = made.read_bytes() if made.is_file() else b""
        else:
            data = _drawn(_run(chromium, Path(folder), "--dump-dom", page.as_uri()), kind)
    if not data:
        raise InputError(f"{path}: {chromium} drew nothing; open the page in a browser and save the picture from there")
    path.write_bytes(data)
    return path


def find_chromium() -> str:
    """A Chromium, Chrome or Edge on PATH or where systems put it. Raises InputError with what to install."""
    found = next(filter(None, map(shutil.which, NAMES)), None) or next(
        (at for at in PLACES if Path(at).is_file()), None
    )
    if found is None:
        raise InputError(
            "no Chromium here to draw with: install Chromium or Google Chrome (Debian: apt install chromium; Fedora: "
            "dnf install chromium; macOS: brew install --cask chromium), or save the picture from the page in a browser"
        )
    return found


def _run(chromium: str, folder: Path, *arguments: str) -> str:
    """What the browser says. Why a profile of its own: one that is open would take the page for a new window."""
    # Why: as root, as in most containers, it starts only without its sandbox.
    rooted = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    command = [chromium, *FLAGS, *rooted, f"--user-data-dir={folder / 'profile'}", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InputError(f"{chromium} could not draw the page: {error}") from error
    return done.stdout.decode("utf-8", "replace")


def _drawn(page: str, kind: Kind) -> bytes:
    """The picture that the page put into itself."""
    _, found, rest = page.partition(STARTS)
    text = unescape(rest.partition(ENDS)[0]) if found else ""
    if kind == "svg":
        return text.encode()
    return base64.b64decode(text.partition(",")[2]) if text.startswith("data:image/png") else b""
