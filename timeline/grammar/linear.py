r"""Patterns that are searched in linear time. In: a pattern in google-re2's form, or standard ones. Out: a search.

The only importer of `re2`. A `Sieve` asks first what many standard patterns would be asked one after the other: each is
widened to what re2 can say (no look-around, no `\b`, counts without end), so that "no" is always true.
"""

from __future__ import annotations

import re
from functools import cached_property

import re2

from timeline.errors import GrammarError

_MEMORY = 64 << 20
_SPACE = r"\t\n\v\f\r\x{1c}-\x{1f} \x{85}\x{a0}\pZ"
_WORD = r"\pL\pM\pN_"
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_LETTERS = r"[^\W\d_]"
_COUNT = re.compile(r"\{(\d*),(\d*)\}")
_MANY = 6
"""Repetitions that are counted one by one; re2 makes a copy of the piece for each."""


def compiled(pattern: str) -> re.Pattern[bytes]:
    """A pattern over UTF-8 bytes, in google-re2's own form."""
    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    return re2.compile(pattern, options)  # type: ignore[no-any-return]


class Sieve:
    """Whether any of some standard patterns may match a text; where it says no, none does."""

    def __init__(self, *patterns: re.Pattern[str]) -> None:
        self._patterns = patterns

    # Why later: not every run reads a text.
    @cached_property
    def _wide(self) -> re.Pattern[bytes]:
        return compiled(f"(?is){self._choices}")

    def line(self, text: str) -> bool:
        """Whether one may match what a line of the text begins with."""
        return self._wide_line.search(text.encode("utf-8", "replace")) is not None

    @cached_property
    def _wide_line(self) -> re.Pattern[bytes]:
        return compiled(f"(?ism)^(?:{self._choices})")

    @cached_property
    def _wide_end(self) -> re.Pattern[bytes]:
        return compiled(f"(?is).*(?:{self._choices})")

    @property
    def _choices(self) -> str:
        return "|".join(f"(?:{widened(pattern.pattern)})" for pattern in self._patterns)

    def whole(self, text: str) -> bool:
        """Whether one may match the whole text."""
        return self._wide.fullmatch(text.encode("utf-8", "replace")) is not None

    def somewhere(self, text: str) -> bool:
        """Whether one may match somewhere in the text."""
        return self._wide.search(text.encode("utf-8", "replace")) is not None

    def end(self, text: str) -> bool:
        """Whether one may match what the text ends with."""
        return self._wide_end.fullmatch(text.encode("utf-8", "replace")) is not None


def widened(source: str) -> str:
    """A pattern in re2's form that matches all that a standard one does, in any case. Raises GrammarError."""
    found: list[str] = []
    at = 0
    while at < len(source):
        piece, at = _next(source, at)
        found.append(piece)
    return "".join(found)


def _next(source: str, at: int) -> tuple[str, int]:
    """The widened form of what stands at a place, and where it ends."""
    character = source[at]
    if character == "\\":
        return _escape(source[at : at + 2], source), at + 2
    if character == "[":
        piece = _CLASS.match(source, at)
        assert piece is not None
        return _character_class(piece[0], source), piece.end()
    if source.startswith(("(?=", "(?!", "(?<=", "(?<!"), at):
        return "", _end_of_group(source, at)
    if group := re.compile(r"\((?:\?(?:P<\w+>|-?[a-z]*:|:))?").match(source, at):
        if source.startswith("(?", at) and not group[0].endswith((":", ">")):
            raise GrammarError(f"a group that cannot be widened, at {source[at : at + 9]!r} of {source!r}")
        return "(?:", group.end()
    if count := _COUNT.match(source, at):
        least, most = count[1] or "0", count[2]
        if most and int(most) <= _MANY:
            return count[0], count.end()
        return ("*" if least == "0" else "+"), count.end()
    return ("" if character in "^$" else character), at + 1


def _escape(pair: str, source: str) -> str:
    if pair in (r"\b", r"\Z"):
        return ""
    if pair[1].isdigit() or pair in (r"\B", r"\W"):
        raise GrammarError(f"{pair} cannot be widened in {source!r}")
    return {r"\w": f"[{_WORD}]", r"\s": f"[{_SPACE}]", r"\S": f"[^{_SPACE}]", r"\d": r"\p{Nd}"}.get(pair, pair)


def _character_class(piece: str, source: str) -> str:
    if piece == _LETTERS:
        return r"[\pL\pM\pN]"
    if piece.startswith("[^") and re.search(r"\\[wWdD]", piece):
        raise GrammarError(f"{piece} cannot be widened in {source!r}")
    told = {r"\w": _WORD, r"\s": _SPACE, r"\d": r"\p{Nd}"}
    return re.sub(r"\\(.)", lambda pair: told.get(pair[0], pair[0]), piece)


def _end_of_group(source: str, at: int) -> int:
    depth = 0
    while at < len(source):
        if source[at] == "\\":
            at += 2
            continue
        if source[at] == "[":
            piece = _CLASS.match(source, at)
            assert piece is not None
            at = piece.end()
            continue
        depth += (source[at] == "(") - (source[at] == ")")
        at += 1
        if depth == 0:
            break
    return at
