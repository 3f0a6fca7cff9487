"""Events kept for TimelineJS. In: its JSON. Out: the events that its slides are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.read.chronology import Kept
from timeline.read.fragment import text_of_html

_PARTS = ("year", "month", "day")


def is_timelinejs(whole: object) -> bool:
    """Whether JSON is TimelineJS's: it has events, the first with a start date in parts."""
    events = whole.get("events") if isinstance(whole, Mapping) else None
    first = events[0] if isinstance(events, list) and events else None
    start = first.get("start_date") if isinstance(first, Mapping) else None
    return isinstance(start, Mapping) and "year" in start


def slides(whole: Mapping[str, Any]) -> Iterator[Kept]:
    """One event for each slide with a date and a headline, numbered from 1; the opening slide is none."""
    for number, slide in enumerate(whole["events"], 1):
        if not isinstance(slide, Mapping):
            continue
        text = slide.get("text") or {}
        media = slide.get("media") or {}
        title = _plain(text.get("headline")) or _plain(media.get("caption"))
        start, end = _date(slide.get("start_date")), _date(slide.get("end_date"))
        edtf = f"{start}/{end}" if start and end and start != end else start
        if title and edtf:
            shown = slide.get("display_date") or (slide.get("start_date") or {}).get("display_date") or edtf
            group = slide.get("group")
            yield Kept(
                number,
                str(shown),
                title,
                edtf,
                "\n".join(filter(None, (_plain(text.get("text")), str(media.get("url") or "")))),
                tags=(str(group),) if group else (),
            )


def title_of(whole: Mapping[str, Any]) -> str | None:
    """The headline of the opening slide."""
    opening = whole.get("title")
    text = opening.get("text") if isinstance(opening, Mapping) else None
    return _plain(text.get("headline")) or None if isinstance(text, Mapping) else None


def _date(told: object) -> str | None:
    """A date in parts as EDTF, as precise as it is told; years before our era are counted without a year 0."""
    if not isinstance(told, Mapping):
        return None
    try:
        year, month, day = (int(told.get(part) or 0) for part in _PARTS)
        hour, minute = (int(told[part]) if told.get(part) not in (None, "") else None for part in ("hour", "minute"))
    except (TypeError, ValueError):
        return None
    if year == 0:
        return None
    year += year < 0
    written = f"-{-year:04d}" if year < 0 else f"Y{year}" if year > 9999 else f"{year:04d}"
    written += f"-{month:02d}" * bool(month) + f"-{day:02d}" * bool(month and day)
    clock = month and day and hour is not None and not year > 9999
    return f"{written}T{hour:02d}:{minute or 0:02d}" if clock else written


def _plain(html: object) -> str:
    return " ".join(text_of_html(str(html)).split()) if html else ""
