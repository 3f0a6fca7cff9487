"""How fast read text becomes events, with each stage's share: `make bench` runs it; it prints a table, never fails.

Measured on invented news and history (see `peers`), and on the development texts where they are beside the project.
The program is warm, the text is new to it; characters are counted for a CPU second of one core. The goal is 400,000.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from peers import SLICE, Article, articles, dateparser_search, measured

import timeline
from timeline.events import evidence
from timeline.merge import families, merge, settle, sketch
from timeline.model.event import Fate
from timeline.model.text import Document
from timeline.pipeline import Options, resolved
from timeline.pipeline.rounds import without_rounds
from timeline.read import Blob

SIZE, WARM_UP = 1_200_000, 300_000
ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
STAGES = ("dates", "evidence", "sketches", "merge")


class Run(NamedTuple):
    """CPU seconds by stage, and what came out."""

    characters: int
    seconds: tuple[float, ...]
    dates: int
    events: int


def built(documents: Sequence[Document]) -> Run:
    """The stages of `timeline.build` one after the other; as there, without the garbage collector's rounds."""
    with without_rounds():
        return _built(documents)


def _built(documents: Sequence[Document]) -> Run:
    clock = [time.process_time()]
    known = [resolved(document, Options()) for document in documents]
    clock.append(time.process_time())
    dated = [
        replace(one.document, source=replace(one.document.source, published=one.written, updated=one.updated))
        for one in known
    ]
    found = [evidence(document, one.resolutions, one.pack) for document, one in zip(dated, known, strict=True)]
    clock.append(time.process_time())
    sketches = tuple(sketch(document) for document in dated)
    clock.append(time.process_time())
    settled = settle(tuple(piece for pieces in found for piece in pieces))
    family = families((one.source_id, one.runs) for one in sketches)
    events = merge(tuple(piece for piece in settled if piece.fate is Fate.EVIDENCE), sketches, family)
    clock.append(time.process_time())
    seconds = tuple(end - start for start, end in pairwise(clock))
    return Run(sum(len(d.text) for d in documents), seconds, sum(len(one.resolutions) for one in known), len(events))


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
        total = sum(run.seconds)
        shares = "  ".join(
            f"{100 * seconds / total:.0f} %".rjust(len(stage))
            for stage, seconds in zip(STAGES, run.seconds, strict=True)
        )
        print(row(name, f"{run.characters:,}", f"{run.characters / total:,.0f}", run.dates, run.events, shares))
    few = articles(3, SLICE)
    peer = measured(dateparser_search(), few[:2], few)
    rate = peer.characters / peer.seconds
    print(row("dateparser's search_dates", f"{peer.characters:,}", f"{rate:,.0f}", peer.found, "none", ""))


if __name__ == "__main__":
    main()
