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

from timeline.model import civil
from timeline.model.text import Resolution
from timeline.model.value import Kind
from timeline.pipeline.document import Options, resolved
from timeline.pipeline.lookup import plain_document

ROOT = Path(__file__).parents[2]
SUITES = ROOT.parent / "shared" / "suites"
OUTPUT = ROOT / "build" / "corpora" / "suite.jsonl"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--fails", type=int, default=0, help="print this many failures")
    arguments.add_argument("--bucket", help="only failures of this bucket")
    arguments.add_argument("--plain", action="store_true", help="TIMEX3 values alone, without bounds")
    options = arguments.parse_args()
    if not (SUITES / "score_suite.py").is_file():
        print(f"{SUITES} is not there: nothing to score.")
        return 0
    cases = [json.loads(line) for path in sorted(SUITES.glob("*-en.jsonl")) for line in path.open(encoding="utf-8")]
    cases = [case for case in cases if case.get("core")]
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    answers = {case["id"]: answer(case["text"], case["ref"], plain=options.plain) for case in cases}
    with OUTPUT.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps({"id": key, "timexes": found}) + "\n" for key, found in answers.items())
    report(cases, answers, scorer(), options.fails, options.bucket)
    return 0


def answer(text: str, reference: str | None, *, plain: bool = False) -> list[dict[str, object]]:
    """What our tagger finds in a case, in the suites' own form."""
    known = resolved(plain_document(text), Options(published=reference, language="en"))
    return [timex(resolution, plain=plain) for resolution in known.resolutions]


def timex(resolution: Resolution, *, plain: bool) -> dict[str, object]:
    """One mention: the TIMEX3 value, the EDTF one where it has two ends, and its bounds where a calendar has it."""
    mention, value = resolution.mention, resolution.value
    found: dict[str, object] = {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "type": mention.type.value,
        "value": "" if value is None else value.timex,
        "rule": mention.rule,
    }
    if value is None or value.edtf is None:
        return found
    if value.kind is not Kind.POINT:
        found["value"] = value.edtf if "T" not in value.timex else value.timex
    if not plain and "T" not in value.timex and (value.earliest, value.latest) != (None, None):
        found["interval"] = [instant(value.earliest), instant(value.latest)]
    return found


def instant(seconds: int | None) -> str | None:
    """Civil seconds as an ISO instant."""
    if seconds is None:
        return None
    day, rest = divmod(seconds, civil.DAY)
    return f"{civil.iso(day)}T{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"


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
