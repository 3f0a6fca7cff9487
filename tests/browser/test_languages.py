"""The page in the reader's language, its dates with all that bends them, and what the author can fix."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Opened
from tests.browser.samples import bridge
from timeline.export.page import write_page
from timeline.export.page_options import PageOptions

pytestmark = pytest.mark.xdist_group("browser")

Show = Callable[..., Opened]
SPOKEN = {
    "de-AT": ("de", "Alle Ereignisse", "30 Ereignisse", "Warum dieses Datum", "von 30"),
    "fr-CA": ("fr", "Tous les événements", "30 événements", "Pourquoi cette date", "sur 30"),
    "es": ("es", "Todos los sucesos", "30 sucesos", "Por qué esta fecha", "de 30"),
    "ru": ("ru", "Все события", "30 событий", "Почему эта дата", "из 30"),
    "pt-BR": ("en", "All events", "30 events", "Why this date", "of 30"),
}


@pytest.mark.parametrize("locale", SPOKEN)
def test_the_page_speaks_the_readers_language(show: Show, locale: str) -> None:
    language, heading, summary, why, place = SPOKEN[locale]
    opened = show("bridge", locale=locale)
    page = opened.page
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("#list-heading").inner_text().startswith(heading)
    assert page.locator(".summary").inner_text().startswith(summary)
    assert page.locator("#panel .why summary").first.inner_text() == why
    assert place in page.locator("#panel .place").inner_text()
    page.click("#filters-open")
    if language != "en":
        assert left_in_english(page) == []
    assert opened.troubles == []


def left_in_english(page: Page) -> list[str]:
    """English phrases of the page's own that still stand on it."""
    known: set[str] = set()
    for told in json.loads((files("timeline.export") / "web/words/de.json").read_text(encoding="utf-8")).items():
        known |= {told[0]} if told[0] != told[1] else set()
    texts: list[str] = page.evaluate(
        """() => [...document.body.querySelectorAll("*")].flatMap((node) => node.closest("[lang]:not(html), script, style, q, h2[dir], blockquote") ? [] :
            [...node.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE).map((one) => one.data.trim()))"""
    )
    same = {"Notes", "Sources", "minute", "Importance", "second"}
    return sorted({text for text in texts if text in known and text not in same})


def test_the_author_can_fix_the_language(browser: Browser, tmp_path: Path) -> None:
    path = write_page(bridge(), tmp_path / "fixed.html", PageOptions(language="de"))
    page = browser.new_page(locale="ar-EG", viewport={"width": 1440, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    assert page.locator("#list-heading").inner_text().startswith("Alle Ereignisse")
    assert page.locator("li.event[data-id=e0009] .when").inner_text() == "7. Okt. 2023"
    page.close()


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("de", ["Anfang 1850", "ca. 2000", "Frühling 1962", "1990er", "19. Jahrhundert", "44 v. Chr.", "ab Feb. 2022", "Q2 2004"]),
        ("fr", ["début 1850", "vers 2000", "printemps 1962", "années 1990", "19e siècle", "44 av. J.-C.", "depuis févr. 2022", "T2 2004"]),
        ("es", ["principios de 1850", "hacia 2000", "primavera 1962", "años 1990", "siglo XIX", "44 a. C.", "desde feb 2022", "T2 2004"]),
        ("ru", ["1850, начало", "около: 2000", "весна 1962", "1990-е годы", "XIX век", "44 до н. э.", "начиная с: февр. 2022 г.", "2-й квартал 2004"]),
        ("en-GB", ["early 1850", "c. 2000", "spring 1962", "1990s", "19th century", "44 BC", "from Feb 2022", "Q2 2004"]),
    ],
)  # fmt: skip
def test_what_bends_a_date_is_told_in_the_readers_language(
    browser: Browser, tmp_path: Path, locale: str, told: list[str]
) -> None:
    words = ("early 1850", "c. 2000", "spring 1962", "1990s", "19th century", "44 BC", "from Feb 2022", "Q2 2004")
    one = bridge().events[0]
    many = [
        one.model_copy(update={"id": f"x{place}", "date": one.date.model_copy(update={"display": word})})
        for place, word in enumerate(words)
    ]
    path = write_page(bridge().model_copy(update={"events": tuple(many)}), tmp_path / "dates.html")
    page = browser.new_page(locale=locale, viewport={"width": 1440, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    assert page.locator("li.event .when").all_inner_texts() == told
    page.close()
