"""An archive of news: speed, memory and repeated runs of `timeline build`. `make bench` runs it small.

    python tests/benchmarks/archive.py [--articles 100000] [--workers 1,2] [--stages] [--texts FILE]

The articles are made from templates and a counter, the same in every run, of about 5,000 characters each; every
happening is told by some of them, on a known day, so that what comes out can be counted. With `--texts`, the articles
of a JSON Lines file instead, over and over: each round is another edition, of other bytes and nearly the same words,
so that there are families of thousands. The build runs as a process
of its own; its memory is that of the whole tree of processes, looked at five times a second.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from random import Random

FIRST = (
    "Anna Boris Clara David Elena Farid Greta Hugo Irina Jonas Karin Louis Maria Nadia Oskar Petra Rashid Sofia "
    "Tomas Ursula Viktor Wanda Xenia Yusuf Zelda Albert Bettina Cyril Diana Edgar"
).split()
LAST = (
    "Abelson Brandvik Carlow Dressler Eastby Farrow Grindal Hallam Ingram Jessop Karlson Lindqvist Marlowe Norwood "
    "Oakes Penrose Quayle Rutland Sandgate Thorne Underhill Vance Westlake Yarrow Zeller Ashdown Birkett Colby "
    "Danvers Ellery"
).split()
SYLLABLES = "mar vel dor han bri kel tor lin sal ver gra mon ost ral fen wic".split()
DEEDS = (
    ("opened", "the new {thing} in {place}"),
    ("closed", "the old {thing} of {place}"),
    ("was arrested", "near the {thing} of {place}"),
    ("resigned", "as head of the {thing} in {place}"),
    ("signed", "a treaty on the {thing} of {place}"),
    ("sold", "the {thing} of {place} to a rival"),
    ("visited", "the flooded {thing} in {place}"),
    ("sued", "the {thing} of {place} for damages"),
)
THINGS = "harbour bridge museum refinery hospital mill theatre observatory railway stadium library market".split()
FILLER = (
    "Nobody in the town could say how the money was to be found, and most shops were left without customers. ",
    "The building had been the pride of the region, with arches of grey stone and a roof that leaked at every rain. ",
    "Neighbours spoke of noise, of dust and of lorries that stood with running engines under their windows. ",
    "An inquiry was called for by all parties, though none of them wished to say what it should ask. ",
    "The ministry answered questions in writing, and said that the figures were being looked at with great care. ",
    "Experts who were asked for their opinion disagreed, some of them with one another and some with themselves. ",
    "It remained unclear who would pay, how long the work would take, and whether anyone had read the contract. ",
    "Older people remembered better times, but not all of them could agree on when these had been. ",
)
FIRST_DAY = date(2001, 1, 1)
DAYS = 8000
TELLERS = 4
"""Articles that tell one happening, on average."""


@dataclass(frozen=True)
class Happening:
    """What happened, who did it, and when."""

    who: str
    deed: str
    where: str
    day: date


def happening(number: int) -> Happening:
    """The happening with this number: always the same."""
    chance = Random(number)
    who = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    deed, where = chance.choice(DEEDS)
    place = "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    return Happening(who, deed, where.format(thing=chance.choice(THINGS), place=place), day)


def written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def articles(count: int) -> Iterator[dict[str, str]]:
    """So many articles, the same each time."""
    happenings = max(1, count // TELLERS)
    for number in range(count):
        chance = Random(f"article {number}")
        told = happening(chance.randrange(happenings))
        former = happening(chance.randrange(happenings))
        day = told.day + timedelta(days=chance.randrange(1, 4))
        weekday = f"{told.day:%A}"
        paragraphs = [
            f"{told.who} {told.deed} {told.where} on {weekday}, officials said. {chance.choice(FILLER)}",
            *("".join(chance.choice(FILLER) for _ in range(4)) for _ in range(4)),
            f"On {written(former.day)} {former.who} {former.deed} {former.where}. {chance.choice(FILLER)}",
            *("".join(chance.choice(FILLER) for _ in range(4)) for _ in range(5)),
            f"Work is to go on in {chance.choice(('spring', 'autumn'))} {day.year + 1}. {chance.choice(FILLER)}",
        ]
        yield {
            "id": f"a{number:07}",
            "title": f"{told.who} {told.deed} {told.where}",
            "publisher": f"The {chance.choice(LAST)} Post",
            "published": day.isoformat(),
            "text": "\n\n".join(paragraphs),
        }


def editions(file: Path, count: int) -> Iterator[dict[str, str]]:
    """So many articles of a file, again and again."""
    told = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for number in range(count):
        edition, place = divmod(number, len(told))
        record = told[place]
        yield {**record, "id": f"{record['id']}-{edition}", "text": f"{record['text']}\n\nEdition {edition}."}


@dataclass(frozen=True)
class Run:
    """How a build went."""

    seconds: float
    peak: int
    """Bytes of memory of the whole tree of processes, at its highest."""
    code: int


def build(source: Path, out: Path, workers: int, *, kill_after: float | None = None) -> Run:
    """Runs `timeline build` on the articles; killed with all its processes after some seconds where that is asked."""
    call = "from timeline.cli import main; main()"
    arguments = ["build", str(source), "--out", str(out), "--format", "json", "--workers", str(workers)]
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", call, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL if kill_after else None,
        start_new_session=True,
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory_of_tree(process.pid))
        if kill_after is not None and time.perf_counter() - start > kill_after:
            os.killpg(process.pid, signal.SIGKILL)
        time.sleep(0.2)
    return Run(time.perf_counter() - start, peak, process.returncode)


def memory_of_tree(root: int) -> int:
    """Bytes that a process and all that it started hold (proportional where they share; else resident)."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
    tree = {root}
    while more := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return sum(map(_memory, tree))


def _memory(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


STAGES = (
    ("read", "timeline.pipeline.gathering", "gather"),
    ("   its own date", "timeline.extract.dct", "date_document"),
    ("   mentions", "timeline.extract.mentions", "mentions"),
    ("   what they mean", "timeline.normalise", "resolve"),
    ("   names", "timeline.events", "names_in"),
    ("   happenings", "timeline.events", "evidence"),
    ("   sketches", "timeline.merge", "sketch"),
    ("find (all of these)", "timeline.pipeline.working", "work_on"),
    ("survey", "timeline.pipeline.survey", "survey"),
    ("name and place", "timeline.pipeline.placing", "place"),
    ("merge", "timeline.pipeline.blocks", "merge_on"),
    ("write", "timeline.export", "export"),
    ("keep for later", "timeline.store", "write_cache"),
)
"""What a build does, by the functions that do it; those with a space in front are part of "find"."""


def stages(source: Path, out: Path) -> None:
    """Prints each stage's share of the time of a build in this process, and the memory after it."""
    from timeline.cli import main as command

    took: dict[str, float] = dict.fromkeys((name for name, *_ in STAGES), 0.0)
    peaks: dict[str, int] = {}

    def timed(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def done(*given: object, **named: object) -> object:
            start = time.process_time()
            try:
                return work(*given, **named)
            finally:
                took[name] += time.process_time() - start
                peaks[name] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

        return done

    for name, module, function in STAGES:
        place = import_module(module)
        setattr(place, function, timed(name, getattr(place, function)))
    from timeline.pipeline import assembly

    assembly.work_on = import_module("timeline.pipeline.working").work_on  # type: ignore[attr-defined]
    sys.argv = ["timeline", "build", str(source), "--out", str(out), "--format", "json", "--workers", "1"]
    start = time.process_time()
    with suppress(SystemExit):
        command()
    whole = time.process_time() - start
    print(f"{whole:.1f} seconds of one core")
    for name, seconds in took.items():
        print(f"{name:24s}{100 * seconds / whole:6.1f} %{peaks.get(name, 0):8d} MB at most so far")


def digest(folder: Path) -> str:
    """What was written, in short: equal for equal bytes."""
    return hashlib.sha256((folder / "timeline.json").read_bytes()).hexdigest()[:12]


def recall(folder: Path, count: int) -> float:
    """The share of the happenings told that are events on their day."""
    happenings = max(1, count // TELLERS)
    told = {
        (found.day.isoformat(), found.where)
        for number in range(count)
        for found in [happening(Random(f"article {number}").randrange(happenings))]
    }
    events = json.loads((folder / "timeline.json").read_bytes())["events"]
    days: dict[str | None, str] = {}
    for event in events:
        if event["date"]["precision"] == "day":
            days[event["date"]["start"]] = days.get(event["date"]["start"], "") + event["title"] + "\n"
    return sum(where in days.get(day, "") for day, where in told) / len(told)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--stages", action="store_true", help="only each stage's share of the time")
    parser.add_argument("--texts", type=Path, help="a JSON Lines file whose articles are repeated")
    given = parser.parse_args()
    records = articles(given.articles) if given.texts is None else editions(given.texts, given.articles)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "archive.jsonl"
        size = 0
        with source.open("w", encoding="utf-8") as file:
            for record in records:
                size += file.write(json.dumps(record) + "\n")
        print(f"{given.articles:,} articles, {size / 1e6:.0f} MB")
        if given.stages:
            stages(source, Path(folder) / "stages")
            return
        runs: dict[int, Run] = {}
        made: dict[int, str] = {}
        for workers in map(int, given.workers.split(",")):
            out = Path(folder) / f"out{workers}"
            run = runs[workers] = build(source, out, workers)
            made[workers] = digest(out)
            print(
                f"{workers} workers  {given.articles / run.seconds:>8.0f} articles/s  {size / run.seconds / 1e6:>6.2f} "
                f"MB/s  {run.peak / 1e6:>7.0f} MB at most  exit {run.code}  sha256 {made[workers]}"
            )
            again = build(source, out, workers)
            print(
                f"   again, nothing new  {100 * again.seconds / run.seconds:.0f} % of the time, "
                f"{'the same' if digest(out) == made[workers] else 'OTHER'} bytes"
            )
        first, *others = runs
        for workers in others:
            ratio = runs[first].seconds / runs[workers].seconds
            same = "the same" if made[workers] == made[first] else "OTHER"
            print(f"{workers} workers against {first}: {ratio:.2f} times as fast, {same} bytes")
        out = Path(folder) / "killed"
        killed = build(source, out, first, kill_after=runs[first].seconds / 2)
        resumed = build(source, out, first)
        same = "the same" if digest(out) == made[first] else "OTHER"
        print(
            f"killed after {killed.seconds:.0f} s, then resumed: {100 * resumed.seconds / runs[first].seconds:.0f} % of "
            f"a whole run, {same} bytes"
        )
        texts = [] if given.texts is None else ["--texts", str(given.texts)]
        subprocess.run([sys.executable, __file__, "--articles", str(given.articles), "--stages", *texts], check=True)
        if given.texts is None:
            print(f"happenings found on their day: {100 * recall(Path(folder) / f'out{first}', given.articles):.1f} %")


if __name__ == "__main__":
    main()
