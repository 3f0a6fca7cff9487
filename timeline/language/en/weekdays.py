"""English weekdays and weekends: "on Tuesday", "last Monday", "the following Friday", "next weekend"."""

from __future__ import annotations

from timeline.grammar.pattern import lexical
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.context import AFTER_WEEKDAY, BEFORE_WEEKDAY
from timeline.language.en.fields import FIELDS
from timeline.model.expression import Base, Cycle, DayPart, Expression, Nearest, Range, Weekday, Weekend, Which, Within
from timeline.model.value import Granularity

_SHORT = lexical({word: day for word, day in lexicon.WEEKDAYS.items() if not word.endswith("day")})
RULES = Rules("en.weekdays", FIELDS | {"any_short": _SHORT, "last_any_short": _SHORT})


@RULES.rule(
    "{full_weekday}",
    examples={"Monday": "2013-02-11", "on [Tuesday]": "2013-02-12", "Friday": "2013-02-08"},
    rejects=("Mondays", "Super Tuesday", "Bloody Sunday", "Black Monday", "Sunday Times", "Friday Night Lights",
             "Man Friday", "Patch Tuesday", "Wednesday Addams"),
    unless_followed=AFTER_WEEKDAY,
    unless_preceded=BEFORE_WEEKDAY,
)  # fmt: skip
def weekday(full_weekday: int) -> Expression:
    return Weekday(full_weekday)


@RULES.rule(
    "{short_weekday}",
    examples={"on [Mon.]": "2013-02-11", "on [Thurs]": "2013-02-07", "by [Sat]": "2013-02-09"},
    rejects=("the Sun reported", "Sat down", "Wed her", "The Baltimore Sun", "Mon ami", "Intel and Sun Devices"),
    only_preceded=r"(?i:\b(?:on|last|next|this|from|until|by|to|every|and|since|late|early) )",
    unless_followed=r"['\u2019]?\w|(?<=\bSun) [A-Z][a-z]{3}",
)
def short_weekday(short_weekday: int) -> Expression:
    return Weekday(short_weekday)


@RULES.rule(
    "{any_short}–{last_any_short}",
    examples={"Mon-Fri": "2013-02-11/2013-02-15"},
    rejects=("sat-nav", "Sun-Times", "wed-lock"),
    unless_followed=r"['\u2019]?\w",
)
def short_weekdays(any_short: int, last_any_short: int) -> Expression | None:
    return Range(Weekday(any_short), Weekday(last_any_short)) if any_short != last_any_short else None


@RULES.rule(
    "next {weekday}",
    examples={"next Friday": "2013-02-22", "next Monday": "2013-02-18"},
    rejects=("next Mondays",),
)
def next_weekday(weekday: int) -> Expression:
    # Why: what comes in this same week is called "this Friday" or "on Friday".
    return Within(Weekday(weekday), Cycle(Which.NEXT, Granularity.WEEK))


@RULES.rule(
    "[the ]{which_word} {weekday}",
    examples={"last Monday": "2013-02-11", "this coming Friday": "2013-02-15", "this Saturday": "2013-02-16",
              "last Thursday": "2013-02-07"},
    rejects=("last Mondays", "the last Thursday of every month"),
    unless_followed=r"\w| (?:of|in) (?:every|each)\b",
)  # fmt: skip
def nearest_weekday(which_word: Which, weekday: int) -> Expression:
    return Nearest(which_word, Weekday(weekday))


@RULES.rule(
    "next {weekday} {part}",
    examples={"until [next Friday morning]": "2013-02-22TMO"},
    rejects=("next Friday morningside",),
)
def next_weekday_part(weekday: int, part: str) -> Expression:
    return DayPart(part, Within(Weekday(weekday), Cycle(Which.NEXT, Granularity.WEEK)))


@RULES.rule(
    "[the ]{which_word} {weekday} {part}",
    examples={"until [last Friday night]": "2013-02-08TNI", "this Friday evening": "2013-02-15TEV"},
    rejects=("last Friday nightly",),
)
def nearest_weekday_part(which_word: Which, weekday: int, part: str) -> Expression:
    return DayPart(part, Nearest(which_word, Weekday(weekday)))


@RULES.rule(
    "the (following|next) {full_weekday}",
    examples={"the following Monday": "2013-02-18"},
    rejects=("the following Mondays", "the following man"),
)
def following_weekday(full_weekday: int) -> Expression:
    return Nearest(Which.NEXT, Weekday(full_weekday), Base.TOLD)


@RULES.rule(
    "the (previous|preceding) {full_weekday}",
    examples={"the previous Monday": "2013-02-11"},
    rejects=("the previous Mondays", "the previous man"),
)
def previous_weekday(full_weekday: int) -> Expression:
    return Nearest(Which.LAST, Weekday(full_weekday), Base.TOLD)


@RULES.rule(
    "(previous|preceding) {full_weekday}",
    examples={"previous Monday": "2013-02-04"},
    rejects=("previous Mondays", "previous man"),
    unless_preceded=r"(?i:\bthe )",
)
def weekday_of_week_before(full_weekday: int) -> Expression:
    return Within(Weekday(full_weekday), Cycle(Which.LAST, Granularity.WEEK))


@RULES.rule(
    "following {full_weekday}",
    examples={"following Monday": "2013-02-18"},
    rejects=("following Mondays", "following man", "following Monday's quake", "following Monday night's quake"),
    unless_preceded=r"(?i:\bthe )",
    unless_followed=r"\w|(?: (?:morning|afternoon|evening|night))? ?['’]s\b",
)
def weekday_of_week_after(full_weekday: int) -> Expression:
    return Within(Weekday(full_weekday), Cycle(Which.NEXT, Granularity.WEEK))


@RULES.rule(
    "{full_weekday} [of ]{which_word} week",
    "{which_word} week's {full_weekday}",
    "{which_word} week on {full_weekday}",
    examples={"Monday of last week": "2013-02-04", "Friday of next week": "2013-02-22"},
    rejects=("Monday of last weekend", "Friday of next weekly"),
)
def weekday_of_week(full_weekday: int, which_word: Which) -> Expression:
    return Within(Weekday(full_weekday), Cycle(which_word, Granularity.WEEK))


@RULES.rule(
    "the weekend",
    examples={"the weekend": "2013-W06-WE"},
    rejects=("the weekend edition",),
    unless_followed=r"['\u2019]?(?!s\b)\w| (?:edition|supplement|getaway|warrior)",
)
def the_weekend() -> Expression:
    return Weekend()


@RULES.rule(
    "(this|the coming|this coming) weekend",
    examples={"this weekend": "2013-W07-WE"},
    rejects=("this weekender", "these ends"),
)
def weekend() -> Expression:
    return Nearest(Which.THIS, Weekend())


@RULES.rule(
    "(last|the past) weekend", examples={"last weekend": "2013-W06-WE"}, rejects=("last weekender", "last week's end")
)
def last_weekend() -> Expression:
    return Nearest(Which.LAST, Weekend())


@RULES.rule("next weekend", examples={"next weekend": "2013-W08-WE"}, rejects=("next weekender", "next week's end"))
def next_weekend() -> Expression:
    return Nearest(Which.NEXT, Weekend())
