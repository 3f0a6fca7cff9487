"""What kind of happening a word tells. Comes in: words. Goes out: one name for all words of a kind, and families."""

from __future__ import annotations

from functools import lru_cache

from timeline.grammar.narration import Narration
from timeline.merge.likeness import stem

_SHORTEST = 4
"""Letters that a verb must have for a longer noun to be taken for its own ("removal", "remove")."""


@lru_cache(maxsize=50_000)
def kind_of(word: str, narration: Narration) -> str:
    """The kind of happening that a verb or noun tells: "resigned", "resignation" and "quit" are one."""
    found = stem(word, narration)
    if found in narration.verbs or not _is_happening(found, narration):
        return found
    for ending, verbs in narration.happenings.noun_endings:
        if found.endswith(ending):
            root = found.removesuffix(ending)
            for verb in (root + other for other in verbs):
                if len(verb) >= _SHORTEST and narration.verbs.get(verb, ("",))[0] == verb:
                    return narration.synonyms.get(verb, verb)
    return found


@lru_cache(maxsize=50_000)
def families_of(kinds: frozenset[str], narration: Narration) -> frozenset[str]:
    """The families of kinds that one happening may be told as: what a shooting and a death have in common."""
    families = narration.happenings.families
    return frozenset(family for kind in kinds for family in families.get(kind, ()))


@lru_cache(maxsize=50_000)
def near_to(kinds: frozenset[str], narration: Narration) -> frozenset[str]:
    """What the kinds nearly are, by names that other kinds share: "find" and "discover"."""
    near = narration.happenings.near
    return frozenset(name for kind in kinds for name in near.get(kind, ()))


def _is_happening(noun: str, narration: Narration) -> bool:
    if noun in narration.event_nouns:
        return True
    return noun.endswith(narration.event_noun_endings) and noun not in narration.event_noun_exceptions
