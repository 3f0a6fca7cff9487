"""One document through all floors: a `Document` in; its resolutions, or its evidence, or a `Failure` out.

Whatever goes wrong inside one document ends that document alone. What crosses a process border from here is
plain data: documents, evidence and language codes, never packs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.errors import InputError, UnknownLanguage
from timeline.model.event import Evidence, SourceReport
from timeline.model.text import DateOrigin, Dating, Document, Resolution
from timeline.model.value import Calendar

if TYPE_CHECKING:
    from timeline.grammar.pack import LanguagePack
    from timeline.merge import Sketch, Told

DEFAULT_LANGUAGE = "en"
DOUBT = 0.2
"""Confidence lost by a stated date that the text contradicts."""
_WEAK = frozenset(
    {DateOrigin.URL, DateOrigin.FILE_NAME, DateOrigin.PDF, DateOrigin.ENCLOSING_MAIL, DateOrigin.FILE_TIME}
)
"""Places that often tell of something else than the text; they give way to what it tells."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: `published` (a day, or a time on one) and `language` hold for all documents.

    `workers`: processes side by side; None: as many as there are cores, where there is much to do. `scheduler`: the
    address of a Dask cluster whose workers take their place. `seconds`: what a document may take in a worker.
    `all_parts`: what is not the article (other stories' teasers, boilerplate) makes events too.
    `top`: only so many events are kept, the most important.
    """

    title: str | None = None
    published: str | None = None
    language: str | None = None
    workers: int | None = 1
    seconds: float = 120
    all_parts: bool = False
    top: int | None = None
    scheduler: str | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A document with its own date and what its date expressions mean, one resolution per mention, in order.

    `dating` is stated or None; `written` is it, or the bounds that the text gives; `updated` is its last change.
    """

    document: Document
    pack: LanguagePack
    dating: Dating | None
    resolutions: tuple[Resolution, ...]
    written: Dating | None = None
    updated: Dating | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """What a document adds to a timeline."""

    report: SourceReport
    evidence: tuple[Evidence, ...]
    sketch: Sketch
    names: Told


def kept_options(options: Options) -> dict[str, object]:
    """The options that a timeline depends on, as plain data, to build it again from the documents that were read."""
    return {name: getattr(options, name) for name in ("title", "published", "language", "all_parts")}


def checked(options: Options) -> None:
    """Raises InputError for options that no document could be worked on with."""
    if options.published is not None:
        checked_date(options.published, "publication date")
    if options.language is not None:
        from timeline.language import pack

        pack(options.language)
    if options.top is not None and options.top < 1:
        raise InputError(f"a timeline of {options.top} events shows nothing; give 1 or more")
    if options.workers is not None and options.workers < 1:
        raise InputError(f"{options.workers} workers cannot do any work; give 1 or more")
    if options.scheduler is not None and options.workers not in (None, 1):
        raise InputError(f"{options.scheduler} has workers of its own; leave out the number of workers")


def checked_date(text: str, what: str) -> str:
    """The text when it is a day that can be counted from. Raises InputError, which says how to write one."""
    from timeline.extract.dct import given_date

    try:
        given_date(text)
    except InputError as error:
        raise InputError(f"{what}: {error}") from error
    return text


def resolved(document: Document, options: Options, *, apart: bool = False) -> Resolved:
    """A document's date expressions, found and resolved; `apart`: a range as its two ends, as taggers want it."""
    from timeline.extract.dct import date_document, last_update
    from timeline.extract.mentions import mentions
    from timeline.normalise import contradiction, in_old_style, resolve, written_between

    language = _pack(document, options)
    document = replace(document, source=replace(document.source, language=language.code))
    dating = date_document(document, language, options.published)
    found = mentions(document, language)
    updated = last_update(document, language, dating)

    def seen_from(day: Dating | None) -> tuple[Resolution, ...]:
        told = resolve(document, found, language, day, apart=apart)
        return in_old_style(told) if document.source.calendar is Calendar.JULIAN else told

    resolutions = seen_from(dating)
    against = None
    if dating is not None and not apart and len(document.entries) < 2:
        against = contradiction(document, resolutions, language, dating, updated)
    if dating is not None and against is not None:
        doubted = replace(dating, steps=(*dating.steps, against), confidence=round(dating.confidence - DOUBT, 2))
        dating = None if dating.origin in _WEAK else doubted
        resolutions = seen_from(None) if dating is None else resolutions
    if dating is not None or apart:
        return Resolved(document, language, dating, resolutions, dating, updated)
    written = written_between(document, resolutions, language, updated)
    if written is not None and against is not None:
        written = replace(written, steps=(*doubted.steps, *written.steps))
    if written is not None and written.origin == DateOrigin.DATELINE:
        resolutions = seen_from(written)
    return Resolved(document, language, None, resolutions, written, updated)


def _pack(document: Document, options: Options) -> LanguagePack:
    """The language that the user gives, which must be one; else the document's, or the default where it has no pack.

    A document's language is judged or stated by others: a wrong one must not cost the document.
    """
    from timeline.language import pack

    if options.language is not None:
        return pack(options.language)
    try:
        return pack(document.source.language or DEFAULT_LANGUAGE)
    except UnknownLanguage:
        return pack(DEFAULT_LANGUAGE)


def dated(known: Resolved) -> Document:
    """A document whose source tells when it was written and last changed."""
    source = replace(known.document.source, published=known.written, updated=known.updated)
    return replace(known.document, source=source)
