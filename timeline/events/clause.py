"""How far a clause goes. Comes in: a sentence, a verb. Goes out: word indices."""

from __future__ import annotations

from timeline.events.contact import opens_contact
from timeline.events.date_words import date_phrase, date_words, is_attributive
from timeline.events.insertion import awaits_verb, dashed_to, pairs_adjectives, put_in_to
from timeline.events.participle import is_gerund
from timeline.events.sentence import AUXILIARIES, CLAUSE_BORDERS, PHRASE, WERE, Sentence, phrase_start
from timeline.extract.group import Group, Tense
from timeline.extract.word import BORDERS, NOUNS, Kind
from timeline.grammar.narration import VerbForm

_OBJECTS = frozenset({Kind.DETERMINER, Kind.POSSESSIVE, Kind.NAME, Kind.PRONOUN, Kind.NUMBER})
_ANOTHER = PHRASE | {Kind.PREPOSITION}
_COUNTED = frozenset({Kind.NUMBER, Kind.PREPOSITION, Kind.ADVERB, Kind.WORD, Kind.DETERMINER, Kind.PRONOUN})
_INNER_MARKS = "-/&"


_HELD = frozenset({Kind.WORD, Kind.EVENT, Kind.NAME, Kind.PRONOUN})


def governing(sentence: Sentence, group: Group) -> Group | None:
    """For an infinitive, or a gerund right after a verb ("began trading"), the finite group that it hangs on."""
    if not group.infinitive:
        return _phase(sentence, group)
    earlier = [g for g in sentence.groups if g.head < group.first and not g.infinitive]
    if not earlier or sentence.segments[earlier[-1].head] == sentence.segments[group.head]:
        return earlier[-1] if earlier else None
    first, _ = sentence.segment_range(group.first)
    return (
        earlier[-1]
        if earlier[-1].finite and first == group.first - 1 and _is_between(sentence, earlier[-1], first)
        else None
    )


def _is_between(sentence: Sentence, verb: Group, first: int) -> bool:
    """Whether only an insertion between commas parts an infinitive from its verb ("turned, for once, | to help")."""
    told, between = sentence.words, sentence.words[verb.head + 1 : first]
    commas = [word for word in between if word.kind in BORDERS]
    opened = bool(between) and between[0].kind is Kind.COMMA and told[verb.head].kind is Kind.VERB
    return opened and len(commas) == 2 and between[-1].kind is Kind.COMMA


def _phase(sentence: Sentence, group: Group) -> Group | None:
    """The verb that tells only that something begins or ends, right before the gerund that tells what."""
    told, before = sentence.words, group.first - 1
    # Why: "is counting on having" has what it says behind its preposition; "died after falling" tells two things.
    if before > 0 and told[before].kind is Kind.PREPOSITION and told[before].lower in sentence.narration.wording.tied:
        if told[before - 1].kind in _HELD and is_gerund(sentence, group):
            return _holding(sentence, group)
        before -= 1
    while before > 0 and told[before].kind is Kind.ADVERB:
        before -= 1
    if (there := _being_there(sentence, group)) is not None:
        return there
    governor = sentence.group_of(before) if before >= 0 and not group.finite else None
    if governor is None or told[governor.head].kind is not Kind.VERB or not is_gerund(sentence, group):
        return None
    return governor if governor.finite else governing(sentence, governor) if governor.infinitive else None


def _being_there(sentence: Sentence, group: Group) -> Group | None:
    """The "was" before the place where somebody did what a gerund tells ("was in Lund | working for the town")."""
    told, place = sentence.words, group.first - 1
    if place < 3 or told[place].kind is not Kind.NAME or not is_gerund(sentence, group):
        return None
    led = phrase_start(sentence, place) - 1
    verb = sentence.group_of(led - 1) if told[led].lower in sentence.narration.locative_prepositions else None
    return verb if verb is not None and verb.finite and verb.copula else None


def _holding(sentence: Sentence, group: Group) -> Group | None:
    """The finite verb in whose clause a gerund only tells more of a noun ("has tanks capable of holding water")."""
    earlier = [g for g in sentence.groups if g.head < group.first]
    if not earlier or sentence.segments[earlier[-1].head] != sentence.segments[group.head]:
        return None
    verb = governing(sentence, earlier[-1]) if earlier[-1].infinitive else earlier[-1]
    return verb if verb is not None and verb.finite else None


def shared_auxiliaries(sentence: Sentence, group: Group) -> list[int]:
    """The "was" that a participle shares with one before ("was signed in May, read in June and ratified in July")."""
    told = sentence.words
    bare = group.first == group.head and bool(told[group.head].form & VerbForm.PARTICIPLE)
    after = told[group.head + 1].kind if group.head + 1 < len(told) else None
    base = told[group.head].base
    active = after in _OBJECTS and base not in sentence.narration.naming
    if active or not bare or base in sentence.narration.wording.befalling_nobody:
        return []
    before, opener = None, group
    for other in (g for g in reversed(sentence.groups) if g.head < group.first):
        before = other
        if not _listed_participle(sentence, other, opener):
            break
        opener = other
    if before is None or not before.passive or not before.finite:
        return []
    after_this = next((g for g in sentence.groups if g.first > group.head), None)
    listed = after_this is not None and _listed_participle(sentence, group, after_this)
    again = told[group.first - 1].kind is Kind.COMMA and before.head == group.first - 2
    again = again and told[sentence.segment_range(before.first)[0]].kind is Kind.SUBORDINATOR
    if told[group.first - 1].kind is Kind.COORDINATOR or listed or again:
        return list(range(before.first, before.head))
    joint = next((i for i in range(group.first - 1, before.head, -1) if told[i].kind not in _COUNTED), before.head)
    own = list(range(joint + 1, group.first))
    # Why: "Six were killed and at least 58 injured": they were.
    counted = any(told[i].kind is Kind.NUMBER for i in own) and told[joint].kind is Kind.COORDINATOR
    return [WERE] if counted and sentence.narration.passive_past[0] and before.tense is Tense.PAST else []


def _listed_participle(sentence: Sentence, other: Group, following: Group) -> bool:
    """Whether a bare participle behind a comma stands in a list before another ("was held, | tried | and freed")."""
    told = sentence.words
    bare = other.first == other.head and bool(told[other.head].form & VerbForm.PARTICIPLE)
    listed = other.first > 0 and told[other.first - 1].kind is Kind.COMMA
    return bare and listed and told[following.first - 1].kind in (Kind.COORDINATOR, Kind.COMMA)


def unfinished(sentence: Sentence, group: Group) -> list[int]:
    """What a second infinitive shares with the first ("expects to gain | and complete"): the words up to its "to"."""
    told = sentence.words
    bare = group.first == group.head and told[group.head].form == VerbForm.BASE and group.first > 1
    if not bare or told[group.first - 1].kind is not Kind.COORDINATOR:
        return []
    before = next((g for g in reversed(sentence.groups) if g.head < group.first), None)
    if before is None or sentence.segments[before.head] != sentence.segments[group.head]:
        return []
    if before.infinitive:
        governor = governing(sentence, before)
        return [] if governor is None or not governor.finite else [*range(governor.first, before.first)]
    return list(range(before.first, before.head)) if before.modal else []


def share_of(sentence: Sentence, predicate: list[int], head: int, date: int) -> list[int]:
    """Of what a verb does on several dates ("in Rome in May and in Bonn in June"), the share of this one."""
    told = sentence.words
    dates = [i for i in predicate if i > head and told[i].kind is Kind.DATE]
    if date in dates[-1:] and _ends_participle(sentence, head, date + 1):
        return [i for i in predicate if i <= date]
    if date not in dates or len(dates) < 2:
        return predicate
    later = next((d for d in dates if d > date), None)
    between = [i for i in predicate if later is not None and date < i < date_phrase(sentence, later)[0]]
    own = later is not None and is_attributive(sentence, later) is None
    if own and between and all(told[i].kind in _ANOTHER for i in between) and told[between[0]].kind is Kind.PREPOSITION:
        return [i for i in predicate if i <= date]  # "launched it in 1960 | in a rally on Saturday"
    joints = [
        i
        for i in predicate
        if told[i].kind is Kind.COORDINATOR and any(d < i for d in dates) and any(d > i for d in dates)
    ]
    # Why: "in Rome in May and in Bonn in June" tells two things, "in Rome in May and June" one.
    gone = date_words(sentence)
    joints = [j for j in joints if any(i not in gone for i in range(j + 1, min(d for d in dates if d > j)))]
    # Why: in "said on Monday that a small and old mill burned down in May" it joins no dates.
    joints = [j for j in joints if not _has_clause(sentence, max(d for d in dates if d < j), j)]
    start = max((j for j in joints if j < date), default=None)
    end = min((j for j in joints if j > date), default=None)
    share = [i for i in predicate if (start is None or i > start) and (end is None or i < end)]
    return share if start is None else [*(i for i in predicate if i <= head), *share]


def _ends_participle(sentence: Sentence, head: int, joint: int) -> bool:
    """Whether an "and" goes on with a clause around a participle ("void the ban issued on Friday | and order ...")."""
    told, group = sentence.words, sentence.group_of(head)
    bare = group is not None and not group.finite and not group.infinitive and joint + 1 < len(told)
    return bare and told[joint].kind is Kind.COORDINATOR and told[joint + 1].kind is not Kind.PREPOSITION


def _has_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a finite verb or a "that" stands between two places."""
    inside = any(g.finite and first < g.head < last for g in sentence.groups)
    return inside or any(word.kind is Kind.THAT for word in sentence.words[first:last])


def clause_end(sentence: Sentence, head: int) -> int:
    """Where the clause of a verb ends: at a break, a comma, a new clause, or a second verb's "and"."""
    told = sentence.words
    own = sentence.group_of(head)
    index = head + 1
    while index < len(told):
        word = told[index]
        group = sentence.group_of(index)
        if group is not None and group.finite and own is not None and _gives_way(sentence, own, group):
            break
        if own is not None and _opens_main(sentence, own, index):
            break
        if word.kind is Kind.DATE and own is not None and opens_contact(sentence, own):
            break  # "the boats we bought in May | cost a fortune"
        if word.kind is Kind.COMMA and own is not None and _closes_insertion(sentence, own, index):
            break
        if word.kind is Kind.BREAK and index > head + 1 and (closing := dashed_to(sentence, index)):
            index = closing + 1
            continue
        if word.kind is Kind.BREAK and not _joins(sentence, index):
            break
        if word.kind is Kind.COMMA and index > head + 1 and (closing := put_in_to(sentence, index)):
            index = closing + 1
            continue
        if word.kind is Kind.COMMA and _opens_said(sentence, index):
            index += 1
            continue
        if word.kind is Kind.COMMA and not goes_on(sentence, index) and not _awaits_second(sentence, head, index):
            break
        opens = (word.kind in CLAUSE_BORDERS or word.kind is Kind.THAT) and not _compares(sentence, head, index)
        if opens and not _completes(sentence, head, index) and not _only_adds(sentence, index):
            break
        ends = word.kind is Kind.COORDINATOR and (new_verb(sentence, index) or _new_clause(sentence, index))
        if ends and not awaits_verb(sentence, index):
            break
        index += 1
    return index


def _closes_insertion(sentence: Sentence, own: Group, comma: int) -> bool:
    """Whether a comma ends a participle put behind a noun that goes on ("the rule, made in May, | that all ...")."""
    told = sentence.words
    inserted = not own.finite and own.first > 0 and told[own.first - 1].kind is Kind.COMMA
    return inserted and comma + 1 < len(told) and told[comma + 1].kind is Kind.THAT


def _compares(sentence: Sentence, head: int, index: int) -> bool:
    """Whether a word only leads to what something is compared with ("more than", "as bad as")."""
    told, lower = sentence.words, sentence.words[index].lower
    again = any(word.lower == lower for word in told[max(head, index - 3) : index])
    return again or lower in sentence.narration.wording.compared


def _opens_said(sentence: Sentence, comma: int) -> bool:
    """Whether a comma closes what only opens what is said ("said that since the quake, | 40 men had left")."""
    told = sentence.words
    first, _ = sentence.segment_range(comma - 1)
    led = first + 1 < comma and told[first].kind is Kind.THAT and told[first + 1].kind is Kind.PREPOSITION
    return led and awaits_verb(sentence, comma)


def _awaits_second(sentence: Sentence, head: int, comma: int) -> bool:
    """Whether a comma stands before the second of two ("to either wait, | or to turn")."""
    told, n = sentence.words, sentence.narration
    first = next((i for i in range(comma - 1, head, -1) if told[i].lower in n.wording.pairing), comma)
    open_yet = all(told[i].kind is not Kind.COORDINATOR for i in range(first, comma))
    return first < comma and open_yet and comma + 1 < len(told) and told[comma + 1].kind is Kind.COORDINATOR


def _opens_main(sentence: Sentence, own: Group, index: int) -> bool:
    """Whether a pronoun opens the main clause right behind a conjunction's ("when I left home | she was there")."""
    told = sentence.words
    if told[index].lower not in sentence.narration.personal:
        return False
    first, _ = sentence.segment_range(own.head)
    verb = index + 1
    while verb < len(told) and told[verb].kind is Kind.ADVERB:
        verb += 1
    group = sentence.group_of(verb)
    follows = group is not None and group.finite and group.first == verb
    speaks = told[own.head].base in sentence.narration.reporting | sentence.narration.states
    beside = index <= own.head + 1 or told[index - 1].kind is Kind.COORDINATOR
    return follows and told[first].kind is Kind.SUBORDINATOR and own.finite and not speaks and not beside


def _joins(sentence: Sentence, mark: int) -> bool:
    """Whether a mark stands within a word or between two ("Lund-Berg", "and / or"), not between clauses."""
    told = sentence.words
    if told[mark].lower not in _INNER_MARKS or mark + 1 >= len(told):
        return False
    before, after = told[mark - 1], told[mark + 1]
    tight = before.end == told[mark].start or told[mark].end == after.start
    # Why: texts that were cut into words part the halves of a name too.
    return tight or told[mark].lower != "-" or before.kind is after.kind is Kind.NAME


def _completes(sentence: Sentence, head: int, opener: int) -> bool:
    """Whether a clause is what its verb says or asks ("ruled on Friday that ...", "will vote on whether ...")."""
    told, n = sentence.words, sentence.narration
    word, before = told[opener], opener - 1
    if word.kind is Kind.THAT and _reports(sentence, head):
        return True
    if before > head and told[before].kind is Kind.PREPOSITION and before not in date_words(sentence):
        return word.kind is Kind.RELATIVE or word.lower in n.wording.asked
    while before > head and (before in date_words(sentence) or told[before].kind is Kind.ADVERB):
        before -= 1
    own = sentence.group_of(before)
    beside = before == head or (own is not None and own.head == before and before > head)
    return beside and (word.kind in (Kind.THAT, Kind.RELATIVE) or word.lower in n.wording.asked)


def _only_adds(sentence: Sentence, opener: int) -> bool:
    """Whether a relative clause belongs to the noun before it, and tells no date of its own."""
    told = sentence.words
    _, last = sentence.segment_range(opener)
    before = opener - 1
    while before > 0 and before in date_words(sentence):
        before -= 1
    bound = told[before].kind in NOUNS or told[before].kind is Kind.PRONOUN
    relative = told[opener].kind is Kind.RELATIVE or (told[opener].kind is Kind.THAT and bound)
    return relative and bound and not any(word.kind is Kind.DATE for word in told[opener:last])


def _gives_way(sentence: Sentence, own: Group, following: Group) -> bool:
    """Whether the next finite verb belongs to the clause that holds this one ("the panel that was stolen is back")."""
    if not own.finite:
        # Why: "supplies that had been due to arrive | were lost" gives way as "that had arrived" does.
        main = governing(sentence, own) if own.infinitive else None
        return not own.infinitive or (main is not None and main.finite and _gives_way(sentence, main, following))
    if opens_contact(sentence, own):
        return True
    first, last = sentence.segment_range(own.head)
    opener, before = sentence.words[first].kind, sentence.words[first - 1].kind if first else Kind.BREAK
    led = opener is Kind.RELATIVE or (opener is Kind.THAT and (first + 1 >= own.first or before in NOUNS))
    within = opener is Kind.SUBORDINATOR and before is not Kind.BREAK  # "those hurt when a bus crashed | have died"
    relative = (led or within) and not any(g.finite and first < g.first < own.first for g in sentence.groups)
    between = sentence.words[own.head + 1 : following.first]
    adverbs = sentence.narration.wording.telling_adverbs  # "who got there are"
    parting = {Kind.COORDINATOR, Kind.PRONOUN, *(NOUNS if within else ())}
    parted = any(w.kind in parting and w.lower not in adverbs for w in between)
    return relative and following.first < last and not parted


def _reports(sentence: Sentence, head: int) -> bool:
    return sentence.words[head].base in sentence.narration.reporting


def goes_on(sentence: Sentence, comma: int) -> bool:
    """Whether the clause goes on after a comma: within a list, or only a date stands between."""
    told = sentence.words
    after = comma + 1
    if comma and told[comma - 1].kind is Kind.DATE and after < len(told):
        start, _ = date_phrase(sentence, comma - 1)
        paired = start and told[start - 1].kind is Kind.COMMA
        return (
            not paired
            and after not in date_words(sentence)
            and told[after].kind is Kind.PREPOSITION
            and told[after].lower not in sentence.narration.reference_prepositions
        )
    if pairs_adjectives(sentence, comma):
        return True
    if after < len(told) and (told[after].kind is Kind.DATE or after in date_words(sentence)):
        last = next((i for i in range(after, len(told)) if told[i].kind is Kind.DATE), after)
        closing = last + 1
        return (
            closing + 1 < len(told) and told[closing].kind is Kind.COMMA and told[closing + 1].kind is Kind.PREPOSITION
        )
    end = after
    if after < len(told) and told[after].kind is Kind.COORDINATOR:
        return _listed(sentence, comma) and not new_verb(sentence, after)
    while end < len(told) and told[end].kind in PHRASE:
        end += 1
    if end == after or end >= len(told):
        return False
    if told[end].kind is Kind.COMMA:
        return _goes_on_list(sentence, end)
    return told[end].kind is Kind.COORDINATOR and not new_verb(sentence, end)


def _listed(sentence: Sentence, comma: int) -> bool:
    """Whether a comma stood before the last member of a list, and no verb since ("A, B, and C")."""
    told, index = sentence.words, comma - 1
    while index > 0 and told[index].kind in PHRASE:
        index -= 1
    return told[index].kind is Kind.COMMA


def _goes_on_list(sentence: Sentence, comma: int) -> bool:
    """Whether "and" follows within a list ("A, B, C and D")."""
    told, index = sentence.words, comma + 1
    while index < len(told) and (told[index].kind in PHRASE or told[index].kind is Kind.COMMA):
        index += 1
    return index < len(told) and told[index].kind is Kind.COORDINATOR and not new_verb(sentence, index)


def new_verb(sentence: Sentence, coordinator: int) -> bool:
    """Whether a verb follows an "and" before the next border: a second clause or a second verb."""
    told = sentence.words
    for index in range(coordinator + 1, len(told)):
        kind = told[index].kind
        if kind in BORDERS or kind in CLAUSE_BORDERS or kind is Kind.TO:
            return False
        if kind is Kind.VERB or kind in AUXILIARIES:
            group = sentence.group_of(index)
            beside = all(word.kind is Kind.ADVERB for word in told[coordinator + 1 : index])
            return group is None or group.finite or beside
    return False


def _new_clause(sentence: Sentence, coordinator: int) -> bool:
    """Whether a subject follows an "and" whose verb an insertion parts from it ("but Lund, having won, left")."""
    told, end = sentence.words, coordinator + 1
    while end < len(told) and told[end].kind in PHRASE:
        end += 1
    if end == coordinator + 1 or end + 1 >= len(told) or told[end].kind is not Kind.COMMA:
        return False
    closing = next((i for i in range(end + 1, len(told)) if told[i].kind in BORDERS), end)
    inside = next((g for g in sentence.groups if end < g.first < closing), None)
    group = sentence.group_of(closing + 1)
    starts = inside is not None and (inside.first == end + 1 or told[end + 1].kind is Kind.RELATIVE)
    return starts and group is not None and group.finite and told[closing].kind is Kind.COMMA
