"""A temporal tagger for evaluation and reuse: JSON Lines of texts in, JSON Lines of TIMEX3 annotations out.

In: `{"id", "dct", "text"}`. Out: `{"id", "timexes": [{"start", "end", "text", "type", "value", "interval"}]}`,
offsets in code points. A range is written as the expressions it is made of, as TIMEX3 has them. `interval` holds the
first instant of a date and the one after its last (null where that side is open); times of day, lengths, sets and
vague references have none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.errors import InputError
from timeline.model import civil
from timeline.model.event import Failure
from timeline.model.text import Mention
from timeline.model.value import TimeValue
from timeline.pipeline.document import DEFAULT_LANGUAGE, Options, resolved
from timeline.pipeline.lookup import plain_document

STAGE = "tag"


@dataclass(frozen=True, slots=True)
class TaggedLine:
    """One record of the output, as a line of JSON without its end."""

    line: str


@dataclass(frozen=True, slots=True)
class _Record:
    id: object
    dct: str | None
    text: str


def tag(lines: Iterable[bytes], name: str, language: str = DEFAULT_LANGUAGE) -> Iterator[TaggedLine | Failure]:
    """Tags one line after the other; a broken line is a Failure that names its number, and the rest goes on."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            record = _record(line, where)
            yield TaggedLine(json.dumps({"id": record.id, "timexes": timexes(record.text, record.dct, language)}))
        except InputError as error:
            told = str(error)
            yield Failure(where, STAGE, "broken-line", told if told.startswith(where) else f"{where}: {told}")
        except Exception as error:
            text = f"{where}: this line met an error in the program ({type(error).__name__}: {error}); please report it"
            yield Failure(where, STAGE, type(error).__name__, text)


def timexes(text: str, dct: str | None, language: str = DEFAULT_LANGUAGE) -> list[dict[str, object]]:
    """The TIMEX3 annotations of one text, in order."""
    known = resolved(plain_document(text), Options(published=dct, language=language), apart=True)
    return [annotation(resolution.mention, resolution.value) for resolution in known.resolutions]


def annotation(mention: Mention, value: TimeValue | None) -> dict[str, object]:
    """One timex of the output."""
    written: dict[str, object] = {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "type": mention.type.value,
        "value": value.timex if value else "",
    }
    if value is not None and not _is_time(value) and (value.earliest, value.latest) != (None, None):
        written["interval"] = [civil.instant(value.earliest), civil.instant(value.latest)]
    return written


def _is_time(value: TimeValue) -> bool:
    return "T" in value.timex and not value.timex.endswith("_REF")


def _record(line: bytes, where: str) -> _Record:
    """One line's record. Raises InputError, which names the line and what is wrong in it."""
    try:
        raw = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: not UTF-8 (byte {error.start + 1} of the line); save the file as UTF-8") from error
    except ValueError as error:
        raise InputError(f"{where}: not JSON ({error}); each line must be one JSON object") from error
    if not isinstance(raw, dict):
        raise InputError(
            f'{where}: not a JSON object; each line must look like {{"id": 1, "dct": null, "text": "..."}}'
        )
    text, dct = raw.get("text"), raw.get("dct")
    if not isinstance(text, str):
        raise InputError(f'{where}: has no "text"; each line needs one, as a string')
    if dct is not None and not isinstance(dct, str):
        raise InputError(f'{where}: "dct" must be a date such as "2013-03-22", or null')
    return _Record(raw.get("id"), (dct or "").strip() or None, text)
