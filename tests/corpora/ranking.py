"""Scores `timeline digest` against journalists' timelines: `python tests/corpora/ranking.py`.

Reads ../shared/timelines (articles of two topics of Timeline17, its timelines, its scorer); prints Date-F1 and the
alignment ROUGE of words and word pairs (AR1, AR2: align+ m:1) for each topic: at the gold's own number of dates and of
sentences for each, from all articles and, on average, from random halves of them; and at the length that the digest
chooses itself. Goals on topics that nobody has seen: Date-F1 .55, AR1 .12, AR2 .042. Ends well where the texts are absent.
"""

from __future__ import annotations

import importlib.util
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import timeline
from timeline.model.text import Document

SHARED = Path(__file__).parents[2].parent / "shared" / "timelines"
ARTICLES, GOLD, SCORER = SHARED / "t17_articles.jsonl", SHARED / "t17_gold.jsonl", SHARED / "eval_tls.py"
HALVINGS = 3


def main() -> int:
    if not all(path.is_file() for path in (ARTICLES, GOLD, SCORER)):
        print(f"{SHARED} does not hold the articles and timelines: nothing to score.")
        return 0
    score = scorer()
    topics = read_topics()
    row = "{:<8}{:<16}{:>10}{:>8}{:>11}{:>9}{:>8}{:>8}".format
    print(row("topic", "length", "articles", "dates", "sentences", "Date-F1", "AR1", "AR2"))
    for (topic, _), gold in score.load(GOLD).items():
        told, dates = topics[topic], len(gold)
        each = round(sum(map(len, gold.days.values())) / dates)
        length = timeline.Length(dates, each)
        for name, some, wanted in (
            ("the gold's", [told], length),
            ("the gold's", halves(told), length),
            ("its own", [told], timeline.Length()),
        ):
            results = [scored(score, articles, wanted, gold) for articles in some]
            dates_f1, one, two, kept = (sum(column) / len(results) for column in zip(*results, strict=True))
            articles = sum(map(len, some)) // len(some)
            figures = (f"{dates_f1:.3f}", f"{one:.4f}", f"{two:.4f}")
            print(row(topic, name, articles, f"{kept:.0f}", wanted.sentences, *figures))
    return 0


def scored(
    score: ModuleType, articles: Sequence[Document], length: timeline.Length, gold: Any
) -> tuple[float, float, float, int]:
    """Date-F1, AR1, AR2, and how many dates the digest has."""
    made = timeline.digest(articles, length)
    days = score.Timeline({entry.date: list(entry.sentences) for entry in made.entries if len(entry.date) == 10})
    result = score.evaluate(days, gold)
    return result["date"]["f"], result["align+ m:1 R1"]["f"], result["align+ m:1 R2"]["f"], len(made.entries)


def halves(articles: Sequence[Document]) -> list[list[Document]]:
    """Random halves of the articles, the same in every run."""
    found: list[list[Document]] = []
    for seed in range(HALVINGS):
        mixed = list(articles)
        random.Random(seed).shuffle(mixed)
        found += [mixed[: len(mixed) // 2], mixed[len(mixed) // 2 :]]
    return found


def read_topics() -> dict[str, list[Document]]:
    """The articles by topic."""
    topic_of = {}
    for line in ARTICLES.open(encoding="utf-8"):
        record = json.loads(line)
        topic_of[record["id"]] = record["topic"]
    found: dict[str, list[Document]] = defaultdict(list)
    for document in timeline.read(ARTICLES):
        if isinstance(document, Document):
            found[topic_of[document.source.key]].append(document)
    return found


def scorer() -> ModuleType:
    """The timelines' own scorer."""
    spec = importlib.util.spec_from_file_location("eval_tls", SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    raise SystemExit(main())
