"""Whether it came about. Comes in: a sentence, a head, its date and the day of writing. Goes out: `Factuality`.

Asked in this order: what leads to the date ("due on"), what the noun's neighbours say ("the planned visit"), what its
verb says (negation, modal, tense), and what that verb hangs on ("denied that", "if", "hopes to").
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.condition import has_condition, is_supposed
from timeline.events.governor import Governor, governor_of
from timeline.events.head import Head
from timeline.events.negation import is_negated
from timeline.events.noun_factuality import is_called_off, of_noun, verb_before
from timeline.events.sentence import Sentence
from timeline.extract.group import Group, Tense
from timeline.extract.word import BASE_FORMS, NOUNS, Kind
from timeline.grammar.modality import Modality
from timeline.grammar.narration import VerbForm
from timeline.model import civil
from timeline.model.event import Factuality
from timeline.model.text import Dating
from timeline.model.value import Kind as ValueKind
from timeline.model.value import TimeValue

_HAPPENED, _ONGOING, _PLANNED = Factuality.HAPPENED, Factuality.ONGOING, Factuality.PLANNED
_EXPECTED, _DENIED = Factuality.EXPECTED, Factuality.DENIED
_HYPOTHETICAL, _RECURRING = Factuality.HYPOTHETICAL, Factuality.RECURRING


def factuality_of(
    sentence: Sentence, head: Head | None, date: int, value: TimeValue | None, written: Dating | None
) -> Factuality:
    """Whether a happening came about, as the words have it and as the day of writing allows.

    `date` is the index of its date's word, -1 where it has none.
    """
    kind = value.kind if value is not None else ValueKind.POINT
    told = _Told(sentence, date, kind, is_ahead(value, written), _is_long_ago(value, written))
    said = _HAPPENED if head is None else _of_head(told, head)
    # Why: what lies after the day of writing cannot have come about yet.
    return _PLANNED if told.ahead and said in (_HAPPENED, _ONGOING) else said


def is_ahead(value: TimeValue | None, written: Dating | None) -> bool | None:
    """Whether a date lies after the day of writing: True, False, or None where that is not known."""
    if value is None or written is None or value.earliest is None:
        return None
    day = written.value
    if written.stated and day.latest is not None and value.earliest >= day.latest:
        return True
    if written.stated:
        gone = day.latest is not None and value.latest is not None and value.latest <= day.latest
    else:
        gone = day.earliest is not None and value.earliest <= day.earliest
    return False if gone else None


_LONG = 5 * 366 * civil.DAY
"""Before the day of writing by so much, what "was to be" is known to have been, and the text tells it ahead."""


def _is_long_ago(value: TimeValue | None, written: Dating | None) -> bool:
    day = written.value.earliest if written is not None else None
    return value is not None and value.latest is not None and day is not None and value.latest <= day - _LONG


@dataclass(frozen=True, slots=True)
class _Told:
    """A date in its sentence: the index of its word, its kind, and whether it lies after the day of writing."""

    sentence: Sentence
    date: int
    kind: ValueKind
    ahead: bool | None
    long_ago: bool

    @property
    def words(self) -> Modality:
        """The language's words for what is planned, doubted and denied."""
        return self.sentence.narration.modality


def _of_head(told: _Told, head: Head) -> Factuality:
    sentence = told.sentence
    aimed = _of_aim(told)
    if aimed is not None:
        return aimed
    is_noun = head.group is None or head.index != head.group.head
    said = of_noun(sentence, head.index) if is_noun else None
    if said is not None:
        return said
    if head.group is None and (head.attributive or head.refers):
        return _of_attribute(told, head)
    if sentence.words[sentence.segment_range(head.index)[0]].lower in sentence.narration.hypothetical:
        return _HYPOTHETICAL
    group = head.group or _nearby(sentence, head.index)
    if group is None:
        return _HAPPENED
    if head.group is None and head.index < group.first and not group.copula and group.tense is Tense.PAST:
        return _HAPPENED
    wished = _of_object(told, group, head)
    return wished if wished is not None else _of_group(told, group)


def _nearby(sentence: Sentence, index: int) -> Group | None:
    """The verb of a noun's segment: the last before it, else the first after it."""
    here = [g for g in sentence.groups if sentence.segments[g.head] == sentence.segments[index]]
    before = [g for g in here if g.head < index]
    return before[-1] if before else here[0] if here else None


def _of_aim(told: _Told) -> Factuality | None:
    """What leads to the date: "due on", "planned for", "postponed until"."""
    words, n, m = told.sentence.words, told.sentence.narration, told.words
    at = told.date - 1
    while at > 0 and (words[at].kind is Kind.DETERMINER or words[at].lower in n.date_leads - n.limits):
        at -= 1
    if at < 1:
        return None
    lead = words[at].kind in (Kind.PREPOSITION, Kind.TO, Kind.SUBORDINATOR) and words[at].lower not in m.aiming
    limit = lead and words[at].lower in n.limits
    at -= lead
    if limit and words[at].lower in m.off:
        at -= 1
    if limit and words[at].base in m.moving:
        group = told.sentence.group_of(at)
        return None if told.ahead is False or (group is not None and group.negated) else _PLANNED
    aim, likened = words[at].lower, words[at - 1].lower in n.wording.likening  # "began as planned on Monday"
    if likened or (aim not in m.aiming and aim not in m.foreseeing):
        return None
    group = told.sentence.group_of(at)
    if group is not None and group.finite and not group.passive and words[at + 1].lower not in n.aims:
        return None
    done = group is not None and not group.finite and words[at + 1].lower in n.day_prepositions
    if done and told.ahead is False:
        return None  # "a record set on 3 May"
    noun = at - 1 if words[at - 1].kind in NOUNS else None
    if (group is not None and group.negated) or (noun is not None and is_called_off(told.sentence, noun)):
        return _DENIED
    return _EXPECTED if aim in m.foreseeing else _PLANNED


def _of_attribute(told: _Told, head: Head) -> Factuality:
    """A noun that its date qualifies, with the verb that it is the subject of: "The May vote will be held"."""
    after = head.index + 1
    group = told.sentence.group_of(after) if after < len(told.sentence.words) else None
    if group is None or not group.finite or told.sentence.words[group.head].base not in told.words.coming_about:
        return _HAPPENED
    return _of_group(told, group) if group.tense is Tense.FUTURE else _HAPPENED


def _of_object(told: _Told, group: Group, head: Head) -> Factuality | None:
    """What a noun is the object of: "promised elections", "called for a strike"; so for a verb whose date is ahead."""
    words, m = told.sentence.words, told.words
    base = words[group.head].base
    if head.index == group.head:
        if group.tense is Tense.PRESENT and group.finite and base in m.expecting and not group.negated:
            return _EXPECTED
        weighed = told.ahead or (told.ahead is None and group.tense is Tense.PRESENT)
        return _HYPOTHETICAL if weighed and base in m.wishing and group.tense is not Tense.FUTURE else None
    if verb_before(told.sentence, head.index) is not group and head.index < group.first:
        return None
    return _of_complement(told, base)


def _of_complement(told: _Told, base: str) -> Factuality | None:
    """What a governing verb says of its object or infinitive; an act of a day gone by dates itself."""
    m = told.words
    if base in m.acts and told.ahead is False:
        return _HAPPENED
    if base in m.planning:
        return _PLANNED
    if base in m.expecting:
        return _EXPECTED
    return _HYPOTHETICAL if base in m.wishing else None


def _of_group(told: _Told, group: Group, depth: int = 0) -> Factuality:
    """What a verb group says, within what it hangs on."""
    if is_supposed(told.sentence, group):
        return _HYPOTHETICAL
    own = _of_itself(told, group)
    governor = governor_of(told.sentence, group) if depth < 4 else None
    if governor is None or own in (_DENIED, _HYPOTHETICAL):
        return own
    said = _of_governor(told, group, governor, own)
    outer = governor.group
    if said is _HAPPENED or outer is None or said in (_DENIED, _HYPOTHETICAL):
        return said
    if is_negated(told.sentence, outer):
        return said if group.finite else _DENIED
    return _HYPOTHETICAL if _of_group(told, outer, depth + 1) in (_DENIED, _HYPOTHETICAL) else said


def _of_governor(told: _Told, group: Group, governor: Governor, own: Factuality) -> Factuality:
    """What the verb, noun or adjective that a clause hangs on makes of it."""
    sentence, m = told.sentence, told.words
    words, outer = sentence.words, governor.group
    word = words[governor.at]
    verb = words[outer.head].base if outer is not None else ""
    denied = outer is not None and is_negated(sentence, outer)
    noun = outer is None or governor.at > outer.head
    if noun and (word.lower in m.untrue or (denied and word.lower in m.true)):
        return _DENIED
    if noun and word.lower in m.claims and verb in m.rejecting:
        return own if denied else _DENIED
    if verb in m.denying:
        return own if denied else _DENIED
    if governor.infinitive:
        return _of_infinitive(told, group, governor, own)
    if verb in m.preventing and words[group.first - 1].lower in m.keeping_from:
        return own if denied else _DENIED
    if noun and word.lower in m.doubtful:
        return _HYPOTHETICAL
    if not group.finite:
        return _of_complement(told, verb) or own
    if denied and verb not in m.knowing:
        return _HYPOTHETICAL
    if verb in m.fearing or (verb in m.wishing and _is_subjunctive(sentence, group)):
        return _HYPOTHETICAL
    if verb in m.expecting and own is _PLANNED:
        return _EXPECTED
    return own


def _is_subjunctive(sentence: Sentence, group: Group) -> bool:
    """Whether a verb with a subject stands in its base form ("that the plant be shut")."""
    first = sentence.words[group.first]
    if first.kind is Kind.BE:
        return (
            sentence.narration.be.get(first.lower) is VerbForm.BASE
            and first.lower not in sentence.narration.plural_auxiliaries
        )
    return first.kind is Kind.VERB and first.form in BASE_FORMS


def _of_infinitive(told: _Told, group: Group, governor: Governor, own: Factuality) -> Factuality:
    """ "Plans to open", "failed to open", "is likely to open", "was supposed to open"; "to have opened" is a past."""
    sentence, m = told.sentence, told.words
    words, outer = sentence.words, governor.group
    word = words[governor.at]
    base = word.base or word.lower
    past = outer is not None and outer.tense is Tense.PAST and words[outer.first].kind is Kind.BE
    perfect = words[group.first].kind is Kind.HAVE and group.head > group.first
    if past and (word.lower in m.was_meant or (perfect and word.kind is Kind.BE)):
        return _HYPOTHETICAL
    verb = words[outer.head].base if outer is not None else ""
    denied = outer is not None and is_negated(sentence, outer)
    if {word.lower, base, verb} & m.failing:
        return own if denied else _DENIED
    if past and word.kind is Kind.BE and told.long_ago and not denied:
        return _HAPPENED
    if denied or (word.kind is not Kind.VERB and verb in m.cancelling):
        return _DENIED
    if perfect and base in m.fearing:
        return _HYPOTHETICAL
    if perfect:
        return _EXPECTED if base in m.expecting or word.lower in m.probable else _HAPPENED
    if word.lower in m.probable or word.lower in m.foreseeing:
        return _EXPECTED
    if word.lower in m.planned or word.lower in sentence.narration.prospective:
        return _PLANNED
    if word.kind is Kind.BE and outer is not None and outer.tense is not Tense.PAST:
        return _PLANNED
    if word.lower in m.doubtful:
        return _HYPOTHETICAL
    # Why: "promised the town to build" and "the plan to build" alike; a verb told as to come is no act of the past.
    return _of_complement(told, base if word.kind is Kind.VERB else verb) or own


def _of_itself(told: _Told, group: Group) -> Factuality:
    """What a group's own words say: negation, modal, habit, tense."""
    if is_negated(told.sentence, group):
        return _HYPOTHETICAL if group.modal in told.words.leaving_open else _of_negated(told, group)
    if group.modal in told.sentence.narration.conditional:
        return _of_modal(told, group)
    if _is_habit(told, group):
        return _RECURRING
    if group.tense is Tense.FUTURE or group.prospective:
        return _of_future(told, group)
    return _of_tense(told, group)


def _of_tense(told: _Told, group: Group) -> Factuality:
    """Present and past: what lasts, what is timetabled, what is over."""
    words, n, m = told.sentence.words, told.sentence.narration, told.words
    verb = words[group.head]
    first = told.sentence.segment_range(group.first)[0]
    if any(word.lower in m.possible for word in words[first : group.head + 1]):
        return _HYPOTHETICAL
    if group.copula and group.head + 1 < len(words) and words[group.head + 1].lower in m.due:
        return _PLANNED
    since = told.kind is ValueKind.SINCE or (told.date > 0 and words[told.date - 1].lower in n.start_prepositions)
    present = group.tense is Tense.PRESENT and group.finite
    held = group.passive and not group.finite and _is_told_in_present(told.sentence)
    if since and (present or held or _is_perfect(told.sentence, group)):
        return _ONGOING
    lasting = any(w.lower in n.ongoing for w in words[max(0, group.first - 1) : group.head + 2])
    if present and (lasting or verb.form & VerbForm.GERUND):
        return _ONGOING
    if present and told.ahead is not False and _is_timetabled(told, group):
        return _HYPOTHETICAL if has_condition(told.sentence, group) else _PLANNED
    return _EXPECTED if group.passive and verb.lower in m.foreseeing else _HAPPENED


def _is_told_in_present(sentence: Sentence) -> bool:
    """Whether the main verb is in the present ("The hostages, held since May, are alive")."""
    main = next((group for group in sentence.groups if group.finite), None)
    return main is not None and main.tense is Tense.PRESENT


def _is_timetabled(told: _Told, group: Group) -> bool:
    """Whether a present verb tells of a plan: "the deadline is 3 May", "the fair opens on 3 May"."""
    words, n = told.sentence.words, told.sentence.narration
    after = words[group.head + 1].lower if group.head + 1 < len(words) else ""
    if told.date < group.head:
        return False
    if group.copula:
        return told.date == group.head + 1
    return words[group.head].base in n.timetabled or after in n.taken_up


def _of_future(told: _Told, group: Group) -> Factuality:
    """A future tense: planned, but for what is probable, what forecasters say, and what hangs on a condition."""
    words, m = told.sentence.words, told.words
    near = {word.lower for word in words[max(0, group.first - 2) : group.head + 2]}
    if words[group.head].lower in m.foreseeing:
        return _EXPECTED
    if near & m.possible or has_condition(told.sentence, group):
        return _HYPOTHETICAL
    return _EXPECTED if near & m.probable or _is_forecast(told.sentence, group) else _PLANNED


def _of_modal(told: _Told, group: Group) -> Factuality:
    """ "Would" after "said" is planned, without it and in the past a fact told ahead; "may" and "could" suppose."""
    sentence, m = told.sentence, told.words
    words, n = sentence.words, sentence.narration
    have = any(word.kind is Kind.HAVE for word in words[group.first + 1 : group.head])
    if group.modal in m.obliging:
        return _HAPPENED if have else _PLANNED
    seen = words[group.head].base in m.perceiving and told.ahead is False and group.modal in n.able
    if seen and not have and not has_condition(sentence, group):
        return _HAPPENED
    if group.modal in m.enabling and group.passive and told.ahead is not False:
        return _PLANNED
    if have or group.modal in m.supposing or has_condition(sentence, group):
        return _HYPOTHETICAL
    if _is_forecast(sentence, group) or group.modal not in n.reported_future:
        return _EXPECTED
    if group.modal not in m.told_ahead:
        return _EXPECTED
    if any(words[g.head].base in n.reporting and g is not group for g in sentence.groups):
        return _PLANNED
    return _HAPPENED if told.ahead is False else _EXPECTED


def _of_negated(told: _Told, group: Group) -> Factuality:
    """Denied, but for "not until May" (then it came about) and "not since May" (that lasts)."""
    words, n = told.sentence.words, told.sentence.narration
    at = told.date - 1
    while at > group.head and words[at].lower in n.date_leads - n.limits:
        at -= 1
    lead = words[at].lower if at > group.head else ""
    ahead = group.tense is Tense.FUTURE
    if lead in n.limits and words[at].kind is not Kind.TO:
        return _PLANNED if ahead and told.ahead is not False else _HAPPENED
    if ahead and lead in n.reference_prepositions:
        return _PLANNED
    since = told.kind is ValueKind.SINCE or lead in n.start_prepositions
    return _ONGOING if since and _is_perfect(told.sentence, group) else _DENIED


def _is_perfect(sentence: Sentence, group: Group) -> bool:
    """Whether a group is a present perfect ("has led")."""
    lead, have = sentence.words[group.first], sentence.narration.have
    return lead.kind is Kind.HAVE and group.finite and not have.get(lead.lower, VerbForm.NONE) & VerbForm.PAST


def _is_habit(told: _Told, group: Group) -> bool:
    """Whether a word of habit belongs to the verb ("usually floods", "sings every evening")."""
    words, m = told.sentence.words, told.words
    near = words[max(0, group.first - 2) : group.head + 2]
    if any(w.kind is Kind.ADVERB or w.kind is Kind.WORD for w in near if w.lower in m.habitual):
        return True
    return group.tense is Tense.PRESENT and any(w.lower in m.each for w in words[group.head + 1 : group.head + 3])


def _is_forecast(sentence: Sentence, group: Group) -> bool:
    """Whether it is somebody who foretells who says so."""
    words, m = sentence.words, sentence.narration.modality
    governor = governor_of(sentence, group)
    if governor is None or governor.group is None:
        return False
    verb = governor.group
    return words[verb.head].base in m.expecting or any(
        word.lower in m.forecasters for word in words[max(0, verb.first - 3) : verb.first]
    )
