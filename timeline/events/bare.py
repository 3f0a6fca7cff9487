"""More of a bare noun, from where its document tells it. Comes in: a text, a noun. Goes out: "Invasion of Kuwait".

"The invasion" says nothing by itself; where the text elsewhere tells of one invasion by name, and no other, it is that.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from timeline.events.names import Names
from timeline.grammar.narration import Narration

_RUN = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w(?: (?:(?:of|de|al|el) )?(?:the )?[A-ZÀ-ÖØ-Þ][\w’'-]*\w){0,3}"
_BEFORE = re.compile(rf"({_RUN}(?: ?['’]s)?) $|({_RUN}) ?['’]s (?:[a-z-]+ ){{1,2}}$")
_REACH = 60
"""Code points before a noun in which its name stands."""
_PLAIN = 0.6
"""Of the phrases that name one, the share that must name the same."""


class Fuller(NamedTuple):
    """A noun with what it is of: the phrase, and the name in it."""

    phrase: str
    name: str


def fuller(text: str, noun: str, names: Names, n: Narration) -> Fuller | None:
    """The phrase that tells of what a noun is, as a text mostly names it; None where it does not or names several."""
    after = re.compile(rf" (?:{'|'.join(sorted(n.wording.named_by))}) (?:the )?({_RUN})")
    found: dict[str, list[Fuller]] = {}
    counts = Counter[str]()
    for match in re.finditer(rf"(?<![\w-]){re.escape(noun)}(?![\w-])", text):
        before = _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        behind = after.match(text, match.end())
        for run, phrase in (
            (before and (before[1] or before[2]), before and f"{before[1] or before[2] + _owning(before[0])} {noun}"),
            (behind and behind[1], behind and f"{noun}{behind[0]}"),
        ):
            told = _named(run, phrase, names, n) if run and phrase else None
            if told is not None:
                key = told.name.rsplit(" ", 1)[-1]
                counts[key] += 1
                found.setdefault(key, []).append(told)
    if not counts:
        return None
    key, times = min(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return found[key][0] if times >= _PLAIN * counts.total() else None


def _owning(told: str) -> str:
    """The genitive's mark as a text writes it."""
    return "’s" if "’s" in told else "'s"


def _named(run: str, phrase: str, names: Names, n: Narration) -> Fuller | None:
    """A phrase without small words before its name; None where its capitals tell no name."""
    words = re.sub(r" ?['’]s?$", "", run).split()
    while words and (words[0].lower() in n.not_names or words[0].removesuffix("'s") in n.calendar_names):
        phrase, words = phrase.split(" ", 1)[1] if phrase.startswith(words[0]) else phrase, words[1:]
    if not words or any(word.strip(".") in n.calendar_names for word in words):
        return None
    known = words[-1].lower() in names.known or " ".join(words) in n.places or words[-1] in n.demonyms
    return Fuller(re.sub(r"\s+(?=['’]s )", "", phrase), " ".join(words)) if known else None
