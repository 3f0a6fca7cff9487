"""What no part of an archive tells by itself: who is who, which articles are one text, how rare words are.

In: a digest of each document, gone through once. Out: `Whole`, which every worker is given. The digests lie on a shelf
of the machine that asks for them, and all is found by the same functions as on one machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.cluster.columns import DIGEST, rows
from timeline.merge import Naming, naming
from timeline.merge.passages import sense_of
from timeline.merge.years import Asked, Day, sure_day
from timeline.model.event import Evidence
from timeline.model.text import Source
from timeline.pipeline.survey import alike, survey
from timeline.pipeline.working import Results
from timeline.store.frozen import unpacked
from timeline.store.shelf import Shelf

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Whole:
    """What is known of all documents together (see `timeline.pipeline.survey`), and how names are written.

    `asked`: the days without their year that other sources may settle; `answers`: what these tell of such days.
    """

    names: Naming
    family: Mapping[str, str]
    originals: Mapping[str, Source]
    spoken: Mapping[str, float]
    rare: Mapping[str, float]
    asked: frozenset[tuple[Day, str]]
    answers: tuple[Evidence, ...] = ()

    def may_answer(self, piece: Evidence) -> bool:
        """Whether a passage tells the year of a day that some other passage leaves open."""
        day = sure_day(piece) if self.asked else None
        return day is not None and (
            (day, sense_of(piece)) in self.asked
            or (piece.named_by_date and any(day == other for other, _ in self.asked))
        )

    def answering(self) -> Asked:
        """The answers, ready to be asked."""
        asked = Asked()
        for piece in self.answers:
            asked.add(piece)
        asked.close()
        return asked


def whole_of(digests: Iterable[pd.DataFrame]) -> Whole:
    """What the digests of all documents tell together; in any order."""
    with Shelf() as shelf:
        results = shelf.table("results", "place BLOB PRIMARY KEY, report BLOB, standing BLOB, names BLOB")
        sketches = shelf.table("sketches", "source TEXT PRIMARY KEY, body BLOB")
        for digest in digests:
            for source, uri, key, report, standing, sketch, names in rows(digest, *DIGEST.names):
                # Why by place: that is the order in which one machine goes through them.
                results.add(b"\0".join((uri, key, source.encode())), report, standing, names)
                sketches.add(source, sketch)
        told = Results((), results, sketches)
        seen = survey(told, shelf.heap)
        names = naming(seen.census, (), alike(told, seen))
        return Whole(names, seen.family, seen.originals, seen.spoken, seen.rare, seen.asked)


def answered(whole: Whole, answers: Iterable[pd.DataFrame]) -> Whole:
    """The same with the answers that `answers_of` found."""
    found = (piece for frame in answers for (body,) in rows(frame, "body") for piece in unpacked(body))
    return replace(whole, answers=tuple(sorted(found, key=lambda piece: piece.id)))


def as_bytes(text: str | None) -> bytes:
    """A text as it is put in order: by its code points, those among them that stand for no character."""
    return (text or "").encode("utf-8", "surrogatepass")
