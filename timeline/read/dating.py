"""Places that may tell when a document was written. In: text, units, names, addresses. Out: DateCandidates.

Candidates give the date's text as found; from an address or a file name it is written as an ISO date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline.model.civil import is_date
from timeline.model.text import DateCandidate, DateOrigin, Part, PartKind, Span
from timeline.read import wording
from timeline.read.layout import Unit
from timeline.read.parts import dateline

_URL_DATE = re.compile(
    r"[/_=-](?P<y>(?:1[89]|20)\d\d)(?:(?P<s>[/_-])(?P<m>0?[1-9]|1[0-2])(?:(?P=s)(?P<d>0?[1-9]|[12]\d"
    r"|3[01]))?(?=[/_?#.-]|$)"
    r"|(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?!\d))"
)
_URL_YEAR = re.compile(r"/((?:19|20)\d\d)(?=/)")
"""A folder of its year: no day, but a bound (see `normalise.written`)."""
_URL_MONTH_NAME = re.compile(
    r"/(?P<y>(?:1[89]|20)\d\d)/(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:/(?P<d>0?[1-9]"
    r"|[12]\d|3[01]))?(?=/)", re.I
)  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME_DATE = re.compile(
    r"(?<!\d)(?P<y>(?:1[89]|20)\d\d)(?P<s>[-_. ]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
)
_NAME_MONTH = re.compile(r"(?<!\d)(?P<y>(?:1[89]|20)\d\d)[-_](?P<m>0[1-9]|1[0-2])(?![-_.]?\d)")

_ARCHIVED = re.compile(r"^[a-z]+://[^/]+/(?:web/)?\d{4,14}(?:[a-z]{2}_)?/(?=https?://)", re.I)
"""What an archive puts in front of a page's address: the day it was kept is not the day it was written."""
_FIGURES = re.compile(
    r"\s*(?P<y>\d{4})(?:[-/._](?P<m>\d{1,2})(?:[-/._](?P<d>\d{1,2}))?(?!\d)|(?P<m2>\d\d)(?P<d2>\d\d)(?!\d))"
)
_STAMP_MOST = 200
_LABEL = 40
_EDGE = 3
"""Units from a text's start and end in which it may say when it was put out."""


def tells_date(stated: str) -> bool:
    """Whether a stated date may be read as one: a true day or month in figures, or a year with words beside it."""
    figures = _FIGURES.match(stated)
    if figures:
        year, month, day = figures["y"], figures["m"] or figures["m2"], figures["d"] or figures["d2"]
        return is_date(int(year), int(month), int(day or 1))
    return bool(
        re.search(r"\d{4}", stated) and (re.search(r"[^\W\d_]{3}", stated) or wording.BYLINE_DATE.search(stated))
    )


def from_url(url: str | None) -> tuple[DateCandidate, ...]:
    """The date in an address's path ("/2023/12/24/", "/2023/dec/24/")."""
    if not url:
        return ()
    path = re.sub(r"^[a-z]+://[^/]*", "", _ARCHIVED.sub("", url.strip())).partition("?")[0]
    named = _URL_MONTH_NAME.search(path)
    if named:
        month = _MONTHS.index(named["m"].lower()) + 1
        return _iso(DateOrigin.URL, named["y"], str(month), named["d"])
    found = _URL_DATE.search(path)
    if found:
        return _iso(DateOrigin.URL, found["y"], found["m"] or found["m2"], found["d"] or found["d2"])
    year = _URL_YEAR.search(path)
    return (DateCandidate(year[1], DateOrigin.URL),) if year else ()


def from_file_name(name: str) -> tuple[DateCandidate, ...]:
    """The date in a file's name ("2023-12-24-talks.txt", "talks_20231224.txt")."""
    found = _NAME_DATE.search(name)
    if found:
        return _iso(DateOrigin.FILE_NAME, found["y"], found["m"], found["d"])
    month = _NAME_MONTH.search(name)
    return _iso(DateOrigin.FILE_NAME, month["y"], month["m"], None) if month else ()


def from_parts(text: str, units: Sequence[Unit], parts: Sequence[Part]) -> tuple[DateCandidate, ...]:
    """The dates in bylines and in the dateline, with their spans.

    A byline far below the article's start (a correction, a card) tells nothing of the article.
    """
    found: list[DateCandidate] = []
    body = _body_start(units, parts)
    for part in parts:
        if part.kind is PartKind.BYLINE and part.span.start <= body:
            found += _in_byline(text, part.span)
        elif part.kind is PartKind.BYLINE:
            found += _published_below(text, part.span)
        elif part.kind is PartKind.DATELINE:
            line = dateline(text, Span(part.span.start, min(len(text), part.span.end + 80)))
            if line and line["date"]:
                found.append(DateCandidate(line["date"], DateOrigin.DATELINE, Span(*line.span("date"))))
    told = {date.update for date in found if _names_year(date)}
    found += [stamp for stamp in _own_stamps(text, units, parts) if stamp.update not in told]
    if not found and units:
        signed = wording.PLACED_LINE.fullmatch(text, units[-1].span.start, units[-1].span.end)
        found += [DateCandidate(signed["date"], DateOrigin.DATELINE, Span(*signed.span("date")))] if signed else []
    return tuple(found)


def _names_year(date: DateCandidate) -> bool:
    return bool(re.search(r"\d{4}", date.text))


def from_furniture(lines: Iterable[str]) -> tuple[DateCandidate, ...]:
    """The dates of the lines under an article that say when its page was put out or changed, the first of each."""
    firsts: dict[bool, DateCandidate] = {}
    for line in lines:
        stamp = wording.OWN_STAMP.fullmatch(line) if len(line) <= _STAMP_MOST else None
        if stamp and re.search(r"\d{4}", stamp["date"]):
            update = bool(wording.UPDATES.fullmatch(stamp["what"]))
            firsts.setdefault(update, DateCandidate(stamp["date"], DateOrigin.BYLINE, None, update))
    return tuple(firsts[update] for update in sorted(firsts))


def _own_stamps(text: str, units: Sequence[Unit], parts: Sequence[Part]) -> list[DateCandidate]:
    """The dates of a first or last line that say when the text was put out, and when it was updated."""
    others = [part.span for part in parts if part.kind is PartKind.TEASER]
    edge = units if len(units) <= 2 * _EDGE else (*units[:_EDGE], *units[-_EDGE:])
    stamps = [
        stamp
        for unit in edge
        if not any(span.meets(unit.span) for span in others)
        and (stamp := wording.OWN_STAMP.fullmatch(text, unit.span.start, unit.span.end))
    ]
    dates = [
        DateCandidate(
            stamp["date"], DateOrigin.BYLINE, Span(*stamp.span("date")), bool(wording.UPDATES.fullmatch(stamp["what"]))
        )
        for stamp in stamps
    ]
    # Why: of several such lines the first is the text's own; a second one speaks of something else.
    firsts = {date.update: date for date in reversed(dates) if _names_year(date)}
    return [firsts[update] for update in sorted(firsts)]


def _body_start(units: Sequence[Unit], parts: Sequence[Part]) -> int:
    marked = {part.span.start for part in parts if part.kind is not PartKind.DATELINE}
    joined = [part.span for part in parts if part.kind is not PartKind.DATELINE]
    for unit in units:
        if unit.span.start not in marked and not any(span.holds(unit.span) for span in joined):
            return unit.span.start
    return 0


def _in_byline(text: str, span: Span) -> list[DateCandidate]:
    """The dates of a byline, each with whether it is said to be of an update."""
    found: list[DateCandidate] = []
    for date in wording.BYLINE_DATE.finditer(text, span.start, span.end):
        told = date[0].rstrip(".,")
        place = Span(date.start(), date.start() + len(told))
        before = text[max(0, span.start - _LABEL) : date.start()]
        found.append(DateCandidate(told, DateOrigin.BYLINE, place, _is_update(before)))
    return found


def _published_below(text: str, span: Span) -> list[DateCandidate]:
    """The date of a line under the article that says when it was published, and one that says when it was updated."""
    found = wording.PUBLISHED_LINE.match(text, span.start, span.end)
    if not found or _is_update(text[span.start : found.start(1)]):
        return []
    date = wording.BYLINE_DATE.search(text, found.start(1), span.end)
    return [DateCandidate(date[0], DateOrigin.BYLINE, Span(*date.span()))] if date else []


def _is_update(before: str) -> bool:
    *above, line = re.split(r"\s*[\r\n|·•]\s*", before)
    # Why: in a list of terms the label stands above its date.
    line = line if line.strip() or not above or not above[-1].endswith(":") else above[-1]
    plain = wording.CLOCK.sub("", line)
    return bool(re.search(rf"\b(?:{wording.UPDATES.pattern}|accessed)\b[^.]{{0,12}}$", plain, re.I))


def _iso(origin: DateOrigin, year: str, month: str, day: str | None) -> tuple[DateCandidate, ...]:
    if day and not is_date(int(year), int(month), int(day)):
        return ()
    return (DateCandidate(f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else ""), origin),)
