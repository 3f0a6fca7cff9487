"""Steps through the calendar: "last year", "3 months ago", "two days later", "next Monday", as values.

Plain arithmetic on a base value; what the base is was chosen before.
"""

from __future__ import annotations

from timeline.model import civil, edtf, period
from timeline.model.expression import CalendarDate, Fraction, Named, Season, Weekday, Weekend, Which
from timeline.model.value import Granularity, Kind, TimeValue
from timeline.normalise.frame import day_number, last_day
from timeline.normalise.holiday import feast

_STEP = {Which.LAST: -1, Which.THIS: 0, Which.NEXT: 1}
_DAYS = {Granularity.DAY: 1, Granularity.WEEK: 7}
_MONTHS = {
    Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.SEASON: 3, Granularity.HALF: 6, Granularity.YEAR: 12,
    Granularity.DECADE: 120, Granularity.CENTURY: 1200, Granularity.MILLENNIUM: 12_000,
}  # fmt: skip
_SECONDS = {Granularity.SECOND: 1, Granularity.MINUTE: 60, Granularity.HOUR: 3600}


def period_of(number: int, unit: Granularity) -> TimeValue:
    """The unit (a day, a week, a quarter, a decade ...) that holds a day."""
    year, month, _ = civil.civil(number)
    before_christ = 1 - year
    match unit:
        case Granularity.WEEK:
            return period.week_of(number)
        case Granularity.MONTH:
            return period.month(year, month)
        case Granularity.QUARTER:
            return period.quarter(year, (month - 1) // 3 + 1)
        case Granularity.HALF:
            return period.half(year, (month - 1) // 6 + 1)
        case Granularity.YEAR:
            return period.year(year)
        case Granularity.DECADE:
            return period.decade(year - year % 10 if year > 0 else -(before_christ - before_christ % 10))
        case Granularity.CENTURY:
            return period.century(year // 100 + 1 if year > 0 else -((before_christ - 1) // 100 + 1))
        case Granularity.MILLENNIUM:
            return period.millennium(year // 1000 + 1 if year > 0 else -((before_christ - 1) // 1000 + 1))
        case _:
            return period.day_of(number)


def shifted(base: TimeValue, amount: float, unit: Granularity) -> TimeValue | None:
    """A base moved by an amount of units, told in those units and never more precise than the base was.

    What comes after a span counts from its end.
    """
    if base.kind is Kind.SPAN and amount > 0 and base.edtf is not None:
        end = base.edtf.partition("/")[2]
        base = edtf.parse(end) if end not in ("", "..") else base
    first, last = day_number(base), last_day(base)
    if first is None or last is None:
        return None
    if unit in _SECONDS:
        return _shifted_clock(base, amount * _SECONDS[unit])
    if base.granularity is not None and base.granularity >= Granularity.YEAR and unit in _DAYS:
        return None  # Why: "five days later" than a year or a decade is no date at all.
    if base.granularity is not None and base.granularity > unit and not (unit in _MONTHS and _same_month(first, last)):
        return _shifted_period(base, first, last, amount, unit)
    if unit in _DAYS:
        moved = first + round(amount * _DAYS[unit])
        return period_of(moved, unit if float(amount).is_integer() else Granularity.DAY)
    months = round(amount * _MONTHS[unit])
    year, month, _ = civil.civil(first)
    moved_year, moved_month = civil.add_months(year, month, months)
    if base.granularity is Granularity.QUARTER and unit is Granularity.YEAR:
        return period.quarter(moved_year, (moved_month - 1) // 3 + 1)
    # Why: "a year ago" is told in years, "a year and a half ago" in months; decades and more are told in years.
    told = unit if float(amount).is_integer() else Granularity.MONTH
    return period_of(civil.day_number(moved_year, moved_month), min(told, Granularity.YEAR))


def same_day(base: TimeValue, amount: float, unit: Granularity) -> TimeValue | None:
    """The day so many units from the base's first day: the same of the month or the week."""
    first = day_number(base)
    if first is None:
        return None
    if unit in _DAYS:
        return period.day_of(first + round(amount * _DAYS[unit]))
    return period.day_of(_moved(first, round(amount * _MONTHS[unit])))


def cycled(base: TimeValue, which: Which, unit: Granularity) -> TimeValue | None:
    """The unit that holds the base ("this"), the one before or the one after."""
    first = day_number(base)
    if first is None:
        return None
    if base.granularity is not None and base.granularity > unit and which is not Which.THIS:
        return shifted(base, _STEP[which], unit)
    if base.granularity is not None and base.granularity > unit:
        return base
    step = _STEP[which]
    if unit in _DAYS:
        return period_of(first + step * _DAYS[unit], unit)
    year, month, _ = civil.civil(first)
    moved = civil.add_months(year, month, step * _MONTHS.get(unit, 0))
    return period_of(civil.day_number(*moved), unit)


def nearest(
    of: CalendarDate | Weekday | Weekend | Season | Named | Fraction, which: Which, base: TimeValue
) -> TimeValue | None:
    """The last, this or next one of a named part, seen from the base."""
    reference = day_number(base)
    if reference is None:
        return None
    if isinstance(of, Weekday):
        return period.day_of(_weekday(of.day, which, reference))
    if isinstance(of, Weekend):
        return period.weekend_of(reference + 7 * _STEP[which])
    year = civil.civil(reference)[0]
    values = [value for other in range(year - 2, year + 3) if (value := within_year(of, other)) is not None]
    ends = [(value, day_number(value) or 0, last_day(value) or 0) for value in values]
    match which:
        case Which.LAST:
            return next((value for value, _, last in reversed(ends) if last < reference), None)
        case Which.NEXT:
            return next((value for value, first, _ in ends if first > reference), None)
        case Which.THIS:
            # Why: in January "this winter" is the one that began in December.
            holding = [value for value, first, last in ends if first <= reference <= last]
            same = within_year(of, year)
            # Why: after "in 1941", "that winter" is the one that begins in that year.
            coarse = base.granularity is not None and base.granularity >= Granularity.YEAR
            return holding[0] if holding and isinstance(of, Season) and not coarse else same


def workday(base: TimeValue, steps: int) -> TimeValue | None:
    """The working day (Monday to Friday) so many after the base, or before it."""
    day = day_number(base)
    step = 1 if steps > 0 else -1
    for _ in range(abs(steps)):
        day = None if day is None else day + step
        while day is not None and civil.weekday(day) > 4:
            day += step
    return None if day is None else period.day_of(day)


def within_year(of: CalendarDate | Season | Named | Fraction, year: int) -> TimeValue | None:
    """A named part in a given year; None where that year has none."""
    match of:
        case CalendarDate(_, int() as month, None):
            return period.month(year, month)
        case CalendarDate(_, int() as month, int() as day):
            return period.day(year, month, day) if civil.is_date(year, month, day) else None
        case Season(code):
            return period.season(code, year)
        case Fraction(unit, number):
            return period.quarter(year, number) if unit is Granularity.QUARTER else period.half(year, number)
        case Named(key):
            days = feast(key, year)
            if days is None:
                return None
            first, last = (period.day_of(number) for number in days)
            return first if first == last else period.span(first, last)
    return None


def latest_weekday(day: int, reference: int) -> int:
    """The last such weekday up to and including a day."""
    return reference - (civil.weekday(reference) - day) % 7


def _weekday(day: int, which: Which, reference: int) -> int:
    match which:
        case Which.LAST:
            return latest_weekday(day, reference - 1)
        case Which.NEXT:
            return latest_weekday(day, reference + 7)
        case Which.THIS:
            return latest_weekday(day, reference + 6)


def _same_month(first: int, last: int) -> bool:
    return civil.civil(first)[:2] == civil.civil(last)[:2]


def _shifted_clock(base: TimeValue, seconds: float) -> TimeValue | None:
    """Hours and minutes from a base that tells a time; else only the day that is meant, if it stays the same."""
    if base.earliest is None:
        return None
    if base.granularity is None or base.granularity > Granularity.DAY:
        return None  # Why: "two hours later" than a month is no day of it.
    if base.granularity > Granularity.HOUR:
        return period.day_of((day_number(base) or 0) + round(seconds / civil.DAY))
    moved = base.earliest + round(seconds)
    number, rest = divmod(moved, civil.DAY)
    return period.clock(period.day_of(number), rest // 3600, rest // 60 % 60, None, None)


def _shifted_period(base: TimeValue, first: int, last: int, amount: float, unit: Granularity) -> TimeValue:
    """A base coarser than the unit, moved whole: as wide as it was."""
    if unit in _DAYS:
        days = round(amount * _DAYS[unit])
        first, last = first + days, last + days
    else:
        months = round(amount * _MONTHS[unit])
        first, last = _moved(first, months), _moved(last, months)
    text = f"{civil.iso(first)}/{civil.iso(last)}"
    bounds = first * civil.DAY, (last + 1) * civil.DAY
    return TimeValue(text, text, base.granularity, *bounds, kind=Kind.POINT, approximate=True)


def _moved(number: int, months: int) -> int:
    year, month, day = civil.civil(number)
    year, month = civil.add_months(year, month, months)
    return civil.day_number(year, month, min(day, civil.month_length(year, month)))
