"""Photographs a built page: wide and phone, light and dark, whole page. `make screenshots` runs it.

In: the page's path and the folder for the pictures. Out: the pictures, their paths printed; exit code 1 if the page
reported an error to the browser's console or asked for anything over the network.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

SIZES = {"wide": (1440, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")


def main(page_path: Path, folder: Path) -> int:
    """Takes the four pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    troubles: list[str] = []
    with sync_playwright() as playwright:
        chromium = os.environ.get("TIMELINE_CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for (size, (width, height)), scheme in product(SIZES.items(), SCHEMES):
            phone = size == "phone"
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                device_scale_factor=2,
                is_mobile=phone,
                has_touch=phone,
            )
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.on("console", lambda told: troubles.append(told.text) if told.type == "error" else None)
            page.on("request", lambda asked: troubles.append(asked.url) if asked.url.startswith("http") else None)
            page.goto(page_path.resolve().as_uri())
            page.wait_for_selector("html[data-ready]", state="attached")
            page.wait_for_timeout(300)
            for whole, full_page in (("", False), ("-whole", True)):
                picture = folder / f"{size}-{scheme}{whole}.png"
                page.screenshot(path=picture, full_page=full_page)
                print(picture)
            page.close()
        browser.close()
    for trouble in troubles:
        print(f"the page reported: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
