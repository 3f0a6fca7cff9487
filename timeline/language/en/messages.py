"""English as it is typed in short messages: "tmr", "2weeks", "430pm", and bare words ("night", "day") that tell a time.

Tried in messages only (`is_message`): in prose these words are mostly something else.
"""

from __future__ import annotations

import re

from timeline.grammar.pattern import lexical, numeric
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.fields import FIELDS
from timeline.model.expression import (
    Clock,
    Cycle,
    DayPart,
    Duration,
    Expression,
    NumericDate,
    Recurrence,
    Season,
    Shift,
    Weekday,
    Weekend,
    Which,
)
from timeline.model.value import Granularity

LONGEST = 300
_MARKS = re.compile(
    r"https?://|(?<!\w)[@#]\w|(?<!\w)[:;=]['-]?[)(DPpO/|]|<3|!!|\.\.\.|[\U0001f300-\U0001faff]"
    r"|\b(?:lol|omg|haha\w*|hehe\w*|pls|plz|thx|gonna|wanna|gng|cuz|abt|ard|idk|tmr|tdy|tmrw|lah|leh|lor|u|ur)\b",
    re.IGNORECASE,
)
_LATER_DAYS = {"tmr": 1, "tmrw": 1, "tmw": 1, "tomoro": 1, "2moro": 1, "tdy": 0, "2day": 0, "ytd": -1, "yest": -1}
_SINGULAR = {word: lexicon.UNITS[word] for word in ("day", "week", "month", "year", "hour", "minute")}
_WEEKDAYS = {
    word: day for word, day in lexicon.WEEKDAYS.items() if not word.endswith("day") and word not in ("sun", "wed")
}

RULES = Rules(
    "en.messages",
    FIELDS
    | {
        "spelled_day": lexical(dict(_LATER_DAYS)),
        "one": lexical(_SINGULAR),
        "typed_weekday": lexical(_WEEKDAYS),
        "hhmm": numeric(r"(?:1[0-2]|0?[1-9])[0-5]\d"),
        "first": numeric(r"\d{1,2}"),
        "two": numeric(r"\d{1,2}"),
        "short": numeric(r"1\d|2\d"),
    },
)
TRIGGERS = frozenset(_LATER_DAYS) | {*_WEEKDAYS, "sun", "nite", "nxt", "everyday", "weekend", "weekends"}


def is_message(text: str) -> bool:
    """Whether a text is a short message, by its length and the marks of one: handles, tags, links, faces."""
    return len(text) <= LONGEST and _MARKS.search(text) is not None


@RULES.rule("{spelled_day}", examples={"tmr": "2013-02-13", "tdy": "2013-02-12"}, unless_preceded="[@#]")
def spelled(spelled_day: int) -> Expression:
    return Shift(spelled_day, Granularity.DAY) if spelled_day else Cycle(Which.THIS, Granularity.DAY)


@RULES.rule("nxt {unit}", examples={"nxt yr": "2014", "nxt week": "2013-W08"})
def next_unit(unit: Granularity) -> Expression:
    return Cycle(Which.NEXT, unit)


@RULES.rule("{one}", examples={"day": "P1D", "month": "P1M"}, unless_preceded="[@#]")
def one_unit(one: Granularity) -> Expression:
    return Duration(((1, one),))


@RULES.rule("{plural_unit}", examples={"days": "PXD", "hours": "PTXH"}, unless_preceded="[@#]")
def units(plural_unit: Granularity) -> Expression:
    return Duration(((None, plural_unit),))


@RULES.rule("{part}", "nite", examples={"night": "2013-02-12TNI", "morning": "2013-02-12TMO"}, unless_preceded="[@#]")
def part_of_today(part: str = "NI") -> Expression:
    return DayPart(part)


@RULES.rule("weekend", examples={"weekend": "2013-W07-WE"}, unless_preceded="[@#]")
def weekend() -> Expression:
    return Weekend()


@RULES.rule("{season}", examples={"spring": "2013-SP"}, rejects=("fall",), unless_preceded="[@#]")
def season(season: int) -> Expression | None:
    return None if season == 23 else Season(season)


@RULES.rule("the {one}", examples={"the week": "2013-W07", "the day": "2013-02-12"})
def the_unit(one: Granularity) -> Expression:
    return Cycle(Which.THIS, one)


@RULES.rule(
    "{hhmm}[ ]{meridiem}", "{hour}+{meridiem}", examples={"430pm": "2013-02-12T16:30", "5+am": "2013-02-12T05:00"}
)
def clock(meridiem: int, hhmm: int | None = None, hour: int | None = None) -> Expression | None:
    hours, minutes = divmod(hhmm, 100) if hhmm is not None else (hour or 0, 0)
    return Clock(hours % 12 + meridiem, minutes) if 1 <= hours <= 12 else None


@RULES.rule("{typed_weekday}", "this sun", examples={"tues": "2013-02-12", "fri": "2013-02-15"}, unless_preceded="[@#]")
def weekday(typed_weekday: int = 6) -> Expression:
    return Weekday(typed_weekday)


@RULES.rule("(every|each) {typed_weekday}", examples={"every mon": "XXXX-WXX-1"})
def every_weekday(typed_weekday: int) -> Expression:
    return Recurrence(Weekday(typed_weekday))


@RULES.rule("everyday", examples={"everyday": "P1D"})
def everyday() -> Expression:
    return Recurrence(Duration(((1, Granularity.DAY),)))


@RULES.rule("{first}.{two}.{short}", examples={"27.03.15": "2015-03-27"}, unless_followed=r"[.\d]")
def dotted(first: int, two: int, short: int) -> Expression | None:
    return NumericDate(first, two, short, two_digit=True) if 12 < first <= 31 and 1 <= two <= 12 else None
