"""How one window is read: its text and the rules in, the steps that lead to its expressions out.

At each word the atom rules run, leftmost and longest first; then the join rules run over the window with every
expression found replaced by one placeholder character ("from @ to @").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.grammar.dispatch import Dispatch
from timeline.grammar.found import BLOCK, BLOCKS, PLACEHOLDERS, block, block_key, is_placeholder, slot
from timeline.grammar.pattern import ATOM, DIGIT
from timeline.grammar.rule import Rule
from timeline.grammar.shape import VARIABLE
from timeline.grammar.step import Derivation, Ends, Piece, Step, Veto, expression_of
from timeline.model.expression import Listed, Range

_PASSES = 4
_TOKEN = re.compile(r"[^\W\d_]+|\d+|['\u2019](?=\d)")
_REDUCED_WORD = re.compile(rf"(?<![^\W_])(?:[^\W\d_]+|\d+)|[{PLACEHOLDERS}]")
_PART_OF_NUMBER = re.compile(r"(?:[$£€¥#_]|\d[.,:/\-])\Z")


def derive(window: str, opening: int, atoms: Dispatch, joins: Dispatch, veto: Veto) -> Derivation:
    """Read a window whose first `opening` characters are only looked at."""
    tokens = [(match.start(), _key(match[0])) for match in _TOKEN.finditer(window, opening)]
    steps: list[Step] = []
    found = _find_atoms(window, tokens, atoms, veto, steps)
    if not found or not _may_join([steps[index] for index in found], tokens, joins):
        return Derivation(tuple(steps), tuple(found))
    reduced = _Reduced(window, opening, steps, found[:BLOCK])
    for _ in range(_PASSES):
        if not _join(reduced, joins, veto):
            break
    return Derivation(tuple(steps), (*reduced.kept(), *found[BLOCK:]))


def _find_atoms(
    window: str, tokens: list[tuple[int, str]], atoms: Dispatch, veto: Veto, steps: list[Step]
) -> list[int]:
    """Adds the steps of the atom rules; the numbers of those that found something."""
    found: list[int] = []
    border = 0
    for (at, key), seen in zip(tokens, atoms.words_from([key for _, key in tokens]), strict=True):
        if at < border:
            continue
        rules = atoms.rules(key, seen)
        if not rules or (at and window[at - 1].isalnum()):
            continue
        if key == DIGIT and at and _PART_OF_NUMBER.search(window, max(0, at - 2), at):
            continue
        best: Step | None = None
        refused: list[Step] = []
        for rule, matches in rules:
            match = matches(window, at)
            if match is None or (best is not None and match.end() <= best.end) or (veto and (at, rule.id) in veto):
                continue
            step = _atom_step(window, rule, match)
            if step.expression is not None:
                best = step
            elif not step.constant:
                refused.append(step)
        steps.extend(step for step in refused if best is None or step.end >= best.end)
        if best is not None:
            found.append(len(steps))
            steps.append(best)
            border = best.end
    return found


def _atom_step(window: str, rule: Rule, match: re.Match[str]) -> Step:
    pieces = tuple(
        Piece(name, read, *match.span(group)) for name, group, read in rule.pattern.captures if match.start(group) >= 0
    )
    constant = VARIABLE.search(window, *match.span()) is None
    expression = expression_of(rule, pieces, window, ())
    ends = _ends(pieces, match.end()) if isinstance(expression, Range | Listed) else None
    return Step(rule, *match.span(), pieces, expression, constant, ends=ends)


def _ends(pieces: tuple[Piece, ...], end: int) -> Ends | None:
    """Start and end of each date of a range or list that one rule read.

    The next begins at each piece named `also...`, the last at the first one named `last...`.
    """
    borders = [piece.start for piece in pieces if piece.name.startswith("also")]
    borders += [min((piece.start for piece in pieces if piece.name.startswith("last")), default=-1)]
    borders = [border for border in borders if border >= 0]
    if not borders:
        return None  # Why: "last 2 weeks" tells no end of its own.
    starts = [min(piece.start for piece in pieces), *borders]
    ends = [max(piece.end for piece in pieces if piece.end <= border) for border in borders]
    return tuple(place for pair in zip(starts, (*ends, end), strict=True) for place in pair)


def _may_join(atoms: list[Step], tokens: list[tuple[int, str]], joins: Dispatch) -> bool:
    """Whether any join rule has the words that it needs among those that no atom holds."""
    keys = {chr(block(atom.expression)) for atom in atoms if atom.expression is not None}
    border, upcoming = 0, iter(atoms)
    atom = next(upcoming, None)
    for at, key in tokens:
        if atom is not None and at >= atom.start:
            border, atom = atom.end, next(upcoming, None)
        if at >= border:
            keys.add(key)
    return joins.may_begin(ATOM, keys)


def _join(reduced: _Reduced, joins: Dispatch, veto: Veto) -> bool:
    joined = False
    at = 0
    keys = [_key(word) for word in _REDUCED_WORD.findall(reduced.text)]
    seen = joins.words_from(keys)[0] if keys else 0
    while word := _REDUCED_WORD.search(reduced.text, at):
        at = word.end()
        key = _key(word[0])
        best: tuple[int, Step] | None = None
        refused: list[tuple[int, Step]] = []
        for rule, matches in joins.rules(ATOM if key in BLOCKS else key, seen):
            match = matches(reduced.text, word.start())
            if match is None or (best is not None and match.end() <= best[0]):
                continue
            step = reduced.step(rule, match)
            if step.expression is None:
                refused.append((match.end(), step))
            elif (step.start, rule.id) not in veto:
                best = match.end(), step
        reduced.steps.extend(step for end, step in refused if not step.constant and (best is None or end >= best[0]))
        if best is not None:
            reduced.put(word.start(), *best)
            at = word.start() + 1
            joined = True
    return joined


class _Reduced:
    """A window with each expression found as one placeholder; remembers where every character came from."""

    def __init__(self, window: str, opening: int, steps: list[Step], found: Sequence[int]) -> None:
        self.window, self.steps = window, steps
        self.slots, self.places = list(found), [0] * 0
        pieces: list[str] = []
        at = opening
        for index, number in enumerate(found):
            atom = steps[number]
            pieces.append(window[at : atom.start])
            self.places.extend(range(at, atom.start))
            pieces.append(self._placeholder(index))
            self.places.append(atom.start)
            at = atom.end
        pieces.append(window[at:])
        self.places.extend(range(at, len(window) + 1))
        self.text = "".join(pieces)

    def step(self, rule: Rule, match: re.Match[str]) -> Step:
        """A join rule taken where it matched."""
        pieces: list[Piece] = []
        parts: list[int] = []
        for name, group, read in rule.pattern.captures:
            piece = match[group]
            if piece is None:
                continue
            if len(piece) == 1 and is_placeholder(piece):
                parts.append(self.slots[slot(piece)])
                pieces.append(Piece(name, None, parts[-1], 0))
            else:
                pieces.append(Piece(name, read, self.places[match.start(group)], self._end(match.end(group))))
        constant = all(self.steps[part].constant for part in parts) and VARIABLE.search(match[0]) is None
        expression = expression_of(rule, tuple(pieces), self.window, self.steps)
        start, end = self.places[match.start()], self._end(match.end())
        if rule.extent is not None:
            inner = next(self.steps[piece.start] for piece in pieces if piece.name == rule.extent)
            start, end = inner.start, inner.end
        return Step(rule, start, end, tuple(pieces), expression, constant, tuple(parts))

    def put(self, start: int, end: int, step: Step) -> None:
        """Set what a step made in the place of what it was joined from."""
        index = next(slot(c) for c in self.text[start:end] if is_placeholder(c))
        self.slots[index] = len(self.steps)
        self.steps.append(step)
        self.text = self.text[:start] + self._placeholder(index) + self.text[end:]
        self.places[start:end] = [self.places[start]]

    def kept(self) -> list[int]:
        """The numbers of the steps whose expressions stand."""
        return [self.slots[slot(c)] for c in self.text if is_placeholder(c)]

    def _placeholder(self, index: int) -> str:
        expression = self.steps[self.slots[index]].expression
        assert expression is not None
        return chr(block(expression) + index)

    def _end(self, at: int) -> int:
        """Where the character before `at` ends in the window: a placeholder's own end."""
        last = self.text[at - 1]
        return self.steps[self.slots[slot(last)]].end if is_placeholder(last) else self.places[at - 1] + 1


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    """What a word, a number or a placeholder is looked up by."""
    first = word[0]
    if first.isdigit():
        return DIGIT
    if is_placeholder(first):
        return block_key(first)
    return "'" if first == "\u2019" else word.lower()
