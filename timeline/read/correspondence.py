"""Mails as documents. In: a Letter (who, when, about what, its words). Out: its Document, and those of mails it quotes.

A mail's text is its header as a person sees it (From, To, Date, Subject), a blank line, and its own words; what it
quotes is left out, since each quoted mail is a document of its own, `mail.eml#quoted-1`, with its own date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline.model.event import Failure
from timeline.model.locator import Locator, Place
from timeline.model.text import DateCandidate, DateOrigin, Document, Part, PartKind, Span
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.document import Metadata, document, encodable
from timeline.read.layout import units
from timeline.read.plain import judge
from timeline.read.quotation import Quotation, divide
from timeline.read.stamp import iso_stamp

MEDIA_TYPE = "message/rfc822"
MOST_QUOTED = 200
"""Mails quoted in one mail."""

_DEEPEST = 40
_REPLY = re.compile(r"(?:\s*(?:re|aw|antw?|sv|fwd?|wg|tr|rv|i)(?:\[\d+\])?\s*:)+\s*", re.I)
_SIGNATURE = re.compile(r"^-- ?$", re.M)
_STAMP = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?!.*[ap]m)", re.I)
_GAP = re.compile(r"\n{3,}")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail: its header as shown, in order; its text; when it was sent, as ISO 8601; its own id."""

    fields: tuple[tuple[str, str], ...]
    text: str
    sent: str | None = None
    key: str | None = None

    def field(self, name: str) -> str | None:
        """The value of a header field."""
        return next((value for field, value in self.fields if field == name and value), None)


@dataclass(frozen=True, slots=True)
class _Top:
    """What stands above a mail's own words, and what it tells."""

    text: str
    about: Metadata
    sent: str | None
    parts: tuple[Part, ...]
    places: tuple[Place, ...] = ()


def documents_of(blob: Blob, letter: Letter, options: ReadOptions) -> Iterator[Document | Failure]:
    """The mail's document, then those of the mails it quotes, the newest first as they stand in it."""
    own, quoted = divide(_LINE_END.sub("\n", encodable(letter.text)))
    if own.strip() or not quoted:
        yield _laid_out(blob, _header(letter), own, blob.uri, letter.key, options)
    subject = _REPLY.sub("", letter.field("Subject") or "", count=1)
    yield from _quoted(blob, subject, quoted, options)


def _quoted(
    blob: Blob, subject: str, quoted: tuple[Quotation, ...], options: ReadOptions
) -> Iterator[Document | Failure]:
    """Each quoted mail, and after it those that it quotes in its turn."""
    waiting = [(quotation, 1) for quotation in reversed(quoted)]
    number = 0
    while waiting:
        quotation, depth = waiting.pop()
        own, inner = divide(quotation.text) if depth < _DEEPEST else (quotation.text, ())
        waiting += [(deeper, depth + 1) for deeper in reversed(inner)]
        if not re.search(r"\w", own):
            continue
        number += 1
        if number > MOST_QUOTED:
            message = f"{blob.uri}: quotes more than {MOST_QUOTED} mails; the others are not read; give them as files"
            yield Failure(blob.uri, STAGE, "too-many", message)
            return
        name = f"{'forwarded' if quotation.forwarded else 'quoted'}-{number}"
        uri = f"{blob.uri}{'.' if '#' in blob.uri else '#'}{name}"
        yield _laid_out(blob, _introduction(quotation, subject), own, uri, None, options)


def _header(letter: Letter) -> _Top:
    lines: list[str] = []
    parts: list[Part] = []
    places: list[Place] = []
    at = 0
    for name, value in letter.fields:
        line = f"{name}: {value}"
        start, end = at + len(name) + 2, at + len(line)
        if name == "Subject":
            parts += [Part(PartKind.BYLINE, Span(at, start)), Part(PartKind.TITLE, Span(start, end))]
        else:
            parts.append(Part(PartKind.BYLINE, Span(at, end)))
        places.append(Place(at, Locator(header=name)))
        lines.append(line)
        at = end + 1
    about = Metadata(letter.field("Subject"), author=_writer(letter.field("From")))
    return _Top("\n".join(lines), about, letter.sent, tuple(parts), tuple(places))


def _introduction(quotation: Quotation, subject: str) -> _Top:
    told = quotation.introduction
    about = Metadata(quotation.subject or subject or None, author=_writer(quotation.author))
    date = quotation.date or ""
    sent = iso_stamp(date) if _STAMP.match(date) else date or None
    return _Top(told, about, sent, (Part(PartKind.BYLINE, Span(0, len(told))),) if told else ())


def _laid_out(blob: Blob, top: _Top, own: str, uri: str, key: str | None, options: ReadOptions) -> Document:
    """A mail's text: its top, and its own words with their parts marked; a signature is boilerplate."""
    above = f"{top.text}\n\n" if top.text else ""
    text = above + _GAP.sub("\n\n", own.strip("\n")).rstrip() + "\n"
    signature = _SIGNATURE.search(text, len(above))
    end = signature.start() if signature else len(text)
    marked, found = judge(text, tuple(unit for unit in units(text, len(above)) if unit.span.end <= end))
    below = (Part(PartKind.BOILERPLATE, Span(end, len(text.rstrip()))),) if signature else ()
    stated = (DateCandidate(top.sent, DateOrigin.MAIL_HEADER),) if top.sent else ()
    made = document(
        blob,
        text,
        (*top.parts, *(part for part in marked if part.kind is not PartKind.TITLE), *below),
        top.about,
        (*stated, *found),
        options=options,
        media_type=MEDIA_TYPE,
        uri=uri,
        key=key,
    )
    return replace(made, places=(*top.places, Place(len(above), Locator())) if top.places else ())


def _writer(stated: str | None) -> str | None:
    """The name of who wrote, without the address where there is a name."""
    if not stated:
        return None
    name = re.sub(r"\s*[<\[(]\s*(?:mailto:)?[^\s<>()\[\]]+@[^\s<>()\[\]]+\s*[>\])]", "", stated).strip("\"' *")
    return name or stated.strip("<> ")
