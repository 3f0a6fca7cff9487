"""Outlook's mails: read like others, by the header that came over the net or by Outlook's own fields."""

from __future__ import annotations

import pytest

from tests.read.outlook_files import BODY, HEADERS, HTML, SENDER, SUBJECT, compound, mail_tree, msg
from tests.read.test_mail import HEADER, days
from tests.read.test_read import PROSE, kinds
from timeline.model.event import Failure
from timeline.model.text import DateCandidate, DateOrigin, Document
from timeline.read import Blob, read_blob

TEXT = "The bridge opens tomorrow.\r\n\r\n-----Original Message-----\r\nFrom: Tom Hall\r\nSent: Monday, February 17, 2020 10:00 AM\r\nTo: Ann\r\nSubject: Lock\r\n\r\nWe meet tomorrow.\r\n"
SENT = 1_583_307_000  # 2020-03-04 07:30 UTC


def documents(data: bytes, name: str = "a.msg") -> list[Document]:
    found = list(read_blob(Blob(name, data)))
    assert all(isinstance(item, Document) for item in found), found
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["a.msg", "a.txt", "a"])
def test_a_mail_with_its_header(name: str) -> None:
    first, quoted = documents(msg({SUBJECT: "Re: The bridge", HEADERS: HEADER, BODY: TEXT}, SENT), name)
    assert first.text.startswith(
        "From: Ann Lée <ann@rill.example>\nTo: Tom Hall <tom@hall.example>\nDate: Tue, 3 Mar 2020 23:30:00 -0800\n"
    )
    assert first.text.endswith("\n\nThe bridge opens tomorrow.\n")
    assert (first.source.author, first.source.title, first.source.uri) == ("Ann Lée", "Re: The bridge", name)
    assert days(first)["tomorrow"] == "2020-03-04", "the day after the sender's"
    assert (quoted.source.uri, days(quoted)["tomorrow"]) == (f"{name}#quoted-1", "2020-02-18")


def test_a_mail_without_a_header_is_told_by_outlooks_own_fields() -> None:
    (mail,) = documents(
        msg({SUBJECT: "Bridge", SENDER: "Ann Lee", HTML: "<p>It opens <b>tomorrow</b>.</p>"}, SENT, to="Tom Hall")
    )
    assert mail.text == "From: Ann Lee\nTo: Tom Hall\nDate: 2020-03-04T07:30Z\nSubject: Bridge\n\nIt opens tomorrow.\n"
    assert days(mail)["tomorrow"] == "2020-03-05"


def test_attachments() -> None:
    files = {"../notes.txt": PROSE.encode(), "logo.png": b"x", "mail": None, "": b"The ferry sank on 5 May 2001."}
    found = list(read_blob(Blob("a.msg", msg({SUBJECT: "Papers", BODY: "Here."}, SENT, files))))
    assert kinds(found) == [
        ("read", "a.msg"), ("read", "a.msg/notes.txt"), ("skipped", "a.msg/logo.png"), ("kept-apart", "a.msg/mail"), ("read", "a.msg/attachment-4"),
    ]  # fmt: skip
    assert isinstance(found[3], Failure)
    assert "save it as a file" in found[3].message
    assert isinstance(found[4], Document)
    assert found[4].date_candidates[-1] == DateCandidate("2020-03-04T07:30Z", DateOrigin.ENCLOSING_MAIL)


def test_an_attached_mail_is_a_mail() -> None:
    deepest = mail_tree({SUBJECT: "Deepest", BODY: "The mill burned yesterday."}, SENT - 86_400 * 40, inner=True)
    inner = mail_tree(
        {SUBJECT: "Lock", SENDER: "Tom Hall", BODY: "It failed yesterday."},
        SENT - 86_400 * 20,
        {"d": deepest, "n.txt": PROSE.encode()},
        inner=True,
    )
    found = documents(msg({SUBJECT: "Fwd", BODY: "See this."}, SENT, {"Lock": inner}))
    assert [item.source.uri for item in found] == ["a.msg", "a.msg/Lock", "a.msg/Lock/n.txt", "a.msg/Lock/d"]
    told = {item.source.title: days(item) for item in found}
    assert found[1].source.author == "Tom Hall"
    assert (told["Lock"], told["Deepest"]) == ({"yesterday": "2020-02-12"}, {"yesterday": "2020-01-23"})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (msg({SUBJECT: "x", BODY: "y"})[:1500], "broken"),
        (compound({"__properties_version1.0": bytes(32), "__substg1.0_0037001F": b"x"}), "empty"),
        (compound({"WordDocument": b"x"}), "unknown-format"),
    ],
)
def test_broken_mails(data: bytes, code: str) -> None:
    (failure,) = read_blob(Blob("a.msg", data))
    assert isinstance(failure, Failure)
    assert failure.code == code
    assert ";" in failure.message
