"""An archive on a cluster: `articles`, `extract` and `merge` for Dask, and what they are made of for other engines."""

try:
    from timeline.cluster.columns import (
        ANSWERS,
        DIGEST,
        EVENTS,
        MERGED,
        PLACED,
        READ,
        TOLD,
        on_batches,
        on_table,
    )
    from timeline.cluster.job import Merged, articles, extract, merge
    from timeline.cluster.parts import answers_of, digest_of, events_of, once_of, placed_of, told_of, weighed_of
    from timeline.cluster.whole import Whole, answered, whole_of
except ModuleNotFoundError as missing:
    library = (missing.name or "").partition(".")[0]
    told = f"timeline.cluster needs {library}, which is not here: pip install 'event-timeline[cluster]'"
    raise ModuleNotFoundError(told, name=library) from missing

__all__ = [
    "ANSWERS",
    "DIGEST",
    "EVENTS",
    "MERGED",
    "PLACED",
    "READ",
    "TOLD",
    "Merged",
    "Whole",
    "answered",
    "answers_of",
    "articles",
    "digest_of",
    "events_of",
    "extract",
    "merge",
    "on_batches",
    "on_table",
    "once_of",
    "placed_of",
    "told_of",
    "weighed_of",
    "whole_of",
]
