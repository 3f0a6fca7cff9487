"""Published types as rows of a table, and back. In: a model. Out: text by column, from which the same model is read.

The columns follow from the schema: a date inside an event becomes `date` (its EDTF), `date_start`, `date_display` ...
A list of texts stands in one cell, parted by "; "; what is nested deeper stands there as JSON.
No text can be taken for a formula: one that begins with = + - @ gets an apostrophe in front, as spreadsheets write it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from timeline.export import schema

_FORMULA = re.compile(r"'*(?:[=+@\t\r-])")
_FORMULA_OR_NOTHING = re.compile(r"'*(?:[=+@\t\r-]|$)")
_MAIN = "edtf"
"""The field of a nested model that goes by the name of the whole."""

Model = TypeVar("Model", bound=schema.Published)


def columns(kind: type[schema.Published], leave_out: Collection[str] = ()) -> tuple[str, ...]:
    """The names of the columns that a model has, in the schema's order."""
    return tuple(_columns(kind, "", leave_out))


def cells(value: schema.Published, leave_out: Collection[str] = ()) -> dict[str, str]:
    """A model's row: text by column."""
    return dict(_cells(value, "", leave_out))


def model_of(kind: type[Model], row: Mapping[str, str], **given: object) -> Model:
    """The model that a row was written from; `given` are fields that are not in it. Raises ValueError."""
    return kind.model_validate({**_read(kind, "", row, given), **given})


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _columns(kind: type[schema.Published], prefix: str, leave_out: Collection[str]) -> Iterator[str]:
    for name, annotation in _fields(kind, leave_out):
        nested = _model(annotation)
        if nested is None:
            yield _column(prefix, name)
        else:
            yield from _columns(nested, _column(prefix, name), ())


def _cells(value: schema.Published, prefix: str, leave_out: Collection[str]) -> Iterator[tuple[str, str]]:
    for name, annotation in _fields(type(value), leave_out):
        part, nested = getattr(value, name), _model(annotation)
        if nested is None:
            yield _column(prefix, name), _cell(part, annotation)
        elif part is None:
            yield from ((column, "") for column in _columns(nested, _column(prefix, name), ()))
        else:
            yield from _cells(part, _column(prefix, name), ())


def _read(
    kind: type[schema.Published], prefix: str, row: Mapping[str, str], leave_out: Collection[str]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, annotation in _fields(kind, leave_out):
        column, nested = _column(prefix, name), _model(annotation)
        if nested is None:
            if column in row:
                found[name] = _value(row[column], annotation)
        elif any(row.get(inner) for inner in _columns(nested, column, ())):
            found[name] = _read(nested, column, row, ())
        elif _nullable(annotation):
            found[name] = None
        else:
            found[name] = {}
    return found


def _fields(kind: type[schema.Published], leave_out: Collection[str]) -> Iterator[tuple[str, Any]]:
    return ((name, field.annotation) for name, field in kind.model_fields.items() if name not in leave_out)


def _column(prefix: str, name: str) -> str:
    return name if not prefix else prefix if name == _MAIN else f"{prefix}_{name}"


def _cell(part: object, annotation: Any) -> str:
    if part is None or part == ():
        return ""
    match part:
        case bool():
            return "true" if part else "false"
        case int() | float():
            return repr(part)
        case str():
            formula = _FORMULA_OR_NOTHING if _nullable(annotation) else _FORMULA
            return f"'{part}" if formula.match(part) else part
        case tuple() if all(isinstance(item, str) for item in part) and _is_texts(annotation):
            plain = all(item.strip() == item != "" and ";" not in item for item in part) and part[0][0] != "["
            return guarded("; ".join(part)) if plain else _json(part)
        case _:
            return _json(part)


def _value(cell: str, annotation: Any) -> Any:
    core = _core(annotation)
    if cell == "":
        return None if _nullable(annotation) else "" if _is_text(core) else ()
    if _is_text(core):
        formula = _FORMULA_OR_NOTHING if _nullable(annotation) else _FORMULA
        return cell[1:] if cell.startswith("'") and formula.match(cell) else cell
    if _is_texts(annotation) and not cell.startswith("["):
        plain = cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
        return tuple(plain.split("; "))
    return json.loads(cell.lower() if core is bool else cell)


def _json(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, default=lambda model: model.model_dump(mode="json"))


@cache
def _core(annotation: Any) -> Any:
    """What a field holds where it is not null."""
    if get_origin(annotation) in (Union, UnionType):
        return next(inner for inner in get_args(annotation) if inner is not NoneType)
    return annotation


@cache
def _nullable(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, UnionType) and NoneType in get_args(annotation)


@cache
def _model(annotation: Any) -> type[schema.Published] | None:
    core = _core(annotation)
    return core if isinstance(core, type) and issubclass(core, schema.Published) else None


@cache
def _is_text(core: Any) -> bool:
    return core is str or (get_origin(core) is Literal and isinstance(get_args(core)[0], str))


@cache
def _is_texts(annotation: Any) -> bool:
    return get_origin(_core(annotation)) is tuple and get_args(_core(annotation)) == (str, Ellipsis)
