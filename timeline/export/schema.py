"""The published types: what `timeline.json` holds, version 1.

Others rely on these names: add, never rename. The mapping from the program's own data is in `publish`.
Spans are `[start, end]`, half-open, in code points of the text as read.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal[1] = 1

Kind = Literal["point", "span", "since", "until"]
Basis = Literal["explicit", "dct", "mention", "heading", "sources", "markup", "import", "reviewer"]
Factuality = Literal["happened", "ongoing", "planned", "expected", "denied", "hypothetical", "recurring"]
Status = Literal["candidate", "accepted", "rejected"]
Precision = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "season", "half",
    "year", "decade", "century", "millennium",
]  # fmt: skip
Modifier = Literal[
    "APPROX", "START", "MID", "END", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
    "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
]  # fmt: skip
Confidence = Annotated[float, Field(ge=0, le=1)]
Span = tuple[int, int]


class Published(BaseModel):
    """The root of the published types: frozen, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Date(Published):
    """A date as told: never more precise than the words."""

    edtf: str = Field(description="ISO 8601-2 (EDTF) level 0/1, level 2 where it names something real")
    timex: str = Field(description="the TIMEX3 value of the same date")
    start: str | None = Field(description="first possible full ISO day, inclusive; null where open")
    end: str | None = Field(description="last possible full ISO day, inclusive; null where open")
    kind: Kind
    precision: Precision
    mod: Modifier | None
    calendar: Literal["gregorian", "julian"]
    display: str = Field(description='for people: "24 Dec 2023"')
    approximate: bool
    uncertain: bool


class Locator(Published):
    """Where a quote stands in the original, for a person; each part or null."""

    page: int | None = Field(default=None, description="counted from 1")
    page_label: str | None = Field(default=None, description="the number that is printed on the page")
    last_page: int | None = Field(default=None, description="where a quote ends that goes on on a later page")
    line: int | None = Field(default=None, description="of the page, else of the text")
    paragraph: int | None = None
    row: int | None = Field(default=None, description="of a table or a file of records")
    time: str | None = Field(default=None, description="the time code of a transcript")
    header: str | None = Field(default=None, description="the field of a mail's header")
    selector: str | None = Field(default=None, description="the CSS path of the element in a web page")
    box: tuple[float, float, float, float] | None = Field(
        default=None, description="left, bottom, right, top on a PDF page, in points from its lower left corner"
    )


class DateFates(Published):
    """How many date mentions were found in a source and what became of each; the rest add up to `mentions`."""

    mentions: int
    evidence: int
    undated: int
    set_aside: int
    duration: int
    set: int
    vague: int


class Source(Published):
    """A document that was read."""

    id: str
    key: str | None = Field(description="the record's own id")
    uri: str = Field(description="relative to what was given; a record's url, else FILE#id; ARCHIVE/NAME of a member")
    address: str | None = Field(default=None, description="the web address that the document gives as its own")
    label: str = Field(description="a short name to cite")
    title: str
    publisher: str | None
    author: str | None
    published: Date | None = Field(description="when it was written; approximate bounds where only its text tells")
    published_from: str | None = Field(description='"json-ld", "byline", "url" ...; "text" for what is worked out')
    published_why: tuple[str, ...] = Field(default=(), description="what says so, and what says otherwise")
    updated: Date | None = Field(default=None, description="its last change, where that is stated")
    language: str | None
    media_type: str
    text_sha256: str
    copies: tuple[str, ...] = Field(description="uris of identical copies")
    copy_of: str | None = Field(default=None, description="id of the source that has the same text with small changes")
    calendar: Literal["gregorian", "julian"] | None = Field(default=None, description="of its dates, where it is told")
    date_order: Literal["day first", "month first"] | None = Field(
        default=None, description="how it writes 10/7/2023, where it is told"
    )
    words: int = Field(default=0, description="how many words its text has")
    dates: DateFates


class Evidence(Published):
    """A passage that dates a happening. Spans may be null on what was added by hand or imported."""

    id: str
    source: str | None
    quote: str | None
    quote_span: Span | None
    date_text: str | None
    date_span: Span | None
    head: str | None
    head_span: Span | None
    date: Date | None
    basis: Basis
    why: tuple[str, ...]
    alternatives: tuple[Date, ...]
    confidence: Confidence
    part: str
    lead: bool = Field(default=False, description="in the title or the first five sentences of its article")
    role: Literal["reports", "refers"]
    factuality: Factuality
    attributed_to: str | None
    locator: Locator
    joined: str | None = Field(
        default=None, description="why it was joined to its event, in plain words; null for an event's first evidence"
    )


class Opinion(Published):
    """What one reviewer says of an event."""

    by: str
    says: str


class Was(Published):
    """What the program had made of an event before a person changed it."""

    title: str
    date: Date


class Review(Published):
    """What people decided."""

    by: str = Field(description="the last who decided")
    at: str = Field(description="when, in UTC")
    was: Was | None = Field(default=None, description="null where nobody changed its title or date")
    note: str | None = None
    changed: bool = Field(default=False, description="it is no longer what was accepted, and wants another look")
    dissent: tuple[Opinion, ...] = Field(default=(), description="where two reviewers do not agree: what each says")


class Unplaced(Evidence):
    """Evidence that is not on the timeline, and why."""

    reason: str
    status: Status = Field(default="candidate", description="accepted: people agree that it cannot be placed")
    review: Review | None = None


class Conflict(Published):
    """A date that some evidence gives against the event's own."""

    date: Date
    evidence: tuple[str, ...]
    note: str


class Counts(Published):
    """How many tell an event."""

    quotes: int = Field(description="passages that tell it or mention it")
    sources: int
    publishers: int = Field(description="that are known")
    independent: int = Field(
        description="reports that are neither copies of one text nor from one publisher; mere mentions add none"
    )


class Event(Published):
    """A happening and all the evidence for it (at least one)."""

    id: str
    title: str
    date: Date
    confidence: Confidence = Field(description="that the date is right")
    status: Status
    edited: bool
    participants: tuple[str, ...]
    places: tuple[str, ...]
    tags: tuple[str, ...]
    factuality: Factuality
    importance: Confidence
    conflicts: tuple[Conflict, ...]
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    counts: Counts | None = Field(default=None, description="null in what was written before they were counted")
    correction: str | None = Field(default=None, description="what readers are told of a change since it was published")
    maybe_same: tuple[str, ...] = Field(
        default=(), description="ids of events that may be the same happening; only a person joins them"
    )
    review: Review | None = Field(default=None, description="null where nobody has looked at it")


class Failure(Published):
    """Something that could not be read or worked on."""

    uri: str
    stage: str
    code: str
    message: str


class Timeline(Published):
    """A whole `timeline.json`. Events by start (else end), end, id."""

    schema_version: Literal[1] = SCHEMA_VERSION
    title: str
    sources: tuple[Source, ...]
    events: tuple[Event, ...]
    undated: tuple[Unplaced, ...]
    set_aside: tuple[Unplaced, ...]
    failures: tuple[Failure, ...]
