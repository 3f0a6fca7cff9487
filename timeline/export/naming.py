"""What the page and the figure call the sources, and which of the names have a colour and a lane of their own.

In: `schema.Timeline`. Out: a name by source id, and a place in the palette by name. Sources of one name share a lane.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise, takewhile
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from timeline.export import schema
from timeline.export.lazy import chosen
from timeline.model.locator import Locator

OWN_COLORS = 8
"""So many names have a lane and a colour of their own; all the others share the last."""

NAME_LENGTH = 60
ALIKE = 18
"""Titles that begin with so many like characters look the same where room is short."""

WORKED_OUT = "text"
"""Where the date of a source is from that none of its places states."""

HEAD_LENGTH = 14
WHERE_LENGTH = 24


def names_of(published: schema.Timeline) -> dict[str, str]:
    """The name of each source, by its id.

    The publisher, where it tells sources apart; else the title, so that one paper's articles do not all look alike.
    With more sources than lanes the publisher or the web host always, so that lanes are of who says so.
    """
    sources = published.sources
    publishers = {source.id: shorten(source.publisher or "", NAME_LENGTH) for source in sources}
    if len(sources) > OWN_COLORS:
        hosts = {source.id: shorten(host(source.uri) or "", NAME_LENGTH) for source in sources}
        groups = {name: publisher or hosts[name] for name, publisher in publishers.items()}
    else:
        shared = Counter(publishers.values())
        few = {name for name, number in shared.items() if number == 1 or number * 2 <= len(sources)}
        groups = {name: publisher if publisher in few else "" for name, publisher in publishers.items()}
    titles = _told_apart(chosen(lambda source: not groups[source.id], sources))
    return {source.id: groups[source.id] or titles[source.id] for source in sources}


def works_of(published: schema.Timeline) -> dict[str, str]:
    """A short title of each source by its id, such that no two look alike."""
    return _told_apart(published.sources)


def house_of(source: schema.Source) -> str | None:
    """Who publishes a source: its publisher, else its web host; None where neither is told."""
    return shorten(source.publisher or host(source.address or source.uri) or "", NAME_LENGTH) or None


def event_names(event: schema.Event, names: dict[str, str]) -> tuple[str, ...]:
    """The names of an event's sources, in order, each once; what was added by hand has none."""
    return tuple(dict.fromkeys(names[item.source] for item in event.evidence if item.source in names))


def source_colors(published: schema.Timeline) -> dict[str, int]:
    """The place in the palette of each source name: the names with most events have their own, the rest share one."""
    names = names_of(published)
    order = list(dict.fromkeys(names.values()))
    counts = Counter(name for event in published.events for name in event_names(event, names))
    largest = set(sorted(order, key=lambda name: (-counts[name], order.index(name)))[:OWN_COLORS])
    kept = [name for name in order if name in largest]
    return {name: kept.index(name) if name in largest else OWN_COLORS for name in order}


def full_title(source: schema.Source) -> str:
    """The source's title on one line; where it has none, its label or its uri."""
    return " ".join(source.title.split()) or " ".join(source.label.split()) or source.uri


def given_label(source: schema.Source) -> str | None:
    """The label that people gave a source ("Ex. 14"); None for one cut from its title or its file's name."""
    label = " ".join(source.label.split())
    cut = label.removesuffix("…").rstrip()
    own = full_title(source).startswith(cut) or PurePosixPath(source.uri).stem == label
    return None if not label or own else label


def dated(source: schema.Source) -> str | None:
    """When a source was published, or written as far as its text tells, and updated, in words."""
    if source.published is None:
        return f"updated {source.updated.display}" if source.updated else None
    told = source.published.display
    if source.published_from == WORKED_OUT:
        told = f"written {told}"
    return f"{told}, updated {source.updated.display}" if source.updated else told


def place(locator: schema.Locator) -> str:
    """Where a quote stands, in words: "p. 3, line 12"."""
    return Locator(**{name: getattr(locator, name) for name in Locator.__slots__}).words


def is_link(uri: str) -> bool:
    """Whether a reader can follow it: only the web's own schemes are made links."""
    return uri.lower().startswith(("https://", "http://"))


def link_of(source: schema.Source) -> str | None:
    """Where a reader can open a source on the web: its uri, else the address that it gives as its own."""
    return next((uri for uri in (source.uri, source.address) if uri and is_link(uri)), None)


def host(uri: str) -> str | None:
    """The web host that a uri names, without its "www."; None for a file."""
    try:
        parts = urlsplit(uri)
        name = parts.hostname if parts.scheme.lower() in {"http", "https"} else None
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters on one line, cut at a word where there is one."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > limit // 2 else cut).rstrip(" ,;:.") + "…"


def _told_apart(sources: Iterable[schema.Source]) -> dict[str, str]:
    """Titles for a short room: cut in the middle where they begin alike, with the place where they are the same."""
    lines = {source.id: _short_title(source) for source in sources}
    alike = _like_beginnings(set(lines.values()))
    names = {name: _without_middle(line, alike[line]) for name, line in lines.items()}
    times = Counter(names.values())
    for source in sources:
        if times[names[source.id]] > 1:
            where = shorten(source.publisher or host(source.uri) or PurePosixPath(source.uri).name, WHERE_LENGTH)
            lead = shorten(names[source.id], NAME_LENGTH - len(where) - 3)
            names[source.id] = f"{lead} ({where})" if where else lead
    return names


def _short_title(source: schema.Source) -> str:
    """The label, unless it was cut: then the title, which may tell more."""
    label = " ".join(source.label.split())
    return label if label and not label.endswith("…") else full_title(source)


def _like_beginnings(lines: set[str]) -> dict[str, int]:
    """How many characters each line has in common with the start of any other: in order, that is a neighbour."""
    longest = dict.fromkeys(lines, 0)
    for one, two in pairwise(sorted(lines)):
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
        longest[one] = max(longest[one], common)
        longest[two] = max(longest[two], common)
    return longest


def _without_middle(line: str, alike: int) -> str:
    """The first words, then from the word before the one in which it differs from others."""
    head = shorten(line, HEAD_LENGTH)
    differs = line.rfind(" ", 0, alike)
    at = max(line.rfind(" ", 0, differs), len(head)) if differs > 0 else 0
    if alike < ALIKE or at <= len(head):
        return shorten(line, NAME_LENGTH)
    return shorten(f"{head} {line[at + 1 :]}", NAME_LENGTH)
