"""A speaker whom another sentence names: of speech that runs on, and of "he said". In: a sentence, its neighbours."""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.fit import WHOLE
from timeline.events.head import Head
from timeline.events.names import Names
from timeline.events.participants import people_and_places
from timeline.events.sentence import Sentence
from timeline.events.speaker import speaker_of, speaking
from timeline.events.subject import subject
from timeline.extract.word import Kind

Neighbour = Callable[[int], Sentence | None]
"""The sentence so many places on (or back, below zero) in the same paragraph; None where there is none."""

_REACH = 3
"""Sentences between what is said and its speaker, at most."""
_PARAGRAPH = 2000
"""Code points before a sentence in which a quotation may have been opened."""


def speaker_among(sentence: Sentence, head: Head | None, names: Names, neighbour: Neighbour) -> str | None:
    """Who says it, by name where this sentence or a neighbour names him plainly."""
    words = speaking(sentence, head)
    if words:
        first = sentence.words[words[0]]
        if first.lower in sentence.narration.human_pronouns and len(words) == 1:
            return _person_before(first.lower, names, neighbour)
        return speaker_of(sentence, head, names)
    if head is None or head.refers or not is_quoted(sentence, sentence.words[head.index].start):
        return None
    return _speaker_after(sentence, names, neighbour) or _speaker_before(names, neighbour)


def _person_before(pronoun: str, names: Names, neighbour: Neighbour) -> str | None:
    """The one person whom the sentences before name, where one of them has him as its subject."""
    for back in range(1, _REACH + 1):
        sentence = neighbour(-back)
        main = next((g for g in sentence.groups if g.finite), None) if sentence is not None else None
        if sentence is None or main is None:
            return None
        who = [i for i in subject(sentence, main) if i >= 0]
        if len(who) == 1 and sentence.words[who[0]].lower == pronoun:
            continue
        people, places = people_and_places(sentence, range(len(sentence.words)), names)
        told, _ = people_and_places(sentence, who, names)
        return told[0] if len(told) == 1 and set(told) == set(people) - set(places) and " " in told[0] else None
    return None


def is_quoted(sentence: Sentence, at: int) -> bool:
    """Whether a place lies within a quotation that its paragraph has opened and not closed."""
    text = sentence.text
    paragraph = text.rfind("\n\n", 0, sentence.span.start)
    start = max(0 if paragraph < 0 else paragraph + 2, sentence.span.start - _PARAGRAPH)
    curly = text.count("“", start, at) - text.count("”", start, at)
    # Why not counted: texts that were cut into words also close what they never opened.
    typed = text.rfind("``", start, at) > text.rfind("''", start, at)
    return curly > 0 or typed or text.count('"', start, at) % 2 == 1


def as_speech(sentence: Sentence, head: Head | None, title: str, speaker: str | None) -> str:
    """A title that speaks of "I" or "we" within a quotation, as speech, with its speaker where he is known."""
    n = sentence.narration
    words = {word.strip("’'“”\"") for word in title.split() if word not in n.places}
    spoken = {word.lower() for word in words} & n.first_person
    if head is None or not spoken or not is_quoted(sentence, sentence.words[head.index].start):
        return title
    speech = "“" + title.replace("“", "‘").replace("”", "’") + "”"
    whole = f"{speaker}: {speech}"
    return whole if speaker and speaker[0].isupper() and len(whole) <= WHOLE else speech


def _speaker_after(sentence: Sentence, names: Names, neighbour: Neighbour) -> str | None:
    """The speaker named where the quotation ends."""
    for on in range(1, _REACH + 1):
        following = neighbour(on)
        if following is None or not is_quoted(following, following.span.start + 1):
            return None
        said = _named(following, names, neighbour)
        if said is not None:
            return said
    return None


def _speaker_before(names: Names, neighbour: Neighbour) -> str | None:
    """The speaker of the speech that goes on here."""
    for back in range(1, _REACH + 1):
        earlier = neighbour(-back)
        if earlier is None:
            return None
        said = _named(earlier, names, neighbour)
        if said is not None:
            return said
        if not is_quoted(earlier, earlier.span.start + 1):
            return None
    return None


def _named(sentence: Sentence, names: Names, neighbour: Neighbour) -> str | None:
    """The named speaker of a sentence that quotes somebody."""
    if not any(word.kind is Kind.QUOTE for word in sentence.words):
        return None
    return speaker_of(sentence, None, names)
