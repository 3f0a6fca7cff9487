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
from typing import Any, NamedTuple

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
    makers = _Makers()

    def make(name: str, *written: Any) -> Any:
        return makers[name](*written)

    return {
        (__name__, made.__name__): make,
        (__name__, member.__name__): _members().__getitem__,
        (__name__, packed_before.__name__): packed_before,
    }


class _Makers(dict[str, Callable[..., Any]]):
    """What makes data of a class of all that is written of one, by the class's name; of most it is never asked for."""

    def __init__(self) -> None:
        super().__init__()
        shared: Mapping[type[Any], Any] = {one: lru_cache(_MOST_SHARED)(one) for one in _SHARED}
        self._called = {
            _called(one): dict(one.__members__) if issubclass(one, Enum) else shared.get(one, one)
            for one in _classes().values()
        }

    def __missing__(self, name: str) -> Callable[..., Any]:
        written = _written(_classes()[name])
        first = len(written.paths) - len(written.ordinary)
        usual = {f"usual_{first + place}": value for place, value in enumerate(reversed(written.ordinary))}
        taken = [f"_{place}" + f"=usual_{place}" * (place >= first) for place in range(len(written.paths))]
        # Why as Python: to go through the fields one by one takes as long as all the rest.
        code = f"lambda {', '.join(taken)}: {written.maker}"
        found: Callable[..., Any] = eval(code, {**self._called, **usual})
        self[name] = found
        return found


@cache
def _reducers() -> dict[type, Callable[[Any], Any]]:
    """How data are taken apart: into the name of their class and their fields.

    Why names, and not the classes: pickle looks for each class in its module, which took half of the time.
    """
    return {one: _reducer(name, one) for name, one in _classes().items()}


def _reducer(name: str, kind: type[Any]) -> Callable[[Any], Any]:
    if issubclass(kind, Enum):
        return {one: (member, (f"{name}.{one.name}",)) for one in kind}.__getitem__
    written = _written(kind)
    ordinary = written.ordinary
    if not written.paths:
        return lambda value: (made, (name,))
    # Why the name with the fields: one look takes all of them, and nothing is put together afterwards.
    taken = attrgetter("__class__.__qualname__", *written.paths)
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


class _Written(NamedTuple):
    """What is written of data of a class: its fields, and in place of data of ours that it always holds theirs.

    So a passage with its date, mention and spans is one thing to read, not seven: that takes two thirds of the time.
    """

    paths: Sequence[str]
    """Where each is found ("when.mention.text"); of members of enumerations it is the name."""
    ordinary: Sequence[Any]
    """What the last ones ordinarily are, the last first, as long as that is set.

    What is as it ordinarily is at the end need not be written: it is a third of a passage, and reading is quicker.
    """
    maker: str
    """Python that makes the data of them, named by their numbers: "Resolution(Mention(_0, Span(_1, _2), ...), ...)"."""


def _written(kind: type[Any]) -> _Written:
    paths: list[str] = []
    maker = _maker(kind, "", paths)
    usual = list(_fields(kind).values())
    return _Written(paths, list(takewhile(lambda value: value is not MISSING, reversed(usual))), maker)


def _maker(kind: type[Any], path: str, paths: list[str]) -> str:
    """Python that makes data of a class of what stands at some paths, which are added to those before."""
    told: list[str] = []
    for name, usual in _fields(kind).items():
        inner = _classes().get(kind.__annotations__[name]) if usual is MISSING else None
        if inner is None:
            told.append(f"_{len(paths)}")
            paths.append(path + name)
        elif issubclass(inner, Enum):
            told.append(f"{_called(inner)}[_{len(paths)}]")
            paths.append(f"{path}{name}._name_")
        else:
            told.append(_maker(inner, f"{path}{name}.", paths))
    return f"{_called(kind)}({', '.join(told)})"


def _called(kind: type[Any]) -> str:
    return kind.__qualname__.replace(".", "_")


def _fields(kind: type[Any]) -> Mapping[str, Any]:
    """The names of a class's fields, in order, and what each ordinarily is."""
    if issubclass(kind, tuple):
        usual = kind._field_defaults  # type: ignore[attr-defined]
        return {name: usual.get(name, MISSING) for name in kind._fields}  # type: ignore[attr-defined]
    return {field.name: field.default for field in fields(kind)}


@cache
def _members() -> Mapping[str, Enum]:
    enums = {name: one for name, one in _classes().items() if issubclass(one, Enum)}
    return {f"{name}.{key}": found for name, one in enums.items() for key, found in one.__members__.items()}


@cache
def _classes() -> Mapping[str, type[Any]]:
    """The classes of our data by their names, of which no two are the same."""
    from timeline.merge import Sketch, Told

    modules = [import_module(f"timeline.model.{found.name}") for found in iter_modules(model.__path__)]
    own = [thing for module in modules for thing in vars(module).values() if isinstance(thing, type)]
    data = {one for one in own if is_dataclass(one) or issubclass(one, Enum | tuple)} | {Sketch, Told}
    ours = [one for one in data if one.__module__.startswith("timeline.")]
    found = {one.__qualname__: one for one in ours}
    assert len(found) == len(ours), "two classes of data with one name"
    return found
