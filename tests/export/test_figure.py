"""The figure: what is drawn how, where it stands, and what the page takes of it."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from tests.browser.samples import HOSTILE_TEXTS, SAMPLES, bridge, date, day, empty, far, month, since, span, until, year
from timeline.export import figure, naming, schema
from timeline.model.civil import day_number


@pytest.mark.parametrize(
    ("when", "shape"),
    [
        (day("2023-10-07"), "exact"),
        (month("2023-11"), "imprecise"),
        (year("2000", approximate=True), "imprecise"),
        (span("2023-10-20", "2023-11-15", "20 Oct – 15 Nov 2023"), "span"),
        (span("2023-10-20", "2023-10-20", "20 Oct 2023"), "exact"),
        (since("2022-02", "2022-02-01", "since Feb 2022"), "since"),
        (until("2022-02", "2022-02-28", "until Feb 2022"), "until"),
        (date("2022-02", "2022-03-01", None, "after Feb 2022", mod="AFTER"), "since"),
        (date("-0043-03-15", "-0043-03-15", "-0043-03-15", "15 Mar 44 BC"), "exact"),
        (date("XXXX", None, None, "unknown"), "imprecise"),
    ],
)
def test_a_date_has_one_shape(when: schema.Date, shape: str) -> None:
    assert figure.shape(when) == shape


@pytest.mark.parametrize(
    ("text", "number"),
    [("1970-01-01", 0), ("1969-12-31", -1), ("0001-01-01", -719162), ("0000-12-31", -719163), ("12024-01-01", 3672148)],
)
def test_days_count_from_1970_and_are_inclusive(text: str, number: int) -> None:
    assert figure.days(date(text, text, text, text)) == (number, number)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_event_is_in_the_figure_once(name: str) -> None:
    published = SAMPLES[name]()
    drawn = [
        event for trace in figure.figure(published).data if trace.name != "label" for event in trace.customdata or ()
    ]
    assert sorted(drawn) == sorted(event.id for event in published.events)


def test_a_rejected_event_is_not_drawn() -> None:
    published = bridge()
    one = published.events[0].model_copy(update={"status": "rejected"})
    changed = published.model_copy(update={"events": (one, *published.events[1:])})
    drawn = [event for trace in figure.figure(changed).data for event in trace.customdata or ()]
    assert one.id not in drawn


def test_what_did_not_simply_happen_says_so() -> None:
    chart = figure.figure(bridge())
    traces = {trace.name: trace for trace in chart.data}
    assert {"Denied: Alder Rail had known of the rust", "Planned: The new bridge is to open"} <= set(
        traces["label"].text
    )
    symbols = dict(zip(traces["exact"].customdata, traces["exact"].marker.symbol, strict=True))
    said = {symbols[event.id]: event.factuality for event in bridge().events if event.id in symbols}
    assert said == {"circle": "happened", "triangle-right": "planned", "circle-x": "denied"}
    shapes = dict(zip(traces["imprecise"].customdata, traces["imprecise"].marker.pattern.shape, strict=True))
    assert {name for name, shape in shapes.items() if shape == "."} == {
        event.id for event in bridge().events if event.date.approximate
    }


def test_no_two_bars_of_a_row_overlap() -> None:
    chart = figure.figure(bridge())
    bars = [
        (row, start, start + length)
        for trace in chart.data
        if trace.type == "bar" and trace.name != "hit"
        for row, start, length in zip(trace.y, map(_milliseconds, trace.base), trace.x, strict=True)
    ]
    assert len(bars) > 8
    for one, two in combinations(bars, 2):
        assert one[0] != two[0] or one[2] <= two[1] or two[2] <= one[1]


def _milliseconds(text: str) -> int:
    year_, month_, day_ = (int(part) for part in text[:10].split("-"))
    return (day_number(year_, month_, day_)) * 86_400_000


def test_more_sources_make_a_larger_dot_and_acceptance_fills_it() -> None:
    published = bridge()
    (dots,) = (trace for trace in figure.figure(published).data if trace.name == "exact")
    size = dict(zip(dots.customdata, dots.marker.size, strict=True))
    fill = dict(zip(dots.customdata, dots.marker.color, strict=True))
    edge = dict(zip(dots.customdata, dots.marker.line.color, strict=True))
    events = {event.title: event.id for event in published.events}
    deck, minister = events["Bridge deck fails under a freight train"], events["Minister visits the site"]
    assert size[deck] > size[minister]
    assert fill[deck] == edge[deck]
    assert fill[minister] != edge[minister]


def test_an_axis_of_our_era_is_one_of_dates_and_any_other_one_of_years() -> None:
    ours, others = figure.figure(bridge()).layout.xaxis, figure.figure(far()).layout.xaxis
    assert ours.type == "date"
    assert ours.range[0].startswith("199")
    assert others.type == "linear"
    assert others.range[0] < -9999 and others.range[1] > 12_024


def test_an_empty_timeline_is_still_a_figure() -> None:
    assert json.loads(figure.figure(empty()).to_json())["layout"]["xaxis"]["type"] == "date"


def test_the_frame_holds_looks_and_no_events() -> None:
    frame = figure.frame()
    assert set(frame["traces"]) == {"hit", "imprecise", "span", "open", "exact", "label", "cluster", "echo"}
    assert "Bridge" not in json.dumps(frame)
    assert frame["traces"]["imprecise"]["marker"]["pattern"]["shape"] == "/"
    assert frame["config"]["showSendToCloud"] is False


@pytest.mark.parametrize("name", ["script", "end of script", "link", "quotes"])
def test_hover_text_is_escaped(name: str) -> None:
    published = SAMPLES["hostile"]()
    event = next(event for event in published.events if event.title == HOSTILE_TEXTS[name])
    told = figure.hover(event)
    for tag in ("<b>", "</b>", "<i>", "</i>", "<br>"):
        told = told.replace(tag, "")
    assert "<" not in told and ">" not in told


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("short", "short"),
        ("two\n lines", "two lines"),
        ("the families met in the hall", "the families met in…"),
        ("W" * 30, "W" * 21 + "…"),
    ],
)
def test_long_text_is_cut_at_a_word(text: str, short: str) -> None:
    assert naming.shorten(text, 22) == short


def test_the_bundle_is_the_library_itself() -> None:
    assert figure.bundle_version() in figure.bundle()[:200]
