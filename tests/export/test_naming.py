"""What sources are called: apart where they are few, by who publishes them where they are many."""

from __future__ import annotations

import pytest

from tests.browser.samples import SAMPLES, Sample, hostile, sixty
from timeline.export import figure, naming, schema

TOWN = "The year's report on the harbour and the town"


def named(*sources: tuple[str, str | None, str]) -> list[str]:
    """The names of sources of (title, publisher, uri)."""
    return list(naming.names_of(_published(*sources)).values())


def _published(*sources: tuple[str, str | None, str]) -> schema.Timeline:
    made = Sample("Named")
    for place, (title, publisher, uri) in enumerate(sources):
        made.source(f"s{place}", title, None, publisher, uri)
    return made.done()


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        ([("Deck falls", "Northwire", "a"), ("A year on", "Gazette", "b")], ["Northwire", "Gazette"]),
        ([("Deck falls", "Northwire", "a"), ("A year on", "Northwire", "b")], ["Deck falls", "A year on"]),
        ([("Deck falls", "Northwire", "a"), ("A year on", None, "b")], ["Northwire", "A year on"]),
        (
            [(f"{TOWN}, part 1", None, "a"), (f"{TOWN}, part 12", None, "b"), ("Flood", None, "c")],
            ["The year's… part 1", "The year's… part 12", "Flood"],
        ),
        ([("Minutes", None, "papers/2018.txt"), ("Minutes", None, "2019.txt")], ["Minutes (2018.txt)", "Minutes (2019.txt)"]),
        ([("Deck falls", None, "a"), ("Deck fails", None, "b")], ["Deck falls", "Deck fails"]),
        ([("  ", None, "notes.txt")], [": a longer title as the paper had it"]),
    ],
)  # fmt: skip
def test_few_sources_are_told_apart(sources: list[tuple[str, str | None, str]], names: list[str]) -> None:
    assert named(*sources) == names


def test_many_sources_go_by_publisher_then_by_host_then_by_title() -> None:
    sources = [
        (f"Report {place}", "Northwire" if place % 2 else None, f"https://www.a.example/{place}") for place in range(9)
    ]
    names = named(*sources, ("A letter", None, "letter.txt"))
    assert names == [*(["a.example", "Northwire"] * 4), "a.example", "A letter"]


@pytest.mark.parametrize(
    ("uri", "host"),
    [
        ("https://www.gazette.example:8080/a", "gazette.example"),
        ("HTTP://Gazette.example", "gazette.example"),
        ("file:///a/b.html", None),
        ("notes.jsonl#7", None),
        ("https://[broken", None),
        ("https://", None),
    ],
)
def test_the_host_of_a_uri(uri: str, host: str | None) -> None:
    assert naming.host(uri) == host


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_names_are_short_and_there_is_one_for_each_source(name: str) -> None:
    published = SAMPLES[name]()
    names = naming.names_of(published)
    assert list(names) == [source.id for source in published.sources]
    assert all(0 < len(text) <= naming.NAME_LENGTH for text in names.values())
    assert set(naming.source_colors(published)) == set(names.values())


def test_other_sources_are_the_last_lane() -> None:
    lanes = figure.figure(sixty()).layout.yaxis.ticktext
    assert len(lanes) == 9 and lanes[-1] == "4 other sources"
    assert figure.figure(hostile()).layout.yaxis.ticktext[-1] == "3 other sources"
