"""Which rules to try at a word. Comes in: rules. Goes out: those that the words of a window leave possible.

A rule is tried where its first word stands, and only if each set of words that it needs has one among those from
there on. The sets are numbered, and the words of a window are the sum of the sets that they are in: asking whether
a rule can fit is one operation on integers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from timeline.grammar.pattern import DIGIT, MANY
from timeline.grammar.rule import Rule

REMEMBERED = 50_000

Matches = Callable[..., re.Match[str] | None]
"""A rule's compiled `match`: takes a text, where to start and where to end."""


class Dispatch:
    """The rules of a language by first word and needed words. Holds a bounded cache; otherwise without state."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        numbers: dict[frozenset[str], int] = {}
        self._needed: dict[str, int] = {}
        """The sets that a needed word is in, as bits."""
        self._sets_of: dict[str, int] = {}
        self._by_first: dict[str, list[tuple[int, Rule]]] = {}
        for rule in rules:
            needed = 0
            for need in rule.pattern.needs:
                bit = numbers.setdefault(need, 1 << len(numbers))
                needed |= bit
                for word in need:
                    self._needed[word] = self._needed.get(word, 0) | bit
            for key in rule.pattern.first:
                self._by_first.setdefault(key, []).append((needed, rule))
        self._numbers = _any_of(self._needed.get(DIGIT * many, 0) for many in range(1, MANY + 1))
        self._asked = {key: _any_of(needed for needed, _ in rules) for key, rules in self._by_first.items()}
        self._known: dict[tuple[str, int], tuple[tuple[Rule, Matches], ...]] = {}

    def words_from(self, keys: Sequence[str]) -> list[int]:
        """For each word of a window, the sets that it and all words after it are in."""
        seen = numbers = 0
        found: list[int] = []
        for key in reversed(keys):
            if key == DIGIT:
                numbers += 1
                key = DIGIT * min(numbers, MANY)  # noqa: PLW2901
            sets = self._sets_of.get(key)
            seen |= self._learnt(key) if sets is None else sets
            found.append(seen)
        found.reverse()
        return found

    def may_begin(self, more: str, keys: set[str]) -> bool:
        """Whether any rule may begin at one of some words, or at `more`, in whatever order they stand."""
        seen = self._numbers
        for key in keys:
            sets = self._sets_of.get(key)
            seen |= self._learnt(key) if sets is None else sets
        return any(key in self._by_first and self.rules(key, seen) for key in (more, *keys))

    def _learnt(self, key: str) -> int:
        """The sets that a word is in, or any that it may be made of: "mondays" has Monday, "midsummer" summer."""
        sets = self._needed.get(key, 0)
        if key.isalpha():
            for word, among in self._needed.items():
                if word in key and (len(word) > 2 or key.startswith(word) or key.endswith(word)):
                    sets |= among
        if len(self._sets_of) >= REMEMBERED:
            self._sets_of.clear()
        self._sets_of[key] = sets
        return sets

    def rules(self, key: str, seen: int) -> tuple[tuple[Rule, Matches], ...]:
        """The rules, in order, that may begin at a word when it and the words after it are in the sets of `seen`."""
        asked = self._asked.get(key)
        if asked is None:
            return ()
        seen &= asked
        found = self._known.get((key, seen))
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            fitting = (rule for needed, rule in self._by_first[key] if needed & seen == needed)
            found = tuple((rule, rule.pattern.compiled.match) for rule in fitting)
            self._known[key, seen] = found
        return found


def _any_of(sets: Iterable[int]) -> int:
    union = 0
    for one in sets:
        union |= one
    return union
