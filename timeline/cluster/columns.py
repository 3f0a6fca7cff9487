"""The frames that a job on a cluster hands on. In: rows. Out: pandas frames whose columns are Arrow's, and back.

Each has the columns that it is shuffled by, put in order by or chosen by, and what the program makes of it packed in
others (see `timeline.store.frozen`): engines move it and know nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

_TEXT, _NUMBER, _BODY = pa.string(), pa.int64(), pa.binary()


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema(list(columns.items()))


READ = _schema(reading=_BODY)
"""What was read: a document, or why there is none."""
TOLD = _schema(
    source=_TEXT, telling=_NUMBER, uri=_BODY, key=_BODY,
    failure=_BODY, report=_BODY, evidence=_BODY, standing=_BODY, sketch=_BODY, names=_BODY,
)  # fmt: skip
"""What each document gave by itself; `telling`: of copies, the smallest is kept."""
DIGEST = _schema(source=_TEXT, uri=_BODY, key=_BODY, report=_BODY, standing=_BODY, sketch=_BODY, names=_BODY)
"""What `whole_of` must know of each document."""
ANSWERS = _schema(source=_TEXT, body=_BODY)
"""Passages that may tell the year of a day that others leave open."""
PLACED = _schema(
    block=_NUMBER, year=_NUMBER, month=_NUMBER, kind=_TEXT, uri=_BODY, key=_BODY, source=_TEXT, body=_BODY
)  # fmt: skip
"""What each document tells of each month (`kind` "evidence"), and what is kept of it besides.

`block` is the year with which it is merged: its own, and for a month at the end of a year the next one's too.
"""
MERGED = _schema(moment=_TEXT, id=_TEXT, body=_BODY)
"""Events with their sources; `moment` is the day, month or year that an event names, else the event itself."""
EVENTS = _schema(
    id=_TEXT, start=_TEXT, end=_TEXT, date=_TEXT, title=_TEXT, factuality=_TEXT, importance=pa.float64(),
    articles=_NUMBER, timeline=_TEXT, body=_BODY,
)  # fmt: skip
"""Events as they are chosen from; `timeline` is a `timeline.json` of the one event."""


def frame(schema: pa.Schema, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """Rows as a frame."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema).to_pandas(types_mapper=pd.ArrowDtype)


def rows(told: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a frame, whatever its columns are made of; what is missing is None."""
    return zip(*(pa.array(told[column], from_pandas=True).to_pylist() for column in columns), strict=True)


def typed(told: pd.DataFrame, schema: pa.Schema) -> pd.DataFrame:
    """A frame that comes from elsewhere, a file perhaps, with Arrow's columns."""
    return frame(schema, rows(told, *schema.names))


def on_batches(
    work: Callable[[pd.DataFrame], pd.DataFrame], schema: pa.Schema
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """A function over frames as one over Arrow's batches: for Spark's `mapInArrow`."""

    def over(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from _arrow(work(batch.to_pandas()), schema).to_batches()

    return over


def on_table(work: Callable[[pd.DataFrame], pd.DataFrame], schema: pa.Schema) -> Callable[[pa.Table], pa.Table]:
    """A function over frames as one over Arrow's tables: for Spark's `applyInArrow`."""
    return lambda table: _arrow(work(table.to_pandas()), schema)


def _arrow(made: pd.DataFrame, schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pandas(made, schema=schema, preserve_index=False)
