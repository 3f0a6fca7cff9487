"""A scheduler and two workers, each a process of its own, as people start them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_ADDRESS = re.compile(r"Scheduler at:\s+(tcp://\S+)")


@dataclass(frozen=True, slots=True)
class Running:
    address: str
    workers: list[subprocess.Popen[bytes]]

    def kill_one(self) -> None:
        """As a machine that fails does it: without a word."""
        os.kill(self.workers.pop().pid, signal.SIGKILL)


@contextmanager
def running(folder: Path, workers: int = 2) -> Iterator[Running]:
    """The cluster; what its processes say goes into files in the folder."""
    started: list[subprocess.Popen[bytes]] = []

    def start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with (folder / f"{name}.log").open("wb") as log:
            command = [sys.executable, "-m", "dask", *arguments]
            started.append(subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log))
        return started[-1]

    try:
        start("scheduler", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        address = _address(folder / "scheduler.log")
        quick = ("--no-nanny", "--no-dashboard", "--nthreads", "1", "--memory-limit", "0")
        hands = [start(f"worker{number}", "worker", address, *quick) for number in range(workers)]
        yield Running(address, hands)
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def _address(log: Path) -> str:
    for _ in range(600):
        found = _ADDRESS.search(log.read_text())
        if found:
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"no scheduler: {log.read_text()}")
