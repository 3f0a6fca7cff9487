"""Rules: a pattern, what it makes of its pieces, where it must not apply, and the examples that prove it.

    @RULES.rule("{n} {unit} ago", examples={"3 months ago": "2012-11"}, rejects=("3 people ago",))
    def ago(n: Number, unit: Granularity) -> Expression:
        return Shift(-n, unit)

Captures arrive by name, converted; those of absent optional pieces arrive as None where the function has no
default. A function that returns None refuses the match. The function's name is the rule's id.
Examples are read against the DCT 2013-02-12 and map a text to its TIMEX3 or EDTF value.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.errors import GrammarError
from timeline.grammar.pattern import Field, Pattern, compile_pattern
from timeline.model.expression import Expression

Production = Callable[..., Expression | None]


@dataclass(frozen=True, slots=True)
class Context:
    """Where a match must not stand: patterns over the text just before and just after it."""

    before: str | None = None
    after: str | None = None
    needs_before: str | None = None
    needs_after: re.Pattern[str] | None = None

    def allows(self, text: str, start: int, end: int) -> bool:
        """Whether a match at [start, end) may stand there."""
        if self.after is not None and _compiled(self.after).match(text, end):
            return False
        if self.needs_after is not None and not self.needs_after.match(text, end):
            return False
        if self.before is None and self.needs_before is None:
            return True
        lead = _lead(text, start)
        if self.before is not None and _ends_with(self.before, lead):
            return False
        return self.needs_before is None or _ends_with(self.needs_before, lead)


REACH = 40
"""Code points before a match that a rule may look at, of which it sees the last three words."""


def _lead(text: str, start: int) -> str:
    """The words before a match: the text's beginning, or the last three words behind a line break.

    Why so few: ever the same few words are asked about, and the answers are remembered.
    """
    if start <= REACH:
        return text[:start]
    cut = start
    for _ in range(3):
        cut = text.rfind(" ", start - REACH, max(start - REACH, cut - 1))
        if cut < 0:
            return "\n" + text[start - REACH : start]
    return "\n" + text[cut + 1 : start]


@lru_cache(maxsize=20_000)
def _ends_with(pattern: str, lead: str) -> bool:
    return _compiled(pattern).search(lead) is not None


@lru_cache(maxsize=1000)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when first asked for: a short text meets few."""
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to read a date expression. `extent` names the capture that is the mention, where not the whole."""

    id: str
    pattern: Pattern
    production: Production
    examples: Mapping[str, str]
    rejects: tuple[str, ...]
    context: Context | None
    extent: str | None
    where: str


@dataclass(slots=True)
class Rules:
    """The rules of one module, in order; the order breaks ties between equally long matches."""

    prefix: str
    fields: Mapping[str, Field]
    rules: list[Rule] = field(default_factory=list)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def rule(
        self,
        *patterns: str,
        examples: Mapping[str, str],
        rejects: tuple[str, ...] = (),
        unless_followed: str | None = None,
        unless_preceded: str | None = None,
        only_preceded: str | None = None,
        only_followed: str | None = None,
        extent: str | None = None,
    ) -> Callable[[Production], Production]:
        """Register a production under one or more patterns.

        `unless_preceded`, `unless_followed`, `only_preceded` and `only_followed` are patterns over the text just
        before and after a match. Raises GrammarError with file and line.
        """
        context = None
        if unless_followed or unless_preceded or only_preceded or only_followed:
            context = Context(
                f"(?:{unless_preceded})$" if unless_preceded else None,
                unless_followed or None,
                f"(?:{only_preceded})$" if only_preceded else None,
                re.compile(only_followed) if only_followed else None,
            )

        def register(production: Production) -> Production:
            code = production.__code__
            where = f"{code.co_filename}:{code.co_firstlineno}"
            name = f"{self.prefix}.{production.__name__}"
            if not examples:
                raise GrammarError(f"{where}: rule {name} has no example")
            if any(rule.id == name for rule in self.rules):
                raise GrammarError(f"{where}: a second rule {name}; the first is at {self.rules[0].where}")
            accepted = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
            for source in patterns:
                try:
                    pattern = compile_pattern(source, self.fields)
                except GrammarError as error:
                    raise GrammarError(f"{where}: {error}") from None
                unknown = [
                    capture for capture, _, _ in pattern.captures if capture not in accepted and capture != extent
                ]
                if unknown and not code.co_flags & inspect.CO_VARKEYWORDS:
                    raise GrammarError(f"{where}: rule {name} does not take {', '.join(unknown)}")
                self.rules.append(Rule(name, pattern, production, examples, tuple(rejects), context, extent, where))
            return production

        return register
