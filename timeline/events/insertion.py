"""What stands between a subject and its verb. Comes in: a sentence, a stretch between commas. Goes out: what it is.

Between two commas may stand who says it, where a place lies, or examples; none of them is the subject.
"""

from __future__ import annotations

from timeline.events.sentence import Sentence, phrase_start
from timeline.extract.group import Group
from timeline.extract.word import NOUNS, Kind


def ends_place(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a name between commas only tells more of the place before it ("Kopp, of St. Albans, Vt., became")."""
    told = sentence.words
    if start < 3 or told[start - 1].kind is not Kind.COMMA or any(w.kind is not Kind.NAME for w in told[start:stop]):
        return False
    first, _ = sentence.segment_range(start - 2)
    return first > 1 and told[first].kind is Kind.PREPOSITION and told[start - 2].kind is Kind.NAME


def is_said_aside(sentence: Sentence, inside: list[Group], start: int, stop: int) -> bool:
    """Whether a segment between commas only tells who says it ("The plant, he said, would close")."""
    told = sentence.words
    reported = len(inside) == 1 and told[inside[0].head].base in sentence.narration.reporting
    between = start > 0 and told[start - 1].kind is Kind.COMMA and told[start].kind is not Kind.RELATIVE
    return reported and between and stop <= inside[0].head + 2


def listed_aside(sentence: Sentence, start: int, stop: int) -> int | None:
    """Where examples between commas begin whose last ones stand here ("clubs, including A, B and C, called")."""
    told = sentence.words
    listed = any(w.kind is Kind.COORDINATOR for w in told[start:stop])
    if not listed or stop >= len(told) or told[stop].kind is not Kind.COMMA:
        return None
    while start > 1 and told[start - 1].kind is Kind.COMMA:
        if told[start].lower in sentence.narration.wording.exemplary:
            return start
        start, _ = sentence.segment_range(start - 2)
    return None


def tells_where(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a name between commas tells where the place before it lies ("Mills let in Hull, Yorks, were sold")."""
    told = sentence.words
    between = 2 < start < stop < len(told) and told[start - 1].kind is told[stop].kind is Kind.COMMA
    if not between or any(w.kind is not Kind.NAME for w in told[start:stop]):
        return False
    led = phrase_start(sentence, start - 2) - 1
    named = sentence.words_of(start, stop) in sentence.narration.places
    if named and led > 0 and told[led].lower in sentence.narration.locative_prepositions:
        return True  # "a guard in the Haitian capital, Port-au-Prince, asked"
    if told[start - 2].kind is not Kind.NAME:
        return False
    first, _ = sentence.segment_range(start - 2)
    verbs = any(first <= g.head < start for g in sentence.groups)
    return verbs and led > 0 and told[led].lower in sentence.narration.locative_prepositions


def goes_along(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether what stands between commas tells what went along with it ("Lund, with help close at hand, won")."""
    told = sentence.words
    between = 2 < start < stop < len(told) and told[start - 1].kind is told[stop].kind is Kind.COMMA
    return between and told[start].lower in sentence.narration.wording.accompanying


def offers_another(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether what stands between commas only says it in other words ("bid $9 million, or 4 cents a share, ...")."""
    told = sentence.words
    between = 2 < start < stop < len(told) and told[start - 1].kind is told[stop].kind is Kind.COMMA
    return between and told[start].lower in sentence.narration.wording.alternating


def inserted_to(sentence: Sentence, comma: int) -> int:
    """The comma that closes what stands between the subject of a "that" clause and its verb; 0 where nothing does.

    "That Lund, aged 55, has left", "that the ferry, which is old, will stop": the clause goes on behind it.
    """
    told = sentence.words
    if not awaits_verb(sentence, comma):
        return 0
    closing = next((i for i in range(comma + 1, len(told)) if told[i].kind in (Kind.COMMA, Kind.BREAK)), 0)
    after = closing + 1
    while after < len(told) and told[after].kind is Kind.ADVERB:
        after += 1
    group = sentence.group_of(after)
    return closing if closing and told[closing].kind is Kind.COMMA and group is not None and group.finite else 0


def put_in_to(sentence: Sentence, comma: int) -> int:
    """The comma that closes what one opens within a clause that goes on behind it; 0 where none does."""
    return (
        inserted_to(sentence, comma)
        or state_to(sentence, comma)
        or told_of_object(sentence, comma)
        or _amount_to(sentence, comma)
    )


def _amount_to(sentence: Sentence, comma: int) -> int:
    """The comma that closes an amount in other words, before its noun ("a $3 million, or 4 cents a share, | loss")."""
    told, start = sentence.words, comma + 1
    if start >= len(told) or told[comma].kind is not Kind.COMMA or told[comma - 1].kind is not Kind.NUMBER:
        return 0
    _, closing = sentence.segment_range(start)
    noun = closing + 1
    if noun >= len(told) or not offers_another(sentence, start, closing) or sentence.group_of(noun) is not None:
        return 0
    return closing if told[noun].kind in (Kind.WORD, Kind.EVENT) else 0


def told_of_object(sentence: Sentence, comma: int) -> int:
    """The comma that closes what tells more of an object, before what it is called or made; 0 where nothing does.

    "Called the plan, which failed in May, | a mistake", "found Berg, who fled, | guilty".
    """
    told, n = sentence.words, sentence.narration
    if told[comma].kind is not Kind.COMMA or comma + 1 >= len(told) or told[comma + 1].kind is not Kind.RELATIVE:
        return 0
    verb = next((g for g in reversed(sentence.groups) if g.head < comma), None)
    _, closing = sentence.segment_range(comma + 1)
    after = told[closing + 1] if closing + 1 < len(told) else None
    if verb is None or verb.passive or after is None or told[closing].kind is not Kind.COMMA:
        return 0
    calls = verb.finite and told[verb.head].base in n.wording.calling
    complement = after.kind in (Kind.DETERMINER, Kind.POSSESSIVE, Kind.WORD)
    _, end = sentence.segment_range(closing + 1)
    verbs = any(closing < g.head < end for g in sentence.groups)
    return closing if calls and complement and not verbs else 0


_DASHES = frozenset(("-", "--", "–", "—"))
_ASIDE = 15
"""Words that may stand between two dashes within a clause."""


def dashed_to(sentence: Sentence, dash: int) -> int:
    """The dash that closes what another one puts into a clause ("a ship -- the third -- left"); 0 where none does."""
    told = sentence.words
    if told[dash].lower not in _DASHES or dash == 0 or told[dash - 1].end == told[dash].start:
        return 0
    marks = range(dash + 2, min(dash + _ASIDE, len(told) - 1))
    closing = next((i for i in marks if told[i].lower == told[dash].lower), 0)
    verbs = any(g.finite and dash < g.head < closing for g in sentence.groups)
    after = told[closing + 1]
    goes_on = after.kind not in (Kind.BREAK, Kind.COMMA, Kind.DATE) and not after.capital
    # Why: in "Rain in Lund - 2 hrs ago Fire in Tarn - 3 hrs ago" the marks part lines.
    plain = not verbs and all(word.kind is not Kind.DATE for word in told[dash:closing])
    return closing if closing and goes_on and plain else 0


def dashed_from(sentence: Sentence, dash: int) -> int:
    """The dash that opened what another one closes; 0 where none did."""
    if sentence.words[dash].lower not in _DASHES:
        return 0
    return next((i for i in range(dash - 2, max(0, dash - _ASIDE), -1) if dashed_to(sentence, i) == dash), 0)


def state_to(sentence: Sentence, comma: int) -> int:
    """The comma that closes the state of a town which a noun behind both needs ("a Lund, Yorks., clinic"); else 0."""
    told, closing = sentence.words, comma + 1
    while closing < len(told) and told[closing].kind is Kind.NAME:
        closing += 1
    noun = closing + 1
    if closing == comma + 1 or noun >= len(told) or told[closing].kind is not Kind.COMMA or told[comma - 1].genitive:
        return 0
    start = phrase_start(sentence, comma - 1)
    led = told[start].kind in (Kind.DETERMINER, Kind.POSSESSIVE) and told[comma - 1].kind is Kind.NAME
    after = sentence.group_of(noun)
    return closing if led and told[noun].kind in (Kind.WORD, Kind.EVENT) and after is None else 0


def with_state(sentence: Sentence, first: int) -> int:
    """Where the stretch of a noun behind a state starts ("the men in the Hull, Yorks., | area"); else `first`."""
    told = sentence.words
    if first < 3 or told[first - 1].kind is not Kind.COMMA:
        return first
    state, _ = sentence.segment_range(first - 2)
    if state < 2 or state_to(sentence, state - 1) != first - 1:
        return first
    return sentence.segment_range(state - 2)[0]


def pairs_adjectives(sentence: Sentence, comma: int) -> bool:
    """Whether a comma parts two that qualify one noun ("a heavily wooded, four-acre area")."""
    told, last = sentence.words, comma + 1
    while last < len(told) and told[last].kind in (Kind.WORD, Kind.EVENT):
        last += 1
    start = comma - 1
    while start > 0 and told[start].kind in (Kind.WORD, Kind.ADVERB) and start > comma - 3:
        start -= 1
    group = sentence.group_of(last)
    whole = last > comma + 2 and (group is None or not group.finite)
    led = told[start].lower in _INDEFINITE or told[start].kind is Kind.POSSESSIVE
    return whole and told[comma - 1].kind is Kind.WORD and start < comma - 1 and led


_INDEFINITE = frozenset({"a", "an"})


def awaits_verb(sentence: Sentence, index: int) -> bool:
    """Whether what is said has come to no verb yet at a word ("said that Lund | and Berg left", "says Lund | and")."""
    told = sentence.words
    index = dashed_from(sentence, index - 1) or index
    first, stop = sentence.segment_range(index - 1)
    inside = [g for g in sentence.groups if first <= g.first < index]
    if told[first].kind is Kind.THAT or told[first].lower in sentence.narration.wording.asked:
        return not any(first < g.first for g in inside) and first + 1 < index
    last = next((g for g in reversed(inside) if g.finite), None)
    if last is None or not opens_said(sentence, last, index):
        return False
    # Why: where the verb opens, "says Lund and Berg" tells who says what stands before.
    return first < last.first or any(g.finite and index <= g.first < stop for g in sentence.groups)


def opens_said(sentence: Sentence, group: Group, stop: int) -> bool:
    """Whether the subject of what is said stands behind a verb of saying ("says the town", "tells the paper rain")."""
    told, n, after = sentence.words, sentence.narration, group.head + 1
    base = told[group.head].base
    if group.passive or not (base in n.speaking or base in n.wording.telling):
        return False
    if base in n.wording.telling:
        while after < stop and told[after].kind in (Kind.DETERMINER, Kind.NAME):
            after += 1
        return after > group.head + 1 and any(told[i].kind in (Kind.WORD, Kind.EVENT) for i in range(after, stop))
    if after >= stop:
        return False
    counts = told[after].lower in n.wording.measuring and any(w.kind is Kind.NUMBER for w in told[after : after + 4])
    return (counts or told[after].kind in _SUBJECT) and any(told[i].kind in NOUNS for i in range(after, stop))


_SUBJECT = NOUNS | {Kind.DETERMINER, Kind.POSSESSIVE, Kind.QUOTE, Kind.ADVERB}
