"""A timeline in a notebook: the page in a frame, a pandas DataFrame, the Plotly figure.

In: a timeline, as built or as published. Out: HTML, a frame of one row for each event, a figure.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.export import figure as drawing
from timeline.export import naming, schema
from timeline.export.embed import HEIGHT, SANDBOX
from timeline.export.page import page
from timeline.export.page_options import PageOptions
from timeline.export.publish import publish
from timeline.model.event import Timeline

if TYPE_CHECKING:
    import pandas as pd

SAME = ("precision", "kind", "approximate", "uncertain")
"""Columns that are fields of an event's date."""


def figure(timeline: Timeline | schema.Timeline) -> Any:
    """The whole timeline as a `plotly.graph_objects.Figure`: one lane for each source."""
    return drawing.figure(_published(timeline))


def framed(timeline: Timeline | schema.Timeline) -> str:
    """The page in a frame, as a notebook shows it. All of it is in the text: a saved notebook still has it."""
    inside = escape(page(_published(timeline), PageOptions(embed=True)))
    looks = f'width="100%" height="{HEIGHT}" style="border:0" sandbox="{SANDBOX}"'
    return f'<iframe title="Timeline" {looks} srcdoc="{inside}"></iframe>'


def frame(timeline: Timeline | schema.Timeline) -> pd.DataFrame:
    """A DataFrame of one row for each event. Raises InputError where pandas is not installed."""
    try:
        import pandas as pd
    except ImportError as error:
        raise InputError("a DataFrame needs pandas, which is not here: pip install pandas") from error
    rows = records(_published(timeline))
    return pd.DataFrame(rows, columns=list(rows[0]) if rows else ["id", "title", "date", "start", "end"])


def records(published: schema.Timeline) -> list[dict[str, Any]]:
    """The rows: days stay ISO texts, since pandas' own dates end at the year 1677; lists stay tuples."""
    names = naming.names_of(published)
    return [
        {
            "id": event.id,
            "title": event.title,
            "date": event.date.display,
            "start": event.date.start,
            "end": event.date.end,
            "edtf": event.date.edtf,
            **{name: getattr(event.date, name) for name in SAME},
            "confidence": event.confidence,
            "importance": event.importance,
            "status": event.status,
            "factuality": event.factuality,
            "participants": event.participants,
            "places": event.places,
            "tags": event.tags,
            "sources": naming.event_names(event, names),
            "passages": len(event.evidence),
            "quote": next((item.quote for item in event.evidence if item.quote), None),
        }
        for event in published.events
    ]


def _published(timeline: Timeline | schema.Timeline) -> schema.Timeline:
    return publish(timeline) if isinstance(timeline, Timeline) else timeline
