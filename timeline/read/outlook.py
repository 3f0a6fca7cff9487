"""Outlook's mails (.msg). In: a blob. Out: documents, and attachments as Blobs. The only importer of oxmsg.

Source: [MS-OXMSG]. The library knows of attached files; a mail attached to a mail is a Failure that says what to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

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
    from oxmsg import Message


def read_msg(blob: Blob, options: ReadOptions) -> Iterator[Document | Failure | Skipped | Blob]:
    """An Outlook mail, the mails quoted in it, and its attachments. Raises UnreadableDocument (broken, empty)."""
    from oxmsg import Message

    try:
        mail = Message.load(blob.data)
        letter = _letter(mail)
        attached = [(item.file_name, item.file_bytes, item.mime_type) for item in mail.attachments]
    except Exception as error:
        # Why all: a damaged file breaks the library in many ways.
        message = f"{blob.uri}: the mail is damaged; save it from Outlook again, or as text"
        raise UnreadableDocument(message, "broken") from error
    if letter.text.strip() or letter.field("Subject"):
        yield from documents_of(blob, letter, options)
    elif not attached:
        raise UnreadableDocument(f"{blob.uri}: no text in the mail; remove it", "empty")
    for number, (stated, data, kind) in enumerate(attached, 1):
        name = _name(stated, number)
        uri = f"{blob.uri}/{name}"
        why = why_not_file(name)
        if why:
            yield Skipped(uri, why)
        elif data is None:
            message = f"{uri}: a mail or a link that Outlook keeps apart; open it in Outlook and save it as a file"
            yield Failure(uri, STAGE, "kept-apart", message)
        else:
            yield Blob(uri, data, None if kind == "application/octet-stream" else kind)


def _letter(mail: Message) -> Letter:
    """Who, when, about what, and the words: from the header that came over the net, else from Outlook's own fields."""
    from oxmsg.domain.constants import PID_SENDER_NAME

    header = HeaderParser().parsestr("".join(f"{name}: {value}\n" for name, value in mail.message_headers.items()))
    fields = dict(header_fields(header))
    sent = header_time(header)
    if sent is None and mail.sent_date is not None:
        sent = mail.sent_date.strftime("%Y-%m-%dT%H:%MZ")
    to = "; ".join(filter(None, (person.name or person.email_address for person in mail.recipients)))
    sender = mail.sender or mail.properties.str_prop_value(PID_SENDER_NAME)
    own = {"From": sender, "To": to, "Date": sent, "Subject": mail.subject}
    told = {name: fields.get(name) or _line(own.get(name)) for name in ("From", "To", "Cc", "Date", "Subject")}
    html = mail.html_body
    text = mail.body or (text_of_html(html) if html else "")
    shown = tuple((name, value) for name, value in told.items() if value)
    return Letter(shown, encodable(text), sent, header.get("Message-ID"))


def _line(value: str | None) -> str | None:
    return " ".join(encodable(value).split()) or None if value else None


def _name(stated: str | None, number: int) -> str:
    """An attachment's name, without what would make it a path."""
    name = PurePosixPath(encodable(stated or "").replace("\\", "/").replace("\0", "")).name.strip(". ")
    return name or f"attachment-{number}"
