"""Parquet: a table of events for pandas, DuckDB, Spark. Needs the extra `parquet` (pyarrow), its only importer.

Kept: everything of each event; the passages are a list of structures with their dates and sources' names.
Cannot be kept: the timeline's title, and what is undated, set aside or could not be read. `start` and `end` are days
(`date32`) for the years 1 to 9999, else empty; `date_start` and `date_end` are texts and hold all years.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from timeline.errors import InputError
from timeline.export import schema
from timeline.export.calendar_days import reach
from timeline.export.credit import Sources, credits_of, sources_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.writing import whole

SAME = ("id", "title", "confidence", "importance", "status", "factuality", "edited", "participants", "places", "tags")
ROWS = 10_000
"""Events of a row group: what is held at a time."""
PASSAGE = ("id", "quote", "date_text", "basis", "confidence", "part", "role", "factuality", "attributed_to")


def write_parquet(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> Path:
    """Writes one file. Raises InputError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InputError("parquet needs pyarrow, which is not here: pip install 'event-timeline[parquet]'") from error
    texts = pa.list_(pa.string())
    passage = pa.struct(
        [
            *((name, pa.float64() if name == "confidence" else pa.string()) for name in PASSAGE),
            ("date", pa.string()), ("why", texts),
            ("source", pa.string()), ("reference", pa.string()), ("link", pa.string()),
        ]
    )  # fmt: skip
    columns: list[tuple[str, Any]] = [
        ("id", pa.string()), ("title", pa.string()), ("start", pa.date32()), ("end", pa.date32()),
        ("date", pa.string()), ("date_start", pa.string()), ("date_end", pa.string()), ("date_display", pa.string()),
        ("precision", pa.string()), ("kind", pa.string()), ("mod", pa.string()), ("approximate", pa.bool_()),
        ("uncertain", pa.bool_()), ("confidence", pa.float64()), ("importance", pa.float64()), ("status", pa.string()),
        ("factuality", pa.string()), ("edited", pa.bool_()),
        ("participants", texts), ("places", texts), ("tags", texts),
        ("evidence", pa.list_(passage)),
    ]  # fmt: skip
    shape, sources = pa.schema(columns), sources_of(published)
    rows = (_row(event, sources) for event in published.events)
    with whole(path) as file, pq.ParquetWriter(file, shape) as writer:
        # Why at least one: a table of no events has its group too.
        group = list(islice(rows, ROWS))
        while True:
            writer.write_table(pa.Table.from_pylist(group, schema=shape))
            if not (group := list(islice(rows, ROWS))):
                break
    return path


def _row(event: schema.Event, sources: Sources) -> dict[str, Any]:
    told, date = reach(event.date), event.date
    return {
        **{name: getattr(event, name) for name in SAME},
        **{name: getattr(date, name) for name in ("precision", "kind", "mod", "approximate", "uncertain")},
        "start": told.first.date if told.first else None,
        "end": told.last.date if told.last else None,
        "date": date.edtf,
        "date_start": date.start,
        "date_end": date.end,
        "date_display": date.display,
        "evidence": [
            {name: getattr(credit.passage, name) for name in PASSAGE}
            | {
                "date": credit.passage.date.edtf if credit.passage.date else None,
                "why": credit.passage.why,
                "source": credit.passage.source,
                "reference": credit.reference,
                "link": credit.link,
            }
            for credit in credits_of(event, sources)
        ],
    }
