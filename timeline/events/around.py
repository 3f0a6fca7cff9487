"""More of a bare noun, from the clause around it. Comes in: a sentence, a head. Goes out: `Title`, or None."""

from __future__ import annotations

from timeline.events.date_words import without_dates
from timeline.events.fit import LONGEST
from timeline.events.head import Head
from timeline.events.sentence import Sentence, phrase_start
from timeline.events.subject import subject
from timeline.events.title import Title, clause_around, clause_of, opener, shown
from timeline.events.written import written
from timeline.extract.group import Group
from timeline.extract.word import Kind

_QUALIFIED = 3
"""Words of a noun with its adjectives, at most."""


def is_one_noun(sentence: Sentence, head: Head, title: Title) -> bool:
    """Whether a title is its head's noun alone, or with what only qualifies it ("devastating flood")."""
    told, last = sentence.words, title.words[-1] if title.words else -1
    own = [i for i in title.words if told[i].kind is not Kind.DETERMINER]
    plain = all(told[i].kind in (Kind.WORD, Kind.EVENT, Kind.ADVERB) for i in own)
    return plain and last == head.index and len(own) <= _QUALIFIED


def is_known(sentence: Sentence, head: Head, title: Title) -> bool:
    """Whether a bare noun tells of the one that its document names: not "a flood"."""
    start = phrase_start(sentence, head.index)
    lead, n = sentence.words[start], sentence.narration
    indefinite = lead.kind is Kind.DETERMINER and lead.lower not in n.definite and not lead.genitive
    owned = any(sentence.words[i].genitive for i in title.words)
    return not indefinite and not owned and (len(title.words) == 1 or sentence.words[head.index].kind is Kind.EVENT)


def around(sentence: Sentence, head: Head, date: int) -> Title | None:
    """The clause in which a bare noun stands, with the phrase that holds it; None where they do not fit."""
    if (told := _told_of_it(sentence, head, date)) is not None:
        return told
    first, last = sentence.segment_range(head.index)
    start = phrase_start(sentence, head.index)
    attends = start > 0 and sentence.words[start - 1].lower in sentence.narration.wording.attending
    later = (g for g in sentence.groups if g.finite and g.first >= last)
    group = (clause_around(sentence, head) or next(later, None)) if attends else None
    if group is None:
        return None
    words, anchor, _ = clause_of(sentence, group, date)
    if head.index not in words and group.first > head.index and last < group.first:
        words = [*words, *without_dates(sentence, list(range(first, last)))]
    if head.index not in words or len(written(sentence, words)) > LONGEST:
        return None
    title = shown(sentence, words, anchor)
    return title if head.index in title.words and group.head in title.words else None


def _told_of_it(sentence: Sentence, head: Head, date: int) -> Title | None:
    """The clause of which a dated noun is the subject ("Tuesday's show, which was long, raised a million")."""
    if not head.attributive or not head.plainly or not _opens(sentence, phrase_start(sentence, head.index)):
        return None
    mains = (g for g in sentence.groups if g.finite and g.first > head.index)
    group = next((g for g in mains if not _is_relative(sentence, g)), None)
    if group is None or head.index not in subject(sentence, group):
        return None
    title = shown(sentence, *clause_of(sentence, group, date))
    return title if head.index in title.words else None


def _opens(sentence: Sentence, start: int) -> bool:
    """Whether a phrase that starts at a word may be a subject: nothing leads to it but "many of" or "where"."""
    told, n = sentence.words, sentence.narration
    if start > 1 and told[start - 1].lower in n.genitive_prepositions:
        return told[start - 2].kind in (Kind.DETERMINER, Kind.NUMBER)
    return start == 0 or (told[start - 1].kind in _BEFORE and told[start - 1].lower not in n.prepositions)


_BEFORE = frozenset(
    {
        Kind.COMMA,
        Kind.BREAK,
        Kind.THAT,
        Kind.COORDINATOR,
        Kind.QUOTE,
        Kind.RELATIVE,
        Kind.VERB,
        Kind.SUBORDINATOR,
        Kind.WORD,
    }
)


def _is_relative(sentence: Sentence, group: Group) -> bool:
    return sentence.words[opener(sentence, group)].kind is Kind.RELATIVE
