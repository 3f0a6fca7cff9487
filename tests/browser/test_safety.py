"""No text of a document and no library can make the page run anything, ask for anything or fall apart."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import Opened
from tests.browser.samples import HOSTILE_TEXTS, SAMPLES

pytestmark = pytest.mark.xdist_group("browser")

Show = Callable[..., Opened]

WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


@pytest.mark.parametrize(
    ("name", "size"),
    [*((name, "phone") for name in SAMPLES), ("bridge", "wide"), ("hostile", "wide"), ("empty", "wide")],
)
def test_a_page_opens_without_trouble_and_without_a_network(show: Show, name: str, size: str) -> None:
    opened = show(name, size=size)
    assert opened.troubles == []
    assert [url for url in opened.requests if url != opened.path.as_uri()] == []
    wide, room = opened.page.evaluate(WIDTHS)
    assert wide <= room, "the page scrolls sideways"


def test_no_hostile_text_is_run(show: Show) -> None:
    opened = show("hostile")
    for row in opened.page.locator("li.event").all():
        row.locator(".what > a").click()
        x, y = opened.spot("exact", 0)
        opened.page.mouse.move(x, y)
    opened.page.locator("details.more summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    for lanes in ("participant", "place", "tag", "none"):
        opened.page.select_option("#lanes", lanes)
    assert opened.page.evaluate("typeof window.broken") == "undefined"
    assert opened.troubles == []
    assert opened.page.locator("body img, body iframe, a[href^='javascript']").count() == 0


def test_hostile_texts_are_shown_as_they_are(show: Show) -> None:
    opened = show("hostile")
    for place, (name, told) in enumerate(HOSTILE_TEXTS.items()):
        text = told if told.strip() else "Untitled event"
        opened.page.evaluate(f"location.hash = 'e=e{place:04d}'")
        opened.page.wait_for_selector(f"li[data-id=e{place:04d}][aria-current]")
        assert opened.page.locator("#panel h2").text_content() == text, name
        assert opened.page.locator("#panel mark").first.text_content() == "2023", name
        assert opened.page.locator(f"li[data-id=e{place:04d}] .what > a").text_content() == text, name
        if name == "right to left":
            assert opened.page.locator("#panel h2").evaluate("(node) => getComputedStyle(node).direction") == "rtl"
    label = opened.page.locator("#chart .tracelabel text").first
    assert label.evaluate("(node) => getComputedStyle(node).unicodeBidi") == "plaintext"


def test_the_policy_stops_other_scripts_and_all_connections(show: Show) -> None:
    opened = show("articles")
    opened.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.broken = 1";
            document.head.append(script);
            const holder = document.createElement("div");
            holder.innerHTML = "<p onclick='window.broken = 2'>x</p>";
            document.body.append(holder);
            holder.firstChild.click();
        }"""
    )
    refused = opened.page.evaluate("fetch('https://example.org/').then(() => false, () => true)")
    assert refused
    assert opened.page.evaluate("typeof window.broken") == "undefined"
    assert any("Content Security Policy" in trouble for trouble in opened.troubles)


def test_there_is_no_button_that_uploads_the_data(show: Show) -> None:
    opened = show("bridge")
    buttons = opened.page.locator("button, a.modebar-btn, [data-title]").all()
    names = [f"{button.text_content()} {button.get_attribute('aria-label')}" for button in buttons]
    assert not [name for name in names if re.search(r"share|cloud|upload", name, re.IGNORECASE)]
    assert opened.page.evaluate("document.getElementById('chart')._context.showSendToCloud") is False


def test_without_script_the_list_is_complete(show: Show) -> None:
    opened = show("bridge", script=False)
    assert opened.listed() == 30
    assert opened.page.locator("li.event q mark").first.is_visible()
    assert not opened.page.locator("#search").is_visible()
    assert not opened.page.locator("#chart").is_visible()
    opened.page.locator("#undated summary").click()
    assert opened.page.locator("#undated .reason").is_visible()


def test_a_browser_that_cannot_open_the_library_keeps_the_list(show: Show) -> None:
    opened = show("articles")
    opened.page.add_init_script("delete window.DecompressionStream")
    opened.page.reload()
    opened.page.wait_for_selector("#chart .broken")
    assert "list below is complete" in opened.page.locator("#chart .broken").inner_text()
    opened.page.locator("li.event .what > a").first.click()
    assert opened.title()
    opened.page.fill("#search", "telephone")
    opened.page.wait_for_timeout(200)
    assert opened.listed() == 1
