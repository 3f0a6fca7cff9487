"""A timeline in a notebook: its page, its frame, its figure."""

from __future__ import annotations

import sys
from html import unescape
from types import SimpleNamespace
from typing import Any

import pytest

import timeline
from tests.browser.samples import bridge, empty
from timeline.errors import InputError
from timeline.export import notebook

ONE = "The bridge fell on 7 October 2023. It had been closed in May 2022."


@pytest.fixture
def built(tmp_path: Any) -> Any:
    path = tmp_path / "one.txt"
    path.write_text(ONE, encoding="utf-8")
    return timeline.build(timeline.read(path))


def test_what_is_built_shows_itself_as_its_page(built: Any) -> None:
    html = built._repr_html_()
    assert html.startswith('<iframe title="Timeline"') and 'sandbox="allow-scripts ' in html
    page = unescape(html.split('srcdoc="')[1].rsplit('"', 1)[0])
    assert page.startswith("<!doctype html>") and "7 Oct 2023" in page and "connect-src &#x27;none" in page
    assert "allow-same-origin" not in html


def test_a_frame_has_a_row_for_each_event(built: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    made = SimpleNamespace(DataFrame=lambda rows, columns: (rows, columns))
    monkeypatch.setitem(sys.modules, "pandas", made)
    rows, columns = built.to_frame()
    assert [(row["start"], row["end"], row["precision"]) for row in rows] == [
        ("2022-05-01", "2022-05-31", "month"),
        ("2023-10-07", "2023-10-07", "day"),
    ]
    assert columns[:3] == ["id", "title", "date"] and rows[1]["quote"] == "The bridge fell on 7 October 2023."
    assert notebook.frame(empty()) == ([], ["id", "title", "date", "start", "end"])
    (deck,) = (row for row in notebook.records(bridge()) if row["passages"] == 5)
    assert deck["sources"][:2] == ("Northwire", "Inquiry: interim report")


def test_without_pandas_it_is_said_what_to_install(built: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match="pip install pandas"):
        built.to_frame()


def test_the_figure_of_a_timeline(built: Any) -> None:
    assert timeline.figure(built).to_plotly_json() == timeline.figure(timeline.publish(built)).to_plotly_json()
    assert type(timeline.figure(built)).__name__ == "Figure"
