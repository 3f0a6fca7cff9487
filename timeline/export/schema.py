"""The published types: what `timeline.json` holds, version 1.

Others rely on these names: add, never rename. The mapping from the program's own data is in `publish`.
Spans are `[start, end]`, half-open, in code points of the text as read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

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

Item = TypeVar("Item")
Series = Annotated[Sequence[Item], AfterValidator(tuple)]
"""A tuple where it was read or given; `publish` makes one that is worked out as it is read, where there is much."""


class Published(BaseModel):
    """The root of the published types: frozen, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Date(Published):
    """A date as told: never more precise than the words."""

    edtf: str = Field(description="ISO 8601-2 (EDTF) level 0/1, level 2 where it names something real")
    timex: str = Field(description="the TIMEX3 value of the same date")
    start: str | None = Field(description="first possible full ISO day, inclusive; null where open")
    end: str | None = Field(description="last possible full ISO day, inclusive; null where open")
    kind: Kind = Field(description="point: somewhere in it; span: all of it; since and until: open on one side")
    precision: Precision = Field(description="how fine it is told")
    mod: Modifier | None = Field(description="TIMEX3's word for what bends it")
    calendar: Literal["gregorian", "julian"] = Field(description="of the words; start and end are Gregorian")
    display: str = Field(description='for people: "24 Dec 2023"')
    approximate: bool = Field(description='told as "about"')
    uncertain: bool = Field(description='told as "perhaps"')


class Locator(Published):
    """Where a quote stands in the original, for a person; each part or null."""

    page: int | None = Field(default=None, description="counted from 1")
    page_label: str | None = Field(default=None, description="the number that is printed on the page")
    last_page: int | None = Field(default=None, description="where a quote ends that goes on on a later page")
    line: int | None = Field(default=None, description="of the page, else of the text")
    paragraph: int | None = Field(default=None, description="counted from 1")
    row: int | None = Field(default=None, description="of a table or a file of records")
    time: str | None = Field(default=None, description="the time code of a transcript")
    header: str | None = Field(default=None, description="the field of a mail's header")
    selector: str | None = Field(default=None, description="the CSS path of the element in a web page")
    box: tuple[float, float, float, float] | None = Field(
        default=None, description="left, bottom, right, top on a PDF page, in points from its lower left corner"
    )


class DateFates(Published):
    """How many date mentions were found in a source and what became of each; the rest add up to `mentions`."""

    mentions: int = Field(description="found in all")
    evidence: int = Field(description="make events")
    undated: int = Field(description="cannot be placed")
    set_aside: int = Field(description="are not the article's own")
    duration: int = Field(description="are lengths of time")
    set: int = Field(description="are repeated")
    vague: int = Field(description="say no time (now, recently)")


class Source(Published):
    """A document that was read."""

    id: str = Field(description="hash of its text: identical copies are one source")
    key: str | None = Field(description="the record's own id")
    uri: str = Field(description="relative to what was given; a record's url, else FILE#id; ARCHIVE/NAME of a member")
    address: str | None = Field(default=None, description="the web address that the document gives as its own")
    label: str = Field(description="a short name to cite")
    title: str = Field(description="its title, else its first line or its file's name")
    publisher: str | None = Field(description="who published it")
    author: str | None = Field(description="who wrote it, as it says itself")
    published: Date | None = Field(description="when it was written; approximate bounds where only its text tells")
    published_from: str | None = Field(description='"json-ld", "byline", "url" ...; "text" for what is worked out')
    published_why: tuple[str, ...] = Field(default=(), description="what says so, and what says otherwise")
    updated: Date | None = Field(default=None, description="its last change, where that is stated")
    language: str | None = Field(description="ISO 639 code")
    media_type: str = Field(description="what it was read as")
    text_sha256: str = Field(description="of its text as read")
    copies: tuple[str, ...] = Field(description="uris of identical copies")
    copy_of: str | None = Field(default=None, description="id of the source that has the same text with small changes")
    calendar: Literal["gregorian", "julian"] | None = Field(default=None, description="of its dates, where it is told")
    date_order: Literal["day first", "month first"] | None = Field(
        default=None, description="how it writes 10/7/2023, where it is told"
    )
    words: int = Field(default=0, description="how many words its text has")
    dates: DateFates = Field(description="what became of the dates in it")


class Evidence(Published):
    """A passage that dates a happening. Spans may be null on what was added by hand or imported."""

    id: str = Field(description="hash of the source, the date's place and the head's")
    source: str | None = Field(description="id of the source; null where a person added it without one")
    quote: str | None = Field(description="the sentence, word for word")
    quote_span: Span | None = Field(description="where it stands in the source's text")
    date_text: str | None = Field(description="the words of the date")
    date_span: Span | None = Field(description="where they stand")
    head: str | None = Field(description="the word that names the happening")
    head_span: Span | None = Field(description="where it stands")
    date: Date | None = Field(description="what the words mean; null where that is not known")
    basis: Basis = Field(
        description="what it was worked out from; dct: the day of writing; import: a person's own list"
    )
    why: tuple[str, ...] = Field(description="the steps that led to the date, in words")
    alternatives: tuple[Date, ...] = Field(description="other readings")
    confidence: Confidence = Field(description="that the date is right")
    part: str = Field(description="what the passage is in: title, body, caption, teaser ...")
    lead: bool = Field(default=False, description="in the title or the first five sentences of its article")
    role: Literal["reports", "refers"] = Field(description="reports it, or mentions it in passing")
    factuality: Factuality = Field(description="whether it came about, as this passage has it")
    attributed_to: str | None = Field(description="who says so, where the passage names them")
    locator: Locator = Field(description="where the quote stands in the original")
    joined: str | None = Field(
        default=None, description="why it was joined to its event, in plain words; null for an event's first evidence"
    )


class Opinion(Published):
    """What one reviewer says of an event."""

    by: str = Field(description="who")
    says: str = Field(description="what")


class Was(Published):
    """What the program had made of an event before a person changed it."""

    title: str = Field(description="its title then")
    date: Date = Field(description="its date then")


class Review(Published):
    """What people decided."""

    by: str = Field(description="the last who decided")
    at: str = Field(description="when, in UTC")
    was: Was | None = Field(default=None, description="null where nobody changed its title or date")
    note: str | None = Field(default=None, description="what they noted")
    changed: bool = Field(default=False, description="it is no longer what was accepted, and wants another look")
    dissent: tuple[Opinion, ...] = Field(default=(), description="where two reviewers do not agree: what each says")


class Unplaced(Evidence):
    """Evidence that is not on the timeline, and why."""

    reason: str = Field(description="why it is not on the timeline")
    status: Status = Field(default="candidate", description="accepted: people agree that it cannot be placed")
    review: Review | None = Field(default=None, description="null where nobody has decided on it")


class Conflict(Published):
    """A date that some evidence gives against the event's own."""

    date: Date = Field(description="the other date")
    evidence: tuple[str, ...] = Field(description="ids of the passages that give it")
    note: str = Field(description='who says which: "Harbour Courier says 16 Feb 2025; Levant Digest says 15 Feb 2025"')


class Counts(Published):
    """How many tell an event."""

    quotes: int = Field(description="passages that tell it or mention it")
    sources: int = Field(description="that tell it")
    publishers: int = Field(description="that are known")
    independent: int = Field(
        description="reports that are neither copies of one text nor from one publisher; mere mentions add none"
    )


class Event(Published):
    """A happening and all the evidence for it (at least one)."""

    id: str = Field(description="smallest of its passages' ids; any of them is as good")
    title: str = Field(description="what happened, in the words of a source or of a person")
    date: Date = Field(description="the best date that its passages give, or a person")
    confidence: Confidence = Field(description="that the date is right")
    status: Status = Field(description="what people decided")
    edited: bool = Field(description="a person changed it")
    participants: tuple[str, ...] = Field(description="who or what took part")
    places: tuple[str, ...] = Field(description="where it was")
    tags: tuple[str, ...] = Field(description="what people called it by")
    factuality: Factuality = Field(description="whether it came about, as the words have it")
    importance: Confidence = Field(description="among the others: 0 to 1, never quite 1")
    conflicts: tuple[Conflict, ...] = Field(description="dates that some passages give against it")
    evidence: tuple[Evidence, ...] = Field(min_length=1, description="what tells it, the most telling first")
    counts: Counts | None = Field(default=None, description="null in what was written before they were counted")
    correction: str | None = Field(default=None, description="what readers are told of a change since it was published")
    maybe_same: tuple[str, ...] = Field(
        default=(), description="ids of events that may be the same happening; only a person joins them"
    )
    review: Review | None = Field(default=None, description="null where nobody has looked at it")


class Failure(Published):
    """Something that could not be read or worked on."""

    uri: str = Field(description="what, and where in it")
    stage: str = Field(description="read, extract, events ...")
    code: str = Field(description="a short stable word for programs")
    message: str = Field(description="what is wrong, and what to do")


class Timeline(Published):
    """A whole `timeline.json`. Events by start (else end), end, id."""

    schema_version: Literal[1] = Field(default=SCHEMA_VERSION, description="raised when readers of it would break")
    title: str = Field(description="the title that was given, else the folder's or the document's")
    sources: Series[Source] = Field(description="what was read, in order of uri")
    events: Series[Event] = Field(description="in order of time")
    undated: Series[Unplaced] = Field(description="dates that cannot be placed, each with the reason")
    set_aside: Series[Unplaced] = Field(description="dates that are not the article's own, each with the reason")
    failures: tuple[Failure, ...] = Field(description="what could not be read or worked on")
    left_out: int = Field(default=0, description="less important events that were found and not kept (`--top`)")
