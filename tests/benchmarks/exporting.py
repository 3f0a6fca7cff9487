"""A timeline too large to hold, written in each format: events per second and memory. `make bench` runs it small.

    python tests/benchmarks/exporting.py [--events 1000000] [--formats json,jsonl,csv,parquet]

The events are made as they are asked for, as those of an archive are read from the disk; three of them come from one
source. Each format is written by a process of its own, whose highest memory is told with that of one that only
publishes a single event.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline.export import EXPORTERS, export
from timeline.model import period
from timeline.model.civil import civil
from timeline.model.event import Event, Evidence, Factuality, Fate, Role, SourceReport, Timeline
from timeline.model.expression import CalendarDate
from timeline.model.locator import Locator
from timeline.model.text import Anchor, AnchorKind, Dating, Mention, MentionType, PartKind, Resolution, Source, Span

STREAMED = (
    "json",
    "jsonl",
    "csv",
    "parquet",
    "timesketch",
    "ftm",
    "jsonld",
    "vis",
    "timelinejs",
    "markwhen",
    "markdown",
    "ics",
)
SENTENCE = "The ferry of Marveldor ran aground on {}, and forty people were taken off by boats of the harbour."
FACTS = (Factuality.HAPPENED, Factuality.PLANNED, Factuality.DENIED)


class Generated(Sequence[Any]):
    """So many items, made anew whenever they are asked for."""

    def __init__(self, make: Callable[[int], Any], count: int) -> None:
        self._make, self._count = make, count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return tuple(map(self._make, range(*at.indices(self._count))))
        if not 0 <= at < self._count:
            raise IndexError(at)
        return self._make(at)


def source(number: int) -> SourceReport:
    published = Dating(period.day(*civil(8_000 + number // 10)), "header", True)
    made = Source(f"s{number:015x}", f"archive.jsonl#{number}", f"Report {number}", f"Report {number} from the coast",
                  f"{number:064x}", "text/plain", publisher=f"The Coast Post {number % 7}", published=published, language="en")  # fmt: skip
    return SourceReport(made, ((Fate.EVIDENCE, 3),), 700)


def event(number: int) -> Event:
    when = period.day(*civil(8_000 + number // 100))
    words = f"{when.edtf}"
    text = SENTENCE.format(words)
    at = text.index(words)
    of = f"s{number // 3:015x}"
    mention = Mention(of, Span(at, at + len(words)), words, MentionType.DATE, CalendarDate(2004, 5, 3), "iso.day", "en")
    resolution = Resolution(mention, when, Anchor(AnchorKind.EXPLICIT), ("names its year",), 0.99)
    piece = Evidence(f"e{number:015x}", of, Fate.EVIDENCE, resolution, Span(0, len(text)), text, Span(23, 33), text[23:33],
                     "The ferry of Marveldor ran aground", PartKind.BODY, Role.REPORTS, FACTS[number % 3], locator=Locator(line=1))  # fmt: skip
    pieces = (piece, replace(piece, id=f"f{number:015x}"))[: 1 + number % 2]
    return Event(
        piece.id, piece.title, when, pieces, 0.9, ("the ferry",), ("Marveldor",), importance=(number % 997) / 1000
    )


def generated(events: int) -> Timeline:
    return Timeline("An archive", Generated(source, (events + 2) // 3), Generated(event, events))


def write(name: str, events: int, folder: Path) -> None:
    """Writes one format, and prints what it took."""
    start = time.perf_counter()
    files = export(generated(events), folder, [name])
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(file.stat().st_size for file in files) / 1e6
    print(
        f"{name:<11}{events:>10,} events {events / seconds:>8,.0f} a second {size:>7,.0f} MB written {peak:>6,.0f} MB at most"
    )


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=5_000)
    parser.add_argument("--formats", default="json,jsonl,csv,parquet")
    parser.add_argument("--here", action="store_true", help="in this process")
    given = parser.parse_args()
    for name in given.formats.split(",") if given.formats != "all" else (*STREAMED, *({*EXPORTERS} - {*STREAMED})):
        if given.here:
            with tempfile.TemporaryDirectory() as folder:
                write(name, given.events, Path(folder))
        else:
            for events in (1, given.events):
                call = [sys.executable, __file__, "--here", "--formats", name, "--events", str(events)]
                subprocess.run(call, check=True)


if __name__ == "__main__":
    main()
