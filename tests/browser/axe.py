"""What axe-core, the checker that the accessibility tools share, finds in a page."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

_SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


def violations(page: Page) -> list[str]:
    """Rule, and where, for each violation; what can be opened is opened first."""
    page.evaluate(_OPEN_ALL)
    page.evaluate(_SCRIPT)
    found: dict[str, Any] = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{one['id']}: {one['help']} at {node['target']}" for one in found["violations"] for node in one["nodes"][:3]
    ]
