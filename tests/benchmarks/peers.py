"""How fast dates are found and resolved, ours beside other programs, on the same invented text in one run.

Run by `make bench`; prints a table, never fails: a peer that cannot be installed is left out, and says so. The text
is news and history made up here from sentences with ever new names, numbers and dates, so that no cache flatters
anybody, about as many dates in it as newspapers and encyclopaedias have; each program warms up on another text of
the kind, and ours is also measured when it meets the same text again. Characters are counted for a CPU second of one core.
"""

from __future__ import annotations

import datetime
import importlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import timeline

SIZE, WARM_UP, SLICE = 1_200_000, 200_000, 100_000
DATED = 0.2
"""The share of sentences that may tell a date: a date in some 300 characters, as in the development corpora."""
ARTICLE = 4_000
ROOT = Path(__file__).parents[2]
PEERS = ROOT / "build" / "peers"

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONSETS = ("b", "br", "d", "f", "g", "k", "l", "m", "n", "r", "s", "st", "t", "v", "h", "p", "tr", "w")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
ENDS = ("n", "r", "l", "s", "nd", "rk", "m", "th", "ck", "")
NOUNS = ("bridge", "harbour", "school", "mill", "railway", "council", "clinic", "strike", "market", "library", "dam",
         "garrison", "newspaper", "theatre", "orchard", "mine", "ferry", "tax", "election", "flood")  # fmt: skip
VERBS = ("opened", "closed", "sold", "repaired", "rejected", "praised", "surveyed", "funded", "abandoned", "defended",
         "visited", "inspected", "criticised", "approved", "rebuilt")  # fmt: skip
NEWS = (
    "{Name} {verb} the {noun} of {Name} on {weekday}, {number} people said.",
    "The {noun} will be {verb} on {day} {month}, the mayor of {Name} told reporters yesterday.",
    "\u201cNobody {verb} it before {month} {day}, {year},\u201d said {Name} {Name}, who runs the {noun}.",
    "Prices at the {noun} rose {number} percent last month and have doubled in {small} years.",
    "The {noun} in {Name} was {verb} three weeks ago, after {number} letters from readers.",
    "A court in {Name} ruled on {month} {day} that the {noun} had been {verb} without notice.",
    "Work on the {noun} is to begin next {month} and to last {small} months, at a cost of ${number} million.",
    "At {hour}:{minute} a.m. on {weekday} the {noun} of {Name} was {verb} again.",
    "The {year} report, which {Name} {verb} in the {season} of {year}, counts {number} cases a year.",
)
HISTORY = (
    "In {year} the {noun} of {Name} was {verb} by {Name} {Name}, a merchant with {number} ships.",
    "On {day} {month} {year} {number} men marched from {Name} to the {noun}, which {Name} had {verb}.",
    "Between {month} {year} and {month} {later} the {noun} changed hands {small} times.",
    "Two days later {Name} {verb} the {noun}; the siege lasted until the {season}.",
    "From {year} to {later} the {noun} stood empty, and in the {decade}s {Name} {verb} it.",
    "By the late {decade}s the {noun}, {verb} in the {century}th century, had lost {number} of its tenants.",
    "The following year the people of {Name} {verb} a {noun} of grey stone.",
    "{Name} died on {month} {day}, {year}, {small} weeks after the {noun} had been {verb}.",
)
UNDATED = (
    "The {noun} had been the pride of {Name}, with arches of grey stone and {number} lamps along its front.",
    "Nobody could say how {Name} {Name} had {verb} the {noun}, or who was to pay for what was left of it.",
    "\u201cWe never thought of the {noun} as ours,\u201d said {Name}, a nurse from {Name}, in front of the {noun}.",
    "The owners of the {noun} {verb} every offer that {Name} made, and the shops on the far side kept their doors shut.",
    "Its {noun}, which {Name} {verb} with money from the {noun} of {Name}, has {number} windows and a view of the sea.",
)


class Article(NamedTuple):
    """A made-up text and the day that it was written."""

    day: datetime.date
    text: str


def articles(seed: int, size: int) -> list[Article]:
    """News and history by turns, at least `size` characters in all; the same in every run."""
    chance = random.Random(seed)
    made: list[Article] = []
    total = 0
    while total < size:
        told = NEWS if len(made) % 2 else HISTORY
        sentences: list[str] = []
        while sum(map(len, sentences)) < ARTICLE:
            kinds = told if chance.random() < DATED else UNDATED
            sentences.append(filled(chance.choice(kinds), chance))
        text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
        made.append(Article(datetime.date(2010, 1, 1) + datetime.timedelta(chance.randrange(5000)), text))
        total += len(text)
    return made


def filled(sentence: str, chance: random.Random) -> str:
    """A sentence with its gaps filled, each anew."""
    year = chance.randrange(1700, 2010)
    while "{" in sentence:
        gap = sentence[sentence.index("{") + 1 : sentence.index("}")]
        sentence = sentence.replace(f"{{{gap}}}", _filling(gap, year, chance), 1)
    return sentence


def _filling(gap: str, year: int, chance: random.Random) -> str:
    fillings: dict[str, Callable[[], object]] = {
        "Name": lambda: "".join(
            chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(ENDS) for _ in range(chance.randint(2, 3))
        ).title(),
        "noun": lambda: chance.choice(NOUNS),
        "verb": lambda: chance.choice(VERBS),
        "month": lambda: chance.choice(MONTHS),
        "weekday": lambda: chance.choice(WEEKDAYS),
        "season": lambda: chance.choice(("spring", "summer", "autumn", "winter")),
        "day": lambda: chance.randint(1, 28),
        "year": lambda: year,
        "later": lambda: year + chance.randint(1, 15),
        "decade": lambda: year // 10 * 10,
        "century": lambda: chance.randint(14, 19),
        "number": lambda: f"{chance.randint(2, 99_000):,}",
        "small": lambda: chance.choice(("two", "three", "four", "five", "six", "eight", "ten")),
        "hour": lambda: chance.randint(1, 11),
        "minute": lambda: f"{chance.randint(0, 59):02d}",
    }
    return str(fillings[gap]())


class Speed(NamedTuple):
    """What a program did: characters read, CPU seconds taken, dates found."""

    characters: int
    seconds: float
    found: int


def measured(find: Callable[[Article], int], warm_up: Sequence[Article], told: Sequence[Article]) -> Speed:
    """The speed of a function that finds the dates of an article, once warm."""
    for article in warm_up:
        find(article)
    start = time.process_time()
    found = sum(find(article) for article in told)
    return Speed(sum(len(article.text) for article in told), time.process_time() - start, found)


def ours(article: Article) -> int:
    """Finds and resolves."""
    return len(timeline.dates(article.text, on=article.day))


def dateparser_search() -> Callable[[Article], int]:
    """dateparser is among our own dependencies."""
    search = importlib.import_module("dateparser.search").search_dates

    def find(article: Article) -> int:
        base = datetime.datetime.combine(article.day, datetime.time())
        return len(search(article.text, languages=["en"], settings={"RELATIVE_BASE": base}) or ())

    return find


def datefinder() -> Callable[[Article], int]:
    """datefinder, installed beside our own environment, whose lock stays as it is."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    folder = PEERS / "python"
    if not folder.exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _run([*command, "--target", str(folder), *groups["bench"]])
    sys.path.append(str(folder))
    find_dates = importlib.import_module("datefinder").find_dates

    def find(article: Article) -> int:
        base = datetime.datetime.combine(article.day, datetime.time())
        return sum(1 for _ in find_dates(article.text, base_date=base))

    return find


CHRONO = """
const chrono = require("chrono-node"), fs = require("fs");
const [warm, told] = process.argv.slice(1).map(path => JSON.parse(fs.readFileSync(path, "utf8")));
const find = ([day, text]) => chrono.parse(text, new Date(day)).length;
warm.forEach(find);
const before = process.cpuUsage();
const found = told.map(find).reduce((sum, count) => sum + count, 0);
const used = process.cpuUsage(before);
console.log(JSON.stringify([(used.user + used.system) / 1e6, found]));
"""


def chrono(warm_up: Sequence[Article], told: Sequence[Article]) -> Speed:
    """chrono-node, measured inside its own process."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise OSError("npm and node are not at hand")
    folder = PEERS / "node"
    if not (folder / "node_modules").exists():
        folder.mkdir(parents=True, exist_ok=True)
        _run(["npm", "install", "--silent", "--no-audit", "--no-fund", "chrono-node"], folder)
    with tempfile.TemporaryDirectory() as made:
        paths = [Path(made) / "warm.json", Path(made) / "told.json"]
        for path, some in zip(paths, (warm_up, told), strict=True):
            path.write_text(json.dumps([(f"{article.day}T12:00:00", article.text) for article in some]))
        seconds, found = json.loads(_run(["node", "-e", CHRONO, *map(str, paths)], folder))
    return Speed(sum(len(article.text) for article in told), seconds, found)


def _run(command: list[str], folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        raise OSError((done.stderr.strip().splitlines() or [f"{command[0]} failed"])[-1])
    return done.stdout


def main() -> None:
    """Measures one program after the other, and prints a row each."""
    warm_up, told = articles(1, WARM_UP), articles(2, SIZE)
    few = articles(3, SLICE)
    size = sum(len(article.text) for article in told)
    print(f"Finding and resolving dates in {size / 1e6:.1f} million characters of invented news and history, one core")
    row = "{:<38}{:>22}{:>16}{:>12}".format
    print(row("", "characters a CPU second", "dates found", "ours is"))
    best = measured(ours, warm_up, told)
    runs: tuple[tuple[str, Callable[[], Speed]], ...] = (
        ("timeline", lambda: best),
        ("timeline, the same text again", lambda: measured(ours, (), told)),
        ("chrono-node", lambda: chrono(warm_up, told)),
        ("datefinder", lambda: measured(datefinder(), warm_up[:5], told)),
        (f"search_dates, on {SLICE / 1e6:.1f} million of them", lambda: measured(dateparser_search(), few[:2], few)),
    )
    for name, run in runs:
        try:
            speed = run()
        except (OSError, ImportError, subprocess.SubprocessError) as error:
            print(f"{name:<38}left out: {error}")
            continue
        rate, own = speed.characters / speed.seconds, best.characters / best.seconds
        times = "" if name.startswith("timeline") else f"{own / rate:.1f} times"
        print(row(name, f"{rate / 1e6:.2f} million", f"{speed.found:,}", times))


if __name__ == "__main__":
    main()
