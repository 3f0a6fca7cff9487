"""The page of the review for everybody: axe-core finds nothing in any of its states, wide and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.review.conftest import Opened, Server

pytestmark = pytest.mark.xdist_group("browser")

Serve = Callable[..., Server]
Visit = Callable[..., Opened]
KEYS = {"edit": "e", "merge": "m", "note": "n", "add": "+", "help": "?"}
BUTTONS = {"export": "#export", "bulk": "#bulk", "source date": "#source .source-head button"}


@pytest.mark.parametrize(("size", "scheme"), [("wide", "light"), ("phone", "dark")])
def test_axe_finds_no_violation(outputs: Path, serve: Serve, visit: Visit, size: str, scheme: str) -> None:
    opened = visit(serve(outputs).address, size=size, scheme=scheme)
    opened.page.wait_for_selector("html[data-drawn]", state="attached")
    opened.page.locator("#toast").evaluate("(toast) => { toast.hidden = true; }")
    found = {"event": violations(opened.page)}
    for state, key in KEYS.items():
        opened.page.keyboard.press(key)
        opened.page.wait_for_selector("form.edit" if state == "edit" else "dialog[open]")
        found[state] = violations(opened.page)
        opened.page.keyboard.press("Escape")
    if size == "phone":
        for pane in ("agenda", "source", "strip"):
            opened.page.locator(f".panes [data-pane={pane}]").click()
            found[pane] = violations(opened.page)
    else:
        for state, button in BUTTONS.items():
            opened.page.locator(button).last.click()
            opened.page.wait_for_selector("dialog[open]")
            found[state] = violations(opened.page)
            opened.page.keyboard.press("Escape")
    assert {state: told for state, told in found.items() if told} == {}


def test_the_other_colours_keep_their_contrast(outputs: Path, serve: Serve, visit: Visit) -> None:
    opened = visit(serve(outputs).address, size="wide", scheme="dark")
    opened.press("a", "e")
    opened.page.wait_for_selector("form.edit")
    assert violations(opened.page) == []
