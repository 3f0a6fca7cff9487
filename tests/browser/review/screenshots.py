"""Photographs the review of a built timeline in each of its states: wide and phone, light and dark.

In: the timeline's folder, the folder for the pictures, where to put the README's picture. Decisions go to a file of their
own, and are thrown away. Exit code 1 if the page reported an error. `make screenshots` runs it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, SIZES
from tests.browser.review.conftest import Server

DIALOGS = {"edit": "e", "merge": "m", "note": "n", "add": "+", "help": "?"}


def main(folder: Path, pictures: Path, readme_picture: Path) -> int:
    """Takes the pictures."""
    pictures.mkdir(parents=True, exist_ok=True)
    troubles: list[str] = []
    with tempfile.TemporaryDirectory() as kept, sync_playwright() as playwright:
        server = Server(folder, "--reviewer", "Ada", "--decisions", str(Path(kept) / "decisions.db"))
        browser = playwright.chromium.launch(executable_path=os.environ.get("TIMELINE_CHROMIUM"), args=ARGUMENTS)
        try:
            decided(opened(browser, server.address, "wide", "light", 1, troubles))
            opened(browser, server.address, "wide", "light", 1, troubles).screenshot(path=readme_picture)
            print(readme_picture)
            for size, scheme in product(SIZES, ("light", "dark")):
                page = opened(browser, server.address, size, scheme, 2, troubles)
                for name in states(page, size):
                    picture = pictures / f"review-{size}-{scheme}-{name}.png"
                    page.screenshot(path=picture)
                    print(picture)
                page.close()
        finally:
            browser.close()
            server.kill()
    for trouble in troubles:
        print(f"the page reported: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


def decided(page: Page) -> None:
    """Some work is done, so that the pictures show what a day's work looks like."""
    for key in "jjaarja":
        page.keyboard.press(key)
        page.wait_for_timeout(300)
    page.close()


def states(page: Page, size: str) -> Iterator[str]:
    """Puts the page into one state after the other, and names it; the caller photographs each."""
    yield "event"
    for name, key in DIALOGS.items():
        page.keyboard.press(key)
        page.wait_for_timeout(500)
        yield name
        page.keyboard.press("Escape")
        page.wait_for_timeout(200)
    if size == "phone":
        for pane in ("agenda", "source", "strip"):
            page.locator(f".panes [data-pane={pane}]").click()
            page.wait_for_timeout(400)
            yield pane
        return
    page.locator("#bulk").click()
    yield "bulk"
    page.keyboard.press("Escape")
    page.locator("#source .source-head button").last.click()
    page.fill("dialog [name=date]", "1 March 2025")
    page.wait_for_timeout(1500)
    yield "source-date"
    page.keyboard.press("Escape")


def opened(browser: Browser, address: str, size: str, scheme: str, scale: int, troubles: list[str]) -> Page:
    """The page, laid out and at rest."""
    touch = {"is_mobile": True, "has_touch": True} if size == "phone" else {}
    page = browser.new_page(
        viewport=SIZES[size], color_scheme=scheme, device_scale_factor=scale, reduced_motion="reduce", **touch
    )
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda told: troubles.append(told.text) if told.type == "error" else None)
    page.goto(address)
    page.wait_for_selector("html[data-drawn]", state="attached")
    page.wait_for_timeout(600)
    return page


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4])))
