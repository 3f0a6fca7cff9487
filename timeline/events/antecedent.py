"""What a relative pronoun or an apposition stands for. Comes in: a sentence, a word. Goes out: a noun phrase."""

from __future__ import annotations

from timeline.events.date_words import date_phrase
from timeline.events.sentence import AND, OPENING, Sentence, joined_start, phrase_start
from timeline.extract.word import BORDERS, NOUNS, Kind


def antecedent(sentence: Sentence, relative: int) -> list[int]:
    """The noun phrase that a relative pronoun stands for."""
    if (explained := _before_superlative(sentence, relative)) > 0:
        return antecedent(sentence, explained)
    last = relative - 1
    inserted = (Kind.COMMA, Kind.QUOTE, Kind.PREPOSITION)
    while last >= 0 and (sentence.words[last].kind in inserted or sentence.words[last].lower in OPENING):
        last -= 1
    if last >= 0 and sentence.words[last].kind is Kind.DATE:
        return _in_cleft(sentence, last) or [last]
    if last + 1 < relative and sentence.words[relative - 1].kind is Kind.COMMA:
        last = _before_aside(sentence, last)
    if last < 0 or sentence.words[last].kind not in NOUNS:
        return []
    start = phrase_start(sentence, last)
    names = [i for i in range(start, last + 1) if sentence.words[i].kind is Kind.NAME]
    place = bool(names) and names[-1] == last and all(is_place(sentence, i) for i in names)
    named = bool(names) and not place
    if place and sentence.words[relative].lower == "which":
        return list(range(start, last + 1))
    if (
        place
        and start > 1
        and sentence.words[start - 1].kind is Kind.COMMA
        and sentence.words[start - 2].kind is Kind.NAME
    ):
        start = phrase_start(sentence, start - 2)
    # Why: "a nurse from Madrid who ..." tells of the nurse, "a row of houses that ..." of the row; but "shots at guards
    # who ..." of the guards.
    own = sentence.words[relative].kind is Kind.VERB and sentence.words[start].kind is Kind.POSSESSIVE
    while start > 1 and sentence.words[start - 1].kind is Kind.PREPOSITION and not own:
        outer = sentence.words[start - 2]
        if sentence.words[last].kind is Kind.EVENT and outer.kind is Kind.WORD and not place:
            break  # Why: "as a result of the quake that struck" tells of the quake.
        genitive = sentence.words[start - 1].lower in sentence.narration.genitive_prepositions
        if named and genitive and outer.kind is Kind.NAME and start - 1 > 1:
            start = phrase_start(sentence, start - 2)  # Why: "the Status of Forces Agreement" is one name.
            continue
        person = sentence.words[relative].kind is Kind.RELATIVE and named
        if outer.kind not in NOUNS or (named and (outer.kind is not Kind.EVENT or person)):
            break
        loose = sentence.words[start - 1].lower not in sentence.narration.genitive_prepositions
        if not named and not place and loose and not _begins(sentence, relative, start - 2):
            break
        start = phrase_start(sentence, start - 2)
        place = False
    person = named and sentence.words_of(last, last + 1) in sentence.persons
    if person and sentence.words[relative].lower == "which" and sentence.words[start - 1].kind is Kind.PREPOSITION:
        start = phrase_start(sentence, max(0, start - 2))  # "the trial against Rask, which began in May"
    words = list(range(start, last + 1))
    joined = [*_joined_before(sentence, start, relative), *words]
    return _with_listed(sentence, joined) or apposed(sentence, words) or joined


def in_full(sentence: Sentence, words: list[int]) -> list[int]:
    """A noun phrase with the list that it ends, else the name that it explains; empty where it is neither."""
    return _with_listed(sentence, words) or apposed(sentence, words)


def both_explained(sentence: Sentence, words: list[int], start: int) -> list[int]:
    """Two of whom a name between commas explains the second ("Lund and its owner, | Ida Holm, | agreed"); else empty.

    `start`: where the name's stretch starts.
    """
    told = sentence.words
    if start < 2 or told[start - 1].kind is not Kind.COMMA or any(told[i].kind is not Kind.NAME for i in words):
        return []
    first, _ = sentence.segment_range(start - 2)
    joint = next((i for i in range(start - 2, first - 1, -1) if told[i].kind is Kind.COORDINATOR), -1)
    led = joint >= 0 and told[joint + 1].kind in (Kind.DETERMINER, Kind.POSSESSIVE)
    if not led or joint + 2 >= start or phrase_start(sentence, start - 2) != joint + 1:
        return []
    if any(g.finite and first <= g.head < start for g in sentence.groups):
        return []
    last = joint - 1 - (joint > 0 and told[joint - 1].kind is Kind.COMMA)
    if last < 0 or told[last].kind not in NOUNS:
        return []
    before, _ = sentence.segment_range(last)
    opens = before == 0 or told[before - 1].kind in BORDERS
    partner = list(range(before, last + 1))
    partner = apposed(sentence, partner) or partner  # "Berg, | a lawyer, and his wife, Ida Holm, moved"
    return [*partner, AND, *words] if opens and told[before].kind is not Kind.PREPOSITION else []


def _with_listed(sentence: Sentence, words: list[int]) -> list[int]:
    """Names with those before them in their list ("Lund, | the Faroe Islands and Hull"); empty where none are."""
    told, start = sentence.words, words[0]
    joined = [told[i].kind for i in words]
    if Kind.COORDINATOR not in joined or not set(joined) <= {Kind.NAME, Kind.COORDINATOR, Kind.DETERMINER}:
        return []
    while start > 1 and told[start - 1].kind is Kind.COMMA and told[start - 2].kind is Kind.NAME:
        start = phrase_start(sentence, start - 2)
    return list(range(start, words[-1] + 1)) if start < words[0] else []


def _begins(sentence: Sentence, relative: int, outer: int) -> bool:
    """Whether a verb of beginning or ending behind a pronoun tells of a happening ("a growth in jobs that began")."""
    told = sentence.words
    group = next((g for g in sentence.groups if g.first == relative + 1), None)
    begins = group is not None and told[group.head].base in sentence.narration.phases
    return begins and told[outer].kind is Kind.EVENT


def _in_cleft(sentence: Sentence, date: int) -> list[int]:
    """What "it was the fall of the dam in May that ..." puts before the date; empty elsewhere."""
    told = sentence.words
    first, _ = sentence.segment_range(date)
    verb = next((g for g in sentence.groups if first < g.first <= g.head < date and g.copula), None)
    if verb is None or told[verb.first - 1].lower not in sentence.narration.wording.impersonal:
        return []
    return list(range(verb.head + 1, date_phrase(sentence, date)[0]))


def _before_superlative(sentence: Sentence, relative: int) -> int:
    """Where what only ranks a noun starts ("A quake, the town's worst since May, which ..."); 0: nowhere."""
    told, n = sentence.words, sentence.narration
    if relative < 4 or told[relative - 1].kind is not Kind.COMMA:
        return 0
    first, stop = sentence.segment_range(relative - 2)
    compared = any(word.lower in n.superlatives for word in told[first:stop])
    between = first > 1 and told[first - 1].kind is Kind.COMMA and told[first - 2].kind in NOUNS
    return first if compared and between and not any(first <= g.head < stop for g in sentence.groups) else 0


def _before_aside(sentence: Sentence, last: int) -> int:
    """Where the noun stands before a gerund that only tells when ("the release before jumping in, | which is due")."""
    told, group = sentence.words, sentence.group_of(last)
    if group is None or group.finite or group.first < 2 or told[group.first - 1].kind not in _LEADING:
        return last
    return group.first - 2


_LEADING = frozenset({Kind.PREPOSITION, Kind.SUBORDINATOR})


def _joined_before(sentence: Sentence, start: int, relative: int) -> list[int]:
    """The first of two that a relative clause in the plural tells of: "his mother and his partner, who were ..." """
    told = sentence.words
    plural = relative + 1 < len(told) and told[relative + 1].lower in sentence.narration.plural_auxiliaries
    if joined_start(sentence, start) < start:
        return list(range(joined_start(sentence, start), start))
    if not plural or start < 2 or told[start - 1].kind is not Kind.COORDINATOR or told[start - 2].kind not in NOUNS:
        return []
    return list(range(phrase_start(sentence, start - 2), start))


def is_place(sentence: Sentence, index: int) -> bool:
    """Whether a name is listed as a place."""
    word = sentence.words[index]
    return sentence.text[word.start : word.end] in sentence.narration.places


def apposed(sentence: Sentence, words: list[int]) -> list[int]:
    """The name before a phrase that only explains it ("Ada Cole, a nurse ..."); empty where there is none."""
    told, start = sentence.words, words[0]
    explains = told[start].kind is Kind.DETERMINER or all(told[i].kind is not Kind.NAME for i in words)
    dashed = start > 1 and told[start - 1].lower in ("-", "–", "—") and told[start].kind is Kind.DETERMINER
    if start < 2 or not (told[start - 1].kind is Kind.COMMA or dashed) or not explains:
        return []
    last = start - 2
    if told[last].kind is not Kind.NAME:
        return []
    first = phrase_start(sentence, last)
    while first > 1 and told[first - 1].lower in sentence.narration.genitive_prepositions and told[first - 2].capital:
        first = phrase_start(sentence, first - 2)
    if first > 1 and told[first - 1].kind is Kind.COMMA and told[first - 2].kind is Kind.NAME:
        region = all(is_place(sentence, i) for i in range(first, last + 1))
        first = phrase_start(sentence, first - 2) if region else first  # Why: "Vicksburg, Mississippi" is one place.
    if first > 0 and told[first - 1].lower in sentence.narration.locative_prepositions and is_place(sentence, last):
        return []  # Why: in "In northern Lund, the army, with some help, won" the army is no Lund.
    both = told[start].lower in sentence.narration.distributive
    if both and first > 1 and told[first - 1].kind is Kind.COORDINATOR and told[first - 2].kind in NOUNS:
        first = phrase_start(sentence, first - 2)
    return list(range(first, last + 1))
