"""Files that are nobody's document, told by their names. In: names. Out: why one is passed over, or None."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Container
from pathlib import PurePosixPath

_NAMES = re.compile(r"(?:thumbs\.db|desktop\.ini|~\$.*|.*~|icon\r)", re.I)
_SUFFIXES = {
    "a picture": "png jpg jpeg gif webp avif svg ico bmp tif tiff heic psd",
    "a font": "woff woff2 ttf otf eot",
    "a style sheet": "css scss less map",
    "a script": "js mjs ts jsx tsx",
    "sound": "mp3 wav ogg m4a flac aac opus",
    "video": "mp4 mov avi mkv webm m4v wmv",
    "a database": "sqlite sqlite3 db sqlite-wal sqlite-shm sqlite-journal",
    "a temporary file": "tmp part crdownload swp lock",
}
_WHY = {f".{suffix}": why for why, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_PAGE_FILES = re.compile(r"(.+)(?:_files|\.files|-Dateien|_fichiers|_archivos)", re.I)
PAGE_FILES = "the files of a saved page"
_PAGES = (".html", ".htm", ".xhtml")
SIDECAR = "sources.csv"
NAMES = "names.csv"
SIDECAR_WHY = "what is said of the sources beside it"
NAMES_WHY = "what is said of the names in the documents beside it"
_TOLD_BESIDE = {SIDECAR: SIDECAR_WHY, NAMES: NAMES_WHY}
_OUR_NAME = re.compile(r"timeline(?:[-_. ].*)?(?P<suffix>\.[a-z]+)", re.I)
_GENERATOR = re.compile(rb"""name=["']?generator["']?\s+content=["']?(?:event-)?timeline""", re.I)
_OUR_MARKS = {
    ".json": re.compile(rb'"schema_version"|"schema": "(?:Document|Event)"|"headline"|"items"'),
    ".jsonl": re.compile(rb'"date": \{"edtf"|"timestamp_desc"'),
    ".jsonld": re.compile(rb"schema\.org"),
    ".csv": re.compile(rb"\A\xef\xbb\xbf(?:id,title,date,date_timex|event,fate,id|id,key,uri,address|field,value\r)"),
    ".ics": re.compile(rb"PRODID:-//event-timeline"),
    ".mw": re.compile(rb'^edtf: "', re.M),
    ".parquet": re.compile(rb"\APAR1"),
}
_GENERATED_BY = b">event-timeline<"
_HEAD = 4096
_OUR_FOLDER = "timeline.timeml"
_WORKBOOKS = (".xlsx", ".docx")


def why_not_file(name: str, *, explicit: bool = False) -> str | None:
    """Why a file is passed over; one that a user names himself may begin with a dot."""
    if name.startswith(".") and (not explicit or name == ".DS_Store" or name.startswith("._")):
        return "a hidden file"
    if _NAMES.fullmatch(name):
        return "a system's or an editor's file"
    if name in _TOLD_BESIDE:
        return _TOLD_BESIDE[name]
    return _WHY.get(PurePosixPath(name).suffix.lower())


def why_not_folder(name: str, beside: Container[str]) -> str | None:
    """Why a folder is passed over; `beside`: the names of the files in the same folder."""
    if name.startswith("."):
        return "a hidden folder"
    if name in ("__pycache__", "node_modules", "__MACOSX"):
        return "a program's folder"
    if name == _OUR_FOLDER:
        return "an output of this program"
    return PAGE_FILES if any(page in beside for page in pages_of(name)) else None


def pages_of(folder: str) -> tuple[str, ...]:
    """The names that a saved page may have whose files lie in a folder of this name."""
    page = _PAGE_FILES.fullmatch(folder)
    return tuple(page[1] + suffix for suffix in _PAGES) if page else ()


def is_ours(name: str, data: bytes | bytearray) -> bool:
    """Whether a file is an output of this program, by its name and the marks it carries."""
    head = bytes(data[:_HEAD])
    if head.startswith(b"SQLite format 3\0"):
        return True
    ours = _OUR_NAME.fullmatch(name)
    suffix = ours["suffix"].lower() if ours else ""
    if suffix in _WORKBOOKS:
        return _GENERATED_BY in _about(data)
    return bool(ours and _OUR_MARKS.get(suffix, _GENERATOR).search(head))


def _about(archive: bytes | bytearray) -> bytes:
    """What an office document says of itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            return opened.read("docProps/core.xml")[:_HEAD]
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
        return b""
