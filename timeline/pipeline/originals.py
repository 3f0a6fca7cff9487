"""Finds the originals of a `timeline.json` again, and the one source that somebody names.

They are looked for where the user says; else where the build's cache says they were read; else beside the JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import InputError
from timeline.model.text import Document
from timeline.pipeline.lookup import documents_at, is_file
from timeline.read import Blob, read, read_blob
from timeline.store import Cached, read_cache, store_folder

if TYPE_CHECKING:
    from timeline.export import schema

STANDARD_INPUT = "-"
_FEWEST_ID_CHARACTERS = 4


def places_of(paths: Sequence[str]) -> tuple[str, ...]:
    """The places a user named, so that they can be found from any folder later."""
    return tuple(path if path == STANDARD_INPUT else str(Path(path).absolute()) for path in paths)


def originals(file: Path, published: schema.Timeline, paths: Sequence[str] = ()) -> tuple[Document, ...]:
    """The documents behind a timeline as they read today; none where they are no longer found.

    Raises InputError where there is nothing at the paths that a user names.
    """
    if paths:
        return documents_at(paths)
    cached = read_cache(store_folder(file))
    found = _where_they_were(cached) if cached else ()
    return found or tuple(_beside(file, published))


def piped_texts(file: Path, published: schema.Timeline) -> dict[str, str]:
    """The kept texts, by SHA-256, of the sources that came through standard input, which cannot be read again."""
    cached = read_cache(store_folder(file))
    if cached is None or STANDARD_INPUT not in cached.places:
        return {}
    only = set(cached.places) == {STANDARD_INPUT}
    piped = {source.text_sha256 for source in published.sources if only or source.uri.partition("#")[0] == "stdin"}
    return {sha256: text for sha256, text in cached.texts.items() if sha256 in piped}


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
    """The one document in a file, or the one that FILE#id names; None where there is no such file.

    Raises InputError for a file of several documents.
    """
    file, marked, _ = path.rpartition("#")
    if not is_file(path) and not (marked and is_file(file)):
        return None
    documents = documents_at([path if is_file(path) else file])
    if not is_file(path):
        name = f"{Path(file).name}#{path.rpartition('#')[2]}"
        documents = tuple(document for document in documents if document.source.uri == name) or documents
    if len(documents) == 1:
        return documents[0]
    raise InputError(f"{path}: holds {len(documents)} documents; name one: {_list(d.source.uri for d in documents)}")


def _where_they_were(cached: Cached) -> tuple[Document, ...]:
    """The documents in the places of the last build."""
    places = [place for place in cached.places if place != STANDARD_INPUT]
    try:
        return tuple(item for item in read(*places) if isinstance(item, Document)) if places else ()
    except InputError:
        return ()


def _beside(file: Path, published: schema.Timeline) -> Iterator[Document]:
    """Documents whose uris lead to files from the JSON's folder, the one above it, or the current folder."""
    uris = {uri.partition("#")[0] for source in published.sources for uri in (source.uri, *source.copies)}
    for uri in sorted(uris):
        for folder in (file.parent, file.parent.parent, Path()):
            if is_file(str(path := folder / uri)):
                found = read_blob(Blob(uri, path.read_bytes()))
                yield from (item for item in found if isinstance(item, Document))
                break


def _list(names: Iterator[str], most: int = 12) -> str:
    every = sorted(names)
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")
