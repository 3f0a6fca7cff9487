"""Feeds: each item is a document with its own date, title and address."""

from __future__ import annotations

import pytest

from tests.read.test_read import kinds
from timeline.model.event import Failure
from timeline.model.text import DateOrigin, Document, PartKind
from timeline.read import Blob, read_blob

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Rill Echo</title><link>https://rill.example/</link><language>en-gb</language>
<item><title>Bridge opens</title><link>https://rill.example/b</link><guid isPermaLink="false">g1</guid>
<pubDate>Tue, 3 Mar 2020 23:30:00 -0800</pubDate><dc:creator>Ann Lee</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>The mayor comes tomorrow.</p><ul><li>A ribbon</li><li>A speech</li></ul>]]></content:encoded></item>
<item><title>Tom &amp;amp; Jo</title><description>&lt;p&gt;They met &lt;b&gt;yesterday&lt;/b&gt;.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Log</title>
<entry><title>Lock</title><id>tag:rill.example,2020:1</id><link href="https://rill.example/l"/><author><name>Jo Ray</name></author>
<updated>2020-03-04T10:00:00+01:00</updated><published>2020-03-03T10:00:00+01:00</published><summary>The lock failed yesterday.</summary></entry>
</feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://rill.example/"><title>Log</title></channel>
<item rdf:about="https://rill.example/l"><title>Lock</title><link>https://rill.example/l</link><dc:date>2020-03-03T10:00:00+01:00</dc:date>
<description>The lock failed yesterday.</description></item></rdf:RDF>"""


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml", "feed.txt", "feed.html", "feed"])
def test_the_items_of_a_feed(name: str) -> None:
    first, second = read_blob(Blob(name, RSS.encode()))
    assert isinstance(first, Document) and isinstance(second, Document)
    assert first.text == "Bridge opens\n\nThe mayor comes tomorrow.\n\nA ribbon\nA speech\n"
    assert second.text == "Tom & Jo\n\nThey met yesterday.\n"
    about = first.source
    assert (about.uri, about.key, about.title, about.publisher, about.author, about.language) == (
        "https://rill.example/b", "g1", "Bridge opens", "The Rill Echo", "Ann Lee", "en",
    )  # fmt: skip
    assert [(date.text, date.origin) for date in first.date_candidates] == [("2020-03-03T23:30-08:00", DateOrigin.FEED)]
    assert [(part.kind, first.text[part.span.start : part.span.end]) for part in first.parts] == [
        (PartKind.TITLE, "Bridge opens")
    ]
    assert (second.source.uri, second.source.title, second.date_candidates) == (f"{name}#2", "Tom & Jo", ())


@pytest.mark.parametrize(("feed", "author"), [(ATOM, "Jo Ray"), (RDF, None)])
def test_other_feeds(feed: str, author: str | None) -> None:
    (item,) = read_blob(Blob("a.xml", feed.encode()))
    assert isinstance(item, Document)
    assert item.text == "Lock\n\nThe lock failed yesterday.\n"
    assert (item.source.uri, item.source.publisher, item.source.author) == ("https://rill.example/l", "Log", author)
    assert [date.text for date in item.date_candidates] == ["2020-03-03T10:00:00+01:00"]


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><rss version='2.0'><channel><title>x</title><item><title>&i;</title><description>On 4 May 1951.</description></item></channel></rss>"
)
SECRET = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>A &a; B</title></item></channel></rss>'


@pytest.mark.parametrize(
    ("feed", "codes"),
    [
        (RSS[:740], ["read", "read", "broken-feed"]),
        (RSS.replace("</channel>", "<chan"), ["read", "read", "broken-feed"]),
        ('<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>', ["empty"]),
        (
            '<?xml version="1.0"?><rss version="2.0"><channel><item><link>https://a.example</link></item></channel></rss>',
            ["empty"],
        ),
    ],
)
def test_broken_feeds(feed: str, codes: list[str]) -> None:
    found = list(read_blob(Blob("a.rss", feed.encode())))
    assert [kind for kind, _ in kinds(found)] == codes
    assert all(";" in item.message for item in found if isinstance(item, Failure))


@pytest.mark.parametrize("feed", [LAUGHS, SECRET], ids=["laughs", "entity"])
def test_entities_reach_for_nothing(feed: str) -> None:
    for item in read_blob(Blob("a.rss", feed.encode())):
        if isinstance(item, Document):
            assert "root:" not in item.text
            assert len(item.text) < 10_000
