"""English days with a name, and words that point at a time without telling it: "Christmas 1914", "now", "soon"."""

from __future__ import annotations

from timeline.grammar.rule import Rules
from timeline.language.en.context import AFTER_HOLIDAY, AFTER_VAGUE_PAST
from timeline.language.en.fields import FIELDS
from timeline.model.expression import Expression, Named, Nearest, Reference, Vague, Which

RULES = Rules("en.named", FIELDS)


@RULES.rule(
    "{holiday} {year}",
    "{holiday}[,] {year}",
    "{holiday} of {year}",
    examples={"Christmas 1914": "1914-12-25", "Easter Sunday, 1916": "1916-04-23", "Thanksgiving 2011": "2011-11-24"},
)
def holiday_year(holiday: str, year: int) -> Expression:
    return Named(holiday, year)


@RULES.rule(
    "{which_word} {holiday}",
    examples={"last Christmas": "2012-12-25", "next Easter": "2013-03-31"},
)
def nearest_holiday(which_word: Which, holiday: str) -> Expression:
    return Nearest(which_word, Named(holiday))


@RULES.rule(
    "{holiday}",
    examples={"on [Christmas Day]": "2012-12-25", "at [Halloween]": "2012-10-31"},
    rejects=("Christmas Island", "Father Christmas"),
    unless_followed=AFTER_HOLIDAY,
    unless_preceded=r"Father |[#@]",
)
def holiday(holiday: str) -> Expression:
    return Named(holiday)


@RULES.rule(
    "now",
    "right now",
    "currently",
    "at present",
    "nowadays",
    "at the moment",
    "these days",
    "at this time",
    "the present",
    "this moment",
    examples={"now": "PRESENT_REF", "currently": "PRESENT_REF"},
    rejects=("nowhere",),
    unless_followed=r"['\u2019]?\w",
)
def present() -> Expression:
    return Vague(Reference.PRESENT)


@RULES.rule(
    "recently",
    "the past",
    "the recent past",
    "lately",
    examples={"recently": "PAST_REF"},
    unless_followed=AFTER_VAGUE_PAST,
)
def past() -> Expression:
    return Vague(Reference.PAST)


@RULES.rule(
    "the [near ]future",
    "future",
    "the foreseeable future",
    examples={"the near future": "FUTURE_REF", "the future": "FUTURE_REF"},
    rejects=("futures trading", "her future"),
    unless_followed=r"\w",
    unless_preceded=r"(?i:\b(?:his|her|their|its|our|my|your|no|any|a|bright|political) )",
)
def future() -> Expression:
    return Vague(Reference.FUTURE)
