"""Evidence made ready to compare. Comes in: evidence of one block. Goes out: `Passage`s, in order of id."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.grammar.narration import Narration, VerbForm
from timeline.merge.kinds import families_of, kind_of
from timeline.merge.likeness import Weights, narration_of, rarity, terms, weighted
from timeline.merge.subjects import TOKEN, Subject, names_in_quote, subject_of
from timeline.model import civil
from timeline.model.event import Evidence
from timeline.model.value import Granularity, Kind

_BEFORE = 7
"""How many words before a date the noun may stand that it dates ("the concert in the old stadium on 8 May")."""
_AFTER = 3
"""... and after it ("the 8 May charity concert")."""
_REACH = 90
"""Code points looked at on each side of a date for such words."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CLOCK = re.compile(r"T\d\d(?::\d\d)*(.*)$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of evidence with its kinds of happening, its names and its weighted words."""

    evidence: Evidence
    sense: str
    """The kind of happening that its head tells; empty without a head."""
    common: bool
    """Whether the head is told of everything ("said", "was")."""
    kinds: frozenset[str]
    """This, and what the words beside the date tell ("stand trial over the death in June": stand, die)."""
    things: frozenset[str]
    """Those of them that a noun beside the date tells."""
    families: frozenset[str]
    """The families of its kinds."""
    told: frozenset[str]
    """Of a common head: the kinds that the other words of the title tell ("gave his resignation": resign)."""
    names: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    title: Weights
    quote: Weights
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


def passages(evidence: Iterable[Evidence]) -> list[Passage]:
    """Each piece of evidence made ready, in order of id; words weigh by how rare they are among these pieces."""
    ordered = sorted(evidence, key=lambda piece: piece.id)
    stems: dict[str, dict[str, str]] = {}
    bags = [_bags(piece, stems.setdefault(piece.when.mention.language, {})) for piece in ordered]
    rare = rarity({**quote, **title} for title, quote in bags)
    return [_passage(piece, title, quote, rare) for piece, (title, quote) in zip(ordered, bags, strict=True)]


def _passage(piece: Evidence, title: dict[str, float], quote: dict[str, float], rare: dict[str, float]) -> Passage:
    narration = narration_of(piece.when.mention.language)
    sense = sense_of(piece)
    words, words_of_title = TOKEN.findall(piece.quote_text), TOKEN.findall(piece.title)
    people, places = last_names(piece.participants), last_names(piece.places)
    beside = _beside(piece, narration) | _befallen(piece, sense, narration)
    kinds = frozenset({"" if (common := is_common(sense, narration)) else sense, *beside} - {""})
    return Passage(
        evidence=piece,
        sense=sense,
        common=common,
        kinds=kinds,
        things=beside,
        families=families_of(kinds, narration),
        told=frozenset([kind_of(term, narration) for term in title]) if common else frozenset(),
        names=people | places,
        people=people,
        places=places,
        title=weighted(title, rare),
        quote=weighted(quote, rare),
        subject=subject_of(piece, words_of_title),
        mentioned=names_in_quote(piece, words),
        tokens=frozenset(words),
        figures=_figures(words) - _figures(TOKEN.findall(piece.when.mention.text)),
        amounts=_figures(words_of_title),
        copy=_copy_of(piece, words),
        day=day_of(piece),
        clock=_clock_of(piece),
    )


def _figures(words: list[str]) -> frozenset[str]:
    return frozenset([word for word in words if word[0].isdigit()])


def day_of(piece: Evidence) -> int | None:
    """The day number of a date told to the day or finer."""
    value = piece.when.value
    if value is None or value.granularity is None or value.earliest is None:
        return None
    fine = value.granularity <= Granularity.DAY and value.kind is Kind.POINT
    return value.earliest // civil.DAY if fine else None


def sense_of(piece: Evidence) -> str:
    """The kind of happening: the stem of the head, one for synonyms ("step down", "resign"); empty without a head."""
    if not piece.head_text:
        return ""
    narration = narration_of(piece.when.mention.language)
    found = kind_of(piece.head_text, narration)
    after = _WORD.match(piece.title.partition(piece.head_text)[2].lstrip())
    return narration.synonyms.get(f"{found}_{after[0].lower()}", found) if after else found


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


def _beside(piece: Evidence, narration: Narration) -> frozenset[str]:
    """The kinds of happening that the date itself is bound to: "the concert on 8 May", "his June 2009 death"."""
    start = piece.when.mention.span.start - piece.quote.start
    end = start + len(piece.when.mention.text)
    found = set()
    for word in reversed(_WORD.findall(piece.quote_text[max(0, start - _REACH) : start])[-_BEFORE:]):
        if _tells(word, narration):
            found.add(kind_of(word, narration))
            break
        if _is_past(word, narration):
            break
    for word in _WORD.findall(piece.quote_text[end : end + _REACH // 2].removeprefix("'s").removeprefix("’s"))[:_AFTER]:
        # Why no capitals: "29 August Jackson's death was ruled ..." is a note under its date, which dates the ruling.
        lower = word.lower()
        if lower in narration.prepositions or lower in narration.complementizers or word[0].isupper():
            break
        if _tells(word, narration):
            found.add(kind_of(word, narration))
            break
    return frozenset(found)


def _befallen(piece: Evidence, sense: str, narration: Narration) -> frozenset[str]:
    """The noun that is what happened, where the verb says only that it did ("the earthquake struck")."""
    if sense not in narration.befalling or piece.head_text is None:
        return frozenset()
    small = narration.adverbs, narration.be, narration.have, narration.future, narration.conditional
    for word in reversed(_WORD.findall(piece.title.partition(piece.head_text)[0])):
        if not any(word.lower() in words for words in small):
            return frozenset({kind_of(word, narration)}) if _tells(word, narration) else frozenset()
    return frozenset()


@lru_cache(maxsize=50_000)
def _is_past(word: str, narration: Narration) -> bool:
    return bool(narration.verbs.get(word.lower(), ("", VerbForm.NONE))[1] & VerbForm.PAST)


@lru_cache(maxsize=50_000)
def _tells(word: str, narration: Narration) -> bool:
    lower = word.lower().removesuffix("'s").removesuffix("’s")
    return lower in narration.event_nouns and word not in narration.calendar_names


def _copy_of(piece: Evidence, words: list[str]) -> tuple[str, int, int]:
    """The words of a sentence, and how many code points of it stand before the date and the head."""
    quote = piece.quote.start
    return (
        " ".join(words).lower(),
        piece.when.mention.span.start - quote,
        piece.head.start - quote if piece.head else -1,
    )


def _clock_of(piece: Evidence) -> tuple[int, str] | None:
    value = piece.when.value
    if value is None or value.granularity is None or value.granularity >= Granularity.DAY or value.earliest is None:
        return None
    zone = _CLOCK.search(value.edtf or "")
    return value.earliest % civil.DAY, zone[1] if zone else ""


def _bags(piece: Evidence, stems: dict[str, str]) -> tuple[dict[str, float], dict[str, float]]:
    """The terms of the title, and those of the sentence. The head is compared by itself: two openings of one year are
    not alike for both being openings."""
    narration = narration_of(piece.when.mention.language)
    date = {word.lower() for word in piece.when.mention.text.split()}
    sense = sense_of(piece)
    title = {term: 1.0 for term in terms(piece.title, narration, stems) if term != sense}
    quote = {term: 1.0 for term in terms(piece.quote_text, narration, stems) if term not in date and term != sense}
    return title, quote
