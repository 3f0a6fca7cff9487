"""Decisions as JSON Lines: what `timeline decisions export` writes and `import` reads, and what the store keeps.

    {"id": "d…", "action": "edit", "reviewer": "Ada", "at": "2026-03-01T10:20:30.000000Z",
     "targets": [{"evidence": "e…", "uri": "a.html", "quote": "…", "date_text": "24 December"}],
     "patch": {"edtf": "2023-12-24", "participants": []}, "shown": {"title": "…", "edtf": "XXXX-12-24", …}}

What is not set is left out; `id` and `seen` are hashes that are worked out anew when a line is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from timeline.errors import EdtfError, InputError
from timeline.model.decision import NO_PATCH, Action, Decision, Patch, Target, Version, value_of
from timeline.model.event import Factuality
from timeline.model.text import Span
from timeline.model.value import Mod

_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_NEEDS_TARGETS = frozenset({Action.ACCEPT, Action.REJECT, Action.EDIT, Action.MERGE, Action.SPLIT, Action.NOTE})
LONGEST = 20_000
"""Characters of one text in a decision."""

T = TypeVar("T", Target, Version, Patch)


def line(decision: Decision) -> str:
    """A decision as one line of JSON, without its end."""
    told = json.dumps(described(decision), ensure_ascii=False, separators=(", ", ": "))
    # Why: half a surrogate pair, as broken files hold them, is no UTF-8.
    return _HALF_PAIR.sub(lambda found: f"\\u{ord(found[0]):04x}", told)


def described(decision: Decision) -> dict[str, Any]:
    """A decision as plain data for JSON; what is not set is left out."""
    told: dict[str, Any] = {"id": decision.id, **_fields(decision)}
    if decision.shown is not None:
        told["seen"] = decision.shown.seen
    return told


def read_lines(lines: Iterable[str], where: str) -> Iterator[Decision]:
    """The decisions of some lines; blank ones are passed over. Raises InputError, which names the line."""
    for number, text in enumerate(lines, 1):
        bare = text.strip().removeprefix("\ufeff")
        if bare:
            yield read_line(bare, f"{where}:{number}")


def read_line(text: str, where: str) -> Decision:
    """One line's decision. Raises InputError, which says where and what is wrong in it."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: not JSON ({error}); each line must be one decision as an object") from error
    return from_plain(raw, where)


def from_plain(raw: object, where: str) -> Decision:
    """A decision of plain data, checked. Raises InputError."""
    told = _object(raw, where)
    decision = Decision(
        action=_one_of(Action, told.get("action"), f'{where}: "action"'),
        reviewer=_text(told.get("reviewer"), f'{where}: "reviewer"', least=1),
        at=_instant(told.get("at"), where),
        targets=tuple(_part(Target, target, f"{where}: a target") for target in _list(told, "targets", where)),
        patch=_part(Patch, told["patch"], f"{where}: patch") if told.get("patch") else NO_PATCH,
        shown=_part(Version, told["shown"], f"{where}: shown") if told.get("shown") else None,
        note=_optional(told.get("note"), f'{where}: "note"'),
        undoes=tuple(_text(id, f"{where}: undoes") for id in _list(told, "undoes", where)),
        batch=_optional(told.get("batch"), f'{where}: "batch"'),
    )
    return checked(decision, where)


def checked(decision: Decision, where: str) -> Decision:
    """The decision, when it says all that its action needs. Raises InputError."""
    action, patch = decision.action, decision.patch
    if patch.edtf is not None:
        try:
            value_of(patch)
        except EdtfError as error:
            raise InputError(f"{where}: {error}") from error
    if patch.title is not None and not patch.title.strip():
        raise InputError(f"{where}: an event needs a title; write one, or leave it as it was")
    if action in _NEEDS_TARGETS and not decision.targets:
        raise InputError(f'{where}: to {action.value} something, name its evidence in "targets"')
    if action is Action.EDIT and patch == NO_PATCH:
        raise InputError(f"{where}: an edit changes something; its patch is empty")
    if action is Action.ADD and (patch.title is None or patch.edtf is None):
        raise InputError(f"{where}: an event that is added needs a title and a date (edtf) in its patch")
    if action is Action.SOURCE and (patch.edtf is None or not (patch.source_id or patch.uri)):
        raise InputError(f"{where}: a decision on a source needs its uri and its day (edtf) in the patch")
    if (action is Action.UNDO) is not bool(decision.undoes):
        raise InputError(f'{where}: an undo, and nothing else, names in "undoes" what it undoes')
    return decision


def _fields(value: Any) -> dict[str, Any]:
    """What is set in a dataclass, nested, as JSON has it."""
    told: dict[str, Any] = {}
    for field in fields(value):
        part = getattr(value, field.name)
        unset = field.default is not MISSING and part == field.default
        if not unset:
            told[field.name] = _jsonable(part)
    return told


def _jsonable(part: Any) -> Any:
    if isinstance(part, Target | Version | Patch):
        return _fields(part)
    return [_jsonable(item) for item in part] if isinstance(part, tuple) else part


def _part(kind: type[T], raw: object, where: str) -> T:
    """A target, version or patch of plain data; what it does not know is an error, so that nothing is lost unseen."""
    told = _object(raw, where)
    read: dict[str, Any] = {}
    for name, value in told.items():
        reader = _READERS[kind].get(name)
        if reader is None:
            raise InputError(f"{where}: has no {name!r}; there are {', '.join(_READERS[kind])}")
        if value is not None:
            read[name] = reader(value, f'{where}: "{name}"')
    missing = [f.name for f in fields(kind) if f.default is MISSING and f.name not in read and f.name != "edtf"]
    if missing:
        raise InputError(f"{where}: lacks {', '.join(missing)}")
    return kind(**({"edtf": None} if kind is Version else {}) | read)


def _object(raw: object, where: str) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise InputError(f'{where}: not an object; it must look like {{"action": "accept", ...}}')
    return raw


def _list(told: dict[str, Any], name: str, where: str) -> list[object]:
    found = told.get(name) or []
    if not isinstance(found, list):
        raise InputError(f'{where}: "{name}" must be a list')
    return found


def _text(raw: object, where: str, least: int = 0) -> str:
    if not isinstance(raw, str) or len(raw) < least:
        raise InputError(f"{where} must be {'a text' if not least else 'a text that is not empty'}")
    if len(raw) > LONGEST:
        raise InputError(f"{where} is longer than {LONGEST:,} characters")
    return raw


def _optional(raw: object, where: str) -> str | None:
    return None if raw is None else _text(raw, where)


def _texts(raw: object, where: str) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise InputError(f"{where} must be a list of texts")
    return tuple(_text(item, where) for item in raw)


def _span(raw: object, where: str) -> Span:
    whole = isinstance(raw, list) and len(raw) == 2 and all(type(end) is int for end in raw)
    if not whole or not isinstance(raw, list) or not 0 <= raw[0] < raw[1]:
        raise InputError(f"{where} must be [start, end] in characters, the start before the end")
    return Span(raw[0], raw[1])


def _instant(raw: object, where: str) -> str:
    if not isinstance(raw, str) or not _AT.fullmatch(raw):
        raise InputError(f'{where}: "at" must be an instant in UTC such as 2026-03-01T10:20:30Z')
    return raw


E = TypeVar("E", Action, Factuality, Mod)


def _one_of(kind: type[E], raw: object, where: str) -> E:
    try:
        return kind(str(raw))
    except ValueError as error:
        raise InputError(f"{where} must be one of {', '.join(kind)}, not {raw!r}") from error


def _factuality(raw: object, where: str) -> Factuality:
    return _one_of(Factuality, raw, where)


def _mod(raw: object, where: str) -> Mod:
    return _one_of(Mod, raw, where)


_READERS: dict[type, dict[str, Callable[[object, str], Any]]] = {
    Target: dict.fromkeys(("evidence", "uri", "quote", "date_text"), _text),
    Version: {**dict.fromkeys(("title", "edtf", "factuality"), _text), "conflicts": _texts},
    Patch: {
        **dict.fromkeys(("title", "edtf", "timex", "correction", "source_id", "uri", "quote", "date_text"), _text),
        **dict.fromkeys(("participants", "places", "tags"), _texts),
        **dict.fromkeys(("quote_span", "date_span"), _span),
        "factuality": _factuality,
        "mod": _mod,
    },
}
