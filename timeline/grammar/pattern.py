"""The small language in which date rules are written, compiled to a standard-library pattern.

    [the ]{day}[ of] {month}[,] {year}

Letters stand for themselves in any case, words in capitals (BC) in capitals only; a space is any white space
with at most one line break; `-` is any hyphen, `–` any dash with or without blanks around it; `[...]` may be
absent; `(a|b)` is a choice; `{field}` or `{name:field}` is a named piece with a reader.
From the parsed form come the pattern, the words that it may start with, and all words that it may hold:
that is what lets the scanner look only where a rule can begin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from timeline.errors import GrammarError

SPACE = r"\s++(?<!\n\n)"
"""White space; the scanner ends a window at a blank line, so all that can go wrong is a line break after another."""
HYPHEN = "[-\u2010\u2011]"
COMMA = "[^\\S\n]?,"
"""Some texts come with a blank before each comma."""
DASH = "[^\\S\n]?[-\u2010-\u2015][^\\S\n]?"
DIGIT = "#"
"""The key of a piece that begins with a digit, in first-word sets; of two numbers "##", and so on up to MANY."""
MANY = 3
ATOM = "@"
"""The key of a piece that is an expression already found."""


@dataclass(frozen=True, slots=True)
class Field:
    """A named piece of rules.

    `pattern` has no groups that capture; `read` turns its text into a value (None refuses the match).
    `words` are all the words it may hold, `first` the keys that it may begin with; it holds one at least of `needs`,
    unless that is empty. `triggers`: the scanner stops at the words of `needs`. `phrases` are surfaces that the scanner
    looks for and stops at whole, for their words say little of time by themselves ("day of the dead").
    """

    pattern: str
    read: Callable[[str], object]
    words: frozenset[str]
    first: frozenset[str]
    triggers: bool = False
    needs: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()


Capture = tuple[str, str, Callable[[str], object]]


def lexical(entries: Mapping[str, object], *, triggers: bool = True, phrases: bool = False) -> Field:
    """A field from a table of surfaces, in any case; longer surfaces are tried first."""
    folded = {fold(surface): value for surface, value in entries.items()}
    told = [tokens(surface) for surface in entries]
    words = frozenset() if phrases else frozenset(word for surface in told for word in surface)
    first = frozenset(surface[0] for surface in told)

    @lru_cache(maxsize=500)
    def read(text: str) -> object:
        return folded[fold(text)]

    whole = frozenset(entries) if phrases else frozenset()
    return Field(f"(?i:{_tree(entries)})", read, words, first, triggers, _telling(told), whole)


_Tree = dict[str, "_Tree"]


def _tree(surfaces: Iterable[str]) -> str:
    """A pattern for any of some surfaces, the longest that fits, with their common beginnings told once.

    Why: as a plain list of choices the English numbers alone took longer to compile than to search a book.
    """
    root: _Tree = {}
    for surface in surfaces:
        node = root
        for piece in " ".join(surface.split()):
            node = node.setdefault(SPACE if piece == " " else piece if piece.isalnum() else re.escape(piece), {})
        node[""] = {}

    def written(node: _Tree) -> str:
        choices = [piece + written(rest) for piece, rest in node.items() if piece]
        if not choices:
            return ""
        joined = choices[0] if len(choices) == 1 and "" not in node else f"(?:{'|'.join(choices)})"
        return f"{joined}?" if "" in node else joined

    return written(root)


def _telling(surfaces: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Words of which every surface has one: those that are a surface alone, of any other the longest."""
    told = [tuple(DIGIT if word.isdigit() else word for word in surface) for surface in surfaces]
    found = {surface[0] for surface in told if len(surface) == 1}
    return frozenset(found | {max(reversed(surface), key=len) for surface in told if found.isdisjoint(surface)})


def numeric(pattern: str, read: Callable[[str], object] = int, words: Iterable[str] = ()) -> Field:
    """A field that begins with a digit."""
    return Field(f"(?:{pattern})", read, frozenset(words), frozenset({DIGIT}), needs=frozenset({DIGIT}))


def either(*fields: Field) -> Field:
    """A field that is any of others: the first whose pattern fits the whole text reads it."""

    def read(text: str) -> object:
        return next(field.read(text) for field in fields if _compiled(field.pattern).fullmatch(text))

    return Field(
        "(?:" + "|".join(field.pattern for field in fields) + ")",
        read,
        frozenset().union(*(field.words for field in fields)),
        frozenset().union(*(field.first for field in fields)),
        any(field.triggers for field in fields),
        frozenset().union(*(field.needs for field in fields)) if all(field.needs for field in fields) else frozenset(),
        frozenset().union(*(field.phrases for field in fields)),
    )


@lru_cache(maxsize=1000)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A field's pattern, compiled when first asked for."""
    return re.compile(pattern)


def any_of(words: str) -> str:
    """A pattern for one of some words, given in one string; `_` is a blank inside one."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


def fold(text: str) -> str:
    """Lower case, white space to one blank, curly apostrophes to straight ones."""
    return " ".join(text.lower().replace("\u2019", "'").split())


def tokens(text: str) -> tuple[str, ...]:
    """The words of a surface as the scanner sees them."""
    return tuple(re.findall(r"[^\W\d_]+|\d", text.lower())) or ("'",)


class Pattern:
    """A rule pattern, parsed; its regular expression is compiled when it is first tried.

    Why: a language has hundreds, and a short text meets a few. `captures` are (name, group, reader): a name that
    stands twice has two groups, of which one at most matches. What it matches has a word of each set of `needs`.
    """

    __slots__ = ("_compiled", "captures", "expression", "first", "needs", "phrases", "words")

    def __init__(
        self, expression: str, captures: tuple[Capture, ...], first: frozenset[str], words: frozenset[str],
        needs: tuple[frozenset[str], ...], phrases: frozenset[str],
    ) -> None:  # fmt: skip
        self.expression, self.captures, self.first, self.words = expression, captures, first, words
        self.needs, self.phrases = needs, phrases
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The standard-library pattern."""
        if self._compiled is None:
            self._compiled = re.compile(self.expression)
        return self._compiled


def compile_pattern(source: str, fields: Mapping[str, Field]) -> Pattern:
    """Compile a rule's pattern.

    Raises GrammarError naming the pattern and the place that is wrong.
    """
    parser = _Parser(source, fields)
    piece = parser.sequence()
    if parser.at < len(source):
        raise parser.error("a closing bracket too many")
    if piece.empty:
        raise parser.error("a pattern that cannot match nothing")
    words, phrases = frozenset(parser.words), frozenset(parser.phrases)
    return Pattern(rf"(?:{piece.pattern})(?!\w)", tuple(parser.captures), piece.first, words, piece.needs, phrases)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a pattern. `parts`: numbers on both sides of it are two numbers of the text."""

    pattern: str
    first: frozenset[str]
    empty: bool
    needs: tuple[frozenset[str], ...] = ()
    parts: bool = False


class _Parser:
    """Recursive descent over a pattern; remembers captures and words as it goes."""

    def __init__(self, source: str, fields: Mapping[str, Field]) -> None:
        self.source, self.fields, self.at = source, fields, 0
        self.captures: list[Capture] = []
        self.words: set[str] = set()
        self.phrases: set[str] = set()

    def error(self, wanted: str) -> GrammarError:
        return GrammarError(f"pattern {self.source!r} at character {self.at + 1}: {wanted}")

    def sequence(self) -> _Piece:
        pieces: list[_Piece] = []
        first: frozenset[str] = frozenset()
        empty = True
        while self.at < len(self.source) and self.source[self.at] not in "]|)":
            piece = self.item()
            pieces.append(piece)
            if empty:
                first |= piece.first
            empty = empty and piece.empty
        return _Piece("".join(piece.pattern for piece in pieces), first, empty, _needs_of(pieces))

    def item(self) -> _Piece:
        character = self.source[self.at]
        if character == "[":
            inner = self.bracketed("]")
            return _Piece(f"(?:{inner.pattern})?", inner.first, True)
        if character == "(":
            return self.bracketed(")")
        if character == "{":
            return self.field()
        if character == " ":
            self.at += 1
            return _Piece(SPACE, frozenset(), False, parts=True)
        if word := re.match(r"[^\W\d_]+(?:'[^\W\d_]+)?", self.source[self.at :]):
            return self.word(word[0])
        self.at += 1
        if character == "-":
            return _Piece(HYPHEN, frozenset(), False, parts=True)
        if character == "–":
            return _Piece(DASH, frozenset(), False, parts=True)
        if character == "'":
            return _Piece("['\u2019]", frozenset({"'"}), False, parts=True)
        if character.isdigit():
            return _Piece(character, frozenset({DIGIT}), False, (frozenset({DIGIT}),))
        return _Piece(COMMA if character == "," else re.escape(character), frozenset(), False, parts=True)

    def word(self, word: str) -> _Piece:
        self.at += len(word)
        parts = tokens(word)
        self.words.update(parts)
        spelled = word.replace("'", "['\u2019]")
        pattern = spelled if word.isupper() else f"(?i:{spelled})"
        return _Piece(pattern, frozenset({parts[0]}), False, (frozenset({max(parts, key=len)}),), parts=True)

    def bracketed(self, close: str) -> _Piece:
        self.at += 1
        choices = [self.sequence()]
        while self.at < len(self.source) and self.source[self.at] == "|":
            self.at += 1
            choices.append(self.sequence())
        if self.at >= len(self.source) or self.source[self.at] != close:
            raise self.error(f"{close!r}")
        self.at += 1
        # Why the smallest: of all that a choice needs one set must do, and few words rule out more.
        smallest = [min(choice.needs, key=len, default=frozenset()) for choice in choices]
        return _Piece(
            "(?:" + "|".join(choice.pattern for choice in choices) + ")",
            frozenset().union(*(choice.first for choice in choices)),
            any(choice.empty for choice in choices),
            (frozenset().union(*smallest),) if all(smallest) else (),
        )

    def field(self) -> _Piece:
        end = self.source.find("}", self.at)
        name, _, field_name = self.source[self.at + 1 : end].partition(":")
        field = self.fields.get(field_name or name)
        if end < 0 or field is None:
            raise self.error(f"a field; {field_name or name!r} is none of {', '.join(sorted(self.fields))}")
        self.at = end + 1
        self.words.update(field.words)
        self.phrases.update(field.phrases)
        group = f"{name}_{len(self.captures)}"
        self.captures.append((name, group, field.read))
        needs = (field.needs,) if field.needs else ()
        return _Piece(f"(?P<{group}>{field.pattern})", field.first, False, needs)


def _needs_of(pieces: list[_Piece]) -> tuple[frozenset[str], ...]:
    """What a sequence needs; of numbers that something parts, as many."""
    needs = [need for piece in pieces for need in piece.needs if need != {DIGIT}]
    numbers, parted = 0, True
    for piece in pieces:
        if frozenset({DIGIT}) in piece.needs and parted:
            numbers, parted = numbers + 1, False
        parted = parted or piece.parts
    return (*needs, frozenset({DIGIT * min(numbers, MANY)})) if numbers else tuple(needs)
