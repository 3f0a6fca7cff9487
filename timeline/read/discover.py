"""From what the user names to files. In: files, folders, globs. Out: files with relative uris, in a fixed order.

A uri is the path inside the folder that was given, or the file's name; never absolute. Where two given
roots would yield one uri, names of parent folders are put in front until they differ.
"""

from __future__ import annotations

import errno
import glob
import os
import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from timeline.model.event import Failure, Skipped
from timeline.read.blob import STAGE
from timeline.read.nobody import PAGE_FILES, pages_of, why_not_file, why_not_folder

_ADDRESS = re.compile(r"https?://\S", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `name` is its path, as text: there may be a million. `is_link`: it may stand elsewhere too."""

    uri: str
    name: str
    is_link: bool = True

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.name)


def discover(where: tuple[str | os.PathLike[str], ...]) -> tuple[Found | Failure | Skipped, ...]:
    """All files under the named paths, each once, folders in sorted order; nothing is opened."""
    found: list[Found | Failure | Skipped] = []
    named = frozenset(map(Path, where))
    for item in where:
        found.extend(_under(os.fspath(item), named))
    # Why: in one folder nothing stands twice but what links lead to, and names are as many as files.
    single = len(where) == 1 and not any(isinstance(item, Found) and item.is_link for item in found)
    return tuple(found) if single else _distinct(_once(found))


def is_address(item: object) -> bool:
    """Whether something named is a web address."""
    return isinstance(item, str) and bool(_ADDRESS.match(item))


def _under(item: str, named: Container[Path]) -> Iterator[Found | Failure | Skipped]:
    """What one item leads to; `named` are all items, since a shell makes a pattern into what it matches."""
    path = Path(item)
    if path.is_dir():
        if any(path.parent / page in named for page in pages_of(path.name)):
            yield Skipped(_uri(path.name) + "/", PAGE_FILES)
        else:
            yield from _walk(path)
    elif path.exists():
        yield _judge(path, _uri(path.name), explicit=True)
    elif matches := sorted(glob.glob(item, recursive=True)):  # noqa: PTH207 (Path.glob refuses absolute patterns)
        yield from _matched(tuple(map(Path, matches)), _fixed_root(item), deep="**" in item)
    else:
        what = "no file matches" if glob.has_magic(item) else "no such file or folder"
        yield Failure(_uri(path.name or item), STAGE, "missing", f"{what}: {item}; check the path")


def _matched(matches: tuple[Path, ...], root: Path, *, deep: bool) -> Iterator[Found | Failure | Skipped]:
    """What a pattern matches; of the folders that a saved page's files lie in, each is skipped once."""
    skipped: set[Path] = set()
    for match in matches:
        inside = match.relative_to(root)
        resources = next((root / folder for folder in (inside, *inside.parents) if _is_page_files(root / folder)), None)
        if resources is not None:
            if resources not in skipped:
                skipped.add(resources)
                yield Skipped(_uri(resources.relative_to(root).as_posix()) + "/", PAGE_FILES)
        elif match.is_file():
            yield _judge(match, _uri(inside.as_posix()), explicit=False)
        elif not deep:
            yield from (_placed(item, inside.as_posix()) for item in _walk(match))


def _is_page_files(folder: Path) -> bool:
    return any((folder.parent / page).exists() for page in pages_of(folder.name)) and folder.is_dir()


def _walk(root: Path) -> Iterator[Found | Failure | Skipped]:
    """The files of a folder, in the order of their paths' parts; a saved page's files are skipped as one."""
    unreadable: list[Failure] = []
    # Why not by recursion: folders lie as deep as whoever made them likes.
    opened = [iter(_entries(str(root), "", unreadable))]
    while opened:
        entry = next(opened[-1], None)
        if entry is None:
            opened.pop()
        elif isinstance(entry, Skipped):
            yield entry
        elif entry.is_folder:
            if not entry.is_link:
                opened.append(iter(_entries(entry.path, f"{entry.inside}/", unreadable)))
        else:
            why = why_not_file(entry.name) or (None if entry.is_file else "not a plain file")
            uri = _uri(entry.inside)
            yield Found(uri, entry.path, entry.is_link) if why is None else Skipped(uri, why)
    yield from sorted(unreadable, key=lambda failure: failure.uri)


class _Entry(NamedTuple):
    """What stands in a folder; `inside`: its path in the folder that was named."""

    name: str
    path: str
    inside: str
    is_folder: bool
    is_file: bool
    is_link: bool


def _entries(folder: str, above: str, unreadable: list[Failure]) -> list[_Entry | Skipped]:
    """What stands in a folder, in order of names; what hinders opening it is noted."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted(
                _Entry(
                    entry.name,
                    entry.path,
                    above + entry.name,
                    _holds(entry.is_dir),
                    _holds(entry.is_file),
                    entry.is_symlink(),
                )
                for entry in listed
            )
    except OSError as error:
        told = above.rstrip("/") or "."
        advice = "move it nearer to the top" if error.errno == errno.ENAMETOOLONG else "check its permissions"
        message = f"{told}: cannot open the folder ({error.strerror}); {advice}"
        unreadable.append(Failure(_uri(told), STAGE, "unreadable", message))
        return []
    beside = {entry.name for entry in entries if not entry.is_folder}
    found: list[_Entry | Skipped] = []
    for entry in entries:
        why = why_not_folder(entry.name, beside) if entry.is_folder else None
        found.append(Skipped(_uri(entry.inside) + "/", why) if why else entry)
    return found


def _holds(question: Callable[[], bool]) -> bool:
    """The answer to a question about an entry; of links that lead nowhere or in a circle it is no."""
    try:
        return question()
    except OSError:
        return False


def _judge(path: Path, uri: str, *, explicit: bool) -> Found | Skipped:
    why = why_not_file(path.name, explicit=explicit)
    if why is None and not path.is_file():
        why = "not a plain file"
    return Found(uri, str(path)) if why is None else Skipped(uri, why)


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
            real = os.path.realpath(item.name)
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
