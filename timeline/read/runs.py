"""A paragraph put together from pieces, its white space folded at last. In: pieces, places, dates. Out: Paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from timeline.model.locator import Locator
from timeline.model.text import PartKind
from timeline.read.paragraphs import Paragraph

_WORD = re.compile(r"\S+")


class Runs:
    """The paragraph that a walk through a document is in."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._pieces: list[str] = []
        self._at = 0
        self._places: list[tuple[int, Locator]] = []
        self._given: list[tuple[int, int, str]] = []

    @property
    def at(self) -> int:
        """Where the next piece will start: for `give`."""
        return self._at

    @property
    def blank(self) -> bool:
        """Whether nothing that can be seen has been said."""
        return not any(piece.strip() for piece in self._pieces)

    def say(self, text: str | None) -> None:
        """Takes up some text."""
        if text:
            self._pieces.append(text)
            self._at += len(text)

    def stand(self, locator: Locator) -> None:
        """What follows stands there."""
        self._places.append((self._at, locator))

    def give(self, start: int, edtf: str | None) -> None:
        """What was said from `start` on is this date, as the markup gives it."""
        if edtf:
            self._given.append((start, self._at, edtf))

    def paragraph(self, hint: PartKind | None = None, *, final: bool = False, close: bool = False) -> Paragraph | None:
        """What was said as one paragraph, and a new start; None where nothing can be seen."""
        raw = "".join(self._pieces)
        words = [match.span() for match in _WORD.finditer(raw)]
        folded = [0]
        for start, end in words:
            folded.append(folded[-1] + end - start + 1)
        ends = [end for _, end in words]
        starts = [start for start, _ in words]

        def first(at: int) -> int:
            """Where what starts at `at`, or after the white space there, starts in the folded text."""
            i = bisect_right(ends, at)
            return folded[i] + max(0, at - starts[i]) if i < len(words) else max(0, folded[-1] - 1)

        def last(at: int) -> int:
            i = bisect_left(starts, at) - 1
            return folded[i] + min(at, ends[i]) - starts[i] if i >= 0 else 0

        places = tuple((first(at), locator) for at, locator in self._places)
        given = tuple((first(start), last(end), edtf) for start, end, edtf in self._given)
        self._start()
        text = " ".join(raw[start:end] for start, end in words)
        return Paragraph(text, hint, final, places, given, close) if words else None
