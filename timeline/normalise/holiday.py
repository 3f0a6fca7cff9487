"""The day of a holiday in a year. Easter is python-dateutil's; the rest are fixed or the nth weekday of a month."""

from __future__ import annotations

from timeline.model import civil

FIXED = {
    "christmas": (12, 25), "christmas-eve": (12, 24), "boxing-day": (12, 26), "new-year": (1, 1),
    "new-year-eve": (12, 31),
    "valentine": (2, 14), "st-patrick": (3, 17), "april-fools": (4, 1), "halloween": (10, 31), "all-saints": (11, 1),
    "us-independence": (7, 4), "bastille": (7, 14), "may-day": (5, 1), "us-veterans": (11, 11),
}  # fmt: skip
NTH_WEEKDAY = {
    "us-thanksgiving": (11, 3, 4), "us-labor": (9, 0, 1), "us-memorial": (5, 0, -1), "us-columbus": (10, 0, 2),
    "us-mlk": (1, 0, 3), "us-mother": (5, 6, 2), "us-father": (6, 6, 3),
}  # fmt: skip
"""(month, weekday from Monday 0, which one; -1 is the last)."""
FROM_EASTER = {
    "easter": 0, "easter-monday": 1, "good-friday": -2, "palm-sunday": -7, "ash-wednesday": -46, "pentecost": 49,
}  # fmt: skip
FROM_HOLIDAY = {"black-friday": ("us-thanksgiving", 1), "cyber-monday": ("us-thanksgiving", 4)}


def holiday(key: str, year: int) -> int | None:
    """The day number of a holiday, None where the year has none (Easter before 326)."""
    if key in FIXED:
        return civil.day_number(year, *FIXED[key])
    if key in FROM_HOLIDAY:
        other, days = FROM_HOLIDAY[key]
        base = holiday(other, year)
        return None if base is None else base + days
    if key in NTH_WEEKDAY:
        month, weekday, which = NTH_WEEKDAY[key]
        if which < 0:
            last = civil.day_number(year, month, civil.month_length(year, month))
            return last - (civil.weekday(last) - weekday) % 7
        first = civil.day_number(year, month)
        return first + (weekday - civil.weekday(first)) % 7 + 7 * (which - 1)
    if key in FROM_EASTER and 326 <= year <= 4099:
        from dateutil import easter

        sunday = easter.easter(year, easter.EASTER_WESTERN if year >= 1583 else easter.EASTER_JULIAN)
        number = civil.day_number(sunday.year, sunday.month, sunday.day)
        if year < 1583:
            number = civil.from_julian(sunday.year, sunday.month, sunday.day)
        return number + FROM_EASTER[key]
    return None
