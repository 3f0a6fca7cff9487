"""The program's own frozen data as bytes and back, for the cache alone.

Reading makes nothing but the data classes of `timeline.model`: a cache that somebody sent, or changed,
can hold wrong data but cannot run anything.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib import import_module
from itertools import takewhile
from operator import attrgetter
from pkgutil import iter_modules
from typing import Any

from timeline import model
from timeline.model.event import Evidence
from timeline.model.expression import CalendarDate
from timeline.model.text import Anchor
from timeline.model.value import TimeValue

_SHARED = Anchor, CalendarDate, TimeValue
"""Of what many passages have the same, one is made for all: it takes a third of the time, and less room.

None of them holds a fraction: those may be equal and yet be written in two ways.
"""
_MOST_SHARED = 4_000
_JOINED = vars(Evidence)["joined"]


def packed(value: object) -> bytes:
    """Data of our own classes, tuples, texts and numbers as bytes."""
    return _packed(value, _reducers())


def packer(bodies: MutableMapping[str, bytes]) -> Callable[[object], bytes]:
    """What packs data that hold evidence of which the bytes are known, by id: they are taken from there, as they are.

    Only why a passage was joined (`joined`) may have been found since. It is seven times as fast for events.
    """

    def again(piece: Evidence) -> Any:
        body = bodies.pop(piece.id, None)
        return reducers[Evidence](piece) if body is None else (packed_before, (body, piece.joined))

    reducers = _reducers()
    with_known = {**reducers, Evidence: again}
    return lambda value: _packed(value, with_known)


def _packed(value: object, reducers: Mapping[type, Callable[[Any], Any]]) -> bytes:
    body = io.BytesIO()
    pickler = pickle.Pickler(body, protocol=5)
    pickler.dispatch_table = reducers
    pickler.dump(value)
    return body.getvalue()


def unpacked(body: bytes) -> Any:
    """The same back. Raises ValueError for bytes that hold anything else, or are damaged."""
    try:
        return _Reader(io.BytesIO(body)).load()
    except Exception as error:
        # Why all: damaged bytes can fail in any way, and to whoever asks they all mean "make it anew".
        raise ValueError(f"not data of this program ({error})") from error


def made(name: str, *fields: Any) -> Any:
    """Data of one of our classes, by the class's name."""
    return _classes()[name](*fields)


def member(name: str) -> Enum:
    """A member of one of our enumerations, by both names ("Role.REPORTS")."""
    return _members()[name]


def packed_before(body: bytes, joined: str | None) -> Evidence:
    """A passage from its own bytes, with why it was joined."""
    piece: Evidence = _Reader(io.BytesIO(body)).load()
    if joined is not None:
        # Why in place: it was made in the line above, and to make it anew takes as long again.
        _JOINED.__set__(piece, joined)
    return piece


class _Reader(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> Any:
        found = _makers().get((module_name, global_name))
        if found is None:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is none of our data")
        return found


@cache
def _makers() -> dict[tuple[str, str], Callable[..., Any]]:
    """All that packed bytes may call."""
    shared = {one.__qualname__: lru_cache(_MOST_SHARED)(one) for one in _SHARED}
    makers: Mapping[str, Callable[..., Any]] = {**_classes(), **shared}

    def make(name: str, *fields: Any) -> Any:
        return makers[name](*fields)

    return {
        (__name__, made.__name__): make,
        (__name__, member.__name__): _members().__getitem__,
        (__name__, packed_before.__name__): packed_before,
    }


@cache
def _reducers() -> dict[type, Callable[[Any], Any]]:
    """How data are taken apart: into the name of their class and their fields.

    Why names, and not the classes: pickle looks for each class in its module, which took half of the time.
    """
    return {one: _reducer(name, one) for name, one in _classes().items()}


def _reducer(name: str, kind: type) -> Callable[[Any], Any]:
    if issubclass(kind, Enum):
        return {one: (member, (f"{name}.{one.name}",)) for one in kind}.__getitem__
    names, ordinary = _fields(kind)
    if not names:
        return lambda value: (made, (name,))
    # Why the name with the fields: one look takes all of them, and nothing is put together afterwards.
    taken = attrgetter("__class__.__qualname__", *names)
    if not ordinary:
        return lambda value: (made, taken(value))

    def reduced(value: Any) -> Any:
        told = taken(value)
        if told[-1] != ordinary[0]:
            return made, told
        count = len(told)
        for usual in ordinary:
            if told[count - 1] != usual:
                break
            count -= 1
        return made, told[:count]

    return reduced


def _fields(kind: type) -> tuple[Sequence[str], Sequence[Any]]:
    """The names of a class's fields; and what the last ones ordinarily are, the last first, as long as that is set.

    What is as it ordinarily is at the end need not be written: it is a third of a passage, and reading is quicker.
    """
    if issubclass(kind, tuple):
        names, usual = kind._fields, kind._field_defaults  # type: ignore[attr-defined]
    else:
        told = fields(kind)  # type: ignore[arg-type]
        names, usual = [field.name for field in told], {field.name: field.default for field in told}
    ordinary = [usual.get(name, MISSING) for name in reversed(names)]
    return names, list(takewhile(lambda value: value is not MISSING, ordinary))


@cache
def _members() -> Mapping[str, Enum]:
    enums = {name: one for name, one in _classes().items() if issubclass(one, Enum)}
    return {f"{name}.{key}": found for name, one in enums.items() for key, found in one.__members__.items()}


@cache
def _classes() -> Mapping[str, type]:
    """The classes of our data by their names, of which no two are the same."""
    from timeline.merge import Sketch, Told

    modules = [import_module(f"timeline.model.{found.name}") for found in iter_modules(model.__path__)]
    own = [thing for module in modules for thing in vars(module).values() if isinstance(thing, type)]
    data = {one for one in own if is_dataclass(one) or issubclass(one, Enum | tuple)} | {Sketch, Told}
    ours = [one for one in data if one.__module__.startswith("timeline.")]
    found = {one.__qualname__: one for one in ours}
    assert len(found) == len(ours), "two classes of data with one name"
    return found
