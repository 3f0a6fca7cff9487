"""Measures the days between which a text was written, as its own dates bound them: `python tests/corpora/written.py`.

Reads the dated articles of `../shared/timelines`, takes the date away (the metadata, and the lines that state it), and
prints how often the bounds hold the true day and how wide they are. Says so and ends well where the articles are absent.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.model import civil
from timeline.model.text import Dating
from timeline.pipeline.document import Options, resolved
from timeline.pipeline.lookup import plain_document

TIMELINES = Path(__file__).parents[2].parent / "shared" / "timelines"
SAMPLES = (("semeval2015_docs.jsonl", "dct"), ("t17_articles.jsonl", "published"))
NARROW = 60
STAMP = re.compile(r"[^\n]*\b(?:last updated|updated at|published)\b[^\n]*\n?", re.I)
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What was inferred for one article."""

    given: bool
    holds: bool
    closed: bool
    narrow: bool
    names_year: bool


def main() -> int:
    """Print one line for each sample."""
    for name, field in SAMPLES:
        path = TIMELINES / name
        if not path.is_file():
            print(f"{path} is not there: no bounds to measure.")
            continue
        report(path.stem, list(measured(path, field)))
    return 0


def measured(path: Path, field: str) -> Iterator[Bounds]:
    """The bounds of each article with its date taken away."""
    for line in path.open(encoding="utf-8"):
        article = json.loads(line)
        text = without_date(article["text"], article[field])
        written = resolved(plain_document(text), Options(language="en")).written
        yield judged(written, article[field], text)


def without_date(text: str, day: str) -> str:
    """The text without its first line where that is a date, and without lines that say when it was put out."""
    first, _, rest = text.partition("\n")
    year = day[:4]
    body = rest if len(first) < 40 and year in first else text
    return STAMP.sub("", body[:400]) + body[400:]


def judged(written: Dating | None, day: str, text: str) -> Bounds:
    """Whether the bounds hold the true day, and whether they are narrow."""
    names_year = bool(YEAR.search(text))
    if written is None:
        return Bounds(False, True, False, False, names_year)
    true = civil.day_number(*map(int, day.split("-"))) * civil.DAY
    earliest, latest = written.value.earliest, written.value.latest
    holds = (earliest is None or earliest <= true) and (latest is None or true < latest)
    closed = earliest is not None and latest is not None
    return Bounds(True, holds, closed, closed and (latest - earliest) // civil.DAY <= NARROW, names_year)


def report(name: str, found: list[Bounds]) -> None:
    """Print what share of the bounds holds and how many are closed and narrow."""
    given = [bounds for bounds in found if bounds.given]
    print(
        f"{name}: of {len(found)} articles without their date {sum(bounds.names_year for bounds in found)} name a year; "
        f"{len(given)} are bounded, of which {sum(bounds.holds for bounds in given) / max(len(given), 1):.1%} hold the true day; "
        f"{sum(bounds.closed for bounds in given)} are closed on both sides, {sum(bounds.narrow for bounds in given)} within "
        f"{NARROW} days"
    )


if __name__ == "__main__":
    sys.exit(main())
