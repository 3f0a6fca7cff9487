"""Is the same event told twice one event, and are two events two? `python tests/corpora/merging.py [--errors 20] [--half development]`.

Gate: pairs of dated passages labelled by hand (`merging_pairs.jsonl`: ids and code points alone, no text), drawn at random
from all pairs near in date, in strata of likeness, before anything was tuned; a pair counts as merged where one event holds
both. `half`: the held-out half is never looked at while rules are made. Orientation: ECB+ with its gold mentions, all of
them put on one day, for its dates are unknown. Run by `make corpus`; reads `../shared`, and ends well where it is absent.

A text of ECB+ is its sentences joined with line ends; all others are as they stand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from shutil import which

from timeline.events.names import names_in
from timeline.events.participants import people_and_places
from timeline.events.sentence import read
from timeline.language import pack
from timeline.merge import families, merge, settle, sketch
from timeline.merge.likeness import Sketch
from timeline.model import period
from timeline.model.event import Event, Evidence, Factuality, Fate, Role
from timeline.model.expression import CalendarDate
from timeline.model.text import (
    Anchor,
    AnchorKind,
    Document,
    Mention,
    MentionType,
    PartKind,
    Resolution,
    Source,
    Span,
)
from timeline.pipeline.document import Options, Worked
from timeline.pipeline.worker import worked

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PAIRS = Path(__file__).with_name("merging_pairs.jsonl")
WINDOW = 7
"""Words on each side of a gold mention that its title is made of, to the next comma."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document of a corpus, and the day it is dated with from outside."""

    id: str
    text: str
    dct: str | None = None


def main() -> int:
    """Print the gate's table and the figures of ECB+."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--errors", type=int, default=0, help="print so many wrong pairs of each kind")
    arguments.add_argument("--half", help="development, held-out or second held-out; all where none is given")
    options = arguments.parse_args()
    if not (SHARED / "merging").is_dir():
        print(f"{SHARED} is not beside this project: nothing to merge.")
        return 0
    gate(options.half, options.errors)
    if not options.errors:
        orientation()
    return 0


def gate(half: str | None, errors: int) -> None:
    """The labelled pairs: precision and recall, by half and by how they were drawn."""
    labelled = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    labelled = [row for row in labelled if half in (None, row["half"])]
    outcomes: list[tuple[dict, bool, Evidence, Evidence]] = []
    for name, texts in corpora():
        rows = [row for row in labelled if row["corpus"] == name]
        if not rows:
            continue
        of, pieces = merged(texts)
        for row in rows:
            first, second = (found(pieces, *row[side]) for side in "ab")
            outcomes.append(
                (row, first is not None and second is not None and of[first.id] == of[second.id], first, second)
            )
    print(f"{'merging, pairs by hand':34s}{'pairs':>7s}{'same':>6s}{'merged':>8s}{'precision':>11s}{'recall':>8s}")
    for name in ("development", "held-out", "second held-out", "all"):
        line(name, [(row, said) for row, said, _, _ in outcomes if name in ("all", row["half"])])
    for drawn in sorted({row["drawn"] for row in labelled}):
        line(f"  {drawn}", [(row, said) for row, said, _, _ in outcomes if row["drawn"] == drawn])
    for kind, same in (("WRONGLY MERGED", False), ("MISSED", True)):
        wrong = [entry for entry in outcomes if entry[0]["same"] is same and entry[1] is not same]
        for row, _, first, second in wrong[:errors]:
            print(f"{kind} {row['corpus']} {row['a'][0]} {row['b'][0]}")
            for piece in (first, second):
                print("    " + (shown(piece) if piece is not None else "no evidence there"))


def line(name: str, outcomes: list[tuple[dict, bool]]) -> None:
    """One line of the table."""
    counts = Counter((row["same"], said) for row, said in outcomes)
    same, merged_pairs, hit = (
        counts[True, True] + counts[True, False],
        counts[True, True] + counts[False, True],
        counts[True, True],
    )
    precision, recall = 100 * hit / max(1, merged_pairs), 100 * hit / max(1, same)
    print(f"{name:34s}{len(outcomes):7d}{same:6d}{merged_pairs:8d}{precision:11.1f}{recall:8.1f}")


def shown(piece: Evidence) -> str:
    value = piece.when.value
    return f"{value.edtf if value else None} [{piece.head_text}] {piece.title} | {' '.join(piece.quote_text.split())[:160]}"


def corpora() -> Iterator[tuple[str, list[Text]]]:
    """The texts beside the project, a corpus at a time, by the names that the labels use."""
    yield "semeval", [Text(row["id"], row["text"], row["dct"]) for row in rows("timelines/semeval2015_docs.jsonl")]
    articles = rows("timelines/t17_articles.jsonl")
    for topic in sorted({row["topic"] for row in articles}):
        yield (
            f"t17-{topic}",
            [Text(row["id"], row["text"], row["published"]) for row in articles if row["topic"] == topic],
        )
    yield "ecb", [Text(row["id"], "\n".join(row["sentences"])) for row in rows("merging/ecbplus_docs.jsonl")]
    yield "timebank", [Text(row["id"], row["text"], row["dct"]) for row in rows("corpora/timebank_aquaint_en.jsonl")]
    yield "seeds", [Text(path.name, path.read_text("utf-8")) for path in sorted((SHARED / "seeds").iterdir())]


def rows(path: str) -> list[dict]:
    return [json.loads(row) for row in (SHARED / path).read_text(encoding="utf-8").splitlines() if row.strip()]


def document(text: Text) -> Document:
    digest = hashlib.sha256(text.text.encode()).hexdigest()
    return Document(Source(text.id, text.id, text.id, text.id, digest, "text/plain", language="en"), text.text)


def merged(texts: list[Text]) -> tuple[dict[str, str], dict[str, list[Evidence]]]:
    """The event of each piece of evidence, and each document's evidence, as a build would have them."""
    results = [
        worked(document(text), Options(published=text.dct[:10] if text.dct else None, language="en")) for text in texts
    ]
    made = [result for result in results if isinstance(result, Worked)]
    sketches = tuple(result.sketch for result in made)
    settled = settle(tuple(piece for result in made for piece in result.evidence))
    placed = tuple(piece for piece in settled if piece.fate is Fate.EVIDENCE)
    events = merge(placed, sketches, families((one.source_id, one.runs) for one in sketches))
    pieces: dict[str, list[Evidence]] = {}
    for piece in placed:
        pieces.setdefault(piece.source_id, []).append(piece)
    return events_of(events), pieces


def events_of(events: tuple[Event, ...]) -> dict[str, str]:
    return {piece.id: event.id for event in events for piece in event.evidence}


def found(pieces: dict[str, list[Evidence]], source: str, start: int, end: int) -> Evidence | None:
    """The piece of a document whose date stands there."""
    meeting = [piece for piece in pieces.get(source, ()) if piece.when.mention.span.meets(Span(start, end))]
    return min(meeting, key=lambda piece: abs(piece.when.mention.span.start - start), default=None)


def orientation() -> None:
    """ECB+ by its own measures: every gold mention of a happening is a piece of evidence of one unknown day."""
    gold = [row for row in rows("merging/ecbplus_mentions.jsonl") if row["tag"].startswith(("ACTION", "NEG"))]
    texts = {row["id"]: row for row in rows("merging/ecbplus_docs.jsonl")}
    documents = {key: document(Text(key, "\n".join(row["sentences"]))) for key, row in texts.items()}
    known = {key: names_in(made.text, pack("en").narration) for key, made in documents.items()}
    pieces: dict[str, Evidence] = {}
    for row in gold:
        starts = [0]
        for sentence in texts[row["doc"]]["sentences"]:
            starts.append(starts[-1] + len(sentence) + 1)
        pieces[identity(row)] = mention(row, documents[row["doc"]], starts[int(row["sent"])], known[row["doc"]])
    sketches: list[Sketch] = [sketch(made) for made in documents.values()]
    of = events_of(merge(tuple(pieces.values()), sketches))
    with tempfile.TemporaryDirectory() as folder:
        wanted, said = Path(folder) / "gold.jsonl", Path(folder) / "merged.jsonl"
        wanted.write_text("\n".join(json.dumps({"id": identity(row), "cluster": row["cluster"]}) for row in gold))
        said.write_text("\n".join(json.dumps({"id": key, "cluster": of[piece.id]}) for key, piece in pieces.items()))
        print("== ECB+, dates unknown (an orientation)")
        for program in dict.fromkeys((sys.executable, which("python3") or sys.executable)):
            command = [program, str(SHARED / "merging" / "score_merge.py"), str(wanted), str(said)]
            ran = subprocess.run(command, capture_output=True, text=True, check=False)
            if ran.returncode == 0:
                print(ran.stdout, end="")
                return
        print("the scorer needs scipy in some python3: " + ran.stderr.strip().splitlines()[-1])


def identity(row: dict) -> str:
    return f"{row['doc']} {row['sent']} {row['tokens']}"


def mention(row: dict, made: Document, start: int, names: object) -> Evidence:
    """A gold mention as evidence of a day that is the same for all: its head, the words and the names around it."""
    narration = pack("en").narration
    text = made.text
    end = text.find("\n", start)
    quote = Span(start, len(text) if end < 0 else end)
    bounds = [start]
    for token in text[quote.start : quote.end].split(" "):
        bounds.append(bounds[-1] + len(token) + 1)
    tokens = [Span(at, after - 1) for at, after in pairwise(bounds)]
    first, last = min(row["tokens"]), max(row["tokens"])
    head = Span(tokens[first].start, tokens[first].end)
    low, high = max(0, first - WINDOW), min(len(tokens), last + WINDOW + 1)
    around = Span(tokens[low].start, tokens[high - 1].end)
    sentence = read(text, around, (), narration, names.known)  # type: ignore[attr-defined]
    people, places = people_and_places(sentence, list(range(len(sentence.words))), names)  # type: ignore[arg-type]
    when = Resolution(
        Mention(
            made.id, quote, text[quote.start : quote.end], MentionType.DATE, CalendarDate(2000, 1, 1), "none", "en"
        ),
        period.day(2000, 1, 1),
        Anchor(AnchorKind.EXPLICIT),
    )
    digest = hashlib.sha256(identity(row).encode()).hexdigest()
    return Evidence(
        id="e" + digest[:16],
        source_id=made.id,
        fate=Fate.EVIDENCE,
        when=when,
        quote=quote,
        quote_text=text[quote.start : quote.end],
        head=head,
        head_text=text[head.start : head.end],
        title=text[around.start : around.end],
        part=PartKind.BODY,
        role=Role.REPORTS,
        factuality=Factuality.DENIED if row["tag"].startswith("NEG") else Factuality.HAPPENED,
        participants=people,
        places=places,
    )


if __name__ == "__main__":
    sys.exit(main())
