"""Fits the weights of `timeline.merge.sameness` to labelled pairs, and prints them beside those that stand there.

`python tests/corpora/merging_weights.py`: reads `../shared` and the pairs by hand that are not of the second held-out part,
and of ECB+ (no text of that part) what its annotators put together, and pairs of one kind from its two stories of each
topic, which are never one happening. Nothing is written: a person rounds what is printed, towards keeping apart, and looks
at `merging.py` before and after. Logistic regression with a pull towards the weights that stand; the same in every run.

What a weight counts for a pair is found by turning it by 1: the likelihood is a sum of them.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import exp, isinf

import merging

from timeline.merge import sameness, settle
from timeline.merge.cluster import period_of
from timeline.merge.passages import Passage, passages
from timeline.merge.stories import Stories
from timeline.model.event import Evidence, Fate
from timeline.model.text import Span
from timeline.pipeline.document import Options, Worked
from timeline.pipeline.worker import worked

WEIGHTS = tuple(
    name
    for name, value in vars(sameness).items()
    if name.isupper()
    and isinstance(value, float)
    and name not in ("CERTAIN", "EXCLUDED", "HALF_OF_WORDS", "NEAR_COPY", "SOME_WORDS")
)
HELD_OUT = "second held-out"
BY_HAND = 3.0
"""What a pair by hand counts: ECB+ has other rules for what is one happening, and teaches what is rare."""
APART = 2.0
"""What a pair counts that is not one: a wrong merge hides an event, a missed one is two clicks."""
PULL = 2.0
"""Strength of the pull towards the weights that stand."""
STRANGE_PAIRS = 400
ROUNDS = 4_000
STEP = 0.02


@dataclass(frozen=True, slots=True)
class Row:
    """A pair: what each weight counts, whether it is one happening, and what the pair counts."""

    signs: tuple[float, ...]
    same: bool
    weight: float


def main() -> int:
    """Print the weights as they stand and as fitted, and how well each set tells the pairs apart."""
    if not (merging.SHARED / "merging").is_dir():
        print(f"{merging.SHARED} is not beside this project: nothing to fit to.")
        return 0
    rows = list(all_rows())
    standing = [getattr(sameness, name) for name in WEIGHTS]
    fitted = fit(rows, standing)
    print(f"{len(rows)} pairs, {sum(row.same for row in rows)} of them one happening")
    for name, before, after in zip(WEIGHTS, standing, fitted, strict=True):
        used = sum(row.signs[WEIGHTS.index(name)] != 0 for row in rows)
        print(f"{name:24s}{before:7.2f}{after:7.2f}   in {used} pairs")
    for name, weights in (("as they stand", standing), ("fitted", fitted)):
        said = [(row.same, total(row, weights) >= 0) for row in rows]
        hit, merged, same = (sum(s and m for s, m in said), sum(m for _, m in said), sum(s for s, _ in said))
        print(f"{name:15s} precision {100 * hit / max(1, merged):5.1f} recall {100 * hit / max(1, same):5.1f}")
    return 0


def fit(rows: list[Row], standing: list[float]) -> list[float]:
    """Logistic regression by plain descent, pulled towards the standing weights."""
    weights = list(standing)
    mass = sum(row.weight for row in rows)
    for _ in range(ROUNDS):
        slopes = [PULL * (now - before) / mass for now, before in zip(weights, standing, strict=True)]
        for row in rows:
            wrong = row.weight * (1 / (1 + exp(-max(-30.0, min(30.0, total(row, weights))))) - row.same) / mass
            for index, sign in enumerate(row.signs):
                if sign:
                    slopes[index] += wrong * sign
        weights = [now - STEP * 10 * slope for now, slope in zip(weights, slopes, strict=True)]
    return weights


def total(row: Row, weights: list[float]) -> float:
    return sum(sign * weight for sign, weight in zip(row.signs, weights, strict=True))


def all_rows() -> Iterator[Row]:
    """Every pair to learn from that is neither certain nor excluded."""
    labelled = [json.loads(line) for line in merging.PAIRS.read_text(encoding="utf-8").splitlines()]
    held = {row[side][0] for row in labelled if row["half"] == HELD_OUT for side in "ab"}
    for name, texts in merging.corpora():
        rows = [row for row in labelled if row["corpus"] == name and row["half"] != HELD_OUT]
        if not rows:
            continue
        made, stories = prepared(texts)
        pieces: dict[str, list[Evidence]] = defaultdict(list)
        for passage in made.values():
            pieces[passage.evidence.source_id].append(passage.evidence)
        for row in rows:
            first, second = (merging.found(pieces, *row[side]) for side in "ab")
            if first is not None and second is not None:
                yield from learnt(made[first.id], made[second.id], stories, row["same"], BY_HAND)
        if name == "ecb":
            yield from from_ecb(made, stories, held)


def prepared(texts: list[merging.Text]) -> tuple[dict[str, Passage], Stories]:
    """The passages of a corpus by the ids of their evidence, and its stories."""
    results = [
        worked(merging.document(text), Options(published=text.dct[:10] if text.dct else None, language="en"))
        for text in texts
    ]
    kept = [result for result in results if isinstance(result, Worked)]
    periods: dict[object, list[Evidence]] = defaultdict(list)
    for piece in settle(tuple(piece for result in kept for piece in result.evidence)):
        if piece.fate is Fate.EVIDENCE:
            periods[period_of(piece)].append(piece)
    made = {passage.evidence.id: passage for period in periods.values() for passage in passages(period)}
    return made, Stories.of(result.sketch for result in kept)


def learnt(first: Passage, second: Passage, stories: Stories, same: bool, weight: float) -> Iterator[Row]:
    """The row of a pair; none where something makes it certain or excludes it."""
    known = sameness.likelihood(first, second, stories, in_full=True)
    if isinf(known) or known == sameness.CERTAIN:
        return
    signs = []
    for name in WEIGHTS:
        before = getattr(sameness, name)
        setattr(sameness, name, before + 1)
        signs.append(sameness.likelihood(first, second, stories, in_full=True) - known)
        setattr(sameness, name, before)
    yield Row(tuple(signs), same, weight if same else weight * APART)


def from_ecb(made: dict[str, Passage], stories: Stories, held: set[str]) -> Iterator[Row]:
    """Pairs of one gold cluster; pairs of two in one text; and pairs of one kind from the two stories of a topic."""
    clusters = clustered()
    kept = [made[key] for key in sorted(made) if made[key].evidence.source_id not in held]
    cluster: dict[str, str] = {}
    for passage in kept:
        head = passage.evidence.head
        for span, name in clusters[passage.evidence.source_id]:
            if head is not None and span.meets(head):
                cluster[passage.evidence.id] = name
    strange = []
    for first, second in combinations(kept, 2):
        one, other = first.evidence, second.evidence
        names = cluster.get(one.id), cluster.get(other.id)
        known = None not in names
        if known and names[0] == names[1]:
            if first.copy != second.copy:
                yield from learnt(first, second, stories, True, 1.0)
        elif (known and one.source_id == other.source_id) or are_strange(one.source_id, other.source_id):
            strange.append((first, second))
    strange = [pair for pair in strange if of_one_kind(*pair)]
    for first, second in random.Random(5).sample(strange, min(STRANGE_PAIRS, len(strange))):
        yield from learnt(first, second, stories, False, 1.0)


def of_one_kind(first: Passage, second: Passage) -> bool:
    """Whether the heads are enough alike for the pair to teach anything."""
    return bool(first.families & second.families or first.kinds & second.kinds or first.sense == second.sense)


def are_strange(first: str, second: str) -> bool:
    """Whether two texts of ECB+ are of one topic and tell its two stories."""
    one, other = story(first), story(second)
    return one[0] == other[0] and one[1] != other[1]


def story(source: str) -> tuple[str, bool]:
    """The topic of a text of ECB+, and which of its two stories it tells."""
    return source.partition("_")[0], source.endswith("plus")


def clustered() -> dict[str, list[tuple[Span, str]]]:
    """Where the gold mentions of happenings stand in each text, with their clusters."""
    texts = {row["id"]: row["sentences"] for row in merging.rows("merging/ecbplus_docs.jsonl")}
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for row in merging.rows("merging/ecbplus_mentions.jsonl"):
        if row["tag"].startswith(("ACTION", "NEG")):
            sentence = texts[row["doc"]][int(row["sent"])]
            at = sum(len(before) + 1 for before in texts[row["doc"]][: int(row["sent"])])
            tokens = []
            for token in sentence.split(" "):
                tokens.append(Span(at, at + len(token)))
                at += len(token) + 1
            found[row["doc"]].append(
                (Span(tokens[min(row["tokens"])].start, tokens[max(row["tokens"])].end), row["cluster"])
            )
    return found


if __name__ == "__main__":
    sys.exit(main())
