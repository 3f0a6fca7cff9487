"""What other packages add to a table: entry points by name. In: a group and our own names. Out: entry points.

A package adds to a table in its own `pyproject.toml`; nothing of it is imported before it is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points

from timeline.errors import InputError


def registered(group: str, own: Mapping[str, str]) -> dict[str, EntryPoint]:
    """The entry points of a group by name; `own` names what is in the table already, and the module it is from.

    Raises InputError, which names both modules, for a name that two have.
    """
    found: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        before = own.get(point.name) or (found[point.name].module if point.name in found else None)
        if before is not None:
            raise InputError(
                f"{group}: both {before} and {point.module} are called {point.name!r}; uninstall the package of one"
            )
        found[point.name] = point
    return found
