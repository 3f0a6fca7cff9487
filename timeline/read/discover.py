"""From what the user names to files. In: files, folders, globs. Out: files with relative uris, in a fixed order.

A uri is the path inside the folder that was given, or the file's name; never absolute. Where two given
roots would yield one uri, names of parent folders are put in front until they differ.
"""

from __future__ import annotations

import glob
import os
import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.model.event import Failure, Skipped
from timeline.read.blob import STAGE
from timeline.read.nobody import PAGE_FILES, pages_of, why_not_file, why_not_folder

_ADDRESS = re.compile(r"https?://\S", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `folder` is the root it was found under, as given."""

    uri: str
    path: Path


def discover(where: tuple[str | os.PathLike[str], ...]) -> tuple[Found | Failure | Skipped, ...]:
    """All files under the named paths, each once, folders in sorted order; nothing is opened."""
    found: list[Found | Failure | Skipped] = []
    named = frozenset(map(Path, where))
    for item in where:
        found.extend(_under(os.fspath(item), named))
    return _distinct(_once(found))


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

    def note(error: OSError) -> None:
        folder = Path(error.filename).relative_to(root).as_posix()
        message = f"{folder}: cannot open the folder ({error.strerror}); check its permissions"
        unreadable.append(Failure(_uri(folder), STAGE, "unreadable", message))

    files: list[tuple[tuple[str, ...], Found | Skipped]] = []
    for folder, folders, names in os.walk(root, onerror=note):
        here = Path(folder)
        for name in tuple(folders):
            why = why_not_folder(name, names)
            if why:
                folders.remove(name)
                inside = (here / name).relative_to(root)
                files.append((inside.parts, Skipped(_uri(inside.as_posix()) + "/", why)))
        for name in names:
            inside = (here / name).relative_to(root)
            files.append((inside.parts, _judge(here / name, _uri(inside.as_posix()), explicit=False)))
    yield from (item for _, item in sorted(files, key=lambda entry: entry[0]))
    yield from sorted(unreadable, key=lambda failure: failure.uri)


def _judge(path: Path, uri: str, *, explicit: bool) -> Found | Skipped:
    why = why_not_file(path.name, explicit=explicit)
    if why is None and not path.is_file():
        why = "not a plain file"
    return Found(uri, path) if why is None else Skipped(uri, why)


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
