"""A text as a reader sees it, where that is not how it is written. In: a text. Out: AsSeen, or None.

Soft hyphens and marks without width inside a word are not seen, ligatures are seen as letters, and a word of time that
a line's end divides ("Decem-" and "ber" below) is seen whole. In a text that was recognised from pictures, dates are
seen through the slips of recognition ("l2 Marcb 2O19").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.extract.slips import Repair, slips
from timeline.grammar.found import Found
from timeline.grammar.pack import LanguagePack

_DIVIDES = ("-\n", "-\r", "\u2010\n", "\u2010\r", "\u00ad\n", "\u00ad\r")
_DIVISION = re.compile(r"(?P<first>[^\W\d_]{2,12})[-\u2010\u00ad](?:\r\n|\r|\n)[ \t]*(?P<last>[^\W\d_]{2,12})")
_LETTERS = {
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "", "\ufffe": "",
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AsSeen:
    """A text to search, and the way back: `cuts` are the places where it and the text as written go apart.

    Each cut is (place in the seen text, place in the text as written) just behind a repair.
    """

    text: str
    repairs: tuple[Repair, ...]
    cuts: tuple[tuple[int, int], ...]

    def back(self, found: Found) -> Found:
        """An expression found in the seen text, at its place in the text as written."""
        start, end = self._start(found.start), self._end(found.end)
        return found._replace(start=start, end=end, parts=tuple(map(self.back, found.parts)))

    def read_as(self, found: Found) -> str | None:
        """The words as repaired, where slips of recognition were."""
        start, end = self._start(found.start), self._end(found.end)
        first = bisect_right(self.repairs, start, key=_end_of)
        last = bisect_left(self.repairs, end, key=_start_of)
        slipped = any(repair.slip for repair in self.repairs[first:last])
        return " ".join(self.text[found.start : found.end].split()) if slipped else None

    def _start(self, at: int) -> int:
        i = bisect_right(self.cuts, at, key=_seen) - 1
        seen, written = self.cuts[i]
        return written + at - seen

    def _end(self, at: int) -> int:
        i = bisect_left(self.cuts, at, key=_seen) - 1
        seen, written = self.cuts[max(0, i)]
        following = self.cuts[i + 1] if 0 <= i + 1 < len(self.cuts) else None
        # Why: what is not seen behind the last letter does not belong to the words.
        return following[1] if following and following[0] == at and self._shows(i + 1) else written + at - seen

    def _shows(self, cut: int) -> bool:
        """Whether the repair in front of a cut is seen."""
        return cut > 0 and bool(self.repairs[cut - 1].text)


def as_seen(text: str, pack: LanguagePack, *, recognised: bool) -> AsSeen | None:
    """The text as a reader sees it; None where that is how it is written, as nearly every text is."""
    repairs = [] if text.isascii() else _unseen(text)
    repairs += _divided(text, pack.divided)
    repairs += slips(text, pack.months, recognised=recognised)
    if not repairs:
        return None
    repairs.sort(key=lambda repair: (repair.start, -repair.end))
    kept: list[Repair] = []
    for repair in repairs:
        if not kept or repair.start >= kept[-1].end:
            kept.append(repair)
    pieces: list[str] = []
    cuts = [(0, 0)]
    at = length = 0
    for repair in kept:
        pieces += (text[at : repair.start], repair.text)
        length += repair.start - at + len(repair.text)
        at = repair.end
        cuts.append((length, at))
    return AsSeen("".join((*pieces, text[at:])), tuple(kept), tuple(cuts))


def _unseen(text: str) -> list[Repair]:
    found: list[Repair] = []
    for letter, shown in _LETTERS.items():
        at = text.find(letter)
        while at >= 0:
            found.append(Repair(at, at + 1, shown))
            at = text.find(letter, at + 1)
    return found


def _divided(text: str, words: frozenset[str]) -> Iterator[Repair]:
    """The hyphens and line ends inside words of time; those of other words may be the words' own."""
    if not any(ending in text for ending in _DIVIDES):
        return
    for found in _DIVISION.finditer(text):
        if (found["first"] + found["last"]).lower() in words:
            yield Repair(found.end("first"), found.start("last"), "")


def _start_of(repair: Repair) -> int:
    return repair.start


def _end_of(repair: Repair) -> int:
    return repair.end


def _seen(cut: tuple[int, int]) -> int:
    return cut[0]
