"""Where a title may end. Comes in: a sentence, words of a clause. Goes out: fewer words, or whether they break off."""

from __future__ import annotations

from timeline.events.date_words import date_words
from timeline.events.insertion import opens_said
from timeline.events.sentence import PHRASE, Sentence
from timeline.extract.group import Group
from timeline.extract.word import BORDERS, GERUNDS, NOUNS, Kind

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
_HEARER = 6
"""Words that may name a verb of saying and to whom, before what is said."""


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
    words = _without_rest(sentence, words, anchor)
    while words and words[0] != anchor and words[0] >= 0:
        if told[words[0]].kind not in (*BORDERS, Kind.COORDINATOR, Kind.THAT):
            break
        words = words[1:]
    return words


def _without_rest(sentence: Sentence, words: list[int], anchor: int) -> list[int]:
    """Words without a relative clause that has lost all but its verb ("gains that began | last autumn")."""
    told = sentence.words
    group = sentence.group_of(words[-1]) if words and words[-1] >= 0 else None
    if group is None or not group.finite or group.head != words[-1] or group.head == anchor or group.first < 2:
        return words
    linked = group.first - 1
    opens = told[linked].kind in (Kind.THAT, Kind.RELATIVE) and told[linked - 1].kind in NOUNS
    goes_on = group.head + 1 < len(told) and told[group.head + 1].kind not in BORDERS
    at = words.index(linked) if opens and goes_on and linked in words else len(words)
    return words[:at] if anchor in words[:at] else words


def _is_reduced(sentence: Sentence, index: int) -> bool:
    """Whether a participle behind a noun has lost what it leads to ("a mill intended | to ...")."""
    group = sentence.group_of(index)
    bare = group is not None and group.first == group.head == index and not group.finite and not group.infinitive
    before = sentence.words[index - 1].kind if index else Kind.BREAK
    after = sentence.words[index + 1].kind if index + 1 < len(sentence.words) else Kind.BREAK
    if before is Kind.PREPOSITION and after is Kind.THAT:
        return bare  # "became more open in declaring | that ..."
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
    put_in = words[-1] + 2
    if put_in >= len(told) or told[put_in - 1].kind is not Kind.COMMA:
        return False
    _, closing = sentence.segment_range(put_in)
    comma = closing + 1 < len(told) and told[closing].kind is Kind.COMMA and told[closing + 1].kind in PHRASE
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
    group = sentence.group_of(last - 1)
    stranded = group is not None and group.infinitive and after is not None and told[after].kind is Kind.BREAK
    bound = told[last].lower in sentence.narration.bound_prepositions and not stranded  # "none to speak of"
    if bound or len(words) < 2 or words[-2] != last - 1:
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
    before = next((sentence.words[i].kind for i in reversed(words[:-1]) if sentence.words[i].kind is not last), None)
    needed = (Kind.VERB, Kind.BE, Kind.DO) if cut else (Kind.VERB, Kind.BE, Kind.DO, Kind.QUOTE, Kind.DETERMINER)
    return last is Kind.NEGATION or (last is Kind.ADVERB and len(words) > 4 and before not in needed)


def is_open(sentence: Sentence, words: list[int]) -> bool:
    """Whether words end within a clause that has not come to its verb ("to determine whether the doctor")."""
    told, n = sentence.words, sentence.narration
    if _before_speech(sentence, words):
        return True
    said = next((i for i in reversed(words) if i >= 0 and told[i].kind is not Kind.ADVERB), -1)
    copula = sentence.group_of(said)
    tells = bool(words) and told[words[-1]].lower in n.wording.telling_adverbs
    if copula is not None and copula.copula and copula.head == said != words[-1] and not tells:
        return True  # "the work is now | under way"
    for index in reversed(words):
        if index < 0:
            continue
        group = sentence.group_of(index)
        if group is not None and told[group.head].form in GERUNDS and opens_said(sentence, group, words[-1] + 1):
            return any(g.finite and g.first > words[-1] for g in sentence.groups)  # "arguing the mill | could close"
        if group is not None and group.finite:
            # Why: "the town says the keeper | of the port left" says nothing of the keeper before its verb.
            complement = words[-1] + 1 < len(told) and told[words[-1] + 1].kind is Kind.THAT
            # Why not "confirmed reports | that ...": what the reports say is no verb that is awaited.
            said = not complement and opens_said(sentence, group, words[-1] + 1)
            causes = told[group.head].base in n.wording.causing and not group.passive
            if causes and _awaits_infinitive(sentence, group, words[-1]):
                return True
            return said and any(g.finite and g.first > words[-1] for g in sentence.groups)
        if told[index].kind in (Kind.RELATIVE, Kind.SUBORDINATOR, Kind.THAT) or told[index].lower in n.wording.asked:
            return True
        if told[index].lower == ":" and any(_speaks(sentence, i) for i in words if i < index):
            return True
    return False


def _awaits_infinitive(sentence: Sentence, group: Group, last: int) -> bool:
    """Whether what somebody is made or asked to do stands behind a word ("urged those | in the port to leave")."""
    following = next((g for g in sentence.groups if g.infinitive and g.head > group.head), None)
    here = following is not None and sentence.segments[following.head] == sentence.segments[group.head]
    return here and following is not None and following.first > last


def _before_speech(sentence: Sentence, words: list[int]) -> bool:
    """Whether words end right before what somebody says in so many words ("the mayor tells the paper | : “...”")."""
    told, last = sentence.words, words[-1] if words else -1
    if not 0 <= last < len(told) - 1 or told[last + 1].lower != ":":
        return False
    before = next((i for i in reversed(words[-_HEARER:]) if sentence.group_of(i) is not None), -1)
    return _speaks(sentence, before)


def _speaks(sentence: Sentence, index: int) -> bool:
    """Whether a word is a verb of saying, in a clause of its own."""
    group = sentence.group_of(index) if index >= 0 else None
    return group is not None and group.finite and sentence.words[group.head].base in sentence.narration.reporting
