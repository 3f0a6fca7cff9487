"""Sequences that are worked out as they are read, so that a timeline is written without being held.

In: a sequence that may lie on a disk, and a function. Out: a sequence of what the function makes of each item. Every
iteration reads and works anew; what is a tuple already stays one, since it is held in any case.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar, overload

REMEMBERED = 10_000
"""Of what is looked up by a key, so many are held."""

Item = TypeVar("Item")
Made = TypeVar("Made")
Key = TypeVar("Key", bound=Hashable)


def mapped(function: Callable[[Item], Made], items: Sequence[Item]) -> Sequence[Made]:
    """What a function makes of each item."""
    return tuple(map(function, items)) if isinstance(items, tuple) else Mapped(function, items)


def chosen(wanted: Callable[[Item], bool], items: Sequence[Item]) -> Sequence[Item]:
    """The items that are wanted."""
    return tuple(filter(wanted, items)) if isinstance(items, tuple) else Chosen(wanted, items)


def by_key(key: Callable[[Item], Key], items: Sequence[Item]) -> Mapping[Key, Item]:
    """The items by their keys, the last of each."""
    return {key(item): item for item in items} if isinstance(items, tuple) else ByKey(key, items)


class Mapped(Sequence[Made], Generic[Item, Made]):
    """A sequence through a function, never held."""

    def __init__(self, function: Callable[[Item], Made], items: Sequence[Item]) -> None:
        self._function, self._items = function, items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Made]:
        return map(self._function, self._items)

    @overload
    def __getitem__(self, at: int) -> Made: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Made]: ...
    def __getitem__(self, at: int | slice) -> Made | Sequence[Made]:
        return mapped(self._function, self._items[at]) if isinstance(at, slice) else self._function(self._items[at])


class Chosen(Sequence[Item]):
    """Some of a sequence, never held. Only who asks for a number waits until all have been looked at."""

    def __init__(self, wanted: Callable[[Item], bool], items: Sequence[Item]) -> None:
        self._wanted, self._items = wanted, items
        self._places: array[int] | None = None

    def __len__(self) -> int:
        return len(self._known())

    def __iter__(self) -> Iterator[Item]:
        places = array("Q")
        for place, item in enumerate(self._items):
            if self._wanted(item):
                places.append(place)
                yield item
        self._places = places

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        places = self._known()[at]
        return self._items[places] if isinstance(places, int) else tuple(self._items[place] for place in places)

    def _known(self) -> array[int]:
        """Where the wanted ones are; it is known when all have been looked at once."""
        if self._places is None:
            deque(self, maxlen=0)
        assert self._places is not None
        return self._places


class ByKey(Mapping[Key, Item]):
    """A sequence's items by a key: their places are held, and of themselves those that were last asked for."""

    def __init__(self, key: Callable[[Item], Key], items: Sequence[Item]) -> None:
        self._places = {key(item): place for place, item in enumerate(items)}
        self._item = lru_cache(REMEMBERED)(items.__getitem__)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._places)

    def __getitem__(self, key: Key) -> Item:
        return self._item(self._places[key])
