"""What a language knows about kinds of happening, for telling whether two passages tell one. Goes out: `Happenings`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Happenings:
    """Words as plain data; kinds are named as `Narration.synonyms` names them."""

    families: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Kind -> the families of kinds that one happening may be told as ("shoot" and "die")."""
    near: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The same for words that mostly tell the very same thing ("find" and "discover", "air" and "broadcast")."""
    occurring: frozenset[tuple[str, ...]] = frozenset()
    """Verbs, with what follows them, that say of their subject no more than that it was ("took place")."""
    noun_endings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Ending of a noun made from a verb -> what the verb has in its place, in order of trying ("-ation": "-ate")."""
    persons: frozenset[str] = frozenset()
    """Nouns for one person, by which somebody may be told of who is named elsewhere ("singer", "mother")."""
    person_endings: tuple[str, ...] = ()
    """Endings of such nouns ("-man")."""


NO_HAPPENINGS = Happenings()
