"""Photographs a built page: wide and phone, light and dark, as opened and whole. `make screenshots` runs it.

In: the page's path, the folder for the pictures, and where to put the README's picture. Out: the pictures, their paths
printed; exit code 1 if the page reported an error to the browser's console or asked for anything over the network.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

SIZES = {"wide": (1440, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")


def main(page_path: Path, folder: Path, readme_picture: Path) -> int:
    """Takes the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    troubles: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("TIMELINE_CHROMIUM") or None)
        for size, scheme in product(SIZES, SCHEMES):
            page = opened(browser, page_path, size, scheme, 2, troubles)
            for whole in (False, True):
                picture = folder / f"{size}-{scheme}{'-whole' * whole}.png"
                page.screenshot(path=picture, full_page=whole)
                print(picture)
            page.close()
        opened(browser, page_path, "wide", "light", 1, troubles).screenshot(path=readme_picture)
        print(readme_picture)
        browser.close()
    for trouble in troubles:
        print(f"the page reported: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


def opened(browser: Browser, path: Path, size: str, scheme: str, scale: int, troubles: list[str]) -> Page:
    """The page, laid out and at rest; what it complains of or asks for goes into `troubles`."""
    width, height = SIZES[size]
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        device_scale_factor=scale,
        locale="en-GB",
        reduced_motion="reduce",
    )
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda told: troubles.append(told.text) if told.type == "error" else None)
    page.on("request", lambda asked: troubles.append(asked.url) if asked.url.startswith("http") else None)
    page.goto(path.resolve().as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4])))
