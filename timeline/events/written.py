"""Words of a sentence as the text of a title. Comes in: a sentence, word indices. Goes out: text.

Where words stand side by side the source's own spacing is kept, but for the blanks of texts that were cut into words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.events.sentence import AND, ARE, IS, OWNS, THE, WAS, WERE, Sentence, parted_name
from timeline.extract.word import Kind

_RARE = re.compile(r"[\[\]()*_/–“”«»\"]")
"""What all that follows looks for: most titles have none of it."""
_EDGES, _END = " ,;:–—-•*|#>_", ".,;: "
_LINK = re.compile(r"!?\[(?=[^\]]*\]\()|\]\([^)\s]*\)?|[*_]{2}")
"""What Markdown writes around a link's words."""
_REST_OF_DATE = re.compile(r"(?:^|\s)[/–]\s?\d{1,4}\b")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]?$")
_PAIRS = (("“", "”"), ("«", "»"))
_MARKS = {"-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "``": "“", "''": "”"}
_CUT_QUOTE = re.compile(r"""(?<!\w)(["']) ?([^"' ][^"']*?) \1(?!\w)""")
"""A quotation whose marks a text that was cut into words sets apart."""
_CUT_OFF = re.compile(r"\s+(?=['’]s?$)")
_ENDINGS = ("'s", "'re", "'ve", "'ll", "'d", "'m", "n't")
_JOINED = frozenset((*",.;:?!%)]”", *_ENDINGS, *(ending.replace("'", "’") for ending in _ENDINGS)))
"""Marks and cut off endings that no blank parts from the word before."""
_OPENING = frozenset("([“$£€#")


def written(sentence: Sentence, words: list[int]) -> str:
    """The words as text, without raw markup, credits and marks that have lost their partner."""
    out = _CUT_QUOTE.sub(r"\1\2\1", _put_together(sentence, words))
    if _RARE.search(out) is None:
        return _ended(" ".join(out.split()).strip(_EDGES))
    out = " ".join(_LINK.sub("", out).split()).strip(_EDGES)
    out = _REST_OF_DATE.sub("", out)
    bracket = _BRACKET.search(out)
    credit = bracket and set(bracket[1].lower().split()) & sentence.narration.credit_words
    if bracket and (
        credit or not bracket[1].strip() or out.count("(") + out.count("[") > out.count(")") + out.count("]")
    ):
        out = out[: bracket.start()]
    if out.find("“") > 0 and out.count("“") == out.count("”") + 1:
        out = f"{out}”".removesuffix("“”").rstrip(_EDGES)
    for opening, closing in _PAIRS:
        if out.count(opening) != out.count(closing):
            out = out.replace(opening, "").replace(closing, "")
    if out.count('"') % 2:
        out = out + '"' if ': "' in out else out.replace('"', "")
    if out.endswith(' "'):
        out = f'{out[:-2]}"'
    return _ended(" ".join(out.split()))


_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")


def _ended(text: str) -> str:
    """A text without the marks at its end, but for the last one of an abbreviation ("the U.S.")."""
    return text if text.endswith(".") and _INITIALS.search(text) else text.rstrip(_END)


def headed(text: str) -> str:
    """A title with a capital, but for names that begin small ("iPhone")."""
    first = text.split(" ", 1)[0]
    return text if first != first.lower() else text[:1].upper() + text[1:]


def _put_together(sentence: Sentence, words: list[int]) -> str:
    told, n, stands = sentence.words, sentence.narration, _as_it_stands(sentence)
    out, previous = "", None
    for index in words:
        if index == OWNS:
            out, previous = out + ("’" if out.endswith("s") else "’s"), None
            continue
        if index < 0:
            past, present = n.passive_past, n.passive_present
            stand_in = {AND: "and", WAS: past[0], WERE: past[1], IS: present[0], ARE: present[1], THE: n.article}
            out, previous = f"{out} {stand_in[index]}".lstrip(), None
            continue
        word = told[index]
        surface, gap = stands[index]
        moved = index == 0 or (word.kind is Kind.DETERMINER and told[index - 1].kind is Kind.QUOTE)
        if moved and out[-1:].isalnum() and previous != index - 1 and word.kind is not Kind.NAME:
            surface = surface.lower()
        if previous is None or index != previous + 1:
            gap = " " if out and not _clings(sentence, index, surface, out[-1:]) else ""
        if previous is not None and index > previous + 1 and out:
            out = _agreeing(out, surface, sentence.narration.wording.indefinite)
        out += gap + surface
        previous = index
    return out


@lru_cache(maxsize=8)
def _as_it_stands(sentence: Sentence) -> tuple[tuple[str, str], ...]:
    """Each word as a title writes it, with what parts it from the word before it.

    Why remembered: a title is put together again and again until it is short enough.
    """
    stands: list[tuple[str, str]] = []
    before, end = "", 0
    for index, word in enumerate(sentence.words):
        surface = sentence.text[word.start : word.end]
        surface = _MARKS.get(word.lower) or (_CUT_OFF.sub("", surface) if word.genitive else surface)
        if word.kind is not Kind.DATE and " " in surface and (surface[-1].isdigit() or word.kind is Kind.NUMBER):
            surface = surface.replace(" ", "")  # "45 ,000"
        gap = sentence.text[end : word.start] if index else " "
        gap = " " if gap and (not gap.strip() or any(c.isalnum() for c in gap)) else gap
        if index == 0 and surface == "”":
            surface = "“"
        stands.append((surface, "" if gap == " " and _clings(sentence, index, surface, before[-1:]) else gap))
        before, end = surface, word.end
    return tuple(stands)


def _clings(sentence: Sentence, index: int, surface: str, before: str) -> bool:
    """Whether no blank parts a word from the code point before it, though the text has one there."""
    return surface in _JOINED or before in _OPENING or _is_in_name(sentence, index, surface, before)


def _is_in_name(sentence: Sentence, index: int, surface: str, before: str) -> bool:
    """Whether a hyphen, or what stands behind one, parts a name that was cut into words."""
    if surface == "-":
        return parted_name(sentence, index)
    return before == "-" and parted_name(sentence, index - 1)


_VOWELS = "aeiouAEIOU"


def _agreeing(out: str, following: str, articles: tuple[str, str]) -> str:
    """A text that ends with "a" or "an", as the word needs it that follows now ("a [spring] offensive")."""
    head, _, last = out.rpartition(" ")
    if last.lower() not in articles:
        return out
    fitting = articles[following[:1] in _VOWELS]
    return f"{head} {fitting}".lstrip() if last.islower() else f"{head} {fitting.capitalize()}".lstrip()


def cut_short(quote: str, longest: int = 90) -> str:
    """A quote's start, cut between words."""
    plain = " ".join(quote.split())
    if len(plain) <= longest:
        return plain
    cut = plain.rfind(" ", 0, longest + 1)
    return plain[: cut if cut > 0 else longest]
