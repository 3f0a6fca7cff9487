"""A title of bounded length. Comes in: a sentence, words of a clause, one that must stay. Goes out: fewer words.

A clause that is only a little long stays whole. A title is cut only where a phrase ends; what belongs together ("in
the wake of", "A, B and C") stays or goes whole.
"""

from __future__ import annotations

from timeline.events.clause import goes_on, new_verb
from timeline.events.ends import closed, is_open
from timeline.events.sentence import ARE, IS, PHRASE, WAS, WERE, Sentence
from timeline.events.written import written
from timeline.extract.word import AUXILIARIES, NOUNS, Kind

LONGEST = 90
WHOLE = 95
"""Code points that a clause may have which is not cut at all: better a little long than without what it says."""
FAR = 110
"""Code points of a title that can be cut at no place before: one that breaks off is worse."""
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
    main = sentence.group_of(verbs[0]) if verbs and len(text) > LONGEST else None
    if main is not None and main.head in words:
        # Why: better who reports it, without what, than what is reported broken off.
        words = _without_end(sentence, words, main.head, _WEAK, False)
        text = written(sentence, words)
    if len(text) > LONGEST and (ended := _to_phrase_end(sentence, words)):
        return written(sentence, ended), words
    if len(text) > LONGEST:
        text = text[: text.rfind(" ", 0, LONGEST + 1)] if " " in text[:LONGEST] else text[:LONGEST]
        while " " in text and text.rsplit(" ", 1)[1].lower() in _hanging(sentence):
            text = text.rsplit(" ", 1)[0]
    return text, words


def _to_phrase_end(sentence: Sentence, words: list[int]) -> list[int]:
    """Words up to the end of the noun phrase that makes them too long, where that is near; else none."""
    told = sentence.words
    end = next((p for p in range(1, len(words) + 1) if len(written(sentence, words[:p])) > LONGEST), 0)
    if not end or words[end - 1] < 0 or told[words[end - 1]].kind not in PHRASE:
        return []
    while end < len(words) and words[end] >= 0 and told[words[end]].kind in NOUNS:
        end += 1
    whole = told[words[end - 1]].kind in NOUNS and len(written(sentence, words[:end])) <= FAR
    return words[:end] if whole else []


def _hanging(sentence: Sentence) -> frozenset[str]:
    """Words with which no title ends."""
    n = sentence.narration
    return n.determiners | n.possessives | n.coordinators | n.aims | n.genitive_prepositions | n.complementizers


def _before_phrase(sentence: Sentence, words: list[int]) -> list[int]:
    """Words up to the noun phrase that makes them too long; none where it is the first."""
    told = sentence.words
    for position in range(len(words) - 1, 2, -1):
        before, index = words[position - 1], words[position]
        if before >= 0 and index >= 0 and told[before].kind not in PHRASE and told[index].kind in PHRASE:
            if told[before].kind is Kind.THAT and _says_more(sentence, words, position - 1):
                continue
            shorter = closed(sentence, words[:position], words[0], cut=True)
            whole = not is_open(sentence, shorter) and shorter and told[shorter[-1]].kind not in AUXILIARIES
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
    told, n, length, sums = sentence.words, sentence.narration, 0, list[int]()
    for index in words:
        sums.append(length)
        length += told[index].end - told[index].start + 1 if index >= 0 else 4
    first = words.index(anchor) if anchor in words else 0
    unbound: list[int] = []
    for position in range(len(words) - 1, first, -1):
        index, before = words[position], words[position - 1]
        if sums[position] > longest + _ROOM or index < 0:
            continue
        if told[index].lower in n.genitive_prepositions and told[before].kind in NOUNS:
            unbound = unbound or ([] if _in_name(sentence, index) else words[:position])
            if not bare:
                continue  # Why: "the source | of the quakes" is no source without them.
        if told[before].lower in n.ordinals_of_comparison:
            continue  # "the last | remaining port"
        if _says_more(sentence, words, position):
            continue
        if not bare and longest == LONGEST and _in_quotation(sentence, words, position):
            continue
        if told[index].kind is Kind.COORDINATOR and _pairs(sentence, words[:position]):
            continue
        group = sentence.group_of(index)
        if group is not None and group.first < index:
            continue
        if told[index].kind in borders or _ends_phrase(sentence, index):
            shorter = closed(sentence, words[:position], anchor, cut=True)
            if (not loose and is_open(sentence, shorter)) or (shorter and told[shorter[-1]].kind in AUXILIARIES):
                continue
            if shorter and (bare or shorter[-1] != anchor) and len(written(sentence, shorter)) <= longest:
                return unbound if _tells_twice(sentence, unbound, shorter, longest) else shorter
    return words


def _in_name(sentence: Sentence, index: int) -> bool:
    """Whether a small word stands between two words of a name ("the Bank | of Lund")."""
    around = sentence.words[index - 1], sentence.words[index : index + 2][-1]
    return all(word.kind is Kind.NAME for word in around)


def _tells_twice(sentence: Sentence, words: list[int], shorter: list[int], longest: int) -> bool:
    """Whether words that end before an "of" tell twice as much of one clause ("called | for a conference")."""
    clauses = any(g.finite and g.head in words[len(shorter) :] for g in sentence.groups)
    if not words or clauses or is_open(sentence, words):
        return False
    return 2 * len(written(sentence, shorter)) < len(written(sentence, words)) <= longest


def _says_more(sentence: Sentence, words: list[int], position: int) -> bool:
    """Whether a verb says nothing yet before a word ("would recommend | that ...", "will try | to show")."""
    told, index = sentence.words, words[position]
    if index < 1 or words[position - 1] != index - 1:
        return False
    infinitive = told[index].kind is Kind.TO and sentence.group_of(index + 1) is not None
    if told[index].kind is Kind.THAT:
        before = next((g for g in reversed(sentence.groups) if g.finite and g.head < index), None)
        says = before is not None and told[before.head].base in sentence.narration.reporting
        if says and sentence.segments[index - 1] == sentence.segments[before.head if before else 0]:
            return True  # "conceded during the hearing | that the pier was shut"
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
    if word.lower in n.wording.compared:
        return False
    if word.kind is Kind.TO and (_of_purpose(sentence, index) or told[index - 1].lower.endswith(n.gerund_ending)):
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


def _of_purpose(sentence: Sentence, index: int) -> bool:
    """Whether a "to" ends a phrase of purpose ("in order | to")."""
    return (
        tuple(word.lower for word in sentence.words[max(0, index - 2) : index]) in sentence.narration.wording.purposes
    )


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
        # Why: "Ada Cole, Ole Berg and Lund have left" tells of all of them.
        members = told[index].kind is Kind.COMMA and all(_joins_names(sentence, i) for i in words[position:end])
        opens = opens and not (listed and members)
        inserted = opens and (not bound or (whole and not listed))
        if nouns and (inserted or told[index].kind is Kind.VERB):
            return [*words[:position], *(i for i in words[position:end] if i in (WAS, WERE, IS, ARE)), *words[end:]]
        nouns = nouns or told[index].kind in NOUNS
    return words


def _joins_names(sentence: Sentence, index: int) -> bool:
    """Whether a word is a name, or stands between two in a list ("Ada Cole, Ole Berg and Lund")."""
    told = sentence.words
    if index < 0 or told[index].kind is Kind.NAME:
        return index >= 0
    joint = told[index].kind in (Kind.COMMA, Kind.COORDINATOR)
    return joint and told[index - 1].kind is told[index + 1].kind is Kind.NAME


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
    office = max((p for p in range(first, end - 1) if _is_office(sentence, words[p], lone=p == end - 2)), default=None)
    if office is not None:
        return [*words[:start], *words[office + 1 :]]
    explained = start < first < end - 1 and told[words[first - 1]].kind is Kind.WORD
    # Why: "Ada Cole of the charity Lamp Aid" is no charity.
    plain = all(i >= 0 and told[i].kind is not Kind.PREPOSITION for i in words[start:first])
    titled = first < end and sentence.words_of(words[first], words[first] + 1) in sentence.narration.honorifics
    explained = explained and (plain or titled)
    return [*words[:start], *words[first:]] if explained else words


def _is_office(sentence: Sentence, index: int, *, lone: bool) -> bool:
    """Whether a capital word before a name tells what somebody is ("Foreign Minister Ada Cole").

    A `lone` last name keeps its "Dr".
    """
    surface, n = sentence.words_of(index, index + 1), sentence.narration
    return surface in n.offices or (not lone and surface in n.honorifics)


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
