"""Evidence made ready to compare. Comes in: evidence of one block. Goes out: `Passage`s, in order of id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, takewhile
from typing import NamedTuple

from timeline.grammar.narration import Narration
from timeline.merge.kinds import families_of, kind_of, near_to
from timeline.merge.likeness import Bag, narration_of, rarity_by, stem
from timeline.merge.subjects import Subject, names_in_quote, subject_of
from timeline.merge.words import Word, frozen, terms_of, words
from timeline.model import civil
from timeline.model.event import Evidence, Factuality
from timeline.model.text import PartKind, Span
from timeline.model.value import Granularity, Kind

_BEFORE = 7
"""How many words before a date the noun may stand that it dates ("the concert in the old stadium on 8 May")."""
_AFTER = 3
"""... and after it ("the 8 May charity concert")."""
_POSSESSIVE = "'s", "’s"
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CLOCK = re.compile(r"T\d\d(?::\d\d)*(.*)$")


@dataclass(slots=True, eq=False, init=False)
class Passage:
    """A piece of evidence with its kinds of happening, its names and its weighted words.

    Why it fills itself, and is not frozen, though nothing changes it: thirty names to hand over, or thirty fields that
    are frozen, take a tenth of the time of making one.
    """

    evidence: Evidence
    source: str
    """The id of its source."""
    date: Span | None
    """Where the words of its date stand, inside its sentence; None where none, or all of it, tell the date."""
    named_by_date: bool
    is_denied: bool
    is_caption: bool
    is_coarse: bool
    """Its date is coarser than a month."""
    is_encounter: bool
    """People come together."""
    is_stamp: bool
    """It only tells when something was put on its page ("Page last updated")."""
    sense: str
    """The kind of happening that its head tells; empty without a head."""
    common: bool
    """Whether the head is told of everything ("said", "was")."""
    kinds: frozenset[str]
    """This, and what the words beside the date tell ("stand trial over the death in June": stand, die)."""
    nouns: frozenset[str]
    """Those of them that a noun tells: the head, or one beside the date."""
    families: frozenset[str]
    """The families of its kinds."""
    near: frozenset[str]
    """What its kinds nearly are."""
    is_alone: bool
    """Its date dates nothing else."""
    told: frozenset[str]
    """Of a common head: the kinds that the other words of the title tell ("gave his resignation": resign)."""
    names: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    title: Bag
    quote: Bag
    subject: Subject
    mentioned: frozenset[str]
    """The names of the whole sentence."""
    tokens: frozenset[str]
    figures: frozenset[str]
    """The numbers of the sentence outside its date."""
    amounts: frozenset[str]
    """The numbers of the title."""
    copy: tuple[str, int, int]
    """The same for a sentence told word for word elsewhere, and for the same date and head in it."""
    day: int | None
    """The day number, where the date is told to the day or finer."""
    clock: tuple[int, str] | None
    """Second of the day and zone, where a time is told."""

    def __init__(self, told: _Told, squares: Mapping[str, float], is_alone: bool) -> None:
        piece, sense = told.piece, told.sense
        narration = narration_of(piece.when.mention.language)
        people, places = last_names(piece.participants), last_names(piece.places)
        things = frozen(_beside(told, narration) + _befallen(told, narration))
        common = is_common(sense, narration)
        kinds = things if common or not sense else _with(things, sense)
        subject = subject_of(piece, told.title, told.opening, narration)
        mention = piece.when.mention
        self.evidence = piece
        self.source = piece.source_id
        self.date = mention.span if mention.text and mention.span != piece.quote else None
        self.named_by_date = piece.named_by_date
        self.is_denied = piece.factuality is Factuality.DENIED
        self.is_caption = piece.part is PartKind.CAPTION
        self.is_coarse = _is_coarse(piece)
        self.is_encounter = sense in narration.encounters
        self.is_stamp = sense in narration.page_keeping and subject.words <= narration.page_words and not subject.names
        self.sense = sense
        self.common = common
        self.kinds = kinds
        self.nouns = _with(things, sense) if subject.nominal and sense in kinds else things
        self.families = families_of(kinds, narration)
        self.near = near_to(kinds, narration)
        self.is_alone = is_alone
        self.told = frozen([kind_of(term, narration) for term in told.terms_of_title] if common else ())
        self.names = people | places
        self.people = people
        self.places = places
        self.title = Bag.of(told.terms_of_title, squares)
        self.quote = Bag.of(told.terms, squares)
        self.subject = subject
        self.mentioned = names_in_quote(piece, told.quote)
        self.tokens = frozenset([word.token for word in told.quote])
        self.figures = _figures(told.quote, {word.plain for word in told.quote[told.date]})
        self.amounts = _figures(told.title)
        self.copy = _copy_of(piece, told.quote)
        self.day = day_of(piece)
        self.clock = _clock_of(piece)


class _Told(NamedTuple):
    """A piece of evidence, taken into words."""

    piece: Evidence
    sense: str
    quote: list[Word]
    """Those of the sentence: what stands before its date, the date, and what stands after it."""
    date: slice
    title: list[Word]
    opening: list[Word]
    """Those of the title before its head; all of it where the head is not in it."""
    terms: set[str]
    """The terms of the sentence ..."""
    terms_of_title: set[str]
    """... and of the title. Without the head, which is compared by itself: two openings of one year are not alike for
    both being openings."""


def passages(evidence: Iterable[Evidence]) -> Iterator[Passage]:
    """Each piece of evidence made ready, in their order; words weigh by how rare they are among these pieces."""
    told = [_told(piece) for piece in evidence]
    seen = Counter(chain.from_iterable(one.terms for one in told))
    # Why the difference: a title is mostly of the sentence's words.
    seen.update(chain.from_iterable(one.terms_of_title - one.terms for one in told))
    squares = {term: weight * weight for term, weight in rarity_by(seen, len(told)).items()}
    marked = [(one.piece.source_id, one.piece.when.mention.span.start, one.piece.when.mention.span.end) for one in told]
    dates = Counter(marked)
    for one, date in zip(told, marked, strict=True):
        yield Passage(one, squares, dates[date] == 1)


def _told(piece: Evidence) -> _Told:
    narration = narration_of(piece.when.mention.language)
    sense = sense_of(piece)
    quote, date = _quote(piece, narration)
    opening, title = _title(piece, narration)
    terms, terms_of_title = terms_of(quote), terms_of(title)
    terms.difference_update(piece.when.mention.text.lower().split())
    terms.discard(sense)
    terms_of_title.discard(sense)
    return _Told(piece, sense, quote, date, title, opening, terms, terms_of_title)


def _title(piece: Evidence, narration: Narration) -> tuple[list[Word], list[Word]]:
    """The words of the title before its head, and all of them; where the head is not in it, all are before it."""
    before, found, _ = piece.title.partition(piece.head_text) if piece.head_text else ("", "", "")
    opening = words(before, narration)
    if before and not before[-1].isspace():
        return opening, words(piece.title, narration) if found else opening
    return opening, opening + words(piece.title[len(before) :], narration)


def _quote(piece: Evidence, narration: Narration) -> tuple[list[Word], slice]:
    """The words of the sentence, and which of them are its date; none where no words tell it."""
    mention, text = piece.when.mention, piece.quote_text
    start = mention.span.start - piece.quote.start
    end = start + len(mention.text)
    if not 0 <= start < end <= len(text):
        return words(text, narration), slice(0, 0)
    if text.startswith(_POSSESSIVE, end):
        end += len(_POSSESSIVE[0])
    quote = words(text[:start], narration)
    first = len(quote)
    quote += words(text[start:end], narration)
    last = len(quote)
    quote += words(text[end:], narration)
    return quote, slice(first, last)


@lru_cache(maxsize=50_000)
def _with(kinds: frozenset[str], sense: str) -> frozenset[str]:
    return kinds | {sense}


def _figures(told: Iterable[Word], of_date: Collection[str] = ()) -> frozenset[str]:
    """The numbers among words that are not among those of the date."""
    return frozen([word.plain for word in told if word.is_figure and word.plain not in of_date])


def day_of(piece: Evidence) -> int | None:
    """The day number of a date told to the day or finer."""
    value = piece.when.value
    if value is None or value.granularity is None or value.earliest is None:
        return None
    fine = value.granularity <= Granularity.DAY and value.kind is Kind.POINT
    return value.earliest // civil.DAY if fine else None


def _is_coarse(piece: Evidence) -> bool:
    value = piece.when.value
    return value is None or value.granularity is None or value.granularity > Granularity.MONTH


def sense_of(piece: Evidence) -> str:
    """The kind of happening: the stem of the head, one for synonyms ("step down", "resign"); empty without a head."""
    if not piece.head_text:
        return ""
    narration = narration_of(piece.when.mention.language)
    found = kind_of(piece.head_text, narration)
    if found not in _first_of_two(narration):
        return found
    after = _WORD.match(piece.title.partition(piece.head_text)[2].lstrip())
    return narration.synonyms.get(f"{found}_{after[0].lower()}", found) if after else found


@lru_cache(maxsize=64)
def _first_of_two(narration: Narration) -> frozenset[str]:
    """The kinds that another word makes another kind ("step" with "down")."""
    return frozenset(first for first, second, _ in (key.partition("_") for key in narration.synonyms) if second)


@lru_cache(maxsize=50_000)
def is_common(sense: str, narration: Narration) -> bool:
    """Whether a kind of happening is told of everything: to say, to be, to have, to take."""
    small = narration.be, narration.have, narration.do, narration.light_verbs, narration.reporting
    return any(sense in words for words in small) and sense not in narration.encounters


def names_of(piece: Evidence) -> frozenset[str]:
    """The last words of its names, in lower case: "Vladimir Putin" and "Putin" are one."""
    return last_names((*piece.participants, *piece.places))


@lru_cache(maxsize=50_000)
def last_names(names: tuple[str, ...]) -> frozenset[str]:
    """The last words of names, in lower case."""
    found = (name.split()[-1].strip("“”\"'’.").lower() for name in names if name.split())
    return frozenset(name for name in found if name)


def _beside(told: _Told, narration: Narration) -> list[str]:
    """The kinds of happening that the date itself is bound to: "the concert on 8 May", "his June 2009 death"."""
    found: list[str] = []
    first, last = told.date.start, told.date.stop
    left = _BEFORE
    for word in reversed(told.quote[:first]):
        if word.is_figure:
            continue
        if word.kind:
            found.append(word.kind)
            break
        left -= 1
        if word.is_past or not left:
            break
    for word in told.quote[last : last + _AFTER] if last else ():
        # Why no capitals: "29 August Jackson's death was ruled ..." is a note under its date, which dates the ruling.
        if word.leads or word.plain in narration.complementizers or word.token[0].isupper():
            break
        if word.kind:
            found.append(word.kind)
            break
    return found


def _befallen(told: _Told, narration: Narration) -> list[str]:
    """The noun that is what happened, where the verb says only that it did ("the earthquake struck")."""
    piece = told.piece
    if piece.head_text is None or not (told.sense in narration.befalling or _occurs(piece, narration)):
        return []
    subject = list(told.opening)
    while subject and (subject[-1].is_figure or _is_small(subject[-1].plain, narration)):
        subject.pop()
    core = list(takewhile(lambda word: not word.leads, subject))
    for word in (*subject[-1:], *core[-1:]):
        if word.kind:
            return [word.kind]
    tells = bool(core) and core[-1].describes and not core[-1].is_capital
    return [core[-1].stem] if tells and _occurs(piece, narration) else []


def _occurs(piece: Evidence, narration: Narration) -> bool:
    """Whether the verb says of its subject no more than that it was ("took place")."""
    assert piece.head_text is not None
    verb = stem(piece.head_text, narration)
    if verb not in _occurring(narration):
        return False
    after = piece.title.partition(piece.head_text)[2].split()[:1]
    return (verb,) in narration.happenings.occurring or (verb, *after) in narration.happenings.occurring


@lru_cache(maxsize=64)
def _occurring(narration: Narration) -> frozenset[str]:
    """The verbs that say so, alone or with a word behind them."""
    return frozenset(verb for verb, *_ in narration.happenings.occurring)


@lru_cache(maxsize=50_000)
def _is_small(word: str, narration: Narration) -> bool:
    """Whether a word may stand between a subject and its verb: "will", "was", "is due to"."""
    small = narration.adverbs, narration.be, narration.have, narration.future, narration.conditional
    if word == narration.infinitive or word in narration.prospective or any(word in among for among in small):
        return True
    base = narration.verbs.get(word, ("",))[0]
    return base in narration.planning or base in narration.expecting


def _copy_of(piece: Evidence, quoted: list[Word]) -> tuple[str, int, int]:
    """The words of a sentence, and how many code points of it stand before the date and the head."""
    quote = piece.quote.start
    return (
        " ".join([word.lower for word in quoted]),
        piece.when.mention.span.start - quote,
        piece.head.start - quote if piece.head else -1,
    )


def _clock_of(piece: Evidence) -> tuple[int, str] | None:
    value = piece.when.value
    if value is None or value.granularity is None or value.granularity >= Granularity.DAY or value.earliest is None:
        return None
    zone = _CLOCK.search(value.edtf or "")
    return value.earliest % civil.DAY, zone[1] if zone else ""
