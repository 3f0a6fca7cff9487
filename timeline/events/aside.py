"""Dates of which nothing is told: comparisons, picture credits, lookups. In: a text, a date. Out: yes or no."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.grammar.narration import Narration
from timeline.model.text import Span

_BEFORE = 120
"""Code points before a date in which what it is compared with is looked for."""
_BETWEEN = 8
"""Words that may stand between "the worst" and "since"."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[.;:!?,\n—–]")
_LOOKUP = 40
_CREDIT_LINE = 160
_CREDIT_NAMES = 8
_MARKS = re.compile(r"©|\(c\)", re.IGNORECASE)
_PAIRS = (("(", ")"), ("[", "]"))


def is_comparison(text: str, at: Span, n: Narration) -> bool:
    """Whether a date only tells since when nothing has been like it ("the worst flood since 1953")."""
    if _is_compared_with(text, at, n) or _qualifies_amount(text, at, n):
        return True
    before = text[max(0, at.start - _BEFORE) : at.start]
    inside = _WORD.search(text, at.start, at.end)
    leads = n.comparison_prepositions
    if not n.past_spans.isdisjoint(text[at.start : at.end].lower().split()):
        leads = leads | n.spanning  # "the largest fair in the past decade"
    led = inside is not None and inside[0].lower() in leads
    if not led and not before.rstrip().lower().endswith(tuple(leads)):
        return False
    words = [word.lower() for word in _WORD.findall(before)]
    if not led:
        if not words or words[-1] not in leads:
            return False
        words = words[:-1]
    for back in range(1, min(len(words), _BETWEEN + 1) + 1):
        word = words[-back]
        if word in n.superlatives:
            return True
        lead = words[-back - 1] if back < len(words) else ""
        if word in n.ordinals_of_comparison and (
            lead in n.determiners or lead in n.possessives or lead.endswith(("'s", "’s"))
        ):
            return True
        if not word[0].isalnum() or word in n.be or word in n.have or word in n.do:
            return False
    return False


def _qualifies_amount(text: str, at: Span, n: Narration) -> bool:
    """Whether a date only tells which amount is meant ("below the year-earlier $4 million")."""
    before = text[max(0, at.start - _BETWEEN) : at.start].split()[-1:]
    led = bool(before) and (before[0].lower() in n.definite or before[0].lower() in n.possessives)
    owned = text[at.start : at.end].endswith(("'s", "’s")) or text.startswith(("'s ", "’s "), at.end)
    money = _MONEY.match(text, at.end) if led or owned else None
    if money is None:
        return False
    behind = [word.lower() for word in _WORD.findall(text[money.end() : money.end() + _LOOKUP])]
    while behind and behind[0] in n.numbers:
        behind = behind[1:]
    # Why: "Friday's $3 million sale" is a sale.
    return not behind or not behind[0].isalpha() or behind[0] in n.prepositions


_MONEY = re.compile(r"(?:['’]s)? [$€£] ?\d[\d.,]*")
_AMOUNT = re.compile(r"[$€£#]? ?\d[\d,.]*")
_FAR = 14
"""Words that may stand between "compared with" and the date of what it is compared with."""


def _is_compared_with(text: str, at: Span, n: Narration) -> bool:
    """Whether a date tells of what something else is compared with ("up from 4 pence a year earlier")."""
    before = text[max(0, at.start - _BEFORE) : at.start]
    leads, lower = _leads(n), before.lower()
    if not any(lead in lower for lead in leads):
        return False
    words = [word.lower() for word in _COMPARED.findall(before)]
    inside = [word.lower() for word in _COMPARED.findall(text[at.start : at.end])]
    if len(words) > 1 and words[-1] in n.measured_from and (words[-2] in n.measures or _AMOUNT.match(words[-2])):
        return not text[at.end :].lstrip().startswith("to ")  # "up 5 percent from a year ago"
    for back in range(1, min(len(words), _FAR) + 1):
        if words[-back] in ".;:?!\n" or words[-back] in n.be or words[-back] in n.have or words[-back] in n.do:
            return False
        if words[-back] not in leads:
            continue
        rest = (*words[-back:], *inside)
        if any(rest[: len(phrase)] == phrase for phrase in n.comparing):
            return True
        amount = back > 1 and _AMOUNT.match(words[-back + 1])
        if words[-back] in n.measured_from and amount and not text[at.end :].lstrip().startswith("to "):
            return any(_AMOUNT.match(word) for word in words[:-back])
    return False


@lru_cache(maxsize=16)
def _leads(n: Narration) -> frozenset[str]:
    """Words with which a comparison begins."""
    return n.measured_from.union(phrase[0] for phrase in n.comparing)


_COMPARED = re.compile(r"[$€£#]? ?\d[\d,.]*|[^\W_]+(?:['’][^\W_]+)*|[.;:!?\n—–]")


def is_credit(text: str, at: Span, n: Narration) -> bool:
    """Whether the line or bracket that holds a date says only whose the picture is ("Photo: 2020 Getty")."""
    start = text.rfind("\n", 0, at.start) + 1
    end = text.find("\n", at.end)
    end = len(text) if end < 0 else end
    line = Span(max(start, at.start - _CREDIT_LINE), min(end, at.end + _CREDIT_LINE))
    if line.end - line.start <= _CREDIT_LINE and _only_credits(text, line, at, n):
        return True
    for opening, closing in _PAIRS:
        first = text.rfind(opening, line.start, at.start)
        last = text.find(closing, at.end, line.end)
        inner = Span(first, last) if first >= 0 and last >= 0 else None
        # Why: "(c)" is a mark, not a bracket that is still open.
        if inner and closing not in text[first : at.start] and _only_credits(text, inner, at, n):
            return True
    return False


def is_listed(text: str, at: Span) -> bool:
    """Whether a date only tells how old a headline is in a list of them ("... - 2 hrs ago ... - 5 hrs ago ...")."""
    before = text[max(0, at.start - 2) : at.start]
    if len(before) < 2 or before[-1] != " " or before[0] not in _DASHES:
        return False
    near = text[max(text.rfind("\n", 0, at.start) + 1, at.start - _LIST) : at.end + _LIST].split("\n", 1)[0]
    words = text[at.start : at.end].split()
    alike = re.compile(rf"[{_DASHES}] \d+ \w+ {re.escape(words[-1])}\b")
    return len(words) == _AGE and len(alike.findall(near)) >= _SEVERAL


_DASHES = "-–—"
_LIST, _SEVERAL, _AGE = 300, 3, 3
"""Code points in which a list of headlines is looked for, how many make one, and the words of "2 hrs ago"."""


def is_figure(text: str, at: Span, n: Narration) -> bool:
    """Whether a day only stands for what is to come or gone ("the leaders of tomorrow")."""
    if text[at.start : at.end].lower() not in n.wording.figures or text.startswith(("'s", "’s"), at.end):
        return False
    before = [word.lower() for word in _WORD.findall(text[max(0, at.start - _LOOKUP) : at.start])]
    return len(before) > 1 and before[-1] in n.genitive_prepositions and before[-2] in n.wording.figured


def is_edition(text: str, at: Span, n: Narration) -> bool:
    """Whether a day only tells which paper or price is meant ("in today's editions", "Thursday's closing price")."""
    owned = text[at.start : at.end].endswith(("'s", "’s")) or text.startswith(("'s ", "’s "), at.end)
    behind = _WORD.search(text, at.end + (2 if text.startswith(("'s", "’s"), at.end) else 0)) if owned else None
    return behind is not None and behind[0].lower() in n.wording.editions


def is_lookup(text: str, at: Span, n: Narration) -> bool:
    """Whether a date only says when somebody looked something up ("Retrieved 4 May 2015")."""
    told = [word.lower() for word in _WORD.findall(text[max(0, at.start - _LOOKUP) : at.start])]
    last = next((i for i in reversed(range(len(told))) if not told[i][0].isalnum()), -1)
    return any(word in n.looked_up for word in told[last + 1 :])


def is_stamp(text: str, at: Span, n: Narration) -> bool:
    """Whether a date only says when the page was put up or changed ("Page last updated at 08:58", "Posted: 3 May")."""
    line = text[max(text.rfind("\n", 0, at.start) + 1, at.start - _STAMP) : at.start]
    words = _WORD.findall(line)
    while words and (words[-1].lower() in n.date_prepositions or _ZONE.fullmatch(words[-1])):
        words = words[:-1]
    kept = bool(words) and words[-1].lower() in _kept(n)
    # Why: "was last updated" and "the book, published in May" tell of something; a stamp has no such words before it.
    leads = [word for word in words[-3:-1] if word.lower() in n.page_leads]
    before = words[: -1 - len(leads)] if kept else words
    end = text.find("\n", at.end)
    behind = text[at.end : end if end >= 0 else len(text)]
    alone = line.rstrip().endswith(":") or not _SAID.search(behind)
    return kept and ((not before and alone) or (bool(leads) and leads[0][0].isupper()))


@lru_cache(maxsize=16)
def _kept(n: Narration) -> frozenset[str]:
    """What pages say was done to them, as participles."""
    return frozenset(n.wording.past_of.get(base, f"{base}ed") for base in n.page_keeping)


_ZONE = re.compile(r"\W|\d\w*|[A-Z]{2,4}|[ap]m")
"""What a time of day is written with, before a page's date."""
_SAID = re.compile(r"[a-z]{3,}")
"""Behind a date, words: then its line tells something."""
_STAMP = 60
"""Code points before a date in which a page says what it did then."""


def _only_credits(text: str, line: Span, at: Span, n: Narration) -> bool:
    rest = text[line.start : at.start] + " " + text[at.end : line.end]
    plain = _MARKS.sub(" ", rest)
    words = [word for word in _WORD.findall(plain) if word[0].isalnum()]
    marked = plain != rest or any(word.lower() in n.credit_words for word in words)
    small = n.credit_words | n.name_joints
    names = [word for word in words if word.lower() not in small]
    return marked and len(names) <= _CREDIT_NAMES and all(word[0].isupper() for word in names)
