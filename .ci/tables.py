"""Fills the tables in docs/ that follow from the program: commands, fields, formats. Run by `make docs`.

Between `<!-- made: NAME -->` and `<!-- end -->` stands what the function of that name returns.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
_FOR_DEVELOPERS = re.compile(
    r"\s*The only importer of [\w-]+(?: that \w+)?\.|\s*In: .*?(?=\n\n|$)|\s*The parts lie in .*?(?=\n\n|$)", re.DOTALL
)
MADE = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(text: str) -> str:
    """A page with its tables as they are now."""
    return MADE.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]().strip()}\n\n{found[3]}", text)


def commands() -> str:
    """Every command with its arguments and options, in the order of `timeline --help`."""
    from typer.main import get_command

    from timeline.cli import app

    out = []
    for name, command in _named(get_command(app), "timeline"):
        usage = " ".join([name, *(_typed(one) for one in command.params if _is_argument(one))])
        out += [f"## {name}", "", f"`{usage}`", "", _line(command.help), ""]
        rows = [(f"`{_typed(p)}`", _line(p.help) + _default(p)) for p in command.params if p.name != "help"]
        out += [*_table(("", "What it is"), rows), ""] if rows else []
    return "\n".join(out)


def fields() -> str:
    """Every published type, `Timeline` first, each with its fields."""
    from timeline.export import schema

    found = [kind for _, kind in inspect.getmembers(schema, inspect.isclass) if issubclass(kind, schema.Published)]
    kinds = [kind for kind in found if kind is not schema.Published]
    out = []
    for kind in sorted(kinds, key=lambda kind: (_ORDER.get(kind.__name__, len(_ORDER)), kind.__name__)):
        above = getattr(kind.__bases__[0], "model_fields", {})
        told = {name: field for name, field in kind.model_fields.items() if name not in above}
        rows = [(f"`{name}`", _type(field.annotation), _line(field.description)) for name, field in told.items()]
        if above:
            rows.insert(
                0, ("", f"[{kind.__bases__[0].__name__}](#{kind.__bases__[0].__name__.lower()})", "all its fields")
            )
        out += [f"## {kind.__name__}", "", _line(kind.__doc__), "", *_table(("Field", "Type", "What it is"), rows), ""]
    return "\n".join(out)


def formats() -> str:
    """Every format with its file and what its module says of it, or its function where a module writes several."""
    from timeline.export import EXPORTERS, STEM

    out = []
    for name, exporter in EXPORTERS.items():
        module, _, function = exporter.writer.partition(":")
        alone = sum(other.writer.startswith(f"{module}:") for other in EXPORTERS.values()) == 1
        told = inspect.getdoc(import_module(module) if alone else getattr(import_module(module), function)) or ""
        told = _FOR_DEVELOPERS.sub("", told).replace("see `report`.", f"{_report()}")
        out += [f"## {name}", "", f"`{STEM}{exporter.suffix}`", "", told.strip(), ""]
    return "\n".join(out)


def _report() -> str:
    """What reports keep, as the module of both formats says it."""
    from timeline.export import report

    told = (inspect.getdoc(report) or "").split("Kept: ")[1]
    return f"{told[:1].upper()}{told[1:]}"


TABLES: dict[str, Callable[[], str]] = {"commands": commands, "fields": fields, "formats": formats}
_ORDER = {name: place for place, name in enumerate(("Timeline", "Source", "Event", "Evidence", "Unplaced", "Date"))}


def _named(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """All commands below one, with their full names; one that only gathers others is none."""
    for inner_name, inner in command.commands.items():
        if not inner.hidden:
            full = f"{name} {inner_name}"
            yield from _named(inner, full) if hasattr(inner, "commands") else ((full, inner),)


def _is_argument(parameter: Any) -> bool:
    return parameter.param_type_name == "argument"


def _typed(parameter: Any) -> str:
    """A parameter as a user types it."""
    from timeline.cli.application import typed

    if _is_argument(parameter):
        return typed(parameter)
    metavar = parameter.metavar or ""
    word = next((word for word in parameter.opts if word.startswith("--")), parameter.opts[0])
    return word if parameter.is_flag else f"{word} {metavar}".strip()


def _default(parameter: Any) -> str:
    value = parameter.default
    shown = not _is_argument(parameter) and isinstance(value, str | int | float) and not isinstance(value, bool)
    return f" Without it: `{value}`." if shown and value not in ("", None) else ""


def _type(annotation: Any) -> str:
    """A field's type in words."""
    if get_origin(annotation) in (Union, UnionType):
        told = [_type(inner) for inner in get_args(annotation) if inner is not NoneType]
        return " or ".join([*told, *(["null"] if NoneType in get_args(annotation) else [])])
    if get_origin(annotation) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(annotation))
    if get_origin(annotation) is Sequence:
        return f"list of {_type(get_args(annotation)[0])}"
    if get_origin(annotation) is tuple:
        inner = get_args(annotation)
        return f"list of {_type(inner[0])}" if inner[-1] is Ellipsis else f"{len(inner)} × {_type(inner[0])}"
    if annotation.__module__.startswith("timeline"):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return {str: "text", bool: "true or false", int: "whole number", float: "number"}[annotation]


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    lines = [head, tuple("---" for _ in head), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines]


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


if __name__ == "__main__":
    for page in sorted((ROOT / "docs").rglob("*.md")):
        before = page.read_text(encoding="utf-8")
        after = filled(before)
        if after != before:
            page.write_text(after, encoding="utf-8")
