"""What happened, who says so, and what people decided about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.model.locator import NOWHERE, Locator
from timeline.model.quick import quickly_made
from timeline.model.text import UNTOLD, PartKind, Resolution, Source, Span
from timeline.model.value import TimeValue


class Factuality(StrEnum):
    """Whether it came about, as the words have it."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    EXPECTED = "expected"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    RECURRING = "recurring"


class Role(StrEnum):
    """Whether a passage tells the event or mentions it in passing."""

    REPORTS = "reports"
    REFERS = "refers"


class Fate(StrEnum):
    """What became of a mention. Every mention has exactly one."""

    EVIDENCE = "evidence"
    UNDATED = "undated"
    SET_ASIDE = "set_aside"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"


class Status(StrEnum):
    """What people decided of an event."""

    CANDIDATE = "candidate"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Review:
    """What people decided of an event, or of a passage without a date: the last who did, when, and what they noted.

    `title` and `date` are what the program had made of it, where somebody changed that. `changed`: it is no longer
    what was accepted, which `seen_title` and `seen_date` (EDTF) keep. `dissent`: what each reviewer said, where two
    do not agree, as (reviewer, what) in order of names.
    """

    by: str
    at: str
    note: str | None = None
    title: str | None = None
    date: TimeValue | None = None
    changed: bool = False
    seen_title: str | None = None
    seen_date: str | None = None
    dissent: tuple[tuple[str, str], ...] = ()


BY_HAND = ""
"""The source of a passage that a person added without one: it has no quote, and its spans are empty."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage that dates one happening.

    `id` = hash(source id, date span, head span): nothing in it that a better rule elsewhere could change.
    Spans are code points of the source's text as read; `quote` holds `date` and `head`.
    """

    id: str
    source_id: str
    fate: Fate
    when: Resolution
    quote: Span
    quote_text: str
    head: Span | None
    head_text: str | None
    title: str
    part: PartKind
    role: Role
    factuality: Factuality
    attributed_to: str | None = None
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """Tags of a row that a person put down."""
    locator: Locator = NOWHERE
    confidence: float = 1.0
    reason: str | None = None
    """Why it is undated or set aside; None for evidence."""
    named_by_date: bool = False
    """The date itself names the happening ("the October 7 attack")."""
    lead: bool = False
    """It stands in the title or the first five sentences, where an article tells what it is about."""
    status: Status = Status.CANDIDATE
    """What people decided of a passage without a date; of one in an event, the event tells."""
    review: Review | None = None
    joined: str | None = None
    """Why it was joined to its event, in plain words; None for an event's first piece."""


def mentions_by_fate(pieces: Iterable[Evidence]) -> Counter[tuple[str, Fate]]:
    """How many mentions of each source have each fate, each once however many happenings it dates.

    What no words date is no mention: a lead that rests on its document's own date, what a speaker goes on to say.
    """
    told = {
        (piece.source_id, piece.when.mention.span, piece.quote, piece.fate)
        for piece in pieces
        if piece.when.mention.rule not in UNTOLD
    }
    return Counter((source_id, fate) for source_id, _, _, fate in told)


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Name:
    """One who or place over all documents: the form that stands for it, its others, and where it occurs."""

    name: str
    kind: NameKind | None
    forms: tuple[str, ...] = ()
    documents: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """A date that some evidence gives and the event's own date contradicts."""

    date: TimeValue
    evidence: tuple[str, ...]
    note: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Event:
    """A happening with all the evidence for it. `id` is its smallest evidence id."""

    id: str
    title: str
    when: TimeValue
    evidence: tuple[Evidence, ...]
    confidence: float
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    factuality: Factuality = Factuality.HAPPENED
    importance: float = 0.0
    conflicts: tuple[Conflict, ...] = ()
    correction: str | None = None
    """What readers are told of a change since it was published."""
    maybe_same: tuple[str, ...] = ()
    """The ids of events that may be this one; only a person joins them."""
    status: Status = Status.CANDIDATE
    edited: bool = False
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read or worked on. `stage`: read, extract, ...; `code` is for programs."""

    uri: str
    stage: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is nobody's document: counted, not a failure."""

    uri: str
    why: str


@dataclass(frozen=True, slots=True)
class SourceReport:
    """A source with the count of its mentions by fate (they add up to the mentions found), and of its words."""

    source: Source
    fates: tuple[tuple[Fate, int], ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything a build yields; `events` in order of time.

    The sequences are tuples, or read from a disk at every iteration where there is too much to hold.
    """

    title: str
    sources: Sequence[SourceReport]
    events: Sequence[Event]
    undated: Sequence[Evidence] = ()
    set_aside: Sequence[Evidence] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    names: tuple[Name, ...] = ()
    left_out: int = 0
    """How many less important events were found besides, and not kept."""
