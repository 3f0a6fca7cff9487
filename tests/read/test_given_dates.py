"""What a web page's markup says of its words: `<time datetime>`, and the path of the element that holds them."""

from __future__ import annotations

import pytest
from lxml import html

import timeline
from timeline.model.locator import locate
from timeline.model.text import AnchorKind, Document
from timeline.read import Blob, read_blob

FILLER = "after the flood came over the mill, and the ferry was tied up at the quay for good."
PAGE = """<html><body><nav><a href="/">Home</a></nav><article{}><h1>The weir is shut</h1>
<p class="byline">By Ann Keeper <time datetime="2023-12-28T10:00:00Z">4 days ago</time></p>
<p>The weir was shut on {} {}</p><div><p>The <b>tender</b> sank {}</p></div></article></body></html>"""


def page(date: str, name: str = "") -> str:
    return PAGE.format(name, date, FILLER, FILLER)


def read(text: str) -> Document:
    (found,) = read_blob(Blob("a.html", text.encode()))
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize(
    ("markup", "words", "edtf"),
    [
        ('<time datetime="2023-12-24">last Sunday</time>', "last Sunday", "2023-12-24"),
        ('<time datetime="2023-12-24"> last\n Sunday </time>', "last Sunday", "2023-12-24"),
        ('<time datetime="2023-12-24T08:00+01:00">last Sunday</time>', "last Sunday", "2023-12-24"),
        ('<a href="/x"><time datetime="2023-12">the month before</time></a>', "the month before", "2023-12"),
        ('<time datetime="20231224">24/12</time>', "24/12", "2023-12-24"),
    ],
)
def test_a_time_element_is_taken_as_given(markup: str, words: str, edtf: str) -> None:
    document = read(page(markup))
    assert [document.text[one.span.start : one.span.end] for one in document.given] == ["4 days ago", words]
    built = timeline.build([document])
    (event,) = (event for event in built.events if event.evidence[0].when.mention.text == words)
    assert (event.when.edtf, event.evidence[0].when.anchor.kind) == (edtf, AnchorKind.MARKUP)


@pytest.mark.parametrize(
    "markup", ['<time datetime="PT2H">two hours</time>', "<time>soon</time>", '<time datetime="">x</time>']
)
def test_a_time_element_without_a_date_gives_none(markup: str) -> None:
    assert len(read(page(markup)).given) == 1


def test_words_without_a_date_stay_words() -> None:
    built = timeline.build([read(page('<time datetime="2023-12-24">live</time>'))])
    assert not [event for event in built.events if event.evidence[0].when.mention.text == "live"]


@pytest.mark.parametrize("name", ["", ' id="story"'])
def test_a_passage_has_the_path_of_its_element(name: str) -> None:
    text = page("3 May 2023", name)
    document = read(text)
    at = document.text.index("The tender sank")
    selector = locate(document.places, at, at + 1).selector
    assert selector is not None
    assert selector.startswith("#story" if name else "body")
    (element,) = by_steps(text, selector)
    assert " ".join(element.text_content().split()).startswith("The tender sank")


def by_steps(text: str, selector: str) -> list[html.HtmlElement]:
    """The elements that a path of steps leads to."""
    root = html.fromstring(text)
    here = [root]
    for step in selector.split(" > "):
        if step.startswith("#"):
            here = root.xpath(f"//*[@id='{step[1:]}']")
        else:
            tag, _, number = step.removesuffix(")").partition(":nth-of-type(")
            here = [child for node in here for child in node.xpath(f"./{tag}[{number or 1}]")]
    return here
