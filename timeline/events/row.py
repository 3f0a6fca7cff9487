"""Evidence that a person put down. In: a row of a chronology and what its date means. Out: Evidence, as it stands."""

from __future__ import annotations

from timeline.events.passage import identity
from timeline.model.event import Evidence, Factuality, Fate, Role
from timeline.model.locator import locate
from timeline.model.text import Document, PartKind, Resolution, Row

UNREAD = "the date of this row cannot be read"


def row_evidence(document: Document, row: Row, when: Resolution) -> Evidence:
    """One row's evidence: its own title, its own names; undated where its date has no place in time."""
    value = when.value
    placed = value is not None and (value.earliest, value.latest) != (None, None)
    return Evidence(
        id=identity(document.id, row.date, row.title),
        source_id=document.id,
        fate=Fate.EVIDENCE if placed else Fate.UNDATED,
        when=when,
        quote=row.span,
        quote_text=document.text[row.span.start : row.span.end],
        head=None,
        head_text=None,
        title=document.text[row.title.start : row.title.end],
        part=PartKind.TABLE,
        role=Role.REPORTS,
        factuality=Factuality.HAPPENED,
        participants=row.participants,
        places=row.places,
        tags=row.tags,
        locator=locate(document.places, row.span.start, row.span.end),
        confidence=when.confidence,
        reason=None if placed else when.reason or UNREAD,
    )
