"""What a review works on: documents, decisions, and the timeline that comes of both. No web in here.

A session holds the timeline as built and puts the decisions on it after each change, by whomever it was made (another
tab, another process): `refresh` looks. `step` counts what was seen, so that a page can ask what changed since.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import Any

from timeline.errors import InputError
from timeline.export.publish import publish
from timeline.merge import Applied, apply
from timeline.model.decision import Action, Decision, in_force
from timeline.model.event import Event, Evidence, Timeline
from timeline.model.text import Document
from timeline.pipeline import Options, build_reviewed
from timeline.pipeline.remembered import Known
from timeline.review import rows
from timeline.review.agenda import in_share
from timeline.store import Decisions

Item = Event | Evidence
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
KEPT_STEPS = 2000


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who reviews, which share of the events, and whether without seeing what others decided."""

    name: str
    share: tuple[int, int] = (1, 1)
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What one change made different: ids of events to show anew, and of those that are no more."""

    changed: frozenset[str]
    gone: frozenset[str]


class Session:
    """One review. Its methods may be called from any thread, one at a time."""

    def __init__(
        self,
        documents: Sequence[Document],
        options: Options,
        store: Decisions,
        reviewer: Reviewer,
        now: Callable[[], str],
        known: Known | None = None,
    ) -> None:
        self.documents = {document.id: document for document in documents}
        self.options = options
        self.store = store
        self.reviewer = reviewer
        self.lock = RLock()
        self._now = now
        self.known = known
        self._number = 0
        self._last_at = ""
        self._kept: list[tuple[int, Decision]] = []
        self._sources_by: tuple[str, ...] | None = None
        self._memory: dict[Any, Any] = {}
        self._built: Timeline | None = None
        self.applied = Applied(Timeline("", (), ()))
        self.items: dict[str, Item] = {}
        self._rows: dict[str, tuple[Item, dict[str, Any]]] = {}
        self.steps: list[Step] = []
        self.first_step = 0
        self.refresh()
        for id in self.items:
            self.row(id)  # now, and not when the page waits for them

    # What is shown

    @property
    def step(self) -> int:
        """How many changes this session has seen."""
        return self.first_step + len(self.steps)

    @property
    def timeline(self) -> Timeline:
        """The timeline with the decisions on it."""
        return self.applied.timeline

    def row(self, id: str) -> dict[str, Any]:
        """An event as the agenda shows it; made once for each version of it."""
        item = self.items[id]
        known = self._rows.get(id)
        if known is None or known[0] is not item:
            told = rows.row(item) | {"mine": in_share(id, self.reviewer.share)}
            known = self._rows[id] = (item, told)
        return known[1]

    def item(self, id: str) -> Item:
        """An event or a passage without a date, by its id or that of one of its passages. Raises InputError."""
        found = self.items.get(id)
        if found is None:
            found = next((one for one in self.items.values() if isinstance(one, Event) and _holds(one, id)), None)
        if found is None:
            raise InputError(f"there is no event {id[:40]!r} (any more); the list shows what there is")
        return found

    def document(self, id: str) -> Document:
        """A source's document. Raises InputError."""
        if id not in self.documents:
            raise InputError(f"there is no source {id[:40]!r} in this timeline")
        return self.documents[id]

    def published_day(self, source: str) -> str | None:
        """The day from which a source's relative dates count, where one is stated in full."""
        for report in self.timeline.sources:
            dating = report.source.published
            if report.source.id == source and dating is not None and dating.stated:
                found = _DAY.match(dating.value.edtf or "")
                return found[0] if found else None
        return None

    def changes(self, since: int) -> dict[str, Any] | None:
        """Rows that changed after a step, and ids that are gone; None where that is too long ago to tell."""
        if not self.first_step <= since <= self.step:
            return None
        later = self.steps[since - self.first_step :]
        changed = {id for step in later for id in (*step.changed, *step.gone)}
        return {
            "step": self.step,
            "rows": [self.row(id) for id in sorted(changed) if id in self.items],
            "gone": sorted(id for id in changed if id not in self.items),
            **self.standing(),
        }

    def standing(self) -> dict[str, Any]:
        """What can be undone and redone, and what decisions are not on the timeline."""
        undo, redo = self.last_done(), self.last_undone()
        return {
            "undo": _told(undo),
            "redo": _told([one for one in self.decisions if one.id in redo[0].undoes] if redo else []),
            "lost": [_line(decision) for decision in self.applied.lost],
            "asleep": len(self.applied.asleep),
        }

    # What was decided

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that count here, in the order in which they were kept; of a blind reviewer their own."""
        blind, name = self.reviewer.blind, self.reviewer.name
        return tuple(one for _, one in self._kept if not blind or one.reviewer == name)

    def refresh(self) -> bool:
        """Looks for decisions that others have kept, and shows them. Whether there were any. Raises StoreError."""
        new = self.store.since(self._number)
        if new:
            self._kept += new
            self._number = new[-1][0]
            self._last_at = max(self._last_at, *(decision.at for _, decision in new))
        if new or self._built is None:
            self._show()
        return bool(new)

    def keep(self, decisions: Iterable[Decision]) -> None:
        """Keeps decisions, all or none, and shows what comes of them. Raises StoreError; nothing has changed then."""
        self.store.keep(decisions)
        self.refresh()

    def stamp(self) -> str:
        """The time, later than that of any decision that was seen, so that the last word is the last."""
        now = self._now()
        if now <= self._last_at:
            base, _, micro = self._last_at.rstrip("Z").partition(".")
            now = f"{base}.{int(micro.ljust(6, '0')) + 1:06d}Z"
        self._last_at = now
        return now

    def last_done(self) -> list[Decision]:
        """The last thing that this reviewer did and that holds: one decision, or those that were taken together."""
        holding = {decision.id for decision in in_force(self.decisions)}
        mine = [one for one in self.decisions if one.reviewer == self.reviewer.name and one.id in holding]
        if not mine:
            return []
        last = mine[-1]
        return [one for one in mine if one.id == last.id or (last.batch is not None and one.batch == last.batch)]

    def last_undone(self) -> list[Decision]:
        """The undoing that a redo would undo: the last that holds, if nothing else was decided since."""
        mine = [one for one in self.decisions if one.reviewer == self.reviewer.name]
        since = next((place for place in range(len(mine), 0, -1) if mine[place - 1].action is not Action.UNDO), 0)
        later = mine[since:]
        redone = {id for one in later for id in one.undoes}
        undoings = {one.id for one in later}
        plain = [one for one in later if one.id not in redone and not undoings & set(one.undoes)]
        return plain[-1:]

    # Inside

    def _show(self) -> None:
        sources_by = tuple(sorted(one.id for one in in_force(self.decisions) if one.action is Action.SOURCE))
        if self._built is None or sources_by != self._sources_by:
            self._sources_by = sources_by
            self._built = build_reviewed(self.documents.values(), self.decisions, self.options, known=self.known).built
            self._memory.clear()
        texts = {id: document.text for id, document in self.documents.items()}
        self.applied = apply(self._built, self.decisions, texts, self._memory)
        before, now = self.items, self.applied.timeline
        everything: tuple[Item, ...] = (*now.events, *now.undated, *now.set_aside)
        self.items = {item.id: item for item in everything}
        changed = frozenset(id for id, item in self.items.items() if before.get(id) is not item)
        gone = frozenset(before.keys() - self.items.keys())
        for id in gone:
            self._rows.pop(id, None)
        self.steps.append(Step(changed, gone))
        if len(self.steps) > KEPT_STEPS:
            self.first_step += 1
            self.steps.pop(0)


def published(session: Session) -> Any:
    """The timeline as it is published, as `schema.Timeline`."""
    return publish(session.timeline)


def _holds(event: Event, id: str) -> bool:
    return any(piece.id == id for piece in event.evidence)


def _told(decisions: Sequence[Decision]) -> str | None:
    """What an undo would take back, in words."""
    if not decisions:
        return None
    actions = list(dict.fromkeys(decision.action for decision in decisions))
    word = _WORDS[Action.EDIT if Action.EDIT in actions else actions[0]]
    events = len(decisions) - (len(actions) > 1)
    return word if events <= 1 else f"{word} ({events} events)"


def _line(decision: Decision) -> str:
    target = decision.targets[0] if decision.targets else None
    words = (target.quote if target else decision.patch.quote) or ""
    uri = (target.uri if target else decision.patch.uri) or "?"
    return f"{_WORDS[decision.action]} by {decision.reviewer} in {uri}: {' '.join(words.split())[:200]}"


_WORDS = {
    Action.ACCEPT: "accept",
    Action.REJECT: "reject",
    Action.EDIT: "correction",
    Action.MERGE: "merge",
    Action.SPLIT: "split",
    Action.ADD: "added event",
    Action.NOTE: "note",
    Action.SOURCE: "date of a source",
    Action.UNDO: "undo",
}
