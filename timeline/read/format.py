"""What a file is, told by its content before its name. In: a Blob. Out: the suffix whose reader fits it.

To add a format: its signs here, its reader in `READERS`. A sure sign wins over any suffix; a likely one only where the
suffix is plain text's, missing, unknown, or plainly wrong (its own sure sign is not there).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Container
from types import MappingProxyType

from timeline.read.blob import Blob
from timeline.read.json_lines import looks_like_json, looks_like_records
from timeline.read.webpage import looks_like_webpage

Sign = Callable[[bytes], bool]

_HEAD = 8192
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LOCAL_HEADER = re.compile(rb"PK\x03\x04.{14}(?P<packed>.{4}).{4}(?P<name>..)(?P<extra>..)", re.S)
_MIMETYPE = re.compile(rb"PK\x03\x04.{26}mimetype(?:.{0,64}?)application/(?P<what>[\w.+-]+?)(?=PK|[^\w.+-])", re.S)
_ROOT = re.compile(
    rb"(?:(?><\?.{0,300}?\?>|<!--.{0,4000}?-->|<!doctype[^>\[]{0,300}+(?:\[.{0,4000}?\]\s*)?>)\s*)*+"
    rb"<(?:[\w.-]+:)?(?P<name>[\w.-]+)(?P<attributes>[^>]{0,2000})",
    re.S | re.I,
)
_MAIL_LINE = re.compile(rb"(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}):(?:[ \t]|\r?\n[ \t])")
_ENVELOPE = re.compile(rb"(?:>?From \S[^\r\n]* \d{4}[^\r\n]{0,20}\r?\n)>?[A-Za-z][A-Za-z0-9-]{1,40}:")
_SAVED_PAGE = re.compile(rb"^(?:snapshot-content-location:|from: <saved by )", re.I | re.M)
_CUE = re.compile(rb"\d{1,6}\s*?\n\s*\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->")
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_SURE_HEADERS = frozenset({b"message-id", b"received", b"mime-version", b"return-path", b"delivered-to"})
_OUTLOOK = (("__properties_version1.0", ".msg"), ("WordDocument", ".doc"), ("Workbook", ".xls"), ("PowerPoint", ".ppt"))


def _starts(*magic: bytes) -> Sign:
    return lambda data: data.startswith(magic)


def _opens(*magic: bytes) -> Sign:
    """What text opens with, whatever its encoding's mark."""
    return lambda data: opening(data).startswith(magic)


def _zipped(*inside: str) -> Sign:
    return lambda data: bool(zip_contents(data).intersection(inside))


def _compound(name: str) -> Sign:
    """An OLE compound file with a stream of this name."""
    return lambda data: data.startswith(_COMPOUND_FILE) and name.encode("utf-16-le") in data


def _root(*names: str) -> Sign:
    return lambda data: xml_root(data) in names


def _gzipped(sign: Sign) -> Sign:
    return lambda data: data.startswith(b"\x1f\x8b") and sign(_inflated(data))


SURE: tuple[tuple[str, Sign], ...] = (
    (".pdf", _opens(b"%PDF-")),
    (".rtf", _opens(b"{\\rtf")),
    (".docx", _zipped("word/document.xml")),
    (".xlsx", _zipped("xl/workbook.xml")),
    (".pptx", _zipped("ppt/presentation.xml")),
    (".docx", _compound("EncryptedPackage")),
    (".odt", _zipped("vnd.oasis.opendocument.text")),
    (".ods", _zipped("vnd.oasis.opendocument.spreadsheet")),
    (".epub", _zipped("epub+zip")),
    (".zip", _starts(b"PK\x03\x04", b"PK\x05\x06")),
    *((suffix, _compound(name)) for name, suffix in _OUTLOOK),
    (".warc", _starts(b"WARC/")),
    (".warc", _gzipped(_starts(b"WARC/"))),
    (".gz", _starts(b"\x1f\x8b")),
    (".bz2", _starts(b"BZh91AY&SY", *(b"BZh%d1AY&SY" % level for level in range(1, 10)))),
    (".xz", _starts(b"\xfd7zXZ\0")),
    (".tar", lambda data: data[257:262] == b"ustar"),
    (".vtt", _opens(b"WEBVTT")),
    (".ics", _opens(b"BEGIN:VCALENDAR")),
    (".rss", _root("rss")),
    (".rss", lambda data: xml_root(data) == "RDF" and b"purl.org/rss" in opening(data)),
    (".atom", _root("feed")),
    (".tei", _root("TEI", "TEI.2", "teiCorpus")),
    (".mhtml", lambda data: bool(_SAVED_PAGE.search(opening(data))) and is_mail(data)),
    (".mbox", lambda data: bool(_ENVELOPE.match(opening(data)))),
)
"""A format's suffix, and what only such a file has; the first that fits is taken."""

LIKELY: tuple[tuple[str, Sign], ...] = (
    (".html", looks_like_webpage),
    (".jsonl", looks_like_records),
    (".json", looks_like_json),
    (".eml", lambda data: is_mail(data, loosely=False)),
    (".srt", lambda data: bool(_CUE.match(opening(data)))),
)
"""What a text may turn out to be."""

NEEDED: MappingProxyType[str, Sign] = MappingProxyType(
    {
        ".html": lambda data: looks_like_webpage(data, loosely=True),
        ".htm": lambda data: looks_like_webpage(data, loosely=True),
        ".xhtml": lambda data: looks_like_webpage(data, loosely=True),
        ".eml": lambda data: is_mail(data, loosely=True),
        ".mhtml": lambda data: is_mail(data, loosely=True),
        ".mht": lambda data: is_mail(data, loosely=True),
        ".srt": lambda data: bool(_CUE.search(opening(data))),
        ".xml": lambda data: opening(data).startswith(b"<") and not looks_like_webpage(data),
    }
)
"""Without this, the suffix is wrong and the content is judged as if it had none."""

PLAIN = frozenset({"", ".txt", ".text", ".rst"})
"""Suffixes that say no more than that it is text."""

ALIASES: MappingProxyType[str, str] = MappingProxyType(
    {".docm": ".docx", ".tgz": ".gz", ".tbz2": ".bz2", ".txz": ".xz", ".zipx": ".zip"}
)

MEDIA_TYPES: MappingProxyType[str, str] = MappingProxyType(
    {
        "text/html": ".html",
        "application/xhtml+xml": ".html",
        "text/plain": ".txt",
        "text/markdown": ".md",
        "text/csv": ".csv",
        "text/tab-separated-values": ".tsv",
        "application/json": ".json",
        "application/x-ndjson": ".jsonl",
        "application/pdf": ".pdf",
        "message/rfc822": ".eml",
        "application/mbox": ".mbox",
        "text/xml": ".xml",
        "application/xml": ".xml",
        "application/rss+xml": ".rss",
        "application/atom+xml": ".atom",
        "text/vtt": ".vtt",
        "text/rtf": ".rtf",
        "application/rtf": ".rtf",
    }
)
"""What a sender says a thing is -> the suffix it would have; asked where its name tells nothing."""


def format_of(blob: Blob, known: Container[str]) -> str:
    """The suffix whose reader fits, `known` or not: content that is sure, then the name, then the media type."""
    for suffix, shows in SURE:
        if shows(blob.data):
            return suffix
    suffix = ALIASES.get(blob.suffix, blob.suffix)
    cut = blob.data.startswith(_COMPOUND_FILE) and suffix in dict(_OUTLOOK).values()
    if (suffix in _SURE_SUFFIXES and not cut) or (suffix in NEEDED and not NEEDED[suffix](blob.data)):
        suffix = ""
    if suffix not in known or suffix in PLAIN:
        suffix = MEDIA_TYPES.get((blob.media_type or "").partition(";")[0].strip().lower(), suffix)
    if suffix not in known or suffix in PLAIN:
        suffix = next((likely for likely, looks in LIKELY if looks(blob.data)), suffix)
    return suffix or ".txt"


_SURE_SUFFIXES = frozenset(suffix for suffix, _ in SURE)


def opening(data: bytes) -> bytes:
    """The first bytes of a text as if it were ASCII: without byte order mark, leading space or UTF-16's NULs."""
    head = data[:_HEAD]
    wide = head.startswith(_MARKS[1:]) or head[:4].count(0) == 2
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return (head.replace(b"\0", b"") if wide else head).lstrip()


def xml_root(data: bytes) -> str | None:
    """The local name of an XML text's first element; None for what is no XML. HTML's elements do not count."""
    found = _ROOT.match(opening(data))
    name = found["name"].decode("ascii", "replace") if found else ""
    return None if not name or name.lower() in ("html", "head", "body", "p", "div", "br", "a") else name


def is_mail(data: bytes, *, loosely: bool = False) -> bool:
    """Whether bytes open with a mail's header (`loosely`: with any header line)."""
    names: list[bytes] = []
    at, head = 0, opening(data)
    for line in re.finditer(rb"[^\n]*\n?", head):
        if not line[0].strip():
            break
        field = _MAIL_LINE.match(line[0])
        if field is None and not (names and line[0][:1] in b" \t"):
            return False if at == 0 or not loosely else bool(names)
        if field:
            names.append(field["name"].lower())
        at = line.end()
    if loosely:
        return bool(names)
    told = set(names)
    return b"from" in told and (
        bool(told & _SURE_HEADERS) or {b"subject"} < told & {b"subject", b"date", b"sent", b"to"}
    )


def zip_contents(data: bytes) -> frozenset[str]:
    """The first names in a zip, and the media type that office documents and books give themselves; cut ones too."""
    if not data.startswith(b"PK\x03\x04"):
        return frozenset()
    mimetype = _MIMETYPE.match(data[:256])
    found = {mimetype["what"].decode("ascii", "replace")} if mimetype else set()
    for entry in _LOCAL_HEADER.finditer(data):
        (length,) = struct.unpack("<H", entry["name"])
        found.add(data[entry.end() : entry.end() + length].decode("utf-8", "replace"))
        if len(found) > 64:
            break
    return frozenset(found)


def _inflated(data: bytes) -> bytes:
    """The first bytes of what a gzip holds."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:_HEAD], _HEAD)
    except zlib.error:
        return b""
