"""Reads what a person types as a date. In: EDTF or plain words. Out: a `TimeValue`, or what is wrong in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.errors import EdtfError, InputError
from timeline.model import edtf
from timeline.model.text import Span
from timeline.model.value import TimeValue
from timeline.pipeline import Options, resolved
from timeline.pipeline.lookup import plain_document

LONGEST = 200


def read_date(text: str, on: str | None = None, language: str | None = None) -> TimeValue:
    """The date that a person typed: EDTF (2023-12-24, 2023-11, 1990/1995, 199X, 2004~), or words such as "May 2004".

    `on` is the day from which words such as "yesterday" count. Raises InputError.
    """
    typed = " ".join(text.split())
    if not typed:
        raise InputError("type a date, such as 2023-12-24, 2023-11 or 24 December 2023")
    if len(typed) > LONGEST:
        raise InputError(f"a date has fewer than {LONGEST} characters")
    try:
        return placed(edtf.parse(typed), typed)
    except EdtfError as error:
        reason = error
    value = in_words(typed, on, language)
    if value is None:
        told = f"at “{typed[reason.position :][:20]}” expected {reason.expected}" if typed[:1].isdigit() else "no date"
        raise InputError(f"{told}; write 2023-12-24, 2023-11, 2023, 1990/1995, or words such as 24 December 2023")
    return value


def in_words(typed: str, on: str | None, language: str | None) -> TimeValue | None:
    """What words mean as one date, read as in a document; None where they hold none, or more than a date."""
    return next(
        (placed(value, typed) for span, value in dates_in(typed, on, language) if span == (0, len(typed))), None
    )


def dates_in(words: str, on: str | None, language: str | None) -> Iterator[tuple[Span, TimeValue]]:
    """The dates in some words that have a place in time, or at least a month and day, in order."""
    for resolution in resolved(plain_document(words), Options(published=on, language=language or "en")).resolutions:
        if resolution.value is not None and resolution.value.edtf is not None:
            yield resolution.mention.span, resolution.value


def placed(value: TimeValue, typed: str) -> TimeValue:
    """The date, where it has a place in time. Raises InputError."""
    if value.earliest is None and value.latest is None:
        raise InputError(f"“{typed}” names no year; an event on the timeline needs one, such as 2023-12-24")
    return value
