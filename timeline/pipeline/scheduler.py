"""The workers of a Dask cluster as a crew. Needs the extra `cluster`.

Work is handed out a few items for each worker ahead. What a worker had when it was lost, Dask gives to another: the
results are the same. An item that has cost several workers their lives, or takes too long, is lost alone.
"""

from __future__ import annotations

import asyncio
import ctypes
import logging
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from timeline.errors import InputError
from timeline.pipeline.crew import Lost

if TYPE_CHECKING:
    from dask.distributed import Client, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

_WAITING = 3
"""Items for each worker that are handed out ahead."""
_ASKED_AGAIN = 50
"""Items after which the scheduler is asked again how many workers there are."""
_ANSWER_WITHIN = 10
"""Seconds in which a scheduler answers, and has a worker."""


class Cluster:
    """The workers of the scheduler at an address, such as tcp://HOST:8786."""

    here = False

    def __init__(self, address: str) -> None:
        """Raises InputError where no scheduler answers, it has no worker, or its workers are of other versions."""
        self._client = _connected(address)
        self._version = _version()

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    here = False

    @property
    def size(self) -> int:
        """How many workers there are now: some may come, and some may go."""
        threads: int = sum(self._client.nthreads().values())
        return max(1, threads)

    def each(
        self, work: Callable[[Item], Result], items: Iterable[Item], seconds: float | None = None
    ) -> Iterator[Result | Lost]:
        """Keeps the workers busy, a few items ahead of the one whose result comes next.

        Raises InputError where a worker has another version of the program, or the scheduler is gone.
        """
        waiting: deque[Future] = deque()
        done = partial(_done, work, self._version, seconds)
        ahead = 0
        try:
            for number, item in enumerate(items):
                if number % _ASKED_AGAIN == 0:
                    ahead = self.size * _WAITING
                # Why not pure: what is given twice is worked on twice, and nothing need be hashed.
                waiting.append(self._client.submit(done, item, pure=False))
                if len(waiting) > ahead:
                    yield _awaited(waiting.popleft())
            while waiting:
                yield _awaited(waiting.popleft())
        finally:
            for future in waiting:
                future.cancel()


def _connected(address: str) -> Client:
    try:
        from dask.distributed import Client
    except ImportError as error:
        message = "a cluster needs Dask, which is not here: pip install 'event-timeline[cluster]'"
        raise InputError(message) from error
    # Why: what goes wrong is told once, by whoever asked, and not by the library's own lines too.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", "Sending large graph", UserWarning)
    try:
        # Why first: a client that finds nobody tries for a minute, and does not end well.
        _ask(address)
        client = Client(address, timeout=_ANSWER_WITHIN, set_as_default=False)
    except (OSError, ValueError) as error:
        advice = "start one with `dask scheduler`, and name it as tcp://HOST:8786"
        raise InputError(f"{address}: no scheduler answers there; {advice}") from error
    try:
        client.wait_for_workers(1, timeout=_ANSWER_WITHIN)
        client.get_versions(check=True)
    except TimeoutError as error:
        client.close()
        raise InputError(f"{address}: has no worker; start some with `dask worker {address}`") from error
    except ValueError as error:
        client.close()
        raise InputError(f"{address}: not all have the same versions; {_SAME}: {error}") from error
    return client


def _ask(address: str) -> None:
    """Asks in a thread of its own: a notebook runs a loop of events in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, _call(address)).result()


async def _call(address: str) -> None:
    from dask.distributed import connect

    await (await connect(address, timeout=_ANSWER_WITHIN)).close()


_SAME = "install the same on this machine, the scheduler's and the workers'"


def _version() -> str:
    from timeline.store.memory import code_version

    return code_version()


class _OtherVersionError(Exception):
    """A worker runs other code."""


def _done(work: Callable[[Item], Result], version: str, seconds: float | None, item: Item) -> Result | Lost:
    """What a worker does with an item."""
    if version != _version():
        raise _OtherVersionError
    return work(item) if seconds is None else _within(seconds, work, item)


def _awaited(future: Future) -> Any:
    from dask.distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return Lost("worker-lost", "every worker that had it ended, perhaps for want of memory")
    except _OtherVersionError:
        raise InputError(f"a worker has another version of timeline, Python or a library; {_SAME}") from None
    except CancelledError as error:
        raise InputError(
            "the scheduler is gone, and the work with it; start it again and run this once more"
        ) from error


class _TooLong(BaseException):
    """Ends what a worker is at. Why no Exception: those are taken for a document's own."""


def _within(seconds: float, work: Callable[[Item], Result], item: Item) -> Result | Lost:
    """What `work` gives, ended after so many seconds.

    Why so: a worker's task is a thread, which nobody can end from outside; the worker itself goes on.
    """
    lock, over = threading.Lock(), threading.Event()
    thread = ctypes.c_ulong(threading.get_ident())

    def end() -> None:
        with lock:
            if not over.is_set():
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(_TooLong))

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        try:
            return work(item)
        finally:
            with lock:
                over.set()
    except _TooLong:
        return Lost("too-long", f"took more than {seconds:g} seconds")
    finally:
        timer.cancel()
