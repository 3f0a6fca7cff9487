"""From what the user names to files. In: files, folders, globs. Out: files with relative uris, in a fixed order.

A uri is the path inside the folder that was given, or the file's name; never absolute. Where two given
roots would yield one uri, names of parent folders are put in front until they differ.
"""

from __future__ import annotations

import glob
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.model.event import Failure, Skipped
from timeline.read.blob import STAGE

_NOBODYS_NAMES = re.compile(r"(?:thumbs\.db|desktop\.ini|~\$.*|.*~|icon\r)", re.I)
_NOBODYS_SUFFIXES = {
    "a picture": "png jpg jpeg gif webp avif svg ico bmp tif tiff heic psd",
    "a font": "woff woff2 ttf otf eot",
    "a style sheet": "css scss less map",
    "a script": "js mjs ts jsx tsx",
    "sound": "mp3 wav ogg m4a flac aac opus",
    "video": "mp4 mov avi mkv webm m4v wmv",
    "a database": "sqlite sqlite3 db sqlite-wal sqlite-shm sqlite-journal",
    "a temporary file": "tmp part crdownload swp lock",
}
_WHY = {f".{suffix}": why for why, suffixes in _NOBODYS_SUFFIXES.items() for suffix in suffixes.split()}
_PAGE_FILES = re.compile(r"(.+)(?:_files|\.files|-Dateien|_fichiers|_archivos)", re.I)
_OUR_NAME = re.compile(r"timeline(?:[-_. ].*)?\.(?:json|html?|csv|md)", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `folder` is the root it was found under, as given."""

    uri: str
    path: Path


def discover(where: tuple[str | os.PathLike[str], ...]) -> tuple[Found | Failure | Skipped, ...]:
    """All files under the named paths, each once, folders in sorted order; nothing is opened."""
    found: list[Found | Failure | Skipped] = []
    for item in where:
        found.extend(_under(os.fspath(item)))
    return _distinct(_once(found))


def is_ours(path: Path, head: bytes) -> bool:
    """Whether a file is an output of this program, by its name and the marks it carries."""
    if head.startswith(b"SQLite format 3\0"):
        return True
    if not _OUR_NAME.fullmatch(path.name):
        return False
    if path.suffix.lower() == ".json":
        return b'"schema_version"' in head
    return bool(re.search(rb"""name=["']?generator["']?\s+content=["']?(?:event-)?timeline""", head, re.I))


def _under(item: str) -> Iterator[Found | Failure | Skipped]:
    path = Path(item)
    if path.is_dir():
        yield from _walk(path)
    elif path.exists():
        yield _judge(path, _uri(path.name), explicit=True)
    elif matches := sorted(glob.glob(item, recursive=True)):  # noqa: PTH207 (Path.glob refuses absolute patterns)
        root = _fixed_root(item)
        for match in map(Path, matches):
            if match.is_file():
                yield _judge(match, _uri(match.relative_to(root).as_posix()), explicit=False)
            elif "**" not in item:
                yield from (_placed(inner, match.relative_to(root).as_posix()) for inner in _walk(match))
    else:
        what = "no file matches" if glob.has_magic(item) else "no such file or folder"
        yield Failure(_uri(path.name or item), STAGE, "missing", f"{what}: {item}; check the path")


def _walk(root: Path) -> Iterator[Found | Failure | Skipped]:
    """The files of a folder, in the order of their paths' parts; a saved page's files are skipped as one."""
    unreadable: list[Failure] = []

    def note(error: OSError) -> None:
        folder = Path(error.filename).relative_to(root).as_posix()
        message = f"{folder}: cannot open the folder ({error.strerror}); check its permissions"
        unreadable.append(Failure(_uri(folder), STAGE, "unreadable", message))

    files: list[tuple[tuple[str, ...], Found | Skipped]] = []
    for folder, folders, names in os.walk(root, onerror=note):
        here = Path(folder)
        for name in tuple(folders):
            why = _skip_folder(here, name)
            if why:
                folders.remove(name)
                inside = (here / name).relative_to(root)
                files.append((inside.parts, Skipped(_uri(inside.as_posix()) + "/", why)))
        for name in names:
            inside = (here / name).relative_to(root)
            files.append((inside.parts, _judge(here / name, _uri(inside.as_posix()), explicit=False)))
    yield from (item for _, item in sorted(files, key=lambda entry: entry[0]))
    yield from sorted(unreadable, key=lambda failure: failure.uri)


def _skip_folder(here: Path, name: str) -> str | None:
    if name.startswith("."):
        return "a hidden folder"
    if name in ("__pycache__", "node_modules", "__MACOSX"):
        return "a program's folder"
    page = _PAGE_FILES.fullmatch(name)
    if page and any((here / (page[1] + suffix)).exists() for suffix in (".html", ".htm", ".xhtml")):
        return "the files of a saved page"
    return None


def _judge(path: Path, uri: str, *, explicit: bool) -> Found | Skipped:
    name = path.name
    if name.startswith(".") and (not explicit or name == ".DS_Store" or name.startswith("._")):
        return Skipped(uri, "a hidden file")
    if _NOBODYS_NAMES.fullmatch(name):
        return Skipped(uri, "a system's or an editor's file")
    why = _WHY.get(path.suffix.lower())
    if why:
        return Skipped(uri, why)
    if not path.is_file():
        return Skipped(uri, "not a plain file")
    return Found(uri, path)


def _fixed_root(pattern: str) -> Path:
    """The folder in front of a glob's first wildcard."""
    fixed: list[str] = []
    for part in Path(pattern).parts[:-1]:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return Path(*fixed)


def _placed(item: Found | Failure | Skipped, folder: str) -> Found | Failure | Skipped:
    return replace(item, uri=f"{folder}/{item.uri}")


def _uri(name: str) -> str:
    """A name that can be written as UTF-8 wherever it came from."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _once(found: list[Found | Failure | Skipped]) -> list[Found | Failure | Skipped]:
    """A file named twice (as itself and in its folder) is read once, under its first uri."""
    seen: set[str] = set()
    kept: list[Found | Failure | Skipped] = []
    for item in found:
        if isinstance(item, Found):
            real = os.path.realpath(item.path)
            if real in seen:
                continue
            seen.add(real)
        kept.append(item)
    return kept


def _distinct(found: list[Found | Failure | Skipped]) -> tuple[Found | Failure | Skipped, ...]:
    """Names of parent folders in front of equal uris, until they differ."""
    uris = [item.uri for item in found]
    above = [_parents(item) for item in found]
    while True:
        same: dict[str, list[int]] = defaultdict(list)
        for index, item in enumerate(found):
            if isinstance(item, Found):
                same[uris[index]].append(index)
        clashes = [group for group in same.values() if len(group) > 1]
        if not clashes:
            break
        for group in clashes:
            if not any(above[index] for index in group):
                for count, index in enumerate(group[1:], 2):
                    uris[index] = f"{uris[index]}~{count}"
            for index in group:
                if above[index]:
                    uris[index] = f"{above[index].pop()}/{uris[index]}"
    return tuple(replace(item, uri=uri) for item, uri in zip(found, uris, strict=True))


def _parents(item: Found | Failure | Skipped) -> list[str]:
    """The names of the folders above the part of the path that the uri shows, outermost first."""
    if not isinstance(item, Found):
        return []
    shown = item.uri.count("/") + 1
    parts = item.path.absolute().parts
    return [_uri(part) for part in parts[1 : max(1, len(parts) - shown)]]
