"""A title of bounded length. Comes in: a sentence, words of a clause, one that must stay. Goes out: fewer words.

A clause that is only a little long stays whole. A title is cut only where a phrase ends; what belongs together ("in
the wake of", "A, B and C") stays or goes whole.
"""

from __future__ import annotations

from timeline.events.clause import goes_on, new_verb
from timeline.events.date_words import date_words
from timeline.events.sentence import ARE, IS, PHRASE, WAS, WERE, Sentence
from timeline.events.written import written
from timeline.extract.word import AUXILIARIES, BORDERS, GERUNDS, NOUNS, Kind

LONGEST = 90
WHOLE = 95
"""Code points that a clause may have which is not cut at all: better a little long than without what it says."""
FAR = 110
"""Code points of a title that can be cut at no place before: one that breaks off is worse."""
_LOOSE = frozenset(
    {
        Kind.PREPOSITION,
        Kind.TO,
        Kind.COORDINATOR,
        Kind.DETERMINER,
        Kind.COMMA,
        Kind.POSSESSIVE,
        Kind.THAT,
        Kind.RELATIVE,
        Kind.SUBORDINATOR,
    }
)
_WEAK = frozenset({Kind.COORDINATOR, Kind.THAT, Kind.COMMA})
_ANY = _WEAK | {Kind.PREPOSITION, Kind.TO, Kind.VERB}
_PAIR = 6
"""Words that the first of two has at most."""
_ROOM = 12
"""Code points by which a text may be shorter than its words laid end to end."""


def fitted(sentence: Sentence, words: list[int], anchor: int, verbs: tuple[int, ...] = ()) -> tuple[str, list[int]]:
    """Words and their text of at most LONGEST characters, cut between phrases; the anchor is always kept.

    `verbs` are where the verb groups of the clause, and of what it says, start: before each stands its subject.
    """
    words = closed(sentence, words, anchor, cut=False)
    text = written(sentence, words)
    if len(text) <= WHOLE:
        return text, words
    for step in _STEPS:
        if len(text) <= LONGEST:
            break
        if step is _SUBJECTS or step is _WHOLE_SUBJECTS:
            starts = verbs or (anchor,)
            for nth in reversed(range(len(starts))):
                whole, floor = step is _WHOLE_SUBJECTS, starts[nth - 1] if nth else -1
                for shorten in (_without_insertion, _by_name):
                    words = shorten(sentence, words, starts[nth], whole, floor) if len(text) > LONGEST else words
                    text = written(sentence, words)
        else:
            words = _without_end(sentence, words, anchor, *step)
        text = written(sentence, words)
    if len(text) > LONGEST:
        far = [_without_end(sentence, words, anchor, _ANY, False, FAR, loose) for loose in (False, True)]
        for shorter in (*far, _before_phrase(sentence, words)):
            # Why: of a clause cut to less than half nothing is told; the bare start of it tells more.
            if 2 * len(shorter) > len(words) and len(written(sentence, shorter)) <= FAR:
                return written(sentence, shorter), shorter
    if len(text) > LONGEST:
        text = text[: text.rfind(" ", 0, LONGEST + 1)] if " " in text[:LONGEST] else text[:LONGEST]
    return text, words


def _before_phrase(sentence: Sentence, words: list[int]) -> list[int]:
    """Words up to the noun phrase that makes them too long; none where it is the first."""
    told = sentence.words
    for position in range(len(words) - 1, 2, -1):
        before, index = words[position - 1], words[position]
        if before >= 0 and index >= 0 and told[before].kind not in PHRASE and told[index].kind in PHRASE:
            if told[before].kind is Kind.THAT and _says_more(sentence, words, position - 1):
                continue
            shorter = closed(sentence, words[:position], words[0], cut=True)
            whole = not _is_open(sentence, shorter) and shorter and told[shorter[-1]].kind not in AUXILIARIES
            if whole and len(written(sentence, shorter)) <= LONGEST:
                return shorter
    return []


_Step = tuple[frozenset[Kind], bool]
_SUBJECTS: _Step = (frozenset({Kind.RELATIVE}), False)
_WHOLE_SUBJECTS: _Step = (frozenset({Kind.RELATIVE}), True)
_STEPS: tuple[_Step, ...] = (
    (frozenset(), False),
    _SUBJECTS,
    (frozenset(), False),
    (_WEAK, False),
    (_ANY, False),
    _WHOLE_SUBJECTS,
    (frozenset(), False),
    (_ANY, False),
    (frozenset(), True),
)
"""What is tried in order: borders besides the ends of phrases, and whether the anchor may end the title; or what only
adds to the subjects, at last with their "of ..."."""


def _without_end(
    sentence: Sentence,
    words: list[int],
    anchor: int,
    borders: frozenset[Kind],
    bare: bool,
    longest: int = LONGEST,
    loose: bool = False,
) -> list[int]:
    """Words up to the last border after the anchor that leaves few enough; all where none does."""
    told, length, sums = sentence.words, 0, list[int]()
    for index in words:
        sums.append(length)
        length += told[index].end - told[index].start + 1 if index >= 0 else 4
    first = words.index(anchor) if anchor in words else 0
    for position in range(len(words) - 1, first, -1):
        if sums[position] > longest + _ROOM or words[position] < 0:
            continue
        bound = told[words[position]].lower in sentence.narration.genitive_prepositions and not bare
        if bound and told[words[position - 1]].kind in NOUNS:
            continue  # Why: "the source | of the quakes" is no source without them.
        if _says_more(sentence, words, position):
            continue
        if not bare and longest == LONGEST and _in_quotation(sentence, words, position):
            continue
        if told[words[position]].kind is Kind.COORDINATOR and _pairs(sentence, words[:position]):
            continue
        group = sentence.group_of(words[position])
        if group is not None and group.first < words[position]:
            continue
        if told[words[position]].kind in borders or _ends_phrase(sentence, words[position]):
            shorter = closed(sentence, words[:position], anchor, cut=True)
            if (not loose and _is_open(sentence, shorter)) or (shorter and told[shorter[-1]].kind in AUXILIARIES):
                continue
            if shorter and (bare or shorter[-1] != anchor) and len(written(sentence, shorter)) <= longest:
                return shorter
    return words


def _says_more(sentence: Sentence, words: list[int], position: int) -> bool:
    """Whether a verb says nothing yet before a word ("would recommend | that ...", "will try | to show")."""
    told, index = sentence.words, words[position]
    if index < 1 or words[position - 1] != index - 1:
        return False
    infinitive = told[index].kind is Kind.TO and sentence.group_of(index + 1) is not None
    leads = told[index].kind is Kind.THAT or infinitive
    return (leads and told[index - 1].kind is Kind.VERB) or told[index - 1].kind is Kind.TO


def _in_quotation(sentence: Sentence, words: list[int], position: int) -> bool:
    """Whether a cut would part what stands within quotation marks."""
    marks = [p for p, i in enumerate(words) if i >= 0 and sentence.words[i].kind is Kind.QUOTE]
    return sum(p < position for p in marks) % 2 == 1 and any(p >= position for p in marks)


def _pairs(sentence: Sentence, words: list[int]) -> bool:
    """Whether words end with the first of two that belong together ("both Ada Cole | and ...")."""
    n = sentence.narration
    for index in reversed(words[-_PAIR:]):
        if index < 0 or sentence.group_of(index) is not None:
            return False
        if sentence.words[index].lower in n.two_sided or sentence.words[index].lower in n.wording.pairing:
            return True
    return False


def _is_open(sentence: Sentence, words: list[int]) -> bool:
    """Whether words end within a clause that has not come to its verb ("to determine whether the doctor")."""
    told, n = sentence.words, sentence.narration
    for index in reversed(words):
        if index < 0:
            continue
        group = sentence.group_of(index)
        if group is not None and group.finite:
            return False
        if told[index].kind in (Kind.RELATIVE, Kind.SUBORDINATOR, Kind.THAT) or told[index].lower in n.wording.asked:
            return True
    return False


def _ends_phrase(sentence: Sentence, index: int) -> bool:
    """Whether a title may end before a word: a phrase or clause begins there that only adds to it."""
    told, n = sentence.words, sentence.narration
    word = told[index]
    if word.kind is Kind.COMMA:
        return not goes_on(sentence, index)
    if word.kind is Kind.COORDINATOR:
        return new_verb(sentence, index)
    if word.lower in n.wording.asked and index and told[index - 1].kind in (Kind.VERB, Kind.PREPOSITION):
        return False
    if word.kind in (Kind.PREPOSITION, Kind.TO):
        particle = word.lower in n.particles and told[index - 1].kind is Kind.VERB
        if word.kind is Kind.TO and _is_caused(sentence, index):
            return False
        return word.lower not in n.bound_prepositions and not particle and not _inside_phrase(sentence, index)
    if word.kind is Kind.THAT:
        return index > 0 and told[index - 1].kind in NOUNS
    if word.kind is Kind.VERB:
        group = sentence.group_of(index)
        bare = group is not None and group.first == index and not group.finite and not group.infinitive
        return bare and index > 0 and told[index - 1].kind in NOUNS - {Kind.NUMBER}
    return word.kind in (Kind.RELATIVE, Kind.SUBORDINATOR, Kind.BREAK)


def _is_caused(sentence: Sentence, index: int) -> bool:
    """Whether an infinitive is what somebody is ordered or asked to do ("ordered a guard | to collect it")."""
    before = next((g for g in reversed(sentence.groups) if g.head < index), None)
    causes = before is not None and sentence.words[before.head].base in sentence.narration.wording.causing
    return causes and sentence.group_of(index + 1) is not None


def _inside_phrase(sentence: Sentence, index: int) -> bool:
    """Whether a preposition is the later part of one ("in response to")."""
    n = sentence.narration
    lowers = tuple(word.lower for word in sentence.words[max(0, index - 4) : index + 1])
    return any(lowers[-len(phrase) :] == phrase for phrase in (*n.reference_phrases, *n.compound_prepositions))


def _without_insertion(sentence: Sentence, words: list[int], verb: int, whole: bool, floor: int) -> list[int]:
    """Words without what only adds to the subject, from its first border to the verb.

    `floor` is where the verb group of the clause before starts, whose words are no part of the subject; -1: none.
    """
    told, nouns = sentence.words, False
    start, end = _subject_range(sentence, words, verb, floor)
    for position in range(start, end):
        index = words[position]
        if index < 0:
            continue
        bound = told[index].lower in sentence.narration.genitive_prepositions
        listed = any(told[i].kind is Kind.COORDINATOR for i in words[position:end] if i >= 0)
        opens = told[index].kind in _INSERTED or _opens_compound(sentence, index)
        inserted = opens and (not bound or (whole and not listed))
        if nouns and (inserted or told[index].kind is Kind.VERB):
            return [*words[:position], *(i for i in words[position:end] if i in (WAS, WERE, IS, ARE)), *words[end:]]
        nouns = nouns or told[index].kind in NOUNS
    return words


def _opens_compound(sentence: Sentence, index: int) -> bool:
    """Whether a word opens a preposition of two words ("such as")."""
    lowers = tuple(word.lower for word in sentence.words[index : index + 2])
    return lowers in sentence.narration.compound_prepositions


def _by_name(sentence: Sentence, words: list[int], verb: int, _whole: bool, floor: int) -> list[int]:
    """Words whose subject is the name alone, without what tells who that is ("the port's lawyer Ada Cole said")."""
    told = sentence.words
    start, end = _subject_range(sentence, words, verb, floor)
    first = end
    while first > start and words[first - 1] >= 0 and told[words[first - 1]].kind is Kind.NAME:
        first -= 1
    office = max((p for p in range(first, end - 2) if _is_office(sentence, words[p])), default=None)
    if office is not None:
        return [*words[:start], *words[office + 1 :]]
    explained = start < first < end - 1 and told[words[first - 1]].kind is Kind.WORD
    return [*words[:start], *words[first:]] if explained else words


def _is_office(sentence: Sentence, index: int) -> bool:
    """Whether a capital word before a name tells what somebody is ("Foreign Minister Ada Cole")."""
    surface, n = sentence.words_of(index, index + 1), sentence.narration
    return surface in n.honorifics or surface in n.offices


def _subject_range(sentence: Sentence, words: list[int], verb: int, floor: int) -> tuple[int, int]:
    """Between which places of `words` the subject of a verb group stands."""
    before = sentence.group_of(floor)
    end = words.index(verb) if verb in words else 0
    # Why: what is said may stand before who says it, and then the words go back.
    start = next((p + 1 for p in range(end - 1, -1, -1) if _opens_subject(sentence, words, p)), 0)
    if before is not None and before.head in words[start:end]:
        start = words.index(before.head) + 1
    return start, end


_INSERTED = frozenset({Kind.COMMA, Kind.PREPOSITION, Kind.RELATIVE, Kind.BREAK})


def _opens_subject(sentence: Sentence, words: list[int], position: int) -> bool:
    index, after = words[position], words[position + 1]
    return index >= 0 and (sentence.words[index].kind is Kind.THAT or 0 <= after < index)


def closed(sentence: Sentence, words: list[int], anchor: int, *, cut: bool) -> list[int]:
    """Words without small words and marks left hanging at the ends."""
    told = sentence.words
    while words and words[-1] != anchor:
        if words[-1] >= 0:
            kind = told[words[-1]].kind
            counted = cut and kind is Kind.PRONOUN and len(words) > 4 and told[words[-2]].kind is Kind.PREPOSITION
            particle = _is_particle(sentence, words) and not (cut and _has_object(sentence, words[-1]))
            if particle or (kind is Kind.PREPOSITION and _stands_alone(sentence, words)):
                break
            if kind is Kind.COORDINATOR and not cut and _joins_nothing(sentence, words):
                break
            reduced = cut and kind is Kind.VERB and _is_reduced(sentence, words[-1])
            if not (kind in _LOOSE or kind is Kind.BREAK or counted or reduced or _hangs(sentence, words, cut)):
                break
        words = words[:-1]
    if _breaks_off(sentence, words, anchor):
        words = words[:-2]
    while words and words[0] != anchor and words[0] >= 0:
        if told[words[0]].kind not in (*BORDERS, Kind.COORDINATOR, Kind.THAT):
            break
        words = words[1:]
    return words


def _is_reduced(sentence: Sentence, index: int) -> bool:
    """Whether a participle behind a noun has lost what it leads to ("a mill intended | to ...")."""
    group = sentence.group_of(index)
    bare = group is not None and group.first == group.head == index and not group.finite and not group.infinitive
    before = sentence.words[index - 1].kind if index else Kind.BREAK
    object_lost = sentence.words[index].form not in GERUNDS or _has_object(sentence, index)
    return bare and (before is Kind.COMMA or (before in NOUNS and object_lost))


def _has_object(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase follows a small word."""
    after = index + 1
    return after < len(sentence.words) and sentence.words[after].kind in PHRASE


def _breaks_off(sentence: Sentence, words: list[int], anchor: int) -> bool:
    """Whether words end with an infinitive that a comma parts from its object ("left to seek, in vain, a seat")."""
    told = sentence.words
    if len(words) < 4 or words[-1] == anchor or words[-1] < 0 or words[-2] != words[-1] - 1:
        return False
    comma = words[-1] + 1 < len(told) and told[words[-1] + 1].kind is Kind.COMMA
    return comma and told[words[-1]].kind is Kind.VERB and told[words[-2]].kind is Kind.TO


def _is_particle(sentence: Sentence, words: list[int]) -> bool:
    """Whether the last word belongs to the verb before it ("burned down")."""
    told = sentence.words
    last = words[-1]
    before = last - 1 if last < 2 or told[last - 1].kind is not Kind.PRONOUN else last - 2
    return told[last].lower in sentence.narration.particles and last > 0 and told[before].kind in (Kind.VERB, Kind.BE)


def _stands_alone(sentence: Sentence, words: list[int]) -> bool:
    """Whether what looks like a preposition has no noun behind it ("took six months off in ...", "were inside")."""
    told, last, gone = sentence.words, words[-1], date_words(sentence)
    after = next((i for i in range(last + 1, len(told)) if i not in gone), None)
    if told[last].lower in sentence.narration.bound_prepositions or len(words) < 2 or words[-2] != last - 1:
        return False
    if told[last - 1].kind in (Kind.PREPOSITION, Kind.COMMA, Kind.BREAK, Kind.COORDINATOR):
        return False
    if after is not None and told[after].lower in sentence.narration.genitive_prepositions:
        return False
    return after is None or told[after].kind in (Kind.PREPOSITION, Kind.BREAK, Kind.COMMA)


def _joins_nothing(sentence: Sentence, words: list[int]) -> bool:
    """Whether what looks like an "and" stands for what was told before ("has not done so since May")."""
    told, last = sentence.words, words[-1]
    gone = date_words(sentence)
    after = next((i for i in range(last + 1, len(told)) if i not in gone), None)
    ends = after is None or told[after].kind is Kind.BREAK
    return ends and len(words) > 1 and words[-2] == last - 1 and sentence.group_of(last - 1) is not None


def _hangs(sentence: Sentence, words: list[int], cut: bool) -> bool:
    """Whether the last word is an adverb or "not" that no verb before it needs."""
    due = sentence.words[words[-1]].lower in sentence.narration.falling_due and words[-1] + 1 in date_words(sentence)
    if due and len(words) > 1 and sentence.words[words[-2]].kind in NOUNS:
        return True
    last = sentence.words[words[-1]].kind
    before = sentence.words[words[-2]].kind if len(words) > 1 else None
    needed = (Kind.VERB, Kind.BE) if cut else (Kind.VERB, Kind.BE, Kind.QUOTE, Kind.DETERMINER)  # "to become the first"
    return last is Kind.NEGATION or (last is Kind.ADVERB and len(words) > 4 and before not in needed)
