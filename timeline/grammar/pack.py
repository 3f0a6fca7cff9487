"""What a language is to the rest of the program: its rules in order and its plain data."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from timeline.grammar.found import Found
from timeline.grammar.match import Matcher
from timeline.grammar.narration import Narration
from timeline.grammar.rule import Rule, Rules


@dataclass(frozen=True, slots=True)
class Messages:
    """How a language is typed in short messages, and how to know one."""

    is_message: Callable[[str], bool]
    matcher: Matcher = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Histories:
    """What a language tells in histories alone, beside what its other rules read."""

    matcher: Matcher = field(repr=False, compare=False)
    refine: Callable[[str, Found], Found]

    def find(self, text: str, found: Sequence[Found]) -> list[Found]:
        """What was found, each as a history means it, and what only a history marks, in order."""
        starts = [item.start for item in found]
        told = [self.refine(text, item) for item in found]
        for item in self.matcher.find(text):
            before = bisect_left(starts, item.end) - 1
            if before < 0 or told[before].end <= item.start:
                told.append(self.refine(text, item))
        return sorted(told, key=lambda item: item.start)


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """A language. `atoms` read words, `joins` combine what was read ("from @ to @")."""

    code: str
    matcher: Matcher = field(repr=False, compare=False)
    rules: tuple[Rule, ...] = field(repr=False)
    narration: Narration = field(repr=False)
    day_first: bool | None = None
    """How 10/7 is read where the document does not tell; None: both are possible."""
    months: tuple[str, ...] = ()
    """How months are written in full, in small letters: what slips of text recognition are repaired to."""
    divided: frozenset[str] = frozenset()
    """Words of time that printers divide at a line's end, in small letters."""
    messages: Messages | None = None
    histories: Histories | None = None
    capitals: Callable[[str], str] | None = None
    """Gives its capitals to what is typed without them: a text of the same length."""

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
    months: tuple[str, ...] = (),
    divided: frozenset[str] = frozenset(),
    is_message: Callable[[str], bool] | None = None,
    typed: tuple[Rules, frozenset[str], frozenset[str]] | None = None,
    capitals: Callable[[str], str] | None = None,
    retold: tuple[Rules, frozenset[str], Callable[[str, Found], Found]] | None = None,
) -> LanguagePack:
    """A pack from its rule modules, in order.

    `typed` are the rules and triggers that only messages have, and the names of the rules that they have not;
    `retold` the rules and triggers of histories, with what refines there.
    """
    atom_rules = tuple(rule for rules in atoms for rule in rules)
    join_rules = tuple(rule for rules in joins for rule in rules)
    matcher = Matcher(atom_rules, join_rules, triggers)
    every, messages, histories = [*atom_rules], None, None
    if is_message is not None and typed is not None:
        every += typed[0]
        others = (rule for rule in atom_rules if rule.id not in typed[2])
        messages = Messages(is_message, Matcher((*typed[0], *others), join_rules, triggers | typed[1]))
    if retold is not None:
        every += retold[0]
        histories = Histories(Matcher(retold[0], (), retold[1]), retold[2])
    return LanguagePack(
        code, matcher, (*every, *join_rules), narration, day_first, months, divided, messages, histories, capitals
    )
