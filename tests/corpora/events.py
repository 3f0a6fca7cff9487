"""Scores events on gold entity timelines: `python tests/corpora/events.py`.

Builds the articles of `../shared/timelines/semeval2015_docs.jsonl` as `timeline build` does, writes build/corpora/events/,
and runs the timelines' own scorer. Says so and ends well where the articles are absent.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import timeline

ROOT = Path(__file__).parents[2]
TIMELINES = ROOT.parent / "shared" / "timelines"
OUTPUT = ROOT / "build" / "corpora" / "events" / "timeline.json"
GOALS = "goals, with a date in the sentence: covered 95, dated 80, date precision 85 on 60 % of the heads"


def main() -> int:
    names = ("score_events.py", "semeval2015_gold.jsonl", "semeval2015_docs.jsonl")
    scorer, gold, documents = (TIMELINES / name for name in names)
    if not scorer.is_file():
        print(f"{scorer} is not there: nothing to score.")
        return 0
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    timeline.export(timeline.build(timeline.read(documents)), OUTPUT)
    print(f"== events ({GOALS})")
    return subprocess.run([sys.executable, str(scorer), str(gold), str(documents), str(OUTPUT)], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
