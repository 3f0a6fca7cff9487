"""Whether a passage tells a happening or takes it as known. Comes in: a sentence, a head, its date. Goes out: `Role`.

"The attack of 7 October killed a thousand people" reports; "since the October 7 attack", "after Friday's vote" refer.
"""

from __future__ import annotations

from timeline.events.head import Head
from timeline.events.sentence import Sentence, phrase_start
from timeline.extract.word import Kind
from timeline.model.event import Role
from timeline.model.expression import CalendarDate, Expression, Named


def role_of(sentence: Sentence, head: Head | None, date: Expression) -> Role:
    """Whether the passage tells the happening; what is told with no more than "since" takes it as known."""
    if head is None:
        return Role.REPORTS
    if not head.refers:
        return Role.REFERS if _since_clause(sentence, head) else Role.REPORTS
    if not head.attributive:
        return Role.REFERS
    if _acts(sentence, head) or _sets_scene(sentence, head):
        return Role.REPORTS
    # Why: "injured in Friday's attack" is how news tells of Friday's attack; "since Friday's attack" is not.
    named = isinstance(date, CalendarDate | Named)
    return Role.REFERS if named or _is_known_point(sentence, head) else Role.REPORTS


def _since_clause(sentence: Sentence, head: Head) -> bool:
    """Whether the happening is told only as what others are counted from: "since rebels seized the port in May"."""
    if head.group is None or not head.group.finite:
        return False
    first, _ = sentence.segment_range(head.group.first)
    opener = sentence.words[first]
    return opener.kind is Kind.SUBORDINATOR and opener.lower in sentence.narration.start_prepositions


def _acts(sentence: Sentence, head: Head) -> bool:
    """Whether the phrase opens the sentence as the subject of its verb: "The May 3 quake killed 40 people"."""
    after = head.index + 1
    group = sentence.group_of(after) if after < len(sentence.words) else None
    return group is not None and group.finite and not group.copula and phrase_start(sentence, head.index) == 0


def _sets_scene(sentence: Sentence, head: Head) -> bool:
    """Whether "in the May 3 attack" opens its sentence: what follows tells what happened in it."""
    told, n = sentence.words, sentence.narration
    first = phrase_start(sentence, head.index)
    opens = first == 1 or (first > 1 and told[first - 2].kind is Kind.BREAK)
    return opens and told[first - 1].lower in n.locative_prepositions | n.known_point_prepositions


def _is_known_point(sentence: Sentence, head: Head) -> bool:
    """Whether words like "after" or "in the wake of" lead to the phrase."""
    told, n = sentence.words, sentence.narration
    first = phrase_start(sentence, head.index)
    if first == 0:
        return False
    lowers = [word.lower for word in told[max(0, first - 5) : first]]
    return lowers[-1] in n.reference_prepositions or any(
        tuple(lowers[-len(phrase) :]) == phrase for phrase in n.reference_phrases
    )
