"""One whole file of each format, and its broken twins: what a folder of real material may hold."""

from __future__ import annotations

import gzip
import json

from tests.read.outlook_files import BODY, SUBJECT, msg
from tests.read.packages import docx, epub, odt, p
from tests.read.pdfs import Page, pdf
from tests.read.test_archive import encrypted, tarred, zipped
from tests.read.test_feed import ATOM, RSS
from tests.read.test_mail import mail
from tests.read.test_office import RTF
from tests.read.test_pdf import filler
from tests.read.test_records import csv_of, workbook
from tests.read.test_web_archive import answer
from tests.read.test_xml import SRT, VTT, tei

TOLD = "The {} over the Rill was opened on 4 May 1951 by the mayor, who cut a ribbon and made a long speech."


def told(what: str) -> str:
    """A text of its own for each file, so that no two are copies."""
    return TOLD.format(what)


def page(what: str) -> str:
    return f"<!doctype html><html><head><title>The {what}</title></head><body><h1>The {what}</h1><p>{told(what)}</p></body></html>"


def ics(what: str) -> bytes:
    entry = f"BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:19510504\nSUMMARY:The {what} is opened\nEND:VEVENT\n"
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{entry}END:VCALENDAR\n".encode()


_MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://rill.example/m\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Location: https://rill.example/m\n\n'
    + page("mill") + "\n--b--\n"
)  # fmt: skip

WHOLE: dict[str, bytes] = {
    "text.txt": told("bridge").encode(),
    "notes.md": f"# The tunnel\n\n{told('tunnel')}\n".encode(),
    "manual.rst": told("weir").encode(),
    "page.html": page("lock").encode(),
    "saved.mhtml": _MHTML.encode(),
    "paper.pdf": pdf([Page().column(72, 700, [filler(1), "It was opened on 4 May 1951."])]),
    "letter.docx": docx(p(told("ferry"))),
    "letter.odt": odt(f"<text:p>{told('dam')}</text:p>"),
    "book.epub": epub({"a.xhtml": f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{told('canal')}</p></body></html>"}),
    "letter.rtf": RTF if isinstance(RTF, bytes) else RTF.encode(),
    "edition.xml": tei().encode(),
    "talk.srt": SRT.encode(),
    "talk.vtt": VTT.encode(),
    "mail.eml": mail(f"{told('jetty')}\n\nOn 17 February 2020, Tom Hall wrote:\n> {told('quay')}\n"),
    "mail.msg": msg({SUBJECT: "The pier", BODY: told("pier")}, 1_583_307_000),
    "box.mbox": b"From a@b.example Tue Mar  3 10:00:00 2020\n" + mail(told("ford")),
    "feed.rss": RSS.encode(),
    "feed.atom": ATOM.encode(),
    "record.json": json.dumps([{"text": told("viaduct")}]).encode(),
    "records.jsonl": json.dumps({"text": told("aqueduct")}).encode(),
    "rows.csv": csv_of(",").encode(),
    "rows.tsv": f"text\n{told('causeway')}\n".encode(),
    "rows.xlsx": workbook([["text"], [told("sluice")]]),
    "kept.ics": ics("mill"),
    "web.warc": answer("https://rill.example/w", page("wharf").encode()),
    "web.warc.gz": gzip.compress(answer("https://rill.example/g", page("gate").encode())),
    "all.zip": zipped({"in/a.txt": told("tower"), "in/b.html": page("town")}),
    "all.tar": tarred({"a.txt": told("towpath")}),
    "all.tar.gz": tarred({"a.txt": told("turnpike")}, "w:gz"),
    "one.txt.gz": gzip.compress(told("toll").encode()),
}  # fmt: skip
"""A name -> its bytes."""

_LAUGHS = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip

BROKEN: dict[str, bytes] = {
    "empty.txt": b"",
    "noise.txt": bytes(range(256)) * 40,
    "cut.pdf": WHOLE["paper.pdf"][:300],
    "cut.docx": WHOLE["letter.docx"][:400],
    "cut.odt": WHOLE["letter.odt"][:300],
    "cut.epub": WHOLE["book.epub"][:400],
    "cut.msg": WHOLE["mail.msg"][:1500],
    "cut.zip": WHOLE["all.zip"][:200],
    "cut.tar": WHOLE["all.tar"][:600],
    "cut.tar.gz": WHOLE["all.tar.gz"][:60],
    "cut.gz": WHOLE["one.txt.gz"][:40],
    "cut.warc": WHOLE["web.warc"][:-100],
    "cut.warc.gz": WHOLE["web.warc.gz"][:-40],
    "cut.xlsx": WHOLE["rows.xlsx"][:900],
    "cut.ics": WHOLE["kept.ics"][:130],
    "cut.json": WHOLE["record.json"][:40],
    "cut.jsonl": WHOLE["records.jsonl"][:40],
    "cut.rss": b'<?xml version="1.0"?><rss version="2.0"><channel><title>x',
    "cut.tsv": b"text\n\"" + told("x").encode(),
    "cut.eml": b"From: a@b.example\nDate: Tue, 3 Mar 2020 10:00:00 +0100\nMIME-Version: 1.0\n",
    "nothing.csv": b"a,b\n1,2\n",
    "old.doc": b"\xd0\xcf\x11\xe0" + bytes(508) + "WordDocument".encode("utf-16-le") + bytes(512),
    "locked.zip": encrypted(),
    "bomb.zip": zipped({"a.txt": "0" * 30_000_000}),
    "bomb.gz": gzip.compress(b"0" * 30_000_000),
    "out.zip": zipped({"../../a.txt": told("x")}),
    "laughs.xml": (_LAUGHS + "<r>&i;</r>").encode(),
    "reaches.xml": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>',
    "laughs.rss": (_LAUGHS + "<rss version='2.0'><channel><item><title>&i;</title></item></channel></rss>").encode(),
}  # fmt: skip
"""Twins that cannot be read: each is one failure."""

WRONG_SUFFIX: dict[str, str] = {
    "page.html": "txt", "paper.pdf": "doc", "letter.docx": "zip", "mail.eml": "txt", "all.zip": "docx", "rows.xlsx": "csv",
    "feed.rss": "html", "text.txt": "pdf", "web.warc": "bin", "book.epub": "html", "mail.msg": "eml", "talk.vtt": "srt",
    "kept.ics": "txt",
}  # fmt: skip
"""Whole files under wrong suffixes: read by what they are."""
