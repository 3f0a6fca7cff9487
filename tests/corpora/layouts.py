"""Reads invented pages in twelve layouts, and prints what is right of each: `python tests/corpora/layouts.py [--errors]`."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.read.pages import Made, bare, pages
from timeline.model.text import SET_ASIDE_PARTS, Document, Part
from timeline.pipeline.document import Options, resolved
from timeline.read import Blob, read_blob

WHAT = ("date", "updated", "title", "body", "teasers")


def main() -> int:
    """Print one line for each layout, and what is wrong where `--errors` asks for it."""
    right: dict[str, list[set[str]]] = defaultdict(list)
    for made in (*pages(), *map(bare, pages())):
        wrong = errors(made)
        right[made.layout].append({name for name in WHAT if name not in wrong})
        if "--errors" in sys.argv:
            print(
                *(f"{made.layout}: {name}: {told}" for name, told in wrong.items()), sep="\n", end="\n" if wrong else ""
            )
    print(f"{'layout':20s}" + "".join(f"{name:>10s}" for name in WHAT))
    for layout, found in right.items():
        print(f"{layout:20s}" + "".join(f"{sum(name in one for one in found):>6d}/{len(found):<3d}" for name in WHAT))
    return 0


def errors(made: Made) -> dict[str, str]:
    """What is wrong in how a page is read, by what it is about."""
    (found,) = read_blob(Blob("page.html", made.html.encode()))
    if not isinstance(found, Document):
        return dict.fromkeys(WHAT, str(found))
    known = resolved(found, Options(language="en"))
    wrong: dict[str, str] = {}
    day = known.dating.value.edtf[:10] if known.dating and known.dating.value.edtf else None
    if day != made.day:
        wrong["date"] = f"{day} for {made.day}: {known.dating and known.dating.steps}"
    updated = known.updated.value.edtf[:10] if known.updated and known.updated.value.edtf else None
    if updated != made.updated:
        wrong["updated"] = f"{updated} for {made.updated}"
    if found.source.title != made.title:
        wrong["title"] = found.source.title
    lost = [words for words in made.body if not is_body(found, words)]
    if lost:
        wrong["body"] = lost[0]
    told = [words for words in made.teasers if words in found.text and is_body(found, words)]
    if told:
        wrong["teasers"] = told[0]
    return wrong


def is_body(found: Document, words: str) -> bool:
    """Whether some words stand in the article."""
    at = found.text.find(words)
    aside: list[Part] = [part for part in found.parts if part.kind in SET_ASIDE_PARTS]
    return at >= 0 and not any(part.span.start < at + len(words) and at < part.span.end for part in aside)


if __name__ == "__main__":
    raise SystemExit(main())
