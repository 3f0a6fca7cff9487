"""Documents worked on side by side. In: documents, options. Out: what each gives, in the documents' order.

A worker is a process of its own: one that takes too long, or ends, costs the document it was at, and no other.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as TooLong
from functools import partial
from multiprocessing import get_all_start_methods, get_context

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.pipeline.document import Options, Worked
from timeline.pipeline.lookup import plain_document
from timeline.pipeline.worker import worked

LITTLE = 300_000
"""Code points that are worked on sooner than workers could be started."""
_BATCH, _BATCH_TEXT = 32, 200_000
"""Documents, and code points, that are handed to a worker together."""
_WAITING = 3
"""Batches for each worker that are handed out ahead."""
_FIRST_WORDS = "The old mill burned down on 3 May 1901, and was built again a year later."

Batch = Sequence[Document]
Result = Worked | Failure
Results = tuple[Result, ...]
HandOut = Callable[[Batch], "ProcessFuture[Results]"]


def worked_out(documents: Sequence[Document], options: Options) -> Iterator[Result]:
    """What each document gives, in order. One worker is this process itself, which knows no limit of time."""
    workers = options.workers
    if workers is None:
        little = sum(len(document.text) for document in documents) <= LITTLE
        workers = 1 if little else os.cpu_count() or 1
    if workers == 1 or len(documents) < 2:
        yield from (worked(document, options) for document in documents)
        return
    # Why: not "fork", which copies a process that may hold locks in other threads (a progress bar's).
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    pool = ProcessPool(min(workers, len(documents)), initializer=_settle_in, context=get_context(method))
    try:
        yield from _in_order(pool, documents, options, ahead=workers * _WAITING)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]  # the library tells no types here
        pool.join()


def _in_order(pool: ProcessPool, documents: Sequence[Document], options: Options, ahead: int) -> Iterator[Result]:
    """Keeps the workers busy, a few batches ahead of the one whose results come next."""
    hand_out = partial(_handed_out, pool, options)
    waiting: deque[tuple[Batch, ProcessFuture[Results]]] = deque()
    for batch in _batches(documents):
        waiting.append((batch, hand_out(batch)))
        if len(waiting) > ahead:
            yield from _results(*waiting.popleft(), hand_out, options)
    while waiting:
        yield from _results(*waiting.popleft(), hand_out, options)


def _handed_out(pool: ProcessPool, options: Options, batch: Batch) -> ProcessFuture[Results]:
    future: ProcessFuture[Results] = pool.schedule(_work, (tuple(batch), options), timeout=options.seconds)
    return future


def _results(batch: Batch, future: ProcessFuture[Results], hand_out: HandOut, options: Options) -> Iterator[Result]:
    """What a batch gave; where its worker was lost, each of its documents is tried by itself."""
    try:
        yield from future.result()
        return
    except TooLong:
        lost = "too-long", f"took more than {options.seconds:g} seconds; divide it, or give it longer"
    except ProcessExpired:
        lost = "worker-lost", "its worker process ended, perhaps for want of memory; divide it"
    if len(batch) > 1:
        for document in batch:
            yield from _results((document,), hand_out((document,)), hand_out, options)
        return
    uri = batch[0].source.uri
    yield Failure(uri, "extract", lost[0], f"{uri}: {lost[1]}")


def _batches(documents: Sequence[Document]) -> Iterator[Batch]:
    """Documents in batches of about equal work."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and (len(batch) == _BATCH or size + len(document.text) > _BATCH_TEXT):
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
    if batch:
        yield batch


def _work(batch: Batch, options: Options) -> Results:
    return tuple(worked(document, options) for document in batch)


def _settle_in() -> None:
    """A worker leaves Ctrl-C to its parent, and loads what it needs before any document's time is counted.

    What it has loaded stays out of the garbage collector's rounds.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    worked(plain_document(_FIRST_WORDS), Options())
    gc.freeze()
