"""Short messages: how they are told from prose, and their small months and weekdays given capitals. Text in and out."""

from __future__ import annotations

import re

from timeline.language.en import lexicon

LONGEST = 300
_MARKS = re.compile(
    r"https?://|(?<!\w)[@#]\w|(?<!\w)[:;=]['-]?[)(DPpO/|]|<3|!!|\.\.\.|[\U0001f300-\U0001faff]"
    r"|\b(?:lol|omg|haha\w*|hehe\w*|pls|plz|thx|gonna|wanna|gng|cuz|abt|ard|idk|tmr|tdy|tmrw|lah|leh|lor|u|ur|wtf|fml"
    r"|dont|cant|didnt|hvng|havnt|gg|alr)\b"
    r"|(?-i:\b(?:i|im)\b)|[a-z]!+\s*$",
    re.IGNORECASE,
)
_SMALL_NAMES = re.compile(r"(?<![@#\w'\u2019./-])(?:may|march|mar|april|june|august|jan|sun|mon|sat|wed|fri|dec)(?!\w)")
"""Months and weekdays that are plain words or names too, and are dates in prose with a capital only."""
_VERBS_TOO = frozenset({"may", "march", "mar", "sat", "sun", "wed"})
_ANOTHER = r"(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)"
_AFTER_VERB = re.compile(
    rf"\s*[.?!]*\s*\Z|\.? ?\d|\s(?:{'|'.join(lexicon.DAY_PARTS)})\b|(?: (?:to|or|and)|,| ?[-/]) ?{_ANOTHER}"
)
_BEFORE_VERB = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)? |\b(?:in|on|by|of|since|until|till|from|next|last|early|late|mid|before|after|every"
    rf"|each|through|between) |{_ANOTHER}[a-z]*[-/, ]+(?:(?:and|to|or) )?)\Z"
)
"""What may stand beside the date, and not beside the verb."""


def with_capitals(text: str) -> str:
    """A message, or a short text without any capital, with those of its months and weekdays: "see u in june"."""
    if len(text) > LONGEST or not (text.islower() or is_message(text)):
        return text
    return _SMALL_NAMES.sub(_with_capital, text)


def _with_capital(match: re.Match[str]) -> str:
    """A month or weekday with its capital; a word that is a verb too only beside a number or a preposition."""
    word, text = match[0], match.string
    if word in _VERBS_TOO and not (_AFTER_VERB.match(text, match.end()) or _BEFORE_VERB.search(text, 0, match.start())):
        return word
    return word.capitalize()


def is_message(text: str) -> bool:
    """Whether a text is a short message, by its length and the marks of one: tags, links, faces, a small i."""
    return len(text) <= LONGEST and _MARKS.search(text) is not None
