"""Documents and what is found in them. Offsets are code points of the text as read, half-open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from timeline.model.expression import Expression
from timeline.model.locator import Place
from timeline.model.quick import quickly_made
from timeline.model.value import Calendar, TimeValue


class Span(NamedTuple):
    """A stretch of text: code points, half-open. Why a tuple: a text has thousands, compared and looked up in C."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other lies inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class PartKind(StrEnum):
    """What a stretch of a document is."""

    TITLE = "title"
    HEADING = "heading"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    TABLE = "table"
    LIST = "list"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    BOILERPLATE = "boilerplate"


SET_ASIDE_PARTS = frozenset({PartKind.TEASER, PartKind.BOILERPLATE})
"""Parts that are not the article: their dates make no events."""


@dataclass(frozen=True, slots=True)
class Part:
    """A marked stretch; what is unmarked is body. Sorted by start, never overlapping."""

    kind: PartKind
    span: Span


class DateOrigin(StrEnum):
    """Where a document's own date was found, strongest first."""

    GIVEN = "given"
    REVIEWER = "reviewer"
    """A person who reviewed the timeline said so of this one document."""
    SIDECAR = "sources.csv"
    RECORD = "record"
    MAIL_HEADER = "mail-header"
    FEED = "feed"
    JSON_LD = "json-ld"
    META = "meta"
    TIME_ELEMENT = "time-element"
    HEADER = "header"
    BYLINE = "byline"
    DATELINE = "dateline"
    STAMP = "stamp"
    """A stamp on every page that says when it was filed."""
    URL = "url"
    FILE_NAME = "file-name"
    PDF = "pdf"
    ENCLOSING_MAIL = "enclosing-mail"
    """When the mail was sent that it is attached to: it was there by then."""
    FILE_TIME = "file-time"
    TEXT = "text"
    """Worked out from the dates that the text tells: bounds, never a day."""


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A place that may tell when the document was written; `text` as found, `span` where it is in the text."""

    text: str
    origin: DateOrigin
    span: Span | None = None
    update: bool = False
    """It is said to be the day of a later change, not of the first publication."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter, a diary entry, a post: a stretch of a document under a date of its own, heading included."""

    span: Span
    date: DateCandidate


@dataclass(frozen=True, slots=True)
class Dating:
    """When a document was written, and how that is known. `stated` is False for one worked out from the text."""

    value: TimeValue
    origin: str
    stated: bool
    steps: tuple[str, ...] = ()
    confidence: float = 1.0
    alternatives: tuple[TimeValue, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from. `id` is a hash of its canonical text: identical copies are one source."""

    id: str
    uri: str
    label: str
    title: str
    text_sha256: str
    media_type: str
    key: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    published: Dating | None = None
    updated: Dating | None = None
    """The day of its last change, where that is stated."""
    copies: tuple[str, ...] = ()
    copy_of: str | None = None
    """The id of another source with the same text but for small changes, the first of them."""
    calendar: Calendar | None = None
    """The calendar that its dates are in, where somebody says so."""
    day_first: bool | None = None
    """How it writes 10/7/2023, where somebody says so."""
    address: str | None = None
    """The web address that the document gives as its own."""
    corrected: str | None = None
    """The row of `sources.csv` that says what is wrong or missing of it."""


@dataclass(frozen=True, slots=True)
class NameRule:
    """What somebody says of a name: the form that stands for it, its kind, or that it is none.

    `uri`: the document it holds for, or None for all; `where`: the row that says so, for messages.
    """

    name: str
    where: str
    same_as: str | None = None
    kind: str | None = None
    uri: str | None = None


NO_NAME = "not a name"
"""The kind of what only looks like a name."""


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A date that markup gives for a stretch of text (`<date when>`, `<time datetime>`): EDTF, taken as given.

    `alone`: it makes a date even of words that name none.
    """

    span: Span
    edtf: str
    alone: bool = True


MARKUP = "markup"
"""The rule that read a date which the markup gives."""
LEAD = "lead"
"""The rule of a date that no words tell: a document's own, on which its lead rests. Its text and span are empty."""
SAID = "said"
"""... and the day on which a speech was made, of what its speaker goes on to say."""
UNTOLD = frozenset({LEAD, SAID})
"""The rules of dates that no words tell: they are no mentions."""


@dataclass(frozen=True, slots=True)
class Row:
    """A happening that a person put down: a row of a chronology, an entry of a calendar. Spans of the text.

    `edtf` is the date where it was given as data, else it is in the words of `date` (empty: none is told).
    """

    span: Span
    date: Span
    title: Span
    edtf: str | None = None
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read. No stage edits `text`; all spans point into it.

    `given`: dates that the markup states, by start; `places`: where the text stands in the original, by start;
    `recognised`: the text was read from pictures of pages (OCR); `entries`: letters or posts under their own dates.
    """

    source: Source
    text: str
    parts: tuple[Part, ...] = ()
    date_candidates: tuple[DateCandidate, ...] = ()
    given: tuple[GivenDate, ...] = ()
    places: tuple[Place, ...] = ()
    recognised: bool = False
    entries: tuple[Entry, ...] = ()
    rows: tuple[Row, ...] = ()
    """What a chronology is made of: its events are these rows, as they stand."""
    names: tuple[NameRule, ...] = ()
    """What is said of names beside it."""

    @property
    def id(self) -> str:
        """The source's id: one source, one document."""
        return self.source.id


class MentionType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@quickly_made
@dataclass(frozen=True, slots=True)
class Mention:
    """A date expression found: `text == document.text[span.start:span.end]`.

    `parts` holds the mentions a range is made of: taggers report those, a timeline the whole.
    `rule` names the rule that read it ("en.relative.ago"); `read_as` is what slips of recognition were taken for.
    """

    document_id: str
    span: Span
    text: str
    type: MentionType
    expression: Expression
    rule: str
    language: str
    parts: tuple[Mention, ...] = ()
    read_as: str | None = None


class AnchorKind(StrEnum):
    """What a date was worked out from; published as `basis`."""

    EXPLICIT = "explicit"
    DCT = "dct"
    MENTION = "mention"
    HEADING = "heading"
    SOURCES = "sources"
    MARKUP = "markup"
    IMPORT = "import"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date was worked out from, and where that stands in the text."""

    kind: AnchorKind
    span: Span | None = None
    value: TimeValue | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Resolution:
    """What a mention means, with the steps that led there in words.

    `value` None: it cannot be placed, and `reason` says why.
    """

    mention: Mention
    value: TimeValue | None
    anchor: Anchor
    steps: tuple[str, ...] = ()
    confidence: float = 1.0
    alternatives: tuple[TimeValue, ...] = ()
    reason: str | None = None
    yearless: bool = False
    """The words name a day or month but no year: other sources may settle it."""
