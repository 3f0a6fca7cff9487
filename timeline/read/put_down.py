"""A chronology that was imported before: a `timeline.json` of nothing but rows that a person put down. Read again.

In: its JSON. Out: the same Document as its file gave, with the same text, so that all ids stay; else None.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from timeline.model.locator import Locator, Place
from timeline.model.text import Document, Row, Source, Span
from timeline.read.blob import Blob
from timeline.read.chronology import BETWEEN, DASH


def put_down(blob: Blob, whole: Mapping[str, Any]) -> Document | None:
    """The chronology that a timeline was imported from; None for a timeline that was made of documents."""
    try:
        (source,) = whole["sources"]
        told = [(piece, event) for event in whole["events"] for piece in event["evidence"]]
        told += [(piece, {}) for piece in whole["undated"]]
        if any(piece["basis"] != "import" for piece, _ in told):
            return None
        told.sort(key=lambda row: row[0]["quote_span"])
        text = BETWEEN.join(piece["quote"] for piece, _ in told)
        if hashlib.sha256(text.encode()).hexdigest() != source["text_sha256"]:
            return None
        kept = Source(
            id=source["id"], uri=blob.uri, label=source["label"], title=source["title"],
            text_sha256=source["text_sha256"], media_type=source["media_type"], language=source["language"],
        )  # fmt: skip
        rows = tuple(_row(piece, event, text) for piece, event in told)
        places = tuple(Place(piece["quote_span"][0], Locator(row=piece["locator"].get("row"))) for piece, _ in told)
        return Document(kept, text, places=places, rows=rows)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _row(piece: Mapping[str, Any], event: Mapping[str, Any], text: str) -> Row:
    """A row as its file told it; its title stands behind the date, to the line's end."""
    span, date = Span(*piece["quote_span"]), Span(*piece["date_span"])
    start = date.end + (len(DASH) if date.end > date.start else 0)
    end = min(at for at in (text.find("\n", start, span.end), span.end) if at >= 0)
    return Row(
        span=span,
        date=date,
        title=Span(start, end),
        # Why: where there is more to tell than that it was put down so, its words were read, and will be again.
        edtf=piece["date"]["edtf"] if piece["date"] and len(piece["why"]) == 1 else None,
        participants=tuple(event.get("participants", ())),
        places=tuple(event.get("places", ())),
        tags=tuple(event.get("tags", ())),
    )
