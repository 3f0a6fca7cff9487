"""JSON Lines: an event a line, as `timeline.json` has it, with the sources that it cites.

What it cannot keep: the timeline's title, what is undated, set aside or could not be read, and sources without events.
"""

from __future__ import annotations

import json
from pathlib import Path

from timeline.export import schema
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.json_file import utf8, write_whole


def write_json_lines(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one line for each event, in order of time."""
    sources = {source.id: source.model_dump() for source in published.sources}
    lines = []
    for event in published.events:
        cited = dict.fromkeys(item.source for item in event.evidence if item.source in sources)
        told = event.model_dump() | {"sources": [sources[name] for name in cited if name is not None]}
        lines.append(json.dumps(told, ensure_ascii=False) + "\n")
    write_whole(path, utf8("".join(lines)))
    return path
