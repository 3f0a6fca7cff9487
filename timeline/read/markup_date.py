"""Dates as markup states them: TEI's `when`, `from` and `to`, HTML's `datetime`. In: attributes. Out: EDTF, or None."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.errors import EdtfError
from timeline.model import edtf

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)$")
_STAMP = re.compile(r"(-?\d{4,}-\d\d-\d\d)[T ]\d\d:.*", re.S)
_WEEK = re.compile(r"\d{4}-W\d\d$")
_CERTAIN = frozenset({"low", "unknown", "medium"})

Ask = Callable[[str], str | None]


def stated(value: str | None) -> str | None:
    """One date as EDTF, its time of day left out; None for times, lengths and what is no date."""
    if not value:
        return None
    spelled = _BASIC.sub(r"\1-\2-\3", value.strip())
    spelled = _STAMP.sub(r"\1", spelled)
    if _WEEK.fullmatch(spelled) or not re.match(r"-?\d{4}", spelled):
        return None
    try:
        return edtf.parse(spelled).edtf
    except EdtfError:
        return None


def tei_date(ask: Ask) -> str | None:
    """What a TEI element's attributes say its date is: a day, a stretch, or bounds."""
    doubt = "?" if ask("cert") in _CERTAIN else ""
    when = stated(ask("when") or ask("when-iso") or ask("when-custom") or ask("value"))
    if when:
        return f"{when}{doubt}" if doubt and "/" not in when else when
    start = stated(ask("from") or ask("from-iso") or ask("notBefore") or ask("notBefore-iso"))
    end = stated(ask("to") or ask("to-iso") or ask("notAfter") or ask("notAfter-iso"))
    if not start and not end:
        return None
    span = f"{start or '..'}/{end or '..'}"
    try:
        return edtf.parse(span).edtf
    except EdtfError:
        return None
