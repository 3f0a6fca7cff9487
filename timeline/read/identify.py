"""The language of a text. In: text. Out: an ISO 639-1 code or None. The only importer of py3langid."""

from __future__ import annotations

import re

_SAMPLE = 500
_ENOUGH = 40
_OF_ENGLISH = "the and that with from which their they this there when who were would has have been said after but his"
_ENGLISH = frozenset(_OF_ENGLISH.split(" "))
"""Words that no other language is full of."""
_FEWEST, _ONE_IN = 8, 10
"""A text is plainly English with so many of them, where they are one word in so many; mostly they are one in six."""
_CODE = re.compile(r"([a-z]{2,3})(?:[-_]|$)", re.I)


def language_of(text: str) -> str | None:
    """The language of a text's first 500 characters; None where too few letters tell."""
    sample = " ".join(text[: _SAMPLE * 4].split())[:_SAMPLE]
    if _is_plainly_english(sample):
        return "en"
    if sum(character.isalpha() for character in sample) < _ENOUGH:
        return None
    import py3langid  # type: ignore[import-untyped]

    code, _ = py3langid.classify(sample)
    return str(code)


def _is_plainly_english(sample: str) -> bool:
    """Whether nobody need be asked. Why: to load what tells a hundred languages takes as long as a hundred articles."""
    words = sample.lower().split()
    plain = sum(map(_ENGLISH.__contains__, words))
    return plain >= _FEWEST and plain * _ONE_IN >= len(words)


def language_code(stated: str | None) -> str | None:
    """The code in what metadata state: "en-GB" and "en_US" are "en"; None for what is no code."""
    found = _CODE.match(stated.strip()) if stated else None
    return found[1].lower() if found else None
