"""Invented web pages in twelve layouts, each with other stories around its article: what they are, and what they should give.

A layout is a function of a story and a day; the same story goes into all of them. Plain data and strings, no network.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

SITE = "The Tarn Herald"
HOST = "https://tarn.example"


@dataclass(frozen=True)
class Story:
    """An article's words."""

    title: str
    slug: str
    body: tuple[str, ...]
    author: str = "Una Price"


@dataclass(frozen=True)
class Made:
    """A page and what a reader should make of it; `day` None where it states none."""

    layout: str
    html: str
    title: str
    day: str | None
    body: tuple[str, ...]
    teasers: tuple[str, ...]
    updated: str | None = None


STORIES = (
    Story(
        "Lock gates fail at Tarn Bridge",
        "lock-gates-fail",
        (
            "The lock gates at Tarn Bridge failed on Friday and sent a wave of brown water into the lower town, the council said.",
            "Nobody drowned, but eleven barges broke loose and one of them came to rest in the bakery on Mill Street.",
            "Engineers had warned of the gates for years. A report of October 2014 called the hinges worn and asked the board to close the lock.",
            "The chairman of the canal board is to speak to the town on Tuesday. He promised new hinges before the autumn.",
        ),
    ),
    Story(
        "Council votes to sell the old observatory",
        "observatory-sale",
        (
            "The council voted last night to sell the old observatory on Kite Hill, which has stood empty since 2009.",
            "Nine members were for the sale and four against it. The mayor did not vote, and left the room before the count.",
            "Three buyers have asked for the keys. One of them, a maker of telescopes, wants to open the dome to schools next spring.",
            "The building was given to the town in 1931 by a widow who asked that it never be closed on a clear night.",
        ),
        "Ned Rowe",
    ),
    Story(
        "Ferry to the islands runs again after eight weeks",
        "ferry-runs-again",
        (
            "The ferry to the Outer Skerries sailed again this morning after eight weeks in dock, with forty passengers and a piano aboard.",
            "Its engine had failed in January, an hour out of port, and the lifeboat towed it home through the night.",
            "Islanders had lived on what the fishing boats brought. The shop on Grey Skerry sold its last flour on 2 March.",
            "The company said that a second ferry would be ordered this year and would sail from May 2019.",
        ),
        "Ida Krantz",
    ),
)
TEASERS = (
    ("Swan census finds fewer birds", "Volunteers counted 212 swans on 4 June 2012, forty fewer than the year before."),
    (
        "Postmaster retires after 41 years",
        "He handed over the keys of the post office in May and went fishing the next day.",
    ),
    ("Hat maker sells the last bowler", "Mr Abel Finch sold it on 2 July 2011 to a man who would not give his name."),
)

Day = datetime.date


def pages() -> tuple[Made, ...]:
    """Every layout with every story, on days that differ."""
    start = Day(2018, 3, 12)
    return tuple(
        layout(story, start + datetime.timedelta(days=97 * number + 3 * index))
        for index, layout in enumerate(LAYOUTS)
        for number, story in enumerate(STORIES)
    )


def _long(day: Day) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _american(day: Day) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _paragraphs(story: Story) -> str:
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in story.body)


def _cards(tag: str = "div", names: str = "related-stories") -> str:
    cards = "".join(
        f'<li class="card"><a href="/s/{i}"><h3>{title}</h3></a><p>{line}</p><time datetime="2012-06-0{i + 1}">{i + 1} June 2012</time></li>'
        for i, (title, line) in enumerate(TEASERS)
    )
    return f'<{tag} class="{names}"><h2>More stories</h2><ul>{cards}</ul></{tag}>'


_WORDS = tuple(words for teaser in TEASERS for words in teaser)
_MENU = '<header><a href="#main">Skip to main content</a><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>'
_FOOTER = f'<footer><p>© 2024 {SITE}. All rights reserved.</p><ul><li><a href="/about">About us</a></li><li><a href="/privacy">Privacy policy</a></li></ul></footer>'


def _page(head: str, body: str, title: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


def _made(layout: str, html: str, story: Story, day: Day | None, updated: Day | None = None, body: int = 4) -> Made:
    return Made(
        layout,
        html,
        story.title,
        day.isoformat() if day else None,
        story.body[:body],
        _WORDS,
        updated.isoformat() if updated else None,
    )


def news(story: Story, day: Day) -> Made:
    """JSON-LD for the article and for a list of others, a byline, cards beside and below."""
    article = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title,
        "datePublished": f"{day}T06:30:00+01:00", "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": SITE},
    }  # fmt: skip
    others = {"@type": "ItemList", "itemListElement": [
        {"@type": "NewsArticle", "headline": title, "datePublished": "2012-06-04"} for title, _ in TEASERS
    ]}  # fmt: skip
    head = "".join(f'<script type="application/ld+json">{json.dumps(data)}</script>' for data in (others, article))
    body = (
        f"{_MENU}<main id='main'><article><h1>{story.title}</h1><p class='byline'>By {story.author} | {_long(day)}</p>"
        f"<figure><img src='a.jpg'><figcaption>The town in May 2010. Photograph: Ola Berg</figcaption></figure>{_paragraphs(story)}</article>"
        f"{_cards('aside')}</main>{_FOOTER}"
    )
    return _made("news", _page(head, body, f"{story.title} | {SITE}"), story, day)


def blog(story: Story, day: Day) -> Made:
    """A blog engine's post: the date in its address and its entry line, recent posts in a sidebar."""
    recent = "".join(
        f'<li><a href="/2012/06/s">{title}</a> <span class="post-date">June {4 + i}, 2012</span></li>'
        for i, (title, _) in enumerate(TEASERS)
    )
    excerpts = "".join(
        f"<div class='hentry'><h2 class='entry-title'><a href='/x'>{title}</a></h2><p>{line} <a href='/x'>Continue reading →</a></p></div>"
        for title, line in TEASERS
    )
    body = (
        f"<div id='page'><div id='header'><a href='/'>Una writes</a></div><div id='content'><div class='post hentry'><h1 class='entry-title'>{story.title}</h1>"
        f"<div class='entry-meta'>Posted on <time class='entry-date published' datetime='{day}T10:00:00+00:00'>{_american(day)}</time> by {story.author}</div>"
        f"<div class='entry-content'>{_paragraphs(story)}</div><div class='sharedaddy sd-sharing'>Share this: <a>Twitter</a> <a>Facebook</a></div></div>"
        f"<div class='related-posts'><h3>You may also like</h3>{excerpts}</div></div><div id='sidebar'><div class='widget widget_recent_entries'><h3>Recent Posts</h3><ul>{recent}</ul></div></div></div>"
    )
    head = f"<link rel='canonical' href='{HOST}/{day:%Y/%m/%d}/{story.slug}/'>"
    return _made("blog", _page(head, body, f"{story.title} – Una writes"), story, day)


def wiki(story: Story, day: Day) -> Made:
    """An encyclopedia's page: no date but that of its last change, at its foot."""
    links = "".join(f"<li><a href='/wiki/{i}'>{title}</a></li>" for i, (title, _) in enumerate(TEASERS))
    body = (
        f"<div id='mw-page-base'></div><div id='content' class='mw-body'><h1 id='firstHeading'>{story.title}</h1><div id='bodyContent'><div class='mw-parser-output'>"
        f"{_paragraphs(story)}</div></div></div><div id='mw-navigation'><div class='portal'><h3>Featured content</h3><ul>{links}</ul></div></div>"
        f"<div id='footer'><ul id='footer-info'><li id='footer-info-lastmod'>This page was last edited on {_long(day)}, at 10:15.</li></ul></div>"
    )
    made = _made("wiki", _page("", body, f"{story.title} - Tarnpedia"), story, day, day)
    return replace(made, teasers=tuple(title for title, _ in TEASERS))


def gov(story: Story, day: Day) -> Made:
    """An office's page: Dublin Core, published and last updated in a list of terms, related content."""
    updated = day + datetime.timedelta(days=40)
    head = f"<meta name='DCTERMS.issued' content='{day}'><meta name='DCTERMS.modified' content='{updated}'><meta name='DC.title' content='{story.title}'>"
    links = "".join(f"<li><a href='/g/{i}'>{title}</a><p>{line}</p></li>" for i, (title, line) in enumerate(TEASERS))
    body = (
        f"{_MENU}<main role='main'><h1>{story.title}</h1><dl class='metadata'><dt>From:</dt><dd>Canal Office</dd><dt>Published:</dt><dd>{_long(day)}</dd><dt>Last updated:</dt><dd>{_long(updated)}</dd></dl>"
        f"<div class='govspeak'>{_paragraphs(story)}</div><aside class='related-content' role='complementary'><h2>Related content</h2><ul>{links}</ul></aside></main>{_FOOTER}"
    )
    return _made("gov", _page(head, body, f"{story.title} - Canal Office"), story, day, updated)


def forum(story: Story, day: Day) -> Made:
    """A thread: the first post is the story, replies follow under their own dates, other threads at the foot."""
    reply = day + datetime.timedelta(days=2)
    threads = "".join(
        f"<li><a href='/t/{i}'>{title}</a> <span class='last-post'>4 June 2012</span></li>"
        for i, (title, _) in enumerate(TEASERS)
    )
    body = (
        f"<div class='navbar'>Forum &gt; Town</div><h1 class='thread-title'>{story.title}</h1><div class='post' id='p1'><div class='post-head'><span class='author'>una</span> "
        f"<time class='post-date' datetime='{day}T09:12:00+00:00'>{_long(day)}, 09:12</time></div><div class='message'>{_paragraphs(story)}</div></div>"
        f"<div class='post' id='p2'><div class='post-head'><span class='author'>ned</span> <time class='post-date' datetime='{reply}T20:40:00+00:00'>{_long(reply)}, 20:40</time></div>"
        f"<div class='message'><p>I was there yesterday and can say that all of this is true, down to the last word of it.</p></div></div>"
        f"<div class='similar-threads'><h3>Similar threads</h3><ul>{threads}</ul></div>"
    )
    made = _made("forum", _page("", body, f"{story.title} | Tarn Forum"), story, day)
    return replace(made, teasers=tuple(title for title, _ in TEASERS))


def amp(story: Story, day: Day) -> Made:
    """The page for telephones: custom elements, JSON-LD alone states the day."""
    article = {
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{day}T05:00:00Z",
        "dateModified": f"{day}T05:30:00Z",
    }
    cards = "".join(
        f"<a class='recommended-card' href='/r'><h3>{title}</h3><span>{line}</span></a>" for title, line in TEASERS
    )
    body = (
        f"<amp-sidebar id='menu'><ul><li>News</li><li>Sport</li></ul></amp-sidebar><article class='amp-wp-article'><header><h1>{story.title}</h1><div class='amp-wp-byline'>{story.author}</div></header>"
        f"<amp-img src='a.jpg'></amp-img>{_paragraphs(story)}<amp-ad type='x'></amp-ad></article><section class='recommended'><h2>Recommended</h2>{cards}</section>"
    )
    head = f"<link rel='canonical' href='{HOST}/{story.slug}'><script type='application/ld+json'>{json.dumps(article)}</script>"
    html = _page(head, body, story.title).replace("<html ", "<html ⚡ ")
    return _made("AMP", html, story, day)


def print_(story: Story, day: Day) -> Made:
    """The version to be printed: hardly any markup, the date under the title, where it came from at the end."""
    lines = "<br><br>".join(story.body)
    others = "".join(f"{title}<br>" for title, _ in TEASERS)
    body = (
        f"<table width='600'><tr><td><b>{SITE}</b><hr><font size='5'><h1>{story.title}</h1></font><font size='2'>{_american(day)}</font><br>By {story.author}<br><br>"
        f"{lines}<br><br><hr><b>Read next</b><br>{others}<hr><font size='1'>Printed from {HOST}/{story.slug}</font></td></tr></table>"
    )
    made = _made("print", _page("", body, f"{SITE} - print version"), story, day)
    return replace(made, teasers=tuple(title for title, _ in TEASERS))


def live_blog(story: Story, day: Day) -> Made:
    """A live page: entries under their own times, the newest first."""
    article = {"@type": "LiveBlogPosting", "headline": story.title, "datePublished": f"{day}T06:00:00Z", "dateModified": f"{day}T21:00:00Z",
               "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "x", "datePublished": f"{day}T08:00:00Z"}]}  # fmt: skip
    entries = "".join(
        f"<div class='live-entry' id='e{i}'><time class='entry-time' datetime='{day}T{20 - 3 * i:02d}:15:00Z'>{20 - 3 * i:02d}:15</time><p>{paragraph}</p></div>"
        for i, paragraph in enumerate(story.body)
    )
    head = f"<script type='application/ld+json'>{json.dumps(article)}</script>"
    body = f"{_MENU}<main><article><h1>{story.title}</h1><div class='live-entries'>{entries}</div></article>{_cards('section', 'more-stories')}</main>{_FOOTER}"
    return _made("live blog", _page(head, body, f"{story.title}: live"), story, day)


def newsletter(story: Story, day: Day) -> Made:
    """A letter that was sent by mail, kept as a page: tables, the issue's date on top, other pieces below."""
    rows = "".join(f"<tr><td><p>{paragraph}</p></td></tr>" for paragraph in story.body)
    pieces = "".join(
        f"<tr><td class='promo'><h3>{title}</h3><p>{line} <a href='/x'>Read more</a></p></td></tr>"
        for title, line in TEASERS
    )
    body = (
        f"<table class='wrapper'><tr><td class='preheader'>View this email in your browser</td></tr><tr><td><p class='issue-date'>{day:%A}, {_american(day)}</p></td></tr>"
        f"<tr><td><h1>{story.title}</h1></td></tr>{rows}<tr><td><h2>More stories</h2></td></tr>{pieces}<tr><td class='footer'><p>You are receiving this email because you signed up. <a>Unsubscribe</a></p></td></tr></table>"
    )
    return _made("newsletter", _page("", body, "Tarn Letter"), story, day)


def live_updated(story: Story, day: Day) -> Made:
    """A report that is changed all day: published and updated, both shown and in the metadata."""
    updated = day + datetime.timedelta(days=3)
    head = f"<meta property='article:published_time' content='{day}T06:00:00+00:00'><meta property='article:modified_time' content='{updated}T18:00:00+00:00'>"
    body = (
        f"{_MENU}<main><article><h1>{story.title}</h1><div class='article-meta'><span>Published {_long(day)}</span> <span>Updated {_long(updated)}</span></div>"
        f"{_paragraphs(story)}<p class='correction'><em>This article was amended on {_long(updated)} to correct a name.</em></p></article>{_cards('div', 'most-read')}</main>{_FOOTER}"
    )
    return _made("liveupdated", _page(head, body, f"{story.title} | {SITE}"), story, day, updated)


def paywalled(story: Story, day: Day) -> Made:
    """The first two paragraphs, then a call to subscribe."""
    head = f"<meta property='og:title' content='{story.title}'><meta name='date' content='{day}'>"
    body = (
        f"{_MENU}<main><article><h1>{story.title}</h1><p class='standfirst'>By {story.author}</p>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in story.body[:2])
        + f"<div class='paywall-prompt'><h2>Subscribe to read on</h2><p>You have read your last free article of this month. Subscribe now for 1 a week until 31 December 2012.</p></div></article>{_cards('div', 'popular')}</main>{_FOOTER}"
    )
    return _made("paywalled stub", _page(head, body, f"{story.title} | {SITE}"), story, day, body=2)


def archive_copy(story: Story, day: Day) -> Made:
    """A page kept by a web archive: its bar, and addresses that lead with the day it was kept."""
    kept = day + datetime.timedelta(days=900)
    links = "".join(
        f"<li><a href='/web/{kept:%Y%m%d}101112/{HOST}/s/{i}'>{title}</a></li>" for i, (title, _) in enumerate(TEASERS)
    )
    body = (
        f"<div id='wm-ipp-base'><div id='wm-ipp'>Captured 17 times between {kept:%d %b %Y} and 4 Jun 2022</div></div>{_MENU}<main><article><h1>{story.title}</h1>"
        f"<p class='byline'>By {story.author}, {_american(day)}</p>{_paragraphs(story)}</article><div class='trending'><h2>Trending</h2><ul>{links}</ul></div></main>"
        f"<!-- FILE ARCHIVED ON 10:11:12 {kept:%b %d, %Y} -->"
    )
    head = f"<link rel='canonical' href='https://archive.example/web/{kept:%Y%m%d}101112/{HOST}/{story.slug}'>"
    made = _made("archive copy", _page(head, body, f"{story.title} | {SITE}"), story, day)
    return replace(made, teasers=tuple(title for title, _ in TEASERS))


LAYOUTS: tuple[Callable[[Story, Day], Made], ...] = (
    news, blog, wiki, gov, forum, amp, print_, live_blog, newsletter, live_updated, paywalled, archive_copy,
)  # fmt: skip


def bare(made: Made) -> Made:
    """The same page as a builder of sites may write it: no telling names, no telling elements."""
    html = re.sub(r""" (?:class|id|role)=(?:'[^']*'|"[^"]*")""", "", made.html)
    html = re.sub(r"<(/?)(?:aside|nav|footer|header|section|main|article|figure|figcaption)\b", r"<\1div", html)
    return replace(made, html=html, layout=f"{made.layout}, bare")
