"""What becomes of a mention. Comes in: a resolution and its document. Goes out: its one `Fate`, and why."""

from __future__ import annotations

from bisect import bisect_right

from timeline.events.aside import is_comparison, is_credit, is_edition, is_figure, is_listed, is_lookup, is_stamp
from timeline.language import pack
from timeline.model.event import Fate
from timeline.model.expression import Vague
from timeline.model.text import (
    SET_ASIDE_PARTS,
    DateOrigin,
    Document,
    MentionType,
    PartKind,
    Resolution,
    Span,
)
from timeline.model.value import Granularity

_OWN_DATE_PARTS = frozenset({PartKind.BYLINE, PartKind.DATELINE})
_OWN_DATE_ORIGINS = frozenset({DateOrigin.HEADER, DateOrigin.BYLINE, DateOrigin.DATELINE})

TEASER = "in a teaser of another story"
BOILERPLATE = "in the page's boilerplate, not in the article"
OWN_DATE = "the document's own date"
COMPARISON = "a comparison with that time; nothing is told of it"
CREDIT = "a picture credit"
STAMP = "when the page was put up or changed"
FIGURE = "a manner of speaking; it means no day"
EDITION = "which paper or price is meant; nothing is told of the day"
LOOKED_UP = "the day on which somebody looked it up"
UNPLACED = "nothing in the text tells which date is meant"


def fate_of(resolution: Resolution, document: Document, aside: frozenset[PartKind] = SET_ASIDE_PARTS) -> Fate:
    """What becomes of a mention: exactly one fate; `aside` are the parts whose dates make no events."""
    return fate_and_reason(resolution, document, aside)[0]


def fate_and_reason(
    resolution: Resolution, document: Document, aside: frozenset[PartKind] = SET_ASIDE_PARTS
) -> tuple[Fate, str | None]:
    """A mention's fate, with the reason where it is undated or set aside."""
    counted = counted_only(resolution)
    if counted is not None:
        return counted, None
    mention, value = resolution.mention, resolution.value
    part = part_at(document, mention.span)
    if part in aside:
        return Fate.SET_ASIDE, TEASER if part is PartKind.TEASER else BOILERPLATE
    if part in _OWN_DATE_PARTS or _is_own_date(document, mention.span):
        return Fate.SET_ASIDE, OWN_DATE
    narration = pack(mention.language).narration
    if part is PartKind.FOOTNOTE and is_lookup(document.text, mention.span, narration):
        return Fate.SET_ASIDE, LOOKED_UP
    if is_stamp(document.text, mention.span, narration):
        return Fate.SET_ASIDE, STAMP
    if is_listed(document.text, mention.span):
        return Fate.SET_ASIDE, TEASER
    if is_figure(document.text, mention.span, narration):
        return Fate.SET_ASIDE, FIGURE
    if is_edition(document.text, mention.span, narration):
        return Fate.SET_ASIDE, EDITION
    if is_comparison(document.text, mention.span, narration):
        return Fate.SET_ASIDE, COMPARISON
    if (
        value is not None
        and value.granularity is Granularity.YEAR
        and is_credit(document.text, mention.span, narration)
    ):
        return Fate.SET_ASIDE, CREDIT
    if value is None or (value.earliest is None and value.latest is None):
        return Fate.UNDATED, resolution.reason or UNPLACED
    return Fate.EVIDENCE, None


def counted_only(resolution: Resolution) -> Fate | None:
    """The fate of what places nothing in time: a duration, a set, a vague reference; None for all else."""
    mention, value = resolution.mention, resolution.value
    if mention.type is MentionType.DURATION:
        return Fate.DURATION
    if mention.type is MentionType.SET:
        return Fate.SET
    if isinstance(mention.expression, Vague) or (value is not None and value.timex.endswith("_REF")):
        return Fate.VAGUE
    nowhere = value is not None and value.edtf is None and value.earliest is None and value.latest is None
    return Fate.VAGUE if nowhere else None


def part_at(document: Document, span: Span) -> PartKind:
    """The kind of the part that holds a span; body where none is marked."""
    index = bisect_right(document.parts, span.start, key=lambda part: part.span.start) - 1
    if index >= 0 and document.parts[index].span.start <= span.start < document.parts[index].span.end:
        return document.parts[index].kind
    return PartKind.BODY


def _is_own_date(document: Document, span: Span) -> bool:
    """Whether a mention is where the document says when it was written."""
    published = document.source.published
    if published is not None and published.span is not None and published.stated and published.span.meets(span):
        return True
    return any(
        candidate.span is not None and candidate.origin in _OWN_DATE_ORIGINS and candidate.span.meets(span)
        for candidate in document.date_candidates
    )
