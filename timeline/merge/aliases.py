"""Which names are one. Comes in: the names that each document uses. Goes out: (document, name) -> the form for all.

Only what is plain: the same words written otherwise, an acronym that some document explains, a shorter form with one
longer form that ends alike, in documents that tell of the same things. Two who share a last name stay two.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

Alike = Callable[[str, str], float]
"""How alike two documents are, from 0 to 1."""

STORY = 0.6
"""From here on two documents are taken to tell of the same things."""
_SHARED = 2
"""... or where they have so many other names in common."""
_COMPARED = 40
"""Documents with the longer form that each document with the shorter one is compared with."""
_LIKENED = 8
"""... by all their words, which is slower."""
_LEAST = 3
"""Letters of an acronym that other documents may use without explaining it."""


@dataclass(frozen=True, slots=True)
class Uses:
    """The names of one document as its evidence has them, the acronyms it explains, and what must stay as it is."""

    source_id: str
    names: frozenset[str]
    acronyms: Mapping[str, str] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()


def one_form(uses: Iterable[Uses], unlike: Collection[str], alike: Alike) -> Mapping[tuple[str, str], str]:
    """The form for all of each name that has another: by (document, name).

    `unlike`: names that are never a shorter form of another (places, organisations).
    """
    told = sorted(uses, key=lambda document: document.source_id)
    fixed = {(document.source_id, name) for document in told for name in document.fixed}
    holders: dict[str, list[str]] = defaultdict(list)
    for document in told:
        for name in sorted(document.names):
            holders[name].append(document.source_id)
    spelled = _spellings(holders)
    found = {
        (source, name): spelled[name] for name, sources in holders.items() for source in sources if name in spelled
    }
    found |= _acronyms(told, holders, spelled)
    names = {document.source_id: {spelled.get(name, name) for name in document.names} for document in told}
    found |= _short_forms(holders, spelled, names, unlike, alike)
    return {key: form for key, form in found.items() if key not in fixed and form != key[1]}


def _spellings(holders: Mapping[str, list[str]]) -> dict[str, str]:
    """Names of several words that differ in accents, hyphens or a usual spelling: the one in most documents."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in holders:
        if " " in name:
            groups[folded(name)].append(name)
    best = {
        key: min(group, key=lambda name: (name.isupper(), -len(holders[name]), name)) for key, group in groups.items()
    }
    return {name: best[key] for key, group in groups.items() for name in group if name != best[key]}


_FOLDS = (
    (re.compile(r"[’'‘`]"), ""),
    (re.compile(r"[-\u2010\u2011\u00a0]"), " "),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee|iy|yy|y"), "i"),
    (re.compile(r"q|ck"), "k"),
    (re.compile(r"(\w)\1"), r"\1"),
)


_WRITTEN = r"[^\W\d_]*[^\WA-Z\d_](?:[^\W\d_]|[-’'](?=\w))*"
_PERSON_LAST = re.compile(_WRITTEN)
"""A last word by which a person can be called: no abbreviation, no number."""
_PERSON = re.compile(rf"(?:(?:[“\"]?{_WRITTEN}[”\"]?|[A-Z]\.?) ){{1,4}}{_WRITTEN}")
"""A name that a person can have, with initials and a nickname."""
_PARTICLES = frozenset(
    [
        "abu",
        "abd",
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "da",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
    ]
)
"""A name that begins with one of these is no whole name."""


@lru_cache(maxsize=50_000)
def folded(name: str) -> str:
    """A name as it is compared: no accents, case or hyphens, and one spelling of what is spelled in several ways."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pattern, other in _FOLDS:
        text = pattern.sub(other, text)
    return " ".join(text.split())


def _acronyms(
    told: Iterable[Uses], holders: Mapping[str, list[str]], spelled: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """Acronyms by what they stand for, wherever all documents that explain one explain it alike."""
    meant: dict[str, Counter[str]] = defaultdict(Counter)
    for document in told:
        for short, name in document.acronyms.items():
            meant[short][spelled.get(name, name)] += 1
    found: dict[tuple[str, str], str] = {}
    for short, names in meant.items():
        if len({folded(name) for name in names}) == 1 and len(short) >= _LEAST:
            full = min(names, key=lambda name: (-names[name], name))
            found |= {(source, short): full for source in holders.get(short, ())}
    return found


def _short_forms(
    holders: Mapping[str, list[str]],
    spelled: Mapping[str, str],
    names: Mapping[str, set[str]],
    unlike: Collection[str],
    alike: Alike,
) -> dict[tuple[str, str], str]:
    """Shorter forms by the one longer form that ends alike, where the documents tell of the same things."""
    endings: dict[str, set[str]] = defaultdict(set)
    where: dict[str, set[str]] = defaultdict(set)
    for name, sources in holders.items():
        form = spelled.get(name, name)
        where[form].update(sources)
        if " " in form and name not in unlike and form not in unlike:
            endings[folded(form).rsplit(maxsplit=1)[-1]].add(form)
    found: dict[tuple[str, str], str] = {}
    for name, sources in holders.items():
        form = spelled.get(name, name)
        if name in unlike:
            continue
        longer = _longest(form, endings[folded(form).rsplit(maxsplit=1)[-1]] if folded(form) else ())
        if longer is None or not _may_be_short(name, longer, len(sources), len(where[longer])):
            continue
        others = sorted(where[longer])[:_COMPARED]
        for source in sources:
            if _is_related(source, others, {name, longer}, names, alike):
                found[source, name] = longer
    return found


_SHORT = 2
"""Words of a shorter form that others may stand between ("Ada Cole", "Ada Maria Cole")."""


def _may_be_short(name: str, longer: str, documents: int, longer_in: int) -> bool:
    """Whether a name can be a shorter form: a person's last word, or words of a whole that begins alike or is usual.

    Why: "Rapper Ada Cole" in one paper does not make all others call her so.
    """
    first, several, _ = name.partition(" ")
    if not several:
        return bool(_PERSON.fullmatch(longer) and _PERSON_LAST.fullmatch(name))
    whole = f" {folded(longer)} "
    if len(name.split()) > _SHORT and f" {folded(name)} " not in whole:
        return False  # Why: of things of one maker ("Lund Star Lion", "Lund Star Sea Lion") each word tells which.
    opener = folded(longer).split()[1:] == folded(name).split()
    return not opener or first.lower() in _PARTICLES or documents <= longer_in


def _longest(name: str, candidates: Iterable[str]) -> str | None:
    """The one form that holds a name's words and more; None where there are two that do not hold one another."""
    words = set(folded(name).split())
    rivals = {form for form in candidates if form != name}
    if len(words) > 1:
        rivals = {form for form in rivals if words < set(folded(form).split())}
    if not rivals:
        return None
    longest = max(rivals, key=lambda form: (len(form.split()), len(form), form))
    whole = set(folded(longest).split())
    return longest if words < whole and all(set(folded(form).split()) <= whole for form in rivals) else None


def _is_related(
    source: str, others: Sequence[str], apart: set[str], names: Mapping[str, set[str]], alike: Alike
) -> bool:
    """Whether one of the other documents tells of the same things; names are compared first, which is quick."""
    if source in others or any(len((names[source] & names[other]) - apart) >= _SHARED for other in others):
        return True
    return any(alike(source, other) >= STORY for other in others[:_LIKENED])
