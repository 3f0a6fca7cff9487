"""A review that really runs: the command in a process of its own, and a browser that opens its address."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SIZES

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}


def command(*arguments: str | Path) -> str:
    """Runs `timeline ...` and gives what it printed."""
    program = [sys.executable, "-c", "from timeline.cli import main; main()", *map(str, arguments)]
    ran = subprocess.run(program, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    return ran.stdout


class Server:
    """`timeline review FOLDER`, running."""

    def __init__(self, folder: Path, *options: str) -> None:
        program = [sys.executable, "-c", "from timeline.cli import main; main()", "review", str(folder), "--no-open"]
        self.process = subprocess.Popen(
            [*program, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=ENVIRONMENT
        )
        assert self.process.stdout is not None
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            found = re.search(r"http://\S+", line)
            if found:
                self.address = found[0]
                return
        raise AssertionError("".join(lines))

    def kill(self) -> None:
        """As when the power goes: nothing can be tidied up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)

    def end(self) -> str:
        """As a person ends it; what it says last."""
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=30)[0]


@dataclass
class Opened:
    """A page of the review, with what went wrong on it."""

    page: Page
    troubles: list[str] = field(default_factory=list)

    def settled(self) -> Opened:
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self

    def press(self, *keys: str) -> None:
        """Keys, each once what the one before asked for is done."""
        for key in keys:
            before = self.step()
            self.page.keyboard.press(key)
            if key in {"a", "r", "u", "Shift+U"} or key.isdigit():
                self.until("(before) => window.review.state.step !== before", before)
            self.until("() => window.review.idle()")

    def until(self, test: str, argument: object = None) -> None:
        """Waits until something holds on the page. Why not Playwright's own: it evaluates text, which the page forbids."""
        end = time.monotonic() + 60
        while not self.page.evaluate(test, argument):
            assert time.monotonic() < end, f"never came: {test}"
            self.page.wait_for_timeout(20)

    def step(self) -> int:
        step: int = self.page.evaluate("window.review.state.step")
        return step

    def rows(self) -> dict[str, dict[str, Any]]:
        """All events, as the page knows them; what was set aside is none."""
        told: list[dict[str, Any]] = self.page.evaluate("[...window.review.state.rows.values()]")
        return {row["id"]: row for row in told if not row["aside"]}

    def title(self) -> str:
        return self.page.locator("#event h2").inner_text()

    def choose(self, words: str) -> None:
        """Finds an event by the keyboard alone."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        self.page.wait_for_timeout(250)
        self.page.keyboard.press("Enter")
        self.until("() => window.review.idle()")

    def show_all(self) -> None:
        self.page.evaluate("window.review.choose({ filter: 'all', query: '' })")
        self.page.fill("#search", "")
        self.page.locator("#search").blur()


@pytest.fixture
def papers(project: Path, tmp_path: Path) -> Path:
    """The seeds, to add to."""
    return Path(shutil.copytree(project / "seeds", tmp_path / "seeds"))


@pytest.fixture(scope="session")
def built_seeds(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds' timeline with its cache, made once."""
    folder = tmp_path_factory.mktemp("seeds") / "exports"
    command("build", project / "seeds", "--out", folder)
    return folder


@pytest.fixture
def outputs(built_seeds: Path, tmp_path: Path) -> Path:
    """The seeds' timeline, to decide on."""
    return Path(shutil.copytree(built_seeds, tmp_path / "exports"))


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Starts reviews, and ends those that still run."""
    running: list[Server] = []

    def start(folder: Path, *options: str) -> Server:
        running.append(Server(folder, *options))
        return running[-1]

    yield start
    for server in running:
        if server.process.poll() is None:
            server.kill()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Opens an address: `visit(server.address, size="phone", scheme="dark")`."""
    contexts = []

    def go(address: str, *, size: str = "wide", scheme: str = "light", same: Opened | None = None) -> Opened:
        if same is None:
            context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")
            contexts.append(context)
        else:
            context = same.page.context
        opened = Opened(context.new_page())
        opened.page.set_default_timeout(60_000)
        opened.page.on("pageerror", lambda error: opened.troubles.append(str(error)))
        opened.page.on("console", lambda told: told.type in {"error", "warning"} and opened.troubles.append(told.text))
        opened.page.goto(address)
        return opened.settled()

    yield go
    for context in contexts:
        context.close()
