"""Names over all documents. Comes in: evidence, what each document says of names, corrections. Goes out: evidence with
one form for one name, and the names with their kinds; the quotes keep the words as written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from sys import intern
from typing import Protocol

from timeline.merge.aliases import Alike, Uses, one_form
from timeline.merge.likeness import narration_of
from timeline.model.event import Event, Evidence, Name, NameKind
from timeline.model.text import NO_NAME, NameRule


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says of its names: its uri and language, acronyms it explains, last words that are people's.

    `put_down`: by a person, who chose the forms; only a rule changes them.
    """

    source_id: str
    uri: str
    language: str
    acronyms: Mapping[str, str] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    put_down: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """Evidence with one form for each name; the forms that each name has beside it; kinds; rules that matched none."""

    evidence: tuple[Evidence, ...]
    forms: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, NameKind]
    unmatched: tuple[NameRule, ...] = ()


class SaysNames(Protocol):
    """A passage, or what is known of one."""

    @property
    def source_id(self) -> str:
        """Whose it is."""

    @property
    def participants(self) -> tuple[str, ...]:
        """Its names of people and bodies, as written."""

    @property
    def places(self) -> tuple[str, ...]:
        """Its names of places, as written."""


class Census:
    """All names of all documents, and what each document says of its own: all that is needed to know who is who."""

    def __init__(self) -> None:
        self.used: dict[str, set[str]] = {}
        self.documents: dict[str, Told] = {}
        self.as_place: Counter[str] = Counter()

    def add(self, told: Told) -> None:
        """What a document says of its names, after these were counted."""
        # Why: of the people that a text of many pages names, only those of its passages are asked for.
        called = {name.rsplit(maxsplit=1)[-1] for name in self.used.get(told.source_id, ()) if name.strip()}
        self.documents[intern(told.source_id)] = replace(told, people=told.people & called)

    def count(self, pieces: Iterable[SaysNames]) -> None:
        """The names that passages use."""
        for piece in pieces:
            people, places = tuple(map(intern, piece.participants)), tuple(map(intern, piece.places))
            self.used.setdefault(intern(piece.source_id), set()).update(people, places)
            self.as_place.update(places)
            self.as_place.subtract(people)


@dataclass(frozen=True, slots=True)
class Naming:
    """Who is who: the form that stands for each name, its other forms, its kind; rules that matched none.

    `final` tells of (document, name) only where another form stands for it, or None where it is no name.
    """

    final: Mapping[tuple[str, str], str | None]
    moved: Mapping[str, NameKind]
    forms: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, NameKind]
    unmatched: tuple[NameRule, ...] = ()

    def renamed(self, piece: Evidence) -> Evidence:
        """A piece with one form for each name; what is no name is left out, and a place is put among places."""
        people, places = self._renamed(piece)
        if (people, places) == (piece.participants, piece.places):
            return piece
        return replace(piece, participants=people, places=tuple(name for name in places if name not in people))

    def keeps(self, piece: SaysNames) -> bool:
        """Whether a piece's names stay as they are."""
        return self._renamed(piece) == (piece.participants, piece.places)

    def _renamed(self, piece: SaysNames) -> tuple[tuple[str, ...], tuple[str, ...]]:
        people: dict[str, None] = {}
        places: dict[str, None] = {}
        for names, own in ((piece.participants, people), (piece.places, places)):
            for name in names:
                form = self.final.get((piece.source_id, name), name)
                if form is not None:
                    kind = self.moved.get(form)
                    (own if kind is None else places if kind is NameKind.PLACE else people)[form] = None
        return tuple(people), tuple(places)


def named(evidence: Sequence[Evidence], told: Iterable[Told], rules: Sequence[NameRule], alike: Alike) -> Named:
    """Evidence whose participants and places carry one form for one name over all documents."""
    census = Census()
    census.count(evidence)
    for document in told:
        census.add(document)
    known = naming(census, rules, alike)
    return Named(tuple(map(known.renamed, evidence)), known.forms, known.kinds, known.unmatched)


def naming(census: Census, rules: Sequence[NameRule], alike: Alike) -> Naming:
    """Who is who over all documents."""
    used, documents = census.used, census.documents
    said = _Said(rules, documents)
    kinds = _kinds(used, documents, census.as_place)
    no_person = {name for name, kind in kinds.items() if kind is not NameKind.PERSON}
    forms = one_form((_uses(source, used, documents, said) for source in used), no_person, alike)
    forms = {**forms, **_same_places(used, documents)}
    final: dict[tuple[str, str], str | None] = {}
    written: dict[str, set[str]] = defaultdict(set)
    for source, names in used.items():
        for name in names:
            own = said.form(source, name)
            fixed = own != name or said.fixes(source, name)
            form = own if fixed else said.form(source, forms.get((source, name), name))
            if form == name:
                continue
            final[source, name] = form
            if form is not None:
                written[form].add(name)
                if name in kinds:
                    kinds.setdefault(form, kinds[name])
    moved = _moved(kinds, said.kinds, documents)
    other_forms = {form: tuple(sorted(names)) for form, names in written.items()}
    return Naming(final, moved, other_forms, {**kinds, **said.kinds}, said.unmatched())


def _uses(source: str, used: Mapping[str, set[str]], documents: Mapping[str, Told], said: _Said) -> Uses:
    document = documents.get(source)
    put_down = document is not None and document.put_down
    fixed = frozenset(name for name in used[source] if put_down or said.fixes(source, name))
    return Uses(source, frozenset(used[source]), document.acronyms if document is not None else {}, fixed)


def _moved(
    found: Mapping[str, NameKind], said: Mapping[str, NameKind], documents: Mapping[str, Told]
) -> Mapping[str, NameKind]:
    """The names that go where their kind belongs: what somebody says otherwise, and towns that only look like people.

    Why not all places: a country that acts is a participant.
    """
    listed = frozenset().union(*(narration_of(code).places for code in {told.language for told in documents.values()}))
    towns = {name: kind for name, kind in found.items() if kind is NameKind.PLACE and name not in listed}
    return {**towns, **{name: kind for name, kind in said.items() if found.get(name) is not kind}}


class _Said:
    """What people say of names; a rule for one document comes before one for all."""

    def __init__(self, rules: Sequence[NameRule], documents: Mapping[str, Told]) -> None:
        self._rules = {(rule.uri, rule.name): rule for rule in rules}
        self._uris = {source: document.uri for source, document in documents.items()}
        self._matched: set[str] = set()
        self.kinds = {
            rule.name: NameKind(rule.kind) for rule in rules if rule.kind is not None and rule.kind != NO_NAME
        }

    def _rule(self, source: str, name: str) -> NameRule | None:
        return self._rules.get((self._uris.get(source), name)) or self._rules.get((None, name))

    def fixes(self, source: str, name: str) -> bool:
        """Whether a rule tells which form stands for a name, itself perhaps."""
        rule = self._rule(source, name)
        return rule is not None and rule.same_as is not None

    def form(self, source: str, name: str) -> str | None:
        """The form that stands for a name, as far as rules lead; None for what is no name."""
        seen: set[str] = set()
        while name not in seen and (rule := self._rule(source, name)) is not None:
            seen.add(name)
            self._matched.add(rule.where)
            if rule.kind == NO_NAME:
                return None
            name = rule.same_as or name
        return name

    def unmatched(self) -> tuple[NameRule, ...]:
        """The rules that would change something and name nobody."""
        rules = (rule for rule in self._rules.values() if rule.same_as or rule.kind == NO_NAME)
        return tuple(rule for rule in rules if rule.where not in self._matched)


class NameCount:
    """How often events and documents name each name; events are counted one by one."""

    def __init__(self) -> None:
        self._documents: dict[str, set[str]] = defaultdict(set)
        self._events: Counter[str] = Counter()

    def add(self, event: Event) -> None:
        """Counts the names of an event."""
        self._events.update(map(intern, dict.fromkeys((*event.participants, *event.places))))
        for piece in event.evidence:
            for name in (*piece.participants, *piece.places):
                self._documents[intern(name)].add(intern(piece.source_id))

    def names(self, known: Naming) -> tuple[Name, ...]:
        """The names of all events, the most told of first."""
        told = (
            Name(name, known.kinds.get(name), known.forms.get(name, ()), len(self._documents[name]), events)
            for name, events in self._events.items()
        )
        return tuple(sorted(told, key=lambda name: (-name.events, -name.documents, name.name)))


def _kinds(
    used: Mapping[str, set[str]], documents: Mapping[str, Told], as_place: Mapping[str, int]
) -> dict[str, NameKind]:
    """What each name names, as far as its words and its use tell."""
    people: Counter[str] = Counter()
    organisations: set[str] = set()
    places: set[str] = set()
    for source, names in used.items():
        told = documents.get(source)
        n = narration_of(told.language if told is not None else "en")
        explained = set(told.acronyms) | set(told.acronyms.values()) if told is not None else set[str]()
        for name in names:
            words = name.split()
            if name in n.places:
                places.add(name)
            elif words[-1] in n.organisations or words[0] in n.organisations or name in explained:
                organisations.add(name)
            elif told is not None and words[-1] in told.people:
                people[name] += 1
    kinds: dict[str, NameKind] = {}
    for name, more in as_place.items():
        if name in places or (more > 0 and name not in organisations):
            kinds[name] = NameKind.PLACE
        elif name in organisations:
            kinds[name] = NameKind.ORGANISATION
        elif people[name]:
            kinds[name] = NameKind.PERSON
    return kinds


def _same_places(used: Mapping[str, set[str]], documents: Mapping[str, Told]) -> dict[tuple[str, str], str]:
    """The usual short forms of places by their names ("U.S.")."""
    return {
        (source, name): full
        for source, names in used.items()
        if source in documents and not documents[source].put_down
        for name in names
        if (full := narration_of(documents[source].language).same_places.get(name)) is not None
    }
