"""Those who do the work: this process alone, processes beside it, or a cluster.

In: a function and items, taken lazily. Out: what the function gives for each, in the items' order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands in the place of an item that gave nothing: its worker ended ("worker-lost") or was too slow ("too-long").

    `message` says what happened, without what to do about it: that depends on what the item is.
    """

    code: str
    message: str


class Crew(Protocol):
    """Who does the work."""

    @property
    def size(self) -> int:
        """How many items are worked on at a time."""

    @property
    def here(self) -> bool:
        """Whether all of it is on this machine, and sees its files."""

    def each(
        self, work: Callable[[Item], Result], items: Iterable[Item], seconds: float | None = None
    ) -> Iterator[Result | Lost]:
        """What `work` gives for each item, in order; items are taken a few ahead of the result that comes next.

        `work` is a function of a module (or a `partial` of one), and items and results are plain data: they may cross
        the border of a process. `seconds` is what one item may take. What `work` raises is raised here. Crews may be
        asked for more while an earlier answer is not yet read to its end.
        """


@dataclass(frozen=True, slots=True)
class Alone:
    """This process itself, which knows no limit of time and is never lost."""

    size: int = 1
    here: bool = True

    def each(
        self, work: Callable[[Item], Result], items: Iterable[Item], seconds: float | None = None
    ) -> Iterator[Result | Lost]:
        """What `work` gives for each item, each taken when its result is asked for."""
        return map(work, items)
