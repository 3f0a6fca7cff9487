"""Acronyms that a text explains: "International Atomic Energy Agency (IAEA)". In: a text. Out: acronym -> its name."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BRACKET = re.compile(r"[ \u00a0]\(([A-Z][A-Z&.]{1,8}s?)\)")
_WORD = re.compile(r"[^\W\d_][\w’'.&-]*")
_REACH = 110
"""Code points before a bracket in which the name stands."""
_SMALL = 3
"""Words of up to so many letters may be left out of an acronym ("of", "the")."""


def acronyms_in(text: str) -> Mapping[str, str]:
    """Each acronym in brackets with the name right before it whose initials it is; the first that explains it holds."""
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        short = match[1].replace(".", "")
        if short in found:
            continue
        start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
        words = list(_WORD.finditer(text, start, match.start()))
        first = _opening(tuple(word[0] for word in words), short)
        if first is not None and words[-1].end() == match.start():
            name = " ".join(text[words[first].start() : match.start()].split())
            found[short] = name.removesuffix("'s").removesuffix("’s")
    return found


def _opening(words: tuple[str, ...], short: str) -> int | None:
    """The word with which the shortest name begins that ends with the last word and has these initials."""
    wanted = short.replace("&", "").rstrip("s").lower()
    for first in range(len(words) - 1, -1, -1):
        if words[first][0].isupper() and words[first][0].lower() == wanted[0] and _spells(words[first:], wanted):
            return first
    return None


def _spells(words: tuple[str, ...], wanted: str) -> bool:
    """Whether the words' initials are the letters; small words in lower case may be passed over."""
    at = 0
    for word in words:
        pieces = [piece for piece in word.split("-") if piece]
        for piece in pieces:
            if at < len(wanted) and piece[0].lower() == wanted[at] and (piece[0].isupper() or len(piece) > _SMALL):
                at += 1
            elif piece[0].isupper() or len(piece) > _SMALL:
                return False
    return at == len(wanted)
