"""How fast it is: the start, the finding of dates, a whole build. `make bench` runs it; it prints a table.

The texts are made here from a few sentences and a counter, the same in every run, so that two versions can be compared.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import timeline

DATED = (
    "On {day} March {year} the council of town number {n} voted to close the old bridge, three weeks after the flood. ",
    "The mayor, who may resign in the autumn of {year}, said yesterday that the work would begin in May. ",
    "Between 3 and 6 June {year} some {n} people marched past the hall, most of them since early morning. ",
)
UNDATED = (
    "The bridge had been the pride of the town, and number {n} of its kind, with arches of grey stone. ",
    "Nobody could say how the money was to be found, and the {n} shops on the far side were left without customers. ",
)
DOCUMENTS = 200


def article(number: int, sentences: int) -> str:
    """An article in which about every second sentence tells a date."""
    told = []
    for index in range(sentences):
        kinds = DATED if index % 2 else UNDATED
        told.append(
            kinds[(number + index) % len(kinds)].format(day=1 + index % 28, year=1990 + index % 30, n=number + 2)
        )
    return "".join(told)


def best(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of the quickest run: the one that other work on the machine disturbed least."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def start(*arguments: str) -> Callable[[], object]:
    """A new interpreter that does one thing."""
    return lambda: subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Measures and prints."""
    row = "{:<34}{:>12}".format
    bare = best(start("-c", "pass"))
    print(row("import timeline", f"{1000 * (best(start('-c', 'import timeline')) - bare):.0f} ms"))
    run = "import sys; sys.argv = ['timeline', '--help']; from timeline.cli import main; main()"
    print(row("timeline --help", f"{1000 * (best(start('-c', run)) - bare):.0f} ms"))
    for name, text in (
        ("dates, every second sentence dated", article(0, 400)),
        ("dates, none to be found", UNDATED[0].replace("{n}", "nine") * 400),
    ):
        timeline.dates(text, on="2024-03-22")
        seconds = best(lambda text=text: timeline.dates(text, on="2024-03-22"), 3)
        print(row(name, f"{len(text) / seconds / 1e6:.2f} MB/s"))
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "articles.jsonl"
        lines = [
            json.dumps(
                {"id": str(number), "title": f"Bridge {number}", "text": article(number, 20), "dct": "2024-03-22"}
            )
            for number in range(DOCUMENTS)
        ]
        records.write_text("\n".join(lines), encoding="utf-8")
        seconds = best(lambda: timeline.build(timeline.read(records)), 1)
        print(row(f"build of {DOCUMENTS} articles", f"{DOCUMENTS / seconds:.0f} a second"))


if __name__ == "__main__":
    main()
