"""Outlook's mails (.msg). In: a blob. Out: documents, and attachments as Blobs. The only importer of oxmsg.

Source: [MS-OXMSG]. A mail attached to a mail lies in it as a storage of its own, under `a.msg/NAME`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.parser import HeaderParser
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure, Skipped
from timeline.model.text import Document
from timeline.read.blob import STAGE, Blob, ReadOptions
from timeline.read.correspondence import Letter, documents_of
from timeline.read.document import encodable
from timeline.read.fragment import text_of_html
from timeline.read.mail import header_fields, header_time
from timeline.read.nobody import why_not_file

if TYPE_CHECKING:
    from oxmsg.properties import Properties
    from oxmsg.storage import Storage

_WHOLE, _INNER = 32, 24
"""Where properties start: in a file, and in a mail that is attached ([MS-OXMSG] 2.4.1)."""
_ATTACHED_MAIL = "__substg1.0_3701000D"
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Mail:
    """A mail in the file: its uri, itself, and what is attached: (name, bytes or None, media type)."""

    uri: str
    letter: Letter
    files: tuple[tuple[str, bytes | None, str | None], ...]


def read_msg(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure | Skipped | Blob]:
    """An Outlook mail, the mails quoted in it or attached, and its attachments. Raises UnreadableDocument."""
    from oxmsg import Message

    try:
        # Why private: the library shows no attached mails, and its storage has them.
        storage = cast("Storage", Message.load(blob.data)._storage)
        mails = tuple(_mails(storage, blob.uri, _WHOLE))
    except Exception as error:
        # Why all: a damaged file breaks the library in many ways.
        message = f"{blob.uri}: the mail is damaged; save it from Outlook again, or as text"
        raise UnreadableDocument(message, "broken") from error
    for mail in mails:
        if mail.letter.text.strip() or mail.letter.field("Subject"):
            yield from documents_of(replace(blob, uri=mail.uri), mail.letter, options)
        elif not mail.files and len(mails) == 1:
            raise UnreadableDocument(f"{blob.uri}: no text in the mail; remove it", "empty")
        yield from _attachments(mail)


def _attachments(mail: _Mail) -> Iterator[Failure | Skipped | Blob]:
    for name, data, kind in mail.files:
        uri = f"{mail.uri}/{name}"
        why = why_not_file(name)
        if why:
            yield Skipped(uri, why)
        elif data is None:
            message = f"{uri}: only a link to it is in the mail; open it in Outlook and save it as a file"
            yield Failure(uri, STAGE, "kept-apart", message)
        else:
            yield Blob(uri, data, None if kind == "application/octet-stream" else kind, sent=mail.letter.sent)


def _mails(storage: Storage, uri: str, start: int, depth: int = 0) -> Iterator[_Mail]:
    """The mail in a storage, then those attached to it."""
    from oxmsg.attachment import Attachment

    files: list[tuple[str, bytes | None, str | None]] = []
    inner: list[tuple[Storage, str]] = []
    for number, place in enumerate(storage.iter_attachment_storages(), 1):
        attached = Attachment(place)
        mail = next((piece for piece in place.storages if piece.name.startswith(_ATTACHED_MAIL)), None)
        name = _name(attached.file_name, number)
        if mail is not None and depth < _DEEPEST:
            inner.append((mail, f"{uri}/{_name(attached.file_name or f'mail-{number}', number)}"))
        else:
            files.append((name, attached.file_bytes, attached.mime_type))
    yield _Mail(uri, _letter(storage, start), tuple(files))
    for mail, name in inner:
        yield from _mails(mail, name, _INNER, depth + 1)


def _letter(storage: Storage, start: int) -> Letter:
    """Who, when, about what, and the words: from the header that came over the net, else from Outlook's own fields."""
    from oxmsg.domain import constants as told_by
    from oxmsg.properties import Properties
    from oxmsg.recipient import Recipient

    properties = Properties(storage, start)
    header = HeaderParser().parsestr(properties.str_prop_value(told_by.PID_TRANSPORT_MESSAGE_HEADERS) or "")
    fields = dict(header_fields(header))
    submitted = properties.date_prop_value(told_by.PID_CLIENT_SUBMIT_TIME)
    sent = header_time(header) or (submitted.strftime("%Y-%m-%dT%H:%MZ") if submitted else None)
    to = (Recipient(place) for place in storage.iter_recipient_storages())
    own = {
        "From": _sender(properties),
        "To": "; ".join(filter(None, (person.name or person.email_address for person in to))),
        "Date": sent,
        "Subject": properties.str_prop_value(told_by.PID_SUBJECT),
    }
    told = {name: fields.get(name) or _line(own.get(name)) for name in ("From", "To", "Cc", "Date", "Subject")}
    shown = tuple((name, value) for name, value in told.items() if value)
    return Letter(shown, encodable(_body(properties)), sent, header.get("Message-ID"))


def _sender(properties: Properties) -> str | None:
    from oxmsg.domain import constants as told_by

    names = (told_by.PID_SENDER_NAME, told_by.PID_SENT_REPRESENTING_NAME)
    places = (told_by.PID_SENDER_SMTP_ADDRESS, told_by.PID_SENDER_EMAIL_ADDRESS)
    name = next(filter(None, map(properties.str_prop_value, names)), None)
    place = next((found for found in map(properties.str_prop_value, places) if found and "@" in found), None)
    return f"{name} <{place}>" if name and place else name or place


def _body(properties: Properties) -> str:
    """The text; the page where there is none."""
    from oxmsg.domain import constants as told_by

    text = properties.str_prop_value(told_by.PID_BODY)
    if text:
        return text
    page = properties.binary_prop_value(told_by.PID_HTML)
    html = (
        page.decode(properties.body_encoding, "replace") if page else properties.str_prop_value(told_by.PID_BODY_HTML)
    )
    return text_of_html(html) if html else ""


def _line(value: str | None) -> str | None:
    return " ".join(encodable(value).split()) or None if value else None


def _name(stated: str | None, number: int) -> str:
    """An attachment's name, without what would make it a path."""
    name = PurePosixPath(encodable(stated or "").replace("\\", "/").replace("\0", "")).name.strip(". ")
    return name or f"attachment-{number}"
