"""What a person decided of a passage or a source, as plain data that is never changed, only added to.

A decision is about evidence (DESIGN: merging is a must-link, splitting a cannot-link), and carries what a later build
needs to find that evidence again: the source's uri, the quote, the words of the date.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cached_property
from typing import TypedDict

from timeline.model import edtf
from timeline.model.event import Event, Evidence, Factuality
from timeline.model.period import modified
from timeline.model.text import Span
from timeline.model.value import Granularity, Kind, Mod, TimeValue


class Action(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    """Another title, date, participants ...: what the patch names, and nothing else."""
    MERGE = "merge"
    """The targets, and all that stands with them, tell one event."""
    SPLIT = "split"
    """The targets tell another event than what stands with them."""
    ADD = "add"
    """An event that no rule found; the patch is the event."""
    NOTE = "note"
    SOURCE = "source"
    """When a source was written: every date that counts from it is read again."""
    UNDO = "undo"
    """The decisions in `undoes` do not hold; undone itself, they hold again."""


@dataclass(frozen=True, slots=True)
class Target:
    """A passage, and by what to find it where its id is gone (a corrected copy of the document has other ids)."""

    evidence: str
    uri: str | None = None
    quote: str | None = None
    date_text: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """What was shown when somebody decided: if a later build tells it otherwise, they are asked again."""

    title: str
    edtf: str | None
    factuality: str
    conflicts: tuple[str, ...] = ()

    @property
    def seen(self) -> str:
        """A hash of it, 16 hexadecimal digits."""
        return _digest([self.title, self.edtf, self.factuality, list(self.conflicts)])


@dataclass(frozen=True, slots=True)
class Patch:
    """What a decision changes; None leaves it as it was, an empty tuple empties it.

    `edtf` is the event's date, or in a decision on a source the day on which it was written. `source_id`, `uri`,
    `quote_span` and `date_span` are for passages that a person marked: code points of the source's text as read.
    """

    title: str | None = None
    edtf: str | None = None
    participants: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    factuality: Factuality | None = None
    source_id: str | None = None
    uri: str | None = None
    quote: str | None = None
    quote_span: Span | None = None
    date_text: str | None = None
    date_span: Span | None = None
    correction: str | None = None
    """What readers are told of the change, where it was published before."""
    timex: str | None = None
    mod: Mod | None = None
    """With `timex`, what EDTF cannot tell of the date: "early May", "the week of". The first versions kept neither."""


NO_PATCH = Patch()


class DateFields(TypedDict):
    """A date as a patch has it."""

    edtf: str | None
    timex: str | None
    mod: Mod | None


def date_fields(value: TimeValue) -> DateFields:
    """What a patch must hold of a date, so that `value_of` gives it back."""
    return {"edtf": value.edtf, "timex": value.timex, "mod": value.mod}


def value_of(patch: Patch) -> TimeValue:
    """The date that a patch gives. Raises EdtfError."""
    text = patch.edtf or ""
    if patch.mod in _OPEN:
        text = text.removeprefix("../").removesuffix("/..")
    value = edtf.parse(text)
    if patch.timex is not None and patch.mod not in _OPEN:
        value = replace(value, timex=patch.timex)
    if week := _WEEK.fullmatch(patch.timex or ""):
        value = replace(value, kind=Kind.POINT, granularity=Granularity.DAY if week[1] else Granularity.WEEK)
    return value if patch.mod is None else modified(value, patch.mod)


_OPEN = frozenset({Mod.BEFORE, Mod.ON_OR_BEFORE, Mod.AFTER, Mod.ON_OR_AFTER})
_WEEK = re.compile(r"\d{4}-W\d\d(-WE)?")


@dataclass(frozen=True)
class Decision:
    """One decision. `at` is an ISO instant in UTC; `shown` is what the person saw; `undoes` holds decisions' ids.

    `batch` names decisions that were taken, and are undone, as one.
    """

    action: Action
    reviewer: str
    at: str
    targets: tuple[Target, ...] = ()
    patch: Patch = NO_PATCH
    shown: Version | None = None
    note: str | None = None
    undoes: tuple[str, ...] = ()
    batch: str | None = None

    @cached_property
    def id(self) -> str:
        """A hash of everything in it: the same decision brought in twice is one."""
        # Why cached, and the class without slots: it is asked for again at every change of a review.
        return "d" + _digest(_plain(self))

    @property
    def seen(self) -> str | None:
        """The hash of what was shown."""
        return self.shown.seen if self.shown else None


def version_of(event: Event) -> Version:
    """What a reviewer sees of an event and would want to know the change of."""
    conflicts = tuple(sorted(conflict.date.edtf or "" for conflict in event.conflicts))
    return Version(event.title, event.when.edtf, event.factuality.value, conflicts)


def version_of_passage(piece: Evidence) -> Version:
    """The same of a passage that has no place in time yet."""
    value = piece.when.value
    return Version(piece.title, value.edtf if value else None, piece.factuality.value)


def target_of(piece: Evidence, uri: str | None) -> Target:
    """A passage as a decision names it."""
    return Target(piece.id, uri, piece.quote_text or None, piece.when.mention.text or None)


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, oldest first: none that is undone, and no undoing itself.

    In order of `at`, then of id, so that two machines which have the same decisions come to the same end.
    """
    named = {decision.id: decision for decision in decisions}
    undone = _undone(named)
    holding = [id for id, told in named.items() if told.action is not Action.UNDO and id not in undone]
    return tuple(named[id] for id in sorted(holding, key=lambda id: (named[id].at, id)))


def _undone(decisions: Mapping[str, Decision]) -> set[str]:
    """What no longer holds: undone by an undoing that is not undone itself."""
    undoers: dict[str, list[str]] = defaultdict(list)
    for id, decision in decisions.items():
        for target in decision.undoes:
            undoers[target].append(id)
    waiting = {id: len(undoers[id]) for id in decisions}
    undone: set[str] = set()
    settled = [id for id in decisions if not waiting[id]]
    # Why in this order: whether an undoing holds is known before what it undoes is judged, whatever the clocks said.
    while settled:
        id = settled.pop()
        if any(undoer not in undone for undoer in undoers[id]):
            undone.add(id)
        for target in decisions[id].undoes:
            if target in waiting:
                waiting[target] -= 1
                if not waiting[target]:
                    settled.append(target)
    return undone


def _plain(value: object) -> object:
    """Nested lists of everything that is set, for the hash; a new field that is not used changes no id."""
    if isinstance(value, Decision | Target | Version | Patch):
        told = ((field.name, getattr(value, field.name)) for field in fields(value))
        return [[name, _plain(part)] for name, part in told if part not in (None, (), NO_PATCH)]
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
