"""The words of one sentence, each with what it is. Comes in: text, span, dates, narration. Goes out: `Word`s."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.extract.word import (
    ADVERB,
    BE,
    BREAK,
    COMMA,
    COORDINATOR,
    DATE,
    DETERMINER,
    DO,
    HAVE,
    MODAL,
    NAME,
    NEGATION,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    UNFORMED,
    WORD,
    Kind,
    Word,
)
from timeline.extract.word_classes import tagged
from timeline.grammar.narration import Narration
from timeline.model.text import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:-[^\W\d_]+)?"
    r"|[A-Z]{1,2}\$(?:\d(?:[\d.,]*\d)?)?"
    r"|[A-Z][^\W\d_]*\.[’']s\b"
    r"|[^\W\d_]+(?:(?<=[A-Z])\d{1,4}(?!\w))?(?:[-’'‑][^\W_]+)*(?:[’'](?!'))?"
    r"|\d+/\d+%?"
    r"|[$€£]?\d(?:[\d.,]*\d)?[^\W_]*(?:-[^\W_]+)*%?"
    r"|\A['’]s\b|``|''|-[LR][RSC]B-|(?<=\s)['’](?:s|re|ve|ll|d|m)\b"
    r"|--+|[^\w\s]|_"
)
_CAMEL = re.compile(r"[a-z][A-Z]")
"""In a word, a name that no sentence's start makes ("iPhone", "McKay")."""
_PRONOUN_PARTS = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}


def words(
    text: str,
    sentence: Span,
    dates: tuple[Span, ...],
    narration: Narration,
    known: frozenset[str] = frozenset(),
    without: tuple[Span, ...] = (),
) -> tuple[Word, ...]:
    """The words of a sentence; each date that lies in it is one word.

    `known` are words, in lower case, that the document uses as names: they are names at a sentence's start too.
    What lies in a span of `without` is passed over.
    """
    raw: list[Word] = []
    at = sentence.start
    for date in sorted(d for d in dates if sentence.holds(d)):
        if date.start < at:
            continue
        raw.extend(_split(text, at, date.start, narration))
        raw.append(Word(date.start, date.end, text[date.start : date.end].lower(), DATE))
        at = date.end
    raw.extend(_split(text, at, sentence.end, narration))
    if _CUT_NUMBER.search(text, sentence.start, sentence.end):
        raw = _whole_numbers(raw)
    if without:
        raw = [word for word in raw if not any(span.start <= word.start < span.end for span in without)]
    return tagged(_without_dots(raw), narration, known)


def _split(text: str, start: int, end: int, narration: Narration) -> list[Word]:
    # Why not `Word(...)`: a text has thousands of words, and this makes one in half the time.
    new, cls = tuple.__new__, Word
    found: list[Word] = []
    at, apart = start, any(map(str.isspace, text[max(0, start - 1) : start + 1]))
    for chunk in text[start:end].split():
        at = text.index(chunk, at)
        for first, last, lower, kind, genitive, capital in _in_chunk(chunk, narration, apart):
            found.append(new(cls, (at + first, at + last, lower, kind, "", UNFORMED, genitive, capital)))
        at += len(chunk)
        apart = True
    return _joined(found, narration) if "'" in text[start:end] or "’" in text[start:end] else found


def _joined(cut: list[Word], n: Narration) -> list[Word]:
    """Words with the genitives of texts that were cut into words ("Haiti 's", "it 's") put back."""
    found: list[Word] = []
    lone = sum(word.lower in "'’" for word in cut)
    for word in cut:
        before = found[-1] if found else None
        if word.lower in _PRONOUN_PARTS and before is not None:
            verb = _PRONOUN_PARTS[word.lower]
            if word.lower != "'s" or before.lower in n.pronouns or before.lower in n.relatives:
                found.append(word._replace(lower=verb, kind=_listed_kind(verb, n)))
            else:
                found[-1] = before._replace(end=word.end, genitive=True)
        elif before is not None and lone == 1 and word.lower in "'’" and before.end < word.start and _is_many(before):
            found[-1] = before._replace(end=word.end, genitive=True)
        else:
            found.append(word)
    return found


_CUT_NUMBER = re.compile(r"\d [.,]\d|[$€£] \d")
"""In texts that were cut into words, a number in two ("45 ,000", "magnitude-4 .5", "$ 40")."""
_MONEY = frozenset("$€£")


def _whole_numbers(cut: list[Word]) -> list[Word]:
    """Words with the numbers put back that were cut before their comma or point."""
    found: list[Word] = []
    for word in cut:
        mark = found[-1] if found else None
        if mark is not None and mark.lower in _MONEY and mark.end + 1 == word.start and word.lower[0].isdigit():
            found[-1] = mark._replace(end=word.end, lower=f"{mark.lower}{word.lower}", kind=NUMBER)
            continue
        digits = mark is not None and mark.lower in ".," and word.kind is NUMBER and mark.end == word.start
        before = found[-2] if digits and len(found) > 1 else None
        if before is not None and mark is not None and before.end + 1 == mark.start and before.lower[-1].isdigit():
            kind = NUMBER if before.kind is NAME else before.kind  # "M8 .1"
            found[-2:] = [before._replace(end=word.end, lower=f"{before.lower}{mark.lower}{word.lower}", kind=kind)]
        else:
            found.append(word)
    return found


def _is_many(word: Word) -> bool:
    return word.lower.endswith("s") and word.kind in (WORD, NAME)


_Piece = tuple[int, int, str, Kind, bool, bool]


@lru_cache(maxsize=20_000)
def _in_chunk(chunk: str, narration: Narration, apart: bool) -> tuple[_Piece, ...]:
    """The words of what stands between white space; `apart`: there is white space before it too, not a date's end."""
    before = " " if apart else ""
    found: list[_Piece] = []
    for match in _TOKEN.finditer(before + chunk, len(before)):
        at = match.start() - len(before)
        for first, last, lower, kind, genitive, capital in _pieces(match[0], narration):
            found.append((at + first, at + last, lower, kind, genitive, capital))
    return tuple(found)


def _pieces(surface: str, narration: Narration) -> tuple[_Piece, ...]:
    """A token as one word or two ("they'll"): (start, end, lower, kind, genitive, capital) each."""
    size = len(surface)
    lower = surface.lower().replace("’", "'").replace("‑", "-")
    capital = surface[0].isupper()
    cut = lower.rfind("'")
    if (
        cut > 0
        and lower[cut:] in _PRONOUN_PARTS
        and (lower[:cut] in narration.pronouns or lower[:cut] in narration.relatives or lower[cut:] not in ("'s",))
    ):
        verb = _PRONOUN_PARTS[lower[cut:]]
        return (
            (0, cut, lower[:cut], _listed_kind(lower[:cut], narration), False, capital),
            (cut, size, verb, _listed_kind(verb, narration), False, False),
        )
    if lower in _PRONOUN_PARTS or lower == "''":
        return ((0, size, lower, QUOTE, False, False),)
    if lower.endswith(".'s"):
        return ((0, size, lower[:-3], _listed_kind(lower[:-3], narration), True, capital),)  # "Lund Co.'s"
    if lower.endswith("'s") and len(lower) > 2:
        return ((0, size, lower[:-2], _listed_kind(lower[:-2], narration), True, capital),)
    if lower.endswith("s'") and len(lower) > 2:
        return ((0, size, lower[:-1], _listed_kind(lower[:-1], narration), True, capital),)
    if lower.endswith("'") and len(lower) > 1:
        return (
            (0, size - 1, lower[:-1], _listed_kind(lower[:-1], narration), False, capital),
            (size - 1, size, "'", QUOTE, False, False),
        )
    kind = _listed_kind(lower, narration)
    if kind is PRONOUN and surface in narration.places:
        return ((0, size, lower, NAME, False, True),)  # "US"
    if kind is WORD and _CAMEL.search(surface):
        return ((0, size, lower, NAME, False, True),)
    return ((0, size, lower, kind, False, capital),)


def _listed_kind(lower: str, n: Narration) -> Kind:
    """The kind that the lists alone give."""
    first = lower[0]
    if not first.isalnum():
        if first == "`":
            return QUOTE
        if first in "\"“”«»„‘’'":
            return QUOTE
        if first in ",":
            return COMMA
        if first in "$€£" and len(lower) > 1:
            return NUMBER
        return BREAK if first in ";:()[]{}—–-.!?…|/•*_" else QUOTE
    if first.isdigit() or (lower[0] != "$" and "$" in lower):
        return NUMBER if lower[-1].isdigit() or lower[-1] in "%$" else WORD
    if lower in n.be or lower in n.have or lower in n.do:
        return BE if lower in n.be else HAVE if lower in n.have else DO
    if lower in n.future or lower in n.conditional:
        return MODAL
    if lower in n.relatives or lower in n.complementizers:
        return RELATIVE if lower in n.relatives else THAT
    if lower in n.coordinators:
        return COORDINATOR
    if lower in n.possessives:
        return POSSESSIVE
    if lower in n.personal:
        return PRONOUN
    if lower in n.negations:
        return NEGATION
    if lower in n.determiners:
        return DETERMINER
    if lower in n.pronouns:
        return PRONOUN
    if lower in n.numbers:
        return NUMBER
    if lower == n.infinitive:
        return TO
    if lower in n.subordinators:
        return SUBORDINATOR
    if lower in n.prepositions:
        return PREPOSITION
    if lower in n.adverbs:
        return ADVERB
    return WORD


def _without_dots(raw: list[Word]) -> list[Word]:
    """Drops the full stops of abbreviations: those with more of the sentence after them."""
    if "." not in [word.lower for word in raw[:-1]]:
        return raw
    kept: list[Word] = []
    for index, word in enumerate(raw):
        inner = word.lower == "." and index + 1 < len(raw) and kept and kept[-1].end == word.start
        if inner and kept[-1].end - kept[-1].start <= 5 and raw[index + 1].kind is not QUOTE:
            kept[-1] = kept[-1]._replace(end=word.end)
        else:
            kept.append(word)
    return kept
