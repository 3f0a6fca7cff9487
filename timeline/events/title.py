"""A readable clause for a happening, in the article's own words. Comes in: a sentence, its head. Goes out: `Title`.

A title is made of whole phrases of the sentence: subject, verb group, what follows; dates are left out where that is
clean. `Title.words` are the indices it shows, from which names are taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.events.head import Head
from timeline.events.sentence import AUXILIARIES, PHRASE, Sentence, date_phrase, phrase_start
from timeline.extract.verbs import Group
from timeline.extract.words import BORDERS, NOUNS, Kind

LONGEST = 90
_SHORT_WORDS = 3
_CLAUSE_BORDERS = frozenset({Kind.SUBORDINATOR, Kind.RELATIVE})
_LOOSE = frozenset(
    {Kind.PREPOSITION, Kind.TO, Kind.COORDINATOR, Kind.DETERMINER, Kind.COMMA, Kind.POSSESSIVE, Kind.THAT}
)
_INNER_MARKS = "-/&"


@dataclass(frozen=True, slots=True)
class Title:
    """The title and the words of the sentence that make it."""

    text: str
    words: tuple[int, ...]


def title_of(sentence: Sentence, head: Head | None, date: int) -> Title:
    """The clause around a head; without one, what the sentence says but for its dates."""
    if head is None:
        return _fitted(sentence, _without_dates(sentence, list(range(len(sentence.words)))), 0)
    if head.group is not None:
        return _fitted(sentence, *_clause(sentence, head.group))
    noun = _noun_phrase(sentence, head.index)
    if len([i for i in noun if sentence.words[i].kind in NOUNS]) >= _SHORT_WORDS:
        return _fitted(sentence, noun, head.index)
    group = _clause_around(sentence, head)
    if group is not None:
        clause, anchor = _clause(sentence, group)
        title = _fitted(sentence, clause, anchor)
        if head.index in title.words:
            return title
    return _fitted(sentence, noun, head.index)


def _clause_around(sentence: Sentence, head: Head) -> Group | None:
    """The clause that tells more of a noun: the one it is the subject of, or the one it stands in."""
    if head.refers:
        return None
    segment = sentence.segments[head.index]
    here = [g for g in sentence.groups if sentence.segments[g.head] == segment and not g.infinitive]
    before = [g for g in here if g.head < head.index]
    after = [g for g in here if g.finite]
    return before[-1] if before else after[0] if after else _next_main(sentence, head.index)


def _next_main(sentence: Sentence, index: int) -> Group | None:
    """The finite verb after a noun whose phrase a comma closes ("The summit, on May 3, ended")."""
    for group in sentence.groups:
        if group.finite and group.first > index:
            first, _ = sentence.segment_range(group.first)
            return group if first == group.first or sentence.words[first].kind is Kind.ADVERB else None
    return None


def _clause(sentence: Sentence, group: Group) -> tuple[list[int], int]:
    """Subject, verb group and what follows; and the word that must stay."""
    governor = _governing(sentence, group)
    if governor is not None:
        subject = _subject(sentence, governor)
        predicate = list(range(governor.first, _clause_end(sentence, group.head)))
    else:
        subject = _subject(sentence, group)
        predicate = list(range(group.first, _clause_end(sentence, group.head)))
    moved = _moved_object(sentence, governor or group)
    whole = [*subject, *predicate, *moved]
    return _without_dates(sentence, whole), group.head


def _governing(sentence: Sentence, group: Group) -> Group | None:
    """For an infinitive, the finite group that it hangs on; for a second verb without one, none."""
    if not group.infinitive:
        return None
    earlier = [g for g in sentence.groups if g.head < group.first and not g.infinitive]
    return earlier[-1] if earlier and sentence.segments[earlier[-1].head] == sentence.segments[group.head] else None


def _subject(sentence: Sentence, group: Group, depth: int = 0) -> list[int]:
    """The words that tell who or what; empty where the sentence does not."""
    told = sentence.words
    if depth > 4:
        return []
    if not group.finite:
        return _participle_subject(sentence, group, depth)
    first, _ = sentence.segment_range(group.first)
    earlier = [g for g in sentence.groups if g.head < group.first and g.head >= first]
    start = earlier[-1].head + 1 if earlier else first
    own = list(range(start, group.first))
    if earlier:
        after = _after_coordinator(sentence, own)
        if after is None or not _nouns(sentence, after):
            return (
                _subject(sentence, earlier[-1], depth + 1)
                if _finite(earlier)
                else _of_last_finite(sentence, group, depth)
            )
        return _without_lead(sentence, after)
    if own and told[own[0]].kind is Kind.RELATIVE:
        return _relative_subject(sentence, own)
    own = _without_lead(sentence, own)
    if _nouns(sentence, own):
        return own
    return _earlier_subject(sentence, group, first, depth)


def _finite(found: list[Group]) -> bool:
    return found[-1].finite


def _of_last_finite(sentence: Sentence, group: Group, depth: int) -> list[int]:
    earlier = [g for g in sentence.groups if g.head < group.first and g.finite]
    return _subject(sentence, earlier[-1], depth + 1) if earlier else []


def _after_coordinator(sentence: Sentence, own: list[int]) -> list[int] | None:
    """The words after the last "and" that opens a clause; the object of the verb before belongs to that verb."""
    places = [i for i in own if sentence.words[i].kind is Kind.COORDINATOR or sentence.words[i].kind is Kind.THAT]
    if not places:
        return own
    rest = [i for i in own if i > places[-1]]
    return rest if _nouns(sentence, rest) else None


def _relative_subject(sentence: Sentence, own: list[int]) -> list[int]:
    """The antecedent of "who", or the clause's own subject ("which Google bought")."""
    inner = _without_lead(sentence, own[1:])
    if sentence.words[own[0]].lower in sentence.narration.genitive_relatives:
        return [*_antecedent(sentence, own[0]), *inner]
    return inner if _nouns(sentence, inner) else _antecedent(sentence, own[0])


def _moved_object(sentence: Sentence, group: Group) -> list[int]:
    """The antecedent where it is the object of a relative clause."""
    first, _ = sentence.segment_range(group.first)
    opener = sentence.words[first]
    if (
        opener.kind is not Kind.RELATIVE
        or opener.lower in sentence.narration.genitive_relatives
        or not group.finite
        or group.passive
    ):
        return []
    inner = _without_lead(sentence, list(range(first + 1, group.first)))
    return _antecedent(sentence, first) if _nouns(sentence, inner) else []


def _earlier_subject(sentence: Sentence, group: Group, first: int, depth: int) -> list[int]:
    """The subject that an insertion parts from its verb ("Smith, who ..., won"), or that an earlier verb has."""
    told = sentence.words
    between = [i for i in range(first, group.first) if told[i].kind is Kind.COORDINATOR]
    index = first
    while index > 0:
        index -= 1
        if told[index].kind in BORDERS:
            continue
        start, stop = sentence.segment_range(index)
        inside = [g for g in sentence.groups if start <= g.head < stop]
        opener = told[start].kind
        if between and any(g.finite for g in inside) and opener is not Kind.RELATIVE:
            return _subject(sentence, [g for g in inside if g.finite][-1], depth + 1)
        if opener in _CLAUSE_BORDERS or told[start].kind is Kind.THAT:
            index = start
            continue
        if not any(g.finite for g in inside):
            words = _without_lead(sentence, list(range(start, stop)))
            if _nouns(sentence, words) and not inside and told[words[0]].kind is not Kind.PREPOSITION:
                name = _apposed(sentence, words)
                return name or words
            index = start
            continue
        last = [g for g in inside if g.finite][-1]
        return _subject(sentence, last, depth + 1)
    return []


def _participle_subject(sentence: Sentence, group: Group, depth: int) -> list[int]:
    """Who a participle or gerund is said of: the noun before it, else the subject of the clause before."""
    told = sentence.words
    first = group.first
    if first and told[first - 1].lower in sentence.narration.distributive:
        names = _last_names(sentence, first - 1)
        if names:
            return names
    before = told[first - 1] if first else None
    if before is not None and before.kind in NOUNS and not group.infinitive:
        words = list(range(phrase_start(sentence, first - 1), first))
        return _apposed(sentence, words) or words
    if (
        before is not None
        and before.kind is Kind.COMMA
        and group.passive
        and first > 1
        and told[first - 2].kind in NOUNS
    ):
        words = list(range(phrase_start(sentence, first - 2), first - 1))
        return _apposed(sentence, words) or words
    earlier = [g for g in sentence.groups if g.head < first and g.finite]
    return _subject(sentence, earlier[-1], depth + 1) if earlier else []


def _antecedent(sentence: Sentence, relative: int) -> list[int]:
    """The noun phrase that a relative pronoun stands for."""
    last = relative - 1
    while last >= 0 and sentence.words[last].kind in (Kind.COMMA, Kind.QUOTE, Kind.PREPOSITION):
        last -= 1
    if last < 0 or sentence.words[last].kind not in NOUNS:
        return []
    start = phrase_start(sentence, last)
    named = any(sentence.words[i].kind is Kind.NAME and not _is_place(sentence, i) for i in range(start, last + 1))
    # Why: "a nurse from Madrid who ..." tells of the nurse; "to Anna, who ..." of Anna.
    while not named and start > 1 and sentence.words[start - 1].kind is Kind.PREPOSITION:
        if sentence.words[start - 2].kind not in NOUNS:
            break
        start = phrase_start(sentence, start - 2)
    words = list(range(start, last + 1))
    return _apposed(sentence, words) or words


def _is_place(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    return sentence.text[word.start : word.end] in sentence.narration.places


def _apposed(sentence: Sentence, words: list[int]) -> list[int]:
    """The name before a phrase that only explains it ("Ada Cole, a nurse ..."); empty where there is none."""
    told, start = sentence.words, words[0]
    explains = told[start].kind is Kind.DETERMINER or all(told[i].kind is not Kind.NAME for i in words)
    if start < 2 or told[start - 1].kind is not Kind.COMMA or not explains:
        return []
    last = start - 2
    if told[last].kind is not Kind.NAME:
        return []
    return list(range(phrase_start(sentence, last), last + 1))


def _last_names(sentence: Sentence, before: int) -> list[int]:
    """The two names that "both" gathers, without what stands between them."""
    runs: list[list[int]] = []
    index = before - 1
    while index >= 0 and len(runs) < 2:
        if sentence.words[index].kind is Kind.NAME:
            run = [index]
            while index and sentence.words[index - 1].kind is Kind.NAME:
                index -= 1
                run.insert(0, index)
            runs.insert(0, run)
        elif sentence.group_of(index) is not None:
            break
        index -= 1
    return [*runs[0], _AND, *runs[1]] if len(runs) == 2 else []


_AND = -1
"""Stands for the word that joins two names taken from different places."""


def _nouns(sentence: Sentence, words: list[int]) -> bool:
    return any(
        sentence.words[i].kind in NOUNS or sentence.words[i].kind in (Kind.PRONOUN, Kind.DETERMINER) for i in words
    )


def _without_lead(sentence: Sentence, words: list[int]) -> list[int]:
    """A subject without what opens its clause: conjunctions, adverbs, commas, and a date with its preposition."""
    told = sentence.words
    gone = _date_words(sentence)
    while words:
        kind = told[words[0]].kind
        lead = kind in (
            Kind.COORDINATOR,
            Kind.ADVERB,
            Kind.COMMA,
            Kind.BREAK,
            Kind.SUBORDINATOR,
            Kind.THAT,
            Kind.NEGATION,
        )
        if not lead and words[0] not in gone:
            return words
        words = words[1:]
    return words


def _date_words(sentence: Sentence) -> set[int]:
    """All words that go with the sentence's dates."""
    gone: set[int] = set()
    for index, word in enumerate(sentence.words):
        if word.kind is Kind.DATE:
            gone.update(range(*date_phrase(sentence, index)))
    return gone


def _without_dates(sentence: Sentence, words: list[int]) -> list[int]:
    """Words without the dates, their prepositions, and commas that have lost what they parted."""
    told = sentence.words
    gone = _date_words(sentence)
    kept: list[int] = []
    for position, index in enumerate(words):
        if index in gone:
            continue
        lost = index - 1 in gone or index + 1 in gone
        if index >= 0 and told[index].kind is Kind.COMMA and lost and _beside_date(words, position, gone):
            continue
        kept.append(index)
    return kept


def _beside_date(words: list[int], position: int, gone: set[int]) -> bool:
    before = position > 0 and words[position - 1] in gone
    after = position + 1 < len(words) and words[position + 1] in gone
    return before or after


def _clause_end(sentence: Sentence, head: int) -> int:
    """Where the clause of a verb ends: at a break, a comma, a new clause, or a second verb's "and"."""
    told = sentence.words
    index = head + 1
    while index < len(told):
        word = told[index]
        if word.kind is Kind.BREAK and word.lower not in _INNER_MARKS:
            break
        if word.kind is Kind.COMMA and not _goes_on(sentence, index):
            break
        if word.kind in _CLAUSE_BORDERS or (word.kind is Kind.THAT and index > head + 1):
            break
        if word.kind is Kind.COORDINATOR and _new_verb(sentence, index):
            break
        index += 1
    return index


def _goes_on(sentence: Sentence, comma: int) -> bool:
    """Whether the clause goes on after a comma: within a list, or only a date stands between."""
    told = sentence.words
    after = comma + 1
    if comma and told[comma - 1].kind is Kind.DATE and after < len(told):
        start, _ = date_phrase(sentence, comma - 1)
        paired = start and told[start - 1].kind is Kind.COMMA
        return (
            not paired
            and told[after].kind is Kind.PREPOSITION
            and told[after].lower not in sentence.narration.reference_prepositions
        )
    if after < len(told) and (told[after].kind is Kind.DATE or after in _date_words(sentence)):
        last = next((i for i in range(after, len(told)) if told[i].kind is Kind.DATE), after)
        closing = last + 1
        return (
            closing + 1 < len(told) and told[closing].kind is Kind.COMMA and told[closing + 1].kind is Kind.PREPOSITION
        )
    end = after
    while end < len(told) and told[end].kind in PHRASE:
        end += 1
    if end == after or end >= len(told):
        return False
    if told[end].kind is Kind.COMMA:
        return _goes_on_list(sentence, end)
    return told[end].kind is Kind.COORDINATOR and not _new_verb(sentence, end)


def _goes_on_list(sentence: Sentence, comma: int) -> bool:
    """Whether "and" follows within a list ("A, B, C and D")."""
    told, index = sentence.words, comma + 1
    while index < len(told) and (told[index].kind in PHRASE or told[index].kind is Kind.COMMA):
        index += 1
    return index < len(told) and told[index].kind is Kind.COORDINATOR and not _new_verb(sentence, index)


def _new_verb(sentence: Sentence, coordinator: int) -> bool:
    """Whether a verb follows an "and" before the next border: a second clause or a second verb."""
    told = sentence.words
    for index in range(coordinator + 1, len(told)):
        kind = told[index].kind
        if kind in BORDERS or kind in _CLAUSE_BORDERS or kind is Kind.TO:
            return False
        if kind is Kind.VERB or kind in AUXILIARIES:
            group = sentence.group_of(index)
            return group is None or group.finite or index == coordinator + 1
    return False


def _noun_phrase(sentence: Sentence, head: int) -> list[int]:
    """A happening's noun phrase with what hangs on it by prepositions, without its article."""
    told = sentence.words
    start = phrase_start(sentence, head)
    end = head + 1
    while end < len(told):
        word = told[end]
        infinitive = word.kind is Kind.VERB and told[end - 1].kind is Kind.TO
        joins = word.kind is Kind.COORDINATOR and _joins_nouns(sentence, head, end)
        inside = word.kind in PHRASE or word.kind in (Kind.PREPOSITION, Kind.TO, Kind.PRONOUN) or infinitive or joins
        if word.kind is Kind.COMMA:
            inside = told[end - 1].kind is Kind.DATE and end + 1 < len(told) and told[end + 1].kind is Kind.PREPOSITION
        if not inside:
            break
        end += 1
    words = [i for i in range(start, end) if not _is_stand_in(sentence, head, i)]
    words = _without_dates(sentence, words)
    while words and told[words[0]].kind in (Kind.DETERMINER, Kind.QUOTE, Kind.NUMBER, Kind.ADVERB) and words[0] != head:
        if told[words[0]].kind is Kind.NUMBER and len(words) > 1:
            break
        words = words[1:]
    return words


def _joins_nouns(sentence: Sentence, head: int, coordinator: int) -> bool:
    """Whether an "and" goes on within the phrase: between two sides, or with a noun that brings no article."""
    told = sentence.words
    if coordinator + 1 >= len(told) or _new_verb(sentence, coordinator):
        return False
    two_sided = any(word.lower in sentence.narration.two_sided for word in told[head:coordinator])
    return two_sided or told[coordinator + 1].kind in (Kind.NAME, Kind.WORD)


def _is_stand_in(sentence: Sentence, head: int, index: int) -> bool:
    """Whether a word belongs to "like the one" after the head."""
    lowers = tuple(word.lower for word in sentence.words[head + 1 : head + 4])
    return head < index <= head + 3 and lowers in sentence.narration.stand_ins


_PAIRS = (("“", "”"), ("«", "»"))


def _fitted(sentence: Sentence, words: list[int], anchor: int) -> Title:
    """Words as a title of at most LONGEST characters, cut only between phrases, the anchor always kept."""
    words = _closed(sentence, words, anchor)
    text = _written(sentence, words)
    while len(text) > LONGEST and words:
        shorter = _shortened(sentence, words, anchor)
        if shorter == words:
            break
        words = _closed(sentence, shorter, anchor)
        text = _written(sentence, words)
    if len(text) > LONGEST:
        text = text[: text.rfind(" ", 0, LONGEST + 1)] if " " in text[:LONGEST] else text[:LONGEST]
    return Title(text[:1].upper() + text[1:], tuple(i for i in words if i >= 0))


def _closed(sentence: Sentence, words: list[int], anchor: int) -> list[int]:
    """Words without small words and marks left hanging at the ends."""
    told = sentence.words
    while words and words[-1] != anchor and words[-1] >= 0:
        kind = told[words[-1]].kind
        counted = kind in (Kind.NUMBER, Kind.PRONOUN) and len(words) > 4 and told[words[-2]].kind is Kind.PREPOSITION
        if kind in _LOOSE or kind is Kind.BREAK or counted or _hangs(sentence, words):
            words = words[:-1]
        else:
            break
    while (
        words
        and words[0] != anchor
        and words[0] >= 0
        and told[words[0]].kind in (*BORDERS, Kind.COORDINATOR, Kind.THAT)
    ):
        words = words[1:]
    return words


def _hangs(sentence: Sentence, words: list[int]) -> bool:
    """Whether the last word is an adverb or "not" that no verb before it needs."""
    last = sentence.words[words[-1]].kind
    before = sentence.words[words[-2]].kind if len(words) > 1 else None
    return last is Kind.NEGATION or (last is Kind.ADVERB and len(words) > 4 and before is not Kind.VERB)


def _shortened(sentence: Sentence, words: list[int], anchor: int) -> list[int]:
    """Words less their last phrase; where the anchor is the end already, less the first insertion of the subject."""
    told = sentence.words
    tail = [p for p, i in enumerate(words) if i > anchor]
    for position in reversed(tail[1:] if len(tail) > 1 else []):
        index = words[position]
        if index >= 0 and told[index].kind in (Kind.PREPOSITION, Kind.COMMA, Kind.COORDINATOR, Kind.TO, Kind.THAT):
            return words[:position]
    if tail:
        front = [
            p for p, i in enumerate(words) if i < anchor and i >= 0 and told[i].kind in (Kind.COMMA, Kind.PREPOSITION)
        ]
        group = sentence.group_of(anchor)
        first = group.first if group is not None else anchor
        if front and front[0] > 0:
            return [i for p, i in enumerate(words) if p < front[0] or i >= first]
        return words[: tail[0]] if len(tail) == 1 else words[: tail[-1]]
    return words


def _written(sentence: Sentence, words: list[int]) -> str:
    """The words as text, with the source's own spacing where they stand side by side."""
    told, out = sentence.words, ""
    previous = None
    for index in words:
        if index == _AND:
            out, previous = out + " and", None
            continue
        word = told[index]
        surface = sentence.text[word.start : word.end]
        if previous is None:
            gap = " " if out else ""
        elif index == previous + 1:
            gap = sentence.text[told[previous].end : word.start]
            gap = " " if gap.strip() == "" and gap else gap
        else:
            gap = "" if word.kind is Kind.COMMA else " "
        out += gap + surface
        previous = index
    out = re.sub(r"\s+", " ", out).strip(" ,;:–—-•*|")
    for opening, closing in _PAIRS:
        if out.count(opening) != out.count(closing):
            out = out.replace(opening, "").replace(closing, "")
    if out.count('"') % 2:
        out = out.replace('"', "")
    return re.sub(r"\s+", " ", out).strip().rstrip(".")
