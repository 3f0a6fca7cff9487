"""What people say of names in one file beside their documents. In: `names.csv`. Out: documents that carry it.

A row for each form of a name: `same as` the form that stands for it (itself, to keep it apart), its `kind`, and `in`
the one document that the row holds for. An empty cell leaves what was found; what the program counted is not read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from timeline.errors import InputError
from timeline.model.event import NameKind
from timeline.model.text import NO_NAME, Document, NameRule
from timeline.read.blob import Reading
from timeline.read.csv_rows import header_and_rows
from timeline.read.nobody import NAMES

READ = ("name", "same as", "kind", "in")
"""The columns that are read."""
COUNTED = ("documents", "events")
"""Columns that the program writes beside them."""
KINDS = (*NameKind, NO_NAME)


def name_rules(where: Iterable[str | os.PathLike[str]]) -> tuple[NameRule, ...]:
    """The rows of the `names.csv` in each folder that is named, and beside each file, in order.

    Raises InputError that names all that is wrong, each with its file, row and column.
    """
    folders = dict.fromkeys(item if item.is_dir() else item.parent for item in map(Path, where))
    paths = [folder / NAMES for folder in folders]
    return tuple(rule for path in paths if path.is_file() for rule in _rules(path))


def with_names(readings: Iterable[Reading], rules: tuple[NameRule, ...]) -> Iterator[Reading]:
    """The readings, each document with what is said of names."""
    for item in readings:
        yield replace(item, names=rules) if isinstance(item, Document) else item


def _rules(path: Path) -> list[NameRule]:
    header, rows = header_and_rows(path)
    wrong: list[str] = []
    if "name" not in header:
        wrong.append(f"{path.name}:1: no column 'name'; give it, or rename the file if it is no list of names")
    unknown = [cell for cell in header if cell and cell not in READ and cell not in COUNTED]
    wrong += [f"{path.name}:1: no such column: {cell!r}; there are {', '.join(READ)}" for cell in unknown]
    if wrong:
        raise InputError("\n".join(wrong))
    found: dict[tuple[str | None, str], NameRule] = {}
    for line, cells in rows:
        where = f"{path.name}:{line}"
        problems = _problems(where, cells)
        rule = _rule(where, cells)
        before = found.get((rule.uri, rule.name))
        if before is not None:
            problems.append(f"{where}: column 'name': {rule.name!r} has a row already ({before.where}); join them")
        wrong += problems
        if before is None:
            found[rule.uri, rule.name] = rule
    wrong += _circles(found)
    if wrong:
        raise InputError("\n".join(wrong))
    return list(found.values())


def _problems(where: str, cells: Mapping[str, str]) -> list[str]:
    """What is wrong with one row."""
    wrong: list[str] = []
    if not cells.get("name"):
        wrong.append(f"{where}: column 'name': it is empty; give the name as `timeline names` shows it")
    kind = cells.get("kind", "").lower()
    if kind and kind not in KINDS:
        wrong.append(f"{where}: column 'kind': {cells['kind']!r} is no kind; give {', '.join(KINDS[:-1])} or {NO_NAME}")
    if kind == NO_NAME and cells.get("same as"):
        wrong.append(f"{where}: column 'same as': what is {NO_NAME} cannot be the same as a name; empty one of the two")
    return wrong


def _rule(where: str, cells: Mapping[str, str]) -> NameRule:
    kind = cells.get("kind", "").lower()
    return NameRule(
        cells.get("name", ""),
        where,
        cells.get("same as") or None,
        kind if kind in KINDS else None,
        cells.get("in") or None,
    )


def _circles(rules: Mapping[tuple[str | None, str], NameRule]) -> Iterator[str]:
    """Names that are said to be one another: which form stands for both is not told."""
    for rule in rules.values():
        seen, form = [rule.name], rule.same_as
        while form is not None and form not in seen:
            seen.append(form)
            following = rules.get((rule.uri, form)) or rules.get((None, form))
            form = following.same_as if following is not None else None
        if form == rule.name and len(seen) > 1:
            yield (
                f"{rule.where}: column 'same as': {' is '.join([*seen, form])}; "
                "leave the cell empty for the form that stands for all"
            )
