"""The order in which a page writes its dates, where its author fixes one.

In: `schema.Timeline` and a style. Out: the same with every `display` in that style. With "reader" the page's script
writes them as the reader's language does, and nothing changes here.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

from timeline.export import schema
from timeline.export.page_options import DateStyle
from timeline.model.display import MONTHS

_MONTH = "|".join(MONTHS)
_DAYS = re.compile(rf"\b(\d{{1,2}}(?:–\d{{1,2}})?) ({_MONTH})\b(?! –)(?= (\d+|\(no year\)))?")
_DAY_OF_RANGE = re.compile(rf"\b(\d{{1,2}}) ({_MONTH})(?= – )")
_PLAIN = re.compile(r"-?\d{4,}(?:-\d\d){0,2}")

Anything = TypeVar("Anything", bound=schema.Published)


def restyled(published: schema.Timeline, style: DateStyle) -> schema.Timeline:
    """The timeline with its dates in words of that style."""
    return published if style in {"reader", "day"} else _within(published, style)


def words(date: schema.Date, style: DateStyle) -> str:
    """A date in words of a style: "Oct 7, 2023", "2023-10-07". What has no such form stays in the words it has."""
    if style == "month":
        return _DAYS.sub(_month_first, _DAY_OF_RANGE.sub(r"\2 \1", date.display))
    plain = not (date.approximate or date.uncertain or date.mod or date.calendar != "gregorian")
    if style == "iso" and plain:
        first, slash, last = date.edtf.partition("/")
        if date.kind == "point" and _PLAIN.fullmatch(date.edtf):
            return date.edtf if int(date.edtf[5:7] or 1) <= 12 else date.display
        if date.kind == "span" and slash and _PLAIN.fullmatch(first) and _PLAIN.fullmatch(last):
            return f"{first} – {last}"
    return date.display


def _month_first(found: re.Match[str]) -> str:
    days, month, year = found[1], found[2], found[3]
    return f"{month} {days}," if year and year.isdigit() else f"{month} {days}"


def _within(model: Anything, style: DateStyle) -> Anything:
    """The same model, with all dates in it, however deep."""
    if isinstance(model, schema.Date):
        return model.model_copy(update={"display": words(model, style)})
    changed: dict[str, Any] = {}
    for name, value in model:
        if isinstance(value, schema.Published):
            changed[name] = _within(value, style)
        elif isinstance(value, tuple) and value and isinstance(value[0], schema.Published):
            changed[name] = tuple(_within(item, style) for item in value)
    return model.model_copy(update=changed)
