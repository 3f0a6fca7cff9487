"""One browser for all tests of the page, and a way to open a sample in it that notes every trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.samples import SAMPLES
from timeline.export.page import write_page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"wide": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


@dataclass
class Opened:
    """A page with what went wrong on it and what it asked for."""

    page: Page
    path: Path
    troubles: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def ready(self) -> Opened:
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self

    def title(self) -> str:
        """The title in the evidence panel."""
        return self.page.locator("#panel h2").inner_text()

    def window(self) -> list[float]:
        """The days that the chart shows."""
        days: list[float] = self.page.evaluate("document.getElementById('chart').layout.xaxis.range")
        return days

    def listed(self) -> int:
        return self.page.locator("li.event:visible").count()

    def spot(self, trace: str, place: int) -> tuple[float, float]:
        """Where a mark of the chart is on the screen."""
        x, y = self.page.evaluate(
            """([name, place]) => {
                const chart = document.getElementById("chart");
                const trace = chart.data.find((candidate) => candidate.name === name);
                const box = chart.getBoundingClientRect();
                const { xaxis, yaxis } = chart._fullLayout;
                const day = trace.base ? trace.base[place] + trace.x[place] / 2 : trace.x[place];
                return [box.left + xaxis._offset + xaxis.d2p(day), box.top + yaxis._offset + yaxis.d2p(trace.y[place])];
            }""",
            [trace, place],
        )
        return x, y

    def marks(self, trace: str, key: str = "customdata") -> list[Any]:
        """What a trace of the chart holds."""
        found: list[Any] = self.page.evaluate(
            "([name, key]) => document.getElementById('chart').data.find((trace) => trace.name === name)[key]",
            [trace, key],
        )
        return found

    def click(self, trace: str, place: int) -> None:
        self.page.mouse.click(*self.spot(trace, place))
        self.page.wait_for_timeout(150)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The file of a sample, made once."""
    folder = tmp_path_factory.mktemp("pages")

    def build(name: str) -> Path:
        path = folder / f"{name}.html"
        return path if path.exists() else write_page(SAMPLES[name](), path)

    return build


@pytest.fixture
def show(browser: Browser, built: Callable[[str], Path]) -> Iterator[Callable[..., Opened]]:
    """Opens a sample: `show("bridge", size="phone", address="#q=...", scheme="dark", script=False)`."""
    contexts, pages = [], []

    def open_sample(
        name: str, *, size: str = "wide", address: str = "", scheme: str = "light", script: bool = True, **more: Any
    ) -> Opened:
        phone = {"is_mobile": True, "has_touch": True} if size == "phone" else {}
        settings = {"viewport": SIZES[size], "color_scheme": scheme, "java_script_enabled": script}
        settings |= {"locale": "en-GB", **phone, **more}
        context = browser.new_context(**settings)
        contexts.append(context)
        opened = Opened(context.new_page(), built(name))
        pages.append(opened)
        opened.page.set_default_timeout(60_000)
        opened.page.on("pageerror", lambda error: opened.troubles.append(str(error)))
        opened.page.on("console", lambda told: told.type in {"error", "warning"} and opened.troubles.append(told.text))
        opened.page.on("request", lambda asked: opened.requests.append(asked.url))
        opened.page.goto(opened.path.as_uri() + address)
        return opened.ready() if script else opened

    yield open_sample
    for context in contexts:
        context.close()
    asked = [url for opened in pages for url in opened.requests if not url.startswith(("file:", "blob:", "data:"))]
    assert asked == [], "the page asked the network for something"
