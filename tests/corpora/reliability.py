"""How far confidence can be trusted: of the calendar dates that the gold corpora hold too, how many are right, by bin.

Run by `make corpus`. A date counts where its span meets a gold DATE and both values are a year, a month or a day.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from timeline.extract.mentions import mentions
from timeline.language import pack
from timeline.model import edtf
from timeline.model.text import Dating, Document, Source
from timeline.normalise import resolve

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
CALENDAR = re.compile(r"\d{4}(-\d\d){0,2}$")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
SURE = 0.9


def outcomes(path: Path) -> list[tuple[float, bool]]:
    """(confidence, right) of each calendar date of a corpus."""
    english, found = pack("en"), []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        document = Document(Source(record["id"], record["id"], "", "", "", "text/plain"), record["text"])
        dating = Dating(edtf.parse(record["dct"][:10]), "record", True) if record.get("dct") else None
        gold = [mention for mention in record["timexes"] if mention["type"] == "DATE"]
        pieces = [part for mention in mentions(document, english) for part in (mention.parts or (mention,))]
        for told in resolve(document, tuple(pieces), english, dating):
            value = told.value
            if value is None or not CALENDAR.match(value.timex):
                continue
            span = told.mention.span
            for mention in gold:
                if mention["start"] < span.end and span.start < mention["end"] and CALENDAR.match(mention["value"]):
                    found.append((told.confidence, mention["value"] == value.timex))
                    break
    return found


def main() -> int:
    """Print the table of each corpus and of all."""
    if not CORPORA.is_dir():
        print("../shared/corpora is not beside this project: no reliability table.")
        return 0
    every: list[tuple[float, bool]] = []
    for path in sorted(CORPORA.glob("*.jsonl")):
        every += report(path.stem, outcomes(path))
    report("all", every)
    return 0


def report(name: str, found: list[tuple[float, bool]]) -> list[tuple[float, bool]]:
    """Print one table and hand the outcomes on."""
    counts, right = Counter[float](), Counter[float]()
    for confidence, is_right in found:
        lower = max(bound for bound in BINS if confidence >= bound)
        counts[lower] += 1
        right[lower] += is_right
    sure = [is_right for confidence, is_right in found if confidence >= SURE]
    share, correct = len(sure) / max(len(found), 1), sum(sure) / max(len(sure), 1)
    print(f"== {name}: of {len(found)} calendar dates {share:.1%} at {SURE} or more, of which {correct:.1%} are right")
    for lower in BINS:
        if counts[lower]:
            print(f"   from {lower:.2f}: {counts[lower]:5d}   right {right[lower] / counts[lower]:6.1%}")
    return found


if __name__ == "__main__":
    sys.exit(main())
