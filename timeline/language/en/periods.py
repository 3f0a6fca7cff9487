"""English periods named by their unit alone: "in the quarter", "the year-ago period", "the end of the month".

Which one is meant the text has told just before, or it is the one of the day of writing.
"""

from __future__ import annotations

from timeline.grammar.pattern import any_of, lexical
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.fields import FIELDS
from timeline.model.expression import Base, CalendarDate, Cycle, Duration, Expression, Modified, Shift, Which, Within
from timeline.model.value import Granularity, Mod

_AGES: dict[str, object] = {name: lexicon.UNITS[name] for name in ("decade", "century")}
RULES = Rules("en.periods", FIELDS | {"age": lexical(_AGES)})

_BEFORE = r"(?i:\b" + any_of("in for during of over throughout through within by than") + r"[ \n])"
_AFTER_NOUN = any_of("that in_which when before after following to prior since and")
_AFTER = rf"[-\u2010]?\w|['\u2019]\w| (?:of (?![$£€])|{_AFTER_NOUN})"
_AFTER_END = r"[-\u2010]?\w|['\u2019]\w| (?:of (?![$£€])|(?:that|in which|when|before|after|following|prior|since)\b)"
"""Why not "to" and "and": "until the end of the month to sign" names no other period."""
_QUARTER = Cycle(Which.THIS, Granularity.QUARTER, Base.NEAR)


@RULES.rule(
    "the [(full|entire|whole|fiscal) ]{span_unit}",
    examples={"for [the year]": "2013", "during [the month]": "2013-02", "over [the full year]": "2013"},
    rejects=(
        "of the year of the dragon",
        "in the week before",
        "in the month that followed",
        "in the year ended March 31, 2011",
    ),
    only_preceded=_BEFORE,
    unless_followed=_AFTER + r"| end(?:ed|ing)\b",
)
def the_period(span_unit: Granularity) -> Expression:
    return Cycle(Which.THIS, span_unit, Base.NEAR)


@RULES.rule(
    "[the ](beginning|start|opening) of the {span_unit}",
    examples={"by [the beginning of the year]": "2013", "at [the start of the month] and later": "2013-02"},
    rejects=("the start of the week of 5 May", "the beginning of the year before"),
    unless_followed=_AFTER_END,
)
def start_of_the_period(span_unit: Granularity) -> Expression:
    return Modified(Mod.START, Cycle(Which.THIS, span_unit, Base.NEAR))


@RULES.rule(
    "[the ](end|close) of the ({span_unit}|{age})",
    "(year-end|year end|year's end)",
    "(month-end|month's end)",
    examples={
        "by [the end of the month]": "2013-02",
        "by [year-end]": "2013",
        "by [the end of the decade]": "201",
        "at [the end of the month] to sign": "2013-02",
    },
    rejects=("the end of the year of mourning", "the end of the month that followed"),
    unless_followed=_AFTER_END,
)
def end_of_the_period(span_unit: Granularity = Granularity.YEAR, age: Granularity | None = None) -> Expression:
    return Modified(Mod.END, Cycle(Which.THIS, age or span_unit, Base.NEAR))


@RULES.rule(
    "the (latest|most recent) (quarter|period)",
    examples={"the latest period": "2012-Q4"},
    rejects=("the latest period of unrest", "the most recent quarter of the race"),
    unless_followed=r"[-\u2010]?\w| of\b",
)
def the_latest_quarter() -> Expression:
    return _QUARTER


@RULES.rule(
    "the quarter",
    examples={"in [the quarter]": "2012-Q4", "sales fell in [the quarter] to $3 million": "2012-Q4"},
    rejects=("in the period of calm", "in the quarter of the city", "cut in the quarter-final"),
    only_preceded=r"(?i:\b(?:in|for|during|than|from) |[.!?:]['\"\u201d]* ['\"\u201c]?)",
    unless_followed=r"[-\u2010]?\w|['\u2019]\w| " + any_of("of that in_which when a_year"),
)
def the_quarter() -> Expression:
    return _QUARTER


@RULES.rule(
    "[the ][comparable ](year-ago|year-earlier)[ (first|second|third|fourth)] quarter",
    "the quarter a year (ago|earlier)",
    "the (same|comparable|corresponding|year-ago) quarter[ of] (last year|the year before|the previous year"
    "|a year ago|a year earlier)",
    "last year's quarter",
    examples={"the year-ago quarter": "2011-Q4", "the same quarter last year": "2011-Q4",
              "the quarter a year earlier": "2011-Q4"},
    rejects=("a year earlier", "the same period of calm"),
)  # fmt: skip
def year_ago_quarter() -> Expression:
    return Shift(-1, Granularity.YEAR, Base.NEAR, of=_QUARTER)


@RULES.rule(
    "(year-ago|year-earlier)",
    "[the ][comparable ](year-ago|year-earlier) period",
    "the (same|comparable|corresponding) period[ of] (last year|the year before|the previous year|a year ago"
    "|a year earlier)",
    examples={"the [year-earlier] results": "2012", "the same period last year": "2012"},
    rejects=("a year earlier",),
    unless_followed=r"[-\u2010]?\w",
)
def year_ago() -> Expression:
    return Shift(-1, Granularity.YEAR, Base.NEAR)


@RULES.rule(
    "the {year} (quarter|period)",
    examples={"in [the 2011 period]": "2011"},
    rejects=("the 2011 periods",),
)
def quarter_of_that_year(year: int) -> Expression:
    return Within(_QUARTER, CalendarDate(year))


@RULES.rule(
    "the [(fiscal|financial) ]year",
    examples={"for [the year] ended so": "P1Y"},
    rejects=("for the year",),
    only_followed=r" end(?:ed|ing)\b",
)
def business_year() -> Expression:
    return Duration(((1, Granularity.YEAR),))
