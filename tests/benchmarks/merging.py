"""How fast evidence is merged, how much memory it takes, and how both grow: from 10,000 to 1,000,000 pieces.

    python tests/benchmarks/merging.py [--sizes 10000,100000,300000] [--workers 1]

The evidence is made here from a few sentences, the same in every run: happenings told by one to six articles in other
words, spread over years; and hostile blocks: 20,000 pieces of one day, of one kind of head, of one sentence, without names.
It is merged as a build merges it: from a shelf on disk, by blocks of years. Each size is a process of its own, so that its
memory is its own. Goals: 100,000 pieces in under 15 seconds on one core, 1,000,000 within 2 GB, growth close to linear.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from math import log

from timeline.merge import Sketch, period_of
from timeline.merge.likeness import narration_of, rarity_by
from timeline.model import period
from timeline.model.event import Evidence, Factuality, Fate, Role
from timeline.model.expression import CalendarDate
from timeline.model.text import Anchor, AnchorKind, Mention, MentionType, PartKind, Resolution, Span
from timeline.pipeline.blocks import EVENTS, PIECES, Known, lay_down, merge_on
from timeline.pipeline.document import Options
from timeline.pipeline.workers import Crews
from timeline.pipeline.working import SKETCHES, Results
from timeline.store.frozen import packed
from timeline.store.shelf import Shelf

HOSTILE = 20_000
GOAL = 15.0
FIRST = ("Ida", "Ole", "Tom", "Lena", "Ivan", "Dan", "Mara", "Yusuf", "Clara", "Ned", "Rosa", "Piet")
LAST = tuple(f"{a}{b}" for a in ("Hol", "Ber", "Ras", "Fo", "Petro", "Alo", "Win", "Ober", "Lind", "Sto") for b in (
    "m", "g", "k", "rs", "v", "n", "ter", "ski", "qvist", "den", "ley", "sen"))  # fmt: skip
PLACES = ("Lipa", "Tarn", "Harlow", "Ware", "Gera", "Oslo", "Ulm", "Bruck", "Nida", "Salo", "Vik", "Ost")
KINDS = (
    ("arrested", "Police arrested {who} in {where} on {day}, {extra}.", "{who} was arrested in {where} on {day}, {extra}."),
    ("sank", "The ferry of {who} sank off {where} on {day}, {extra}.", "On {day} the ferry of {who} sank near {where}, {extra}."),
    ("opened", "{who} opened the bridge at {where} on {day}, {extra}.", "The bridge at {where} was opened by {who} on {day}, {extra}."),
    ("resigned", "{who} resigned as mayor of {where} on {day}, {extra}.", "On {day} {who} resigned in {where}, {extra}."),
    ("attack", "Since the {day} attack on {where}, {extra}, {who} has been silent.", "{who} spoke of the attack on {where} on {day}, {extra}."),
    ("won", "{who} won the vote in {where} on {day}, {extra}.", "On {day} voters in {where} saw that {who} won, {extra}."),
)  # fmt: skip
EXTRAS = (
    "to the surprise of many", "the council said", "two witnesses said", "after weeks of talk", "as the rain began",
    "while the market was still open", "though few had expected it", "as the paper had told", "before a small crowd",
)  # fmt: skip
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


def piece(
    number: int,
    source: str,
    sentence: str,
    head: str,
    day: tuple[int, int, int],
    names: tuple[tuple[str, ...], tuple[str, ...]],
) -> Evidence:
    """A piece of evidence of one sentence, dated to a day."""
    year, month, dom = day
    words = f"{dom} {MONTHS[month - 1]} {year}"
    before = number % 3 * 1000  # what the sentences of one article stand at
    at = before + sentence.index(words)
    start = before + sentence.index(head)
    title = re.sub(r"^On |,.*| on \w+$", "", sentence.replace(words, "").strip())
    mention = Mention(
        source, Span(at, at + len(words)), words, MentionType.DATE, CalendarDate(year, month, dom), "x", "en"
    )
    return Evidence(
        id="e" + hashlib.sha256(f"{number}".encode()).hexdigest()[:16],
        source_id=source,
        fate=Fate.EVIDENCE,
        when=Resolution(mention, period.day(year, month, dom), Anchor(AnchorKind.EXPLICIT), confidence=0.95),
        quote=Span(before, before + len(sentence)),
        quote_text=sentence,
        head=Span(start, start + len(head)),
        head_text=head,
        title=title,
        part=PartKind.BODY,
        role=Role.REFERS if head == "attack" else Role.REPORTS,
        factuality=Factuality.HAPPENED,
        participants=names[0],
        places=names[1],
    )


def archive(size: int, days: int) -> Iterator[Evidence | Sketch | None]:
    """So many pieces over so many days, then the articles' sketches; None after each happening."""
    rng = random.Random(size)
    sketches: dict[str, Sketch] = {}
    made = 0
    while made < size:
        who, where = f"{rng.choice(FIRST)} {rng.choice(LAST)}", rng.choice(PLACES)
        head, *forms = rng.choice(KINDS)
        number = rng.randrange(days)
        day = (1990 + number // 336, 1 + number % 336 // 28, 1 + number % 28)
        story = [(who.split()[1].lower(), 3.0), (where.lower(), 2.5), (head, 2.0)]
        for _ in range(min(rng.choice((1, 1, 1, 2, 3, 6)), size - made)):
            source = f"s{made // 3}"
            words = f"{day[2]} {MONTHS[day[1] - 1]} {day[0]}"
            told = rng.choice(forms).format(who=who, where=where, day=words, extra=rng.choice(EXTRAS))
            yield piece(made, source, told, head, day, ((who,), (where,)))
            made += 1
            known = dict(sketches[source].terms) if source in sketches else {}
            rare = {f"w{rng.randrange(5000)}": 1.0 for _ in range(8)}
            terms = tuple(sorted({**known, **dict(story), **rare}.items()))
            sketches[source] = Sketch(source, terms, names=tuple(term for term in terms if term[1] > 2.2))
            if made % 3 == 0 or made == size:
                yield sketches.pop(source)
        yield None
    yield from sketches.values()


CROWDS = {
    "one head, other words": "Shop {n} opened beside w{n} and x{m} on {day}.",
    "one head, the same words": "The bridge opened on {day}, and {n} came.",
    "one sentence": "The bridge opened on {day}.",
}


def crowd(name: str) -> Iterator[Evidence | Sketch]:
    """20,000 pieces of one day, all after one pattern."""
    day = (2011, 6, 3)
    for n in range(HOSTILE):
        told = CROWDS[name].format(n=n, m=n % 97, day="3 June 2011")
        yield piece(n, f"s{n}", told, "opened", day, ((), ()))
        yield Sketch(f"s{n}", (("bridge", 2.0), (f"w{n % 97}", 1.0)))


@dataclass(frozen=True)
class Merged:
    """How merging went."""

    taken: float
    """Seconds of the clock, and of the processor where one core does it."""
    made: int
    told: int
    peak: int
    """MB of this process and of its workers."""


def on_shelf(things: Iterable[Evidence | Sketch | None], workers: int) -> Merged:
    """Merges what lies on a shelf."""
    with Shelf() as shelf:
        pieces, sketches = shelf.table("pieces", PIECES), shelf.table("sketches", SKETCHES)
        terms: Counter[str] = Counter()
        told = 0
        for thing in things:
            if isinstance(thing, Evidence):
                lay_down(pieces, period_of(thing), thing.id, packed(thing))
            elif isinstance(thing, Sketch):
                sketches.add(thing.source_id, packed(thing))
                terms.update(term for term, _ in thing.terms)
            else:
                told += 1
        results = Results((), sketches, sketches)
        known = Known(rarity_by(terms, len(sketches)), {})
        events = shelf.beside().table("events", EVENTS)
        with Crews(Options(workers=workers)) as crews:
            crew = crews.of(len(pieces), 1 << 30)
            list(crew.each(len, ["the workers are there"] * crew.size))
            narration_of("en")  # Why: who has read documents has their language.
            gc.collect()
            start, used = time.perf_counter(), time.process_time()
            merge_on(shelf, pieces, events, known, results, crew)
            taken = time.process_time() - used if crew.size == 1 else time.perf_counter() - start
        return Merged(taken, len(events), told, _peak())


def _peak() -> int:
    whole = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return whole // 1024


def apart(size: str, workers: int) -> Merged:
    """The same in a process of its own; `size` may also name a hostile crowd."""
    told = subprocess.run(
        [sys.executable, __file__, "--here", size, "--workers", str(workers)],
        check=True,
        capture_output=True,
        text=True,
    )
    return Merged(*json.loads(told.stdout))


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000,300000")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--here", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        pieces = crowd(given.here) if given.here in CROWDS else archive(*map(int, given.here.split("/")))
        print(json.dumps(astuple(on_shelf(pieces, given.workers))))
        return 0
    print(f"{'evidence':38s}{'seconds':>9s}{'us each':>9s}{'events':>9s}{'told':>9s}{'peak MB':>9s}")
    points = []
    for size in map(int, given.sizes.split(",")):
        days = max(336, size // 30)
        merged = apart(f"{size}/{days}", given.workers)
        points.append((log(size), log(merged.taken)))
        line(f"{size:,} over {days:,} days", merged, size)
    line(f"{HOSTILE:,} of one day", apart(f"{HOSTILE}/1", given.workers), HOSTILE)
    for name in CROWDS:
        line(f"{HOSTILE:,}: {name}", apart(name, given.workers), HOSTILE)
    slope = (points[-1][1] - points[0][1]) / (points[-1][0] - points[0][0]) if len(points) > 1 else 1.0
    print(f"grows with the power {slope:.2f} of the pieces; the goal for 100,000 is {GOAL:.0f} seconds on one core")
    return 0


def line(name: str, merged: Merged, size: int) -> None:
    each = 1e6 * merged.taken / size
    print(f"{name:38s}{merged.taken:9.2f}{each:9.0f}{merged.made:9d}{merged.told or '':>9}{merged.peak:9d}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
