"""Documents worked on side by side. In: documents, options, a crew. Out: what each gives, in the documents' order.

They are handed on packed, as they lie on the shelf: who hands them out need not open them.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from types import TracebackType

from timeline.model.event import Failure
from timeline.pipeline.crew import Alone, Crew, Lost
from timeline.pipeline.document import Options, checked
from timeline.pipeline.worker import Parts, packed_work
from timeline.store.frozen import unpacked

LITTLE = 300_000
"""Code points that are worked on sooner than workers could be started."""
_BATCH, _BATCH_BYTES = 32, 200_000
"""Documents, and bytes, that are handed to a worker together."""
_ADVICE = {"too-long": "divide it, or give it longer", "worker-lost": "divide it"}

Batch = tuple[bytes, ...]
Result = Parts | Failure


def ready(options: Options) -> None:
    """Raises InputError for options that no document can be worked on with, or a cluster that cannot be used.

    Why a cluster too: it is asked for when all is read, and that may be hours later.
    """
    checked(options)
    if options.scheduler is not None:
        with Crews(options) as crews:
            crews.of(0, 0)


class Crews:
    """The crews that a build asks for, one after the other, by the same processes; all are closed at the end.

    Workers that nobody has counted are as many as there are cores, where there is much to do.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._open = ExitStack()
        self._processes: Crew = Alone()

    def __enter__(self) -> Crews:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()

    def of(self, items: int, text: int) -> Crew:
        """The crew that the options ask for, for so many items of so many code points in all.

        Raises InputError for a cluster that cannot be used.
        """
        if self._options.scheduler is None:
            return self.here(items, text)
        # Why the imports so late: a small build needs none of what asks a cluster or starts processes.
        from timeline.pipeline.scheduler import Cluster

        return self._open.enter_context(Cluster(self._options.scheduler))

    def here(self, items: int, text: int) -> Crew:
        """A crew on this machine, whatever else the options ask for."""
        workers = self._options.workers
        if workers is None:
            workers = 1 if text <= LITTLE else os.cpu_count() or 1
        workers = min(workers, items)
        if workers < 2:
            return Alone()
        if self._processes.size < workers:
            from timeline.pipeline.processes import Processes

            self._open.close()
            self._processes = self._open.enter_context(Processes(workers))
        return self._processes


def worked_out(documents: Iterable[bytes], options: Options, crew: Crew) -> Iterator[Result]:
    """What each packed document gives, in order; documents are taken lazily, a few batches ahead.

    Where a batch was lost, each of its documents is tried by itself.
    """
    work = partial(_work, options)
    handed_out: deque[Batch] = deque()

    def batches() -> Iterator[Batch]:
        for batch in _batches(documents, 1 if crew.size == 1 else _BATCH):
            handed_out.append(batch)
            yield batch

    for results in crew.each(work, batches(), options.seconds):
        batch = handed_out.popleft()
        if not isinstance(results, Lost):
            yield from results
            continue
        again = crew.each(work, ((document,) for document in batch), options.seconds) if len(batch) > 1 else (results,)
        for document, result in zip(batch, again, strict=True):
            yield from (_lost(document, result),) if isinstance(result, Lost) else result


def _lost(document: bytes, lost: Lost) -> Failure:
    uri = unpacked(document).source.uri
    return Failure(uri, "extract", lost.code, f"{uri}: {lost.message}; {_ADVICE[lost.code]}")


def _batches(documents: Iterable[bytes], most: int = _BATCH) -> Iterator[Batch]:
    """Documents in batches of about equal work."""
    batch: list[bytes] = []
    size = 0
    for document in documents:
        if batch and (len(batch) == most or size + len(document) > _BATCH_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(document)
        size += len(document)
    if batch:
        yield tuple(batch)


def _work(options: Options, batch: Sequence[bytes]) -> tuple[Result, ...]:
    return tuple(packed_work(unpacked(document), options) for document in batch)
