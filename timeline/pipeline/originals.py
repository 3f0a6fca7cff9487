"""Finds the originals of a `timeline.json` again, and the one source that somebody names.

They are looked for where the user says; else where the build's cache says they were read; else beside the JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import InputError
from timeline.model.text import Document
from timeline.pipeline.lookup import documents_at, is_file
from timeline.read import Blob, ReadOptions, is_address, read, read_blob
from timeline.store import Cached, read_cache, store_folder

if TYPE_CHECKING:
    from timeline.export import schema

STANDARD_INPUT = "-"
_OPTIONS = ReadOptions()
_FEWEST_ID_CHARACTERS = 4


def places_of(paths: Sequence[str]) -> tuple[str, ...]:
    """The places a user named, so that they can be found from any folder later."""
    return tuple(path if _is_gone(path) else str(Path(path).absolute()) for path in paths)


def originals(
    file: Path, published: schema.Timeline, paths: Sequence[str] = (), options: ReadOptions = _OPTIONS
) -> tuple[Document, ...]:
    """The documents behind a timeline as they read today; none where they are no longer found.

    `options` are for the paths that a user names now. Raises InputError where there is nothing at them.
    """
    cached = read_cache(store_folder(file))
    if paths:
        return documents_at(paths, replace(options, fields=options.fields or (cached.fields if cached else ())))
    found = _where_they_were(cached) if cached else ()
    return found or tuple(_beside(file, published))


def gone_texts(file: Path, published: schema.Timeline) -> dict[str, str]:
    """The kept texts, by SHA-256, of the sources that came from the web or through standard input.

    Neither is read again: the one may say something else by now, the other says nothing.
    """
    cached = read_cache(store_folder(file))
    gone = [_shown(place) for place in cached.places if _is_gone(place)] if cached else []
    if cached is None or not gone:
        return {}
    only = all(map(_is_gone, cached.places))
    told = {source.text_sha256 for source in published.sources if only or _holder(source.uri, gone) is not None}
    return {sha256: text for sha256, text in cached.texts.items() if sha256 in told}


def text_of(file: Path, published: schema.Timeline, source: schema.Source) -> str:
    """The text of a source as it was read. Raises InputError where neither cache nor originals have it."""
    cached = read_cache(store_folder(file))
    if cached and source.text_sha256 in cached.texts:
        return cached.texts[source.text_sha256]
    for document in originals(file, published):
        if document.source.text_sha256 == source.text_sha256:
            return document.text
    raise InputError(f"{source.uri}: its original is gone or has changed since {file} was built; build it again")


def named_source(published: schema.Timeline, name: str, file: Path) -> schema.Source:
    """The source with this id (or its first characters), uri, copy's uri, key or label. Raises InputError."""
    exact = [source for source in published.sources if name in (source.id, source.uri, *source.copies)]
    loose = [source for source in published.sources if name in (source.key, source.label, source.title)]
    short = [
        source for source in published.sources if source.id.startswith(name) and len(name) >= _FEWEST_ID_CHARACTERS
    ]
    found = exact or loose or short
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"{name!r} is the name of {len(found)} sources; give an id: {_list(s.id for s in found)}")
    raise InputError(f"{file} has no source {name!r}; it has: {_list(source.uri for source in published.sources)}")


def single_document(path: str) -> Document | None:
    """The one document in a file, or the one that FILE#id or ARCHIVE/NAME names; None where there is no such file.

    Raises InputError for a file of several documents.
    """
    file = next(filter(is_file, _prefixes(path)), None)
    if file is None:
        return None
    documents = documents_at([file])
    name = Path(file).name + path[len(file) :]
    documents = tuple(document for document in documents if document.source.uri == name) or documents
    if len(documents) == 1:
        return documents[0]
    raise InputError(f"{path}: holds {len(documents)} documents; name one: {_list(d.source.uri for d in documents)}")


def _where_they_were(cached: Cached) -> tuple[Document, ...]:
    """The documents in the places of the last build, read as they were then."""
    places = [place for place in cached.places if not _is_gone(place)]
    options = ReadOptions(fields=cached.fields)
    try:
        return tuple(item for item in read(*places, options=options) if isinstance(item, Document)) if places else ()
    except InputError:
        return ()


def _beside(file: Path, published: schema.Timeline) -> Iterator[Document]:
    """Documents whose uris lead to files from the JSON's folder, the one above it, or the current folder."""
    seen: set[str] = set()
    for uri in sorted({uri for source in published.sources for uri in (source.uri, *source.copies)}):
        for folder in (file.parent, file.parent.parent, Path()):
            inside = next((prefix for prefix in _prefixes(uri) if is_file(str(folder / prefix))), None)
            if inside is not None:
                if inside not in seen:
                    seen.add(inside)
                    found = read_blob(Blob(inside, (folder / inside).read_bytes()))
                    yield from (item for item in found if isinstance(item, Document))
                break


def _is_gone(place: str) -> bool:
    """Whether a place cannot be read again as it was."""
    return place == STANDARD_INPUT or is_address(place)


def _shown(place: str) -> str:
    """A place as the uris of what came from it begin."""
    return "stdin" if place == STANDARD_INPUT else place


def _holder(uri: str, places: Sequence[str]) -> str | None:
    """The one of some places that a uri leads into."""
    return next((prefix for prefix in _prefixes(uri) if prefix in places), None)


def _prefixes(uri: str) -> Iterator[str]:
    """A uri, and what it may lie in, the nearest first: "a.zip/b.eml#1", "a.zip/b.eml", "a.zip"."""
    yield uri
    for at in range(len(uri) - 1, 0, -1):
        if uri[at] in "#/":
            yield uri[:at]


def _list(names: Iterator[str], most: int = 12) -> str:
    every = sorted(names)
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")
