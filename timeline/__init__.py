"""Turns documents into a timeline that a person can check.

>>> import timeline
>>> tl = timeline.build(timeline.read("seeds/"))
>>> timeline.export(tl, "exports/")

The public names, nothing else; each is imported when first used, so that `import timeline` is quick.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.errors import (
        EdtfError,
        InputError,
        StoreError,
        TimelineError,
        UnknownFormat,
        UnknownLanguage,
        UnreadableDocument,
    )
    from timeline.export import EXPORTERS, export
    from timeline.export.notebook import figure
    from timeline.export.publish import publish
    from timeline.model.event import Event, Evidence, Failure, Skipped, Timeline
    from timeline.model.text import Document, Mention, Resolution, Source, Span
    from timeline.model.value import TimeValue
    from timeline.pipeline import Digest, Length, Options, build, dates, digest
    from timeline.read import ReadOptions, read

__all__ = [
    "EXPORTERS",
    "Digest",
    "Document",
    "EdtfError",
    "Event",
    "Evidence",
    "Failure",
    "InputError",
    "Length",
    "Mention",
    "Options",
    "ReadOptions",
    "Resolution",
    "Skipped",
    "Source",
    "Span",
    "StoreError",
    "TimeValue",
    "Timeline",
    "TimelineError",
    "UnknownFormat",
    "UnknownLanguage",
    "UnreadableDocument",
    "__version__",
    "build",
    "dates",
    "digest",
    "export",
    "figure",
    "publish",
    "read",
]

__version__: str

_HOMES = {
    "timeline.errors": (
        "EdtfError", "InputError", "StoreError", "TimelineError", "UnknownFormat", "UnknownLanguage",
        "UnreadableDocument",
    ),
    "timeline.export": ("EXPORTERS", "export"),
    "timeline.export.notebook": ("figure",),
    "timeline.export.publish": ("publish",),
    "timeline.model.event": ("Event", "Evidence", "Failure", "Skipped", "Timeline"),
    "timeline.model.text": ("Document", "Mention", "Resolution", "Source", "Span"),
    "timeline.model.value": ("TimeValue",),
    "timeline.pipeline": ("Digest", "Length", "Options", "build", "dates", "digest"),
    "timeline.read": ("ReadOptions", "read"),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Imports a public name when it is first asked for (PEP 562)."""
    if name == "__version__":
        return _version()
    if name not in _HOME:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    value: object = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


class _Public(ModuleType):
    """Keeps `timeline.read` and `timeline.export` the functions, though packages of these names are imported too."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Public


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("event-timeline")
    except PackageNotFoundError:
        return "0+unknown"  # a work tree that was never installed
