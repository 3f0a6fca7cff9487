"""A quote as a reader sees it: its date words set apart, and without the signs that Markdown is written with.

In: a verbatim quote with its spans in the text, and the media type of that text. Out: three texts, before the date
words, they, and after them, or the same as HTML. The data keep the quote verbatim; only what is shown is cleaned.
"""

from __future__ import annotations

import re
from html import escape

from timeline.export import schema

MARKDOWN = "text/markdown"
SIGNS = (
    re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?=\S))", re.MULTILINE),
    re.compile(r"(?<!\w)(?:\*{1,3}|_{1,3})(?=[^\s*_])|(?<=[^\s*_])(?:\*{1,3}|_{1,3})(?!\w)"),
    re.compile(r"!?\[(?=[^\]\[]*\]\()|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|`+|\\(?=[*_`\[\]#.])"),
)
"""Line beginnings, emphasis, and links, code and escapes: what is left out of what is shown."""

Pieces = tuple[str, str, str]


def pieces(item: schema.Evidence, media_type: str | None = None, limit: int | None = None) -> Pieces:
    """A quote in three: before its date words, they, and after them; `limit` keeps so many code points around them.

    Where no words are marked, all of it is in the first.
    """
    quote = item.quote or ""
    start, end = _within(quote, item.quote_span, item.date_span)
    cuts = _signs(quote) if media_type == MARKDOWN else []
    before, words, after = (_without(quote, cuts, *part) for part in ((0, start), (start, end), (end, len(quote))))
    return _around(before, words, after, limit) if limit is not None else (before, words, after)


def marked(item: schema.Evidence, media_type: str | None = None, limit: int | None = None) -> str:
    """The same as HTML, the date words in `<mark>`."""
    before, words, after = pieces(item, media_type, limit)
    return escape(before) + (f"<mark>{escape(words)}</mark>" if words else "") + escape(after)


def _within(quote: str, quote_span: schema.Span | None, date_span: schema.Span | None) -> tuple[int, int]:
    if quote_span and date_span and quote_span[0] <= date_span[0] < date_span[1] <= quote_span[1]:
        return date_span[0] - quote_span[0], date_span[1] - quote_span[0]
    return len(quote), len(quote)


def _signs(quote: str) -> list[tuple[int, int]]:
    return sorted(found.span() for sign in SIGNS for found in sign.finditer(quote))


def _without(quote: str, cuts: list[tuple[int, int]], start: int, end: int) -> str:
    kept, at = [], start
    for first, last in cuts:
        if last <= at or first >= end:
            continue
        kept.append(quote[at : max(first, at)])
        at = min(max(last, at), end)
    return "".join([*kept, quote[at:end]])


def _around(before: str, words: str, after: str, limit: int) -> Pieces:
    size = len(before) + len(words) + len(after)
    if size <= limit:
        return before, words, after
    if not words:
        return before[:limit] + "…", "", ""
    first = max(0, min(len(before) - limit // 3, size - limit))
    room = limit - (len(before) - first)
    shown = words[:room]
    rest = after[: max(room - len(words), 0)]
    cut = len(words) > len(shown) or len(after) > len(rest)
    return ("…" if first else "") + before[first:], shown, rest + ("…" if cut else "")
