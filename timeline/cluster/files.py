"""Files of an archive, on any file system that fsspec reads. In: their addresses. Out: what is read in each (READ).

Parquet holds a record a row, its columns named as the fields of JSON Lines are; all else is what `timeline build` reads
(JSON Lines, WARC, web pages, archives of them), and is read as it does.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import fsspec
import pyarrow.parquet as pq

from timeline.cluster.columns import READ, frame
from timeline.cluster.parts import of_record
from timeline.errors import InputError
from timeline.model.event import Failure
from timeline.read import Blob, ReadOptions, read_blob
from timeline.read.blob import STAGE, Reading
from timeline.store.frozen import packed

if TYPE_CHECKING:
    import pandas as pd

_WILD = frozenset("*?[")


def files_at(address: str, storage: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The (address, uri) of each file that an address with wildcards means, in order.

    A uri begins after the last folder that has no wildcard. Raises InputError where there is none.
    """
    system, path = fsspec.core.url_to_fs(address, **storage)
    found = (
        sorted(system.glob(path)) if _WILD & set(path) else [path] if system.isfile(path) else sorted(system.find(path))
    )
    if not found:
        raise InputError(f"{address}: there is no such file; check the address")
    fixed = path if system.isdir(path) else path.rpartition("/")[0]
    while _WILD & set(fixed):
        fixed = fixed.rpartition("/")[0]
    return [(system.unstrip_protocol(one), one.removeprefix(fixed).lstrip("/")) for one in found]


def file_of(file: tuple[str, str], storage: Mapping[str, Any], reading: ReadOptions) -> pd.DataFrame:
    """All that is read in one file; a file that cannot be opened is a Failure."""
    address, uri = file
    try:
        with fsspec.open(address, "rb", **storage) as opened:
            data = opened.read()
    except OSError as error:
        return frame(READ, [(packed(Failure(uri, STAGE, "unreadable", f"{uri}: cannot be opened ({error})")),)])
    readings = _records(uri, data, reading) if data[:4] == b"PAR1" else read_blob(Blob(uri, data), reading)
    return frame(READ, ((packed(item),) for item in readings))


def _records(uri: str, data: bytes, reading: ReadOptions) -> Iterator[Reading]:
    number = 0
    for batch in pq.ParquetFile(io.BytesIO(data)).iter_batches():
        for record in batch.to_pylist():
            number += 1
            yield from of_record(record, Blob(uri, b""), number, reading)
