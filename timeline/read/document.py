"""A Document from what a reader found. In: text, parts, metadata, date candidates. Out: Document with its Source."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from timeline.errors import UnreadableDocument
from timeline.model.text import DateCandidate, DateOrigin, Document, Part, PartKind, Source
from timeline.read.blob import Blob, ReadOptions
from timeline.read.entries import dateline_entry, entries
from timeline.read.identify import language_code, language_of

_LABEL = 60
_TITLE = 200
_NAMING = 4
"""Words that a sentence needs to serve as the name of its text."""
_GOES_ON = re.compile(r"\r?\n([^\W\d_A-Z][^\r\n]*(?:\r?\n[^\W\d_A-Z][^\r\n]*)*)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_BY = re.compile(r"(?i:(?:written |posted |story )?by)\s+([^\W\d_][^\d|•·\r\n,;/()–—]{2,60})(?<!\s)")
_HOST = re.compile(r"https?://(?:[^/@\s]*@)?([a-z0-9.-]+\.[a-z][a-z0-9-]+)(?=[:/?#]|$)", re.I)
_SURROGATES = re.compile("[\ud800-\udfff]")
_STRENGTH = {origin: rank for rank, origin in enumerate(DateOrigin)}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself outside its prose."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None


def document(
    blob: Blob,
    text: str,
    parts: tuple[Part, ...],
    about: Metadata,
    candidates: Iterable[DateCandidate],
    *,
    options: ReadOptions,
    media_type: str,
    uri: str | None = None,
    key: str | None = None,
    stamped: Sequence[DateCandidate] = (),
) -> Document:
    """A Document; `uri` defaults to the blob's, `candidates` are put strongest first. Raises UnreadableDocument.

    `stamped`: the dates of posts that markup gives, with the spans of the lines that they stand on.
    """
    uri = uri or blob.uri
    if not text.strip():
        raise UnreadableDocument(f"{uri}: no text in it; remove it or give the text", "empty")
    told = entries(text, parts, stamped)
    if told:
        # Why: what looks like a title inside a letter or a post is none of the whole.
        parts = tuple(p for p in parts if p.kind is not PartKind.TITLE or p.span.start < told[0].span.start)
        heads = [entry.date.span for entry in told if entry.date.span is not None]
        candidates = [c for c in candidates if c.span is None or not any(head.meets(c.span) for head in heads)]
    of_all = told and not any(part.kind is PartKind.TITLE for part in parts)
    title = _clip(about.title or (_title(text, parts) if not of_all else None) or blob.name, _TITLE)
    source = Source(
        id=source_id(text),
        key=key,
        uri=uri,
        label=clip_label(title if title != blob.name else PurePosixPath(blob.name).stem),
        title=title,
        publisher=_fold(about.publisher) or _host(about.url or blob.url),
        author=_fold(about.author or _author(text, parts)),
        language=language_code(options.language) or language_code(about.language) or language_of(_prose(text, parts)),
        media_type=media_type,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        address=_address(about.url or blob.url),
    )
    ordered = sorted(dict.fromkeys(candidates), key=lambda candidate: _STRENGTH[candidate.origin])
    return Document(source, text, parts, tuple(ordered), entries=told or dateline_entry(text, parts))


def clip_label(title: str) -> str:
    """The label that a title makes: its first words."""
    return _clip(title, _LABEL)


def source_id(text: str) -> str:
    """The id that identical copies share: a hash of the text with all white space folded."""
    return "s" + hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def encodable(text: str) -> str:
    """The text with lone surrogates replaced, so that it can be hashed and written."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("�", text)
    return text


def _title(text: str, parts: tuple[Part, ...]) -> str | None:
    """The marked title, else the first heading that stands before any body, else the first words; None for a few."""
    for part in parts:
        if part.kind is PartKind.TITLE and re.search(r"\w", text[part.span.start : part.span.end]):
            return text[part.span.start : part.span.end]
    aside = [part.span for part in parts if part.kind in (PartKind.BOILERPLATE, PartKind.BYLINE, PartKind.TEASER)]
    for line in re.finditer(r"[^\r\n]+", text[:20_000]):
        shown = line[0].strip().lstrip("#>*-• ").strip()
        if re.search(r"\w", shown) and not any(span.start <= line.start() < span.end for span in aside):
            return _whole(shown, text[line.end() : line.end() + _TITLE])
    return None


def _whole(line: str, after: str) -> str | None:
    """A first line with what its sentence goes on with on the next; None for a short sentence, which names nothing."""
    going_on = _GOES_ON.match(after)
    if going_on and not line.endswith((".", "!", "?", ":")):
        line = f"{line} {re.split(_SENTENCE_END, going_on[1])[0]}"
    return None if line.endswith((".", "!", "?")) and len(line.split()) < _NAMING else line


def _author(text: str, parts: tuple[Part, ...]) -> str | None:
    """The name in the first byline that opens with "By"."""
    for part in parts:
        if part.kind is PartKind.BYLINE:
            found = _BY.match(text, part.span.start, part.span.end)
            if found:
                return found[1]
    return None


def _prose(text: str, parts: tuple[Part, ...]) -> str:
    """The text from the first stretch that is neither header nor furniture: what the language is told from."""
    at = 0
    for part in parts:
        if part.span.start > at and text[at : part.span.start].strip():
            break
        if part.kind not in (PartKind.BOILERPLATE, PartKind.BYLINE, PartKind.TEASER):
            break
        at = part.span.end
    return text[at:]


def _host(url: str | None) -> str | None:
    """The name of the site in a web address: "news.example" for "https://www.news.example/a"."""
    found = _HOST.match(url.strip()) if url else None
    return found[1].lower().removeprefix("www.") if found else None


def _address(url: str | None) -> str | None:
    """A whole web address that can be followed."""
    found = encodable(url.strip()) if url else ""
    return found if _HOST.match(found) and not re.search(r"[\s<>\"]", found) else None


def _fold(text: str | None) -> str | None:
    return encodable(" ".join(text.split())) or None if text else None


def _clip(text: str, limit: int) -> str:
    """White space folded, cut between words with an ellipsis; a word longer than the limit is cut in itself."""
    folded = _fold(text) or "untitled"
    if len(folded) <= limit:
        return folded
    at = folded.rfind(" ", 0, limit)
    cut = folded[:at] if at > 0 else folded[: limit - 1]
    return cut.rstrip(" ,;:–—-") + "…"
