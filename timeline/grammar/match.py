"""Finds date expressions: text and compiled rules in, `Found` out, in order and without overlap.

One scan (google-re2, linear) finds windows: the longest runs of the rules' own vocabulary around a trigger word
("October", "ago", "1998"). Inside a window the atom rules run at each word, leftmost and longest first; then the
join rules run over the window with every expression found replaced by one placeholder character ("from @ to @").
A window's reading depends on its own text alone and is remembered; what looks at the context (`Rule.context`)
is asked every time, and a refusal reads the window again without that rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

import re2

from timeline.grammar.dispatch import Dispatch
from timeline.grammar.pattern import ATOM, DIGIT, Field
from timeline.grammar.rule import Rule
from timeline.model.expression import Clock, DayPart, Duration, Expression, Listed, Range, Recurrence

WINDOW_LIMIT = 400
CACHE_LIMIT = 50_000
_PASSES = 4
_BLOCK = 256
_DATES, _TIMES, _DURATIONS = 0xE000, 0xE100, 0xE200
_BLOCK_OF = {Clock: _TIMES, DayPart: _TIMES, Duration: _DURATIONS, Recurrence: _DURATIONS}
_BLOCKS = frozenset(map(chr, (_DATES, _TIMES, _DURATIONS)))

_TOKEN = re.compile(r"[^\W\d_]+|\d+|['\u2019](?=\d)")
_REDUCED_WORD = re.compile(r"(?<![^\W_])(?:[^\W\d_]+|\d+)|[\ue000-\ue2ff]")
_PART_OF_NUMBER = re.compile(r"(?:[$£€¥#_]|\d[.,:/\-])\Z")
_CUT = re.compile(r"\s(?=\S*$)")

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
    r"[qh][1-4]",
    r"\b[a-z]{3,4}\d{1,2}",
    r"\d{1,4}(?:bce?|ce|ad)",
    r"[012]\d{3} ?(?:gmt|utc|hours|hrs)",
    r"\d{1,2}(?:st|nd|rd|th) c",
    r"\b(?:ad|bc)\d{1,4}",
)
"""Numbers that may tell a date by themselves, in every language."""


def atom_field(first: int) -> Field:
    """A field of join rules: an expression already found, of one block of placeholders."""
    pattern = f"[{chr(first)}-{chr(first + _BLOCK - 1)}]"
    return Field(pattern, str, frozenset(), frozenset({ATOM}), needs=frozenset({chr(first)}))


ATOM_FIELDS = {
    "date": atom_field(_DATES),
    "start": atom_field(_DATES),
    "end": atom_field(_DATES),
    "time": atom_field(_TIMES),
    "duration": atom_field(_DURATIONS),
}


class Found(NamedTuple):
    """An expression in a text: code points, half-open. `parts` are the expressions that it was joined from."""

    start: int
    end: int
    expression: Expression
    rule: str
    parts: tuple[Found, ...] = ()

    def shifted(self, offset: int) -> Found:
        """The same at another place."""
        start, end, expression, rule, parts = self
        if parts:
            parts = tuple(part.shifted(offset) for part in parts)
        return Found(start + offset, end + offset, expression, rule, parts)


Veto = frozenset[tuple[int, str]]
_Reading = tuple[tuple[Found, ...], bool]
_NO_VETO: Veto = frozenset()


class Matcher:
    """The rules of a language, ready to search. Holds a bounded cache; otherwise without state."""

    def __init__(self, atoms: Iterable[Rule], joins: Iterable[Rule], triggers: frozenset[str]) -> None:
        self._atoms, self._joins = tuple(atoms), tuple(joins)
        self._contexts = {rule.id: rule.context for rule in self._atoms + self._joins if rule.context}
        self._triggers = triggers
        self._cache: dict[str, _Reading] = {}
        self._refusals: dict[tuple[str, Veto], _Reading] = {}

    # Why later: a language has a second matcher for short messages, which few runs need.

    @cached_property
    def _atom_rules(self) -> Dispatch:
        return Dispatch(self._atoms)

    @cached_property
    def _join_rules(self) -> Dispatch:
        return Dispatch(self._joins)

    @cached_property
    def _scanner(self) -> re.Pattern[bytes]:
        words = self._triggers.union(*(rule.pattern.words for rule in self._atoms + self._joins))
        return _scanner(words, self._triggers)

    def find(self, text: str) -> list[Found]:
        """Every expression of a text, leftmost and longest first."""
        found: list[Found] = []
        for start, end in self._windows(text):
            found.extend(self._read(text, start, end))
        return found

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        data = text.encode("utf-8", "surrogatepass")
        ascii_only = len(data) == len(text)
        seen_bytes = seen = 0
        for match in self._scanner.finditer(data):
            start, end = match.span()
            if not ascii_only:
                seen += len(data[seen_bytes:start].decode("utf-8", "surrogatepass"))
                width = len(data[start:end].decode("utf-8", "surrogatepass"))
                seen_bytes, start = end, seen
                seen = end = start + width
            while end - start > WINDOW_LIMIT:
                cut = _CUT.search(text, start, start + WINDOW_LIMIT)
                border = cut.start() if cut and cut.start() > start else start + WINDOW_LIMIT
                yield start, border
                start = border
            yield start, end

    def _read(self, text: str, start: int, end: int) -> Iterable[Found]:
        lead = start if start == 0 or text[start - 1].isspace() else max(0, start - 2)
        if end < len(text) and (text[end].isalnum() or text[end] == "_"):
            tail = _WORD_TAIL.search(text, start, end)
            end = tail.start() if tail else end
        elif text[end : end + 1] in (".", "?"):
            end += 1  # Why: the stop of "Sept." and "B.C." is theirs, and the doubt of "[1843?]".
        key = text[lead:end]
        reading = self._cache.get(key)
        if reading is None:
            if len(self._cache) >= CACHE_LIMIT:
                self._cache.clear()
                self._refusals.clear()
            reading = self._cache[key] = self._reading(text, start, end, lead, _NO_VETO)
        items, guarded = reading
        if not items:
            return items
        found = [item.shifted(lead) for item in items]
        veto = _NO_VETO
        while guarded and (refused := {pair for item in found for pair in self._refused(text, item)}):
            more = veto.union((at - lead, rule) for at, rule in refused)
            if more == veto:
                break
            veto = more
            again = self._refusals.get((key, veto))
            if again is None:
                again = self._refusals[key, veto] = self._reading(text, start, end, lead, veto)
            items, guarded = again
            found = [item.shifted(lead) for item in items]
        return found

    def _reading(self, text: str, start: int, end: int, lead: int, veto: Veto) -> _Reading:
        """What a window holds, from its own start, and whether any of it must be asked for its context."""
        found = self._parse(text, start, end, frozenset((at + lead, rule) for at, rule in veto))
        return tuple(item.shifted(-lead) for item in found), any(self._guarded(item) for item in found)

    def _guarded(self, found: Found) -> bool:
        return found.rule in self._contexts or any(self._guarded(part) for part in found.parts)

    def _refused(self, text: str, found: Found) -> Iterator[tuple[int, str]]:
        context = self._contexts.get(found.rule)
        if context is not None and not context.allows(text, found.start, found.end):
            yield found.start, found.rule
        for part in found.parts:
            if part.rule != found.rule:
                yield from self._refused(text, part)

    def _parse(self, text: str, start: int, end: int, veto: Veto) -> list[Found]:
        tokens = [(match.start(), _key(match[0])) for match in _TOKEN.finditer(text, start, end)]
        atoms = self._find_atoms(text, end, tokens, veto)
        if not atoms or not self._may_join(atoms, tokens):
            return atoms
        reduced = _Reduced(text, start, end, atoms[:_BLOCK])
        for _ in range(_PASSES):
            if not self._join(reduced, veto):
                break
        return reduced.found() + atoms[_BLOCK:]

    def _find_atoms(self, text: str, end: int, tokens: list[tuple[int, str]], veto: Veto) -> list[Found]:
        found: list[Found] = []
        border = 0
        for (at, key), seen in zip(tokens, self._atom_rules.words_from([key for _, key in tokens]), strict=True):
            if at < border:
                continue
            rules = self._atom_rules.rules(key, seen)
            if not rules or (at and text[at - 1].isalnum()):
                continue
            if key == DIGIT and at and _PART_OF_NUMBER.search(text, max(0, at - 2), at):
                continue
            best: Found | None = None
            for rule, matches in rules:
                match = matches(text, at, end)
                if match is None or (best is not None and match.end() <= best.end):
                    continue
                if veto and (at, rule.id) in veto:
                    continue
                arguments = _arguments(rule, match)
                expression = None if arguments is None else rule.production(**arguments)
                if expression is not None:
                    parts = _ends(rule, match, expression) if isinstance(expression, Range | Listed) else ()
                    best = Found(at, match.end(), expression, rule.id, parts)
            if best is not None:
                found.append(best)
                border = best.end
        return found

    def _may_join(self, atoms: list[Found], tokens: list[tuple[int, str]]) -> bool:
        """Whether any join rule has the words that it needs among those that no atom holds."""
        keys = {chr(_block(atom)) for atom in atoms}
        border, upcoming = 0, iter(atoms)
        atom = next(upcoming, None)
        for at, key in tokens:
            if atom is not None and at >= atom.start:
                border, atom = atom.end, next(upcoming, None)
            if at >= border:
                keys.add(key)
        return self._join_rules.may_begin(ATOM, keys)

    def _join(self, reduced: _Reduced, veto: Veto) -> bool:
        joined = False
        at = 0
        keys = [_key(word) for word in _REDUCED_WORD.findall(reduced.text)]
        seen = self._join_rules.words_from(keys)[0] if keys else 0
        while word := _REDUCED_WORD.search(reduced.text, at):
            at = word.end()
            key = _key(word[0])
            best: tuple[int, Found] | None = None
            for rule, matches in self._join_rules.rules(ATOM if key in _BLOCKS else key, seen):
                match = matches(reduced.text, word.start())
                if match is None or (best is not None and match.end() <= best[0]):
                    continue
                found = reduced.joined(rule, match)
                if found is not None and (found.start, rule.id) not in veto:
                    best = match.end(), found
            if best is not None:
                reduced.put(word.start(), best[0], best[1])
                at = word.start() + 1
                joined = True
        return joined


class _Reduced:
    """A window with each expression found as one placeholder; remembers where every character came from."""

    def __init__(self, text: str, start: int, end: int, atoms: list[Found]) -> None:
        self.slots, self.places = list(atoms), [0] * 0
        pieces: list[str] = []
        at = start
        for index, atom in enumerate(atoms):
            pieces.append(text[at : atom.start])
            self.places.extend(range(at, atom.start))
            pieces.append(_placeholder(atom, index))
            self.places.append(atom.start)
            at = atom.end
        pieces.append(text[at:end])
        self.places.extend(range(at, end))
        self.places.append(end)
        self.text = "".join(pieces)

    def slot(self, character: str) -> Found:
        return self.slots[(ord(character) - _DATES) % _BLOCK]

    def joined(self, rule: Rule, match: re.Match[str]) -> Found | None:
        arguments: dict[str, object] = {}
        parts: list[Found] = []
        for name, group, read in rule.pattern.captures:
            piece = match[group]
            if piece is None:
                continue
            if len(piece) == 1 and "\ue000" <= piece <= "\ue2ff":
                parts.append(self.slot(piece))
                arguments[name] = parts[-1].expression
            else:
                value = read(piece)
                if value is None:
                    return None
                arguments[name] = value
        expression = rule.production(**arguments)
        if expression is None:
            return None
        start, end = self.places[match.start()], self._end(match.end())
        if rule.extent is not None:
            inner = next(self.slot(match[group]) for name, group, _ in rule.pattern.captures if name == rule.extent)
            start, end = inner.start, inner.end
        return Found(start, end, expression, rule.id, tuple(parts))

    def put(self, start: int, end: int, found: Found) -> None:
        kept = self.slot(next(c for c in self.text[start:end] if "\ue000" <= c <= "\ue2ff"))
        index = self.slots.index(kept)
        self.slots[index] = found
        self.text = self.text[:start] + _placeholder(found, index) + self.text[end:]
        self.places[start:end] = [self.places[start]]

    def found(self) -> list[Found]:
        return [self.slot(c) for c in self.text if "\ue000" <= c <= "\ue2ff"]

    def _end(self, at: int) -> int:
        """Where the character before `at` ends in the original: a placeholder's own end."""
        last = self.text[at - 1]
        return self.slot(last).end if "\ue000" <= last <= "\ue2ff" else self.places[at - 1] + 1


_WORD_TAIL = re.compile(r"[\W_]*(?:[^\W\d_]+|\d+)$")


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    """What a word, a number or a placeholder is looked up by."""
    first = word[0]
    if first.isdigit():
        return DIGIT
    if "\ue000" <= first <= "\ue2ff":
        return chr(ord(first) // _BLOCK * _BLOCK)
    return "'" if first == "\u2019" else word.lower()


def _block(found: Found) -> int:
    return _BLOCK_OF.get(type(found.expression), _DATES)


def _placeholder(found: Found, index: int) -> str:
    return chr(_block(found) + index)


def _arguments(rule: Rule, match: re.Match[str]) -> dict[str, object] | None:
    arguments: dict[str, object] = {}
    for name, group, read in rule.pattern.captures:
        piece = match[group]
        if piece is not None:
            value = read(piece)
            if value is None:
                return None
            arguments[name] = value
    return arguments


def _ends(rule: Rule, match: re.Match[str], expression: Range | Listed) -> tuple[Found, ...]:
    """The two ends of a range or list that one rule read: the second begins at the first capture named `last...`."""
    spans = [(name, match.span(group)) for name, group, _ in rule.pattern.captures if match[group] is not None]
    first = [span for name, span in spans if not name.startswith("last")]
    second = [span for name, span in spans if name.startswith("last")]
    if not second:
        return ()  # Why: "last 2 weeks" tells no end of its own.
    last = min(second)
    start = [span for span in first if span[1] <= last[0]]
    ends = (expression.start, expression.end) if isinstance(expression, Range) else (expression.first, expression.last)
    return (
        Found(min(start)[0], max(start)[1], ends[0], rule.id),
        Found(last[0], match.end(), ends[1], rule.id),
    )


def _scanner(vocabulary: frozenset[str], triggers: frozenset[str]) -> re.Pattern[bytes]:
    """The window pattern: vocabulary, a trigger, vocabulary."""
    blank = r"[ \t\r\f\v\x{a0}\x{2009}\x{202f}]"
    marks = rf"(?:{blank}|[-,./:'\x{{2019}}\x{{2010}}-\x{{2015}}()?~\[\]+\x{{ba}}\x{{b0}}])"
    separator = rf"(?:{marks}{{1,4}}(?:\n{blank}{{0,8}})?|\n{blank}{{0,8}})"
    word = rf"(?:{_alternation(vocabulary)}|\b[qhw]?\d+[a-z]{{0,8}}\d*\b)"
    numbers = "|".join(NUMERIC_TRIGGERS)
    trigger = rf"(?:{_alternation(triggers)}|(?:{numbers})\b)".replace(r"\u2019", "\u2019")
    pattern = rf"(?i)(?:{word}{separator})*{trigger}(?:{separator}{word})*"
    options = re2.Options()
    options.max_mem = 64 << 20
    options.log_errors = False
    return re2.compile(pattern, options)  # type: ignore[no-any-return]


def _alternation(words: frozenset[str]) -> str:
    r"""Words longest first. Why: `\b` is ASCII-only in RE2, so it stands only where a word ends in ASCII."""
    ordered = sorted((word for word in words if word.isalpha()), key=lambda word: (-len(word), word))
    return "|".join(rf"\b{word}\b" if word.isascii() else word for word in ordered)
