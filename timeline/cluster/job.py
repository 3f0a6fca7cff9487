"""A job on a Dask cluster, or in this process where there is none. In: an archive. Out: its events, in frames.

    from dask.distributed import Client
    from timeline import cluster

    client = Client("tcp://HOST:8786")
    told = cluster.extract(cluster.articles("s3://bucket/news/*.jsonl.gz"))
    cluster.merge(told).to_parquet("s3://bucket/events")

Nothing of the archive passes through the machine that asks, but a digest of each document. What Dask does with lost
workers it does here too. No scheduler and no store of our own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import dask
import dask.dataframe as dd

from timeline.cluster.columns import ANSWERS, DIGEST, EVENTS, MERGED, PLACED, READ, TOLD, frame, rows, typed
from timeline.cluster.files import file_of, files_at
from timeline.cluster.parts import (
    answers_of,
    digest_of,
    events_of,
    once_of,
    placed_of,
    told_of,
    weighed_of,
)
from timeline.cluster.whole import answered, whole_of
from timeline.merge import in_time
from timeline.model.event import Failure, Fate, Skipped
from timeline.pipeline.assembly import by_place, title_of
from timeline.pipeline.built import BuiltTimeline
from timeline.pipeline.document import Options, checked
from timeline.read import ReadOptions
from timeline.store.frozen import unpacked

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_OPTIONS, _READING = Options(), ReadOptions()
_NO_STORAGE: Mapping[str, Any] = MappingProxyType({})
_TOGETHER = 16
"""Partitions whose digests are fetched at a time."""


def articles(
    *addresses: str, storage: Mapping[str, Any] = _NO_STORAGE, reading: ReadOptions = _READING
) -> dd.DataFrame:
    """What is read in some files, a partition for each; `storage`: what fsspec must know, such as keys.

    An address may have wildcards. Raises InputError where there is no such file.
    """
    files = [file for address in addresses for file in files_at(address, storage)]
    return dd.from_map(file_of, files, storage=dict(storage), reading=reading, meta=frame(READ, ()))


def extract(
    articles: dd.DataFrame | dask.bag.Bag, options: Options = _OPTIONS, reading: ReadOptions = _READING
) -> dd.DataFrame:
    """What each article tells by itself (TOLD), for `merge`; write it as Parquet where that is much.

    `articles`: from the function of that name, or a frame or bag of records whose columns or fields are named as in
    JSON Lines. Raises InputError for options that no document can be worked on with.
    """
    checked(options)
    if hasattr(articles, "to_dataframe"):
        parts = articles.map_partitions(_told_of_records, options, reading).to_delayed()
        return dd.from_delayed(parts, meta=frame(TOLD, ()))
    return articles.map_partitions(told_of, options, reading, meta=frame(TOLD, ()))


def _told_of_records(records: Any, options: Options, reading: ReadOptions) -> pd.DataFrame:
    import pandas as pd

    return told_of(pd.DataFrame.from_records(list(records)), options, reading)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a job made: events (EVENTS) in no order, and what else was placed of each document (PLACED)."""

    events: dd.DataFrame
    others: dd.DataFrame

    def to_parquet(self, folder: str, storage: Mapping[str, Any] = _NO_STORAGE) -> None:
        """Writes the events: columns to choose by, and with each a `timeline.json` of it for `timeline import`."""
        chosen = self.events[[name for name in EVENTS.names if name != "body"]]
        chosen.to_parquet(folder, storage_options=dict(storage), write_index=False)

    def timeline(self, title: str | None = None) -> BuiltTimeline:
        """All of it as one timeline on this machine, the same as `timeline.build` makes of the same articles."""
        made, others = dask.compute(self.events, self.others)
        kept = sorted(rows(others, "uri", "key", "source", "kind", "body"), key=lambda row: row[:3])
        found = [(kind, unpacked(body)) for *_, kind, body in kept]
        sources = tuple(item for kind, item in found if kind == "source")
        failures = [item for kind, item in found if kind == "failure"]
        return BuiltTimeline(
            title=title or title_of(sources),
            sources=sources,
            events=tuple(sorted((unpacked(body)[0] for (body,) in rows(made, "body")), key=in_time)),
            undated=tuple(piece for kind, pieces in found if kind == Fate.UNDATED.value for piece in pieces),
            set_aside=tuple(piece for kind, pieces in found if kind == Fate.SET_ASIDE.value for piece in pieces),
            failures=tuple(sorted((item for item in failures if isinstance(item, Failure)), key=by_place)),
            skipped=tuple(
                sorted((item for item in failures if isinstance(item, Skipped)), key=lambda file: (file.uri, file.why))
            ),
        )


def merge(told: dd.DataFrame) -> Merged:
    """The events of what `extract` gave. It is gone through when this is called; the events are made when asked for."""
    parts = max(1, told.npartitions)
    once = _by("source", _over(typed, told, TOLD, TOLD), parts)
    once = _over(once_of, once, TOLD).persist()
    whole = whole_of(_fetched(_over(digest_of, once, DIGEST)))
    if whole.asked:
        whole = answered(whole, _fetched(_over(answers_of, once, ANSWERS, dask.delayed(whole))))
    known = dask.delayed(whole)
    placed = _over(placed_of, once, PLACED, known).persist()
    events = _over(events_of, _by("block", placed[placed["kind"] == "evidence"], parts), MERGED, known)
    weighed = _over(weighed_of, _by("moment", events, parts), EVENTS, known)
    return Merged(weighed, placed[placed["kind"] != "evidence"])


def _over(work: Any, told: dd.DataFrame, schema: pa.Schema, *given: Any) -> dd.DataFrame:
    return told.map_partitions(work, *given, meta=frame(schema, ()))


def _by(column: str, told: dd.DataFrame, parts: int) -> dd.DataFrame:
    """All rows with one value in one partition."""
    return told.shuffle(on=column, npartitions=parts)


def _fetched(told: dd.DataFrame) -> Iterator[pd.DataFrame]:
    """The partitions of a frame, a few at a time."""
    parts = told.to_delayed()
    for start in range(0, len(parts), _TOGETHER):
        yield from dask.compute(*parts[start : start + _TOGETHER])
