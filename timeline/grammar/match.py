"""Finds date expressions: text and compiled rules in, `Found` out, in order and without overlap.

One scan finds windows (`scan`); each is read by the rules (`derive`). A window's reading depends on its own text
alone and is remembered, and so are the steps that read it, for windows of the same shape; what looks at the context
(`Rule.context`) is asked every time, and a refusal reads the window again without that rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from timeline.grammar.derive import derive
from timeline.grammar.dispatch import Dispatch
from timeline.grammar.found import Found
from timeline.grammar.replay import Reading, Replay, reading_of, replay_of
from timeline.grammar.rule import Rule
from timeline.grammar.scan import Scanner
from timeline.grammar.shape import Place, place_in, shape
from timeline.grammar.step import Veto

REMEMBERED = 50_000

_WORD_TAIL = re.compile(r"[\W_]*(?:[^\W\d_]+|\d+)$")
_NO_VETO: Veto = frozenset()


class Matcher:
    """The rules of a language, ready to search. Holds bounded caches; otherwise without state."""

    def __init__(self, atoms: Iterable[Rule], joins: Iterable[Rule], triggers: frozenset[str]) -> None:
        self._atoms, self._joins = tuple(atoms), tuple(joins)
        self._triggers = triggers
        self._readings: dict[tuple[str, int, Veto], Reading] = {}
        self._replays: dict[tuple[str, int, frozenset[tuple[Place | None, str]]], Replay | None] = {}

    # Why later: a language has a second matcher for short messages, which few runs need.

    @cached_property
    def _atom_rules(self) -> Dispatch:
        return Dispatch(self._atoms)

    @cached_property
    def _join_rules(self) -> Dispatch:
        return Dispatch(self._joins)

    @cached_property
    def _scanner(self) -> Scanner:
        patterns = [rule.pattern for rule in self._atoms + self._joins]
        words = self._triggers.union(*(pattern.words for pattern in patterns))
        return Scanner(words, self._triggers, frozenset[str]().union(*(pattern.phrases for pattern in patterns)))

    def find(self, text: str) -> list[Found]:
        """Every expression of a text, leftmost and longest first."""
        found: list[Found] = []
        for start, end in self._scanner.windows(text):
            found.extend(self._read(text, start, end))
        return found

    def _read(self, text: str, start: int, end: int) -> list[Found]:
        lead = start if start == 0 or text[start - 1].isspace() else max(0, start - 2)
        if end < len(text) and (text[end].isalnum() or text[end] == "_"):
            tail = _WORD_TAIL.search(text, start, end)
            end = tail.start() if tail else end
        elif text[end : end + 1] in (".", "?"):
            end += 1  # Why: the stop of "Sept." and "B.C." is theirs, and the doubt of "[1843?]".
        window, opening, veto = text[lead:end], start - lead, _NO_VETO
        reading = self._known(window, opening, veto)
        while reading.guards:
            more = veto.union(
                (guard.start, guard.rule)
                for guard in reading.guards
                if not guard.context.allows(text, lead + guard.start, lead + guard.end)
            )
            if more == veto:
                break
            veto = more
            reading = self._known(window, opening, veto)
        return [item.shifted(lead) for item in reading.found]

    def _known(self, window: str, opening: int, veto: Veto) -> Reading:
        """The reading of a window whose first `opening` characters are only looked at."""
        key = window, opening, veto
        reading = self._readings.get(key)
        if reading is None:
            if len(self._readings) >= REMEMBERED:
                self._readings.clear()
            reading = self._readings[key] = self._reading(window, opening, veto)
        return reading

    def _reading(self, window: str, opening: int, veto: Veto) -> Reading:
        """By the steps that read another window of its shape, else by the rules."""
        kind, ends = shape(window)
        if len(ends) == 1:
            return reading_of(derive(window, opening, self._atom_rules, self._join_rules, veto))
        key = kind, opening, frozenset((place_in(at, window, ends), rule) for at, rule in veto)
        replay = self._replays.get(key)
        if replay is not None and (reading := replay.reading(window, ends)) is not None:
            return reading
        derivation = derive(window, opening, self._atom_rules, self._join_rules, veto)
        if key not in self._replays:
            if len(self._replays) >= REMEMBERED:
                self._replays.clear()
            self._replays[key] = replay_of(derivation, window, ends)
        return reading_of(derivation)
