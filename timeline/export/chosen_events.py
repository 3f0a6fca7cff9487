"""Events that somebody chose from an archive's: rows of the Parquet that `timeline.cluster` writes, as a timeline.

In: a Parquet file, or a folder of them, with a column `timeline` that holds a `timeline.json` of each event. Out: one
timeline of them all, in order of time. Any tool may have chosen; what it did to other columns changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from timeline.errors import InputError
from timeline.export import schema
from timeline.model import edtf

COLUMN = "timeline"
_MARK = b"PAR1"


def is_parquet(path: Path) -> bool:
    """Whether a file is Parquet, or a folder holds such files."""
    if path.is_dir():
        return next(path.rglob("*.parquet"), None) is not None
    try:
        with path.open("rb") as file:
            return file.read(4) == _MARK
    except OSError as error:
        raise InputError(f"{path}: cannot be opened ({error.strerror}); check the path") from error


def read_chosen(path: Path) -> schema.Timeline:
    """The events in a Parquet file or a folder of them. Raises InputError for one that is not of ours."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InputError("parquet needs pyarrow, which is not here: pip install 'event-timeline[parquet]'") from error
    try:
        rows = pq.read_table(path, columns=[COLUMN])[COLUMN].to_pylist()
    except (KeyError, ValueError, OSError, pa.ArrowException) as error:
        message = f"{path}: has no column {COLUMN!r}; choose rows of what timeline.cluster wrote, with all columns"
        raise InputError(message) from error
    return _as_one(path.stem, (_one(path, row) for row in rows))


def _one(path: Path, row: Any) -> schema.Timeline:
    try:
        made = schema.Timeline.model_validate_json(row)
    except ValueError as error:
        raise InputError(
            f"{path}: a row's {COLUMN!r} is no timeline.json; take the rows as they were written"
        ) from error
    if made.schema_version != schema.SCHEMA_VERSION:
        raise InputError(f"{path}: holds version {made.schema_version}; this program reads {schema.SCHEMA_VERSION}")
    return made


def _as_one(title: str, timelines: Iterable[schema.Timeline]) -> schema.Timeline:
    sources: dict[str, schema.Source] = {}
    events: dict[str, schema.Event] = {}
    for one in timelines:
        sources |= {source.id: source for source in one.sources}
        events |= {event.id: event for event in one.events}
    return schema.Timeline(
        title=title,
        sources=tuple(sorted(sources.values(), key=lambda source: (source.uri, source.key or "", source.id))),
        events=tuple(sorted(events.values(), key=_in_time)),
        undated=(),
        set_aside=(),
        failures=(),
    )


def _in_time(event: schema.Event) -> tuple[float, float, str]:
    never = float("inf")
    value = edtf.parse(event.date.edtf)
    start, end = value.earliest, value.latest
    first = start if start is not None else end
    return never if first is None else first, never if end is None else end, event.id
