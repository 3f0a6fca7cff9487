"""Measures the days between which a text was written, as it tells them itself: `python tests/corpora/written.py`.

Reads the dated articles of `../shared/timelines` as files without metadata, once as they stand (some open with the line
that dates them) and once without the lines that date them, and prints how often the bounds hold the true day and how
narrow they are. Says so and ends well where the articles are absent.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from timeline.model import civil
from timeline.model.text import Dating, Document
from timeline.pipeline.document import Options, resolved
from timeline.read import Blob, read_blob

TIMELINES = Path(__file__).parents[2].parent / "shared" / "timelines"
SAMPLES = (("semeval2015_docs.jsonl", "dct"), ("t17_articles.jsonl", "published"))
NARROW = 60
SHORT_LINE = 80
"""Code points of a line that may be taken away whole, for it only dates the text."""
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is known of one article's date; `names_near_year`: the text names a year at most one off the true one."""

    given: bool
    holds: bool
    closed: bool
    narrow: bool
    names_year: bool
    names_near_year: bool


def main() -> int:
    """Print two lines for each sample."""
    for name, field in SAMPLES:
        path = TIMELINES / name
        if not path.is_file():
            print(f"{path} is not there: no bounds to measure.")
            continue
        articles = [json.loads(line) for line in path.open(encoding="utf-8")]
        for reading, texts in (("as it stands", as_it_stands), ("without the lines that date it", without_date)):
            found = [judged(*texts(article["text"]), article[field]) for article in articles]
            report(f"{path.stem}, {reading}", found)
    return 0


def as_it_stands(text: str) -> tuple[str, Dating | None]:
    """A text without metadata, and when it was written as far as it tells."""
    return text, resolved(document(text), Options(language="en")).written


def without_date(text: str) -> tuple[str, Dating | None]:
    """A text without the lines that the reader takes a date from, and when it was written as far as it tells."""
    while True:
        read = document(text)
        spans = [candidate.span for candidate in read.date_candidates if candidate.span is not None]
        if not spans or resolved(read, Options(language="en")).dating is None:
            return as_it_stands(text)
        for span in sorted(spans, reverse=True):
            start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
            end = len(text) if end < 0 else end
            if end - start > SHORT_LINE:
                start, end = span.start, span.end
            text = text[:start] + text[end:]


def document(text: str) -> Document:
    """The text as a file of no telling name."""
    return next(one for one in read_blob(Blob("article.txt", text.encode())) if isinstance(one, Document))


def judged(text: str, written: Dating | None, day: str) -> Bounds:
    """Whether the bounds hold the true day, and whether they are narrow."""
    years = [int(year) for year in YEAR.findall(text)]
    named = bool(years), any(abs(year - int(day[:4])) <= 1 for year in years)
    if written is None:
        return Bounds(False, True, False, False, *named)
    true = civil.day_number(*map(int, day.split("-"))) * civil.DAY
    earliest, latest = written.value.earliest, written.value.latest
    holds = (earliest is None or earliest <= true) and (latest is None or true < latest)
    if earliest is None or latest is None:
        return Bounds(True, holds, False, False, *named)
    return Bounds(True, holds, True, (latest - earliest) // civil.DAY <= NARROW, *named)


def report(name: str, found: list[Bounds]) -> None:
    """Print what share of the bounds holds and how many are closed and narrow."""
    given = [bounds for bounds in found if bounds.given]
    narrow = [bounds for bounds in given if bounds.narrow]
    print(
        f"{name}: of {len(found)} articles {sum(bounds.names_year for bounds in found)} name a year, "
        f"{sum(bounds.names_near_year for bounds in found)} one near their own; {len(given)} are bounded, "
        f"of which {_share(given)} hold the true day; {sum(bounds.closed for bounds in given)} on both sides; "
        f"{len(narrow)} within {NARROW} days, of which {_share(narrow)} hold"
    )


def _share(found: list[Bounds]) -> str:
    return f"{sum(bounds.holds for bounds in found) / max(len(found), 1):.1%}"


if __name__ == "__main__":
    sys.exit(main())
