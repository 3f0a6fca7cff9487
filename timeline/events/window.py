"""Sentences short enough to read. Comes in: a text, its sentences, its dates. Goes out: spans of bounded length.

What is written without full stops (a table, a list, a machine's output) is one sentence to the splitter. Reading it
whole takes square time, and nobody reads such a quote; it is cut between words, best where a clause ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from timeline.extract.word import THIRD_FORMS, UNFORMED, forms_with
from timeline.grammar.narration import Narration, VerbForm
from timeline.model.text import Span

LONGEST = 600
"""Code points of a sentence that is taken whole."""
MOST_DATES = 20
_BORDERS = tuple(re.compile(pattern) for pattern in (r"[;:.!?|\n]\s+", r",\s+", r"\s+"))
"""Where a long sentence is cut, best first."""


def windows(
    text: str, sentences: Iterable[Span], dates: Sequence[Span], entries: Sequence[int] = ()
) -> tuple[Span, ...]:
    """The sentences in order, those too long or with too many dates cut between words; no date is ever split.

    `dates` are sorted by their start; so are `entries`, the places at which others begin within a sentence.
    """
    starts = [date.start for date in dates]
    found: list[Span] = []
    for sentence in _parted(text, sentences, entries) if entries else sentences:
        if sentence.end - sentence.start <= LONGEST and len(dates) <= MOST_DATES:
            found.append(sentence)
        else:
            found += _cut(text, sentence, dates, starts)
    return tuple(found)


def dates_in(dates: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """The dates that start in a span, of dates sorted by their start."""
    first = bisect_left(dates, span.start, key=_start)
    return tuple(dates[first : bisect_left(dates, span.end, lo=first, key=_start)])


def without_headline(text: str, span: Span, at: Span | None, narration: Narration) -> Span:
    """The part of a sentence that holds a date, else its last, where a headline or caption runs into it.

    What gives it away is a capital that nothing explains: "looking for water The town has asked for help".
    """
    start, openers, numbers = span.start, narration.wording.openers, narration.numbers
    for match in _CAPITAL.finditer(text, span.start, span.end):
        surface, place = match[0], match.start()
        lower = surface.lower()
        if lower not in openers and lower not in numbers and not lower.endswith("s"):
            continue
        before = text[max(start, place - _BACK) : place].split()
        dated = at is not None and not text[start : at.start].strip() and at.end == place - 1
        if dated or not before or not _opens(text, start, at, before, match, narration):
            continue  # "3 May 2011 The council met"
        if at is not None and at.start < place:
            return Span(start, place - 1) if at.end < place else Span(start, span.end)
        start = place
    return Span(start, span.end)


_CAPITAL = re.compile(r"[A-Z](?<=\w\s.)[a-z]*(?=-[a-z]+\s\w|\s\w)")
_BACK = 60
"""Code points before a capital in which the words before it are looked for."""
_PLAIN = re.compile(r"[a-z][a-z-]+|\d+")
_NAME = re.compile(r"[A-Z][\w-]*[a-z]")
_CLOSING = "'’”\""
_AMOUNT = re.compile(r"(?:to|least|than) \d")
_MONEY = "$€£#"
_LED = ("the ", "a ", "an ", "his ", "her ", "their ")


def _opens(text: str, start: int, at: Span | None, before: list[str], capital: re.Match[str], n: Narration) -> bool:
    """Whether a capital word within a sentence opens another: a small word, or a noun that else has no capital.

    `start` is where the sentence starts, `at` its date, `before` are the words right before the capital.
    """
    if len(before) > 1 and not before[-1].strip(_CLOSING):
        before = before[:-1]  # "... a `nightmare ' Speaking of it, ..."
    surface, end, last = capital[0], capital.end() + 1, before[-1]
    lower, small = surface.lower(), text[end].islower()
    opener = lower in n.wording.openers or lower in n.numbers
    if _NAME.fullmatch(last):
        # Why: "photo: Ole Berg A strong wind", "in Lund In the town"; but "The Lord of The Rings".
        counts = lower in n.wording.measuring and _AMOUNT.match(text, end) is not None
        return opener and small and (lower not in n.prepositions or counts or text.startswith(_LED, end))
    if len(before) < 2 or not _PLAIN.fullmatch(last.lstrip(_MONEY)) or last in n.determiners:
        return False
    if not before[-2][-1].isalnum() and before[-2] not in _MONEY:
        return False
    if not opener:
        return _is_common(text, surface) and small and last not in n.prepositions and last not in n.coordinators
    if not text[end].isupper():
        return True
    _, form = n.verbs.get(last, ("", UNFORMED))
    if form in _BASE and not _leads_verb(before[-2].lower(), n):
        form = UNFORMED  # Why: "aid" is a noun in "asked for aid The United Nations", a verb in "to leave The Hague".
    if last in n.prepositions or not (form is UNFORMED or form in THIRD_FORMS):
        return False
    if at is None or at.start > capital.start():
        return True
    # Why: "On Friday the journal The Lamp had it" tells nothing of its date before the name.
    told = text[start : capital.start()].lower().split()
    return any(w in n.be or w in n.have or n.verbs.get(w, ("", UNFORMED))[1] in _FINITE for w in told)


_BASE = forms_with(VerbForm.BASE) - forms_with(VerbForm.PAST)
_FINITE = forms_with(VerbForm.PAST, VerbForm.THIRD)


def _leads_verb(word: str, n: Narration) -> bool:
    """Whether a word has a verb in its base form behind it ("to", "will", "they")."""
    return word == n.infinitive or word in n.future | n.conditional | n.personal


def _is_common(text: str, surface: str) -> bool:
    """Whether a word in the plural is no name: the text has it in lower case too ("Survivors")."""
    lower = surface.lower()
    return lower.endswith("s") and len(lower) > 4 and f" {lower} " in text


def _parted(text: str, sentences: Iterable[Span], places: Sequence[int]) -> Iterator[Span]:
    """The sentences in order, those cut in which others start at one of the sorted places."""
    for sentence in sentences:
        start = sentence.start
        for place in places[bisect_left(places, start + 1) : bisect_left(places, sentence.end)]:
            before = text[start:place].rstrip()
            if before:
                yield Span(start, start + len(before))
            start = place
        yield Span(start, sentence.end)


def _start(span: Span) -> int:
    return span.start


def _cut(text: str, sentence: Span, dates: Sequence[Span], starts: Sequence[int]) -> Iterator[Span]:
    at = sentence.start
    first = bisect_left(starts, at)
    while True:
        many = first + MOST_DATES
        crowded = many < len(starts) and starts[many] < sentence.end
        limit = min(at + LONGEST, starts[many]) if crowded else at + LONGEST
        if sentence.end <= limit:
            yield Span(at, sentence.end)
            return
        end, following = _border(text, at, limit, dates, starts)
        if end > at:
            yield Span(at, end)
        if following >= sentence.end:
            return
        at = following
        while text[at].isspace():
            at += 1
        first = bisect_left(starts, at)


def _border(text: str, at: int, limit: int, dates: Sequence[Span], starts: Sequence[int]) -> tuple[int, int]:
    """Where a window ends and where the next one starts."""
    for border in _BORDERS:
        found = [m for m in border.finditer(text, at + (limit - at) // 2, limit) if not _within(m.end(), dates, starts)]
        if found:
            best = found[-1]
            end = best.end() - len(best[0]) + len(best[0].rstrip())
            return end, best.end()
    # Why: with no room between words, a date that straddles the limit goes whole to the next window, or makes its own.
    held = _within(limit, dates, starts)
    if held is None:
        return limit, limit
    return (held.start, held.start) if held.start > at else (held.end, held.end)


def _within(position: int, dates: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """The date that a position lies inside of."""
    index = bisect_left(starts, position) - 1
    return dates[index] if index >= 0 and dates[index].end > position else None
