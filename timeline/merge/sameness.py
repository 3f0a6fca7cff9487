"""Whether two passages tell one happening. Comes in: two passages near in date, and the stories. Goes out: a sum.

The sum is of signs, each with its weight; from 0 on, two passages tell one happening. Signs that exclude it count for
themselves. The weights were fitted to pairs labelled by hand and rounded (decision 56); a wrong merge hides an event, a
missed one can be seen, so what is in doubt stays apart.
"""

from __future__ import annotations

from math import inf

from timeline.merge.passages import Passage
from timeline.merge.stories import Stories
from timeline.merge.subjects import Kinship, kinship
from timeline.model.event import Role

NOTHING_KNOWN = -5.4
"""Where the sum begins: two passages on one day, of which nothing else is known, tell of different things."""
SAME_HEAD = 2.6
"""The heads are forms of one word, or of words for one thing ("attacked", "assault")."""
SAME_COMMON_HEAD = 1.0
"""... but such as are told of everything: to say, to be, to have, to take."""
SAME_KIND = 2.6
"""The heads differ, but what the dates are bound to does not ("trial over his June death", "died in June")."""
HEAD_TOLD = 1.5
"""The head of the one is among the words of the other, whose own says little ("resigned", "gave his resignation")."""
NEARLY_ONE_KIND = 1.9
"""The heads are other words that mostly tell the same ("was found", "was discovered")."""
OF_ONE_FAMILY = 1.5
"""The heads tell what one happening may be told as ("was shot", "died")."""
ALIKE_ARTICLES = 3.2
"""Times the likeness of the articles."""
ONE_ARTICLE = 1.7
A_SHARED_NAME = 1.3
A_NAMED_DAY = 1.5
"""The date names the happening of the one ("the October 7 attack"), and the other tells of two of its names."""
OTHER_NAMES = -0.4
"""Both name people, or places, and none in common."""
STRANGERS = -0.5
"""Each tells of somebody whom the other's sentence leaves out."""
OTHER_PEOPLE = -2.5
"""... and of nobody else, in a verb's own clause ("arrested Ole Berg", "arrested Tom Rask")."""
TITLE_WORDS = 0.9
"""Times the cosine of the titles' words."""
SENTENCE_WORDS = 1.5
"""Times the cosine of the sentences' words."""
SAME_BUT_FOR_VERBS = 2.6
"""Other verbs tell of one subject, with half of the other words the same in titles and in sentences: that counts as the
same verb does ("was chosen president", "became president"). It begins to count from SOME_WORDS on."""
SOME_WORDS = 0.15
HALF_OF_WORDS = 0.5
OTHER_FIGURES = -1.5
"""Both sentences give several numbers, and none in common: the results of two firms, the scores of two games."""
SEVERAL = 3
OTHER_AMOUNTS = -0.8
"""The titles give numbers, and none in common: what two firms earned, but also two counts of the dead."""
SAME_SUBJECT = 0.3
UNLIKE_SUBJECTS = -4.0
"""Described by other words ("nurses", "drivers") ..."""
UNLIKE_PHRASES = -1.3
"""... of which one takes its people as known ("the two women", "the freed captives")."""
STANDS_FOR = 1.5
""""The singer died" in an article on Ida Holm, "Ida Holm died" in another; against, where its article is on others."""
NAMED_AS_A_THING = 0.9
"""For each of them that names its happening as a thing, as what is known is named ("since the earthquake")."""
TOLD_COARSELY = -1.5
"""A year or a season holds many happenings of one kind."""

NEAR_COPY = 0.85
"""Share of words in common from which on one sentence is a copy of another."""
CERTAIN = 6.0
"""What a copy counts."""
EXCLUDED = -inf


def likelihood(first: Passage, second: Passage, stories: Stories, *, in_full: bool = False) -> float:
    """The sum of the signs that two passages tell one happening: from 0 on they do; EXCLUDED where they cannot.

    Below 0 it is told too high, as if their articles were alike, unless it is asked for `in_full`.
    """
    if first.copy == second.copy and not at_other_times(first, second):
        return CERTAIN
    kin = _kinship(first, second)
    if _is_excluded(first, second, kin):
        return EXCLUDED
    same_head = first.sense == second.sense and bool(first.sense)
    if first.named_by_date and second.named_by_date:
        return CERTAIN if first.sense == second.sense or not disjoint(first.names, second.names) else EXCLUDED
    one_article = first.source == second.source
    beside = one_article and _are_of_one_sentence(first, second)
    if (same_head and not beside and _near_copies(first, second)) or are_captions(first, second):
        return CERTAIN
    known = NOTHING_KNOWN + _of_kind(first, second, same_head) + _of_people(first, second, kin, beside, stories)
    words = _of_words(first, second, kin, beside)
    if one_article:
        return known + _added(ONE_ARTICLE, words)
    most = known + _added(ALIKE_ARTICLES, words)
    if most < 0 and not in_full:
        return most  # Why: to know how alike articles are costs more than all else, and here it decides nothing.
    return known + _added(ALIKE_ARTICLES * stories.likeness(first.source, second.source), words)


def _of_kind(first: Passage, second: Passage, same_head: bool) -> float:
    found = 0.0
    coarse = TOLD_COARSELY if first.is_coarse or second.is_coarse else 0.0
    if same_head or are_encounters(first, second):
        found = SAME_COMMON_HEAD if first.common and second.common else SAME_HEAD
    elif not first.kinds.isdisjoint(second.kinds):
        found = SAME_KIND
    elif first.source == second.source:
        # Why: where one article tells the like in other words, it tells on: of the shots, the deaths and the arrest.
        return coarse
    elif not first.near.isdisjoint(second.near):
        return NEARLY_ONE_KIND + coarse
    elif tells_of(first, second) or tells_of(second, first):
        return HEAD_TOLD + coarse
    elif not first.families.isdisjoint(second.families):
        return OF_ONE_FAMILY + coarse
    # Why the nouns: what is known is named as a thing, by the head or by what the date is bound to.
    named = (not first.nouns.isdisjoint(second.kinds)) + (not second.nouns.isdisjoint(first.kinds)) if found else 0
    refers = Role.REFERS in (first.evidence.role, second.evidence.role)
    if named and refers and first.source == second.source:
        coarse = 0.0  # Why: an article that speaks of "the 1991 treaty" means the one it tells of.
    return found + NAMED_AS_A_THING * named + coarse


def tells_of(passage: Passage, other: Passage) -> bool:
    """Whether a passage whose head is told of everything has a word for what the other's head tells."""
    return passage.common and other.sense in passage.told and not other.common


def are_of_heads(first: Passage, second: Passage) -> bool:
    """Whether what both may tell of is told by the heads, so that their subjects are those whom it befell.

    Not where a head has the shared happening beside it: "backed plans for the concert", "the concert drew thousands".
    """
    one, other, kinds, others = first.sense, second.sense, first.kinds, second.kinds
    return (one in kinds and one in others and other in others and other in kinds) or kinds.isdisjoint(others)


def _kinship(first: Passage, second: Passage) -> Kinship | None:
    """How those whom it befell stand to one another; None where the heads do not tell of them."""
    return kinship(first.subject, second.subject) if are_of_heads(first, second) else None


def _of_people(first: Passage, second: Passage, kin: Kinship | None, beside: bool, stories: Stories) -> float:
    found = 0.0 if first.names.isdisjoint(second.names) else A_SHARED_NAME
    if (first.named_by_date or second.named_by_date) and len(first.names & second.names) > 1:
        found += A_NAMED_DAY
    apart = disjoint(first.people, second.people)
    if apart or (not found and disjoint(first.places, second.places)):
        found += OTHER_NAMES
    if kin is not None and are_strangers(first, second):
        verbs = not first.subject.nominal and not second.subject.nominal
        found += OTHER_PEOPLE if apart and verbs else STRANGERS
    if kin is Kinship.SAME:
        found += SAME_SUBJECT
    elif kin is Kinship.UNLIKE:
        known = first.subject.points_back or second.subject.points_back
        found += UNLIKE_PHRASES if known else UNLIKE_SUBJECTS
    # Why not beside: one sentence does not tell the same thing again by another name.
    if (first.subject.is_bare or second.subject.is_bare) and not beside:
        found += STANDS_FOR * stands_for(first, second, stories)
    return found


def _of_words(first: Passage, second: Passage, kin: Kinship | None, beside: bool) -> tuple[float, float, float, float]:
    """What numbers, the same told by other verbs, the titles and the sentences count."""
    numbers = verbs = 0.0
    if len(first.figures) >= SEVERAL <= len(second.figures) and first.figures.isdisjoint(second.figures):
        numbers = OTHER_FIGURES
    elif disjoint(first.amounts, second.amounts):
        numbers = OTHER_AMOUNTS
    titles = first.title.cosine(second.title)
    # Why: two heads of one sentence share it, whatever they tell.
    sentences = 0.0 if beside else first.quote.cosine(second.quote)
    if kin is Kinship.SAME and first.source != second.source and _tell_one_thing(first, second):
        told = (min(titles, sentences) - SOME_WORDS) / (HALF_OF_WORDS - SOME_WORDS)
        verbs = SAME_BUT_FOR_VERBS * min(1.0, max(0.0, told))
    return numbers, verbs, TITLE_WORDS * titles, SENTENCE_WORDS * sentences


def _added(articles: float, words: tuple[float, float, float, float]) -> float:
    """What the articles and the words count. Why in this order: the last digit of a sum of floats hangs on it."""
    numbers, verbs, titles, sentences = words
    return articles + numbers + verbs + titles + sentences


def _tell_one_thing(first: Passage, second: Passage) -> bool:
    """Whether each date dates one thing, by a verb that the other sentence lacks: else there is another match."""
    one, other = first.sense in second.quote.terms, second.sense in first.quote.terms
    return first.is_alone and second.is_alone and first.kinds.isdisjoint(second.kinds) and not one and not other


def excluded(first: Passage, second: Passage) -> bool:
    """Whether something says that they cannot be one: who, when by the clock, whether it happened at all."""
    return _is_excluded(first, second, _kinship(first, second))


def _is_excluded(first: Passage, second: Passage, kin: Kinship | None) -> bool:
    if first.source == second.source and first.date is not None and first.date == second.date:
        return True  # Why: two verbs that one date dates tell two happenings.
    if first.named_by_date and second.named_by_date:
        return False
    if first.is_denied is not second.is_denied:
        return True
    if kin is Kinship.APART and first.copy != second.copy and not _name_each_other(first, second):
        return True
    if first.is_encounter and second.is_encounter and are_strangers(first, second):
        return True  # Why: somebody came together with one person here and with another there.
    if (first.is_stamp or second.is_stamp) and first.source != second.source:
        return True  # Why: one only tells when something was put on its page ("Page last updated").
    return first.clock is not None and at_other_times(first, second)


def _name_each_other(first: Passage, second: Passage) -> bool:
    """Whether each sentence names the other's subject too, so that it need not have befallen another one here."""
    one, other = first.subject.names, second.subject.names
    return not (one.isdisjoint(second.mentioned) or other.isdisjoint(first.mentioned))


def at_other_times(first: Passage, second: Passage) -> bool:
    """Whether both tell a time by the same clock, and another one."""
    if first.clock is None or second.clock is None:
        return False
    return first.clock[1] == second.clock[1] and first.clock[0] != second.clock[0]


def disjoint(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether there are names on both sides, and none in common."""
    return bool(first and second) and first.isdisjoint(second)


def are_strangers(first: Passage, second: Passage) -> bool:
    """Whether each passage tells of somebody whom the other leaves out."""
    return not (first.people <= second.mentioned or second.people <= first.mentioned)


def stands_for(first: Passage, second: Passage, stories: Stories) -> int:
    """1 where one tells of a person ("the singer") whom its article names, and the other's subject; -1 where it points
    back to somebody else."""
    for bare, named in ((first, second), (second, first)):
        names = named.subject.names
        if names and bare.subject.is_bare and names.isdisjoint(bare.subject.others):
            if any(stories.speaks_of(bare.source, (name,)) for name in names):
                return 1
            return -1 if bare.subject.points_back else 0
    return 0


def are_encounters(first: Passage, second: Passage) -> bool:
    """Whether both tell of people coming together on one day, no one side with others than the other."""
    if not (first.is_encounter and second.is_encounter) or first.day is None:
        return False
    both = first.mentioned & second.mentioned & (first.people | second.people)
    return bool(both) and not are_strangers(first, second)


def are_captions(first: Passage, second: Passage) -> bool:
    """Whether two captions show the same people at one time, to the month."""
    if not (first.is_caption and second.is_caption) or first.is_coarse:
        return False
    return len(first.people & second.people) >= 2 and (first.people <= second.people or second.people <= first.people)


def _are_of_one_sentence(first: Passage, second: Passage) -> bool:
    """Whether two passages of an article are two heads of one sentence."""
    (text, _, head), (other_text, _, other_head) = first.copy, second.copy
    return text == other_text and head != other_head


def _near_copies(first: Passage, second: Passage) -> bool:
    one, other = len(first.tokens), len(second.tokens)
    if one < NEAR_COPY * other or other < NEAR_COPY * one:
        return False
    both = len(first.tokens & second.tokens)
    return both >= NEAR_COPY * (one + other - both)
