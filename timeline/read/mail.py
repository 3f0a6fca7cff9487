"""Mails, mailboxes and pages saved as MHTML. In: a blob. Out: documents, and attachments as Blobs.

Source: RFC 5322, RFC 2045-2049, RFC 2557, RFC 4155. Why the older `compat32` policy: the newer one's header parser
raises on headers that real mails have, and takes quadratic time on long lists of addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from pathlib import PurePosixPath

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure, Skipped
from timeline.model.text import Document
from timeline.read import wording
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.correspondence import Letter, documents_of
from timeline.read.decode import declared_charset, decode
from timeline.read.document import encodable
from timeline.read.fragment import text_of_html
from timeline.read.nobody import why_not_file
from timeline.read.stamp import iso_stamp

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_LONGEST_FIELD = 1000
_ENVELOPE = re.compile(rb"^From (?=[^\r\n]*\d{4}[^\r\n]{0,20}\r?$)[^\r\n]*\r?\n(?=[A-Za-z>][A-Za-z0-9-]{1,40}:)", re.M)
_ESCAPED = re.compile(rb"^>(>*From )", re.M)
_FURNITURE = {
    "application/pgp-signature": "a signature", "application/pkcs7-signature": "a signature",
    "application/x-pkcs7-signature": "a signature", "application/pgp-keys": "a key",
    "application/ms-tnef": "Outlook's own",
    "text/calendar": "an invitation", "text/vcard": "a visiting card", "text/x-vcard": "a visiting card",
    "message/delivery-status": "a delivery report", "message/disposition-notification": "a delivery report",
    "text/rfc822-headers": "a delivery report", "message/external-body": "not in the mail",
}  # fmt: skip
_MEDIA = {"image": "a picture", "audio": "sound", "video": "video", "font": "a font"}

_BROKEN = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
_BODIES = ("text/plain", "text/html", "text/enriched", "text/richtext")
_PAGES = ("text/html", "application/xhtml+xml")

_Part = Message  # what `email` calls each part of a mail too
_Found = Document | Failure | Skipped | Blob


def read_mail(blob: Blob, options: ReadOptions) -> Iterator[_Found]:
    """A mail, the mails quoted in it, and its attachments. Raises UnreadableDocument."""
    data = _ENVELOPE.sub(b"", blob.data, count=1) if blob.data.startswith(b"From ") else blob.data
    try:
        mail = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
        leaves = list(_leaves(mail))
    except _BROKEN as error:
        raise UnreadableDocument(f"{blob.uri}: its parts cannot be told apart; save it as text", "broken") from error
    bodies = [part for part in leaves if _is_body(part)]
    texts: list[str] = []
    failed: list[Failure] = []
    for part in bodies:
        try:
            texts.append(_text(part, blob.uri))
        except UnreadableDocument as error:
            failed.append(Failure(blob.uri, STAGE, error.code, str(error)))
    letter = Letter(
        header_fields(mail), "\n\n".join(filter(str.strip, texts)), header_time(mail), _value(mail, "Message-ID")
    )
    if letter.text.strip() or letter.field("Subject"):
        yield from documents_of(blob, letter, options)
    elif not failed and len(leaves) == len(bodies):
        raise UnreadableDocument(f"{blob.uri}: no text in the mail; remove it", "empty")
    yield from failed
    yield from _attachments(blob, [part for part in leaves if not _is_body(part)], letter.sent)


def read_mailbox(blob: Blob, options: ReadOptions) -> Iterator[Blob]:
    """The mails of an mbox file, as Blobs: `box.mbox#1`. Raises UnreadableDocument."""
    starts = list(_ENVELOPE.finditer(blob.data))
    if not starts:
        raise UnreadableDocument(f"{blob.uri}: no mail in it; remove it", "empty")
    ends = [*(start.start() for start in starts[1:]), len(blob.data)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        mail = _ESCAPED.sub(rb"\1", blob.data[start.end() : end].rstrip(b"\r\n") + b"\n")
        yield Blob(f"{blob.uri}{'.' if '#' in blob.uri else '#'}{number}", mail, "message/rfc822")


def read_mhtml(blob: Blob, options: ReadOptions) -> Iterator[Blob]:
    """The page of an MHTML file, as a Blob under the file's own uri. Raises UnreadableDocument."""
    try:
        leaves = list(_leaves(message_from_bytes(blob.data)))
    except _BROKEN as error:
        raise UnreadableDocument(f"{blob.uri}: is broken; save the page again", "broken") from error
    page = next((part for part in leaves if part.get_content_type() in _PAGES), None)
    if page is None:
        raise UnreadableDocument(f"{blob.uri}: no page in it; save the page again", "empty")
    payload = _payload(page)
    html = decode(payload, blob.uri, page.get_content_charset() or declared_charset(payload))
    url = _value(page, "Content-Location") or ""
    # Why the mark: the page may declare the charset that it had before.
    data = b"\xef\xbb\xbf" + html.encode("utf-8", "replace")
    yield Blob(blob.uri, data, "text/html", url if url.startswith(("http://", "https://")) else None)


def _leaves(part: _Part) -> Iterator[_Part]:
    """The parts that hold something, in order; of alternatives the one to read; attached mails whole."""
    waiting = [part]
    while waiting:
        part = waiting.pop()
        kind = part.get_content_type()
        inside = part.get_payload()
        if kind == "message/rfc822" or not isinstance(inside, list):
            yield part
        elif kind == "multipart/alternative":
            waiting += _preferred([inner for inner in inside if isinstance(inner, Message)])
        else:
            waiting += [inner for inner in reversed(inside) if isinstance(inner, Message)]


def _preferred(alternatives: list[_Part]) -> list[_Part]:
    """Plain text where it says what the page says; some senders put one line there that asks to open the page."""
    plain = [part for part in alternatives if part.get_content_type() == "text/plain" and _payload(part).strip()]
    others = [part for part in alternatives if part.get_content_type() != "text/plain"]
    if not plain:
        return others[-1:]
    page = next((part for part in others if part.get_content_type() == "text/html"), None)
    if page is not None and len(_payload(plain[0])) < 200 and len(_payload(page)) > 4000:
        return [page]
    return plain[:1]


def _is_body(part: _Part) -> bool:
    if part.get_content_type() not in _BODIES and part.get_content_maintype() != "multipart":
        return False
    return part.get_content_disposition() != "attachment" and not _file_name(part)


def _text(part: _Part, uri: str) -> str:
    """A body as text. Raises UnreadableDocument."""
    payload = _payload(part)
    if not payload.strip():
        return ""
    is_page = part.get_content_type() == "text/html"
    charset = part.get_content_charset() or (declared_charset(payload) if is_page else None)
    text = decode(payload, uri, charset)
    return text_of_html(text) if is_page else text


def _attachments(blob: Blob, parts: list[_Part], sent: str | None) -> Iterator[Blob | Skipped | Failure]:
    """What is attached, each under `mail.eml/NAME`; `sent`: when the mail was."""
    seen: set[str] = set()
    for number, part in enumerate(parts, 1):
        kind = part.get_content_type()
        name = _file_name(part) or (f"mail-{number}.eml" if kind == "message/rfc822" else f"attachment-{number}")
        uri = f"{blob.uri}/{name}" if name not in seen else f"{blob.uri}/{number}-{name}"
        seen.add(name)
        why = _FURNITURE.get(kind) or _MEDIA.get(part.get_content_maintype()) or why_not_file(name)
        if why:
            yield Skipped(uri, why)
            continue
        try:
            data = _attached(part)
        except _BROKEN:
            yield Failure(uri, STAGE, "broken", f"{uri}: the attachment is broken; save it from your mail program")
            continue
        yield Blob(uri, data, None if kind == "application/octet-stream" else kind, sent=sent)


def _attached(part: _Part) -> bytes:
    """An attachment's bytes; those of an attached mail are written out again."""
    inside = part.get_payload()
    if isinstance(inside, list) and inside and isinstance(inside[0], Message):
        return inside[0].as_bytes()
    return _payload(part)


def _payload(part: _Part) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, TypeError, LookupError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _file_name(part: _Part) -> str | None:
    """The attachment's name, without what would make it a path."""
    try:
        stated = part.get_filename()
    except (ValueError, TypeError, LookupError):
        return None
    name = PurePosixPath(_readable(stated).replace("\\", "/")).name.strip(". ") if stated else ""
    return name or None


def header_fields(mail: _Part) -> tuple[tuple[str, str], ...]:
    """The header as a mail program shows it; what says nothing is left out."""
    values = ((name, _value(mail, name)) for name in _SHOWN)
    return tuple((name, value) for name, value in values if value)


def header_time(mail: _Part) -> str | None:
    """When it was sent: its Date, else when the first server took it."""
    stated = (_value(mail, "Date"), _value(mail, "Sent"), _value(mail, "Resent-Date"))
    received = [str(value).rpartition(";")[2] for value in mail.get_all("Received", [])]
    found = next(filter(None, map(iso_stamp, (*stated, *reversed(received)))), None)
    # Why: a memorandum has a mail's header and a date as people write it.
    return found or next((value for value in stated if value and wording.BYLINE_DATE.fullmatch(value)), None)


def _value(mail: _Part, name: str) -> str | None:
    """A header's value as a person reads it, on one line."""
    # Why raw: the other way in loses bytes that no charset explains.
    raw = next((value for field, value in mail.raw_items() if field.lower() == name.lower()), None)
    if raw is None:
        return None
    value = " ".join(_readable(str(raw)).split())
    return (value if len(value) <= _LONGEST_FIELD else value[:_LONGEST_FIELD] + "…") or None


def _readable(raw: str) -> str:
    """A header's words, decoded (RFC 2047); bytes that no charset explains are read as UTF-8 or Windows-1252."""
    try:
        pieces = decode_header(raw)
    except (ValueError, LookupError):
        pieces = [(raw, None)]
    return encodable("".join(_piece(words, charset) for words, charset in pieces))


def _piece(words: bytes | str, charset: str | None) -> str:
    data = words if isinstance(words, bytes) else words.encode("utf-8", "surrogateescape")
    for name in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(name) if name else data.decode("ascii")
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("utf-8", "replace")
