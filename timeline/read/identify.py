"""The language of a text. In: text. Out: an ISO 639-1 code or None. The only importer of py3langid."""

from __future__ import annotations

import re

_SAMPLE = 500
_ENOUGH = 40
_CODE = re.compile(r"([a-z]{2,3})(?:[-_]|$)", re.I)


def language_of(text: str) -> str | None:
    """The language of a text's first 500 characters; None where too few letters tell."""
    sample = " ".join(text[: _SAMPLE * 4].split())[:_SAMPLE]
    if sum(character.isalpha() for character in sample) < _ENOUGH:
        return None
    import py3langid  # type: ignore[import-untyped]

    code, _ = py3langid.classify(sample)
    return str(code)


def language_code(stated: str | None) -> str | None:
    """The code in what metadata state: "en-GB" and "en_US" are "en"; None for what is no code."""
    found = _CODE.match(stated.strip()) if stated else None
    return found[1].lower() if found else None
