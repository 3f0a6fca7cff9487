"""Reads the peers' own test cases with our tagger and scores them: `python tests/corpora/suite.py [--fails 40]`.

Reads `../shared/suites/*.jsonl`, each case against its own reference time; writes build/corpora/suite.jsonl; prints
the suites' own table by bucket and the commonest failures by kind. Says so and ends well where the suites are absent.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

from timeline.model.text import Resolution
from timeline.model.value import Kind
from timeline.pipeline.document import Options, resolved
from timeline.pipeline.lookup import plain_document
from timeline.pipeline.tagging import annotation

ROOT = Path(__file__).parents[2]
SUITES = ROOT.parent / "shared" / "suites"
OUTPUT = ROOT / "build" / "corpora" / "suite.jsonl"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--fails", type=int, default=0, help="print this many failures")
    arguments.add_argument("--bucket", help="only failures of this bucket")
    arguments.add_argument("--whole", action="store_true", help="a range as one mention with its EDTF value")
    options = arguments.parse_args()
    if not (SUITES / "score_suite.py").is_file():
        print(f"{SUITES} is not there: nothing to score.")
        return 0
    cases = [json.loads(line) for path in sorted(SUITES.glob("*-en.jsonl")) for line in path.open(encoding="utf-8")]
    cases = [case for case in cases if case.get("core")]
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    answers = {case["id"]: answer(case["text"], case["ref"], whole=options.whole) for case in cases}
    with OUTPUT.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps({"id": key, "timexes": found}) + "\n" for key, found in answers.items())
    report(cases, answers, scorer(), options.fails, options.bucket)
    return 0


def answer(text: str, reference: str | None, *, whole: bool = False) -> list[dict[str, object]]:
    """What `timeline tag` writes of a case, and the rules that found it."""
    known = resolved(plain_document(text), Options(published=reference, language="en"), apart=not whole)
    return [timex(resolution, whole=whole) for resolution in known.resolutions]


def timex(resolution: Resolution, *, whole: bool) -> dict[str, object]:
    """One annotation with its rule; `whole`: with the EDTF value of what has two ends."""
    mention, value = resolution.mention, resolution.value
    found = annotation(mention, value) | {"rule": mention.rule}
    if whole and value is not None and value.edtf is not None and value.kind is not Kind.POINT:
        found["value"] = value.edtf if "T" not in value.timex else value.timex
    return found


def scorer() -> ModuleType:
    """The suites' own scorer."""
    sys.path.insert(0, str(SUITES / "conv"))
    spec = importlib.util.spec_from_file_location("score_suite", SUITES / "score_suite.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(
    cases: list[dict], answers: dict[str, list[dict[str, object]]], suite: ModuleType, fails: int, only: str | None
) -> None:
    """The table by bucket and by peer (cases with a value), then the failures by kind."""
    tables: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: Counter[tuple[str, str]] = Counter()
    failures: list[str] = []
    for case in cases:
        if not suite.has_value(case):
            continue
        found = answers[case["id"]]
        marks = suite.score(case, found)
        for row in ("all", case["bucket"], f"({case['suite']})"):
            tables[row]["n"] += 1
            tables[row].update(name for name, passed in marks.items() if passed)
        if marks["lenient"]:
            continue
        bucket = case["bucket"]
        kind = "spurious" if case["negative"] else "value" if marks["found"] else "missed"
        kinds[bucket, kind] += 1
        if only in (None, bucket):
            wanted = [(item["text"], item["value"], item["alts"][:2]) for item in case["expect"]]
            told = [(item["text"], item["value"], item["rule"]) for item in found]
            failures.append(
                f"{kind} {case['id']} {case['text'][:110]!r} of {case['ref']}\n    want {wanted}\n    got  {told}"
            )
    names = ("found", "compat", "lenient", "value", "strict")
    print(f"{'bucket':24s}{'n':>6s}" + "".join(f"{name:>9s}" for name in names))
    for row, counts in sorted(tables.items(), key=lambda item: (item[0] != "all", item[0][0] == "(", -item[1]["n"])):
        print(f"{row:24s}{counts['n']:6d}" + "".join(f"{100 * counts[name] / counts['n']:9.1f}" for name in names))
    print("failures:", ", ".join(f"{bucket} {kind} {count}" for (bucket, kind), count in kinds.most_common(14)))
    print("\n".join(failures[:fails]))


if __name__ == "__main__":
    raise SystemExit(main())
