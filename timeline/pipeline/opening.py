"""Files read by a crew, but for those that are known from the last build. In: things that were found, a memory.

Out: what is read in them, in their order. A file that takes too long, or costs its worker, is a Failure and costs
no other. Things are taken in windows, so that those that wait for an earlier one are few.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from timeline.model.event import Failure, Skipped
from timeline.pipeline.crew import Alone, Crew, Lost
from timeline.pipeline.document import Options
from timeline.pipeline.remembered import Known
from timeline.pipeline.workers import Crews
from timeline.read import ReadOptions, read_thing
from timeline.read.blob import STAGE, Blob, File, Reading, Thing

LITTLE = 4 << 20
"""Bytes that are read sooner than workers could be started."""
MOST, MOST_BYTES = 1_000, 32 << 20
"""Things of a window, and bytes of those that are known or at hand."""
_BATCH, _BATCH_BYTES = 32, 1 << 20
_ADVICE = {
    "too-long": "divide it, or give it longer (--max-document-seconds)",
    "worker-lost": "divide it, or see whether it is damaged",
}
_OPTIONS = Options()

Readings = tuple[Reading, ...]


class _Found(NamedTuple):
    """A thing, the key that it is known by, and what was read in it, if that is known."""

    thing: Thing
    key: str
    told: Readings | None


def remembering(options: ReadOptions, known: Known, how: Options = _OPTIONS, crews: Crews | None = None) -> ReadOptions:
    """The options with a way to read that reads only what is new, by as many workers as `how` says.

    They are of these `crews`, or of crews of its own that end with the reading.
    """
    return replace(options, open=partial(_opened, options, known, how, crews))


def _opened(
    options: ReadOptions, known: Known, how: Options, crews: Crews | None, things: Iterator[Thing]
) -> Iterator[Reading]:
    crew: Crew = Alone()
    with nullcontext(crews) if crews is not None else Crews(how) as at_hand:
        for window in _windows(things, options, known):
            new = [found.thing for found in window if found.told is None]
            weight = sum(map(_size, new))
            if crew.size == 1 and weight > LITTLE:
                # Why two at least: one file that costs its worker must not cost this process.
                crew = at_hand.here(max(2, len(new)), weight)
            made = read_by(crew, new, options, how.seconds)
            for _, key, told in window:
                readings, is_sure = (told, False) if told is not None else next(made)
                if is_sure and key:
                    known.put(key, readings)
                yield from readings


def read_by(
    crew: Crew, things: Iterable[Thing], options: ReadOptions, seconds: float
) -> Iterator[tuple[Readings, bool]]:
    """What is read in each thing, in order, and whether it would be so again: who was too slow is tried again."""
    # Why not all options: what asks the web or the terminal stays in this process.
    work = partial(_read, replace(options, open=None, fetch=None, stdin=None, knows_language=None))
    limit = None if options.ocr else seconds
    batches: list[Sequence[Thing]] = list(_batches(things, 1 if crew.size == 1 else _BATCH))
    for batch, results in zip(batches, crew.each(work, batches, limit), strict=True):
        if not isinstance(results, Lost):
            yield from ((readings, True) for readings in results)
            continue
        again = crew.each(work, [(thing,) for thing in batch], limit) if len(batch) > 1 else (results,)
        for thing, result in zip(batch, again, strict=True):
            yield ((_lost(thing, result),), False) if isinstance(result, Lost) else (result[0], True)


def _lost(thing: Thing, lost: Lost) -> Failure:
    return Failure(thing.uri, STAGE, lost.code, f"{thing.uri}: {lost.message}; {_ADVICE[lost.code]}")


def _read(options: ReadOptions, batch: Sequence[Thing]) -> tuple[Readings, ...]:
    return tuple(tuple(read_thing(thing, options)) for thing in batch)


def _windows(things: Iterator[Thing], options: ReadOptions, known: Known) -> Iterator[list[_Found]]:
    """The things in order, with what is known of them."""
    how = (options.language, options.fields, options.events, options.ocr is not None, options.largest)
    window: list[_Found] = []
    size = 0
    for thing in things:
        found = _known(thing, how, known)
        window.append(found)
        size += _size(thing) if found.told is not None or isinstance(thing, Blob) else 0
        if len(window) == MOST or size > MOST_BYTES:
            yield window
            window, size = [], 0
    if window:
        yield window


def _known(thing: Thing, how: object, known: Known) -> _Found:
    from timeline.store.memory import key_of

    if isinstance(thing, Failure | Skipped):
        return _Found(thing, "", (thing,))
    about = (thing.media_type, thing.url, thing.sent, thing.first_line) if isinstance(thing, Blob) else ()
    try:
        key = key_of("read", thing.uri, about, thing.changed, how, _digest(thing))
    except OSError:
        return _Found(thing, "", None)
    return _Found(thing, key, known.get(key))


def _digest(thing: Blob | File) -> bytes:
    if isinstance(thing, Blob):
        return hashlib.sha256(thing.data).digest()
    with Path(thing.path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _size(thing: Thing) -> int:
    return len(thing.data) if isinstance(thing, Blob) else thing.size if isinstance(thing, File) else 0


def _batches(things: Iterable[Thing], most: int) -> Iterator[Sequence[Thing]]:
    """Things in batches of about equal work."""
    batch: list[Thing] = []
    size = 0
    for thing in things:
        if batch and (len(batch) == most or size + _size(thing) > _BATCH_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(thing)
        size += _size(thing)
    if batch:
        yield tuple(batch)
