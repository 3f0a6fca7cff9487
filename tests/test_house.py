"""The rules of the house that no linter knows: sizes, names, no clock below the command line, a lock, a quick start."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "timeline"
MODULES = sorted(PACKAGE.rglob("*.py"))
BELOW_COMMAND_LINE = [path for path in MODULES if path.relative_to(PACKAGE).parts[0] not in {"cli.py", "cli"}]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

LONGEST_FILE = 400
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "misc", "base", "manager", "core", "tools"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def dotted(node: ast.expr) -> str:
    """`datetime.date.today` of the expression that says so; "" for anything else."""
    match node:
        case ast.Name(id=identifier):
            return identifier
        case ast.Attribute(value=value, attr=attribute):
            return f"{dotted(value)}.{attribute}"
        case _:
            return ""


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every module that a file imports, by its full name and with the line, also those inside functions."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Import(names=aliases):
                yield from ((node.lineno, alias.name) for alias in aliases)
            case ast.ImportFrom(module=str(module), names=aliases, level=0):
                yield from ((node.lineno, f"{module}.{alias.name}") for alias in aliases)
            case ast.ImportFrom(level=level) if level:
                pytest.fail(f"{name(path)}:{node.lineno}: a relative import; write the full name")
            case _:
                pass


def tracked() -> list[Path]:
    """The project's own text files: what git has or would add; without git, what lies in the usual places."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8",
        ).stdout.split("\0")  # fmt: skip
        paths = [ROOT / line for line in listed if line]
    else:
        paths = [path for part in ("timeline", "tests", "docs", "seeds", ".ci") for path in (ROOT / part).rglob("*")]
        paths += ROOT.glob("*")
    binary = {".png", ".jpg", ".gif", ".pdf", ".woff2", ".pyc", ".zip", ".gz"}
    return sorted(path for path in set(paths) if path.is_file() and path.suffix not in binary)


# Files and names


def test_a_file_is_short_enough_to_be_read() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    long = {file: lines for file, lines in lengths.items() if lines > LONGEST_FILE}
    assert not long, f"rooms that want a wall; divide each by what it does: {long}"


def test_a_module_says_what_comes_in_and_what_goes_out() -> None:
    assert not [name(path) for path in MODULES if not ast.get_docstring(tree(path))], "without a docstring"


def test_a_name_says_something_and_is_no_name_of_the_standard_library() -> None:
    parts = {name(path): {part.removesuffix(".py") for part in path.relative_to(PACKAGE).parts} for path in MODULES}
    empty = {file: words & NAMES_THAT_SAY_NOTHING for file, words in parts.items() if words & NAMES_THAT_SAY_NOTHING}
    assert not empty, f"name it after what it holds: {empty}"
    taken = {file: words & sys.stdlib_module_names for file, words in parts.items() if words & sys.stdlib_module_names}
    assert not taken, f"the name of a standard module: {taken}"


def test_every_folder_of_modules_is_a_package() -> None:
    # Why: a folder without __init__.py is invisible to the import contracts.
    folders = {path.parent for path in MODULES}
    assert not [name(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()]


def test_every_public_name_is_there_and_described() -> None:
    import timeline

    missing = [word for word in timeline.__all__ if not hasattr(timeline, word)]
    assert not missing, f"in __all__, but not to be had: {missing}"
    public = {word: getattr(timeline, word) for word in timeline.__all__}
    undescribed = [word for word, thing in public.items() if callable(thing) and not thing.__doc__]
    assert not undescribed, f"public without a docstring: {undescribed}"


def test_nothing_below_the_command_line_imports_the_top() -> None:
    # Why: the top imports every floor, and the import contracts see only what lies below it.
    floors = {inside.stem for inside in PACKAGE.iterdir()}
    found = [
        f"{name(path)}:{line}: import {module} from its own module"
        for path in BELOW_COMMAND_LINE
        if path.parent != PACKAGE or path.name != "__init__.py"
        for line, module in imports(path)
        if module.split(".")[0] == "timeline" and module.split(".")[1:2] not in [[floor] for floor in floors]
    ]
    assert not found, "\n".join(found)


# Same input, same bytes: below the command line there is no clock, no chance, no network, no terminal

CLOCK = {"now", "utcnow", "today", "fromtimestamp", "getmtime"}
NOT_REPEATABLE = {
    "time", "random", "secrets", "uuid", "socket", "ssl", "http", "ftplib", "smtplib", "urllib.request",
    "requests", "httpx", "httpx2", "urllib3", "aiohttp",
}  # fmt: skip
ADVICE = {
    "print": "only the command line speaks; return or raise it",
    "input": "only the command line asks; take it as an argument",
    "breakpoint": "left over",
    "hash": "differs from run to run for text; use hashlib",
    "os.getenv": "options are arguments",
    "os.environ.get": "options are arguments",
}


def calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield node.lineno, dotted(node.func)


def test_no_clock_and_no_terminal_below_the_command_line() -> None:
    found = [
        f"{name(path)}:{line}: {called}(): {ADVICE.get(called, 'no clock here; take the time as an argument')}"
        for path in BELOW_COMMAND_LINE
        for line, called in calls(path)
        if called in ADVICE or ("." in called and called.rsplit(".", 1)[1] in CLOCK)
    ]
    assert not found, "\n".join(found)


def test_no_chance_and_no_network_below_the_command_line() -> None:
    found = [
        f"{name(path)}:{line}: imports {module}"
        for path in BELOW_COMMAND_LINE
        for line, module in imports(path)
        if any(module == part or module.startswith(part + ".") for part in NOT_REPEATABLE)
    ]
    assert not found, "\n".join(found)


def test_text_files_are_utf8_on_every_system() -> None:
    found = [
        f'{name(path)}:{node.lineno}: {ast.unparse(node)[:60]} without encoding="utf-8"'
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and opens_text(node) and "encoding" not in {word.arg for word in node.keywords}
    ]
    assert not found, "\n".join(found)


def opens_text(call: ast.Call) -> bool:
    """Whether a call surely opens a file as text: read_text, write_text, open(...), path.open("w")."""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else dotted(call.func)
    if method != "open":
        return method in {"read_text", "write_text"}
    built_in = isinstance(call.func, ast.Name)
    given = [word.value for word in call.keywords if word.arg == "mode"] + call.args[1 if built_in else 0 :][:1]
    modes = [mode.value for mode in given if isinstance(mode, ast.Constant) and isinstance(mode.value, str)]
    # Why: archive.open(name) is not a mode, and gives bytes.
    modes = [mode for mode in modes if re.fullmatch("[rwax][bt+]*", mode)]
    return "b" not in modes[0] if modes else built_in


# Libraries: one door each, a lock that knows them all, and none loaded before it is needed


def doors() -> dict[str, list[str]]:
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    return {
        library: contract["allowed_importers"]
        for contract in contracts
        if contract["type"] == "protected"
        for library in contract["protected_modules"]
    }


def test_every_third_party_import_has_a_door() -> None:
    known = set(doors()) | set(sys.stdlib_module_names) | {"timeline"}
    strangers = {
        f"{name(path)}:{line} {module}"
        for path in MODULES
        for line, module in imports(path)
        if module.split(".")[0] not in known
    }
    assert not strangers, f"give each a contract of its own in pyproject.toml: {sorted(strangers)}"


def test_every_dependency_has_a_door() -> None:
    imported_as = {
        "google-re2": "re2", "python-dateutil": "dateutil", "python-docx": "docx", "python-oxmsg": "oxmsg",
    }  # fmt: skip
    extras = PYPROJECT["project"]["optional-dependencies"].values()
    wanted = [*PYPROJECT["project"]["dependencies"], *(line for lines in extras for line in lines)]
    declared = {re.split(r"[<>=!~\[; ]", line)[0] for line in wanted}
    assert {imported_as.get(library, library.replace("-", "_")) for library in declared} == set(doors())


PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)


def pins(lock: str) -> set[tuple[str, str, str]]:
    return set(PIN.findall((ROOT / lock).read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", ["constraints.txt", "constraints-dev.txt"])
def test_the_lock_is_by_hash_and_names_no_registry(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text and "--index" not in text and "--find-links" not in text
    starts = re.findall(r"^[^\s#].*", text, re.MULTILINE)
    assert starts and all(PIN.fullmatch(line) for line in starts), "a line that is no pin followed by hashes"
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", text)) >= len(starts)


def test_the_locks_know_every_dependency_and_agree() -> None:
    run, dev = pins("constraints.txt"), pins("constraints-dev.txt")
    assert run <= dev, f"run `make lock`: {sorted(run - dev)}"
    groups = PYPROJECT["dependency-groups"]
    for lines, lock in ((PYPROJECT["project"]["dependencies"] + groups["build"], run), (groups["dev"], dev)):
        wanted = {re.split(r"[<>=!~\[; ]", line)[0].lower().replace("_", "-") for line in lines}
        assert wanted <= {library for library, _, _ in lock}, "run `make lock`"


def test_the_build_backend_is_the_locked_one() -> None:
    assert PYPROJECT["build-system"]["requires"] == PYPROJECT["dependency-groups"]["build"]


HEAVY = {
    "charset_normalizer", "dateparser", "docx", "icalendar", "lxml", "numpy", "pandas", "plotly", "pyarrow", "py3langid", "pydantic", "pypdfium2", "re2", "rich",
    "sentencex", "sqlite3", "trafilatura", "typer", "xlsxwriter", "xml.etree", "asyncio", "multiprocessing", "concurrent.futures",
}  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "allowed"),
    [
        ("import timeline", set()),
        ("import timeline; dir(timeline)", set()),
        ("import timeline.cli", {"typer", "rich"}),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(statement: str, allowed: set[str], tmp_path: Path) -> None:
    program = f"import sys; {statement}; print(*sys.modules, sep='\\n')"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert not (HEAVY - allowed) & set(run.stdout.split()), "import it inside the function that needs it"


# The tree as others get it


def test_no_registry_and_no_machine_in_the_tree() -> None:
    hosts = "|".join(
        re.escape(word) for word in ("py" + "pi.org/simple", "pythonhosted" + ".org", "registry.npm" + "js")
    )
    forbidden = re.compile(
        rf"--(?:extra-)?index-"
        rf"url[ =]|{hosts}|\"resolved\": *\"http"
        rf"|(?<![\w.:/-])/(?:home|Users)/(?!user\b|me\b|you\b)\w+/|(?<![\w.:/-])/(?:root|work)/|{re.escape(str(ROOT))}/"
    )
    found = [
        f"{name(path)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if forbidden.search(line)
    ]
    assert not found, "\n".join(found)


def test_make_tells_what_it_can_do() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    shown = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    assert {line.split()[1] for line in shown.splitlines()} == set(phony[1].split())
