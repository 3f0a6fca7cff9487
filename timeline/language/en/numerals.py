"""English numbers in words: "three", "two and a half", "two hundred seventeen", "a thousand and one"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from timeline.grammar.pattern import SPACE, Field, fold, lexical
from timeline.language.en import lexicon

_VALUES = {word: number for word, number in lexicon.CARDINALS.items() if isinstance(number, int) and word.isalpha()}
_ONES = "|".join(word for word, number in _VALUES.items() if number < 10)
_TEENS = "|".join(word for word, number in _VALUES.items() if 10 <= number < 20)
_TENS = "|".join(word for word, number in _VALUES.items() if number >= 20)
_BELOW_100 = rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES})"
_HUNDREDS = rf"(?:(?:an?|{_ONES}) hundred(?:(?: and)? {_BELOW_100})?)"
_THOUSANDS = rf"(?:(?:{_HUNDREDS}|an?|{_BELOW_100}) thousand(?:,?(?: and)? (?:{_HUNDREDS}|{_BELOW_100}))?)"


def _spelled(text: str) -> int:
    total = current = 0
    for word in re.findall("[a-z]+", text.lower()):
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = max(current, 1) * 1000, 0
        else:
            current += _VALUES.get(word, 0)
    return total + current


_WHOLE = rf"(?i:{_THOUSANDS}|{_HUNDREDS})"


@lru_cache(maxsize=1)
def _hundreds() -> re.Pattern[str]:
    return re.compile(_WHOLE)


def in_words(entries: Mapping[str, object], *, hundreds: bool = False) -> Field:
    """A field from a table of numbers in words, with those of three and more digits too where `hundreds` are asked for.

    Why the pattern takes any run of number words, and the reader settles it: a pattern of all numbers takes longer to
    compile than a short text to read, and stands in dozens of rules.
    """
    table = lexical(entries, triggers=False)
    spelled = frozenset({*_VALUES, "hundred", "thousand", "and", "a", "an"}) if hundreds else frozenset()
    words = table.words | spelled
    word = "|".join(sorted(words, key=lambda word: (-len(word), word)))

    @lru_cache(maxsize=500)
    def read(text: str) -> object:
        surface = fold(text)
        if surface in entries:
            return entries[surface]
        return _spelled(surface) if hundreds and _hundreds().fullmatch(surface) else None

    first = table.first | (frozenset({*_VALUES, "a", "an"}) if hundreds else frozenset())
    needs = table.needs | (frozenset({"hundred", "thousand"}) if hundreds else frozenset())
    return Field(rf"(?i:(?:{word})(?:(?:,?{SPACE}|-)(?:{word}))*(?!\w))", read, words, first, False, needs)
