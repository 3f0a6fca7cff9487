"""What a language is to the rest of the program: its rules in order and its plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from timeline.grammar.match import Matcher
from timeline.grammar.narration import Narration
from timeline.grammar.rule import Rule, Rules


@dataclass(frozen=True, slots=True)
class Messages:
    """How a language is typed in short messages, and how to know one."""

    is_message: Callable[[str], bool]
    matcher: Matcher = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """A language. `atoms` read words, `joins` combine what was read ("from @ to @")."""

    code: str
    matcher: Matcher = field(repr=False, compare=False)
    rules: tuple[Rule, ...] = field(repr=False)
    narration: Narration = field(repr=False)
    day_first: bool | None = None
    """How 10/7 is read where the document does not tell; None: both are possible."""
    messages: Messages | None = None

    def matcher_for(self, text: str) -> Matcher:
        """The matcher that fits the text: short messages have rules of their own."""
        if self.messages is not None and self.messages.is_message(text):
            return self.messages.matcher
        return self.matcher


def language_pack(
    code: str,
    atoms: Iterable[Rules],
    joins: Iterable[Rules],
    triggers: frozenset[str],
    narration: Narration,
    day_first: bool | None = None,
    is_message: Callable[[str], bool] | None = None,
    typed: tuple[Rules, frozenset[str]] | None = None,
) -> LanguagePack:
    """A pack from its rule modules, in order; `typed` are the rules and triggers that only messages have."""
    atom_rules = tuple(rule for rules in atoms for rule in rules)
    join_rules = tuple(rule for rules in joins for rule in rules)
    matcher = Matcher(atom_rules, join_rules, triggers)
    if is_message is None or typed is None:
        return LanguagePack(code, matcher, atom_rules + join_rules, narration, day_first)
    rules, more_triggers = typed
    messages = Messages(is_message, Matcher((*atom_rules, *rules), join_rules, triggers | more_triggers))
    return LanguagePack(code, matcher, (*atom_rules, *rules, *join_rules), narration, day_first, messages)
