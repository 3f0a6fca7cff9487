"""Ten thousand events: how soon the page opens, and how soon a decision shows. Printed, with -s; machines differ."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.review.conftest import Opened, Server, command

pytestmark = pytest.mark.xdist_group("browser")

PLACES = ("Harlow", "Ware", "Elm Street", "Kings Lynn", "Saint Ives", "Corby", "Tring", "Diss", "Ely", "March Hill")
DEEDS = ("a mill burned down", "the council opened a school", "a ferry sank", "the river rose", "a bridge was closed")
EVENTS, A_DOCUMENT = 10_000, 50


def many(folder: Path) -> None:
    """Documents of fifty events each, no two of one day in one place."""
    folder.mkdir()
    for number in range(EVENTS // A_DOCUMENT):
        lines = [f"Chronicle {number}", "Published: 2024-03-22", ""]
        for place in range(A_DOCUMENT):
            count = number * A_DOCUMENT + place
            day, month, year = (
                count % 28 + 1,
                ("January", "May", "August", "November")[count // 28 % 4],
                1850 + count // 112,
            )
            lines.append(f"In {PLACES[count % 10]} {DEEDS[count % 5]} on {day} {month} {year}.\n")
        (folder / f"chronicle-{number:03d}.txt").write_text("\n".join(lines), encoding="utf-8")


def test_ten_thousand_events_stay_usable(
    tmp_path: Path, serve: Callable[..., Server], visit: Callable[..., Opened], capsys: pytest.CaptureFixture[str]
) -> None:
    many(tmp_path / "papers")
    command("build", tmp_path / "papers", "--out", tmp_path / "exports", "--format", "json")
    server = serve(tmp_path / "exports")
    visit(server.address)
    page = visit(server.address)
    page.page.wait_for_selector("html[data-drawn]", state="attached")
    ready, drawn = (
        page.page.evaluate(f"performance.getEntriesByName('{mark}')[0].startTime") for mark in ("ready", "drawn")
    )
    assert len(page.rows()) > EVENTS * 0.9
    page.press(*"aaraaraaar")
    shown = page.page.evaluate("performance.getEntriesByName('decision').map((one) => one.duration)")
    assert len(shown) == 10
    with capsys.disabled():
        middle = sorted(shown)[len(shown) // 2]
        print(
            f"\n{len(page.rows()):,} events: the page opens in {ready / 1000:.2f} s, its chart is drawn after"
            f" {drawn / 1000:.2f} s, a decision shows in {middle:.0f} ms"
        )
