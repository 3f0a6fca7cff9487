"""CSV: a row for each event, and beside it files for the passages, the sources and the rest. Written and read back.

`NAME.csv` holds the events, `NAME-evidence.csv` every passage (also undated and set aside ones), `NAME-sources.csv`
the sources, `NAME-about.csv` what is left. UTF-8 with a mark, so that spreadsheets know it. Nothing is lost; a
spreadsheet that opens and saves it may turn "2004-05" into a day of its own, so edit the xlsx instead.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from timeline.errors import InputError
from timeline.export import schema
from timeline.export.credit import Sources, sources_of
from timeline.export.flat import cells, columns, guarded, model_of
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.writing import write_whole

EVENT, PASSAGES = schema.Event, "evidence"
TABLES = ("events", "undated", "set_aside", "sources")
"""What of a timeline has a table of its own."""
FATES = ("undated", "set_aside")
FOR_PEOPLE = ("cited", "quote")
"""Columns of the events' file that only repeat what stands in the others."""
_LONGEST_CELL = 1 << 30

Row = Mapping[str, str]


def write_csv(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> tuple[Path, ...]:
    """Writes the four files; returns their paths, the events' first."""
    sources = sources_of(published)
    events = (cells(event, (PASSAGES,)) | _for_people(event, sources) for event in published.events)
    passages = (
        {"event": event.id, "fate": PASSAGES, **cells(piece)} for event in published.events for piece in event.evidence
    )
    loose = ({"event": "", "fate": fate, **cells(piece)} for fate in FATES for piece in getattr(published, fate))
    about = cells(published, TABLES)
    tables: tuple[tuple[str, tuple[str, ...], Iterable[Row]], ...] = (
        ("", (*columns(EVENT, (PASSAGES,)), *FOR_PEOPLE), events),
        ("evidence", ("event", "fate", *columns(schema.Unplaced)), chain(passages, loose)),
        ("sources", columns(schema.Source), map(cells, published.sources)),
        ("about", ("field", "value"), [{"field": name, "value": value} for name, value in about.items()]),
    )
    written = []
    for name, names, rows in tables:
        written.append(_beside(path, name))
        write_whole(written[-1], _table(names, rows))
    return tuple(written)


def is_csv_export(path: Path) -> bool:
    """Whether a file is the events' file of an export."""
    if path.suffix.lower() != ".csv":
        return False
    try:
        head = path.open("rb").read(8192)
    except OSError:
        return False
    first = next(csv.reader(io.StringIO(head.decode("utf-8-sig", "replace"))), [])
    return {"id", "title", "date", "date_timex", "factuality"} <= set(first)


def read_csv_export(path: Path) -> schema.Timeline:
    """The timeline that `write_csv` wrote. Raises InputError, which names the file and the row."""
    passages: dict[str, list[schema.Evidence]] = defaultdict(list)
    loose: dict[str, list[schema.Unplaced]] = {fate: [] for fate in FATES}
    file = _beside(path, "evidence")
    for number, row in _rows(file):
        try:
            if row["fate"] in loose:
                loose[row["fate"]].append(model_of(schema.Unplaced, row))
            else:
                passages[row["event"]].append(model_of(schema.Evidence, row))
        except (ValueError, KeyError) as error:
            raise _wrong(file, number, error) from error
    events = []
    for number, row in _rows(path):
        try:
            events.append(model_of(EVENT, row, evidence=tuple(passages.pop(row["id"], ()))))
        except (ValueError, KeyError) as error:
            raise _wrong(path, number, error) from error
    if passages:
        raise InputError(f"{file}: tells of events that are not in {path.name}: {', '.join(sorted(passages)[:5])}")
    sources = []
    for number, row in _rows(_beside(path, "sources")):
        try:
            sources.append(model_of(schema.Source, row))
        except (ValueError, KeyError) as error:
            raise _wrong(_beside(path, "sources"), number, error) from error
    about = {row.get("field", ""): row.get("value", "") for _, row in _rows(_beside(path, "about"))}
    try:
        tables = {"events": tuple(events), "sources": tuple(sources), **{fate: tuple(loose[fate]) for fate in FATES}}
        return model_of(schema.Timeline, about, **tables)
    except ValueError as error:
        raise _wrong(_beside(path, "about"), 2, error) from error


def _beside(path: Path, name: str) -> Path:
    return path.with_name(f"{path.stem}-{name}{path.suffix}") if name else path


def _for_people(event: schema.Event, sources: Sources) -> dict[str, str]:
    known = (sources.get(item.source or "") for item in event.evidence)
    cited = dict.fromkeys(source.label for source in known if source is not None)
    quote = next((item.quote for item in event.evidence if item.quote), "")
    return {"cited": guarded("; ".join(cited)), "quote": guarded(" ".join(quote.split()))}


def _table(names: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    yield codecs.BOM_UTF8
    for row in chain([names], ([row.get(name, "") for name in names] for row in rows)):
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerow(row)
        yield out.getvalue().encode("utf-8", "replace")


def _rows(path: Path) -> list[tuple[int, Row]]:
    """The rows of a file by column, numbered as a spreadsheet does. Raises InputError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        advice = "the files of a CSV export belong together"
        raise InputError(f"{path}: cannot be opened ({error.strerror}); {advice}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start + 1}); save it as CSV UTF-8") from error
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        names, *rows = csv.reader(io.StringIO(text, newline=""))
    except (csv.Error, ValueError) as error:
        raise InputError(f"{path}: no table ({error}); export it again") from error
    finally:
        csv.field_size_limit(before)
    return [(number, dict(zip(names, row, strict=False))) for number, row in enumerate(rows, 2) if any(row)]


def _wrong(path: Path, row: int, error: Exception) -> InputError:
    told = ": ".join(line.strip() for line in str(error).splitlines()[1:3]) or repr(error)
    return InputError(f"{path}:{row}: not a row that was exported ({told}); correct it, or export it again")
