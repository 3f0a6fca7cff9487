"""Which rules to try at a word. Comes in: rules. Goes out: those that the words of a window leave possible.

A rule is tried where its first word stands, and only if each set of words that it needs has one among those from
there on. The sets are numbered, and the words of a window are the sum of the sets that they are in: asking whether
a rule can fit is one operation on integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.grammar.rule import Rule

REMEMBERED = 50_000


class Dispatch:
    """The rules of a language by first word and needed words. Holds a bounded cache; otherwise without state."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        numbers: dict[frozenset[str], int] = {}
        self._sets_of: dict[str, int] = {}
        """The sets that a word is in, as bits."""
        self._by_first: dict[str, list[tuple[int, Rule]]] = {}
        for rule in rules:
            needed = 0
            for need in rule.pattern.needs:
                bit = numbers.setdefault(need, 1 << len(numbers))
                needed |= bit
                for word in need:
                    self._sets_of[word] = self._sets_of.get(word, 0) | bit
            for key in rule.pattern.first:
                self._by_first.setdefault(key, []).append((needed, rule))
        self._asked = {key: _any_of(needed for needed, _ in rules) for key, rules in self._by_first.items()}
        self._known: dict[tuple[str, int], tuple[Rule, ...]] = {}

    def words_from(self, keys: Sequence[str]) -> list[int]:
        """For each word of a window, the sets that it and all words after it are in."""
        seen = 0
        found: list[int] = []
        for key in reversed(keys):
            seen |= self._sets_of.get(key, 0)
            found.append(seen)
        found.reverse()
        return found

    def rules(self, key: str, seen: int) -> tuple[Rule, ...]:
        """The rules, in order, that may begin at a word where the words from there on are in the sets of `seen`."""
        asked = self._asked.get(key)
        if asked is None:
            return ()
        seen &= asked
        found = self._known.get((key, seen))
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = tuple(rule for needed, rule in self._by_first[key] if needed & seen == needed)
            self._known[key, seen] = found
        return found


def _any_of(sets: Iterable[int]) -> int:
    union = 0
    for one in sets:
        union |= one
    return union
