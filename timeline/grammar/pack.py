"""What a language is to the rest of the program: its rules in order and its plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.grammar.match import Matcher
from timeline.grammar.narration import Narration
from timeline.grammar.rule import Rule, Rules


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """A language. `atoms` read words, `joins` combine what was read ("from @ to @")."""

    code: str
    matcher: Matcher = field(repr=False, compare=False)
    rules: tuple[Rule, ...] = field(repr=False)
    narration: Narration = field(repr=False)
    day_first: bool | None = None
    """How 10/7 is read where the document does not tell; None: both are possible."""


def language_pack(
    code: str,
    atoms: Iterable[Rules],
    joins: Iterable[Rules],
    triggers: frozenset[str],
    narration: Narration,
    day_first: bool | None = None,
) -> LanguagePack:
    """A pack from its rule modules, in order."""
    atom_rules = tuple(rule for rules in atoms for rule in rules)
    join_rules = tuple(rule for rules in joins for rule in rules)
    return LanguagePack(code, Matcher(atom_rules, join_rules, triggers), atom_rules + join_rules, narration, day_first)
