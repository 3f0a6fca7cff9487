"""`digest`: documents, or a `timeline.json`, in; a summary timeline out. Of documents it is made without their events:
from their sentences and dates alone.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import EdtfError, InputError
from timeline.model import civil, edtf
from timeline.model.event import Evidence, Failure, Fate, Skipped
from timeline.model.text import Document
from timeline.model.value import TimeValue
from timeline.pipeline.chronology import worked_rows
from timeline.pipeline.document import Options, Resolved, checked, dated, resolved
from timeline.pipeline.gathering import gather
from timeline.pipeline.worker import attempted
from timeline.pipeline.working import Progress
from timeline.store.shelf import Shelf

if TYPE_CHECKING:
    from timeline.export import schema
    from timeline.merge import Sketch
    from timeline.merge.moments import Moment
    from timeline.merge.selection import Sentence

SENTENCES = 2
"""Sentences for a date, where nobody says how many."""
_OPTIONS = Options()


class Cited(NamedTuple):
    """A source as it is named to people and to programs."""

    uri: str
    label: str


@dataclass(frozen=True, slots=True)
class DigestEntry:
    """A date ("2010-01-12", "2010-01", "2010"), sentences verbatim but for white space, and of each its source."""

    date: str
    sentences: tuple[str, ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A summary timeline in order of time, and what could not be worked on."""

    entries: tuple[DigestEntry, ...]
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Length:
    """How long a digest is: how many dates (None: by the number of documents), sentences for each, and their bounds.

    `earliest` and `latest` are a day, a month or a year.
    """

    dates: int | None = None
    sentences: int = SENTENCES
    earliest: str | datetime.date | None = None
    latest: str | datetime.date | None = None


_LENGTH = Length()


def digest(
    documents: Iterable[Document | Failure | Skipped],
    length: Length = _LENGTH,
    options: Options = _OPTIONS,
    progress: Progress | None = None,
) -> Digest:
    """The dates that matter most in some documents, each with the sentences that tell them best.

    Raises InputError for a length that cannot be, and for options that no document can be worked on with.
    """
    from timeline.merge import families

    checked(options)
    bounds(length)
    told: list[_Told] = []
    with Shelf() as shelf:
        gathered = gather(documents, shelf)
        failures = list(gathered.failures)
        for done, document in enumerate(gathered, 1):
            result = attempted(document, "digest", partial(_told, document, options))
            if isinstance(result, Failure):
                failures.append(result)
            else:
                told.append(result)
            if progress is not None:
                progress(done, len(gathered))
    family = families((one.sketch.source_id, one.sketch.runs) for one in told)
    cited = {one.sketch.source_id: one.cited for one in told}
    entries = _entries([sentence for one in told for sentence in one.sentences], family, cited, length)
    return Digest(entries, tuple(failures))


def digest_of(published: schema.Timeline, length: Length = _LENGTH) -> Digest:
    """The digest of a finished timeline, from its quotes and its events' dates; what was rejected is left out.

    Raises InputError for a length that cannot be.
    """
    family = {source.id: source.copy_of for source in published.sources if source.copy_of is not None}
    cited = {source.id: Cited(source.uri, source.label) for source in published.sources}
    return Digest(_entries(list(_quotes(published)), family, cited, length))


def bounds(length: Length) -> tuple[int | None, int | None]:
    """The first and the last day number of a digest. Raises InputError for a length that cannot be."""
    if (length.dates is not None and length.dates < 1) or length.sentences < 1:
        raise InputError("a digest has 1 or more dates, with 1 or more sentences each; give larger numbers")
    start = None if length.earliest is None else _period(length.earliest).earliest
    end = None if length.latest is None else _period(length.latest).latest
    first = None if start is None else start // civil.DAY
    last = None if end is None else (end - 1) // civil.DAY
    if first is not None and last is not None and last < first:
        raise InputError(f"no day lies between {length.earliest} and {length.latest}; give the earlier one first")
    return first, last


def _period(told: str | datetime.date) -> TimeValue:
    text = told.isoformat() if isinstance(told, datetime.date) else told.strip()
    try:
        return edtf.parse(text)
    except EdtfError as error:
        raise InputError(f"{text!r} is not a date: give a day, month or year such as 2024-03-15 or 2024-03") from error


def _entries(
    sentences: Sequence[Sentence], family: Mapping[str, str], cited: Mapping[str, Cited], length: Length
) -> tuple[DigestEntry, ...]:
    from timeline.merge.selection import selected

    first, last = bounds(length)
    chosen = selected(sentences, family, dates=length.dates, each=length.sentences, first=first, last=last)
    return tuple(
        DigestEntry(
            one.moment.text,
            tuple(sentence.text for sentence in one.sentences),
            tuple(cited[sentence.source] for sentence in one.sentences),
        )
        for one in chosen
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What a document adds to a digest."""

    cited: Cited
    sentences: tuple[Sentence, ...]
    sketch: Sketch


def _told(document: Document, options: Options) -> _Told:
    from timeline.merge import sketch

    cited = Cited(document.source.uri, document.source.label)
    if document.rows:
        rows = worked_rows(document, options)
        return _Told(cited, tuple(_rows(rows.evidence)), rows.sketch)
    known = resolved(document, options)
    return _Told(cited, tuple(_sentences(dated(known), known)), sketch(known.document))


def _rows(evidence: Iterable[Evidence]) -> Iterator[Sentence]:
    """The rows of a chronology, each a sentence that tells its date."""
    from timeline.merge.likeness import narration_of, terms
    from timeline.merge.moments import moment_of
    from timeline.merge.selection import Sentence

    for piece in evidence:
        moment = moment_of(piece.when.value)
        if moment is not None and piece.fate is Fate.EVIDENCE:
            words = tuple(dict.fromkeys(terms(piece.title, narration_of(piece.when.mention.language), {})))
            yield Sentence(piece.source_id, piece.title, words, (moment,), None)


def _sentences(document: Document, known: Resolved) -> Iterator[Sentence]:
    """A document's sentences, each with the moments that it names."""
    from timeline.events import fate_of
    from timeline.events.window import windows
    from timeline.extract.lead import lead_end, running
    from timeline.extract.segment import sentences
    from timeline.merge.likeness import terms
    from timeline.merge.moments import moment_of, written_on
    from timeline.merge.selection import Sentence

    narration = known.pack.narration
    every = tuple(resolution.mention.span for resolution in known.resolutions)
    split = sentences(document.text, document.parts, every, narration.sentence_code)
    spans = windows(document.text, split, sorted(every))
    starts = [span.start for span in spans]
    moments: dict[int, dict[Moment, None]] = defaultdict(dict)
    for resolution in known.resolutions:
        moment = moment_of(resolution.value)
        if moment is not None and fate_of(resolution, document) is Fate.EVIDENCE:
            moments[bisect_right(starts, resolution.mention.span.start) - 1][moment] = None
    opening = lead_end(document, spans)
    stands = frozenset(running(document, spans))
    written = written_on(document.source.published)
    stems: dict[str, str] = {}
    for number, span in enumerate(spans):
        text = " ".join(document.text[span.start : span.end].split())
        words = tuple(dict.fromkeys(terms(text, narration, stems)))
        told = tuple(moments.get(number, ()))
        yield Sentence(document.id, text, words, told, written, span.start < opening, span in stands)


def _quotes(published: schema.Timeline) -> Iterator[Sentence]:
    """The quotes of a timeline's events, each with the moments of the events that it tells."""
    from timeline.merge.likeness import narration_of, terms
    from timeline.merge.moments import moment_of
    from timeline.merge.selection import Sentence

    sources = {source.id: source for source in published.sources}
    told: dict[tuple[str, str], dict[Moment, None]] = defaultdict(dict)
    lead: set[tuple[str, str]] = set()
    for event in published.events:
        moment = moment_of(edtf.parse(event.date.edtf))
        if event.status == "rejected" or event.date.kind != "point" or moment is None:
            continue
        for piece in event.evidence:
            if piece.source is not None and piece.quote:
                told[piece.source, piece.quote][moment] = None
                lead |= {(piece.source, piece.quote)} if piece.lead else set()
    for (id, quote), moments in told.items():
        source, text = sources[id], " ".join(quote.split())
        words = tuple(dict.fromkeys(terms(text, narration_of(source.language), {})))
        yield Sentence(id, text, words, tuple(moments), _written(source.published), (id, quote) in lead)


def _written(published: schema.Date | None) -> int | None:
    """The day number of a date of writing that is no estimate."""
    if published is None or published.approximate or published.start is None:
        return None
    start = edtf.parse(published.start).earliest
    return None if start is None else start // civil.DAY
