"""Dates as machines write them: "Tue, 3 Mar 2020 23:30:00 -0800", ISO 8601, 1583307000. Out: ISO 8601 with its zone.

Source: RFC 5322, section 3.3, with what real mails do to it; Unix time.
"""

from __future__ import annotations

import re
from email.utils import parsedate_tz

from timeline.model.civil import DAY, is_date, iso

_ISO = re.compile(r"\s*\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?)?\s*")

_UNIX = re.compile(r"(1\d{9})(?:\.\d+|\d{3})?")
_ZONE = re.compile(r"\d\d:\d\d(?::\d\d)?\s*\(?(?:(?!-0000)[+-]\d{1,2}:?\d{2}|[A-Z]{1,5}\b)")


def iso_stamp(stated: str | None) -> str | None:
    """The moment on its sender's clock, as ISO 8601; None for what is no date. A zone that is not told is left out."""
    if not stated:
        return None
    if _ISO.fullmatch(stated):
        return stated.strip()
    try:
        found = parsedate_tz(" ".join(stated.split())[:200])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if found is None:
        return None
    year, month, day, hour, minute = found[:5]
    zone = found[9] if _ZONE.search(stated) else None
    if not (1000 <= year <= 9999 and is_date(year, month, day) and 0 <= hour < 24 and 0 <= minute < 60):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}{_zone(zone)}"


def iso_of_unix(stated: object) -> str | None:
    """The moment, in UTC, of ten digits that count seconds since 1970, or thirteen that count thousandths."""
    found = _UNIX.fullmatch(str(stated)) if isinstance(stated, (int, float, str)) else None
    if found is None:
        return None
    days, rest = divmod(int(found[1]), DAY)
    return f"{iso(days)}T{rest // 3600:02d}:{rest // 60 % 60:02d}Z"


def _zone(seconds: int | None) -> str:
    if seconds is None or abs(seconds) >= 86_400:
        return ""
    hours, rest = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02d}:{rest:02d}"
