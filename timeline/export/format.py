"""What a format is. In: nothing. Out: Exporter, the options of all writers, and the formats that other packages add."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from timeline.export.lazy import chosen
from timeline.export.page_options import USUAL_PAGE, PageOptions
from timeline.registration import registered

if TYPE_CHECKING:
    from timeline.export import schema

GROUP = "timeline.exporters"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a writer may need beside the timeline.

    `texts`: the sources' texts by SHA-256, where they are at hand; `public`: it is for readers, not for those who
    work on it; `page`: how a page is made; `chromium`: the browser that draws pictures, where it is not looked for.
    """

    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    public: bool = False
    page: PageOptions = USUAL_PAGE
    chromium: str | None = None


DEFAULTS = ExportOptions()

Writer = Callable[["schema.Timeline", Path, ExportOptions], Path | tuple[Path, ...]]
"""Writes a timeline to a path, and returns the file or files written."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its writer as "module:function", imported when first used, and the suffix of its files.

    `rejected`: it has room for each event's status, so those that people rejected are written too.
    `texts`: it needs the sources' texts. `most`: it is written for people, or held whole, and has room for no more
    events; `weightiest`: of a very large timeline it shows the most important events only (see `island`).
    """

    writer: str
    suffix: str
    rejected: bool = False
    texts: bool = False
    most: int | None = None
    weightiest: bool = False

    def write(self, published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> tuple[Path, ...]:
        """Writes the timeline, and returns the files written."""
        module, _, function = self.writer.partition(":")
        writer = cast(Writer, getattr(import_module(module), function))
        if not self.rejected:
            kept = {"events": chosen(_stands, published.events), "undated": chosen(_stands, published.undated)}
            published = published.model_copy(update=kept)
        written = writer(published, path, options)
        return written if isinstance(written, tuple) else (written,)


def _stands(item: schema.Event | schema.Unplaced) -> bool:
    return item.status != "rejected"


def added(own: Mapping[str, Exporter]) -> dict[str, Exporter]:
    """The formats that other packages add, by name: each a writer, whose files end in ".NAME".

    Raises InputError for a name that is taken.
    """
    modules = {name: exporter.writer.partition(":")[0] for name, exporter in own.items()}
    return {
        name: Exporter(f"{point.module}:{point.attr}", f".{name}") for name, point in registered(GROUP, modules).items()
    }
