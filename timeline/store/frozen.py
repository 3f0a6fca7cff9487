"""The program's own frozen data as bytes and back, for the cache alone.

Reading makes nothing but the data classes of `timeline.model`: a cache that somebody sent, or changed,
can hold wrong data but cannot run anything.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from operator import attrgetter
from pkgutil import iter_modules
from typing import Any

from timeline import model


def packed(value: object) -> bytes:
    """Data of our own classes, tuples, texts and numbers as bytes."""
    body = io.BytesIO()
    pickler = pickle.Pickler(body, protocol=5)
    pickler.dispatch_table = _reducers()
    pickler.dump(value)
    return body.getvalue()


def unpacked(body: bytes) -> Any:
    """The same back. Raises ValueError for bytes that hold anything else, or are damaged."""
    try:
        return _Reader(io.BytesIO(body)).load()
    except Exception as error:
        # Why all: damaged bytes can fail in any way, and to whoever asks they all mean "make it anew".
        raise ValueError(f"not data of this program ({error})") from error


class _Reader(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> Any:
        found = _classes().get((module_name, global_name))
        if found is None:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is none of our data")
        return found


@cache
def _reducers() -> dict[type, Callable[[Any], Any]]:
    """How each data class is taken apart: its class and its fields. Why: a frozen class's own way is slower."""
    return {one: _reducer(one) for one in _classes().values() if is_dataclass(one)}


def _reducer(kind: type) -> Callable[[Any], Any]:
    names = [field.name for field in fields(kind)]
    taken = attrgetter(*names) if len(names) > 1 else None

    def reduced(value: Any) -> Any:
        return kind, taken(value) if taken is not None else tuple(getattr(value, name) for name in names)

    return reduced


@cache
def _classes() -> dict[tuple[str, str], type]:
    from timeline.merge import Sketch, Told

    modules = [import_module(f"timeline.model.{found.name}") for found in iter_modules(model.__path__)]
    own = [thing for module in modules for thing in vars(module).values() if isinstance(thing, type)]
    data = [one for one in own if is_dataclass(one) or issubclass(one, Enum | tuple)]
    return {
        (one.__module__, one.__qualname__): one
        for one in (*data, Sketch, Told)
        if one.__module__.startswith("timeline.")
    }
