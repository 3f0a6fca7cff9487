"""A readable clause for a happening, in the article's own words. Comes in: a sentence, its head. Goes out: `Title`.

A title is made of whole phrases of the sentence: subject, verb group, what follows; dates are left out where that is
clean. `Title.words` are the indices it shows, from which names are taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.events.clause import clause_end, governing, noun_phrase, share_of, shared_auxiliaries
from timeline.events.head import Head
from timeline.events.sentence import Sentence, without_dates
from timeline.events.subject import AND, moved_object, subject
from timeline.extract.verbs import Group
from timeline.extract.word import BORDERS, NOUNS, Kind

LONGEST = 90
_SHORT_WORDS = 3
_BARE_WORDS = 4
_LOOSE = frozenset(
    {Kind.PREPOSITION, Kind.TO, Kind.COORDINATOR, Kind.DETERMINER, Kind.COMMA, Kind.POSSESSIVE, Kind.THAT}
)


@dataclass(frozen=True, slots=True)
class Title:
    """The title and the words of the sentence that make it."""

    text: str
    words: tuple[int, ...]


def title_of(sentence: Sentence, head: Head | None, date: int) -> Title:
    """The clause around a head; without one, what the sentence says but for its dates.

    A clause that says nothing by itself ("it began", "has not done") gives way to the sentence that holds it.
    """
    title = _title_of(sentence, head, date)
    if head is None or not _is_bare(sentence, title):
        return title
    up_to = without_dates(sentence, list(range(title.words[-1] + 1)))
    if len(_written(sentence, up_to)) > LONGEST:
        return title
    return _fitted(sentence, up_to, head.index)


def _is_bare(sentence: Sentence, title: Title) -> bool:
    """Whether a title is a pronoun with its verb, or ends with a verb that stands for another."""
    words = title.text.lower().split()
    if len(words) > _BARE_WORDS or not title.words:
        return False
    told = sentence.words
    return words[0] in sentence.narration.personal or told[title.words[-1]].lower in sentence.narration.do


def _title_of(sentence: Sentence, head: Head | None, date: int) -> Title:
    if head is None:
        return _fitted(sentence, without_dates(sentence, list(range(len(sentence.words)))), 0)
    if head.group is not None:
        return _fitted(sentence, *_clause(sentence, head.group, date))
    noun = noun_phrase(sentence, head.index)
    if len([i for i in noun if sentence.words[i].kind in NOUNS]) >= _SHORT_WORDS:
        return _fitted(sentence, noun, head.index)
    group = _clause_around(sentence, head)
    if group is not None:
        clause, anchor = _clause(sentence, group, date)
        title = _fitted(sentence, clause, anchor)
        if head.index in title.words:
            return title
    return _fitted(sentence, noun, head.index)


def tells(sentence: Sentence, head: Head) -> bool:
    """Whether a noun that its date qualifies opens the sentence as a subject: "The May 3 quake killed 40 people"."""
    group = sentence.group_of(head.index + 1) if head.index + 1 < len(sentence.words) else None
    subject = group is not None and group.finite and not group.copula
    return head.attributive and subject and sentence.segment_range(head.index)[0] == 0


def _clause_around(sentence: Sentence, head: Head) -> Group | None:
    """The clause that tells more of a noun: the one it is the subject of, or the one it stands in."""
    if head.refers and not tells(sentence, head):
        return None
    segment = sentence.segments[head.index]
    here = [g for g in sentence.groups if sentence.segments[g.head] == segment and not g.infinitive]
    before = [g for g in here if g.head < head.index]
    after = [g for g in here if g.finite and not _only_dates(sentence, g)]
    return before[-1] if before else after[0] if after else _next_main(sentence, head.index)


def _only_dates(sentence: Sentence, group: Group) -> bool:
    """Whether a verb says no more than the date ("the deadline is 3 May")."""
    following = sentence.words[group.head + 1 : group.head + 2]
    return group.copula and bool(following) and following[0].kind is Kind.DATE


def _next_main(sentence: Sentence, index: int) -> Group | None:
    """The finite verb after a noun whose phrase a comma closes ("The summit, on May 3, ended")."""
    for group in sentence.groups:
        if group.finite and group.first > index:
            first, _ = sentence.segment_range(group.first)
            return group if first == group.first or sentence.words[first].kind is Kind.ADVERB else None
    return None


def _clause(sentence: Sentence, group: Group, date: int) -> tuple[list[int], int]:
    """Subject, verb group and what follows; and the word that must stay."""
    governor = governing(sentence, group)
    if governor is not None:
        who = subject(sentence, governor)
        predicate = list(range(governor.first, clause_end(sentence, group.head)))
    else:
        who = subject(sentence, group)
        predicate = [*shared_auxiliaries(sentence, group), *range(group.first, clause_end(sentence, group.head))]
    predicate = share_of(sentence, predicate, group.head, date)
    moved = moved_object(sentence, governor or group)
    whole = [*who, *predicate, *moved]
    return without_dates(sentence, whole), group.head


_LINK = re.compile(r"!?\[(?=[^\]]*\]\()|\]\([^)\s]*\)?|[*_]{2}")
"""What Markdown writes around a link's words."""
_REST_OF_DATE = re.compile(r"(?:^|\s)[/–]\s?\d{1,4}\b")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]?$")
_PAIRS = (("“", "”"), ("«", "»"))


def _fitted(sentence: Sentence, words: list[int], anchor: int) -> Title:
    """Words as a title of at most LONGEST characters, cut only between phrases, the anchor always kept."""
    words = _closed(sentence, words, anchor, cut=False)
    text = _written(sentence, words)
    while len(text) > LONGEST and words:
        shorter = _shortened(sentence, words, anchor)
        if shorter == words:
            break
        words = _closed(sentence, shorter, anchor, cut=True)
        text = _written(sentence, words)
    if len(text) > LONGEST:
        text = text[: text.rfind(" ", 0, LONGEST + 1)] if " " in text[:LONGEST] else text[:LONGEST]
    return Title(text[:1].upper() + text[1:], tuple(i for i in words if i >= 0))


def _closed(sentence: Sentence, words: list[int], anchor: int, cut: bool) -> list[int]:
    """Words without small words and marks left hanging at the ends."""
    told = sentence.words
    while words and words[-1] != anchor and words[-1] >= 0:
        kind = told[words[-1]].kind
        counted = cut and kind is Kind.PRONOUN and len(words) > 4 and told[words[-2]].kind is Kind.PREPOSITION
        if _is_particle(sentence, words):
            break
        if kind in _LOOSE or kind is Kind.BREAK or counted or _hangs(sentence, words):
            words = words[:-1]
        else:
            break
    while (
        words
        and words[0] != anchor
        and words[0] >= 0
        and told[words[0]].kind in (*BORDERS, Kind.COORDINATOR, Kind.THAT)
    ):
        words = words[1:]
    return words


def _is_particle(sentence: Sentence, words: list[int]) -> bool:
    """Whether the last word belongs to the verb before it ("burned down")."""
    told = sentence.words
    last = words[-1]
    return told[last].lower in sentence.narration.particles and last > 0 and told[last - 1].kind is Kind.VERB


def _hangs(sentence: Sentence, words: list[int]) -> bool:
    """Whether the last word is an adverb or "not" that no verb before it needs."""
    last = sentence.words[words[-1]].kind
    before = sentence.words[words[-2]].kind if len(words) > 1 else None
    return last is Kind.NEGATION or (last is Kind.ADVERB and len(words) > 4 and before is not Kind.VERB)


def _shortened(sentence: Sentence, words: list[int], anchor: int) -> list[int]:
    """Words less their last phrase; where the anchor is the end already, less the first insertion of the subject."""
    told = sentence.words
    tail = [p for p, i in enumerate(words) if i > anchor]
    for position in reversed(tail[1:] if len(tail) > 1 else []):
        index = words[position]
        if index >= 0 and told[index].kind in (Kind.PREPOSITION, Kind.COMMA, Kind.COORDINATOR, Kind.TO, Kind.THAT):
            return words[:position]
    if tail:
        front = [
            p for p, i in enumerate(words) if i < anchor and i >= 0 and told[i].kind in (Kind.COMMA, Kind.PREPOSITION)
        ]
        group = sentence.group_of(anchor)
        first = group.first if group is not None else anchor
        if front and front[0] > 0:
            return [i for p, i in enumerate(words) if p < front[0] or i >= first]
        return words[: tail[0]] if len(tail) == 1 else words[: tail[-1]]
    return words


def _written(sentence: Sentence, words: list[int]) -> str:
    """The words as text, with the source's own spacing where they stand side by side."""
    told, out = sentence.words, ""
    previous = None
    for index in words:
        if index == AND:
            out, previous = out + " and", None
            continue
        word = told[index]
        surface = sentence.text[word.start : word.end]
        if index == 0 and out and word.kind is not Kind.NAME:
            surface = surface.lower()
        if previous is None:
            gap = " " if out else ""
        elif index == previous + 1:
            gap = sentence.text[told[previous].end : word.start]
            gap = " " if gap.strip() == "" and gap else gap
        else:
            gap = "" if word.kind is Kind.COMMA else " "
        out += gap + surface
        previous = index
    out = " ".join(_LINK.sub("", out).split()).strip(" ,;:–—-•*|#>")
    out = _REST_OF_DATE.sub("", out)
    bracket = _BRACKET.search(out)
    if bracket and set(bracket[1].lower().split()) & sentence.narration.credit_words:
        out = out[: bracket.start()]
    for opening, closing in _PAIRS:
        if out.count(opening) != out.count(closing):
            out = out.replace(opening, "").replace(closing, "")
    if out.count('"') % 2:
        out = out.replace('"', "")
    return " ".join(out.split()).rstrip(".")
