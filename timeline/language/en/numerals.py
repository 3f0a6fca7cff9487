"""English numbers of three and more digits in words: "two hundred seventeen", "a thousand and one"."""

from __future__ import annotations

import re

from timeline.grammar.pattern import Field
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


SPELLED = Field(
    f"(?i:{_THOUSANDS}|{_HUNDREDS})", _spelled, frozenset({*_VALUES, "hundred", "thousand", "and", "a", "an"}),
    frozenset({*_VALUES, "a", "an"}),
)  # fmt: skip
