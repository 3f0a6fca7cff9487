"""What a job on a cluster does with each part of its data: pure functions, a frame in and a frame out.

An engine (Dask, Spark) brings together what belongs together, by one column, and knows nothing else of it:

    articles -> told_of -> by `source`: once_of -> placed_of -> by `block`: events_of -> by `moment`: weighed_of

What `placed_of` and those after it need of the whole is `Whole` (see `whole`).
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.cluster.columns import ANSWERS, DIGEST, EVENTS, MERGED, PLACED, READ, TOLD, frame, rows
from timeline.cluster.whole import Whole, as_bytes
from timeline.errors import UnreadableDocument
from timeline.export.json_file import json_bytes
from timeline.export.publish import publish
from timeline.merge import Sketch, Stories, Weighing, merged, period_of
from timeline.merge.cluster import Period
from timeline.merge.moments import moment_of, written_on
from timeline.model.event import Event, Evidence, Failure, Fate, Skipped, SourceReport, Timeline
from timeline.model.text import LEAD, Document
from timeline.pipeline.document import Options
from timeline.pipeline.gathering import telling
from timeline.pipeline.placing import as_it_is
from timeline.pipeline.worker import Parts, packed_work, pieces_in
from timeline.read import Blob, ReadOptions
from timeline.read.blob import STAGE, Reading
from timeline.read.records import document_of
from timeline.store.frozen import packed, unpacked

if TYPE_CHECKING:
    import pandas as pd

_OPTIONS, _READING = Options(), ReadOptions()
NO_YEAR = -(1 << 60)
"""The block of what is of no year."""
_LINE = "application/x-ndjson"
"""What a record is taken for, whatever holds it: a line of JSON Lines."""
_RECORDS = Blob("articles", b"")
"""What records that lie in no file are in."""


def told_of(articles: pd.DataFrame, options: Options = _OPTIONS, reading: ReadOptions = _READING) -> pd.DataFrame:
    """What each article tells by itself (TOLD). `articles`: READ, or records, their columns named as in JSON Lines."""
    return frame(TOLD, (_told(item, options) for item in _readings(articles, reading)))


def _readings(articles: pd.DataFrame, reading: ReadOptions) -> Iterator[Reading]:
    if list(articles.columns) == READ.names:
        for (body,) in rows(articles, *READ.names):
            yield unpacked(body)
        return
    names = [str(name) for name in articles.columns]
    for values in rows(articles, *names):
        record = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        yield from of_record(record, _RECORDS, _number(record), reading)


def of_record(record: Mapping[str, Any], blob: Blob, number: int, reading: ReadOptions) -> Iterator[Reading]:
    """A record's document, or why there is none."""
    where = f"{blob.uri}#{number}"
    try:
        yield from document_of(blob, record, number, where, reading, media_type=_LINE)
    except UnreadableDocument as error:
        yield Failure(where, STAGE, error.code, str(error))


def _number(record: Mapping[str, Any]) -> int:
    """What a record without an address and an id goes by: it is in no order."""
    told = repr(sorted((name, repr(value)) for name, value in record.items()))
    return int.from_bytes(hashlib.sha256(told.encode("utf-8", "backslashreplace")).digest()[:6])


def _told(item: Reading, options: Options) -> tuple[object, ...]:
    if not isinstance(item, Document):
        return _failed(item, b"")
    uri, key = item.source.uri, as_bytes(item.source.key)
    if item.rows:
        message = f"{uri}: a chronology is not merged on a cluster; bring it in afterwards: timeline import"
        return _failed(Failure(uri, "extract", "chronology", message), key)
    made = packed_work(item, options)
    if isinstance(made, Failure):
        return _failed(made, key)
    return item.id, telling(item), as_bytes(uri), key, None, *made


def _failed(item: Failure | Skipped, key: bytes) -> tuple[object, ...]:
    """A row for what gave nothing. Why a name of its own: those of one name are brought to one worker."""
    uri = as_bytes(item.uri)
    return f"-{hashlib.sha256(uri).hexdigest()[:16]}", 0, uri, key, packed(item), *(None,) * len(Parts._fields)


def once_of(told: pd.DataFrame) -> pd.DataFrame:
    """Of identical copies the one that is kept, which names the others (TOLD). All of a source are in `told`."""
    copies: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    kept: list[tuple[Any, ...]] = []
    for row in rows(told, *TOLD.names):
        (copies[row[0]] if row[4] is None else kept).append(row)
    for group in copies.values():
        first, *others = sorted(group, key=lambda row: row[1:4])
        if others:
            report = _with_copies(unpacked(first[5]), {row[2].decode("utf-8", "surrogatepass") for row in others})
            first = (*first[:5], packed(report), *first[6:])
        kept.append(first)
    return frame(TOLD, kept)


def _with_copies(report: SourceReport, others: set[str]) -> SourceReport:
    source = report.source
    return replace(report, source=replace(source, copies=tuple(sorted(others - {source.uri} | set(source.copies)))))


def digest_of(told: pd.DataFrame) -> pd.DataFrame:
    """What `whole_of` must know of each document (DIGEST): all but its passages themselves."""
    return frame(DIGEST, (digest for failure, *digest in rows(told, "failure", *DIGEST.names) if failure is None))


def answers_of(told: pd.DataFrame, whole: Whole) -> pd.DataFrame:
    """The passages that tell the years of days that others leave open (ANSWERS)."""
    made = []
    for source, failure, evidence in rows(told, "source", "failure", "evidence"):
        found = () if failure is not None else pieces_in(evidence)
        pieces = tuple(filter(whole.may_answer, map(whole.names.renamed, found)))
        if pieces:
            made.append((source, packed(pieces)))
    return frame(ANSWERS, made)


def placed_of(told: pd.DataFrame, whole: Whole) -> pd.DataFrame:
    """Each document's passages by month, its source, and what has no place in time (PLACED)."""
    asked = whole.answering()
    made: list[tuple[object, ...]] = []
    for source, uri, key, failure, report, evidence, sketch in rows(
        told, "source", "uri", "key", "failure", "report", "evidence", "sketch"
    ):
        if failure is not None:
            made.append((None, None, None, "failure", uri, key, source, failure))
            continue
        before = [whole.names.renamed(piece) for piece in pieces_in(evidence)]
        pieces = [asked.settled(piece) for piece in before]
        moved: Counter[tuple[str, Fate]] = Counter()
        for old, new in zip(before, pieces, strict=True):
            if old.fate is not new.fate and old.when.mention.rule != LEAD:
                moved[source, old.fate] -= 1
                moved[source, new.fate] += 1
        about = as_it_is(unpacked(report), whole, moved)
        made.append((None, None, None, "source", uri, key, source, packed(about)))
        made += ((*at, uri, key, source, body) for at, body in _placed(pieces, about, unpacked(sketch)))
    return frame(PLACED, made)


def _placed(
    pieces: list[Evidence], about: SourceReport, sketch: Sketch
) -> Iterator[tuple[tuple[int | None, int | None, int | None, str], bytes]]:
    """A document's passages by what becomes of them, those of a date by its month, with all that merging asks for."""
    periods: dict[Period, list[Evidence]] = defaultdict(list)
    others: dict[Fate, list[Evidence]] = defaultdict(list)
    for piece in pieces:
        (periods[period_of(piece)] if piece.fate is Fate.EVIDENCE else others[piece.fate]).append(piece)
    for fate, found in others.items():
        yield (None, None, None, fate.value), packed(tuple(found))
    known = replace(sketch, runs=())
    for period, found in periods.items():
        body = packed((about, known, tuple(found)))
        for block in _blocks(period):
            yield (block, period.year, period.month, "evidence"), body


def _blocks(period: Period) -> Iterator[int]:
    """The years that a month is merged with: days over the end of a year may be told of one happening."""
    if period.year is None:
        yield NO_YEAR
        return
    yield period.year
    if period.month in (1, 12):
        yield period.year + (1 if period.month == 12 else -1)


def events_of(placed: pd.DataFrame, whole: Whole) -> pd.DataFrame:
    """The events of some blocks (MERGED); all rows of a block are in `placed`."""
    blocks: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for block, year, month, body in rows(placed, "block", "year", "month", "body"):
        if block is not None:
            blocks[block].append((Period(year, month), body))
    return frame(MERGED, (row for block in sorted(blocks) for row in _merged(block, blocks[block], whole)))


def _merged(block: int, told: list[tuple[Period, bytes]], whole: Whole) -> Iterator[tuple[str, str, bytes]]:
    sources: dict[str, SourceReport] = {}
    sketches: dict[str, Sketch] = {}
    periods: dict[Period, list[Evidence]] = defaultdict(list)
    for period, body in told:
        about, sketch, pieces = unpacked(body)
        sources[sketch.source_id], sketches[sketch.source_id] = about, sketch
        periods[period] += pieces
    in_order = sorted(periods.items(), key=lambda entry: entry[0].order)
    given = ((period, sorted(pieces, key=lambda piece: piece.id)) for period, pieces in in_order)
    years = None if block == NO_YEAR else range(block, block + 1)
    for event in merged(given, Stories(sketches.get, whole.rare), whole.family, years):
        moment = moment_of(event.when)
        told_by = dict.fromkeys(piece.source_id for piece in event.evidence)
        body = packed((event, tuple(sources[source] for source in told_by)))
        yield f"event {event.id}" if moment is None else f"{moment.grain.word} {moment.first}", event.id, body


def weighed_of(events: pd.DataFrame, whole: Whole) -> pd.DataFrame:
    """The events with their importance, as they are chosen from (EVENTS); all of a moment are in `events`."""
    known: list[tuple[Event, tuple[SourceReport, ...]]] = [unpacked(body) for (body,) in rows(events, "body")]
    sources = {report.source.id: report.source for _, reports in known for report in reports}
    written = {id: written_on(source.published) for id, source in sources.items()}
    weighing = Weighing(written, whole.family, whole.spoken)
    for event, _ in known:
        weighing.add(event)
    weighing.close()
    return frame(EVENTS, (_chosen_from(weighing.weighed(event), reports) for event, reports in known))


def _chosen_from(event: Event, reports: tuple[SourceReport, ...]) -> tuple[object, ...]:
    alone = publish(Timeline(event.title, tuple(sorted(reports, key=_place)), (event,)))
    (shown,) = alone.events
    return (
        event.id, shown.date.start, shown.date.end, shown.date.edtf,
        event.title.encode("utf-8", "replace").decode(), event.factuality.value, event.importance,
        len(reports), json_bytes(alone).decode(), packed((event, reports)),
    )  # fmt: skip


def _place(report: SourceReport) -> tuple[bytes, bytes, str]:
    return as_bytes(report.source.uri), as_bytes(report.source.key), report.source.id
