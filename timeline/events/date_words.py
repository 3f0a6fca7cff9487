"""The words that go with a date. Comes in: a sentence, a date word. Goes out: phrases, and words without them."""

from __future__ import annotations

from functools import lru_cache

from timeline.events.sentence import AUXILIARIES, THE, Sentence, opens_aside, phrase_end
from timeline.extract.group import Group
from timeline.extract.word import GERUNDS, NOUNS, Kind, Word


@lru_cache(maxsize=256)
def date_phrase(sentence: Sentence, date: int) -> tuple[int, int]:
    """The words that go when a date goes: its prepositions and leads before it, a genitive mark or comma after it."""
    told, n = sentence.words, sentence.narration
    start, end = date, genitive_end(sentence, date)
    adjective = told[date].lower.partition("-")[2] in n.wording.spans and end < len(told) and told[end].kind in NOUNS
    if adjective or _owns_name(sentence, date) or is_attributive(sentence, date) is not None:
        # Why: "in the wake of Tuesday's quake" loses "Tuesday's" alone, "a gain in third-quarter income" no "in".
        return start, end
    end = _with_counted_from(sentence, date, _whole_span(sentence, end))
    if end < len(told) and told[end].lower in n.wording.singling_out:
        end += 1
    # Why: in "was here today" the adverb is what the clause says.
    complement = start > 1 and told[start - 2].kind is Kind.BE
    tells = start > 1 and told[start - 1].lower in n.wording.telling_adverbs
    while (
        start
        and not tells
        and (
            told[start - 1].lower in n.date_leads
            or (told[start - 1].kind is Kind.ADVERB and start == date and not complement)
        )
    ):
        start -= 1
    if _is_owned_span(sentence, date, start):
        start -= 1
    if start and told[start - 1].kind is Kind.PREPOSITION and told[start - 1].lower in n.date_prepositions:
        start -= 1
        while start and told[start - 1].lower in n.date_leads - n.wording.telling_adverbs:
            start -= 1
    if (
        start
        and told[start - 1].kind is Kind.PREPOSITION
        and (told[start - 1].lower in n.date_prepositions or told[start - 1].lower in n.genitive_prepositions)
    ):
        # Why: in "checked in on Friday" the first word is the verb's; in "from about 1911" both are the date's.
        start -= (
            start > 1
            and told[start].kind is Kind.PREPOSITION
            and told[start].lower not in n.day_prepositions
            and told[start].lower not in n.known_point_prepositions
        )
    return start, end


def _is_owned_span(sentence: Sentence, date: int, start: int) -> bool:
    """Whether a date is somebody's stretch of time behind its preposition ("for its third quarter")."""
    told, n = sentence.words, sentence.narration
    led = start > 1 and told[start - 1].kind is Kind.POSSESSIVE and told[start - 2].lower in n.date_prepositions
    return led and told[date].lower.rsplit(" ", 1)[-1] in n.spans


def _owns_name(sentence: Sentence, date: int) -> bool:
    """Whether a date stands in the genitive before a name ("Friday's Norden Cup"); "the 1980's" tells a decade."""
    told, end = sentence.words, genitive_end(sentence, date)
    decade = any(c.isdigit() for c in told[date].lower[-4:])
    named = end < len(told) and told[end].kind is Kind.NAME
    person = named and sentence.words_of(end, end + 1) in sentence.persons
    return owns(sentence, date) and named and not decade and not person


def _with_counted_from(sentence: Sentence, date: int, end: int) -> int:
    """The end of a date with what it is counted from ("the day after | the quake", "... last Tuesday | 's vote")."""
    last = sentence.words[date].lower.rsplit(" ", 1)[-1]
    counted = " " in sentence.words[date].lower and last in sentence.narration.reference_prepositions
    counted = counted or _counts_from_owner(sentence, date)
    stop = phrase_end(sentence, end) if counted and end < len(sentence.words) else end
    group = sentence.group_of(stop)
    return end if group is not None and group.finite else stop  # "the day before guards issued a warrant"


def _counts_from_owner(sentence: Sentence, date: int) -> bool:
    """Whether a date is counted from what another one within it dates ("the day before last Tuesday | 's vote")."""
    words = sentence.words[date].lower.split()
    return owns(sentence, date) and not sentence.narration.reference_prepositions.isdisjoint(words[1:])


_SPAN = 4
"""Words of the longer span that a date is a part of ("of the last financial year")."""


def _whole_span(sentence: Sentence, end: int) -> int:
    """The end of a date with the longer span that it is a part of ("the first quarter of the financial year")."""
    told, n = sentence.words, sentence.narration
    if end >= len(told) or told[end].lower not in n.genitive_prepositions:
        return end
    for index in range(end + 1, min(end + 1 + _SPAN, len(told))):
        if told[index].lower in n.wording.spans:
            return index + 1
        if told[index].kind not in (Kind.DETERMINER, Kind.WORD, Kind.POSSESSIVE):
            break
    return end


def genitive_end(sentence: Sentence, date: int) -> int:
    """The word after a date and its genitive mark ("Tuesday's")."""
    told, end = sentence.words, date + 1
    if end < len(told) and told[end].lower == "'s":
        return end + 1
    if end + 1 < len(told) and told[end].kind is Kind.QUOTE and told[end + 1].lower == "s":
        return end + 2
    return end


def owns(sentence: Sentence, date: int) -> bool:
    """Whether a date stands in the genitive."""
    ending = sentence.words[date].lower.replace("’", "'").endswith(("'s", "s'"))
    return ending or genitive_end(sentence, date) > date + 1


def heads_noun(sentence: Sentence, date: int) -> bool:
    """Whether a date stands for the article of the noun behind it ("Tuesday's quake", "the spring offensive")."""
    owned = owns(sentence, date) and (is_attributive(sentence, date) is not None or _owns_name(sentence, date))
    return owned or _brings_article(sentence, date)


@lru_cache(maxsize=256)
def is_attributive(sentence: Sentence, date: int) -> tuple[int, bool] | None:
    """The noun that a date qualifies ("the October 7 attack"), and whether the phrase shows it plainly.

    None where the date stands by itself.
    """
    if _counts_from_owner(sentence, date):
        return None
    told = sentence.words
    start, end = date, genitive_end(sentence, date)
    genitive = owns(sentence, date)
    before = told[start - 1] if start else None
    led = before is not None and (before.kind in (Kind.DETERMINER, Kind.POSSESSIVE) or before.genitive)
    strong = genitive or led
    if strong and end < len(told) and told[end].kind is Kind.COMMA and not genitive:
        end += 1
    run_end = end
    while run_end < len(told) and told[run_end].kind in (Kind.NAME, Kind.WORD, Kind.EVENT, Kind.NUMBER, Kind.QUOTE):
        run_end += 1
    while run_end > end and told[run_end - 1].kind is Kind.QUOTE:
        run_end -= 1
    if run_end == end:
        return None
    strong = strong or _brings_article(sentence, date)
    happenings = [i for i in range(end, run_end) if told[i].kind is Kind.EVENT and not told[i].genitive]
    head = happenings[-1] if happenings else run_end - 1
    if strong:
        return (head, True) if happenings or told[head].kind is not Kind.NAME or not genitive else None
    if not happenings or head != run_end - 1:
        return None
    follows = told[run_end] if run_end < len(told) else None
    verb_follows = follows is not None and (follows.kind is Kind.VERB or follows.kind in AUXILIARIES)
    qualified = _qualified_before(told, start)
    opener = next((w.kind for w in reversed(told[:start]) if w.kind is not Kind.WORD or w.genitive), None)
    if qualified or (opener is Kind.PREPOSITION and not verb_follows):
        return head, qualified
    return None


def _brings_article(sentence: Sentence, date: int) -> bool:
    """Whether a season with its article qualifies the noun behind it ("the spring offensive").

    Not where it only tells when: "over the weekend prices fell".
    """
    told = sentence.words
    article, *rest = told[date].lower.split()
    if len(rest) != 1 or article != sentence.narration.article:
        return False
    end = date + 1
    while end < len(told) and told[end].kind in (Kind.WORD, Kind.EVENT):
        end += 1
    group = sentence.group_of(end) if end < len(told) else None
    led = date > 0 and told[date - 1].kind is Kind.PREPOSITION
    tells_when = led and group is not None and group.first == end
    return end > date + 1 and (end == len(told) or told[end].kind is not Kind.NAME) and not tells_when


def _qualified_before(told: tuple[Word, ...], start: int) -> bool:
    """Whether adjectives lead back to a determiner or genitive ("the deadly ...")."""
    index = start - 1
    while index >= 0 and told[index].kind in (Kind.WORD, Kind.NAME):
        if told[index].genitive:
            return True
        index -= 1
    return 0 <= index < start - 1 and told[index].kind in (Kind.DETERMINER, Kind.POSSESSIVE)


def opens_clause(sentence: Sentence, date: int) -> bool:
    """Whether nothing but small words stands between the date and where its clause starts."""
    told = sentence.words
    start, _ = date_phrase(sentence, date)
    index = start - 1
    small = (Kind.PREPOSITION, Kind.DETERMINER, Kind.ADVERB, Kind.DATE, Kind.QUOTE, Kind.NUMBER)
    # Why not a zone's time: "at 1653 (2153 GMT) on Tuesday" is of Tuesday, which its own words do not say.
    aside = not sentence.words_of(date, date + 1).split()[-1].isupper()
    while index >= 0 and (told[index].kind in small or (aside and opens_aside(sentence, index, date))):
        index -= 1
    if index < 0:
        return True
    opener = told[index]
    if opener.kind is Kind.COMMA and (_subject_follows(sentence, date) or _verb_only_after(sentence, date)):
        return True
    if opener.kind is Kind.COMMA:
        return index == 0 or told[index - 1].kind in (Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.THAT, Kind.ADVERB)
    if opener.kind is Kind.COORDINATOR:
        # Why: "met in May and in June" coordinates dates, "and in June resigned" clauses.
        return index == 0 or told[index - 1].kind not in (Kind.DATE, Kind.NUMBER)
    return opener.kind in (Kind.BREAK, Kind.SUBORDINATOR, Kind.THAT, Kind.RELATIVE)


def sets_scene(sentence: Sentence, date: int) -> bool:
    """Whether a date stands in a phrase that opens the sentence and a comma closes ("In an interview on 3 May, ...").

    Not where the phrase names what is known already ("In the May 3 attack, ...", "After the vote in May, ...").
    """
    told, n = sentence.words, sentence.narration
    first, last = sentence.segment_range(date)
    lead = told[first]
    if lead.kind is not Kind.PREPOSITION or lead.lower in n.reference_prepositions or first > 1 or last >= len(told):
        return False
    if told[last].kind is not Kind.COMMA or any(
        first <= g.head < last and told[g.head].form not in GERUNDS and not _only_tells_when(sentence, g)
        for g in sentence.groups
    ):
        return False
    lowers = tuple(word.lower for word in told[first : first + 5])
    known = any(lowers[: len(phrase)] == phrase for phrase in (*n.reference_phrases, *n.compound_prepositions))
    before = told[date - 1].lower if date > first else ""
    return not known and not (is_attributive(sentence, date) is not None and before in n.definite)


def _only_tells_when(sentence: Sentence, group: Group) -> bool:
    """Whether a participle only tells that something was held ("In a speech made on 3 May, ..."), or when it ended."""
    told, n = sentence.words, sentence.narration
    if group.first == 0 or group.finite:
        return False
    before, base = told[group.first - 1], told[group.head].base
    staged = before.kind is Kind.EVENT and base in n.wording.staged
    return staged or (base in n.phases and (before.kind is Kind.DATE or before.lower in n.spans))


def _verb_only_after(sentence: Sentence, date: int) -> bool:
    """Whether a date between commas stands before all verbs ("Two days later, on 3 May, rebels seized it")."""
    closed = date + 1 < len(sentence.words) and sentence.words[date + 1].kind is Kind.COMMA
    finite = [group for group in sentence.groups if group.finite]
    return closed and bool(finite) and finite[0].first > date


def _subject_follows(sentence: Sentence, date: int) -> bool:
    """Whether a subject with its finite verb follows a date directly ("..., the month he resigned")."""
    end = phrase_end(sentence, date + 1) if date + 1 < len(sentence.words) else date + 1
    if end == date + 1 and end < len(sentence.words) and sentence.words[end].kind is Kind.PRONOUN:
        end += 1
    group = sentence.group_of(end) if end < len(sentence.words) else None
    return end > date + 1 and group is not None and group.finite


@lru_cache(maxsize=64)
def date_words(sentence: Sentence) -> frozenset[int]:
    """All words that go with the sentence's dates; every step of a title asks for them."""
    gone: set[int] = set()
    for index, word in enumerate(sentence.words):
        if word.kind is Kind.DATE and not _is_name(sentence, index) and not _is_part(sentence, index):
            gone.update(range(*date_phrase(sentence, index)))
    return frozenset(gone)


def _is_name(sentence: Sentence, date: int) -> bool:
    """Whether a date is a word of a name ("the Easter Offensive", "the October Revolution")."""
    told, after = sentence.words, date + 1
    led = date > 0 and told[date - 1].kind is Kind.DETERMINER
    surface = sentence.words_of(date, after)
    return led and after < len(told) and told[after].kind is Kind.NAME and surface.isalpha() and surface[0].isupper()


def _is_part(sentence: Sentence, date: int) -> bool:
    """Whether a verb spends a part of a time ("spent much of Sunday in Lund")."""
    told, wording = sentence.words, sentence.narration.wording
    if date < 3 or told[date - 1].lower not in sentence.narration.genitive_prepositions:
        return False
    return told[date - 2].lower in wording.parts and told[date - 3].base in wording.timed


def without_dates(sentence: Sentence, words: list[int]) -> list[int]:
    """Words without the dates, their prepositions, and commas that have lost what they parted."""
    told = sentence.words
    gone = date_words(sentence)
    kept: list[int] = []
    for position, index in enumerate(words):
        if (
            index in gone
            and told[index].kind is Kind.DATE
            and (_is_object(sentence, index) or _is_subject(sentence, index))
        ):
            kept.append(index)
            continue
        if index in gone:
            if told[index].kind is Kind.DATE and heads_noun(sentence, index):
                kept.append(THE)
            continue
        lost = index - 1 in gone or index + 1 in gone
        if index > 0 and index + 1 in gone and _only_joins(sentence, index, index - 1 in gone):
            continue
        if index >= 0 and told[index].kind is Kind.COMMA and lost and _beside_date(words, position, gone):
            continue
        kept.append(index)
    return kept


def _is_subject(sentence: Sentence, date: int) -> bool:
    """Whether a date within a sentence is what its verb tells of ("said Thursday was", "what tomorrow will be")."""
    told, n = sentence.words, sentence.narration
    group = sentence.group_of(date + 1)
    if date == 0 or group is None or not group.finite or group.first != date + 1:
        return False
    before = told[date - 1]
    says = before.kind is Kind.VERB and (before.base in n.speaking or before.base in n.showing)
    return says or before.kind in (Kind.THAT, Kind.RELATIVE) or before.lower in n.wording.asked


def _is_object(sentence: Sentence, date: int) -> bool:
    """Whether a date is what its verb spends or gives, and no mere time ("spent the weekend", "gave them the weekend
    to read")."""
    told, wording = sentence.words, sentence.narration.wording
    before = date - 1
    while before > 0 and told[before].kind in NOUNS | {Kind.DETERMINER, Kind.POSSESSIVE}:
        before -= 1
    base = told[before].base if before >= 0 and told[before].kind is Kind.VERB else ""
    to_do = date + 2 < len(told) and told[date + 1].kind is Kind.TO and told[date + 2].kind is Kind.VERB
    object_of = (base in wording.timed and before == date - 1) or (base in wording.given and to_do)
    made_of = base in wording.choosing and date + 1 < len(told) and told[date + 1].lower in wording.roles
    object_of = object_of or (before == date - 1 and made_of)  # "picked Saturday as the day"
    return object_of and is_attributive(sentence, date) is None


def _only_joins(sentence: Sentence, index: int, dated: bool) -> bool:
    """Whether a word only joins a date to another ("March and June") or to its span ("the quarter ended Sept. 30")."""
    word, n = sentence.words[index], sentence.narration
    if word.kind is Kind.COORDINATOR:
        return dated
    group = sentence.group_of(index)
    ends = group is not None and not group.finite and word.base in n.phases
    return ends and (dated or sentence.words[index - 1].lower in n.spans)


def _beside_date(words: list[int], position: int, gone: frozenset[int]) -> bool:
    before = position > 0 and words[position - 1] in gone
    after = position + 1 < len(words) and words[position + 1] in gone
    return before or after
