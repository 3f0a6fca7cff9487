"""The tense in which a day is told, which is not always that of the verb beside it.

"Is meeting on Friday" is to come, "will discuss Friday's attack" is not. Comes in: a date among the words and verb
groups of its sentence. Goes out: its `Tense`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.group import Group, Tense
from timeline.extract.word import (
    ADVERB,
    BE,
    BORDERS,
    COORDINATOR,
    DETERMINER,
    EVENT,
    GERUNDS,
    HAVE,
    NOUNS,
    PARTICIPLES,
    PAST_FORMS,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    SUBORDINATOR,
    VERB,
    WORD,
    Word,
)
from timeline.grammar.narration import Narration


class Place(NamedTuple):
    """A date among the words, verb groups and segments of its sentence; `lead` is the word just before it."""

    told: tuple[Word, ...]
    here: int
    lead: str
    found: tuple[Group, ...]
    narration: Narration
    segment: tuple[int, ...]

    def before(self, group: Group) -> Group | None:
        """The verb group before another: "hoped" in "hoped to start"."""
        at = self.found.index(group)
        return self.found[at - 1] if at else None


def nearest(place: Place, known: Sequence[Group]) -> Group:
    """The group that tells of the date: in its own segment, rather before it than after."""
    told, here = place.told, place.here
    segment = place.segment
    opens = all(segment[i] < segment[here] or told[i].kind is PREPOSITION for i in range(here))

    def distance(group: Group) -> tuple[int, int]:
        # Why: what stands before a date is nearer to it than what follows, but for a date that opens its clause.
        gap = here - group.head if group.head < here else (group.first - here) * (1 if opens else 2)
        apart = not opens and any(word.kind is COORDINATOR for word in told[here + 1 : group.first])
        return abs(segment[group.head] - segment[here]) + apart, gap

    chosen = min(known, key=distance)
    governor = place.before(chosen) if chosen.infinitive else None
    # Why: in "are due on Friday to argue" the date belongs to what comes before it.
    led = chosen.first > here and governor is not None and governor.head < here and governor.tense is not Tense.UNKNOWN
    return governor if led and governor is not None and chosen.tense is not Tense.FUTURE else chosen


def is_attribute(told: tuple[Word, ...], group: Group) -> bool:
    """Whether a participle only describes the noun after it: "a still unspecified date"."""
    if group.first != group.head or group.infinitive or told[group.head].form not in PARTICIPLES:
        return False
    after = told[group.head + 1] if group.head + 1 < len(told) else None
    before = [word for word in told[max(0, group.head - 2) : group.head] if word.kind is not ADVERB]
    return after is not None and after.kind in (WORD, EVENT) and bool(before) and before[-1].kind in _DETERMINERS


_DETERMINERS = frozenset({DETERMINER, POSSESSIVE})


def of_the_day(place: Place, group: Group) -> Tense:
    """The tense in which the day is told, which is not always that of the verb beside it."""
    told, here, lead, n = place.told, place.here, place.lead, place.narration
    owned = _genitive_end(told, here)
    if owned < len(told) and owned > here + 1:
        return _of_what_it_had(told[owned : owned + 4], group, n)
    if lead in n.falling_due:
        return Tense.FUTURE
    governor = place.before(group) if group.infinitive else None
    if governor is not None and governor.head > governor.first and _had(told[governor.first], n):
        return Tense.PAST  # Why: "had been due to arrive on Friday" did not.
    if _is_put_ahead(place, group, governor):
        return Tense.FUTURE
    if group.tense is Tense.PRESENT and any(_leads(place, phrase) for phrase in n.lasting):
        return Tense.PAST  # "It employs 40 since May" tells of the May that was.
    if group.tense is Tense.PRESENT and lead not in n.reference_prepositions | n.start_prepositions:
        return Tense.FUTURE if _is_at_hand(place, group) else Tense.PRESENT
    return group.tense


def plainly(place: Place, group: Group) -> Tense:
    """PAST or FUTURE where a finite verb plainly tells when it came about or will ("In October he resigned").

    Not where the date may belong to a noun ("spoke of the fair in October") or to what was planned: UNKNOWN then.
    """
    told, here, lead, found, n, segment = place
    tense = of_the_day(place, group)
    if any(_leads(place, phrase) for phrase in n.lasting):
        return tense if tense is Tense.PAST else Tense.UNKNOWN
    if _dates_start(place):
        return Tense.PAST
    ahead = any(g.tense is Tense.FUTURE and g.head < here and segment[g.head] == segment[group.head] for g in found)
    if not group.finite or (group.copula and tense is Tense.PAST) or group.negated:
        return Tense.UNKNOWN
    when = (n.day_prepositions | n.locative_prepositions | n.wording.attending) & n.date_prepositions
    if lead not in when - n.reference_prepositions:
        return Tense.UNKNOWN
    if tense is Tense.FUTURE:
        return tense if group.modal in n.future else Tense.UNKNOWN
    if ahead or told[group.head].base in n.fixing | n.expecting or told[group.head].lower in n.prospective:
        return Tense.UNKNOWN
    between = told[group.head + 1 : here - 1] if group.head < here else told[here + 1 : group.first]
    # Why: "signed a deal on 3 May" tells when; "called a strike on 3 May" does not.
    brings_about = told[group.head].base in n.light_verbs | n.wording.concluding and lead in n.day_prepositions
    opens = group.first > here and all(word.kind in (PREPOSITION, ADVERB) for word in told[:here])
    may_own = _MAY_OWN - {EVENT} if opens or (brings_about and group.head < here) else _MAY_OWN
    return tense if tense is Tense.PAST and all(word.kind not in may_own for word in between) else Tense.UNKNOWN


_MAY_OWN = frozenset({EVENT, VERB, BE, HAVE, COORDINATOR, SUBORDINATOR})


def _dates_start(place: Place) -> bool:
    """Whether a date is that of a happening since which something lasts ("closed since the flood in April")."""
    told, at = place.told, place.here - 1
    if at < 2 or told[at].lower not in place.narration.date_prepositions or told[at - 1].kind is not EVENT:
        return False
    at -= 1
    while at > 0 and told[at].kind in (EVENT, WORD, DETERMINER, POSSESSIVE):
        at -= 1
    return (told[at].lower,) in place.narration.lasting


def _leads(place: Place, phrase: tuple[str, ...]) -> bool:
    """Whether a date stands right behind a phrase."""
    before = place.told[max(0, place.here - len(phrase)) : place.here]
    return tuple(word.lower for word in before) == phrase


def _genitive_end(told: tuple[Word, ...], here: int) -> int:
    """The word after a date and its genitive mark, which texts cut into words write apart ("Tuesday 's")."""
    lowers = [word.lower for word in told[here + 1 : here + 3]]
    cut = lowers[1:] == ["s"] and told[here + 1].kind is QUOTE
    return here + 3 if cut else here + 2 if lowers[:1] == ["'s"] else here + 1


def _of_what_it_had(owned: tuple[Word, ...], group: Group, n: Narration) -> Tense:
    """Of "Friday's attack": gone by, whatever is to be done about it; only what is held by plan can be to come."""
    for word in owned:
        if word.lower in n.held_by_plan:
            return Tense.FUTURE if group.tense is Tense.PRESENT else group.tense
        # Why capitals: in "Friday's Hope For Haiti telethon" the small word belongs to the name.
        if word.kind in BORDERS or (word.kind in _AFTER_NOUN and not word.capital):
            break
    return Tense.PAST


_AFTER_NOUN = frozenset({PREPOSITION, BE, HAVE})


def _is_put_ahead(place: Place, group: Group, governor: Group | None) -> bool:
    """Whether a verb puts the date ahead of itself: "postponed until Tuesday", "planned a march on Friday"."""
    told, here, lead, found, n, _ = place
    if lead in n.limits:
        before = next((other for other in reversed(found) if other.head < here and not other.infinitive), None)
        if before is None:
            return False
        base, particle = told[before.head].base or told[before.head].lower, told[before.head + 1].lower
        return base in n.deferring or f"{base}_{particle}" in n.deferring
    if group.head > here or group.negated:
        return False
    verb = told[group.head]
    if group.infinitive:
        return lead in n.by and (governor is None or told[governor.head].base not in n.implicative)
    if _had(told[group.first], n):
        return False
    between = told[group.head + 1 : here]
    if verb.lower in n.prospective and between and between[0].lower in n.aims:
        return True
    object_told = group.finite and not group.passive and any(word.kind in NOUNS for word in between)
    return verb.base in n.fixing and object_told


def _is_at_hand(place: Place, group: Group) -> bool:
    """Whether a present verb speaks of what is to come: "is meeting", "are expected", "when she returns"."""
    told, here, _, found, n, _ = place
    verb, after = told[group.head], told[group.head + 1 : group.head + 2]
    if told[group.first].kind is BE and (verb.lower in n.prospective or (verb.kind is VERB and verb.form in GERUNDS)):
        return True
    # Why: "the vote is Sunday" names the day to come; on a Sunday it would be "today".
    if group.copula and after and (after[0].lower in n.prospective or group.head + 1 == here):
        return True
    if group.first < here and not group.negated and _is_timetabled(verb, after, n):
        return True
    at = found.index(group)
    if here < group.first:
        return at + 1 < len(found) and found[at + 1].tense is Tense.FUTURE and found[at + 1].infinitive
    main = next((other for other in reversed(found[:at]) if other.finite), None)
    between = () if main is None else told[main.head : group.first]
    clause = any(word.kind is SUBORDINATOR for word in between)
    return (
        clause and main is not None and Tense.FUTURE in (main.tense, *(g.tense for g in found[found.index(main) : at]))
    )


def _is_timetabled(verb: Word, after: tuple[Word, ...], n: Narration) -> bool:
    """Whether the present of a verb tells of a plan: "opens on Friday", "expect results by Friday"."""
    if verb.kind is not VERB:
        return False
    return verb.base in n.timetabled or verb.base in n.expecting or bool(after and after[0].lower in n.taken_up)


def _had(word: Word, n: Narration) -> bool:
    return word.kind is HAVE and n.have.get(word.lower) in PAST_FORMS
