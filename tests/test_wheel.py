"""The built wheel alone, in a new environment with nothing but the locked libraries, does what the README promises."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

ARTICLES = {
    "harbour report.txt": "The harbour bridge was closed on 3 March 2019. On 14 May 2021 they voted to rebuild it.",
    "letter – née Ünal.md": "# The bridge\n\nThe new bridge opened in June 2022, said the mayor of the town.\n",
}


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as a stranger would: elsewhere, and with no trace of this work tree in the environment."""
    outside = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=outside | environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("the wheel")
    scripts = sysconfig.get_path("scripts")  # where the build backend's program is
    built = run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
        "--wheel-dir", folder, ROOT, cwd=folder, PATH=os.pathsep.join([scripts, os.environ["PATH"]]),
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def bin_folder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a new environment")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = (scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    for arguments in (("--require-hashes", "--requirement", ROOT / "constraints.txt"), ("--no-deps", wheel)):
        installed = run(*pip, *arguments, cwd=folder)
        assert installed.returncode == 0, installed.stderr
    return scripts


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if not name.endswith("/")}
    package = ROOT / "timeline"
    files = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    described = {name for name in held if ".dist-info/" in name}
    assert held - described == files
    assert {name.split("/", 1)[1] for name in described} >= {
        "METADATA",
        "RECORD",
        "entry_points.txt",
        "licenses/LICENSE",
    }
    assert "timeline/py.typed" in held
    assert any(name.endswith((".js", ".html", ".css")) for name in held), "the page's own files"


def test_what_the_wheel_requires_is_what_the_lock_installs(bin_folder: Path) -> None:
    checked = run(bin_folder / "python", "-m", "pip", "check", cwd=bin_folder)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_folder_whose_path_has_spaces_is_built(bin_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "my articles, and more"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    built = run(bin_folder / "timeline", "build", folder.name, "--out", "out dir", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    published = json.loads((tmp_path / "out dir" / "timeline.json").read_text(encoding="utf-8"))
    assert {source["uri"].rsplit("/", 1)[-1] for source in published["sources"]} == set(ARTICLES)
    assert {"2019-03-03", "2021-05-14"} <= {event["date"]["edtf"] for event in published["events"]}
    page = (tmp_path / "out dir" / "timeline.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "harbour bridge" in page


def test_the_installed_library_is_the_wheels(bin_folder: Path, tmp_path: Path) -> None:
    program = "import timeline; print(timeline.__file__); print(len(timeline.dates('It was closed on 3 March 2019.')))"
    printed = run(bin_folder / "python", "-c", program, cwd=tmp_path)
    assert printed.returncode == 0, printed.stderr
    where, count = printed.stdout.splitlines()
    assert Path(where).is_relative_to(bin_folder.parent)
    assert count == "1"


def test_the_schema_is_a_json_schema(bin_folder: Path, tmp_path: Path) -> None:
    printed = run(bin_folder / "timeline", "schema", cwd=tmp_path)
    assert printed.returncode == 0, printed.stderr
    schema = json.loads(printed.stdout)
    assert schema["type"] == "object"
    assert {"schema_version", "title", "sources", "events", "undated", "set_aside", "failures"} <= set(
        schema["properties"]
    )


def test_a_missing_path_is_one_line_and_exit_code_2(bin_folder: Path, tmp_path: Path) -> None:
    failed = run(bin_folder / "timeline", "build", "no such folder", "--out", "out", cwd=tmp_path)
    assert failed.returncode == 2
    assert "no such folder" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert not (tmp_path / "out").exists()
