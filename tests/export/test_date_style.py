"""The order in which a page writes its dates, where its author fixes one."""

from __future__ import annotations

import pytest

from tests.browser.samples import bridge, date, day, month, since, span
from timeline.export import date_style, schema
from timeline.export.page import page
from timeline.export.page_options import PageOptions


@pytest.mark.parametrize(
    ("when", "month_first", "iso"),
    [
        (day("2023-10-07"), "Oct 7, 2023", "2023-10-07"),
        (month("2023-11"), "Nov 2023", "2023-11"),
        (span("2004-05-03", "2004-05-06", "3–6 May 2004"), "May 3–6, 2004", "2004-05-03 – 2004-05-06"),
        (
            span("2023-10-20", "2023-11-15", "20 Oct – 15 Nov 2023"),
            "Oct 20 – Nov 15, 2023",
            "2023-10-20 – 2023-11-15",
        ),
        (
            span("2022-12-20", "2023-01-15", "20 Dec 2022 – 15 Jan 2023"),
            "Dec 20, 2022 – Jan 15, 2023",
            "2022-12-20 – 2023-01-15",
        ),
        (date("XXXX-12-24", None, None, "24 Dec (no year)"), "Dec 24 (no year)", "24 Dec (no year)"),
        (
            date("2023-10-07?", "2023-10-07", "2023-10-07", "perhaps 7 Oct 2023", uncertain=True),
            "perhaps Oct 7, 2023",
            "perhaps 7 Oct 2023",
        ),
        (date("-0043-03-15", "-0043-03-15", "-0043-03-15", "15 Mar 44 BC"), "Mar 15, 44 BC", "-0043-03-15"),
        (date("2024-33", "2024-01-01", "2024-03-31", "Q1 2024", precision="quarter"), "Q1 2024", "Q1 2024"),
        (since("2022-09", "2022-09-01", "from Sep 2022"), "from Sep 2022", "from Sep 2022"),
    ],
)
def test_a_date_in_the_style_of_the_author(when: schema.Date, month_first: str, iso: str) -> None:
    assert date_style.words(when, "month") == month_first
    assert date_style.words(when, "iso") == iso
    assert date_style.words(when, "day") == when.display


def test_all_dates_of_a_page_are_in_that_style() -> None:
    made = date_style.restyled(bridge(), "month")
    deck = next(event for event in made.events if event.conflicts)
    assert (deck.date.display, deck.conflicts[0].date.display) == ("Oct 7, 2023", "Oct 6, 2023")
    assert deck.evidence[-1].date is not None and deck.evidence[-1].date.display == "Oct 6, 2023"
    assert made.sources[0].published is not None and made.sources[0].published.display == "Oct 8, 2023"
    assert date_style.restyled(bridge(), "reader") == bridge() == date_style.restyled(bridge(), "day")
    assert "Oct 7, 2023</span>" in page(bridge(), PageOptions(dates="month"))
