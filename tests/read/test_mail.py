"""Mails: each message, quoted and forwarded ones too, is a document that counts from its own date."""

from __future__ import annotations

import quopri
from email.message import EmailMessage

import pytest

from tests.read.test_archive import zipped
from tests.read.test_read import PAGE, PROSE, kinds
from timeline.model.event import Failure, Skipped
from timeline.model.text import DateOrigin, Document, PartKind
from timeline.pipeline import Options, resolved
from timeline.read import Blob, read_blob

HEADER = """\
Message-ID: <m1@rill.example>
From: =?utf-8?q?Ann_L=C3=A9e?= <ann@rill.example>
To: Tom Hall <tom@hall.example>
Date: Tue, 3 Mar 2020 23:30:00 -0800
Subject: Re: The bridge
"""


def mail(body: str, header: str = HEADER) -> bytes:
    return f"{header}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}".encode()


def documents(data: bytes, name: str = "a.eml") -> list[Document]:
    found = list(read_blob(Blob(name, data)))
    assert all(isinstance(item, Document) for item in found), found
    return found  # type: ignore[return-value]


def days(document: Document) -> dict[str, str | None]:
    """What each expression in a document's own words means; its header has none."""
    known = resolved(document, Options())
    header = [part.span for part in document.parts if part.kind is PartKind.BYLINE]
    return {
        found.mention.text: found.value.edtf if found.value else None
        for found in known.resolutions
        if not any(span.meets(found.mention.span) for span in header)
    }


def test_a_mail_is_a_document_with_its_header() -> None:
    (document,) = documents(mail("The bridge opens tomorrow.\n\nThe mayor comes today.\n\n-- \nAnn, since 1999\n"))
    source = document.source
    assert document.text == (
        "From: Ann Lée <ann@rill.example>\nTo: Tom Hall <tom@hall.example>\nDate: Tue, 3 Mar 2020 23:30:00 -0800\n"
        "Subject: Re: The bridge\n\nThe bridge opens tomorrow.\n\nThe mayor comes today.\n\n-- \nAnn, since 1999\n"
    )
    assert (source.uri, source.title, source.author, source.key) == (
        "a.eml",
        "Re: The bridge",
        "Ann Lée",
        "<m1@rill.example>",
    )
    assert [(date.text, date.origin) for date in document.date_candidates] == [
        ("2020-03-03T23:30-08:00", DateOrigin.MAIL_HEADER)
    ]
    assert days(document) == {"tomorrow": "2020-03-04", "today": "2020-03-03", "1999": "1999/.."}
    marked = [(part.kind.value, document.text[part.span.start : part.span.end]) for part in document.parts]
    assert ("title", "Re: The bridge") in marked
    assert ("boilerplate", "-- \nAnn, since 1999") in marked
    assert [place.locator.header for place in document.places] == ["From", "To", "Date", "Subject", None]


QUOTES = {
    "a reply under an introduction": (
        "I agree.\n\nOn Mon, 17 Feb 2020 at 10:00, Tom Hall <tom@hall.example> wrote:\n> We meet tomorrow.\n>\n> Tom\n",
        [("I agree.", None), ("quoted-1", "2020-02-17", "Tom Hall")],
    ),
    "an introduction over two lines": (
        "Yes.\n\nOn Mon, Feb 17, 2020 at 10:00 AM Tom Hall <tom@hall.example>\nwrote:\n\n> We meet tomorrow.\n",
        [("Yes.", None), ("quoted-1", "2020-02-17", "Tom Hall")],
    ),
    "an introduction whose first line alone has the date": (
        "I come on 3 March.\nOn Monday, 17 February 2020 at 10:00,\nTom Hall <tom@hall.example> wrote:\n> We meet tomorrow.\n",
        [("I come on 3 March.", None), ("quoted-1", "2020-02-17", "Tom Hall")],
    ),
    "an introduction without a date": (
        "I come on 3 March 2020.\nTom wrote:\n> We meet in May 2021.\n",
        [("I come on 3 March 2020.", None), ("quoted-1", None, "Tom")],
    ),
    "a notice before a quote that is none": (
        "Forwarded message\n\n> We meet in May 2021.\n",
        [("Forwarded message", None), ("quoted-1", None, None)],
    ),
    "the foot of a mailing list": (
        "We meet tomorrow.\n_______________________________________________\nRill mailing list\nrill@rill.example\n",
        [("We meet tomorrow.\n_______________________________________________\nRill mailing list\nrill@rill.example", "2020-03-04")],
    ),
    "an answer between the lines": (
        "On 17 February 2020, Tom Hall wrote:\n> We meet tomorrow.\n\nGood.\n\n> And then we go home.\n\nGood too.\n",
        [("Good.\n\nGood too.", None), ("quoted-1", "2020-02-17", "Tom Hall")],
    ),
    "quotes in quotes": (
        "Yes.\n\nOn 17 February 2020, Tom Hall wrote:\n> No.\n>\n> On 12 February 2020, Jo Ray wrote:\n>> They meet tomorrow.\n",
        [("Yes.", None), ("quoted-1", "2020-02-17", "Tom Hall"), ("quoted-2", "2020-02-12", "Jo Ray")],
    ),
    "an original message": (
        "See below.\n\n-----Original Message-----\nFrom: Tom Hall\nSent: Monday, February 17, 2020 10:00 AM\nTo: Ann\nSubject: Lock\n\nWe meet tomorrow.\n",
        [("See below.", None), ("quoted-1", "2020-02-17", "Tom Hall")],
    ),
    "header lines without a separator": (
        "See below.\n\n________________________________\n*From:* Tom Hall <tom@hall.example>\n*Sent:* Monday, February 17, 2020 10:00 AM\n*To:* Ann\n*Subject:* Lock\n\nWe meet tomorrow.\n",
        [("See below.", None), ("quoted-1", "2020-02-17", "Tom Hall")],
    ),
    "a forwarded message": (
        "For you.\n\n---------- Forwarded message ---------\nFrom: Tom Hall <tom@hall.example>\nDate: Mon, 17 Feb 2020 at 10:00\nSubject: Lock\nTo: Ann\n\nWe meet tomorrow.\n",
        [("For you.", None), ("forwarded-1", "2020-02-17", "Tom Hall")],
    ),
    "a forwarded message with marks": (
        "For you.\n\nBegin forwarded message:\n\n> From: Tom Hall <tom@hall.example>\n> Subject: Lock\n> Date: 17 February 2020 at 10:00:00 GMT\n> To: Ann\n>\n> We meet tomorrow.\n",
        [("For you.", None), ("forwarded-1", "2020-02-17", "Tom Hall")],
    ),
    "nothing but a forwarded message": (
        "-----Original Message-----\nFrom: Tom Hall\nSent: Monday, February 17, 2020 10:00 AM\nTo: Ann\nSubject: Lock\n\nWe meet tomorrow.\n",
        [("quoted-1", "2020-02-17", "Tom Hall")],
    ),
    "a forward that names no sender": (
        "---------------------- Forwarded by Tom Hall/RILL on 17 February 2020 01:24 PM ---------------------------\n\nWe meet tomorrow.\n",
        [("forwarded-1", "2020-02-17", None)],
    ),
    "a forward whose sender stands on a line of its own": (
        "---------------------- Forwarded by Tom Hall/RILL on 03/21/2020 01:24 PM ---------------------------\n\n\nJo Ray <jo@ray.example> on 02/17/2020 11:02:00 AM\nTo: Tom Hall\ncc:\nSubject: Lock\n\nWe meet tomorrow.\n",
        [("forwarded-1", "2020-02-17", None)],
    ),
    "a reply in German": (
        "Einverstanden.\n\nAm 17.02.2020 um 10:00 schrieb Tom Hall:\n> Die Brücke wurde gestern eröffnet, und der Bürgermeister hielt eine Rede.\n",
        [("Einverstanden.", None), ("quoted-1", "2020-02-17", "Tom Hall")],
    ),
    "a quote of nobody knows when": (
        "Yes.\n\n> We meet in May 2021.\n",
        [("Yes.", None), ("quoted-1", None, None)],
    ),
    "prose that speaks of writing": (
        "On 17 February 2020 the Echo wrote:\n\nThe lock failed.\n\nWe meet tomorrow.\n",
        [("On 17 February 2020 the Echo wrote:\n\nThe lock failed.\n\nWe meet tomorrow.", "2020-03-04")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", QUOTES)
def test_what_a_mail_quotes_counts_from_its_own_date(name: str) -> None:
    body, expected = QUOTES[name]
    found = documents(mail(body))
    assert len(found) == len(expected)
    for document, (told, *rest) in zip(found, expected, strict=True):
        dating = resolved(document, Options()).dating
        if document.source.uri == "a.eml":
            assert document.text.partition("\n\n")[2].strip() == told
            assert days(document).get("tomorrow") == rest[0]
        else:
            assert document.source.uri == f"a.eml#{told}"
            sent = (dating.value.edtf or "")[:10] if dating and dating.stated else None
            assert [sent, document.source.author] == rest
            assert document.source.title in ("The bridge", "Lock")
            following = f"{sent[:-2]}{int(sent[-2:]) + 1}" if sent else None
            assert days(document).get("tomorrow", following) == following


def test_the_quotes_of_a_page() -> None:
    page = (
        "<html><body><div>I agree.</div><div class='gmail_quote'><div>On Mon, 17 Feb 2020 at 10:00, Tom Hall &lt;tom@hall.example&gt; wrote:<br></div>"
        "<blockquote><div>We meet tomorrow.</div><div>On 12 February 2020, Jo Ray wrote:</div><blockquote>The lock failed.</blockquote></blockquote></div></body></html>"
    )
    found = documents((HEADER + "Content-Type: text/html; charset=utf-8\n\n" + page).encode())
    assert [item.source.uri for item in found] == ["a.eml", "a.eml#quoted-1", "a.eml#quoted-2"]
    assert found[0].text.endswith("\n\nI agree.\n")
    assert days(found[1])["tomorrow"] == "2020-02-18"
    assert found[2].text.endswith("The lock failed.\n")


@pytest.mark.parametrize(
    "header",
    [
        "<div><b>From:</b> Tom Hall &lt;tom@hall.example&gt;<br><b>Sent:</b> Monday, February 17, 2020 10:00 AM<br><b>To:</b> Ann<br><b>Subject:</b> Lock<br></div>",
        "<div>Begin forwarded message:</div><blockquote><div><b>From: </b>Tom Hall</div><div><b>Subject: </b>Lock</div><div><b>Date: </b>17 February 2020 at 10:00:00 GMT</div></blockquote>",
        "<div>-------- Forwarded Message --------</div><table><tr><th>Subject: </th><td>Lock</td></tr><tr><th>Date: </th><td>Mon, 17 Feb 2020 10:00:00 +0000</td></tr><tr><th>From: </th><td>Tom Hall</td></tr></table>",
    ],
)
def test_the_forwards_of_pages(header: str) -> None:
    page = header.removesuffix("</blockquote>") + "<p>We meet tomorrow.</p>"
    found = documents((HEADER + "Content-Type: text/html\n\n<div>For you.</div>" + page).encode())
    assert [item.source.author for item in found] == ["Ann Lée", "Tom Hall"]
    assert found[0].text.endswith("\n\nFor you.\n")
    assert (found[1].source.title, days(found[1])) == ("Lock", {"tomorrow": "2020-02-18"})


def test_attachments_are_read_by_their_own_type() -> None:
    inner = EmailMessage()
    inner["From"], inner["Date"], inner["Subject"] = "Jo Ray <jo@ray.example>", "Fri, 3 Jan 2020 10:00:00 +0100", "Lock"
    inner.set_content("The ferry sank yesterday.\n")
    outer = EmailMessage()
    outer["From"], outer["Date"], outer["Subject"] = (
        "Ann <ann@rill.example>",
        "Tue, 3 Mar 2020 10:00:00 +0100",
        "Papers",
    )
    outer.set_content("Here they are.\n")
    outer.add_attachment(PROSE, filename="../../notes.txt")
    outer.add_attachment(PAGE.encode(), maintype="application", subtype="octet-stream", filename="page.html")
    outer.add_attachment(
        zipped({"in.md": f"# In\n\n{PROSE}"}), maintype="application", subtype="zip", filename="all.zip"
    )
    outer.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png")
    outer.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    outer.add_attachment(inner)
    found = list(read_blob(Blob("a.eml", outer.as_bytes())))
    assert kinds(found) == [
        ("read", "a.eml"), ("read", "a.eml/notes.txt"), ("read", "a.eml/page.html"), ("read", "a.eml/all.zip/in.md"),
        ("skipped", "a.eml/logo.png"), ("skipped", "a.eml/smime.p7s"), ("read", "a.eml/mail-6.eml"),
    ]  # fmt: skip
    assert isinstance(found[-1], Document)
    assert days(found[-1]) == {"yesterday": "2020-01-02"}


ATTACHED = {
    "no date of its own": ("The ferry sank yesterday, and nobody was on it.\n", "a.txt", "2020-03-02", "enclosing-mail"),
    "a byline": ("Ferry sinks\n\nBy Jo Ray | 4 January 2019\n\nThe ferry sank yesterday, and nobody was on it.\n", "a.txt", "2019-01-03", "byline"),
    "a file name": ("The ferry sank yesterday, and nobody was on it.\n", "2019-01-04.txt", "2019-01-03", "file-name"),
    "a mail without a date": ("From: Jo <jo@ray.example>\nSubject: Lock\n\nThe ferry sank yesterday.\n", "a.eml", None, None),
    "what lies after the mail": ("The ferry sank on 4 May 2021, and nobody was on it.\n", "a.txt", None, "text"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "yesterday", "origin"), ATTACHED.values(), ids=ATTACHED)
def test_an_attachment_without_a_date_takes_its_mails(
    text: str, name: str, yesterday: str | None, origin: str | None
) -> None:
    outer = EmailMessage()
    outer["From"], outer["Date"], outer["Subject"] = "Ann <a@b.example>", "Tue, 3 Mar 2020 10:00:00 +0100", "Papers"
    outer.set_content("Here it is.\n\nOn 17 February 2019, Tom wrote:\n> The ferry sinks tomorrow.\n")
    outer.add_attachment(zipped({name: text}), maintype="application", subtype="zip", filename="all.zip")
    _, quoted, attached = documents(outer.as_bytes())
    assert days(quoted) == {"tomorrow": "2019-02-18"}
    known = resolved(attached, Options())
    assert days(attached).get("yesterday") == yesterday
    assert (known.written and known.written.origin) == origin
    if origin == "enclosing-mail":
        assert known.dating is not None
        assert "the mail was sent that it is attached to" in known.dating.steps[0]


@pytest.mark.parametrize(
    ("header", "date", "author"),
    [
        ("From: ann@rill.example\nSubject: x\n", None, "ann@rill.example"),
        ("From: Ann <ann@rill.example>\nSubject: x\nDate: yesterday or so\n", None, "Ann"),
        ("From: Ann <ann@rill.example>\nSubject: x\nDate: Tue, 32 Mar 2020 10:00:00 +0100\n", None, "Ann"),
        ("From: Ann <ann@rill.example>\nSubject: x\nDate: 3 Mar 2020 10:00\n", "2020-03-03T10:00", "Ann"),
        ("From: Ann <ann@rill.example>\nSubject: x\nDate: Tue, 3 Mar 2020 10:00:00 GMT\n", "2020-03-03T10:00+00:00", "Ann"),
        ("Received: by a; Tue, 3 Mar 2020 11:00:00 +0100\nReceived: by b; Tue, 3 Mar 2020 10:00:00 +0100\nFrom: Ann <a@b.example>\nSubject: x\n",
         "2020-03-03T10:00+01:00", "Ann"),
        ("From: =?unknown?b?!!?= <ann@rill.example>\nSubject: =?utf-8?q?=ff?=\nDate: \n", None, None),
        ("From: Ren\xe9e <r@rill.example>\nSubject: x\n", None, "Renée"),
        ("broken\nFrom: Ann <ann@rill.example>\nSubject: x\n", None, None),
    ],
)  # fmt: skip
def test_headers_as_they_come(header: str, date: str | None, author: str | None) -> None:
    (document,) = documents(header.encode("latin-1") + b"\n" + PROSE.encode(), "a.eml")
    stated = [found.text for found in document.date_candidates if found.origin is DateOrigin.MAIL_HEADER]
    assert stated == ([date] if date else [])
    assert author is None or document.source.author == author
    assert PROSE.strip() in document.text


@pytest.mark.parametrize(
    ("charset", "encoding", "words"),
    [
        ("iso-8859-1", "8bit", "Die Brücke über den Bach."),
        ("koi8-r", "8bit", "Мост открыт завтра."),
        ("utf-8", "quoted-printable", "Zoë’s bridge."),
        ("x-nothing", "8bit", "The bridge is plain."),
        ("utf-8", "base64", "Zoë’s bridge."),
    ],
)
def test_charsets_and_encodings(charset: str, encoding: str, words: str) -> None:
    import base64

    raw = words.encode("utf-8" if charset.startswith("x-") else charset)
    body = {"8bit": raw, "quoted-printable": quopri.encodestring(raw), "base64": base64.encodebytes(raw)}[encoding]
    header = f"{HEADER}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    (document,) = documents(header.encode() + body)
    assert words in document.text


def test_a_mailbox_is_its_mails() -> None:
    box = b"".join(
        b"From ann@rill.example Tue Mar  3 10:00:00 2020\n"
        + mail(f"Number {number}.\n\n>From here on nothing.\n\n> Old words.\n")
        + b"\n"
        for number in (1, 2)
    )
    for name in ("box.mbox", "box.txt", "Inbox"):
        found = documents(box, name)
        assert [item.source.uri for item in found] == [
            f"{name}#1",
            f"{name}#1.quoted-1",
            f"{name}#2",
            f"{name}#2.quoted-1",
        ]
        assert "\nFrom here on nothing." in found[0].text
    assert documents(box, "box.mbox")[0].source.id != documents(box, "box.mbox")[2].source.id


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.eml", "page"])
def test_a_page_saved_as_mhtml_is_a_page(name: str) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("the mayor", "Mayor Brûlé")
    data = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://www.rill.example/1951/05/05/b\nSubject: Bridge\n"
        b"Date: Thu, 5 Mar 2020 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n"
        b"--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://www.rill.example/1951/05/05/b\n\n"
    ) + quopri.encodestring(page.encode("cp1252")) + b"\n--b\nContent-Type: text/css\n\np {}\n--b--\n"  # fmt: skip
    (document,) = documents(data, name)
    assert (document.source.uri, document.source.media_type, document.source.publisher) == (
        name,
        "text/html",
        "rill.example",
    )
    assert "Mayor Brûlé" in document.text
    assert [(date.text, date.origin) for date in document.date_candidates] == [("1951-05-05", DateOrigin.URL)]


def test_a_text_with_a_mails_header_is_a_mail_and_others_are_not() -> None:
    assert documents(mail(PROSE), "a.txt")[0].source.media_type == "message/rfc822"
    assert documents(b"Note: read this.\n\n" + PROSE.encode(), "a.eml")[0].text.startswith("Subject") is False
    assert documents(PROSE.encode(), "a.eml")[0].source.media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"From: a@b.example\nDate: Tue, 3 Mar 2020 10:00:00 +0100\nMIME-Version: 1.0\n\n", ["empty"]),
        (mail("x" * 10)[:150], ["read"]),
        (HEADER.encode() + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nHello on 4 May 1951.\n', ["read"]),
        (HEADER.encode() + b'Content-Type: multipart/mixed\n\nHello on 4 May 1951.\n', ["read"]),
        (HEADER.encode() + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!\n", ["read"]),
        (HEADER.encode() + b"Content-Type: text/plain\n\n" + bytes(range(256)) * 9, ["read", "binary"]),
        (HEADER.encode() + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: application/zip; name=a.zip\n\nPK\x03\x04\n--b--\n', ["read", "broken-archive"]),
    ],
)  # fmt: skip
def test_broken_mails(data: bytes, codes: list[str]) -> None:
    found = list(read_blob(Blob("a.eml", data)))
    assert [kind for kind, _ in kinds(found)] == codes
    assert all(";" in item.message for item in found if isinstance(item, Failure))
    assert not any(isinstance(item, Skipped) for item in found)
