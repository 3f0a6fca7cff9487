"""What one document adds to a timeline: a `Document` in; a `Worked`, or a `Failure`, out.

Whatever goes wrong inside one document ends that document alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from timeline.errors import TimelineError
from timeline.model.event import Evidence, Failure, Fate, SourceReport, mentions_by_fate
from timeline.model.text import SET_ASIDE_PARTS, Document, PartKind
from timeline.pipeline.chronology import worked_rows
from timeline.pipeline.document import Options, Resolved, Worked, dated, resolved
from timeline.pipeline.rounds import without_rounds
from timeline.pipeline.standing import standing_of
from timeline.store.frozen import packed, unpacked

T = TypeVar("T")


class Parts(NamedTuple):
    """What a document adds to a timeline, each part packed (see `timeline.store.frozen`): it is only kept at first.

    `evidence` is of passages that are packed one by one; `standing` is what is asked of each (see `Standing`).
    """

    report: bytes
    evidence: bytes
    standing: bytes
    sketch: bytes
    names: bytes


def packed_work(document: Document, options: Options) -> Parts | Failure:
    """A document's evidence and counts, packed; a Failure where anything goes wrong in it."""
    with without_rounds():
        result = worked(document, options)
        if isinstance(result, Failure):
            return result
        evidence = tuple(map(packed, result.evidence))
        standing = tuple(tuple(standing_of(piece)) for piece in result.evidence)
        return Parts(*map(packed, (result.report, evidence, standing, result.sketch, result.names)))


def pieces_in(evidence: bytes) -> list[Evidence]:
    """The passages of such a part."""
    return list(map(unpacked, unpacked(evidence)))


def worked(document: Document, options: Options) -> Worked | Failure:
    """A document's evidence and counts; a Failure where anything goes wrong in it."""
    if document.rows:
        return attempted(document, "extract", lambda: worked_rows(document, options))
    known = attempted(document, "extract", lambda: resolved(document, options))
    return known if isinstance(known, Failure) else attempted(document, "events", lambda: _worked(known, options))


def attempted(document: Document, stage: str, work: Callable[[], T]) -> T | Failure:
    """What is made of a document; a Failure where anything goes wrong."""
    uri = document.source.uri
    try:
        return work()
    except TimelineError as error:
        return Failure(uri, stage, _code(error), str(error))
    except MemoryError:
        return Failure(uri, stage, "too-large", f"{uri}: needs more memory than a document may have; divide it")
    except Exception as error:
        # Why: one document must not end a build of thousands; the name of the exception leads to the bug.
        name = type(error).__name__
        message = f"{uri}: this document met an error in the program ({name}: {error}); please report it"
        return Failure(uri, stage, name, message)


def _worked(known: Resolved, options: Options) -> Worked:
    from timeline.events import counted_only, evidence, names_in
    from timeline.merge import Told, sketch

    document = dated(known)
    aside = frozenset[PartKind]() if options.all_parts else SET_ASIDE_PARTS
    names = names_in(document.text, known.pack.narration)
    found = evidence(document, known.resolutions, known.pack, aside, names)
    counts = dict.fromkeys(Fate, 0)
    for resolution in known.resolutions:
        fate = counted_only(resolution)
        if fate is not None:
            counts[fate] += 1
    for (_, fate), number in mentions_by_fate(found).items():
        counts[fate] += number
    report = SourceReport(document.source, tuple(counts.items()), len(document.text.split()))
    told = Told(document.source.id, document.source.uri, known.pack.code, names.acronyms, names.people)
    return Worked(report, found, sketch(document), told)


def _code(error: TimelineError) -> str:
    """A short stable word for programs: UnknownLanguage is "unknown-language"."""
    told = getattr(error, "code", None)
    if isinstance(told, str):
        return told
    name = type(error).__name__
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")
