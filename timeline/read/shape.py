"""What a unit looks like on its own, before its neighbours are asked. In: Unit. Out: Shape."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from timeline.grammar.linear import Sieve
from timeline.model.text import PartKind
from timeline.read import wording
from timeline.read.layout import Unit

_MARKS, _CLOSING = (".", "!", "?", "…"), "\"'”’»)]"
_SOFT_END = re.compile(r"""[?!]["'”’»)\]]*$""")
_INNER_END = re.compile(r"""[.!?]["”’)]*\s+["“‘(]*[A-ZÀ-Þ0-9]""")
_RULE = re.compile(r"(?:[-=*_~#+•·.]\s?){3,}|[-–—*#•]{1,2}")
_BULLET = re.compile(r"(?:[-*•‣◦▪●·–»]|\d{1,3}[.)])\s+(?P<rest>\S.*)")
_PIPED = re.compile(r"[\w&’' .-]{2,40}(?: [|/»›>] [\w&’' .-]{2,40}){1,3}")
_FURNITURE_MOST, _LABEL_MOST, _CAPTION_WORDS = 420, 200, 75
_CREDIT_MOST = 130

# Why: most lines are prose, and to ask all these patterns of each took nine tenths of the time that reading took.
_LABELS = Sieve(
    wording.STAMP, wording.OWN_STAMP, wording.PLACED_LINE, wording.READ_ON, wording.OTHERS, wording.CREDIT,
    wording.FURNITURE, wording.POINTER,
)  # fmt: skip
_CREDITS = Sieve(wording.CREDIT_AT_END)
_CAPTIONS = Sieve(wording.CAPTION_WORDS)


class Shape(Enum):
    """What a unit looks like."""

    RULE = auto()
    FURNITURE = auto()
    READ_ON = auto()
    OTHERS = auto()
    POINTER = auto()
    STAMP = auto()
    BYLINE = auto()
    CREDIT = auto()
    CAPTION = auto()
    KICKER = auto()
    BULLET = auto()
    HEADLINE = auto()
    PROSE = auto()


SHORT = frozenset({Shape.STAMP, Shape.BYLINE, Shape.CREDIT, Shape.KICKER, Shape.BULLET, Shape.HEADLINE, Shape.POINTER})
"""Shapes that lists of stories are made of, besides prose."""


def shape(unit: Unit) -> Shape:
    """What a unit looks like; prose where nothing else is plain."""
    return Shape.CAPTION if unit.final and unit.hint is PartKind.CAPTION else _shape(unit.text)


@lru_cache(maxsize=4096)
def _shape(text: str) -> Shape:
    if _RULE.fullmatch(text):
        return Shape.RULE
    bullet = _BULLET.fullmatch(text)
    bare = bullet["rest"] if bullet else text
    found = _labelled(bare.strip("*_ ")) if len(bare) <= _FURNITURE_MOST else None
    if found:
        return found
    if is_caption(text):
        return Shape.CAPTION
    if _is_prose(bare):
        return Shape.BULLET if bullet and words(bare) < 40 else Shape.PROSE
    if bullet:
        return Shape.BULLET
    return Shape.KICKER if is_kicker(text) else Shape.HEADLINE


def words(text: str) -> int:
    """How many words."""
    return text.count(" ") + 1 if text else 0


def is_caption(text: str) -> bool:
    """Whether a line tells what a picture shows: it ends in a credit, or opens or speaks as captions do."""
    if words(text) > _CAPTION_WORDS:
        return False
    credit = credit_at_end(text)
    if credit is not None:
        return True
    if words(text) <= 45 and wording.CAPTION_START.match(text) and words(text) >= 4:
        return True
    return speaks_of_picture(text)


def is_credited(text: str) -> bool:
    """Whether a caption is told by its credit or its opening, wherever it stands."""
    return credit_at_end(text) is not None or bool(wording.CAPTION_START.match(text))


def speaks_of_picture(text: str) -> bool:
    """Whether one short sentence speaks as captions do ("pictured", "(left)"): enough only for a line set alone."""
    if words(text) > 32 or not _CAPTIONS.somewhere(text):
        return False
    return not _INNER_END.search(text[:-1]) and bool(wording.CAPTION_WORDS.search(text))


def credit_at_end(text: str) -> int | None:
    """Where a line's closing picture credit starts, or None.

    A bare agency in brackets after a full stop ("... he said. (Reuters)") may as well sign a report: it
    counts only after a phrase that is no longer than a caption's.
    """
    at = max(0, len(text) - _CREDIT_MOST)
    if not _CREDITS.end(text[at:]):
        return None
    for found in wording.CREDIT_AT_END.finditer(text, at):
        if found.end() != len(text):
            continue
        bare_agency = re.fullmatch(r"[\s\[(]*[A-Za-z]+[\])]?\.?", found[0])
        if bare_agency and words(text) > 24:
            return None
        return found.start()
    return None


def is_story_stamp(text: str) -> bool:
    """Whether a line holds a stamp that only lists of stories carry: "3 hours ago", "5 min read"."""
    # Why: the test for the words first; the pattern alone costs ten times all others.
    return ("ago" in text or "min" in text) and bool(wording.STORY_STAMP.fullmatch(text))


def is_kicker(text: str) -> bool:
    """Whether a line is a section's name: "Analysis | Middle East", "QiOSK", "WORLD NEWS"."""
    if _PIPED.fullmatch(text) and words(text) <= 9:
        return True
    return words(text) <= 3 and not _ended(text) and not any(character.isdigit() for character in text)


def _labelled(text: str) -> Shape | None:
    """Shapes told by wording."""
    label = text.rstrip(": ").lstrip("#").strip(" *_")
    if _LABELS.whole(text) or (label != text and _LABELS.whole(label)):
        found = _known_label(text, label)
        if found:
            return found
    if len(text) <= _LABEL_MOST:
        count = words(text)
        if count <= 24 and not _is_sentence(text) and wording.BYLINE.fullmatch(text):
            return Shape.BYLINE
        published = wording.PUBLISHED_LINE.match(text)
        if published and len(text) - published.end() < 60:
            return Shape.STAMP
        if count <= 9 and is_story_stamp(text) and not _is_sentence(text):
            return Shape.STAMP
    return None


def _known_label(text: str, label: str) -> Shape | None:
    """The shape of a line with fixed wording; `label` is it without marks."""
    if len(text) > _LABEL_MOST:
        return Shape.FURNITURE if wording.FURNITURE.fullmatch(text) else None
    if wording.STAMP.fullmatch(text) or wording.OWN_STAMP.fullmatch(text) or wording.PLACED_LINE.fullmatch(text):
        return Shape.STAMP
    if wording.READ_ON.fullmatch(text):
        return Shape.READ_ON
    if wording.OTHERS.fullmatch(label) and words(label) <= 9 and not _ended(label):
        return Shape.OTHERS
    if wording.CREDIT.fullmatch(text) and words(text) <= 16:
        return Shape.CREDIT
    if wording.FURNITURE.fullmatch(text):
        return Shape.FURNITURE
    pointer = wording.POINTER.fullmatch(text)
    return Shape.POINTER if pointer and words(pointer["rest"]) <= 28 else None


def _ended(text: str) -> bool:
    """Whether it ends as a sentence does: a mark, perhaps a blank, and what closes a quotation."""
    return text.rstrip(_CLOSING).removesuffix(" ").endswith(_MARKS)


def _is_sentence(text: str) -> bool:
    return _ended(text) and words(text) >= 6


def _is_prose(text: str) -> bool:
    count = words(text)
    if count >= 25 or (text.endswith((":", ";", ",")) and count >= 6):
        return True
    if not _ended(text):
        return text[:1].islower() and count >= 6
    if _SOFT_END.search(text) and count <= 16 and not _INNER_END.search(text) and not text.startswith(('"', "“", "‘")):
        return False
    return count >= 4
