"""Slips of text recognition (OCR) inside dates: "l2 Marcb 2O19". In: a text, the names of months. Out: Repairs.

Only what has the form of a date is looked at, and only in texts that were recognised from pictures or show several
such slips: elsewhere "l2" is a name and "Match" a match.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

SEVERAL = 2
"""Slips from which on a text is taken as recognised, though nothing says so."""
SAMPLE = 50_000
"""Code points at a text's start in which signs of recognition are looked for."""
_SIGNS = ("2O", "1O", "l9", "I9", "l8", "I8")
"""Letters for digits, as years have them: without one, no text is looked at."""
_LOOKALIKES = "lIi|!OoQDSsBZz"
_DIGITS = str.maketrans(_LOOKALIKES, "11111000055822")
_DAY = rf"(?P<day>[\d{_LOOKALIKES}]{{1,2}})(?P<ending>st|nd|rd|th)?"
_MONTH = r"(?P<month>[^\W_]{3,10})\.?"
_YEAR = rf"(?P<year>[\d{_LOOKALIKES}]{{4}})"
_GAP = r"[ \t]{0,2}[.,]?\s{1,3}"
_FORMS = (
    re.compile(rf"(?<!\w){_DAY}(?:{_GAP}|\s{{1,3}}of\s{{1,3}}){_MONTH}{_GAP}{_YEAR}(?!\w)"),
    re.compile(rf"(?<!\w){_MONTH}\s{{1,3}}{_DAY}{_GAP}{_YEAR}(?!\w)"),
    re.compile(rf"(?<!\w){_MONTH}{_GAP}{_YEAR}(?!\w)"),
)
_PAIRS = (("rn", "m"), ("ri", "n"), ("ii", "u"), ("li", "h"), ("cl", "d"), ("vv", "w"))
"""Letters that are taken for one another together."""
_SHORTEST = 5
"""Letters of a month's name in which any one may be wrong; "Jane" and "Jury" are words."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of a text and how it is to be read; `slip`: it was recognised wrongly."""

    start: int
    end: int
    text: str
    slip: bool = False


def slips(text: str, months: Sequence[str], *, recognised: bool) -> list[Repair]:
    """The repairs of all dates with slips; none where the text shows too few for a recognised one."""
    if not months or not (recognised or any(sign in text[:SAMPLE] for sign in _SIGNS)):
        return []
    found: list[Repair] = []
    taken: list[tuple[int, int]] = []
    """The spans of the dates found, in order and disjoint."""
    for form in _FORMS:
        for match in form.finditer(text):
            before = bisect_left(taken, (match.end(), 0))
            if before and taken[before - 1][1] > match.start():
                continue
            repairs = list(_repairs(match, tuple(months)))
            if repairs:
                taken.insert(before, match.span())
                found += repairs
    return found if recognised or len(found) >= SEVERAL else []


def _repairs(match: re.Match[str], months: tuple[str, ...]) -> Iterator[Repair]:
    """What is to be repaired in a date; nothing where it is none, or has no slip."""
    groups = match.groupdict()
    year, month = groups["year"].translate(_DIGITS), _month(groups["month"], months)
    day = groups["day"].translate(_DIGITS) if groups.get("day") else None
    if month is None or not year.isdecimal() or not 1000 <= int(year) <= 2099 or _real(groups["year"]) < 2:
        return
    if day is not None and not (day.isdecimal() and 1 <= int(day) <= 31):
        return
    told = [(name, repaired) for name, repaired in (("day", day), ("month", month), ("year", year)) if repaired]
    wrong = [(name, repaired) for name, repaired in told if repaired.lower() != groups[name].lower()]
    # Why: a month and year alone are too little to tell "Match 2019" from a slip; a letter in the year is enough.
    if day is None and not any(name == "year" for name, _ in wrong):
        return
    for name, repaired in wrong:
        yield Repair(*match.span(name), repaired, slip=True)


def _real(year: str) -> int:
    return sum(letter.isdigit() for letter in year)


@lru_cache(maxsize=5000)
def _month(word: str, months: tuple[str, ...]) -> str | None:
    """The month that a word is, or was before one slip of recognition; None for any other word."""
    lower = word.lower()
    if lower in months or any(lower == month[:3] for month in months):
        return word
    letters = lower.replace("0", "o").replace("1", "l").replace("|", "l").replace("5", "s").replace("8", "b")
    for month in months:
        if letters == month or letters.replace("l", "i") == month or (letters == month[:3] and letters != lower):
            return month.capitalize()
    for month in months:
        if len(month) >= _SHORTEST and (_is_one_off(letters, month) or _is_pair_off(letters, month)):
            return month.capitalize()
    return None


def _is_one_off(word: str, month: str) -> bool:
    """Whether one letter is wrong, missing or too many."""
    if abs(len(word) - len(month)) > 1:
        return False
    at = next((i for i, (one, other) in enumerate(zip(word, month, strict=False)) if one != other), None)
    if at is None:
        return True
    rest, other = word[at:], month[at:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _is_pair_off(word: str, month: str) -> bool:
    """Whether two letters were taken for one, or one for two."""
    return any(
        word.replace(wrong, right, 1) == month or word.replace(right, wrong, 1) == month for wrong, right in _PAIRS
    )
