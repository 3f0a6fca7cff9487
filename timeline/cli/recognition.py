"""Text recognition by ocrmypdf, where it is installed. In: a PDF and the pages without text. Out: a PDF with text."""

from __future__ import annotations

import shutil
import subprocess

from timeline.errors import InputError, UnreadableDocument

PROGRAM = "ocrmypdf"
PATIENCE = 120
"""Seconds that one page may take."""


def checked_program() -> None:
    """Raises InputError where ocrmypdf is not installed."""
    if shutil.which(PROGRAM) is None:
        raise InputError(
            "--ocr needs ocrmypdf, which is not installed: install it (https://ocrmypdf.readthedocs.io), "
            "or leave --ocr out and the pages without text are named"
        )


def recognise(data: bytes, pages: str) -> bytes:
    """The PDF with a text layer on some pages ("3,7-9"). Raises UnreadableDocument (ocr)."""
    call = [PROGRAM, "--quiet", "--force-ocr", "--pages", pages, "--output-type", "pdf", "-", "-"]
    try:
        done = subprocess.run(call, input=data, capture_output=True, check=True, timeout=PATIENCE * _count(pages))
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(f"ocrmypdf took too long over pages {pages}; run it by itself", "ocr") from error
    except (subprocess.CalledProcessError, OSError) as error:
        told = getattr(error, "stderr", b"") or str(error).encode()
        reason = " ".join(told.decode("utf-8", "replace").split())[:300]
        raise UnreadableDocument(f"ocrmypdf could not read pages {pages}: {reason}", "ocr") from error
    return done.stdout


def _count(pages: str) -> int:
    """How many pages "3,7-9" are."""
    ends = ([int(end) for end in run.split("-")] for run in pages.split(","))
    return sum(run[-1] - run[0] + 1 for run in ends)
