"""Processes of this machine as a crew.

One that takes too long, or ends, costs the item it was at, and no other.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as TooLong
from importlib import import_module
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from timeline.pipeline.crew import Lost

Item = TypeVar("Item")
Result = TypeVar("Result")

_WAITING = 3
"""Items for each process that are handed out ahead."""
ROOM = 2 << 30
"""Bytes that a process may take beside what it takes when it begins: a document that needs more must not take all."""
_SETTLED = "timeline.pipeline.settled"


class Processes:
    """So many processes, started with the first item and stopped when the crew is closed."""

    here = True

    def __init__(self, size: int) -> None:
        self.size = size
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def each(
        self, work: Callable[[Item], Result], items: Iterable[Item], seconds: float | None = None
    ) -> Iterator[Result | Lost]:
        """Keeps the processes busy, a few items ahead of the one whose result comes next."""
        waiting: deque[ProcessFuture[Any]] = deque()
        try:
            for item in items:
                waiting.append(self._started().schedule(work, (item,), timeout=seconds))
                if len(waiting) > self.size * _WAITING:
                    yield _awaited(waiting.popleft(), seconds)
            while waiting:
                yield _awaited(waiting.popleft(), seconds)
        finally:
            for future in waiting:
                future.cancel()  # type: ignore[no-untyped-call]

    def _started(self) -> ProcessPool:
        if self._pool is None:
            # Why: not "fork", which copies a process that may hold locks in other threads (a progress bar's).
            method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
            context = get_context(method)
            context.set_forkserver_preload([_SETTLED])
            self._pool = ProcessPool(self.size, initializer=_settle_in, context=context)
        return self._pool


def _awaited(future: ProcessFuture[Any], seconds: float | None) -> Any:
    try:
        return future.result()
    except TooLong:
        return Lost("too-long", f"took more than {seconds or 0:g} seconds")
    except ProcessExpired:
        return Lost("worker-lost", "its worker process ended, perhaps for want of memory")


def _settle_in() -> None:
    """A worker leaves Ctrl-C to its parent, and loads what it needs before any item's time is counted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import_module(_SETTLED)
    _bound_memory()


def _bound_memory() -> None:
    """From here on, what needs too much memory gets an error; only where the system can say how much there is."""
    if sys.platform != "linux":
        return
    import resource

    pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = pages * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))
