"""The command, run in this process."""

from __future__ import annotations

import sys

import pytest

from timeline.cli import main


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Runs `timeline ...`; returns its exit code."""
    monkeypatch.setattr(sys, "argv", ["timeline", *arguments])
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
