"""`dates`: the date expressions of one text, for those who want no timeline. Text in, resolutions out."""

from __future__ import annotations

import datetime
from hashlib import sha256

from timeline.model.text import Document, Resolution, Source
from timeline.pipeline.document import DEFAULT_LANGUAGE, Options, checked_date, resolved


def dates(text: str, on: str | datetime.date | None = None, language: str = DEFAULT_LANGUAGE) -> tuple[Resolution, ...]:
    """Every date expression in a text, in order, with value and steps; spans are code points of the text.

    `on` is the day the text was written (EDTF, or a date): what "yesterday" counts from.
    Raises InputError for an `on` that is no date, UnknownLanguage.
    """
    when = on.isoformat() if isinstance(on, datetime.date) else on
    if when is not None:
        checked_date(when, "the date to count from,")
    return resolved(plain_document(text), Options(published=when, language=language)).resolutions


def plain_document(text: str, uri: str = "text") -> Document:
    """A text as a document that tells nothing else of itself: no title, no parts, no date of its own."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(Source(digest[:16], uri, uri, uri, digest, "text/plain"), text)
