"""How fast evidence is merged, how much memory it takes, and how both grow: from 10,000 to 300,000 pieces.

The evidence is made here from a few sentences, the same in every run: happenings told by one to six articles in other
words, spread over years; and hostile blocks: 20,000 pieces of one day, of one kind of head, of one sentence, without names.
Run by `make bench`; goal: 100,000 pieces in under 15 seconds on one core, and growth close to linear.
"""

from __future__ import annotations

import gc
import hashlib
import random
import re
import resource
import sys
import time
from math import log

from timeline.merge import merge
from timeline.merge.likeness import Sketch
from timeline.model import period
from timeline.model.event import Evidence, Factuality, Fate, Role
from timeline.model.expression import CalendarDate
from timeline.model.text import Anchor, AnchorKind, Mention, MentionType, PartKind, Resolution, Span

SIZES = (10_000, 100_000, 300_000)
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
    at = sentence.index(words)
    start = sentence.index(head)
    title = re.sub(r"^On |,.*| on \w+$", "", sentence.replace(words, "").strip())
    mention = Mention(
        source, Span(at, at + len(words)), words, MentionType.DATE, CalendarDate(year, month, dom), "x", "en"
    )
    return Evidence(
        id="e" + hashlib.sha256(f"{number}".encode()).hexdigest()[:16],
        source_id=source,
        fate=Fate.EVIDENCE,
        when=Resolution(mention, period.day(year, month, dom), Anchor(AnchorKind.EXPLICIT), confidence=0.95),
        quote=Span(0, len(sentence)),
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


def archive(size: int, days: int) -> tuple[list[Evidence], list[Sketch], int]:
    """So many pieces over so many days, the articles' sketches, and how many happenings they tell."""
    rng = random.Random(size)
    pieces: list[Evidence] = []
    sketches: dict[str, Sketch] = {}
    happenings = 0
    while len(pieces) < size:
        happenings += 1
        who, where = f"{rng.choice(FIRST)} {rng.choice(LAST)}", rng.choice(PLACES)
        head, *forms = rng.choice(KINDS)
        number = rng.randrange(days)
        day = (1990 + number // 336, 1 + number % 336 // 28, 1 + number % 28)
        story = [(who.split()[1].lower(), 3.0), (where.lower(), 2.5), (head, 2.0)]
        for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
            source = f"s{len(pieces) // 3}"
            words = f"{day[2]} {MONTHS[day[1] - 1]} {day[0]}"
            told = rng.choice(forms).format(who=who, where=where, day=words, extra=rng.choice(EXTRAS))
            pieces.append(piece(len(pieces), source, told, head, day, ((who,), (where,))))
            known = dict(sketches[source].terms) if source in sketches else {}
            rare = {f"w{rng.randrange(5000)}": 1.0 for _ in range(8)}
            terms = tuple(sorted({**known, **dict(story), **rare}.items()))
            sketches[source] = Sketch(source, terms, names=tuple(term for term in terms if term[1] > 2.2))
    return pieces[:size], list(sketches.values()), happenings


def crowd(form: str) -> tuple[list[Evidence], list[Sketch]]:
    """20,000 pieces of one day, all after one pattern."""
    day = (2011, 6, 3)
    pieces = [
        piece(n, f"s{n}", form.format(n=n, m=n % 97, day="3 June 2011"), "opened", day, ((), ()))
        for n in range(HOSTILE)
    ]
    return pieces, [Sketch(f"s{n}", (("bridge", 2.0), (f"w{n % 97}", 1.0))) for n in range(HOSTILE)]


def seconds(pieces: list[Evidence], sketches: list[Sketch]) -> tuple[float, int]:
    # Why: as in a worker process, what was read before is not gone through again by the garbage collector.
    gc.collect()
    gc.freeze()
    start = time.process_time()
    made = merge(pieces, sketches)
    return time.process_time() - start, len(made)


def main() -> int:
    """Print the table."""
    print(f"{'evidence':38s}{'seconds':>9s}{'us each':>9s}{'events':>9s}{'told':>9s}{'peak MB':>9s}")
    points = []
    merge(*crowd("The bridge opened on {day}."))
    for size in SIZES:
        pieces, sketches, told = archive(size, max(336, size // 30))
        taken, made = seconds(pieces, sketches)
        points.append((log(size), log(taken)))
        line(f"{size:,} over {max(336, size // 30):,} days", taken, size, made, told)
    dense, sketches, told = archive(HOSTILE, 1)
    taken, made = seconds(dense, sketches)
    line(f"{HOSTILE:,} of one day", taken, HOSTILE, made, told)
    for name, form in (
        ("one head, other words", "Shop {n} opened beside w{n} and x{m} on {day}."),
        ("one head, the same words", "The bridge opened on {day}, and {n} came."),
        ("one sentence", "The bridge opened on {day}."),
    ):
        taken, made = seconds(*crowd(form))
        line(f"{HOSTILE:,}: {name}", taken, HOSTILE, made, 0)
    slope = (points[-1][1] - points[0][1]) / (points[-1][0] - points[0][0])
    print(f"grows with the power {slope:.2f} of the pieces; the goal for {SIZES[1]:,} is {GOAL:.0f} seconds")
    return 0


def line(name: str, taken: float, size: int, made: int, told: int) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:38s}{taken:9.2f}{1e6 * taken / size:9.0f}{made:9d}{told or '':>9}{peak:9d}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
