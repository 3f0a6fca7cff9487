"""The command starts at once: its help loads no floor below, no library but typer, and little of Python's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache

import pytest

CALL = (
    "import json, sys; from timeline.cli import main; sys.argv[0] = 'timeline'\n"
    "try: main()\nexcept SystemExit: pass\n"
    "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
)
OURS = ("timeline.cli", "timeline.errors")
THEIRS = {"typer", "shellingham", "annotated_doc", "rich", "click", "typing_extensions", "colorama"}
"""typer, and what it may need itself."""
SLOW = {
    "asyncio",
    "concurrent",
    "email",
    "hashlib",
    "http",
    "multiprocessing",
    "sqlite3",
    "ssl",
    "unittest",
    "xml",
    "zipfile",
}
"""What of Python's own library takes its time, and only some commands need."""
SECONDS = 0.4


@cache
def loaded(arguments: str) -> set[str]:
    """The modules that a call loads."""
    done = subprocess.run([sys.executable, "-c", CALL, *arguments.split()], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("arguments", ["--help", "--version", "build --help", "review --help"])
def test_help_loads_nothing_of_the_floors_below(arguments: str) -> None:
    ours = {name for name in loaded(arguments) if name.startswith("timeline.")}
    assert {name for name in ours if not name.startswith(OURS)} == set()


def test_help_loads_no_library_but_the_one_it_is_told_with() -> None:
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    roots = {name.partition(".")[0] for name in loaded("--help")} - {
        name.partition(".")[0] for name in bare.stdout.split()
    }
    assert roots - set(sys.stdlib_module_names) - THEIRS - {"timeline"} == set()
    assert "rich" not in roots, "its tables are for the commands that print some"


def test_help_loads_little_of_the_standard_library() -> None:
    assert loaded("--help") & SLOW == set()
    assert len(loaded("--help")) < 230


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no way to ask what a process took")
def test_help_takes_less_than_400_milliseconds() -> None:
    def taken() -> float:
        process = subprocess.Popen(
            [sys.executable, "-c", CALL, "--help"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        used = os.wait4(process.pid, 0)[2]
        process.returncode = 0
        return used.ru_utime + used.ru_stime

    # Why the processor's time, and the best of three: other tests run beside it.
    assert min(taken() for _ in range(3)) < SECONDS


def test_python_runs_it_as_a_module() -> None:
    called = subprocess.run([sys.executable, "-m", "timeline", "--version"], capture_output=True, text=True, check=True)
    assert called.stdout.startswith("timeline ")
    call = [sys.executable, "-m", "timeline", "dates", "nothing.txt"]
    wrong = subprocess.run(call, check=False, capture_output=True, text=True)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("timeline: nothing.txt: there is no such file")
