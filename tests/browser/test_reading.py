"""What a reader does with the page: choose, search, narrow, zoom, walk, come back, read in the dark and on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import Opened
from tests.browser.samples import SAMPLES, bridge, sixty
from timeline.export import figure

pytestmark = pytest.mark.xdist_group("browser")

Show = Callable[..., Opened]

DECK = "Bridge deck fails under a freight train"
PANEL = "#panel .panel-body"
PREFIXES = ("Planned: ", "Expected: ", "Denied: ", "Hypothetical: ")


def test_choosing_an_event_shows_its_evidence(show: Show) -> None:
    opened = show("bridge")
    opened.page.locator("li.event", has_text=DECK).locator(".what > a").click()
    panel = opened.page.locator(PANEL)
    told = panel.inner_text()
    assert opened.title() == DECK
    assert panel.locator(".when").inner_text() == "Happened 7 Oct 2023"
    for words in (
        "2023-10-07",
        "97 %",
        "accepted",
        "Sources disagree",
        "6 Oct 2023",
        "Alder Rail",
        "5 passages, 5 sources",
        "to the day",
        "written 8 Oct 2023",
    ):
        assert words in told
    marks = panel.locator("mark").all_inner_texts()
    assert marks == ["October 7, 2023", "7 October", "7 October 2023", "October 7", "6 October 2023"]
    assert "p. 20, line 14" in told
    assert "refers to it in passing" in told.lower()
    assert "attributed to a former inspector" in told
    links = panel.locator("a.open-source").evaluate_all(
        "(all) => all.map((link) => [link.href, link.rel, link.target])"
    )
    assert len(links) == 3, "only the web's own addresses are links"
    assert all(href.startswith("https://") and ":~:text=" in href for href, _, _ in links)
    assert {(rel, target) for _, rel, target in links} == {("noopener noreferrer", "_blank")}
    panel.locator(".why summary").nth(1).click()
    assert panel.locator(".why ol").nth(1).locator("li").all_inner_texts()[0] == "names no year"
    assert opened.page.locator("li.event[aria-current]").get_attribute("data-id") == "e0009"


def test_the_page_opens_where_most_events_are_and_chooses_one_of_them(show: Show) -> None:
    opened = show("sixty")
    start, end = opened.window()
    days = {event.id: figure.days(event.date)[0] or 0 for event in sixty().events}
    assert sum(start <= day < end for day in days.values()) >= 0.85 * len(days)
    chosen = opened.page.locator("li.event[aria-current]").get_attribute("data-id") or ""
    nearest = min(abs(day - (start + end) / 2) for day in days.values())
    assert abs(days[chosen] - (start + end) / 2) <= nearest + 400
    opened.page.keyboard.press("0")
    assert opened.window() == [start, end], "home is where it opened"


def test_the_window_of_the_address_is_not_left_for_a_first_choice(show: Show) -> None:
    opened = show("sixty", address="#x=0200-01-01/0300-01-01")
    start, end = opened.window()
    assert -646_500 < start < end < -609_500
    assert opened.page.locator("li.event[aria-current]").count() == 0


def test_what_is_not_plain_fact_says_so(show: Show) -> None:
    opened = show("bridge")
    said = {
        "A settlement was offered": "Hypothetical",
        "Alder Rail had known": "Denied",
        "The new bridge is to open": "Planned",
        "Foot traffic over": "Expected",
        "Speed limit of 20": "Ongoing",
        "Hearing resumes": "Ambiguous: could also be 10 Nov 2024",
        "The piers were last painted": "approximate",
    }
    for title, words in said.items():
        opened.page.locator("li.event", has_text=title).locator(".what > a").click()
        assert opened.title().startswith(title)
        assert words in opened.page.locator(PANEL).inner_text()


def test_every_shape_of_date_is_drawn(show: Show) -> None:
    opened = show("bridge")
    opened.page.click("#fit")
    opened.page.wait_for_timeout(150)
    drawn = {name: set(opened.marks(name)) for name in ("imprecise", "span", "open", "exact")}
    in_clusters = sum(int(text) for text in opened.marks("cluster", "text"))
    assert sum(map(len, drawn.values())) + in_clusters == 30, "none is hidden"
    events = {event.title: event.id for event in bridge().events}
    assert events["Speed limit of 20 km/h"] in drawn["open"]
    assert events["Bridge closed for emergency welding"] in drawn["span"]
    assert events["The piers were last painted"] in drawn["imprecise"]
    assert events[DECK] in drawn["exact"]
    symbols = dict(
        zip(
            opened.marks("exact"),
            opened.page.evaluate("document.getElementById('chart').data[4].marker.symbol"),
            strict=True,
        )
    )
    assert symbols[events["Final hearing of the inquiry"]] == "triangle-right"
    assert symbols[events["Alder Rail had known of the rust"]] == "circle-x"


def test_a_click_on_a_mark_or_on_its_label_chooses_it(show: Show) -> None:
    opened = show("bridge")
    titles = {event.id: event.title for event in bridge().events}
    for trace, place in (("exact", 5), ("hit", 3), ("imprecise", 0), ("span", 0)):
        opened.click(trace, place)
        assert opened.title() == titles[opened.marks(trace)[place]] or opened.title() in titles.values()
        assert f"e={opened.page.locator('li.event[aria-current]').get_attribute('data-id')}" in opened.page.url


def test_a_cluster_opens_into_its_events(show: Show) -> None:
    opened = show("crowded")
    opened.page.click("#fit")
    opened.page.wait_for_timeout(400)
    before = opened.window()
    counts = [int(text) for text in opened.marks("cluster", "text")]
    opened.click("cluster", counts.index(max(counts)))
    opened.page.wait_for_timeout(400)
    after = opened.window()
    assert after[1] - after[0] < (before[1] - before[0]) / 2
    assert before[0] <= after[0] < after[1] <= before[1] + 30


def test_many_events_of_one_day_can_all_be_reached(show: Show) -> None:
    opened = show("one_day")
    shown = set(opened.marks("exact"))
    (count,) = opened.marks("cluster", "text")
    assert len(shown) + int(count) == 60
    opened.click("cluster", 0)
    names = opened.page.locator("#panel .crowd button").all_inner_texts()
    assert len(names) == int(count)
    opened.page.locator("#panel .crowd button").last.click()
    assert opened.title().startswith("Thing ")
    assert opened.title() in names[-1]


def test_search_narrows_chart_and_list(show: Show) -> None:
    opened = show("bridge")
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("INSPECTOR pier")
    opened.page.wait_for_timeout(250)
    assert opened.listed() == 1
    assert opened.page.locator("#list-count").inner_text() == "1 of 30"
    assert "q=INSPECTOR+pier" in opened.page.url or "q=INSPECTOR%20pier" in opened.page.url
    opened.page.fill("#search", "no such words")
    opened.page.wait_for_timeout(250)
    assert opened.listed() == 0
    assert opened.page.locator("#nothing").is_visible()
    opened.page.locator("#search").press("Escape")
    opened.page.wait_for_timeout(250)
    assert opened.listed() == 30


def test_a_source_can_be_hidden_and_its_events_move_to_who_else_reports_them(show: Show) -> None:
    opened = show("bridge")
    alone = sum({item.source for item in event.evidence} == {"wire"} for event in bridge().events)
    opened.page.get_by_role("button", name="Northwire", exact=True).click()
    assert opened.listed() == 30 - alone
    assert opened.page.locator("li.event", has_text=DECK).is_visible()
    names = opened.page.evaluate("document.getElementById('chart').layout.yaxis.ticktext").__str__()
    assert "Northwire" not in names
    assert "hide=Northwire" in opened.page.url


def test_lanes_can_be_of_other_things(show: Show) -> None:
    opened = show("bridge", address="#lanes=participant")
    assert opened.page.input_value("#lanes") == "participant"
    for lanes, name in {"participant": "Alder Rail", "place": "Alder Bridge", "tag": "collapse", "none": ""}.items():
        opened.page.select_option("#lanes", lanes)
        assert name in opened.page.evaluate("document.getElementById('chart').layout.yaxis.ticktext")[0]
        assert f"lanes={lanes}" in opened.page.url


def test_the_keyboard_walks_zooms_helps_and_closes(show: Show) -> None:
    opened = show("bridge")
    titles = [event.title for event in bridge().events]
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#panel h2").count()
    for key, title in (("j", titles[0]), ("j", titles[1]), ("j", titles[2]), ("k", titles[1])):
        opened.page.keyboard.press(key)
        assert opened.title() == title
    width = opened.window()[1] - opened.window()[0]
    opened.page.keyboard.press("+")
    assert opened.window()[1] - opened.window()[0] < width
    opened.page.keyboard.press("?")
    assert opened.page.locator("#help").is_visible()
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#help").is_visible()
    opened.page.locator("#overview").focus()
    before = opened.window()
    opened.page.keyboard.press("ArrowLeft")
    assert opened.window()[0] < before[0]


def test_the_address_brings_the_same_view_back(show: Show) -> None:
    opened = show("bridge")
    opened.page.locator("li.event", has_text="Former inspector testifies").locator(".what > a").click()
    opened.page.fill("#search", "inspector")
    opened.page.wait_for_timeout(250)
    opened.page.click("#zoom-in")
    window, url = opened.window(), opened.page.url
    again = show("bridge", address="#" + url.split("#")[1])
    assert again.title() == "Former inspector testifies"
    assert again.page.input_value("#search") == "inspector"
    assert again.listed() == opened.listed()
    assert again.window() == pytest.approx(window, abs=1)


def test_an_address_of_nonsense_does_no_harm(show: Show) -> None:
    opened = show("bridge", address="#x=2020-99-99/foo&e=none&lanes=constructor&hide=nobody")
    assert opened.troubles == []
    assert opened.listed() == 30


def test_earlier_events_are_counted_and_reached(show: Show) -> None:
    opened = show("bridge")
    assert opened.page.locator("#earlier").inner_text() == "← 4 earlier"
    opened.page.click("#earlier")
    assert opened.page.locator("#earlier").inner_text() == "← 2 earlier"
    assert "later →" in opened.page.locator("#later").inner_text()


def test_drag_and_wheel_move_the_time_and_labels_are_packed_again(show: Show) -> None:
    opened = show("bridge")
    before, labels = opened.window(), opened.marks("label", "text")
    opened.page.mouse.move(700, 480)
    opened.page.mouse.down()
    opened.page.mouse.move(500, 480, steps=6)
    opened.page.mouse.up()
    opened.page.wait_for_timeout(300)
    moved = opened.window()
    assert moved[0] > before[0]
    assert moved[1] - moved[0] == pytest.approx(before[1] - before[0], rel=0.01)
    opened.page.keyboard.down("Control")
    opened.page.mouse.wheel(0, -600)
    opened.page.keyboard.up("Control")
    opened.page.wait_for_timeout(300)
    assert opened.window()[1] - opened.window()[0] < moved[1] - moved[0]
    assert opened.marks("label", "text") != labels


def test_the_wheel_scrolls_the_page_until_the_chart_is_clicked(show: Show) -> None:
    opened = show("bridge")
    before = opened.window()
    opened.page.mouse.move(620, 500)
    opened.page.mouse.wheel(0, 200)
    opened.page.wait_for_timeout(300)
    assert opened.window() == before
    assert opened.page.evaluate("window.scrollY") > 0


def test_the_overview_moves_the_window(show: Show) -> None:
    opened = show("bridge")
    opened.page.locator("#overview").scroll_into_view_if_needed()
    box = opened.page.locator("#overview").bounding_box()
    assert box is not None
    opened.page.mouse.click(box["x"] + box["width"] * 0.1, box["y"] + 20)
    assert opened.window()[0] < 12_000, "around the year 2000"


def test_labels_do_not_cover_one_another(show: Show) -> None:
    opened = show("crowded")
    boxes = opened.page.locator("#chart .tracelabel text").evaluate_all(
        """(all) => all.map((one) => one.getBoundingClientRect())
            .map((box) => [box.left, box.right, box.top, box.bottom])"""
    )
    assert len(boxes) > 30
    clashes = [
        (one, two)
        for place, one in enumerate(boxes)
        for two in boxes[:place]
        if one[0] < two[1] - 1 and two[0] < one[1] - 1 and one[2] < two[3] - 4 and two[2] < one[3] - 4
    ]
    assert not clashes


@pytest.mark.parametrize(
    ("name", "size"), [("sixty", "wide"), ("sixty", "phone"), ("bridge", "wide"), ("crowded", "wide")]
)
def test_labels_are_whole_or_end_in_an_ellipsis_and_cover_no_dot(show: Show, name: str, size: str) -> None:
    opened = show(name, size=size)
    if size == "phone":
        opened.page.locator("li.event .what > a").nth(30).tap()
    words = [re.sub("<.*?>", "", text) for text in opened.marks("label", "text")]
    titles = {f"{prefix}{event.title}" for event in SAMPLES[name]().events for prefix in ("", *PREFIXES)}
    assert len(words) > 12
    assert [text for text in words if text not in titles and not re.fullmatch(".{10,}…", text)] == []
    box = "(all) => all.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.right, box.top, box.bottom])"
    labels = opened.page.locator("#chart .tracelabel text").evaluate_all(box)
    dots = opened.page.locator("#chart .scatterlayer path.point").evaluate_all(box)
    assert dots and len(labels) == len(words)
    covered = [
        (words[place], dot)
        for place, text in enumerate(labels)
        for dot in dots
        if text[0] < dot[1] - 1 and dot[0] < text[1] - 1 and text[2] + 3 < dot[3] and dot[2] < text[3] - 3
    ]
    assert not covered


@pytest.mark.parametrize("how", ["system", "button"])
def test_the_dark_has_other_colours(show: Show, how: str) -> None:
    light = show("articles")
    dark = show("articles", scheme="dark" if how == "system" else "light")
    if how == "button":
        dark.page.click("#theme")
    ground = "getComputedStyle(document.body).backgroundColor"
    ink = "document.getElementById('chart').layout.font.color"
    assert light.page.evaluate(ground) != dark.page.evaluate(ground)
    assert light.page.evaluate(ink) != dark.page.evaluate(ink)


def test_words_stand_out_from_their_ground(show: Show) -> None:
    opened = show("empty")
    for scheme in ("light", "dark"):
        opened.page.emulate_media(color_scheme=scheme)
        check_contrasts(opened)


def check_contrasts(opened: Opened) -> None:
    colors = opened.page.evaluate(
        """() => Object.fromEntries(["ground", "card", "ink", "muted", "accent", "accent-soft", "mark", "warn",
            "warn-soft", ...Array.from({ length: 9 }, (_, place) => `source-${place}`)].map((name) =>
            [name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()]))"""
    )
    words = [
        ("ink", "ground"),
        ("ink", "card"),
        ("muted", "ground"),
        ("muted", "card"),
        ("accent", "card"),
        ("ink", "mark"),
    ]
    words += [("warn", "warn-soft"), ("accent", "accent-soft"), ("warn", "ground"), ("muted", "accent-soft")]
    for ink, ground in words:
        assert contrast(colors[ink], colors[ground]) >= 4.5, (ink, ground)
    for place in range(9):
        assert contrast(colors[f"source-{place}"], colors["card"]) >= 3, place


def contrast(one: str, two: str) -> float:
    """WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    parts = [int(part, 16) / 255 for part in re.findall("..", color[1:])]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_on_a_phone_the_evidence_is_a_sheet_that_closes(show: Show) -> None:
    opened = show("bridge", size="phone")
    assert not opened.page.locator("#panel").is_visible()
    opened.page.locator("li.event", has_text=DECK).locator(".what > a").tap()
    panel = opened.page.locator("#panel").bounding_box()
    row = opened.page.locator("li.event[aria-current]").bounding_box()
    assert panel is not None and row is not None
    assert panel["width"] == 390 and panel["y"] + panel["height"] == pytest.approx(844, abs=1)
    assert row["y"] < panel["y"], "the chosen row is not behind the sheet"
    opened.page.get_by_role("button", name="Close (Esc)").tap()
    assert not opened.page.locator("#panel").is_visible()


def test_on_a_phone_the_chart_is_tapped_dragged_and_scrolled_past(show: Show) -> None:
    opened = show("bridge", size="phone")
    fingers = opened.page.context.new_cdp_session(opened.page)

    def swipe(across: int, down: int) -> None:
        at = [{"x": 200 + across * step / 8, "y": 600 + down * step / 8} for step in range(9)]
        fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": at[:1]})
        for point in at[1:]:
            fingers.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
            opened.page.wait_for_timeout(20)
        fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        opened.page.wait_for_timeout(200)

    before = opened.window()
    swipe(0, -150)
    assert opened.page.evaluate("window.scrollY") > 60
    assert opened.window() == before
    swipe(-100, 0)
    assert opened.window()[0] > before[0] + 100
    x, y = opened.spot("exact", 0)
    opened.page.touchscreen.tap(x, y)
    opened.page.wait_for_timeout(200)
    names = {event.id: event.title for event in bridge().events}
    assert opened.title() == names[opened.page.locator("li.event[aria-current]").get_attribute("data-id") or ""]
    sheet, mark = opened.page.locator("#panel").bounding_box(), opened.spot("exact", 0)
    assert sheet is not None and mark[1] < sheet["y"]


def test_before_our_era_years_have_their_names(show: Show) -> None:
    opened = show("ancient")
    ticks = opened.page.locator("#chart .xtick").all_text_contents()
    assert any("43 BC" in tick for tick in ticks)
    assert opened.page.locator(".year h3").all_inner_texts() == ["44 BC", "43 BC"]
    assert len(opened.marks("exact")) == 3
    opened.page.click("#zoom-in")
    assert re.search(r"x=-004[34]-\d\d-\d\d/-004[123]-\d\d-\d\d", opened.page.url)


def test_years_of_five_digits_are_drawn(show: Show) -> None:
    opened = show("far")
    assert len(opened.marks("imprecise")) + len(opened.marks("exact")) + len(opened.marks("span")) == 4
    assert "10000 BC" in opened.page.locator(".year h3").first.inner_text()


def test_nothing_to_show_is_said_kindly(show: Show) -> None:
    opened = show("empty")
    assert "No dated events" in opened.page.locator(".empty").inner_text()
    assert not opened.page.locator("#chart-card").is_visible()


def test_the_chart_can_be_saved_as_a_picture(show: Show) -> None:
    opened = show("bridge")
    opened.page.click("#picture")
    with opened.page.expect_download() as waiting:
        opened.page.click("#pictures [data-picture=svg]")
    text = waiting.value.path().read_text(encoding="utf-8")
    assert waiting.value.suggested_filename == "timeline.svg"
    assert text.startswith("<svg") and DECK in text and "The fall of the Alder Bridge" in text
    assert opened.troubles == []


def test_a_printed_page_is_white_and_holds_the_list(show: Show) -> None:
    opened = show("bridge", scheme="dark")
    opened.page.emulate_media(media="print", color_scheme="dark")
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert (
        opened.page.evaluate("getComputedStyle(document.querySelector('li.event .what > a')).color")
        == "rgb(28, 33, 43)"
    )
    assert not opened.page.locator("#search").is_visible()
    assert opened.listed() == 30


def test_every_button_and_field_has_a_name(show: Show) -> None:
    opened = show("bridge")
    unnamed = opened.page.locator("button:visible, input:visible, select:visible, [role=slider]").evaluate_all(
        """(all) => all.filter((one) => !(one.ariaLabel || one.textContent.trim() || one.labels?.length))
            .map((one) => one.outerHTML)"""
    )
    assert unnamed == []
