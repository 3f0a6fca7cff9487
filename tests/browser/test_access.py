"""The page for everybody: axe-core finds nothing, the keyboard reaches everything, and without script or on paper it reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import violations
from tests.browser.conftest import Opened
from tests.browser.samples import bridge
from timeline.export.page import page as page_of

pytestmark = pytest.mark.xdist_group("browser")

Show = Callable[..., Opened]


@pytest.mark.parametrize(
    ("name", "size", "scheme", "address", "opens"),
    [
        ("bridge", "wide", "light", "#sure=20&e=e0009&lanes=participant", "#filters-open"),
        ("bridge", "phone", "dark", "#e=e0009", ""),
        ("crowded", "wide", "dark", "#paint=status", "#picture"),
        ("empty", "wide", "light", "", "#help-open"),
    ],
)
def test_axe_finds_no_violation(show: Show, name: str, size: str, scheme: str, address: str, opens: str) -> None:
    opened = show(name, size=size, scheme=scheme, address=address)
    if opens:
        opened.page.click(opens)
    assert violations(opened.page) == []


def test_without_script_all_evidence_can_be_read(browser: Browser, tmp_path: Path) -> None:
    # Why taken out: axe-core itself is a script, so scripts cannot be switched off for it.
    path = tmp_path / "plain.html"
    path.write_text(re.sub(r"<script.*?</script>", "", page_of(bridge()), flags=re.DOTALL), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert violations(page) == []
    notes = page.locator(".notes li")
    assert notes.count() == sum(len(event.evidence) for event in bridge().events)
    page.locator("li.event", has_text="Bridge deck fails").locator(".refs a").nth(1).click()
    note = page.locator(":target")
    assert note.is_visible() and "p. 20, line 14" in note.inner_text()
    assert "At 05:52 on 7 October" in note.inner_text()
    page.close()


def test_tab_reaches_every_control_in_the_order_of_the_page(show: Show) -> None:
    opened = show("bridge")
    opened.page.click("#filters-open")
    wanted = opened.page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
            .filter((one) => one.checkVisibility() && !one.disabled && !one.closest("#list"))
            .map((one) => one.id || one.textContent.trim())"""
    )
    opened.page.locator("h1").click()
    reached = []
    for _ in range(len(wanted) + 3):
        opened.page.keyboard.press("Tab")
        reached.append(opened.page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        width = opened.page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width != "0px", f"focus is not seen on {reached[-1]}"
    assert [name for name in wanted if name not in reached and name != "Skip to the list of events"] == []


def test_all_is_done_by_keyboard(show: Show) -> None:
    opened = show("bridge")
    press = opened.page.keyboard.press
    press("f")
    assert opened.page.locator("#filters").is_visible()
    assert opened.page.evaluate("document.activeElement.closest('#filters') !== null")
    press("Escape")
    assert not opened.page.locator("#filters").is_visible()
    assert opened.page.evaluate("document.activeElement.id") == "filters-open"
    opened.page.locator("#picture").focus()
    press("Enter")
    assert opened.page.evaluate("document.activeElement.dataset.picture") == "png"
    press("Escape")
    assert opened.page.evaluate("document.activeElement.id") == "picture"
    opened.page.evaluate("document.activeElement.blur()")
    before = opened.window()
    press("ArrowRight")
    assert opened.window()[0] > before[0]
    opened.page.locator("li.event .what > a").nth(2).focus()
    press("Enter")
    assert opened.title() == bridge().events[2].title
    assert bridge().events[2].title in opened.page.locator("[role=status]").inner_text()


def test_nothing_moves_for_who_wants_no_motion(show: Show) -> None:
    opened = show("bridge", reduced_motion="reduce")
    moving = opened.page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((one) => {
            const style = getComputedStyle(one);
            return style.transitionDuration.split(", ").some((time) => time !== "0s") || style.animationName !== "none";
        }).filter((one) => !one.closest(".js-plotly-plot")).length"""
    )
    assert moving == 0


def test_paper_has_the_whole_chart_uncut_rows_and_the_notes(show: Show) -> None:
    opened = show("bridge", scheme="dark")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print", color_scheme="dark")
    low, high = opened.window()
    days = opened.page.evaluate("document.querySelectorAll('li.event:not([hidden])').length")
    assert days == 30 and high - low > 9_000, "from 1998 to 2026"
    assert opened.page.evaluate("document.getElementById('chart').layout.font.color") == "#1c212b", "black on white"
    assert opened.page.locator("#chart .main-svg").first.bounding_box()["width"] <= 700  # type: ignore[index]
    rows = opened.page.locator("li.event").evaluate_all("(all) => all.map((row) => getComputedStyle(row).breakInside)")
    assert set(rows) == {"avoid"}
    note = opened.page.locator("#n14")
    assert note.is_visible() and "Northwire, 8 Oct 2023" in note.inner_text()
    assert opened.page.locator(".refs").first.is_visible()
    assert not opened.page.locator("#panel").is_visible() and not opened.page.locator("#overview").is_visible()
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    opened.page.emulate_media(media="screen", color_scheme="dark")
    assert opened.window() != [low, high]


def test_what_is_filtered_out_is_not_printed_and_it_is_said(show: Show) -> None:
    opened = show("bridge", address="#kind=denied")
    opened.page.emulate_media(media="print")
    assert opened.listed() == 1
    assert opened.page.locator(".notes li:visible").count() == 1
    assert opened.page.locator(".shown-now").inner_text() == "1 of 30 events shown"
