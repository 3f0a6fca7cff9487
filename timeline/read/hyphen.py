"""The hyphens at lines' ends: made by the line's end alone, or the word's own. In: a document's lines. Out: joins.

A word that the document has elsewhere in one piece, or with its hyphen, is joined alike; else a hyphen between two
small letters is dropped, but for first parts that keep theirs ("mid-", "twenty-").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LAST = re.compile(r"[^\W_]+$")
_FIRST = re.compile(r"[^\W_]+")
_LONGEST = 60
"""Letters of the longest word."""
_KEEPING = re.compile(
    "mid|non|ex|self|well|anti|pre|post|half|quasi|pro|all|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
"""First parts of words that keep their hyphen."""


class Hyphens:
    """What to put between two lines of one paragraph, judged by the words of the whole document."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: Iterable[str] | None = lines
        self._known: frozenset[str] = frozenset()

    def join(self, before: str, after: str, *, cut: bool) -> tuple[str, str]:
        """A line as it stands before the next one of its paragraph, and what to put between: "" , " " or "-".

        `cut`: a hyphen that is not in `before` ended it.
        """
        if not cut and before.endswith("-") and before[-2:-1].isalpha() and after[:1].isalpha():
            before, cut = before[:-1], True
        if not cut:
            return before, " "
        first, second = _LAST.search(before, max(0, len(before) - _LONGEST)), _FIRST.match(after)
        whole = first and second and self._is_one_word(first[0].lower(), second[0].lower(), second[0])
        return before, "" if whole else "-"

    def _is_one_word(self, first: str, second: str, as_written: str) -> bool:
        if self._lines is not None:
            # Why now: most documents cut few words, and many none.
            self._known = frozenset(word for line in self._lines for word in _WORD.findall(line.lower()))
            self._lines = None
        if first + second in self._known:
            return True
        if f"{first}-{second}" in self._known:
            return False
        return first[-1].isalpha() and as_written[0].islower() and not _KEEPING.fullmatch(first)
