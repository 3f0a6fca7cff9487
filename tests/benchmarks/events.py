"""How fast read text becomes events, with each stage's share: `make bench` runs it; it prints a table, never fails.

Measured on invented news and history (see `peers`), and on the development texts where they are beside the project.
The program is warm, the text is new to it; characters are counted for a CPU second of one core. The goal is 400,000.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from peers import SLICE, Article, articles, dateparser_search, measured

import timeline
from timeline.events import evidence
from timeline.merge import Sketch, families, merge, settle, sketch
from timeline.model.event import Evidence, Fate
from timeline.model.text import Document
from timeline.pipeline import Options, resolved
from timeline.pipeline.document import dated
from timeline.pipeline.rounds import without_rounds
from timeline.read import Blob

SIZE, WARM_UP = 1_200_000, 300_000
ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
STAGES = ("dates", "evidence", "sketches", "merge")


class Run(NamedTuple):
    """CPU seconds by stage, and what came out."""

    characters: int
    seconds: dict[str, float]
    dates: int
    events: int


def built(documents: Sequence[Document]) -> Run:
    """The stages of `timeline.build`: as there, one document after the other, without the garbage collector's rounds."""
    took = dict.fromkeys(STAGES, 0.0)
    pieces: list[Evidence] = []
    sketches: list[Sketch] = []
    dates = 0
    with without_rounds():
        for document in documents:
            with timed("dates", took):
                one = resolved(document, Options())
            with timed("evidence", took):
                pieces += evidence(dated(one), one.resolutions, one.pack)
            with timed("sketches", took):
                sketches.append(sketch(one.document))
            dates += len(one.resolutions)
        with timed("merge", took):
            settled = settle(tuple(pieces))
            family = families((one.source_id, one.runs) for one in sketches)
            events = merge(tuple(one for one in settled if one.fate is Fate.EVIDENCE), tuple(sketches), family)
    return Run(sum(len(document.text) for document in documents), took, dates, len(events))


@contextmanager
def timed(stage: str, took: dict[str, float]) -> Iterator[None]:
    """Adds what a stage takes to what it has taken."""
    start = time.process_time()
    yield
    took[stage] += time.process_time() - start


def invented(told: Sequence[Article]) -> list[Document]:
    """Made-up articles as documents, read from records."""
    lines = (json.dumps({"text": article.text, "published": str(article.day)}) for article in told)
    return _documents(Blob("invented.jsonl", "\n".join(lines).encode()))


def _documents(where: Path | Blob) -> list[Document]:
    return [document for document in timeline.read(where) if isinstance(document, Document)]


def texts() -> Iterator[tuple[str, list[Document]]]:
    """The texts to measure on, by name."""
    yield "invented news and history", invented(articles(2, SIZE))
    for name, path in (
        ("news of two stories", SHARED / "timelines" / "t17_articles.jsonl"),
        ("news of thirty days", SHARED / "timelines" / "semeval2015_docs.jsonl"),
        ("sample articles", ROOT / "seeds"),
    ):
        if path.exists():
            yield name, _documents(path)


def main() -> None:
    """Measures one text after the other, and prints a row each."""
    built(invented(articles(1, WARM_UP)))
    print("Read text to events, one core, characters a CPU second, and the share of each stage")
    row = "{:<28}{:>12}{:>12}{:>9}{:>9}  {}".format
    print(row("", "characters", "a second", "dates", "events", "  ".join(STAGES)))
    for name, documents in texts():
        run = built(documents)
        total = sum(run.seconds.values())
        shares = "  ".join(f"{100 * seconds / total:.0f} %".rjust(len(stage)) for stage, seconds in run.seconds.items())
        print(row(name, f"{run.characters:,}", f"{run.characters / total:,.0f}", run.dates, run.events, shares))
    few = articles(3, SLICE)
    peer = measured(dateparser_search(), few[:2], few)
    rate = peer.characters / peer.seconds
    print(row("dateparser's search_dates", f"{peer.characters:,}", f"{rate:,.0f}", peer.found, "none", ""))


if __name__ == "__main__":
    main()
