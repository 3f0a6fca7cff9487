"""Who or what a verb is said of. Comes in: a sentence and a verb group. Goes out: the words of its subject, by index.

A relative pronoun gives way to what it stands for, an apposition to the name it explains.
"""

from __future__ import annotations

from timeline.events.antecedent import antecedent, apposed, both_explained, in_full, is_place
from timeline.events.bare_subject import accused, befalls_person, both_named, carrying, opening_clause
from timeline.events.contact import opens_contact
from timeline.events.date_words import date_words
from timeline.events.insertion import (
    dashed_from,
    dashed_to,
    ends_place,
    goes_along,
    is_said_aside,
    listed_aside,
    offers_another,
    opens_said,
    tells_where,
    with_state,
)
from timeline.events.lead_in import (
    behind_complement,
    behind_date,
    behind_firm,
    behind_moment,
    has_nouns,
    without_hearer,
    without_lead,
)
from timeline.events.participle import is_plural
from timeline.events.sentence import CLAUSE_BORDERS, OPENING, OWNS, Sentence, phrase_start
from timeline.extract.group import Group
from timeline.extract.word import BORDERS, NOUNS, Kind


def subject(sentence: Sentence, group: Group, depth: int = 0) -> list[int]:
    """The words that tell who or what; empty where the sentence does not."""
    told = sentence.words
    if depth > 4:
        return []
    if not group.finite:
        return _participle_subject(sentence, group, depth)
    if opens_contact(sentence, group):
        return [group.first - 1]
    first, _ = sentence.segment_range(group.first)
    earlier = [g for g in sentence.groups if first <= g.head < group.first and g.finite]
    start = earlier[-1].head + 1 if earlier else with_state(sentence, first)
    own = list(range(start, group.first))
    if earlier and _closes_relative(sentence, first, earlier, own):
        opener = first - (told[first - 1].kind is Kind.PREPOSITION)
        stood_for = antecedent(sentence, first)
        return [*_of_which(sentence, stood_for), *stood_for, *range(opener, group.first)]
    if earlier and not own and told[first].kind is Kind.SUBORDINATOR and len(earlier) == 1 and not group.infinitive:
        return _earlier_subject(sentence, group, first, depth)  # Why: "those who ran before it rained | were dry".
    if not earlier and own and told[own[0]].kind is Kind.THAT and len(without_lead(sentence, own)) == 0:
        stood_for = antecedent(sentence, own[0])
        if stood_for:
            return stood_for
    if earlier:
        if own and told[own[-1]].lower in sentence.narration.personal:
            own = own[-1:]
        own = without_hearer(sentence, earlier[-1], own)
        after = own if _opens_speech(sentence, earlier[-1], own) else _after_coordinator(sentence, own)
        if after is None or not has_nouns(sentence, after):
            return _shared(sentence, subject(sentence, earlier[-1], depth + 1))
        own = without_lead(sentence, behind_complement(sentence, earlier[-1], after))
        return _told_by(sentence, group, own, depth) or own
    if own and told[own[0]].kind is Kind.RELATIVE:
        return _relative_subject(sentence, own)
    joined = bool(own) and _goes_on(sentence, own)
    own = [] if joined else without_lead(sentence, own)
    own = behind_firm(sentence, behind_date(sentence, behind_moment(sentence, own)))
    if has_nouns(sentence, own):
        return _told_by(sentence, group, own, depth) or [*_listed_before(sentence, own), *own]
    return _earlier_subject(sentence, group, first, depth)


def _of_which(sentence: Sentence, noun: list[int]) -> list[int]:
    """What a noun only tells more of, with its preposition ("fighters in | the war that began in May")."""
    told, start = sentence.words, noun[0] if noun else 0
    first = start
    while first > 1 and told[first - 1].kind is Kind.PREPOSITION and told[first - 2].kind in NOUNS:
        first = phrase_start(sentence, first - 2)
    led = first > 0 and told[first - 1].kind is Kind.PREPOSITION
    return [] if led else list(range(first, start))


def _shared(sentence: Sentence, words: list[int]) -> list[int]:
    """A subject that another verb shares, without the first one's adverbs ("The party recently won, and hopes")."""
    while words and words[-1] >= 0 and sentence.words[words[-1]].kind is Kind.ADVERB:
        words = words[:-1]
    return words


def _closes_relative(sentence: Sentence, first: int, earlier: list[Group], own: list[int]) -> bool:
    """Whether a verb comes after a relative clause that no comma closes ("officials who watch it said so").

    Right behind its verb only where the clause has a subject of its own ("the plan that he made was rejected"): else
    both verbs are said of what "who" stands for, and the second by itself.
    """
    told = sentence.words
    reported = any(told[g.head].base in sentence.narration.reporting for g in earlier)
    adverbs = sentence.narration.wording.telling_adverbs  # "who got there are"
    joined = any(told[i].kind in (Kind.COORDINATOR, Kind.PRONOUN) and told[i].lower not in adverbs for i in own)
    bound = first > 0 and told[first - 1].kind is not Kind.COMMA
    relative = told[first].kind is Kind.RELATIVE or (told[first].kind is Kind.THAT and told[first - 1].kind in NOUNS)
    inner = any(told[i].kind in (*NOUNS, Kind.PRONOUN) for i in range(first + 1, earlier[0].first))
    # Why: "who saw the clothes dry | in the sun was hurt": the second word is no verb of the clause.
    single = len(earlier) == 1 or (len(earlier) == 2 and bool(own) and told[own[0]].kind is Kind.PREPOSITION)
    return relative and bound and not reported and not joined and single and (bool(own) or inner)


def _goes_on(sentence: Sentence, own: list[int]) -> bool:
    """Whether a verb stands right after an "and": then it shares the subject of the verb before."""
    last = next((i for i in reversed(own) if sentence.words[i].kind not in (Kind.ADVERB, Kind.DATE)), own[0])
    before = any(g.finite and g.head < own[0] for g in sentence.groups)
    return before and sentence.words[last].kind is Kind.COORDINATOR and last > own[0]


def _listed_before(sentence: Sentence, own: list[int]) -> list[int]:
    """The first members of a list whose last two are the subject's own words ("Apple, Google and Meta")."""
    told, start = sentence.words, own[0]
    if not any(told[i].kind is Kind.COORDINATOR for i in own):
        return []
    index = start
    while index > 1 and told[index - 1].kind is Kind.COMMA:
        first = phrase_start(sentence, index - 2)
        first = max((i + 1 for i in range(first, index) if told[i].kind is Kind.DATE), default=first)
        if told[index - 2].kind not in NOUNS or first > index - 2:
            break
        index = first
    if index > 2 and index < start and told[index - 1].kind is Kind.PREPOSITION and told[index - 2].kind in NOUNS:
        index = phrase_start(sentence, index - 2)  # "the planning of | Lund, Hull and York"
    closes = index > 1 and told[index - 1].kind is Kind.COMMA
    if closes and all(word.kind is Kind.ADVERB for word in told[: index - 1]):
        return list(range(index, start))  # "Meanwhile, | Lund, Hull and York"
    before = index - 1 - (closes and told[index - 2].kind is Kind.DATE)
    opens = index == 0 or told[before].kind in (Kind.THAT, Kind.BREAK, Kind.SUBORDINATOR, Kind.QUOTE, Kind.DATE)
    return list(range(index, start)) if opens else []


def _told_by(sentence: Sentence, group: Group, own: list[int], depth: int) -> list[int]:
    """The speaker a pronoun stands for: "Novak told the court that he had sold it". Empty where it is none."""
    told, n = sentence.words, sentence.narration
    if len(own) != 1 or told[own[0]].lower not in n.personal:
        return []
    speakers = [g for g in sentence.groups if g.head < own[0] and g.finite and told[g.head].base in n.reporting]
    if speakers and any(word.kind is Kind.QUOTE for word in told[speakers[-1].head : own[0]]):
        return []  # Why: who speaks calls himself "I", and nobody else speaks there.
    between = [g for g in sentence.groups if speakers and g.finite and speakers[-1].head < g.head < own[0]]
    said = told[sentence.segment_range(own[0])[0]].kind is Kind.THAT
    if not said and any(told[g.first - 1].lower != told[own[0]].lower for g in between):
        return []  # Why: "the paper said: The court left the path it took" tells of the court.
    speaker = subject(sentence, speakers[-1], depth + 1) if speakers else []
    last = told[speaker[-1]] if speaker else None
    if last is None or last.kind not in NOUNS or _is_another(sentence, speaker, speakers[-1].head, own[0]):
        return []
    led = next((i for i in speaker if told[i].kind is Kind.PREPOSITION and told[i].lower in n.aims), None)
    if led is None or told[own[0]].lower not in n.human_pronouns:
        return speaker
    # Why: what a spokeswoman for Berg says of "him" is said of Berg.
    person = sentence.words_of(speaker[-1], speaker[-1] + 1) in sentence.persons
    return [i for i in speaker if i > led] if person else speaker


def _is_another(sentence: Sentence, speaker: list[int], verb: int, pronoun: int) -> bool:
    """Whether a pronoun in what somebody says is plainly none of the speakers."""
    told, n = sentence.words, sentence.narration
    last, lower = told[speaker[-1]], told[pronoun].lower
    surface = sentence.words_of(speaker[-1], speaker[-1] + 1)
    if lower in n.wording.plural_pronouns and not is_plural(sentence, speaker):
        # Why: "the firm said they would" tells of the firm, "the man said they had" of others.
        return surface in sentence.persons or last.lower.endswith(n.wording.person_endings)
    if lower not in n.human_pronouns:
        return False
    # Why: in "reports suggest he left" he is none of them; what a firm says of "him" is said of somebody it names.
    several = last.kind in (Kind.WORD, Kind.EVENT) and last.lower.endswith("s")
    named = sum(word.kind is Kind.NAME for word in told[verb + 1 : pronoun])
    return several or surface in n.organisations or named > 1


def _opens_speech(sentence: Sentence, speaks: Group, own: list[int]) -> bool:
    """Whether a subject stands right behind "said": "said medical and relief goods were lost" tells of both."""
    told = sentence.words
    noun = bool(own) and own[0] == speaks.head + 1 and told[own[0]].kind in NOUNS | {Kind.DETERMINER, Kind.POSSESSIVE}
    noun = noun and told[own[-1]].kind is not Kind.COORDINATOR  # "added a mill and | closed one"
    return noun and told[speaks.head].base in sentence.narration.speaking


def _after_coordinator(sentence: Sentence, own: list[int]) -> list[int] | None:
    """The words after the last "and" that opens a clause; the object of the verb before belongs to that verb."""
    places = [i for i in own if sentence.words[i].kind is Kind.COORDINATOR or sentence.words[i].kind is Kind.THAT]
    if not places:
        return own
    rest = [i for i in own if i > places[-1]]
    return rest if has_nouns(sentence, rest) else None


def _relative_subject(sentence: Sentence, own: list[int]) -> list[int]:
    """The antecedent of "who", or the clause's own subject ("which Google bought")."""
    inner = without_lead(sentence, own[1:])
    if sentence.words[own[0]].lower in sentence.narration.genitive_relatives:
        owner = antecedent(sentence, own[0])
        return [*owner, OWNS, *inner] if owner else inner
    return inner if has_nouns(sentence, inner) else antecedent(sentence, own[0])


def _earlier_subject(sentence: Sentence, group: Group, first: int, depth: int) -> list[int]:
    """The subject that an insertion parts from its verb ("Smith, who ..., won"), or that an earlier verb has."""
    told = sentence.words
    between = [i for i in range(first, group.first) if told[i].kind is Kind.COORDINATOR]
    index = first
    while index > 0:
        index -= 1
        if told[index].kind in BORDERS:
            index = dashed_from(sentence, index) or index
            continue
        start, stop = sentence.segment_range(index)
        inside = [g for g in sentence.groups if start <= g.head < stop]
        if stop == start + 1 and told[start].kind is Kind.RELATIVE and not between:
            return antecedent(sentence, start)  # Why: "which, with what came before it, ended the war".
        if not inside and offers_another(sentence, start, stop):
            index = start
            continue
        if inside and (is_said_aside(sentence, inside, start, stop) or goes_along(sentence, start, stop)):
            index = start
            continue
        opener = told[start].kind
        own = without_lead(sentence, list(range(start, stop)))
        if opener is Kind.SUBORDINATOR and not inside and dashed_to(sentence, stop) and has_nouns(sentence, own):
            return own  # Why: "after the quake - a strong one - struck".
        if inside and dashed_to(sentence, stop) and (noun := _behind_conjunction(sentence, stop - 1)):
            return noun
        if between and any(g.finite for g in inside) and opener is not Kind.RELATIVE:
            return _shared(sentence, subject(sentence, [g for g in inside if g.finite][-1], depth + 1))
        said = told[start].kind is Kind.THAT and start > 0 and _is_verb(sentence, start - 1)
        if opener is Kind.THAT and start and not inside and has_nouns(sentence, own):
            return own
        if said and group.first == first and any(g.finite for g in inside):
            return subject(sentence, [g for g in inside if g.finite][-1], depth + 1)
        if opener in CLAUSE_BORDERS or told[start].kind is Kind.THAT:
            index = start
            continue
        if ends_place(sentence, start, stop):
            index, _ = sentence.segment_range(start - 2)
            continue
        if (listed := listed_aside(sentence, start, stop)) is not None:
            index = listed
            continue
        if tells_where(sentence, start, stop):
            index = start
            continue
        if not any(g.finite for g in inside):
            words = without_lead(sentence, list(range(start, stop)))
            if has_nouns(sentence, words) and not inside and told[words[0]].kind is not Kind.PREPOSITION:
                return (
                    both_explained(sentence, words, start)
                    or in_full(sentence, words)
                    or _named_after(sentence, words, start)
                    or words
                )
            index = start
            continue
        last = [g for g in inside if g.finite][-1]
        if said_of := _said_of(sentence, last, stop):
            return said_of
        if opens_said(sentence, last, stop):
            return without_lead(sentence, list(range(last.head + 1, stop)))
        return subject(sentence, last, depth + 1)
    return []


def _behind_conjunction(sentence: Sentence, last: int) -> list[int]:
    """A noun phrase behind a word that opens a clause as well ("it rained after the quake - a bad one - struck")."""
    start = phrase_start(sentence, last)
    led = start > 0 and sentence.words[start - 1].lower in sentence.narration.reference_prepositions
    return list(range(start, last + 1)) if led else []


def _said_of(sentence: Sentence, group: Group, stop: int) -> list[int]:
    """Of whom a verb of saying says what comes behind an insertion ("said Lund - which has a mill - was closing")."""
    told = sentence.words
    words = without_lead(sentence, list(range(group.head + 1, stop)))
    opens = stop + 1 < len(told) and told[stop].kind in BORDERS and told[stop + 1].kind is Kind.RELATIVE
    plain = all(told[i].kind in (*NOUNS, Kind.DETERMINER, Kind.POSSESSIVE) for i in words)
    return words if opens and plain and told[group.head].base in sentence.narration.reporting else []


def _named_after(sentence: Sentence, words: list[int], start: int) -> list[int]:
    """What stands before an insertion; the name itself where that is all of it ("An operator, Lund, said")."""
    found, told = _explained(sentence, start), sentence.words
    named = all(told[i].kind is Kind.NAME and not is_place(sentence, i) for i in words)
    named = named and (len(words) > 1 or not any(told[i].genitive for i in found))
    led = next((p for p, i in enumerate(found) if told[i].kind is Kind.PREPOSITION), 0)
    if named and led and told[found[led - 1]].kind is Kind.EVENT:
        return found  # Why: "The trial of a keeper, Ole Berg, opened" tells of the trial.
    return [] if named and found and told[found[-1]].kind is Kind.WORD else found


def _explained(sentence: Sentence, start: int) -> list[int]:
    """The noun phrase that those between commas only explain ("The quake, Peru's worst in a century, struck")."""
    told, found = sentence.words, list[int]()
    while start > 1 and told[start - 1].kind is Kind.COMMA:
        first, stop = sentence.segment_range(start - 2)
        words = without_lead(sentence, list(range(first, stop)))
        if any(first <= g.head < stop for g in sentence.groups) or not has_nouns(sentence, words):
            break
        if told[words[0]].kind is Kind.PREPOSITION or told[first].kind in (*CLAUSE_BORDERS, Kind.THAT):
            break
        found, start = words, first
        if any(told[i].kind not in (Kind.NUMBER, Kind.NAME) for i in words):
            break
    return found


def _participle_subject(sentence: Sentence, group: Group, depth: int) -> list[int]:
    """Who a participle or gerund is said of: the noun before it, else the subject of the clause before."""
    told = sentence.words
    first = group.first
    if first and told[first - 1].lower in sentence.narration.distributive:
        names = both_named(sentence, first - 1)
        if names:
            return names
    before = told[first - 1] if first else None
    likened = before is not None and first > 1 and before.lower in sentence.narration.wording.likening
    if likened and told[first - 2].kind in NOUNS:
        return list(range(phrase_start(sentence, first - 2), first - 1))  # "listed Ole Berg as having paid"
    if before is not None and before.kind in NOUNS and not group.infinitive:
        words = list(range(phrase_start(sentence, first - 1), first))
        return apposed(sentence, words) or (antecedent(sentence, first) if group.passive else words)
    if (
        before is not None
        and (before.kind is Kind.COMMA or before.lower in OPENING)
        and group.passive
        and first > 1
        and told[first - 2].kind in NOUNS
    ):
        start = phrase_start(sentence, first - 2)
        of = start > 1 and told[start - 1].lower in sentence.narration.genitive_prepositions
        if of and told[start].kind is Kind.DETERMINER and told[start - 2].kind in NOUNS:
            start = phrase_start(sentence, start - 2)  # "an invasion of the South, projected for May"
        words = list(range(start, first - 1))
        if not (words[0] and befalls_person(sentence, group, words)):
            return apposed(sentence, words) or words
    if blamed := accused(sentence, group):
        return blamed
    earlier = [g for g in sentence.groups if g.head < first and g.finite]
    if before is not None and before.kind is Kind.COMMA and (own := opening_clause(sentence, first - 2)):
        return own
    if earlier:
        return subject(sentence, carrying(sentence, group, earlier), depth + 1)
    # Why: "Born in Lagos, Obi studied law": a sentence's first participle is said of the subject that follows.
    later = [g for g in sentence.groups if g.first > group.head and g.finite and not _in_relative(sentence, g)]
    apart = [g for g in later if sentence.segments[g.head] != sentence.segments[group.head]]
    later = apart or later  # "Founded to sing and dance, the club closed"
    return _shared(sentence, subject(sentence, later[0], depth + 1)) if later and depth == 0 else []


def _in_relative(sentence: Sentence, group: Group) -> bool:
    return sentence.words[sentence.segment_range(group.first)[0]].kind is Kind.RELATIVE


def _is_verb(sentence: Sentence, before: int) -> bool:
    """Whether a verb, a date or adverb perhaps between, stands before a clause."""
    gone = date_words(sentence)
    while before > 0 and (before in gone or sentence.words[before].kind is Kind.ADVERB):
        before -= 1
    return sentence.group_of(before) is not None
