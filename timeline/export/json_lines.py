"""JSON Lines: an event a line, as `timeline.json` has it, with the sources that it cites.

What it cannot keep: the timeline's title, what is undated, set aside or could not be read, and sources without events.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.export import schema
from timeline.export.credit import sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.writing import json_lines, write_whole


def write_json_lines(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one line for each event, in order of time."""
    write_whole(path, json_lines(_told(published)))
    return path


def _told(published: schema.Timeline) -> Iterator[dict[str, Any]]:
    sources = sources_of(published)
    for event in published.events:
        cited = dict.fromkeys(item.source for item in event.evidence if item.source in sources)
        yield event.model_dump() | {"sources": [sources[name].model_dump() for name in cited if name is not None]}
