"""Past forms that are participles ("the citizen freed in May"). In: words, verb groups. Out: groups, some changed."""

from __future__ import annotations

from timeline.extract.group import Group, Tense
from timeline.extract.word import (
    ADVERB,
    AUXILIARIES,
    COMMA,
    COORDINATOR,
    DATE,
    DETERMINER,
    EVENT,
    GERUNDS,
    NAME,
    NOUNS,
    NUMBER,
    PARTICIPLES,
    PAST_FORMS,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    WORD,
    Word,
)
from timeline.grammar.narration import Narration


def _is_put_in(words: tuple[Word, ...], head: int) -> bool:
    """Whether a past form with its date stands between two commas ("the rules, announced Friday, say")."""
    close = head + 1
    while close < len(words) and words[close].kind in (DATE, PREPOSITION):
        close += 1
    commas = head > 1 and words[head - 1].kind is COMMA and close < len(words) and words[close].kind is COMMA
    return commas and close > head + 1 and words[head - 2].kind in (WORD, EVENT)


_HEARER = NOUNS | {DETERMINER, POSSESSIVE, PRONOUN}


def _speaks(words: tuple[Word, ...], head: int, n: Narration) -> bool:
    """Whether a past form plainly has a speaker for its subject: "said", or any with "that" behind it."""
    after = next((w for w in words[head + 1 : head + 5] if w.kind not in (DATE, PREPOSITION)), None)
    if after is not None and after.kind is THAT:
        return words[head].base in n.reporting
    passive = (after is not None and after.kind is TO) or _is_put_in(words, head)
    if after is not None and after.kind in _HEARER and words[head].base in n.wording.telling:
        return words[head].form in PAST_FORMS  # "Rask, the owner, told reporters"
    return words[head].base in n.speaking and not passive and words[head].form in PAST_FORMS


def reduced(words: tuple[Word, ...], found: list[Group], segment: tuple[int, ...], n: Narration) -> list[Group]:
    """Past forms that are participles without "who was": no longer finite, and passive."""
    result: list[Group] = []
    for position, group in enumerate(found):
        word = words[group.head]
        bare = group.first == group.head and word.kind is VERB and word.form in PARTICIPLES
        if bare and not _speaks(words, group.head, n) and _is_reduced(words, position, result, found, segment, n):
            result.append(group._replace(finite=False, passive=True, tense=Tense.PAST))
        else:
            result.append(group)
    return result


_ASIDE = frozenset({"(", "–", "—"})
_OBJECT = frozenset({DETERMINER, POSSESSIVE, PRONOUN, NAME, NUMBER, WORD, EVENT})


def _is_inserted(
    words: tuple[Word, ...], group: Group, settled: list[Group], later: list[Group], segment: tuple[int, ...]
) -> bool:
    """Whether a past form after a noun and a comma only adds to it ("Obi, freed in May, ...")."""
    at = group.head
    after = words[at + 1] if at + 1 < len(words) else None
    while at > 2 and words[at - 1].kind is ADVERB:
        at -= 1  # "the vote, originally set for May 3, was put off"
    if at < 2 or words[at - 1].kind is not COMMA or words[at - 2].kind not in NOUNS | {RELATIVE}:
        return False
    objected = after is not None and after.kind in _OBJECT - {WORD}
    if words[at - 2].kind is RELATIVE:
        return not objected  # "which, combined with the flood, ended it"
    put_in = _is_put_in(words, group.head)
    closed = any(g.finite and (put_in or words[g.first - 1].kind is COMMA) for g in later)
    # Why: in "Lund, which makes looms, closed" the verb of the relative clause is not the sentence's own.
    main = any(g.finite and not _is_subordinate(words, g, segment) for g in settled)
    return (not objected and (closed or main)) or (objected and closed and words[at - 2].kind is NAME and not settled)


def _is_subordinate(words: tuple[Word, ...], group: Group, segment: tuple[int, ...]) -> bool:
    """Whether a verb stands in a clause that a relative or a conjunction opens."""
    start = group.first
    while start and segment[start - 1] == segment[group.head]:
        start -= 1
    return words[start].kind in (RELATIVE, SUBORDINATOR)


def _lacks_main(
    words: tuple[Word, ...], position: int, settled: list[Group], found: list[Group], segment: tuple[int, ...]
) -> bool:
    """Whether a sentence whose only verbs stand in one relative clause needs this one ("guards who saw it fled")."""
    here = segment[found[position].head]
    start = found[position].first
    while start and segment[start - 1] == here:
        start -= 1
    relative = words[start].kind is RELATIVE or (words[start].kind is THAT and start and words[start - 1].kind in NOUNS)
    alone = all(segment[g.head] == here for g in settled if g.finite) and sum(g.finite for g in settled) == 1
    return bool(relative) and alone and not any(g.finite for g in found[position + 1 :])


_SUBJECT = NOUNS | {DETERMINER, POSSESSIVE, PRONOUN, ADVERB}


def _has_gap(
    words: tuple[Word, ...], position: int, settled: list[Group], found: list[Group], segment: tuple[int, ...]
) -> bool:
    """Whether a past form is the verb of a relative clause with a subject of its own ("which the flood broke in May").

    Behind "that" or "in which" it may as well tell more of the subject ("the claim that a man jailed in May fled"), if
    not the sentence would have no other verb.
    """
    head = found[position].head
    start = head
    while start and segment[start - 1] == segment[head]:
        start -= 1
    opener, before = words[start].kind, words[start - 1].kind if start else None
    alone = start + 1 < head and all(word.kind in _SUBJECT for word in words[start + 1 : head])
    if not alone or not (opener is RELATIVE or (opener is THAT and before in NOUNS)):
        return False
    if opener is RELATIVE and before is not PREPOSITION:
        return True
    behind = [g for g in found[position + 1 :] if g.finite]
    return not any(g.finite for g in settled) and len(behind) == 1 and segment[behind[0].head] == segment[head]


def _is_reported(words: tuple[Word, ...], governor: Group, group: Group, n: Narration) -> bool:
    """Whether a past form ends a clause that the verb before reports ("said the president's son met with him")."""
    between = words[governor.head + 1 : group.first]
    agent = _agent(words, group, n) > 0
    plain = bool(between) and not any(w.kind in (COORDINATOR, PREPOSITION, TO) for w in between[:1])
    return governor.finite and words[governor.head].base in n.showing and plain and not agent


def _is_put_before(words: tuple[Word, ...], position: int, found: list[Group], segment: tuple[int, ...]) -> bool:
    """Whether a past form behind an adverb comes before the noun's verb ("a mill now let to Lund | will move")."""
    at = found[position].head
    while at > 1 and words[at - 1].kind is ADVERB:
        at -= 1
    behind = next((g for g in found[position + 1 :] if g.finite), None)
    if behind is None or at == 0:
        return False
    led = words[at - 1].kind in NOUNS and words[found[position].head + 1].kind is PREPOSITION
    helped = words[behind.first].kind in AUXILIARIES
    return led and helped and _has_verb_behind(words, position, found, segment)


def _agent(words: tuple[Word, ...], group: Group, n: Narration) -> int:
    """The word that names by whom it was done, right behind a past form or its date; 0 where none does."""
    at = group.head + 1
    at += at < len(words) and words[at].kind is DATE
    return at if at < len(words) and words[at].lower in n.by else 0


def _is_done_by(words: tuple[Word, ...], position: int, found: list[Group], n: Narration) -> bool:
    """Whether a past form with an agent stands in a subject whose verb comes behind a comma.

    "A group led by Lund, | which failed, | bid for it"; not "Lund won by a lap, and Hull lost".
    """
    by = _agent(words, found[position], n)
    behind = next((g for g in found[position + 1 :] if g.finite), None)
    if not by or behind is None or words[by + 1].kind not in (NAME, DETERMINER, POSSESSIVE):
        return False
    opens = words[behind.first - 1].kind is COMMA
    subject = {word.kind for word in words[behind.head + 1 : behind.head + 2]}
    return opens and not (words[behind.head].base in n.speaking and subject <= NOUNS | {DETERMINER, POSSESSIVE})


_LED = frozenset({NAME, WORD, EVENT, NUMBER, DETERMINER, POSSESSIVE, ADVERB})


def _is_led(words: tuple[Word, ...], start: int, head: int, n: Narration) -> bool:
    """Whether a preposition opens the clause of a past form: no subject ("according to figures released ...").

    Not "truckloads of goods rolled into Lund", where the first word is the subject.
    """
    two = words[start].lower, words[start + 1].lower
    phrase = two in n.compound_prepositions or two in n.according
    follows = words[start].kind is WORD and (phrase or two[1] not in n.genitive_prepositions)
    led = words[start + 1 if follows else start]
    nouns = all(word.kind in _LED for word in words[start + 2 : head])
    if words[start + 1].kind is DATE:
        return False  # "On Monday the port pledged ..."
    return led.kind in (PREPOSITION, TO) and nouns and head > start + 1


def _is_reduced(
    words: tuple[Word, ...],
    position: int,
    settled: list[Group],
    found: list[Group],
    segment: tuple[int, ...],
    n: Narration,
) -> bool:
    """Whether a bare past form only qualifies the noun before it ("the citizen freed in May")."""
    group = found[position]
    if words[group.head].form not in PAST_FORMS:
        return True
    after = next((w for w in words[group.head + 1 : group.head + 3] if w.lower not in n.object_particles), None)
    if _ends_span(words, group, found, n) or _opens_sentence(words, group, found):
        return True
    if words[group.head].base in n.wording.befalling_nobody:
        return False
    led = next((word.kind for word in reversed(words[: group.head]) if word.kind is not ADVERB), None)
    if led is SUBORDINATOR:
        return True  # "said when asked on Thursday"
    made = after is not None and after.lower in n.wording.made_so
    objected = after is not None and (
        (after.kind in _OBJECT and not made) or (after.kind is TO and words[group.head].base in n.wording.striving)
    )
    objected = objected or (
        after is not None and after.lower in n.wording.measuring and _is_money(words, group.head + 2)
    )
    before = words[group.head - 1] if group.head else None
    # Why: in "Lund and Berg all left" the verb is the names' own, in "a painted hall" it is not.
    floats = before is not None and before.lower in n.wording.floating and words[group.head - 2].kind in NOUNS
    if before is not None and ((before.kind is DETERMINER and not floats) or before.lower in _ASIDE):
        return True
    here = segment[group.head]
    governed = any(g.finite and segment[g.head] == here for g in settled)
    if not governed and _has_gap(words, position, settled, found, segment):
        return False
    last = next((g for g in reversed(settled) if g.finite), None) if governed else None
    if (
        last is not None
        and not _has_verb_behind(words, position, found, segment)
        and _is_reported(words, last, group, n)
    ):
        return False
    if governed and _lacks_main(words, position, settled, found, segment):
        return False
    if governed:
        coordinated = any(w.kind is COORDINATOR for w in words[settled[-1].head : group.head])
        return not coordinated and not objected and before is not None and before.kind in NOUNS
    # Why: in "the port says the guards, sailors among them, left" what is said still awaits its verb.
    if not _awaits_verb(words, group, settled, n) and _is_inserted(
        words, group, settled, found[position + 1 :], segment
    ):
        return True
    if objected or before is None:
        return False
    if before.kind is ADVERB:
        return _is_put_before(words, position, found, segment)
    if before.kind not in NOUNS:
        return False
    start = group.head
    while start and segment[start - 1] == here:
        start -= 1
    if start > 0 and words[start - 1].kind is COMMA and any(g.first == start and not g.finite for g in settled):
        return True  # "..., leaving it near its record set in May"
    apposition = start > 0 and words[start - 1].kind is COMMA and words[start].kind is DETERMINER
    others = [g for g in found if g is not group and g.finite]
    if _is_done_by(words, position, found, n):
        return True
    if others and (apposition or _is_led(words, start, group.head, n)):
        return not (_is_last_word(words, group, found) and words[group.head].base in n.reporting)
    return _has_verb_behind(words, position, found, segment)


def _opens_sentence(words: tuple[Word, ...], group: Group, found: list[Group]) -> bool:
    """Whether nothing but an adverb stands before a past form ("However, cited by police in May, Berg was ...")."""
    before = words[: group.head]
    bare = bool(before) and all(word.kind in (ADVERB, COMMA) for word in before)
    return bare and any(g.finite and words[g.first - 1].kind in NOUNS for g in found if g.first > group.head)


def _is_money(words: tuple[Word, ...], at: int) -> bool:
    return at < len(words) and words[at].kind is NUMBER and words[at].lower[0] in "$€£"


def _ends_span(words: tuple[Word, ...], group: Group, found: list[Group], n: Narration) -> bool:
    """Whether a past form tells when a stretch of time ended, beside another verb ("its third quarter ended 3 May")."""
    before, at = words[group.head - 1], group.head
    told = words[at].base in n.phases and (before.kind is DATE or before.lower in n.spans)
    dated = at + 1 < len(words) and words[at + 1].kind is DATE
    return told and dated and any(g is not group and g.finite for g in found)


def _awaits_verb(words: tuple[Word, ...], group: Group, settled: list[Group], n: Narration) -> bool:
    """Whether a verb of saying before a past form has come to no verb of what it says."""
    last = settled[-1] if settled else None
    says = last is not None and last.finite and words[last.head].base in n.speaking
    return (
        says
        and last is not None
        and words[last.head + 1].kind not in (COMMA, THAT, QUOTE)
        and group.head > last.head + 4
    )


def _is_last_word(words: tuple[Word, ...], group: Group, found: list[Group]) -> bool:
    """Whether a past form after somebody ends its sentence ("The pier is safe, the port announced on 3 May.").

    But for a noun that sums it up ("..., the port reported in May, a sign that trade is back").
    """
    behind = [g for g in found if g.first > group.head]
    comma = next((i for i in range(group.head + 1, len(words)) if words[i].kind is COMMA), len(words))
    noun = {w.kind for w in words[comma + 1 : comma + 3]}
    if noun and noun <= NOUNS | {DETERMINER, THAT} and behind and comma < behind[0].first:
        return any(w.kind is THAT for w in words[comma + 2 : behind[0].first])
    adding = all(words[g.head].form in GERUNDS and words[g.first - 1].kind is COMMA for g in behind[:1])
    end = behind[0].first - 1 if behind else len(words)
    spoken = words[group.head - 1].kind in (NAME, WORD) and adding
    return spoken and comma >= end


def _has_verb_behind(words: tuple[Word, ...], position: int, found: list[Group], segment: tuple[int, ...]) -> bool:
    """Whether a finite verb follows in the same stretch, which then has the noun before for its subject."""
    group = found[position]
    following = next((g for g in found[position + 1 :] if g.finite), None)
    if following is None:
        return False
    end = following.first
    if [word.kind for word in words[max(0, end - 3) : end]] == [COMMA, ADVERB, COMMA]:
        end -= 3  # "the note found in May, however, showed"
    if segment[end - 1] != segment[group.head]:
        return False
    between = words[group.head + 1 : end]
    return not any(w.kind in (COORDINATOR, PRONOUN) for w in between)
