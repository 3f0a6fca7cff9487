"""A person works through the seeds in a real browser, the power goes, an article comes in, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.review.conftest import Opened, Server, command
from timeline.export import schema
from timeline.export.json_file import read_json
from timeline.store import read_decisions

pytestmark = pytest.mark.xdist_group("browser")

Serve = Callable[..., Server]
Visit = Callable[..., Opened]
ANOTHER = """The ferry that nobody took
Published: 2025-05-02

The Harlow ferry stopped running on 12 March 1968, the company said.
"""


def by_passage(timeline: schema.Timeline) -> dict[str, schema.Event]:
    return {piece.id: event for event in timeline.events for piece in event.evidence}


def told(event: schema.Event) -> dict[str, Any]:
    """What a person decided of an event, and must find again."""
    kept = event.model_dump(include={"title", "status", "edited", "participants", "tags"})
    assert event.review is not None
    return kept | {"date": event.date.edtf, "by": event.review.by, "at": event.review.at, "note": event.review.note}


def test_the_whole_journey(papers: Path, outputs: Path, serve: Serve, visit: Visit, tmp_path: Path) -> None:
    server = serve(outputs, "--reviewer", "Ada")
    page = visit(server.address)
    start = page.rows()

    # A date whose words name no year is edited into one.
    page.choose("cold since October 7")
    yearless = page.page.evaluate("window.review.state.selected")
    page.press("e")
    page.page.keyboard.type("8 October 2022")
    page.page.wait_for_selector("#date-reading b")
    page.page.keyboard.press("Enter")
    page.until("(id) => window.review.state.rows.get(id).status === 'accepted'", yearless)
    assert page.rows()[yearless]["date"]["edtf"] == "2022-10-08"

    # Two are merged, the nearest in time first on the list.
    page.show_all()
    page.choose("Putin came to power")
    first = page.page.evaluate("window.review.state.selected")
    page.press("m")
    page.page.keyboard.press("Enter")
    page.until(
        "(count) => [...window.review.state.rows.values()].filter((row) => !row.aside).length === count", len(start) - 1
    )
    merged = page.rows()
    assert (
        next(row for row in merged.values() if row["id"] in {first, *start} and row["title"] == page.title())["count"]
        >= 2
    )

    # One is split.
    page.show_all()
    many = next(row for row in merged.values() if row.get("count", 0) > 1 and row["id"] != first)
    page.page.evaluate("(id) => window.review.select(id)", many["id"])
    page.until("(id) => window.review.state.whole?.id === id", many["id"])
    page.press("s")
    page.page.keyboard.press("Enter")
    page.until(
        "(count) => [...window.review.state.rows.values()].filter((row) => !row.aside).length === count", len(start)
    )

    # One is added by hand, from words that are selected in the text.
    page.until("() => window.review.idle()")
    page.page.wait_for_timeout(500)
    page.page.evaluate(
        """() => {
            const text = document.querySelector("#source .text");
            const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) if (walk.currentNode.data.trim().length > 40) break;
            const range = document.createRange();
            const from = walk.currentNode.data.search(/\\S/);
            range.setStart(walk.currentNode, from);
            range.setEnd(walk.currentNode, from + 30);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    page.page.wait_for_selector("#source .selected button")
    page.page.keyboard.press("+")
    page.page.wait_for_selector("dialog [name=date]")
    page.page.fill("dialog [name=date]", "May 2019")
    page.page.fill("dialog [name=title]", "A bridge that the program missed")
    page.page.keyboard.press("Enter")
    page.until(
        "(count) => [...window.review.state.rows.values()].filter((row) => !row.aside).length === count", len(start) + 1
    )
    page.until("() => window.review.idle()")
    assert page.title() == "A bridge that the program missed"

    # A note, and all the rest by keys alone: every third is rejected.
    page.page.evaluate("window.review.choose({ filter: 'todo' })")
    page.press("j")
    page.press("n")
    page.page.keyboard.type("Asked the author")
    page.page.keyboard.press("Enter")
    page.until("() => window.review.state.whole.review?.note === 'Asked the author'")
    noted = page.page.evaluate("window.review.state.selected")
    for number in range(60):
        if not page.page.evaluate("window.review.state.shown.length"):
            break
        page.press("r" if number % 3 == 2 else "a")
    rows = page.rows()
    assert not [row for row in rows.values() if row["open"]]
    assert "All done" in page.page.locator("#event").inner_text()
    assert page.page.locator("#progress-words").inner_text() == f"{len(rows)} of {len(rows)} reviewed"

    # All of it is undone, one after the other, and done again.
    count = len(read_decisions(outputs / "decisions.db"))
    while page.page.evaluate("window.review.state.undo"):
        page.press("u")
    assert {id: without_mark(row) for id, row in page.rows().items()} == {
        id: without_mark(row) for id, row in start.items()
    }
    while page.page.evaluate("window.review.state.redo"):
        page.press("Shift+U")
    assert {id: without_mark(row) for id, row in page.rows().items()} == {
        id: without_mark(row) for id, row in rows.items()
    }
    assert len(read_decisions(outputs / "decisions.db")) > count, "undoing adds, and takes nothing away"

    # The power goes; the timeline is built with one more article; every decision is there.
    server.kill()
    page.page.keyboard.press("u")
    page.page.wait_for_selector("#trouble:not([hidden])")
    assert "does not answer" in page.page.locator("#trouble").inner_text()
    command("build", papers, "--out", outputs)
    before = read_json(outputs / "timeline.json")
    (papers / "ferry.txt").write_text(ANOTHER, encoding="utf-8")
    printed = command("build", papers, "--out", outputs)
    assert "without their evidence" not in printed
    after = read_json(outputs / "timeline.json")
    now = by_passage(after)
    assert len(after.events) > len(before.events)
    for event in before.events:
        found = now[event.evidence[0].id]
        if event.review is not None:
            assert told(found) == told(event)
            assert not (found.review and found.review.changed), found.title
    assert {event.status for event in before.events} == {"accepted", "rejected"}
    assert now[yearless].date.edtf == "2022-10-08"
    assert now[noted].review is not None and now[noted].review.note == "Asked the author"

    # What came in waits, alone.
    second = serve(outputs, "--reviewer", "Ada")
    again = visit(second.address)
    waiting = [row for row in again.rows().values() if row["open"]]
    assert [row["title"] for row in waiting] == ["The Harlow ferry stopped running"]
    assert "Every decision is kept" in second.end()
    assert [
        trouble
        for trouble in [*page.troubles, *again.troubles]
        if "ERR_CONNECTION_REFUSED" not in trouble and "Failed to fetch" not in trouble
    ] == []


def without_mark(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in {"mark", "words"}}


def test_accepting_many_says_which_and_is_undone_at_once(outputs: Path, serve: Serve, visit: Visit) -> None:
    page = visit(serve(outputs).address)
    every = len(page.rows())
    page.page.fill("#search", "Hamas")
    page.until(f"() => window.review.state.shown.length < {every}")
    shown = page.page.evaluate("window.review.state.shown.map((row) => row.id)")
    assert 1 < len(shown) < every
    page.page.locator("#bulk").click()
    dialog = page.page.locator("dialog")
    assert dialog.locator("h2").inner_text() == f"Accept {len(shown)} events?"
    assert dialog.locator("li").count() == len(shown)
    page.page.keyboard.press("Escape")
    assert not [row for row in page.rows().values() if row["status"] != "candidate"]
    page.page.locator("#bulk").click()
    page.page.keyboard.press("Enter")
    page.until("() => window.review.state.undo !== null")
    assert {row["id"] for row in page.rows().values() if row["status"] == "accepted"} == set(shown)
    page.page.locator("#undo").click()
    page.until("() => window.review.state.undo === null")
    assert not [row for row in page.rows().values() if row["status"] != "candidate"]


def test_the_second_tab_sees_what_the_first_decided(outputs: Path, serve: Serve, visit: Visit) -> None:
    server = serve(outputs)
    one = visit(server.address)
    other = visit(server.address.split("?")[0], same=one)
    first = one.page.evaluate("window.review.state.selected")
    # The other has not looked yet: what it decides on is no longer what it shows, and nothing is decided.
    other.page.evaluate("window.review.rest()")
    one.press("a")
    other.page.keyboard.press("r")
    other.page.wait_for_selector("#toast.wrong")
    assert "changed since this page showed it" in other.page.locator("#toast").inner_text()
    assert other.rows()[first]["status"] == "accepted"
    # And without a reload it sees what comes.
    third = visit(server.address.split("?")[0], same=one)
    second = one.page.evaluate("window.review.state.selected")
    one.press("r")
    third.until("(id) => window.review.state.rows.get(id).status === 'rejected'", second)
    assert third.page.locator("#progress-words").inner_text().startswith("2 of ")


def test_shortcuts_rest_while_typing_and_clicking_only_shows(outputs: Path, serve: Serve, visit: Visit) -> None:
    page = visit(serve(outputs).address)
    page.page.keyboard.press("/")
    page.page.keyboard.type("a rejected munar jk")
    page.page.keyboard.press("Escape")
    page.page.locator(".row").nth(3).click()
    page.page.locator("#source .date:not(.told)").first.click()
    page.page.wait_for_timeout(300)
    page.press("e")
    page.page.fill("[name=title]", "aaarrr")
    page.page.keyboard.press("Escape")
    assert page.step() == page.page.evaluate("window.review.first")
    assert not [row for row in page.rows().values() if row["status"] != "candidate"]


def test_a_date_that_is_none_is_told_and_changes_nothing(outputs: Path, serve: Serve, visit: Visit) -> None:
    page = visit(serve(outputs).address)
    page.press("e")
    page.page.fill("[name=date]", "2023-02-30")
    page.page.wait_for_selector("#date-reading .problem")
    page.page.keyboard.press("Enter")
    page.page.wait_for_timeout(300)
    assert page.page.locator("form.edit").count() == 1
    assert not [row for row in page.rows().values() if row["status"] != "candidate"]


def test_a_source_is_dated_anew_after_seeing_what_that_changes(tmp_path: Path, serve: Serve, visit: Visit) -> None:
    (tmp_path / "notes.txt").write_text(
        "Notes\nPublished: 2024-03-22\n\nThe council met yesterday.\n\nThe mill burned down on 3 May 2004.\n",
        encoding="utf-8",
    )
    command("build", tmp_path / "notes.txt", "--out", tmp_path / "exports")
    page = visit(serve(tmp_path / "exports").address)
    page.page.locator("#source .source-head button").click()
    page.page.fill("dialog [name=date]", "10 February 2023")
    page.page.wait_for_selector("dialog .changes")
    cells = page.page.locator("dialog .changes td").all_inner_texts()
    assert cells == ["yesterday", "21 Mar 2024", "9 Feb 2023"]
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("dialog", state="detached")
    assert {row["date"]["edtf"] for row in page.rows().values()} == {"2023-02-09", "2004-05-03"}
    page.press("u")
    assert {row["date"]["edtf"] for row in page.rows().values()} == {"2024-03-21", "2004-05-03"}


def test_a_blind_reviewer_sees_nothing_of_the_first_and_the_two_are_compared(
    outputs: Path, serve: Serve, visit: Visit
) -> None:
    first = serve(outputs, "--reviewer", "Ada")
    visit(first.address).press("a", "a", "r")
    first.end()
    second = serve(outputs, "--reviewer", "Bob", "--blind")
    page = visit(second.address)
    assert not [row for row in page.rows().values() if row["status"] != "candidate"]
    page.press("a", "a", "a")
    assert "Ada and Bob agree on 2 of 3 events (67%" in second.end()
    seen = visit(serve(outputs, "--reviewer", "Cy").address)
    assert [row["why"] for row in seen.rows().values() if "conflicting" in row["why"]]


def test_shares_are_disjoint_and_complete(outputs: Path, serve: Serve, visit: Visit) -> None:
    halves = []
    for share in ("1/2", "2/2"):
        rows = visit(serve(outputs, "--share", share).address).rows()
        halves.append({id for id, row in rows.items() if row["mine"]})
    assert not halves[0] & halves[1]
    assert halves[0] | halves[1] == set(rows)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_one_part_at_a_time(outputs: Path, serve: Serve, visit: Visit, scheme: str) -> None:
    page = visit(serve(outputs).address, size="phone", scheme=scheme)
    for pane in ("agenda", "event", "source", "strip"):
        page.page.locator(f".panes [data-pane={pane}]").click()
        assert page.page.locator(f"#{pane}").is_visible()
        wide, room = page.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide <= room, f"{pane} scrolls sideways"
    page.page.locator(".panes [data-pane=event]").click()
    page.page.locator(".actions .go").click()
    page.until("() => window.review.state.undo !== null")
    assert page.troubles == []


def test_every_format_can_be_had_and_the_folder_written(outputs: Path, serve: Serve, visit: Visit) -> None:
    page = visit(serve(outputs).address)
    page.press("r")
    page.page.locator("#export").click()
    names = page.page.locator(".formats a").all_inner_texts()
    assert {"json", "html", "csv"} <= set(names)
    for name in names:
        if name == "parquet":
            continue  # its library is optional
        with page.page.expect_download() as download:
            page.page.locator(".formats a", has_text=name).filter(has_text=name).first.click()
        assert Path(download.value.path()).stat().st_size > 0, name
    page.page.locator("dialog .go").click()
    page.page.wait_for_selector("dialog", state="detached")
    assert [event.status for event in read_json(outputs / "timeline.json").events].count("rejected") == 1
