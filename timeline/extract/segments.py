"""Where a sentence's clauses part. Comes in: words. Goes out: the number of each word's segment.

A segment is a stretch between commas, breaks, subordinators and relatives: near enough to a clause.
"""

from __future__ import annotations

from timeline.extract.word import BORDERS, PREPOSITION, QUOTE, RELATIVE, SUBORDINATOR, THAT, TO, Word


def segments(words: tuple[Word, ...]) -> tuple[int, ...]:
    """The number of each word's segment, ascending."""
    found: list[int] = []
    number = 0
    for index, word in enumerate(words):
        kind = word.kind
        if kind not in _DIVIDERS:
            found.append(number)
            continue
        if kind is not THAT or _opens_clause(words, index):
            number += 1
        found.append(number)
        if kind in BORDERS:
            number += 1
    return tuple(found)


_DIVIDERS = BORDERS | {SUBORDINATOR, RELATIVE, THAT}


def _opens_clause(words: tuple[Word, ...], index: int) -> bool:
    """Whether "that" opens what is said, not a noun ("that attack")."""
    return index > 0 and words[index - 1].kind not in (PREPOSITION, TO, QUOTE)
