"""English as histories tell it: "the former king", "during this period", "three weeks of fighting".

Tried in histories only, on what the other rules leave. Source: TIDES 2005 Standard for the Annotation of Temporal
Expressions (TIMEX2), by which narratives are marked; news follows TimeML, which leaves these words unmarked.
"""

from __future__ import annotations

import re

from timeline.grammar.found import Found
from timeline.grammar.pattern import any_of, lexical
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.fields import FIELDS
from timeline.model.expression import Duration, Expression, Reference, Vague
from timeline.model.value import Granularity

_KINDS = (
    "(short|long|brief|prolonged|lengthy|new|later|earlier|early|late|whole|entire|interwar|post-war|postwar|pre-war|war"
    "|transition|transitional|ceasefire|colonial|medieval|classical|formative|final|initial|last|first|second)"
)
RULES = Rules(
    "en.retold",
    FIELDS
    | {"one_unit": lexical({word: unit for word, unit in lexicon.UNITS.items() if word in lexicon.SINGULAR_UNITS})},
)
TRIGGERS = frozenset(
    {"former", "recent", "current", "future", "period", "time", "season", "present", "date", "being", "day", "night"}
    | {"morning", "afternoon", "evening", *lexicon.SINGULAR_UNITS, *lexicon.PLURAL_UNITS}
)


@RULES.rule(
    "former",
    "recent",
    examples={"the [former] king": "PAST_REF", "the [recent] defeats": "PAST_REF"},
    rejects=("the former of the two", "formerly"),
    unless_followed=r"\w|[-\u2010]\w| (?:of|was|were|is|had|an?|the|to|in)\b|[,.;]",
)
def past() -> Expression:
    return Vague(Reference.PAST)


@RULES.rule(
    "present[ |-]day",
    "to date",
    "the time being",
    examples={"in [present-day] Lorraine": "PRESENT_REF", "for [the time being]": "PRESENT_REF"},
    rejects=("to date trees",),
    unless_followed=r"\w| [a-z]+s\b",
)
def to_the_present() -> Expression:
    return Vague(Reference.PRESENT)


@RULES.rule(
    "current",
    examples={"the [current] ruler": "PRESENT_REF"},
    rejects=("the river's current", "currents"),
    unless_followed=r"\w|[,.;]|['\u2019]",
)  # fmt: skip
def present() -> Expression:
    return Vague(Reference.PRESENT)


@RULES.rule(
    "future", examples={"any [future] war": "FUTURE_REF", "their [future] king": "FUTURE_REF"}, rejects=("futures",)
)
def future() -> Expression:
    return Vague(Reference.FUTURE)


@RULES.rule(
    "(this|that|the same|this same|that same|the latter) period",
    "(that|the same|this same|that same) time",
    examples={"during [this period]": "", "at [the same time]": "", "by [that time]": ""},
    rejects=("the time that he came", "that periodical"),
)
def that_time() -> Expression:
    return Vague(Reference.UNTOLD)


@RULES.rule(
    "(this|the) time",
    examples={"at [the time]": "", "during [this time]": "", "by [this time]": ""},
    rejects=("This time he won", "all the time", "the time to act"),
    only_preceded=r"(?i:\b(?:at|by|during|from|since|until|around|about|before|in|of) )",
    unless_followed=r"\w|[-\u2010]\w| (?:to|for|that|required|needed|taken)\b",
)
def the_time() -> Expression:
    return Vague(Reference.UNTOLD)


@RULES.rule(
    "[the ](dry|rainy|wet|monsoon|campaigning|sailing) season",
    examples={"in [the rainy season]": "", "the next [dry season]": ""},
    rejects=("the wet seasonal winds",),
)
def season_of_weather() -> Expression:
    return Vague(Reference.UNTOLD)


@RULES.rule(
    "the [very ](first|second|third|last|final|opening|closing) {one_unit}",
    examples={"in [the last month of the war]": "P1M", "[the first year of his reign]": "P1Y"},
    rejects=("the last day of the siege", "the first week of May", "the first year"),
    only_followed=r" of (?:(?:the|an?|his|her|its|their|this|that) |[A-Z])",
)
def one_of_its_units(one_unit: Granularity) -> Expression | None:
    return Duration(((1, one_unit),)) if one_unit > Granularity.DAY else None


@RULES.rule(
    "{plural_unit}",
    examples={"torn by [years of conflict]": "PXY", "tired by [months of talks]": "PXM"},
    rejects=("the days of yore", "two weeks of rain", "times of day"),
    only_followed=r" of (?!age\b|the (?:week|month|year)\b)[a-z]",
    unless_preceded=r"(?i:\b(?:the|these|those|few|several|many|hundred|dozen|\d+|\w+ty|\w+een|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve) )",
)
def filled_length(plural_unit: Granularity) -> Expression | None:
    return Duration(((None, plural_unit),)) if plural_unit > Granularity.HOUR else None


@RULES.rule(
    f"(a|an|the|another|any)[ {_KINDS}] period",
    examples={"after [a prolonged period]": "", "in [the interwar period]": ""},
    rejects=("a period room", "a periodical"),
    unless_followed=r"\w|[-\u2010]\w| (?:rooms?|costume|furniture|drama|instruments?|style)\b"
    r"| of (?:the|an?|\d|\w+ (?:(?:to|or) \w+ )?(?:hours|days|weeks|months|years))\b",
)
def a_period() -> Expression:
    return Vague(Reference.UNTOLD)


@RULES.rule(
    "the {ordinal} (day|night|morning|afternoon|evening)",
    examples={"on [the third day]": "", "by [the seventh evening]": ""},
    rejects=("the second day of Christmas", "the third day of May 1808", "the first night"),
    only_preceded=r"(?i:\b(?:on|by|until|of|before|after) )",
    unless_followed=r"\w| of (?:the month|[A-Z])",
)
def numbered_day(ordinal: int) -> Expression:
    return Vague(Reference.UNTOLD)


_STOP = any_of(
    """
    in on at by with from to into between among for against under over after before during until since when while
    which who that as and but or than was were had has have is are would could did led left brought made took ended
    """
)
_WORD = rf"(?!{_STOP}\b)[a-zA-Z][\w'\u2019-]*"
_OWNER = "(?:the|a|an|his|her|their|its|this|that)"
_OF = re.compile(
    rf" of (?!age\b)(?:(?:{_OWNER} )?(?:[A-Z][\w'\u2019-]* ){{0,6}}{_WORD}(?: {_WORD}){{0,2}}?(?: and {_WORD})?"
    rf"(?=[,.;:)\"\u201d]|\Z| {_STOP}\b)|{_OWNER} (?:[A-Z][\w'\u2019-]* ){{0,6}}{_WORD})"
)


def with_content(text: str, found: Found) -> Found:
    """A length of time with what filled it: "three weeks of fighting", "the last years of his reign"."""
    if not isinstance(found.expression, Duration) and found.rule != "en.retold.a_period":
        return found
    filled = _OF.match(text, found.end)
    return found._replace(end=filled.end()) if filled else found
