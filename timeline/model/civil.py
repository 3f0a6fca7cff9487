"""The proleptic Gregorian calendar as integers: day numbers since 1970-01-01, of any size.

Years are astronomical (1 BCE is 0). No `datetime` here: it ends at year 1 and is slow in a loop.
Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
"""

from __future__ import annotations

DAY = 86_400
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days in a month (1-12)."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 1970-01-01 to a civil date."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468


def civil(number: int) -> tuple[int, int, int]:
    """The (year, month, day) of a day number."""
    era, day_of_era = divmod(number + 719_468, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def weekday(number: int) -> int:
    """Monday is 0, Sunday 6 (1970-01-01 was a Thursday)."""
    return (number + 3) % 7


def iso_week(number: int) -> tuple[int, int]:
    """The ISO 8601 (week year, week) that holds a day."""
    thursday = number - weekday(number) + 3
    year = civil(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """The Monday of an ISO week, as a day number."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


def add_months(year: int, month: int, amount: int) -> tuple[int, int]:
    """The (year, month) so many months away."""
    index = year * 12 + month - 1 + amount
    return index // 12, index % 12 + 1


def from_julian(year: int, month: int, day: int) -> int:
    """The day number of a date in the Julian calendar.

    Source: E. G. Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac (2013).
    """
    shift = (14 - month) // 12
    years = year + 4800 - shift
    julian_day = day + (153 * (month + 12 * shift - 3) + 2) // 5 + 365 * years + years // 4 - 32_083
    return julian_day - 2_440_588


def iso(number: int) -> str:
    """A day number as a full ISO day; years beyond four digits keep their sign and all digits."""
    year, month, day = civil(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def instant(seconds: int | None) -> str | None:
    """Civil seconds as an ISO instant; None stays None."""
    if seconds is None:
        return None
    number, rest = divmod(seconds, DAY)
    return f"{iso(number)}T{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"


def year_text(year: int) -> str:
    """An astronomical year, zero-padded to four digits, BCE with a minus sign."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"
