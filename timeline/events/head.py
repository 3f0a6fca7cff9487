"""Which happening a date dates. Comes in: a sentence and the date's place in it. Goes out: `Head`.

What counts, in order: a noun that the date qualifies; the clause that the date opens; the nearest verb or happening
before it; what follows.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.cleft import behind_cleft
from timeline.events.date_words import date_phrase, is_attributive, opens_clause, sets_scene
from timeline.events.insertion import told_of_object
from timeline.events.participle import is_gerund
from timeline.events.sentence import Sentence, heads_phrase, opens_aside, phrase_end, phrase_start
from timeline.events.source_day import said_in, told_by_source
from timeline.extract.group import Group, Tense
from timeline.extract.word import BORDERS, Kind


@dataclass(frozen=True, slots=True)
class Head:
    """The word that names the happening, with its verb group where it is told by a verb.

    `attributive`: the date qualifies it; `plainly`: and the phrase shows so ("the ...", "Hamas's ...").
    `refers`: it stands in a phrase that takes it as a known point ("since the attack").
    """

    index: int
    group: Group | None
    attributive: bool = False
    plainly: bool = False
    refers: bool = False


def head_of(sentence: Sentence, date: int) -> Head | None:
    """The happening dated by the word at `date`; None where the sentence names none."""
    if date > 1 and opens_aside(sentence, date - 1, date) and sentence.words[date - 2].kind is Kind.DATE:
        return head_of(sentence, date - 2)  # Why: "at 16:53 (21:53 GMT)" tells one time twice.
    if (cleft := behind_cleft(sentence, date)) is not None:
        return named(sentence, cleft)
    if (thought := _behind_thought(sentence, date)) is not None:
        return thought
    if (told_of := told_by_source(sentence, date) or said_in(sentence, date)) is not None:
        return named(sentence, told_of)
    qualified = is_attributive(sentence, date)
    if sets_scene(sentence, date):
        main = _after(sentence, date)
        if main is not None and main.group is not None:
            return main
    if qualified is not None and not _is_span(sentence, qualified[0]):
        index, plainly = qualified
        return Head(index, None, True, plainly, refers=True)
    if opens_clause(sentence, date):
        return _after(sentence, date) or _before(sentence, date)
    return _before(sentence, date) or _after(sentence, date)


def _is_span(sentence: Sentence, index: int) -> bool:
    """Whether a noun behind a date only tells that it is a stretch of time ("the 1975-1976 dry season")."""
    told = sentence.words
    by = index > 1 and told[phrase_start(sentence, index) - 1].kind is Kind.PREPOSITION
    return by and told[index].lower in sentence.narration.wording.spans and told[index].kind is not Kind.EVENT


def _behind_thought(sentence: Sentence, date: int) -> Head | None:
    """What somebody thinks of a date that opens it ("I think tomorrow you will see a change"); None elsewhere."""
    told, n = sentence.words, sentence.narration
    start, end = date_phrase(sentence, date)
    verb = sentence.group_of(start - 1)
    if verb is None or not verb.finite or verb.head != start - 1 or end >= len(told):
        return None
    if told[verb.head].base not in n.states or told[verb.head].base not in n.showing:
        return None
    after = end if told[end].kind is Kind.PRONOUN else phrase_end(sentence, end) - 1
    group = sentence.group_of(after + 1)
    return named(sentence, group) if group is not None and group.finite and after >= end else None


def _after(sentence: Sentence, date: int) -> Head | None:
    """The first finite verb after a date that no subordinate clause holds; else any verb, else a noun.

    The verb of a relative clause that the date opens is its own ("Berg, who yesterday cut his forecast, praised Lund").
    """
    told = sentence.words
    later = [g for g in sentence.groups if g.first > date]
    start, _ = date_phrase(sentence, date)
    directly = date + 1 < len(told) and told[date + 1].kind in (Kind.SUBORDINATOR, Kind.RELATIVE)
    directly = directly or (start > 0 and told[start - 1].kind is Kind.RELATIVE)
    for group in later:
        first, _ = sentence.segment_range(group.first)
        subordinate = told[first].kind in (Kind.SUBORDINATOR, Kind.RELATIVE)
        if group.finite and (directly or not subordinate):
            return named(sentence, group)
    if later and not later[0].infinitive:
        return named(sentence, later[0])
    for index in range(date + 1, len(told)):
        if told[index].kind is Kind.EVENT and heads_phrase(sentence, index):
            return Head(index, None)
    return None


def _before(sentence: Sentence, date: int) -> Head | None:
    """The nearest verb or happening on the way back from a date."""
    told = sentence.words
    start, _ = date_phrase(sentence, date)
    index, called = start - 1, None
    while index >= 0:
        word = told[index]
        if word.kind is Kind.BREAK and word.lower not in "-." and not opens_aside(sentence, index, date):
            return Head(called, None) if called is not None else None  # "...: the First Battle of Lund in May"
        if word.kind is Kind.COMMA and index:
            if _verb_follows(sentence, date):
                return None
            index = _before_insertion(sentence, index)
            continue
        group = sentence.group_of(index)
        apart = group is not None and (_ends_span(sentence, group) or _is_likened(sentence, group))
        if group is not None and (apart or _is_measured_past(sentence, group, date)):
            index = group.first - 1
            continue
        if group is not None and (gone := _gone_by(sentence, group, date, start)) is not None:
            return gone
        if group is not None and (since := _reaching_back(sentence, group)) is not None:
            return since
        if group is not None and _has_own_date(sentence, group, start):
            index = sentence.segment_range(group.first)[0] - 1
            continue
        if group is not None:
            return _from_group(sentence, group)
        if word.kind is Kind.NAME and word.lower in sentence.narration.event_nouns and heads_phrase(sentence, index):
            called = index
        if word.kind is Kind.EVENT and heads_phrase(sentence, index):
            noun = _from_noun(sentence, index, start)
            if noun is not None:
                return noun
        index -= 1
    return None


def _verb_follows(sentence: Sentence, date: int) -> bool:
    """Whether a date stands right before a finite verb, behind its subject ("the line in May passed its rival")."""
    _, end = date_phrase(sentence, date)
    group = sentence.group_of(end) if end < len(sentence.words) else None
    return group is not None and group.finite and group.first == end


def _is_measured_past(sentence: Sentence, group: Group, date: int) -> bool:
    """Whether a date within "as early as ..." tells of the clause's verb, not of a participle further before."""
    told = sentence.words
    measured = date > 2 and told[date - 2].kind is Kind.ADVERB and told[date - 1].lower == told[date - 3].lower
    return measured and not group.finite and group.head < date - 4


def _reaching_back(sentence: Sentence, group: Group) -> Head | None:
    """What there has been since a date ("a series of raids | dating to 1994"); None of other verbs."""
    told = sentence.words
    if told[group.head].base not in sentence.narration.wording.reaching_back or not is_gerund(sentence, group):
        return None
    first, _ = sentence.segment_range(group.first)
    happenings = (i for i in range(group.first - 1, first, -1) if told[i].kind is Kind.EVENT)
    found = next((i for i in happenings if heads_phrase(sentence, i)), None)
    return None if found is None else Head(found, None, refers=True)


def _gone_by(sentence: Sentence, group: Group, date: int, start: int) -> Head | None:
    """The happening behind a verb to come that a day gone by dates ("will try the killing of 40 men ten years ago")."""
    told = sentence.words
    if group.tense is not Tense.FUTURE or told[date].lower.rsplit(" ", 1)[-1] not in sentence.narration.wording.ago:
        return None
    noun = next((i for i in range(group.head + 1, start) if told[i].kind is Kind.EVENT), None)
    return Head(noun, None, refers=True) if noun is not None and heads_phrase(sentence, noun) else None


def _has_own_date(sentence: Sentence, group: Group, start: int) -> bool:
    """Whether a relative clause has told its own date already ("men who left forty years ago, | on Friday")."""
    told = sentence.words
    first, last = sentence.segment_range(group.first)
    opens = told[first].kind is Kind.RELATIVE and first > 0 and told[first - 1].kind is not Kind.COMMA
    between = told[group.head + 1 : start]
    dated = any(word.kind is Kind.DATE for word in between) and start <= last
    main = any(g.finite and g.head < first for g in sentence.groups)
    return opens and dated and main and all(w.kind not in (Kind.COORDINATOR, *BORDERS) for w in between)


def _is_likened(sentence: Sentence, group: Group) -> bool:
    """Whether a participle only tells that something was as it was to be ("let it begin | as planned on Monday")."""
    told, before = sentence.words, group.first - 1
    while before > 0 and told[before].kind is Kind.ADVERB:
        before -= 1
    planned = told[group.head].base in sentence.narration.planning | sentence.narration.expecting
    return planned and not group.finite and before > 0 and told[before].lower in sentence.narration.wording.likening


def _ends_span(sentence: Sentence, group: Group) -> bool:
    """Whether a participle tells only when a stretch of time ends ("the quarter ended Sept. 30")."""
    told, before = sentence.words, group.first - 1
    ends = not group.finite and told[group.head].base in sentence.narration.phases and before > 0
    return ends and (told[before].kind is Kind.DATE or told[before].lower in sentence.narration.spans)


def _before_insertion(sentence: Sentence, comma: int) -> int:
    """Where to look on before a comma: before what only explains ("paid 40 pounds, a tenth of the fine, on ...")."""
    first, last = sentence.segment_range(comma - 1)
    told = sentence.words
    between = first > 0 and told[first - 1].kind is Kind.COMMA
    verbs = any(first <= g.head < last for g in sentence.groups)
    explains = told[first].kind is Kind.DETERMINER and not verbs
    # Why: "Lund has used the boat, which is old, since May" tells of the use.
    lasts = told[first].kind is Kind.RELATIVE and told[comma + 1].lower in sentence.narration.start_prepositions
    lasts = lasts or (between and told_of_object(sentence, first - 1) == comma)
    return first - 1 if between and (explains or lasts) else comma - 1


def _from_group(sentence: Sentence, group: Group) -> Head:
    """A verb group as the happening, or the noun whose infinitive it is ("refusal to condemn")."""
    told, n = sentence.words, sentence.narration
    noun = group.first - 2
    if group.infinitive and noun >= 0 and told[noun].lower in n.withheld:
        return Head(noun, None)
    governor = next((g for g in reversed(sentence.groups) if g.head < group.first), None)
    if group.infinitive and governor is not None and governor.head == noun and told[noun].base in n.thwarted:
        return Head(noun, governor)
    before = group.first - 1
    if not group.finite and told[group.head].base in n.planning and before >= 0 and told[before].kind is Kind.EVENT:
        return Head(before, group)
    return named(sentence, group)


def _from_noun(sentence: Sentence, index: int, date_start: int) -> Head | None:
    """A happening told by a noun, unless the verb before it is what the date dates."""
    told, n = sentence.words, sentence.narration
    first = phrase_start(sentence, index)
    lead = told[first - 1] if first else None
    verb = _governor(sentence, index)
    refers = _refers(sentence, first)
    if verb is None:
        return Head(index, None, refers=refers)
    if refers:
        return Head(index, None, refers=True)
    if told[date_start].lower in n.genitive_prepositions and index == date_start - 1:
        return Head(index, None)
    if lead is not None and lead.kind is Kind.PREPOSITION:
        return Head(index, None) if lead.lower in n.known_point_prepositions or _stands_in(sentence, index) else None
    base = told[verb.head].base
    light = base in n.light_verbs or verb.copula or base in n.planning or base in n.expecting
    direct = first == verb.head + 1
    return Head(index, verb) if direct and light else None


def _governor(sentence: Sentence, index: int) -> Group | None:
    """The last verb group before a word in its segment, or in the one whose list it goes on."""
    segment = sentence.segments[index]
    found = [g for g in sentence.groups if g.head < index and sentence.segments[g.head] == segment]
    return found[-1] if found else None


def _stands_in(sentence: Sentence, index: int) -> bool:
    """Whether an example is named after it ("meetings like the one between")."""
    lowers = tuple(word.lower for word in sentence.words[index + 1 : index + 4])
    return lowers in sentence.narration.stand_ins


def _refers(sentence: Sentence, first: int) -> bool:
    """Whether the phrase that starts here follows words that take it as known ("since", "in the wake of")."""
    told, n = sentence.words, sentence.narration
    if first == 0:
        return False
    if told[first - 1].lower in n.reference_prepositions:
        return True
    lowers = [word.lower for word in told[max(0, first - 5) : first]]
    return any(tuple(lowers[-len(phrase) :]) == phrase for phrase in n.reference_phrases)


def named(sentence: Sentence, group: Group) -> Head:
    """The word of a verb group that names the happening: its noun where the verb says little."""
    told, n = sentence.words, sentence.narration
    verb = told[group.head]
    summed = _summed_up(sentence, group) or _kept_from(sentence, group) or _found_so(sentence, group)
    if summed is not None:
        return named(sentence, summed)
    after = group.head + 1
    aimed = _planned_for(sentence, group)
    if aimed is not None:
        return Head(aimed, group)
    if verb.base in n.phases and not group.passive:
        begun = _subject_noun(sentence, group)
        bare = after >= len(told) or told[after].kind in (Kind.DATE, Kind.PREPOSITION, *BORDERS)
        if begun is not None and told[begun].kind is Kind.EVENT and bare:
            return Head(begun, group)
    if group.copula or (verb.base in n.light_verbs and not group.passive):
        end = phrase_end(sentence, after)
        nouns = [i for i in range(after, end) if told[i].kind is Kind.EVENT and heads_phrase(sentence, i)]
        if nouns:
            return Head(nouns[0], group)
        subject = _subject_noun(sentence, group)
        if group.copula and subject is not None and after < len(told) and told[after].kind is Kind.DATE:
            return Head(subject, None)
        if subject is not None and (group.copula or n.light_objects & {word.lower for word in told[after:end]}):
            return Head(subject, group)
        plain = [i for i in range(after, end) if told[i].kind is Kind.WORD and heads_phrase(sentence, i)]
        if group.copula and plain:
            return Head(plain[0], group)
    return Head(group.head, group)


def _summed_up(sentence: Sentence, group: Group) -> Group | None:
    """The verb before "which took place" where that tells of the whole clause ("bought Lund Corp., which happened").

    None behind a noun that can happen itself ("the fair, which took place").
    """
    told, n = sentence.words, sentence.narration
    first, _ = sentence.segment_range(group.first)
    light = told[group.head].base in n.light_verbs and group.head + 1 < len(told)
    comes = told[group.head].base in n.wording.coming_about or (light and told[group.head + 1].lower in n.light_objects)
    if not comes or told[first].kind is not Kind.RELATIVE or first < 2 or told[first - 1].kind is not Kind.COMMA:
        return None
    phrase = told[phrase_start(sentence, first - 2) : first - 1]
    before = next((g for g in reversed(sentence.groups) if g.head < first), None)
    firm = phrase[-1].kind is Kind.NAME and all(word.kind is not Kind.EVENT for word in phrase)
    return before if firm and before is not None and before.finite and before.head < first - 1 else None


def _found_so(sentence: Sentence, group: Group) -> Group | None:
    """The verb of finding or seeing right before a participle that tells how ("was found | abandoned")."""
    told = sentence.words
    before = sentence.group_of(group.first - 1) if group.first else None
    if before is None or group.infinitive or group.first != group.head or before.head != group.first - 1:
        return None
    if group.finite and not before.passive:
        return None
    return before if told[before.head].base in sentence.narration.wording.finding else None


def _kept_from(sentence: Sentence, group: Group) -> Group | None:
    """The verb by which somebody is kept from doing what a gerund tells ("barred him from working")."""
    told, m = sentence.words, sentence.narration.modality
    lead = told[group.first - 1].lower if group.first else ""
    before = next((g for g in reversed(sentence.groups) if g.head < group.first), None)
    if before is None or group.finite or lead not in m.keeping_from:
        return None
    return before if before.finite and told[before.head].base in m.preventing else None


def _planned_for(sentence: Sentence, group: Group) -> int | None:
    """The happening that something is planned for ("is scheduled for release")."""
    told, n = sentence.words, sentence.narration
    after = group.head + 1
    aim = after < len(told) and told[after].lower in n.aims and told[after].kind is Kind.PREPOSITION
    verb = told[group.head]
    if not aim or not {verb.base, verb.lower} & (n.planning | n.fixing):
        return None
    end = phrase_end(sentence, after + 1)
    return next((i for i in range(after + 1, end) if told[i].kind is Kind.EVENT and heads_phrase(sentence, i)), None)


def _subject_noun(sentence: Sentence, group: Group) -> int | None:
    """The noun that is a group's subject, the first of its phrase; before "that" or "which", what these stand for."""
    told = sentence.words
    first, _ = sentence.segment_range(group.first)
    if told[first].kind is Kind.RELATIVE or (told[first].kind is Kind.THAT and group.first == first + 1):
        last = first - 1
        while last > 0 and told[last].kind is Kind.COMMA:
            last -= 1
        return last if last >= 0 and told[last].kind in (Kind.EVENT, Kind.WORD) else None
    for index in range(first, group.first):
        word = told[index]
        if word.kind in BORDERS or word.kind is Kind.PREPOSITION or sentence.group_of(index) is not None:
            return None
        if word.kind in (Kind.EVENT, Kind.WORD) and heads_phrase(sentence, index):
            return index
    return None
