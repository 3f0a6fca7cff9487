"""Web archives (WARC). In: a blob, gzipped or not. Out: each page that was saved, as a Blob under its web address.

Source: ISO 28500 (WARC 1.1). Of the records only answers, and texts taken from them, hold documents. The date of the
capture says when a page was saved, not when it was written: it is not used. The only importer of fastwarc.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.errors import UnreadableDocument
from timeline.model.event import Failure, Skipped
from timeline.read.archive import LARGEST, MOST_MEMBERS
from timeline.read.blob import STAGE, Blob, ReadOptions

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_NOT_READ = {
    "image/": "a picture", "audio/": "sound", "video/": "video", "font/": "a font", "text/css": "a style sheet",
    "text/javascript": "a script", "application/javascript": "a script", "application/x-javascript": "a script",
    "application/font": "a font", "text/dns": "a look-up",
}  # fmt: skip
_CHUNK = 1 << 20


def read_warc(blob: Blob, options: ReadOptions) -> Iterator[Blob | Failure | Skipped]:
    """The pages of a web archive, in its order. Raises UnreadableDocument (broken-archive, too-many)."""
    from fastwarc.warc import ArchiveIterator, conversion, resource, response

    told = f"{blob.uri}: is cut short or broken"
    count = last = 0
    try:
        kinds = response | resource | conversion
        for record in ArchiveIterator(io.BytesIO(blob.data), record_types=kinds, parse_http=False):
            count, last = count + 1, record.stream_pos
            if count > MOST_MEMBERS:
                raise UnreadableDocument(f"{blob.uri}: holds more than {MOST_MEMBERS:,} pages; divide it", "too-many")
            block = record.reader.read(LARGEST + 1)
            stated = record.headers.get("Content-Length") or ""
            if not stated.isdecimal() or len(block) < min(int(stated), LARGEST):
                raise EOFError(f"record {count} ends too soon")
            yield _page(blob, record, block, count)
    except UnreadableDocument:
        raise
    except Exception as error:
        # Why all: a damaged archive breaks the library in many ways.
        message = f"{told} ({error}); get it again ({count} records before the break were found)"
        yield Failure(blob.uri, STAGE, "broken-archive", message)
        return
    if blob.data.startswith(b"\x1f\x8b") and not _is_whole(blob.data, last):
        yield Failure(blob.uri, STAGE, "broken-archive", f"{told}; get it again (what came before the break was read)")
    elif count == 0:
        raise UnreadableDocument(f"{blob.uri}: no saved pages in it; remove it", "empty")


def _page(blob: Blob, record: WarcRecord, block: bytes, number: int) -> Blob | Failure | Skipped:
    """What one record holds, as its server sent it but for how it was packed."""
    from fastwarc.warc import WarcRecord as Record

    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    url = address if address.startswith(("http://", "https://")) else None
    uri = url or f"{blob.uri}#{number}"
    where = f"{blob.uri}#{number}"
    if len(block) > LARGEST:
        return Failure(
            where, STAGE, "too-large", f"{where}: {uri} is larger than {LARGEST >> 20} MB; save it as a file"
        )
    media_type, data = record.headers.get("Content-Type") or "", block
    if record.is_http:
        answer = Record()
        answer.set_bytes_content(block)
        answer.is_http = True
        answer.parse_http(auto_decode="all")
        status = answer.http_headers.status_code or 0
        media_type = answer.http_content_type or ""
        if not 200 <= status < 300:
            return Skipped(uri, f"no page: the server answered {status}")
        data = answer.reader.read(LARGEST + 1)
    why = next((why for start, why in _NOT_READ.items() if media_type.lower().startswith(start)), None)
    if why or not data.strip():
        return Skipped(uri, why or "an empty answer")
    return Blob(uri, data, media_type, url)


def _is_whole(data: bytes, start: int) -> bool:
    """Whether the gzip members from a place on end as they should."""
    rest = data[start:]
    unpacked = 0
    while rest:
        member = zlib.decompressobj(wbits=31)
        try:
            while rest and not member.eof:
                unpacked += len(member.decompress(rest, _CHUNK))
                rest = member.unconsumed_tail
                if unpacked > 2 * LARGEST:
                    return True
        except zlib.error:
            return False
        if not member.eof:
            return False
        rest = member.unused_data.lstrip(b"\0")
    return True
