"""English times of day: "5 p.m.", "10:30 GMT", "noon", "Monday night", "the morning of 7 October"."""

from __future__ import annotations

from timeline.grammar.rule import Rules
from timeline.language.en.context import AFTER_MIDNIGHT, AFTER_OVERNIGHT, BEFORE_RATIO, OF_SOMETHING
from timeline.language.en.fields import FIELDS
from timeline.model.expression import Clock, DayPart, Expression, Weekday

RULES = Rules("en.clock", FIELDS)


def east_of_utc(zone: int | str | None) -> int | None:
    """Minutes east of UTC, None where no zone is told or its distance hangs on the place."""
    return zone if isinstance(zone, int) else None


@RULES.rule(
    "{hour}[:{minute}[:{second}]][ ]{meridiem}[ ({zone})| {zone}]",
    "{hour}.{minute}[ ]{meridiem}[ {zone}]",
    examples={"5 p.m.": "2013-02-12T17:00", "10:30 am": "2013-02-12T10:30", "5pm": "2013-02-12T17:00",
              "12 a.m.": "2013-02-12T00:00", "5:05 PM EST": "2013-02-12T17:05", "5 p.m. ET": "2013-02-12T17:00",
              "11:30 a.m. local time": "2013-02-12T11:30", "5:34 AM Baghdad time": "2013-02-12T05:34"},
    rejects=("5 amps", "15 p.m."),
)  # fmt: skip
def twelve_hours(
    hour: int, meridiem: int, minute: int | None = None, second: int | None = None, zone: int | str | None = None
) -> Expression | None:
    if not 1 <= hour <= 12:
        return None
    return Clock(hour % 12 + meridiem, minute if minute is not None else 0, second, east_of_utc(zone))


@RULES.rule(
    "{hour}:{minute}[:{second}][ ({zone})| {zone}|{zone}]",
    "{military}[ hours| hrs] ({zone})",
    examples={"10:30": "2013-02-12T10:30", "23:59 GMT": "2013-02-12T23:59"},
    rejects=("ratio 10:30:40:50", "Psalm 10:30", "John 3:16", "score of 10:30"),
    unless_followed=r"[:.]?\d|-\d| ?%|/\d",
    unless_preceded=BEFORE_RATIO,
)
def twenty_four_hours(
    hour: int | None = None, minute: int | None = None, second: int | None = None, zone: int | str | None = None,
    military: int | None = None,
) -> Expression | None:  # fmt: skip
    if military is not None:
        hour, minute = divmod(military, 100)
    if hour is None or hour > 23 or (minute or 0) > 59:
        return None
    return Clock(hour, minute, second, east_of_utc(zone))


@RULES.rule(
    "{spoken_hour} o'clock",
    "{hour} o'clock",
    examples={"six o'clock": "2013-02-12T06:00"},
    rejects=("six o'cloaks", "thirteen o'clock"),
)
def o_clock(spoken_hour: int | None = None, hour: int | None = None) -> Expression | None:
    told = spoken_hour or hour
    return Clock(told, 0) if told and told <= 12 else None


@RULES.rule(
    "({spoken_hour}|{hour}) o'clock in the {part}",
    "({spoken_hour}|{hour}) o'clock (at|last|this|that|yesterday|tomorrow) {part}",
    "({spoken_hour}|{hour}) in the {part}",
    "{hour}:{minute} (in the|at) {part}",
    examples={"5 o'clock in the afternoon": "2013-02-12T17:00", "four in the morning": "2013-02-12T04:00",
              "9:30 at night": "2013-02-12T21:30"},
    rejects=("two in the nightclub", "15 in the morning"),
)  # fmt: skip
def clock_in_part(
    part: str, spoken_hour: int | None = None, hour: int | None = None, minute: int = 0
) -> Expression | None:
    told = spoken_hour or hour
    if not told or told > 12:
        return None
    small = part == "MO" or (part == "NI" and (told < 5 or told == 12))
    return Clock(told % 12 + (0 if small else 12), minute)


@RULES.rule(
    "noon", "midday", "12 noon", examples={"noon": "2013-02-12T12:00"}, rejects=("High Noon",), unless_preceded="High "
)
def noon() -> Expression:
    return Clock(12, 0)


@RULES.rule(
    "midnight",
    "12 midnight",
    examples={"midnight": "2013-02-12T00:00"},
    rejects=("burning the midnight oil", "the midnight sun", "midnights"),
    unless_followed=AFTER_MIDNIGHT,
)
def midnight() -> Expression:
    return Clock(0, 0)


@RULES.rule(
    "{weekday} {one_part}",
    examples={"Monday night": "2013-02-11TNI", "Sunday morning": "2013-02-10TMO"},
    rejects=("Monday nightly", "Saturday Night Live", "Friday Night Lights", "Friday Nights Out"),
    unless_followed=r"\w| (?:Live|Lights|Fever|Football)",
)
def weekday_part(weekday: int, one_part: str) -> Expression:
    return DayPart(one_part, Weekday(weekday))


@RULES.rule(
    "[the ][early |late |mid-|following |next |previous |same ]{part}",
    examples={"in [the morning]": "2013-02-12TMO", "during [the evening]": "2013-02-12TEV",
              "by [night]": "2013-02-12TNI"},
    rejects=("morning coffee", "good morning", "evening dress", "Night of the Long Knives", "night owl", "nights out",
             "night vision", "on the morning of her death", "on the night in question", "on the night he died"),
    only_preceded=r"(?i:\b(?:in|during|by|on|at|that|same|until|through|of|and|,) )",
    unless_followed=r"['\u2019]?\w|[-]\w| [a-z]+(?:s|ing|er)\b| [A-Z]" + OF_SOMETHING,
)  # fmt: skip
def part_alone(part: str) -> Expression:
    return DayPart(part)


@RULES.rule(
    "overnight",
    examples={"overnight": "2013-02-12TNI"},
    rejects=("overnight bag", "an overnight success"),
    unless_followed=AFTER_OVERNIGHT,
)
def overnight() -> Expression:
    return DayPart("NI")
