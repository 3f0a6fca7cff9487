"""English periods without a day: seasons, quarters, decades, centuries, the turn of the century."""

from __future__ import annotations

from timeline.grammar.pattern import any_of, lexical
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.context import AFTER_SEASON, BEFORE_A_GOAL, BEFORE_AGE, BEFORE_SEASON
from timeline.language.en.fields import FIELDS
from timeline.model.expression import (
    Base,
    CalendarDate,
    Century,
    Cycle,
    Decade,
    Expression,
    Fraction,
    Millennium,
    Nearest,
    Range,
    Season,
    Turn,
    WeekOfYear,
    Which,
    Within,
)
from timeline.model.value import Granularity

_HALVES: dict[str, object] = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "latter": 1, "last": 1}
_QUARTERS: dict[str, object] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_HUNDREDS: dict[str, object] = {
    word: number for word, number in lexicon.CARDINALS.items() if isinstance(number, int) and 13 <= number <= 20
}
RULES = Rules(
    "en.vague",
    FIELDS
    | {
        "half_word": lexical(_HALVES, triggers=False),
        "quarter_word": lexical(_QUARTERS, triggers=False),
        "hundreds": lexical(_HUNDREDS, triggers=False),
    },
)
_DEEDS = any_of(
    "offensives? counter[- ]?offensives? campaigns? counter[- ]?attacks? fighting uprising rising raids? expeditions?"
)
_AFTER_A_FALL = r"\w| apart\b| from (?:grace|power|office|favou?r)\b"
"""What follows "fall" where somebody falls."""


@RULES.rule(
    "[the ]{season}[ of|,| in] {year}",
    "[the ]{season} of the year {year}",
    "{season} '{two_digits}",
    "[the ]{season} of '{two_digits}",
    examples={"the summer of 1962": "1962-SU", "spring 1962": "1962-SP", "Fall, 2011": "2011-FA",
              "the summer of '98": "1998-SU"},
    rejects=("the summer of 300 men", "spring 19621"),
    unless_followed=r"\d",
)  # fmt: skip
def season_year(season: int, year: int | None = None, two_digits: int | None = None) -> Expression | None:
    if two_digits is not None:
        return Season(season, 1900 + two_digits if two_digits > 30 else 2000 + two_digits)
    return Season(season, year)


@RULES.rule(
    "[the ]{season}[ of| in|,] {year}(–|/){last_year_short}",
    examples={"the winter of 1812-13": "1812-WI", "winter 1941/42": "1941-WI", "the winter of 1784–1785": "1784-WI"},
    rejects=("the winter of 1812-15",),
    unless_followed=r"\d",
)
def season_over_two_years(season: int, year: int, last_year_short: int) -> Expression | None:
    return Season(season, year) if (year + 1) % 100 == last_year_short % 100 else None


@RULES.rule(
    "[the ]{season}",
    examples={"in [the summer]": "2012-SU", "by [autumn]": "2012-FA", "in [spring]": "2012-SP"},
    rejects=("prices fall", "a spring in her step", "fall apart", "the fall of Rome", "water springs", "Silicon Spring",
             "hot spring water", "the winter wheat", "prices had to fall by half"),
    only_preceded=BEFORE_SEASON,
    unless_followed=AFTER_SEASON + r"|(?<=\bto fall)(?<!spring to fall)(?<!summer to fall)(?<!winter to fall)",
)  # fmt: skip
def season_alone(season: int) -> Expression:
    return Season(season)


@RULES.rule(
    "{season}",
    examples={"the main [summer] offensive": "2012-SU", "a [spring] campaign": "2012-SP"},
    rejects=("the spring collection", "a fall in prices"),
    only_followed=rf"[ -](?i:{_DEEDS}\b)",
    unless_preceded=r"(?i:\b(?:Prague|Arab) )",
)
def season_of_deeds(season: int) -> Expression:
    return Season(season)


@RULES.rule(
    "Q{quarter}[ of|,| in] {year}",
    "{year}[ |-]Q{quarter}",
    "[the ]{ordinal}[ fiscal| calendar| financial][ |-]quarter[ of|,| in][ the][ year| fiscal year] {year}",
    "[the ]{ordinal}-quarter {year}",
    "[the ]{year} {ordinal}[ |-]quarter",
    examples={"Q3 2024": "2024-Q3", "the third quarter of 2024": "2024-Q3", "2012-Q4": "2012-Q4",
              "third-quarter 2011": "2011-Q3", "the 2011 second quarter": "2011-Q2"},
    rejects=("the ninth quarter of 2024",),
    unless_followed=r"\d",
)  # fmt: skip
def quarter_year(year: int, quarter: int | None = None, ordinal: int | None = None) -> Expression | None:
    return _quarter(quarter or ordinal, year)


@RULES.rule(
    "[the ](fiscal|financial)[ |-]{ordinal}[ |-]quarter",
    examples={"the fiscal third quarter": "2012-Q3", "fiscal third-quarter": "2012-Q3"},
    rejects=("the fiscal ninth quarter",),
    unless_followed=r"[-]?\w",
)
def fiscal_quarter(ordinal: int) -> Expression | None:
    return Fraction(Granularity.QUARTER, ordinal, fiscal=True) if 1 <= ordinal <= 4 else None


@RULES.rule(
    "[the ][calendar ]{ordinal} quarter",
    "{ordinal}-quarter",
    "Q{quarter}",
    examples={"the third quarter": "2012-Q3", "the [third-quarter] loss": "2012-Q3", "Q4": "2012-Q4"},
    rejects=("the fourth quarters", "Q9", "Q4x", "in the fourth quarter for a touchdown"),
    unless_followed=rf"[-]?\w|-final| (?:of play|of the game|horse)|{BEFORE_A_GOAL}",
)
def quarter_alone(ordinal: int | None = None, quarter: int | None = None) -> Expression | None:
    return _quarter(ordinal or quarter, None)


@RULES.rule(
    "[the ](first|1st) half[ of][ the year] {year}",
    "H1 {year}",
    examples={"the first half of 2012": "2012-H1", "H1 2011": "2011-H1"},
    rejects=("the first half of the game", "the first half of 300"),
)
def first_half(year: int) -> Expression:
    return Fraction(Granularity.HALF, 1, year)


@RULES.rule(
    "[the ](second|2nd|latter|last) half[ of][ the year] {year}",
    "H2 {year}",
    examples={"the second half of 2012": "2012-H2", "H2 2011": "2011-H2"},
    rejects=("the second half of the game", "the second half of 300"),
)
def second_half(year: int) -> Expression:
    return Fraction(Granularity.HALF, 2, year)


@RULES.rule(
    "[the ](fiscal|financial)[ year]['|- | ]{year}",
    "FY[ ]{year}",
    "[the ]{year} fiscal year",
    examples={"fiscal 2012": "2012", "fiscal year 2011": "2011", "FY 2010": "2010", "the 2009 fiscal year": "2009"},
    rejects=("fiscal 300", "fiscal rules of 2012"),
)
def fiscal_year(year: int) -> Expression:
    return CalendarDate(year)


@RULES.rule(
    "(week|wk) {number}[ of|,] {year}",
    "{year}-W{week}",
    examples={"week 11 of 2013": "2013-W11", "2013-W11": "2013-W11"},
    rejects=("week 60 of 2013",),
)
def week_of_year(year: int, number: int | None = None, week: int | None = None) -> Expression | None:
    told = number or week
    return WeekOfYear(year, told) if told and 1 <= told <= 53 else None


@RULES.rule(
    "[the ]{decade}",
    "[the ]{short_decade}",
    examples={
        "the 1990s": "199",
        "1850s": "185",
        "the 1960's": "196",
        "the 1970 's": "197",
        "the '90s": "199",
        "the 60s": "196",
        "the 1600s": "16",
    },
    rejects=(
        "in his 20s",
        "a man in his early 30s",
        "the 1990sx",
        "temperatures in the 60s",
        "her 30s",
        "aged 40s",
        "low 70s",
    ),
    unless_preceded=BEFORE_AGE,
    unless_followed=r"\w",
)
def decade(decade: int | None = None, short_decade: int | None = None) -> Expression | None:
    if decade is not None:
        # Why: the 1800s are a century; the 1900s and the 2000s are as often a decade.
        return Century(decade // 100 + 1) if decade % 100 == 0 and decade < 1900 else Decade(decade)
    return None if short_decade is None else Decade(short_decade, century=False)


@RULES.rule(
    "[the ]{half_word} half of the {ordinal} century",
    examples={
        "in [the first half of the 18th century]": "1700/1749",
        "the latter half of the 19th century": "1850/1899",
    },
    rejects=("the first half of the match",),
)
def half_century(half_word: int, ordinal: int) -> Expression:
    first = 100 * (ordinal - 1) + 50 * half_word
    return Range(CalendarDate(first), CalendarDate(first + 49))


@RULES.rule(
    "[the ]{quarter_word} quarter of the {ordinal} century",
    examples={"the second quarter of the 16th century": "1525/1549"},
    rejects=("the fifth quarter of the 16th century",),
)
def quarter_century(quarter_word: int, ordinal: int) -> Expression:
    first = 100 * (ordinal - 1) + 25 * (quarter_word - 1)
    return Range(CalendarDate(first), CalendarDate(first + 24))


@RULES.rule(
    "the (noughties|naughties|aughts)", examples={"the noughties": "200"}, rejects=("the noughts", "the noughty boys")
)
def noughties() -> Expression:
    return Decade(2000)


@RULES.rule(
    "[the ]{hundreds}[-| ]{tens}",
    examples={"the seventeen-nineties": "179", "eighteen sixties": "186"},
    rejects=("seventeen in their nineties",),
)
def spoken_decade(hundreds: int, tens: int) -> Expression:
    return Decade(100 * hundreds + tens)


@RULES.rule(
    "the [roaring |swinging |gay |hungry |naughty ]{tens}",
    examples={"the nineties": "199", "the swinging sixties": "196"},
    rejects=("in her thirties", "low seventies"),
)
def decade_in_words(tens: int) -> Expression:
    return Decade(tens, century=False)


@RULES.rule(
    "[the ]{ordinal}[ |-](century|c.)",
    "[the ]{ordinal}[ |-]century (AD|CE|A.D.)",
    examples={"the 19th century": "18", "nineteenth century": "18", "21st-century": "20"},
    rejects=("the half century",),
    unless_followed=r"\w",
)
def century(ordinal: int) -> Expression | None:
    return Century(ordinal) if 1 <= ordinal <= 30 else None


@RULES.rule(
    "[the ]{ordinal}[ |-]century (BC|BCE|B.C.|B.C.E.)",
    examples={"the 5th century BC": "BC04", "third century BCE": "BC02"},
    rejects=("the 5th century BCG", "third century begun"),
)
def century_before_christ(ordinal: int) -> Expression:
    return Century(-ordinal)


@RULES.rule(
    "[the ]{ordinal} millennium",
    "[the ]{ordinal} millennium (AD|CE)",
    examples={"the second millennium": "1", "the 3rd millennium AD": "2"},
    rejects=("the second millennia", "the second mill"),
)
def millennium(ordinal: int) -> Expression:
    return Millennium(ordinal)


@RULES.rule(
    "[the ]{ordinal} millennium (BC|BCE|B.C.|B.C.E.)",
    examples={"the second millennium BC": "BC1"},
    rejects=("the second millennium became", "the second mill BC"),
)
def millennium_before_christ(ordinal: int) -> Expression:
    return Millennium(-ordinal)


@RULES.rule(
    "the turn of the century",
    "the [last ]turn of the [new ]century",
    "the [very ](start|dawn|beginning) of the century",
    examples={"at [the turn of the century]": "2000", "the dawn of the century": "2000"},
    rejects=("at the turn of the centurion", "the turn of the road"),
)
def turn_of_century() -> Expression:
    return Turn(Granularity.CENTURY)


@RULES.rule(
    "the turn of the [new ]millennium",
    "the dawn of the [new ]millennium",
    examples={"the turn of the millennium": "2000"},
    rejects=("the turn of the mill", "the turn of the millennial"),
)
def turn_of_millennium() -> Expression:
    return Turn(Granularity.MILLENNIUM)


@RULES.rule(
    "[the ]turn of the {ordinal} century",
    examples={"the turn of the 20th century": "1900"},
    rejects=("the turn of the 20th man", "the turn of the 20th hole"),
)
def turn_of_numbered_century(ordinal: int) -> Expression:
    return Turn(Granularity.CENTURY, ordinal)


@RULES.rule(
    "{which_word} {season}",
    "the {which_word} {season}",
    examples={"last summer": "2012-SU", "next spring": "2013-SP", "this winter": "2012-WI"},
    rejects=("this fall apart from others", "last fall from grace"),
    unless_followed=rf"{_AFTER_A_FALL}| of",
)
def nearest_season(which_word: Which, season: int) -> Expression:
    return Nearest(which_word, Season(season))


@RULES.rule(
    "[the ]{season} of {which_word} year",
    examples={"the fall of last year": "2012-FA", "spring of next year": "2014-SP"},
    rejects=("the fall of last year's favourite",),
    unless_followed=r"['\u2019]?\w",
)
def season_of_cycle(season: int, which_word: Which) -> Expression:
    return Within(Season(season), Cycle(which_word, Granularity.YEAR))


@RULES.rule(
    "(the following|the next) {season}",
    examples={"the following spring": "2013-SP"},
    rejects=("the next fall from power",),
    unless_followed=_AFTER_A_FALL,
)
def following_season(season: int) -> Expression:
    return Nearest(Which.NEXT, Season(season), Base.TOLD)


@RULES.rule(
    "(the previous|the preceding) {season}",
    examples={"the previous autumn": "2012-FA"},
    rejects=("the previous fall from favour",),
    unless_followed=_AFTER_A_FALL,
)
def previous_season(season: int) -> Expression:
    return Nearest(Which.LAST, Season(season), Base.TOLD)


@RULES.rule(
    "(that|the same|that same) {season}",
    examples={"that winter": "2012-WI"},
    rejects=("that fall from grace",),
    unless_followed=_AFTER_A_FALL,
)
def same_season(season: int) -> Expression:
    return Nearest(Which.THIS, Season(season), Base.TOLD)


def _quarter(number: float | None, year: int | None) -> Expression | None:
    return Fraction(Granularity.QUARTER, int(number), year) if number in (1, 2, 3, 4) else None
