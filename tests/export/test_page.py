"""The page as a file: same bytes every time, nothing from outside, and no text of a document that breaks out."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from tests.browser.samples import HOSTILE_TEXTS, SAMPLES, bridge, crowded, empty, hostile
from timeline.errors import InputError
from timeline.export import island, listing, naming, notes, page, plotlyjs, shown
from timeline.export.page_options import PageOptions


class Reader(HTMLParser):
    """Collects tags, and text by the element it stands in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str | None]] = []
        self.inside: dict[str, str] = {}
        self.at = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.at = dict(attrs).get("id") or tag

    def handle_endtag(self, tag: str) -> None:
        self.at = ""

    def handle_data(self, data: str) -> None:
        self.inside[self.at] = self.inside.get(self.at, "") + data


@pytest.mark.parametrize("name", ["bridge", "hostile", "empty"])
def test_same_timeline_same_bytes(tmp_path: Path, name: str) -> None:
    one = page.write_page(SAMPLES[name](), tmp_path / "one.html")
    two = page.write_page(SAMPLES[name](), tmp_path / "deeper" / "folder with spaces" / "two.html")
    assert one.read_bytes() == two.read_bytes()
    assert b"\r" not in one.read_bytes()


def test_the_page_holds_the_library_and_names_its_hash() -> None:
    read = Reader(page.page(bridge()))
    bundle = gzip.decompress(base64.b64decode(read.inside["bundle"]))
    assert bundle.decode() == plotlyjs.bundle()
    policy = next(
        value
        for tag, name, value in read.attributes
        if tag == "meta" and name == "content" and value and "script-src" in value
    )
    scripts = re.findall(r"<script>(.*?)</script>", page.page(bridge()), re.DOTALL)
    assert len(scripts) == 2, "one before anything is laid out, and the page's own"
    for script in (bundle, *(text.encode() for text in scripts)):
        assert base64.b64encode(hashlib.sha256(script).digest()).decode() in policy
    script_rule = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert "unsafe" not in script_rule and "connect-src 'none'" in policy and "default-src 'none'" in policy


def test_nothing_is_taken_from_outside() -> None:
    read = Reader(page.page(bridge()))
    taken = [(tag, value) for tag, name, value in read.attributes if name in {"src", "srcset", "action", "data"}]
    assert taken == []
    links = {(tag, value.split(":")[0]) for tag, name, value in read.attributes if name == "href" and value}
    assert {tag for tag, _ in links} == {"a"}
    assert not re.search(r"@import|url\(", "".join(read.inside.get(at, "") for at in ("style", "dark")))


def test_the_island_is_the_data_and_cannot_be_broken_out_of() -> None:
    text = page.page(hostile())
    read = Reader(text)
    held = json.loads(read.inside["island"])
    assert [event["title"] for event in held["events"]] == [
        text if text.strip() else "Untitled event" for text in HOSTILE_TEXTS.values()
    ]
    raw = read.inside["island"]
    assert not set("<>&\u2028\u2029") & set(raw)
    assert read.tags["script"] == 5
    assert read.tags["img"] == read.tags["b"] == read.tags["iframe"] == 0
    assert not [name for _, name, _ in read.attributes if name.startswith("on")]
    assert not [
        value for _, name, value in read.attributes if name == "href" and value and value.startswith("javascript")
    ]


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_event_is_in_the_list_in_order(name: str) -> None:
    published = SAMPLES[name]()
    listed = re.findall(r'<li class="event" data-id="([^"]+)"', listing.events(published))
    assert listed == [event.id for event in published.events]


def test_what_is_not_on_the_timeline_is_told_too() -> None:
    text = listing.appendix(bridge(), bridge())
    for words in (
        "Undated",
        "names no year",
        "Set aside",
        "in a teaser",
        "Could not be read",
        "scan-04.pdf",
        "Sources",
    ):
        assert words in text
    assert "Rejected" not in text


def test_a_rejected_event_is_listed_apart() -> None:
    published = bridge()
    one = published.events[3].model_copy(update={"status": "rejected"})
    changed = published.model_copy(update={"events": (*published.events[:3], one, *published.events[4:])})
    assert one.id not in listing.events(changed)
    assert one.id in listing.appendix(changed, changed)
    assert one.id not in {event["id"] for event in island.island(changed)["events"]}


@pytest.mark.parametrize(
    ("quote_span", "date_span", "limit", "marked"),
    [
        ((10, 33), (13, 25), None, "on <mark>7 Oct. 🔥 202</mark>3 &lt;they&gt;"),
        ((10, 33), (9, 20), None, "on 7 Oct. 🔥 2023 &lt;they&gt;"),
        ((10, 33), None, None, "on 7 Oct. 🔥 2023 &lt;they&gt;"),
        (None, (3, 4), None, "on 7 Oct. 🔥 2023 &lt;they&gt;"),
        ((0, 23), (3, 9), 12, "on <mark>7 Oct.</mark> 🔥 …"),
        ((0, 20), (17, 23), 12, "on 7 Oct. 🔥 …"),
        ((0, 23), (12, 16), 8, "…🔥 <mark>2023</mark> &lt;…"),
        ((0, 23), (3, 16), 8, "…n <mark>7 Oct.</mark>…"),
    ],
)
def test_date_words_are_marked_by_code_points(
    quote_span: tuple[int, int] | None, date_span: tuple[int, int] | None, limit: int | None, marked: str
) -> None:
    item = (
        bridge()
        .events[0]
        .evidence[0]
        .model_copy(update={"quote": "on 7 Oct. 🔥 2023 <they>", "quote_span": quote_span, "date_span": date_span})
    )
    assert shown.marked(item, limit=limit) == marked


@pytest.mark.parametrize(
    ("quote", "words", "seen"),
    [
        ("On **7 May 2023** the *deck* fell.", "7 May 2023", ("On ", "7 May 2023", " the deck fell.")),
        ("# The **7 May** call", "7 May", ("The ", "7 May", " call")),
        ("> said on [24 May](https://a.example/b_(c)), “no”", "24 May", ("said on ", "24 May", ", “no”")),
        ("- `x` 3 * 4 and snake_case_name, May 2023", "May 2023", ("x 3 * 4 and snake_case_name, ", "May 2023", "")),
        ("![The deck](deck.png) in May 2023", "May 2023", ("The deck in ", "May 2023", "")),
    ],
)
def test_the_signs_of_markdown_are_not_shown_and_the_quote_stays_as_it_is(
    quote: str, words: str, seen: tuple[str, str, str]
) -> None:
    at = 100 + quote.index(words)
    spans = {"quote_span": (100, 100 + len(quote)), "date_span": (at, at + len(words))}
    item = bridge().events[0].evidence[0].model_copy(update={"quote": quote, **spans})
    assert shown.pieces(item, "text/markdown") == seen
    assert "".join(shown.pieces(item, "text/plain")) == quote


def test_the_largest_sources_have_a_colour_of_their_own() -> None:
    colors = naming.source_colors(hostile())
    assert sorted(colors.values()) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8]
    assert list(naming.source_colors(bridge()).values()) == [0, 1, 2, 3, 4]


def test_every_passage_has_a_note_and_the_list_names_its_number() -> None:
    published = bridge()
    made, numbered = notes.notes(published), notes.numbers(published)
    assert made.count("<li ") == sum(len(event.evidence) for event in published.events)
    deck = next(event for event in published.events if event.conflicts)
    row = listing.events(published).split(f'data-id="{deck.id}"')[1].split("</li>")[0]
    assert [int(number) for number in re.findall(r'href="#n(\d+)"', row)] == list(numbered[deck.id])
    last = made.split(f'id="n{numbered[deck.id][-1]}"')[1].split("</li>")[0]
    assert "evening of <mark>6 October 2023</mark>" in last and "Gives 6 Oct 2023." in last
    assert notes.notes(crowded(1_300)) == "", "too many to print: the list has the first quotes"
    assert 'class="refs"' not in listing.events(crowded(1_300))


def test_of_too_many_events_the_weightiest_are_kept_and_the_others_counted() -> None:
    published = crowded(300)
    kept, rest = island.thinned(published, most=200, kept=50)
    assert len(kept.events) == 50 and rest["total"] == 300
    assert sum(count for _, count in rest["months"]) == 250
    assert list(kept.events) == [event for event in published.events if event in kept.events], "in order of time"
    left = [event for event in published.events if event not in kept.events]
    assert min(event.importance for event in kept.events) >= max(event.importance for event in left)
    assert island.thinned(published, most=300) == (published, {})


@pytest.mark.parametrize(("year", "name"), [(2023, "2023"), (1, "AD 1"), (0, "1 BC"), (-43, "44 BC"), (12024, "12024")])
def test_years_have_their_names(year: int, name: str) -> None:
    assert listing.year_name(year) == name


def bare(fragment: str) -> str:
    return re.sub("<[^>]+>", "", fragment)


def test_the_summary_counts() -> None:
    assert bare(listing.summary(bridge())) == "30 events · 5 sources · 1998 – 2026 · 24 not reviewed · 1 undated"
    assert bare(listing.summary(empty())) == "0 events · 1 source"
    part = bridge().model_copy(update={"left_out": 1200})
    assert bare(listing.summary(part)).endswith("1 undated · 1,200 less important events left out")


def test_the_library_can_lie_beside_the_page_or_in_the_net(tmp_path: Path) -> None:
    beside = page.write_page(bridge(), tmp_path / "timeline.html", PageOptions("directory"))
    assert (tmp_path / "plotly.min.js").read_text(encoding="utf-8") == plotlyjs.bundle()
    assert beside.stat().st_size < 400_000
    fetched = page.page(bridge(), PageOptions("cdn"))
    assert plotlyjs.address() in fetched
    assert "sha256-" in json.loads(Reader(fetched).inside["settings"])["plotly"]["integrity"]
    with pytest.raises(InputError, match="inline, cdn, directory"):
        PageOptions("floppy")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="reader, day, month, iso"):
        PageOptions(dates="roman")  # type: ignore[arg-type]


def test_an_event_costs_little() -> None:
    one, many = len(page.page(crowded(100))), len(page.page(crowded(1_100)))
    assert (many - one) / 1_000 < 1_300


def test_the_scripts_join_into_one_without_losing_a_name() -> None:
    names = [
        name
        for module in page.MODULES
        for name in re.findall(
            r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", _module(module), re.MULTILINE
        )
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    joined = page.script()
    assert not re.search(r"^(?:import|export)\b", joined, re.MULTILINE)


def test_a_module_imports_only_what_comes_before_it_and_what_is_there() -> None:
    for place, module in enumerate(page.MODULES):
        for wanted, source in re.findall(r'^import \{([^}]*)\} from "\./(\w+)\.js";', _module(module), re.MULTILINE):
            assert source in page.MODULES[:place], f"{module} comes before {source}"
            for name in re.split(r"[\s,]+", wanted.strip()):
                assert re.search(
                    rf"^export (?:async )?(?:const|let|function|class) {name}\b", _module(source), re.MULTILINE
                ), name
                assert len(re.findall(rf"\b{name}\b", _module(module))) > 1, f"{module} does not use {name}"


def test_every_part_of_the_page_is_used() -> None:
    there = {entry.name for entry in (files("timeline.export") / "web").iterdir()}
    used = (
        {f"{name}.js" for name in page.MODULES}
        | {f"{name}.css" for name in page.STYLES}
        | {"dark.css", "early.js", "template.html", "words"}
    )
    assert there == used


def _module(name: str) -> str:
    return (files("timeline.export") / "web" / f"{name}.js").read_text(encoding="utf-8")


def test_a_correction_is_told_in_the_list() -> None:
    one = bridge().events[0].model_copy(update={"correction": "An earlier version gave <1997>."})
    text = listing.events(bridge().model_copy(update={"events": (one, *bridge().events[1:])}))
    assert "Corrected:</span> An earlier version gave &lt;1997&gt;." in text
    assert text.count("Corrected:") == 1
