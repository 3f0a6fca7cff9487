"""Where to look for dates: the windows of a text. Comes in: vocabulary and triggers. Goes out: spans, in order.

One scan (google-re2, linear) finds the longest runs of the rules' own vocabulary around a trigger word
("October", "ago", "1998").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.grammar.linear import compiled

_SHORT = 12
"""Code points in which no sentence ends and another begins with a date."""
LIMIT = 400
"""Code points of a window; a longer run of vocabulary is cut at a blank."""

_CUT = re.compile(r"\s(?=\S*$)")
_SENTENCE_END = re.compile(r"(?:(?<=[a-z]{5}[.;])|(?<=\s[a-z]{4}[.;])|(?<=\d{4}[.;]))\s+(?=[A-Z])")
"""What parts two windows that the vocabulary would make one. Why five small letters: "Sept." and "Thurs." go on."""

NUMERIC_TRIGGERS = (
    r"[12]\d{3}s?",
    r"['\u2019]?\d0['\u2019]?s",
    r"['\u2019]\d\d",
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}",
    r"\d{1,2}/(?:\d{4}|\d{1,2})",
    r"\d{1,2}[:.h]\d\d",
    r"\d{1,4}[ap]m",
    r"\d{4}-\d\d-\d\dT\d\d:\d\d",
    r"\d{1,2}[a-z]{3}\d{4}",
    r"\d{1,3}(?:\.\d)?[a-z]{3,7}",
    r"(?:[12]\d{3}|fy)?[qh][1-4]",
    r"[1-4][qh](?:\d\d|\d{4})?",
    r"fy\d{2,4}",
    r"\b[a-z]{3,4}\d{1,2}",
    r"\d{1,4}(?:bce?|ce|ad)",
    r"[012]\d{3} ?(?:gmt|utc|hours|hrs)",
    r"\d{1,2}(?:st|nd|rd|th)(?: c)?",
    r"\b(?:ad|bc)\d{1,4}",
)
"""Numbers that may tell a date by themselves, in every language."""


class Scanner:
    """Finds the windows of texts."""

    def __init__(self, vocabulary: frozenset[str], triggers: frozenset[str], phrases: frozenset[str]) -> None:
        self._pattern = _compiled(vocabulary, triggers, phrases)

    def windows(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of each window: code points, half-open, none longer than `LIMIT`."""
        data = text.encode("utf-8", "surrogatepass")
        ascii_only = len(data) == len(text)
        seen_bytes = seen = 0
        for match in self._pattern.finditer(data):
            start, end = match.span()
            if not ascii_only:
                seen += len(data[seen_bytes:start].decode("utf-8", "surrogatepass"))
                width = len(data[start:end].decode("utf-8", "surrogatepass"))
                seen_bytes, start = end, seen
                seen = end = start + width
            if end - start < _SHORT:
                yield start, end
                continue
            for first, last in _sentences(text, start, end):
                yield from _within_limit(text, first, last)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of vocabulary, parted where a sentence plainly ends: what is read again and again is short."""
    for border in _SENTENCE_END.finditer(text, start, end):
        yield start, border.start()
        start = border.end()
    yield start, end


def _within_limit(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LIMIT:
        cut = _CUT.search(text, start, start + LIMIT)
        border = cut.start() if cut and cut.start() > start else start + LIMIT
        yield start, border
        start = border
    yield start, end


def _compiled(vocabulary: frozenset[str], triggers: frozenset[str], phrases: frozenset[str]) -> re.Pattern[bytes]:
    """The window pattern: vocabulary, a trigger or phrase, vocabulary."""
    blank = r"[ \t\r\f\v\x{a0}\x{2009}\x{202f}]"
    marks = rf"(?:{blank}|[-,./:&'\x{{2019}}\x{{2010}}-\x{{2015}}()?~\[\]+\x{{ba}}\x{{b0}}])"
    separator = rf"(?:{marks}{{1,4}}(?:\n{blank}{{0,8}})?|\n{blank}{{0,8}})"
    word = rf"(?:{_alternation(vocabulary)}|\b(?:fy|[qhw])?\d+[a-z]{{0,8}}\d*\b)"
    numbers = "|".join(NUMERIC_TRIGGERS)
    whole = f"{_phrases(phrases)}|" if phrases else ""
    trigger = rf"(?:{whole}{_alternation(triggers)}|(?:{numbers})\b)".replace(r"\u2019", "\u2019")
    return compiled(rf"(?i)(?:{word}{separator})*{trigger}(?:{separator}{word})*")


def _phrases(surfaces: frozenset[str]) -> str:
    """Surfaces longest first, over any white space but blank lines, with any apostrophe and hyphen."""
    written = {" ": r"[\s\x{a0}]{1,3}", "'": "['\u2019]", "-": "[-\u2010\u2011]"}
    ordered = sorted(surfaces, key=lambda surface: (-len(surface), surface))
    spelled = ("".join(written.get(mark, re.escape(mark)) for mark in surface) for surface in ordered)
    return "|".join(rf"\b{surface}" if surface[0].isascii() else surface for surface in spelled)


def _alternation(words: frozenset[str]) -> str:
    r"""Words longest first. Why: `\b` is ASCII-only in RE2, so it stands only where a word ends in ASCII."""
    ordered = sorted((word for word in words if word.isalpha()), key=lambda word: (-len(word), word))
    return "|".join(rf"\b{word}\b" if word.isascii() else word for word in ordered)
