"""English times of day in words and in military style: "half past three", "ten to five", "1400 hours", "0600 GMT"."""

from __future__ import annotations

from timeline.grammar.rule import Rules
from timeline.language.en.clock import east_of_utc
from timeline.language.en.context import BEFORE_PRICE
from timeline.language.en.fields import FIELDS
from timeline.model.expression import CalendarDate, Clock, Expression

RULES = Rules("en.times", FIELDS)
JOINS = Rules("en.hours", FIELDS)


@RULES.rule(
    "{military} (hours|hrs|hrs.)",
    "{military}[ hours| hrs] local time",
    "{military}[ hours| hrs] {zone}",
    examples={"1400 hours": "2013-02-12T14:00", "0600 GMT": "2013-02-12T06:00", "1653 local time": "2013-02-12T16:53"},
    rejects=("2575 hours",),
)
def military_time(military: int, zone: int | str | None = None) -> Expression:
    hour, minute = divmod(military, 100)
    return Clock(hour, minute, None, east_of_utc(zone))


@RULES.rule(
    "half past {spoken_hour}",
    "half past {hour}",
    examples={"half past three": "2013-02-12T03:30"},
    rejects=("half past threescore",),
)
def half_past(spoken_hour: int | None = None, hour: int | None = None) -> Expression | None:
    told = spoken_hour or hour
    return Clock(told, 30) if told and told <= 12 else None


@RULES.rule(
    "[a ]quarter past {spoken_hour}",
    "[a ]quarter past {hour}",
    examples={"a quarter past six": "2013-02-12T06:15"},
    rejects=("a quarter past the town", "a quarter of six men"),
)
def quarter_past(spoken_hour: int | None = None, hour: int | None = None) -> Expression | None:
    told = spoken_hour or hour
    return Clock(told, 15) if told and told <= 12 else None


@RULES.rule(
    "[a ]quarter to {spoken_hour}",
    "[a ]quarter to {hour}",
    examples={"a quarter to six": "2013-02-12T05:45"},
    rejects=("a quarter to sixty",),
    unless_followed=r" [a-z]+s\b|[-\u2010]|%| percent",
)
def quarter_to(spoken_hour: int | None = None, hour: int | None = None) -> Expression | None:
    told = spoken_hour or hour
    return Clock((told - 1) % 12 or 12, 45) if told and told <= 12 else None


@JOINS.rule(
    "at {date}",
    examples={"left school at [1015]": "2013-02-12T10:15", "at [1653] a second quake": "2013-02-12T16:53"},
    rejects=("closed at 1850", "at 1990 prices", "at 2014 Film Festival", "at 2010, 2011 and", "at 1871"),
    unless_preceded=BEFORE_PRICE,
    unless_followed=r"['\u2019-]?\w|[.,]\d|,? \d|%| [A-Z]| [a-z]{2,}s\b",
    extent="date",
)
def at_military_time(date: Expression) -> Expression | None:
    """Four digits read as a year: after "at" they are an hour, if they can be."""
    match date:
        case CalendarDate(int() as number, None, None, two_digit=False) if 1000 <= number < 2400 and number % 100 < 60:
            return Clock(*divmod(number, 100))
    return None
