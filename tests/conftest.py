"""What all tests share: where the project lies, and a Chromium for those that need a browser."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# Why: the same examples everywhere, and no failure because a machine was busy.
settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium, for `playwright.chromium.launch(executable_path=...)`.

    `make test` finds or installs one and names it in TIMELINE_CHROMIUM, so there nothing is skipped.
    """
    named = os.environ.get("TIMELINE_CHROMIUM")
    if named:
        return named
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        pytest.skip("no Chromium on PATH; `make test` sees to one, or set TIMELINE_CHROMIUM")
    return found


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the project; the tests that read it are skipped where it is not."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not beside this clone")
    return folder
