"""What the chart draws: nothing covers anything else, and each kind of date and statement is told apart at a glance."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.samples import bridge
from timeline.export import island

pytestmark = pytest.mark.xdist_group("browser")

Show = Callable[..., Opened]

BOXES = """() => {
    const { xaxis } = document.getElementById("chart")._fullLayout;
    const plot = document.getElementById("chart").getBoundingClientRect().left + xaxis._offset;
    const named = (name, selector) => [...document.querySelectorAll(selector)].map((node) => {
        const box = node.getBoundingClientRect();
        return [name, node.textContent, box.left, box.right, box.top, box.bottom];
    });
    const card = document.getElementById("chart-card").getBoundingClientRect();
    const shown = [
        ...named("label", "#chart .tracelabel text"),
        ...named("mark", "#chart .scatterlayer path.point"),
        // The bars without colour only catch the clicks on labels.
        ...named("bar", "#chart .barlayer .trace:not(:first-child) .point path"),
        ...named("tick", "#chart .xtick text"),
        ...named("lane", "#chart .ytick text, #chart .annotation text"),
        ...named("control", ".chart-bar button:not([hidden]), .chart-bar select, #window"),
        ...named("strip tick", "#overview text"),
    ];
    // A bar that the window cuts is drawn past the edge and clipped there.
    for (const box of shown) {
        if (box[0] === "bar") box.splice(2, 2, Math.max(box[2], plot), Math.min(box[3], plot + xaxis._length));
    }
    return shown.filter(([, , left, right, top, bottom]) =>
        right > left && bottom > top && right > card.left && left < card.right);
}"""

Box = tuple[str, str, float, float, float, float]


def clashes(opened: Opened) -> list[tuple[str, str, str, str]]:
    """Pairs of things on the chart that cover one another by more than their edges."""
    found: list[tuple[str, str, str, str]] = []
    boxes: list[Box] = [tuple(box) for box in opened.page.evaluate(BOXES)]
    card = opened.page.locator("#chart-card").bounding_box()
    assert card is not None and len(boxes) > 3
    ordered = sorted(boxes, key=lambda box: box[2])
    for place, one in enumerate(ordered):
        for two in ordered[place + 1 :]:
            if two[2] >= one[3] - 1:
                break
            if one[4] + 4 < two[5] and two[4] + 4 < one[5] and not allowed(one, two):
                found.append((one[0], one[1][:30], two[0], two[1][:30]))
    outside = [
        box for box in boxes if box[0] != "bar" and (box[2] < card["x"] - 1 or box[3] > card["x"] + card["width"] + 1)
    ]
    return found + [(box[0], box[1][:30], "edge", "of the card") for box in outside if box[0] != "mark"]


def allowed(one: Box, two: Box) -> bool:
    """A label in its own long bar, the sign on a bar, the steps of a bar that fades."""
    kinds = {one[0], two[0]}
    if kinds == {"bar"} or kinds in ({"bar", "label"}, {"bar", "mark"}):
        bar, other = (one, two) if one[0] == "bar" else (two, one)
        return kinds == {"bar"} or (bar[2] - 7 <= other[2] and other[3] <= bar[3] + 9)
    return False


@pytest.mark.parametrize(
    ("name", "size", "address"),
    [
        ("crowded", "wide", ""),
        ("crowded", "phone", "#lanes=none"),
        ("crowded", "wide", "#x=2021-01-01/2021-06-30&paint=status"),
        ("sixty", "phone", ""),
        ("bridge", "wide", "#lanes=publisher"),
        ("bridge", "phone", ""),
        ("one_day", "wide", ""),
        ("far", "wide", ""),
    ],
)
def test_nothing_on_the_chart_covers_anything_else(show: Show, name: str, size: str, address: str) -> None:
    opened = show(name, size=size, address=address)
    assert clashes(opened) == []
    opened.page.click("#zoom-in")
    assert clashes(opened) == [], "after zooming"
    opened.page.click("#fit")
    opened.page.keyboard.press("j")
    assert clashes(opened) == [], "with another event chosen"


def test_what_did_not_simply_happen_has_a_mark_of_its_own(show: Show) -> None:
    opened = show("bridge")
    opened.page.click("#fit")
    look: dict[str, Any] = opened.page.evaluate(
        """() => Object.fromEntries(document.getElementById("chart").data
            .filter((trace) => ["exact", "sign"].includes(trace.name))
            .flatMap((trace) => trace.customdata.map((id, place) => [id, trace.marker.symbol[place]])))"""
    )
    said = {event.id: event.factuality for event in bridge().events}
    symbols = {said[name]: symbol for name, symbol in look.items()}
    assert symbols["planned"] == symbols["expected"] == "triangle-right"
    assert (symbols["denied"], symbols["hypothetical"], symbols["happened"]) == ("circle-x", "diamond", "circle")
    words = [re.sub("<.*?>", "", text) for text in opened.marks("label", "text")]
    assert any(text.startswith("Denied: ") for text in words)
    legend = opened.page.locator("#legend li:visible").all_inner_texts()
    assert {"planned or expected", "hypothetical", "denied", "about this time"} <= set(legend)


def test_what_is_told_as_about_is_dotted_and_has_no_edge(show: Show) -> None:
    opened = show("bridge")
    opened.page.click("#fit")
    ids = opened.marks("imprecise")
    shapes = opened.page.evaluate(
        "document.getElementById('chart').data.find((one) => one.name === 'imprecise').marker.pattern.shape"
    )
    about = {event.id for event in bridge().events if event.date.approximate}
    assert {name for name, shape in zip(ids, shapes, strict=True) if shape == "."} == about
    assert len(about) == 2


def test_colours_can_tell_the_review(show: Show) -> None:
    opened = show("bridge", address="#paint=status")
    colors = dict(
        zip(
            opened.marks("exact"),
            opened.page.evaluate("document.getElementById('chart').data[4].marker.line.color"),
            strict=True,
        )
    )
    status = {event.id: event.status for event in bridge().events}
    selected = opened.page.locator("li.event[aria-current]").get_attribute("data-id")
    told = {
        status[name]: {color for other, color in colors.items() if status[other] == status[name] and other != selected}
        for name in colors
    }
    assert told == {"accepted": {"#228833"}, "candidate": {"#4477aa"}}


def test_with_many_sources_lanes_are_of_publishers(show: Show) -> None:
    opened = show("sixty")
    assert opened.page.input_value("#lanes") == "publisher"
    lanes = opened.page.evaluate("document.getElementById('chart').layout.yaxis.ticktext")
    assert any("Tribune" in lane for lane in lanes) and len(lanes) <= 9
    opened.page.select_option("#lanes", "source")
    lanes = opened.page.evaluate("document.getElementById('chart').layout.yaxis.ticktext")
    assert len(lanes) <= 9 and "others" in lanes[-1]


def test_twenty_events_of_one_day_are_all_named(show: Show) -> None:
    opened = show("twenty")
    assert sorted(opened.marks("label", "text")) == sorted(f"Thing {place} of the day" for place in range(20))
    assert opened.marks("cluster", "text") == []


def test_too_many_events_are_counted_by_month(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(island.thinned, "__defaults__", (500, 200))
    opened = show("thinned")
    assert opened.listed() == 200
    assert "200 weightiest of 600 events" in opened.page.locator(".thinned").inner_text()
    names = opened.page.evaluate("document.getElementById('chart').layout.yaxis.ticktext")
    assert "All others, counted" in re.sub("<br>", " ", names[-1])
    counted = sum(int(text) for text in opened.marks("cluster", "text"))
    assert counted >= 300
    assert opened.troubles == []


def test_pairs_are_all_looked_at() -> None:
    boxes = [("label", "a", 0.0, 10.0, 0.0, 10.0), ("label", "b", 5.0, 15.0, 0.0, 10.0)]
    assert [allowed(one, two) for one, two in combinations(boxes, 2)] == [False]
