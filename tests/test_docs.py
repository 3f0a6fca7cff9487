"""What the documentation says is true: every command and option is told, links lead somewhere, examples run."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SETS_UP = {
    "make",
    "git",
    "pipx",
    "pip",
    "cd",
    "python3",
    "open",
    "xdg-open",
    "dask",
}  # not ours, or run by the tests' own run
ELSEWHERE = "tcp://HOST"
"""What is to run on other machines is run by tests/cluster."""


@dataclass(frozen=True, slots=True)
class Option:
    """A command of the program, and one of its parameters as a user types it."""

    command: str
    typed: str


def text_of_all() -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def options() -> Iterator[Option]:
    from typer.main import get_command

    from timeline.cli import app

    program = get_command(app)
    for command_name, command in getattr(program, "commands", {"": program}).items():
        if command.hidden:
            continue
        yield Option(command_name, "")
        for inner_name, inner in getattr(command, "commands", {"": command}).items():
            if inner_name:
                yield Option(f"{command_name} {inner_name}", "")
            for parameter in inner.params:
                long = [word for word in parameter.opts if word.startswith("--")]
                if long and not getattr(parameter, "hidden", False):
                    yield Option(f"{command_name} {inner_name}".strip(), long[0])


def test_every_command_and_option_is_told() -> None:
    told = text_of_all()
    untold = [
        f"timeline {option.command} {option.typed}".strip()
        for option in options()
        if not re.search(rf"timeline {option.command}\b", told)
        or (option.typed not in {"", "--help"} and not re.search(rf"{option.typed}\b", told))
    ]
    assert not untold, f"tell of it in README.md or docs/: {untold}"


def test_no_command_or_option_is_told_that_is_not_there() -> None:
    known = set(options())
    commands = {option.command for option in known}
    typed = {option.typed for option in known} | {"--help", "--version"}
    for told in re.findall(r"`timeline ([^`]+)`|^timeline (.+)$", text_of_all(), re.MULTILINE):
        words = (told[0] or told[1]).split()
        assert words[0] in commands | {"--help", "--version"}, f"there is no command `timeline {words[0]}`"
        for word in words:
            if word.startswith("--"):
                assert word.split("=")[0] in typed, f"there is no option {word} (told in `timeline {' '.join(words)}`)"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(BLOCK, "", page.read_text(encoding="utf-8"))
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", text)
    broken = [link for link in links if not (page.parent / link).exists()]
    assert not broken, f"{page.name} points to what is not there: {broken}"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder like a fresh clone, as far as the examples reach."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "exports").mkdir()
    return tmp_path


def environment() -> dict[str, str]:
    return os.environ | {"PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_examples_run_from_top_to_bottom(page: Path, copy: Path) -> None:
    for kind, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        RUNNERS[kind](body, copy)


def run_shell(block: str, copy: Path) -> None:
    for line in block.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if not words or words[0] in SETS_UP or ELSEWHERE in line:
            continue
        assert words[0] in {"timeline", "printf"} or "timeline" in words, f"a line that is not run by any test: {line}"
        ran = subprocess.run(
            line, shell=True, cwd=copy, env=environment(), stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert ran.returncode == 0, f"{line}\n{ran.stdout}{ran.stderr}"
        assert ran.stdout.strip() or ran.stderr.strip() or ">" in words, f"{line} said nothing"


def run_python(block: str, copy: Path) -> None:
    if ELSEWHERE in block or "import pyspark" in block or "from pyspark" in block:
        return
    ran = subprocess.run(
        [sys.executable, "-c", block], cwd=copy, env=environment(), capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, f"{block}\n{ran.stderr}"


def is_toml(block: str, copy: Path) -> None:
    """The entry points that a page shows are in groups that the program looks into."""
    for group in tomllib.loads(block).get("project", {}).get("entry-points", {}):
        assert any(
            f'"{group}"' in module.read_text(encoding="utf-8") for module in (ROOT / "timeline").rglob("*.py")
        ), group


def is_json(block: str, copy: Path) -> None:
    json.loads(block)


RUNNERS = {"sh": run_shell, "python": run_python, "toml": is_toml, "json": is_json}
"""What is done with a block of code, by its language; one in any other language has no place in the pages."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_tables_are_as_the_program_is(page: Path) -> None:
    spec = importlib.util.spec_from_file_location("tables", ROOT / ".ci" / "tables.py")
    assert spec is not None and spec.loader is not None
    tables = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tables)
    text = page.read_text(encoding="utf-8")
    assert tables.filled(text) == text, "run `make docs`, or its first line alone: python .ci/tables.py"


def test_every_field_is_described() -> None:
    from timeline.export import schema

    kinds = [kind for kind in vars(schema).values() if isinstance(kind, type) and issubclass(kind, schema.Published)]
    bare = [
        f"{kind.__name__}.{name}"
        for kind in kinds
        for name, field in kind.model_fields.items()
        if not field.description
    ]
    assert not bare, "say what it is: Field(description=...)"


def test_every_page_is_in_the_site_and_led_to() -> None:
    listed = set(re.findall(r'"([\w-]+\.md)"', (ROOT / "zensical.toml").read_text(encoding="utf-8")))
    assert listed == {page.name for page in PAGES if page.parent.name == "docs"}


def test_what_make_is_told_to_do_it_can() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = set(re.findall(r"(?:`|^)make ([a-z]+)(?:`|$)", text_of_all(), re.MULTILINE))
    assert {"timeline", "test"} <= told <= targets


def test_decisions_are_numbered_and_five_lines_each() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    numbers = [int(section.split(".")[0]) for section in sections]
    assert numbers == sorted(set(numbers))
    for section in sections:
        lines = [line for line in section.splitlines()[1:] if line.strip()]
        title = section.splitlines()[0]
        assert [re.match(r"- \*\*(\w+):\*\* ", line) and line[4:].split(":")[0] for line in lines] == [
            "Decided", "Why", "Cost", "Left", "Where",
        ], title  # fmt: skip
        paths = re.findall(r"`((?:timeline|tests|docs|\.ci)/[\w/.-]+)`", lines[-1])
        gone = [path for path in paths if not (ROOT / path).exists() and not (ROOT / f"{path}.py").exists()]
        assert not gone, f"{title}: no longer there: {gone}"


def test_the_changelog_keeps_its_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert versions and all(
        re.fullmatch(r"\[(Unreleased|\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d)\]?", word) for word in versions
    )
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
