"""Scores our tagger on the gold corpora: `python tests/corpora/corpora.py [timebank tweets] [--errors 40]`.

Reads `../shared/corpora/*.jsonl`; writes build/corpora/*.jsonl; prints the corpora's own figures and the commonest
errors by kind. Says so and ends well where the corpora are absent.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from timeline.pipeline.document import Options, resolved
from timeline.pipeline.lookup import plain_document

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
OUTPUT = ROOT / "build" / "corpora"
Timex = dict[str, object]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("names", nargs="*", help="parts of the corpora's names; all where none is given")
    arguments.add_argument(
        "--errors", type=int, default=12, help="print this many of the commonest errors of each kind"
    )
    options = arguments.parse_args()
    if not (CORPORA / "score.py").is_file():
        print(f"{CORPORA} is not there: nothing to score.")
        return 0
    OUTPUT.mkdir(parents=True, exist_ok=True)
    paths = sorted(CORPORA.glob("*.jsonl"))
    score = scorer()
    print(f"{'corpus':24s}{'strict':>8s}{'relaxed':>9s}{'value':>8s}{'calendar':>10s}  (F1)")
    errors: dict[str, Counter[str]] = {}
    for path in paths:
        if options.names and not any(name in path.name for name in options.names):
            continue
        gold = [json.loads(line) for line in path.open(encoding="utf-8")]
        found = {document["id"]: tagged(document) for document in gold}
        with (OUTPUT / path.name).open("w", encoding="utf-8") as out:
            out.writelines(json.dumps({"id": key, "timexes": timexes}) + "\n" for key, timexes in found.items())
        figures = measured(score, path, OUTPUT / path.name)
        print(f"{path.stem:24s}" + "".join(f"{100 * value:{8 + (i % 2)}.2f}" for i, value in enumerate(figures)))
        errors[path.stem] = Counter(
            error for document in gold for error in errors_in(score, document, found[document["id"]])
        )
    for name, counted in errors.items():
        print_errors(name, counted, options.errors)
    return 0


def tagged(document: dict) -> list[Timex]:
    """The TIMEX3 annotations of a document with its rule; a range as the expressions it is made of."""
    known = resolved(plain_document(document["text"]), Options(published=document["dct"], language="en"), apart=True)
    return [
        {
            "start": resolution.mention.span.start,
            "end": resolution.mention.span.end,
            "text": resolution.mention.text,
            "type": resolution.mention.type.value,
            "value": resolution.value.timex if resolution.value else "",
            "rule": resolution.mention.rule,
        }
        for resolution in known.resolutions
    ]


def scorer() -> ModuleType:
    """The corpora's own scorer."""
    spec = importlib.util.spec_from_file_location("score", CORPORA / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(score: ModuleType, gold: Path, system: Path) -> list[float]:
    """Strict, relaxed, value and calendar F1, by the corpora's own program."""
    command = [sys.executable, str(score.__file__), str(gold), str(system), "--json"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return [told[name]["f1"] for name in ("strict", "relaxed", "value", "calendar")]


def errors_in(score: ModuleType, document: dict, found: list[Timex]) -> Iterator[str]:
    """Each error of a document as a line: its kind, the words, what they mean and what we said."""
    gold = document["timexes"]
    pairs = score.pair(gold, found)
    for i, j in pairs:
        wanted, told = gold[i], found[j]
        if (wanted["start"], wanted["end"]) != (told["start"], told["end"]):
            yield f"EXTENT   {short(wanted['text'])!r}: read {short(told['text'])!r}"
        if wanted["value"] != told["value"]:
            yield f"VALUE    {short(told['text'])!r}: {wanted['value']} read as {told['value']} by {told['rule']}"
    for i in {*range(len(gold))} - {i for i, _ in pairs}:
        yield f"MISSED   {short(gold[i]['text'])!r}"
    for j in {*range(len(found))} - {j for _, j in pairs}:
        yield f"SPURIOUS {short(found[j]['text'])!r} by {found[j]['rule']}"


def short(text: object) -> str:
    return " ".join(str(text).lower().split())


def print_errors(name: str, counted: Counter[str], count: int) -> None:
    """The commonest errors of a corpus, kind by kind."""
    kinds = Counter[str]()
    for error, times in counted.items():
        kinds[error.split()[0]] += times
    print(f"\n{name}: " + ", ".join(f"{kind} {times}" for kind, times in kinds.most_common()))
    for kind in kinds:
        rows = [(error, times) for error, times in counted.most_common() if error.startswith(kind)]
        for error, times in rows[:count]:
            print(f"{times:4d} {error}")


if __name__ == "__main__":
    raise SystemExit(main())
