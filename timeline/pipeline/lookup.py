"""`dates`: the date expressions of one text, for those who want no timeline. Text in, resolutions out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import InputError
from timeline.model.text import Document, Resolution, Source
from timeline.pipeline.document import DEFAULT_LANGUAGE, Options, Resolved, checked_date, resolved

if TYPE_CHECKING:
    from timeline.read import ReadOptions

_PROSE = re.compile(r"[,;:.!?] |\n|(?:\S+ ){6}")
"""What a path hardly ever has: punctuation before a space, a line's end, many words."""


def dates(text: str, on: str | datetime.date | None = None, language: str = DEFAULT_LANGUAGE) -> tuple[Resolution, ...]:
    """Every date expression in a text, in order, with value and steps; spans are code points of the text.

    `on` is the day the text was written (2024-03-22, or a date): what "yesterday" counts from.
    Raises InputError for an `on` that is no date, UnknownLanguage.
    """
    when = on.isoformat() if isinstance(on, datetime.date) else on
    return looked_up(text, when, language, may_be_file=False)[0].resolutions


def looked_up(text: str, on: str | None, language: str | None, *, may_be_file: bool = True) -> tuple[Resolved, ...]:
    """The documents of a file, or the text itself as one, resolved. Raises InputError."""
    if on is not None:
        checked_date(on, "date to count from")
    if may_be_file:
        _checked_place(text)
    documents = _documents(text, language) if may_be_file and is_file(text) else (_judged(text, language),)
    options = Options(published=on, language=language)
    return tuple(resolved(document, options) for document in documents)


def described(known: Resolved, resolution: Resolution) -> dict[str, object]:
    """A resolution as JSON: the words, where they stand, what they mean and how that was worked out."""
    from timeline.export.publish import publish_date

    mention, value = resolution.mention, resolution.value
    date = publish_date(value)
    others = filter(None, map(publish_date, resolution.alternatives))
    return {
        **({"source": known.document.source.uri} if known.document.source.uri else {}),
        "text": mention.text,
        "start": mention.span.start,
        "end": mention.span.end,
        "type": mention.type.value,
        "value": value.timex if value else None,
        "date": date.model_dump() if date else None,
        "basis": resolution.anchor.kind.value,
        "why": list(resolution.steps),
        "reason": resolution.reason,
        "alternatives": [other.model_dump() for other in others],
        "confidence": round(resolution.confidence, 3),
        "rule": mention.rule,
    }


def plain_document(text: str, uri: str = "text") -> Document:
    """A text as a document that tells nothing else of itself: no title, no parts, no date of its own."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(Source(digest[:16], uri, uri, uri, digest, "text/plain"), text)


def _judged(text: str, language: str | None) -> Document:
    """A text as a document, with the language that it seems to be in where none is given."""
    document = plain_document(text, uri="")
    if language is not None:
        return document
    from timeline.read.identify import language_of

    return replace(document, source=replace(document.source, language=language_of(text)))


def _documents(path: str, language: str | None) -> tuple[Document, ...]:
    from timeline.read import ReadOptions

    return documents_at((path,), ReadOptions(language=language))


def _checked_place(text: str) -> None:
    """Raises InputError for what is neither a text nor a file: nothing, a folder, the path of a file that is not there.

    "7/10/2023" and "and/or" are texts: a slash makes a path only behind a folder that is there.
    """
    if not text.strip():
        raise InputError("no text is given: write one in quotes, or name a file, or - for standard input")
    if is_file(text):
        return
    try:
        path = Path(text)
        if path.is_dir():
            raise InputError(f"{text}: is a folder; name a file in it, or make its timeline: timeline build {text!r}")
        one_word = len(text.split()) == 1
        named = not _PROSE.search(text) and _is_readable(path.suffix)
        rooted = one_word and text.startswith(("/", "./", "../", "~/"))
        inside = one_word and "/" in text and path.parent != Path() and path.parent.is_dir()
    except (OSError, ValueError):
        return
    if named or rooted or inside:
        raise InputError(f"{text}: there is no such file; check the path, or give a text through -")


def _is_readable(suffix: str) -> bool:
    """Whether a file of such a suffix has a reader. Why so late: most texts have none, and readers are much to load."""
    if not suffix:
        return False
    from timeline.read import readers

    return suffix.lower() in readers()


def is_file(path: str) -> bool:
    """Whether a text is the path of a file; texts too long for a path, or with a NUL, are not."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def documents_at(paths: Sequence[str], options: ReadOptions | None = None) -> tuple[Document, ...]:
    """The documents at some paths. Raises InputError when there is none, with what went wrong."""
    from timeline.read import ReadOptions, read

    readings = tuple(read(*paths, options=options or ReadOptions()))
    documents = tuple(item for item in readings if isinstance(item, Document))
    if not documents:
        told = [getattr(item, "message", "") for item in readings]
        raise InputError("; ".join(filter(None, told)) or f"{', '.join(paths)}: no document there")
    return documents
