"""The names of a text. Comes in: a document's text. Goes out: `Names`: as written, one form each.

No gazetteer of people: a name is a run of capitals; its longest form in the document stands for its short ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from timeline.events.acronyms import acronyms_in
from timeline.grammar.narration import Narration

_JOINT = r"(?:(?:de|da|del|di|du|la|le|van|von|der|den|bin|ibn|al|el|of|the)[ \u00a0]){0,2}"
_NICKNAME = r"(?:[“\"][^”\"\n]{1,24}[”\"][ \u00a0])?"
_CAPITAL, _REST = "[A-ZÀ-ÖØ-Þ]", r"(?:(?<=[A-Z])\.(?:[A-Z]\.)+|[\w’'-]*\w)"
# Why the look back behind the first letter: a pattern that starts with one is tried everywhere, not at capitals alone.
_RUN = re.compile(rf"{_CAPITAL}(?<![\w’'.].){_REST}(?:[ \u00a0]{_JOINT}{_NICKNAME}{_CAPITAL}{_REST})*")
_LINE = re.compile(r"[^\n]+")
_LEAD = 9
"""Code points before a name in which a preposition that leads to a place stands."""
_REACH = 30
_HEADLINE = 160
_INITIALS = 5
"""Capitals in a row that make a word an abbreviation, not a name in capitals."""
_OPENS = re.compile(r"(?:^|[\n.!?:;•*|–—-]\s*|[“\"(]\s*)$")


@dataclass(frozen=True, slots=True)
class Names:
    """A document's names: `known` words in lower case, and for each last word the full form.

    `acronyms`: what the text explains itself; `people`: last words that stand for somebody ("Mr Berg", later "Berg").
    """

    known: frozenset[str]
    full: Mapping[str, str]
    acronyms: Mapping[str, str] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Names that the text mostly has things happen in or near."""
    persons: frozenset[str] = frozenset()
    """Words by which somebody may be named alone: those of full names, and those behind a title."""


def names_in(text: str, narration: Narration) -> Names:
    """The names of a whole text, read once."""
    known: set[str] = set()
    forms: dict[str, dict[str, int]] = {}
    opening: dict[str, dict[str, int]] = {}
    single: set[str] = set()
    titled: set[str] = set()
    met, located = Counter[str](), Counter[str]()
    leads = tuple(f" {word} " for word in sorted(narration.locative_prepositions))
    for match in _runs(text):
        surface = match[0]
        if _of_something(text, surface, narration) and _opens(text, match.start()):
            surface = surface.split(" ", 2)[2]  # Why: in "Shares of Lund Inc. rose" the first word is no name.
        run = _run(surface, narration)
        if run is None:
            continue
        met[run.written] += 1
        if text.endswith(leads, max(0, match.start() - _LEAD), match.start()):
            located[run.written] += _is_locative(text, match.start(), narration)
        if run.titled:
            titled.add(run.last)
        if run.single:
            single.add(run.last)
        # Why: "Mayor Holm" has a capital that no sentence's start makes.
        if run.single and (run.lowers <= known or (not run.titled and _opens(text, match.start()))):
            continue
        known |= run.lowers
        if run.form is not None:
            opener = surface.startswith(run.form) and _opens(text, match.start())
            (opening if opener else forms).setdefault(run.last, {}).setdefault(run.form, match.start())
    for last, found in opening.items():
        told = forms.get(last, {})
        for form, at in found.items():
            # Why: "Rapper Ada Cole", who elsewhere is Ada Cole, begins with a capital only for opening a sentence.
            first, _, rest = form.partition(" ")
            if rest not in told and f" {first.lower()} " not in text:
                forms.setdefault(last, {}).setdefault(form, at)
    full = {last: one for last, found in forms.items() if (one := _one(found, narration)) is not None}
    people = titled.union(last for last in full if last in single)
    places = frozenset(
        name
        for name, times in located.items()
        if 2 * times >= met[name] and name.rsplit(" ", 1)[-1] not in people and _may_be_place(name, narration)
    )
    persons = people | {word for last in people for word in full.get(last, last).split(" ")}
    return Names(
        frozenset(known - narration.not_names), full, acronyms_in(text), frozenset(people), places, frozenset(persons)
    )


def _of_something(text: str, run: str, n: Narration) -> bool:
    """Whether a run of capitals starts with several of something ("Shares of Lund Inc.", "Heirs of Ida Holm")."""
    first, _, rest = run.partition(" ")
    if not first.endswith("s") or rest.partition(" ")[0] not in n.genitive_prepositions or " " not in rest:
        return False
    lower = first.lower()
    common = lower in n.wording.invested or lower.removesuffix("s").endswith(n.wording.person_endings)
    return (common or f" {lower} " in text) and first not in n.organisations


def _is_locative(text: str, at: int, n: Narration) -> bool:
    """Whether the preposition before a name leads to a place ("in Lund", but not "shares in Lund")."""
    before = text[max(0, at - _REACH) : at].split()
    return len(before) < 2 or before[-2].lower() not in n.wording.invested


def _may_be_place(name: str, n: Narration) -> bool:
    words = name.split(" ")
    listed = (n.organisations, n.demonyms, n.calendar_names, n.honorifics)
    return all(names.isdisjoint(words) for names in listed) and not _is_initials(words[-1])


class _Run(NamedTuple):
    """A run of capitals: its words in lower case, its last word, and the name that it is where it has a full form."""

    lowers: frozenset[str]
    last: str
    written: str
    form: str | None
    single: bool
    titled: bool


@lru_cache(maxsize=20_000)
def _run(surface: str, n: Narration) -> _Run | None:
    """What a run of capitals tells wherever it stands; None where nothing is left of it."""
    written = surface.replace("\u00a0", " ").split(" ")
    parts = _core(written, n)
    if not parts:
        return None
    lowers = frozenset(part.lower() for part in parts if part[0].isupper())
    named = (
        len(parts) > 1
        and not n.genitive_prepositions & set(parts)
        and not any(part.lower() in n.not_names and part[0].isupper() for part in parts)
    )
    titled = not n.honorifics.isdisjoint(written[: -len(parts)][-1:])
    return _Run(lowers, parts[-1], " ".join(parts), " ".join(parts) if named else None, len(parts) == 1, titled)


def _opens(text: str, at: int) -> bool:
    """Whether a word opens a sentence: its capital tells nothing then."""
    return at == 0 or _OPENS.search(text, max(0, at - 3), at) is not None


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of capitals outside headlines."""
    at = 0
    for start, end in (*_headlines(text), (len(text), len(text))):
        yield from _RUN.finditer(text, at, start)
        at = end


def _headlines(text: str) -> list[tuple[int, int]]:
    """Lines in title case: their capitals tell no names."""
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if match.end() - match.start() > _HEADLINE or match[0].rstrip(' \t\r”"’)').endswith((".", "?", "!")):
            continue
        long_words = [word for word in match[0].split() if len(word) > 3 and word[0].isalpha()]
        if len(long_words) > 2 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words):
            found.append((match.start(), match.end()))
    return found


def _one(found: dict[str, int], n: Narration) -> str | None:
    """The longest form, where all forms of a last word can be one name."""
    # Why: "By Ida Holm, Lund Ada Cole ..." makes no Lund Ada Cole of her who elsewhere is Ada Cole.
    led = {
        name for name in found for other in found if name.endswith(f" {other}") and name[: -len(other) - 1] in n.places
    }
    found = {name: at for name, at in found.items() if name not in led}
    longest = max(found, key=lambda name: (len(name.split()), -found[name]))
    words = {plain(word) for word in longest.split()}
    same = all({plain(word) for word in name.split()} <= words for name in found)
    last = longest.split()[-1]
    # Why: "the bank's UN man" says nothing of the UN.
    return longest if same and last not in n.organisations and not _is_initials(last) else None


def _is_initials(word: str) -> bool:
    return word.isupper() and len(word) <= _INITIALS


def plain(word: str) -> str:
    """A word of a name without quotation marks, in lower case."""
    return word.strip("“”\"'’").lower()


def _core(parts: list[str], n: Narration) -> list[str]:
    """A run's words without titles and adjectives of nations before the name, cut at a genitive."""
    while len(parts) > 1 and parts[-1] in _GENITIVE:
        parts = parts[:-1]
    if parts and parts[-1].endswith(("'s", "’s", "s'", "s’")):
        parts = [*parts[:-1], parts[-1].rstrip("'’") if parts[-1].endswith(("'", "’")) else parts[-1][:-2]]
    parts = _behind_office([part for part in parts if part], n)
    while parts and _is_title(parts, n):
        office = len(parts) > 4 and parts[1] in n.genitive_prepositions and parts[0] in n.honorifics
        # Why: "Secretary of State Ada Cole" is Ada Cole, "Duke of York" is all his name.
        parts = parts[3:] if office else parts[1:]
    firm = next((i for i, part in enumerate(parts[:-1]) if part in n.wording.corporate), None)
    if firm is not None:
        parts = parts[firm + 1 :]  # Why: "Acme Inc. chief Ada Cole" without its small word is Ada Cole.
    last = max((i for i, part in enumerate(parts[:-2]) if part in n.honorifics), default=-1)
    if last >= 0 and parts[-1] not in n.organisations:
        parts = parts[last + 1 :]  # Why: "High Court Judge Ada Cole" is Ada Cole.
    cut = next((i for i, part in enumerate(parts) if part.endswith(("'s", "’s")) and not _are_members(part, n)), None)
    if cut is not None:
        parts = [*parts[:cut], parts[cut][:-2]]
    while parts and (not parts[-1][:1].isupper() or parts[-1] in n.calendar_names):
        parts = parts[:-1]
    return [] if parts and parts[0] in n.calendar_names else parts


def _are_members(owner: str, n: Narration) -> bool:
    """Whether a genitive belongs to a body's name ("People's Union")."""
    return owner[:-2].lower() in n.wording.members


@lru_cache(maxsize=20_000)
def core_of(parts: tuple[str, ...], n: Narration) -> tuple[str, ...]:
    """The same, remembered: a text names the same few again and again."""
    return tuple(_core(list(parts), n))


_GENITIVE = frozenset({"'s", "’s", "'", "’"})


def _behind_office(parts: list[str], n: Narration) -> list[str]:
    """What stands behind the last word of an office in a run ("Fiji Secretary of State Ann Lee"), if anything does."""
    if parts and parts[-1] in n.organisations:
        return parts
    office = next((i for i in range(len(parts) - 1, -1, -1) if parts[i] in n.offices), None)
    if office is None:
        return parts
    rest = parts[office + 1 :]
    while len(rest) > 1 and rest[0] in n.name_joints:
        rest = rest[2:]
    return rest or parts


def _is_title(parts: list[str], n: Narration) -> bool:
    """Whether the first word only tells what somebody is ("President", "Russian", "U.S." before a title)."""
    first = parts[0]
    if first.lower() in n.wording.compass and len(parts) > 1 and parts[1] in n.demonyms:
        return len(parts) == 2 or parts[2] in n.honorifics  # "South Korean", but "North American Free Trade Pact"
    if len(parts) > 1 and (parts[-1] in n.organisations or parts[-1] in n.place_endings):
        return first.lower() in n.not_names
    if first in n.places or _is_initials(first):
        return len(parts) > 1 and parts[1] in n.honorifics
    office = bool({first, first.removesuffix("s")} & n.honorifics)
    return office or _is_adjective(first, n) or first.lower() in n.not_names


def _is_adjective(word: str, n: Narration) -> bool:
    """Whether a capital word only tells a nation ("Russian", "Russian-Israeli", "U.S.-led")."""
    pieces = word.split("-")
    return all(piece in n.demonyms for piece in pieces) or (len(pieces) > 1 and not pieces[-1][:1].isupper())
